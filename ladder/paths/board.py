"""The climb laid out flat for search: counters, demands and doors by number.

A counter is a set of places whose service some demand counts. A state is how far each
counter has come, the month, and whether the first class is still held.
"""

from collections.abc import Iterator
from fractions import Fraction
from math import ceil
from typing import NamedTuple

from ladder.eligibility.clocks import Accrual, Amount, exact
from ladder.paths.problem import START, Climb, Demand, DoorRoute

Families = tuple[tuple[tuple[int, int], ...], ...]
"""Sets of demands nested or disjoint, each as (position, position of the container or -1)."""


class FlatDemand(NamedTuple):
    """One demand by number: its counters, what is asked, and how its credit steps up.

    ``weighted`` are (counter, weight) where not every month counts one month; ``counter`` is
    then the first of them. A month in any place counts at most ``most_a_month``.
    """

    counter: int
    places: int
    months: Amount
    demand: Demand
    weighted: tuple[tuple[int, int], ...] = ()
    most_a_month: int = 1

    def left(self, values: tuple[Amount, ...], month: int) -> Amount:
        """Return the months still asked in a state, negative where more is held."""
        left = self.months - values[self.counter]
        if self.weighted:
            left = self.months - sum(weight * values[counter] for counter, weight in self.weighted)
        if self.demand.credit is not None:
            left -= self.demand.credit.at(month)
        return left


class FlatRoute(NamedTuple):
    """One route through a door: its demands by number, and which nest in which."""

    id: str
    door: int
    ready: int
    demands: tuple[int, ...]
    families: Families
    changes: tuple[int, ...]


class Board(NamedTuple):
    """The flat climb. Doors are numbered as places are; the goal is the last door."""

    climb: Climb
    counters: tuple[int, ...]
    demands: tuple[FlatDemand, ...]
    routes: tuple[FlatRoute, ...]
    routes_of: tuple[tuple[int, ...], ...]
    route_of_demand: tuple[int, ...]
    demands_at: tuple[tuple[int, ...], ...]
    gains: tuple[tuple[int, ...], ...]
    most: tuple[Amount, ...]
    doors_near: tuple[tuple[int, ...], ...]
    greatest_share: Amount

    @property
    def goal(self) -> int:
        """The number of the last door: the target."""
        return len(self.climb.places)

    @property
    def accrual(self) -> Accrual:
        """How service accrues in whichever class is held."""
        return self.climb.accrual

    def months_for(self, amount: Amount) -> int:
        """Return whole months that the amount takes at least, at the greatest share."""
        if self.greatest_share == 1:
            return amount if isinstance(amount, int) else ceil(amount)
        return ceil(Fraction(amount) / self.greatest_share)

    def months_to_fill(self, flat: FlatDemand, amount: Amount) -> int:
        """Return whole months of service that an amount of the demand takes at least."""
        return self.months_for(Fraction(amount) / flat.most_a_month if flat.weighted else amount)


def lay_out(climb: Climb) -> Board:
    """Return the climb laid out flat."""
    counters: dict[int, int] = {}
    demands: list[FlatDemand] = []
    routes: list[FlatRoute] = []
    routes_of: list[tuple[int, ...]] = []
    for door, doors in enumerate((*climb.doors, climb.goal)):
        first = len(routes)
        for route in doors:
            numbers = tuple(range(len(demands), len(demands) + len(route.demands)))
            demands += [_flat(demand, counters) for demand in route.demands]
            routes.append(_flat_route(route, door, numbers))
        routes_of.append(tuple(range(first, len(routes))))
    return Board(
        climb=climb,
        counters=tuple(counters),
        demands=tuple(demands),
        routes=tuple(routes),
        routes_of=tuple(routes_of),
        route_of_demand=tuple(number for number, route in enumerate(routes) for _ in route.demands),
        demands_at=_demands_at(len(climb.places), demands),
        gains=_gains(len(climb.places), tuple(counters)),
        most=_most_useful(len(counters), demands),
        doors_near=_doors_near(climb, demands, routes),
        greatest_share=max(share for _, _, share in climb.accrual.segments),
    )


def _flat(demand: Demand, counters: dict[int, int]) -> FlatDemand:
    def number(places: int) -> int:
        return counters.setdefault(places, len(counters))

    if not demand.levels:
        return FlatDemand(number(demand.places), demand.places, demand.months, demand)
    weighted = tuple((number(places), weight) for weight, places in demand.levels)
    most = sum(weight for weight, _ in demand.levels)
    return FlatDemand(weighted[0][0], demand.places, demand.months, demand, weighted, most)


def _flat_route(route: DoorRoute, door: int, numbers: tuple[int, ...]) -> FlatRoute:
    changes = {month for demand in route.demands if demand.credit for month, _ in demand.credit.steps}
    families = nested_families([demand.places for demand in route.demands])
    return FlatRoute(route.id, door, route.ready, numbers, families, tuple(sorted(changes - {0})))


