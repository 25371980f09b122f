"""The letters that a match can begin with: no match begins with others."""

import re

import pytest
from hypothesis import given, settings

from ladder.reading.requirement_grammar import grammar, quantities
from ladder.reading.requirement_grammar.first_letters import first_letters
from tests.measure import SLOW, measure
from tests.reading.made_texts import texts_of

TERMINALS = {
    one.name: one.pattern.to_regexp()
    for parser in (grammar._tables().parser, quantities._tables().parser)
    for one in parser.terminals
}
PATTERNS = ("a?b", "(?i:of) ", r"\(?[^a-z]x", "(?!x)[x-z]{0,2}q", r"[\d_]+| ?(?:or|and)", r"(?<=a)\W", "(?i: ?ß)", ".+")


@pytest.mark.untraced
@pytest.mark.parametrize("pattern", [*PATTERNS, *TERMINALS.values()], ids=[*PATTERNS, *TERMINALS])
def test_a_match_begins_with_one_of_the_letters(pattern: str) -> None:
    @settings(max_examples=measure(50, share=SLOW))
    @given(texts_of(re.compile(pattern)))
    def each(text: str) -> None:
        compiled = re.compile(pattern)
        for place in range(len(text)):
            found = compiled.match(text, place)
            if found is not None and found.group():
                letters = text[place : place + 2] if text[place] == " " else text[place]
                assert first_letters(pattern).can_stand(letters)

    each()


def test_letters_that_no_match_begins_with_are_told() -> None:
    one = first_letters("(?i: ?or) |[0-9]")
    assert (one.first, one.after_blank) == (" 0123456789Oo", "Oo")
    assert [one.can_stand(letters) for letters in ("o", "n", " o", " n", " ", "é")] == [True, False] * 2 + [True, True]


def test_a_class_of_letters_and_what_is_none_of_it_are_told_apart() -> None:
    digits, others = first_letters(r"[\d_]"), first_letters(r"[^\W\d]")
    assert digits.first == "0123456789_"
    assert set(others.first).isdisjoint("0123456789 -")
    assert {"A", "z", "_"} <= set(others.first)


def test_a_pattern_that_can_be_empty_may_stand_anywhere() -> None:
    assert len(first_letters("(?=a)").first) == len(first_letters("(a)?\\1").first) == 128
