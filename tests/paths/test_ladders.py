"""Classes on ladders, alternatives, everything in reach, days one, futures."""

from fractions import Fraction

import pytest

from ladder.catalog.catalog import Catalog
from ladder.eligibility.cases import Case
from ladder.eligibility.clocks import Accrual
from ladder.eligibility.plans import Plan, PlanKind
from ladder.histories import Change, DegreeHeld, History, ProgrammeState
from ladder.paths.asking import FeedersOf, Question, ReachFrom, answer
from ladder.paths.futures import Hold, history_after
from ladder.paths.ladders import classes_above, classes_below, classes_between, preferred_order, steps_used
from ladder.paths.next_best import find_alternatives
from ladder.paths.problem import planned_service
from ladder.paths.reports import judge_at
from ladder.paths.sequences import follow, set_out, travel
from ladder.paths.starts import day_one, enrolled, on_day_one, start_in, without_profile
from ladder.qualifications import Certainty, DegreeLevel
from ladder.service_rows import row_of_months
from ladder.service_time import read_month
from tests.eligibility.small_catalogs import SOURCE, Json, catalog_of, grade, person, service, stands_for, work
from tests.paths.small_ladders import CLIMB, asks, best, either, moves, path

LEVEL = {"class": "us-xx/b", "certainty": "level"}
LADDER = catalog_of(
    grade("s"),
    asks("a", (2, "s")),
    asks("b", (3, "a")),
    asks("c", (4, "a")),
    grade("t", service("e0", 5, "c", LEVEL)),
    asks("u", (1, "t")),
    asks("z", (1, "z")),
)
NAMED: frozenset[Certainty] = frozenset()
ALL = frozenset(Certainty)


def codes(found: set[str] | None) -> str | None:
    return None if found is None else "".join(sorted(one.partition("/")[2] for one in found))


@pytest.mark.parametrize(
    ("include", "above", "below", "between"),
    [(NAMED, "abctu", "abcs", "abc"), (ALL, "abctu", "abcs", "abc")],
)
def test_which_classes_lie_between(include: frozenset[Certainty], above: str, below: str, between: str) -> None:
    assert codes(classes_above(LADDER, "us-xx/s", include)) == above
    assert codes(classes_below(LADDER, "us-xx/t", include)) == below
    assert codes(classes_between(LADDER, "us-xx/s", "us-xx/t", include)) == between
    assert classes_between(LADDER, "us-xx/t", "us-xx/s", include) is None
    assert classes_between(LADDER, "us-xx/s", "us-xx/z", include) is None


def test_a_round_of_classes_ends() -> None:
    catalog = catalog_of(asks("s", (1, "b")), asks("a", (1, "s")), asks("b", (1, "a")))
    assert codes(classes_above(catalog, "us-xx/s", NAMED)) == "ab"
    assert codes(classes_below(catalog, "us-xx/s", NAMED)) == "ab"


def pay(*lows: float) -> Json:
    ranges = [{"unit": "yearly", "low": low, "high": low + 1} for low in lows]
    return {"pay": {"plan": "P", "grade": "1", "ranges": ranges, "source": {"document": "d", "section": "s"}}}


def test_higher_printed_pay_first_then_code_order() -> None:
    catalog = catalog_of(
        grade("a"), grade("d", **pay(10)), grade("c", **pay(10.5, 9)), grade("b", **pay(10, 10.49)), grade("e", **pay())
    )
    assert [one[-1] for one in preferred_order(catalog, catalog.classes)] == ["c", "b", "d", "a", "e"]


@pytest.mark.parametrize("include", [NAMED, frozenset([Certainty.LEVEL])])
def test_a_class_named_by_its_level_is_a_step_like_any_other(include: frozenset[Certainty]) -> None:
    found = best(LADDER, "s", "t", plan=CLIMB._replace(include=include))
    assert moves(found) == [("s", "a", 2), ("a", "b", 3), ("b", "t", 5)]
    assert [one.kind for one in found.steps] == ["named_experience"] * 3


MANY = catalog_of(
    grade("s"),
    asks("a", (2, "s")),
    asks("b", (3, "s")),
    asks("c", (9, "s"), (1, "")),
    either("t", (20, "s"), (5, "a"), (4, "b"), (1, "c"), (30, "")),
)


@pytest.mark.parametrize("most", [0, 1, 2, 3])
def test_the_next_best_ladders(most: int) -> None:
    answer = path(MANY, "s", "t", alternatives=most)
    assert answer.best is not None
    assert moves(answer.best) == [("s", "a", 2), ("a", "t", 5)]
    others = [(moves(one), one.months) for one in answer.alternatives]
    assert others == [([("s", "b", 3), ("b", "t", 4)], 7), ([("s", "t", 20)], 20)][:most]
    assert answer.truncated is False


