"""Branch and bound over ways to open doors: which route, and which place first.

A plan that reaches the goal opens some doors, each by a route, and for each demand of
those routes some place is the first to be open. Given such choices, the months that
all their demands take together, scheduled one month at a time, are a lower bound for
every plan that makes them. Where no choice comes out below a plan in hand, that plan is
proved best.
"""

from collections.abc import Iterator

from ladder.paths.board import Board, lay_out, places_in
from ladder.paths.bounds import UNREACHED, Bound, completion
from ladder.paths.problem import DoorRoute
from ladder.paths.work import WORK, Work

Job = tuple[int, int, int]
"""A demand as a job: its set of places, the month it can begin, the months it takes."""


_MOST_JOBS = 200
"""Choices are made one inside the other; where they are about to go deeper, there is no proof."""


class OutOfBudgetError(Exception):
    """The allowance of choices ended before the search did."""


def makespan(jobs: dict[int, tuple[int, int]]) -> int:
    """Return a month before which the jobs cannot all be done, one place a month.

    ``jobs`` maps a set of places to (month it can begin, months it takes). Of sets that
    are neither nested nor disjoint the smaller job is left out, so the result is a
    lower bound.
    """
    family: list[int] = []
    for places in sorted(jobs, key=lambda one: (-jobs[one][1], one)):
        if all(places & other in (0, places, other) for other in family):
            family.append(places)
    family.sort(key=int.bit_count)
    inner = [0] * len(family)
    work: list[tuple[int, int]] = []
    for position, places in enumerate(family):
        begin, months = jobs[places]
        work.append((begin, max(0, months - inner[position])))
        total = max(months, inner[position])
        for later in range(position + 1, len(family)):
            if places & family[later] == places:
                inner[later] += total
                break
    work.sort()
    end = 0
    for begin, months in work:
        if months:
            end = max(end, begin) + months
    return end


class Prover:
    """The running branch and bound: choices made so far, and the limit to stay within."""

    def __init__(self, bound: Bound, *, limit: int, budget: int, work: Work | None = None) -> None:
        """Take the bound of every door from the start; choices beyond the limit are cut."""
        self.board: Board = bound.board
        self.bound = bound
        self.limit = limit
        self.budget = budget
        self.work = work or Work(WORK)
        self.begun: set[int] = set()
        self.opened: dict[int, int] = {}
        self.chosen: dict[int, int] = {}
        self.needs = [self._months_needed(number) for number in range(len(self.board.demands))]
        self.places = [flat.places for flat in self.board.demands]
        self.jobs: list[Job] = []

    def least(self) -> Iterator[int]:
        """Yield the lower bound of each complete set of choices within the limit.

        The limit may be lowered between one and the next.

        Raises:
            OutOfBudgetError: the budget ended; what is left is not known.

        """
        for _ in self._open(self.board.goal):
            end = self.opened[self.board.goal]
            if end <= self.limit:
                yield end

    def board_as_chosen(self) -> Board:
        """Return the board with the doors and routes now chosen, and those open at the start."""
        climb = self.board.climb
        doors = [()] + [self._routes_as_chosen(door) for door in range(1, self.board.goal)]
        return lay_out(climb._replace(doors=tuple(doors), goal=self._routes_as_chosen(self.board.goal)))

    def _routes_as_chosen(self, door: int) -> tuple[DoorRoute, ...]:
        routes = self.board.climb.goal if door == self.board.goal else self.board.climb.doors[door]
        if door in self.chosen:
            return (routes[self.board.routes_of[door].index(self.chosen[door])],)
        return routes if self.bound.earliest[door] <= self.bound.month else ()

    def _months_needed(self, number: int) -> int:
        """Return the months that a demand takes at least, with all credit there is by the limit."""
        flat, amount = self.board.demands[number], self.bound.left[number]
        if flat.demand.credit is not None:
            amount -= flat.demand.credit.at(self.limit) - flat.demand.credit.at(self.bound.month)
        return self.board.months_to_fill(flat, amount) if amount > 0 else 0

    def _open(self, door: int) -> Iterator[None]:
        """Make every set of choices that opens a door, one after the other."""
        if door in self.opened:
            yield
            return
        if door in self.begun:
            return
        self.begun.add(door)
        try:
            for number in self._routes_in_time(door):
                yield from self._by_route(door, number)
        finally:
            self.begun.discard(door)

    def _routes_in_time(self, door: int) -> list[int]:
        timed = [(completion(self.bound, self.board.routes[one]), one) for one in self.board.routes_of[door]]
        return [one for month, one in sorted(timed) if month <= self.limit]

    def _by_route(self, door: int, number: int) -> Iterator[None]:
        route = self.board.routes[number]
        demands = sorted((one for one in route.demands if self.needs[one]), key=lambda one: -self._begins(one))
        mark = len(self.jobs)
        self.jobs += [(self.places[one], self._begins(one), self.needs[one]) for one in demands]
        if self._fits():
            for _ in self._fill(demands, 0, mark):
                self.opened[door] = max(route.ready, self._end(mark))
                self.chosen[door] = number
                yield
                del self.opened[door], self.chosen[door]
        del self.jobs[mark:]

    def _begins(self, number: int) -> int:
        """Return the earliest month in which service in any place of the demand can count."""
        opens = min((self._opens(place) for place in places_in(self.places[number])), default=UNREACHED)
        return max(opens, self.board.demands[number].demand.begins)

    def _opens(self, place: int) -> int:
        return self.opened.get(place, self.bound.earliest[place])

    def _fits(self) -> bool:
        """Return whether all jobs so far fit the limit; each look spends from the budget."""
        jobs = len(self.jobs)
        self.budget -= 1
        spent = self.work.spend(1 + jobs * (jobs + 8) // 16)
        if self.budget < 0 or not spent or jobs > _MOST_JOBS:
            raise OutOfBudgetError
        return self._end(0) <= self.limit

    def _end(self, mark: int) -> int:
        merged: dict[int, tuple[int, int]] = {}
        for places, begin, months in self.jobs[mark:]:
            other = merged.get(places)
            merged[places] = (begin, months) if other is None else (min(begin, other[0]), max(months, other[1]))
        return makespan(merged)

    def _fill(self, demands: list[int], position: int, mark: int) -> Iterator[None]:
        """Choose for each demand the place that is open first; its job stands at the mark."""
        if position == len(demands):
            yield
            return
        number = demands[position]
        places = sorted(places_in(self.places[number]), key=self._opens)
        if self.bound.earliest[places[0]] <= self.bound.month:
            yield from self._fill(demands, position + 1, mark)
            return
        before = self.jobs[mark + position]
        for place in places:
            was_open = place in self.opened
            for _ in self._open(place):
                begins = max(self._opens(place), self.board.demands[number].demand.begins)
                self.jobs[mark + position] = (self.places[number], begins, self.needs[number])
                if self._fits():
                    yield from self._fill(demands, position + 1, mark)
                self.jobs[mark + position] = before  # the next way to open the place starts from the bound again
            if was_open:
                break
