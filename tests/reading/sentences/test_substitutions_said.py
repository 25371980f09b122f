"""What may stand for what: by number, by words, by hours, up to which maximum, and what such a sentence still asks."""

import pytest

from tests.reading.routes_said import told

_FOUR = "Four years of ledger experience.\n\n"
_TWO_ITEMS = "1. Four years of ledger experience; and\n2. Two years of crane experience.\n\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "30 semester hours may be substituted for one year of experience, to a maximum of two years.",
            "study 30 hours = 12 for 48, at most 24",
        ),
        (
            "30 semester hours may be substituted for one year of experience, to a limit of two years.",
            "study 30 hours = 12 for 48, at most 24",
        ),
        (
            "30 semester hours may be substituted for one year of experience, but not more than two years.",
            "study 30 hours = 12 for 48, at most 24",
        ),
        (
            "30 semester hours may be substituted for one year of experience, not to exceed two years.",
            "study 30 hours = 12 for 48, at most 24",
        ),
        (
            "30 semester hours may be substituted for each year of experience, up to two years.",
            "study 30 hours = 12 for 48, at most 24",
        ),
        (
            "Thirty semester hours may be substituted for each year of the required experience.",
            "study 30 hours = 12 for 48, at most 48",
        ),
        (
            "15 semester hours may be substituted for six months of experience, to a maximum of one year.",
            "study 15 hours = 6 for 48, at most 12",
        ),
        (
            "College study may be substituted for the required experience on a year-for-year basis, up to two years.",
            "study 30 hours = 12 for 48, at most 24",
        ),
        (
            "College study may be substituted for the required experience. Thirty (30) semester units equal one year.",
            "study 30 hours = 12 for 48, at most 48",
        ),
        (
            "A bachelor's degree may be substituted for two years of the required experience.",
            "degree bachelor = 24 for 48",
        ),
        (
            "A bachelor's degree may take the place of two years of the required experience.",
            "degree bachelor = 24 for 48",
        ),
        ("A bachelor's degree may stand for two years of the required experience.", "degree bachelor = 24 for 48"),
        ("A bachelor's degree may be used in lieu of two years of experience.", "degree bachelor = 24 for 48"),
        ("A bachelor's degree may be accepted in lieu of two years of experience.", "degree bachelor = 24 for 48"),
        ("A bachelor's degree may replace two years of experience.", "degree bachelor = 24 for 48"),
        ("A bachelor's degree counts as two years of experience.", "degree bachelor = 24 for 48"),
        ("A bachelor's degree will be counted as two years of experience.", "degree bachelor = 24 for 48"),
        ("A bachelor's degree is equivalent to two years of experience.", "degree bachelor = 24 for 48"),
        ("A bachelor's degree may be substituted for the ledger experience.", "degree bachelor = 48 for 48"),
        ("Two years as a Dock Clerk may be substituted for the required experience.", "service 24 Dock Clerk for 48"),
        (
            "Two years as a Dock Clerk may be substituted for two years of the required experience.",
            "service 24 Dock Clerk for 48, at most 24",
        ),
    ],
)
def test_what_stands_for_the_service_asked_and_how_much_of_it(text: str, said: str) -> None:
    found = told(f"{_FOUR}{text}")

    assert found.substitutions == [said]
    assert found.routes == ["48 months"]
    assert found.is_whole


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "A bachelor's degree may be substituted for two years of the experience in Requirement 1.",
            ["degree bachelor = 24 for 48"],
        ),
        (
            "A bachelor's degree may be substituted for one year of the experience in Requirement No. 2.",
            ["degree bachelor = 12 for 24"],
        ),
        (
            "A bachelor's degree may be substituted for one year of the experience in requirement #2.",
            ["degree bachelor = 12 for 24"],
        ),
        ("A bachelor's degree may be substituted for Requirement #2.", ["degree bachelor = 24 for 24"]),
        (
            "A bachelor's degree may be substituted for one year of the experience in item two above.",
            ["degree bachelor = 12 for 24"],
        ),
        (
            "A bachelor's degree may be substituted for one year of the experience listed in 1.",
            ["degree bachelor = 12 for 48"],
        ),
        (
            "A bachelor's degree may be substituted for one year of the experience in Requirements 1 and 2.",
            ["degree bachelor = 12 for 48", "degree bachelor = 12 for 24"],
        ),
        (
            "A bachelor's degree may be substituted for one year of the crane experience.",
            ["degree bachelor = 12 for 24"],
        ),
        ("A bachelor's degree may be substituted for one year of ledger experience.", ["degree bachelor = 12 for 48"]),
        (
            "A bachelor's degree may be substituted for one year of the required experience.",
            ["degree bachelor = 12 for 48", "degree bachelor = 12 for 24"],
        ),
    ],
)
def test_a_substitution_stands_for_the_requirement_that_it_names(text: str, said: list[str]) -> None:
    found = told(f"{_TWO_ITEMS}{text}")

    assert found.substitutions == said
    assert found.routes == ["48 months + 24 months"]


