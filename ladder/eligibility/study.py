"""What study and degrees stand for: blocks of hours, degrees, and their caps.

Follows docs/semantics.md, C4 to C8 and C14; the switches are the jurisdiction's conventions.
"""

from collections.abc import Iterable
from fractions import Fraction
from math import ceil
from typing import NamedTuple

from ladder.catalog.jurisdictions import Conventions, StudyBlocks
from ladder.condition_codes import ConditionCode
from ladder.eligibility.clocks import NO_CREDIT, Amount, Credit, exact, rising_credit
from ladder.eligibility.matching import NOTHING, Candidacy
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
    shown: frozenset[str] = NOTHING
    asked: frozenset[str] = NOTHING


def credits_at(month: int, need: Need, candidacy: Candidacy) -> tuple[StudyCredit, ...]:
    """Return what each substitution of study or a degree gives in the month."""
    if need.schooling is not None:
        return _schooling(need, need.schooling, month, candidacy)
    by_hours = [_hours_credit(rule, month, candidacy) for rule in need.studies]
    by_degree = [_degree_credit(rule, month, candidacy) for rule in need.degrees]
    return (*by_hours, *by_degree)


def _schooling(need: Need, rule: Education, month: int, candidacy: Candidacy) -> tuple[StudyCredit, ...]:
    """Return what study fills of an education for which service may stand: all of it once it is met."""
    met, shown, asked = education_month(rule, candidacy)
    if met is not None and met <= month:
        return (StudyCredit(need.asked_months, "study", rule.source, shown=shown),)
    (block,) = need.studies
    credit = _field_credit(rule, block, candidacy) if rule.fields else _hours_credit(block, month, candidacy)
    return (credit._replace(asked=credit.asked | asked),)


def study_of_parts(month: int, need: Need, candidacy: Candidacy) -> tuple[StudyCredit, ...]:
    """Return what study and degrees give in the month to the need, or to all parts of a sum."""
    return tuple(credit for part in need.parts or (need,) for credit in credits_at(month, part, candidacy))


def asked_of_study(need: Need, candidacy: Candidacy) -> frozenset[str]:
    """Return what is asked for degrees held or planned, in any month: until a degree in a named field comes, too."""
    months = {0, *(max(0, degree.from_month) for degree in candidacy.history.degrees)}
    found = (credit for month in months for credit in study_of_parts(month, need, candidacy))
    return frozenset(code for credit in found for code in credit.asked)


def study_credit(need: Need, candidacy: Candidacy) -> Credit:
    """Return the whole credit of study and degrees as it steps up over the plan.

    The credit of a requirement never exceeds what it asks. It is in the months of the
    requirement; that of a sum in months of service, as the sum is.
    """
    parts = [part for part in need.parts or (need,) if _takes_study(part)]
    if not parts:
        return NO_CREDIT
    months = {max(0, degree.from_month) for degree in candidacy.history.degrees}
    months.update(month for part in parts for month in _months_of_steps(part, candidacy))

    def credit_at(month: int) -> Amount:
        credits_of_parts = ((credit_of(part, month, candidacy), part) for part in parts)
        return sum(in_service(credit, part) if need.joint else credit for credit, part in credits_of_parts)

    return rising_credit(months, credit_at)


def _takes_study(part: Need) -> bool:
    return bool(part.studies or part.degrees or part.schooling)


def _months_of_steps(part: Need, candidacy: Candidacy) -> Iterable[int]:
    """Yield the months in which study completes a block, or all of an education."""
    for rule in part.studies:
        yield from _months_of_blocks(rule, candidacy)
    if part.schooling is not None:
        yield max(0, education_month(part.schooling, candidacy)[0] or 0)


def credit_of(part: Need, month: int, candidacy: Candidacy) -> Amount:
    """Return what study and degrees give one requirement in the month, no more than it asks."""
    return min(part.asked_months, sum(credit.months for credit in credits_at(month, part, candidacy)))


