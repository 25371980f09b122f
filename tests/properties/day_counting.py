"""Service counted day by day on a calendar, and random histories to count: none of the engine's code.

A stretch is what somebody truly did: one job at one share of full time, from a day up to
another. A history prints each stretch in rows, split at any days and in any order; rows
that touch are printed with the end on the day before the next begins, or on that day.
"""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from random import Random
from typing import Any

Row = dict[str, Any]
AS_OF = date(2026, 11, 1)
DAY = timedelta(days=1)
SHARES = ("1", "1", "1", "0.5", "0.75", "0.3")


@dataclass(frozen=True, slots=True)
class Stretch:
    """One job at one share of full time, up to ``end``, exclusive; whether it counts."""

    start: date
    end: date
    share: Fraction
    counts: bool

    def holds(self, day: date) -> bool:
        return self.start <= day < self.end


@dataclass(frozen=True, slots=True)
class Past:
    """What was done, how it is printed in rows, and whether a job goes on from the as-of month."""

    stretches: tuple[Stretch, ...]
    rows: tuple[Row, ...]
    goes_on: bool


# ------------------------------------------------------------------ counting


def count_months(stretches: tuple[Stretch, ...], rule: str) -> Fraction:
    """Count the months before the as-of month, each at most once, by looking at every day."""
    begun = min((one.start for one in stretches), default=AS_OF)
    total, month = Fraction(0), begun.replace(day=1)
    while month < AS_OF:
        days = [month + DAY * place for place in range(monthrange(month.year, month.month)[1])]
        total += min(Fraction(1), _share(stretches, days, rule))
        month = days[-1] + DAY
    return total


def _share(stretches: tuple[Stretch, ...], days: list[date], rule: str) -> Fraction:
    counting = [one for one in stretches if one.counts]
    if rule == "days":
        held = sum((one.share * sum(one.holds(day) for day in days) for one in counting), Fraction(0))
        return held / len(days)
    if rule == "half_month":
        return sum((one.share for one in counting if one.holds(days[14])), Fraction(0))
    if not all(any(one.holds(day) for one in stretches) for day in days):
        return Fraction(0)
    return sum((one.share for one in counting if one.holds(days[0])), Fraction(0))


# ------------------------------------------------------------------ what rows say


def read_rows(rows: tuple[Row, ...], *, goes_on: bool) -> tuple[Stretch, ...]:
    """Read printed rows as they stand, one by one, by the sentence of the rule."""
    begins = {_date(row["start"]) for row in rows} | ({AS_OF} if goes_on else set())
    return tuple(
        Stretch(_date(row["start"]), _last(row, rows, begins), Fraction(row.get("fte", "1")), "counts_toward" in row)
        for row in rows
    )


def _last(row: Row, rows: tuple[Row, ...], begins: set[date]) -> date:
    if "end" not in row:
        return AS_OF
    end = _date(row["end"])
    if len(row["end"]) < len("2026-11-01") or end + DAY not in begins:
        return end
    single = any(_date(one["start"]) == end and _is_a_day(one) for one in rows)
    return end if single and _date(row["start"]) < end else end + DAY


def _is_a_day(row: Row) -> bool:
    """Tell whether the row is of one day alone, printed with its end on that day or on the next."""
    start, end = _date(row["start"]), row.get("end")
    return end is not None and (end == str(start) or _date(end) == start + DAY)


def _date(text: str) -> date:
    return date.fromisoformat(f"{text}-01"[:10])


# ------------------------------------------------------------------ random histories


def new_past(seed: int) -> Past:
    """Make a history: one job after another, sometimes a second beside it, each split into rows."""
    rng = Random(f"days {seed}")
    goes_on = rng.random() < 0.3
    chains = [list(_chain(rng, goes_on=goes_on)) for _ in range(rng.choice((1, 1, 1, 2)))]
    most = rng.choice((0, 1, 3, 10, 40)) if len(chains) == 1 else rng.choice((0, 1, 3))
    taken: set[date] = {AS_OF}
    rows: list[Row] = []
    kept: list[Stretch] = []
    for chain in chains:
        edges = {day for one in chain for day in (one.start, one.end)}
        if len(chains) > 1 and kept and _is_near(edges, taken):
            continue
        kept += chain
        cuts = [_cuts(rng, one, most, () if len(chains) == 1 else taken) for one in chain]
        taken |= edges.union(*cuts)
        rows += _printed(rng, chain, cuts, goes_on=goes_on)
    rng.shuffle(rows)
    return Past(tuple(kept), tuple(rows), goes_on)


