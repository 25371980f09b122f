"""Requirement text parted into patterns: "Either I ... Or II ...", "Pattern I ... OR Pattern II ...", "Option A: ...".

What stands before the first pattern is asked besides; the patterns are alternatives, each
an outline of its own.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ladder.reading.passages import Span
from ladder.reading.rare_words import may_hold

_NAMES = "pattern|option|alternative|method|track|choice"
_NUMERAL = r"(?P<numeral>[IVX]{1,4}|[1-9]|[A-H])"
_FIRST = re.compile(
    rf"(?P<join>(?:[;,]\s{{0,3}})?\b(?:and|plus)[:,]?\s{{1,4}})?(?:(?P<either>(?i:either)\s{{1,4}}(?:(?i:{_NAMES})\s{{1,4}})?)"
    rf"|(?:(?i:either)\s{{1,4}})?(?:(?i:{_NAMES})\s{{1,4}})#?){_NUMERAL}(?P<end>\s{{0,3}}(?:[.:)-]\s{{0,3}}|$|(?=\n|[A-Z(])|(?<=\s)))"
)
_LATER = re.compile(
    rf"(?:(?:(?:^|\n|(?<=[.;,)\s]))(?:OR|Or|or)[:,]?\s{{1,4}})(?:(?i:{_NAMES})\s{{1,4}})?|(?:^|\n|(?<=[.;)]\s))\s{{0,40}}(?:(?i:{_NAMES})\s{{1,4}})#?)"
    rf"{_NUMERAL}(?P<end>\s{{0,3}}(?:[.:)-]\s{{0,3}}|$|(?=\n|[A-Z(])|(?<=\s)))"
)
FIRST_WORDS = ("either", *_NAMES.split("|"))
"""Words of which one stands before the numeral of the first pattern."""
_ORDERS = (("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"), tuple("123456789"), tuple("ABCDEFGH"))


class Pattern(NamedTuple):
    """One pattern: its numeral, the passage that marks it, and what it asks."""

    numeral: str
    mark: Span
    body: Span


def find_patterns(text: str) -> tuple[Pattern, ...]:
    r"""Return the patterns of a text, two or more in their order; none where it has none.

    >>> [one.numeral for one in find_patterns("Either I\nTwo years of work.\nOr II\nA degree.")]
    ['I', 'II']
    """
    for first in _FIRST.finditer(text) if may_hold(text, FIRST_WORDS) else ():
        marks = [(first["numeral"], Span(first.start(), first.end())), *_following(text, first)]
        if len(marks) > 1:
            ends = [mark.start for _, mark in marks[1:]] + [len(text)]
            return tuple(
                Pattern(numeral, mark, Span(mark.end, end)) for (numeral, mark), end in zip(marks, ends, strict=True)
            )
    return ()


def _following(text: str, first: re.Match[str]) -> Iterator[tuple[str, Span]]:
    """Yield the marks that count on from the first one, in its own numerals."""
    order = next((one for one in _ORDERS if one[0] == first["numeral"]), ())
    wanted, start = 1, first.end()
    for found in _LATER.finditer(text, start):
        if wanted < len(order) and found["numeral"] == order[wanted]:
            yield found["numeral"], Span(found.start(), found.end())
            wanted += 1
