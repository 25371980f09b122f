"""The columns of a table found by their names, and read to numbers, each distinct text once."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain, repeat
from typing import NamedTuple

from ladder.roster.batches import (
    ELSEWHERE,
    FORMULA,
    IN_ERROR,
    SHIFTED,
    TOO_LONG,
    Batch,
    OpenTable,
    TableUnreadableError,
    Texts,
    distinct_texts,
    unreadable,
)
from ladder.roster.column_work import ColumnWork
from ladder.roster.people import Column
from ladder.roster.row_faults import FIRST_REFUSED, FaultCode, FaultLog, Refusal, Refusals

MOST_REMEMBERED = 20_000
"""Texts of one column that are remembered; a column with more is read anew from there, so that memory stays bounded."""
MOST_ROWS = 50_000_000
_TOGETHER = "\x1f"
"""What stands between texts of several columns that are one value."""
_MARKS = {
    FORMULA: Refusal(FaultCode.FORMULA_CELL, "the cell holds a formula", "copy the sheet, paste it as values"),
    IN_ERROR: Refusal(FaultCode.CELL_IN_ERROR, "the cell shows an error of the spreadsheet", "correct it"),
    ELSEWHERE: Refusal(
        FaultCode.EMPLOYEE_IN_TWO_FILES,
        "another file of the folder has rows of the same employee",
        "put all rows of an employee into one part",
    ),
    TOO_LONG: Refusal(FaultCode.CELL_TOO_LONG, "the cell holds more than any cell should", "shorten it"),
    SHIFTED: Refusal(
        FaultCode.ROW_TOO_LONG,
        "the row has more cells than the header",
        "put quotes around a cell that holds the mark between cells, or complete the header",
    ),
}


class Wanted(NamedTuple):
    """A column of ours: the user's own columns it is made of, and how a text becomes a number.

    ``is_needed`` says that a table without it cannot be read. What ``remembers``
    keeps its texts itself. ``unread``, where it is given, counts the rows of each text that is refused.
    """

    columns: tuple[str, ...]
    read: Callable[[str], int]
    is_needed: bool = False
    remembers: bool = False
    unread: Counter[str] | None = None


class TableRead(NamedTuple):
    """A table read to numbers: row numbers, and the columns that were found; faults are numbers of refusals.

    ``unused`` are columns of the file that nothing reads.
    """

    file: str
    rows: Column
    columns: Mapping[str, Column]
    found: Mapping[str, tuple[str, ...]]
    unused: tuple[str, ...]

    def column(self, name: str, blank: int) -> Column:
        """Return a column; one that the table does not have is blank in every row."""
        return self.columns[name] if name in self.columns else list(repeat(blank, len(self.rows)))


def fold_name(name: str) -> str:
    """Return the name of a column without case, blanks and low lines."""
    return "".join(name.casefold().replace("_", " ").split())


class TableReader:
    """Reads one table's wanted columns; what is wrong with the table as a whole is taken down."""

    def __init__(self, table: OpenTable, log: FaultLog, refusals: Refusals, work: ColumnWork) -> None:
        """Take the table, and where faults go."""
        self._table, self._log, self._refusals, self._work = table, log, refusals, work
        self._header = [fold_name(one) for one in table.header]

    def read(self, wanted: Mapping[str, Wanted]) -> TableRead | None:
        """Return the columns as numbers; None where a needed one is missing, or the table cannot be read to its end."""
        places = {name: self._places(one) for name, one in wanted.items()}
        found = {name: some for name, some in places.items() if some}
        self._tell_missing(wanted, found)
        self._tell_doubled(found)
        if any(wanted[name].is_needed and name not in found for name in wanted):
            return None
        return self._numbers({name: wanted[name] for name in found}, found)

    def _places(self, one: Wanted) -> tuple[int, ...]:
        names = [fold_name(name) for name in one.columns]
        return tuple(self._header.index(name) for name in names) if set(names) <= set(self._header) else ()

    def _tell_missing(self, wanted: Mapping[str, Wanted], found: Mapping[str, tuple[int, ...]]) -> None:
        for name, one in wanted.items():
            if one.is_needed and name not in found:
                what = f"the table has no column {' and '.join(one.columns)}"
                try_this = f"add it, or write the name of your own under {name} in the layout"
                self._log.add(self._table.file, 0, name, Refusal(FaultCode.COLUMN_MISSING, what, try_this))

    def _tell_doubled(self, found: Mapping[str, tuple[int, ...]]) -> None:
        times = Counter(self._header)
        for name, places in found.items():
            for place in places:
                if times[self._header[place]] > 1:
                    what = f"the table has more than one column {self._table.header[place]}"
                    refusal = Refusal(FaultCode.COLUMN_DOUBLED, what, "keep one of them")
                    self._log.add(self._table.file, 0, name, refusal)

    def _numbers(self, wanted: Mapping[str, Wanted], found: Mapping[str, tuple[int, ...]]) -> TableRead | None:
        order = tuple(dict.fromkeys(chain.from_iterable(found.values())))
        growing = {
            name: _Growing(one, [order.index(place) for place in found[name]], self._refusals, self._work)
            for name, one in wanted.items()
        }
        rows: list[Column] = []
        for batch in self._batches(order):
            if batch is None:
                return None
            rows.append(self._work.column(batch.rows))
            for column in growing.values():
                column.grow(batch)
        columns = {name: column.whole() for name, column in growing.items()}
        told = {name: tuple(map(self._table.header.__getitem__, places)) for name, places in found.items()}
        unused = tuple(one for at, one in enumerate(self._table.header) if at not in order and one)
        return TableRead(self._table.file, self._work.joined(rows), columns, told, unused)

    def _batches(self, order: Sequence[int]) -> Iterator[Batch | None]:
        """Yield the batches; None where the table cannot be read any further, which is taken down."""
        rows = 0
        try:
            for batch in self._table.batches(order):
                rows += len(batch.rows)
                _refuse_beyond(rows)
                yield batch
        except TableUnreadableError as error:
            self._log.add(self._table.file, error.row, "", error.refusal)
            yield None


