"""What ``ladder roster`` says in words: what was read of the tables, and what was not."""

from collections.abc import Iterator, Mapping, Sequence

from ladder.answer_tables import Cell, Table
from ladder.catalog.jurisdictions import Ruling
from ladder.cli.page_text import INDENT, print_list, print_section, print_table
from ladder.roster.reading_roster import RosterRead
from ladder.roster_tables import LEAST_TOLD
from ladder.service_time import Month
from ladder.telling.messages import is_known, say
from ladder.telling.times import spell_month

_MOST_FAULTS = 20
_MOST_CLASSES = 40
_TOLD_ABOVE = frozenset({"rejected", "rulings"})
"""Tables that a terminal tells in words."""
_SHOWN: Mapping[str, tuple[str, ...]] = {
    "bench": ("class", "incumbents", "ready_now", "within_12", "within_24", "if_24", "gap_24", "warnings"),
    "feeders": ("class", "feeder", "incumbents", "ready_now", "within_12", "within_24", "if_24"),
    "answerable": ("class", "by", "what is missing"),
}
"""The columns that a terminal shows of wide tables."""


def print_counts(read: RosterRead) -> str:
    """Return what became of all rows, and who is there."""
    counts = read.counts
    told = [
        say(
            "roster.rows",
            rows=f"{counts.rows_in:,}",
            people=f"{counts.people:,}",
            spans=f"{counts.spans:,}",
            joined=f"{counts.joined:,}",
            aside=f"{counts.set_aside:,}",
            rejected=f"{counts.rejected:,}",
        ),
        say(
            "roster.people",
            employees=f"{counts.employees:,}",
            month=spell_month(read.roster.as_of),
            present=f"{counts.present:,}",
        ),
    ]
    for name in ("without_jobs", "without_people", "touched"):
        number = getattr(counts, name)
        told += [say(f"roster.{name}", number=f"{number:,}")] if number else []
    told += [say("roster.faults", number=f"{read.log.total:,}")] if read.log.total else []
    return print_section(say("roster.heading.read"), print_list(told))


def print_rulings(rulings: Sequence[Ruling]) -> str:
    """Return the rulings that hold for the run."""
    told = [one.shows.text for one in rulings if one.shows]
    return print_section(say("roster.heading.rulings"), print_list(told)) if told else ""


def print_described(read: RosterRead, tables: Mapping[str, Table], rulings: Sequence[Ruling]) -> str:
    """Return what ``--describe`` tells of a roster."""
    limits = [str(row[1]) for row in tables["cannot_answer"].rows]
    parts = (
        print_counts(read),
        *_columns(read),
        _titled("roster.heading.dates", tables["dates"]),
        _classes(tables["classes_not_found"]),
        _snapshots(read),
        print_section(say("roster.heading.cannot"), print_list(limits)) if limits else "",
        print_rulings(rulings),
        _faults(read),
    )
    return "\n".join(filter(None, parts))


def _columns(read: RosterRead) -> Iterator[str]:
    for table in read.tables.values():
        told = [
            say("roster.columns", column=ours, names=", ".join(theirs))
            for ours, theirs in table.found.items()
            if not ours.startswith("keep ")
        ]
        told += [say("roster.unused", names=", ".join(table.unused))] if table.unused else []
        told += [say("roster.fte_missing")] if "class" in table.found and "fte" not in table.found else []
        yield print_section(say("roster.heading.columns", file=table.file), print_list(told))


def _titled(heading: str, table: Table) -> str:
    return print_section(say(heading), _printed(table)) if table.rows else ""


def _classes(table: Table) -> str:
    few = say("roster.class_few", least=str(LEAST_TOLD))
    rows = tuple((few if row[0] is None else row[0], *row[1:]) for row in table.rows[:_MOST_CLASSES])
    return _titled("roster.heading.classes", table._replace(rows=rows))


def _printed(table: Table) -> str:
    numeric = frozenset(
        place for place in range(len(table.columns)) if all(isinstance(row[place], int | None) for row in table.rows)
    )
    rows = [[_shown(cell) for cell in row] for row in table.rows]
    return print_table(list(map(_heading, table.columns)), rows, numeric=numeric, indent=INDENT)


def _heading(column: str) -> str:
    message = f"roster.column.{column}"
    return say(message) if is_known(message) else column.replace("_", " ")


def _shown(cell: Cell) -> str:
    if cell is None:
        return ""
    return f"{cell:,}" if isinstance(cell, int) else str(cell)


def _snapshots(read: RosterRead) -> str:
    if not read.snapshots:
        return ""
    first, last = (spell_month(Month(one)) for one in (read.snapshots[0], read.snapshots[-1]))
    told = [say("roster.snapshots", first=first, last=last, number=str(len(read.snapshots)))]
    told += [
        say("roster.gap", one=spell_month(one), other=spell_month(other), number=f"{number:,}")
        for (one, other), number in read.gaps.items()
    ]
    return print_section(say("roster.heading.snapshots"), print_list(told))


def _faults(read: RosterRead) -> str:
    """Return the faults by file, column and kind, with what to try for each."""
    tries = {(one.file, one.column, one.code): one for one in reversed(read.log.kept)}
    told = [
        f"{_place(file, column)}{code}, {number:,}: {_first(tries.get((file, column, code.value)))}"
        for (file, column, code), number in read.log.counts.most_common(_MOST_FAULTS)
    ]
    return print_section(say("roster.heading.faults"), print_list(told)) if told else ""


def _place(file: str, column: str) -> str:
    return f"{file}: {column}: " if column else f"{file}: "


def _first(one: object) -> str:
    return f"row {getattr(one, 'row', 0)}: {getattr(one, 'what', '')}; {getattr(one, 'try_this', '')}"


def print_read(read: RosterRead, rulings: Sequence[Ruling]) -> str:
    """Return what was read, and the rulings that hold."""
    return "\n".join(filter(None, (print_counts(read), print_rulings(rulings))))


def print_page(read: RosterRead, tables: Mapping[str, Table], rulings: Sequence[Ruling]) -> str:
    """Return what was read, and each table that has rows."""
    return "\n".join(filter(None, (print_read(read, rulings), *_tables(tables))))


def print_published(read: RosterRead, tables: Mapping[str, Table], rulings: Sequence[Ruling]) -> str:
    """Return the tables alone: what was read of rows and people is not published."""
    del read
    return "\n".join(filter(None, (print_rulings(rulings), *_tables(tables))))


def _tables(tables: Mapping[str, Table]) -> Iterator[str]:
    for name, table in tables.items():
        if name not in _TOLD_ABOVE:
            yield _titled_by_name(name, in_short(name, table))


def in_short(name: str, table: Table, *, with_title: bool = False) -> Table:
    """Return the columns of a table that fit a terminal, or a page, which has the titles of classes too."""
    shown = _SHOWN.get(name, table.columns)
    if with_title and "title" in table.columns and "title" not in shown:
        shown = (shown[0], "title", *shown[1:])
    places = [table.columns.index(one) for one in shown]
    return Table(shown, tuple(tuple(row[place] for place in places) for row in table.rows))


def _titled_by_name(name: str, table: Table) -> str:
    return print_section(name.replace("_", " ").capitalize(), _printed(table)) if table.rows else ""
