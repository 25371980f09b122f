"""Exact time: calendar months and days, months of service, and shares of full time.

Nothing here is ever a binary fraction: quantities are whole numbers and
:class:`fractions.Fraction`. Plans have the grain of a month (docs/semantics.md, C3); past service
has that of a day (docs/semantics.md, C19).
"""

import re
from decimal import Decimal
from fractions import Fraction
from typing import NewType

Month = NewType("Month", int)
"""A calendar month, counted from January of the year 0."""

Day = NewType("Day", int)
"""A calendar day, counted as if every month had 31 days, so that a month is 31 of them.

Days are in order, and each is told by its month and its place in it; to step from one to
the next, use :func:`next_day`.
"""

MONTHS_A_YEAR = 12
MOST_HOURS_A_YEAR = 200
"""Semester hours that nobody studies more of in a year."""
DAYS_A_MONTH = 31
"""Days of the longest month."""
MOST_JOBS = 2_000
"""Rows of past service, and events, of the longest profile: forty years by the fortnight are 1,040."""
_MONTH = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])(?:-(0[1-9]|[12][0-9]|3[01]))?")
_DECIMAL = re.compile(r"-?[0-9]{1,9}(?:\.[0-9]{1,9})?")
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def read_month(text: str, *, part_month_is_next: bool = False) -> Month:
    """Return the month of ``YYYY-MM`` or ``YYYY-MM-DD``.

    A day date loses its part month: an end or an as-of day gives the month it stands
    in (whose days so far are dropped); with ``part_month_is_next`` a start after the
    first of a month gives the month after.

    >>> print_month(read_month("2024-03-15", part_month_is_next=True))
    '2024-04'

    Raises:
        ValueError: the text is not such a date.

    """
    found = _MONTH.fullmatch(text)
    if not found or (found[3] and int(found[3]) > _days_in(int(found[1]), int(found[2]))):
        message = f"{text!r} is not a month; write YYYY-MM, such as 2026-11"
        raise ValueError(message)
    month = int(found[1]) * MONTHS_A_YEAR + int(found[2]) - 1
    late_start = part_month_is_next and found[3] is not None and found[3] != "01"
    return Month(month + late_start)


def _days_in(year: int, month: int) -> int:
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 28 if month == 2 and not leap else _DAYS[month - 1]  # noqa: PLR2004 - February


def days_in(month: Month) -> int:
    """Return how many days the month has: 28 to 31."""
    return _days_in(month // MONTHS_A_YEAR, month % MONTHS_A_YEAR + 1)


def first_day(month: Month) -> Day:
    """Return the first day of the month."""
    return Day(month * DAYS_A_MONTH)


def read_day(text: str) -> Day:
    """Return the day of ``YYYY-MM-DD``, or the first day of ``YYYY-MM``.

    Raises:
        ValueError: the text is no such date.

    """
    first = first_day(read_month(text))
    return Day(first + int(text[8:]) - 1) if has_day(text) else first


def has_day(text: str) -> bool:
    """Return whether a date that :func:`read_month` takes is written with its day."""
    return len(text) > len("YYYY-MM")


def next_day(day: Day) -> Day:
    """Return the day after.

    >>> next_day(read_day("2024-02-29")) == read_day("2024-03")
    True
    """
    month = Month(day // DAYS_A_MONTH)
    is_last = day % DAYS_A_MONTH + 1 == days_in(month)
    return first_day(Month(month + 1)) if is_last else Day(day + 1)


def is_before(one: str, other: str) -> bool:
    """Return whether the first date lies before the second, as far as both are written out.

    >>> is_before("2025-01-15", "2025-01-16"), is_before("2025-01", "2025-01-16")
    (True, False)
    """
    written = min(len(one), len(other))
    return one[:written] < other[:written]


def print_month(month: Month) -> str:
    """Return the month as ``YYYY-MM``."""
    return f"{month // MONTHS_A_YEAR:04d}-{month % MONTHS_A_YEAR + 1:02d}"


def print_known_month(month: Month | None) -> str | None:
    """Return the month as ``2026-11``; None where there is none."""
    return None if month is None else print_month(month)


def read_exact(value: object) -> Fraction:
    """Return a whole number or a decimal exactly: ``0.7`` is 7/10.

    Takes whole numbers, decimals and decimal text of at most nine digits on either
    side of the point.

    Raises:
        ValueError: the value is anything else; truth values, infinities and
            not-a-numbers are refused.

    """
    if isinstance(value, Fraction):
        return value
    text = format(value, "f") if isinstance(value, Decimal) else str(value)
    if isinstance(value, bool | float) or not _DECIMAL.fullmatch(text):
        message = f"{value!r} is not a number; write digits, such as 31.5"
        raise ValueError(message)
    return Fraction(text)


def read_hours_a_year(value: object) -> Fraction:
    """Return semester hours of study a year, exactly.

    Raises:
        ValueError: the value is no number, or more than anybody studies.

    """
    hours = read_exact(value)
    if not 0 <= hours <= MOST_HOURS_A_YEAR:
        message = f"{value} is not between 0 and {MOST_HOURS_A_YEAR} hours a year"
        raise ValueError(message)
    return hours


def spell_months(months: int) -> str:
    """Return whole months in words: ``2 years 4 months``.

    >>> spell_months(28)
    '2 years 4 months'
    """
    years, rest = divmod(months, MONTHS_A_YEAR)
    parts = [_counted(years, "year")] if years else []
    if rest or not years:
        parts.append(_counted(rest, "month"))
    return " ".join(parts)


def spell_span(months: int, between: tuple[int, int] | None) -> str:
    """Return the months in words, or both figures where the least is only known to lie between them.

    >>> spell_span(96, (93, 96))
    'between 7 years 9 months and 8 years'
    """
    if between is None:
        return spell_months(months)
    return f"between {spell_months(between[0])} and {spell_months(between[1])}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def print_exact(value: Fraction | int) -> str:
    """Return a number in digits: ``24``, ``31.5``, or ``88/15`` where no decimal ends.

    >>> print_exact(Fraction(63, 2))
    '31.5'
    """
    value = Fraction(value)
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if rest != 1:
        return str(value)
    return format((Decimal(value.numerator) / Decimal(value.denominator)).normalize(), "f")
