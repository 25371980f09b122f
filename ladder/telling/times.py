"""Months, calendar months and dates in words."""

from fractions import Fraction

from ladder.service_time import DAYS_A_MONTH, MONTHS_A_YEAR, Day, Month, print_exact
from ladder.telling.messages import say

_COUNTED = {
    "year": ("time.year", "time.years"),
    "month": ("time.month", "time.months"),
}

_LETTERS = 3
"""Letters of a month on an axis."""


def spell_months(months: int) -> str:
    """Return whole months in words, from 12 on as years.

    >>> spell_months(28), spell_months(6)
    ('2 years 4 months', '6 months')
    """
    years, rest = divmod(months, MONTHS_A_YEAR)
    if years and rest:
        return say("time.both", years=_counted(years, "year"), months=_counted(rest, "month"))
    return _counted(years, "year") if years else _counted(rest, "month")


def _counted(number: int, noun: str) -> str:
    one, several = _COUNTED[noun]
    return say(one if number == 1 else several, count=number)


def count_months(months: Fraction | int) -> str:
    """Return a number of months as a table of months counts it: ``24 months``, ``1 month``."""
    return say("time.month" if months == 1 else "time.months", count=print_exact(months))


def spell_exact(months: Fraction | int) -> str:
    """Return months of service, which need not be whole.

    >>> spell_exact(Fraction(63, 2)), spell_exact(24)
    ('31.5 months', '2 years')
    """
    exact = Fraction(months)
    if exact.denominator == 1:
        return spell_months(exact.numerator)
    return say("time.months", count=print_exact(exact))


def spell_span(months: int, between: tuple[int, int] | None) -> str:
    """Return the months in words, or both figures where the least is only known to lie between them.

    >>> spell_span(96, (93, 96))
    'between 7 years 9 months and 8 years'
    """
    if between is None:
        return spell_months(months)
    return say("time.between", least=spell_months(between[0]), most=spell_months(between[1]))


def spell_month(month: Month) -> str:
    """Return a calendar month in words: ``November 2027``."""
    return _month_of(month // MONTHS_A_YEAR, month % MONTHS_A_YEAR + 1)


def abbreviate_month(month: Month) -> str:
    """Return a calendar month in as few letters as an axis has room for.

    >>> from ladder.service_time import read_month
    >>> abbreviate_month(read_month("2027-09"))
    'Sep 2027'
    """
    name = say(f"month.{month % MONTHS_A_YEAR + 1}")
    return say("date.month", month=name[:_LETTERS], year=month // MONTHS_A_YEAR)


def spell_day(day: Day) -> str:
    """Return a calendar day in words, the first of a month as the month alone.

    >>> from ladder.service_time import read_day
    >>> spell_day(read_day("2027-11-16")), spell_day(read_day("2027-11-01"))
    ('November 16, 2027', 'November 2027')
    """
    month = day // DAYS_A_MONTH
    place = day % DAYS_A_MONTH
    year, number = month // MONTHS_A_YEAR, month % MONTHS_A_YEAR + 1
    return _day_of(year, number, place + 1) if place else _month_of(year, number)


def spell_date(date: str) -> str:
    """Return a printed date in words.

    >>> spell_date("2022-12-30"), spell_date("2012-07")
    ('December 30, 2022', 'July 2012')
    """
    year, month, *day = (int(one) for one in date.split("-"))
    return _day_of(year, month, day[0]) if day else _month_of(year, month)


def _month_of(year: int, month: int) -> str:
    return say("date.month", month=say(f"month.{month}"), year=year)


def _day_of(year: int, month: int, day: int) -> str:
    return say("date.day", month=say(f"month.{month}"), day=day, year=year)
