"""The counting matcher finds what Python's own finds, and its counts are exact."""

import random
import re

import pytest

from tests.patterns.attacks import Attack, attacks_on, samples, words_of
from tests.patterns.counted import Counted, TooManyTrialsError, parsed
from tests.patterns.judging import trials

pytestmark = pytest.mark.untraced

LETTERS = "aabbcdA \n"
TEXTS = 400
PATTERNS = [
    *(r"a*", r"a*?b?", r"(a+)+b", r"(?:a|ab)(?:c|bcd)?(d*)", r"(a)?b(?(1)c|d)", r"(?<=ab)c|a", r"(?<!a)b+"),
    *(r"(?=ab)\w", r"(?!ab)\w+", r"\b\w+\b", r"\Bb", r"^a|b$", r"(?m)^a|b$", r"(?i)(a)B\1", r"(?:ab){2,4}?c?"),
    *(r"(?>a+)b", r"(?:ab)++c?", r"a{2,3}+b", r"(?:a*)*b", r"(?:a*?)*?b", r"(?:(a)|b)*\1", r"[^a]\s.", r"(?s).+c"),
    *(r"\Aa|c\Z", r"(|a)+b", r"(?:|a){3}b", r"((a|b)+c?)+d|(?:\1)x", r"(?:a?b??)*c", r"(?i:a)b", r"(ab|a)(bc|c)?"),
    *(r"\d|\W+", r"(?<=(?:ab|cd)a{2})b", r"(?<=a\b)", r"(?:(a|b)c?\1)+", r"(?-i:a)+", r"(?!)|a", r"(?a:\w)+\b"),
]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_it_finds_what_python_finds(pattern: str) -> None:
    made, ours, theirs = random.Random(pattern), Counted.of(pattern, clamp=100), re.compile(pattern)
    for _ in range(TEXTS):
        text = "".join(made.choice(LETTERS) for _ in range(made.randrange(9)))
        assert list(ours.finditer(text, most=10**6)) == [one.span() for one in theirs.finditer(text)], text
        assert ours.fullmatch(text, most=10**6) == (theirs.fullmatch(text) is not None), text


def test_trials_are_counted_one_by_one() -> None:
    counted = Counted.of("ab")
    assert list(counted.finditer("xab", most=100)) == [(1, 3)]
    assert counted.trials == (1 + 1) + (1 + 2) + (1 + 1)


def test_what_takes_more_than_is_granted_is_stopped() -> None:
    counted = Counted.of(r"(a+)+b")
    with pytest.raises(TooManyTrialsError):
        counted.fullmatch("a" * 60, most=1000)
    assert trials(counted, "a" * 60, whole=True) is None
    assert trials(Counted.of("a*"), "a" * 60, whole=True) == 62


def test_a_bound_shows_early() -> None:
    assert list(Counted.of(r"a{0,400}").finditer("a" * 7, most=100)) == [(0, 5), (5, 7), (7, 7)]
    assert list(Counted.of(r"a{40}").finditer("a" * 5, most=100)) == [(0, 5)]


def test_a_pattern_that_repeats_nothing_is_not_attacked() -> None:
    assert attacks_on(re.compile(r"two (?:years|months) a{1,9}")) == []


def test_attacks_are_made_from_the_pattern() -> None:
    attacks = attacks_on(re.compile(r"Level (?:[A-Z][a-z]+ )+x"))
    assert Attack("Level ", "Aa ", "\n\x00") in attacks
    assert Attack("Level ", "Aa ", "").text(2) == "Level Aa Aa "
    assert list(words_of(list(parsed(r"ab|(?:cd){2,3}\se")))) == ["ab", "cd", "e"]
    assert samples(list(parsed(r"(?:x|yz)[0-9]*")), 0) == ["x", "yz0", "yz"]
