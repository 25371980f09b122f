"""The page's own evaluator beside the Python engine: 0 disagreements."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.agreement.agreement import MOST_BETWEEN, Disagreement, breach, disagreements, share_between
from tests.agreement.corruptions import spoilt_task
from tests.agreement.differences import first_difference
from tests.agreement.every_class import CITIES, ladders_in, place_named, steps_of, tasks_about_all
from tests.agreement.page_engine import MODULES, PageEngine, modules_of
from tests.agreement.python_engine import REFUSED, answer_kept
from tests.agreement.shared_cases import FILE, shared_tasks
from tests.agreement.subjects import Json
from tests.agreement.tasks import all_classes_task, assess_tasks, ladder_task, oracle_task
from tests.browsing import patient
from tests.measure import SLOW, measure

pytestmark = [pytest.mark.browser, pytest.mark.untraced]
TOP_LEVEL = re.compile(r"^(?:export )?(?:async )?(?:function\*?|const|let|class) +(\w+)", re.MULTILINE)
PER_PROFILE = 5
SHARES = 4
LADDERS = measure(2_000, share=40) // SHARES


@pytest.fixture(scope="module")
def engine(browser: Browser) -> Iterator[PageEngine]:
    context = patient(browser.new_context(offline=True))
    yield PageEngine(context.new_page())
    context.close()


def told(found: list[Disagreement]) -> str:
    return "\n".join(map(str, found[:3]))


@pytest.mark.skipif(not FILE.is_file(), reason="the shared folder is not beside this checkout")
def test_shared_cases_are_answered_alike(engine: PageEngine) -> None:
    tasks = shared_tasks()
    assert len(tasks) == 82, "all 83 but the one that shows a class"
    found = disagreements(engine, tasks)
    assert not found, told(found)


@pytest.mark.parametrize("name", ["bundled", *CITIES])
def test_every_class_of_the_catalogs_that_come_with_us_is_answered_alike(engine: PageEngine, name: str) -> None:
    subject = place_named(name)
    found = disagreements(engine, [*tasks_about_all(subject), *ladders_in(subject, measure(200, share=SLOW))])
    assert not found, told(found)
    assert engine.steps_of(subject) == steps_of(subject)


@pytest.mark.parametrize("share", range(SHARES))
def test_random_pairs_of_a_profile_and_a_class_are_answered_alike(engine: PageEngine, share: int) -> None:
    profiles = measure(20_000, share=40) // PER_PROFILE // SHARES
    seeds = range(share * profiles, (share + 1) * profiles)
    found = disagreements(engine, (task for seed in seeds for task in assess_tasks(seed, targets=PER_PROFILE)))
    assert not found, told(found)


def test_sets_of_what_is_missing_stand_in_one_order_where_needs_are_never_met_at_once(engine: PageEngine) -> None:
    found = disagreements(engine, assess_tasks(3875, targets=PER_PROFILE))
    assert not found, told(found)


def test_all_classes_at_once_are_answered_alike(engine: PageEngine) -> None:
    found = disagreements(engine, map(all_classes_task, range(measure(300, share=SLOW))))
    assert not found, told(found)


def test_the_questions_of_the_oracle_are_answered_alike(engine: PageEngine) -> None:
    seeds = range(measure(2_000, share=SLOW))
    found = disagreements(engine, (oracle_task(seed, kind) for seed in seeds for kind in ("assess", "climb")))
    assert not found, told(found)


def test_spoilt_profiles_are_refused_by_both_or_by_neither(engine: PageEngine) -> None:
    found = disagreements(engine, map(spoilt_task, range(measure(5_000, share=SLOW))))
    assert not found, told(found)


@pytest.mark.parametrize("share", range(SHARES))
def test_best_plans_are_the_same_months_moves_and_alternatives(engine: PageEngine, share: int) -> None:
    seeds = range(share * LADDERS, (share + 1) * LADDERS)
    found = disagreements(engine, map(ladder_task, seeds))
    assert not found, told(found)


@pytest.mark.parametrize("budget", [0, 300])
def test_a_page_that_stops_sooner_never_crosses_what_is_proved(engine: PageEngine, budget: int) -> None:
    found = disagreements(engine, map(ladder_task, range(measure(500, share=SLOW))), budget=budget)
    assert not found, told(found)


def test_the_page_seldom_says_between(engine: PageEngine) -> None:
    assert share_between(engine, map(ladder_task, range(measure(4_000, share=SLOW)))) <= MOST_BETWEEN


def test_a_figure_outside_what_the_page_tells_is_a_breach() -> None:
    page = {"months": 48, "proved_months": 36, "stopped": True}
    sure = {"months": 42, "proved_months": 42}
    assert breach(sure, page) is None
    assert breach(sure | {"months": 30, "proved_months": 30}, page)
    assert breach(sure | {"months": 60, "proved_months": 60}, page)
    assert breach(sure, page | {"stopped": False})
    met = {"months": 24, "between": [12, 24], "conditions": ["LEAD"]}
    for months, is_right in ((12, True), (18, True), (30, False)):
        python = {"months": 48, "if_conditions_met": {"months": months, "between": None, "conditions": ["LEAD"]}}
        assert (breach(python, {"months": 48, "if_conditions_met": met}) is None) == is_right


def test_random_tasks_ask_for_answers_of_every_kind() -> None:
    answers = [answer_kept(task) for seed in range(160) for task in assess_tasks(seed)]
    statuses = Counter(answer.get("status", "refused") for answer in answers)
    assert min(statuses[one] for one in ("now", "after", "unknown", "unreachable")) >= 12
    assert statuses["refused"]
    assert any(answer["if_conditions_met"] for answer in answers if answer != REFUSED)
    best = [answer_kept(task).get("best") for task in map(ladder_task, range(80))]
    assert sum(bool(one and one["steps"]) for one in best) >= 20
    assert sum(_is_filed_early(one) for one in answers) >= 20
    assert sum(_is_filed_early(one) for one in best if one) >= 5


def _is_filed_early(answer: Json) -> bool:
    return answer.get("file_months") is not None and answer["file_months"] < answer["months"]


def test_a_difference_is_told_by_its_first_field() -> None:
    one = {"months": 3, "conditions": [{"code": "EXAM"}], "missing": []}
    assert first_difference(one, dict(one)) is None
    assert first_difference(one, one | {"conditions": [{"code": "LEAD"}]}) == (
        "conditions[0].code: Python 'EXAM', page 'LEAD'"
    )
    assert first_difference(one, {"conditions": []}) == "months: Python 3, page '(no such field)'"
    assert first_difference({"completed": 1}, {"completed": True}) == "completed: Python 1, page True"


def test_every_name_of_the_modules_is_there_once() -> None:
    """The page holds them as one script."""
    files = sorted(MODULES.glob("*.js"))
    names = Counter(name for file in files for name in TOP_LEVEL.findall(file.read_text("utf-8")))
    assert [name for name, times in names.items() if times > 1] == []
    assert set(modules_of()) <= set(files)


@pytest.mark.parametrize("file", sorted(MODULES.glob("climb*.js")), ids=lambda file: file.name)
def test_modules_of_the_climb_are_short_and_pure(file: Path) -> None:
    text = file.read_text("utf-8")
    assert text.count("\n") <= 400
    words = r"\b(document|window|globalThis|Date|eval|Math\.random|performance|export default)\b"
    assert re.findall(words, re.sub(r"//.*", "", text)) == []
