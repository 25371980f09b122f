"""From when on service counts for a rule that takes it only after something, or only where it is recent.

Follows docs/semantics.md, C24 and C26. Whatever is not known for sure is asked: ORDER where
something has no month, RECENCY where service has none, and on a climb.
"""

from collections.abc import Iterable

from ladder.condition_codes import ConditionCode
from ladder.eligibility.held import HeldSince, all_held, credential_held
from ladder.eligibility.hours import EVER_BEFORE
from ladder.eligibility.matching import NOTHING, Candidacy
from ladder.eligibility.schooling import education_held
from ladder.histories import Service
from ladder.qualifications import Credential, Education
from ladder.service_limits import ServiceLimits
from ladder.values import Value

NEVER = 1_000_000
"""Later than any month of a plan."""

_ORDER = frozenset([ConditionCode.ORDER])
_RECENCY = frozenset([ConditionCode.RECENCY])


class Since(Value):
    """The month of the plan from which service counts, and whether service without dates does.

    Were the conditions that something else waits for true, it would count from ``hoped`` on;
    were it besides in order, from ``at_best`` on. ``for_other`` are the former conditions;
    ``order`` and ``recency`` are what service without dates waits for, and on a climb all
    service for the latter.
    """

    month: int = EVER_BEFORE
    undated: bool = True
    hoped: int = EVER_BEFORE
    at_best: int = EVER_BEFORE
    for_other: frozenset[str] = NOTHING
    order: frozenset[str] = NOTHING
    recency: frozenset[str] = NOTHING
    shown: frozenset[str] = NOTHING

    def takes(self, service: Service) -> bool:
        """Return whether the job may count, some of it or all."""
        return self.undated if service.months is not None else self.month < NEVER

    @property
    def begins(self) -> int:
        """The month from which planned service counts: the as-of month, or a later one."""
        return max(0, self.month)


ANY_TIME = Since()
"""Service of any time counts."""


def since_when(limits: ServiceLimits, candidacy: Candidacy) -> Since:
    """Return from when on service counts within the limits, for a candidacy that answers for its month."""
    if limits.is_none:
        return ANY_TIME
    found = _after(limits, candidacy) if limits.after else ANY_TIME
    return found if limits.last_months is None else _recent(found, limits.last_months, candidacy)


def _after(limits: ServiceLimits, candidacy: Candidacy) -> Since:
    """Return from when on service comes after what is asked before it."""
    sure = _held(limits.after, candidacy)
    plan = candidacy.plan._replace(assumed=candidacy.plan.assumed | sure.asked)
    hoped = _held(limits.after, candidacy._replace(plan=plan)) if sure.asked else sure
    in_order = candidacy.is_assumed(ConditionCode.ORDER)
    month = _or_never(sure.possibly if in_order else sure.month)
    return Since(
        month=month,
        undated=in_order and _or_never(sure.possibly) < 0,
        hoped=min(month, _or_never(hoped.possibly if in_order else hoped.month)),
        at_best=_or_never(hoped.possibly),
        for_other=sure.asked,
        order=NOTHING if in_order else _ORDER,
        shown=sure.shown | (_ORDER if in_order else NOTHING),
    )


def _held(after: Iterable[Education | Credential], candidacy: Candidacy) -> HeldSince:
    return all_held(
        education_held(one, candidacy) if isinstance(one, Education) else credential_held(one, candidacy)
        for one in after
    )


def _or_never(month: int | None) -> int:
    return NEVER if month is None else month


def _recent(found: Since, last_months: int, candidacy: Candidacy) -> Since:
    """Return the same within the last months: before the month answered, or on a climb before it begins."""
    assumed = candidacy.is_assumed(ConditionCode.RECENCY)
    opens = (candidacy.history.study_from if candidacy.plan.climbs else candidacy.month) - last_months
    closed = candidacy.plan.climbs and not assumed
    return found._replace(
        month=NEVER if closed else max(found.month, opens),
        undated=found.undated and assumed and opens < 0,
        hoped=max(found.hoped, opens),
        at_best=max(found.at_best, opens),
        recency=NOTHING if assumed else _RECENCY,
        shown=found.shown | (_RECENCY if assumed else NOTHING),
    )


def asked_of_undated(since: Since) -> frozenset[str]:
    """Return what must be true for service without dates to count; nothing where it cannot, or does already."""
    if since.undated or since.at_best >= 0:
        return NOTHING
    return since.recency | since.order | since.for_other


def asked_on_a_climb(since: Since) -> frozenset[str]:
    """Return what must be true for service on a climb to count, or to count sooner."""
    return since.recency | (since.for_other if since.hoped < since.month else NOTHING)
