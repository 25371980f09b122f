"""What was read of a roster, as tables: columns, dates, classes not found, gaps, and every row that was rejected."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias, Union

from ladder.answer_json import number
from ladder.answer_tables import SEVERAL, Cell, Table
from ladder.catalog.catalog import Catalog
from ladder.catalog.jurisdictions import Ruling
from ladder.eligibility.cases import Case
from ladder.eligibility.plans import Plan
from ladder.histories import History
from ladder.roster.cells import case_of
from ladder.roster.planner_tables import PlainTable, evaluate_roster, tables_of
from ladder.roster.published_tables import publish
from ladder.roster.reading_roster import RosterRead
from ladder.roster.row_faults import REJECTED_COLUMNS, FaultLog
from ladder.service_time import Month, print_month

if TYPE_CHECKING:
    from ladder.roster.part_notes import PartsRead
    from ladder.roster.parted import PartedRoster

AnyRead: TypeAlias = Union[RosterRead, "PartsRead"]
"""What was read of a roster: whole, or in parts."""

LEAST_TOLD = 5
"""Rows that a text of the roster must stand in to be told: one of fewer might tell who is meant."""
COUNT_COLUMNS = ("what", "number")
FOUND_COLUMNS = ("file", "column", "read_from")
DATE_COLUMNS = ("table", "column", "pattern", "fits", "only_this", "texts")
CLASS_COLUMNS = ("text", "rows", "near")
GAP_COLUMNS = ("from", "to", "records")
RULING_COLUMNS = ("class", "counts_toward", "by", "date")
LIMIT_COLUMNS = ("layout", "cannot_answer")


def evaluated_tables(
    read: RosterRead, catalog: Catalog, *, persons: bool = False, publishes: bool = False
) -> Mapping[str, Table]:
    """Return the tables of a roster before a catalog, and the rows that were rejected; persons only if asked for.

    Tables to be published hold no count of few people, and no table of rows.
    """
    found = evaluate_roster(read.roster, case_of(read.roster, catalog), persons=persons and not publishes)
    return _told(found, read.log, publishes=publishes)


def parted_tables(parted: "PartedRoster", catalog: Catalog, *, publishes: bool = False) -> Mapping[str, Table]:
    """Return the tables of a roster in parts, those that it would have as one; of one only described, what was read."""
    if parted.counted is None:
        return described_tables(parted.read)
    case = Case(catalog, History(parted.read.as_of), Plan())
    return _told(tables_of(parted.counted, case), parted.read.log, publishes=publishes)


def _told(found: Mapping[str, PlainTable], log: FaultLog, *, publishes: bool) -> Mapping[str, Table]:
    if publishes:
        return {name: Table(*plain) for name, plain in publish(found).items()}
    return {name: Table(*plain) for name, plain in found.items()} | {"rejected": rejected_table(log)}


def first_snapshot(read: AnyRead) -> Month | None:
    """Return the month before which a roster of snapshots tells of no service; None of any other."""
    return read.snapshots[0] if read.snapshots else None


def tables_json(tables: Mapping[str, Table], rulings: Sequence[Ruling]) -> Mapping[str, object]:
    """Return the tables as one JSON object, a key a table, with the rulings that hold for the run."""
    told: dict[str, object] = {
        name: [dict(zip(table.columns, map(_json_cell, row), strict=True)) for row in table.rows]
        for name, table in tables.items()
    }
    ruled = [
        {"class": one.class_id, "counts_toward": list(one.counts_toward), "by": one.by, "date": one.date}
        for one in rulings
    ]
    return told | ({"rulings": ruled} if ruled else {})


def _json_cell(cell: Cell) -> object:
    return number(Fraction(cell)) if isinstance(cell, Decimal) else cell


def rulings_table(rulings: Sequence[Ruling]) -> Mapping[str, Table]:
    """Return the rulings that hold for the run as a table by its name; nothing where there is none."""
    rows = tuple((one.class_id, SEVERAL.join(one.counts_toward), one.by, one.date) for one in rulings)
    return {"rulings": Table(RULING_COLUMNS, rows)} if rows else {}


def rejected_table(log: FaultLog) -> Table:
    """Return one row a fault, as far as they are kept, by file, row and column; no cell of the roster is in it."""
    ordered = sorted(log.kept, key=lambda one: (one.file, one.row, one.column))
    return Table(REJECTED_COLUMNS, tuple(tuple(one) for one in ordered))


def described_tables(read: AnyRead) -> Mapping[str, Table]:
    """Return what ``--describe`` tells, a table each."""
    counts = tuple((name, number) for name, number in read.counts._asdict().items())
    return {
        "counts": Table(COUNT_COLUMNS, counts),
        "columns": Table(FOUND_COLUMNS, tuple(_columns(read))),
        "dates": Table(DATE_COLUMNS, tuple(_dates(read))),
        "classes_not_found": Table(CLASS_COLUMNS, tuple(_classes(read))),
        "gaps": Table(GAP_COLUMNS, tuple(_gaps(read))),
        "cannot_answer": Table(LIMIT_COLUMNS, tuple((read.layout.name, one) for one in read.layout.cannot_answer)),
        "rejected": rejected_table(read.log),
    }


def _columns(read: AnyRead) -> Iterator[tuple[Cell, ...]]:
    """Yield each column of ours with those it is read from, then those that nothing reads."""
    for table in read.tables.values():
        yield from ((table.file, ours, SEVERAL.join(theirs)) for ours, theirs in table.found.items())
        yield from ((table.file, None, theirs) for theirs in table.unused)


def _dates(read: AnyRead) -> Iterator[tuple[Cell, ...]]:
    for (table, column), evidence in read.evidence.items():
        for line in evidence.lines():
            yield (table, column, *line)


def _classes(read: AnyRead) -> Iterator[tuple[Cell, ...]]:
    """Yield the texts that no class answers to, the commonest first; rare ones together, without their text."""
    ordered = sorted(read.classes_unread.items(), key=lambda one: (-one[1], one[0]))
    yield from ((text, rows, read.near.get(text) or None) for text, rows in ordered if rows >= LEAST_TOLD)
    rare = [rows for _, rows in ordered if rows < LEAST_TOLD]
    if rare:
        yield None, sum(rare), None


def _gaps(read: AnyRead) -> Iterator[tuple[Cell, ...]]:
    for (one, other), records in read.gaps.items():
        yield print_month(one), print_month(other), records
