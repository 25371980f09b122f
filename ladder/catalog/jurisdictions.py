"""A jurisdiction: its conventions as switches, its notes, aliases and recorded rulings."""

from collections.abc import Iterator
from dataclasses import field
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from ladder.field_limits import Limits
from ladder.qualifications import (
    ClassId,
    DegreeSubstitution,
    Education,
    Qualifications,
    Requirement,
    StudySubstitution,
    Substitution,
)
from ladder.records import CoherentRecord, Record, record
from ladder.sources import PrintedDate, Source, Words
from ladder.titles import fold_title

RequirementRef = Annotated[str, Limits(pattern=r"^[a-z0-9-]+/[A-Za-z0-9._-]+#[a-z][A-Za-z0-9:._/-]*$")]
"""A requirement of a class, as ``us-nd/0444#special``."""


class PartTime(StrEnum):
    """What a month at less than full time counts for (docs/semantics.md, C1)."""

    PRORATED = "prorated"
    WHOLE = "whole"


class Overlap(StrEnum):
    """What jobs held in the same month come to together (docs/semantics.md, C2)."""

    CAPPED = "capped_at_full_time"
    ADDED = "added"


class Rounding(StrEnum):
    """How service is compared with what is asked (docs/semantics.md, C3)."""

    NEVER_UP = "never_up"
    NEAREST_MONTH = "nearest_month"


class DayRule(StrEnum):
    """What counts of a calendar month in which a job begins or ends (docs/semantics.md, C19).

    ``first_day``: the month counts for what was held on its first day, if service covers
    every day of it. ``half_month``: it counts for what was held on its 15th day.
    ``days``: each job counts for its days over the days of the month.
    """

    FIRST_DAY = "first_day"
    HALF_MONTH = "half_month"
    DAYS = "days"


class StudyBlocks(StrEnum):
    """Whether part of a block of study earns part of its months (docs/semantics.md, C4)."""

    WHOLE = "whole"
    PROPORTIONAL = "proportional"


class Equivalents(StrEnum):
    """Whether declared equivalent service waits for a person's judgement (docs/semantics.md, C13)."""

    ASKED = "asked"
    COUNTED = "counted"


@record
class Conventions(Record):
    """The settled questions of docs/semantics.md, section 2, that a jurisdiction may switch.

    Hours are semester hours; ``quarter_hour_ratio`` is what a quarter hour is worth in
    semester hours, as numerator and denominator.
    """

    part_time: PartTime = PartTime.PRORATED
    overlap: Overlap = Overlap.CAPPED
    rounding: Rounding = Rounding.NEVER_UP
    day_rule: DayRule = DayRule.FIRST_DAY
    study_blocks: StudyBlocks = StudyBlocks.WHOLE
    bachelor_semester_hours: Annotated[int, Limits(ge=0, le=240)] = 120
    associate_semester_hours: Annotated[int, Limits(ge=0, le=240)] = 60
    quarter_hour_ratio: tuple[Annotated[int, Limits(ge=1)], Annotated[int, Limits(ge=1)]] = (2, 3)
    advanced_degree_implies_bachelor: bool = True
    equivalents: Equivalents = Equivalents.ASKED


@record
class ConventionNote(Record):
    """One settled question, in words for a report: its answer and what it rests on."""

    id: Annotated[str, Limits(pattern=r"^C[0-9]{1,2}$")]
    question: str
    answer: str
    basis: str


@record
class JurisdictionNote(Record):
    """What every answer of the jurisdiction says besides, such as a plan since replaced."""

    text: str
    date: PrintedDate | None = None


@record
class TitleAlias(Record):
    """A title as documents print it, and the class it stands for."""

    title: str
    class_id: ClassId = field(metadata={"alias": "class"})
    source: Source


FieldNames = Annotated[tuple[Words, ...], Limits(min_length=2)]
"""Names of one field of study, which mean the same (docs/semantics.md, C23)."""


@record
class RulingCondition(Record):
    """The condition that an answer shows where it leans on a ruling."""

    code: Annotated[str, Limits(pattern=r"^[A-Z][A-Z0-9_]*$")]
    text: str


@record
class Ruling(Record):
    """A recorded ruling: service in a class counts toward requirements; never a step."""

    class_id: ClassId = field(metadata={"alias": "class"})
    counts_toward: Annotated[tuple[RequirementRef, ...], Limits(min_length=1)]
    shows: RulingCondition | None = None
    by: str
    date: PrintedDate | None = None
    reason: str


@record
class PayBasis(Record):
    """How the printed pay figures of a jurisdiction hang together."""

    pay_periods_a_year: Annotated[Decimal, Limits(gt=0, le=366)]
    hours_a_pay_period: Annotated[Decimal, Limits(gt=0, le=744)]
    note: str


PageText = Annotated[str, Limits(min_length=1, max_length=600)]
"""What stands on every page; longer texts have pages of their own."""


@record
class PageWords(Record):
    """What the agency puts on every page of the site and the map; options of the commands win over it."""

    title: PageText | None = None
    agency: PageText | None = None
    contact: PageText | None = None
    notice: PageText | None = None
    language: Annotated[str, Limits(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")] | None = None


@record
class Jurisdiction(CoherentRecord):
    """One jurisdiction and all that is switched, noted or ruled for it."""

    id: Annotated[str, Limits(pattern=r"^[a-z0-9-]+$")]
    name: str
    conventions: Conventions = field(default_factory=Conventions)
    convention_notes: tuple[ConventionNote, ...] = ()
    notes: tuple[JurisdictionNote, ...] = ()
    title_aliases: tuple[TitleAlias, ...] = ()
    field_aliases: tuple[FieldNames, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    pay_basis: PayBasis | None = None
    grades_lowest_first: tuple[str, ...] = ()
    exam_designations: tuple[str, ...] = ()
    offers_inferred_steps: bool = False
    pages: PageWords | None = None

    def _fault(self) -> str:
        names = [fold_title(name) for group in self.field_aliases for name in dict.fromkeys(map(fold_title, group))]
        twice = sorted({name for name in names if names.count(name) > 1})
        return f"a field stands in two groups of aliases: {', '.join(twice)}; make one group of them" if twice else ""

    def fields_meant(self, rules: Qualifications) -> tuple[FieldNames, ...]:
        """Return the groups of aliases that hold a field which a class's qualifications name."""
        asked = (*rules.requirements, *rules.substitutions)
        named = frozenset(fold_title(name) for rule in asked for name in fields_named(rule))
        return tuple(group for group in self.field_aliases if not named.isdisjoint(map(fold_title, group)))


def fields_named(rule: Requirement | Substitution) -> Iterator[str]:
    """Yield the fields of study that a requirement or a substitution names, those of its courses among them."""
    if isinstance(rule, Education | StudySubstitution | DegreeSubstitution):
        yield from rule.fields
    if isinstance(rule, Education):
        yield from (name for one in rule.courses for name in one.fields)
