"""Labels and their values: on one line, in the next cell, in the cell or on the line below."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from ladder.reading.jurisdictions.outline.lines import without_marks
from ladder.reading.jurisdictions.outline.vocabulary import Vocabulary
from ladder.reading.passages import Document, Span

_CELL_END = re.compile(r"[ ]{2,}|[ ]*[\t|][ \t|]*")
_QUOTED_VALUE = re.compile(r"[^:\"\n]{1,50}:[ \t]{0,9}(?P<quoted>\"[^\"\n]{1,200}\"|'[^'\n]{1,200}')\s{0,9}")
_LABEL = re.compile(r"[A-Za-z][^:\n]{0,50}?(?=[ \t*_]{0,4}[:#])")
_MARK = re.compile(r"[ \t*_]{0,4}(?::|#)[:# \t*_]{0,40}")
_NUMBERED = re.compile(
    r"(?P<label>(?:[A-Za-z]{3,20} ){1,3}(?:No|Number|Code))[. ]{1,3}(?P<value>[A-Z]{0,4}[0-9][A-Za-z0-9.-]{0,15})"
)
_NAMES = ("label", "value")
_COLON = re.compile(r":(?=\s)")
_WORD = re.compile(r"[A-Z][\w.]{0,30}|[a-z][\w.]{0,30}")
_MOST_WORDS_OF_A_LABEL = 4
_FEWEST_LABELS = 2
_LONGEST_LABEL = 60
_MARKS_AROUND = " \t|*_\"'"
_HAS_VALUE = re.compile(r":\s{0,40}\S")
_RULED = re.compile(r"[\s|:+=-]+")
_BULLET = re.compile(r"[-*\u2022\u00b7]\s{1,9}")


class Labelled(NamedTuple):
    """A value and its label: the fact it tells, how far down its label stands among those of that fact, both places."""

    fact: str
    rank: int
    label: Span
    value: Span


def around_value(document: Document, one: Labelled) -> Iterator[Span]:
    """Yield the passages of a label, and of the marks between and after it and its value on the value's line."""
    text = document.text
    if "\n" in text[one.label.end : one.value.start]:
        yield one.label
    else:
        yield Span(one.label.start, one.value.start)
    line_end = text.find("\n", one.value.end)
    rest = text[one.value.end : line_end if line_end >= 0 else len(text)]
    if rest.strip() and not rest.strip(_MARKS_AROUND):
        yield Span(one.value.end, one.value.end + len(rest.rstrip()))


class _Cell(NamedTuple):
    """A cell of a line: its words, the label it begins with or is, and the value after the label."""

    span: Span
    fact: tuple[str, int] | None = None
    label: Span | None = None
    value: Span | None = None
    is_heading: bool = False


def find_labelled(document: Document, scope: Span, vocabulary: Vocabulary) -> tuple[Labelled, ...]:
    """Return every labelled value of a passage, in the order of the labels.

    A label stands before a colon, or is a whole cell or line. Its value stands after the
    colon, else in the next cell of the line, else below: lines of nothing but labels
    belong to as many lines, or cells, below them.
    """
    rows = [row for row in _rows(document, scope, vocabulary) if row]
    found = [one for number, row in enumerate(rows) for one in (*_beside(row), *_below(rows, number))]
    return tuple(sorted(found, key=lambda one: one.label))


def _rows(document: Document, scope: Span, vocabulary: Vocabulary) -> Iterator[tuple[_Cell, ...]]:
    start = scope.start
    for text in document.text[scope.start : scope.end].split("\n"):
        if not _RULED.fullmatch(text):
            yield tuple(_cells(document, Span(start, start + len(text)), vocabulary))
        start += len(text) + 1


def _cells(document: Document, line: Span, vocabulary: Vocabulary) -> Iterator[_Cell]:
    start = line.start
    if _QUOTED_VALUE.fullmatch(document.text, *line):
        yield _cell(document, without_marks(document, line), vocabulary)
        return
    for end in (*_CELL_END.finditer(document.text, *line), None):
        place = without_marks(document, Span(start, end.start() if end else line.end))
        bullet = _BULLET.match(document.text, *place)
        if bullet:
            place = Span(bullet.end(), place.end)
        if place.end > place.start:
            yield from (_cell(document, one, vocabulary) for one in _at_labels(document, place, vocabulary))
        start = end.end() if end else line.end


