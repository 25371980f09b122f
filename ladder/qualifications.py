"""The requirement tree of a class: requirements, routes and substitutions.

One route suffices; within a route every requirement must hold; a substitution lets
study, a degree, service or a programme stand for a named requirement. The rules here
never mention a person.
"""

from collections.abc import Iterator
from dataclasses import field
from enum import StrEnum
from typing import Annotated, Literal

from ladder.field_limits import Limits, ToldApartBy
from ladder.records import CoherentRecord, Record, record
from ladder.sources import Source, Words

ClassId = Annotated[str, Limits(pattern=r"^[a-z0-9-]+/[A-Za-z0-9._-]+$")]
"""Jurisdiction and class code, ``us-nd/0441``; a class that is only named has a slug."""

LocalId = Annotated[str, Limits(pattern=r"^[a-z][a-z0-9_-]*(:[A-Za-z0-9._/-]+)?$")]
"""A requirement or route inside its class: ``general``, ``sub:us-ct/office-assistant``."""

Months = Annotated[int, Limits(ge=0, le=1200)]
"""Whole months, 0 to 1,200 (a hundred years)."""


class Certainty(StrEnum):
    """How surely a step is in the text.

    The text names the class; names it and takes classes at its level besides (``level``);
    the class is such another at that level (``peer``); or the step is inferred by us.
    """

    NAMED = "named"
    LEVEL = "level"
    PEER = "peer"
    INFERRED = "inferred"


class Standing(StrEnum):
    """What a person must be now for a requirement to be open to them."""

    INTERNAL = "internal"
    STATE_EMPLOYEE = "state_employee"
    PERMANENT = "permanent"


class DegreeLevel(StrEnum):
    """Levels of a degree, lowest first, high school among them; a law degree is not a doctorate here."""

    HIGH_SCHOOL = "high_school"
    ASSOCIATE = "associate"
    BACHELOR = "bachelor"
    MASTER = "master"
    LAW = "law"
    DOCTORATE = "doctorate"


@record
class NamedClass(Record):
    """A class that a requirement's own text names, and how it names it.

    ``only_for`` limits the reading to people of a standing; ``target_class_required``
    asks that the trainee appointment recorded this class as its target (docs/semantics.md, C12).
    """

    class_id: ClassId = field(metadata={"alias": "class"})
    certainty: Certainty = Certainty.NAMED
    target_class_required: bool = False
    only_for: Standing | None = None


@record
class Experience(Record):
    """Months of qualifying service.

    Service in ``classes`` counts; ``or_in_field`` says that the text takes service in a
    field besides, so that declared service needs no equivalence. ``within`` names the
    experience requirement that this one is a subset of; ``additional_to`` the one it is
    added to. ``lead`` marks lead or supervisory duty, which is never read from a class
    alone (docs/semantics.md, C17). Only service from the month in which the requirement
    ``after`` was met counts (C24), and of that only the service of the last
    ``within_last_months`` before the month answered (C26).
    """

    kind: Literal["experience"] = "experience"
    id: LocalId
    months: Months
    what: Words
    classes: tuple[NamedClass, ...] = ()
    or_equivalent: bool = False
    or_in_field: bool = False
    lead: bool = False
    within: LocalId | None = None
    additional_to: LocalId | None = None
    after: LocalId | None = None
    within_last_months: Annotated[int, Limits(ge=1, le=1200)] | None = None
    standing: Standing | None = None
    source: Source


@record
class CoursesAsked(Record):
    """Semester hours asked in any of the fields named."""

    fields: Annotated[tuple[str, ...], Limits(min_length=1)]
    semester_hours: Annotated[int, Limits(ge=1, le=600)]


@record
class Education(CoherentRecord):
    """High school, a degree of at least a level in a field, semester hours, or courses.

    Any field serves where ``fields`` is empty. Each of the ``courses`` is asked
    (docs/semantics.md, C23); high school is implied by any degree or college hours (C32).
    """

    kind: Literal["education"] = "education"
    id: LocalId
    what: Words
    degree: DegreeLevel | None = None
    fields: tuple[str, ...] = ()
    or_closely_related: bool = False
    semester_hours: Annotated[int, Limits(ge=1, le=600)] | None = None
    courses: Annotated[tuple[CoursesAsked, ...], Limits(max_length=50)] = ()
    source: Source

    def _fault(self) -> str:
        if self.degree is None and self.semester_hours is None and not self.courses:
            return "an education requirement asks for a degree, for semester hours or for courses"
        if self.degree is DegreeLevel.HIGH_SCHOOL and self.fields:
            return "high school has no field; give 'courses' with their fields"
        return ""


