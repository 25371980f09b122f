"""What can be reached in the end, however long it takes: exact, for time only ever adds.

Months served are never lost, and the first class can be held for as long as anything
asks before it is left. So a door opens in the end if each demand of some route can be
filled by places that open in the end, or by credit.
"""

from ladder.eligibility.clocks import Amount
from ladder.paths.problem import START, Climb, Demand, DoorRoute


def open_in_the_end(climb: Climb) -> tuple[int, bool]:
    """Return the bit set of places that open in the end, and whether the goal does."""
    places = 1 << START
    before = 0
    while places != before:
        before = places
        for place, routes in enumerate(climb.doors):
            if any(opens(route, places) for route in routes):
                places |= 1 << place
    return places, any(opens(route, places) for route in climb.goal)


def opens(route: DoorRoute, places: int) -> bool:
    """Return whether the route is met in the end if just these places are open."""
    return all(demand.places & places or most_credit(demand) >= demand.months for demand in route.demands)


def most_credit(demand: Demand) -> Amount:
    """Return the months that credit comes to in the end."""
    return demand.credit.steps[-1][1] if demand.credit else 0


def leave_out_unreachable(climb: Climb, places: int) -> Climb:
    """Return the climb without the routes that are not met in the end, whatever is done."""
    doors = tuple(tuple(route for route in routes if opens(route, places)) for routes in climb.doors)
    return climb._replace(doors=doors, goal=tuple(route for route in climb.goal if opens(route, places)))
