"""The earliest month that each door could open, proved never too late.

A scalar earliest-arrival search over routes (Knuth's generalisation of Dijkstra's
method to AND-OR graphs): a route opens once every demand can be filled, given the
earliest month that a place for it opens. Within a route, demands on nested or disjoint
places compete for months and are scheduled one month at a time; across routes they are
not, so the result is a lower bound (docs/semantics.md, section 4).
"""

from heapq import heappop, heappush
from itertools import pairwise
from typing import NamedTuple

from ladder.eligibility.clocks import HORIZON, Amount
from ladder.paths.board import Board, FlatRoute, places_in

UNREACHED = 1_000_000
"""Later than any month of a plan."""


class Bound(NamedTuple):
    """The earliest months of doors from one state, and the routes that give them.

    ``left`` is, for each demand, what is still asked in the state, and ``needed`` the
    whole months of service that takes at least; ``opener`` is the place that opens first
    of those that fill it, -1 where none does.
    """

    board: Board
    month: int
    left: list[Amount]
    needed: list[int]
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


def find_bound(
    board: Board,
    values: tuple[Amount, ...],
    month: int,
    places: int,
    *,
    goal_only: bool = True,
    limit: int = HORIZON,
) -> Bound:
    """Return the earliest month of every door from a state.

    ``places`` is the bit set of places open in the state. With ``goal_only`` the search
    ends when the goal is settled; doors later than that stay unreached, as do those
    later than ``limit``.
    """
    left = board.left_of_all(values, month)
    doors = board.goal + 1
    waiting = _waiting(board, left)
    bound = Bound(
        board=board,
        month=month,
        left=left,
        needed=board.months_for_all(left),
        earliest=[UNREACHED] * (doors + 1),  # the last one is that of no opener, -1
        route=[-1] * doors,
        opener=[-1] * len(left),
        waiting=waiting,
        queue=[],
        limit=limit,
    )
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
    for number, (amount, by_time) in enumerate(zip(left, board.final_credit, strict=True)):
        if amount > by_time:
            waiting[board.route_of_demand[number]] += 1
    return waiting


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
    board, earliest = bound.board, bound.earliest
    for number in board.demands_at[place]:
        amount = left[number]
        if opener[number] < 0 and amount > 0:
            opener[number] = place
            route = board.route_of_demand[number]
            if amount > board.final_credit[number]:
                waiting[route] -= 1
            if not waiting[route] and earliest[board.routes[route].door] > month:
                _offer(bound, route)


def _offer(bound: Bound, number: int) -> None:
    route = bound.board.routes[number]
    month = completion(bound, route)
    if month <= bound.limit and month < bound.earliest[route.door]:
        heappush(bound.queue, (month, route.door, number))


def completion(bound: Bound, route: FlatRoute) -> int:
    """Return the earliest month in which every demand of the route can be filled."""
    earliest = max(route.ready, bound.month)
    if not route.changes:
        return max(earliest, _scheduled(bound, route, earliest))
    starts = [earliest, *(month for month in route.changes if month > earliest)]
    for start, end in pairwise(starts):
        month = max(start, _scheduled(bound, route, start))
        if month < end:
            return month
    return max(starts[-1], _scheduled(bound, route, starts[-1]))


def _scheduled(bound: Bound, route: FlatRoute, month: int) -> int:
    """Return when a schedule of the route's demands ends, with the credit of that month."""
    end = bound.month
    for number in route.alone:
        needed = _needed_by(bound, number, month)
        if needed:
            release = _release(bound, number)
            end = max(end, release + needed)
            if bound.board.varies:
                end = max(end, _served(bound, [(release, _service_by(bound, number, month))]))
    for family in route.joint:
        end = max(end, family_end(bound, route, family, month))
    return end


def _release(bound: Bound, number: int) -> int:
    """Return the month from which a demand can be filled: its first place is open, and service counts."""
    return max(bound.earliest[bound.opener[number]], bound.board.demands[number].demand.begins)


def _needed_by(bound: Bound, number: int, month: int) -> int:
    """Return the months of service that a demand needs, with the credit of a month to come."""
    if bound.board.demands[number].demand.credit is None or month <= bound.month:
        return bound.needed[number]
    flat, amount = bound.board.demands[number], _left_by(bound, number, month)
    return bound.board.months_to_fill(flat, amount) if amount > 0 else 0


def _left_by(bound: Bound, number: int, month: int) -> Amount:
    """Return what a demand still asks of service, with the credit of a month to come."""
    credit, left = bound.board.demands[number].demand.credit, bound.left[number]
    if credit is None or month <= bound.month:
        return left
    return left - credit.at(month) + credit.at(bound.month)


def _service_by(bound: Bound, number: int, month: int) -> Amount:
    """Return the service that a demand takes at least, with the credit of a month to come."""
    return bound.board.demands[number].service_to_fill(_left_by(bound, number, month))


def _served(bound: Bound, jobs: list[tuple[int, Amount]]) -> int:
    """Return when service has accrued for all jobs of (release month, amount), one after the other.

    Where the share of full time changes, this is later than months at the greatest share.
    """
    accrual = bound.board.accrual
    served = accrual.by(bound.month)
    for release, amount in sorted(jobs):
        served = max(served, accrual.by(release)) + amount
    month = accrual.first_month_with(served)
    return UNREACHED if month is None else month


def family_end(bound: Bound, route: FlatRoute, family: tuple[tuple[int, int], ...], month: int) -> int:
    """Return when the jobs of a family of demands are done, one month at a time."""
    end = bound.month
    for release, _, months in sorted(family_jobs(bound, route, family, month)):
        end = max(end, release) + months
    return max(end, _served(bound, _amounts(bound, route, family, month))) if bound.board.varies else end


def _amounts(
    bound: Bound, route: FlatRoute, family: tuple[tuple[int, int], ...], month: int
) -> list[tuple[int, Amount]]:
    """Return (release month, amount of service) so that nested demands share what is served."""
    inner: list[Amount] = [0] * (len(route.demands) + 1)
    jobs = []
    for position, container in family:
        number = route.demands[position]
        amount, within = _service_by(bound, number, month), inner[position]
        if amount > within:
            jobs.append((_release(bound, number), amount - within))
        inner[container] += max(amount, within)
    return jobs


def family_jobs(
    bound: Bound, route: FlatRoute, family: tuple[tuple[int, int], ...], month: int
) -> list[tuple[int, int, int]]:
    """Return (release month, demand, months) so that nested demands share their months."""
    inner = [0] * (len(route.demands) + 1)
    jobs = []
    for position, container in family:
        number = route.demands[position]
        needed = _needed_by(bound, number, month)
        within = inner[position]
        if needed > within:
            jobs.append((_release(bound, number), number, needed - within))
            inner[container] += needed
        else:
            inner[container] += within
    return jobs
