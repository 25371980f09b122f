"""Combinations that are as good, ways printed as typical, wishes beside what is asked, licenses that come later."""

import pytest

from tests.reading.routes_said import told

_EQUAL = "Any equivalent combination of education and experience."


@pytest.mark.parametrize(
    ("text", "routes"),
    [
        (
            f"A bachelor's degree and two years of harbor work. {_EQUAL}",
            ["bachelor + 24 months", "EQUIVALENT_COMBINATION"],
        ),
        (
            f"A bachelor's degree in law.\n\nTwo years of harbor work.\n\nA pilot license.\n\n{_EQUAL}",
            [
                "license pilot license + bachelor in law + 24 months",
                "license pilot license + EQUIVALENT_COMBINATION",
            ],
        ),
        (
            f"Two years of harbor work. A pilot license. {_EQUAL}",
            ["24 months + license pilot license", "EQUIVALENT_COMBINATION + license pilot license"],
        ),
        (
            "A bachelor's degree in law; equivalent combination of training may be considered.\nFive years of work.",
            ["bachelor in law + 60 months", "EQUIVALENT_COMBINATION + 60 months"],
        ),
        (
            "One year of harbor work, or two years of college, or other equivalent combination of training.",
            ["12 months", "EDUCATION", "EQUIVALENT_COMBINATION"],
        ),
        ("A pilot license.\n\nA combination of forms may be used.", None),
        (f"A pilot license.\n\n{_EQUAL}", ["license pilot license + EQUIVALENT_COMBINATION"]),
        (f"1. Two years of harbor work; and\n2. A bachelor's degree.\n3. {_EQUAL}", None),
    ],
)
def test_what_is_as_good_is_another_way(text: str, routes: list[str] | None) -> None:
    found = told(text)

    assert routes is None or found.routes == routes


@pytest.mark.parametrize("typical", ["A typical way to obtain it is as follows:", "Typical ways of obtaining it are:"])
def test_a_typical_way_stands_beside_the_combination(typical: str) -> None:
    found = told(
        f"Any combination of training and experience that gives the knowledge is qualifying. {typical}\n"
        "Education:\nA bachelor's degree in law.\nExperience:\nTwo years of harbor work.\nLicense:\nA pilot license."
    )

    assert found.routes == [
        "EQUIVALENT_COMBINATION + license pilot license",
        "bachelor in law + 24 months + license pilot license",
    ]
    assert found.is_whole


def test_a_combination_without_a_way_printed_is_all_that_is_asked() -> None:
    found = told(
        "Any combination of training and experience will do. A typical way to do it is this.\nLicense: A pilot license."
    )

    assert found.routes == ["EQUIVALENT_COMBINATION + license pilot license"]


def test_a_combination_that_may_be_substituted_is_no_way() -> None:
    found = told(
        "Any combination of experience may be substituted for study. A typical way to do it is: one year at sea."
    )

    assert "EQUIVALENT_COMBINATION" not in found.routes
    assert not found.is_whole


@pytest.mark.parametrize("join", ["-OR-", "- or -", "***OR***", "(or)", "~ or ~", "--OR--"])
def test_a_framed_word_joins(join: str) -> None:
    found = told(f"A bachelor's degree in law.\n{join}\nFive years of harbor work.")

    assert found.routes == ["bachelor in law", "60 months"]
    assert found.is_whole


@pytest.mark.parametrize(
    "wish",
    [
        "Two years of crane experience would be an asset",
        "Two years of technical and clerical experience is highly desirable",
        "Two years of crane experience an advantage",
        "Training in knots is considered an asset",
        "A pilot license would be beneficial",
    ],
)
def test_a_wish_is_shown_and_not_asked(wish: str) -> None:
    found = told(f"A bachelor's degree. {wish}.")

    assert found.routes == ["bachelor"]
    assert found.conditions == ["PREFERENCE"]
    assert found.is_whole


def test_where_a_verb_may_wish_for_all_or_the_last_a_person_reads_it() -> None:
    found = told("Two years of harbor work. A master's degree in law and knowledge of tides is strongly preferred.")

    assert not found.is_whole


def test_what_is_required_before_a_wish_is_asked() -> None:
    found = told("A master's degree is required and knowledge of tides is preferred.")

    assert found.routes == ["master"]


def test_a_wish_with_or_in_it_opens_no_way() -> None:
    found = told(
        "Graduation from high school, preferably with a two-year degree or two years of college; three years of work."
    )

    assert found.routes == ["high_school + 36 months"]


@pytest.mark.parametrize(
    ("text", "routes", "conditions"),
    [
        ("Possession of, or ability to obtain, a valid pilot license.", ["24 months"], ["LICENCE"]),
        ("A valid pilot license, or the ability to obtain one within 30 days.", ["24 months"], ["LICENCE"]),
        ("Some positions require a pilot license.", ["24 months"], ["LICENCE"]),
        ("May require a pilot license.", ["24 months"], ["LICENCE"]),
        (
            "Valid pilot license with a good driving record.",
            ["24 months + license Valid pilot license with a good driving record"],
            [],
        ),
    ],
)
def test_when_a_license_is_asked(text: str, routes: list[str], conditions: list[str]) -> None:
    found = told(f"Two years of harbor work. {text}")

    assert found.routes == routes
    assert found.conditions == conditions
    assert found.is_whole


def test_what_is_asked_before_what_may_stand_for_it_stays_asked() -> None:
    found = told(
        "A bachelor's degree; however, harbor work may be substituted year for year for such degree. One year at sea."
    )

    assert all("bachelor" in route for route in found.routes)


def test_service_behind_what_stands_for_study_is_not_its_rate() -> None:
    found = told(
        "A bachelor's degree; provided that harbor experience may be substituted year for year for the degree,"
        " and three years of dock work."
    )

    assert not found.is_whole


@pytest.mark.parametrize(
    "lead_in", ["Successful candidates will have:", "At the time of application, applicants must:", "You will need:"]
)
def test_words_before_a_list_that_only_say_that_it_is_asked(lead_in: str) -> None:
    found = told(f"{lead_in}\n- Have had at least two years of harbor work\n- Possess a pilot license")

    assert found.routes == ["24 months + license pilot license"]


def test_what_some_positions_ask_below_a_line_of_its_own_is_not_asked_of_all() -> None:
    found = told("Required\nTwo years of harbor work.\nMay be required for specific jobs\nA valid pilot license.")

    assert found.routes == ["24 months"]


def test_two_headings_of_the_same_kind_on_one_line_are_one() -> None:
    found = told("Two years of harbor work.\n\nPhysical Requirements and Working Conditions:\nA license to walk.")

    assert found.routes == ["24 months"]
    assert found.is_whole


@pytest.mark.parametrize(
    "diploma", ["a comparable diploma", "an equivalency diploma", "a high school equivalency diploma"]
)
def test_a_diploma_as_good_is_the_same_thing(diploma: str) -> None:
    found = told(
        f"Graduation from a recognized high school or possession of {diploma}, supplemented by a course in knots."
    )

    assert found.routes == ["high_school + UNREAD supplemented by a course in knots"]
