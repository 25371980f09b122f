"""Amounts of service among words: which are found, and which are none."""

import pytest

from ladder.reading.passages import Span
from ladder.reading.requirement_grammar.lost_amounts import find_lost_amounts
from tests.reading.requirement_grammar.finding import found


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("A degree by the way two years of experience", ["two years of experience"]),
        ("A degree by the way 2+ years of harbor service", ["2+ years of harbor service"]),
        ("A degree by the way eighteen (18) months of practice", ["eighteen (18) months of practice"]),
        ("A degree by the way two and one-half years of work", ["two and one-half years of work"]),
        ("A degree by the way three to five years of teaching", ["three to five years of teaching"]),
        ("A degree by the way several years worked afloat", ["several years worked afloat"]),
        ("A degree by the way two years as a Dock Clerk", ["two years as a Dock Clerk"]),
        ("A degree by the way 18 mos of exp", ["18 mos of exp"]),
        (
            "A degree by the way fourteen (14) months of rigging experience",
            ["fourteen (14) months of rigging experience"],
        ),
        ("A degree by the way nineteen months of work", ["nineteen months of work"]),
        (
            "A degree by the way two years of experience and one year of service",
            ["two years of experience", "one year of service"],
        ),
        ("A person two years old with experience", []),
        ("A person eighteen years of age with experience", []),
        ("A two-year college with experience", []),
        ("A two year program with experience", []),
        ("Two years of course work", []),
        ("Two years of study", []),
        ("Two years. Experience", []),
        ("A five year plan of work", []),
        ("A degree by the way two year experience", []),
        ("A five years plan of work", []),
        ("By the way one year of work", ["one year of work"]),
        ("By the way 1 month of work", ["1 month of work"]),
    ],
)
def test_an_amount_of_service_that_nothing_holds_is_lost(text: str, lost: list[str]) -> None:
    assert found(find_lost_amounts, text) == lost


def test_an_amount_that_a_place_holds_is_not_lost() -> None:
    text = "One year of service by the way two years of experience"

    assert found(find_lost_amounts, text, "One year") == ["two years of experience"]
    assert found(find_lost_amounts, text, "two years") == ["One year of service by the way two years of experience"]
    assert found(find_lost_amounts, text, text) == []


def test_in_words_of_service_any_amount_counts_it() -> None:
    text = "Two years of rigging, at least one year afloat, in a five year plan"
    service = (Span(0, len(text)),)

    assert [text[slice(*one)] for one in find_lost_amounts(text, [Span(0, 9)], service)] == ["one year afloat"]
    assert [text[slice(*one)] for one in find_lost_amounts(text, [Span(0, 9)])] == []
