"""Schooling that a text asks: high school in all its forms, degrees, units, courses."""

import pytest

from tests.reading.routes_said import told


@pytest.mark.parametrize(
    "text",
    [
        "Graduation from high school",
        "High school graduation",
        "A high school diploma",
        "A high school graduate",
        "Possession of a high school diploma",
        "Completion of high school",
        "Completion of a standard high school education",
        "Graduation from a standard senior high school or the equivalent",
        "Graduation from high school or its equivalent",
        "Graduation from high school or an equivalent",
        "A high school diploma or equivalent",
        "A high school diploma or GED",
        "A high school diploma/GED",
        "A high school diploma (or GED)",
        "A high school diploma or G.E.D. certificate",
        "A high school or equivalency diploma",
        "A high school equivalency diploma",
        "An equivalency diploma",
        "A GED",
        "Equivalent to graduation from high school",
        "Education equivalent to completion of the twelfth grade",
        "Equivalent to the completion of the twelfth grade",
        "Completion of the twelfth grade",
        "Completion of the 12th grade or its equivalent",
        "Grade 12",
        "Grade 12 or the equivalent",
        "A four-year high school diploma",
        "Graduation from a secondary school",
    ],
)
def test_high_school_in_all_its_forms(text: str) -> None:
    found = told(f"{text}.")

    assert found.routes == ["high_school"]
    assert found.is_whole
    assert told(f"{text} and one year of harbor experience.").routes[-1] == "high_school + 12 months"


@pytest.mark.parametrize("grade", ["eighth", "tenth", "sixth", "8th", "10th"])
def test_a_lower_grade_is_for_a_person(grade: str) -> None:
    assert told(f"Completion of the {grade} grade.").routes == ["SCHOOL"]


@pytest.mark.parametrize(
    ("text", "route"),
    [
        ("Graduation from an accredited four-year college or university", "bachelor"),
        ("Graduation from a college", "bachelor"),
        ("College graduation", "bachelor"),
        ("Graduation from a four-year college with a major in law", "bachelor in law"),
        ("Graduation from a law school", "law"),
        ("Graduation from a community college", "associate"),
        ("Graduation from a two-year college", "associate"),
        ("Graduation from a junior college", "associate"),
        ("A juris doctor degree", "law"),
        ("A doctoral degree", "doctorate"),
        ("An M.L.S. degree", "master in library science"),
        ("A master's degree in library science", "master in library science"),
        ("A bachelor's degree in law, history, or a related field", "bachelor in law, history or related"),
        ("A bachelor's degree in either law or history", "bachelor in law, history"),
        ("A bachelor's degree in one of the following: law, history or music", "bachelor in law, history, music"),
        ("A bachelor's degree in law/history", "bachelor in law, history"),
        ("A bachelor's degree in public policy/administration", "bachelor in public policy/administration"),
        ("A bachelor's degree with any major", "bachelor"),
        ("Completion of 60 semester hours", "60 hours"),
        ("60 college credits", "60 hours"),
        ("90 quarter units", "60 hours"),
        ("Completion of 24 semester units in accounting", "24 hours in accounting"),
        ("An associate degree or 60 college credits", "60 hours"),
    ],
)
def test_degrees_and_units(text: str, route: str) -> None:
    found = told(f"{text}.")

    assert found.routes == [route]
    assert found.is_whole


@pytest.mark.parametrize(
    ("text", "route"),
    [
        (
            "A bachelor's degree, including 24 semester hours in accounting and 6 semester hours in law.",
            "bachelor + UNITS",
        ),
        ("A bachelor's degree with 24 semester hours in accounting.", "bachelor + UNITS"),
    ],
)
def test_hours_within_a_degree_are_for_a_person(text: str, route: str) -> None:
    assert told(text).routes == [route]


@pytest.mark.parametrize("school", ["trade school", "business school", "vocational school", "technical school"])
def test_a_school_that_gives_no_degree_gives_none(school: str) -> None:
    found = told(f"Graduation from a {school}.")

    assert len(found.routes) == 1
    assert not {"associate", "bachelor"} & set(found.routes[0].split())


@pytest.mark.parametrize(
    "text",
    [
        "A bachelor's degree in law, and a notary's certificate.",
        "A bachelor's degree in law from an accredited college and eligibility for a seal.",
    ],
)
def test_what_is_asked_among_the_words_of_a_degree_is_never_dropped(text: str) -> None:
    (route,) = told(text).routes

    assert route.split(" + ")[0] == "bachelor in law"
    assert len(route.split(" + ")) > 1