def _at_labels(document: Document, place: Span, vocabulary: Vocabulary) -> Iterator[Span]:
    """Yield the parts of a cell in which further labels stand after one another with their values."""
    start = place.start
    for colon in list(_COLON.finditer(document.text, *place))[1:]:
        words = list(_WORD.finditer(document.text, max(start, colon.start() - _LONGEST_LABEL), colon.start()))[
            -_MOST_WORDS_OF_A_LABEL:
        ]
        label = next((one for one in words if _is_label(document.text[one.start() : colon.start()], vocabulary)), None)
        if label is not None and label.start() > start:
            yield without_marks(document, Span(start, label.start()))
            start = label.start()
    yield without_marks(document, Span(start, place.end))


def _is_label(words: str, vocabulary: Vocabulary) -> bool:
    return vocabulary.label_of(words) is not None or vocabulary.kind_of(words) == "other"


def _cell(document: Document, place: Span, vocabulary: Vocabulary) -> _Cell:
    words = document.text[place.start : place.end]
    whole = vocabulary.label_of(words)
    if whole is not None and not _HAS_VALUE.search(words):
        return _Cell(place, whole, place)
    numbered = _NUMBERED.fullmatch(words)
    fact = vocabulary.label_of(numbered["label"]) if numbered else None
    if numbered is not None and fact is not None:
        label, value = (Span(place.start + numbered.start(name), place.start + numbered.end(name)) for name in _NAMES)
        return _Cell(place, fact, label, value)
    return _labelled_cell(words, place, document, vocabulary)


def _labelled_cell(words: str, place: Span, document: Document, vocabulary: Vocabulary) -> _Cell:
    label = _LABEL.match(words)
    fact = vocabulary.label_of(label.group()) if label else None
    mark = _MARK.match(words, label.end()) if label else None
    if label is None or mark is None or fact is None:
        return _Cell(place, is_heading=vocabulary.kind_of(words) == "other")
    value = without_marks(document, Span(place.start + mark.end(), place.end))
    return _Cell(place, fact, Span(place.start, place.start + label.end()), value if value.end > value.start else None)


def _beside(row: Sequence[_Cell]) -> Iterator[Labelled]:
    """Yield the values on the line of their labels."""
    for cell, following in zip(row, (*row[1:], None), strict=True):
        if cell.fact is None or cell.label is None:
            continue
        beside = following.span if following and following.fact is None and not following.is_heading else None
        value = cell.value or beside
        if value is not None:
            yield Labelled(*cell.fact, cell.label, value)


def _is_bare(row: Sequence[_Cell]) -> bool:
    """Return whether a line is a label, or heads columns by labels, without a value beside one.

    Of columns two at least are known by their labels, and the others by words of headings.
    """
    known = [cell for cell in row if cell.fact is not None]
    if any(cell.value is not None for cell in row):
        return False
    return len(known) == len(row) or (len(known) > 1 and all(cell.fact or cell.is_heading for cell in row))


def _below(rows: Sequence[Sequence[_Cell]], number: int) -> Iterator[Labelled]:
    """Yield the values below a line of labels: in its columns, or line by line where labels stand below one another."""
    row = rows[number]
    if not _is_bare(row):
        return iter(())
    return _in_columns(row, rows[number + 1 :]) if len(row) > 1 else _line_by_line(rows, number)


def _in_columns(row: Sequence[_Cell], rows: Iterable[Sequence[_Cell]]) -> Iterator[Labelled]:
    for below in takewhile(lambda below: len(below) == len(row) and _is_of_values(below), rows):
        yield from _paired(row, below)


def _line_by_line(rows: Sequence[Sequence[_Cell]], number: int) -> Iterator[Labelled]:
    """Yield as many values as there are labels below one another, the first of them on this line.

    Words of headings among them are labels, too, where two at least are known as labels.
    """
    if number and _is_lone_label(rows[number - 1]):
        return
    labels = list(takewhile(_may_be_lone_label, rows[number:]))
    if sum(map(_is_lone_label, labels)) < _FEWEST_LABELS:
        labels = list(takewhile(_is_lone_label, labels))
    values = rows[number + len(labels) : number + 2 * len(labels)]
    if len(values) == len(labels) and all(map(_is_of_values, values)):
        yield from _paired([one[0] for one in labels], [one[0] for one in values])


def _may_be_lone_label(row: Sequence[_Cell]) -> bool:
    return _is_lone_label(row) or (len(row) == 1 and row[0].is_heading)


def _is_of_values(row: Sequence[_Cell]) -> bool:
    return not any(cell.fact for cell in row)


def _is_lone_label(row: Sequence[_Cell]) -> bool:
    return len(row) == 1 and _is_bare(row)


def _paired(labels: Sequence[_Cell], values: Sequence[_Cell]) -> Iterator[Labelled]:
    for cell, value in zip(labels, values, strict=True):
        if cell.fact is not None and cell.label is not None:
            yield Labelled(*cell.fact, cell.label, value.span)
