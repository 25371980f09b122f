"""The classes that a class works under, where a sentence names them by title."""

import re
from collections.abc import Iterator

from ladder.reading.drafts import NamedSuperior
from ladder.reading.passages import Excerpt, Span

_UNDER = re.compile(
    r"\b(?:(?:supervision|direction|guidance|control) (?:of|from)|reports? (?:directly )?to)\b", re.IGNORECASE
)
_BEFORE_A_TITLE = re.compile(r"[ ,]{0,3}(?:\b(?:a|an|the|or|either|assigned|appropriate|designated)[ ,]{1,3}){0,4}")
_TITLE = re.compile(
    r"[A-Z][\w/&'-]{0,40}(?: (?:(?:of|and|for|in|to|on|the|&) ){0,2}(?:[A-Z][\w/&'-]{0,40}|[0-9]{1,2}\b)){1,12}"
)
_AND_ANOTHER = re.compile(r",? or\b|,")
_NO_CLASS = ("Office ", "Department ", "Division ", "Bureau ", "Board ", "Commission ", "Unit ")


def find_superiors(excerpt: Excerpt, section: str) -> tuple[NamedSuperior, ...]:
    """Return the superiors that a paragraph names by a title in capitals, in its order.

    An official told by rank alone ("an employee of higher grade"), a single word and an
    organization are no class; nor are words that the paragraph breaks off after.
    """
    text = excerpt.text
    spans = [span for under in _UNDER.finditer(text) for span in _titles_after(text, under.end())]
    named = {text[span.start : span.end]: span for span in reversed(spans)}
    return tuple(NamedSuperior(title, excerpt.part(span), section) for title, span in reversed(named.items()))


def _titles_after(text: str, offset: int) -> Iterator[Span]:
    """Yield the titles of a list such as ``a Unit Manager, Area Director or other employee``."""
    title = _title_at(text, offset)
    while title is not None:
        if not text[title.start : title.end].startswith(_NO_CLASS) and title.end < len(text):
            yield title
        more = _AND_ANOTHER.match(text, title.end)
        title = _title_at(text, more.end()) if more else None


def _title_at(text: str, offset: int) -> Span | None:
    before = _BEFORE_A_TITLE.match(text, offset)
    found = _TITLE.match(text, before.end()) if before else None
    return Span(*found.span()) if found else None
