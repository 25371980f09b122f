"""Amounts and asks among words: which are found, and which are none."""

from collections.abc import Callable, Iterable, Iterator

import pytest

from ladder.reading.passages import Span
from ladder.reading.requirement_grammar.lost_amounts import find_lost_amounts, find_lost_asks, find_other_ways

Finder = Callable[[str, Iterable[Span]], Iterator[Span]]


def found(finder: Finder, text: str, *held: str) -> list[str]:
    places = [Span(text.index(words), text.index(words) + len(words)) for words in held]
    return [text[slice(*one)] for one in finder(text, places)]


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


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("Two years of work, half of it at sea", ["half of it"]),
        ("Two years of work, one of them at sea", ["one of them"]),
        ("Six years of work, two of those years at sea", ["two of those"]),
        ("Two years of work and a boat license", ["and a boat license"]),
        ("Two years of work plus the valid boat certificate", ["plus the valid boat certificate"]),
        ("Two years of work with any degree", ["with any degree"]),
        ("Two years of work supplemented by a boat license", ["supplemented by a boat license"]),
        ("Two years of work as well as a boat license", ["as well as a boat license"]),
        ("Two years of work, a boat registration", [", a boat registration"]),
        ("Two years of work & a boat diploma", ["& a boat diploma"]),
        ("Two years of work; must also hold a boat", ["; must also hold a boat"]),
        ("Two years of work and membership in the guild", ["and membership in the guild"]),
        ("Two years of work including completion of a boat course", ["completion of a boat course"]),
        ("Two years of work plus 30 college credits in tides", ["30 college credits in tides"]),
        ("Three years of work, one (1) was at sea", [", one (1) was at sea"]),
        ("Three years of work, at least two shall have been at sea", [", at least two shall have been at sea"]),
        ("Two years as a Dock Clerk, service as a Dock Trainee", [", service as a Dock Trainee"]),
        ("One year as a Dock Clerk a high school diploma", ["a high school diploma"]),
        ("Two years of work; and c. A valid boat license", ["and c. A valid boat license"]),
        ("Two years of work and (b) a boat license", ["and (b) a boat license"]),
        ("Two years of work. a boat license", ["a boat license"]),
        ("Three years of work, one has been at sea", [", one has been at sea"]),
        ("Two years of work Certification as a pilot", ["Certification as a pilot"]),
        ("Two years of work, service as a clerk", []),
        ("Two years of work with a licensed pilot", []),
        ("Two years of work for half of the port", []),
        ("Two years of work with the degrees of a compass", []),
    ],
)
def test_what_is_asked_among_words_of_service_is_lost(text: str, lost: list[str]) -> None:
    assert found(find_lost_asks, text) == lost


def test_what_a_place_holds_to_its_end_is_not_lost() -> None:
    text = "Two years of work and a boat license"

    assert found(find_lost_asks, text, "a boat license") == []
    assert found(find_lost_asks, text, "Two years of work") == ["and a boat license"]


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("One year as lead or proven ability", ["or proven ability"]),
        ("One year as lead or demonstrated experience", ["or demonstrated experience"]),
        ("One year of proven ability", []),
        ("One year as lead or ability", []),
    ],
)
def test_a_quality_that_may_stand_for_a_part_is_lost(text: str, lost: list[str]) -> None:
    assert found(find_other_ways, text) == lost
    assert found(find_other_ways, text, text) == []
