"""What study and degrees stand for: blocks of hours, degrees, and their caps.

Follows SEMANTICS C4 to C8 and C14; the switches are the jurisdiction's conventions.
"""

from collections.abc import Iterable
from fractions import Fraction
from math import ceil
from typing import NamedTuple

from ladder.catalog.jurisdictions import Conventions, StudyBlocks
from ladder.eligibility.clocks import NO_CREDIT, Amount, Credit, exact, rising_credit
from ladder.eligibility.matching import Candidacy
from ladder.eligibility.needs import Need
from ladder.eligibility.sums import in_service
from ladder.histories import DegreeHeld
from ladder.qualifications import DegreeLevel, DegreeSubstitution, Education, StudySubstitution
from ladder.sources import Source
from ladder.titles import fold_title

ADVANCED = (DegreeLevel.MASTER, DegreeLevel.LAW, DegreeLevel.DOCTORATE)


class StudyCredit(NamedTuple):
    """Months that one substitution gives in one month of the plan, and what that shows."""

    months: Amount
    what: str
    source: Source
    shown: frozenset[str] = frozenset()
    asked: frozenset[str] = frozenset()


def credits_at(month: int, need: Need, candidacy: Candidacy) -> tuple[StudyCredit, ...]:
    """Return what each substitution of study or a degree gives in the month."""
    by_hours = [_hours_credit(rule, month, candidacy) for rule in need.studies]
    by_degree = [_degree_credit(rule, month, candidacy) for rule in need.degrees]
    credited = (*by_hours, *by_degree)
    return credited if need.schooling is None else _schooling(need, need.schooling, credited, month, candidacy)


def _schooling(
    need: Need, rule: Education, credited: tuple[StudyCredit, ...], month: int, candidacy: Candidacy
) -> tuple[StudyCredit, ...]:
    """Return what study fills of an education for which service may stand: all of it once it is met."""
    met, shown, asked = education_month(rule, candidacy)
    if met is not None and met <= month:
        return (StudyCredit(need.asked_months, "study", rule.source, shown=shown),)
    return (*credited, StudyCredit(0, "study", rule.source, asked=asked))


def study_of_parts(month: int, need: Need, candidacy: Candidacy) -> tuple[StudyCredit, ...]:
    """Return what study and degrees give in the month to the need, or to all parts of a sum."""
    return tuple(credit for part in need.parts or (need,) for credit in credits_at(month, part, candidacy))


def asked_of_study(need: Need, candidacy: Candidacy) -> frozenset[str]:
    """Return what is asked for degrees held or planned."""
    last = max((degree.from_month for degree in candidacy.history.degrees), default=0)
    return frozenset(code for credit in study_of_parts(last, need, candidacy) for code in credit.asked)


def study_credit(need: Need, candidacy: Candidacy) -> Credit:
    """Return the whole credit of study and degrees as it steps up over the plan.

    The credit of a requirement never exceeds what it asks.
    """
    parts = need.parts or (need,)
    if not any(part.studies or part.degrees or part.schooling for part in parts):
        return NO_CREDIT
    months = {education_month(part.schooling, candidacy)[0] or 0 for part in parts if part.schooling}
    months |= {degree.from_month for degree in candidacy.history.degrees}
    months.update(month for part in parts for rule in part.studies for month in _months_of_blocks(rule, candidacy))

    def credit_at(month: int) -> Amount:
        return sum(in_service(credit_of(part, month, candidacy), part) for part in parts)

    return rising_credit(months, credit_at)


def credit_of(part: Need, month: int, candidacy: Candidacy) -> Amount:
    """Return what study and degrees give one requirement in the month, no more than it asks."""
    return min(part.asked_months, sum(credit.months for credit in credits_at(month, part, candidacy)))


def hours_at(month: int, candidacy: Candidacy) -> Fraction:
    """Return the semester hours done by the month: quarter hours converted, study added."""
    history, conventions = candidacy.history, candidacy.rules.conventions
    numerator, denominator = conventions.quarter_hour_ratio
    held = history.semester_hours + history.quarter_hours * Fraction(numerator, denominator)
    return held + candidacy.plan.study_hours_a_year * Fraction(month, 12)


def counted_hours(month: int, candidacy: Candidacy) -> Fraction:
    """Return the semester hours that count by the month: those done, or those that the degrees count for."""
    conventions = candidacy.rules.conventions
    levels = {degree.level for degree in degrees_at(month, candidacy)}
    implied = _bachelor_is_implied(levels, conventions)
    return max(hours_at(month, candidacy), Fraction(_hours_of_degrees(levels, conventions, implied=implied)))


def degrees_at(month: int, candidacy: Candidacy) -> tuple[DegreeHeld, ...]:
    """Return the degrees held by the month."""
    return tuple(degree for degree in candidacy.history.degrees if degree.from_month <= month)


def _hours_credit(rule: StudySubstitution, month: int, candidacy: Candidacy) -> StudyCredit:
    conventions = candidacy.rules.conventions
    levels = {degree.level for degree in degrees_at(month, candidacy)}
    implied = _bachelor_is_implied(levels, conventions)
    done = hours_at(month, candidacy)
    hours = counted_hours(month, candidacy)
    months = exact(min(Fraction(rule.at_most_months), _months_for(hours, rule, conventions)))
    shown = {"RELATED_FIELD"} if rule.related_field and months else set()
    if implied and done < conventions.bachelor_semester_hours and months:
        shown.add("IMPLIED_BACHELOR")
    if _reaches_cap_without_degree(rule, hours, levels, conventions) and not implied:
        shown.add("NO_DEGREE_AT_CAP")
    return StudyCredit(months, "study", rule.source, shown=frozenset(shown))


