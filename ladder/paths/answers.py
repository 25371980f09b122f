"""Path answers: the best plan with its proof, the next best ladders, a given ladder."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from ladder.catalog.catalog import Catalog
from ladder.eligibility.answers import Assessment, Status, if_conditions_met, status_of
from ladder.eligibility.assessment import (
    RouteVerdict,
    assess,
    conditions_of,
    entry_unknown,
    missing_sets,
    ordered_routes,
)
from ladder.eligibility.clocks import HORIZON
from ladder.eligibility.conditions import settled_codes
from ladder.eligibility.plans import Plan, PlanKind
from ladder.errors import BadCallError
from ladder.histories import History
from ladder.paths.alternatives import find_alternatives
from ladder.paths.endings import open_in_the_end
from ladder.paths.futures import Hold
from ladder.paths.ladders import classes_between, preferred_order
from ladder.paths.open_routes import find_open_route
from ladder.paths.problem import Climb, build_climb, planned_service
from ladder.paths.reports import conditions_along, filing_along, judge_at, moves_of, trace_at_start
from ladder.paths.search import FoundPlan, find_plan
from ladder.paths.sequences import Journey, Travelled, follow, set_out, travel
from ladder.paths.starts import Start, enrolled, start_in
from ladder.paths.work import WORK, Work
from ladder.specification import Completeness

_AGES = HORIZON
"""Months in which whatever can be met by holding one class is met, if it ever is."""


class PathAnswer(NamedTuple):
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


def find_paths(
    catalog: Catalog,
    history: History,
    *,
    start: str,
    target: str,
    plan: Plan,
    alternatives: int = 3,
    budget: int = WORK,
) -> PathAnswer:
    """Return the ladders between two classes with their time to eligibility.

    ``start`` replaces the present class from the as-of month. With ``plan.via`` those
    classes are entered in that order; otherwise the best plan is found, and up to so
    many ``alternatives`` that are the next best. ``budget`` is the work of all stages
    together, in steps, beyond that of a first plan.

    Raises:
        BadCallError: start and target are one class.

    References:
        docs/semantics.md, section 4.

    """
    if start == target:
        raise BadCallError(what=f"{start} is both FROM and TO", try_this="name two classes")
    history = enrolled(catalog, history.going_on(), start)
    between = classes_between(catalog, start, target, plan.include)
    where = start_in(catalog, history, start, target=target)
    if between is None:
        found_open = find_open_route(catalog, history, where, target, plan)
        return PathAnswer(start, target, None, open_route=found_open.answer, service_counts=found_open.service_counts)
    if plan.via:
        best = along(catalog, history, plan, where, target=target, stop_early=False)
        return PathAnswer(start, target, best)
    work = Work(budget)
    most = work.part(work.left * 3 // 4)
    best = best_climb(catalog, history, plan, where, target=target, between=between, work=most)
    if not alternatives or best.months is None:
        return PathAnswer(start, target, best)
    journey = set_out(catalog, history, plan, where)
    found, truncated = find_alternatives(catalog, journey, target, most=alternatives + 1, work=work)
    taken = tuple(move.feeder_class for move in best.steps)
    others = [_at_the_end(one, target) for one in found if one.journey.rungs != taken]
    return PathAnswer(start, target, best, tuple(others[:alternatives]), truncated)


def assess_climb(catalog: Catalog, history: History, target: str, plan: Plan, *, budget: int = WORK) -> Assessment:
    """Return when a person who climbs from the present class meets the target's qualifications.

    With ``plan.via`` those classes are taken in that order, and the climb ends as soon
    as the target's qualifications are met; without it, the best plan is found.

    Raises:
        BadCallError: there is not one present class to climb from, or it is the target.

    """
    present = {one.class_id for one in history.present if one.class_id}
    if len(present) != 1:
        what = "climbing starts from one present class, and the profile gives " + (", ".join(sorted(present)) or "none")
        raise BadCallError(what=what, try_this="add 'present' to the profile, or use 'ladder path FROM TO'")
    start = present.pop()
    if start == target:
        return assess(catalog, history, target, plan._replace(kind=PlanKind.STAY))
    history = enrolled(catalog, history, start)
    where = start_in(catalog, history, start, target=target)
    if plan.via:
        return along(catalog, history, plan, where, target=target, stop_early=True)
    between = classes_between(catalog, start, target, plan.include) or set()
    return best_climb(catalog, history, plan, where, target=target, between=between, work=Work(budget))


def best_climb(
    catalog: Catalog,
    history: History,
    plan: Plan,
    where: Start,
    *,
    target: str,
    between: set[str],
    work: Work,
) -> Assessment:
    """Return the best plan over the classes between, as an assessment of the target."""
    if catalog.classes[target].qualifications is None:
        return entry_unknown(catalog, history, target)
    climbing = partial(_climb, catalog, history, where=where, target=target, between=between)
    climb = climbing(plan)
    found = find_plan(climb, work.share(2))
    journey = set_out(catalog, history, plan, where)
    if found.held is None:
        unknown = climb.unknown and not found.beyond and open_in_the_end(climbing(plan, hopeful=True))[1]
        answer = _never(journey, target, found, unknown=unknown)
    else:
        ended = follow(journey, found.held)
        answer = _arrived(ended, target, len(found.held), proved=found.proved_months)
    asked = climb.asked - settled_codes(answer.conditions)
    return _with_conditions_met(answer, asked, found, climbing, plan, work)


def _with_conditions_met(
    answer: Assessment,
    asked: frozenset[str],
    found: FoundPlan,
    climbing: Callable[[Plan], Climb],
    plan: Plan,
    work: Work,
) -> Assessment:
    """Return the answer with what asked conditions would change, looked for while there is work left.

    The first look, with all of them taken as true, may take half of the work. A plan
    that works without them works with them.
    """
    proved: dict[frozenset[str], int | None] = {}
    sought: list[int] = []

    def months_assuming(codes: frozenset[str]) -> int | None:
        part = work if sought else work.share(2)
        first = None if found.held is None and not sought else part
        most = min(sought, default=HORIZON)
        climb = climbing(plan._replace(assumed=plan.assumed | codes))
        again = find_plan(climb, part, tidying=0, first=first, known=found.held, at_most=most)
        proved[codes] = again.proved_months
        months = None if again.held is None else len(again.held)
        sought.append(HORIZON if months is None else months)
        return months

    met = if_conditions_met(answer.months, asked, months_assuming, more=lambda: not work.is_done)
    if met is None:
        return answer
    return answer._replace(if_conditions_met=met, if_conditions_proved=proved[frozenset(met.conditions)])


def _climb(
    catalog: Catalog,
    history: History,
    plan: Plan,
    *,
    where: Start,
    target: str,
    between: set[str],
    hopeful: bool = False,
) -> Climb:
    classes = preferred_order(catalog, {*between, where.service.class_id or ""})
    return build_climb(
        catalog,
        history,
        plan,
        start=where.service,
        classes=classes,
        target=target,
        accrual=where.accrual,
        hopeful=hopeful,
    )


def along(catalog: Catalog, history: History, plan: Plan, where: Start, *, target: str, stop_early: bool) -> Assessment:
    """Return the time along the plan's own classes, in their order."""
    travelled = travel(set_out(catalog, history, plan, where), plan.via, target, stop_early=stop_early)
    asked = {
        code
        for class_id in (*plan.via, target)
        for verdict in travelled.journey.judge(class_id)
        for code in verdict.codes("asked")
    }

    def months_assuming(codes: frozenset[str]) -> int | None:
        assuming = set_out(catalog, history, plan._replace(assumed=plan.assumed | codes), where)
        return travel(assuming, plan.via, target, stop_early=stop_early).months

    answer = _at_the_end(travelled, target)
    asked -= settled_codes(answer.conditions)
    return answer._replace(if_conditions_met=if_conditions_met(travelled.months, asked, months_assuming))


