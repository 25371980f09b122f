"""Rows of cells: what a table of classes is to the rest of the reading, wherever the cells came from."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ladder.reading.text.extracts import UnfitDocumentError
from ladder.reading_notes import Note

MOST_ROWS = 4_000
"""Rows of the longest table that is read."""

MOST_COLUMNS = 200
"""Cells of the longest row that is read."""

# Marks of the alphabet for just this: a cell holds none of them, since they are blanks in every text.
_SHEET, _ROW, _CELL = "\x1c", "\x1e", "\x1f"


class Row(NamedTuple):
    """A row with words: its number, counted as a spreadsheet does, and its cells as they are shown."""

    number: int
    cells: tuple[str, ...]


class Sheet(NamedTuple):
    """A sheet: its name, empty where it is the only one, and its rows."""

    name: str
    rows: tuple[Row, ...]


class Table(NamedTuple):
    """A file whose rows, or items, are classes: ``row_word`` is what one of them is called in a citation."""

    name: str
    sheets: tuple[Sheet, ...]
    notes: tuple[Note, ...] = ()
    row_word: str = "row"


def rows_of(rows: Iterable[tuple[int, Iterable[str]]]) -> tuple[Row, ...]:
    """Return the rows that hold words, each without the blank cells at its end.

    Raises:
        UnfitDocumentError: more rows or columns than a table of classes has.

    """
    found = list[Row]()
    for number, cells in rows:
        kept = list(cells)
        while kept and not kept[-1].strip():
            kept.pop()
        if len(kept) > MOST_COLUMNS:
            message = f"row {number:,} has more than {MOST_COLUMNS} columns"
            raise UnfitDocumentError(message)
        if kept:
            found.append(Row(number, tuple(kept)))
        if len(found) > MOST_ROWS:
            message = f"it has more than {MOST_ROWS:,} rows with words"
            raise UnfitDocumentError(message)
    return tuple(found)


def print_row(cells: Sequence[Sequence[str]]) -> list[str]:
    r"""Return the lines of a row within a text: one line, its cells parted by tabs, unless a cell has several lines.

    >>> print_row([["Class Code"], ["0441"]]), print_row([["Asked"], ["a degree", "a license"]])
    (['Class Code\t0441'], ['Asked', 'a degree', 'a license'])
    """
    if any(len(cell) > 1 for cell in cells):
        return [line for cell in cells for line in cell]
    return ["\t".join(line for cell in cells for line in cell)]


def pack_sheets(sheets: Iterable[Sheet]) -> str:
    r"""Return sheets as one text, which :func:`unpack_sheets` takes apart.

    >>> unpack_sheets(pack_sheets([Sheet("a", (Row(2, ("x", "y\nz")),))]))
    (Sheet(name='a', rows=(Row(number=2, cells=('x', 'y\nz')),)),)
    """
    return _SHEET.join(_ROW.join([_bare(one.name), *map(_pack_row, one.rows)]) for one in sheets)


def _pack_row(row: Row) -> str:
    return _CELL.join([str(row.number), *map(_bare, row.cells)])


def _bare(text: str) -> str:
    return text.replace(_SHEET, " ").replace(_ROW, " ").replace(_CELL, " ")


def unpack_sheets(text: str) -> tuple[Sheet, ...]:
    """Return the sheets of a packed text; none of an empty one."""
    return tuple(_unpack_sheet(one) for one in text.split(_SHEET)) if text else ()


def _unpack_sheet(text: str) -> Sheet:
    name, *rows = text.split(_ROW)
    return Sheet(name, tuple(_unpack_rows(rows)))


def _unpack_rows(rows: Iterable[str]) -> Iterator[Row]:
    for row in rows:
        number, *cells = row.split(_CELL)
        yield Row(int(number), tuple(cells))
