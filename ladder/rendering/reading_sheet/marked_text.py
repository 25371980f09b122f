"""A document's lines with the passages marked that were read, each by its kind and its field."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType

from ladder.reading.passages import Claim, Document, Span

MOST_LINES = 2_000
"""Lines of one document that are shown."""

LONGEST_LINE = 2_000
"""Characters of one line that are shown."""


MARKS = ("name", "pay", "date", "asked", "part", "fact", "heading", "furniture")
"""Kinds of passages: each has its mark, which the legend of a sheet explains."""

_KIND_OF: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("code", "title", "codes", "alias", "alias_note", "series", "specialties"), "name"),
        **dict.fromkeys(("pay", "grade", "range"), "pay"),
        **dict.fromkeys(("date", "effective", "established", "revised", "replaces", "replaced", "open_date"), "date"),
        **dict.fromkeys(("requirement", "substitution", "condition"), "asked"),
        **dict.fromkeys(("months", "class_title", "listed_class", "quantity", "degree"), "part"),
        **dict.fromkeys(("heading", "label", "join", "end_mark"), "heading"),
        "furniture": "furniture",
    }
)
"""The kind of passage that a field is marked as; any other field is a fact."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a line: its words, its kind (nothing where it was not read), and the fields that begin with it."""

    text: str
    kind: str = ""
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """A line by its number, in pieces; ``cut`` are characters at its end that are not shown."""

    number: int
    pieces: tuple[Piece, ...]
    cut: int = 0


def kind_of(field: str) -> str:
    """Return the kind of passage that a field is marked as."""
    return _KIND_OF.get(field, "fact")


def marked_lines(document: Document, claims: Iterable[Claim], *, most: int = MOST_LINES) -> tuple[MarkedLine, ...]:
    """Return the first lines of a document, ``most`` of them at most, with their passages marked.

    Of passages within one another the innermost gives the mark.
    """
    lines = document.text.split("\n")[:most]
    trimmed = {claim._replace(span=_trimmed(document.text, claim.span)) for claim in claims}
    waiting = deque(sorted((claim for claim in trimmed if claim.span.start < claim.span.end), key=_outermost_first))
    open_claims: list[Claim] = []
    found = []
    for number, (start, line) in enumerate(zip(document.line_starts, lines, strict=False), start=1):
        shown = Span(start, start + min(len(line), LONGEST_LINE))
        while waiting and waiting[0].span.start < start + max(len(line), 1):
            open_claims.append(waiting.popleft())
        pieces = tuple(_pieces(document.text, shown, open_claims))
        found.append(MarkedLine(number, pieces, cut=len(line) - (shown.end - shown.start)))
        open_claims = [claim for claim in open_claims if claim.span.end > start + len(line)]
    return tuple(found)


def _trimmed(text: str, span: Span) -> Span:
    """Return the passage from its first letter, so that its label stands beside it."""
    words = text[span.start : span.end]
    return Span(span.end - len(words.lstrip()), span.end)


def _outermost_first(claim: Claim) -> tuple[int, int, str]:
    return claim.span.start, -claim.span.end, claim.field


def _pieces(text: str, line: Span, claims: Sequence[Claim]) -> Iterator[Piece]:
    edges = {edge for claim in claims for edge in claim.span if line.start < edge < line.end}
    cuts = [line.start, *sorted(edges), line.end]
    # The claims come in order of where they begin; only those that lie over a piece are looked at for it.
    waiting, over = deque(claims), list[Claim]()
    for start, end in pairwise(cuts):
        while waiting and waiting[0].span.start <= start:
            over.append(waiting.popleft())
        over = [claim for claim in over if claim.span.end > start]
        if start < end:
            yield Piece(text[start:end], _innermost(over), _begun_at(start, over, text))


def _begun_at(start: int, over: Iterable[Claim], text: str) -> tuple[str, ...]:
    """Return the fields, in words, of the claims that begin at a place, each once."""
    begun = dict.fromkeys(claim.field for claim in over if claim.span.start == start and _has_words(text, claim))
    return tuple(one.replace("_", " ") for one in begun)


def _has_words(text: str, claim: Claim) -> bool:
    return any(letter.isalnum() for letter in text[claim.span.start : claim.span.end])


def _innermost(claims: Sequence[Claim]) -> str:
    if not claims:
        return ""
    return kind_of(min(claims, key=lambda claim: claim.span.end - claim.span.start).field)
