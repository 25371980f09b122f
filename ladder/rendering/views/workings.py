"""How the figures of an answer came about, so that a person can check them with a pencil."""

from collections.abc import Iterator
from dataclasses import dataclass

from ladder.eligibility.answers import Assessment, CountedJob, CreditedMonths, RequirementTrace
from ladder.eligibility.holdings import hold_service
from ladder.eligibility.hours import counted_hours, hours_at
from ladder.eligibility.matching import Candidacy
from ladder.eligibility.need_asked import open_caps
from ladder.eligibility.needs import Need
from ladder.eligibility.plans import PlanKind
from ladder.histories import Service
from ladder.qualifications import StudySubstitution
from ladder.rendering.views.citations import Page
from ladder.rendering.views.declarations import length_in_words
from ladder.rendering.views.segments import Cited, cite, plain
from ladder.requirement_references import class_referred_to, requirement_referred_to
from ladder.service_time import print_exact
from ladder.telling.asked import asked_words, credited_in_words
from ladder.telling.parts import Words, join_parts
from ladder.telling.routes import requirement_name
from ladder.telling.substitutions import substitution_words
from ladder.telling.times import count_months
from ladder.telling.verdicts import why_in_words

_FIGURES = frozenset({1, 2, 3, 4})


@dataclass(frozen=True, slots=True)
class Working:
    """How the figures of one requirement came about; ``number`` is what an appeal may cite."""

    number: str
    name: str
    reference: str
    lines: tuple[Cited, ...]


def find_workings(page: Page, answer: Assessment, number: int) -> Iterator[Working]:
    """Yield how the figures of each requirement came about; ``number`` is the answer's place on the page."""
    catalog = page.catalog
    jobs = {one.number: one for one in page.case.history.past}
    going_on = dict(_going_on(page, answer.target))
    for place, trace in enumerate(answer.requirements, 1):
        own_id = requirement_referred_to(trace.reference)
        name = requirement_name(catalog, own_id)
        lines = [cite(page.sources, trace.source, asked_words(catalog, trace.reference))]
        lines += [plain(_job(page, trace, one, jobs.get(one.job))) for one in trace.counted]
        lines += [plain(words) for words in (_together(trace),) if words]
        lines += [_credit(page, answer.target, one) for one in trace.credited]
        lines += [plain(words) for words in (_sum(trace), going_on.get(trace.reference) if trace.left else "") if words]
        yield Working(f"{number}.{place}", name, trace.reference, tuple(lines))


def _going_on(page: Page, target: str) -> Iterator[tuple[str, str]]:
    """Yield, for each requirement of months, what the present job adds to it if it goes on."""
    candidacy = page.case.candidacy(target)
    if page.case.plan.kind is not PlanKind.STAY or not page.case.history.present or candidacy is None:
        return
    for need in (need for route in candidacy.rules.routes for need in route.needs if isinstance(need, Need)):
        yield need.reference, _added_each_month(need, candidacy)


def _added_each_month(need: Need, candidacy: Candidacy) -> str:
    accrual = hold_service(need.service, candidacy).accrual
    if accrual.last_share and not need.service.limits.is_none:
        return "From now on the present job adds to it, from and for the time that counts."
    if len(accrual.segments) > 1:
        return "From now on the present job adds to it, by the changes of hours and leave planned."
    if accrual.last_share:
        share = "a month" if accrual.last_share == 1 else f"{print_exact(accrual.last_share)} of a month"
        return f"From now on the present job adds {share} to it each month."
    standing_in = [hold_service(one.service, candidacy).accrual for one in open_caps(need, candidacy)]
    if any(one.last_share or len(one.segments) > 1 for one in standing_in):
        return "From now on the present job stands for months of it, at the rate and up to the maximum of the rule."
    return "The present job adds nothing to it."


def _job(page: Page, trace: RequirementTrace, counted: CountedJob, job: Service | None) -> str:
    declared = f" ({length_in_words(job)})" if job else ""
    why = why_in_words(counted.why) + (_ruled_by(page, trace, job) if counted.why == "ruling" else "")
    return f"Job {counted.job}, {counted.title}{declared}, counts {count_months(counted.months)}: {why}."


def _ruled_by(page: Page, trace: RequirementTrace, job: Service | None) -> str:
    """Return who made the recorded ruling that counts the job."""
    rulings = page.catalog.jurisdiction_of(class_referred_to(trace.reference)).rulings
    found = [one for one in rulings if job and one.class_id == job.class_id and trace.reference in one.counts_toward]
    return f" ({found[0].by})" if found else ""


def _together(trace: RequirementTrace) -> str:
    """Return what the jobs come to together, where that is not their sum."""
    if not trace.counted or sum(one.months for one in trace.counted) == trace.held:
        return ""
    return f"Together they count {count_months(trace.held or 0)}, as a month is counted once."


def _credit(page: Page, target: str, credited: CreditedMonths) -> Cited:
    """Return what stands for months of the requirement, with the rule that lets it."""
    catalog = page.catalog
    what = credited_in_words(catalog, credited)
    rules = catalog.classes[target].qualifications
    found = [one for one in (rules.substitutions if rules else ()) if one.source == credited.source]
    rule: Words = join_parts(" The rule: ", substitution_words(catalog, found[0])) if len(found) == 1 else ()
    in_fields = any(isinstance(one, StudySubstitution) and one.fields for one in found)
    hours = _hours(page, target) if credited.what == "study" and not in_fields else ""
    return cite(page.sources, credited.source, f"{what} stands for {count_months(credited.months)}{hours}.", rule)


def _hours(page: Page, target: str) -> str:
    """Return the semester hours that a credit of study rests on."""
    candidacy = page.case.candidacy(target)
    if candidacy is None:
        return ""
    counted, done = counted_hours(0, candidacy), hours_at(0, candidacy)
    by_degree = f": {print_exact(done)} are done, and a degree counts as {print_exact(counted)}"
    return f", from {print_exact(counted)} semester hours{by_degree if counted > done else ''}"


def _sum(trace: RequirementTrace) -> str:
    """Return the sum that a person can check with a pencil."""
    if trace.asked is None or trace.held is None or trace.left is None:
        return ""
    credited = sum(one.months for one in trace.credited)
    asked, held, left = (print_exact(one) for one in (trace.asked, trace.held, trace.left))
    told = f"{asked} asked, {held} held, {print_exact(credited)} credited"
    if trace.left == max(0, trace.asked - trace.held - credited):
        return f"{told}: {f'{left} left' if trace.left else 'nothing left'}."
    return f"{told}: {left} left, as a month that another requirement has used is not counted again."
