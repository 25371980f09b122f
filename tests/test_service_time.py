"""Months, exact numbers, and how they are printed."""

from decimal import Decimal
from fractions import Fraction

import pytest

from ladder.service_time import (
    Month,
    days_in,
    first_day,
    has_day,
    is_before,
    next_day,
    print_exact,
    print_month,
    read_day,
    read_exact,
    read_month,
    spell_months,
    spell_span,
)


@pytest.mark.parametrize(
    ("text", "month"),
    [("0000-01", 0), ("0000-12", 11), ("0001-01", 12), ("2026-11", 2026 * 12 + 10), ("2026-11-01", 2026 * 12 + 10)],
)
def test_months_count_from_the_year_nought(text: str, month: int) -> None:
    assert read_month(text) == month


@pytest.mark.parametrize(
    ("text", "as_end", "as_start"),
    [
        ("2024-03-01", "2024-03", "2024-03"),
        ("2024-03-02", "2024-03", "2024-04"),
        ("2024-12-31", "2024-12", "2025-01"),
        ("2024-02-29", "2024-02", "2024-03"),
        ("2000-02-29", "2000-02", "2000-03"),
        ("2023-02-28", "2023-02", "2023-03"),
        ("2024-06", "2024-06", "2024-06"),
    ],
)
def test_a_day_date_loses_its_part_month(text: str, as_end: str, as_start: str) -> None:
    assert print_month(read_month(text)) == as_end
    assert print_month(read_month(text, part_month_is_next=True)) == as_start


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026",
        "2026-00",
        "2026-13",
        "2026-1",
        "26-11",
        "2026-11-00",
        "2026-11-31",
        "2026-06-31",
        "2026-02-29",
        "1900-02-29",
        "2024-02-30",
        "2026-12-32",
        "2026-11 ",
        "x2026-11",
        "2026/11",
        "2026-11-1",
    ],
)
def test_what_is_no_month_is_refused_in_words(text: str) -> None:
    with pytest.raises(ValueError, match=r"is not a month; write YYYY-MM, such as 2026-11") as caught:
        read_month(text)
    assert str(caught.value).startswith(repr(text))


@pytest.mark.parametrize(
    ("month", "days"),
    [("2023-02", 28), ("2024-02", 29), ("1900-02", 28), ("2000-02", 29), ("2026-01", 31), ("2026-11", 30)],
)
def test_a_month_has_its_days(month: str, days: int) -> None:
    assert days_in(read_month(month)) == days
    last = read_day(f"{month}-{days}")
    assert last == first_day(read_month(month)) + days - 1
    assert next_day(last) == first_day(Month(read_month(month) + 1))
    assert next_day(first_day(read_month(month))) == read_day(f"{month}-02")


def test_a_day_is_read_with_or_without_its_place_in_the_month() -> None:
    assert read_day("2026-11") == read_day("2026-11-01") == first_day(read_month("2026-11"))
    assert read_day("2026-11-16") == read_day("2026-11") + 15
    assert [has_day(text) for text in ("2026-11", "2026-11-01")] == [False, True]
    with pytest.raises(ValueError, match="is not a month"):
        read_day("2026-02-29")


@pytest.mark.parametrize(
    ("one", "other", "before"),
    [
        ("2026-10", "2026-11", True),
        ("2026-11", "2026-11", False),
        ("2026-11-15", "2026-11-16", True),
        ("2026-11-16", "2026-11-16", False),
        ("2026-11", "2026-11-16", False),
        ("2026-11-01", "2026-11", False),
        ("2026-10-31", "2026-11", True),
    ],
)
def test_dates_are_in_order_as_far_as_both_are_written(one: str, other: str, before: bool) -> None:  # noqa: FBT001
    assert is_before(one, other) is before


@pytest.mark.parametrize("text", ["0001-01", "1999-12", "2026-11", "9999-12"])
def test_a_month_is_printed_as_it_is_read(text: str) -> None:
    assert print_month(read_month(text)) == text


@pytest.mark.parametrize(
    ("value", "exact"),
    [
        (7, Fraction(7)),
        ("0.7", Fraction(7, 10)),
        (Decimal("0.70"), Fraction(7, 10)),
        (Decimal("1E+2"), Fraction(100)),
        (Fraction(1, 3), Fraction(1, 3)),
        ("-2.5", Fraction(-5, 2)),
        ("123456789.123456789", Fraction(123456789123456789, 10**9)),
    ],
)
def test_numbers_are_read_exactly(value: object, exact: Fraction) -> None:
    assert read_exact(value) == exact


@pytest.mark.parametrize(
    "value",
    [
        True,
        False,
        0.7,
        float("nan"),
        Decimal("NaN"),
        Decimal("Infinity"),
        "inf",
        "1e3",
        "",
        "1.",
        ".5",
        "1234567890",
        "0.1234567890",
        "½",
        None,
        [],
        "1/3",
    ],
)
def test_what_is_no_number_is_refused_in_words(value: object) -> None:
    with pytest.raises(ValueError, match=r"is not a number; write digits, such as 31\.5") as caught:
        read_exact(value)
    assert str(caught.value).startswith(repr(value))


@pytest.mark.parametrize(
    ("months", "words"),
    [
        (0, "0 months"),
        (1, "1 month"),
        (11, "11 months"),
        (12, "1 year"),
        (13, "1 year 1 month"),
        (24, "2 years"),
        (28, "2 years 4 months"),
    ],
)
def test_months_in_words(months: int, words: str) -> None:
    assert spell_months(months) == words


@pytest.mark.parametrize(
    ("between", "words"),
    [(None, "2 years 4 months"), ((27, 28), "between 2 years 3 months and 2 years 4 months")],
)
def test_a_span_is_one_figure_or_both(between: tuple[int, int] | None, words: str) -> None:
    assert spell_span(28, between) == words


@pytest.mark.parametrize(
    ("value", "digits"),
    [
        (24, "24"),
        (Fraction(63, 2), "31.5"),
        (Fraction(88, 15), "88/15"),
        (Fraction(1, 8), "0.125"),
        (Fraction(7, 10), "0.7"),
        (Fraction(1000), "1000"),
        (Fraction(-1, 3), "-1/3"),
        (Fraction(3, 7), "3/7"),
        (Fraction(1, 10**27), f"0.{'0' * 26}1"),
        (Fraction(1, 3 * 10**27), f"1/3{'0' * 27}"),
        (0, "0"),
    ],
)
def test_exact_numbers_in_digits(value: Fraction | int, digits: str) -> None:
    assert print_exact(value) == digits