def test_a_number_means_the_lettered_parts_below_it_and_no_other_number() -> None:
    found = told(
        "1. Two years of ledger experience; or\n"
        "2. a) A bachelor's degree; and b) Three years of crane experience; or\n"
        "3. Five years of rope experience.\n\n"
        "A master's degree may be substituted for one year of the experience in Requirement 2."
    )

    assert found.substitutions == ["degree master = 12 for 36"]


@pytest.mark.parametrize(
    "text",
    [
        "A bachelor's degree may be substituted for one year of the lamp experience.",
        "A bachelor's degree may be substituted for one year of the experience in Requirement 4.",
        "12 semester units in the design or care of lamps may be substituted for one year of experience.",
        "2,080 hours of volunteer work may be substituted for one year of experience.",
        "Up to two years of ledger experience may be replaced by college study.",
        "Applicants may substitute a bachelor's degree for two years of the experience.",
        "One year as a Dock Clerk may be substituted for two years of the required experience.",
    ],
)
def test_a_substitution_that_no_record_holds_is_told_and_asked_of_nobody(text: str) -> None:
    found = told(f"{_TWO_ITEMS}{text}")

    assert found.substitutions == []
    assert found.routes == ["48 months + 24 months"]
    assert not found.is_whole


@pytest.mark.parametrize(
    "text",
    [
        "Additional qualifying experience may be substituted for the education.",
        "Four years of ledger experience may be substituted for the required education.",
    ],
)
def test_service_for_schooling_is_told_and_makes_no_route_easier(text: str) -> None:
    found = told(f"A bachelor's degree and two years of ledger experience.\n\n{text}")

    assert found.routes == ["bachelor + 24 months"]
    assert found.notes == ["SUBSTITUTION_NOT_HELD"]
    assert not found.is_whole


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Additional qualifying experience may be substituted for the education on a year-for-year basis.",
            "service 12 Additional qualifying experience for education",
        ),
        (
            "Rigging experience may be substituted for the education, year for year, up to two years.",
            "service 12 Rigging experience for education, at most 24",
        ),
        (
            "Two additional years of rigging experience can be substituted for each year of the required education.",
            "service 24 Two additional years of rigging experience for education",
        ),
        (
            "Two years of rigging experience may be substituted for one year of the required education.",
            "service 24 Two years of rigging experience for education, at most 12",
        ),
    ],
)
def test_service_stands_for_schooling_at_the_rate_said(text: str, said: str) -> None:
    found = told(f"A bachelor's degree and two years of ledger experience.\n\n{text}")

    assert found.routes == ["bachelor + 24 months"]
    assert found.substitutions == [said]
    assert found.is_whole


@pytest.mark.parametrize(
    "text",
    [
        "A bachelor's degree with major course work as indicated above may be substituted for two years of experience.",
        "A master's degree in law, including work of the above areas, from a college, may be substituted for one year.",
    ],
)
def test_a_degree_in_a_field_named_elsewhere_stands_for_nothing_where_no_field_is_read(text: str) -> None:
    found = told(f"{_FOUR}{text}")

    assert [one for one in found.substitutions if "for 48" in one and "as indicated" in text] == []
    assert "as indicated" not in text or not found.is_whole


def test_one_more_way_to_earn_a_credit_that_is_not_read_leaves_the_others() -> None:
    found = told(f"{_FOUR}A master's degree in law or passing a test of the guild may be substituted for one year.")

    assert not found.is_whole


