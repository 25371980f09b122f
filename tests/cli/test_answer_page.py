"""Words that the bundled data has no example of: other kinds of requirement, unproved plans, many ladders."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from ladder.catalog.loading import load_catalog
from ladder.cli.answer_page import AnswerPage
from ladder.cli.numbered_sources import Citations
from ladder.cli.path import PathPage
from ladder.cli.program import program
from ladder.eligibility.answer_conditions import Condition, Effect
from ladder.eligibility.answers import Assessment, IfConditionsMet, Move, Status
from ladder.paths.path_answers import PathAnswer
from ladder.service_time import read_month
from ladder.telling.missing import requirement_in_words
from ladder.telling.routes import route_in_words
from ladder.telling.times import spell_date
from ladder.telling.verdicts import ToldAnswer, time_in_words
from tests.cases.run_cases import CATALOGS
from tests.catalog.written import SOURCE, write_catalog, write_class

AS_OF = read_month("2026-11")
RULES = f"""    - {{kind: credential, id: lic, what: a licence, name: driver, source: {SOURCE}}}
    - {{kind: experience, id: more, months: 6, what: other work, additional_to: general, source: {SOURCE}}}
  substitutions:
    - {{kind: service, stands_for: general, named: {{class: us-aa/1}}, months: 1, at_most_months: 6, source: {SOURCE}}}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    file = write_class(write_catalog(tmp_path) / "us-aa", "3", rules=RULES)
    text = file.read_text(encoding="utf-8").replace("requires: [general]}", "requires: [general, lic, more]}")
    file.write_text(text, encoding="utf-8")
    return tmp_path


def told(*words: str) -> str:
    result = CliRunner().invoke(program, words)
    assert isinstance(result.exception, SystemExit | None)
    return " ".join(result.stdout.split())


def test_other_requirements_are_shown_in_words(folder: Path) -> None:
    page = told("show", "us-aa/3", "--catalog", str(folder))
    assert "Open to everyone: general experience (1 year), lic and more (6 months, in addition to the " in page
    assert "Lic: A licence. Asked: driver. [1]" in page
    assert "More, 6 months, in addition to the general experience: Other work. [1]" in page
    assert "Each month as Class 1 (1) counts as a month of the general experience, up to 6 months. [1]" in page


