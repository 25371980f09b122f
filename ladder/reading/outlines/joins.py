"""How the items of an outline are joined: the words "and" and "or" between them, and which binds first.

The rule, in the order of what binds last (the outermost join):

1. A full stop, and "and either": what stands after it is asked besides all that stands before it.
2. A semicolon (or colon) with "and" or "or".
3. A comma, or no mark, with "and" or "or".

Among joins of one strength the one printed first is outermost, and a run of the same
word is one list: "1; and 2; or 3" is 1 and (2 or 3), "1; or 2; and 3" is 1 or (2 and 3),
"1; or 2, and 3" is 1 or (2 and 3), "1, and 2; or 3" is (1 and 2) or 3. Items that
end in a mark without a word take the next word that is printed, else an "and" printed
before; what stands behind an "or" without a word is asked besides.
"""

import re
from collections.abc import Sequence
from enum import IntEnum
from itertools import pairwise, takewhile
from typing import Literal, NamedTuple

from ladder.reading.passages import Span

Word = Literal["and", "or"]

_LONGEST_JOIN = 60
_TRAILING = re.compile(
    r"(?P<mark>[;:,.]?)(?P<blank>\s{0,3})\b(?P<word>and/or|and|or)"
    r"(?P<either>\s{1,3}either(?:\s{1,3}(?:requirements?\s{1,3})?(?:#|no\.\s?)?[0-9]{1,2}\s{1,3}or\s{1,3}"
    r"(?:requirements?\s{1,3})?(?:#|no\.\s?)?[0-9]{1,2}(?:\s{1,3}below)?)?)?\s{0,3}[;:,.]?$",
    re.IGNORECASE,
)
_LEADING = re.compile(r"(?P<word>and/or|and|or)(?P<either>\s{1,3}either)?(?:[,:;]\s{0,3}|\s{1,3}|$)", re.IGNORECASE)
_MARKS = {".": 3, ";": 2, ":": 2, ",": 1, "": 1}


class Strength(IntEnum):
    """How late a join binds; the strongest is outermost."""

    COMMA = 1
    SEMICOLON = 2
    FULL_STOP = 3


class Join(NamedTuple):
    """What stands between two items: "and", "or", or only a mark (``word`` none); how late it binds.

    ``explicit`` says that the document prints the word there; ``grouping`` that it says
    "either", which leaves no doubt about what belongs together.
    """

    word: Word | None
    strength: Strength
    explicit: bool = True
    grouping: bool = False


def find_trailing_join(text: str) -> tuple[Join, Span] | None:
    """Return the join that a text ends with and its place, its mark included; none where no word is there.

    >>> find_trailing_join("Two years; and")
    (Join(word='and', strength=<Strength.SEMICOLON: 2>, explicit=True, grouping=False), Span(start=9, end=14))
    """
    words = text.rstrip()
    start = max(0, len(words) - _LONGEST_JOIN)
    found = _TRAILING.search(words, start)
    return (_join(found, found["mark"]), Span(*found.span())) if found else None


def find_leading_join(text: str) -> tuple[Join, Span] | None:
    """Return the join that a text begins with and its place, or none."""
    found = _LEADING.match(text)
    return (_join(found, ";"), Span(*found.span())) if found else None


def unsaid_join(text: str) -> Join:
    """Return the join after a text that ends without a word: its mark alone."""
    mark = text.rstrip()[-1:]
    return Join(None, Strength(_MARKS[mark]) if mark in ";,:" and mark else Strength.FULL_STOP, explicit=False)


def _join(found: re.Match[str], mark: str) -> Join:
    word: Word = "and" if found["word"].lower() == "and" else "or"
    grouping = bool(found["either"])
    return Join(word, Strength.FULL_STOP if grouping else Strength(_MARKS[mark]), grouping=grouping)


def settle_joins(joins: Sequence[Join], default: Word) -> tuple[Join, ...]:
    """Return the joins with a word each: a mark takes the next word printed, else the one before, else the default.

    A full stop without a word asks for both sides, unless the items are alternatives by
    default; so does a mark behind which no word is printed after an "or".
    """
    settled = list(joins)
    following: Join | None = None
    for place in range(len(settled) - 1, -1, -1):
        if settled[place].word is not None:
            following = settled[place]
        elif settled[place].strength is not Strength.FULL_STOP and following is not None:
            settled[place] = following._replace(explicit=False, grouping=False)
    before: Join | None = None
    for place, join in enumerate(settled):
        if join.word is not None:
            before = join
        else:
            settled[place] = _settled_by(before, join, default)
    return tuple(settled)


def _settled_by(before: Join | None, join: Join, default: Word) -> Join:
    """Return the join with the word of the one before it, or the default: behind an "or" all is asked besides."""
    if join.strength is Strength.FULL_STOP or before is None:
        return join._replace(word=default)
    if before.word == default:
        return before._replace(explicit=False, grouping=False)
    return before._replace(explicit=False, grouping=False) if before.word == "and" else _besides(default)


def _besides(default: Word) -> Join:
    return Join(default, Strength.FULL_STOP, explicit=False)


def are_mixed(joins: Sequence[Join]) -> bool:
    """Return whether "and" and "or" both stand between the items, and no "either" says what belongs together."""
    return len({join.word for join in joins}) > 1 and not any(join.grouping for join in joins)


def count_changes(joins: Sequence[Join]) -> int:
    """Return how often "and" and "or" take turns: how deep the groups can lie in one another."""
    return sum(before.word != after.word for before, after in pairwise(joins))


class Group(NamedTuple):
    """Parts joined by one word; a part is the place of an item, or a group itself."""

    word: Word
    parts: tuple["int | Group", ...]


def group_by_joins(joins: Sequence[Join]) -> "int | Group":
    """Return how the items 0, 1, 2 ... with these settled joins between them belong together."""
    return _grouped(joins, 0, len(joins))


def _grouped(joins: Sequence[Join], first: int, last: int) -> "int | Group":
    if first == last:
        return first
    strongest = max(join.strength for join in joins[first:last])
    cuts = [place for place in range(first, last) if joins[place].strength == strongest]
    word = joins[cuts[0]].word or "and"
    run = list(takewhile(lambda place: joins[place].word == word, cuts))
    parts, start = [], first
    for cut in run:
        parts.append(_grouped(joins, start, cut))
        start = cut + 1
    parts.append(_grouped(joins, start, last))
    return Group(word, tuple(_flattened(word, parts)))


def _flattened(word: Word, parts: Sequence["int | Group"]) -> list["int | Group"]:
    """Return the parts with groups of the same word dissolved in it."""
    flat: list[int | Group] = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, Group) and part.word == word else (part,))
    return flat
