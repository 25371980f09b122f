"""Path answers: the best plan with its proof, the next best ladders, a given ladder."""

from collections.abc import Callable
from functools import lru_cache, partial

from ladder.eligibility.answer_conditions import settled_codes
from ladder.eligibility.answers import Assessment, Status, asked_in_turn, if_conditions_met, status_of
from ladder.eligibility.assessment import (
    RouteVerdict,
    appointment_month,
    assess,
    conditions_of,
    entry_unknown,
    missing_sets,
    ordered_routes,
)
from ladder.eligibility.cases import Case
from ladder.eligibility.clocks import HORIZON, within_horizon
from ladder.errors import BadCallError
from ladder.paths.endings import open_in_the_end
from ladder.paths.futures import Hold
from ladder.paths.ladders import classes_between, preferred_order
from ladder.paths.next_best import find_alternatives
from ladder.paths.open_routes import find_open_route
from ladder.paths.problem import Climb, build_climb, planned_service
from ladder.paths.reports import conditions_along, filing_along, judge_at, moves_of, trace_at_start
from ladder.paths.search import FoundPlan, find_plan
from ladder.paths.sequences import Journey, Travelled, asked_on_the_way, follow, set_out, travel
from ladder.paths.starts import Start, enrolled, start_in
from ladder.paths.work import WORK, Work
from ladder.specification import Completeness
from ladder.values import Value

_AGES = HORIZON
"""Months in which whatever can be met by holding one class is met, if it ever is."""


class PathAnswer(Value):
    """The answer between two classes; ``best`` is None where no ladder joins them.

    ``open_route`` is then what staying in the first class comes to, and
    ``service_counts`` says whether its service fills what the target asks. ``truncated``
    says that not all ladders were looked at for alternatives.
    """

    start: str
    target: str
    best: Assessment | None
    alternatives: tuple[Assessment, ...] = ()
    truncated: bool = False
    open_route: Assessment | None = None
    service_counts: bool = False


def find_paths(case: Case, *, start: str, target: str, alternatives: int = 3, budget: int = WORK) -> PathAnswer:
    """Return the ladders between two classes with their time to eligibility.

    ``start`` replaces the present class from the as-of month. If the plan names classes to
    go by, they are entered in that order; otherwise the best plan is found, and up to so
    many ``alternatives`` that are the next best. ``budget`` is the work of all stages
    together, in steps, beyond that of a first plan.

    Raises:
        BadCallError: start and target are one class.

    References:
        docs/semantics.md, section 4.

    """
    if start == target:
        raise BadCallError(what=f"{start} is both FROM and TO", try_this="name two classes")
    case = enrolled(case._replace(history=case.history.going_on()), start)
    between = classes_between(case.catalog, start, target, case.plan.include)
    where = start_in(case, start, target=target)
    if between is None:
        found_open = find_open_route(case, where, target)
        return PathAnswer(start, target, None, open_route=found_open.answer, service_counts=found_open.service_counts)
    if case.plan.via:
        best = along(case, where, target=target, stop_early=False)
        return PathAnswer(start, target, best)
    work = Work(budget)
    best = best_climb(case, where, target=target, between=between, work=_for_the_best(work))
    if not alternatives or best.months is None:
        return PathAnswer(start, target, best)
    journey = set_out(case, where)
    found, truncated = find_alternatives(journey, target, most=alternatives + 1, work=work)
    taken = tuple(move.feeder_class for move in best.steps)
    others = [_at_the_end(one, target) for one in found if one.journey.rungs != taken]
    return PathAnswer(start, target, best, tuple(others[:alternatives]), truncated)


