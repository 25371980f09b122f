"""People at the borders of what a record and its row ask, and what the engine says of them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from random import Random
from typing import NamedTuple

from ladder.catalog.catalog import Catalog, CatalogRecord
from ladder.eligibility.assessment import judge_routes
from ladder.eligibility.cases import Case
from ladder.eligibility.plans import Plan, PlanKind
from ladder.histories import DegreeHeld, History, HoursInField, LicenceHeld, ProgrammeState, Service, StandingDeclared
from ladder.qualifications import (
    Credential,
    DegreeLevel,
    Education,
    Experience,
    Judgement,
    Programme,
    Qualifications,
    Requirement,
    Standing,
)
from ladder.requirement_references import reference_to
from ladder.service_time import Month
from ladder.specification import ClassSpecification
from tests.reading.safety.asked import RANKS, is_school, rank_of_hours
from tests.reading.safety.hand_read_rows import Row, RowRoute, plain

NOBODYS = "Keeper of Nothing"
_AS_OF = Month(24_000)
_STANDING = {one: StandingDeclared(value=True, jurisdictions=None) for one in Standing}
_GRANTED = frozenset(["EQUIVALENT", "LEAD"])
_LEVELS = (None, *RANKS)


class JobHeld(NamedTuple):
    """A past job: its months, the class by id and by title, and the requirements it is declared to count toward."""

    months: int
    class_id: str | None
    title: str
    declared: frozenset[str]


class Person(NamedTuple):
    """One person: jobs, the highest degree and its field, hours of study, and licenses by name."""

    jobs: tuple[JobHeld, ...]
    degree: DegreeLevel | None
    field: str | None
    hours: int
    courses: tuple[tuple[str, int], ...]
    licences: tuple[str, ...]

    @property
    def rank(self) -> int:
        """The level of schooling reached."""
        return max(RANKS[self.degree] if self.degree else 0, rank_of_hours(self.hours))


class Met(NamedTuple):
    """A route that a person meets by the record, and whether a condition of high school is taken as met in it."""

    rules: tuple[Requirement, ...]
    takes_school: bool


class RecordAlone(NamedTuple):
    """A record by itself in a catalog, with the titles of the classes it names."""

    spec: ClassSpecification
    rules: Qualifications
    catalog: Catalog
    titles: Mapping[str, str]


def record_of(spec: ClassSpecification, rules: Qualifications, titles: Mapping[str, str]) -> RecordAlone:
    """Return a record in a catalog of its own, with these qualifications."""
    alone = replace(spec, qualifications=rules)
    return RecordAlone(alone, rules, Catalog(CatalogRecord(jurisdictions=(), classes=(alone,))), titles)


def routes_met(person: Person, record: RecordAlone) -> Iterator[Met]:
    """Yield the routes without an undecided part that the engine finds met now."""
    by_id = {rule.id: rule for rule in record.rules.requirements}
    conditions = [rule for rule in record.rules.requirements if isinstance(rule, Judgement)]
    school = {rule.code for rule in conditions if is_school(rule)} - {
        rule.code for rule in conditions if not is_school(rule)
    }
    plan = Plan(kind=PlanKind.NONE, assumed=_GRANTED | school)
    candidacy = Case(record.catalog, _history(person, record), plan).candidacy(record.spec.class_id)
    assert candidacy is not None
    for printed, verdict in zip(_printed(record), judge_routes(candidacy), strict=False):
        if verdict.month == 0:
            chosen = tuple(by_id[name] for name in printed)
            yield Met(chosen, any(is_school(rule) for rule in chosen))


def _printed(record: RecordAlone) -> list[tuple[str, ...]]:
    return [route.requires for route in record.rules.routes]


def _history(person: Person, record: RecordAlone) -> History:
    class_id = record.spec.class_id
    return History(
        as_of=_AS_OF,
        past=tuple(
            Service(
                number,
                job.title,
                job.class_id,
                None,
                frozenset(reference_to(class_id, name) for name in job.declared),
                Fraction(1),
                months=Fraction(job.months),
            )
            for number, job in enumerate(person.jobs, start=1)
        ),
        standing=_STANDING,
        semester_hours=Fraction(person.hours),
        courses=tuple(HoursInField(field, Fraction(hours)) for field, hours in person.courses),
        degrees=(DegreeHeld(person.degree, person.field),) if person.degree else (),
        programmes={
            rule.programme: ProgrammeState(approved=True, completed=True, completed_at=0)
            for rule in record.rules.requirements
            if isinstance(rule, Programme)
        },
        licences=tuple(map(LicenceHeld, person.licences)),
    )


def person_near(row: Row, record: RecordAlone, chance: Random, *, by_row: bool) -> Person:
    """Return a person who just meets a route of the row, else of the record, or just fails to."""
    figures = sorted(
        {one.months for one in record.rules.requirements if isinstance(one, Experience)}
        | {one.months for route in row.routes for one in route.service}
    )
    near_row = by_row and row.routes
    person = _near_row(chance.choice(row.routes), record, chance) if near_row else _near_record(record, chance)
    return _spoiled(person, figures, chance)


def _near_record(record: RecordAlone, chance: Random) -> Person:
    by_id = {rule.id: rule for rule in record.rules.requirements}
    chosen = [by_id[name] for name in chance.choice(record.rules.routes).requires]
    study = [rule for rule in chosen if isinstance(rule, Education)]
    degrees = [rule.degree for rule in study if rule.degree]
    if any(is_school(rule) for rule in chosen):
        degrees.append(DegreeLevel.HIGH_SCHOOL)
    fields = [field for rule in study for field in rule.fields]
    courses = [course for rule in study for course in rule.courses]
    return Person(
        tuple(_job(rule, record, chance) for rule in chosen if isinstance(rule, Experience)),
        max(degrees, key=RANKS.__getitem__, default=None),
        chance.choice(fields) if fields else None,
        max((rule.semester_hours or 0 for rule in study), default=0),
        tuple((field, hours) for rule in study for field in rule.fields if (hours := rule.semester_hours))
        + tuple((course.fields[0], course.semester_hours) for course in courses),
        tuple(rule.name for rule in chosen if isinstance(rule, Credential)),
    )


def _job(rule: Experience, record: RecordAlone, chance: Random) -> JobHeld:
    if rule.classes and chance.random() < 0.6:
        class_id = chance.choice(rule.classes).class_id
        return JobHeld(rule.months, class_id, record.titles.get(class_id, class_id), frozenset())
    return JobHeld(rule.months, None, "some work", frozenset([rule.id]))


def _near_row(route: RowRoute, record: RecordAlone, chance: Random) -> Person:
    asked = [rule.id for rule in record.rules.requirements if isinstance(rule, Experience)]
    by_title = {plain(title): class_id for class_id, title in record.titles.items()}
    jobs = []
    for one in route.service:
        title = chance.choice(sorted(one.titles)) if one.titles else ""
        declared = frozenset(asked if chance.random() < 0.5 else [name for name in asked if chance.random() < 0.5])
        jobs.append(JobHeld(one.months, by_title.get(title), title or "some work", declared))
    level = next((level for level, rank in RANKS.items() if rank == route.rank), None)
    names = [rule.name for rule in record.rules.requirements if isinstance(rule, Credential)]
    return Person(tuple(jobs), level, None, 0, (), tuple(names[: route.held]))


def _spoiled(person: Person, figures: list[int], chance: Random) -> Person:
    """Return the person, mostly with one thing less: a month, a class, a degree, a license, or two jobs in one."""
    jobs = list(person.jobs)
    if jobs and chance.random() < 0.3:
        place = chance.randrange(len(jobs))
        jobs[place] = chance.choice(_other_jobs(jobs[place], figures))
    if len(jobs) > 1 and chance.random() < 0.35:
        one, other = jobs.pop(), jobs.pop()
        jobs.append(one._replace(months=max(one.months, other.months), declared=one.declared | other.declared))
    degree, licences = person.degree, person.licences
    if degree and chance.random() < 0.2:
        degree = _LEVELS[_LEVELS.index(degree) - 1]
    if licences and chance.random() < 0.25:
        licences = licences[1:]
    return person._replace(jobs=tuple(jobs), degree=degree, licences=licences)


def _other_jobs(job: JobHeld, figures: list[int]) -> list[JobHeld]:
    found = [job._replace(months=max(0, job.months - 1)), JobHeld(job.months, "xx/nothing", NOBODYS, frozenset())]
    return found + [job._replace(months=figure) for figure in figures]
