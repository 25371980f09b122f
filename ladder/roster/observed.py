"""Moves that people made, by their dated rows, beside the steps that the rules draw."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from statistics import median_low
from typing import NamedTuple

from ladder.catalog.catalog import Catalog
from ladder.catalog.steps import is_used
from ladder.roster.people import Roster
from ladder.service_time import DAYS_A_MONTH, Day, first_day, next_day

OBSERVED_COLUMNS = ("from", "to", "people", "median months held", "step")
NO_STEP = "none"


class Stay(NamedTuple):
    """Days in one class, rows that touch taken together: from a day, up to another."""

    start: int
    end: int
    class_id: str

    @property
    def months(self) -> int:
        """Months held, part months dropped."""
        return max(0, self.end // DAYS_A_MONTH - -(-self.start // DAYS_A_MONTH))


Move = tuple[str, str]


def observed_rows(
    held: Mapping[Move, Counter[int]], places: Collection[str], catalog: Catalog
) -> Iterator[tuple[str | int | None, ...]]:
    """Yield a row for each move made, with the kind of step that explains it; then for each step that nobody made.

    ``held`` are the people of each move by the months that they held the first class. Only steps between classes of
    the jurisdictions in which people work, ``places``, are told of.
    """
    used = [step for step in catalog.steps if is_used(step, frozenset())]
    steps = {(step.feeder_class, step.target_class): step for step in reversed(used)}
    for (begin, target), months in sorted(held.items()):
        step = steps.get((begin, target))
        yield begin, target, months.total(), median_low(months.elements()), step.kind.value if step else NO_STEP
    there = {class_id.partition("/")[0] for move in held for class_id in move}.union(places)
    for begin, target in sorted(steps.keys() - held.keys()):
        if target.partition("/")[0] in there:
            yield begin, target, 0, None, steps[begin, target].kind.value


def places_of(roster: Roster) -> frozenset[str]:
    """Return the jurisdictions of the jobs that people hold now."""
    held = (roster.kinds[int(kind)].class_id for kind in roster.present.kind)
    return frozenset(class_id.partition("/")[0] for class_id in held if class_id)


def moves_made(roster: Roster) -> Mapping[Move, Counter[int]]:
    """Return the people who moved from a class to another, by the months that they had held the first.

    A move is made where a stay begins once another has ended, and
    no other class is held in between; a second job beside a first is none. Who moves twice
    between the same classes is told of once, by the first time.
    """
    found: dict[Move, Counter[int]] = defaultdict(Counter)
    for person in range(len(roster.declared_of)):
        told: dict[Move, int] = {}
        for before, after in _moves_of(_stays(roster, person)):
            told.setdefault((before.class_id, after.class_id), before.months)
        for move, months in told.items():
            found[move][months] += 1
    return found


def _moves_of(stays: list[Stay]) -> Iterator[tuple[Stay, Stay]]:
    for after in stays:
        ended = [one for one in stays if one.start < after.start and one.end <= after.start]
        last = max(ended, key=lambda one: (one.end, one.start), default=None)
        if last is not None and last.class_id != after.class_id:
            yield last, after


def _stays(roster: Roster, person: int) -> list[Stay]:
    """Return the stays of a person in classes, in order of their beginnings; jobs of no class are left out."""
    found: list[Stay] = []
    for row in sorted(_rows(roster, person)):
        touching = [place for place, one in enumerate(found) if one.class_id == row.class_id and _touch(one, row)]
        if touching:
            one = found[touching[-1]]
            found[touching[-1]] = one._replace(end=max(one.end, row.end))
        else:
            found.append(row)
    return found


def _touch(one: Stay, later: Stay) -> bool:
    return later.start <= next_day(Day(one.end))


def _rows(roster: Roster, person: int) -> Iterator[Stay]:
    """Yield the rows of a person in classes, and the present jobs, which begin in the as-of month if not before."""
    rows, now = roster.rows, first_day(roster.as_of)
    for at in range(int(roster.first_row[person]), int(roster.first_row[person + 1])):
        class_id = roster.kinds[int(rows.kind[at])].class_id
        if class_id and rows.start[at] < min(rows.end[at], now):
            yield Stay(int(rows.start[at]), min(int(rows.end[at]), now), class_id)
    for at in range(int(roster.first_present[person]), int(roster.first_present[person + 1])):
        class_id = roster.kinds[int(roster.present.kind[at])].class_id
        if class_id:
            yield Stay(now, now + 1, class_id)
