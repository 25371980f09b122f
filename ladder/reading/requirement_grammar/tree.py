"""What a requirement sentence says, as a tree of clauses with the place of each in the sentence.

Places (``span``) take no part in comparison: a tree printed and read again is equal to
itself. Nothing here is resolved: classes are titles as printed.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from ladder.qualifications import DegreeLevel, Standing
from ladder.reading.passages import Span

NOWHERE = Span(0, 0)


@dataclass(frozen=True)
class Quantity:
    """An amount of service: whole months, or hours where the sentence counts hours.

    Exactly one of the two is given. Words and figures of the sentence agreed.
    """

    months: int | None = None
    hours: int | None = None
    span: Span = field(default=NOWHERE, compare=False)


class Manner(StrEnum):
    """How a clause names a class: service in it, or service at its level."""

    NAMED = "named"
    LEVEL = "level"


@dataclass(frozen=True)
class ClassMention:
    """A class as the sentence prints it: its title, its pay-grade numeral with it, its code if printed."""

    title: str
    manner: Manner = Manner.NAMED
    code: str | None = None
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True)
class ExperiencePart:
    """A part of an experience ("one of which", "including one year of"): a subset, never more service."""

    quantity: Quantity
    what: str = ""
    classes: tuple[ClassMention, ...] = ()
    or_equivalent: bool = False
    lead: bool = False
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True)
class ExperienceClause:
    """Service that is asked: how much, of what, in or at the level of which classes.

    ``of_general`` says that the sentence calls it a part of the general experience;
    ``or_equivalent`` that service equal to the named classes serves; ``or_in_field``
    that service in the field serves besides the classes; ``employer`` names one where
    the service must have been there; ``within_last_months`` limits how long ago.
    ``after_study`` says that only service after the degree asked beside it counts,
    ``after_other`` that only service after something else does;
    ``of_previous`` that it is a part of the service that the sentence before asks.
    """

    quantity: Quantity
    what: str = ""
    classes: tuple[ClassMention, ...] = ()
    parts: tuple[ExperiencePart, ...] = ()
    or_equivalent: bool = False
    or_in_field: bool = False
    of_general: bool = False
    lead: bool = False
    full_time: bool = False
    employer: str | None = None
    standing: Standing | None = None
    after_study: bool = False
    after_other: bool = False
    of_previous: bool = False
    target_class: str | None = None
    within_last_months: int | None = None
    span: Span = field(default=NOWHERE, compare=False)

    def holds(self, part: Quantity) -> bool:
        """Return whether an amount can be a part of the service asked; months of hours, or hours of months, can."""
        if self.quantity.months is not None and part.months is not None:
            return part.months <= self.quantity.months
        return self.quantity.hours is None or part.hours is None or part.hours <= self.quantity.hours

    def as_part(self) -> ExperiencePart:
        """Return what the clause asks as a part of other service."""
        return ExperiencePart(self.quantity, self.what, self.classes, self.or_equivalent, self.lead, self.span)


@dataclass(frozen=True)
class EducationClause:
    """A degree, school completed, or units of study.

    ``school`` is the school grade whose completion is asked. ``semester_hours`` beside
    a degree are units in it, not instead of it.
    """

    degree: DegreeLevel | None = None
    school: int | None = None
    semester_hours: int | None = None
    quarter_hours: int | None = None
    fields: tuple[str, ...] = ()
    or_closely_related: bool = False
    what: str = ""
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True)
class CredentialClause:
    """A licence, certificate or registration, by the words that name it."""

    name: str
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True)
class ProgrammeClause:
    """A training programme or apprenticeship completed, by the words that name it."""

    name: str
    approved_by: str | None = None
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True)
class StandingClause:
    """A standing that must be held now, in one of the classes where the sentence names them."""

    standing: Standing
    what: str = ""
    classes: tuple[ClassMention, ...] = ()
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True)
class TypicalClasses:
    """Classes that a specification says typically meet a requirement: shown, asked of nobody."""

    classes: tuple[ClassMention, ...]
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True)
class ConditionClause:
    """Something that a person must judge: age, citizenship, a test passed, an equivalent combination."""

    code: str
    text: str
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True)
class UnreadClause:
    """Words that no production covers, in their place among what is asked: whoever meets the rest has not met them.

    Words that allow something (``allows``), such as a substitution, are asked of nobody.
    """

    span: Span = field(default=NOWHERE, compare=False)
    allows: bool = False


class StandsFor(StrEnum):
    """What a substitution is allowed for, by the sentence's own words."""

    GENERAL = "general"
    SPECIAL = "special"
    EXPERIENCE = "experience"
    EDUCATION = "education"
    ALL = "all"


@dataclass(frozen=True)
class StudyRate:
    """Study by the block: so many semester hours are so many months."""

    semester_hours: int
    months: int
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True)
class SubstitutionClause:
    """What may stand for something else that is asked.

    ``by`` is what is brought; ``rate`` says that study counts by the block; ``months``
    is how many months of the experience it stands for, none for the whole of it;
    ``at_most_months`` a maximum; ``additional`` that it is over and above others.
    ``instead_of`` names the class whose service is replaced, where one is named;
    ``items`` are the numbers of the requirements that it stands for, where it says them,
    and ``of_what`` the words that say which service is meant; ``by_the_year`` that it
    stands for study year for year, or for each year of it.
    """

    by: "Node | None"
    stands_for: StandsFor
    rate: StudyRate | None = None
    months: int | None = None
    at_most_months: int | None = None
    additional: bool = False
    related_field: bool = False
    standing: Standing | None = None
    instead_of: str | None = None
    items: tuple[str, ...] = ()
    of_what: str = ""
    by_the_year: bool = False
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True)
class All:
    """Every part is asked."""

    parts: tuple["Node", ...]
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True)
class Any:
    """One part suffices."""

    parts: tuple["Node", ...]
    span: Span = field(default=NOWHERE, compare=False)


Leaf: TypeAlias = (
    ExperienceClause
    | EducationClause
    | CredentialClause
    | ProgrammeClause
    | StandingClause
    | TypicalClasses
    | ConditionClause
    | SubstitutionClause
    | UnreadClause
)
Node: TypeAlias = Leaf | All | Any


@dataclass(frozen=True)
class GrammarFault:
    """Words of a sentence that contradict one another, such as a figure and its words."""

    code: str
    text: str
    span: Span


@dataclass(frozen=True)
class SentenceReading:
    """What the grammar made of a statement: its tree, what it could not read, and what is at odds.

    ``node`` is none where nothing was read. ``unread`` are passages of the statement
    that bear on what is asked and that the tree does not hold; the tree is then not the
    whole of what is asked. A clause that was not read at all stands in the tree besides.
    ``ambiguous`` are passages with two readings, of which the stricter was taken.
    """

    node: Node | None
    unread: tuple[Span, ...] = ()
    faults: tuple[GrammarFault, ...] = ()
    ambiguous: tuple[Span, ...] = ()


def leaves_of(node: Node | None) -> Iterator[Leaf]:
    """Yield the clauses of a tree in the order printed; none for no tree."""
    if isinstance(node, All | Any):
        for part in node.parts:
            yield from leaves_of(part)
    elif node is not None:
        yield node
