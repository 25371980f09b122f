"""The class specification: what one class is, pays and asks, with its sources."""

import re
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field, ValidationInfo, model_validator

from ladder.figures import read_whole_number
from ladder.qualifications import FOUND_SOUND, ClassId, Experience, LocalId, Months, Qualifications
from ladder.service_credit import faults_of_service
from ladder.sources import PrintedDate, Record, Source

_FIGURES = re.compile(r"-?[0-9]{1,40}(?:\.[0-9]{1,40})?(?:[Ee][-+]?[0-9]{1,3})?")


def _dollars(value: object) -> object:
    """Return what a file writes in the digits 0 to 9 as a decimal; what is none stays, and is refused."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return value
    return Decimal(str(value)) if _FIGURES.fullmatch(str(value)) else value


Money = Annotated[Decimal, Field(ge=0, le=10_000_000, allow_inf_nan=False, decimal_places=4), BeforeValidator(_dollars)]
"""Dollars, exact to the cent or finer."""

Code = Annotated[str, Field(pattern=r"^[A-Za-z0-9._-]+$")]


class Completeness(StrEnum):
    """How much of the specification is in the record."""

    WHOLE = "whole"
    PARTIAL = "partial"
    NAMED_ONLY = "named-only"


class PayUnit(StrEnum):
    """The time that a pay figure covers."""

    HOURLY = "hourly"
    BIWEEKLY = "biweekly"
    MONTHLY = "monthly"
    YEARLY = "yearly"


class PayRange(Record):
    """Lowest and highest pay in dollars for one unit of time."""

    unit: PayUnit
    low: Money
    high: Money


UNGRADED = frozenset(["annual salary", "salary"])
"""Words that stand for the grade where a document prints pay without one; they tell no level."""


class Pay(Record):
    """Where a class stands in the pay plan, and the figures printed for it."""

    plan: str = Field(min_length=1)
    grade: str = Field(min_length=1)
    ranges: tuple[PayRange, ...] = ()
    source: Source

    @property
    def is_graded(self) -> bool:
        """Whether a grade is printed."""
        return self.grade not in UNGRADED

    @property
    def grade_number(self) -> int | None:
        """The grade as a number; none where it is a letter, or a number that no pay plan has."""
        return read_whole_number(self.grade)


class Series(Record):
    """The class series, and the rank in it, lowest 1."""

    name: str = Field(min_length=1)
    rank: Annotated[int, Field(ge=1)]


class Dates(Record):
    """The dates that the document prints; months where it prints only months."""

    effective: PrintedDate | None = None
    established: PrintedDate | None = None
    revised: PrintedDate | None = None
    replaces: PrintedDate | None = None
    source: Source | None = None


NO_DATES = Dates.model_construct()
"""No date printed. Made without validation, which would be built as the module is imported."""


class Alias(Record):
    """Another code or title of the same class; never a step of its own."""

    code: Code | None = None
    title: str | None = None
    pay: Pay | None = None
    note: str
    source: Source


class ShownCondition(Record):
    """A condition that every answer about the class shows and no figure contains."""

    code: Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9_]*$")]
    text: str = Field(min_length=1)
    source: Source


class TraineeTarget(Record):
    """A class that this trainee class leads to, by the trainee class's own record.

    ``months`` is the least length stated; null where the text seen states none.
    """

    class_id: ClassId = Field(alias="class")
    months: Months | None = None
    at_most_months: Months | None = None
    source: Source


class Superior(Record):
    """A class that this one works under; never a step."""

    class_id: ClassId = Field(alias="class")
    source: Source


class EarlyFiling(Record):
    """Leave to file for the examination before the experience asked is complete.

    One who lacks at most ``lacking_months`` of it may file, by the ``routes`` named, or by
    any where none is named. Appointment still waits for all of it.

    References:
        docs/semantics.md, C21.

    """

    lacking_months: Months
    routes: tuple[LocalId, ...] = ()
    source: Source


class ClassSpecification(Record):
    """One class: identity, pay, dates, minimum qualifications, conditions, sources."""

    jurisdiction: Annotated[str, Field(pattern=r"^[a-z0-9-]+$")]
    code: Code | None = None
    slug: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")] | None = None
    title: str = Field(min_length=1, max_length=400)
    is_programme: bool = False
    completeness: Completeness
    aliases: tuple[Alias, ...] = ()
    series: Series | None = None
    pay: Pay | None = None
    bargaining_unit: str | None = None
    occupational_group: str | None = None
    designation: str | None = None
    dates: Dates = NO_DATES
    qualifications: Qualifications | None = None
    early_filing: EarlyFiling | None = None
    conditions: tuple[ShownCondition, ...] = ()
    trainee_targets: tuple[TraineeTarget, ...] = ()
    superiors: tuple[Superior, ...] = ()
    notes: tuple[str, ...] = ()
    source: Source

    @model_validator(mode="after")
    def _identity_and_body(self) -> "ClassSpecification":
        if (self.code is None) == (self.slug is None):
            message = "a class has a code, or a slug where no document prints a code"
            raise ValueError(message)
        if (self.qualifications is None) != (self.completeness == Completeness.NAMED_ONLY):
            message = "a class that is only named has no qualifications, and every other class has"
            raise ValueError(message)
        self._early_filing_by_routes_that_are_there()
        return self

    def _early_filing_by_routes_that_are_there(self) -> None:
        named = self.early_filing.routes if self.early_filing else ()
        known = {route.id for route in self.qualifications.routes} if self.qualifications else set()
        unknown = sorted(set(named) - known)
        if unknown:
            message = f"early filing names a route that is not there: {', '.join(unknown)}"
            raise ValueError(message)

    @model_validator(mode="after")
    def _service_can_be_worked_out(self, info: ValidationInfo) -> "ClassSpecification":
        if self.qualifications is None or info.context is FOUND_SOUND:
            return self
        if faults := faults_of_service(self.qualifications):
            raise ValueError("; ".join(faults))
        return self

    @property
    def class_id(self) -> str:
        """The class id: jurisdiction, slash, code or slug."""
        return f"{self.jurisdiction}/{self.code or self.slug}"

    @property
    def revision(self) -> str | None:
        """The date that the specification bears: revised, else effective."""
        return self.dates.revised or self.dates.effective or self.source.revision

    def experience(self) -> tuple[Experience, ...]:
        """Return the experience requirements in the order printed."""
        rules = self.qualifications.requirements if self.qualifications else ()
        return tuple(rule for rule in rules if isinstance(rule, Experience))
