"""Climbs that take very long: small shares, long leave, an end to what is sought (docs/semantics.md, C31)."""

import random
from fractions import Fraction

import pytest

from ladder.eligibility.clocks import HORIZON, Accrual
from ladder.paths.board import lay_out, nested_families, open_at_start, start_values
from ladder.paths.bounds import UNREACHED, find_bound
from ladder.paths.dives import dive
from ladder.paths.problem import Climb
from ladder.paths.search import find_plan
from ladder.paths.work import Work
from tests.eligibility.small_catalogs import Json, catalog_of, effects, grade, other, work
from tests.paths.small_ladders import CLIMB, asks, best, board, demand, door, either, moves, path
from tests.paths.test_search_parts import random_board, true_months

TWO_STEPS = catalog_of(grade("s"), asks("a", (24, "s")), asks("t", (12, "a")))


@pytest.mark.parametrize(
    ("event", "months"),
    [
        ({"month": "2026-11", "fte": "0.25"}, 144),
        ({"month": "2027-05", "fte": "0.25"}, 126),
        ({"month": "2027-05", "fte": "0.1"}, 306),
        ({"month": "2026-11", "fte": "0.03"}, 1_200),
        ({"month": "2027-05", "leave_months": 240}, 276),
        ({"month": "2027-05", "leave_months": 1_164}, 1_200),
    ],
)
def test_time_that_runs_slowly_is_proved(event: Json, months: int) -> None:
    found = best(TWO_STEPS, "s", "t", present=work("s"), events=[event])
    assert (found.months, found.proved_months) == (months, months)
    assert len(moves(found)) == 2


@pytest.mark.parametrize(
    "event",
    [
        {"month": "2026-11", "fte": "0.0299"},
        {"month": "2026-11", "fte": "0.0001"},
        {"month": "2026-11", "fte": "0.000000001"},
        {"month": "2027-05", "leave_months": 1_165},
        {"month": "2027-05", "leave_months": 1_200},
    ],
)
def test_what_takes_longer_is_not_sought(event: Json) -> None:
    answer = path(TWO_STEPS, "s", "t", present=work("s"), events=[event], alternatives=3)
    found = answer.best
    assert found is not None
    assert (found.status, found.months, found.proved_months, found.missing) == ("unreachable", None, None, ())
    assert effects(found)["HORIZON"] == "shown"
    assert answer.alternatives == ()


def test_alternatives_that_take_longer_are_not_told() -> None:
    catalog = catalog_of(grade("s"), asks("a", (601, "s")), either("t", (3, "s"), (12, "a")))
    answer = path(catalog, "s", "t", present=work("s", fte="0.5"), alternatives=3)
    assert answer.best is not None
    assert (answer.best.months, answer.alternatives, answer.truncated) == (6, (), False)


@pytest.mark.parametrize(("fte", "months"), [("0.03", 1_200), ("0.0299", None)])
def test_along_a_given_ladder(fte: str, months: int | None) -> None:
    found = best(TWO_STEPS, "s", "t", plan=CLIMB._replace(via=("us-xx/a",)), present=work("s", fte=fte))
    assert (found.months, "HORIZON" in effects(found)) == (months, months is None)
    assert found.missing == ()


def test_a_rung_that_takes_longer_on_a_given_ladder() -> None:
    found = best(TWO_STEPS, "s", "t", plan=CLIMB._replace(via=("us-xx/a",)), present=work("s", fte="0.01"))
    assert (found.status, found.missing, effects(found)["HORIZON"]) == ("unreachable", (), "shown")


def test_conditions_that_lead_beyond_change_nothing() -> None:
    standing = other("standing", "internal", standing="internal")
    gate = asks("t", (12, "a"))
    gate["qualifications"]["requirements"].append(standing)
    gate["qualifications"]["routes"][0]["requires"].append("internal")
    catalog = catalog_of(grade("s"), asks("a", (24, "s")), gate)
    assert best(catalog, "s", "t", present=work("s", fte="0.03")).if_conditions_met == (1_200, ("INTERNAL",))
    assert best(catalog, "s", "t", present=work("s", fte="0.0299")).if_conditions_met is None


def test_a_bound_sees_that_no_service_accrues() -> None:
    leave = Accrual(((0, 0, 1), (3, 3, 0), (103, 3, 1)))
    small = board([door(demand(6, 0))], goal=[door(demand(4, 1), demand(12, 0, 1))], accrual=leave)
    bound = find_bound(small, start_values(small), 0, open_at_start(small), goal_only=False)
    assert (bound.earliest[1], bound.goal) == (106, 112)
    forever = board(goal=[door(demand(6, 0))], accrual=Accrual(((0, 0, 1), (3, 3, 0))))
    assert find_bound(forever, start_values(forever), 0, 1).goal == UNREACHED


def test_bounds_are_never_above_the_truth_where_shares_change() -> None:
    for seed in range(100):
        rng = random.Random(seed)
        segments: list[tuple[int, Fraction | int, Fraction | int]] = [(0, 0, Fraction(rng.randint(0, 4), 4))]
        for month in sorted(rng.sample(range(1, 9), rng.randint(1, 3))):
            start, before, share = segments[-1]
            segments.append((month, before + (month - start) * share, Fraction(rng.randint(0, 4), 4)))
        start, before, share = segments[-1]
        segments.append((10, before + (10 - start) * share, 1))
        small = lay_out(random_board(seed).climb._replace(accrual=Accrual(tuple(segments))))
        months = true_months(small)
        bound = find_bound(small, start_values(small), 0, open_at_start(small))
        if months is not None:
            assert bound.goal <= months, seed
            found = find_plan(small.climb)
            assert found.held is not None, seed
            assert (len(found.held), found.proved_months) == (months, months), seed


def test_a_plan_of_more_months_than_are_sought_is_none() -> None:
    small = board([door(demand(600, 0))], goal=[door(demand(600, 1))])
    assert len(dive(small) or ()) == HORIZON
    longer = board([door(demand(600, 0))], goal=[door(demand(601, 1))])
    assert dive(longer) is None
    found = find_plan(longer.climb)
    assert (found.held, found.proved_months, found.beyond) == (None, None, True)


def test_a_plan_in_hand_stands_where_work_ends() -> None:
    climb = Climb(("s",), ((),), (door(demand(6, 0)),), Accrual(((0, 0, 1),)))
    assert find_plan(climb, Work(0), first=Work(0), known=("s",) * 7).held == ("s",) * 7
    assert find_plan(climb, known=("s",) * 7).held == ("s",) * 6


def test_families_of_very_many_crossing_sets_are_few() -> None:
    masks = [1 << one | 1 << (one + 1) | 1 << (one + 2) for one in range(100)]
    families = nested_families(masks)
    assert {position for family in families for position, _ in family} == set(range(100))
    assert len(families) <= 64 + 100
    many = nested_families([0b11 << number for number in range(300)])
    assert {position for family in many for position, _ in family} == set(range(300))
