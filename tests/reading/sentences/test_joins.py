"""How what a text asks is joined: together, as alternatives, or with two readings ("A or B and N years")."""

import pytest

from tests.reading.routes_said import told

_DOCK = "two years of experience in harbor work"


@pytest.mark.parametrize(
    "joiner",
    [
        " and ",
        " plus ",
        ", ",
        "; ",
        ": ",
        " & ",
        " AND ",
        " followed by ",
        " as well as ",
        " together with ",
        " along with ",
        " coupled with ",
        " combined with ",
        " supplemented by ",
        " in addition to ",
        " with ",
        ", and ",
        " and at least ",
        " and a minimum of ",
        " and an additional ",
        ". In addition, ",
        ". Also, ",
    ],
)
def test_service_is_asked_with_a_degree_whatever_joins_them(joiner: str) -> None:
    found = told(f"A bachelor's degree{joiner}{_DOCK}.")

    assert found.routes == ["bachelor + 24 months"]
    assert found.whats == ["in harbor work"]
    assert found.is_whole


@pytest.mark.parametrize(
    ("text", "routes"),
    [
        ("A bachelor's degree AND 1 year or more of harbor work.", ["bachelor + 12 months"]),
        ("A bachelor's degree with a major in law plus two years of harbor work.", ["bachelor in law + 24 months"]),
        ("Bachelor's degree in law, two years of tide gauging experience.", ["bachelor in law + 24 months"]),
        ("Harbor experience of two years. A valid pilot license.", None),
        ("A master's degree, or a bachelor's degree and two years of harbor work.", ["master", "bachelor + 24 months"]),
        (
            "A bachelor's degree in law, or a bachelor's degree in history with two years of harbor experience.",
            ["bachelor in law", "bachelor in history + 24 months"],
        ),
        ("Two years of harbor work or graduation from high school.", ["24 months", "high_school"]),
        ("Two years of harbor experience and/or one year as a Dock Clerk.", ["24 months", "12 months as Dock Clerk"]),
        ("Two years of harbor work plus three years of crane work.", ["24 months + 36 months"]),
        ("Two years of harbor work and a valid pilot license.", ["24 months + license valid pilot license"]),
        ("Two years of harbor work and completion of the rigging course.", ["24 months + PROGRAM"]),
        (
            "Candidates must have two years of harbor work and possess a pilot license.",
            ["24 months + license pilot license"],
        ),
        (
            "Education: a bachelor's degree in law. Experience: three years as a Dock Clerk.",
            ["bachelor in law + 36 months as Dock Clerk"],
        ),
        ("GS-5: Two years of harbor work.", ["24 months"]),
        ("This position requires two years of harbor work.", ["24 months"]),
    ],
)
def test_what_is_joined_keeps_its_place(text: str, routes: list[str] | None) -> None:
    found = told(text)

    assert (found.routes if routes is not None else found.is_whole) == (routes if routes is not None else False)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("A master's degree", "a bachelor's degree"),
        ("A bachelor's degree", "completion of the rigging course"),
    ],
)
def test_years_after_one_or_the_other_are_asked_of_both_and_said_to_be_ambiguous(first: str, second: str) -> None:
    found = told(f"{first} or {second} and two years of clerical experience.")

    assert len(found.routes) == 2
    assert all(route.endswith(" + 24 months") for route in found.routes)
    assert found.notes == ["AMBIGUOUS_JOIN"]


def test_a_diploma_or_its_equal_is_one_thing_asked() -> None:
    found = told("Graduation from high school or possession of an equivalency diploma and two years of clerical work.")
    assert found.routes == ["high_school + 24 months"]
    assert found.notes == []


@pytest.mark.parametrize(
    "words",
    [
        "A diploma or general educational development certificate",
        "A diploma or a general educational development certificate",
        "A high school diploma or a general educational development certificate",
        "A high school diploma, or general educational development (GED) certificate",
        "Graduation from high school or a GED",
        "Possession of a high school diploma or possession of a GED certificate",
        "Diploma or G.E.D.",
    ],
)
def test_a_diploma_or_its_equal_by_test_is_one_way(words: str) -> None:
    assert told(f"{words}.").routes == ["high_school"]
    assert told(f"{words}.").notes == []
    found = told(f"{words} and two years of clerical experience.")
    assert (found.routes, found.notes) == (["high_school + 24 months"], [])


