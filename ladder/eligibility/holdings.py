"""Service held for one requirement: past months credited, and what accrues from now on."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import accumulate, pairwise
from typing import NamedTuple, TypeVar

from ladder.condition_codes import ConditionCode
from ladder.eligibility.clocks import NEVER, Accrual, Amount, accrual_of, credited_share, exact, together
from ladder.eligibility.matching import NOTHING, Candidacy, Match, match_service
from ladder.eligibility.needs import CappedService, Need, ServiceRule
from ladder.eligibility.plans import PlanKind
from ladder.eligibility.since import ANY_TIME, Since, asked_of_undated, asked_on_a_climb, since_when
from ladder.eligibility.since import NEVER as TOO_LATE
from ladder.eligibility.splits import credited_by, ways_of
from ladder.histories import Service
from ladder.service_rows import MonthsHeld, months_of
from ladder.service_time import Month


class HeldPart(NamedTuple):
    """What one past job adds, on its own, and why it counts."""

    service: Service
    months: Amount
    why: str


class Holding(NamedTuple):
    """Service toward one requirement, past and to come, with what it leans on.

    ``months`` is the past credited together: jobs held in one month are capped at full
    time, so it may be less than the sum of the parts (docs/semantics.md, C2).
    """

    months: Amount
    parts: tuple[HeldPart, ...]
    accrual: Accrual
    shown: frozenset[str]
    asked: frozenset[str]
    closed: frozenset[str]


NO_SERVICE = Holding(0, (), NEVER, NOTHING, NOTHING, NOTHING)
"""Nothing held, and nothing to come."""


class CreditedService(NamedTuple):
    """One bound on the service credited: months up to now, and what accrues, each at a weight."""

    months: Amount
    accruals: tuple[tuple[Amount, Accrual], ...]

    def by(self, month: int) -> Amount:
        """Return the months up to a month of the plan."""
        total = self.months
        for weight, accrual in self.accruals:
            total += weight * accrual.by(month)
        return total


Worth = TypeVar("Worth")

Judged = list[tuple[Service, Match]]
"""Jobs, each with whether it counts for one rule."""


def hold_service(rule: ServiceRule, candidacy: Candidacy) -> Holding:
    """Return the service that counts for the rule under the candidacy's plan."""
    held, staying = candidacy.history.past, jobs_going_on(candidacy)
    since = since_when(rule.limits, candidacy)
    later = asked_on_a_climb(since) if candidacy.plan.climbs else NOTHING
    if not held and not staying:
        return NO_SERVICE if since is ANY_TIME else NO_SERVICE._replace(asked=later, shown=since.shown)
    past, present = _judged(held, rule, candidacy), _judged(staying, rule, candidacy)
    counted = [one for one in _counting(past) if since.takes(one)]
    matches = [match for one, match in [*past, *present] if _is_held(one, candidacy)]
    in_time = asked_of_time([*past, *present], candidacy, since)
    return Holding(
        months=past_months(counted, candidacy, since),
        parts=tuple(_parts(past, candidacy, since)),
        accrual=accrued(_counting(present), candidacy, since),
        shown=since.shown.union(_shown(matches), _no_dates(counted)),
        asked=later.union(in_time, *[match.asked for match in matches]),
        closed=NOTHING.union(*[match.closed for match in matches]),
    )


def amounts_held(rule: ServiceRule, candidacy: Candidacy) -> Callable[[Candidacy], Holding]:
    """Return what tells the months and the accrual alone of the same service, in any month of the plan."""
    past = _counting(_judged(candidacy.history.past, rule, candidacy))
    staying = _counting(_judged(jobs_going_on(candidacy), rule, candidacy))

    def amounts(seen: Candidacy) -> Holding:
        since = since_when(rule.limits, seen)
        counted = [one for one in past if since.takes(one)]
        return NO_SERVICE._replace(months=past_months(counted, seen, since), accrual=accrued(staying, seen, since))

    return amounts