@pytest.mark.parametrize(("budget", "found", "truncated"), [(0, 0, True), (1, 0, True), (2, 0, True), (3, 3, False)])
def test_alternatives_within_a_budget(budget: int, found: int, *, truncated: bool) -> None:
    start = start_in(Case(MANY, day_one(read_month("2026-11")), CLIMB), "us-xx/s", target="us-xx/t")
    journey = set_out(Case(MANY, day_one(read_month("2026-11")), CLIMB), start)
    ladders, cut = find_alternatives(journey, "us-xx/t", most=9, budget=budget)
    assert cut is truncated
    assert len(ladders) == found
    assert [one.months for one in ladders] == sorted(one.months or 0 for one in ladders)


def test_ladders_never_come_back_to_a_class() -> None:
    catalog = catalog_of(asks("s", (1, "b")), asks("a", (1, "s")), asks("b", (1, "a")), asks("t", (2, "b")))
    answer = path(catalog, "s", "t", alternatives=5)
    assert answer.alternatives == ()
    assert answer.truncated is False


def test_everything_in_reach() -> None:
    case = on_day_one(LADDER, read_month("2026-11"))
    reach = answer(Question(case, ReachFrom("us-xx/s")))
    assert [(one.start, one.answer.target, one.answer.months) for one in reach] == [
        ("us-xx/s", "us-xx/a", 2),
        ("us-xx/s", "us-xx/b", 5),
        ("us-xx/s", "us-xx/c", 6),
        ("us-xx/s", "us-xx/t", 10),
        ("us-xx/s", "us-xx/u", 11),
    ]
    feeders = answer(Question(case, FeedersOf("us-xx/t")))
    assert [(one.start, one.answer.target, one.answer.months) for one in feeders] == [
        ("us-xx/b", "us-xx/t", 5),
        ("us-xx/c", "us-xx/t", 5),
        ("us-xx/a", "us-xx/t", 8),
        ("us-xx/s", "us-xx/t", 10),
    ]
    assert answer(Question(case, ReachFrom("us-xx/u"))) == ()


def test_day_one_assumes_standing_and_target_class() -> None:
    assert day_one(read_month("2026-11")) == History(read_month("2026-11"))
    plan = without_profile(Plan(assumed=frozenset(["LEAD"])))
    assert plan.assumed == {"LEAD", "INTERNAL", "STATE_EMPLOYEE", "PERMANENT", "TARGET_CLASS"}


@pytest.mark.parametrize(
    ("present", "share"),
    [
        (None, Fraction(1)),
        ([work("s", fte="0.5")], Fraction(1, 2)),
        ([work("a", fte="0.25")], Fraction(1, 4)),
        ([work("a", fte="0.75"), work("b", fte="0.5")], Fraction(1)),
        ([work("a", fte="0.25"), work("b", fte="0.5")], Fraction(3, 4)),
        ([], Fraction(1)),
    ],
)
def test_the_share_of_full_time_at_the_start(present: object, share: Fraction) -> None:
    history = person(LADDER, **({"present": present} if present is not None else {}))
    start = start_in(Case(LADDER, history, CLIMB), "us-xx/s", target="us-xx/t")
    assert (start.service.fte, start.service.title, start.service.future) == (share, "Class s", True)
    assert start.accrual.by(12) == 12 * share


def test_the_first_class_keeps_what_the_profile_says_of_it() -> None:
    history = person(LADDER, present=work("s", counts_toward=["us-xx/t#e0"], target_class="us-xx/t"))
    service_now = start_in(Case(LADDER, history, CLIMB), "us-xx/s", target="us-xx/t").service
    assert service_now.declared == {"us-xx/t#e0"}
    assert service_now.target_class == "us-xx/t"
    replaced = start_in(Case(LADDER, history, CLIMB), "us-xx/a", target="us-xx/t").service
    assert (replaced.declared, replaced.target_class, replaced.class_id) == (frozenset(), None, "us-xx/a")


def test_a_programme_that_one_is_in_is_listed() -> None:
    catalog = catalog_of(
        grade("p", is_programme=True),
        grade("t", service("e0", 9), substitutions=[stands_for("programme", "e0", programme="us-xx/p")]),
    )
    listed = enrolled(Case(catalog, day_one(read_month("2026-11")), CLIMB), "us-xx/p").history
    assert listed.programmes == {"us-xx/p": ProgrammeState(approved=None, completed=False, completed_at=None)}
    own = Case(catalog, person(catalog, programs=[{"name": "us-xx/p", "months_remaining": 4}]), CLIMB)
    assert enrolled(own, "us-xx/p") is own
    assert enrolled(own, "us-xx/t") is own
    assert best(catalog, "p", "t").status == "unknown"
    assert best(catalog, "p", "t", programs=[{"name": "us-xx/p", "months_remaining": 4}]).months == 4


