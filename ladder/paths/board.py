"""The climb laid out flat for search: counters, demands and doors by number.

A counter is a set of places whose service some demand counts. A state is how far each
counter has come, the month, and whether the first class is still held.
"""

from collections.abc import Iterator
from fractions import Fraction
from operator import itemgetter
from typing import NamedTuple

from ladder.eligibility.clocks import Accrual, Amount, exact
from ladder.paths.problem import START, Climb, Demand, DoorRoute
from ladder.values import Value

Families = tuple[tuple[tuple[int, int], ...], ...]
"""Sets of demands nested or disjoint, each as (position, position of the container or -1)."""


_MOST_FAMILIES, _MOST_COMPARED = 64, 256
"""Fewer families make the bound no worse than lower."""


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

    def service_to_fill(self, amount: Amount) -> Amount:
        """Return service that an amount of the demand takes at least, whole where it is of several weights."""
        return amount if self.most_a_month == 1 else amount // self.most_a_month


class FlatRoute(NamedTuple):
    """One route through a door: its demands by number, and which nest in which.

    ``alone`` are the demands that are a family by themselves, ``joint`` the families of more.
    """

    id: str
    door: int
    ready: int
    demands: tuple[int, ...]
    families: Families
    changes: tuple[int, ...]
    alone: tuple[int, ...]
    joint: Families


