"""Substitutions: more than is asked, at rates that cannot be meant, or for what nobody asks."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction

from ladder.checks.findings import Spot, class_rule
from ladder.checks.places import experience_in, substitutions_of
from ladder.qualifications import (
    DegreeSubstitution,
    Education,
    Experience,
    Requirement,
    ServiceSubstitution,
    StudySubstitution,
    Substitution,
)
from ladder.service_credit import months_of_education
from ladder.service_time import MONTHS_A_YEAR, spell_months
from ladder.sources import Severity
from ladder.specification import ClassSpecification

_HOURS_A_YEAR = 30
"""Semester hours of a year of study (docs/semantics.md, C4)."""


def _rules(spec: ClassSpecification) -> Mapping[str, Requirement]:
    return {rule.id: rule for rule in (spec.qualifications.requirements if spec.qualifications else ())}


def _months_of(spec: ClassSpecification, name: str) -> int | None:
    rule = _rules(spec).get(name)
    return rule.months if isinstance(rule, Experience) else None


def _asked_of(spec: ClassSpecification, one: Substitution) -> int | None:
    """Return the months of what the substitution stands for; of study, those that service may stand for."""
    rule = _rules(spec).get(one.stands_for)
    if isinstance(rule, Education) and isinstance(one, ServiceSubstitution):
        return months_of_education(rule)
    return _months_of(spec, one.stands_for)


@class_rule(
    "SUBSTITUTION_OVER_REQUIREMENT",
    Severity.WARNING,
    "A substitution stands for more months than the requirement asks",
    why="The maximum never holds; it, or the requirement, was most likely misread.",
    do="Compare the maximum and the months asked with the document.",
)
def substitution_over_requirement(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield study and degrees whose maximum is more than what they stand for."""
    for place, one in substitutions_of(spec):
        asked = _asked_of(spec, one)
        maximum, field = _maximum(one)
        if asked is not None and maximum is not None and maximum > asked:
            beside = f"{one.stands_for} asks {spell_months(asked)}"
            yield Spot((*place, field), f"up to {spell_months(maximum)}", beside, one.source)


def _maximum(one: Substitution) -> tuple[int | None, str]:
    """Return the most months that a substitution gives, null for the whole, and the field that says so."""
    if isinstance(one, DegreeSubstitution):
        return one.months, "months"
    if isinstance(one, StudySubstitution | ServiceSubstitution):
        return one.at_most_months, "at_most_months"
    return None, "stands_for"


