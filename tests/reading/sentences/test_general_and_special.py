"""General and special experience, promotion, schooling and licenses under headings of their own."""

import pytest

from tests.reading.routes_said import told


def sections(*named: tuple[str, str]) -> str:
    return "\n\n".join(f"{heading}\n\n{words}" for heading, words in named)


@pytest.mark.parametrize(
    ("special", "route"),
    [
        ("Two years of the General Experience must have been as a Dock Clerk.", "60 months + 24 of 60 as Dock Clerk"),
        ("Two years as a Dock Clerk.", "60 months + 24 on top of 60 as Dock Clerk"),
        ("Two years of the above experience as a Dock Clerk.", "60 months + 24 on top of 60 as Dock Clerk"),
        ("Two years of this experience must have been at sea.", "60 months + 24 on top of 60"),
    ],
)
def test_special_experience_is_on_top_unless_it_is_said_to_be_of_the_general(special: str, route: str) -> None:
    found = told(sections(("GENERAL EXPERIENCE", "Five years of rigging."), ("SPECIAL EXPERIENCE", special)))

    assert found.routes == [route]
    assert found.notes == ["SPECIAL_ADDED"]


@pytest.mark.parametrize(
    ("allowed", "said"),
    [
        (
            "College study may be substituted for the General Experience year for year, to a maximum of four years.",
            "study 30 hours = 12 for 60, at most 48",
        ),
        ("A master's degree may be substituted for one year of the special experience.", "degree master = 12 for 24"),
        ("A master's degree may be substituted for one year of the general experience.", "degree master = 12 for 60"),
    ],
    ids=["study", "special", "general"],
)
def test_a_substitution_stands_for_the_general_or_the_special_part_that_it_names(allowed: str, said: str) -> None:
    found = told(
        sections(
            ("GENERAL EXPERIENCE", "Five years of rigging."),
            ("SPECIAL EXPERIENCE", "Two years at sea."),
            ("SUBSTITUTION", allowed),
        )
    )

    assert found.substitutions == [said]


def test_promotion_is_a_way_of_its_own_for_those_within() -> None:
    found = told("OPEN COMPETITIVE:\n\nThree years of rigging.\n\nPROMOTIONAL:\n\nOne year as a Dock Clerk.")
    permanent = told(
        "Three years of rigging.\n\nPROMOTIONAL QUALIFICATIONS\n\nPermanent status and one year as a Dock Clerk."
    )

    assert found.routes == ["36 months", "12 months as Dock Clerk for internal"]
    assert permanent.routes == ["36 months", "standing + 12 months as Dock Clerk for internal"]


@pytest.mark.parametrize(
    ("text", "routes"),
    [
        (
            "Education\n\nA bachelor's degree.\n\nExperience\n\nTwo years at sea.\n\nLicense\n\nA valid boat license.",
            ["bachelor + 24 months + license valid boat license"],
        ),
        ("Education\n\nA bachelor's degree.\n\nOR\n\nExperience\n\nTwo years of rigging.", ["bachelor", "24 months"]),
        ("Education: A bachelor's degree; or\nExperience: Two years of rigging.", ["bachelor", "24 months"]),
        ("Education: A bachelor's degree.\nExperience: Two years of rigging.", ["bachelor + 24 months"]),
    ],
    ids=range(4),
)
def test_parts_under_their_own_headings_are_asked_together_unless_or_stands_between(
    text: str, routes: list[str]
) -> None:
    assert told(text).routes == routes


def test_what_a_note_asks_is_asked_and_what_it_leaves_out_is_shown() -> None:
    asked = told("Two years of rigging.\n\nNOTES:\n1. Knowledge of ropes.\n2. A valid pilot license is required.")
    left_out = told("Two years of rigging.\n\nNOTE: Experience as a Dock Clerk does not qualify.")

    assert asked.routes == ["24 months + license valid pilot license"]
    assert (left_out.routes, left_out.conditions) == (["24 months"], ["EXCLUSION"])
