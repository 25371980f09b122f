"""The class specification: what one class is, pays and asks, with its sources."""

import re
from dataclasses import field
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from ladder.field_limits import Limits, SeenFirstBy
from ladder.figures import read_whole_number
from ladder.qualifications import ClassId, Experience, LocalId, Months, Qualifications
from ladder.records import CoherentRecord, Record, record
from ladder.service_credit import faults_of_service
from ladder.service_limits import faults_of_limits
from ladder.sources import PrintedDate, Source, Words

_FIGURES = re.compile(r"-?[0-9]{1,40}(?:\.[0-9]{1,40})?(?:[Ee][-+]?[0-9]{1,3})?")


def _dollars(value: object) -> object:
    """Return what a file writes in the digits 0 to 9 as a decimal; what is none stays, and is refused."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return value
    return Decimal(str(value)) if _FIGURES.fullmatch(str(value)) else value


Money = Annotated[Decimal, Limits(ge=0, le=10_000_000, allow_inf_nan=False, decimal_places=4), SeenFirstBy(_dollars)]
"""Dollars, exact to the cent or finer."""

_MONTH = len("2018-02")

Code = Annotated[str, Limits(pattern=r"^[A-Za-z0-9._-]+$")]


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


@record
class PayRange(Record):
    """Lowest and highest pay in dollars for one unit of time."""

    unit: PayUnit
    low: Money
    high: Money


UNGRADED = frozenset(["annual salary", "salary"])
"""Words that stand for the grade where a document prints pay without one; they tell no level."""


@record
class Pay(Record):
    """Where a class stands in the pay plan, and the figures printed for it."""

    plan: Words
    grade: Words
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


@record
class Series(Record):
    """The class series, and the rank in it, lowest 1."""

    name: Words
    rank: Annotated[int, Limits(ge=1)]


@record
class Dates(Record):
    """The dates that the document prints; months where it prints only months.

    From ``replaced`` on another specification of the class is in force, or none.
    """

    effective: PrintedDate | None = None
    established: PrintedDate | None = None
    revised: PrintedDate | None = None
    replaces: PrintedDate | None = None
    replaced: PrintedDate | None = None
    source: Source | None = None


NO_DATES = Dates()
"""No date printed."""


@record
class Alias(Record):
    """Another code or title of the same class; never a step of its own."""

    code: Code | None = None
    title: str | None = None
    pay: Pay | None = None
    note: str
    source: Source


@record
class ShownCondition(Record):
    """A condition that every answer about the class shows and no figure contains."""

    code: Annotated[str, Limits(pattern=r"^[A-Z][A-Z0-9_]*$")]
    text: Words
    source: Source


@record
class TraineeTarget(Record):
    """A class that this trainee class leads to, by the trainee class's own record.

    ``months`` is the least length stated; null where the text seen states none.
    """

    class_id: ClassId = field(metadata={"alias": "class"})
    months: Months | None = None
    at_most_months: Months | None = None
    source: Source


@record
class Superior(Record):
    """A class that this one works under; never a step."""

    class_id: ClassId = field(metadata={"alias": "class"})
    source: Source


@record
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


@record
class ClassSpecification(CoherentRecord):
    """One class: identity, pay, dates, minimum qualifications, conditions, sources."""

    jurisdiction: Annotated[str, Limits(pattern=r"^[a-z0-9-]+$")]
    code: Code | None = None
    slug: Annotated[str, Limits(pattern=r"^[a-z][a-z0-9-]*$")] | None = None
    title: Annotated[str, Limits(min_length=1, max_length=400)]
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

    def _fault(self) -> str:
        if (self.code is None) == (self.slug is None):
            return "a class has a code, or a slug where no document prints a code"
        if (self.qualifications is None) != (self.completeness == Completeness.NAMED_ONLY):
            return "a class that is only named has no qualifications, and every other class has"
        return self._fault_of_early_filing()

    def _fault_of_early_filing(self) -> str:
        named = self.early_filing.routes if self.early_filing else ()
        known = {route.id for route in self.qualifications.routes} if self.qualifications else set()
        unknown = sorted(set(named) - known)
        return f"early filing names a route that is not there: {', '.join(unknown)}" if unknown else ""

    def _deep_fault(self) -> str:
        rules = self.qualifications
        if rules is None:
            return ""
        return "; ".join([*faults_of_service(rules), *(words for _, words in faults_of_limits(rules))])

    def _place_of_fault(self) -> tuple[str | int, ...]:
        rules = self.qualifications
        if rules is None or self._fault() or faults_of_service(rules):
            return ()
        ids = [rule.id for rule in rules.requirements]
        places = [("qualifications", "requirements", ids.index(name)) for name, _ in faults_of_limits(rules)]
        return places[0] if places else ()

    @property
    def class_id(self) -> str:
        """The class id: jurisdiction, slash, code or slug."""
        return f"{self.jurisdiction}/{self.code or self.slug}"

    @property
    def revision(self) -> str | None:
        """The date that the specification bears: revised, else effective."""
        return self.dates.revised or self.dates.effective or self.source.revision

    @property
    def revision_month(self) -> str | None:
        """The month of that date, such as ``2018-02``."""
        return self.revision[:_MONTH] if self.revision else None

    def experience(self) -> tuple[Experience, ...]:
        """Return the experience requirements in the order printed."""
        rules = self.qualifications.requirements if self.qualifications else ()
        return tuple(rule for rule in rules if isinstance(rule, Experience))
