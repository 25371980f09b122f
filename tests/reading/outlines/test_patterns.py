"""Requirement text in patterns, and the words before lists: "Either I ... Or II", "any two of the following"."""

import pytest

from ladder.reading.outlines.lead_ins import (
    Manner,
    find_substitution,
    is_still_asked,
    read_lead_in,
    says_equivalent,
)
from ladder.reading.outlines.patterns import find_patterns
from tests.reading.outlining import outline, said, shape
from tests.reading.routes_said import told


@pytest.mark.parametrize(
    ("text", "numerals"),
    [
        ("Either I\nTwo years.\nOr II\nA degree.", "I II"),
        ("Either I Two years. Or II A degree. Or III A badge.", "I II III"),
        ("Pattern I\nTwo years.\nOR\nPattern II\nA degree.", "I II"),
        ("Pattern I\nTwo years.\nPattern II\nA degree.\nPattern III\nA badge.", "I II III"),
        ("Option A: Two years.\nOption B: A degree.", "A B"),
        ("Option 1 - Two years.\nOption 2 - A degree.", "1 2"),
        ("Option #1: Two years.\nOption #2: A degree.", "1 2"),
        ("Method 1. Two years. Method 2. A degree.", "1 2"),
        ("Alternative I) Two years.\nAlternative II) A degree.", "I II"),
        ("Track A: Two years.\nTrack B: A degree.\nTrack C: A badge.", "A B C"),
        ("Choice 1: Two years.\nChoice 2: A degree.", "1 2"),
        ("A badge; and either\nOption 1\nTwo years.\nor Option 2\nA degree.", "1 2"),
        ("Either I: Two years; or II: A degree.", "I II"),
        ("Option A: Two years.", ""),
        ("Option A: Two years.\nOption C: A degree.", ""),
        ("Either I or my sister kept the pier", ""),
        ("Two years. A degree.", ""),
        ("Grade I; or Grade II", ""),
        ("Pattern I\nTwo years.\nPattern III\nA degree.", ""),
        ("", ""),
    ],
)
def test_patterns_count_on_in_their_own_numerals(text: str, numerals: str) -> None:
    found = find_patterns(text)

    assert " ".join(one.numeral for one in found) == numerals
    assert all(one.mark.end == one.body.start for one in found)
    assert not found or found[-1].body.end == len(text)


def test_each_pattern_is_an_outline_of_its_own_and_its_marks_are_claimed() -> None:
    found = outline("A badge; and either\nOption I\n1. Two years; or\n2. A degree.\nor Option II\nA seal and a boat.")

    assert shape(found.asked) == "(. & ((1 | 2) | II))"
    assert said(found.asked) == ["A badge", "Two years", "A degree.", "A seal and a boat."]
    labels = [claim.value for claim in found.claims if claim.field == "label"]
    assert labels == ["; and either Option I", "1.", "2.", "or Option II"]


@pytest.mark.parametrize(
    ("text", "routes"),
    [
        ("Either I\nTwo years of rigging.\nOr II\nThree years of crane work.", ["24 months", "36 months"]),
        (
            "Pattern I\nOne year as a Dock Clerk.\nOR\nPattern II\nThree years of rigging.",
            ["12 months as Dock Clerk", "36 months"],
        ),
        ("Option A: Two years of rigging.\nOption B: A bachelor's degree.", ["24 months", "bachelor"]),
        (
            "Method 1. Two years of rigging. Method 2. A bachelor's degree and one year of rigging.",
            ["24 months", "bachelor + 12 months"],
        ),
        (
            "A valid pilot license; and either\nOption 1\nTwo years of rigging.\nor Option 2\nA bachelor's degree.",
            ["license valid pilot license + 24 months", "license valid pilot license + bachelor"],
        ),
    ],
)
def test_patterns_are_ways_and_what_stands_before_them_is_asked_besides(text: str, routes: list[str]) -> None:
    found = told(text)

    assert found.routes == routes
    assert found.is_whole


