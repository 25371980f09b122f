"""Any question has one answer: a climb is climbed, and a plan that a question cannot take is refused."""

from collections.abc import Iterable, Sequence

import pytest

from ladder.eligibility.assessment import assess
from ladder.eligibility.cases import Case
from ladder.eligibility.plans import Plan, PlanKind
from ladder.errors import BadCallError
from ladder.paths.asking import (
    Asked,
    FeedersOf,
    Item,
    OneClass,
    PathBetween,
    Question,
    ReachFrom,
    SomeClasses,
    answer,
    within_months,
)
from ladder.paths.path_answers import find_paths
from ladder.paths.starts import on_day_one
from ladder.service_time import read_month
from tests.eligibility.small_catalogs import catalog_of, grade, person, service, work

CLIMB = Plan(kind=PlanKind.CLIMB)
LADDER = catalog_of(
    grade("s"),
    grade("a", service("e0", 12, "s")),
    grade("t", service("e0", 24, "a")),
)
DAY_ONE = on_day_one(LADDER, read_month("2026-11"))


def held(code: str, plan: Plan) -> Case:
    return Case(LADDER, person(LADDER, present=work(code)), plan)


def test_a_climb_to_one_class_takes_all_its_classes() -> None:
    assert answer(Question(held("s", CLIMB), OneClass("us-xx/t"))).months == 36
    assert answer(Question(held("s", Plan()), OneClass("us-xx/t"))).months is None


def test_several_classes_are_answered_in_their_order_each_as_if_alone() -> None:
    case = held("s", CLIMB)
    found = answer(Question(case, SomeClasses(("us-xx/t", "us-xx/a"))))
    assert [one.months for one in found] == [36, 12]
    assert found == tuple(answer(Question(case, OneClass(one.target))) for one in found)


def test_a_path_and_the_classes_joined_have_the_same_best_plan() -> None:
    best = answer(Question(DAY_ONE, PathBetween("us-xx/s", "us-xx/t", alternatives=0))).best
    reach = answer(Question(DAY_ONE, ReachFrom("us-xx/s")))
    feeders = answer(Question(DAY_ONE, FeedersOf("us-xx/t")))
    assert [one.answer.months for one in reach] == [12, 36]
    assert reach[1] == next(one for one in feeders if one.start == "us-xx/s")
    assert reach[1].answer == best == find_paths(DAY_ONE, start="us-xx/s", target="us-xx/t").best


def test_what_is_reached_in_so_many_months() -> None:
    reach = answer(Question(DAY_ONE, ReachFrom("us-xx/s")))
    assert within_months(reach, None) == reach
    assert within_months(reach, 12) == reach[:1]
    assert within_months(reach, 11) == ()


def test_a_long_question_is_watched_item_by_item() -> None:
    seen: list[int] = []

    def watch(items: Sequence[Item], /) -> Iterable[Item]:
        seen.append(len(items))
        return items

    answer(Question(held("s", Plan()), SomeClasses(("us-xx/t", "us-xx/a"))), watch=watch)
    answer(Question(DAY_ONE, ReachFrom("us-xx/s")), watch=watch)
    answer(Question(DAY_ONE, FeedersOf("us-xx/a")), watch=watch)
    assert seen == [2, 2, 1]


VIA = "via takes classes on a climb; let the plan climb"


@pytest.mark.parametrize(
    ("case", "asked", "told"),
    [
        (held("s", Plan()), PathBetween("us-xx/s", "us-xx/t"), "a path is climbed"),
        (held("s", Plan(PlanKind.NONE)), ReachFrom("us-xx/s"), "a path is climbed"),
        (held("s", Plan()), FeedersOf("us-xx/t"), "a path is climbed"),
        (held("s", Plan(via=("us-xx/a",))), OneClass("us-xx/t"), VIA),
        (
            held("s", Plan(via=("us-xx/a",))),
            SomeClasses(("us-xx/t",)),
            VIA,
        ),
        (Case(LADDER, person(LADDER), CLIMB), OneClass("us-xx/t"), "one present class"),
        (DAY_ONE, PathBetween("us-xx/s", "us-xx/s"), "both FROM and TO"),
        (DAY_ONE, PathBetween("us-xx/s", "us-xx/t", alternatives=-1), "ask for 0 to 50"),
        (DAY_ONE, PathBetween("us-xx/s", "us-xx/t", alternatives=51), "ask for 0 to 50"),
    ],
)
def test_a_plan_that_a_question_cannot_take_is_refused(case: Case, asked: Asked, told: str) -> None:
    with pytest.raises(BadCallError, match=told):
        answer(Question(case, asked))


@pytest.mark.parametrize("plan", [CLIMB, Plan(via=("us-xx/a",))])
def test_assessing_alone_never_answers_for_a_climb(plan: Plan) -> None:
    with pytest.raises(BadCallError, match="this plan changes classes"):
        assess(held("s", plan), "us-xx/t")
