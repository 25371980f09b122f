"""What one clause used to take along with its words, and so ask of nobody: degrees, licenses, conditions, ages."""

import pytest

from tests.reading.routes_said import told


@pytest.mark.parametrize(
    ("text", "routes"),
    [
        (
            "Two years of experience in oystering and Bachelor's degree in Oystering.",
            ["24 months + bachelor in Oystering"],
        ),
        ("Two years of oyster experience and Associate degree.", ["24 months + associate"]),
        (
            "Bachelor's degree and two years of service OR Associate's degree and four years of service.",
            ["bachelor + 24 months", "associate + 48 months"],
        ),
        ("Bachelor's degree in law or Master's degree in history.", ["bachelor in law", "master in history"]),
        ("A Bachelor's degree or Master's degree in law.", ["bachelor in law"]),
        ("A Bachelor's or Master's degree in law.", ["bachelor in law"]),
    ],
)
def test_a_degree_without_an_article_is_asked(text: str, routes: list[str]) -> None:
    found = told(text)

    assert found.routes == routes
    assert found.is_whole


@pytest.mark.parametrize(
    "lost",
    [
        ", Bachelor's degree in oystering",
        "and Bachelor's or Master's degree in law",
        "and pilot's license",
        "and hold a valid pilot license",
        "and be 21 years of age",
        "and pass a drug test",
        "and CPR certified",
        ", CDL Class B",
        "and some college",
        "and honorable discharge from the navy",
        "and bilingual in Spanish",
        "and sixty credits of college",
        "and in any case a pilot license",
    ],
)
def test_what_stands_beside_service_is_never_lost(lost: str) -> None:
    found = told(f"Two years of harbor experience {lost}.".replace(" ,", ","))

    assert found.routes == [f"24 months + UNREAD {lost}"]
    assert not found.is_whole


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("Five years as a Dock Clerk, unless the board waives it.", "unless the board waives it"),
        ("A bachelor's degree is required, unless waived by the mayor.", "unless waived by the mayor"),
        ("Four years of harbor work for each year of college lacking.", "for each year of college lacking"),
        ("A bachelor's and master's degree in law.", "bachelor's and master's degree in law"),
        (
            "A bachelor's degree in law with a minimum grade point average of 3.0.",
            "with a minimum grade point average of 3.0",
        ),
        ("A bachelor's degree (tides or winds).", "(tides or winds)"),
        ("An engineering bachelor's degree.", "engineering"),
        ("A bachelor's degree with a preferred major in law.", "preferred major in law"),
        ("A master's degree in law (preferred).", "(preferred)"),
        ("A master's degree with the specific major title of Tides.", "major title of Tides"),
        ("Four years of harbor work, including two as a lead.", "including two as a lead"),
        ("Four years of harbor work (two of which must be at night).", "(two of which must be at night)"),
        ("At least 18 years of age, high school diploma.", ", high school diploma"),
        ("At least 18 years of age and have a pilot's license.", "and have a pilot's license"),
        ("Completion of a diving program; current pilot license.", "; current pilot license"),
    ],
)
def test_what_changes_a_requirement_is_unread(text: str, unread: str) -> None:
    found = told(text)

    assert any(f"UNREAD {unread}" in route for route in found.routes)
    assert not found.is_whole


def test_a_requirement_waived_for_some_is_no_license() -> None:
    found = told("A bachelor's degree in law. (This requirement is waived for applicants who possess a pilot license.)")

    assert found.routes == ["bachelor in law"]
    assert not found.is_whole


@pytest.mark.parametrize(
    ("text", "routes"),
    [
        (
            "Graduation from college with emphasis on law, tides or related field.",
            ["bachelor in law, tides or related"],
        ),
        ("A bachelor's degree focusing on law.", ["bachelor in law"]),
        ("A bachelor's degree in law, tides, or closely related degree.", ["bachelor in law, tides or related"]),
        ("A related bachelor's degree.", ["bachelor or related"]),
    ],
)
def test_a_degree_keeps_its_field(text: str, routes: list[str]) -> None:
    assert told(text).routes == routes


@pytest.mark.parametrize("words", ["experience", "work experience"])
def test_experience_as_good_as_study_is_one_more_way_that_is_not_held(words: str) -> None:
    found = told(f"A bachelor's degree or equivalent {words}.")

    assert not found.is_whole
    assert f"not read: or equivalent {words}" in [note.text for note in found.reading.notes]


def test_more_service_behind_or_is_no_way_of_its_own() -> None:
    found = told("Two years of harbor work and a bachelor's degree, or three additional years of harbor work.")

    assert "36 months" not in found.routes
    assert not found.is_whole


def test_what_part_of_service_may_be_is_not_asked() -> None:
    found = told("Two years of harbor work, one year of which may be volunteer work.")

    assert found.routes == ["24 months + UNREAD one year of which may be volunteer work"]


def test_of_which_one_is_a_part() -> None:
    found = told("Three years of harbor work of which one shall have involved cranes.")

    assert found.routes == ["36 months + 12 of 36"]
    assert found.is_whole