@pytest.mark.parametrize(
    ("text", "manner", "choice", "least"),
    [
        ("Either:", Manner.NOTHING, True, 0),
        ("One of the following:", Manner.NOTHING, True, 0),
        ("Any one of these:", Manner.NOTHING, True, 0),
        ("Applicants must meet one of the following:", Manner.NOTHING, True, 0),
        ("You must have either one of the following:", Manner.NOTHING, True, 0),
        ("One of the following combinations:", Manner.NOTHING, True, 0),
        ("All of the following:", Manner.NOTHING, False, 0),
        ("Each of these is required:", Manner.NOTHING, False, 0),
        ("Candidates must possess both of the following:", Manner.NOTHING, False, 0),
        ("Any two of the following:", Manner.NOTHING, False, 2),
        ("Three of these are required:", Manner.NOTHING, False, 3),
        ("Candidates must meet two of the following:", Manner.NOTHING, False, 2),
        ("Any five of the following:", Manner.NOTHING, False, 5),
        ("Successful completion of any two of the following three categories:", Manner.NOTHING, False, 2),
        ("Completion of two of the following items is required:", Manner.NOTHING, False, 2),
        ("Two years of work as one of the following:", Manner.EACH, True, 0),
        ("Two years of work in:", Manner.EACH, False, 0),
        ("Two years of work in any of the following:", Manner.TOGETHER, False, 0),
        ("Work in all of the following:", Manner.TOGETHER, False, 0),
        ("Work in two of the following:", Manner.TOGETHER, False, 0),
        ("Four years of work, which includes:", Manner.TOGETHER, False, 0),
        ("Two years of work; and", Manner.BESIDES, False, 0),
        ("Two years of work; and one of the following:", Manner.BESIDES, True, 0),
    ],
)
def test_how_words_before_a_list_belong_to_it(text: str, manner: Manner, choice: bool, least: int) -> None:  # noqa: FBT001 - a table's column
    found = read_lead_in(text)

    assert (found.manner, found.choice, found.least) == (manner, choice, least)


@pytest.mark.parametrize(
    ("text", "routes"),
    [
        (
            "Any two of the following:\na. One year of rigging\nb. A bachelor's degree\nc. A valid pilot license",
            [
                "12 months + bachelor",
                "12 months + license valid pilot license",
                "bachelor + license valid pilot license",
            ],
        ),
        (
            (
                "Three of the following:\na. One year of rigging\nb. Two years afloat\n"
                "c. A bachelor's degree\nd. A boat license"
            ),
            [
                "12 months + 24 months + bachelor",
                "12 months + 24 months + license boat license",
                "12 months + bachelor + license boat license",
                "24 months + bachelor + license boat license",
            ],
        ),
        ("All of the following:\na. One year of rigging\nb. A bachelor's degree", ["12 months + bachelor"]),
        (
            "You must meet one of the following:\na. One year of rigging\nb. A bachelor's degree",
            ["12 months", "bachelor"],
        ),
        (
            "1. A bachelor's degree.\n2. Three years of rigging.\n3. A satisfactory equivalent.",
            ["bachelor", "36 months", "EQUIVALENT_COMBINATION"],
        ),
        ("1. A bachelor's degree.\n2. Three years of rigging.", ["bachelor + 36 months"]),
    ],
)
def test_lists_are_ways_or_asked_together_as_their_first_words_say(text: str, routes: list[str]) -> None:
    assert told(text).routes == routes


def test_so_many_of_what_one_sentence_lists_are_for_a_person_and_no_part_is_a_way_alone() -> None:
    found = told("Completion of any two of the following: a year of algebra; or two years of rigging experience")

    assert len(found.routes) == 1
    assert found.routes[0].startswith("UNREAD Completion of any two")


def test_so_many_of_a_list_that_is_no_longer_is_for_a_person() -> None:
    found = told("Any two of the following:\na. One year of rigging\nb. Two years of crane work")

    assert len(found.routes) == 1
    assert found.routes[0].startswith("UNREAD Any two of the following")
    assert not found.is_whole


