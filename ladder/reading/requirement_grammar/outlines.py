"""Statements parted by numbers: "Each of the following: (1) ...; (2) one of the following: (2.1) ..."."""

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


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in _ENDS:
        start += 1
    while end > start and text[end - 1] in _ENDS:
        end -= 1
    return Span(start, end)