@class_rule(
    "SUBSTITUTION_CROWDS_OUT_SPECIAL",
    Severity.INFO,
    "Study leaves less general experience than the special experience asks",
    why="Study and degrees beyond that point help nobody: the special experience has to be served in full.",
    do="Tell people who ask; look whether the special experience is rather additional to the general.",
)
def substitution_crowds_out_special(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield special experience that is longer than what all substitutions leave of the general."""
    credited: dict[str, int] = {}
    for _, one in substitutions_of(spec):
        if isinstance(one, StudySubstitution | DegreeSubstitution):
            credited[one.stands_for] = credited.get(one.stands_for, 0) + (_maximum(one)[0] or 0)
    for place, rule in experience_in(spec):
        asked = _months_of(spec, rule.within or "")
        if asked is None or rule.months > asked:
            continue
        credit = min(credited.get(rule.within or "", 0), asked)
        if asked - credit < rule.months and credit:
            found = f"{rule.id} asks {spell_months(rule.months)}"
            beside = f"substitutions leave {spell_months(asked - credit)} of {rule.within}"
            yield Spot((*place, "months"), found, beside, rule.source)


@class_rule(
    "SUBSTITUTION_RATE_UNUSUAL",
    Severity.INFO,
    "Study counts at an unusual rate",
    why="A year of study is 30 semester hours nearly everywhere; another rate may be a slip in a figure.",
    do="Compare hours and months with the document; quarter hours are to be turned into semester hours.",
)
def substitution_rate_unusual(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield study whose block is not at 30 semester hours to 12 months."""
    for place, one in substitutions_of(spec):
        if isinstance(one, StudySubstitution):
            rate = Fraction(one.semester_hours, one.months)
            if rate != Fraction(_HOURS_A_YEAR, MONTHS_A_YEAR):
                found = f"{one.semester_hours} semester hours for {spell_months(one.months)}"
                yield Spot((*place, "months"), found, "30 semester hours for 1 year elsewhere", one.source)


@class_rule(
    "SUBSTITUTION_PART_BLOCK",
    Severity.WARNING,
    "The maximum of study is no whole number of its blocks",
    why="Only whole blocks count, so the maximum can never be reached.",
    do="Compare the block and the maximum with the document.",
)
def substitution_part_block(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield study whose maximum its months do not divide."""
    for place, one in substitutions_of(spec):
        if isinstance(one, StudySubstitution) and one.at_most_months % one.months:
            found = f"up to {spell_months(one.at_most_months)}"
            yield Spot((*place, "at_most_months"), found, f"in blocks of {spell_months(one.months)}", one.source)


@class_rule(
    "SUBSTITUTION_GIVES_NOTHING",
    Severity.WARNING,
    "A substitution gives no months",
    why="It looks like a way in and is none; the amount was most likely not read.",
    do="Write the months that the document gives, or take the substitution out.",
)
def substitution_gives_nothing(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield substitutions with a maximum, or months, of zero."""
    for place, one in substitutions_of(spec):
        maximum, field = _maximum(one)
        if maximum == 0:
            yield Spot((*place, field), f"{one.kind} gives 0 months", f"stands for {one.stands_for}", one.source)


@class_rule(
    "SUBSTITUTION_UNUSED",
    Severity.WARNING,
    "A substitution stands for a requirement that belongs to no route",
    why="The document allows it, and no answer does.",
    do="Name the requirement that it stands for in the document.",
)
def substitution_unused(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield substitutions for what no route asks; a part that a route asks brings its whole in."""
    routes = spec.qualifications.routes if spec.qualifications else ()
    asked = {name for route in routes for name in route.requires}
    for place, one in substitutions_of(spec):
        if one.stands_for not in asked and not _is_asked_with_a_part(spec, one.stands_for, asked):
            yield Spot((*place, "stands_for"), f"stands for {one.stands_for}", "no route names it", one.source)


def _is_asked_with_a_part(spec: ClassSpecification, name: str, asked: set[str]) -> bool:
    return any(rule.id in asked for rule in spec.experience() if name in (rule.within, rule.additional_to))


@class_rule(
    "SUBSTITUTION_TWICE",
    Severity.WARNING,
    "One substitution is recorded twice",
    why="Degrees and study add up, so that the months are credited twice.",
    do="Keep one of the two.",
)
def substitution_twice(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield substitutions that say in every field what an earlier one says."""
    first: dict[Substitution, int] = {}
    for number, (place, one) in enumerate(substitutions_of(spec)):
        before = first.setdefault(replace(one, source=spec.source), number)
        if before != number:
            found = f"{one.kind} for {one.stands_for}"
            yield Spot(place, found, f"the same as substitutions[{before}]", one.source)


@class_rule(
    "SUBSTITUTION_FOR_NO_EXPERIENCE",
    Severity.WARNING,
    "Months stand for something that is no experience",
    why="A degree or a licence is not counted in months; the substitution changes no answer.",
    do="Name the experience that the document lets it stand for.",
)
def substitution_for_no_experience(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield study and degrees that stand for anything but experience."""
    for place, one in substitutions_of(spec):
        rule = _rules(spec).get(one.stands_for)
        if (
            rule is not None
            and not isinstance(rule, Experience)
            and isinstance(one, StudySubstitution | DegreeSubstitution)
        ):
            found = f"{one.kind} stands for {one.stands_for}"
            yield Spot((*place, "stands_for"), found, f"which is of kind {rule.kind}", one.source)


@class_rule(
    "STUDY_FOR_SPECIAL",
    Severity.INFO,
    "Study stands for special experience",
    why="Documents mostly let study stand for general experience only; the heading may have been misread.",
    do="Look at the words of the substitution.",
)
def study_for_special(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield study that stands for a part of another experience."""
    for place, one in substitutions_of(spec):
        rule = _rules(spec).get(one.stands_for)
        if isinstance(one, StudySubstitution) and isinstance(rule, Experience) and rule.within:
            found = f"study stands for {one.stands_for}"
            yield Spot((*place, "stands_for"), found, f"which is within {rule.within}", one.source)
