"""The jobs table read: rows of service as numbers, and what each job is but for its dates, once each."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from ladder.roster.batches import OpenTable
from ladder.roster.cell_values import Interned
from ladder.roster.classes_named import References
from ladder.roster.reading_rules import ReadingRules
from ladder.roster.row_effects import RowEffects, read_sequence
from ladder.roster.row_faults import BLANK, FaultCode, Refusal
from ladder.roster.snapshot_months import SnapshotMonths
from ladder.roster.table_columns import TableRead, TableReader, Wanted, fold_name
from ladder.roster.table_files import JOBS
from ladder.roster_layouts import Mode, columns_of, named_columns

MOST_TEXTS = 100_000
"""Titles, or records, that are told apart; of more, those beyond are one."""
KEEP = "keep "
"""What stands before the number of a column by which rows are kept."""


class JobsTable(NamedTuple):
    """A jobs table as numbers, and what they stand for: titles, records, shares, target classes, references."""

    table: TableRead
    titles: Sequence[str]
    records: Sequence[str]
    shares: Sequence[Fraction]
    targets: Sequence[str]
    declared: Sequence[frozenset[str]]


def read_jobs(table: OpenTable, rules: ReadingRules) -> JobsTable | None:
    """Return the table's columns; None where the table as a whole cannot be used, which is taken down."""
    return _Jobs(table, rules).read()


class _Texts:
    """Texts by their places; those beyond a bound are one."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._places: dict[str, int] = {}

    def place(self, text: str) -> int:
        if not text:
            return BLANK
        if len(self.texts) >= MOST_TEXTS:
            return self._places.get(text, 0)
        place = self._places.setdefault(text, len(self.texts))
        if place == len(self.texts):
            self.texts.append(text)
        return place


class _Jobs:
    """One reading of a jobs table."""

    def __init__(self, table: OpenTable, rules: ReadingRules) -> None:
        self._open, self._rules, self._layout = table, rules, rules.layout
        self._titles, self._records = _Texts(), _Texts()
        self._shares = Interned[Fraction](rules.cells.share, Fraction(1))
        self._targets = Interned[str](rules.classes.target_class, "")
        self._references = References(rules.refusals, rules.catalog)
        self._effects = RowEffects(rules.layout, rules.refusals)
        self._snapshots = SnapshotMonths(rules.layout, rules.dates, rules.refusals)

    def read(self) -> JobsTable | None:
        columns = dict(columns_of(self._layout.jobs))
        self._stand_in_for_class(columns)
        named = named_columns(self._layout.jobs)
        wanted = {
            name: one._replace(is_needed=one.is_needed or name in named) for name, one in self._wanted(columns).items()
        }
        if not self._tells_months(columns):
            return None
        table = TableReader(self._open, self._rules.log, self._rules.refusals, self._rules.work).read(wanted)
        if table is None:
            return None
        values = self._shares.values, self._targets.values, self._references.declared
        return JobsTable(table, self._titles.texts, self._records.texts, *values)

    def _stand_in_for_class(self, columns: dict[str, tuple[str, ...]]) -> None:
        """Let titles name the classes where the table has no column of classes."""
        header = set(map(fold_name, self._open.header))
        if not set(map(fold_name, columns["class"])) <= header and set(map(fold_name, columns["title"])) <= header:
            columns["class"] = columns["title"]

    def _tells_months(self, columns: Mapping[str, tuple[str, ...]]) -> bool:
        """Return whether the table says from when rows hold; one of present titles alone does not."""
        needed = "start" if self._layout.mode is not Mode.SNAPSHOTS else "snapshot"
        has_it = set(map(fold_name, columns[needed])) <= set(map(fold_name, self._open.header))
        if has_it or (needed == "snapshot" and (self._layout.snapshots.month or self._rules.is_told)):
            return True
        what = "the table says who holds which class now, and not since when: it gives incumbents, and no months"
        alone = "to count incumbents alone, "
        alone += "" if self._layout.mode is Mode.SNAPSHOTS else "write mode: snapshots in the layout and "
        try_this = f"add the column {' and '.join(columns[needed])}; or, {alone}give the month of the table as --as-of"
        self._rules.log.add(self._open.file, 0, needed, Refusal(FaultCode.NO_MONTHS, what, try_this))
        return False

    def _wanted(self, columns: Mapping[str, tuple[str, ...]]) -> dict[str, Wanted]:
        rules = self._rules
        found = {
            "employee": Wanted(columns["employee"], rules.employees.place, is_needed=True, remembers=True),
            "record": Wanted(columns["record"], self._records.place, remembers=True),
            "class": Wanted(columns["class"], self._class, is_needed=True, unread=self._unread),
            "title": Wanted(columns["title"], self._titles.place, remembers=True),
            "fte": Wanted(columns["fte"], self._shares.place),
            "target_class": Wanted(columns["target_class"], self._targets.place),
            "counts_toward": Wanted(columns["counts_toward"], self._references.read),
            "action": Wanted(columns["action"], self._effects.action),
        }
        if self._layout.statuses.service or self._layout.statuses.none:
            found["status"] = Wanted(columns["status"], self._effects.status)
        for number, kept in enumerate(self._layout.keep):
            found[f"{KEEP}{number}"] = Wanted((kept.column,), _is_one_of(kept.values), is_needed=True)
        return found | self._timed(columns)

    @property
    def _unread(self) -> Counter[str] | None:
        return None if self._rules.evidence is None else self._rules.classes_unread

    def _timed(self, columns: Mapping[str, tuple[str, ...]]) -> dict[str, Wanted]:
        """Return the columns of time that the mode asks."""
        rules = self._rules
        if self._layout.mode is Mode.SNAPSHOTS:
            return {"snapshot": Wanted(columns["snapshot"], self._snapshots.read)}
        date = rules.date_column(JOBS, "start")
        start = Wanted(columns["start"], lambda text: date(text) if text else self._no_start, is_needed=True)
        found = {"start": start}
        if self._layout.mode is Mode.EFFECTIVE:
            return found | {"sequence": Wanted(columns["sequence"], self._sequence)}
        return found | {"end": Wanted(columns["end"], rules.date_column(JOBS, "end"))}

    @property
    def _no_start(self) -> int:
        return self._rules.refusals.number(
            FaultCode.DATE_MISSING, "the row does not say from when it holds", "write the day or month"
        )

    def _sequence(self, text: str) -> int:
        return read_sequence(text, self._rules.refusals)

    def _class(self, text: str) -> int:
        return self._rules.classes.find(text) if text else BLANK


def _is_one_of(values: Sequence[str]) -> Callable[[str], int]:
    wanted = {one.casefold() for one in values}
    return lambda text: int(text.casefold() in wanted)
