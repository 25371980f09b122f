"""A document as text with its lines and pages, and the passages of it that are claimed.

Offsets count characters of :attr:`Document.text` from 0; an end is exclusive. A claim
says that a passage was read as a field; what no claim covers is listed as unread.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from ladder.sources import Note, Source

LONGEST_QUOTE = 8_000
"""Characters of the longest passage that a source quotes; of a longer one it names the lines."""


class Span(NamedTuple):
    """A passage: its first character and the one after its last."""

    start: int
    end: int


@dataclass(frozen=True)
class Document:
    """A document read to text: lines joined by a newline, and what was noted on the way.

    ``pages`` holds the page of each line, counted from 1, and is empty for a document
    without pages. ``headings`` are the lines that a page or a Word document sets as
    headings, each with its level; ``lines_are_paragraphs`` says that each line of it is a paragraph, a
    list item or a cell by itself. ``name`` is the file's name without its folder.
    ``is_row`` says that its lines are the labeled cells of a row, which only the reader of
    outlines knows.
    """

    name: str
    text: str
    notes: tuple[Note, ...] = ()
    pages: tuple[int, ...] = ()
    headings: tuple[tuple[int, int], ...] = ()
    lines_are_paragraphs: bool = False
    is_row: bool = False

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """The offset of each line's first character."""
        lines = self.text.split("\n")[:-1]
        return tuple(accumulate((len(line) + 1 for line in lines), initial=0))

    @cached_property
    def heading_levels(self) -> Mapping[int, int]:
        """The levels of the lines set as headings, by their numbers."""
        return dict(self.headings)

    def line_at(self, offset: int) -> int:
        """Return the line, counted from 1, that an offset stands in."""
        return bisect_right(self.line_starts, offset)

    def lines_of(self, span: Span) -> tuple[int, int]:
        """Return the first and the last line of a passage; an empty passage has one line."""
        return self.line_at(span.start), self.line_at(max(span.start, span.end - 1))

    def page_at(self, offset: int) -> int | None:
        """Return the page that an offset stands on, or none for a document without pages."""
        return self.pages[self.line_at(offset) - 1] if self.pages else None

    def cite(self, section: str, *spans: Span, revision: str | None = None, quoted: bool = True) -> Source:
        """Return the source of a fact that stands in these passages, with the words quoted."""
        whole = Span(min(one.start for one in spans), max(one.end for one in spans))
        quote = " ".join(" ".join(self.text[one.start : one.end].split()) for one in spans)
        return Source(
            document=self.name,
            section=section,
            lines=self.lines_of(whole),
            revision=revision,
            page=self.page_at(whole.start),
            quote=quote if quoted and 0 < len(quote) <= LONGEST_QUOTE else None,
        )


@dataclass(frozen=True)
class Excerpt:
    """Words of a document that belong together, though page furniture may stand between them.

    ``text`` is as long as the pieces and the blanks between them; a line break in a
    piece is a blank in it, so that an offset in it leads back to the document.
    """

    document: Document
    pieces: tuple[Span, ...]

    @cached_property
    def text(self) -> str:
        """The words in one line, letter for letter, pieces joined by a blank."""
        parts = (self.document.text[one.start : one.end] for one in self.pieces)
        return " ".join(parts).replace("\n", " ")

    def to_document(self, offset: int) -> int:
        """Return the offset in the document of an offset in the text."""
        for piece in self.pieces:
            length = piece.end - piece.start
            if offset <= length:
                return piece.start + offset
            offset -= length + 1
        return self.pieces[-1].end

    def spans_of(self, span: Span) -> tuple[Span, ...]:
        """Return the passages of the document that a passage of the text stands for."""
        found, passed = [], 0
        for piece in self.pieces:
            length = piece.end - piece.start
            start, end = max(span.start - passed, 0), min(span.end - passed, length)
            if start < end:
                found.append(Span(piece.start + start, piece.start + end))
            passed += length + 1
        return tuple(found)

    def part(self, span: Span) -> "Excerpt":
        """Return the part of this excerpt that a passage of its text stands for."""
        return Excerpt(self.document, self.spans_of(span))


class Claim(NamedTuple):
    """A passage read as a field; read again as that field it gives the same value.

    ``field`` names what it was read as (``code``, ``title``, ``heading``, ``months``,
    ``class_title``, ``pay``, ``date``, ``requirement``, ``furniture`` ...).
    """

    field: str
    span: Span
    value: str = ""


def find_unread(document: Document, claims: Iterable[Claim]) -> tuple[tuple[int, int], ...]:
    """Return the runs of lines, first and last, that hold a character no claim covers.

    Blanks need no claim. Lines next to one another, blank ones between them included,
    are one run.
    """
    lines = _lines_with(document, _gaps(document, [claim.span for claim in claims]))
    runs: list[tuple[int, int]] = []
    for line in lines:
        if runs and not _has_words(document, runs[-1][1] + 1, line - 1):
            runs[-1] = (runs[-1][0], line)
        else:
            runs.append((line, line))
    return tuple(runs)


def find_unread_words(document: Document, passages: Iterable[Span], claims: Iterable[Claim]) -> Span | None:
    """Return the first run of characters of these passages with a letter or figure that no claim covers, or none."""
    outside = list(_gaps(document, [claim.span for claim in claims]))
    for passage in passages:
        for gap in outside:
            left = Span(max(gap.start, passage.start), min(gap.end, passage.end))
            words = document.text[left.start : left.end]
            if any(map(str.isalnum, words)):
                return Span(left.end - len(words.lstrip()), left.end)
    return None


def _gaps(document: Document, spans: Sequence[Span]) -> Iterable[Span]:
    reached = 0
    for span in sorted(spans):
        if span.start > reached:
            yield Span(reached, span.start)
        reached = max(reached, span.end)
    if reached < len(document.text):
        yield Span(reached, len(document.text))


def _lines_with(document: Document, gaps: Iterable[Span]) -> list[int]:
    lines: dict[int, None] = {}
    for gap in gaps:
        offset = gap.start
        for piece in document.text[gap.start : gap.end].split("\n"):
            if piece.strip():
                lines[document.line_at(offset)] = None
            offset += len(piece) + 1
    return list(lines)


def _has_words(document: Document, first: int, last: int) -> bool:
    if first > last:
        return False
    starts = document.line_starts
    end = starts[last] if last < len(starts) else len(document.text)
    return bool(document.text[starts[first - 1] : end].strip())