def _for_the_best(work: Work) -> Work:
    """Return the part of the work that the best plan may take: the same whether other ladders are asked for or not."""
    return work.part(work.left * 3 // 4)


def assess_climb(case: Case, target: str, *, budget: int = WORK) -> Assessment:
    """Return when a person who climbs from the present class meets the target's qualifications.

    If the plan names classes to go by, they are taken in that order, and the climb ends as soon
    as the target's qualifications are met; without it, the best plan is found.

    Raises:
        BadCallError: there is not one present class to climb from, or it is the target.

    """
    present = {one.class_id for one in case.history.present if one.class_id}
    if len(present) != 1:
        what = "climbing starts from one present class, and the profile gives " + (", ".join(sorted(present)) or "none")
        raise BadCallError(what=what, try_this="add 'present' to the profile, or use 'ladder path FROM TO'")
    start = present.pop()
    if start == target:
        return assess(case.staying(), target)
    case = enrolled(case, start)
    where = start_in(case, start, target=target)
    if case.plan.via:
        return along(case, where, target=target, stop_early=True)
    between = classes_between(case.catalog, start, target, case.plan.include) or set()
    return best_climb(case, where, target=target, between=between, work=_for_the_best(Work(budget)))


def best_climb(case: Case, where: Start, *, target: str, between: set[str], work: Work) -> Assessment:
    """Return the best plan over the classes between, as an assessment of the target."""
    if case.catalog.classes[target].qualifications is None:
        return entry_unknown(case, target)
    climbing = partial(_climb, where=where, target=target, between=between)
    climb = climbing(case)
    found = find_plan(climb, work.share(2))
    journey = set_out(case, where)
    if found.held is None:
        unknown = climb.unknown and not found.beyond and open_in_the_end(climbing(case, hopeful=True))[1]
        answer = _never(journey, target, found, unknown=unknown)
    else:
        ended = follow(journey, found.held)
        answer = _arrived(ended, target, len(found.held), proved=found.proved_months)
    return _with_conditions_met(
        answer, climb.asked, found, climbing=lambda codes: climbing(case.assuming(codes)), work=work
    )


def _with_conditions_met(
    answer: Assessment,
    asked: frozenset[str],
    found: FoundPlan,
    *,
    climbing: Callable[[frozenset[str]], Climb],
    work: Work,
) -> Assessment:
    """Return the answer with what asked conditions would change, looked for while there is work left.

    The first look, with all of them taken as true, may take half of the work. A plan
    that works without them works with them.
    """
    proved: dict[frozenset[str], int | None] = {}
    sought: list[int] = []
    settled = settled_codes(answer.conditions)

    @lru_cache(maxsize=1)
    def climb_assuming(codes: frozenset[str]) -> Climb:
        return climbing(codes)

    def months_assuming(codes: frozenset[str]) -> int | None:
        part = work if sought else work.share(2)
        first = None if found.held is None and not sought else part
        most = min(sought, default=HORIZON)
        again = find_plan(climb_assuming(codes), part, tidying=0, first=first, known=found.held, at_most=most)
        proved[codes] = again.proved_months
        months = None if again.held is None else len(again.held)
        sought.append(HORIZON if months is None else months)
        return months

    asked = asked_in_turn(asked - settled, lambda codes: climb_assuming(codes).asked - settled)
    met = if_conditions_met(answer.months, asked, months_assuming, more=lambda: not work.is_done)
    if met is None:
        return answer
    return answer._replace(if_conditions_met=met, if_conditions_proved=proved[frozenset(met.conditions)])


def _climb(case: Case, *, where: Start, target: str, between: set[str], hopeful: bool = False) -> Climb:
    classes = preferred_order(case.catalog, {*between, where.service.class_id or ""})
    return build_climb(
        case,
        start=where.service,
        classes=classes,
        target=target,
        accrual=where.accrual,
        hopeful=hopeful,
    )


def along(case: Case, where: Start, *, target: str, stop_early: bool) -> Assessment:
    """Return the time along the plan's own classes, in their order."""
    via = case.plan.via
    onward = (*via, target)

    @lru_cache(maxsize=1)
    def assuming(codes: frozenset[str]) -> Travelled:
        return travel(set_out(case.assuming(codes), where), via, target, stop_early=stop_early)

    travelled = assuming(frozenset())
    answer = _at_the_end(travelled, target)
    settled = settled_codes(answer.conditions)
    asked = asked_in_turn(
        asked_on_the_way(travelled.journey, onward) - settled,
        lambda codes: asked_on_the_way(assuming(codes).journey, onward) - settled,
    )
    met = if_conditions_met(travelled.months, asked, lambda codes: assuming(codes).months)
    return answer._replace(if_conditions_met=met)


def _at_the_end(travelled: Travelled, target: str) -> Assessment:
    if travelled.months is not None:
        return _arrived(travelled.journey, target, travelled.months, proved=travelled.months)
    journey, stuck_at = travelled.journey, travelled.stuck_at or target
    verdicts = journey.judge(stuck_at, entering=stuck_at != target)
    unknown = not travelled.beyond and any(verdict.unknown for verdict in verdicts)
    return _unmet(journey, target, stuck_at, verdicts, unknown=unknown, beyond=travelled.beyond)


def _arrived(journey: Journey, target: str, months: int, *, proved: int | None) -> Assessment:
    """Return the answer for a journey that reaches the target, with its moves and trace."""
    verdicts = journey.judge(target)
    left = months - journey.month
    appointed = appointment_month(verdicts, left)
    moves = moves_of(journey, target, months)
    own = conditions_of(journey.case, target, verdicts, left)
    return Assessment(
        target=target,
        status=status_of(months, unknown=False),
        as_of=journey.case.history.as_of,
        months=months,
        proved_months=proved,
        routes=ordered_routes(verdicts, left),
        conditions=conditions_along(journey, moves, own),
        requirements=trace_at_start(journey, target),
        steps=moves,
        file_months=filing_along(journey, target, months),
        appoint_months=None if appointed is None else within_horizon(journey.month + appointed),
    )


def _never(journey: Journey, target: str, found: FoundPlan, *, unknown: bool) -> Assessment:
    """Return the answer where no plan meets the target: what is missing however long one climbs."""
    month, holds = 0, [Hold(journey.held, 0, _AGES)]
    for class_id in found.reachable:
        month += _AGES
        holds.append(Hold(planned_service(class_id, class_id), month, month + _AGES))
    verdicts = judge_at(journey, tuple(holds), target, month + _AGES)
    return _unmet(journey, target, target, verdicts, unknown=unknown, beyond=found.beyond)


def _unmet(
    journey: Journey,
    target: str,
    stuck_at: str,
    verdicts: tuple[RouteVerdict, ...],
    *,
    unknown: bool,
    beyond: bool,
) -> Assessment:
    classes = journey.case.catalog.classes
    if classes[stuck_at].qualifications is None:
        return entry_unknown(journey.case, stuck_at)._replace(target=target)
    unknown = unknown or classes[stuck_at].completeness is Completeness.PARTIAL
    status = status_of(None, unknown=unknown)
    return Assessment(
        target=target,
        status=status,
        as_of=journey.case.history.as_of,
        conditions=conditions_of(journey.case, stuck_at, verdicts, None, beyond=beyond),
        missing=missing_sets(verdicts) if status is Status.UNREACHABLE and not beyond else (),
        requirements=trace_at_start(journey, target),
    )
