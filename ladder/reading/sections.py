"""A document's sections: known headings, misspelt ones too, and the text below each."""

import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from ladder.reading.passages import Document, Span

_NEAR_ENOUGH = 0.86
_LONGEST_HEADING = 90
_LETTERS = re.compile(r"[A-Z0-9]+")


class Section(NamedTuple):
    """A heading as printed, the kind of section it opens, and the text below it.

    ``near`` says that the heading was taken for a known one that it is only near to.
    """

    kind: str
    heading: Span
    body: Span
    near: bool = False

    def title(self, document: Document) -> str:
        """Return the heading as printed, on one line."""
        return " ".join(document.text[self.heading.start : self.heading.end].split())


class _Heading(NamedTuple):
    """A heading found: its kind, its place, whether it is only near to a known one."""

    kind: str
    span: Span
    near: bool


def fold_heading(text: str) -> str:
    """Return the heading's letters and figures in capitals, words joined by a blank.

    >>> fold_heading("Requirements / Minimum  qualifications:")
    'REQUIREMENTS MINIMUM QUALIFICATIONS'
    """
    return _folded(text)


@lru_cache(maxsize=16384)
def _folded(text: str) -> str:
    """Return the folded heading; documents of one employer print the same lines."""
    return " ".join(_LETTERS.findall(text.upper().replace("'", "")))


def find_sections(document: Document, headings: Mapping[str, str]) -> tuple[Section, ...]:
    """Return the sections in the order printed; text above the first heading is in none.

    ``headings`` maps folded headings to kinds of section. A line is a heading if it
    folds to a known one, or, printed in capitals, to one that it is near to.
    """
    found = [heading for place in _lines(document) if (heading := _heading(document, place, headings)) is not None]
    ends = [heading.span.start for heading in found[1:]] + [len(document.text)] * bool(found)
    return tuple(
        Section(heading.kind, heading.span, Span(heading.span.end, end), heading.near)
        for heading, end in zip(found, ends, strict=True)
    )


def _lines(document: Document) -> Iterable[Span]:
    """Yield the words of each line that holds any."""
    for start, line in zip(document.line_starts, document.text.split("\n"), strict=True):
        words = line.strip()
        if words:
            first = start + line.index(words)
            yield Span(first, first + len(words))


def _heading(document: Document, place: Span, headings: Mapping[str, str]) -> _Heading | None:
    words = document.text[place.start : place.end]
    return _whole_line(words, place, headings) if len(words) <= _LONGEST_HEADING else None


def _whole_line(words: str, place: Span, headings: Mapping[str, str]) -> _Heading | None:
    folded = fold_heading(words)
    known = folded if folded in headings else nearest_heading(folded, tuple(headings)) if words.isupper() else None
    return _Heading(headings[known], place, known != folded) if known is not None else None


@lru_cache(maxsize=4096)
def nearest_heading(folded: str, names: Sequence[str]) -> str | None:
    """Return the known heading that a misspelt one is nearest to, or none that is near enough."""
    likely = sorted((likeness, name) for name in names if (likeness := _likeness(folded, name)) >= _NEAR_ENOUGH)
    return likely[-1][1] if likely else None


def _likeness(folded: str, name: str) -> float:
    longest = max(len(folded), len(name), 1)
    if abs(len(folded) - len(name)) / longest > 1 - _NEAR_ENOUGH:
        return 0.0
    if len(set(folded) - set(name)) / longest > 1 - _NEAR_ENOUGH:
        return 0.0
    matcher = SequenceMatcher(None, folded, name, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _NEAR_ENOUGH else 0.0