def hours_at(month: int, candidacy: Candidacy) -> Fraction:
    """Return the semester hours done by the month: quarter hours converted, study under the plan added."""
    history, conventions = candidacy.history, candidacy.rules.conventions
    numerator, denominator = conventions.quarter_hour_ratio
    listed = history.semester_hours + history.quarter_hours * Fraction(numerator, denominator)
    studied = max(0, month - history.study_from)
    return listed + candidacy.plan.study_hours_a_year * Fraction(studied, 12)


def counted_hours(month: int, candidacy: Candidacy) -> Fraction:
    """Return the semester hours that count by the month: those held, or those that a bachelor's counts for."""
    levels = {degree.level for degree in degrees_at(month, candidacy)}
    return max(hours_held(month, candidacy), Fraction(_hours_of_bachelor(levels, candidacy.rules.conventions)))


def hours_held(month: int, candidacy: Candidacy) -> Fraction:
    """Return the hours done, and what an associate degree held by the month added to them.

    In the month of the degree the hours held are at least those that it counts for; study from then on
    is added (docs/semantics.md, C5, reading 11). A second associate degree adds nothing.
    """
    done = hours_at(month, candidacy)
    awarded = _first_month_held({DegreeLevel.ASSOCIATE}, candidacy)
    if awarded is None or awarded > month:
        return done
    return done + max(Fraction(0), candidacy.rules.conventions.associate_semester_hours - hours_at(awarded, candidacy))


def degrees_at(month: int, candidacy: Candidacy) -> tuple[DegreeHeld, ...]:
    """Return the degrees held by the month."""
    return tuple(degree for degree in candidacy.history.degrees if degree.from_month <= month)


def _hours_credit(rule: StudySubstitution, month: int, candidacy: Candidacy) -> StudyCredit:
    conventions = candidacy.rules.conventions
    levels = {degree.level for degree in degrees_at(month, candidacy)}
    implied = _bachelor_is_implied(levels, conventions)
    done = hours_at(month, candidacy)
    hours = counted_hours(month, candidacy)
    months = _credited(hours, rule, conventions)
    shown = {ConditionCode.RELATED_FIELD} if rule.related_field and months else set()
    if implied and done < conventions.bachelor_semester_hours and months:
        shown.add(ConditionCode.IMPLIED_BACHELOR)
    if _reaches_cap_without_degree(rule, hours, levels, conventions) and not implied:
        shown.add(ConditionCode.NO_DEGREE_AT_CAP)
    return StudyCredit(months, "study", rule.source, shown=frozenset(shown))


def _field_credit(rule: Education, block: StudySubstitution, candidacy: Candidacy) -> StudyCredit:
    """Return the credit of hours in the fields that are asked; of hours in another field as a person judges."""
    courses, conventions = candidacy.history.courses, candidacy.rules.conventions
    named = sum(one.semester_hours for one in courses if field_is_named(one.field, rule.fields))
    sure = _credited(Fraction(named), block, conventions)
    most = _credited(Fraction(sum(one.semester_hours for one in courses)), block, conventions)
    related = frozenset([ConditionCode.RELATED_FIELD] if most > sure else [])
    if candidacy.is_assumed(ConditionCode.RELATED_FIELD):
        return StudyCredit(most, "study", rule.source, shown=related)
    return StudyCredit(sure, "study", rule.source, asked=related)


def _credited(hours: Fraction, rule: StudySubstitution, conventions: Conventions) -> Amount:
    """Return the months that hours give, up to the maximum."""
    return exact(min(Fraction(rule.at_most_months), _months_for(hours, rule, conventions)))


def _bachelor_is_implied(levels: set[DegreeLevel], conventions: Conventions) -> bool:
    advanced = any(level in levels for level in ADVANCED)
    return conventions.advanced_degree_implies_bachelor and advanced and DegreeLevel.BACHELOR not in levels