def _at_the_end(travelled: Travelled, target: str) -> Assessment:
    if travelled.months is not None:
        return _arrived(travelled.journey, target, travelled.months, proved=travelled.months)
    journey, stuck_at = travelled.journey, travelled.stuck_at or target
    verdicts = journey.judge(stuck_at)
    unknown = not travelled.beyond and any(verdict.unknown for verdict in verdicts)
    return _unmet(journey, target, stuck_at, verdicts, unknown=unknown, beyond=travelled.beyond)


def _arrived(journey: Journey, target: str, months: int, *, proved: int | None) -> Assessment:
    """Return the answer for a journey that reaches the target, with its moves and trace."""
    verdicts = journey.judge(target)
    left = months - journey.month
    moves = moves_of(journey, target, months)
    own = conditions_of(journey.catalog, target, verdicts, left, journey.plan)
    return Assessment(
        target=target,
        status=status_of(months, unknown=False),
        as_of=journey.history.as_of,
        months=months,
        proved_months=proved,
        routes=ordered_routes(verdicts, left),
        conditions=conditions_along(journey, moves, own),
        requirements=trace_at_start(journey, target),
        steps=moves,
        file_months=filing_along(journey, target, months),
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
    catalog = journey.catalog
    if catalog.classes[stuck_at].qualifications is None:
        return entry_unknown(catalog, journey.history, stuck_at)._replace(target=target)
    unknown = unknown or catalog.classes[stuck_at].completeness is Completeness.PARTIAL
    status = status_of(None, unknown=unknown)
    return Assessment(
        target=target,
        status=status,
        as_of=journey.history.as_of,
        conditions=conditions_of(catalog, stuck_at, verdicts, None, journey.plan, beyond=beyond),
        missing=missing_sets(verdicts) if status is Status.UNREACHABLE and not beyond else (),
        requirements=trace_at_start(journey, target),
    )
