"""Assess one candidate against one class, under a plan in which no class changes."""

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import product
from typing import NamedTuple

from ladder.condition_codes import ConditionCode
from ladder.eligibility.answer_conditions import Condition, Effect, describe_conditions
from ladder.eligibility.answers import (
    Assessment,
    if_conditions_met,
    minimal_sets,
    status_of,
)
from ladder.eligibility.cases import Case
from ladder.eligibility.clocks import within_horizon
from ladder.eligibility.filing_months import filing_month
from ladder.eligibility.held import latest_of
from ladder.eligibility.matching import Candidacy
from ladder.eligibility.need_findings import Finding, asked_to_stay, find_need
from ladder.eligibility.needs import Need
from ladder.eligibility.plans import PlanKind
from ladder.eligibility.rules import RouteRules
from ladder.eligibility.traces import trace_requirements
from ladder.eligibility.windows import first_month_inside, is_windowed, unmet_at_once
from ladder.errors import BadCallError
from ladder.specification import Completeness


class RouteVerdict(NamedTuple):
    """When one route is met under a plan, and on which conditions.

    ``licensed`` is when everything that is asked by appointment is held, None if never; where old
    service falls out of what some need counts, when that need is met then, too. ``lapsed`` says that
    by the time all that is held, old service has fallen out for good. ``apart`` is for needs that
    are each met some day, but never at once: the sets that would have to be met besides.
    """

    route: str
    month: int | None
    unknown: bool
    findings: tuple[Finding, ...]
    licensed: int | None = 0
    lapsed: bool = False
    apart: tuple[tuple[tuple[str, ...], ...], ...] = ()

    @property
    def is_closed(self) -> bool:
        """Whether something declared false shuts the route."""
        return any(finding.is_closed for finding in self.findings)

    def codes(self, kind: str) -> frozenset[str]:
        """Return the condition codes of one kind: shown, asked or closed."""
        return frozenset(code for finding in self.findings for code in getattr(finding, kind))

    @property
    def missing(self) -> tuple[tuple[str, ...], ...]:
        """The smallest sets of requirements that would have to be met besides; none if one cannot be.

        Where requirements share months, any one of them may be the one that is missing.
        """
        unmet = tuple(finding.missing for finding in self.findings if finding.month is None)
        sets = [(*unmet, *one) for one in self.apart] or [unmet]
        return minimal_sets(tuple(dict.fromkeys(chosen)) for one in sets for chosen in product(*one))

    @property
    def appointed(self) -> int | None:
        """The first month in which somebody may be appointed by the route, None if never."""
        return latest_of([self.month, self.licensed])


def judge_routes(candidacy: Candidacy) -> tuple[RouteVerdict, ...]:
    """Return the verdict of every route, in document order."""
    return tuple(
        _judge(route, [find_need(need, candidacy) for need in route.needs], candidacy)
        for route in candidacy.rules.routes
    )


def _judge(route: RouteRules, findings: list[Finding], candidacy: Candidacy) -> RouteVerdict:
    months = [finding.month for finding in findings]
    never = any(finding.month is None and not finding.unknown for finding in findings)
    unknown = not never and None in months
    appointed = latest_of(finding.appointed for finding in findings)
    found = RouteVerdict(route.id, None if never else latest_of(months), unknown, tuple(findings), appointed)
    windowed = _windowed(route, candidacy)
    return _at_once(found, route, windowed, candidacy) if windowed else found


def _at_once(found: RouteVerdict, route: RouteRules, windowed: tuple[Need, ...], candidacy: Candidacy) -> RouteVerdict:
    """Return the verdict on a route where old service falls out of what some of its needs count."""
    begin = max((finding.month or 0 for finding in found.findings), default=0)
    month = first_month_inside(windowed, candidacy, begin=begin) if found.unknown or found.month is not None else None
    apart = _never_at_once(route, found.findings, candidacy) if month is None else ()
    licensed = _licensed_inside(month, found.licensed, windowed, candidacy)
    return found._replace(
        month=None if found.unknown else month,
        unknown=found.unknown and month is not None,
        findings=found.findings if month == 0 else _kept(route, found.findings, candidacy),
        apart=apart,
        licensed=licensed,
        lapsed=found.licensed is not None and within_horizon(licensed) is None,
    )


