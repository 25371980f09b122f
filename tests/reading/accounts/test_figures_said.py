"""Amounts that a text counts."""

import pytest

from ladder.reading.accounts.figures_said import find_amounts, find_numbers


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("two (2) years of rigging", [24]),
        ("18 months as a pilot", [18]),
        ("one and one-half years of it", [18]),
        ("three to five years of it", [36, 60]),
        ("52 weeks of it", [12]),
        ("five or more years", [60]),
    ],
)
def test_time_is_counted_in_months(text: str, months: list[int]) -> None:
    assert [sorted(one.months) for one in find_amounts(text)] == [months]


@pytest.mark.parametrize("text", ["a four-year college", "a 24-hour plant", "40 hours per week", "a unit of ten"])
def test_what_only_describes_is_no_amount(text: str) -> None:
    assert not list(find_amounts(text))


def test_hours_of_study_and_years_of_age_are_told_apart() -> None:
    (hours,) = find_amounts("30 semester hours")
    assert sorted(hours.hours) == [30]
    assert not hours.months
    assert [one.is_age for one in find_amounts("21 years of age and 2 years of work")] == [True, False]


def test_a_number_alone_may_be_months_or_years() -> None:
    assert {24, 2} <= set(find_numbers("Six years of rigging, two of them at sea"))


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("Two or three years of rigging", [24, 36]),
        ("2-1/2 years of rigging", [30]),
        ("One-half year of rigging", [6]),
        ("Twenty-one months of rigging", [21]),
        ("Thirty six months of rigging", [36]),
    ],
)
def test_an_amount_in_any_spelling_is_one(text: str, months: list[int]) -> None:
    (amount,) = find_amounts(text)
    assert sorted(amount.months) == months
