"""What a profile declares, as the machine read it, so that a person can check it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce

from ladder.eligibility.cases import Case
from ladder.histories import ANOTHER_CLASS, DegreeHeld, History, ProgrammeState, Service
from ladder.qualifications import DegreeLevel, Standing
from ladder.requirement_references import class_referred_to, requirement_referred_to
from ladder.service_time import DAYS_A_MONTH, Month, print_exact
from ladder.telling.class_names import name_class
from ladder.telling.messages import clauses, listed, say, tell
from ladder.telling.parts import plain_text
from ladder.telling.routes import called
from ladder.telling.times import count_months, spell_day, spell_month


@dataclass(frozen=True, slots=True)
class Declared:
    """One thing declared, or not declared: its label, and what was read, a line each."""

    label: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DeclarationView:
    """All that a profile declares, and the plan."""

    plan: tuple[str, ...]
    facts: tuple[Declared, ...]


def declaration_view(case: Case, targets: Iterable[str]) -> DeclarationView:
    """Return what was declared and the plan; hours are told as the targets' jurisdictions count them."""
    history = case.history
    told = {
        "present": (_job(case, one) for one in history.present),
        "past": _jobs(case),
        "standing": _standing(case),
        "study": _study(case, targets),
        "degrees": (_degree(one, history.as_of) for one in history.degrees),
        "programs": _programmes(case),
        "licenses": _licences(history),
        "changes": _changes(history),
    }
    return DeclarationView(
        plan=plan_in_words(case),
        facts=tuple(Declared(say(f"told.{name}"), tuple(lines) or (say("told.none"),)) for name, lines in told.items()),
    )


def plan_in_words(case: Case) -> tuple[str, ...]:
    """Return what the answers assume of the time to come, a sentence each."""
    plan = case.plan
    told = [say("plan.via", classes=_in_turn(case, plan.via)) if plan.via else say(f"plan.{plan.kind}")]
    if plan.study_hours_a_year:
        told.append(say("plan.study", hours=print_exact(plan.study_hours_a_year)))
    if plan.lead_in:
        named = listed([name_class(case.catalog, one) for one in sorted(plan.lead_in)])
        told.append(say("plan.lead", classes=named))
    if plan.include:
        told.append(say("plan.include"))
    return tuple(told)


def _in_turn(case: Case, class_ids: Iterable[str]) -> str:
    names = [name_class(case.catalog, one) for one in class_ids]
    return reduce(lambda first, last: say("plan.then", first=first, last=last), names)


def length_in_words(job: Service) -> str:
    """Return how long a job lasted as declared: ``20 months at 70% of full time``."""
    length = _length(job)
    return length if job.fte == 1 else say("told.at_part", length=length, share=_share(job.fte))


def _share(fte: Fraction) -> str:
    """Return a share of full time in percent, as a fraction where no decimal ends: ``70%``, ``2/3``."""
    percent = print_exact(fte * 100)
    return print_exact(fte) if "/" in percent else say("told.percent", number=percent)