def _kept(route: RouteRules, findings: Iterable[Finding], candidacy: Candidacy) -> tuple[Finding, ...]:
    """Return the findings of a route that is not met now, with what could keep the needs that are."""
    return tuple(
        one._replace(asked=asked_to_stay(need, candidacy)) if isinstance(need, Need) and one.month == 0 else one
        for need, one in zip(route.needs, findings, strict=True)
    )


def _licensed_inside(
    month: int | None, licensed: int | None, windowed: tuple[Need, ...], candidacy: Candidacy
) -> int | None:
    """Return the month of appointment: a license that comes later may find old service fallen out."""
    if month is None or licensed is None or licensed <= month:
        return licensed
    return first_month_inside(windowed, candidacy, begin=licensed)


def _windowed(route: RouteRules, candidacy: Candidacy) -> tuple[Need, ...]:
    return tuple(need for need in route.needs if isinstance(need, Need) and is_windowed(need, candidacy))


def _never_at_once(
    route: RouteRules, findings: Sequence[Finding], candidacy: Candidacy
) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """Return what is missing of the smallest sets of needs, each met some day, without which the others are at once."""
    told = zip(route.needs, findings, strict=True)
    met = [(need, finding.missing, finding.month) for need, finding in told if finding.month is not None]
    sets = unmet_at_once([(need, month) for need, _, month in met], candidacy)
    return tuple(tuple(met[place][1] for place in one) for one in sets)


def best_month(verdicts: Iterable[RouteVerdict]) -> int | None:
    """Return the least month of any route, null if none is ever met."""
    return min((verdict.month for verdict in verdicts if verdict.month is not None), default=None)


def appointment_month(verdicts: Iterable[RouteVerdict], months: int | None) -> int | None:
    """Return the first month in which somebody may be appointed by any route, where that is later than ``months``."""
    found = min((one.appointed for one in verdicts if one.appointed is not None), default=None)
    return None if months is None or found is None or found <= months else within_horizon(found)


def is_never_appointed(verdicts: Iterable[RouteVerdict], months: int | None) -> bool:
    """Return whether a route met in that month is never met with its license, and no other route helps (C25)."""
    found = tuple(verdicts)
    if months is None or any(within_horizon(one.appointed) is not None for one in found):
        return False
    return any(one.lapsed for one in found if one.month == months)


def assess(case: Case, target: str) -> Assessment:
    """Return when the minimum qualifications of the class are met under the plan.

    The plan is none or stay; :func:`ladder.paths.asking.answer` takes any. ``target`` is
    a class id of the catalog. Months count from the history's as-of month.

    Raises:
        BadCallError: the plan climbs, or names classes to go by.

    References:
        docs/semantics.md, sections 1 to 4.

    """
    if case.plan.kind is PlanKind.CLIMB or case.plan.via:
        raise BadCallError(what="this plan changes classes", try_this="put the question to ladder.paths.asking.answer")
    candidacy = case.candidacy(target)
    if candidacy is None:
        return entry_unknown(case, target)
    verdicts = judge_routes(candidacy)
    met = best_month(verdicts)
    months = within_horizon(met)
    seen_in_part = case.catalog.classes[target].completeness is Completeness.PARTIAL
    unknown = seen_in_part or any(verdict.unknown for verdict in verdicts)
    status = status_of(months, unknown=unknown)
    asked = frozenset(code for verdict in verdicts for code in verdict.codes("asked"))
    return Assessment(
        target=target,
        status=status,
        as_of=case.history.as_of,
        months=months,
        proved_months=months,
        routes=ordered_routes(verdicts, months),
        conditions=conditions_of(case, target, verdicts, months, beyond=met != months),
        missing=missing_sets(verdicts) if status == "unreachable" and met is None else (),
        if_conditions_met=if_conditions_met(months, asked, partial(_months_assuming, candidacy)),
        requirements=trace_requirements(candidacy),
        file_months=None if months is None else filing_month(candidacy, by=months),
        appoint_months=appointment_month(verdicts, months),
    )