def test_service_for_schooling_at_a_rate_that_is_not_read_is_told() -> None:
    text = "Additional experience may be substituted for the education on a two for one basis for each year."
    found = told(f"A bachelor's degree and two years of ledger experience.\n\n{text}")

    assert (found.routes, found.substitutions, found.is_whole) == (["bachelor + 24 months"], [], False)


def test_what_stands_for_everything_is_a_route() -> None:
    found = told(f"{_FOUR}A master's degree may be substituted for all requirements.")

    assert found.routes == ["48 months", "master"]


def test_what_is_still_asked_after_a_substitution_is_asked_of_everybody() -> None:
    found = told(
        "Four years of ledger experience. A bachelor's degree may be substituted for two years of experience. "
        "However, all candidates must have one year of crane experience."
    )

    assert found.routes == ["48 months + 12 months"]
    assert found.whats == ["ledger experience", "crane experience"]
    assert found.substitutions[0] == "degree bachelor = 24 for 48"


@pytest.mark.parametrize("break_", [" ", "\n\n"])
@pytest.mark.parametrize(
    ("behind", "asked"),
    [
        ("Two years of crane work.", "24 months"),
        ("A valid pilot license is required.", "license valid pilot license"),
        ("Candidates must have a valid pilot license.", "license valid pilot license"),
        ("A bachelor's degree in law.", "bachelor in law"),
    ],
)
def test_what_a_text_asks_after_a_substitution_is_asked(break_: str, behind: str, asked: str) -> None:
    allowed = "A master's degree may be substituted for two years of experience."
    found = told(f"Four years of rigging. {allowed}{break_}{behind}")

    assert found.routes == [f"48 months + {asked}"]
    assert "degree master = 24 for 48" in found.substitutions


@pytest.mark.parametrize(
    "asked",
    [
        "Four years of rigging; a bachelor's degree may be substituted for two years of experience.",
        "Four years of rigging, or a bachelor's degree may be substituted for two years of experience.",
        "Four years of rigging, for two of which a bachelor's degree may be substituted.",
        "Four years of rigging (a bachelor's degree may be substituted for two years of experience).",
        "Four years of rigging, but a bachelor's degree may be used in lieu of two years.",
    ],
)
def test_a_substitution_in_the_sentence_that_asks_takes_nothing_of_it(asked: str) -> None:
    found = told(f"1. A valid pilot license; and\n2. {asked}")

    assert len(found.routes) == 1
    first, _, rest = found.routes[0].partition(" + ")
    assert first == "license valid pilot license"
    assert rest == "48 months" or rest.startswith("UNREAD ")


@pytest.mark.parametrize("break_", [". ", ".\n\n"])
def test_a_substitution_that_begins_with_a_figure_leaves_what_is_asked_before_it(break_: str) -> None:
    found = told(
        f"Four years of ledger experience{break_}"
        "30 semester hours may be substituted for one year of experience, to a maximum of two years."
    )

    assert found.routes == ["48 months"]
    assert found.substitutions == ["study 30 hours = 12 for 48, at most 24"]


def test_credits_that_stand_for_months_are_a_substitution() -> None:
    found = told(f"{_FOUR}Fifteen college credits stand for six months of the ledger experience.")

    assert found.routes == ["48 months"]
    assert found.substitutions == ["study 15 hours = 6 for 48, at most 6"]


@pytest.mark.parametrize(
    "brought",
    [
        "Two years as a Dock Clerk, one year of which must have been at sea,",
        "Two years as a Dock Clerk, which must include one year at sea,",
    ],
)
def test_what_is_brought_is_asked_of_nobody_though_its_part_is_a_must(brought: str) -> None:
    found = told(f"{_FOUR}{brought} may be substituted for the required experience.")

    assert found.routes == ["48 months"]


def test_the_letter_of_an_item_means_what_stands_under_it() -> None:
    found = told(
        "a. Three years of experience as a Dock Clerk; or\nb. Nine years of office experience.\n\n"
        "A master's degree may take the place of one year of the experience named under b."
    )

    assert found.routes == ["36 months as Dock Clerk", "108 months"]
    assert found.substitutions == ["degree master = 12 for 108"]
