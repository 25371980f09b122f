"""Printed dates: for each jurisdiction a closed list of the forms that its documents use.

A form that is not in the list, or a day that no calendar has, is no date: the caller
notes it. Nothing is ever guessed, least of all which of two figures is the month.
"""

import re
from calendar import monthrange
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_SLASHED_DAY = re.compile(r"(?P<month>[0-9]{1,2})/(?P<day>[0-9]{1,2})/(?P<year>[0-9]{4})")
_SLASHED_SHORT_DAY = re.compile(r"(?P<month>[0-9]{1,2})/(?P<day>[0-9]{1,2})/(?P<year>[0-9]{2})")
_DASHED_DAY = re.compile(r"(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})-(?P<year>[0-9]{4})")
_DASHED_SHORT_DAY = re.compile(r"(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})-(?P<year>[0-9]{2})")
_WRITTEN_DAY = re.compile(r"(?P<name>[A-Za-z]{3,9}),? (?P<day>[0-9]{1,2}),? ?(?P<year>[0-9]{4})")
_WRITTEN_MONTH = re.compile(r"(?P<name>[A-Za-z]{3,9}),? (?P<year>[0-9]{4})")
_SLASHED_MONTH = re.compile(r"(?P<month>[0-9]{1,2})/(?P<year>[0-9]{4})")
_SLASHED_SHORT_MONTH = re.compile(r"(?P<month>[0-9]{1,2})/(?P<year>[0-9]{2})")
_LETTERS_OF_A_SHORT_NAME = 3
_DIGITS_OF_A_SHORT_YEAR = 2
_EARLIEST_YEAR = 1800


class DateShape(StrEnum):
    """The forms of a date, each by what the third of March 2009 looks like in it."""

    SLASHED_DAY = "3/3/2009"
    SLASHED_SHORT_DAY = "3/3/09"
    DASHED_DAY = "3-3-2009"
    DASHED_SHORT_DAY = "3-3-09"
    WRITTEN_DAY = "March 3, 2009"
    WRITTEN_MONTH = "March 2009"
    SLASHED_MONTH = "3/2009"
    SLASHED_SHORT_MONTH = "3/09"


_SHAPES = {
    DateShape.SLASHED_DAY: _SLASHED_DAY,
    DateShape.SLASHED_SHORT_DAY: _SLASHED_SHORT_DAY,
    DateShape.DASHED_DAY: _DASHED_DAY,
    DateShape.DASHED_SHORT_DAY: _DASHED_SHORT_DAY,
    DateShape.WRITTEN_DAY: _WRITTEN_DAY,
    DateShape.WRITTEN_MONTH: _WRITTEN_MONTH,
    DateShape.SLASHED_MONTH: _SLASHED_MONTH,
    DateShape.SLASHED_SHORT_MONTH: _SLASHED_SHORT_MONTH,
}


class DateFormat(NamedTuple):
    """A form that a jurisdiction prints, and from which year of the 1900s its two-digit years count.

    ``pivot`` is the lowest two-digit year that is of the 1900s; a lower one is of the
    2000s. It is asked for forms of two-digit years and means nothing for others.
    """

    shape: DateShape
    pivot: int = 50


CONNECTICUT_DATES = (DateFormat(DateShape.SLASHED_DAY), DateFormat(DateShape.WRITTEN_DAY))
"""Connecticut prints 9/7/1992, 04/01/2022 and December 3, 2010."""

NORTH_DAKOTA_DATES = (
    DateFormat(DateShape.SLASHED_SHORT_MONTH),
    DateFormat(DateShape.SLASHED_MONTH),
    DateFormat(DateShape.SLASHED_DAY),
)
"""North Dakota prints months, 04/00 and 7/12: April 2000, July 2012."""

LOS_ANGELES_DATES = (
    DateFormat(DateShape.DASHED_SHORT_DAY),
    DateFormat(DateShape.DASHED_DAY),
    DateFormat(DateShape.SLASHED_SHORT_DAY),
    DateFormat(DateShape.SLASHED_DAY),
    DateFormat(DateShape.WRITTEN_DAY),
    DateFormat(DateShape.WRITTEN_MONTH),
)
"""Los Angeles prints 07-13-18, 7-6-2018, 12/15/15 and November 3, 2017."""

PHILADELPHIA_DATES = (
    DateFormat(DateShape.SLASHED_SHORT_MONTH),
    DateFormat(DateShape.SLASHED_MONTH),
    DateFormat(DateShape.SLASHED_SHORT_DAY),
    DateFormat(DateShape.SLASHED_DAY),
)
"""Philadelphia prints months, 1/53 and 2/23: January 1953, February 2023."""


def read_date(text: str, formats: Sequence[DateFormat]) -> str | None:
    """Return the date printed as a whole text, ``2009-03-03`` or ``2009-03``, else none.

    The first of the formats that the text has decides. A month or day that there is not
    gives none, and so does a year before 1800.

    >>> read_date("04/00", NORTH_DAKOTA_DATES)
    '2000-04'
    """
    words = " ".join(text.split())
    for one in formats:
        found = _SHAPES[one.shape].fullmatch(words)
        if found is not None:
            return _written(found.groupdict(), one.pivot)
    return None


def _written(parts: dict[str, str], pivot: int) -> str | None:
    month = _month_named(parts["name"]) if "name" in parts else int(parts["month"])
    year = _full_year(parts["year"], pivot)
    if month is None or not 1 <= month <= len(_MONTHS) or year < _EARLIEST_YEAR:
        return None
    if "day" not in parts:
        return f"{year:04}-{month:02}"
    day = int(parts["day"])
    return f"{year:04}-{month:02}-{day:02}" if 1 <= day <= monthrange(year, month)[1] else None


def _full_year(digits: str, pivot: int) -> int:
    year = int(digits)
    if len(digits) > _DIGITS_OF_A_SHORT_YEAR:
        return year
    return year + (1900 if year >= pivot else 2000)


def _month_named(name: str) -> int | None:
    """Return the month of a name in full or cut to its first three letters (or "Sept"), else none."""
    folded = name.lower()
    for number, month in enumerate(_MONTHS, start=1):
        if folded in (month, month[:_LETTERS_OF_A_SHORT_NAME]) or (folded, month) == ("sept", "september"):
            return number
    return None
