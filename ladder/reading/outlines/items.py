"""The items of an outline: marked lines and paragraphs, nested as their markers say."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ladder.figures import is_in_digits
from ladder.reading.outlines.markers import Marker, Reading, find_marker, has_bare_numbers
from ladder.reading.passages import Document, Excerpt, Span

_ENDED = re.compile(r"(?:[.;:!?][\"')\]]{0,2}|\b(?:and|or|either))$", re.IGNORECASE)
_JOIN_ALONE = re.compile(r"(?:and/or|and|or)[,:;]?", re.IGNORECASE)
_FRAMED_JOIN = re.compile(
    r"[-*~=_\u2013\u2014(\[\s]{1,12}(?P<word>(?:and/or|and|or)\b[,:;]?)[-*~=_\u2013\u2014)\]\s]{0,12}"
    r"|(?P<bare>(?:and/or|and|or)\b[,:;]?)[-*~=_\u2013\u2014)\]\s]{1,12}",
    re.IGNORECASE,
)
"""A line with nothing but a joining word and marks that stand around it: ``-OR-``, ``** and **``, ``(or)``."""
_JOIN_BEFORE_MARKER = re.compile(r"(?:and/or|and|or)[,:;]?\s{1,9}(?=\(?[0-9A-Za-z]{1,4}[.)])", re.IGNORECASE)
_WIDE_GAP = re.compile(r"\s{2,}")
_TAB = 8
_MOST_LEVELS = 12


class Line(NamedTuple):
    """A line of words: where it stands, how far it is set in, and whether a blank line precedes it."""

    span: Span
    indent: int
    after_blank: bool


@dataclass
class Item:
    """An item as it is gathered: its label, its own words line by line, the items below it.

    ``label`` is printed with the labels of the items above it (``2a``); a paragraph
    without a marker has none, and no style. ``markers`` are the passages of the marker.
    """

    label: str = ""
    style: str = ""
    ordinal: int = 0
    indent: int = 0
    lines: list[Span] = field(default_factory=list)
    markers: list[Span] = field(default_factory=list)
    children: list["Item"] = field(default_factory=list)

    @property
    def start(self) -> int:
        """The offset of its first character."""
        return min(span.start for span in (*self.markers, *self.lines))


def excerpt_of(document: Document, spans: Sequence[Span]) -> Excerpt:
    """Return the passages as one excerpt with single blanks between its words.

    Lines with nothing but a line break between them are one piece; where more blanks
    stand together, a piece ends.
    """
    pieces: list[Span] = []
    for span in spans:
        for part in _parts(document, span):
            if pieces and part.start - pieces[-1].end == 1 and document.text[pieces[-1].end].isspace():
                pieces[-1] = Span(pieces[-1].start, part.end)
            else:
                pieces.append(part)
    return Excerpt(document, tuple(pieces))


def _parts(document: Document, span: Span) -> Iterator[Span]:
    start = span.start
    words = document.text[slice(*span)]
    if words == " ".join(words.split()):
        yield span
        return
    for gap in _WIDE_GAP.finditer(document.text, span.start, span.end):
        yield Span(start, gap.start())
        start = gap.end()
    yield Span(start, span.end)


def lines_of(excerpt: Excerpt) -> list[Line]:
    """Return the lines that hold words, without the blanks around them."""
    return [line for piece in excerpt.pieces for line in _lines_in(excerpt.document, piece)]


def _lines_in(document: Document, piece: Span) -> Iterable[Line]:
    start, blank = piece.start, False
    for text in document.text[piece.start : piece.end].split("\n"):
        words = text.strip()
        if words:
            first = start + text.index(words)
            set_in = text[: first - start].expandtabs(_TAB)
            framed = _FRAMED_JOIN.fullmatch(words)
            said = Span(0, len(words)) if framed is None else Span(*framed.span(framed.lastgroup or 0))
            yield Line(Span(first + said.start, first + said.end), len(set_in), blank)
        blank = not words
        start += len(text) + 1


def read_items(excerpt: Excerpt) -> list[Item]:
    """Return the outermost items of an outline, in order, with the items below them.

    A marker goes on with the list that is open for its style, or, where it is a first
    one, opens a list below the item before it. A line without a marker goes on with the
    item before it unless it begins a paragraph of its own.
    """
    gatherer = _Gatherer(excerpt)
    for line in lines_of(excerpt):
        gatherer.take(line)
    return gatherer.outermost


@dataclass
class _Level:
    """A list that is open: the style and place of its latest item, its items, the label above it."""

    style: str
    ordinal: int
    siblings: list[Item]
    above: str


class _Gatherer:
    """Puts line after line where it belongs: ``levels`` are the lists open now, outermost first."""

    def __init__(self, excerpt: Excerpt) -> None:
        self.document = excerpt.document
        self.outermost: list[Item] = []
        self.levels: list[_Level] = []
        self.current: Item | None = None
        self.bare_numbers = has_bare_numbers([self._text(line.span) for line in lines_of(excerpt)])

    def take(self, line: Line) -> None:
        """Put a line into the item that it belongs to, or begin a new item with it."""
        start, depth = self._put_join(line), 0
        while start < line.span.end:
            marker = find_marker(self._text(Span(start, line.span.end)), bare_numbers=self.bare_numbers)
            reading = self._reading(marker) if marker is not None else None
            if marker is None or reading is None or (depth and reading.ordinal > 1):
                break
            self._begin(marker, reading, start, line.indent)
            start, depth = start + len(marker.text), depth + 1
        if start < line.span.end:
            self._put(Line(Span(start, line.span.end), line.indent, line.after_blank), marked=depth > 0)

    def _put_join(self, line: Line) -> int:
        """Put an "and" or "or" before a line's marker into the item before it; return where the line goes on."""
        found = _JOIN_BEFORE_MARKER.match(self.document.text, *line.span)
        marker = find_marker(self._text(Span(found.end(), line.span.end))) if found else None
        if found is None or marker is None or self.current is None or self._reading(marker) is None:
            return line.span.start
        self.current.lines.append(Span(found.start(), found.start() + len(found.group().rstrip())))
        return found.end()

    def _text(self, span: Span) -> str:
        return self.document.text[span.start : span.end]

    def _last_words(self) -> str:
        return self._text(self.current.lines[-1]) if self.current and self.current.lines else ""

    def _leads_in(self) -> bool:
        return self._last_words().endswith(":")

    def _reading(self, marker: Marker) -> Reading | None:
        """Return how a marker reads here: as the next of an open list, as a first one, or not as a marker."""
        for reading in marker.readings:
            if any(level.style == reading.style and level.ordinal + 1 == reading.ordinal for level in self.levels):
                return reading
        for reading in marker.readings:
            if reading.ordinal <= 1:
                return reading
        ended = self.current is None or bool(_ENDED.search(self._last_words()))
        return marker.readings[0] if ended and is_in_digits(marker.label) else None

    def _begin(self, marker: Marker, reading: Reading, start: int, indent: int) -> None:
        level = self._level(reading)
        level.style, level.ordinal = reading
        passage = Span(start, start + len(marker.text))
        self.current = Item(level.above + marker.label, reading.style, reading.ordinal, indent, markers=[passage])
        level.siblings.append(self.current)

    def _depth_of(self, style: str) -> int | None:
        """Return how deep the innermost open list of a style is."""
        depths = range(len(self.levels) - 1, -1, -1)
        return next((depth for depth in depths if self.levels[depth].style == style), None)

    def _level(self, reading: Reading) -> _Level:
        """Return the list that an item of this reading goes on with or opens; lists inside it are closed."""
        first = reading.ordinal <= 1
        depth = None if first and self._leads_in() else self._depth_of(reading.style)
        if depth is not None:
            del self.levels[depth + 1 :]
            return self.levels[depth]
        if len(self.levels) == _MOST_LEVELS:
            return self.levels[-1]
        opens = self.current
        if opens is None or not first or not (opens.style or self._leads_in()):
            self.levels.clear()
            self.levels.append(_Level(reading.style, reading.ordinal, self.outermost, ""))
        else:
            self.levels.append(_Level(reading.style, reading.ordinal, opens.children, opens.label))
        return self.levels[-1]

    def _put(self, line: Line, *, marked: bool) -> None:
        if self.current is not None and (marked or self._goes_on(line)):
            self.current.lines.append(line.span)
            return
        self.current = Item(indent=line.indent, lines=[line.span])
        self.outermost.append(self.current)
        del self.levels[1:]

    def _goes_on(self, line: Line) -> bool:
        """Return whether a line without a marker goes on with the item before it."""
        words, before = self._text(line.span), self._last_words()
        if _JOIN_ALONE.fullmatch(words) or not before:
            return True
        if not _ENDED.search(before):
            return not line.after_blank or not (words[0].isupper() or is_in_digits(words[0]))
        item = self.current
        hangs = item is not None and bool(item.style) and line.indent > item.indent and not line.after_blank
        return hangs or words[0].islower()
