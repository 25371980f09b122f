"""Since when an education requirement is met: high school, degree, hours, courses (docs/semantics.md, C7, C23, C32)."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from ladder.catalog.jurisdictions import Conventions
from ladder.condition_codes import ConditionCode
from ladder.eligibility.held import HeldSince, all_held, any_held, earliest, held_since_ever
from ladder.eligibility.hours import (
    ADVANCED,
    EVER_BEFORE,
    field_is_named,
    hours_in,
    hours_of_degrees,
    listed_hours,
    month_with_hours,
)
from ladder.eligibility.matching import NOTHING, Candidacy
from ladder.qualifications import DegreeLevel, DegreeSubstitution, Education


def education_held(rule: Education, candidacy: Candidacy) -> HeldSince:
    """Return since when an education requirement is met: its degree, its hours and each of its courses."""
    return all_held(_parts(rule, candidacy))


def _parts(rule: Education, candidacy: Candidacy) -> Iterator[HeldSince]:
    if rule.degree is DegreeLevel.HIGH_SCHOOL:
        yield _school(candidacy)
    elif rule.degree is not None:
        yield _degree(rule, rule.degree, candidacy)
    if rule.semester_hours is not None:
        within = _hours_in(rule.fields, rule.semester_hours, candidacy)
        yield within if rule.fields else _hours(rule.semester_hours, candidacy)
    for one in rule.courses:
        yield _hours_in(one.fields, one.semester_hours, candidacy)


def _school(candidacy: Candidacy) -> HeldSince:
    """Return since when high school is done: as declared, or as any degree or college hours imply."""
    declared = [one for one in candidacy.history.degrees if one.level is DegreeLevel.HIGH_SCHOOL]
    school = frozenset([ConditionCode.SCHOOL])
    if not declared and candidacy.is_assumed(ConditionCode.SCHOOL):
        return held_since_ever(candidacy, ConditionCode.SCHOOL)
    own = earliest(declared)
    found = any_held([own, *_implying_school(candidacy)])
    is_implied = found.month is not None and (own.month is None or max(0, own.month) > max(0, found.month))
    return found._replace(shown=school if is_implied else NOTHING, asked=NOTHING if declared else school)


def _implying_school(candidacy: Candidacy) -> Iterator[HeldSince]:
    """Yield since when a degree, or any college hours, are held."""
    yield earliest(one for one in candidacy.history.degrees if one.level is not DegreeLevel.HIGH_SCHOOL)
    if listed_hours(candidacy) > 0:
        yield held_since_ever(candidacy)
    if candidacy.plan.study_hours_a_year > 0:
        studied = candidacy.history.study_from + 1
        yield HeldSince(studied, studied)


def _hours(asked: int, candidacy: Candidacy) -> HeldSince:
    """Return since when so many hours count: those listed have no month, those of a degree its month."""
    degrees, conventions = candidacy.history.degrees, candidacy.rules.conventions
    past = sorted({one.from_month for one in degrees if one.is_dated and one.from_month < candidacy.history.study_from})
    by_degree = (
        month
        for month in past
        if hours_of_degrees([one for one in degrees if one.is_dated and one.from_month <= month], conventions) >= asked
    )
    month = next(by_degree, None)
    if month is None:
        month = month_with_hours(asked, candidacy)
    undated = [one for one in degrees if not one.is_dated]
    may_be_earlier = max(listed_hours(candidacy), Fraction(hours_of_degrees(undated, conventions))) >= asked
    return HeldSince(month, EVER_BEFORE if may_be_earlier else month)


def _hours_in(fields: tuple[str, ...], asked: int, candidacy: Candidacy) -> HeldSince:
    """Return since when so many hours are done in the fields; hours in another field serve as a person judges."""
    if hours_in(fields, candidacy) >= asked:
        return held_since_ever(candidacy)
    if hours_in((), candidacy) < asked:
        return HeldSince(None)
    if candidacy.is_assumed(ConditionCode.RELATED_FIELD):
        return held_since_ever(candidacy, ConditionCode.RELATED_FIELD)
    return HeldSince(None, asked=frozenset([ConditionCode.RELATED_FIELD]))


def _degree(rule: Education, level: DegreeLevel, candidacy: Candidacy) -> HeldSince:
    """Return since when a degree of the level, in a field that serves, is held."""
    enough = _levels_enough(level, candidacy.rules.conventions)
    held = [one for one in candidacy.history.degrees if one.level in enough]
    code = field_code(rule)
    named = [one for one in held if field_is_named(one.field, rule.fields, candidacy.rules.field_names)]
    serving = held if candidacy.is_assumed(code) else named
    since = earliest(serving)
    if since.month is None:
        return since._replace(asked=frozenset([code] if held else []))
    by_then = [one for one in serving if one.from_month <= max(0, since.month)]
    shown = _implied(level, {one.level for one in by_then})
    if not any(one in named for one in by_then):
        shown |= {code}
    others = [one for one in held if one not in serving]
    sooner = earliest(others)
    may_be_earlier = (sooner.possibly or 0) < (since.possibly or 0) or (sooner.month or 0) < since.month
    return since._replace(shown=shown, asked=frozenset([code] if others and may_be_earlier else []))


def field_code(rule: Education | DegreeSubstitution) -> str:
    """Return the condition that a degree in a field not named waits for (docs/semantics.md, C13, C23)."""
    return ConditionCode.CLOSELY_RELATED if rule.or_closely_related else ConditionCode.RELATED_FIELD


def _implied(asked: DegreeLevel, serving: set[DegreeLevel]) -> frozenset[str]:
    """Return what is shown where only a degree above the bachelor's serves (docs/semantics.md, C7)."""
    return frozenset([ConditionCode.IMPLIED_BACHELOR] if serving.isdisjoint({asked, DegreeLevel.BACHELOR}) else [])


def _levels_enough(asked: DegreeLevel, conventions: Conventions) -> set[DegreeLevel]:
    """Return the levels of degree that meet the level asked (docs/semantics.md, C7)."""
    implying: Iterable[DegreeLevel] = ADVANCED if conventions.advanced_degree_implies_bachelor else ()
    if asked is DegreeLevel.ASSOCIATE:
        return {asked, DegreeLevel.BACHELOR, *implying}
    return {asked, *implying} if asked is DegreeLevel.BACHELOR else {asked}
