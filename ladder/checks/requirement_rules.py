"""Requirements: months that cannot be meant, the same thing asked twice, parts longer than the whole."""

from collections.abc import Iterator
from dataclasses import replace

from ladder.checks.findings import Spot, class_rule
from ladder.checks.places import experience_in, requirements_of
from ladder.qualifications import (
    Credential,
    DegreeLevel,
    Education,
    Requirement,
)
from ladder.service_time import spell_months
from ladder.sources import Severity
from ladder.specification import ClassSpecification, Completeness

_MOST_MONTHS = 300
_DEGREES = tuple(DegreeLevel)


@class_rule(
    "MONTHS_ZERO",
    Severity.WARNING,
    "A requirement asks for no months at all",
    why="It is met by everybody; the amount was most likely not read.",
    do="Write the months that the document asks, or take the requirement out.",
)
def months_zero(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield experience of zero months."""
    for place, rule in experience_in(spec):
        if rule.months == 0:
            yield Spot((*place, "months"), f"{rule.id} asks 0 months", rule.what, rule.source)


@class_rule(
    "MONTHS_TOO_MANY",
    Severity.WARNING,
    "A requirement asks for more than 25 years",
    why="Hours, a year or a code were most likely read as months.",
    do="Compare the months with the document.",
)
def months_too_many(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield experience of more than 300 months."""
    for place, rule in experience_in(spec):
        if rule.months > _MOST_MONTHS:
            yield Spot((*place, "months"), f"{rule.id} asks {spell_months(rule.months)}", rule.what, rule.source)


@class_rule(
    "SPECIAL_OVER_GENERAL",
    Severity.ERROR,
    "A part of the experience is longer than the whole",
    why="Special experience within general experience cannot exceed it; one of the two figures is wrong.",
    do="Compare both with the document; perhaps the special experience is additional, not within.",
)
def special_over_general(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield experience within another of fewer months."""
    months = {rule.id: rule.months for rule in spec.experience()}
    for place, rule in experience_in(spec):
        if rule.within and rule.months > months.get(rule.within, rule.months):
            beside = f"{rule.within} asks {spell_months(months[rule.within])}"
            yield Spot((*place, "months"), f"{rule.id} asks {spell_months(rule.months)}", beside, rule.source)


@class_rule(
    "SPECIAL_IS_ALL_OF_GENERAL",
    Severity.INFO,
    "A part of the experience is as long as the whole",
    why="All of the general experience must then be special, and the general requirement says nothing more.",
    do="Look whether the special experience is additional to the general, not within it.",
)
def special_is_all_of_general(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield experience within another of the same months."""
    months = {rule.id: rule.months for rule in spec.experience()}
    for place, rule in experience_in(spec):
        if rule.within and rule.months and rule.months == months.get(rule.within):
            found = f"{rule.id} asks {spell_months(rule.months)}"
            yield Spot((*place, "months"), found, f"{rule.within} asks the same", rule.source)


@class_rule(
    "RECENCY_TOO_SHORT",
    Severity.ERROR,
    "Experience is asked within fewer months than it lasts",
    why="Nobody can serve so long in so short a time, so nobody ever meets it.",
    do="Compare both figures with the document; years may have been read as months.",
)
def recency_too_short(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield experience of more months than the window that it must lie in."""
    for place, rule in experience_in(spec):
        window = rule.within_last_months
        if window is not None and rule.months > window:
            beside = f"within the last {spell_months(window)}"
            yield Spot((*place, "months"), f"{rule.id} asks {spell_months(rule.months)}", beside, rule.source)


@class_rule(
    "ORDER_NOT_ASKED",
    Severity.WARNING,
    "Experience must come after something that its route does not ask",
    why="No service counts before that is held, but lists of what is missing never name it.",
    do="Let each route that asks the experience ask what must come before it, too.",
)
def order_not_asked(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield experience that counts only after a requirement of which a route says nothing."""
    routes = spec.qualifications.routes if spec.qualifications else ()
    for place, rule in experience_in(spec):
        silent = [one.id for one in routes if rule.id in one.requires and rule.after not in one.requires]
        if rule.after and silent:
            beside = f"not asked by {', '.join(silent)}"
            yield Spot((*place, "after"), f"{rule.id} comes after {rule.after}", beside, rule.source)


@class_rule(
    "REQUIREMENT_TWICE",
    Severity.WARNING,
    "One requirement is recorded twice",
    why="A correction of the one leaves the other; lists of what is missing name the same thing twice.",
    do="Keep one of the two, and name it in both places.",
)
def requirement_twice(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield requirements that ask in every field what an earlier one asks."""
    first: dict[Requirement, str] = {}
    for place, rule in requirements_of(spec):
        before = first.setdefault(replace(rule, id="", source=spec.source), rule.id)
        if before != rule.id:
            yield Spot(place, f"{rule.id}: {rule.what}", f"the same as {before}", rule.source)


@class_rule(
    "CREDENTIAL_TWICE",
    Severity.WARNING,
    "One licence or certificate is asked under two names",
    why="Who lists it once is told that the other is missing.",
    do="Keep one of the two, under the name that the document prints.",
)
def credential_twice(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield credentials of a name that an earlier one has, letters and figures compared."""
    first: dict[str, Credential] = {}
    for place, rule in requirements_of(spec):
        if isinstance(rule, Credential):
            before = first.setdefault("".join(filter(str.isalnum, rule.name.casefold())), rule)
            if before is not rule and before.what != rule.what:
                yield Spot((*place, "name"), f"{rule.id}: {rule.name}", f"{before.id}: {before.name}", rule.source)


@class_rule(
    "EDUCATION_COVERED",
    Severity.WARNING,
    "One route asks for a degree and for a lower one",
    why="The higher degree covers the lower; the two most likely belong to two routes.",
    do="Look at how the document joins the two: by 'and' or by 'or'.",
)
def education_covered(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield degrees asked beside a higher degree of the same fields in one route."""
    rules = {rule.id: (place, rule) for place, rule in requirements_of(spec) if isinstance(rule, Education)}
    for route in spec.qualifications.routes if spec.qualifications else ():
        asked = [rules[name] for name in route.requires if name in rules]
        for place, rule in asked:
            higher = [one for _, one in asked if _covers(one, rule)]
            if higher:
                yield Spot(place, f"{rule.id}: {rule.degree}", f"{higher[0].id}: {higher[0].degree}", rule.source)


def _covers(one: Education, other: Education) -> bool:
    if one.degree is None or other.degree is None or one.fields != other.fields or other.courses:
        return False
    return _DEGREES.index(one.degree) > _DEGREES.index(other.degree)


@class_rule(
    "RECORD_PARTIAL",
    Severity.INFO,
    "The record holds only a part of the specification",
    why="What was not seen, or not read, may ask for more, or open another route.",
    do="Read the rest of the document into the record, then call it whole.",
)
def record_partial(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield classes of which only a part was seen or read."""
    if spec.completeness is Completeness.PARTIAL:
        yield Spot(("completeness",), "seen in part", spec.title)
