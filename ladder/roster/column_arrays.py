"""The work on columns by numpy: a second for millions of rows."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ladder.roster.column_work import OPEN_END, JobRows, Split
from ladder.roster.people import Column
from ladder.service_time import DAYS_A_MONTH

_Numbers = NDArray[np.int64]
_Truths = NDArray[np.bool_]
_DAYS = 1 << 21
"""More than there are days, the open end among them."""
_MOST_PACKED = 1 << 62
_MOST_SMALL = 1 << 31


class ArrayWork:
    """Columns as arrays of numpy; see :class:`ladder.roster.column_work.ColumnWork`."""

    def column(self, numbers: Sequence[int]) -> Column:
        """Return numbers as a column."""
        return _small(_array(numbers))

    def taken(self, values: Sequence[int], places: Sequence[int]) -> Column:
        """Return the value at each place."""
        return _told(np.asarray(_small(_array(values)))[np.asarray(places, dtype=np.intp)])

    def joined(self, parts: Sequence[Column]) -> Column:
        """Return columns one below the other."""
        return _small(np.concatenate([np.asarray(part) for part in parts]) if parts else _array(()))

    def places_where_any_at_most(self, columns: Sequence[Column], limit: int) -> Sequence[int]:
        """Return the places, in order, at which a column holds the limit or less."""
        found = np.zeros(len(columns[0]), dtype=np.bool_)
        for column in columns:
            found |= _array(column) <= limit
        return _told(np.flatnonzero(found))

    def places_of(self, column: Column, values: Sequence[int]) -> Sequence[int]:
        """Return the places, in order, at which the column holds one of the values."""
        return _told(np.flatnonzero(np.isin(_array(column), _array(values))))

    def without(self, columns: Sequence[Column], places: Sequence[int]) -> tuple[Column, ...]:
        """Return the columns without these places."""
        if not len(places):
            return tuple(columns)
        kept = np.ones(len(columns[0]), dtype=np.bool_)
        kept[_array(places)] = False
        return _each_once(columns, kept)

    def combined(self, columns: Sequence[Column]) -> tuple[Column, list[tuple[int, ...]]]:
        """Return for each place the number of its combination, and the combinations."""
        arrays = [_array(column) for column in columns]
        packed = _packed(arrays)
        if packed is None:
            packed = np.unique(np.stack(arrays), axis=1, return_inverse=True)[1].reshape(-1)
        _, firsts, places = np.unique(packed, return_index=True, return_inverse=True)
        return _small(places.reshape(-1)), list(zip(*(column[firsts].tolist() for column in arrays), strict=True))

    def reversed_places(self, start: Column, end: Column) -> Sequence[int]:
        """Return the places at which a printed end lies before the start, as far as both are written out."""
        begun, ended = _array(start), _array(end)
        latest = ended // 2 + np.where(ended % 2 == 1, 0, DAYS_A_MONTH - 1)
        return _told(np.flatnonzero((ended >= 0) & (latest < begun // 2)))

    def masked(self, column: Column, by: Column) -> Column:
        """Return the column, -1 where the other holds 0 or more."""
        return _small(np.where(_array(by) >= 0, -1, _array(column)))

    def later(self, one: Column, other: Column) -> Column:
        """Return the larger number at each place."""
        return _small(np.maximum(_array(one), _array(other)))

    def days(self, printed: Column, blank: int) -> Column:
        """Return the days of printed dates, ``blank`` where there is none."""
        dates = _array(printed)
        return _small(np.where(dates >= 0, dates // 2, blank))

    def printed_days(self, printed: Column) -> Column:
        """Return 1 where a date is printed with its day."""
        dates = _array(printed)
        return _small(np.where(dates >= 0, dates % 2, 0))

    def in_order(self, rows: JobRows, *, by_sequence: bool = False) -> JobRows:
        """Return the rows by person, record, start, then end and kind, or sequence."""
        last = (rows.sequence,) if by_sequence else (rows.end, rows.kind)
        keys = [_array(one) for one in (rows.person, rows.record, rows.start, *last)]
        packed = _packed(keys)
        if packed is None:
            return _picked(rows, np.lexsort(keys[::-1]))
        return rows if bool(np.all(packed[1:] >= packed[:-1])) else _picked(rows, _order_of(packed))

    def overlapping(self, rows: JobRows) -> Sequence[int]:
        """Return the places of rows in order that overlap another of their record."""
        groups = _groups(rows) * _DAYS
        ends = groups + _array(rows.end)
        longest = np.maximum.accumulate(ends) if len(ends) else ends
        over = np.flatnonzero((groups + _array(rows.start))[1:] < longest[:-1]) + 1
        holders = np.maximum.accumulate(np.where(ends == longest, np.arange(len(ends)), 0)) if len(ends) else ends
        return _told(np.unique(np.concatenate([over, holders[over - 1]])))

    def on_one_day(self, rows: JobRows) -> Sequence[int]:
        """Return the places of rows in order that begin as another of their record does, with the same sequence."""
        same = _same_record(rows) & _equal_next(rows.start) & _equal_next(rows.sequence)
        first = np.flatnonzero(same)
        return _told(np.unique(np.concatenate([first, first + 1])))

    def repeated(self, rows: JobRows) -> Sequence[int]:
        """Return the places of rows in order that say the same as the one before: person, record, start, kind."""
        same = _same_record(rows) & _equal_next(rows.start) & _equal_next(rows.kind)
        return _told(np.flatnonzero(same) + 1)

    def ended_by_next(self, rows: JobRows) -> JobRows:
        """Return those rows, in order by sequence, that are service, each ended by the next of its record."""
        start, effect = _array(rows.start), _array(rows.effect).copy()
        same = _same_record(rows)
        begins = _begins(same, len(start))
        effect[begins & (effect == 0)] = 1
        last = np.where(effect != 0, np.arange(len(effect)), 0)
        state = effect[np.maximum.accumulate(last)] if len(last) else effect
        end = np.full(len(start), OPEN_END, dtype=np.int32)
        np.copyto(end[:-1], start[1:], where=same, casting="same_kind")
        nothing = _told(np.zeros(len(start), dtype=np.int32))
        ended = rows._replace(end=_told(end), on_a_day=nothing, sequence=nothing, effect=nothing)
        return _kept(ended, (state > 0) & (end > start))

    def run_together(self, rows: JobRows, follows: Sequence[bool]) -> JobRows:
        """Return one row for each run of snapshots; ``follows`` says of each snapshot that the next follows it."""
        linked = _same_record(rows) & _equal_next(rows.kind) & _follows(rows, follows)
        firsts, lasts = _runs(linked, len(rows.start))
        found = _picked(rows, firsts)
        now = _array(rows.sequence)[lasts] == len(follows) - 1
        return found._replace(end=_told(_array(rows.start)[lasts]), is_present=_told(now.astype(np.int64)))

    def gaps(self, rows: JobRows, follows: Sequence[bool]) -> Mapping[tuple[int, int], int]:
        """Return how many records have no row between two snapshots that do not follow each other."""
        apart = _same_record(rows) & ~_follows(rows, follows)
        sequence = _array(rows.sequence)
        return Counter(zip(sequence[:-1][apart].tolist(), sequence[1:][apart].tolist(), strict=True))

    def merged(self, rows: JobRows) -> JobRows:
        """Return the rows in order, those of one kind that touch made one."""
        start, end = _array(rows.start), _array(rows.end)
        long = start < end
        linked = _same_record(rows) & _equal_next(rows.kind) & (end[:-1] == start[1:]) & long[:-1] & long[1:]
        if not linked.any():
            return rows
        firsts, lasts = _runs(linked, len(start))
        found = _picked(rows, firsts)
        return found._replace(end=_told(end[lasts]), on_a_day=_told(_array(rows.on_a_day)[lasts]))

    def split(self, rows: JobRows, first: int, following: int) -> Split:
        """Return past and present rows; ``first`` and ``following`` begin the as-of month and the next."""
        has_begun = _array(rows.start) < following
        begun = _kept(rows, has_begun)
        start, end = _array(begun.start), _array(begun.end)
        goes_on = (end > following) | _continued(rows, following)[has_begun]
        past = begun._replace(
            end=_small(np.where(goes_on, np.maximum(start, first), end)),
            on_a_day=_small(np.where(goes_on, 0, _array(begun.on_a_day))),
        )
        present = _kept(begun, goes_on | (_array(begun.is_present) == 1))
        return Split(past, present, len(rows.row) - len(begun.row))

    def beginnings(self, person: Column, people: int) -> Column:
        """Return where each person's rows begin in a column in order, and where the last one's end."""
        return _told(np.searchsorted(_array(person), np.arange(people + 1)))


def _array(column: Sequence[int]) -> _Numbers:
    """Return a column as numbers that sums and products of them fit in."""
    return np.asarray(column, dtype=np.int64)


def _small(array: NDArray[Any]) -> Column:
    """Return an array as a column that is kept, in half the room where its numbers allow."""
    fits = array.dtype == np.int64 and (not len(array) or -_MOST_SMALL < array.min() <= array.max() < _MOST_SMALL)
    return _told(array.astype(np.int32) if fits else array)


def _told(array: NDArray[Any]) -> Column:
    """Return an array as the columns that it stands for: it is indexed and counted as they are."""
    column: Any = array
    return column  # type: ignore[no-any-return]  # numpy's arrays are no Sequence by name


def _packed(keys: Sequence[_Numbers]) -> _Numbers | None:
    """Return one number for each combination, in the order of the keys; None where it would be too large."""
    packed, size = np.zeros(len(keys[0]), dtype=np.int64), 1
    for key in keys if len(keys[0]) else ():
        low = int(key.min())
        width = int(key.max()) - low + 1
        size *= width
        if size > _MOST_PACKED:
            return None
        packed *= width
        packed += key
        packed -= low
    return packed


def _order_of(packed: _Numbers) -> NDArray[np.intp]:
    """Return the places of keys, none of them below 0, in their order; those of equal keys as they stand.

    Where a key has room for its place it is sorted with it, which takes half the time. The keys are not kept.
    """
    bits = len(packed).bit_length()
    if int(packed.max()) >= _MOST_PACKED >> bits:
        return np.argsort(packed, kind="stable")
    packed <<= bits
    packed |= np.arange(len(packed))
    packed.sort()
    packed &= (1 << bits) - 1
    return packed


def _picked(rows: JobRows, places: NDArray[Any]) -> JobRows:
    """Return the rows at these places."""
    return JobRows(*_each_once(rows, places))


def _kept(rows: JobRows, kept: _Truths) -> JobRows:
    """Return the rows of which it is true; all of them as they are."""
    return rows if bool(kept.all()) else _picked(rows, np.flatnonzero(kept))


def _each_once(columns: Sequence[Column], places: NDArray[Any]) -> tuple[Column, ...]:
    """Return the columns at these places; one that stands for several is picked once, and stands for them."""
    picked = {id(column): _told(np.asarray(column)[places]) for column in {id(one): one for one in columns}.values()}
    return tuple(picked[id(column)] for column in columns)


def _equal_next(column: Column) -> _Truths:
    numbers = _array(column)
    equal: _Truths = numbers[1:] == numbers[:-1]
    return equal


def _same_record(rows: JobRows) -> _Truths:
    return _equal_next(rows.person) & _equal_next(rows.record)


def _begins(same: _Truths, number: int) -> _Truths:
    return np.concatenate([np.ones(min(number, 1), dtype=np.bool_), ~same])


def _groups(rows: JobRows) -> _Numbers:
    return np.cumsum(_begins(_same_record(rows), len(rows.start)), dtype=np.int64)


def _continued(rows: JobRows, following: int) -> _Truths:
    """Return of each row whether it ends where the next month begins, and another of its record begins there."""
    start, end = _array(rows.start), _array(rows.end)
    found = np.zeros(len(start), dtype=np.bool_)
    found[:-1] = _same_record(rows) & (end[:-1] == following) & (start[1:] == following)
    return found


def _follows(rows: JobRows, follows: Sequence[bool]) -> _Truths:
    sequence = _array(rows.sequence)
    is_next: _Truths = sequence[1:] == sequence[:-1] + 1
    return is_next & np.asarray(follows, dtype=np.bool_)[sequence[:-1]]


def _runs(linked: _Truths, number: int) -> tuple[NDArray[Any], NDArray[Any]]:
    firsts = np.flatnonzero(_begins(linked, number))
    lasts = np.append(firsts[1:] - 1, number - 1) if number else firsts
    return firsts, lasts
