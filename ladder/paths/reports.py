"""A journey told as moves, each checked by the rules of eligibility in its own month."""

from collections.abc import Iterable

from ladder.catalog.steps import Step
from ladder.eligibility.answer_conditions import Condition, what_it_says
from ladder.eligibility.answers import Move, RequirementTrace
from ladder.eligibility.assessment import RouteVerdict, conditions_of, judge_routes, ordered_routes
from ladder.eligibility.cases import Case
from ladder.eligibility.filing_months import filing_month
from ladder.eligibility.traces import trace_requirements
from ladder.paths.futures import Hold, history_after
from ladder.paths.ladders import steps_back
from ladder.paths.sequences import Journey

OPEN_ROUTE = "open_route"
"""The kind of a move that no step joins: the target's qualifications are met all the same."""


def judge_at(
    journey: Journey, holds: tuple[Hold, ...], class_id: str, month: int, *, entering: bool = False
) -> tuple[RouteVerdict, ...]:
    """Return the verdicts on a class in a month of the plan, with these holds behind.

    Who is ``entering`` it is appointed to it on the way.
    """
    then = history_after(journey.case.history, month, holds, accrual=journey.start.accrual)
    candidacy = journey.case.idle().of_climb()._replace(history=then).candidacy(class_id)
    return () if candidacy is None else judge_routes(candidacy._replace(entering=entering))


def holds_until(journey: Journey, months: int) -> tuple[Hold, ...]:
    """Return the holds of a journey whose last class is held until a month."""
    return (*journey.done, Hold(journey.held, journey.month, months))


def moves_of(journey: Journey, target: str, months: int) -> tuple[Move, ...]:
    """Return the moves of a journey that reaches the target in a month."""
    holds = holds_until(journey, months)
    entered = [hold.service.class_id or "" for hold in holds[1:]] + [target]
    return tuple(
        _move(journey, holds[: number + 1], class_id, is_last=number == len(holds) - 1)
        for number, class_id in enumerate(entered)
    )


def _move(journey: Journey, holds: tuple[Hold, ...], class_id: str, *, is_last: bool) -> Move:
    last = holds[-1]
    feeder = last.service.class_id or ""
    verdicts = judge_at(journey, holds, class_id, last.to_month, entering=not is_last)
    route = next(iter(ordered_routes(verdicts, 0)), "")
    step = _step_between(journey.case, feeder, class_id, route)
    codes = {code for verdict in verdicts if verdict.route == route for code in verdict.codes("shown")}
    return Move(
        feeder_class=feeder,
        target_class=class_id,
        kind=step.kind.value if step else OPEN_ROUTE,
        hold_months=last.to_month - last.from_month,
        at_month=last.to_month,
        route=route,
        conditions=tuple(sorted(codes | set(step.conditions if step else ()))),
        source=step.source if step else journey.case.catalog.classes[class_id].source,
    )


def _step_between(case: Case, feeder: str, target: str, route: str) -> Step | None:
    """Return the step joining two classes; of several, one that the route itself asks."""
    steps = [step for step in steps_back(case.catalog, target, case.plan.include) if step.feeder_class == feeder]
    asked = _references_of(case, target, route)
    return next((step for step in steps if step.requirement in asked), next(iter(steps), None))


def _references_of(case: Case, target: str, route: str) -> set[str]:
    candidacy = case.candidacy(target)
    routes = candidacy.rules.routes if candidacy else ()
    return {need.reference for one in routes if one.id == route for need in one.needs}


def filing_along(journey: Journey, target: str, months: int) -> int | None:
    """Return the first month of a journey in which one may file for the target's examination.

    Null where no text lets anyone file early. The journey reaches the target in ``months``.
    """
    stages = list(journey.stages())
    ends = [*(stage.month for stage in stages[1:]), months]
    for stage, end in zip(stages, ends, strict=True):
        candidacy = stage.candidacy_for(target)
        found = filing_month(candidacy, by=end - stage.month) if candidacy else None
        if found is not None:
            return stage.month + found
    return None


def conditions_along(
    journey: Journey, moves: Iterable[Move], of_target: tuple[Condition, ...]
) -> tuple[Condition, ...]:
    """Return the target's conditions, then those of classes entered on the way that were not told yet."""
    found = list(of_target)
    holds: tuple[Hold, ...] = ()
    for move, hold in zip(list(moves)[:-1], journey.done, strict=True):
        holds = (*holds, hold)
        verdicts = judge_at(journey, holds, move.target_class, hold.to_month, entering=True)
        told = {what_it_says(condition) for condition in found}
        title = journey.case.catalog.classes[move.target_class].title
        shown = conditions_of(journey.case, move.target_class, verdicts, 0)
        entered = [condition._replace(asked_of=title) for condition in shown]
        found += [condition for condition in entered if what_it_says(condition) not in told]
    return tuple(found)


def trace_at_start(journey: Journey, target: str) -> tuple[RequirementTrace, ...]:
    """Return what the target asks, and what is held and left, as of the as-of month."""
    candidacy = journey.case.idle().of_climb().candidacy(target)
    return () if candidacy is None else trace_requirements(candidacy)
