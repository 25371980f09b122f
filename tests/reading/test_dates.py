"""Printed dates are read by a closed list of forms a jurisdiction, or not at all."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder.reading.dates import (
    CONNECTICUT_DATES,
    LOS_ANGELES_DATES,
    NORTH_DAKOTA_DATES,
    PHILADELPHIA_DATES,
    DateFormat,
    DateShape,
    read_date,
)

PRINTED = [
    ("9/7/1992", CONNECTICUT_DATES, "1992-09-07"),
    ("04/01/2022", CONNECTICUT_DATES, "2022-04-01"),
    ("December 3, 2010", CONNECTICUT_DATES, "2010-12-03"),
    ("March 08, 2023", CONNECTICUT_DATES, "2023-03-08"),
    ("April\n19, 2002", CONNECTICUT_DATES, "2002-04-19"),
    ("04/00", NORTH_DAKOTA_DATES, "2000-04"),
    ("7/12", NORTH_DAKOTA_DATES, "2012-07"),
    ("7/2012", NORTH_DAKOTA_DATES, "2012-07"),
    ("5/04", PHILADELPHIA_DATES, "2004-05"),
    ("2/23", PHILADELPHIA_DATES, "2023-02"),
    ("11/89", PHILADELPHIA_DATES, "1989-11"),
    ("1/53", PHILADELPHIA_DATES, "1953-01"),
    ("07-13-18", LOS_ANGELES_DATES, "2018-07-13"),
    ("7-6-2018", LOS_ANGELES_DATES, "2018-07-06"),
    ("12/15/15", LOS_ANGELES_DATES, "2015-12-15"),
    ("August, 2, 2015", LOS_ANGELES_DATES, "2015-08-02"),
    ("Sept 2, 2015", LOS_ANGELES_DATES, "2015-09-02"),
    ("May 2015", LOS_ANGELES_DATES, "2015-05"),
    ("29-2-2016", LOS_ANGELES_DATES, None),
    ("2/29/2016", CONNECTICUT_DATES, "2016-02-29"),
    ("2/29/2015", CONNECTICUT_DATES, None),
    ("2/29/1900", CONNECTICUT_DATES, None),
    ("13/1/2015", CONNECTICUT_DATES, None),
    ("0/1/2015", CONNECTICUT_DATES, None),
    ("1/0/2015", CONNECTICUT_DATES, None),
    ("1/1/0015", CONNECTICUT_DATES, None),
    ("13/12", NORTH_DAKOTA_DATES, None),
    ("Octember 3, 2010", CONNECTICUT_DATES, None),
    ("7/12", CONNECTICUT_DATES, None),
    ("7/12/12", CONNECTICUT_DATES, None),
    ("3 December 2010", CONNECTICUT_DATES, None),
    ("approved 9/7/1992", CONNECTICUT_DATES, None),
    ("9/7/1992", (), None),
    ("", CONNECTICUT_DATES, None),
]


@pytest.mark.parametrize(("text", "formats", "expected"), PRINTED)
def test_a_date_is_read_as_printed_or_not_at_all(
    text: str, formats: tuple[DateFormat, ...], expected: str | None
) -> None:
    """Each form of each jurisdiction, and what is no date of it."""
    assert read_date(text, formats) == expected


def test_the_pivot_is_the_first_year_of_the_1900s() -> None:
    """The pivot itself is of the 1900s, the year below it of the 2000s."""
    formats = (DateFormat(DateShape.SLASHED_SHORT_MONTH, pivot=60),)
    assert read_date("1/60", formats) == "1960-01"
    assert read_date("1/59", formats) == "2059-01"


@given(st.dates(min_value=date(1800, 1, 1)))
def test_every_day_of_the_calendar_is_read_back(day: date) -> None:
    """A day printed in a form is that day when it is read."""
    year, month, number = str(day).split("-")
    assert read_date(f"{int(month)}/{int(number)}/{year}", CONNECTICUT_DATES) == str(day)
    assert read_date(f"{month}-{number}-{year}", LOS_ANGELES_DATES) == str(day)


@given(st.text(max_size=30))
def test_no_text_is_a_fault(text: str) -> None:
    """Any text gives a date or none."""
    for formats in (CONNECTICUT_DATES, LOS_ANGELES_DATES, NORTH_DAKOTA_DATES, PHILADELPHIA_DATES):
        assert read_date(text, formats) is None or len(text) >= len("1/00")
