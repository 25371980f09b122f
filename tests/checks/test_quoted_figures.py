"""Amounts in quoted words: what is read, and what is left alone rather than guessed."""

import pytest

from ladder.checks.quoted_figures import Study, figures_at_odds, quoted_months, quoted_study


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("Four (4) years of work", {48}),
        ("one-half (1/2) year", {6}),
        ("eighteen months", {18}),
        ("2 years, or 6 months at sea", {24, 6, 30}),
        ("Three years, one of which was as Clerk", {36, 12, 48}),
        ("Eighteen months, six (6) of these at night", {18, 6, 24}),
        ("two of which were at sea", {24}),
        ("a year of work", {12}),
        ("an additional year of work", {12}),
        ("One additional year of work", {12}),
    ],
)
def test_months_are_read_with_their_sums(text: str, months: set[int]) -> None:
    assert quoted_months(text) == months


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Work of any kind",
        "2,080 hours of work, or one year",
        "Five (4) years",
        "at least 21 years of age",
        "2.5 years",
        "1 1/3 years, or 7 months",
        "1 year 2 years 3 years 4 years 5 years 6 years 7 years",
    ],
)
def test_what_cannot_be_told_is_not_guessed(text: str) -> None:
    assert quoted_months(text) == frozenset()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Five (4) years", [("Five", "4")]),
        ("Five (5) years and six (7) months", [("six", "7")]),
        ("twenty-one (21) and thirty-two(23)", [("thirty-two", "23")]),
        ("one hundred twenty (120) hours", []),
        ("one and one-half (1 1/2) years", []),
        ("Section 5 (4)", []),
        ("a test of any kind (4)", []),
    ],
)
def test_figures_at_odds_with_their_words(text: str, found: list[tuple[str, str]]) -> None:
    assert list(figures_at_odds(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("24 semester or 32 quarter units", [Study(24, "semester"), Study(32, "quarter")]),
        ("fifteen (15) semester-hours", [Study(15, "semester")]),
        ("60 college credits", [Study(60, "")]),
        ("2,080 hours of work", []),
        ("1.5 units", []),
        ("no study at all", []),
    ],
)
def test_hours_of_study(text: str, found: list[Study]) -> None:
    assert list(quoted_study(text)) == found