def _refuse_beyond(rows: int) -> None:
    if rows > MOST_ROWS:
        what = f"the table has more than {MOST_ROWS:,} rows"
        raise unreadable(FaultCode.TOO_MANY_ROWS, what, "split it by department, or by jurisdiction")


class _Growing:
    """One column of ours as it is read, batch by batch."""

    def __init__(self, wanted: Wanted, places: Sequence[int], refusals: Refusals, work: ColumnWork) -> None:
        self._parts: list[Column] = []
        self._places, self._unread, self._work = places, wanted.unread, work
        self._numbers = _Remembered(wanted, refusals)

    def grow(self, batch: Batch) -> None:
        texts = _together([batch.columns[place] for place in self._places])
        numbers = list(map(self._numbers.number, texts.texts))
        self._parts.append(self._work.taken(numbers, texts.places))
        _count_unread(self._unread, texts, numbers)

    def whole(self) -> Column:
        """Return the column, whose parts are held no longer."""
        column = self._work.joined(self._parts)
        self._parts.clear()
        return column


class _Remembered:
    """The numbers of a column's texts, each worked out once as long as it is remembered."""

    def __init__(self, wanted: Wanted, refusals: Refusals) -> None:
        self._read, self._remembers = wanted.read, wanted.remembers
        self._known = {mark: refusals.number(*refusal) for mark, refusal in _MARKS.items()}
        self._marks = dict(self._known)

    def number(self, text: str) -> int:
        known = self._marks if self._remembers else self._known
        found = known.get(text)
        if found is None:
            found = self._read(text)
            if not self._remembers:
                self._keep(text, found)
        return found

    def _keep(self, text: str, found: int) -> None:
        if len(self._known) > MOST_REMEMBERED:
            self._known = dict(self._marks)
        self._known[text] = found


def _count_unread(unread: Counter[str] | None, texts: Texts, numbers: Sequence[int]) -> None:
    refused = {place for place, number in enumerate(numbers) if number <= FIRST_REFUSED} if unread is not None else ()
    if refused and unread is not None:
        unread.update(texts.texts[place] for place in texts.places if place in refused)


def _together(columns: Sequence[Texts]) -> Texts:
    """Return one column of the texts of several; blank where all of them are, and a mark where one is marked."""
    if len(columns) == 1:
        return columns[0]
    each = [[one.texts[place] for place in one.places] for one in columns]
    return distinct_texts([_one_text(texts) for texts in zip(*each, strict=True)])


def _one_text(texts: Sequence[str]) -> str:
    return next((one for one in texts if one in _MARKS), _TOGETHER.join(texts) if any(texts) else "")
