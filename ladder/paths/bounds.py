"""The earliest month that each door could open, proved never too late.

A scalar earliest-arrival search over routes (Knuth's generalisation of Dijkstra's
method to AND-OR graphs): a route opens once every demand can be filled, given the
earliest month that a place for it opens. Within a route, demands on nested or disjoint
places compete for months and are scheduled one month at a time; across routes they are
not, so the result is a lower bound (SEMANTICS section 4).
"""

from heapq import heappop, heappush
from typing import NamedTuple

from ladder.eligibility.clocks import Amount
from ladder.paths.board import Board, FlatRoute, places_in

UNREACHED = 1_000_000
"""Later than any month of a plan."""


class Bound(NamedTuple):
    """The earliest months of doors from one state, and the routes that give them.

    ``left`` is, for each demand, what is still asked in the state; ``opener`` the place
    that opens first of those that fill it, -1 where none does.
    """

    board: Board
    month: int
    left: list[Amount]
    earliest: list[int]
    route: list[int]
    opener: list[int]
    waiting: list[int]
    queue: list[tuple[int, int, int]]
    limit: int

    @property
    def goal(self) -> int:
        """The earliest month of the goal, :data:`UNREACHED` if it cannot be reached."""
        return self.earliest[self.board.goal]


def find_bound(  # noqa: PLR0913 - one value a part of the state
    board: Board,
    values: tuple[Amount, ...],
    month: int,
    places: int,
    *,
    goal_only: bool = True,
    limit: int = UNREACHED,
) -> Bound:
    """Return the earliest month of every door from a state.

    ``places`` is the bit set of places open in the state. With ``goal_only`` the search
    ends when the goal is settled; doors later than that stay unreached, as do those
    later than ``limit``.
    """
    left = [flat.left(values, month) for flat in board.demands]
    doors = board.goal + 1
    waiting = _waiting(board, left)
    bound = Bound(board, month, left, [UNREACHED] * doors, [-1] * doors, [-1] * len(left), waiting, [], limit)
    for number, waits in enumerate(waiting):
        if not waits and not places >> board.routes[number].door & 1:
            _offer(bound, number)
    for place in places_in(places):
        bound.earliest[place] = month
    for place in places_in(places):
        _settle(bound, place, month)
    _run(bound, board.goal if goal_only else -1)
    return bound


def _waiting(board: Board, left: list[Amount]) -> list[int]:
    """Return for each route how many demands wait for a place to open.

    A demand that study alone fills in time does not wait.
    """
    waiting = [0] * len(board.routes)
    for number, amount in enumerate(left):
        if amount > 0 and not _filled_by_time(board, number, amount):
            waiting[board.route_of_demand[number]] += 1
    return waiting


def _filled_by_time(board: Board, number: int, amount: Amount) -> bool:
    """Return whether credit yet to come fills the demand without service."""
    credit = board.demands[number].demand.credit
    return credit is not None and amount <= credit.steps[-1][1]


def _run(bound: Bound, last: int) -> None:
    earliest, routes = bound.earliest, bound.route
    while bound.queue:
        month, door, number = heappop(bound.queue)
        if month >= earliest[door]:
            continue
        earliest[door] = month
        routes[door] = number
        if door == last:
            return
        if door != bound.board.goal:
            _settle(bound, door, month)


def _settle(bound: Bound, place: int, month: int) -> None:
    """Tell every demand that the place fills, and offer the routes that wait no more."""
    opener, left, waiting = bound.opener, bound.left, bound.waiting
    route_of, earliest = bound.board.route_of_demand, bound.earliest
    for number in bound.board.demands_at[place]:
        if opener[number] < 0 and left[number] > 0:
            opener[number] = place
            route = route_of[number]
            if not _filled_by_time(bound.board, number, left[number]):
                waiting[route] -= 1
            if not waiting[route] and earliest[bound.board.routes[route].door] > month:
                _offer(bound, route)


def _offer(bound: Bound, number: int) -> None:
    route = bound.board.routes[number]
    month = completion(bound, route)
    if month <= bound.limit and month < bound.earliest[route.door]:
        heappush(bound.queue, (month, route.door, number))


def completion(bound: Bound, route: FlatRoute) -> int:
    """Return the earliest month in which every demand of the route can be filled."""
    earliest = max(route.ready, bound.month)
    changes = [month for month in route.changes if month > earliest]
    for start, end in zip([earliest, *changes], [*changes, UNREACHED], strict=True):
        month = max(start, _scheduled(bound, route, start))
        if month < end or end == UNREACHED:
            return month
    return UNREACHED


def _scheduled(bound: Bound, route: FlatRoute, month: int) -> int:
    """Return when a schedule of the route's demands ends, with the credit of that month."""
    if len(route.demands) == 1:
        number = route.demands[0]
        needed = _needed(bound, number, month)
        return _release(bound, number, needed) + needed
    return max((family_end(bound, route, family, month) for family in route.families), default=bound.month)


def _needed(bound: Bound, number: int, month: int) -> int:
    """Return the whole months of service that a demand needs at least."""
    flat = bound.board.demands[number]
    amount = bound.left[number]
    if flat.demand.credit is not None and month > bound.month:
        amount -= flat.demand.credit.at(month) - flat.demand.credit.at(bound.month)
    if amount <= 0:
        return 0
    if flat.capped:
        amount = amount if isinstance(amount, int) else -(-amount // 1)
        return -(-bound.board.months_for(amount) // (1 + len(flat.capped)))
    return bound.board.months_for(amount)


def _release(bound: Bound, number: int, needed: int) -> int:
    if not needed:
        return bound.month
    opener = bound.opener[number]
    return bound.earliest[opener] if opener >= 0 else UNREACHED


def family_end(bound: Bound, route: FlatRoute, family: tuple[tuple[int, int], ...], month: int) -> int:
    jobs = family_jobs(bound, route, family, month)
    end = bound.month
    for release, _, months in sorted(jobs):
        if months:
            end = max(end, release) + months
    return end


def family_jobs(
    bound: Bound, route: FlatRoute, family: tuple[tuple[int, int], ...], month: int
) -> list[tuple[int, int, int]]:
    """Return (release month, demand, months) so that nested demands share their months."""
    inner: dict[int, int] = {}
    jobs = []
    for position, container in family:
        number = route.demands[position]
        needed = _needed(bound, number, month)
        within = inner.get(position, 0)
        jobs.append((_release(bound, number, needed), number, max(0, needed - within)))
        inner[container] = inner.get(container, 0) + max(needed, within)
    return jobs