def _is_near(days: set[date], others: set[date] | tuple[()]) -> bool:
    """Tell whether rows of two jobs might seem to touch that do not."""
    return any(day + DAY * off in others for day in days for off in range(-2, 3))


def _chain(rng: Random, *, goes_on: bool) -> Iterator[Stretch]:
    """Yield stretches one after another, which touch or lie at least two days apart."""
    day = date(2021, 1, 1) + DAY * rng.randint(0, 1500)
    for _ in range(rng.randint(1, 4)):
        end = day + DAY * rng.choice((1, 2, 14, 31, 90, 365, rng.randint(1, 700)))
        if rng.random() < 0.3:
            end = (end + DAY * 31).replace(day=rng.choice((1, 2, 15, 16)))
        if end > AS_OF - 3 * DAY:
            end = AS_OF if goes_on or rng.random() < 0.5 else AS_OF - 3 * DAY
        if end <= day:
            return
        yield Stretch(day, end, Fraction(rng.choice(SHARES)), rng.random() < 0.75)
        day = end + DAY * rng.choice((0, 0, 0, 2, 3, 30, 31))


def _cuts(rng: Random, one: Stretch, most: int, near: set[date] | tuple[()]) -> list[date]:
    """Return days inside the stretch at which a new row begins, any of them the day after another."""
    inside = (one.end - one.start).days - 1
    if inside < 1:
        return []
    found = {one.start + DAY * rng.randint(1, inside) for _ in range(rng.randint(0, most))}
    if most and rng.random() < 0.3:
        found |= {day + DAY for day in found if day + DAY < one.end}
    if most and rng.random() < 0.3:
        found |= {day.replace(day=1) for day in found if day.replace(day=1) > one.start}
    return sorted(day for day in found if not _is_near({day}, near))


def _printed(rng: Random, chain: list[Stretch], cuts: list[list[date]], *, goes_on: bool) -> Iterator[Row]:
    """Yield the rows of one job after another; an end is printed with the day before only where a row follows it."""
    parts = [
        replace(one, start=start, end=end)
        for one, inside in zip(chain, cuts, strict=True)
        for start, end in zip([one.start, *inside], [*inside, one.end], strict=True)
    ]
    begins = {one.start for one in parts} | ({AS_OF} if goes_on else set())
    for one in parts:
        touches = one.end in begins
        printed = one.end - DAY if touches and rng.random() < 0.5 else one.end
        row: Row = {"start": str(one.start), "end": str(printed), "title": "work"}
        if one.start.day == 1 and rng.random() < 0.3:
            row["start"] = row["start"][:7]
        if printed.day == 1 and printed == one.end and rng.random() < 0.3:
            row["end"] = row["end"][:7]
        if one.share != 1 or rng.random() < 0.2:
            row["fte"] = str(one.share.numerator / one.share.denominator)
        if one.counts:
            row["counts_toward"] = ["us-xx/1#general"]
        yield row


def new_rows(seed: int) -> tuple[tuple[Row, ...], bool]:
    """Make rows that begin, end and touch within a few weeks, as nobody would write them; whether a job goes on."""
    rng = Random(f"rows {seed}")
    goes_on = rng.random() < 0.5
    return tuple(_any_row(rng) for _ in range(rng.randint(1, 7))), goes_on


def _any_row(rng: Random) -> Row:
    since = AS_OF - DAY * rng.choice((rng.randint(1, 70), rng.randint(25, 40)))
    until = min(AS_OF, since + DAY * rng.choice((0, 0, 1, 1, 2, rng.randint(0, 70))))
    row: Row = {"start": str(since), "end": str(until), "title": "work", "fte": rng.choice(SHARES)}
    if rng.random() < 0.6:
        row["counts_toward"] = ["us-xx/1#general"]
    if until.day == 1 and rng.random() < 0.3:
        row["end"] = row["end"][:7]
    if rng.random() < 0.05:
        del row["end"]
    return row