@pytest.mark.parametrize("words", ["A nursing diploma or a GED", "A diploma from a rigging school or a GED"])
def test_a_diploma_of_another_kind_is_not_high_school(words: str) -> None:
    found = told(f"{words}.")
    assert found.routes != ["high_school"]
    assert found.notes == ["UNREAD_REQUIREMENT"]


def test_ways_in_a_list_that_ask_the_same_are_one_and_keep_their_words() -> None:
    found = told(
        "Either:\n1. A high school diploma and two years of clerical experience; or\n"
        "2. A GED and two years of clerical experience; or\n3. Three years of clerical experience."
    )
    assert found.routes == ["high_school + 24 months", "36 months"]
    rules = found.reading.record.qualifications if found.reading.record else None
    assert rules is not None
    assert [one.what for one in rules.requirements if one.kind == "education"] == ["A high school diploma or A GED"]
    assert {name for route in rules.routes for name in route.requires} == {one.id for one in rules.requirements}


@pytest.mark.parametrize("where", ["\nFull time.", " Full time.", "\n* Full-time."])
def test_full_time_alone_does_not_say_what_it_limits_and_stays_unread(where: str) -> None:
    found = told(f"Two years of clerical experience.{where}")
    assert found.notes == ["UNREAD_REQUIREMENT"]
    assert found.reading.record is not None
    assert found.reading.record.completeness == "partial"


@pytest.mark.parametrize(
    ("text", "routes"),
    [
        ("A master's degree, or a bachelor's degree and two years of harbor work.", ["master", "bachelor + 24 months"]),
        ("A master's degree; or a bachelor's degree and two years of harbor work.", ["master", "bachelor + 24 months"]),
        (
            "Three years of crane work or a bachelor's degree and two years of harbor work.",
            ["36 months", "bachelor + 24 months"],
        ),
    ],
)
def test_a_mark_before_or_or_service_before_it_leaves_no_doubt(text: str, routes: list[str]) -> None:
    found = told(text)

    assert found.routes == routes
    assert "AMBIGUOUS_JOIN" not in found.notes


def test_what_stands_before_service_or_other_service_is_asked_of_both_and_said_to_be_ambiguous() -> None:
    found = told("A valid pilot license and two years of harbor work or four years of crane work.")

    assert found.routes == ["license valid pilot license + 24 months", "license valid pilot license + 48 months"]
    assert found.notes == ["AMBIGUOUS_JOIN"]
    parted = told("A valid pilot license and two years of harbor work, or four years of crane work.")
    assert parted.routes == ["license valid pilot license + 24 months", "48 months"]
    assert parted.notes == []


def test_years_after_or_and_a_comma_are_asked_of_each_way_and_said_so() -> None:
    found = told("A bachelor's degree or an associate degree, and two years of harbor work.")

    assert found.routes == ["bachelor + 24 months", "associate + 24 months"]
    assert found.notes == ["AMBIGUOUS_JOIN"]


@pytest.mark.parametrize(
    "text", ["Two years of harbor work. Or a bachelor's degree.", "Two years of harbor work\nOR\na bachelor's degree"]
)
def test_a_sentence_that_begins_with_or_is_an_alternative_to_all_before_it(text: str) -> None:
    assert told(text).routes == ["24 months", "bachelor"]


@pytest.mark.parametrize(
    "other", ["demonstrated ability to keep a dock", "proven ability to keep a dock", "demonstrated experience"]
)
def test_a_quality_that_may_stand_for_service_leaves_the_place_undecided(other: str) -> None:
    found = told(f"Two years of harbor work or {other}.")

    assert found.routes == [f"24 months + UNREAD or {' '.join(other.split()[:2])}"]
    assert not found.is_whole
