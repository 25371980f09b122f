"""Service held for one requirement: past months credited, and what accrues from now on."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import accumulate, pairwise
from typing import NamedTuple

from ladder.eligibility.clocks import NEVER, Accrual, Amount, accrual_of, credited_share, exact, together
from ladder.eligibility.matching import NOTHING, Candidacy, Match, match_service
from ladder.eligibility.plans import PlanKind
from ladder.eligibility.rules import CappedService, Need, ServiceRule
from ladder.histories import Service
from ladder.service_rows import MonthsHeld, months_of


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


def hold_capped(capped: CappedService, need: Need, candidacy: Candidacy) -> Holding:
    """Return the service that stands for months of the need by a substitution up to a maximum.

    Service that counts for the need itself is left out: no month is credited twice.
    """
    return hold_service(capped.service, candidacy, beside=need.service)


def hold_service(rule: ServiceRule, candidacy: Candidacy, *, beside: ServiceRule | None = None) -> Holding:
    """Return the service that counts for the rule under the candidacy's plan.

    Service that counts for the rule ``beside`` is left out.
    """
    history, conventions = candidacy.history, candidacy.rules.conventions
    past = [(one, match_service(one, rule, candidacy)) for one in _apart(history.past, beside, candidacy)]
    staying = _apart(history.present, beside, candidacy) if candidacy.plan.kind is PlanKind.STAY else ()
    present = [(one, match_service(one, rule, candidacy)) for one in staying]
    counted = [one for one, match in past if match.counts]
    going_on = [one for one, match in present if match.counts]
    matches = [match for one, match in [*past, *present] if one.future or months_alone(one, candidacy)]
    return Holding(
        months=past_months(counted, candidacy),
        parts=tuple(HeldPart(one, months_alone(one, candidacy), match.why) for one, match in past if match.counts),
        accrual=accrual_of(going_on, history.changes, conventions) if going_on else NEVER,
        shown=_shown(matches) | _no_dates(counted),
        asked=frozenset(code for match in matches for code in match.asked),
        closed=frozenset(code for match in matches for code in match.closed),
    )


def _apart(services: Iterable[Service], beside: ServiceRule | None, candidacy: Candidacy) -> Iterable[Service]:
    if beside is None:
        return services
    return [one for one in services if not match_service(one, beside, candidacy).counts]


def _shown(matches: Iterable[Match]) -> frozenset[str]:
    return frozenset(code for match in matches if match.counts for code in match.shown)


def _no_dates(counted: Iterable[Service]) -> frozenset[str]:
    """Return NO_DATES where months without dates were credited as if consecutive."""
    return frozenset(["NO_DATES"]) if any(one.months for one in counted) else NOTHING


def months_alone(service: Service, candidacy: Candidacy) -> Amount:
    """Return the months that a past job is worth by itself (docs/semantics.md, C1)."""
    share = credited_share(service.fte, candidacy.rules.conventions)
    if service.months is not None:
        return exact(service.months * share)
    return exact(sum((until - since) * held for since, until, held in _months_held(service, candidacy)) * share)


def _months_held(service: Service, candidacy: Candidacy) -> tuple[MonthsHeld, ...]:
    """Return the calendar months in which a past job counts before this class (docs/semantics.md, C19)."""
    return months_of(service.row, candidacy.rules.conventions.day_rule) if service.row else ()


def past_months(counted: Iterable[Service], candidacy: Candidacy) -> Amount:
    """Return the months that past jobs are worth together for one requirement.

    Jobs without dates are taken as consecutive; dated jobs are added month by month, at
    most one full-time month a month (docs/semantics.md, C2).
    """
    counted = tuple(counted)
    dated = [one for one in counted if one.row]
    if len(dated) < 2:  # noqa: PLR2004 - nothing is held beside it
        return exact(sum(months_alone(one, candidacy) for one in counted))
    undated = sum(months_alone(one, candidacy) for one in counted if not one.row)
    conventions = candidacy.rules.conventions
    rises = _rises(dated, candidacy)
    months = sorted(rises)
    shares = accumulate(rises[month] for month in months)
    spans = zip(shares, pairwise(months), strict=False)
    together_held = sum((until - since) * together([share], conventions) for share, (since, until) in spans if share)
    return exact(undated + together_held)


def _rises(dated: Iterable[Service], candidacy: Candidacy) -> dict[int, Amount]:
    """Return by how much the share of a month that dated jobs count for rises, or falls, from each month on."""
    rises: dict[int, Amount] = defaultdict(int)
    for one in dated:
        share = credited_share(one.fte, candidacy.rules.conventions)
        for since, until, held in _months_held(one, candidacy):
            worth = share if held == 1 else held * share
            rises[since] += worth
            rises[until] -= worth
    return rises
