"""Climbs in whole units: the same plans in the same months, and no fraction left."""

from fractions import Fraction

from ladder.eligibility.clocks import Accrual, Credit
from ladder.paths.problem import Climb, Demand, DoorRoute
from ladder.paths.search import find_plan
from ladder.paths.units import in_whole_units
from tests.paths.small_ladders import FULL_TIME


def climb_of(*demands: Demand, accrual: Accrual = FULL_TIME) -> Climb:
    return Climb(("s", "a"), ((), (DoorRoute("r", 0, (Demand(1, 3),)),)), (DoorRoute("r", 0, demands),), accrual)


def test_whole_amounts_stay_as_they_are() -> None:
    climb = climb_of(Demand(2, 12, Credit(((0, 0), (3, 6)))))
    assert in_whole_units(climb) is climb


def test_each_amount_becomes_whole() -> None:
    quarter = Accrual(((0, 0, Fraction(1, 4)), (6, Fraction(3, 2), 1)))
    climb = climb_of(Demand(2, Fraction(7, 3), Credit(((0, 0), (3, Fraction(1, 2))))), Demand(1, 4), accrual=quarter)
    whole = in_whole_units(climb)
    assert whole.accrual.segments == ((0, 0, 3), (6, 18, 12))
    assert whole.goal[0].demands == (Demand(2, 28, Credit(((0, 0), (3, 6)))), Demand(1, 48))
    assert whole.doors == ((), (DoorRoute("r", 0, (Demand(1, 36),)),))
    assert (whole.places, whole.asked, whole.unknown) == (climb.places, climb.asked, climb.unknown)


def test_what_a_level_makes_of_a_month_is_no_amount() -> None:
    levels = ((1, 1), (1, 3))
    climb = climb_of(Demand(3, Fraction(5, 2), None, levels))
    assert in_whole_units(climb).goal[0].demands == (Demand(3, 5, None, levels),)
    found = find_plan(climb)
    assert found.held is not None
    assert (len(found.held), found.proved_months) == (2, 2)
