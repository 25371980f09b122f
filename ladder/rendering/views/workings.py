"""How the figures of an answer came about, so that a person can check them with a pencil."""

from collections.abc import Iterator
from dataclasses import dataclass

from ladder.catalog.catalog import Catalog
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
from ladder.telling.asked import asked_words, credited_in_words, together_in_words
from ladder.telling.messages import say, sentences, tell
from ladder.telling.routes import requirement_name
from ladder.telling.substitutions import substitution_words
from ladder.telling.times import count_months
from ladder.telling.verdicts import why_in_words


@dataclass(frozen=True, slots=True)
class Working:
    """How the figures of one requirement came about; ``number`` is what an appeal may cite."""

    number: str
    name: str
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
        lines += [plain(words) for words in (together_in_words(trace),) if words]
        lines += [_credit(page, answer.target, one) for one in trace.credited]
        lines += [plain(words) for words in (_sum(trace), going_on.get(trace.reference) if trace.left else "") if words]
        yield Working(f"{number}.{place}", name, tuple(lines))


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
        return say("work.adds_limited")
    if len(accrual.segments) > 1:
        return say("work.adds_changes")
    if accrual.last_share == 1:
        return say("work.adds_month")
    if accrual.last_share:
        return say("work.adds_part", share=print_exact(accrual.last_share))
    standing_in = [hold_service(one.service, candidacy).accrual for one in open_caps(need, candidacy)]
    if any(one.last_share or len(one.segments) > 1 for one in standing_in):
        return say("work.stands")
    return say("work.adds_nothing")


def _job(page: Page, trace: RequirementTrace, counted: CountedJob, job: Service | None) -> str:
    why = why_in_words(counted.why)
    if counted.why == "ruling" and (who := _ruled_by(page, trace, job)):
        why = say("work.ruled", why=why, who=who)
    told: dict[str, str | int] = {
        "number": counted.job,
        "title": counted.title,
        "months": count_months(counted.months),
        "why": why,
    }
    if job is None:
        return say("work.job", **told)
    return say("work.job_told", length=length_in_words(job), **told)


def _ruled_by(page: Page, trace: RequirementTrace, job: Service | None) -> str:
    """Return who made the recorded ruling that counts the job; nothing where none is recorded."""
    rulings = page.catalog.jurisdiction_of(class_referred_to(trace.reference)).rulings
    found = [one for one in rulings if job and one.class_id == job.class_id and trace.reference in one.counts_toward]
    return found[0].by if found else ""


def _credit(page: Page, target: str, credited: CreditedMonths) -> Cited:
    """Return what stands for months of the requirement, with the rule that lets it."""
    catalog = page.catalog
    rules = catalog.classes[target].qualifications
    found = [one for one in (rules.substitutions if rules else ()) if one.source == credited.source]
    rule = tell("work.rule", rule=substitution_words(catalog, found[0])) if len(found) == 1 else ()
    in_fields = any(isinstance(one, StudySubstitution) and one.fields for one in found)
    candidacy = page.case.candidacy(target) if credited.what == "study" and not in_fields else None
    return cite(page.sources, credited.source, sentences(_credited(catalog, credited, candidacy), rule))


def _credited(catalog: Catalog, credited: CreditedMonths, candidacy: Candidacy | None) -> str:
    """Return what stands for how many months; with a candidacy, the college credits that they rest on."""
    told = {"what": credited_in_words(catalog, credited), "months": count_months(credited.months)}
    if candidacy is None:
        return say("work.credit", **told)
    counted, done = counted_hours(0, candidacy), hours_at(0, candidacy)
    message = "work.credit_degree" if counted > done else "work.credit_hours"
    return say(message, hours=print_exact(counted), done=print_exact(done), **told)


def _sum(trace: RequirementTrace) -> str:
    """Return the sum that a person can check with a pencil."""
    if trace.asked is None or trace.held is None or trace.left is None:
        return ""
    credited = sum(one.months for one in trace.credited)
    asked, held, left = (print_exact(one) for one in (trace.asked, trace.held, trace.left))
    is_plain = trace.left == max(0, trace.asked - trace.held - credited)
    message = "work.used" if not is_plain else "work.asked" if trace.left else "work.done"
    return say(message, asked=asked, held=held, credited=print_exact(credited), left=left)