def test_a_requirement_that_is_not_of_months_is_met_or_not(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    profile = tmp_path_factory.mktemp("profiles") / "p.yaml"
    words = ["assess", str(profile), "--target", "us-aa/3", "--catalog", str(folder)]
    profile.write_text("licences: []\n", encoding="utf-8")
    assert "Lic not met [1]" in told(*words)
    profile.write_text("licences: [driver]\n", encoding="utf-8")
    assert "Lic met [1]" in told(*words)
    assert "needs something else: time in your class alone will not do it" in told(*words)


def test_requirements_by_reference() -> None:
    catalog = load_catalog()
    licence = requirement_in_words(catalog, "us-ct/5246SH#program")
    assert licence is not None
    assert (licence.name, licence.months) == ("Training program", None)
    trainee = requirement_in_words(catalog, "us-ct/5257MP#sub:us-ct/5989VR")
    assert trainee is not None
    assert (trainee.name, trainee.months) == ("Service as Leadership Associate", None)
    assert requirement_in_words(catalog, "us-nd/0444#nothing") is None
    assert requirement_in_words(catalog, "nowhere#general") is None
    assert requirement_in_words(catalog, "us-ct/office-assistant#general") is None


@pytest.mark.parametrize(
    ("route", "words"),
    [
        ("general", "open to everyone"),
        ("sub:us-ct/office-assistant", "with service as Office Assistant"),
        ("program:us-ct/connecticut-careers-trainee", "by completing Connecticut Careers Trainee"),
        ("general+sub:us-nd/0441", "open to everyone and with service as Customer Service Representative"),
        ("by-degree", "way by degree"),
        ("route-2a", "way 2a"),
        ("route-1-2-4", "way 1, 2 and 4"),
        ("general-2", "open to everyone, number 2"),
    ],
)
def test_routes_in_words(route: str, words: str) -> None:
    assert route_in_words(load_catalog(), route) == words


def test_dates_in_words() -> None:
    assert [spell_date("2022-12-03"), spell_date("2012-07")] == ["December 3, 2022", "July 2012"]


def answer_of(*, months: int | None, proved: int | None, status: Status = Status.AFTER) -> Assessment:
    return Assessment("us-nd/0443", status, AS_OF, months=months, proved_months=proved, routes=("internal",))


def test_a_plan_that_is_not_proved_gives_both_figures() -> None:
    answer = answer_of(months=36, proved=30)
    words = AnswerPage(load_catalog(), answer, Citations()).verdict()
    assert ": between 2 years 6 months and 3 years, to November\u00a02029 at the latest (for people" in words
    assert time_in_words(answer) == "between 2 years 6 months and 3 years"


def test_conditions_under_which_a_plan_is_not_proved_give_both_figures() -> None:
    answer = answer_of(months=None, proved=None, status=Status.UNREACHABLE)
    answer = answer._replace(if_conditions_met=IfConditionsMet(36, ("LEAD",)), if_conditions_proved=30)
    words = AnswerPage(load_catalog(), answer, Citations()).verdict()
    assert (
        "Between 2 years 6 months and 3 years, to November\u00a02029 at the latest, if enough of your work is lead"
        in words
    )


def test_what_takes_too_long_is_told_as_such() -> None:
    answer = answer_of(months=None, proved=None, status=Status.UNREACHABLE)
    answer = answer._replace(conditions=(Condition("HORIZON", "What takes more", Effect.SHOWN),))
    words = AnswerPage(load_catalog(), answer, Citations()).verdict()
    assert "not within 100 years, the longest time that we look at" in words


def test_asked_conditions_say_what_they_would_change() -> None:
    answer = answer_of(months=None, proved=None, status=Status.UNREACHABLE)
    one = answer._replace(if_conditions_met=IfConditionsMet(0, ("LEAD",)))
    two = answer._replace(if_conditions_met=IfConditionsMet(0, ("LEAD", "INTERNAL")))
    words = [AnswerPage(load_catalog(), each, Citations()).verdict().rpartition(". ")[2] for each in (one, two)]
    lead = "Now, if enough of your work is lead work (your supervisor must confirm it)"
    assert words == [f"{lead}.", f"{lead} and you work here now."]


@pytest.mark.parametrize(
    ("months", "told"),
    [
        (9, "if enough of your work is lead work"),
        (11, "if enough of your work is lead work"),
        (12, "if 12 of those months are lead work"),
        (0, "if enough of your work is lead work"),
    ],
)
def test_of_the_months_told_no_more_are_lead_work_than_there_are(months: int, told: str) -> None:
    met = IfConditionsMet(months, ("LEAD",))
    answer = Assessment("us-nd/0444", Status.UNREACHABLE, AS_OF, months=None, if_conditions_met=met)
    assert told in ToldAnswer(load_catalog(), answer).if_conditions_met()


def test_several_sets_of_what_is_missing_are_alternatives() -> None:
    answer = answer_of(months=None, proved=None, status=Status.UNREACHABLE)
    answer = answer._replace(missing=(("us-nd/0443#general",), ("us-nd/0443#internal", "elsewhere#x")))
    page = AnswerPage(load_catalog(), answer, Citations()).text()
    assert "What is missing\n  Any one of these would do:\n  - General experience, 7 years: Administrative" in page
    assert "[3]; and X." in page


def test_other_ladders_and_that_there_are_more() -> None:
    best = answer_of(months=36, proved=36)
    step = Move("us-nd/0441", "us-nd/0443", "open_route", 40, 40, "general", (), None)
    other = best._replace(months=40, proved_months=40, steps=(step,))
    page = PathPage(
        load_catalog(), PathAnswer("us-nd/0441", "us-nd/0443", best, (other,), truncated=True), Citations()
    ).text()
    assert "Other paths\n  Time              Month       By way of" in page
    assert "  3 years 4 months  March 2030  Customer Service Consultant\n" in page
    assert "  There are more paths than we looked at.\n" in page


def test_a_page_tells_from_when_one_may_file_early_with_its_source() -> None:
    harbor = str(CATALOGS / "harbor")
    page = told("path", "us-xx/10", "us-xx/70", "--as-of", "2026-11", "--catalog", harbor)
    assert "You can apply from September 2029, 6 months earlier, if an exam is open then [2]." in page
    assert "[2] 70.txt, Notes, line 9" in page


def test_a_class_shows_who_may_file_early_by_which_route() -> None:
    shown = told("show", "us-xx/60", "--catalog", str(CATALOGS / "harbor"))
    assert "Applying early Whoever lacks 6 months or less of the experience asked can apply early (way 2)" in shown
    assert "Applying early" not in told("show", "us-xx/10", "--catalog", str(CATALOGS / "harbor"))
