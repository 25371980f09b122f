"""Sound rows of a jobs table joined, by the way in which rows follow one another in it."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from ladder.histories import Service
from ladder.roster.column_work import JobRows
from ladder.roster.jobs_table import JobsTable
from ladder.roster.people import Column
from ladder.roster.reading_rules import ReadingRules
from ladder.roster.row_faults import FaultCode, Refusal
from ladder.roster.snapshot_months import SnapshotMonths
from ladder.roster.sound_rows import SoundRows
from ladder.roster_layouts import Mode
from ladder.service_time import DAYS_A_MONTH, Month, first_day

_OVERLAP = Refusal(
    FaultCode.ROWS_OVERLAP,
    "the row overlaps another of the same record",
    "correct the dates, or give a second job a record of its own",
)
_SAME_DAY = Refusal(
    FaultCode.SAME_DAY,
    "two rows of one record begin on one day, and nothing says which is the later",
    "name the column that orders them as sequence in the layout",
)
_SAME_SNAPSHOT = Refusal(
    FaultCode.SAME_SNAPSHOT,
    "two rows of one snapshot have the same employee and record",
    "give a second job a record of its own, or name more columns as employee in the layout",
)


class JobsSettled(NamedTuple):
    """Past rows and present jobs, in order, and what became of all rows of the table.

    ``set_aside`` rows begin after the as-of month, or are kept out by the layout.
    ``seen`` are the places of the employees of all rows, ``touched`` how many have one
    that is rejected. ``gaps`` tells how many records have no row between two snapshots.
    """

    past: JobRows
    present: JobRows
    kinds: tuple[Service, ...]
    rows_in: int
    rejected: int
    set_aside: int
    seen: Column
    touched: int
    as_of: Month
    snapshots: tuple[Month, ...] = ()
    gaps: Mapping[tuple[Month, Month], int] = {}

    @property
    def spans(self) -> int:
        """How many rows of service there are after joining."""
        return len(self.past.row)

    @property
    def joined(self) -> int:
        """How many rows became part of another, or only ended one."""
        return self.rows_in - self.rejected - self.set_aside - self.spans


def settle_jobs(
    jobs: JobsTable,
    rules: ReadingRules,
    ranks: Sequence[int],
    *,
    as_of: Month,
    of_all: Sequence[Month] | None = None,
) -> JobsSettled:
    """Return the sound rows of the table, joined; each other one is taken down or counted.

    ``ranks`` are the places of employees in their final order; ``of_all`` the snapshots
    of all parts, where the table is one part of several.
    """
    months = SnapshotMonths(rules.layout, rules.dates, rules.refusals)
    sound = SoundRows(jobs, rules, snapshot=months.of_all(as_of))
    rows, kinds = sound.find(ranks)
    snapshots = Snapshots.of(rows, rules, as_of, of_all) if rules.layout.mode is Mode.SNAPSHOTS else None
    joined = _joined(rows, sound, rules, snapshots)
    split = rules.work.split(joined.rows, first_day(as_of), first_day(Month(as_of + 1)))
    return JobsSettled(
        past=split.past,
        present=split.present,
        kinds=kinds,
        rows_in=sound.rows_in,
        rejected=sound.rejected,
        set_aside=sound.kept_out + joined.later + split.set_aside,
        seen=sound.seen,
        touched=sound.touched,
        as_of=as_of,
        snapshots=snapshots.months if snapshots else (),
        gaps=joined.gaps,
    )


class Snapshots(NamedTuple):
    """The months of the snapshots up to the as-of month, and of each whether the next follows it."""

    months: tuple[Month, ...]
    follows: tuple[bool, ...]

    @classmethod
    def of(cls, rows: JobRows, rules: ReadingRules, as_of: Month, of_all: Sequence[Month] | None = None) -> "Snapshots":
        """Return the snapshots that the rows are of, or those of all parts."""
        _, days = rules.work.combined([rows.start])
        months = sorted(Month(day // DAYS_A_MONTH) for (day,) in days) if of_all is None else of_all
        until = tuple(month for month in months if month <= as_of)
        most = rules.layout.snapshots.every_months
        follows = tuple(other - one <= most for one, other in pairwise(until))
        return cls(until, (*follows, False))


class _Joined(NamedTuple):
    """Rows joined; rows of snapshots after the as-of month, and gaps between snapshots."""

    rows: JobRows
    later: int = 0
    gaps: Mapping[tuple[Month, Month], int] = {}


def _joined(rows: JobRows, sound: SoundRows, rules: ReadingRules, snapshots: Snapshots | None) -> _Joined:
    work = rules.work
    if snapshots is not None:
        return _from_snapshots(rows, sound, rules, snapshots)
    if rules.layout.mode is Mode.EFFECTIVE:
        rows = work.in_order(rows, by_sequence=True)
        doubled = work.on_one_day(rows)
        rows = sound.reject_records(rows, doubled, "start", _SAME_DAY) if len(doubled) else rows
        return _Joined(work.merged(work.ended_by_next(rows)))
    rows = work.in_order(rows)
    overlapping = work.overlapping(rows)
    rows = sound.reject(rows, overlapping, "start", _OVERLAP) if len(overlapping) else rows
    return _Joined(work.merged(rows))


def _from_snapshots(rows: JobRows, sound: SoundRows, rules: ReadingRules, snapshots: Snapshots) -> _Joined:
    work = rules.work
    numbers = {int(first_day(month)): number for number, month in enumerate(snapshots.months)}
    places, days = work.combined([rows.start])
    number = work.taken([numbers.get(day, len(numbers)) for (day,) in days], places)
    rows = rows._replace(sequence=number)
    later = work.places_of(number, [len(numbers)])
    rows = work.in_order(JobRows(*work.without(rows, later)))
    rows = JobRows(*work.without(rows, work.repeated(rows)))
    doubled = work.on_one_day(rows)
    rows = sound.reject(rows, doubled, "snapshot", _SAME_SNAPSHOT) if len(doubled) else rows
    found = work.gaps(rows, snapshots.follows)
    months = snapshots.months
    gaps = {(months[one], months[other]): number for (one, other), number in sorted(found.items())}
    return _Joined(work.in_order(work.run_together(rows, snapshots.follows)), len(later), gaps)
