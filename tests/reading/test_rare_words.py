"""Words looked for before a pattern: every match of the pattern holds one of them."""

import ast
import re
from pathlib import Path

import pytest
from hypothesis import given, settings

import ladder
from ladder.reading.jurisdictions.los_angeles import process_notes
from ladder.reading.outlines import patterns
from ladder.reading.rare_words import may_hold
from ladder.reading.requirement_grammar import asides, by_the_way, reader, substitutions
from ladder.reading.requirement_grammar.grammar import phrase
from tests.measure import measure
from tests.reading.certain_words import ways_without
from tests.reading.made_texts import texts_of

_INITIALS = "INITIALS_BESIDE"
_BESIDE_SERVICE = [name for name in by_the_way._BESIDE_SERVICE if name != _INITIALS]
GUARDED = {
    "patterns": (patterns._FIRST, patterns.FIRST_WORDS),
    "wished for": (asides._WISHED_FOR, asides.WISHED_FOR_WORDS),
    "wish beside": (reader._WISH_BESIDE, reader.WISH_WORDS),
    "quality instead": (phrase("QUALITY_INSTEAD"), by_the_way.QUALITY_WORDS),
    "stands for": (phrase("MAY_BE_SUBSTITUTED"), substitutions.STANDS_FOR_WORDS),
    **{f"beside service, {name}": (phrase(name), by_the_way.BESIDE_SERVICE_WORDS) for name in _BESIDE_SERVICE},
    **{f"note {one.code}": (one.states, one.words) for one in process_notes.KINDS},
}
TRIED_FIRST = {
    "patterns.py": {"FIRST_WORDS"},
    "asides.py": {"WISHED_FOR_WORDS"},
    "reader.py": {"WISH_WORDS"},
    "by_the_way.py": {"QUALITY_WORDS", "BESIDE_SERVICE_WORDS"},
    "substitutions.py": {"STANDS_FOR_WORDS"},
    "process_notes.py": {"kind.words"},
}
"""What the modules of ladder look for first, all of it in ``GUARDED``."""

each_guarded = pytest.mark.parametrize(("pattern", "words"), GUARDED.values(), ids=GUARDED)


@each_guarded
def test_no_way_through_a_pattern_is_without_its_words(pattern: re.Pattern[str], words: tuple[str, ...]) -> None:
    assert ways_without(pattern, words) == frozenset()


@pytest.mark.untraced
@each_guarded
def test_what_a_pattern_matches_holds_one_of_its_words(pattern: re.Pattern[str], words: tuple[str, ...]) -> None:
    @settings(max_examples=measure(200))
    @given(texts_of(pattern))
    def each(text: str) -> None:
        even = " ".join(text.split())
        assert may_hold(even, words) or pattern.search(even) is None

    each()


def test_initials_asked_by_the_way_are_capitals_at_an_end() -> None:
    ways = ways_without(phrase(_INITIALS), by_the_way.BESIDE_SERVICE_WORDS)
    assert ways == {""}, "the phrase ends in capitals alone, or in words that are looked for"
    said = r"(?:(?i: (?:class [a-z]\b|certifi\w+|licen[cs]\w+))|(?=[.;]|$))"
    assert phrase(_INITIALS).pattern.endswith(rf"[A-Z]{{2,4}}\b{said}")


@settings(max_examples=measure(200))
@given(texts_of(phrase(_INITIALS)))
def test_initials_asked_by_the_way_are_seen(text: str) -> None:
    assert by_the_way._may_ask(text)


def test_whatever_is_looked_for_first_is_looked_at_here() -> None:
    found = dict[str, set[str]]()
    for file in Path(ladder.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            match node:
                case ast.Call(func=ast.Name(id="may_hold"), args=[_, words]):
                    found.setdefault(file.name, set()).add(ast.unparse(words))
    assert found == TRIED_FIRST


@pytest.mark.parametrize(
    ("pattern", "words", "left"),
    [
        ("(?i:two|three) of", ("two o",), {"e of"}),
        ("a?b{1,2}", ("ab", "bb"), {"b"}),
        ("x.y", ("xy", "x.y"), {"y"}),
        ("[a-z]one|[0-2]\\sone", ("one",), set()),
        ("(?:no)*", ("no",), {""}),
        ("[^a]a", ("a",), set()),
        (r"\bq(?=u)", ("qu",), {"q"}),
    ],
)
def test_a_way_without_words_is_found(pattern: str, words: tuple[str, ...], left: set[str]) -> None:
    assert ways_without(re.compile(pattern), words) == left


@pytest.mark.parametrize(
    "text", ["VALID LICENSE", "valid l\u0131cense", "L\u0130CENSE", "licen\u017fe or licen\u00e7e"]
)
def test_letters_of_any_case_are_looked_through(text: str) -> None:
    assert may_hold(text, ("licen",))


def test_no_word_none_of_them() -> None:
    assert not may_hold("", ("licen",))
    assert not may_hold("Two ye\u00e4rs", ("licen",))
