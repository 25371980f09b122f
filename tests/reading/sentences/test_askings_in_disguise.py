"""Askings that look like something else: notices, credentials, degrees behind a graduation, lettered ways."""

import pytest

from ladder.reading.passages import Span
from ladder.reading.requirement_grammar.outlines import find_choice
from tests.reading.routes_said import told

_HARBOR = "two years of experience in harbor work"


@pytest.mark.parametrize(
    ("text", "route"),
    [
        ("Graduation from an approved college with an associate's degree in tide law", "associate in tide law"),
        ("Graduation from a university with a master's degree in tide law", "master in tide law"),
        ("Graduation from a university with a degree at the master's level", "master"),
        ("Graduation from college with a bachelor's or master's degree in salt", "bachelor in salt"),
        ("Graduation from a university with a Ph.D. in salt", "doctorate in salt"),
        ("Graduation from a college with an advanced degree in salt", "master in salt"),
        ("Graduation from a university with a degree in salt", "bachelor in salt"),
        ("A Master of Public Administration degree", "master in Public Administration"),
        ("A Master of Social Work or Master of Public Administration", "master in Social Work, Public Administration"),
        ("A degree of Doctor of Tides or Currents", "doctorate in Tides, Currents"),
        ("A master of social work degree", "master in social work"),
        ("A Bachelor of Arts degree", "bachelor"),
        ("A Bachelor of Arts or Bachelor of Harbor Design degree", "bachelor"),
        (
            "Graduation from a regionally accredited or Salt Board registered college with an associate's degree",
            "associate",
        ),
        ("A bachelor's degree in any field", "bachelor"),
        ("A bachelor's degree in any academic discipline", "bachelor"),
        ("A bachelor's degree in another field", "bachelor or related"),
        ("A bachelor's degree in salt or other relevant field", "bachelor in salt or related"),
        ("Successful completion of thirty (30) college semester credit hours", "30 hours"),
        ("45 undergraduate quarter hours in salt", "30 hours in salt"),
    ],
)
def test_the_degree_and_the_field_that_are_named_are_asked(text: str, route: str) -> None:
    found = told(f"{text}.")

    assert found.routes == [route]
    assert found.is_whole


@pytest.mark.parametrize(
    ("text", "routes"),
    [
        ("Candidates must be certified as a Salt Taster.", ["license certified as a Salt Taster"]),
        ("Candidates need a bachelor's degree.", ["bachelor"]),
        ("Applicants are required to have three years in a harbor position.", ["36 months"]),
        ("Applicants must be permanent employees of the harbor.", ["INCUMBENT"]),
    ],
)
def test_what_applicants_must_have_is_asked_and_no_notice(text: str, routes: list[str]) -> None:
    assert told(text).routes == routes


@pytest.mark.parametrize(
    "text",
    [
        "Applicants must be currently serving as a Dock Clerk.",
        "Candidates who have two years as a Dock Clerk qualify.",
        "Applicants with a master's degree need only one year.",
        "No previous experience is required but a diploma is.",
    ],
)
def test_what_a_notice_asks_and_no_production_covers_stays_unread(text: str) -> None:
    found = told(f"A valid pilot license. {text}")

    assert "UNREAD_REQUIREMENT" in found.notes
    assert not found.is_whole


@pytest.mark.parametrize(
    "text",
    ["Candidates must pass a swimming test.", "You must be 21 years of age.", "Applicants may be asked to swim."],
)
def test_a_notice_without_a_measure_of_the_rules_stays_a_notice(text: str) -> None:
    found = told(f"A valid pilot license. {text}")

    assert found.routes == ["license valid pilot license"]
    assert found.is_whole


@pytest.mark.parametrize(
    ("text", "routes"),
    [
        ("Candidates must have served continuously for twelve months as a Dock Clerk.", ["12 months as Dock Clerk"]),
        ("Must have worked two years as a Dock Clerk.", ["24 months as Dock Clerk"]),
        (
            "Must have held the position of Dock Clerk or Pier Clerk for two years.",
            ["24 months as Dock Clerk or Pier Clerk"],
        ),
        ("Employees must have served two years in the title of Dock Clerk.", ["24 months as Dock Clerk"]),
        (
            (
                "Candidates must be permanently employed in the harbor and must have served one year holding "
                "the position of Dock Clerk."
            ),
            ["INCUMBENT + 12 months as Dock Clerk"],
        ),
    ],
)
def test_service_that_must_have_been_served_or_held_is_service(text: str, routes: list[str]) -> None:
    assert told(text).routes == routes


