"""Parts of the service that is asked: within it, never on top of it, and never more than it."""

import pytest

from tests.reading.routes_said import told

_WHOLE = "Four years of ledger experience"


@pytest.mark.parametrize(
    "part",
    [
        ", two of which were as a Dock Clerk",
        ", two years of which were as a Dock Clerk",
        ", of which two years must have been as a Dock Clerk",
        ", two of them as a Dock Clerk",
        ", two (2) of these years must have been as a Dock Clerk",
        ", two as a Dock Clerk",
        ", at least two as a Dock Clerk",
        ", two in the class of Dock Clerk",
        ", including two years as a Dock Clerk",
        ", including at least two years as a Dock Clerk",
        ", which must include two years as a Dock Clerk",
        " with two years as a Dock Clerk",
        ", with two of the four years as a Dock Clerk",
        ", two years as a Dock Clerk",
        " (two years of which were as a Dock Clerk)",
        "; two years of which were as a Dock Clerk",
        ". Two years of this experience must have been as a Dock Clerk",
        ". At least 24 months of this experience must have been as a Dock Clerk",
        ". Two years of the required experience must have been as a Dock Clerk",
        ". Two years of such service must have been as a Dock Clerk",
        ". Two years of the above experience must have been as a Dock Clerk",
    ],
)
def test_a_part_in_a_class_is_within_the_whole(part: str) -> None:
    found = told(f"{_WHOLE}{part}.")

    assert found.routes == ["48 months + 24 of 48 as Dock Clerk"]
    assert found.whats[0] == "ledger experience"
    assert found.is_whole


@pytest.mark.parametrize(
    ("part", "what"),
    [
        (", two years in a port office", "in a port office"),
        (", two of these years must have been at sea", "at sea"),
        (", including two years at sea", "at sea"),
        (" with two years in a mill", "in a mill"),
        (". Two years of this experience must have been in charge of a crew", "in charge of a crew"),
    ],
)
def test_a_part_of_a_kind_keeps_its_words(part: str, what: str) -> None:
    found = told(f"{_WHOLE}{part}.")

    assert found.routes == ["48 months + 24 of 48"]
    assert found.whats == ["ledger experience", what]


def test_two_parts_are_each_within_the_whole() -> None:
    found = told(f"{_WHOLE}, including one year at sea and one year in a mill.")

    assert found.routes == ["48 months + 12 of 48 + 12 of 48"]
    assert found.whats == ["ledger experience", "at sea", "in a mill"]


def test_service_with_an_employer_of_which_one_year_is_in_a_class() -> None:
    found = told("Two years of service with the Port, one as a Wharf Clerk.")

    assert found.routes == ["24 months + 12 of 24 as Wharf Clerk"]


def test_what_stands_after_or_is_an_alternative_to_the_whole_and_its_part() -> None:
    found = told(f"{_WHOLE}. One year of such experience must have been as a Dock Clerk or a bachelor's degree.")

    assert found.routes == ["48 months + 12 of 48 as Dock Clerk", "bachelor"]


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        (f"{_WHOLE}, including five years as a Dock Clerk.", "five years"),
        (f"{_WHOLE}, five of which were as a Dock Clerk.", "five of which"),
        (f"{_WHOLE}. Five years of this experience must have been at sea.", "Five years of this experience"),
        (
            f"{_WHOLE} and two years of crane work. One year of this experience must have been at sea.",
            "One year of this",
        ),
        (f"{_WHOLE}, including two years at sea or one year in a mill.", "one year in a mill"),
        (f"{_WHOLE}, half of it at sea.", "half of it"),
        (f"{_WHOLE}. Of this experience, two years must have been at sea.", "Of this experience"),
    ],
)
def test_a_part_that_cannot_be_placed_leaves_its_route_undecided(text: str, unread: str) -> None:
    found = told(text)

    assert len(found.routes) == 1
    assert f"UNREAD {unread}" in found.routes[0].replace("UNREAD , ", "UNREAD ")
    assert not found.is_whole


def test_service_that_does_not_say_it_is_a_part_is_asked_besides() -> None:
    assert told("Two years of harbor work. One year must have been at sea.").routes == ["24 months + 12 months"]
    assert told("Three years of harbor work. In addition, one year of crane work.").routes == ["36 months + 12 months"]


def test_a_part_of_service_named_above_is_asked_in_the_second_way_as_well() -> None:
    found = told(
        "1. Graduation from high school and four years of mapping experience, "
        "including two years as a lead worker; or\n"
        "2. A bachelor's degree and three years of experience as described in 1 above."
    )

    assert found.routes == [
        "high_school + 48 months + 24 of 48 as lead",
        "bachelor + 36 months + 24 of 36 as lead",
    ]


def test_a_part_longer_than_the_service_of_the_second_way_is_not_asked_of_it() -> None:
    found = told(
        "1. Four years of mapping experience, including two years as a lead worker; or\n"
        "2. A bachelor's degree and one year of experience as described in 1 above."
    )

    assert found.routes == ["48 months + 24 of 48 as lead", "bachelor + 12 months"]


def test_a_part_of_another_item_than_the_one_pointed_to_is_not_asked() -> None:
    found = told(
        "1. Four years of mapping, including two years as a lead worker; or\n2. Six years of digging; or\n"
        "3. A bachelor's degree and three years of experience as described in 2 above."
    )

    assert found.routes == ["48 months + 24 of 48 as lead", "72 months", "bachelor + 36 months"]
