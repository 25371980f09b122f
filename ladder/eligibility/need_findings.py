"""One need of a route under a plan: the month it is met, and what that leans on."""

from fractions import Fraction
from math import ceil
from typing import NamedTuple

from ladder.condition_codes import ConditionCode
from ladder.eligibility.clocks import Amount, Credit, first_month_when, within_horizon
from ladder.eligibility.held import HeldSince, credential_held
from ladder.eligibility.holdings import CreditedService, Holding, asked_to_count, credit_service, hold_service
from ladder.eligibility.matching import LEAD, NOTHING, Candidacy
from ladder.eligibility.need_asked import asked_of, open_caps, rounded, standing_codes
from ladder.eligibility.needs import AnyNeed, CappedService, Need, OtherNeed, ServiceRule, TraineeNeed
from ladder.eligibility.schooling import education_held
from ladder.eligibility.study import asked_of_study, study_credit, study_of_parts
from ladder.eligibility.windows import first_month_inside, is_windowed, may_fall_out
from ladder.qualifications import Credential, Education, Judgement, Programme, StandingHeld

_TARGET = frozenset([ConditionCode.TARGET_CLASS])


class Finding(NamedTuple):
    """When one need is met, and on which conditions.

    ``month`` counts from the as-of month; null means never under the plan, unless
    ``unknown`` says that a fact is not in the data. A ``is_closed`` need is shut by
    something declared false. ``missing`` are requirements any one of which, were it met,
    would leave nothing to ask here. Nobody is appointed before ``appointed``, None for never.
    """

    month: int | None
    unknown: bool = False
    is_closed: bool = False
    shown: frozenset[str] = NOTHING
    asked: frozenset[str] = NOTHING
    closed: frozenset[str] = NOTHING
    missing: tuple[str, ...] = ()
    appointed: int | None = 0


def find_need(need: AnyNeed, candidacy: Candidacy) -> Finding:
    """Return when the need is met under the candidacy's plan.

    For a climbing plan only what needs no planned service is found.
    """
    if isinstance(need, Need):
        return _find_service_need(need, candidacy)
    if isinstance(need, TraineeNeed):
        return _find_trainee_need(need, candidacy)
    return _find_other_need(need, candidacy)


def _find_service_need(need: Need, candidacy: Candidacy) -> Finding:
    holding = hold_service(need.service, candidacy)
    month = _first_month(need, holding, candidacy)
    asked, closed = standing_codes(need.standing, candidacy)
    return Finding(
        month=None if asked or closed else month,
        is_closed=bool(closed),
        shown=holding.shown | _shown_besides(need, month or 0, candidacy),
        asked=asked | _blocking(need, month, holding, candidacy),
        closed=closed | holding.closed,
        missing=tuple(part.reference for part in need.parts) or (need.reference,),
    )


def _shown_besides(need: Need, month: int, candidacy: Candidacy) -> frozenset[str]:
    """Return what is shown of study by the month, and of a standing that the plan assumes."""
    study = study_of_parts(month, need, candidacy)
    assumed = need.standing is not None and candidacy.is_assumed(need.standing.name)
    standing = frozenset([need.standing.name]) if need.standing is not None and assumed else NOTHING
    service = [_shown_in_cap(one, candidacy) for one in open_caps(need, candidacy)]
    return standing.union(*(one.shown for one in study), *service)


def _shown_in_cap(one: CappedService, candidacy: Candidacy) -> frozenset[str]:
    return hold_service(one.service, candidacy).shown


def asked_in_caps(need: Need, candidacy: Candidacy) -> frozenset[str]:
    """Return what is asked for service that stands for months of the need, up to a maximum."""
    held = [asked_to_count(one.service, _direct_unless(one, need), candidacy) for one in need.capped]
    standing = [standing_codes(one.standing, candidacy)[0] for one in need.capped]
    return NOTHING.union(*held, *standing)


def _direct_unless(one: CappedService, need: Need) -> ServiceRule | None:
    """Return the direct service of which nothing is asked again; none where a substituted month is worth more."""
    return None if one.rate > 1 else need.service


def _blocking(need: Need, month: int | None, holding: Holding, candidacy: Candidacy) -> frozenset[str]:
    """Return what would bring the need forward were it declared or judged true: nothing where it is met now."""
    return NOTHING if month == 0 else _what_might_count(need, month, holding, candidacy)


def asked_to_stay(need: Need, candidacy: Candidacy) -> frozenset[str]:
    """Return what could keep a need that is met now from being unmet later, were it declared or judged true (C26)."""
    if not may_fall_out(need, candidacy):
        return NOTHING
    return _what_might_count(need, 0, hold_service(need.service, candidacy), candidacy)


def _what_might_count(need: Need, month: int | None, holding: Holding, candidacy: Candidacy) -> frozenset[str]:
    """Return what is asked of service and study that does not count for sure.

    Lead duty is not asked where work declared or planned as such fills what is asked of it (docs/semantics.md, C29).
    """
    asked = holding.asked | asked_of_study(need, candidacy) | asked_in_caps(need, candidacy)
    if need.lead and month is None:
        asked |= LEAD
    settled = asked >= LEAD and all(_is_filled(one, candidacy) for one in need.service.lead_rules)
    return asked - LEAD if settled else asked