@pytest.mark.parametrize(
    ("text", "routes"),
    [
        (
            "Two years of harbor work and an associate's degree or a bachelor's degree.",
            ["24 months + associate", "24 months + bachelor"],
        ),
        (
            "Three years as a Dock Clerk, AND completion of 60 semester units, OR a pilot certificate.",
            ["36 months as Dock Clerk + 60 hours", "36 months as Dock Clerk + license pilot certificate"],
        ),
        (
            "A pilot license or a diver license, plus an equivalent combination of education.",
            ["license pilot license + EQUIVALENT_COMBINATION", "license diver license + EQUIVALENT_COMBINATION"],
        ),
    ],
)
def test_who_has_the_last_named_alone_is_told_of_no_way(text: str, routes: list[str]) -> None:
    found = told(text)

    assert found.routes == routes
    assert "AMBIGUOUS_JOIN" in found.notes


@pytest.mark.parametrize(
    ("text", "routes"),
    [
        (f"A bachelor's degree and {_HARBOR}, or a master's degree.", ["bachelor + 24 months", "master"]),
        ("Two years of harbor work and a bachelor's degree; or a master's degree.", ["24 months + bachelor", "master"]),
        (
            "Two years of harbor work and a pilot license, or four years as a Dock Clerk.",
            ["24 months + license pilot license", "48 months as Dock Clerk"],
        ),
    ],
)
def test_ways_that_a_semicolon_parts_or_service_ends_stand_alone(text: str, routes: list[str]) -> None:
    assert told(text).routes == routes


@pytest.mark.parametrize(
    ("text", "routes"),
    [
        (
            (
                "Graduation from high school and EITHER: (A) an associate's degree in salt, plus one year of harbor "
                "work; OR, (B) two years of harbor work; OR, (C) a pilot license."
            ),
            [
                "high_school + associate in salt + 12 months",
                "high_school + 24 months",
                "high_school + license pilot license",
            ],
        ),
        (
            f"Either (1) a bachelor's degree in salt, or (2) {_HARBOR}. A valid pilot license.",
            ["license valid pilot license + bachelor in salt", "license valid pilot license + 24 months"],
        ),
        (
            "(a) two years as a Dock Clerk; or (b) one year as a Pier Clerk.",
            ["24 months as Dock Clerk", "12 months as Pier Clerk"],
        ),
    ],
)
def test_ways_that_letters_part_within_a_sentence(text: str, routes: list[str]) -> None:
    found = told(text)

    assert found.routes == routes
    assert found.is_whole


@pytest.mark.parametrize(
    ("text", "routes"),
    [
        (
            "A bachelor's degree or two years of harbor work; and a valid pilot license.",
            ["bachelor + license valid pilot license", "24 months + license valid pilot license"],
        ),
        (
            "A bachelor's degree or two years of harbor work; a valid pilot license or a diver license.",
            [
                "bachelor + license valid pilot license",
                "bachelor + license diver license",
                "24 months + license valid pilot license",
                "24 months + license diver license",
            ],
        ),
    ],
)
def test_what_a_semicolon_parts_from_ways_is_asked_with_each(text: str, routes: list[str]) -> None:
    assert told(text).routes == routes


def test_letters_of_an_assignment_part_no_ways() -> None:
    found = told(
        "Two years as a Dock Clerk.\n\nTo be eligible for assignment to level II, candidates must have either (a) "
        "three more years or (b) a bachelor's degree."
    )

    assert found.routes == ["24 months as Dock Clerk"]


def test_or_behind_the_last_lettered_way_begins_another_and_parts_none() -> None:
    text = "either (a) a pilot license, or (b) a diver license. Or a bachelor's degree."

    assert find_choice(text, Span(0, len(text))) is None


def test_of_more_than_a_dozen_lettered_ways_none_is_parted() -> None:
    ways = [f"({number}) license {number}" for number in range(1, 16)]
    text = "; or ".join(ways)
    few = "; or ".join(ways[:12])

    assert find_choice(text, Span(0, len(text))) is None
    found = find_choice(few, Span(0, len(few)))
    assert found is not None
    assert [few[slice(*one)] for one in found.parts] == [f"license {number}" for number in range(1, 13)]


@pytest.mark.parametrize(
    ("text", "routes"),
    [
        (
            (
                "A combination of education and experience substantially equivalent to graduation from high school "
                "and two years of harbor work."
            ),
            ["high_school + 24 months", "EQUIVALENT_COMBINATION"],
        ),
        (
            "Any combination of training and experience equivalent to a bachelor's degree in salt.",
            ["bachelor in salt", "EQUIVALENT_COMBINATION"],
        ),
        (
            "Any combination of education and experience equivalent to a worthy preparation.",
            ["EQUIVALENT_COMBINATION"],
        ),
    ],
)
def test_what_a_combination_must_equal_is_one_way_and_the_combination_is_judged(text: str, routes: list[str]) -> None:
    assert told(text).routes == routes
