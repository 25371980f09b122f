"""What is done to whole columns of numbers: by numpy where it is there, else by lists, to the same end."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol

from ladder.roster.people import Column

OPEN_END = 2_000_000
"""The day on which a row ends that has no end: after every day there is."""


class JobRows(NamedTuple):
    """Rows of service, one place each.

    ``person``, ``record`` and ``kind`` are numbers that sort as they are to be told;
    ``start`` and ``end`` are days, the end exclusive. ``sequence`` is the order on one day,
    or the number of the snapshot. ``effect`` is 1 where service begins or goes on whatever
    was before, -1 where there is none, 0 where it stays as it was. ``is_present`` is 1
    where a row is known to be held now. ``row`` is the number in the file.
    """

    person: Column
    record: Column
    start: Column
    end: Column
    kind: Column
    on_a_day: Column
    sequence: Column
    effect: Column
    is_present: Column
    row: Column


class Split(NamedTuple):
    """Rows of past service, those held in the as-of month, and how many begin only after it."""

    past: JobRows
    present: JobRows
    set_aside: int


class ColumnWork(Protocol):
    """What is done to columns; ``rows`` are in order where a function says so."""

    def column(self, numbers: Sequence[int]) -> Column:
        """Return numbers as a column."""

    def taken(self, values: Sequence[int], places: Sequence[int]) -> Column:
        """Return the value at each place."""

    def joined(self, parts: Sequence[Column]) -> Column:
        """Return columns one below the other."""

    def places_where_any_at_most(self, columns: Sequence[Column], limit: int) -> Sequence[int]:
        """Return the places, in order, at which a column holds the limit or less."""

    def places_of(self, column: Column, values: Sequence[int]) -> Sequence[int]:
        """Return the places, in order, at which the column holds one of the values."""

    def without(self, columns: Sequence[Column], places: Sequence[int]) -> tuple[Column, ...]:
        """Return the columns without these places."""

    def combined(self, columns: Sequence[Column]) -> tuple[Column, list[tuple[int, ...]]]:
        """Return for each place the number of its combination, and the combinations."""

    def reversed_places(self, start: Column, end: Column) -> Sequence[int]:
        """Return the places at which a printed end lies before the start, as far as both are written out.

        Both are twice the day and one more where the day is printed; -1 is no date.
        """

    def masked(self, column: Column, by: Column) -> Column:
        """Return the column, -1 where the other holds 0 or more."""

    def later(self, one: Column, other: Column) -> Column:
        """Return the larger number at each place."""

    def days(self, printed: Column, blank: int) -> Column:
        """Return the days of printed dates, ``blank`` where there is none."""

    def printed_days(self, printed: Column) -> Column:
        """Return 1 where a date is printed with its day."""

    def in_order(self, rows: JobRows, *, by_sequence: bool = False) -> JobRows:
        """Return the rows by person, record, start, then end and kind, or sequence."""

    def overlapping(self, rows: JobRows) -> Sequence[int]:
        """Return the places of rows in order that overlap another of their record."""

    def on_one_day(self, rows: JobRows) -> Sequence[int]:
        """Return the places of rows in order that begin as another of their record does, with the same sequence."""

    def repeated(self, rows: JobRows) -> Sequence[int]:
        """Return the places of rows in order that say the same as the one before: person, record, start, kind."""

    def ended_by_next(self, rows: JobRows) -> JobRows:
        """Return those rows, in order by sequence, that are service, each ended by the next of its record.

        What ended them is told no more: sequence and effect are 0.
        """

    def run_together(self, rows: JobRows, follows: Sequence[bool]) -> JobRows:
        """Return one row for each run of snapshots; ``follows`` says of each snapshot that the next follows it."""

    def gaps(self, rows: JobRows, follows: Sequence[bool]) -> Mapping[tuple[int, int], int]:
        """Return how many records have no row between two snapshots that do not follow each other."""

    def merged(self, rows: JobRows) -> JobRows:
        """Return the rows in order, those of one kind that touch made one."""

    def split(self, rows: JobRows, first: int, following: int) -> Split:
        """Return past and present rows; ``first`` and ``following`` begin the as-of month and the next.

        A row in order that ends where the next month begins is present where another of
        its record begins there: its person goes on.
        """

    def beginnings(self, person: Column, people: int) -> Column:
        """Return where each person's rows begin in a column in order, and where the last one's end."""
