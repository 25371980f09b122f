"""Amounts as sentences print them, exactly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder.reading.requirement_grammar import quantities
from ladder.reading.requirement_grammar.quantities import (
    FiguresAtOddsError,
    NotAnAmountError,
    Study,
    is_additional,
    read_quantity,
    read_study,
    say_months,
    say_number,
)


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("Five (5) years", 60),
        ("one-half (1/2) year", 6),
        ("one half (1/2) year", 6),
        ("half year", 6),
        ("Two and one-half years", 30),
        ("two and a half years", 30),
        ("Two and one-half (2 1/2) years", 30),
        ("2 1/2 years", 30),
        ("eighteen months", 18),
        ("18 months", 18),
        ("twenty-four months", 24),
        ("four-year", 48),
        ("Two-years", 24),
        ("one (1) additional year", 12),
        ("one additional year", 12),
        ("three years'", 36),
        ("one year's", 12),
        ("ninety months", 90),
    ],
)
def test_years_and_months_are_whole_months(text: str, months: int) -> None:
    read = read_quantity(text)
    assert (read.months, read.hours) == (months, None)


@pytest.mark.parametrize(
    ("text", "hours"),
    [("2,080 hours", 2080), ("500 hours", 500), ("1,040 cumulative work hours", 1040), ("forty (40) hours", 40)],
)
def test_hours_stay_hours(text: str, hours: int) -> None:
    read = read_quantity(text)
    assert (read.months, read.hours) == (None, hours)


@pytest.mark.parametrize("text", ["Five (6) years", "one-half (1/3) year", "Two and one-half (2) years"])
def test_words_and_figure_that_differ_are_no_amount(text: str) -> None:
    with pytest.raises(FiguresAtOddsError):
        read_quantity(text)


@pytest.mark.parametrize(
    "text", ["", "years", "several years", "one-half month", "five (5/0) years", "five (5 .) years", "1/7 year"]
)
def test_what_is_no_whole_amount_is_refused(text: str) -> None:
    with pytest.raises(NotAnAmountError):
        read_quantity(text)


@pytest.mark.parametrize(
    ("text", "study"),
    [
        ("12 semester or 18 quarter units", Study(12, 18)),
        ("90 quarter or 60 semester units", Study(60, 90)),
        ("12 semester or 18 units", Study(12, 18)),
        ("fifteen (15) semester hours", Study(15, None)),
        ("fifteen (15) hours", Study(15, None)),
        ("60 college credits", Study(60, None)),
        ("45 quarter units", Study(None, 45)),
    ],
)
def test_units_of_study(text: str, study: Study) -> None:
    assert read_study(text) == study


def test_units_at_odds_are_refused() -> None:
    with pytest.raises(FiguresAtOddsError):
        read_study("fifteen (30) semester hours")
    with pytest.raises(NotAnAmountError):
        read_study("many semester hours")


def test_additional_is_told() -> None:
    assert is_additional("one Additional year")
    assert not is_additional("one year")


@given(st.integers(min_value=1, max_value=1200))
def test_months_said_are_read_back(months: int) -> None:
    assert read_quantity(say_months(months)).months == months


@pytest.mark.parametrize(("number", "words"), [(0, "zero"), (19, "nineteen"), (20, "twenty"), (99, "ninety-nine")])
def test_numbers_in_words(number: int, words: str) -> None:
    assert say_number(number) == words


def test_the_grammar_of_amounts_is_made_once() -> None:
    quantities._parser.cache_clear()
    assert quantities._parser() is quantities._parser()
