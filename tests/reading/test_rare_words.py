"""Words looked for before a pattern: every match of the pattern holds one of them."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ladder.reading.jurisdictions.los_angeles import process_notes
from ladder.reading.outlines import patterns
from ladder.reading.rare_words import may_hold
from ladder.reading.requirement_grammar import asides, lost_amounts, reader, substitutions
from ladder.reading.requirement_grammar.grammar import phrase
from tests.measure import measure

GUARDED = {
    "patterns": (patterns._FIRST, patterns.FIRST_WORDS),
    "wished for": (asides._WISHED_FOR, asides.WISHED_FOR_WORDS),
    "wish beside": (reader._WISH_BESIDE, reader.WISH_WORDS),
    "other ways": (lost_amounts._ALTERNATIVE, lost_amounts.ALTERNATIVE_WORDS),
    "stands for": (phrase("MAY_BE_SUBSTITUTED"), substitutions.STANDS_FOR_WORDS),
    **{f"note {one.code}": (one.states, one.words) for one in process_notes.KINDS},
}


@pytest.mark.parametrize(("pattern", "words"), GUARDED.values(), ids=GUARDED)
def test_what_a_pattern_matches_holds_one_of_its_words(pattern: re.Pattern[str], words: tuple[str, ...]) -> None:
    @settings(max_examples=measure(200))
    @given(st.from_regex(pattern))
    def each(text: str) -> None:
        even = " ".join(text.split())
        assert may_hold(even, words) or pattern.search(even) is None

    each()


@settings(max_examples=measure(200))
@given(st.from_regex(lost_amounts._ASKED))
def test_what_is_asked_by_the_way_holds_a_word_or_initials(text: str) -> None:
    assert lost_amounts._may_ask(text)


@pytest.mark.parametrize(
    "text", ["VALID LICENSE", "valid l\u0131cense", "L\u0130CENSE", "licen\u017fe or licen\u00e7e"]
)
def test_letters_of_any_case_are_looked_through(text: str) -> None:
    assert may_hold(text, ("licen",))


def test_no_word_none_of_them() -> None:
    assert not may_hold("", ("licen",))
    assert not may_hold("Two ye\u00e4rs", ("licen",))
