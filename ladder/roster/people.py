"""What a roster says of many people, in columns: one place a person, one place a row of service.

Everything that many people share is kept once: what is declared besides service, and
what one job is but for its dates. A person's history, as every question of one person
takes it, is put together on demand.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from ladder.histories import History, Service, join_past
from ladder.service_rows import ServiceRow
from ladder.service_time import Day, Month

Column = Sequence[int]
"""Whole numbers, one a person or one a row: a list, or an array of numpy."""


class Declared(NamedTuple):
    """What people declare besides their service, which many may share.

    ``history`` holds no job; its months count from the roster's as-of month.
    ``study_hours_a_year`` are semester hours planned a year.
    """

    history: History
    study_hours_a_year: Fraction = Fraction(0)


class ServiceRows(NamedTuple):
    """Rows of past service up to the as-of month, as printed, in order of person and then as in the roster.

    ``person`` and ``kind`` are places in the roster's people and kinds; ``start`` and
    ``end`` are days, the end exclusive; ``ends_on_a_day`` is 1 where the end is printed
    with a day.
    """

    person: Column
    kind: Column
    start: Column
    end: Column
    ends_on_a_day: Column


class PresentJobs(NamedTuple):
    """The jobs that people hold in the as-of month, in order of person and then as in the roster."""

    person: Column
    kind: Column


class Roster(NamedTuple):
    """Many people as of one month.

    ``kinds`` are jobs but for their dates: class, share of full time, target class, what
    the service is declared to count toward. ``exits`` are the months from which people
    are expected to be gone, -1 where none is. ``first_row`` and ``first_present`` say where each person's
    rows begin, with one place more for the end of the last.
    """

    as_of: Month
    employees: Sequence[str]
    declared: tuple[Declared, ...]
    declared_of: Column
    exits: Column
    kinds: tuple[Service, ...]
    rows: ServiceRows
    first_row: Column
    present: PresentJobs
    first_present: Column

    def history(self, person: int) -> History:
        """Return the history of the person at a place, as a profile of the same facts gives it."""
        going_on = range(self.first_present[person], self.first_present[person + 1])
        present = tuple(self.kinds[self.present.kind[at]]._replace(number=0, future=True) for at in going_on)
        held = range(self.first_row[person], self.first_row[person + 1])
        past = [self._service(at, number) for number, at in enumerate(held, 1)]
        joined = join_past(past, as_of=self.as_of, goes_on=bool(present))
        return self.declared[self.declared_of[person]].history._replace(past=joined, present=present)

    def _service(self, at: int, number: int) -> Service:
        rows = self.rows
        start, end = Day(int(rows.start[at])), Day(int(rows.end[at]))
        row = ServiceRow(start, end, bool(rows.ends_on_a_day[at]), end, end)
        return self.kinds[rows.kind[at]]._replace(number=number, row=row)
