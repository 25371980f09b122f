"""What a person can check with a pencil: each requirement as of the as-of month."""

from collections.abc import Iterable, Sequence

from ladder.eligibility.answers import CountedJob, CreditedMonths, RequirementTrace
from ladder.eligibility.clocks import Amount, exact
from ladder.eligibility.held import latest_of
from ladder.eligibility.holdings import credit_service, hold_service
from ladder.eligibility.matching import Candidacy
from ladder.eligibility.need_asked import open_caps
from ladder.eligibility.need_findings import find_need
from ladder.eligibility.needs import AnyNeed, CappedService, Need, OtherNeed
from ladder.eligibility.study import credits_at, study_credited
from ladder.eligibility.sums import in_service


def trace_requirements(candidacy: Candidacy) -> tuple[RequirementTrace, ...]:
    """Return a trace for every requirement and whole substitution of the class, each once.

    The figures are of the as-of month. Where requirements are additional to one another
    each month is credited to one of them alone.
    """
    needs = {need.reference: need for route in candidacy.rules.routes for need in route.needs}
    printed = [need for need in needs.values() if not (isinstance(need, Need) and need.joint)]
    shared = [need for need in needs.values() if isinstance(need, Need) and need.joint]
    return tuple(_settle_joint(_trace(need, candidacy), shared, candidacy) for need in printed)


def _trace(need: AnyNeed, candidacy: Candidacy) -> RequirementTrace:
    found = find_need(need, candidacy)
    met = latest_of([found.month, found.appointed])  # a license by appointment is met when it is held, not before
    if not isinstance(need, Need):
        what = need.requirement.what if isinstance(need, OtherNeed) else f"training in {need.feeder_class}"
        kind = need.requirement.kind if isinstance(need, OtherNeed) else "trainee"
        source = need.requirement.source if isinstance(need, OtherNeed) else need.source
        return RequirementTrace(need.reference, kind, what, None, None, (), None, (), met, source)
    holding = hold_service(need.service, candidacy)
    return RequirementTrace(
        reference=need.reference,
        kind="experience" if need.schooling is None else "education",
        what=need.what,
        asked=int(need.asked_months),
        held=holding.months,
        credited=tuple(_credits(need, candidacy)),
        left=_own_left(need, candidacy),
        counted=tuple(
            CountedJob(part.service.number, part.service.title, part.months, part.why) for part in holding.parts
        ),
        met_in_month=met,
        source=need.source,
    )


def _credits(need: Need, candidacy: Candidacy) -> Iterable[CreditedMonths]:
    """Yield what stands for months of the need, none beyond what it asks."""
    room: Amount = need.asked_months
    for credit in credits_at(0, need, candidacy):
        months = min(credit.months, room)
        if months:
            room -= months
            yield CreditedMonths("study", months, credit.what, credit.source)
    for one, service in _substituted(need, candidacy):
        months = min(service, room)
        if months:
            room -= months
            yield CreditedMonths("service", months, f"service under {one.service.reference}", one.source)


def _substituted(need: Need, candidacy: Candidacy) -> Iterable[tuple[CappedService, Amount]]:
    """Yield each substitution by service with the months that it adds to those before it."""
    capped = open_caps(need, candidacy)
    before = _service_credited(need, (), candidacy)
    for number, one in enumerate(capped, start=1):
        service = _service_credited(need, capped[:number], candidacy)
        yield one, exact(service - before)
        before = service


def _service_credited(need: Need, capped: Sequence[CappedService], candidacy: Candidacy) -> Amount:
    """Return the past service credited to the need, directly and by some of its substitutions."""
    holding = hold_service(need.service, candidacy)
    return min(one.by(0) for one in credit_service(need, holding, capped, candidacy))


def _settle_joint(trace: RequirementTrace, shared: list[Need], candidacy: Candidacy) -> RequirementTrace:
    """Return the trace with what is left in the sum where another requirement used the months."""
    left = trace.left
    for need in shared:
        if left is None or need.parts[0].reference != trace.reference:
            continue
        others = sum(in_service(_own_left(part, candidacy), part) for part in need.parts[1:])
        left = max(left, exact(_left(need, candidacy) - others))
    return trace._replace(left=left)


def _own_left(need: Need, candidacy: Candidacy) -> Amount:
    """Return what a requirement still asks, none where it is met."""
    return exact(max(0, _left(need, candidacy)))


def _left(need: Need, candidacy: Candidacy) -> Amount:
    """Return what a requirement or a sum asks beyond all that is credited, negative where that is more."""
    study = study_credited(need, 0, candidacy)
    service = _service_credited(need, open_caps(need, candidacy), candidacy)
    return need.asked_months - service - study