def _months_assuming(candidacy: Candidacy, codes: frozenset[str]) -> int | None:
    """Return the months of the same candidacy were more conditions true."""
    plan = candidacy.plan._replace(assumed=candidacy.plan.assumed | codes)
    return within_horizon(best_month(judge_routes(candidacy._replace(plan=plan))))


def entry_unknown(case: Case, target: str) -> Assessment:
    """Return the answer about a class that is only named: unknown, and why."""
    conditions = describe_conditions(case.catalog, target, [(ConditionCode.ENTRY_UNKNOWN, Effect.SHOWN)])
    return Assessment(target, status_of(None, unknown=True), case.history.as_of, conditions=conditions)


def ordered_routes(verdicts: Iterable[RouteVerdict], months: int | None) -> tuple[str, ...]:
    """Return the routes met in that month: fewer conditions first, then internal, then as printed."""
    met = [verdict for verdict in verdicts if months is not None and verdict.month == months]
    met.sort(key=lambda verdict: (len(verdict.codes("shown") | verdict.codes("closed")), verdict.route != "internal"))
    return tuple(verdict.route for verdict in met)


def conditions_of(
    case: Case, target: str, verdicts: Iterable[RouteVerdict], months: int | None, *, beyond: bool = False
) -> tuple[Condition, ...]:
    """Return every condition of the answer: the class's own, then those of its routes.

    What is shown goes with the routes that give the answer, or with all routes where
    none does. What is asked or closed is named on every route. ``beyond`` says that the
    answer would be later than any month that is sought.
    """
    verdicts = tuple(verdicts)
    codes: list[tuple[str, Effect]] = [(ConditionCode.HORIZON, Effect.SHOWN)] if beyond else []
    for verdict in verdicts:
        if months is None or verdict.month == months:
            codes += [(code, Effect.SHOWN) for code in verdict.codes("shown") - case.plan.assumed]
            codes += [(code, Effect.ASSUMED) for code in verdict.codes("shown") & case.plan.assumed]
        codes += [(code, Effect.CLOSED) for code in verdict.codes("closed")]
        codes += [(code, Effect.ASKED) for code in _still_asked(verdict, months)]
    if is_never_appointed(verdicts, months):
        codes.append((ConditionCode.NEVER_AT_ONCE, Effect.SHOWN))
    if case.catalog.classes[target].completeness is Completeness.PARTIAL:
        codes.append((ConditionCode.PARTIAL_RECORD, Effect.SHOWN))
    return describe_conditions(case.catalog, target, codes)


_STANDING = frozenset([ConditionCode.INTERNAL, ConditionCode.STATE_EMPLOYEE, ConditionCode.PERMANENT])


def _still_asked(verdict: RouteVerdict, months: int | None) -> frozenset[str]:
    """Return what the route asks and could still matter; standing is named in any case."""
    return verdict.codes("asked") & _STANDING if months == 0 else verdict.codes("asked")


def missing_sets(verdicts: Iterable[RouteVerdict]) -> tuple[tuple[str, ...], ...]:
    """Return the inclusion-minimal sets of requirements that are not met.

    A route closed by something declared false offers no set while another is open.
    """
    verdicts = tuple(verdicts)
    unshut = minimal_sets(one for verdict in verdicts if not verdict.is_closed for one in verdict.missing)
    return unshut or minimal_sets(one for verdict in verdicts for one in verdict.missing)
