"""Rows of past service by date: joined to unbroken service, then counted in months.

A row is one job at one pay and one share of full time; what a person calls one job is
often many rows. Rows are joined before anything is counted (docs/semantics.md, C19), so that one
span comes to the same months as its rows, wherever it is split.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

from ladder.catalog.jurisdictions import DayRule
from ladder.service_time import DAYS_A_MONTH, MOST_JOBS, Day, Month, days_in, first_day, has_day, next_day, read_day

Days = Any
"""Days or months: one number, or a column of them."""

_MIDDLE = 14
"""Days of a month before its 15th, the day that ``half_month`` asks about."""


class ServiceRow(NamedTuple):
    """The days of one job: as printed, and as joined with the person's other rows.

    ``end`` is exclusive; ``ends_on_a_day`` says that it is printed with a day. Once
    joined, the row is held up to ``held_until``, and service of any kind goes on from it
    without a day's break up to ``unbroken_until``; both exclusive.
    """

    start: Day
    end: Day
    ends_on_a_day: bool
    held_until: Day
    unbroken_until: Day


class MonthsHeld(NamedTuple):
    """Calendar months in which a row counts, up to ``until``, each for a share of a month."""

    since: Month
    until: Month
    share: int | Fraction


def read_row(start: str, end: str | None, *, as_of: Month) -> ServiceRow:
    """Return the row as printed, not yet joined; one without an end goes on up to ``as_of``."""
    begun = read_day(start)
    ended = max(begun, first_day(as_of) if end is None else read_day(end))
    return ServiceRow(begun, ended, end is not None and has_day(end), ended, ended)


def row_of_months(since: Month, until: Month) -> ServiceRow:
    """Return a row of whole months, up to ``until``, exclusive."""
    start, end = first_day(since), first_day(until)
    return ServiceRow(start, end, ends_on_a_day=False, held_until=end, unbroken_until=end)


def join_rows(rows: Sequence[ServiceRow], *, as_of: Month, goes_on: bool) -> tuple[ServiceRow, ...]:
    """Return the rows of one person joined, in the same order; nothing counts from ``as_of`` on.

    ``goes_on`` says that a job goes on from ``as_of``: it is a row that begins there.
    """
    stop = first_day(as_of)
    begins = {row.start for row in rows} | ({stop} if goes_on else set())
    single = _single_days(rows)
    held = [row._replace(held_until=min(_held_until(row, begins, single), max(stop, row.start))) for row in rows]
    return tuple(_unbroken(held))


def _single_days(rows: Iterable[ServiceRow]) -> set[Day]:
    """Return the days that are a whole row, printed with the end on that day or on the next."""
    return {row.start for row in rows if row.end == next_day(row.start) or (row.end == row.start and row.ends_on_a_day)}


def _held_until(row: ServiceRow, begins: set[Day], single: set[Day]) -> Day:
    """Return the end of the row, which gains its last day where another begins on the day after.

    It gains none where a row of that day alone stands between the two.
    """
    following = next_day(row.end)
    gains = row.ends_on_a_day and following in begins
    taken = row.start < row.end and row.end in single
    return following if gains and not taken else row.end


def _unbroken(rows: Sequence[ServiceRow]) -> Iterator[ServiceRow]:
    """Yield the rows with the end of the unbroken service that each is part of."""
    spans: list[tuple[Day, Day]] = []
    for row in sorted(rows):
        if row.start == row.held_until:
            continue
        if spans and row.start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], row.held_until))
        else:
            spans.append((row.start, row.held_until))
    for row in rows:
        at = bisect_right(spans, row.start, key=lambda span: span[0]) - 1
        until = row.held_until if row.start == row.held_until else spans[at][1]
        yield row._replace(unbroken_until=until)


@lru_cache(maxsize=2 * MOST_JOBS)  # every requirement asks it of the same rows
def months_of(row: ServiceRow, rule: DayRule) -> tuple[MonthsHeld, ...]:
    """Return the months in which a joined row counts, in order; none where it holds none."""
    if counts_by_days(rule):
        return tuple(_by_days(row))
    since, until = whole_months(row.start, row.held_until, row.unbroken_until, rule)
    return (MonthsHeld(Month(since), Month(until), 1),) if since < until else ()


def counts_by_days(rule: DayRule) -> bool:
    """Return whether a job counts for its days over the days of the month, and not in whole months."""
    return rule is DayRule.DAYS


def whole_months(
    start: Days, held_until: Days, unbroken_until: Days, rule: DayRule, *, least: Callable[..., Any] = min
) -> tuple[Days, Days]:
    """Return the months from which, and up to which, a joined row counts in whole months.

    Columns of rows are taken as well, where ``least`` is what takes the lesser of two columns.
    """
    if rule is DayRule.HALF_MONTH:
        return _up(start - _MIDDLE), _up(held_until - _MIDDLE)
    return _up(start), least(_up(held_until), unbroken_until // DAYS_A_MONTH)


def _up(days: Days) -> Days:
    return -(-days // DAYS_A_MONTH)


def _by_days(row: ServiceRow) -> Iterator[MonthsHeld]:
    """Yield each month, or run of whole months, for the row's days over the days of the month."""
    first, last = row.start // DAYS_A_MONTH, row.held_until // DAYS_A_MONTH
    edges = sorted({first, min(first + 1, last), last, last + 1})
    for since, until in pairwise(edges):
        share = _share_of_month(row, Month(since))
        if share:
            yield MonthsHeld(Month(since), Month(until), share)


def _share_of_month(row: ServiceRow, month: Month) -> int | Fraction:
    start, length = first_day(month), days_in(month)
    days = min(row.held_until - start, length) - max(row.start - start, 0)
    return 1 if days == length else Fraction(max(0, days), length)
