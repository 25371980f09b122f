"""The least months to a target: a bound and a plan, then exact search within a budget."""

from collections import defaultdict
from collections.abc import Iterator

from ladder.eligibility.clocks import HORIZON, Amount
from ladder.paths.board import Board, lay_out, places_in
from ladder.paths.bounds import find_bound
from ladder.paths.dives import Holds, Position, bound_at, dive, held_for, is_done, next_action, start_position
from ladder.paths.endings import leave_out_unreachable, open_in_the_end
from ladder.paths.narrowing import narrow
from ladder.paths.problem import START, Climb
from ladder.paths.proofs import OutOfBudgetError, Prover
from ladder.paths.units import in_whole_units
from ladder.paths.work import FIRST_PLAN, WORK, Work
from ladder.values import Value

PROOF_BUDGET = 4_000
"""Choices looked at in branch and bound before it ends without a proof."""

TIDYING_BUDGET = 8_000
"""Steps to find a plan of the same months with fewer moves."""

_FEWEST_TURNS = 90
"""Looks at all demands that a first plan may take, however many demands there are."""

_MOST_FAILED_COMPARED = 64

Held = tuple[str, ...]
"""The class held in each month of a plan, in order."""


class FoundPlan(Value):
    """A plan that works, and the months that are proved impossible to beat.

    ``held`` is the class held in each month, null where no plan of at most
    :data:`HORIZON` months was found; ``proved_months`` is null where it is proved that
    there is none. The goal is then ``beyond`` the horizon, or never met; ``reachable``
    are the classes that can be entered all the same.
    """

    held: Held | None
    proved_months: int | None
    reachable: Held = ()
    beyond: bool = False


def find_plan(
    climb: Climb,
    work: Work | None = None,
    *,
    tidying: int = TIDYING_BUDGET,
    first: Work | None = None,
    known: Held | None = None,
    at_most: int = HORIZON,
) -> FoundPlan:
    """Return the best plan of a climb, proved where bound and plan agree or the search ends.

    The places of the climb are in order of preference: of plans with the same months
    and moves, the one that is sooner in a place named earlier is taken. ``known`` is a
    plan that works, if one is known: it stands where the work ends before another is
    found. A ``first`` plan has steps of its own unless they are given. Where the bound
    alone tells that every plan is longer than ``at_most`` months, none is looked for.

    References:
        docs/semantics.md, section 4, best plan; C31.

    """
    work = work or Work(WORK)
    places, reached = open_in_the_end(climb)
    if not reached:
        return FoundPlan(None, None, tuple(climb.places[place] for place in places_in(places) if place != START))
    board = lay_out(in_whole_units(leave_out_unreachable(climb, places)))
    work.spend(board.cost)
    start = start_position(board)
    least = find_bound(board, start.values, 0, start.places).goal
    if least > at_most:
        return FoundPlan(None, None, beyond=least > HORIZON)
    first = first or Work(max(FIRST_PLAN, _FEWEST_TURNS * board.cost))
    held = _constructed(board, start, least, first)
    held = known if held is None else held
    return _bettered(board, start, least, held, work, tidying)


def _bettered(board: Board, start: Position, least: int, held: Held | None, work: Work, tidying: int) -> FoundPlan:
    """Return the plan in hand or a better one, and what is proved, by proofs and exact search."""
    if held is not None and len(held) > least:
        least, held = _proved(board, start, least, held, work.share(2))
    board = _narrowed(board, start, HORIZON if held is None else len(held))
    least, held = _searched(board, least, held, work.part(work.left - tidying))
    if held is not None and len(held) == least:
        held = fewest_moves(board, held, work.part(tidying))
    return FoundPlan(held, least if least <= HORIZON else None, beyond=held is None)


def _proved(board: Board, start: Position, least: int, held: Held, work: Work) -> tuple[int, Held]:
    """Return the months proved, and a plan at least as good, by branch and bound over doors.

    A set of choices that comes out below the plan in hand is dived into; where no plan
    comes of it, its bound is all that is proved.
    """
    limit = len(held) - 1
    board = _narrowed(board, start, limit)
    start = start_position(board)
    bound = find_bound(board, start.values, 0, start.places, goal_only=False, limit=limit)
    prover = Prover(bound, limit=limit, budget=PROOF_BUDGET, work=work)
    gap = limit + 1
    try:
        for end in prover.least():
            gap = min(gap, end)
            chosen = prover.board_as_chosen()
            shorter = _shorter_dive(chosen, end, prover.limit, work)
            if shorter is not None:
                held = _named(chosen, shorter)
                prover.limit = len(held) - 1
    except OutOfBudgetError:
        return least, held
    return max(least, min(gap, len(held))), held


def _narrowed(board: Board, start: Position, limit: int) -> Board:
    bound = find_bound(board, start.values, 0, start.places, goal_only=False, limit=limit)
    return narrow(bound, limit)


def _constructed(board: Board, start: Position, least: int, work: Work) -> Held | None:
    """Return a plan by diving, on the board narrowed to ever longer plans."""
    for limit in (least, min(2 * least + 12, HORIZON), HORIZON):
        narrowed = _narrowed(board, start, limit)
        found = _shorter_dive(narrowed, least, limit, work)
        if found is not None:
            return _named(narrowed, found)
    return None


def _shorter_dive(board: Board, least: int, limit: int, work: Work) -> Holds | None:
    """Return the shorter of an eager and a patient dive; the first that is the least possible."""
    found: Holds | None = None
    for patient in (False, True):
        plan = dive(board, limit=limit, patient=patient, work=work)
        if plan is not None and (found is None or len(plan) < len(found)):
            found = plan
        if found is not None and len(found) == least:
            break
    return found