def test_the_history_once_part_of_a_plan_is_done() -> None:
    history = History(
        read_month("2026-11"),
        semester_hours=Fraction(10),
        degrees=(DegreeHeld(DegreeLevel.LAW, None, 3), DegreeHeld(DegreeLevel.MASTER, None, 9)),
        programmes={
            "p": ProgrammeState(approved=None, completed=False, completed_at=9),
            "q": ProgrammeState(approved=None, completed=False, completed_at=None),
            "r": ProgrammeState(approved=None, completed=False, completed_at=2),
        },
        changes=(Change(2, fte=Fraction(1, 2)), Change(5, leave_until=9), Change(1, leave_until=3)),
    )
    accrual = Accrual(((0, 0, 1), (2, 2, 0), (4, 2, Fraction(1, 2))))
    held = planned_service("us-xx/s", "S")
    later = history_after(history, 6, [Hold(held, 1, 6)], accrual=accrual, present=held)
    assert later.as_of == read_month("2027-05")
    assert [(one.row, one.fte) for one in later.past] == [
        (row_of_months(read_month("2026-12"), read_month("2027-01")), 1),
        (row_of_months(read_month("2027-03"), read_month("2027-05")), Fraction(1, 2)),
    ]
    assert (later.semester_hours, later.study_from) == (Fraction(10), -6)
    assert [one.from_month for one in later.degrees] == [-3, 3]
    assert [later.programmes[name].completed_at for name in "pqr"] == [3, None, 0]
    assert later.changes == (
        Change(0, fte=Fraction(1, 2)),
        Change(0, leave_until=3),
        Change(0, leave_until=0),
    )
    assert later.present == (held,)
    assert history_after(history, 0, [], accrual=accrual).present == ()


def given(
    catalog: Catalog, *via: str, stop_early: bool = False, **profile: object
) -> tuple[int | None, str | None, list[int]]:
    history = person(catalog, **profile)
    journey = set_out(
        Case(catalog, history, CLIMB), start_in(Case(catalog, history, CLIMB), "us-xx/s", target="us-xx/t")
    )
    found = travel(journey, [f"us-xx/{one}" for one in via], "us-xx/t", stop_early=stop_early)
    return found.months, found.stuck_at, [hold.to_month - hold.from_month for hold in found.journey.done]


@pytest.mark.parametrize(
    ("via", "stop_early", "found"),
    [
        (("a",), False, (7, None, [2])),
        (("b",), False, (7, None, [3])),
        (("a", "b"), False, (7, None, [2, 1])),
        ((), False, (20, None, [])),
        (("c",), False, (None, "us-xx/c", [])),
        (("c",), True, (20, None, [])),
        (("a",), True, (7, None, [2])),
        (("x",), False, (None, "us-xx/x", [])),
    ],
)
def test_the_time_along_given_classes(via: tuple[str, ...], found: object, *, stop_early: bool) -> None:
    catalog = catalog_of(
        grade("s"),
        grade("x"),
        asks("a", (2, "s")),
        either("b", (3, "s"), (1, "a")),
        asks("c", (9, "s"), (1, "")),
        either("t", (20, "s"), (5, "a"), (4, "b")),
    )
    assert given(catalog, *via, stop_early=stop_early) == found


def test_the_target_never_open_at_the_end_of_a_given_ladder() -> None:
    catalog = catalog_of(grade("s"), asks("a", (2, "s")), asks("t", (5, "s")))
    assert given(catalog, "a") == (None, "us-xx/t", [2])
    assert given(catalog, "a", jobs=[work("s", 5)]) == (0, None, [0])


def test_a_given_ladder_that_stops_short_of_a_class_only_named() -> None:
    catalog = catalog_of(grade("s"), grade("n"), asks("t", (5, "n")))
    found = best(catalog, "n", "t", plan=CLIMB._replace(via=("us-xx/s",)))
    assert (found.status, [one.code for one in found.conditions]) == ("unknown", ["ENTRY_UNKNOWN"])
    assert found.target == "us-xx/t"