def test_of_a_list_too_long_for_all_its_pairs_a_person_judges() -> None:
    items = "\n".join(f"{letter}. {number} years of rigging" for number, letter in enumerate("abcdefg", start=2))
    found = told(f"Any two of the following:\n{items}")

    assert len(found.routes) == 1
    assert not found.is_whole


@pytest.mark.parametrize(
    "text",
    [
        "A satisfactory equivalent",
        "Any equivalent combination of education and experience",
        "An equivalent",
        "A suitable equivalent combination",
        "A combination of education and experience",
        "Any combination of training and experience",
        "Education and/or experience equivalent to 1 or 2 above",
        "Education and experience which is equivalent to 1",
    ],
)
def test_what_is_an_equivalent_of_the_ways_before_it(text: str) -> None:
    assert says_equivalent(text)


@pytest.mark.parametrize(
    "text", ["Two years of equivalent work", "Equivalency", "A degree or an equivalent", "A combined license"]
)
def test_what_only_holds_such_a_word_is_none(text: str) -> None:
    assert not says_equivalent(text)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("However, all candidates must have a badge.", True),
        ("All applicants must have a badge.", False),
        ("Every person shall have a badge.", False),
        ("Candidates must have a badge.", False),
        ("However, a badge is required.", True),
        ("A badge must be had.", False),
        ("All candidates are welcome.", False),
    ],
)
def test_what_is_asked_in_spite_of_what_was_allowed(text: str, *, asked: bool) -> None:
    assert is_still_asked(text) is asked


@pytest.mark.parametrize(
    ("text", "routes"),
    [
        (
            (
                "1. A bachelor's degree and one year of rigging; or\n"
                "2. Any equivalent combination of education and experience. "
                "However, all candidates must have two years at sea."
            ),
            ["bachelor + 12 months", "EQUIVALENT_COMBINATION + 24 months"],
        ),
        (
            (
                "1. A bachelor's degree; or\n2. Three years of rigging; or\n"
                "3. Education and experience equivalent to 1 or 2 above. "
                "However, every applicant must have at least one year of crane work."
            ),
            ["bachelor", "36 months", "EQUIVALENT_COMBINATION + 12 months"],
        ),
    ],
)
def test_what_is_still_asked_is_asked_with_the_equivalent_before_it(text: str, routes: list[str]) -> None:
    assert told(text).routes == routes


def test_a_paragraph_that_says_however_is_asked_with_the_equivalent_and_one_that_says_all_of_everybody() -> None:
    ways = "1. A bachelor's degree; or\n2. Any equivalent combination of education and experience.\n\n"

    assert told(f"{ways}However, all candidates must have one year of crane work.").routes == [
        "bachelor",
        "EQUIVALENT_COMBINATION + 12 months",
    ]
    assert told(f"{ways}All candidates must have one year of crane work.").routes == [
        "bachelor + 12 months",
        "EQUIVALENT_COMBINATION + 12 months",
    ]


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("Two years. A degree may be substituted for one year.", "A degree may be substituted for one year."),
        ("Two years. A degree may take the place of one year.", "A degree may take the place of one year."),
        ("Two years. A degree can stand for one year.", "A degree can stand for one year."),
        ("Two years. A degree may be used in lieu of one year.", "A degree may be used in lieu of one year."),
        (
            "Two years. A degree may be accepted as a substitute for one year.",
            "A degree may be accepted as a substitute for one year.",
        ),
        (
            "Two years. A degree may be substituted for one year. However, all candidates must have a badge.",
            "A degree may be substituted for one year. ",
        ),
        ("Two years. A degree is required and may be substituted for one year.", None),
        ("Two years. A minimum of one year must be served and may be substituted.", None),
        ("Two years of substitute teaching.", None),
    ],
)
def test_the_sentences_that_allow_a_substitution(text: str, allowed: str | None) -> None:
    found = find_substitution(text)

    assert (text[found.start : found.end] if found else None) == allowed
