"""What is wished for, what may be had later, what only some assignments ask: shown, and asked of nobody on the day."""

import pytest

from tests.reading.routes_said import told

_ASKED = "Two years of harbor work."


@pytest.mark.parametrize(
    "wish",
    [
        "Experience with ropes is desirable.",
        "Three years are preferred.",
        "A bachelor's degree is preferred but not required.",
        "Bachelor's degree preferred.",
        "Preferably at sea.",
        "Five years is an asset.",
        "A crane license a plus.",
        "A crane license is a plus.",
        "A crane license is helpful.",
        "The crane license is not required.",
        "A second language is highly desirable.",
        "Crane experience is strongly preferred.",
    ],
)
def test_a_wish_is_shown_and_asks_nothing(wish: str) -> None:
    for break_ in (" ", "\n\n", "\n- "):
        found = told(f"{_ASKED}{break_}{wish}")

        assert found.routes == ["24 months"]
        assert found.conditions == ["PREFERENCE"]
        assert found.is_whole


@pytest.mark.parametrize(
    ("text", "route"),
    [
        ("Two years as a Dock Clerk, preferably at sea.", "24 months as Dock Clerk"),
        ("Two years of harbor work, ideally at sea.", "24 months"),
        (
            "Two years of harbor work, preferably at sea, and a valid pilot license.",
            "24 months + license valid pilot license",
        ),
        ("A bachelor's degree, preferably in law. Two years of rigging.", "bachelor + 24 months"),
        ("At least two years of harbor work; a bachelor's degree is a plus.", "24 months"),
        ("Bachelor's degree preferred and two years of harbor work required.", "24 months"),
        ("A minimum of two years of harbor work is required; five years are preferred.", "24 months"),
    ],
)
def test_a_wish_in_the_sentence_that_asks_is_shown_beside_it(text: str, route: str) -> None:
    found = told(text)

    assert found.routes == [route]
    assert found.conditions == ["PREFERENCE"]
    assert found.is_whole


@pytest.mark.parametrize(
    "lead",
    [
        "Preference may be given to candidates with:",
        "Preference will be given to:",
        "The following are preferred:",
        "Desirable:",
    ],
)
def test_a_list_of_wishes_asks_nothing(lead: str) -> None:
    found = told(f"{_ASKED}\n\n{lead}\n- Four years of harbor work\n- A bachelor's degree")

    assert found.routes == ["24 months"]
    assert found.whats == ["harbor work"]


@pytest.mark.parametrize("heading", ["Preferred Qualifications", "Desirable Qualifications", "Preferences"])
def test_a_heading_of_wishes_ends_what_is_asked(heading: str) -> None:
    found = told(f"{_ASKED}\n\n{heading}\n\nFive years of crane work.")

    assert found.routes == ["24 months"]
    assert found.is_whole


@pytest.mark.parametrize(
    "license_",
    [
        "Possession of a driver's license at the time of appointment.",
        "Must possess a valid driver's license prior to appointment.",
        "A driver's license is required prior to appointment.",
        "A driver's license must be obtained within six months of appointment.",
        "A driver's license must be obtained within six (6) months after appointment.",
        "Must obtain a crane certificate within one year of hire.",
        "Possession of a driver's license within the first thirty days of employment.",
        "A pilot license must be maintained throughout employment.",
        "A driver's license may be required for some positions.",
    ],
)
def test_a_license_that_comes_later_is_shown_and_no_part_of_a_route(license_: str) -> None:
    for break_ in (" ", "\n\n"):
        found = told(f"{_ASKED}{break_}{license_}")

        assert found.routes == ["24 months"]
        assert found.conditions == ["LICENCE"]
        assert found.is_whole


@pytest.mark.parametrize(
    "license_",
    [
        "A valid driver's license.",
        "Possession of a valid driver's license.",
        "A valid driver's license is required.",
        "A valid driver's license is required at the time of application.",
        "Possession of a valid driver's license at time of filing.",
        "Must maintain a valid driver's license.",
        "Eligibility for a pilot license.",
    ],
)
def test_a_license_of_the_day_is_a_part_of_every_route(license_: str) -> None:
    found = told(f"{_ASKED} {license_} Or a bachelor's degree.")

    assert len(found.routes) == 2
    assert found.routes[0].startswith("24 months + license ")
    assert found.routes[1] == "bachelor"


@pytest.mark.parametrize(
    "words",
    [
        "Applicants without the license must secure it prior to appointment.",
        "Applicants who do not yet hold the license must obtain it before appointment.",
        "Candidates lacking the license must obtain it within six months of appointment.",
    ],
)
def test_a_license_that_people_without_it_may_still_get_is_one_to_come(words: str) -> None:
    found = told(f"{_ASKED} Possession of a valid pilot license. {words}")

    assert found.routes == ["24 months"]
    assert found.conditions == ["LICENCE", "LICENCE"]


@pytest.mark.parametrize(
    "words",
    [
        "For assignment to the ferry, candidates must have a pilot license.",
        "For assignment to the tower, three years of tower work are required.",
        "In addition to the above requirements, to be eligible for assignment to the ferry, three years of ferry work.",
        "To be eligible for placement in the tower, a test must be passed.",
    ],
)
def test_what_only_some_assignments_ask_is_shown(words: str) -> None:
    found = told(f"{_ASKED}\n\n{words}")

    assert found.routes == ["24 months"]
    assert found.conditions == ["ASSIGNMENT"]
    assert found.is_whole
