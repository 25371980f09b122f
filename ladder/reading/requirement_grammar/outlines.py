"""Statements parted by numbers or letters: "Each of the following: (1) ...; (2) ...", "either (A) ...; or (B) ..."."""

import re
from typing import NamedTuple

from ladder.reading.passages import Span

_OPENING = re.compile(r"[ ]{0,9}(?i:(?P<all>each|all)|one|any) (?i:of the following): \((?P<label>[0-9.]{0,20}?)1\)")
_ENDS = " ;.,"


class Outline(NamedTuple):
    """The passages of an outline, one a number; ``is_alternative`` says that one of them suffices."""

    parts: tuple[Span, ...]
    is_alternative: bool


def find_outline(text: str, span: Span) -> Outline | None:
    """Return the parts of a passage that is an outline, or none where it is not one.

    Production: ``outline: ("each" | "one") "of the following:" ("(" number ")" statement ";")*``;
    the numbers of an outline in another begin with that one's: (2.1), (2.2).

    >>> find_outline("One of the following: (1) a degree; (2) a license.", Span(0, 50)).parts
    (Span(start=26, end=34), Span(start=40, end=49))
    """
    opening = _OPENING.match(text, span.start, span.end)
    if opening is None:
        return None
    stem = opening["label"]
    starts = [opening.end()]
    parts: list[Span] = []
    while (here := text.find(label := f"; ({stem}{len(starts) + 1})", starts[-1], span.end)) >= 0:
        parts.append(_trim(text, starts[-1], here))
        starts.append(here + len(label))
    parts.append(_trim(text, starts[-1], span.end))
    return Outline(tuple(parts), opening["all"] is None)


_FOLLOWING = {"A": tuple("BCDEFGHIJKLMNO"), "a": tuple("bcdefghijklmno"), "1": tuple(map(str, range(2, 16)))}
_SECOND = re.compile(r"[;,] ?\b(?i:or),? ?\((?P<label>[Bb2])\) ")
_CHOICE = re.compile(
    r"(?P<before>[^;:()]{0,400}?)"
    r"(?P<either>(?:,? ?\b(?i:and|plus|with))?,? ?\b(?i:either|(?:any )?one of the following):?)?"
    r" ?\((?P<label>[Aa1])\) "
)
_NEXT = re.compile(r"[;,.]? ?\b(?i:or),? ?\((?P<label>[A-Oa-o]|[0-9]{1,2})\) ")
_SENTENCE_END = re.compile(r"(?<=[a-z)])\. (?=[A-Z])")
_OR = re.compile(r"[ ;.,]{0,9}(?i:or)\b")


class Choice(NamedTuple):
    """Ways that letters part within one sentence: what is asked with each, the ways, and what stands behind them."""

    before: Span
    parts: tuple[Span, ...]
    behind: Span


def find_choice(text: str, span: Span) -> Choice | None:
    """Return the ways that "or" and a letter or number begin, each in order; none where there are not two.

    >>> text = "A diploma and either: (A) a degree; OR, (B) two years of work."
    >>> [text[slice(*one)] for one in find_choice(text, Span(0, len(text))).parts]
    ['a degree', 'two years of work']
    """
    opening = _CHOICE.match(text, span.start, span.end)
    if opening is None:
        # The label of the first may be that of the statement itself, which is not in its words.
        second = _SECOND.search(text, span.start, span.end)
        if second is None:
            return None
        first, begins, before = "A1a"["B2b".index(second["label"])], span.start, Span(span.start, span.start)
    elif opening["before"].strip() and opening["either"] is None:
        return None
    else:
        first, begins = opening["label"], opening.end()
        before = _trim(text, span.start, span.start + len(opening["before"]))
    parts, start = _before_last(text, Span(begins, span.end), _FOLLOWING[first])
    if not 0 < len(parts) < len(_FOLLOWING[first]):
        return None
    end = _SENTENCE_END.search(text, start, span.end)
    last = end.end() if end else span.end
    if _OR.match(text, last, span.end):
        return None
    parts.append(_trim(text, start, last))
    return Choice(before, tuple(parts), _trim(text, last, span.end))


def _before_last(text: str, span: Span, labels: tuple[str, ...]) -> tuple[list[Span], int]:
    """Return the ways that another follows, as long as the labels follow one another, and where the last begins."""
    start, parts = span.start, list[Span]()
    for label in labels:
        found = next((one for one in _NEXT.finditer(text, start, span.end) if one["label"] == label), None)
        if found is None:
            break
        parts.append(_trim(text, start, found.start()))
        start = found.end()
    return parts, start


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in _ENDS:
        start += 1
    while end > start and text[end - 1] in _ENDS:
        end -= 1
    return Span(start, end)
