"""What was read of a part of a roster, as it goes from one process to another; and of all parts together."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from ladder.catalog.catalog import Catalog
from ladder.roster.printed_dates import DateEvidence
from ladder.roster.reading_roster import RosterCounts, RosterRead, near_titles
from ladder.roster.row_faults import MOST_KEPT, FaultCode, FaultLog, Rejected
from ladder.roster.table_columns import TableRead
from ladder.roster_layouts import Layout
from ladder.service_time import Month

Notes = Mapping[str, Any]
"""What was read of one part, as texts, whole numbers and lists of them."""


class PartsRead(NamedTuple):
    """What was read of all parts of a roster, by the names that one read whole has; of the roster the month alone."""

    as_of: Month
    counts: RosterCounts
    log: FaultLog
    layout: Layout
    tables: Mapping[str, TableRead]
    evidence: Mapping[tuple[str, str], DateEvidence]
    classes_unread: Mapping[str, int]
    near: Mapping[str, str]
    snapshots: Sequence[Month]
    gaps: Mapping[tuple[Month, Month], int]
    refuses_tables: bool


def notes_of(read: RosterRead, *, has_people: bool) -> Notes:
    """Return what was read of a part; ``has_people`` says that the roster has a table of people, if not this part."""
    counts = read.counts
    if has_people and len(read.tables) == 1:
        counts = counts._replace(without_people=counts.employees)
    return {
        **notes_of_faults(read.log),
        "as_of": read.as_of,
        "counts": list(counts),
        "tables": [[name, one.file, dict(one.found), list(one.unused)] for name, one in read.tables.items()],
        "snapshots": list(read.snapshots),
        "gaps": [[*months, records] for months, records in read.gaps.items()],
        "unread": dict(read.classes_unread),
        "evidence": [
            [*place, one.fitting, [[list(fitting), times] for fitting, times in one.beyond.items()]]
            for place, one in read.evidence.items()
        ],
    }


def notes_of_faults(log: FaultLog) -> Notes:
    """Return the faults of a part; all that there is of one that cannot be read."""
    return {
        "kept": [list(one) for one in log.kept],
        "faults": [[*place, times] for place, times in log.counts.items()],
        "refuses": log.refuses_tables,
    }


def is_sound(notes: Notes) -> bool:
    """Return whether no row and no table of a part has a fault."""
    return not notes["faults"]


def together(
    notes: Sequence[Notes], as_of: Month, layout: Layout, catalog: Catalog, folders: Mapping[str, str]
) -> PartsRead:
    """Return what was read of all parts; ``folders`` are the places of the tables by their names."""
    read = [one for one in notes if "counts" in one]
    unread = _summed((text, rows) for one in read for text, rows in one["unread"].items())
    return PartsRead(
        as_of=as_of,
        counts=_counts_of(read),
        log=_log_of(notes),
        layout=layout,
        tables=_tables_of(read, folders),
        evidence=_evidence_of(read),
        classes_unread=unread,
        near=near_titles(unread, layout, catalog),
        snapshots=tuple(sorted({Month(month) for one in read for month in one["snapshots"]})),
        gaps=_gaps_of(read),
        refuses_tables=any(one["refuses"] for one in notes),
    )


def _counts_of(read: Iterable[Notes]) -> RosterCounts:
    nothing = [0 for _ in RosterCounts._fields]
    return RosterCounts(*map(sum, zip(nothing, *(one["counts"] for one in read), strict=True)))


def _gaps_of(read: Iterable[Notes]) -> Mapping[tuple[Month, Month], int]:
    found = _summed(((Month(one), Month(other)), number) for notes in read for one, other, number in notes["gaps"])
    return dict(sorted(found.items()))


def _summed(told: Iterable[tuple[Any, int]]) -> Counter[Any]:
    found = Counter[Any]()
    for what, number in told:
        found[what] += number
    return found


def _log_of(notes: Iterable[Notes]) -> FaultLog:
    log = FaultLog()
    for one in notes:
        log.kept += [Rejected(*fault) for fault in one["kept"][: MOST_KEPT - len(log.kept)]]
        for file, column, code, times in one["faults"]:
            log.counts[file, column, FaultCode(code)] += times
    return log


def _tables_of(read: Iterable[Notes], folders: Mapping[str, str]) -> Mapping[str, TableRead]:
    """Return each table once, by its folder; of files whose columns differ, the first of each kind."""
    found: dict[str, dict[tuple[Any, ...], TableRead]] = {}
    for name, file, columns, unused in (table for one in read for table in one["tables"]):
        kind = (*((ours, tuple(theirs)) for ours, theirs in columns.items()), *unused)
        told = {ours: tuple(theirs) for ours, theirs in columns.items()}
        found.setdefault(name, {}).setdefault(kind, TableRead(file, (), {}, told, tuple(unused)))
    return {
        f"{name} {place}": one if len(kinds) > 1 else one._replace(file=folders[name])
        for name, kinds in sorted(found.items())
        for place, one in enumerate(kinds.values())
    }


def _evidence_of(read: Iterable[Notes]) -> Mapping[tuple[str, str], DateEvidence]:
    found: dict[tuple[str, str], DateEvidence] = {}
    for table, column, texts, beyond in (one for notes in read for one in notes["evidence"]):
        evidence = found.setdefault((table, column), DateEvidence())
        for text, fitting in texts.items():
            evidence.note(text, tuple(fitting))
        for fitting, times in beyond:
            evidence.beyond[tuple(fitting)] += times
    return found
