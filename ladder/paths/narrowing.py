"""Leave out of a climb what cannot be part of any plan of so many months."""

from ladder.paths.board import Board, lay_out, places_in
from ladder.paths.bounds import Bound, completion
from ladder.paths.problem import START, Climb, Demand, DoorRoute


def narrow(bound: Bound, limit: int) -> Board:
    """Return the board without places and routes that no plan of ``limit`` months uses.

    ``bound`` is the bound of every door from the start. A door is kept if it can open
    early enough to serve in it and still be done: a place that alone fills a demand
    must be served for all of the demand's months.
    """
    deadlines = _deadlines(bound, limit)
    board = bound.board
    places = [START, *(place for place in range(1, board.goal) if place in deadlines)]
    index = {place: number for number, place in enumerate(places)}
    climb = board.climb
    doors = tuple(_kept(bound, door, deadlines[door], index) if door else () for door in places)
    goal = _kept(bound, board.goal, limit, index)
    return lay_out(
        Climb(tuple(climb.places[place] for place in places), doors, goal, climb.accrual, climb.asked, climb.unknown)
    )


def _deadlines(bound: Bound, limit: int) -> dict[int, int]:
    """Return for each door that may be used the last month in which to enter it."""
    deadlines = {bound.board.goal: limit}
    queue = [bound.board.goal]
    while queue:
        door = queue.pop()
        for place, latest in _places_asked(bound, door, deadlines[door]):
            if bound.earliest[place] <= latest and latest > deadlines.get(place, -1):
                deadlines[place] = latest
                queue.append(place)
    deadlines.setdefault(START, 0)
    return deadlines


def _places_asked(bound: Bound, door: int, deadline: int) -> list[tuple[int, int]]:
    found = []
    for number in bound.board.routes_of[door]:
        route = bound.board.routes[number]
        if completion(bound, route) > deadline:
            continue
        for demand in route.demands:
            flat = bound.board.demands[demand]
            places = list(places_in(flat.places))
            alone = len(places) == 1 and flat.demand.credit is None
            months = max(1, bound.board.months_to_fill(flat, bound.left[demand])) if alone else 1
            found += [(place, deadline - months) for place in places]
    return found


def _kept(bound: Bound, door: int, deadline: int, index: dict[int, int]) -> tuple[DoorRoute, ...]:
    """Return the door's routes that can be met by the deadline, with places renumbered."""
    board = bound.board
    routes = board.climb.goal if door == board.goal else board.climb.doors[door]
    return tuple(
        route._replace(demands=tuple(_renumbered(demand, index) for demand in route.demands))
        for number, route in zip(board.routes_of[door], routes, strict=True)
        if completion(bound, board.routes[number]) <= deadline
    )


def _renumbered(demand: Demand, index: dict[int, int]) -> Demand:
    levels = tuple((weight, places) for weight, mask in demand.levels if (places := _mask(mask, index)))
    return demand._replace(places=_mask(demand.places, index), levels=levels)


def _mask(places: int, index: dict[int, int]) -> int:
    found = 0
    for place in places_in(places):
        if place in index:
            found |= 1 << index[place]
    return found
