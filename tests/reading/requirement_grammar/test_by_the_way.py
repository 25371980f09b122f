"""What is asked by the way, among words of service and of study: one list of phrases, in the grammar."""

import pytest

from ladder.reading.passages import Span
from ladder.reading.requirement_grammar.by_the_way import find_beside_study, find_lost_asks, find_other_ways
from tests.reading.requirement_grammar.finding import found


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


@pytest.mark.parametrize(
    "thing", ["license", "licence", "certificate", "certification", "registration", "course", "test", "internship"]
)
def test_a_thing_is_found_beside_service_and_beside_study_alike(thing: str) -> None:
    assert found(find_lost_asks, f"Two years of work and a boat {thing}") == [f"and a boat {thing}"]
    degree = f"A degree in tides and a boat {thing} of the port"
    beside = find_beside_study(degree, Span(0, len(degree)))
    assert beside is not None
    assert degree[slice(*beside)] == f"and a boat {thing} of the port"


@pytest.mark.parametrize(
    "words",
    ["and course work in knots", "with a certificate program in knots", "or a closely related field", "and knots"],
)
def test_words_of_a_degree_that_ask_no_more_are_let_be(words: str) -> None:
    degree = f"A degree in tides {words}"
    assert find_beside_study(degree, Span(0, len(degree))) is None


@pytest.mark.parametrize("words", ["and CPA", "or membership in the guild", "plus two seasons afloat", "and bonded"])
def test_words_of_a_degree_that_ask_more_are_found(words: str) -> None:
    degree = f"A degree in tides {words}"
    beside = find_beside_study(degree, Span(0, len(degree)))
    assert beside is not None
    assert degree[slice(*beside)].strip() == words
