"""Comma-separated text to rows: the mark between cells found, quotes taken off, every cell left as it is written."""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from ladder.reading.text.decoding import decode_text
from ladder.reading.text.extracts import UnfitDocumentError
from ladder.reading.text.limits import LARGEST_TEXT, refuse_document
from ladder.reading.text.sheet_rows import Sheet, Table, rows_of

_MARKS = (",", "\t", ";", "|")
_HEAD = 20


def read_csv(content: bytes, *, name: str) -> Table:
    """Return the rows of a file of separated values; nothing in a cell is taken for a number.

    The mark between cells is the one (comma, tab, semicolon, bar) by which most of the
    first rows have as many cells as each other; of several, the one that gives more cells.

    Raises:
        BadFileError: no text, NUL bytes, quotes that never end, or more than a table of
            classes holds (``ladder.reading.text.sheet_rows``).

    """
    decoded = decode_text(content, name=name)
    csv.field_size_limit(LARGEST_TEXT)
    try:
        rows = rows_of(_rows(decoded.text, _find_mark(decoded.text)))
    except (csv.Error, UnfitDocumentError) as error:
        refuse_document(name, f"this table is not read: {error}", "save it anew as CSV, or split it")
    if not rows:
        refuse_document(name, "there is no text in the file", "name a file with text")
    return Table(name, (Sheet("", rows),), decoded.notes)


def _rows(text: str, mark: str) -> Iterator[tuple[int, list[str]]]:
    # Counted as a spreadsheet counts, where a cell of several lines is in one row.
    return enumerate(csv.reader(StringIO(text, newline=""), delimiter=mark, strict=True), start=1)


def _find_mark(text: str) -> str:
    return max(_MARKS, key=lambda mark: _evenness(_lengths(text, mark)))


def _lengths(text: str, mark: str) -> list[int]:
    lengths = list[int]()
    try:
        for _, cells in _rows(text, mark):
            lengths.append(len(cells))
            if len(lengths) == _HEAD:
                break
    except csv.Error:
        return []
    return lengths


def _evenness(lengths: Iterable[int]) -> tuple[int, int]:
    """Return how many of the rows have the commonest number of cells above one, and that number."""
    several = [length for length in lengths if length > 1]
    return max(((several.count(length), length) for length in set(several)), default=(0, 0))