class NeededBy(StrEnum):
    """When a credential must be held, where that is later than the other qualifications."""

    APPOINTMENT = "appointment"


@record
class Credential(Record):
    """A licence, certificate or registration, by name.

    One that is needed ``by`` appointment keeps nobody from meeting the minimum
    qualifications, but from being appointed (docs/semantics.md, C25).
    """

    kind: Literal["credential"] = "credential"
    id: LocalId
    what: Words
    name: Words
    by: NeededBy | None = None
    source: Source


@record
class Programme(Record):
    """A named training programme completed; approval is shown where it is asked."""

    kind: Literal["programme"] = "programme"
    id: LocalId
    what: Words
    programme: ClassId
    approval_required: bool = False
    source: Source


@record
class StandingHeld(Record):
    """A standing held now: internal candidate, state employee, permanent status."""

    kind: Literal["standing"] = "standing"
    id: LocalId
    what: Words
    standing: Standing
    source: Source


@record
class Judgement(Record):
    """Something that a person must judge: reported, never decided by arithmetic.

    ``classes`` are those whose incumbents the words speak of ("current employment as"),
    without a length of service that arithmetic could count.
    """

    kind: Literal["condition"] = "condition"
    id: LocalId
    what: Words
    classes: tuple[NamedClass, ...] = ()
    code: Annotated[str, Limits(pattern=r"^[A-Z][A-Z0-9_]*$")]
    source: Source


Requirement = Annotated[
    Experience | Education | Credential | Programme | StandingHeld | Judgement,
    ToldApartBy("kind"),
]


@record
class Route(Record):
    """One way to meet the minimum qualifications: every requirement named must hold."""

    id: LocalId
    requires: Annotated[tuple[LocalId, ...], Limits(min_length=1)]


@record
class StudySubstitution(Record):
    """Study stands for experience in blocks, up to a maximum.

    ``semester_hours`` of study are one block of ``months``; a bachelor's degree gives
    the whole of ``at_most_months`` that 120 hours would give (docs/semantics.md, C4, C5).
    Where ``fields`` are named, only hours and degrees in them count (C23).
    """

    kind: Literal["study"] = "study"
    stands_for: LocalId
    semester_hours: Annotated[int, Limits(ge=1, le=240)]
    months: Annotated[int, Limits(ge=1, le=240)]
    at_most_months: Months
    fields: tuple[str, ...] = ()
    related_field: bool = False
    source: Source


@record
class DegreeSubstitution(CoherentRecord):
    """A degree above the bachelor's stands for additional months (docs/semantics.md, C8)."""

    kind: Literal["degree"] = "degree"
    stands_for: LocalId
    degree: DegreeLevel
    fields: tuple[str, ...] = ()
    or_closely_related: bool = False
    months: Months
    source: Source

    def _fault(self) -> str:
        is_school = self.degree is DegreeLevel.HIGH_SCHOOL
        return "high school stands for no months; name a degree" if is_school else ""


@record
class ServiceSubstitution(CoherentRecord):
    """Service stands for a requirement: wholly, or for months of it at a rate.

    The service is in a class (``named``), or of a kind (``what``) that a job declares by
    counting toward the requirement. Where only ``months`` are given, so many months of it
    stand for the whole requirement and count alone (docs/semantics.md, C9). ``gives_months`` of the
    requirement, or ``gives_years`` of study, are credited for each ``months`` served, one
    for one where neither is printed, up to ``at_most_months`` of credit. A month that stands
    for study counts for no experience besides, unless ``also_counts`` (docs/semantics.md, C22).
    """

    kind: Literal["service"] = "service"
    stands_for: LocalId
    named: NamedClass | None = None
    what: Words | None = None
    months: Months
    gives_months: Annotated[int, Limits(ge=1, le=1200)] | None = None
    gives_years: Annotated[int, Limits(ge=1, le=100)] | None = None
    at_most_months: Months | None = None
    also_counts: bool = False
    standing: Standing | None = None
    source: Source

    def _fault(self) -> str:
        if (self.named is None) == (self.what is None):
            return "service that stands for a requirement is in a class ('named'), or of a kind ('what'): give one"
        if self.gives_months is not None and self.gives_years is not None:
            return "give 'gives_months' or 'gives_years', not both"
        if self.gives is not None and not self.months:
            return "a rate needs 'months' of service, 1 or more"
        return ""

    @property
    def gives(self) -> int | None:
        """Months credited for ``months`` of service, None if no rate is printed."""
        return self.gives_months if self.gives_years is None else self.gives_years * 12

    @property
    def is_whole(self) -> bool:
        """Whether the service stands for the whole requirement, and counts alone."""
        return self.at_most_months is None and self.gives is None

    @property
    def reference(self) -> str:
        """What a job counts toward by this service: ``sub:us-ct/office-assistant``, or the requirement itself."""
        return self.stands_for if self.named is None else f"sub:{self.named.class_id}"


