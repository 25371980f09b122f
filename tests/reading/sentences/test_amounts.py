"""How long the service is that a text asks, however the amount is printed."""

import pytest

from tests.reading.routes_said import told


@pytest.mark.parametrize(
    ("amount", "months"),
    [
        ("Three or more years of", 36),
        ("Three (3) or more years of", 36),
        ("3+ years of", 36),
        ("3 years or more of", 36),
        ("Three to five years of", 36),
        ("Two or three years of", 24),
        ("3-5 years of", 36),
        ("1 - 3 years of", 12),
        ("26 weeks of", 6),
        ("52 weeks of", 12),
        ("1.5 years of", 18),
        ("2-1/2 years of", 30),
        ("Two and one-half (2 1/2) years of", 30),
        ("Two and one-half years of", 30),
        ("One-half year of", 6),
        ("18 mos. of", 18),
        ("2 yrs. of", 24),
        ("2 yrs of", 24),
        ("Two years'", 24),
        ("One year's", 12),
        ("Two (two) years of", 24),
        ("2 (two) years of", 24),
        ("Two full years of", 24),
        ("Two (2) full-time years of", 24),
        ("Twenty-four months of continuous", 24),
        ("Two (2) to three (3) years of", 24),
        ("Four (4) or more years of", 48),
        ("One and one-half years of", 18),
        ("1 1/2 years of", 18),
        ("2.5 yrs of", 30),
        ("Twenty-one months of", 21),
        ("Thirty six months of", 36),
        ("Two years (4,000 hours) of", 24),
        ("An additional two years of", 24),
        ("Up to two years of", 24),
        ("At least two years of", 24),
        ("Not less than two years of", 24),
        ("No fewer than two years of", 24),
        ("A total of two years of", 24),
        ("The equivalent of two years of", 24),
        ("Completion of two years of", 24),
    ],
)
def test_the_lower_end_of_an_amount_is_asked_in_whole_months(amount: str, months: int) -> None:
    found = told(f"{amount} harbor experience.")

    assert found.routes == [f"{months} months"]
    assert found.is_whole


@pytest.mark.parametrize("amount", ["Ten weeks of", "One week of", "Two-year"])
def test_what_is_no_whole_number_of_months_is_for_a_person(amount: str) -> None:
    found = told(f"{amount} harbor experience.")

    assert all("UNREAD" in route for route in found.routes)
    assert not found.is_whole


@pytest.mark.parametrize("amount", ["Three (2) years", "Three (two) years", "2 (three) years", "Five (5 1/2) years"])
def test_words_and_figures_at_odds_are_a_fault_and_no_amount(amount: str) -> None:
    found = told(f"{amount} of harbor experience.")

    assert found.notes[0] == "FIGURES_AT_ODDS"
    assert found.whats == []
    assert not found.is_whole


def test_hours_of_service_are_for_a_person_to_count() -> None:
    assert told("2,080 hours of harbor experience.").routes == ["HOURS"]


@pytest.mark.parametrize(
    "text", ["Graduation from a four-year college.", "A degree from a four-year college or university."]
)
def test_how_long_a_college_takes_is_no_service(text: str) -> None:
    found = told(text)

    assert found.whats == []
    assert all("24" not in route and "48" not in route for route in found.routes)


@pytest.mark.parametrize("text", ["(Two years of harbor work).", "Two years of harbor work (on the quay)."])
def test_brackets_around_or_behind_service_change_no_amount(text: str) -> None:
    assert told(text).routes == ["24 months"]


def test_an_amount_in_brackets_behind_service_is_not_lost() -> None:
    found = told("Two years of harbor work plus (one year of crane work).")

    assert found.routes[0].startswith("24 months + ")
    assert "one year of crane work" in found.routes[0] or "12 months" in found.routes[0]


@pytest.mark.parametrize("thing", ["warranty", "plan", "lease", "budget", "contract"])
def test_how_long_a_thing_lasts_is_no_service(thing: str) -> None:
    found = told(f"Two years of experience with a five-year {thing}.")

    assert found.routes == ["24 months"]
    assert found.whats == [f"with a five-year {thing}"]


@pytest.mark.parametrize("amount", ["Two years and six months of", "Two years, six months of", "2 years 6 months of"])
def test_years_and_months_are_one_amount_or_for_a_person(amount: str) -> None:
    found = told(f"{amount} harbor work.")

    assert len(found.routes) == 1
    assert found.routes == ["30 months"] or "UNREAD" in found.routes[0]


@pytest.mark.parametrize(
    "text",
    [
        "Six months to one year of harbor work.",
        "More than two years of harbor work.",
        "Less than two years of harbor work.",
        "Between two and four years of harbor work.",
        "Harbor work for two years.",
        "A year of harbor work.",
        "Two decades of harbor work.",
        "Two seasons of harbor work.",
        "24 consecutive months of harbor work.",
        "Two-and-a-half years of harbor work.",
    ],
)
def test_an_amount_that_is_not_read_whole_is_undecided(text: str) -> None:
    assert not told(text).is_whole
    assert all("UNREAD" in route for route in told(text).routes)
