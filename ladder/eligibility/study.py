"""What study and degrees stand for: blocks of hours, degrees, and their caps.

Follows docs/semantics.md, C4 to C8 and C14; the switches are the jurisdiction's conventions.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import ceil
from typing import NamedTuple

from ladder.catalog.jurisdictions import Conventions, StudyBlocks
from ladder.condition_codes import ConditionCode
from ladder.eligibility.clocks import HORIZON, NO_CREDIT, Amount, Credit, exact, rising_credit
from ladder.eligibility.hours import (
    bachelor_is_implied,
    counted_hours,
    degrees_at,
    field_is_named,
    hours_at,
    hours_in,
    hours_of_degrees,
    month_with_hours,
)
from ladder.eligibility.matching import NOTHING, Candidacy
from ladder.eligibility.needs import Need
from ladder.eligibility.schooling import education_held, field_code
from ladder.eligibility.sums import in_service
from ladder.histories import DegreeHeld
from ladder.qualifications import DegreeLevel, DegreeSubstitution, Education, StudySubstitution
from ladder.sources import Source


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
    degrees = degrees_at(month, candidacy)
    by_hours = [
        _field_credit(rule, rule.fields, degrees, candidacy) if rule.fields else _hours_credit(rule, month, candidacy)
        for rule in need.studies
    ]
    by_degree = [_degree_credit(rule, month, candidacy) for rule in need.degrees]
    return (*by_hours, *by_degree)


def _schooling(need: Need, rule: Education, month: int, candidacy: Candidacy) -> tuple[StudyCredit, ...]:
    """Return what study fills of an education for which service may stand: all of it once it is met."""
    met = education_held(rule, candidacy)
    if met.month is not None and met.month <= month:
        return (StudyCredit(need.asked_months, "study", rule.source, shown=met.shown),)
    (block,) = need.studies
    credit = _field_credit(block, rule.fields, (), candidacy) if rule.fields else _hours_credit(block, month, candidacy)
    return (credit._replace(asked=credit.asked | met.asked),)


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
    parts = _parts_that_take_study(need)
    if not parts:
        return NO_CREDIT
    months = {max(0, degree.from_month) for degree in candidacy.history.degrees}
    months.update(month for part in parts for month in _months_of_steps(part, candidacy))
    return rising_credit(months, lambda month: study_credited(need, month, candidacy))


def study_credited(need: Need, month: int, candidacy: Candidacy) -> Amount:
    """Return the credit of study and degrees in one month of the plan, as ``study_credit`` has it."""
    credits_of_parts = ((credit_of(part, month, candidacy), part) for part in _parts_that_take_study(need))
    return sum(in_service(credit, part) if need.joint else credit for credit, part in credits_of_parts)


def _parts_that_take_study(need: Need) -> list[Need]:
    return [part for part in need.parts or (need,) if part.studies or part.degrees or part.schooling]


def _months_of_steps(part: Need, candidacy: Candidacy) -> Iterable[int]:
    """Yield the months in which study completes a block, or all of an education."""
    for rule in part.studies:
        yield from _months_of_blocks(rule, candidacy)
    if part.schooling is not None:
        yield max(0, education_held(part.schooling, candidacy).month or 0)


def credit_of(part: Need, month: int, candidacy: Candidacy) -> Amount:
    """Return what study and degrees give one requirement in the month, no more than it asks."""
    return min(part.asked_months, sum(credit.months for credit in credits_at(month, part, candidacy)))


def _hours_credit(rule: StudySubstitution, month: int, candidacy: Candidacy) -> StudyCredit:
    """Return the credit of all hours, and of degrees for what they count for in hours."""
    degrees, done = degrees_at(month, candidacy), hours_at(month, candidacy)
    return _credit_of_hours(rule, counted_hours(month, candidacy), done, degrees, candidacy)


def _credit_of_hours(
    rule: StudySubstitution, hours: Fraction, done: Fraction, degrees: Sequence[DegreeHeld], candidacy: Candidacy
) -> StudyCredit:
    """Return the credit of hours that count, of which so many are done, with what is shown of the degrees."""
    conventions = candidacy.rules.conventions
    levels = {degree.level for degree in degrees}
    implied = bachelor_is_implied(levels, conventions)
    months = _credited(hours, rule, conventions)
    shown = {ConditionCode.RELATED_FIELD} if rule.related_field and months else set()
    if implied and done < conventions.bachelor_semester_hours and months:
        shown.add(ConditionCode.IMPLIED_BACHELOR)
    if _reaches_cap_without_degree(rule, hours, levels, conventions) and not implied:
        shown.add(ConditionCode.NO_DEGREE_AT_CAP)
    return StudyCredit(months, "study", rule.source, shown=frozenset(shown))


def _field_credit(
    rule: StudySubstitution, fields: tuple[str, ...], degrees: Sequence[DegreeHeld], candidacy: Candidacy
) -> StudyCredit:
    """Return the credit of hours and degrees in the fields; of those in another field as a person judges (C23)."""
    sure = _credit_in(rule, fields, degrees, candidacy)
    most = _credit_in(rule, (), degrees, candidacy)
    related = frozenset([ConditionCode.RELATED_FIELD] if most.months > sure.months else [])
    if candidacy.is_assumed(ConditionCode.RELATED_FIELD):
        return most._replace(shown=most.shown | related)
    return sure._replace(asked=related)


def _credit_in(
    rule: StudySubstitution, fields: tuple[str, ...], degrees: Sequence[DegreeHeld], candidacy: Candidacy
) -> StudyCredit:
    """Return the credit of the courses and degrees in any of the fields, in whatever field where none is named."""
    serving = [one for one in degrees if field_is_named(one.field, fields, candidacy.rules.field_names)]
    done = hours_in(fields, candidacy)
    hours = max(done, Fraction(hours_of_degrees(serving, candidacy.rules.conventions)))
    return _credit_of_hours(rule, hours, done, serving, candidacy)


def _credited(hours: Fraction, rule: StudySubstitution, conventions: Conventions) -> Amount:
    """Return the months that hours give, up to the maximum."""
    return exact(min(Fraction(rule.at_most_months), _months_for(hours, rule, conventions)))


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
    """Yield the months in which study completes a block, up to the cap.

    Where study counts in proportion it is each month that is sought, and the last of all.
    """
    if candidacy.plan.study_hours_a_year <= 0:
        return
    blocks = ceil(Fraction(rule.at_most_months, rule.months))
    asked = [block * rule.semester_hours for block in range(1, blocks + 1)]
    months = [month for hours in asked if (month := month_with_hours(hours, candidacy)) is not None]
    if candidacy.rules.conventions.study_blocks is StudyBlocks.PROPORTIONAL:
        last = max(months, default=0)
        months = [*range(min(last, HORIZON) + 1), last]
    yield from (max(0, month) for month in months)


def _degree_credit(rule: DegreeSubstitution, month: int, candidacy: Candidacy) -> StudyCredit:
    """Return the credit of a degree above the bachelor's, counted once (docs/semantics.md, C8)."""
    what = f"{rule.degree} degree"
    held = [degree for degree in degrees_at(month, candidacy) if degree.level is rule.degree]
    if any(field_is_named(degree.field, rule.fields, candidacy.rules.field_names) for degree in held):
        return StudyCredit(rule.months, what, rule.source)
    judged = frozenset([field_code(rule)] if held else [])
    if judged and candidacy.is_assumed(field_code(rule)):
        return StudyCredit(rule.months, what, rule.source, shown=judged)
    return StudyCredit(0, what, rule.source, asked=judged)
