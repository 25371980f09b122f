"""One need of a route under a plan: the month it is met, and what that leans on."""

from fractions import Fraction
from math import ceil
from typing import NamedTuple

from ladder.catalog.jurisdictions import Conventions, Rounding
from ladder.condition_codes import ConditionCode
from ladder.eligibility.clocks import Amount, Credit, first_month_when
from ladder.eligibility.holdings import CreditedService, Holding, asked_to_count, credit_service, hold_service
from ladder.eligibility.matching import LEAD, NOTHING, Candidacy
from ladder.eligibility.needs import AnyNeed, CappedService, Need, OtherNeed, ServiceRule, TraineeNeed
from ladder.eligibility.study import asked_of_study, education_month, study_credit, study_of_parts
from ladder.qualifications import Credential, Education, Judgement, Programme, Standing, StandingHeld
from ladder.titles import fold_title

_TARGET = frozenset([ConditionCode.TARGET_CLASS])


class Finding(NamedTuple):
    """When one need is met, and on which conditions.

    ``month`` counts from the as-of month; null means never under the plan, unless
    ``unknown`` says that a fact is not in the data. A ``is_closed`` need is shut by
    something declared false. ``missing`` are requirements any one of which, were it met,
    would leave nothing to ask here.
    """

    month: int | None
    unknown: bool = False
    is_closed: bool = False
    shown: frozenset[str] = NOTHING
    asked: frozenset[str] = NOTHING
    closed: frozenset[str] = NOTHING
    missing: tuple[str, ...] = ()


def find_need(need: AnyNeed, candidacy: Candidacy) -> Finding:
    """Return when the need is met under the candidacy's plan.

    For a climbing plan only what needs no planned service is found.
    """
    if isinstance(need, Need):
        return _find_service_need(need, candidacy)
    if isinstance(need, TraineeNeed):
        return _find_trainee_need(need, candidacy)
    return _find_other_need(need, candidacy)


def asked_of(need: Need, conventions: Conventions) -> Amount:
    """Return the months that must be reached: half a month less where months of experience are rounded.

    An education for which service may stand is not asked in months, and is not rounded (docs/semantics.md, C3).
    """
    is_experience = any(part.schooling is None for part in need.parts or (need,))
    return _rounded(need.asked_months, conventions) if is_experience else need.asked_months


def _rounded(months: Amount, conventions: Conventions) -> Amount:
    half = conventions.rounding is Rounding.NEAREST_MONTH and months > 0
    return months - Fraction(1, 2) if half else months


def standing_codes(standing: Standing | None, candidacy: Candidacy) -> tuple[frozenset[str], frozenset[str]]:
    """Return the codes asked and the codes closed for a standing that a rule asks."""
    if standing is None or candidacy.is_assumed(standing.name):
        return NOTHING, NOTHING
    held = candidacy.history.standing_in(standing, candidacy.rules.jurisdiction)
    code = frozenset([standing.name])
    return (code if held is None else NOTHING), (code if held is False else NOTHING)


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


def open_caps(need: Need, candidacy: Candidacy) -> tuple[CappedService, ...]:
    """Return the substitutions by service whose standing, if they ask one, is held or assumed."""
    return tuple([one for one in need.capped if not any(standing_codes(one.standing, candidacy))])


def asked_in_caps(need: Need, candidacy: Candidacy) -> frozenset[str]:
    """Return what is asked for service that stands for months of the need, up to a maximum."""
    held = [asked_to_count(one.service, _direct_unless(one, need), candidacy) for one in need.capped]
    standing = [standing_codes(one.standing, candidacy)[0] for one in need.capped]
    return NOTHING.union(*held, *standing)


def _direct_unless(one: CappedService, need: Need) -> ServiceRule | None:
    """Return the direct service of which nothing is asked again; none where a substituted month is worth more."""
    return None if one.rate > 1 else need.service


def _blocking(need: Need, month: int | None, holding: Holding, candidacy: Candidacy) -> frozenset[str]:
    """Return what would bring the need forward were it declared or judged true.

    Lead duty is not asked where work declared or planned as such fills what is asked of it (docs/semantics.md, C29).
    """
    if month == 0:
        return NOTHING
    asked = holding.asked | asked_of_study(need, candidacy) | asked_in_caps(need, candidacy)
    if need.lead and month is None:
        asked |= LEAD
    settled = asked >= LEAD and all(_is_filled(one, candidacy) for one in need.service.lead_rules)
    return asked - LEAD if settled else asked


def _is_filled(rule: ServiceRule, candidacy: Candidacy) -> bool:
    """Return whether declared and planned service fills the lead duty that the rule asks, sooner or later."""
    holding = hold_service(rule, candidacy)
    accrual = holding.accrual
    asked = _rounded(rule.lead_months or 0, candidacy.rules.conventions)
    return accrual.last_share > 0 or holding.months + accrual.by(accrual.last_change) >= asked


def _first_month(need: Need, holding: Holding, candidacy: Candidacy) -> int | None:
    """Return the first month in which all bounds on the credited service reach what is asked."""
    asked = asked_of(need, candidacy.rules.conventions)
    service = credit_service(need, holding, open_caps(need, candidacy), candidacy)
    study = study_credit(need, candidacy)

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
        met = education_month(rule, candidacy)
        return Finding(met.month, shown=met.shown, asked=met.asked, missing=missing)
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
    licences = candidacy.history.licences
    assumed = candidacy.is_assumed(ConditionCode.CREDENTIAL)
    held = assumed or fold_title(rule.name) in {fold_title(one) for one in licences or ()}
    asked = frozenset([ConditionCode.CREDENTIAL]) if licences is None and not held else NOTHING
    shown = frozenset([ConditionCode.CREDENTIAL]) if assumed else NOTHING
    return Finding(0 if held else None, shown=shown, asked=asked, missing=(reference,))


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
