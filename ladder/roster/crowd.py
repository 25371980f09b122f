"""Who counts on a bench, and how many of them are ready by when: people counted, never named.

A person counts before a class of a jurisdiction in which they hold a job now, unless they hold
the class, or a higher one of its series, or are gone before they are ready.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ladder.catalog.catalog import Catalog
from ladder.eligibility.clocks import HORIZON
from ladder.roster.answer_columns import Column
from ladder.roster.cells import NEVER
from ladder.roster.people import Roster

BANDS = (0, 6, 12, 24)
"""Months from now by which people are counted as ready."""
LATER = len(BANDS)
"""The band of who is ready later than in all of them, or never."""


class Ready(NamedTuple):
    """When some people are ready, as places in the bands: as it stands, and were what is asked true; and their class.

    ``present_class`` is that of the first of their records.
    """

    band: int
    if_band: int
    present_class: str


class Headcount(NamedTuple):
    """People who hold a class now, and of them those expected to be gone within 12 and 24 months."""

    incumbents: int
    exits_12: int
    exits_24: int


class KeptMonths(NamedTuple):
    """The months of a column, kept while steps are tried: as they are; or where ``usual`` is told, of ``seen`` alone.

    All others have the usual months of what they declare (:class:`ladder.roster.answer_columns.Column`).
    """

    class_id: str
    months: Sequence[int]
    usual: Sequence[int] = ()
    seen: Sequence[int] = ()


class Crowd:
    """The people of a roster as benches count them: what they hold now, and when they leave."""

    def __init__(self, roster: Roster) -> None:
        """Find who holds what."""
        self.roster = roster
        self.holders: Mapping[str, list[int]] = _holders(roster)
        self.present_class = tuple(_first_classes(roster))
        self.months_to_exit = [_months_to(one, roster) for one in roster.exits]

    def people_in(self, jurisdiction: str) -> set[int]:
        """Return the people who hold a job of the jurisdiction now."""
        here = (one for class_id, one in self.holders.items() if class_id.partition("/")[0] == jurisdiction)
        return {person for people in here for person in people}

    def headcount(self, class_id: str) -> Headcount:
        """Return how many people hold a class now, and how many of them leave."""
        held = self.holders.get(class_id, ())
        exits = [sum(self.months_to_exit[one] <= months for one in held) for months in (12, 24)]
        return Headcount(len(held), exits[0], exits[1])

    def is_on_bench(self, person: int, months: int) -> bool:
        """Return whether a person is ready within the bands, and still there."""
        return months <= BANDS[-1] and months < self.months_to_exit[person]

    def counts(self, column: Column, closed: Collection[str]) -> Counter[Ready]:
        """Return how many people are ready by when; holders of the ``closed`` classes do not count."""
        there = self.people_in(column.class_id.partition("/")[0])
        shut = {person for class_id in closed for person in self.holders.get(class_id, ())}
        found: Counter[Ready] = Counter()
        for person in there - shut:
            band, if_band = (self._band(months[person], person) for months in (column.months, column.if_months))
            if if_band < LATER:
                found[Ready(band, if_band, self.present_class[person])] += 1
        return found

    def _band(self, months: int, person: int) -> int:
        return bisect_left(BANDS, months) if self.is_on_bench(person, months) else LATER

    def keep(self, column: Column) -> KeptMonths:
        """Return the months of a column, to be kept for long."""
        return KeptMonths(column.class_id, column.months)

    def gain(self, before: KeptMonths, after: Sequence[int], closed: Collection[str]) -> tuple[int, int]:
        """Return how many people come onto the bench by a change, and the months saved of those who had a date."""
        shut = {person for class_id in closed for person in self.holders.get(class_id, ())}
        readied = saved = 0
        for person in self.people_in(before.class_id.partition("/")[0]) - shut:
            one, other = int(before.months[person]), int(after[person])
            readied += self.is_on_bench(person, other) and not self.is_on_bench(person, one)
            saved += max(0, one - other) if one <= HORIZON else 0
        return readied, saved

    def on_bench(self, column: Column, closed: Collection[str]) -> Iterator[int]:
        """Yield the people whom a bench counts, in the order of the roster: ready as it stands, or were it all true."""
        shut = {person for class_id in closed for person in self.holders.get(class_id, ())}
        for person in sorted(self.people_in(column.class_id.partition("/")[0]) - shut):
            if self.is_on_bench(person, int(column.if_months[person])):
                yield person


def _holders(roster: Roster) -> Mapping[str, list[int]]:
    """Return the people who hold each class now, each once."""
    found: dict[str, dict[int, None]] = defaultdict(dict)
    for person, kind in zip(_whole(roster.present.person), _whole(roster.present.kind), strict=True):
        class_id = roster.kinds[kind].class_id
        if class_id:
            found[class_id][person] = None
    return {class_id: list(people) for class_id, people in found.items()}


def _first_classes(roster: Roster) -> Iterator[str]:
    """Yield the class of each person's first record that has one; '' where none has."""
    kinds, begins = _whole(roster.present.kind), _whole(roster.first_present)
    for person in range(len(roster.declared_of)):
        classes = (roster.kinds[kind].class_id for kind in kinds[begins[person] : begins[person + 1]])
        yield next((one for one in classes if one), "")


def _months_to(exit_month: int, roster: Roster) -> int:
    """Return the months until somebody is expected to be gone, never where no month is told."""
    return NEVER if exit_month < 0 else int(exit_month) - roster.as_of


def _whole(column: Iterable[int]) -> list[int]:
    """Return a column as plain numbers."""
    return [int(one) for one in column]


def closed_before(class_id: str, catalog: Catalog) -> list[str]:
    """Return the classes whose holders do not count before a class: itself, and higher ones of its series."""
    spec = catalog.classes[class_id]
    rank = spec.series.rank if spec.series else 0
    others = ((one, catalog.classes[one].series) for one in sorted(catalog.series_of(spec)))
    return [class_id, *(one for one, series in others if one != class_id and series and series.rank > rank)]
