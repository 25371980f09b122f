"""Paragraphs that are as good as those before them, where no word joins them."""

import pytest

from ladder.reading.drafts import AllOf, AnyOf, Statement
from ladder.reading.outlines.as_good import beside_what_is_as_good, first_words
from ladder.reading.passages import Document, Excerpt, Span


def _asked(words: str) -> Statement:
    return Statement(Excerpt(Document("made.txt", words), (Span(0, len(words)),)))


_STUDY, _SERVICE, _LICENSE = map(_asked, ("A bachelor's degree.", "Two years of harbor work.", "A pilot license."))
_EQUAL = _asked("Any equivalent combination of education and experience.")


def test_it_stands_beside_the_study_and_service_before_it() -> None:
    found = beside_what_is_as_good([_STUDY, _SERVICE, _LICENSE, _EQUAL, _LICENSE], [False] * 5)

    assert found == [None, None, _LICENSE, AnyOf((AllOf((_STUDY, _SERVICE)), _EQUAL)), _LICENSE]


def test_one_paragraph_before_it_is_the_other_way() -> None:
    assert beside_what_is_as_good([None, _STUDY, _EQUAL], [False] * 3) == [None, None, AnyOf((_STUDY, _EQUAL))]


@pytest.mark.parametrize(
    ("asked", "joined"),
    [
        ([], []),
        ([_EQUAL, _STUDY], [False, False]),
        ([_LICENSE, _EQUAL], [False, False]),
        ([_STUDY, _SERVICE], [False, False]),
        ([_STUDY, _EQUAL], [True, False]),
        ([_STUDY, AllOf((_EQUAL, _SERVICE))], [False, False]),
    ],
)
def test_nothing_else_changes(asked: list[Statement], joined: list[bool]) -> None:
    assert beside_what_is_as_good(asked, joined) == asked


def test_the_first_words_of_what_is_asked_are_those_of_its_first_statement() -> None:
    assert first_words(AllOf((AnyOf((_STUDY, _SERVICE)), _LICENSE))) == "A bachelor's degree."
