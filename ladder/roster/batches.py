"""A table as it is read: its header, and its rows in batches, a column as its distinct texts and their places."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from ladder.errors import LadderError
from ladder.roster.row_faults import FaultCode, Refusal

ROWS_A_BATCH = 20_000
MOST_COLUMNS = 2_000
LONGEST_CELL = 4_000
"""Letters of the longest cell: lists of courses and licenses are the longest there are."""
HEADER_ROW = 1
HELP = "# the employee's id"
"""What the template's row of help begins with: it is no row of data."""

FORMULA, IN_ERROR, TOO_LONG, SHIFTED = "\0formula", "\0error", "\0long", "\0shifted"
ELSEWHERE = "\0elsewhere"
"""What stands in place of a cell that says nothing by itself."""


class Texts(NamedTuple):
    """One column of a batch: its distinct texts, without blanks around them, and for each row the place of its own."""

    texts: Sequence[str]
    places: Sequence[int]


class Batch(NamedTuple):
    """Rows of a table in a batch: their numbers as a spreadsheet counts them, and the columns that were asked for."""

    rows: Sequence[int]
    columns: tuple[Texts, ...]


class OpenTable(NamedTuple):
    """A table whose header is read; ``batches`` reads the rows of the columns at these places.

    ``problems`` are faults that its file has as a whole, which keep it from being used.
    """

    file: str
    header: tuple[str, ...]
    batches: Callable[[Sequence[int]], Iterator[Batch]]
    problems: tuple[Refusal, ...] = ()


class TableUnreadableError(LadderError):
    """A table cannot be read any further; ``row`` is where, 0 where that is not known."""

    def __init__(self, refusal: Refusal, *, row: int = 0) -> None:
        """Keep the fault."""
        self.refusal, self.row = refusal, row
        super().__init__(refusal.what)


def unreadable(code: FaultCode, what: str, try_this: str, *, row: int = 0) -> TableUnreadableError:
    """Return the fault of a table that cannot be read."""
    return TableUnreadableError(Refusal(code, what, try_this), row=row)


def batches_of(rows: Iterable[tuple[int, Sequence[str]]], places: Sequence[int]) -> Iterator[Batch]:
    """Yield numbered rows of cells in batches; empty rows and those of help are passed over, short ones filled up."""
    filled = ((number, cells) for number, cells in rows if any(cells) and not cells[0].startswith(HELP))
    while some := list(islice(filled, ROWS_A_BATCH)):
        yield Batch([number for number, _ in some], tuple(_texts_at(place, some) for place in places))


def _texts_at(place: int, rows: Sequence[tuple[int, Sequence[str]]]) -> Texts:
    return distinct_texts([bare(cells[place]) if place < len(cells) else "" for _, cells in rows])


def distinct_texts(cells: Sequence[str]) -> Texts:
    """Return a column of cells as its distinct texts and their places."""
    index = {text: place for place, text in enumerate(dict.fromkeys(cells))}
    return Texts(tuple(index), list(map(index.__getitem__, cells)))


def bare(text: str) -> str:
    """Return a cell without blanks around it; of one that is too long, the mark that says so."""
    return text.strip() if len(text) <= LONGEST_CELL else TOO_LONG


def whole_rows(rows: Iterable[tuple[int, Sequence[str]]], columns: int) -> Iterator[tuple[int, Sequence[str]]]:
    """Yield the rows; one with text beyond the header has shifted cells, so that no cell of it is sure."""
    for number, cells in rows:
        is_shifted = len(cells) > columns and any(map(str.strip, cells[columns:]))
        yield number, (SHIFTED,) * columns if is_shifted else cells
