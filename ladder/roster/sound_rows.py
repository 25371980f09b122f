"""The rows of a jobs table that can be used, as numbers; every other one is taken down with its reason."""

from collections.abc import Iterable, Sequence

from ladder.figures import read_whole_number
from ladder.histories import Service
from ladder.roster.column_work import OPEN_END, JobRows
from ladder.roster.job_kinds import find_kinds
from ladder.roster.jobs_table import KEEP, JobsTable
from ladder.roster.people import Column
from ladder.roster.reading_rules import ReadingRules, tell_refused
from ladder.roster.row_effects import AWAY, RowEffects
from ladder.roster.row_faults import BLANK, FaultCode, Refusal
from ladder.roster_layouts import Ends, Mode
from ladder.service_time import DAYS_A_MONTH, Day, Month, first_day, next_day

_BEHIND_NUMBERS = 10**9
"""Where records that are no numbers of at most nine digits are sorted."""
_REVERSED = Refusal(FaultCode.DATES_REVERSED, "the row ends before it starts", "write the day on which it ended")
_INCOMPLETE = Refusal(
    FaultCode.RECORD_INCOMPLETE,
    "another row of this record is rejected, and from when to when this one holds depends on it",
    "correct that row",
)


class SoundRows:
    """The rows of one table, on their way to those that can be used."""

    def __init__(self, jobs: JobsTable, rules: ReadingRules, *, snapshot: int) -> None:
        """Take the table; ``snapshot`` is the first day of its month where no column tells it."""
        self._jobs, self._rules, self._work, self._layout = jobs, rules, rules.work, rules.layout
        self._table, self._snapshot = jobs.table, snapshot
        self.rows_in, self.rejected, self.kept_out = len(jobs.table.rows), 0, 0
        self.seen = jobs.table.columns["employee"]
        self._touched = bytearray(len(rules.employees.places))

    def _touch(self, people: Iterable[int]) -> None:
        for one in people:
            self._touched[one] = 1

    @property
    def touched(self) -> int:
        """How many people have a row that is rejected."""
        return sum(self._touched)

    @property
    def file(self) -> str:
        """The name of the table's file."""
        return self._table.file

    def find(self, ranks: Sequence[int]) -> tuple[JobRows, tuple[Service, ...]]:
        """Return the sound rows, with each person's rank in place of the employee, and what their jobs are."""
        self._leave_out_others()
        kinds = find_kinds(self._jobs._replace(table=self._table), self._rules)
        effect = RowEffects(self._layout, self._rules.refusals).of(self._table, self._work)
        refused = self._refused(kinds.of_rows, effect)
        rows = self._without(self._raw(kinds.of_rows, effect), refused, ranks)
        rows = self._with_ends(rows._replace(person=self._work.taken(ranks, rows.person)))
        if self._layout.mode is not Mode.EFFECTIVE:
            rows = JobRows(*self._work.without(rows, self._work.places_of(rows.effect, [AWAY])))
        return rows, kinds.services

    def reject(self, rows: JobRows, places: Sequence[int], column: str, refusal: Refusal) -> JobRows:
        """Take down a fault of some rows, and return the others."""
        self._rules.log.count(self.file, column, refusal, [rows.row[place] for place in places])
        self.rejected += len(places)
        self._touch(int(rows.person[place]) for place in places)
        return JobRows(*self._work.without(rows, places))

    def reject_records(self, rows: JobRows, places: Sequence[int], column: str, refusal: Refusal) -> JobRows:
        """Take down a fault of some rows, and that the others of their records hang on them; return the rest."""
        records, _ = self._work.combined([rows.person, rows.record])
        whole = self._work.places_of(records, sorted({int(records[place]) for place in places}))
        faulty = set(map(int, places))
        others = [place for place in whole if place not in faulty]
        self._rules.log.count(self.file, "", _INCOMPLETE, [rows.row[place] for place in others])
        self.rejected += len(others)
        kept = self._work.without(rows, others)
        left = self._work.places_of(JobRows(*kept).row, [rows.row[place] for place in places])
        return self.reject(JobRows(*kept), left, column, refusal)

    # ------------------------------------------------------------------ from columns to rows

    def _leave_out_others(self) -> None:
        """Set the rows aside that the layout does not keep."""
        columns = [column for name, column in self._table.columns.items() if name.startswith(KEEP)]
        places = self._work.places_where_any_at_most(columns, 0) if columns else ()
        self.kept_out = len(places)
        if len(places):
            names = list(self._table.columns)
            rows, *kept = self._work.without([self._table.rows, *self._table.columns.values()], places)
            self._table = self._table._replace(rows=rows, columns=dict(zip(names, kept, strict=True)))

    def _refused(self, kind: Column, effect: Column) -> Sequence[int]:
        """Return the places of the rows that are refused, all of them taken down."""
        left_out = {"title", *(name for name in self._table.columns if name.startswith(KEEP))}
        checked = {name: column for name, column in self._table.columns.items() if name not in left_out}
        refused = bytearray(len(self._table.rows))
        _mark(refused, tell_refused(self._rules, self._table, checked | {"class": kind, "action": effect}))
        if "end" in checked:
            reversed_ = _unmarked(refused, self._work.reversed_places(checked["start"], checked["end"]))
            self._rules.log.count(self.file, "end", _REVERSED, [self._table.rows[place] for place in reversed_])
            _mark(refused, reversed_)
        if any(refused) and self._layout.mode is Mode.EFFECTIVE:
            _mark(refused, self._hanging_on(refused))
        return self._work.places_of(refused, [1])

    def _hanging_on(self, refused: bytearray) -> Sequence[int]:
        """Return the other rows of the records that a refused row belongs to, taken down."""
        employee = self._table.columns["employee"]
        records, _ = self._work.combined([employee, self._table.column("record", BLANK)])
        of_refused = (place for place, is_refused in enumerate(refused) if is_refused and employee[place] >= 0)
        known = sorted({int(records[place]) for place in of_refused})
        others = _unmarked(refused, self._work.places_of(records, known))
        self._rules.log.count(self.file, "", _INCOMPLETE, [self._table.rows[place] for place in others])
        return others

    def _raw(self, kind: Column, effect: Column) -> JobRows:
        """Return the columns as rows; dates are as printed, and records not yet in order."""
        table, number = self._table, len(self._table.rows)
        nothing = self._work.column([0] * number)
        start = table.columns.get("start")
        day = table.column("snapshot", self._snapshot) if start is None else self._work.days(start, 0)
        return JobRows(
            person=table.columns["employee"],
            record=self._records(),
            start=day,
            end=table.column("end", BLANK),
            kind=kind,
            on_a_day=nothing,
            sequence=table.column("sequence", 0),
            effect=effect,
            is_present=nothing,
            row=table.rows,
        )

    def _records(self) -> Column:
        """Return the records by what they sort as: numbers first, then words, a blank before all."""
        texts = self._jobs.records
        words = {text: place for place, text in enumerate(sorted(text for text in texts if not _is_number(text)), 1)}
        ranks = [int(text) if _is_number(text) else _BEHIND_NUMBERS + words[text] for text in texts]
        return self._work.taken([*ranks, BLANK], self._table.column("record", BLANK)) if ranks else self._blank()

    def _blank(self) -> Column:
        return self._work.column([BLANK] * len(self._table.rows))

    def _without(self, rows: JobRows, refused: Sequence[int], ranks: Sequence[int]) -> JobRows:
        self.rejected += len(refused)
        people = (int(rows.person[place]) for place in refused)
        self._touch(ranks[one] for one in people if one >= 0)
        return JobRows(*self._work.without(rows, refused))

    def _with_ends(self, rows: JobRows) -> JobRows:
        """Return the rows with the day that each ends before, and whether it may gain that day."""
        places, printed = self._work.combined([rows.end])
        ends = self._work.taken(exclusive_ends([one for (one,) in printed], self._layout.ends), places)
        end = self._work.later(rows.start, self._work.days(ends, OPEN_END))
        return rows._replace(end=end, on_a_day=self._work.printed_days(ends))


def _mark(marks: bytearray, places: Iterable[int]) -> None:
    for place in places:
        marks[place] = 1


def _unmarked(marks: bytearray, places: Iterable[int]) -> list[int]:
    return [int(place) for place in places if not marks[place]]


def exclusive_ends(printed: Sequence[int], ends: Ends) -> list[int]:
    """Return printed ends as twice the day that is held no more, and one where that day may still be gained.

    An end that is still held is left as it was printed by the day after it, or the month.
    """
    return [_exclusive(one) if one >= 0 and ends is Ends.INCLUSIVE else one for one in printed]


def _exclusive(printed: int) -> int:
    day = Day(printed // 2)
    after = next_day(day) if printed % 2 else first_day(Month(day // DAYS_A_MONTH + 1))
    return 2 * after


def _is_number(text: str) -> bool:
    return read_whole_number(text) is not None
