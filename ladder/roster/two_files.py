"""Employees whose rows are in two parts of one roster: found by their ids alone, told by file and row.

A part is evaluated by itself, so that all rows of an employee must be in one. Ids are held as
numbers while they are compared, and nothing of them is written.
"""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import merge
from itertools import pairwise

from ladder.roster.batches import ELSEWHERE, Batch, OpenTable, TableUnreadableError, Texts, distinct_texts
from ladder.roster.reading_rules import Employees, find_column_work
from ladder.roster.row_faults import FaultLog, Refusals
from ladder.roster.table_columns import TableReader, Wanted, fold_name
from ladder.roster.table_files import JOBS, PEOPLE, RosterFiles, open_table
from ladder.roster_layouts import Layout, columns_of

RowsElsewhere = Mapping[str, frozenset[int]]
"""By the name of a file, the numbers of its rows whose employee has rows in another part, too."""
NOWHERE: RowsElsewhere = {}


def rows_elsewhere(parts: Sequence[RosterFiles], layout: Layout) -> list[RowsElsewhere]:
    """Return for each part its rows of employees who are in another part as well.

    Tables that cannot be read are passed over: they are refused where they are evaluated.

    Raises:
        BadCallError: a file needs a library that is not installed.

    """
    suspects = _in_two([_numbers_of(one, layout) for one in parts])
    if not suspects:
        return [NOWHERE for _ in parts]
    held = [{text for text in _employees_of(one, layout) if hash(text) in suspects} for one in parts]
    seen, doubled = set[str](), set[str]()
    for names in held:
        doubled |= seen & names
        seen |= names
    return [_rows_of(one, layout, doubled) for one in parts]


def _in_two(parts: Sequence["array[int]"]) -> frozenset[int]:
    """Return the numbers that are in more than one part."""
    return frozenset(one for one, after in pairwise(merge(*parts)) if one == after)


def _numbers_of(files: RosterFiles, layout: Layout) -> "array[int]":
    """Return a number for each employee of a part, in order; two employees may have the same."""
    return array("q", sorted({hash(text) for text in _employees_of(files, layout)}))


def _employees_of(files: RosterFiles, layout: Layout) -> Iterator[str]:
    for _, employees, _ in _read(files, layout):
        yield from employees.places


def _rows_of(files: RosterFiles, layout: Layout, doubled: set[str]) -> RowsElsewhere:
    found = dict[str, frozenset[int]]()
    for file, employees, rows in _read(files, layout):
        places = {place for text, place in employees.places.items() if text in doubled}
        found[file] = frozenset(row for row, place in rows if place in places)
    return found


def _read(files: RosterFiles, layout: Layout) -> Iterator[tuple[str, Employees, Iterable[tuple[int, int]]]]:
    """Yield each table of a part with its employees, and for each row its number and the place of its employee."""
    for table, path in ((JOBS, files.jobs), (PEOPLE, files.people)):
        if path is None:
            continue
        refusals = Refusals()
        employees = Employees(refusals)
        wanted = {"employee": Wanted(_columns(table, layout), employees.place, is_needed=True, remembers=True)}
        try:
            opened = open_table(path, str(path))
        except TableUnreadableError:
            continue
        read = TableReader(opened, FaultLog(), refusals, find_column_work()).read(wanted)
        if read is not None:
            yield str(path), employees, zip(map(int, read.rows), map(int, read.columns["employee"]), strict=True)


def _columns(table: str, layout: Layout) -> tuple[str, ...]:
    return columns_of(layout.jobs if table == JOBS else layout.people)["employee"]


# ------------------------------------------------------------------ rows that are marked


def mark_elsewhere(
    opened: Mapping[str, OpenTable], layout: Layout, elsewhere: RowsElsewhere
) -> Mapping[str, OpenTable]:
    """Return the tables with the rows marked whose employee another part has rows of, so that each is refused."""
    return {name: _marked(table, _columns(name, layout), elsewhere) for name, table in opened.items()}


def _marked(table: OpenTable, columns: Sequence[str], elsewhere: RowsElsewhere) -> OpenTable:
    rows = elsewhere.get(table.file)
    header = [fold_name(one) for one in table.header]
    if not rows or fold_name(columns[0]) not in header:
        return table
    employee = header.index(fold_name(columns[0]))

    def batches(places: Sequence[int]) -> Iterator[Batch]:
        for batch in table.batches(places):
            told = zip(places, batch.columns, strict=True)
            yield Batch(
                batch.rows,
                tuple(_with_marks(batch.rows, one, rows) if place == employee else one for place, one in told),
            )

    return table._replace(batches=batches)


def _with_marks(rows: Sequence[int], column: Texts, marked: frozenset[int]) -> Texts:
    told = zip(rows, column.places, strict=True)
    return distinct_texts([ELSEWHERE if row in marked else column.texts[place] for row, place in told])
