"""What a profile declares, as the machine read it, so that a person can check it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from ladder.eligibility.cases import Case
from ladder.eligibility.plans import PlanKind
from ladder.histories import ANOTHER_CLASS, DegreeHeld, History, LicenceHeld, ProgrammeState, Service
from ladder.qualifications import DegreeLevel, Standing
from ladder.rendering.views.report_tables import ReportTable, Row
from ladder.rendering.views.segments import plain
from ladder.requirement_references import class_referred_to, requirement_referred_to
from ladder.service_time import DAYS_A_MONTH, Month, print_exact
from ladder.telling.class_names import name_class
from ladder.telling.messages import say
from ladder.telling.routes import requirement_name
from ladder.telling.times import count_months, spell_day, spell_month

_STANDINGS = {
    Standing.INTERNAL: "Internal candidate (employed by the agency now)",
    Standing.STATE_EMPLOYEE: "State employee now",
    Standing.PERMANENT: "Permanent status",
}
_PLANS = {
    PlanKind.NONE: "No service comes in from now on; only study and training programmes go on.",
    PlanKind.STAY: "The present job goes on as it is.",
    PlanKind.CLIMB: "Classes are taken one after the other, by the quickest ladder.",
}


@dataclass(frozen=True, slots=True)
class Declared:
    """One thing declared, or not declared: its label, and what was read, a line each."""

    label: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DeclarationView:
    """All that a profile declares; ``service`` is null where it declares no job."""

    as_of: str
    plan: tuple[str, ...]
    service: ReportTable | None
    facts: tuple[Declared, ...]


def declaration_view(case: Case, targets: Iterable[str]) -> DeclarationView:
    """Return what was declared and the plan; hours are told as the targets' jurisdictions count them."""
    history = case.history
    return DeclarationView(
        as_of=spell_month(history.as_of),
        plan=plan_in_words(case),
        service=_service(case),
        facts=(
            Declared("Standing", tuple(_standing(case))),
            Declared("Study", tuple(_study(case, targets))),
            Declared("Degrees", tuple(_degree(one, history.as_of) for one in history.degrees) or ("none declared",)),
            Declared("Training programmes", tuple(_programmes(case)) or ("none declared",)),
            Declared("Licenses, certificates", _licences(history)),
            Declared("Planned changes of hours and leave", tuple(_changes(history)) or ("none declared",)),
        ),
    )


def plan_in_words(case: Case) -> tuple[str, ...]:
    """Return what the answers assume of the time to come, a sentence each."""
    via = ", then ".join(name_class(case.catalog, one) for one in case.plan.via)
    told = [f"These classes are taken in this order: {via}." if via else _PLANS[case.plan.kind]]
    if case.plan.study_hours_a_year:
        told.append(f"Besides, {print_exact(case.plan.study_hours_a_year)} semester hours are studied each year.")
    if case.plan.lead_in:
        named = ", ".join(name_class(case.catalog, one) for one in sorted(case.plan.lead_in))
        told.append(f"The work to come in these classes carries lead duties: {named}.")
    if case.plan.include:
        told.append(f"Steps that no text names outright are used too: {', '.join(sorted(case.plan.include))}.")
    return tuple(told)


def length_in_words(job: Service) -> str:
    """Return how long a job lasted as declared: ``20 months at 0.7 of full time``."""
    return _length(job) + _share(job.fte)


def _share(fte: Fraction) -> str:
    return "" if fte == 1 else f" at {print_exact(fte)} of full time"


def _length(job: Service) -> str:
    if job.row:
        since, until = job.row.start, job.row.end
        whole = since % DAYS_A_MONTH == until % DAYS_A_MONTH == 0
        counted = f", {count_months((until - since) // DAYS_A_MONTH)}" if whole else ""
        return f"{spell_day(since)} until {spell_day(until)}{counted}"
    return "goes on" if job.months is None else count_months(job.months)


# ------------------------------------------------------------------ service


def _service(case: Case) -> ReportTable | None:
    rows = [_job(case, one, f"Job {one.number}") for one in case.history.past]
    rows += [_job(case, one, "Present") for one in case.history.present]
    headings = ("No.", "Class or title", "Length", "Share of full time", "Target class", "Declared to count toward")
    return ReportTable("Service declared", headings, tuple(rows)) if rows else None