def _length(job: Service) -> str:
    if not job.row:
        return say("told.goes_on") if job.months is None else count_months(job.months)
    since, until = job.row.start, job.row.end
    span = {"since": spell_day(since), "until": spell_day(until)}
    if since % DAYS_A_MONTH == until % DAYS_A_MONTH == 0:
        return say("told.span_counted", months=count_months((until - since) // DAYS_A_MONTH), **span)
    return say("told.span", **span)


# ------------------------------------------------------------------ service


def _jobs(case: Case) -> Iterator[str]:
    """Yield past jobs by their numbers, which the reasons name."""
    for one in case.history.past:
        yield say("told.job", number=one.number, told=_job(case, one))


def _job(case: Case, job: Service) -> str:
    """Return a job in words: class or title, how long, and what was told of it besides."""
    title = name_class(case.catalog, job.class_id) if job.class_id else say("told.no_class", title=job.title)
    toward = listed([_toward(case, one) for one in sorted(job.declared)])
    goal = job.target_class and say("told.goal", title=_target(case, job.target_class))
    length = say("told.full_time") if job.months is None and job.fte == 1 and not job.row else length_in_words(job)
    return plain_text(
        clauses(
            say("told.job_is", title=title, length=length),
            goal or "",
            tell("told.toward", what=toward) if toward else "",
        )
    )


def _toward(case: Case, reference: str) -> str:
    class_id, requirement = class_referred_to(reference), requirement_referred_to(reference)
    title = case.catalog.classes[class_id].title
    return say("told.toward_one", requirement=called(case.catalog, requirement), title=title)


def _target(case: Case, target: str) -> str:
    return say("told.other_goal") if target == ANOTHER_CLASS else name_class(case.catalog, target)


# ------------------------------------------------------------------ all else


def _standing(case: Case) -> Iterator[str]:
    for standing in Standing:
        what, told = say(f"told.standing.{standing.value}"), case.history.standing.get(standing)
        if told is None:
            yield say("told.standing_one", what=what, told=say("told.not_said"))
            continue
        where = sorted(told.jurisdictions) if told.jurisdictions is not None else []
        names = listed([case.catalog.jurisdiction(one).name for one in where])
        answer = say("told.yes") if told.value else say("told.no")
        message = "told.standing_in" if names else "told.standing_one"
        yield say(message, what=what, told=answer, places=names)


def _study(case: Case, targets: Iterable[str]) -> Iterator[str]:
    history = case.history
    yield say("told.hours", hours=print_exact(history.semester_hours))
    for one in history.courses:
        yield say("told.hours_in", hours=print_exact(one.semester_hours), field=one.field)
    if not history.quarter_hours:
        return
    yield say("told.quarter_hours", hours=print_exact(history.quarter_hours))
    for jurisdiction in {one.partition("/")[0]: case.catalog.jurisdiction_of(one) for one in targets}.values():
        ratio = Fraction(*jurisdiction.conventions.quarter_hour_ratio)
        hours = print_exact(history.semester_hours + history.quarter_hours * ratio)
        yield say("told.together", hours=hours, place=jurisdiction.name)


def _degree(degree: DegreeHeld, as_of: Month) -> str:
    name = say(f"degree.{degree.level.value}")
    if degree.field:
        name = say("degree.in", degree=name, fields=degree.field)
    elif degree.level is not DegreeLevel.HIGH_SCHOOL:
        name = say("told.degree_no_field", degree=name)
    if degree.is_dated or degree.from_month:
        return say("told.degree_from", degree=name, month=spell_month(Month(as_of + degree.from_month)))
    return say("told.degree", degree=name)


def _programmes(case: Case) -> Iterator[str]:
    for class_id, state in case.history.programmes.items():
        told = _programme(state, case.history.as_of)
        yield say("told.program", title=name_class(case.catalog, class_id), state=told)


_APPROVALS = {None: "program_unsaid", True: "program_approved", False: "program_refused"}


def _programme(state: ProgrammeState, as_of: Month) -> str:
    if state.completed:
        when = say("told.program_done")
    elif state.completed_at is None:
        when = say("told.program_open")
    else:
        when = say("told.program_until", month=spell_month(Month(as_of + state.completed_at)))
    return say("told.program_state", approved=say(f"told.{_APPROVALS[state.approved]}"), when=when)


def _licences(history: History) -> Iterator[str]:
    for one in [*(history.licences or ()), *history.licences_to_come]:
        month = spell_month(Month(history.as_of + one.from_month))
        yield say("told.license_from", name=one.name, month=month) if one.is_dated else one.name
    if history.licences is None and not history.licences_to_come:
        yield say("told.not_said")


def _changes(history: History) -> Iterator[str]:
    for change in history.changes:
        month = spell_month(Month(history.as_of + change.month))
        if change.fte is not None:
            yield say("told.change_hours", month=month, share=_share(change.fte))
        if change.leave_until is not None:
            until = spell_month(Month(history.as_of + change.leave_until))
            yield say("told.change_leave", month=month, until=until)
