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


def fold_heading(text: str) -> str:
    """Return the heading's letters and figures in capitals, words joined by a blank.

    >>> fold_heading("Requirements / Minimum  qualifications:")
    'REQUIREMENTS MINIMUM QUALIFICATIONS'
    """
    return " ".join(_LETTERS.findall(text.upper().replace("'", "")))


def find_sections(document: Document, headings: Mapping[str, str]) -> tuple[Section, ...]:
    """Return the sections in the order printed; text above the first heading is in none.

    ``headings`` maps folded headings to kinds of section. A line is a heading if it
    folds to a known one, or, printed in capitals, to one that it is near to.
    """
    found = list(_headings_in(document, headings))
    ends = [start for _, (start, _), _ in found[1:]] + [len(document.text)] * bool(found)
    return tuple(
        Section(kind, Span(*heading), Span(heading[1], end), near)
        for (kind, heading, near), end in zip(found, ends, strict=True)
    )


def _headings_in(document: Document, headings: Mapping[str, str]) -> Iterable[tuple[str, tuple[int, int], bool]]:
    names = tuple(headings)
    for start, line in zip(document.line_starts, document.text.split("\n"), strict=True):
        words = line.strip()
        if not words or len(words) > _LONGEST_HEADING:
            continue
        folded = fold_heading(words)
        known = folded if folded in headings else nearest_heading(folded, names) if words.isupper() else None
        if known is not None:
            first = start + line.index(words)
            yield headings[known], (first, first + len(words)), known != folded


@lru_cache(maxsize=4096)
def nearest_heading(folded: str, names: Sequence[str]) -> str | None:
    """Return the known heading that a misspelt one is nearest to, or none that is near enough."""
    best, name = max(((_likeness(folded, name), name) for name in names), default=(0.0, ""))
    return name if best >= _NEAR_ENOUGH else None


def _likeness(folded: str, name: str) -> float:
    longest = max(len(folded), len(name), 1)
    if abs(len(folded) - len(name)) / longest > 1 - _NEAR_ENOUGH:
        return 0.0
    return SequenceMatcher(None, folded, name, autojunk=False).ratio()
