"""Hours and degrees held in a month of the plan, and the fields that they are in (docs/semantics.md, C5 to C7, C23)."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from math import ceil

from ladder.catalog.jurisdictions import Conventions
from ladder.eligibility.matching import Candidacy
from ladder.histories import DegreeHeld
from ladder.qualifications import DegreeLevel
from ladder.titles import fold_title

ADVANCED = (DegreeLevel.MASTER, DegreeLevel.LAW, DegreeLevel.DOCTORATE)

EVER_BEFORE = -1_000_000
"""Earlier than any month of a plan: since when something without a month may have been held."""


def hours_at(month: int, candidacy: Candidacy) -> Fraction:
    """Return the semester hours done by the month: quarter hours converted, study under the plan added."""
    studied, yearly = max(0, month - candidacy.history.study_from), candidacy.plan.study_hours_a_year
    listed = listed_hours(candidacy)
    return listed + yearly * Fraction(studied, 12) if studied and yearly else listed


def listed_hours(candidacy: Candidacy) -> Fraction:
    """Return the semester hours that the profile lists, quarter hours converted."""
    history = candidacy.history
    if not history.quarter_hours:
        return history.semester_hours
    numerator, denominator = candidacy.rules.conventions.quarter_hour_ratio
    return history.semester_hours + history.quarter_hours * Fraction(numerator, denominator)


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


def hours_of_degrees(degrees: Iterable[DegreeHeld], conventions: Conventions) -> int:
    """Return the semester hours that degrees count for by themselves."""
    levels = {one.level for one in degrees}
    associate = conventions.associate_semester_hours if DegreeLevel.ASSOCIATE in levels else 0
    return max(associate, _hours_of_bachelor(levels, conventions))


def _hours_of_bachelor(levels: set[DegreeLevel], conventions: Conventions) -> int:
    held = DegreeLevel.BACHELOR in levels or bachelor_is_implied(levels, conventions)
    return conventions.bachelor_semester_hours if held else 0


def bachelor_is_implied(levels: set[DegreeLevel], conventions: Conventions) -> bool:
    """Return whether a higher degree stands for a bachelor's that is not listed (docs/semantics.md, C7)."""
    advanced = any(level in levels for level in ADVANCED)
    return conventions.advanced_degree_implies_bachelor and advanced and DegreeLevel.BACHELOR not in levels


def _first_month_held(levels: set[DegreeLevel], candidacy: Candidacy) -> int | None:
    """Return the month in which a degree of these levels is first held, None if never; less than 0 for earlier."""
    return min((one.from_month for one in candidacy.history.degrees if one.level in levels), default=None)


def month_with_hours(hours: int, candidacy: Candidacy) -> int | None:
    """Return the first month by which so many hours count, no month before the as-of month; None if never.

    The hours rise by study, and step up with the first associate and the first bachelor's degree: whatever they
    come to is reached in the month of a degree, or by study since then. Hours listed count from the as-of month
    of the profile on.
    """
    yearly, begins = candidacy.plan.study_hours_a_year, candidacy.history.study_from
    associate = _first_month_held({DegreeLevel.ASSOCIATE}, candidacy)
    bachelor = _first_month_held({DegreeLevel.BACHELOR, *ADVANCED}, candidacy)
    turns = {begins, *(max(begins, month) for month in (associate, bachelor) if month is not None)}
    if yearly > 0:
        turns |= {turn + _months_to_study(hours - hours_held(turn, candidacy), yearly) for turn in turns}
    return min((month for month in turns if counted_hours(month, candidacy) >= hours), default=None)


def _months_to_study(hours: Fraction, yearly: Fraction) -> int:
    return max(0, ceil(hours * 12 * Fraction(yearly.denominator, yearly.numerator)))


def field_is_named(field: str | None, fields: tuple[str, ...], names: Mapping[str, str]) -> bool:
    """Return whether a declared field is among those named, or a recorded alias of one; any serves if none is named.

    ``names`` gives the one name of a field that has several, all folded.
    """
    folded = [fold_title(one) for one in (*fields, field or "")]
    *named, declared = [names.get(one, one) for one in folded]
    return not fields or (field is not None and declared in named)


def hours_in(fields: tuple[str, ...], candidacy: Candidacy) -> Fraction:
    """Return the semester hours of courses in any of the fields (docs/semantics.md, C23)."""
    courses = candidacy.history.courses
    return sum(
        (one.semester_hours for one in courses if field_is_named(one.field, fields, candidacy.rules.field_names)),
        start=Fraction(0),
    )