class Board(Value):
    """The flat climb. Doors are numbered as places are; the goal is the last door.

    Nothing moves a counter before the month of ``begins`` that is its own.
    ``plain`` is what each demand asks and its counter, which is all there is to it but for
    the ``special`` ones: of credit to come, or of service that does not count month for
    month. ``varies`` says that the share of full time changes; where not, whole months tell
    all. ``cost`` is the steps of work that one look at all demands takes: each demand, and
    a quarter more for every further family of its route that holds it.
    """

    climb: Climb
    counters: tuple[int, ...]
    begins: tuple[int, ...]
    demands: tuple[FlatDemand, ...]
    routes: tuple[FlatRoute, ...]
    routes_of: tuple[tuple[int, ...], ...]
    route_of_demand: tuple[int, ...]
    demands_at: tuple[tuple[int, ...], ...]
    gains: tuple[tuple[int, ...], ...]
    most: tuple[Amount, ...]
    doors_near: tuple[tuple[int, ...], ...]
    greatest_share: Amount
    cost: int
    final_credit: tuple[Amount, ...]
    plain: tuple[tuple[Amount, int], ...]
    special: tuple[int, ...]
    varies: bool

    @property
    def goal(self) -> int:
        """The number of the last door: the target."""
        return len(self.climb.places)

    @property
    def accrual(self) -> Accrual:
        """How service accrues in whichever class is held."""
        return self.climb.accrual

    def left_of_all(self, values: tuple[Amount, ...], month: int) -> list[Amount]:
        """Return what each demand still asks in a state, negative where more is held."""
        left = [months - values[counter] for months, counter in self.plain]
        for number in self.special:
            left[number] = self.demands[number].left(values, month)
        return left

    def months_for_all(self, left: list[Amount]) -> list[int]:
        """Return the whole months of service that each of these amounts takes at least."""
        share = self.greatest_share
        needed = [int(-(-amount // share)) if amount > 0 else 0 for amount in left]
        for number in self.special:
            if left[number] > 0:
                needed[number] = self.months_to_fill(self.demands[number], left[number])
        return needed

    def months_for(self, amount: Amount) -> int:
        """Return whole months that the amount takes at least, at the greatest share."""
        return int(-(-amount // self.greatest_share))

    def months_to_fill(self, flat: FlatDemand, amount: Amount) -> int:
        """Return whole months of service that an amount of the demand takes at least."""
        return int(-(-amount // (self.greatest_share * flat.most_a_month)))


def lay_out(climb: Climb) -> Board:
    """Return the climb laid out flat."""
    counters: dict[tuple[int, int], int] = {}
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
    masks = tuple(map(itemgetter(0), counters))
    return Board(
        climb=climb,
        counters=masks,
        begins=tuple(map(itemgetter(1), counters)),
        demands=tuple(demands),
        routes=tuple(routes),
        routes_of=tuple(routes_of),
        route_of_demand=tuple(number for number, route in enumerate(routes) for _ in route.demands),
        demands_at=_demands_at(len(climb.places), demands),
        gains=_gains(len(climb.places), masks),
        most=_most_useful(len(counters), demands),
        doors_near=_doors_near(climb, demands, routes),
        greatest_share=max(share for _, _, share in climb.accrual.segments),
        final_credit=tuple(_final_credit(flat.demand) for flat in demands),
        plain=tuple((flat.months, flat.counter) for flat in demands),
        special=_special(demands),
        varies=len(climb.accrual.segments) > 1,
        cost=1 + sum(_cost_of(route) for route in routes),
    )


def _special(demands: list[FlatDemand]) -> tuple[int, ...]:
    return tuple(number for number, flat in enumerate(demands) if flat.demand.credit or flat.weighted)


def _final_credit(demand: Demand) -> Amount:
    return demand.credit.steps[-1][1] if demand.credit else 0


def _cost_of(route: FlatRoute) -> int:
    further = max(0, sum(map(len, route.families)) - len(route.demands))
    return len(route.demands) + further // 4


def _flat(demand: Demand, counters: dict[tuple[int, int], int]) -> FlatDemand:
    def number(places: int) -> int:
        return counters.setdefault((places, demand.begins), len(counters))

    if not demand.levels:
        return FlatDemand(number(demand.places), demand.places, demand.months, demand)
    weighted = tuple((number(places), weight) for weight, places in demand.levels)
    most = sum(weight for weight, _ in demand.levels)
    return FlatDemand(weighted[0][0], demand.places, demand.months, demand, weighted, most)


def _flat_route(route: DoorRoute, door: int, numbers: tuple[int, ...]) -> FlatRoute:
    changes = {month for demand in route.demands if demand.credit for month, _ in demand.credit.steps}
    families = nested_families([demand.places for demand in route.demands])
    return FlatRoute(
        id=route.id,
        door=door,
        ready=route.ready,
        demands=numbers,
        families=families,
        changes=tuple(sorted(changes - {0})),
        alone=tuple(numbers[family[0][0]] for family in families if len(family) == 1),
        joint=tuple(family for family in families if len(family) > 1),
    )


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

    Each is given innermost first, with the position of the least container. Where there
    are more than :data:`_MOST_FAMILIES`, so many; a bit set in none of them stands alone.
    """
    if len(masks) == 1:
        return (((0, -1),),)
    order = sorted(range(len(masks)), key=lambda position: (masks[position].bit_count(), position))
    families = _largest_families(order[:_MOST_COMPARED], masks)
    held = {one for family in families for one in family}
    families += [[one] for one in order if one not in held]
    return tuple(
        tuple((one, _container(one, family[at + 1 :], masks)) for at, one in enumerate(family)) for family in families
    )


def _largest_families(order: list[int], masks: list[int]) -> list[list[int]]:
    """Return the largest families in which all agree, grown one member at a time.

    A member joins what agrees with it of every family; families that do not wholly
    agree with it stay as they are besides.
    """
    families: list[list[int]] = [[]] if order else []
    for member in order:
        agreeing = [[one for one in family if _agree(masks[member], masks[one])] for family in families]
        apart = [family for family, joined in zip(families, agreeing, strict=True) if len(joined) < len(family)]
        families = ([[*joined, member] for joined in _not_covered(agreeing)] + apart)[:_MOST_FAMILIES]
    return families


def _not_covered(families: list[list[int]]) -> list[list[int]]:
    """Return the families that are not part of another, each once."""
    kept: list[tuple[set[int], list[int]]] = []
    for family in sorted(families, key=len, reverse=True):
        members = set(family)
        if not any(members <= other for other, _ in kept):
            kept.append((members, family))
    return [family for _, family in kept]


def _agree(one: int, other: int) -> bool:
    shared = one & other
    return shared in (0, one, other)


def _container(position: int, later: list[int], masks: list[int]) -> int:
    return next((other for other in later if masks[position] & masks[other] == masks[position]), -1)


def start_values(board: Board) -> tuple[Amount, ...]:
    """Return the counters at the start: all at nought."""
    return (0,) * len(board.counters)


def serve(board: Board, values: tuple[Amount, ...], place: int, since: int, until: int) -> tuple[Amount, ...]:
    """Return the counters after serving in a place from a month to another, none beyond what can be used."""
    moved, accrued = list(values), board.accrual.by
    amount = accrued(until) - accrued(since)
    for counter in board.gains[place]:
        begins = board.begins[counter]
        served = amount if begins <= since else accrued(max(begins, until)) - accrued(begins)
        moved[counter] = min(board.most[counter], moved[counter] + served)
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
