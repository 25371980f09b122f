"""What ``ladder roster`` says in words: what was read of the tables, and what was not."""

from collections.abc import Iterator, Mapping, Sequence

from ladder.answer_tables import Table
from ladder.catalog.jurisdictions import Ruling
from ladder.cli.page_text import INDENT, print_list, print_section, print_table
from ladder.cli.roster_lists import heading_of, print_cell, print_tables
from ladder.roster_tables import LEAST_TOLD, AnyRead
from ladder.service_time import Month
from ladder.telling.messages import say
from ladder.telling.times import spell_month

_MOST_FAULTS = 20
_MOST_CLASSES = 40


def print_counts(read: AnyRead) -> str:
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
            month=spell_month(read.as_of),
            present=f"{counts.present:,}",
        ),
    ]
    told += list(_unknown_before(read))
    for name in ("without_jobs", "without_people", "touched"):
        number = getattr(counts, name)
        told += [say(f"roster.{name}", number=f"{number:,}")] if number else []
    told += [say("roster.faults", number=f"{read.log.total:,}")] if read.log.total else []
    return print_section(say("roster.heading.read"), print_list(told))


def _unknown_before(read: AnyRead) -> Iterator[str]:
    """Yield what the rows cannot tell: service before the first snapshot, or any class of the catalog."""
    if len(read.snapshots) == 1:
        yield say("roster.one_day")
    elif read.snapshots:
        yield say("roster.known_from", month=spell_month(read.snapshots[0]))
    unknown = sum(rows for (_, column, _), rows in read.log.counts.items() if column == "class")
    if unknown and not read.counts.spans and not read.counts.present:
        yield say("roster.no_class_found")


def print_rulings(rulings: Sequence[Ruling]) -> str:
    """Return the rulings that hold for the run."""
    told = [one.shows.text for one in rulings if one.shows]
    return print_section(say("roster.heading.rulings"), print_list(told)) if told else ""


def print_described(read: AnyRead, tables: Mapping[str, Table], rulings: Sequence[Ruling]) -> str:
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


def _columns(read: AnyRead) -> Iterator[str]:
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
    rows = [[print_cell(cell) for cell in row] for row in table.rows]
    return print_table(list(map(heading_of, table.columns)), rows, numeric=numeric, indent=INDENT)


def _snapshots(read: AnyRead) -> str:
    if not read.snapshots:
        return ""
    first, last = (spell_month(Month(one)) for one in (read.snapshots[0], read.snapshots[-1]))
    name = "roster.snapshot" if len(read.snapshots) == 1 else "roster.snapshots"
    told = [say(name, first=first, last=last, number=str(len(read.snapshots)))]
    told += [
        say("roster.gap", one=spell_month(one), other=spell_month(other), number=f"{number:,}")
        for (one, other), number in read.gaps.items()
    ]
    return print_section(say("roster.heading.snapshots"), print_list(told))


def _faults(read: AnyRead) -> str:
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


def print_read(read: AnyRead, rulings: Sequence[Ruling]) -> str:
    """Return what was read, and the rulings that hold."""
    return "\n".join(filter(None, (print_counts(read), print_rulings(rulings))))


def print_page(
    read: AnyRead, tables: Mapping[str, Table], rulings: Sequence[Ruling], titles: Mapping[str, str], *, whole: bool
) -> str:
    """Return what was read, and the tables: ``whole``, or the rows of each that a planner looks for first."""
    return "\n".join(filter(None, (print_read(read, rulings), *print_tables(tables, titles, whole=whole))))


def print_published(
    tables: Mapping[str, Table], rulings: Sequence[Ruling], titles: Mapping[str, str], *, whole: bool
) -> str:
    """Return the tables alone: what was read of rows and people is not published."""
    return "\n".join(filter(None, (print_rulings(rulings), *print_tables(tables, titles, whole=whole))))