def _is_filled(rule: ServiceRule, candidacy: Candidacy) -> bool:
    """Return whether declared and planned service fills the lead duty that the rule asks, sooner or later."""
    holding = hold_service(rule, candidacy)
    accrual = holding.accrual
    asked = rounded(rule.lead_months or 0, candidacy.rules.conventions)
    return accrual.last_share > 0 or holding.months + accrual.by(accrual.last_change) >= asked


def _first_month(need: Need, holding: Holding, candidacy: Candidacy) -> int | None:
    """Return the first month in which all bounds on the credited service reach what is asked."""
    asked = asked_of(need, candidacy.rules.conventions)
    study = study_credit(need, candidacy)
    if is_windowed(need, candidacy):
        return first_month_inside([need], candidacy)
    service = credit_service(need, holding, open_caps(need, candidacy), candidacy)

    def enough(month: int) -> bool:
        return min([one.by(month) for one in service]) + study.at(month) >= asked

    return first_month_when(enough, horizon=_horizon(asked, service, study))


def _horizon(asked: Amount, service: tuple[CreditedService, ...], study: Credit) -> int:
    """Return a month by which the amount is reached if it ever is."""
    accruals = [pair for one in service for pair in one.accruals]
    settled = max([study.last_change, *(accrual.last_change for _, accrual in accruals)])
    running = [weight * accrual.last_share for weight, accrual in accruals if accrual.last_share]
    return settled + max((ceil(Fraction(asked) / share) for share in running), default=0)


def _find_trainee_need(need: TraineeNeed, candidacy: Candidacy) -> Finding:
    """Return unknown for a trainee in a class whose length of training is not in the data."""
    history, target = candidacy.history, candidacy.rules.class_id
    targets = {one.target_class for one in (*history.past, *history.present) if one.class_id == need.feeder_class}
    if target in targets or (None in targets and candidacy.is_assumed(ConditionCode.TARGET_CLASS)):
        shown = frozenset([ConditionCode.PROGRAM_LENGTH]) | (NOTHING if target in targets else _TARGET)
        return Finding(None, unknown=True, shown=shown)
    asked = _TARGET if None in targets else NOTHING
    return Finding(None, asked=asked)


def _find_other_need(need: OtherNeed, candidacy: Candidacy) -> Finding:
    rule, missing = need.requirement, (need.reference,)
    if isinstance(rule, Education):
        return _held(need.reference, education_held(rule, candidacy))
    if isinstance(rule, Programme):
        return _find_programme(need.reference, rule, candidacy)
    if isinstance(rule, Credential):
        return _find_credential(need.reference, rule, candidacy)
    assert isinstance(rule, StandingHeld | Judgement)  # noqa: S101 - the other kinds have months
    if isinstance(rule, StandingHeld):
        return _find_standing(need.reference, rule, candidacy)
    assumed = candidacy.is_assumed(rule.code)
    code = frozenset([rule.code])
    return Finding(
        0 if assumed else None,
        shown=code if assumed else NOTHING,
        asked=NOTHING if assumed else code,
        missing=missing,
    )


def _find_standing(reference: str, rule: StandingHeld, candidacy: Candidacy) -> Finding:
    asked, closed = standing_codes(rule.standing, candidacy)
    return Finding(
        None if asked or closed else 0,
        is_closed=bool(closed),
        shown=frozenset([rule.standing.name]) if candidacy.is_assumed(rule.standing.name) else NOTHING,
        asked=asked,
        closed=closed,
        missing=(reference,),
    )


def _find_credential(reference: str, rule: Credential, candidacy: Candidacy) -> Finding:
    found = credential_held(rule, candidacy)
    if rule.by is None:
        return _held(reference, found)
    is_told = bool(found.asked) is False
    month = within_horizon(found.month)
    shown = NOTHING if month is not None and not found.shown else frozenset([ConditionCode.BEFORE_APPOINTMENT])
    if candidacy.entering and is_told:
        return Finding(None if month is None else max(0, month), shown=shown, missing=(reference,))
    return Finding(0, shown=shown, missing=(reference,), appointed=None if month is None else max(0, month))


def _held(reference: str, found: HeldSince) -> Finding:
    """Return the finding on something held from a month on: nothing is asked of what is held now."""
    now = found.month is not None and found.month <= 0
    month = None if found.month is None else max(0, found.month)
    return Finding(month, shown=found.shown, asked=NOTHING if now else found.asked, missing=(reference,))


def _find_programme(reference: str, rule: Programme, candidacy: Candidacy) -> Finding:
    """Return the month a listed programme is complete; never a length made up (docs/semantics.md, C18)."""
    state = candidacy.history.programmes.get(rule.programme)
    if state is None:
        return Finding(None, missing=(reference,))
    if state.approved is False and rule.approval_required:
        return Finding(None, is_closed=True, closed=frozenset([ConditionCode.DAS_APPROVED]), missing=(reference,))
    shown = set()
    if rule.approval_required and state.approved is None:
        shown.add(ConditionCode.DAS_APPROVED)
    if not state.completed:
        shown.add(ConditionCode.PROGRAM_COMPLETION)
    if state.completed_at is None:
        shown.add(ConditionCode.PROGRAM_LENGTH)
    return Finding(
        state.completed_at,
        unknown=state.completed_at is None,
        shown=frozenset(shown),
        missing=(reference,),
    )