def _hours_of_bachelor(levels: set[DegreeLevel], conventions: Conventions) -> int:
    """Return the hours that a bachelor's degree, listed or implied, counts for at least (docs/semantics.md, C5, C7)."""
    held = DegreeLevel.BACHELOR in levels or _bachelor_is_implied(levels, conventions)
    return conventions.bachelor_semester_hours if held else 0


def _months_for(hours: Fraction, rule: StudySubstitution, conventions: Conventions) -> Fraction:
    blocks = hours * Fraction(1, rule.semester_hours)
    whole = conventions.study_blocks is StudyBlocks.WHOLE
    return Fraction(blocks.numerator // blocks.denominator if whole else blocks) * rule.months


def _reaches_cap_without_degree(
    rule: StudySubstitution, hours: Fraction, levels: set[DegreeLevel], conventions: Conventions
) -> bool:
    """Return whether hours alone reach what a bachelor's degree would give (docs/semantics.md, C5)."""
    if DegreeLevel.BACHELOR in levels or hours < conventions.bachelor_semester_hours:
        return False
    return rule.at_most_months >= _months_for(Fraction(conventions.bachelor_semester_hours), rule, conventions)


def _months_of_blocks(rule: StudySubstitution, candidacy: Candidacy) -> Iterable[int]:
    """Yield the months in which study completes a block, up to the cap."""
    if candidacy.plan.study_hours_a_year <= 0:
        return
    blocks = ceil(Fraction(rule.at_most_months, rule.months))
    asked = [block * rule.semester_hours for block in range(1, blocks + 1)]
    months = [month for hours in asked if (month := _month_with_hours(hours, candidacy)) is not None]
    if candidacy.rules.conventions.study_blocks is StudyBlocks.PROPORTIONAL:
        months = list(range(max(months, default=0) + 1))
    yield from months


def _first_month_held(levels: set[DegreeLevel], candidacy: Candidacy) -> int | None:
    """Return the month in which a degree of these levels is first held, None if never; less than 0 for earlier."""
    return min((one.from_month for one in candidacy.history.degrees if one.level in levels), default=None)


def _month_with_hours(hours: int, candidacy: Candidacy) -> int | None:
    """Return the first month by which so many hours count; None if never.

    The hours rise by study, and step up with the first associate and the first bachelor's degree: whatever they
    come to is reached in the month of a degree, or by study since then.
    """
    yearly = candidacy.plan.study_hours_a_year
    associate = _first_month_held({DegreeLevel.ASSOCIATE}, candidacy)
    bachelor = _first_month_held({DegreeLevel.BACHELOR, *ADVANCED}, candidacy)
    turns = {0, *(max(0, month) for month in (associate, bachelor) if month is not None)}
    if yearly > 0:
        turns |= {turn + _months_to_study(hours - hours_held(turn, candidacy), yearly) for turn in turns}
    return min((month for month in turns if counted_hours(month, candidacy) >= hours), default=None)


def _months_to_study(hours: Fraction, yearly: Fraction) -> int:
    return max(0, ceil(hours * 12 * Fraction(yearly.denominator, yearly.numerator)))


def _degree_credit(rule: DegreeSubstitution, month: int, candidacy: Candidacy) -> StudyCredit:
    """Return the credit of a degree above the bachelor's, counted once (docs/semantics.md, C8)."""
    what = f"{rule.degree} degree"
    held = [degree for degree in degrees_at(month, candidacy) if degree.level is rule.degree]
    if any(field_is_named(degree.field, rule.fields) for degree in held):
        return StudyCredit(rule.months, what, rule.source)
    if held and rule.or_closely_related:
        if candidacy.is_assumed(ConditionCode.CLOSELY_RELATED):
            return StudyCredit(rule.months, what, rule.source, shown=frozenset([ConditionCode.CLOSELY_RELATED]))
        return StudyCredit(0, what, rule.source, asked=frozenset([ConditionCode.CLOSELY_RELATED]))
    return StudyCredit(0, what, rule.source)


def field_is_named(field: str | None, fields: tuple[str, ...]) -> bool:
    """Return whether a degree's field is among those named; any serves where none is named."""
    return not fields or (field is not None and fold_title(field) in {fold_title(name) for name in fields})


class EducationMet(NamedTuple):
    """The month in which an education requirement is met, None if never, and the conditions of that."""

    month: int | None
    shown: frozenset[str] = NOTHING
    asked: frozenset[str] = NOTHING


def education_month(rule: Education, candidacy: Candidacy) -> EducationMet:
    """Return when an education requirement is met: its degree and its hours both, where it asks both."""
    degree = EducationMet(0) if rule.degree is None else _degree_month(rule, rule.degree, candidacy)
    hours = EducationMet(0) if rule.semester_hours is None else _hours_month(rule, rule.semester_hours, candidacy)
    never = degree.month is None or hours.month is None
    month = None if never else max(degree.month or 0, hours.month or 0)
    return EducationMet(month, degree.shown | hours.shown, degree.asked | hours.asked)


def _hours_month(rule: Education, asked: int, candidacy: Candidacy) -> EducationMet:
    """Return when so many hours are done; where fields are named, in those (docs/semantics.md, C23).

    Hours without a field serve only where none is named; hours in another field only as a person judges.
    """
    if not rule.fields:
        return EducationMet(_month_with_hours(asked, candidacy))
    courses = candidacy.history.courses
    if sum(one.semester_hours for one in courses if field_is_named(one.field, rule.fields)) >= asked:
        return EducationMet(0)
    if sum(one.semester_hours for one in courses) < asked:
        return EducationMet(None)
    related = frozenset([ConditionCode.RELATED_FIELD])
    assumed = candidacy.is_assumed(ConditionCode.RELATED_FIELD)
    return EducationMet(0, related) if assumed else EducationMet(None, asked=related)


def _degree_month(rule: Education, level: DegreeLevel, candidacy: Candidacy) -> EducationMet:
    """Return when a degree of the level, in a field that serves, is held."""
    enough = _levels_enough(level, candidacy.rules.conventions)
    held = [one for one in candidacy.history.degrees if one.level in enough]
    serving = [one for one in held if _serves(one, rule, candidacy)]
    if not serving:
        return EducationMet(None, asked=_asked_of(held, rule))
    month = max(0, min(one.from_month for one in serving))
    sooner = [one for one in held if one.from_month < month]
    by_then = {one.level for one in serving if one.from_month <= month}
    return EducationMet(month, _implied(level, by_then), _asked_of(sooner, rule))


def _asked_of(degrees: list[DegreeHeld], rule: Education) -> frozenset[str]:
    """Return what is asked for degrees that would serve were their field closely related."""
    return frozenset([ConditionCode.CLOSELY_RELATED] if degrees and rule.or_closely_related else [])


def _serves(degree: DegreeHeld, rule: Education, candidacy: Candidacy) -> bool:
    related = rule.or_closely_related and candidacy.is_assumed(ConditionCode.CLOSELY_RELATED)
    return related or field_is_named(degree.field, rule.fields)


def _implied(asked: DegreeLevel, serving: set[DegreeLevel]) -> frozenset[str]:
    """Return what is shown where only a degree above the bachelor's serves (docs/semantics.md, C7)."""
    return frozenset([ConditionCode.IMPLIED_BACHELOR] if serving.isdisjoint({asked, DegreeLevel.BACHELOR}) else [])


def _levels_enough(asked: DegreeLevel, conventions: Conventions) -> set[DegreeLevel]:
    """Return the levels of degree that meet the level asked (docs/semantics.md, C7)."""
    implying = set(ADVANCED) if conventions.advanced_degree_implies_bachelor else set()
    if asked is DegreeLevel.ASSOCIATE:
        return {asked, DegreeLevel.BACHELOR, *implying}
    return {asked, *implying} if asked is DegreeLevel.BACHELOR else {asked}