def _bachelor_is_implied(levels: set[DegreeLevel], conventions: Conventions) -> bool:
    advanced = any(level in levels for level in ADVANCED)
    return conventions.advanced_degree_implies_bachelor and advanced and DegreeLevel.BACHELOR not in levels


def _hours_of_degrees(levels: set[DegreeLevel], conventions: Conventions, *, implied: bool) -> int:
    """Return the hours that the degrees count for at least (SEMANTICS C5, C7)."""
    if implied or DegreeLevel.BACHELOR in levels:
        return conventions.bachelor_semester_hours
    return conventions.associate_semester_hours if DegreeLevel.ASSOCIATE in levels else 0


def _hours_of_degree(level: DegreeLevel, conventions: Conventions) -> int:
    return _hours_of_degrees({level}, conventions, implied=_bachelor_is_implied({level}, conventions))


def _months_for(hours: Fraction, rule: StudySubstitution, conventions: Conventions) -> Fraction:
    blocks = hours * Fraction(1, rule.semester_hours)
    whole = conventions.study_blocks is StudyBlocks.WHOLE
    return Fraction(blocks.numerator // blocks.denominator if whole else blocks) * rule.months


def _reaches_cap_without_degree(
    rule: StudySubstitution, hours: Fraction, levels: set[DegreeLevel], conventions: Conventions
) -> bool:
    """Return whether hours alone reach what a bachelor's degree would give (SEMANTICS C5)."""
    if DegreeLevel.BACHELOR in levels or hours < conventions.bachelor_semester_hours:
        return False
    return rule.at_most_months >= _months_for(Fraction(conventions.bachelor_semester_hours), rule, conventions)


def _months_of_blocks(rule: StudySubstitution, candidacy: Candidacy) -> Iterable[int]:
    """Yield the months in which study completes a block, up to the cap."""
    yearly = candidacy.plan.study_hours_a_year
    if yearly <= 0:
        return
    done = hours_at(0, candidacy)
    proportional = candidacy.rules.conventions.study_blocks is StudyBlocks.PROPORTIONAL
    blocks = ceil(Fraction(rule.at_most_months, rule.months))
    if proportional:
        yield from range(_months_until(blocks * rule.semester_hours, done, yearly) + 1)
        return
    for block in range(1, blocks + 1):
        yield _months_until(block * rule.semester_hours, done, yearly)


def _months_until(hours: int, done: Fraction, yearly: Fraction) -> int:
    return max(0, ceil((hours - done) * 12 * Fraction(yearly.denominator, yearly.numerator)))


def _degree_credit(rule: DegreeSubstitution, month: int, candidacy: Candidacy) -> StudyCredit:
    """Return the credit of a degree above the bachelor's, counted once (SEMANTICS C8)."""
    what = f"{rule.degree} degree"
    held = [degree for degree in degrees_at(month, candidacy) if degree.level is rule.degree]
    if any(field_is_named(degree.field, rule.fields) for degree in held):
        return StudyCredit(rule.months, what, rule.source)
    if held and rule.or_closely_related:
        if candidacy.is_assumed("CLOSELY_RELATED"):
            return StudyCredit(rule.months, what, rule.source, shown=frozenset(["CLOSELY_RELATED"]))
        return StudyCredit(0, what, rule.source, asked=frozenset(["CLOSELY_RELATED"]))
    return StudyCredit(0, what, rule.source)


def field_is_named(field: str | None, fields: tuple[str, ...]) -> bool:
    """Return whether a degree's field is among those named; any serves where none is named."""
    return not fields or (field is not None and fold_title(field) in {fold_title(name) for name in fields})


def education_month(rule: Education, candidacy: Candidacy) -> tuple[int | None, frozenset[str], frozenset[str]]:
    """Return the month an education requirement is met, and the conditions shown and asked."""
    if rule.degree is None:
        return _hours_month(rule.semester_hours or 0, candidacy), frozenset(), frozenset()
    enough = _levels_enough(rule.degree, candidacy.rules.conventions)
    held = [one for one in candidacy.history.degrees if one.level in enough]
    shown = frozenset(["IMPLIED_BACHELOR"] if held and rule.degree not in {one.level for one in held} else [])
    related = rule.or_closely_related and candidacy.is_assumed("CLOSELY_RELATED")
    serving = [one.from_month for one in held if related or field_is_named(one.field, rule.fields)]
    month = min(serving, default=None)
    sooner = month is None or any(one.from_month < month for one in held)
    asked = frozenset(["CLOSELY_RELATED"] if held and rule.or_closely_related and sooner else [])
    return month, shown if serving else frozenset(), asked


def _levels_enough(asked: DegreeLevel, conventions: Conventions) -> set[DegreeLevel]:
    """Return the levels of degree that meet the level asked (SEMANTICS C7)."""
    implying = set(ADVANCED) if conventions.advanced_degree_implies_bachelor else set()
    if asked is DegreeLevel.ASSOCIATE:
        return {asked, DegreeLevel.BACHELOR, *implying}
    return {asked, *implying} if asked is DegreeLevel.BACHELOR else {asked}


def _hours_month(hours: int, candidacy: Candidacy) -> int | None:
    """Return the month in which hours done, or hours that degrees count for, are enough."""
    conventions, yearly = candidacy.rules.conventions, candidacy.plan.study_hours_a_year
    reached = [
        degree.from_month
        for degree in candidacy.history.degrees
        if _hours_of_degree(degree.level, conventions) >= hours
    ]
    done = hours_at(0, candidacy)
    if done >= hours or yearly > 0:
        reached.append(_months_until(hours, done, yearly) if done < hours else 0)
    return min(reached, default=None)