def _named(board: Board, holds: Holds) -> Held:
    return tuple(board.climb.places[place] for place in holds)


def _searched(board: Board, least: int, held: Held | None, work: Work) -> tuple[int, Held | None]:
    """Return the months proved and the best plan, trying one month more at a time."""
    while least < (HORIZON + 1 if held is None else len(held)):
        found = _plan_within(board, least, work)
        if found is not None:
            return least, _named(board, found)
        if work.is_done:
            break
        least += 1
    return least, held


class Failures:
    """Positions from which the goal is not reached in time: none that is no better need be tried."""

    def __init__(self, board: Board) -> None:
        """Keep the board; nothing has failed yet."""
        self.board = board
        self.known: dict[tuple[int, ...], list[tuple[Amount, ...]]] = defaultdict(list)
        self.counting: dict[int, tuple[int, ...]] = {}

    def covers(self, position: Position, *more: int) -> bool:
        """Return whether a position at least as good has failed in the same month."""
        values = self._values_that_count(position)
        failed = self.known.get((position.month, position.places, *more), ())
        return any(all(a <= b for a, b in zip(values, one, strict=True)) for one in failed)

    def add(self, position: Position, *more: int) -> None:
        """Keep a position that failed."""
        failed = self.known[position.month, position.places, *more]
        if len(failed) < _MOST_FAILED_COMPARED:
            failed.append(self._values_that_count(position))

    def _values_that_count(self, position: Position) -> tuple[Amount, ...]:
        counters = self.counting.get(position.places)
        if counters is None:
            counters = self.counting[position.places] = counters_of_closed(self.board, position.places)
        return tuple(position.values[counter] for counter in counters)


def counters_of_closed(board: Board, places: int) -> tuple[int, ...]:
    """Return the counters that some demand of a closed door uses."""
    found: set[int] = set()
    for number, flat in enumerate(board.demands):
        if not places >> board.routes[board.route_of_demand[number]].door & 1:
            found.add(flat.counter)
            found.update(counter for counter, _ in flat.weighted)
    return tuple(sorted(found))


def _plan_within(board: Board, months: int, work: Work) -> Holds | None:
    """Return a plan of at most so many months, null if there is none or the budget ended."""
    failures = Failures(board)
    start = start_position(board)
    stack = [(start, _choices(board, start, months, work))]
    while stack and not work.is_done:
        position, choices = stack[-1]
        place = next(choices, None)
        if place is None:
            failures.add(position)
            stack.pop()
            continue
        following = held_for(board, position, place)
        if is_done(board, following):
            return (*(one.held for one, _ in stack[1:]), place)
        if following.month < months and not failures.covers(following):
            stack.append((following, _choices(board, following, months, work)))
    return None


def _choices(board: Board, position: Position, months: int, work: Work) -> Iterator[int]:
    """Yield the places worth holding next, what the bound says first.

    Nothing is yielded where the bound shows that the goal cannot be reached in time.
    """
    if not work.spend(board.cost):
        return
    bound = bound_at(board, position, limit=months)
    if bound.goal > months:
        return
    first, _ = next_action(bound, position)
    yield first
    yield from (place for place in worthwhile(board, bound.left, position) if place != first)


def worthwhile(board: Board, left: list[Amount], position: Position) -> list[int]:
    """Return the open places that no other open place does better than.

    A place is worth the counters it moves of demands still asked, of doors still
    closed. What a place is worth only shrinks, so one that is beaten stays beaten.
    """
    counting: set[int] = set()
    for number, flat in enumerate(board.demands):
        if left[number] > 0 and not position.places >> board.routes[board.route_of_demand[number]].door & 1:
            counting.add(flat.counter)
            counting.update(counter for counter, _ in flat.weighted)
    gains = {
        place: counting.intersection(board.gains[place]) for place in range(board.goal) if position.places >> place & 1
    }
    kept: list[int] = []
    for place in sorted(gains, key=lambda one: (-len(gains[one]), one != position.held, one)):
        if not any(gains[place] <= gains[other] for other in kept):
            kept.append(place)
    return kept


def fewest_moves(board: Board, held: Held, work: Work) -> Held:
    """Return a plan of the same months with fewest moves; of those, the place preferred sooner.

    Where the work ends first, the best found so far.
    """
    moves = 0
    while (found := _plan_with_moves(board, len(held), moves, work)) is None:
        if work.is_done:
            return held
        moves += 1
    return _named(board, found)


def _plan_with_moves(board: Board, months: int, moves: int, work: Work) -> Holds | None:
    failures = Failures(board)
    start = start_position(board)
    stack = [(start, moves, _moves(board, start, months, work))]
    while stack and not work.is_done:
        position, left, choices = stack[-1]
        if not left and is_done(board, held_for(board, position, position.held, months - position.month)):
            return (*(one.held for one, _, _ in stack[1:]), *[position.held] * (months - position.month))
        place = next(choices, None) if left else None
        if place is None:
            failures.add(position, left, position.held)
            stack.pop()
            continue
        following = held_for(board, position, place)
        after = left - (place != position.held)
        if following.month <= months and not failures.covers(following, after, place):
            stack.append((following, after, _moves(board, following, months, work)))
    return None


def _moves(board: Board, position: Position, months: int, work: Work) -> Iterator[int]:
    """Yield every open place, preferred ones first; nothing where time has run out."""
    if not work.spend(board.cost) or bound_at(board, position, limit=months).goal > months:
        return
    yield from (place for place in range(1, board.goal) if position.places >> place & 1 and place != position.held)
    yield position.held