def _job(case: Case, job: Service, label: str) -> Row:
    name = name_class(case.catalog, job.class_id) if job.class_id else f"{job.title} (no class of the catalog)"
    return (
        plain(label),
        plain(name),
        plain(_length(job)),
        plain("full time" if job.fte == 1 else print_exact(job.fte)),
        plain(_target(case, job.target_class)),
        plain(", ".join(_toward(case, one) for one in sorted(job.declared)) or "nothing declared"),
    )


def _toward(case: Case, reference: str) -> str:
    class_id, requirement = class_referred_to(reference), requirement_referred_to(reference)
    name = requirement_name(case.catalog, requirement).lower()
    return f"{name} of {case.catalog.classes[class_id].title} ({reference})"


def _target(case: Case, target: str | None) -> str:
    if target is None:
        return "none recorded"
    return "a class that is not in the catalog" if target == ANOTHER_CLASS else name_class(case.catalog, target)


# ------------------------------------------------------------------ all else


def _standing(case: Case) -> Iterator[str]:
    for standing, words in _STANDINGS.items():
        told = case.history.standing.get(standing)
        if told is None:
            yield f"{words}: not declared"
            continue
        where = sorted(told.jurisdictions) if told.jurisdictions is not None else []
        names = [case.catalog.jurisdiction(one).name for one in where]
        yield f"{words}: {'yes' if told.value else 'no'}" + (f", in {', '.join(names)}" if names else "")


def _study(case: Case, targets: Iterable[str]) -> Iterator[str]:
    yield f"{print_exact(case.history.semester_hours)} semester hours"
    yield from (f"of them {print_exact(one.semester_hours)} in {one.field}" for one in case.history.courses)
    if not case.history.quarter_hours:
        return
    yield f"{print_exact(case.history.quarter_hours)} quarter hours"
    for jurisdiction in {one.partition("/")[0]: case.catalog.jurisdiction_of(one) for one in targets}.values():
        ratio = Fraction(*jurisdiction.conventions.quarter_hour_ratio)
        hours = print_exact(case.history.semester_hours + case.history.quarter_hours * ratio)
        yield f"together {hours} semester hours as {jurisdiction.name} counts them"


def _degree(degree: DegreeHeld, as_of: Month) -> str:
    field = f" in {degree.field}" if degree.field else ", no field declared"
    if degree.level is DegreeLevel.HIGH_SCHOOL and not degree.field:
        field = ""
    return f"{say(f'degree.{degree.level.value}').partition(' ')[2]}{field}{_since(degree, as_of)}"


def _since(held: DegreeHeld | LicenceHeld, as_of: Month) -> str:
    is_told = held.is_dated or held.from_month
    return f", from {spell_month(Month(as_of + held.from_month))} on" if is_told else ", held now"


def _programmes(case: Case) -> Iterator[str]:
    for class_id, state in case.history.programmes.items():
        yield f"{name_class(case.catalog, class_id)}: {_programme(state, case.history.as_of)}"


def _programme(state: ProgrammeState, as_of: Month) -> str:
    approved = {None: "approval not declared", True: "approved", False: "not approved"}[state.approved]
    if state.completed:
        return f"{approved}, completed"
    if state.completed_at is None:
        return f"{approved}, not completed, time left not declared"
    return f"{approved}, complete in {spell_month(Month(as_of + state.completed_at))}"


def _licences(history: History) -> tuple[str, ...]:
    told = [*(history.licences or ()), *history.licences_to_come]
    if not told:
        return ("not declared",) if history.licences is None else ("none",)
    return tuple(f"{one.name}{_since(one, history.as_of)}" if one.is_dated else one.name for one in told)


def _changes(history: History) -> Iterator[str]:
    for change in history.changes:
        month = spell_month(Month(history.as_of + change.month))
        if change.fte is not None:
            yield f"from {month} on, {print_exact(change.fte)} of full time"
        if change.leave_until is not None:
            yield f"on leave from {month} until {spell_month(Month(history.as_of + change.leave_until))}"
