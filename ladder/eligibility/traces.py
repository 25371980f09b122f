"""What a person can check with a pencil: each requirement as of the as-of month."""

from collections.abc import Iterable

from ladder.eligibility.answers import CountedJob, CreditedMonths, RequirementTrace
from ladder.eligibility.clocks import Amount, exact
from ladder.eligibility.findings import find_need
from ladder.eligibility.holdings import hold_capped, hold_service, past_months
from ladder.eligibility.matching import Candidacy, match_service
from ladder.eligibility.rules import AnyNeed, ClassRules, Need, OtherNeed
from ladder.eligibility.study import credits_at


def trace_requirements(rules: ClassRules, candidacy: Candidacy) -> tuple[RequirementTrace, ...]:
    """Return a trace for every requirement and whole substitution of the class, each once.

    The figures are of the as-of month. Where requirements are additional to one another
    each month is credited to one of them alone.
    """
    needs = {need.reference: need for route in rules.routes for need in route.needs}
    printed = [need for need in needs.values() if not (isinstance(need, Need) and need.joint)]
    shared = [need for need in needs.values() if isinstance(need, Need) and need.joint]
    return tuple(_settle_joint(_trace(need, candidacy), shared, candidacy) for need in printed)


def _trace(need: AnyNeed, candidacy: Candidacy) -> RequirementTrace:
    met = find_need(need, candidacy).month
    if not isinstance(need, Need):
        what = need.requirement.what if isinstance(need, OtherNeed) else f"training in {need.feeder_class}"
        kind = need.requirement.kind if isinstance(need, OtherNeed) else "trainee"
        source = need.requirement.source if isinstance(need, OtherNeed) else need.source
        return RequirementTrace(need.reference, kind, what, None, None, (), None, (), met, source)
    holding = hold_service(need.service, candidacy)
    credited = tuple(_credits(need, candidacy))
    return RequirementTrace(
        reference=need.reference,
        kind="experience",
        what=need.what,
        asked=need.asked_months,
        held=holding.months,
        credited=credited,
        left=_left(need.asked_months, holding.months, credited),
        counted=tuple(
            CountedJob(part.service.number, part.service.title, part.months, part.why) for part in holding.parts
        ),
        met_in_month=met,
        source=need.source,
    )


def _left(asked: int, held: Amount, credited: Iterable[CreditedMonths]) -> Amount:
    return exact(max(0, asked - held - sum(credit.months for credit in credited)))


def _credits(need: Need, candidacy: Candidacy) -> Iterable[CreditedMonths]:
    """Yield what stands for months of the need, none beyond what it asks."""
    room: Amount = need.asked_months
    for credit in credits_at(0, need, candidacy):
        months = min(credit.months, room)
        if months:
            room -= months
            yield CreditedMonths("study", months, credit.what, credit.source)
    for one in need.capped:
        held = hold_capped(one, need, candidacy).months
        months = min(held, one.at_most_months, room)
        if months:
            room -= months
            yield CreditedMonths("service", months, f"service under {one.service.reference}", one.source)


def _settle_joint(trace: RequirementTrace, shared: list[Need], candidacy: Candidacy) -> RequirementTrace:
    """Return the trace with what is left in the sum where another requirement used the months."""
    left = trace.left
    for need in shared:
        if left is None or need.parts[0].reference != trace.reference:
            continue
        counted = [one for one in candidacy.history.past if match_service(one, need.service, candidacy).counts]
        credit = sum(sum(one.months for one in _credits(part, candidacy)) for part in need.parts)
        others = sum(_own_left(part, candidacy) for part in need.parts[1:])
        left = max(left, exact(need.asked_months - past_months(counted, candidacy) - credit - others))
    return trace._replace(left=left)


def _own_left(need: Need, candidacy: Candidacy) -> Amount:
    return _left(need.asked_months, hold_service(need.service, candidacy).months, _credits(need, candidacy))