def _demands_at(places: int, demands: list[FlatDemand]) -> tuple[tuple[int, ...], ...]:
    """Return for each place the demands that service there helps, by any of their counters."""
    found: list[list[int]] = [[] for _ in range(places)]
    for number, flat in enumerate(demands):
        for place in places_in(flat.places):
            found[place].append(number)
    return tuple(tuple(numbers) for numbers in found)


def _gains(places: int, counters: tuple[int, ...]) -> tuple[tuple[int, ...], ...]:
    """Return for each place the counters that a month there moves."""
    found: list[list[int]] = [[] for _ in range(places)]
    for number, mask in enumerate(counters):
        for place in places_in(mask):
            found[place].append(number)
    return tuple(tuple(numbers) for numbers in found)


def _doors_near(climb: Climb, demands: list[FlatDemand], routes: list[FlatRoute]) -> tuple[tuple[int, ...], ...]:
    """Return for each place the doors that a month there may open: by service or by time."""
    places = len(climb.places)
    timed = {route.door for route in routes if route.ready or route.changes}
    near: list[set[int]] = [set(timed) for _ in range(places)]
    for route in routes:
        for number in route.demands:
            for place in places_in(demands[number].places):
                near[place].add(route.door)
    return tuple(tuple(sorted(doors - {START, places})) for doors in near)


def _most_useful(counters: int, demands: list[FlatDemand]) -> tuple[Amount, ...]:
    """Return for each counter the most months that any demand can use."""
    most: list[Amount] = [0] * counters
    for flat in demands:
        if not flat.weighted:
            most[flat.counter] = max(most[flat.counter], flat.months)
        for counter, weight in flat.weighted:
            most[counter] = max(most[counter], exact(Fraction(flat.months) / weight))
    return tuple(most)


def places_in(mask: int) -> Iterator[int]:
    """Yield the places of a bit set, lowest first."""
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest


def nested_families(masks: list[int]) -> Families:
    """Return the largest sets of these bit sets in which any two are nested or disjoint.

    Each is given innermost first, with the position of the least container.
    """
    order = sorted(range(len(masks)), key=lambda position: (masks[position].bit_count(), position))
    found: list[frozenset[int]] = []
    for family in _consistent(order, masks):
        if not any(family <= other for other in found):
            found.append(family)
    return tuple(
        tuple((one, _container(one, family, order, masks)) for one in order if one in family) for family in found
    )


def _consistent(order: list[int], masks: list[int]) -> list[frozenset[int]]:
    """Return consistent sets of positions, larger ones first."""
    sets: list[frozenset[int]] = [frozenset()]
    for position in order:
        sets += [one | {position} for one in sets if all(_agree(masks[position], masks[other]) for other in one)]
    return sorted(sets[1:], key=len, reverse=True)


def _agree(one: int, other: int) -> bool:
    shared = one & other
    return shared in (0, one, other)


def _container(position: int, family: frozenset[int], order: list[int], masks: list[int]) -> int:
    later = order[order.index(position) + 1 :]
    holding = (other for other in later if other in family and masks[position] & masks[other] == masks[position])
    return next(holding, -1)


def start_values(board: Board) -> tuple[Amount, ...]:
    """Return the counters at the start: all at nought."""
    return (0,) * len(board.counters)


def serve(board: Board, values: tuple[Amount, ...], place: int, amount: Amount) -> tuple[Amount, ...]:
    """Return the counters after serving in a place, none beyond what can be used."""
    moved = list(values)
    for counter in board.gains[place]:
        moved[counter] = min(board.most[counter], moved[counter] + amount)
    return tuple(moved)


def is_open(board: Board, door: int, values: tuple[Amount, ...], month: int) -> bool:
    """Return whether the door's minimum qualifications are met in a state."""
    return any(route_met(board, number, values, month) for number in board.routes_of[door])


def route_met(board: Board, number: int, values: tuple[Amount, ...], month: int) -> bool:
    """Return whether one route is met in a state."""
    route = board.routes[number]
    return month >= route.ready and all(board.demands[one].left(values, month) <= 0 for one in route.demands)


def open_at_start(board: Board) -> int:
    """Return the bit set of places open in month 0: the first class, and doors already met."""
    values = start_values(board)
    found = 1 << START
    for place in range(1, board.goal):
        if is_open(board, place, values, 0):
            found |= 1 << place
    return found


def open_after(board: Board, place: int, values: tuple[Amount, ...], month: int, *, known: int) -> int:
    """Return the places open after service in a place; the first class stays open only if it is that.

    ``known`` are the places open before: a door once open stays so.
    """
    found = known if place == START else known & ~(1 << START)
    for door in board.doors_near[place]:
        if not found >> door & 1 and is_open(board, door, values, month):
            found |= 1 << door
    return found