def _parts(past: Judged, candidacy: Candidacy, since: Since) -> Iterable[HeldPart]:
    """Yield what each past job adds, on its own; none of which the time is not right."""
    for one, match in past:
        if match.counts and since.takes(one):
            months = months_alone(one, candidacy, since)
            if months or since is ANY_TIME:
                yield HeldPart(one, months, match.why)


def asked_of_time(judged: Judged, candidacy: Candidacy, since: Since) -> frozenset[str]:
    """Return what is asked for jobs to count for which only the time is not known to be right."""
    if since is ANY_TIME:
        return NOTHING
    jobs = [one for one, match in judged if match.counts or match.asked]
    return NOTHING.union(*(_asked_of_job(one, candidacy, since) for one in jobs))


def _asked_of_job(service: Service, candidacy: Candidacy, since: Since) -> frozenset[str]:
    """Return what must be true for more of a job to count."""
    if service.future:
        return since.for_other if since.hoped < since.month and since.begins else NOTHING
    if service.months is not None:
        return asked_of_undated(since) if service.months else NOTHING
    counted, hoped, at_best = (
        months_alone(service, candidacy, since._replace(month=month))
        for month in (since.month, since.hoped, since.at_best)
    )
    for_other = since.for_other if at_best > counted else NOTHING
    return for_other | (since.order if at_best > hoped else NOTHING)


def asked_to_count(rule: ServiceRule, direct: ServiceRule | None, candidacy: Candidacy) -> frozenset[str]:
    """Return what is asked for jobs to count for the rule, of those that do not count for a direct one already."""
    jobs = (*candidacy.history.past, *jobs_going_on(candidacy))
    besides = [one for one in jobs if direct is None or not match_service(one, direct, candidacy).counts]
    judged = [(one, match) for one, match in _judged(besides, rule, candidacy) if _is_held(one, candidacy)]
    in_time = asked_of_time(judged, candidacy, since_when(rule.limits, candidacy))
    return in_time.union(*(match.asked for _, match in judged))


def _is_held(service: Service, candidacy: Candidacy) -> bool:
    """Return whether the job is worth any months: it goes on, or some are past."""
    return service.future or bool(months_alone(service, candidacy))


def _judged(services: Iterable[Service], rule: ServiceRule, candidacy: Candidacy) -> Judged:
    return [(one, match_service(one, rule, candidacy)) for one in services]


def _counting(judged: Judged) -> list[Service]:
    return [one for one, match in judged if match.counts]


def jobs_going_on(candidacy: Candidacy) -> tuple[Service, ...]:
    """Return the present jobs where the plan is to stay, else none."""
    return candidacy.history.present if candidacy.plan.kind is PlanKind.STAY else ()


def accrued(services: Sequence[Service], candidacy: Candidacy, since: Since = ANY_TIME) -> Accrual:
    """Return how the jobs accrue together from now on, or from a later month."""
    if not services or since.month >= TOO_LATE:
        return NEVER
    return accrual_of(services, candidacy.history.changes, candidacy.rules.conventions).starting(since.begins)


def credit_service(
    need: Need, holding: Holding, capped: Sequence[CappedService], candidacy: Candidacy
) -> tuple[CreditedService, ...]:
    """Return the bounds whose least is the service credited to the need.

    ``holding`` is the direct service; each month is credited once, directly or by one of
    the substitutions ``capped``, in the split that credits most (docs/semantics.md, C2).
    """
    if not capped:
        return (CreditedService(holding.months, ((1, holding.accrual),)),)
    rules = [need.service, *(one.service for one in capped)]
    past = held_by_sources(rules, candidacy)
    since = since_when(need.service.limits, candidacy)
    going_on = _by_sources(jobs_going_on(candidacy), rules, candidacy, partial(accrued, since=since))
    return tuple(
        CreditedService(
            credited_by(way, past),
            tuple((weight, going_on(sources)) for weight, sources in way.levels),
        )
        for way in ways_of(capped)
    )