@record
class ProgrammeSubstitution(Record):
    """A completed programme stands for the whole requirement."""

    kind: Literal["programme"] = "programme"
    stands_for: LocalId
    programme: ClassId
    approval_required: bool = False
    source: Source


Substitution = Annotated[
    StudySubstitution | DegreeSubstitution | ServiceSubstitution | ProgrammeSubstitution,
    ToldApartBy("kind"),
]


MOST_ASKED = 5_000
"""Requirements, and substitutions, of the class with most of them. Real classes have at most 17."""

MOST_ROUTES = 1_000
"""Routes of the class with most of them. Real classes have at most 10."""


@record
class Qualifications(CoherentRecord):
    """The minimum qualifications of one class, as printed."""

    requirements: Annotated[tuple[Requirement, ...], Limits(max_length=MOST_ASKED)]
    routes: Annotated[tuple[Route, ...], Limits(min_length=1, max_length=MOST_ROUTES)]
    substitutions: Annotated[tuple[Substitution, ...], Limits(max_length=MOST_ASKED)] = ()

    def _deep_fault(self) -> str:
        if _is_plainly_sound(self):
            return ""
        return "; ".join([*_repeated(self), *_unknown_names(self), *_circles(self), *_within_and_added(self)])

    def _place_of_fault(self) -> tuple[str | int, ...]:
        known = {rule.id for rule in self.requirements}
        rules = enumerate(self.requirements)
        places = (number for number, rule in rules if rule.kind == "experience" and rule.after not in {None, *known})
        return next((("requirements", number, "after") for number in places), ())


def _is_plainly_sound(rules: Qualifications) -> bool:
    """Return whether a quick look finds nothing that could be a fault; most records pass."""
    known = {rule.id for rule in rules.requirements}
    return (
        len(known) == len(rules.requirements)
        and all(known.issuperset(route.requires) for route in rules.routes)
        and all(one.stands_for in known for one in rules.substitutions)
        and not any(
            rule.kind == "experience" and (rule.within or rule.additional_to or rule.after)
            for rule in rules.requirements
        )
    )


def _within_and_added(rules: Qualifications) -> list[str]:
    return [
        f"requirement {name!r} is within another or additional to it, not both"
        for name, rule in experience_of(rules).items()
        if rule.within and rule.additional_to
    ]


def _repeated(rules: Qualifications) -> list[str]:
    ids = [rule.id for rule in rules.requirements]
    return [f"requirement {name!r} is given twice" for name in sorted({n for n in ids if ids.count(n) > 1})]


def _unknown_names(rules: Qualifications) -> list[str]:
    known = {rule.id for rule in rules.requirements}
    used = {name for route in rules.routes for name in route.requires}
    used |= {substitution.stands_for for substitution in rules.substitutions}
    for rule in experience_of(rules).values():
        used |= {name for name in (rule.within, rule.additional_to, rule.after) if name}
    return [f"there is no requirement {name!r}" for name in sorted(used - known)]


def _circles(rules: Qualifications) -> list[str]:
    containers = {name: rule.within or rule.additional_to for name, rule in experience_of(rules).items()}
    for start, container in containers.items():
        seen, here = {start}, container
        while here is not None and here not in seen:
            seen.add(here)
            here = containers.get(here)
        if here == start:
            return [f"requirement {start!r} is within itself by way of {', '.join(sorted(seen))}"]
    return []


def experience_of(rules: Qualifications) -> dict[str, Experience]:
    """Return the experience requirements by their ids, in the order printed."""
    return {rule.id: rule for rule in rules.requirements if isinstance(rule, Experience)}


def service_rules_of(rules: Qualifications) -> Iterator[tuple[str, Experience | ServiceSubstitution]]:
    """Yield what service can count toward, by requirement id: experience, then substitutions."""
    yield from experience_of(rules).items()
    for rule in rules.substitutions:
        if isinstance(rule, ServiceSubstitution):
            yield rule.reference, rule
