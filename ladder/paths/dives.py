"""A plan constructed by doing, month after month, what the bound says comes first."""

from typing import NamedTuple

from ladder.eligibility.clocks import HORIZON, Amount, first_month_when
from ladder.paths.board import Board, is_open, open_after, open_at_start, places_in, serve, start_values
from ladder.paths.bounds import Bound, family_end, family_jobs, find_bound
from ladder.paths.problem import START
from ladder.paths.work import FIRST_PLAN, Work


class Position(NamedTuple):
    """Where a plan stands: the month, the counters, the open places, the place held."""

    month: int
    values: tuple[Amount, ...]
    places: int
    held: int

    @property
    def at_start(self) -> bool:
        """Whether the first class has not been left."""
        return self.held == START


Holds = tuple[int, ...]
"""The place held in each month of a plan, in order."""


def start_position(board: Board) -> Position:
    """Return the position in month 0, in the first class."""
    return Position(0, start_values(board), open_at_start(board), START)


def held_for(board: Board, position: Position, place: int, months: int = 1) -> Position:
    """Return the position after some months held in a place that is open."""
    month = position.month + months
    values = serve(board, position.values, place, position.month, month)
    return Position(month, values, open_after(board, place, values, month, known=position.places), place)


def is_done(board: Board, position: Position) -> bool:
    """Return whether the goal's minimum qualifications are met."""
    return is_open(board, board.goal, position.values, position.month)


def bound_at(board: Board, position: Position, *, limit: int = HORIZON) -> Bound:
    """Return the bound of the goal from a position."""
    return find_bound(board, position.values, position.month, position.places, limit=limit)


def dive(board: Board, *, limit: int = HORIZON, patient: bool = False, work: Work | None = None) -> Holds | None:
    """Return a plan that works, null where none was found within the limit of months.

    It need not be the best plan; its length is never below the truth, and may be over
    the limit but not over the horizon. A ``patient`` dive serves in the first class all
    that any door on the way asks of it, for it may not be open again. Each turn spends
    from the ``work``.
    """
    work = work or Work(FIRST_PLAN)
    position = start_position(board)
    holds: list[int] = []
    while position.month <= HORIZON and not is_done(board, position):
        bound = bound_at(board, position, limit=limit) if work.spend(board.cost) else None
        if bound is None or bound.goal > limit:
            return None
        place, months = next_action(bound, position)
        if patient and position.at_start:
            place, months = _first_class_first(bound, place, months)
        held = held_for(board, position, place, months)
        if is_done(board, held):
            months = _months_to_goal(board, position, place, months)
            held = held_for(board, position, place, months)
        holds += [place] * months
        position = held
    return tuple(holds) if len(holds) <= HORIZON else None


def _months_to_goal(board: Board, position: Position, place: int, months: int) -> int:
    """Return after how many of the months in a place the goal is met; it is met after all."""
    found = first_month_when(lambda few: is_done(board, held_for(board, position, place, few)), horizon=months)
    return months if found is None else found


def next_action(bound: Bound, position: Position) -> tuple[int, int]:
    """Return the place to hold now and for how many months, as the bound's best plan has it."""
    door = bound.board.goal
    while True:
        route = bound.board.routes[bound.route[door]]
        families = [(family_end(bound, route, family, bound.earliest[door]), family) for family in route.families]
        jobs = family_jobs(bound, route, max(families)[1], bound.earliest[door]) if families else []
        todo = sorted(job for job in jobs if job[2])
        if not todo:
            return position.held, max(1, bound.earliest[door] - position.month)
        release, demand, months = todo[0]
        if release <= position.month:
            return _place_for(bound, position, demand, route.demands), months
        door = bound.opener[demand]
        if bound.earliest[door] <= position.month:
            return position.held, release - position.month


def _place_for(bound: Bound, position: Position, demand: int, beside: tuple[int, ...]) -> int:
    """Return the open place that fills the demand and most others of its route; best no move."""
    wanted = [number for number in beside if bound.left[number] > 0]
    serving = [place for place in places_in(position.places) if demand in bound.board.demands_at[place]]

    def worth(place: int) -> tuple[int, bool, int]:
        fills = sum(number in bound.board.demands_at[place] for number in wanted)
        return fills, place == position.held, -place

    return max(serving, key=worth)


def _first_class_first(bound: Bound, place: int, months: int) -> tuple[int, int]:
    """Return the first class and its months where some door on the way asks for them."""
    doors, seen = [bound.board.goal], {bound.board.goal}
    while doors:
        route = bound.board.routes[bound.route[doors.pop()]]
        for demand in route.demands:
            if bound.left[demand] > 0 and bound.board.demands[demand].places >> START & 1:
                board = bound.board
                return START, board.months_to_fill(board.demands[demand], bound.left[demand])
            opener = bound.opener[demand]
            if bound.left[demand] > 0 and opener not in seen and bound.earliest[opener] > bound.month:
                seen.add(opener)
                doors.append(opener)
    return place, months