def test_a_target_only_named_beyond_a_class_that_never_opens() -> None:
    catalog = catalog_of(
        grade("s"),
        asks("a", (2, "")),
        asks("p", (1, "a"), trainee_targets=[{"class": "us-xx/t", "source": {"document": "d", "section": "s"}}]),
        grade("t"),
    )
    found = best(catalog, "p", "t", plan=CLIMB._replace(via=("us-xx/a",)))
    assert (found.status, found.missing, found.requirements) == ("unreachable", (("us-xx/a#e0",),), ())
    history = day_one(read_month("2026-11"))
    journey = set_out(
        Case(catalog, history, CLIMB), start_in(Case(catalog, history, CLIMB), "us-xx/p", target="us-xx/t")
    )
    assert judge_at(journey, (), "us-xx/t", 0) == ()


def test_following_a_plan_month_by_month() -> None:
    history = day_one(read_month("2026-11"))
    journey = set_out(Case(MANY, history, CLIMB), start_in(Case(MANY, history, CLIMB), "us-xx/s", target="us-xx/t"))
    ended = follow(journey, ["us-xx/s", "us-xx/s", "us-xx/a", "us-xx/b"])
    assert ended.rungs == ("us-xx/s", "us-xx/a", "us-xx/b")
    assert [(hold.from_month, hold.to_month) for hold in ended.done] == [(0, 2), (2, 3)]
    assert (ended.month, follow(journey, []).rungs) == (3, ("us-xx/s",))


def test_conditions_of_classes_on_the_way_are_told() -> None:
    first = asks(
        "a", (2, "s"), conditions=[{"code": "TRAVEL", "text": "x", "source": {"document": "d", "section": "s"}}]
    )
    catalog = catalog_of(grade("s"), first, asks("t", (3, "a")))
    found = best(catalog, "s", "t")
    assert [one.code for one in found.conditions] == ["TRAVEL"]
    assert [one.months for one in (found,)] == [5]
    assert [(one.at_month, one.route, one.kind) for one in found.steps] == [
        (2, "e0", "named_experience"),
        (5, "e0", "named_experience"),
    ]


def test_conditions_that_a_class_prints_under_one_code_are_all_told() -> None:
    source = {"document": "d", "section": "s"}
    printed = [{"code": "LICENCE", "text": text, "source": source} for text in ("a card", "a badge")]
    catalog = catalog_of(grade("s"), asks("a", (2, "s"), conditions=printed), asks("t", (3, "a"), conditions=printed))
    assert [one.text for one in best(catalog, "s", "a").conditions] == ["a card", "a badge"]
    assert [one.text for one in best(catalog, "s", "t").conditions] == ["a card", "a badge"]
    on_the_way = catalog_of(grade("s"), asks("a", (2, "s"), conditions=printed), asks("t", (3, "a")))
    assert [one.text for one in best(on_the_way, "s", "t").conditions] == ["a card", "a badge"]


def test_a_move_that_no_step_joins_is_by_the_open_route() -> None:
    catalog = catalog_of(grade("s"), asks("a", (2, "s")), asks("t", (3, "a"), routes=[["e0"]]))
    catalog = catalog_of(
        grade("s"),
        asks("a", (2, "s")),
        either("t", (30, "a"), (6, "")),
        rulings=[{"class": "us-xx/s", "counts_toward": ["us-xx/t#e1"], "by": "b", "reason": "r"}],
    )
    found = best(catalog, "s", "t")
    assert moves(found) == [("s", "t", 6)]
    assert (found.steps[0].kind, found.steps[0].route) == ("open_route", "e1")


def test_plan_kinds_are_words() -> None:
    assert [kind.value for kind in PlanKind] == ["none", "stay", "climb"]


def test_classes_at_a_level_make_a_ladder_only_where_they_are_asked_for() -> None:
    pay = {"plan": "P", "grade": "1", "source": SOURCE}
    level = service("e0", 6, {"class": "us-xx/a", "certainty": "level"})
    catalog = catalog_of(grade("s", pay=pay), grade("a", pay=pay), grade("t", level))
    assert classes_between(catalog, "us-xx/s", "us-xx/t", frozenset()) is None
    assert classes_between(catalog, "us-xx/s", "us-xx/t", frozenset([Certainty.INFERRED])) is None
    assert classes_between(catalog, "us-xx/s", "us-xx/t", frozenset([Certainty.PEER])) == set()
    assert classes_between(catalog, "us-xx/a", "us-xx/t", frozenset()) == set()
    used = {one: [step.feeder_class for step in steps_used(catalog, frozenset(one))] for one in ((), (Certainty.PEER,))}
    assert used == {(): ["us-xx/a"], (Certainty.PEER,): ["us-xx/a", "us-xx/s"]}
