"""What a jurisdiction's reader makes of a layout: drafts of classes, before any sentence is read.

A reader knows where a layout prints which fact and how its statements are joined; what
a statement says is the grammar's to read (``ladder.reading.requirement_grammar``).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from ladder.reading.passages import Claim, Document, Excerpt, Span
from ladder.sources import Note, Source
from ladder.specification import Alias, Dates, Pay, Series, ShownCondition


class Role(StrEnum):
    """The part of the minimum qualifications that a layout prints a statement under.

    ``UNKNOWN`` is a heading that the reader does not know: no sentence below it is read.
    """

    OPEN = "open"
    GENERAL = "general"
    SPECIAL = "special"
    EDUCATION = "education"
    CREDENTIAL = "credential"
    SUBSTITUTION = "substitution"
    INTERNAL = "internal"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class ListedClass:
    """A class that a list beside a statement gives for it: its printed title, and its code if printed.

    ``typically`` says that service in it meets the statement as other service does too;
    else the statement takes service in the listed classes alone.
    """

    title: str
    code: str | None = None
    typically: bool = True


@dataclass(frozen=True)
class Statement:
    """One statement of the minimum qualifications, as its layout sets it apart.

    ``label`` is the number or letter it is printed with (``2a``), empty where it has
    none; ``section`` the heading it stands under, for citations; ``specialty`` the
    option or specialty of the class that it is limited to; ``listed`` the classes that
    a list of its own, not its sentence, gives for it.
    """

    excerpt: Excerpt
    role: Role = Role.OPEN
    section: str = "Minimum qualifications"
    label: str = ""
    specialty: str = ""
    listed: tuple[ListedClass, ...] = ()


@dataclass(frozen=True)
class AllOf:
    """Every one of these is asked."""

    parts: tuple["Asked", ...]


@dataclass(frozen=True)
class AnyOf:
    """One of these suffices."""

    parts: tuple["Asked", ...]


Asked = Statement | AllOf | AnyOf


def statements_in(asked: Asked | None) -> tuple[Statement, ...]:
    """Return the statements of what is asked, in the order printed; none where nothing is."""
    if asked is None or isinstance(asked, Statement):
        return () if asked is None else (asked,)
    return tuple(one for part in asked.parts for one in statements_in(part))


class SpecialIs(StrEnum):
    """How special experience stands to general experience where the sentence does not say."""

    WITHIN = "within"
    ADDITIONAL = "additional"


@dataclass(frozen=True)
class EarlyFilingSaid:
    """Leave to file with so many months of experience lacking, and where it is printed.

    ``of_requirements`` are the numbers of the requirements that it is said of; none where
    it is said of any.
    """

    lacking_months: int
    of_requirements: frozenset[str]
    source: Source


@dataclass(frozen=True)
class ClassDraft:
    """One class as its document prints it; statements are not read yet.

    ``superiors`` are titles as printed; ``code`` and ``title`` are as the record will
    hold them. ``asked`` is none where no minimum qualifications were found.
    ``parts_are_conditions`` says that a part of an experience ("including one year of")
    without a class is left for a person to judge; ``numerals_are_pay_grades`` that a
    final numeral of a title is a grade of one class; ``programmes_are_classes`` that a
    training programme named is kept as a class and draws a step. ``remarks`` are facts
    that no other field holds, for the record's notes. ``qualifications`` are the passages
    that the layout sets apart as the minimum qualifications: a word of them that is not
    used leaves the record partial.
    """

    jurisdiction: str
    code: str | None = None
    title: str | None = None
    series: Series | None = None
    pay: Pay | None = None
    bargaining_unit: str | None = None
    occupational_group: str | None = None
    designation: str | None = None
    dates: Dates = field(default_factory=Dates)
    aliases: tuple[Alias, ...] = ()
    conditions: tuple[ShownCondition, ...] = ()
    early_filing: EarlyFilingSaid | None = None
    superiors: tuple["NamedSuperior", ...] = ()
    asked: Asked | None = None
    substitutions: tuple[Statement, ...] = ()
    special_is: SpecialIs = SpecialIs.WITHIN
    parts_are_conditions: bool = False
    numerals_are_pay_grades: bool = False
    programmes_are_classes: bool = False
    title_excerpt: Excerpt | None = None
    revision: str | None = None
    remarks: tuple[str, ...] = ()
    qualifications: tuple[Span, ...] = ()
    claims: tuple[Claim, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True)
class NamedSuperior:
    """A class that this one works under, by its printed title, and where."""

    title: str
    excerpt: Excerpt
    section: str = "Supervision received"


class LayoutReader(Protocol):
    """A reader of one jurisdiction's documents, as the entry point group ``ladder.readers`` names it."""

    jurisdiction: str
    name: str

    def recognises(self, document: Document) -> bool:
        """Return whether the document is of this jurisdiction, by its own words."""
        ...

    def read(self, document: Document) -> Sequence[ClassDraft]:
        """Return a draft for each class that the document specifies, in its order."""
        ...


__all__ = [
    "AllOf",
    "AnyOf",
    "Asked",
    "ClassDraft",
    "EarlyFilingSaid",
    "LayoutReader",
    "ListedClass",
    "NamedSuperior",
    "Role",
    "SpecialIs",
    "Statement",
]
