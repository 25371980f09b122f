"""How college shortens the experience that a class asks: rows worked out by the engine, for one without service."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from ladder.catalog.catalog import Catalog
from ladder.eligibility.cases import Case
from ladder.eligibility.plans import Plan, PlanKind
from ladder.eligibility.traces import trace_requirements
from ladder.histories import DegreeHeld, History, HoursInField
from ladder.qualifications import (
    DegreeLevel,
    DegreeSubstitution,
    Experience,
    Qualifications,
    StudySubstitution,
    experience_of,
)
from ladder.requirement_references import reference_to
from ladder.service_time import Month
from ladder.sources import Source
from ladder.specification import ClassSpecification
from ladder.telling.messages import say
from ladder.telling.parts import with_capital
from ladder.telling.times import spell_exact, spell_months

_ANY_MONTH = Month(0)
"""No month matters to somebody who has no service."""
_MOST_HOUR_ROWS = 4
_YEAR_OF_STUDY = 30
"""Semester hours of the first row, where the block of the text fits into it."""


@dataclass(frozen=True, slots=True)
class CollegeRow:
    """Some study, and the work that is asked besides; ``share`` is that of study, in thousandths of the whole."""

    study: str
    work: str
    share: int


@dataclass(frozen=True, slots=True)
class CollegeTable:
    """How college shortens one requirement: its heading, its rows from no college on, and where it is printed."""

    heading: str
    rows: tuple[CollegeRow, ...]
    sources: tuple[Source, ...]


class Schooled(NamedTuple):
    """Study in words, and the history of somebody who has done it and nothing else."""

    words: str
    history: History


class CollegeTables(NamedTuple):
    """The tables of one class of a catalog whose rules are known."""

    catalog: Catalog
    spec: ClassSpecification
    rules: Qualifications

    def tables(self) -> Iterator[CollegeTable]:
        """Yield a table for each requirement that study or a degree shortens."""
        for rule in experience_of(self.rules).values():
            found = [one for one in self.rules.substitutions if one.stands_for == rule.id]
            study = [one for one in found if isinstance(one, StudySubstitution)]
            degrees = [one for one in found if isinstance(one, DegreeSubstitution)]
            if study or degrees:
                yield self._table(rule, study, degrees)

    def _table(
        self, rule: Experience, study: list[StudySubstitution], degrees: list[DegreeSubstitution]
    ) -> CollegeTable:
        kept = list(self._shorter(rule, self._schooled(study, degrees)))
        rows = tuple(
            CollegeRow(
                words, say("college.work", time=spell_exact(left)), round(1000 * (rule.months - left) / rule.months)
            )
            for words, left in kept
        )
        heading = say("college.heading", time=spell_months(rule.months))
        found: list[StudySubstitution | DegreeSubstitution] = [*study, *degrees]
        return CollegeTable(heading, rows, tuple(one.source for one in found))

    def _shorter(self, rule: Experience, schooled: Iterator[Schooled]) -> Iterator[tuple[str, Fraction]]:
        """Yield no college, and then each study after which less work is asked than after what stands before it."""
        before = Fraction(rule.months)
        yield say("college.none"), before
        for one in schooled:
            left = self._left(rule, one.history)
            if left < before:
                yield one.words, left
                before = left

    def _left(self, rule: Experience, history: History) -> Fraction:
        """Return the months of work that are asked of a person: of the requirement, and of what is a part of it."""
        candidacy = Case(self.catalog, history, Plan(PlanKind.NONE)).candidacy(self.spec.class_id)
        traces = trace_requirements(candidacy) if candidacy else ()
        left = {one.reference: Fraction(one.left or 0) for one in traces}
        within = [one.id for one in experience_of(self.rules).values() if one.within == rule.id]
        return max(left.get(reference_to(self.spec.class_id, name), Fraction(0)) for name in (rule.id, *within))

    def _schooled(self, study: list[StudySubstitution], degrees: list[DegreeSubstitution]) -> Iterator[Schooled]:
        """Yield study from the least up: hours, an associate degree, a bachelor's, what stands above it."""
        if study:
            yield from self._of_hours(study[0])
        given = {one.degree: one for one in degrees}
        bachelor = given.pop(DegreeLevel.BACHELOR, None)
        if study or bachelor:
            field = _field_of(bachelor or study[0])
            yield _with_degrees(say("college.bachelor"), (DegreeLevel.BACHELOR, field))
        for level, one in sorted(given.items(), key=lambda each: list(DegreeLevel).index(each[0])):
            words = with_capital(say(f"degree.{level.value}"))
            first = ((DegreeLevel.BACHELOR, _field_of(study[0])),) if study else ()
            yield _with_degrees(words, *first, (level, _field_of(one)))

    def _of_hours(self, one: StudySubstitution) -> Iterator[Schooled]:
        conventions = self.catalog.jurisdiction(self.spec.jurisdiction).conventions
        block = _YEAR_OF_STUDY if _YEAR_OF_STUDY % one.semester_hours == 0 else one.semester_hours
        most = conventions.bachelor_semester_hours
        associate, field = conventions.associate_semester_hours, _field_of(one)
        for hours in range(block, most, block)[:_MOST_HOUR_ROWS]:
            if hours == associate:
                yield _with_hours(say("college.hours_or_associate", count=hours), hours, field)
            else:
                yield _with_hours(say("college.hours", count=hours), hours, field)


def _field_of(one: StudySubstitution | DegreeSubstitution) -> str | None:
    return one.fields[0] if one.fields else None


def _with_hours(words: str, hours: int, field: str | None) -> Schooled:
    done = Fraction(hours)
    courses = (HoursInField(field, done),) if field else ()
    return Schooled(words, History(as_of=_ANY_MONTH, semester_hours=done, courses=courses))


def _with_degrees(words: str, *degrees: tuple[DegreeLevel, str | None]) -> Schooled:
    return Schooled(
        words, History(as_of=_ANY_MONTH, degrees=tuple(DegreeHeld(level, field) for level, field in degrees))
    )