def held_by_sources(rules: Sequence[ServiceRule], candidacy: Candidacy) -> Callable[[int], Amount]:
    """Return what tells the past months that count by any rule of a set of them (a bit set)."""
    since = since_when(rules[0].limits, candidacy)
    timely = [one for one in candidacy.history.past if since.takes(one)]
    return _by_sources(timely, rules, candidacy, partial(past_months, since=since))


def _by_sources(
    services: Sequence[Service],
    rules: Sequence[ServiceRule],
    candidacy: Candidacy,
    worth: Callable[[Sequence[Service], Candidacy], Worth],
) -> Callable[[int], Worth]:
    """Return what tells the worth of the jobs that count by any rule of a set, each job once."""
    by_job = [
        sum(1 << number for number, rule in enumerate(rules) if match_service(one, rule, candidacy).counts)
        for one in services
    ]
    known: dict[tuple[bool, ...], Worth] = {}

    def worth_of(sources: int) -> Worth:
        counting = tuple(bool(mask & sources) for mask in by_job)
        if counting not in known:
            chosen = [one for one, counts in zip(services, counting, strict=True) if counts]
            known[counting] = worth(chosen, candidacy)
        return known[counting]

    return worth_of


def _shown(matches: Iterable[Match]) -> frozenset[str]:
    return frozenset(code for match in matches if match.counts for code in match.shown)


def _no_dates(counted: Iterable[Service]) -> frozenset[str]:
    """Return NO_DATES where months without dates were credited as if consecutive."""
    return frozenset([ConditionCode.NO_DATES]) if any(one.months for one in counted) else NOTHING


def months_alone(service: Service, candidacy: Candidacy, since: Since = ANY_TIME) -> Amount:
    """Return the months that a past job is worth by itself, from a month on (docs/semantics.md, C1)."""
    share = credited_share(service.fte, candidacy.rules.conventions)
    if service.months is not None:
        return exact(service.months * share)
    months = _months_held(service, candidacy, since)
    return exact(sum((until - begun) * held for begun, until, held in months) * share)


def _months_held(service: Service, candidacy: Candidacy, since: Since) -> tuple[MonthsHeld, ...]:
    """Return the calendar months, from a month on, in which a past job counts before this class (C19)."""
    found = months_of(service.row, candidacy.rules.conventions.day_rule) if service.row else ()
    if since is ANY_TIME:
        return found
    first = Month(candidacy.history.as_of + since.month)
    return tuple(one._replace(since=max(one.since, first)) for one in found if one.until > first)


def past_months(counted: Sequence[Service], candidacy: Candidacy, since: Since = ANY_TIME) -> Amount:
    """Return the months that past jobs are worth together for one requirement, from a month on.

    Jobs without dates are taken as consecutive; dated jobs are added month by month, at
    most one full-time month a month (docs/semantics.md, C2).
    """
    dated = [one for one in counted if one.row]
    if len(dated) < 2:  # noqa: PLR2004 - nothing is held beside it
        return exact(sum(months_alone(one, candidacy, since) for one in counted))
    undated = sum(months_alone(one, candidacy) for one in counted if not one.row)
    conventions = candidacy.rules.conventions
    rises = _rises(dated, candidacy, since)
    months = sorted(rises)
    shares = accumulate(rises[month] for month in months)
    spans = zip(shares, pairwise(months), strict=False)
    together_held = sum((until - since) * together([share], conventions) for share, (since, until) in spans if share)
    return exact(undated + together_held)


def _rises(dated: Iterable[Service], candidacy: Candidacy, timely: Since) -> dict[int, Amount]:
    """Return by how much the share of a month that dated jobs count for rises, or falls, from each month on."""
    rises: dict[int, Amount] = defaultdict(int)
    for one in dated:
        share = credited_share(one.fte, candidacy.rules.conventions)
        for since, until, held in _months_held(one, candidacy, timely):
            worth = share if held == 1 else held * share
            rises[since] += worth
            rises[until] -= worth
    return rises
