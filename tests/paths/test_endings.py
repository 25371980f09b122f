"""What can be reached in the end, and what of a climb is left out for it."""

from ladder.eligibility.clocks import Credit
from ladder.paths.endings import leave_out_unreachable, open_in_the_end
from tests.paths.small_ladders import board, demand, door

ENOUGH, TOO_LITTLE = (Credit(((0, 0), (8, months))) for months in (6, 5))
CLIMB = board(
    [door(demand(3, 0)), door(demand(2, 2))],
    [door(demand(3, 1), demand(1, 3)), door(demand(6, credit=TOO_LITTLE))],
    [door(demand(1, 2))],
    [door(demand(6, 2, credit=ENOUGH)), door(demand(9, 0), demand(2, 2, 3))],
    goal=[door(demand(4, 2)), door(demand(1, 1), demand(2, 4)), door()],
).climb


def test_a_door_opens_in_the_end_where_places_that_open_or_credit_fill_every_demand() -> None:
    assert open_in_the_end(CLIMB) == (0b10011, True)
    assert open_in_the_end(CLIMB._replace(goal=CLIMB.goal[:1])) == (0b10011, False)


def test_routes_that_are_never_met_are_left_out_of_doors_and_goal() -> None:
    places, _ = open_in_the_end(CLIMB)
    kept = leave_out_unreachable(CLIMB, places)
    assert kept.doors == ((), CLIMB.doors[1][:1], (), (), CLIMB.doors[4][:1])
    assert kept.goal == CLIMB.goal[1:]
    assert kept == CLIMB._replace(doors=kept.doors, goal=kept.goal)
