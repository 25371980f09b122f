"""The past service of many people by the month: rows joined, and months that each counts in, in columns of numpy.

The same as ``ladder.service_rows`` does for one person (docs/semantics.md, C19), for all rows at once.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ladder.catalog.jurisdictions import DayRule
from ladder.roster.people import Roster
from ladder.service_rows import counts_by_days, whole_months
from ladder.service_time import DAYS_A_MONTH, Month, days_in, first_day

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
Places = npt.NDArray[np.intp]

PARTS_OF_A_MONTH = 377_580
"""Parts that 28, 29, 30 and 31 days all divide a month into."""
_DAYS = 1 << 23
"""More days than any date has."""


class JoinedRows(NamedTuple):
    """Rows of past service joined with the person's other rows: days, the ends exclusive."""

    person: Ints
    kind: Ints
    start: Ints
    held_until: Ints
    unbroken_until: Ints


class Spans(NamedTuple):
    """Runs of months in which a row counts, each for a share of a month, in parts of it."""

    row: Ints
    since: Ints
    until: Ints
    parts: Ints


def ints(column: object) -> Ints:
    """Return a column as numpy holds whole numbers."""
    return np.asarray(column, dtype=np.int64)


def join_all(roster: Roster) -> JoinedRows:
    """Return the rows of everybody, joined person by person; nothing counts from the as-of month on."""
    rows = roster.rows
    person, start, end = ints(rows.person), ints(rows.start), ints(rows.end)
    goes_on = ints(roster.present.person)
    held = _held_until(person, start, end, ints(rows.ends_on_a_day) > 0, goes_on, first_day(roster.as_of))
    return JoinedRows(person, ints(rows.kind), start, held, _unbroken_until(person, start, held))


def _held_until(person: Ints, start: Ints, end: Ints, on_a_day: Bools, goes_on: Ints, stop: int) -> Ints:
    """Return the ends of rows: one gains its last day where another begins on the day after."""
    following = next_days(end)
    begins = np.concatenate([person * _DAYS + start, goes_on * _DAYS + stop])
    is_single = (end == next_days(start)) | ((end == start) & on_a_day)
    single = person[is_single] * _DAYS + start[is_single]
    gains = on_a_day & _among(person * _DAYS + following, begins)
    taken = (start < end) & _among(person * _DAYS + end, single)
    held: Ints = np.where(gains & ~taken, following, end)
    return np.minimum(held, np.maximum(start, stop))


def _among(keys: Ints, those: Ints) -> Bools:
    if not len(those):
        return np.zeros(len(keys), dtype=np.bool_)
    ordered = np.sort(those, kind="stable")
    at = np.minimum(np.searchsorted(ordered, keys), len(ordered) - 1)
    found: Bools = ordered[at] == keys
    return found


def in_order(keys: Ints) -> Places:
    """Return the places of keys in their order; quick where they stand in runs, as the rows of a roster do."""
    return np.argsort(keys, kind="stable")


def each_once(numbers: Ints) -> Ints:
    """Return the numbers in order, each once."""
    ordered = np.sort(numbers, kind="stable")
    return ordered[np.concatenate([[True], ordered[1:] != ordered[:-1]])] if len(ordered) else ordered


def grouping(groups: Ints, count: int) -> tuple[Ints, Ints]:
    """Return the places of a column in order of group, as they stand in each; and where each group begins."""
    small = groups.astype(np.uint16) if count < 1 << 16 else groups
    order = np.argsort(small, kind="stable")
    return order, np.searchsorted(groups[order], np.arange(count + 1))


def next_days(days: Ints) -> Ints:
    """Return the day after each day."""
    month = days // DAYS_A_MONTH
    is_last = days % DAYS_A_MONTH + 1 == _days_of(month)
    return np.where(is_last, (month + 1) * DAYS_A_MONTH, days + 1)


def _days_of(months: Ints) -> Ints:
    """Return how many days each month has."""
    if not len(months):
        return months
    first, last = int(months.min()), int(months.max())
    table = ints([days_in(Month(month)) for month in range(first, last + 1)])
    return table[months - first]


def _unbroken_until(person: Ints, start: Ints, held: Ints) -> Ints:
    """Return the end of the unbroken service of any kind that each row is part of."""
    until = held.copy()
    full = np.flatnonzero(start < held)
    if not len(full):
        return until
    order = full[in_order(person[full] * _DAYS + start[full])]
    begins, ends = person[order] * _DAYS + start[order], person[order] * _DAYS + held[order]
    furthest = np.maximum.accumulate(ends)
    breaks = np.flatnonzero(begins[1:] > furthest[:-1]) + 1
    lasts = np.append(breaks, len(order)) - 1
    is_break = np.zeros(len(order), dtype=np.int64)
    is_break[breaks] = 1
    span = np.cumsum(is_break)
    until[order] = (furthest[lasts] % _DAYS)[span]
    return until


def spans_of(rows: JoinedRows, rule: DayRule) -> Spans:
    """Return the months in which joined rows count; none of a row that holds none."""
    if counts_by_days(rule):
        return _by_days(rows)
    since, until = whole_months(rows.start, rows.held_until, rows.unbroken_until, rule, least=np.minimum)
    row = np.flatnonzero(since < until)
    return Spans(row, since[row], until[row], np.ones(len(row), dtype=np.int64))


def _by_days(rows: JoinedRows) -> Spans:
    """Return the first month of each row, its whole months, and its last, for the days over the days of the month."""
    first, last = rows.start // DAYS_A_MONTH, rows.held_until // DAYS_A_MONTH
    after = np.minimum(first + 1, last)
    edges = np.stack([first, after, last, last + 1])
    since, until = edges[:-1].ravel(), edges[1:].ravel()
    row = np.tile(np.arange(len(first)), 3)
    begins, length = since * DAYS_A_MONTH, _days_of(since)
    days = np.minimum(rows.held_until[row] - begins, length) - np.maximum(rows.start[row] - begins, 0)
    kept = np.flatnonzero((since < until) & (days > 0))
    parts = days[kept] * (PARTS_OF_A_MONTH // length[kept])
    return Spans(row[kept], since[kept], until[kept], parts)
