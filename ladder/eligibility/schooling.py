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
from ladder.histories import DegreeHeld
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
    undated = [one for one in degrees if not one.is_dated]
    may_be_earlier = max(listed_hours(candidacy), Fraction(hours_of_degrees(undated, conventions))) >= asked
    found = HeldSince(month_with_hours(asked, candidacy))
    found = any_held([found, HeldSince(_month_with_degrees(asked, candidacy))])
    return found._replace(possibly=EVER_BEFORE if may_be_earlier else found.month)


def _month_with_degrees(asked: int, candidacy: Candidacy) -> int | None:
    """Return the first month in which degrees that have a month count for so many hours by themselves."""
    dated = sorted((one for one in candidacy.history.degrees if one.is_dated), key=lambda one: one.from_month)
    by_then = (dated[: number + 1] for number in range(len(dated)))
    enough = (held for held in by_then if hours_of_degrees(held, candidacy.rules.conventions) >= asked)
    return next((held[-1].from_month for held in enough), None)


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
    named = [one for one in held if field_is_named(one.field, rule.fields, candidacy.rules.field_names)]
    judged = frozenset([field_code(rule)])
    if candidacy.is_assumed(field_code(rule)):
        since = earliest(held)
        return since._replace(shown=_shown_of(level, since, held) | (NOTHING if named == held else judged))
    since = earliest(named)
    return since._replace(
        shown=_shown_of(level, since, named), asked=judged if _is_sooner(earliest(held), since) else NOTHING
    )


def _shown_of(level: DegreeLevel, since: HeldSince, serving: Iterable[DegreeHeld]) -> frozenset[str]:
    """Return what is shown of the degrees that serve from the first month on."""
    by_then = {one.level for one in serving if since.month is not None and one.from_month <= max(0, since.month)}
    return _implied(level, by_then) if by_then else NOTHING


def _is_sooner(one: HeldSince, other: HeldSince) -> bool:
    """Return whether something is held, or may be held, sooner than something else."""
    if one.month is None or one.possibly is None:
        return False
    return other.month is None or other.possibly is None or one.month < other.month or one.possibly < other.possibly


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
