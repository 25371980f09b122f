"""Rows of service to calendar months, day by day (docs/semantics.md, C19)."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import NamedTuple

FIRST, MIDDLE = 1, 15
DAY = timedelta(days=1)


class Row(NamedTuple):
    """Days of service from a first day on, up to and without ``stop``; no stop where the row goes on."""

    start: date
    stop: date | None
    may_gain_a_day: bool = False

    def holds(self, day: date) -> bool:
        """Tell whether the row covers the day."""
        return self.start <= day and (self.stop is None or day < self.stop)


def read_row(start: str, end: str | None, as_of: int) -> Row:
    """Return the row as printed: a month alone is its first day, an end is exclusive, no end is the as-of month."""
    stop = first_of(as_of) if end is None else _day(end)
    return Row(_day(start), stop, may_gain_a_day=end is not None and _prints_a_day(end))


def held_by_month(rows: Sequence[Row], others: Sequence[Row], as_of: int, rule: str) -> dict[int, dict[int, Fraction]]:
    """Return, for each month before the as-of month, the part of it that each row counts for, by its place.

    ``others`` are rows that join on but count for themselves elsewhere: the present job.
    """
    joined = list(_joined(rows, [*rows, *others]))
    grid: dict[int, dict[int, Fraction]] = {}
    if not rows:
        return grid
    first = min(month_of(row.start) for row in joined)
    for month in range(first, as_of):
        found = _parts_of_month(month, joined, others, rule)
        if found:
            grid[month] = found
    return grid


def _parts_of_month(month: int, rows: Sequence[Row], others: Sequence[Row], rule: str) -> dict[int, Fraction]:
    days = list(_days_of(month))
    if rule == "days":
        parts = {place: Fraction(sum(map(row.holds, days)), len(days)) for place, row in enumerate(rows)}
        return {place: part for place, part in parts.items() if part}
    if rule == "half_month":
        return {place: Fraction(1) for place, row in enumerate(rows) if row.holds(days[MIDDLE - 1])}
    everything = [*rows, *others]
    if not all(any(row.holds(day) for row in everything) for day in days):
        return {}
    return {place: Fraction(1) for place, row in enumerate(rows) if row.holds(days[FIRST - 1])}


def _joined(rows: Sequence[Row], everything: Sequence[Row]) -> Iterator[Row]:
    """Yield the rows, each with its last printed day where another row begins on the day after it."""
    for place, row in enumerate(rows):
        others = [*everything[:place], *everything[place + 1 :]]
        gains = row.may_gain_a_day and row.stop and any(other.start == row.stop + DAY for other in others)
        if gains and row.stop and not (row.start < row.stop and any(_is_only(row.stop, other) for other in others)):
            yield row._replace(stop=row.stop + DAY)
        else:
            yield row


def _is_only(day: date, row: Row) -> bool:
    """Tell whether the row is of that single day, printed with its end on the day or on the next."""
    ends_there = row.stop == day and row.may_gain_a_day
    return row.start == day and (ends_there or row.stop == day + DAY)


def month_of(day: date) -> int:
    """Return the month of a day, counted from January of the year 0."""
    return day.year * 12 + day.month - 1


def first_of(month: int) -> date:
    """Return the first day of a month."""
    return date(month // 12, month % 12 + 1, 1)


def read_month(text: str) -> int:
    """Return the month that a month or a day stands in."""
    return month_of(_day(text))


def first_month_of(text: str) -> int:
    """Return the first month on whose first day something is held that begins then (docs/semantics.md, C3 and C19)."""
    return read_month(text) + (_day(text).day > 1)


def _day(text: str) -> date:
    return date.fromisoformat(text if _prints_a_day(text) else f"{text}-01")


def _prints_a_day(text: str) -> bool:
    return text.count("-") > 1


def _days_of(month: int) -> Iterator[date]:
    day = first_of(month)
    while month_of(day) == month:
        yield day
        day += DAY
