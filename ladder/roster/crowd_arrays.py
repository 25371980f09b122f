"""The same counts as in ``ladder.roster.crowd``, of columns of numpy."""

from collections import Counter
from collections.abc import Collection, Sequence
from typing import cast

import numpy as np

from ladder.eligibility.clocks import HORIZON
from ladder.roster.answer_columns import Column
from ladder.roster.crowd import BANDS, LATER, Crowd, KeptMonths, Ready
from ladder.roster.joined_rows import Bools, Ints, ints
from ladder.roster.people import Roster


class CrowdArrays(Crowd):
    """The people of a roster as benches count them, in columns."""

    def __init__(self, roster: Roster) -> None:
        """Find who holds what."""
        super().__init__(roster)
        self._exits = ints(self.months_to_exit)
        self._classes = sorted(set(self.present_class))
        places = {name: place for place, name in enumerate(self._classes)}
        self._class_of = ints([places[name] for name in self.present_class])
        self._there: dict[str, Bools] = {}
        self._declared_of = np.asarray(roster.declared_of)

    def _people(self, jurisdiction: str) -> Bools:
        if jurisdiction not in self._there:
            found = np.zeros(len(self._exits), dtype=np.bool_)
            found[sorted(self.people_in(jurisdiction))] = True
            self._there[jurisdiction] = found
        return self._there[jurisdiction]

    def counts(self, column: Column, closed: Collection[str]) -> Counter[Ready]:
        """Return how many people are ready by when; holders of the ``closed`` classes do not count."""
        who = self._who(column, closed)
        sure, hoped = (self._bands(cast("Ints", one)[who], who) for one in (column.months, column.if_months))
        keys = (sure * (LATER + 1) + hoped) * len(self._classes) + self._class_of[who]
        found: Counter[Ready] = Counter()
        for key, people in zip(*map(np.ndarray.tolist, np.unique(keys, return_counts=True)), strict=True):
            bands, name = divmod(key, len(self._classes))
            band, if_band = divmod(bands, LATER + 1)
            found[Ready(band, if_band, self._classes[name])] = people
        return found

    def keep(self, column: Column) -> KeptMonths:
        """Return the months of a column in little room: nearly everybody has those usual for what they declare."""
        if not len(column.usual):
            return super().keep(column)
        months, seen = cast("Ints", column.months), cast("Ints", column.seen)
        kept = (months[seen], np.asarray(column.usual, dtype=months.dtype), seen.astype(np.int32))
        return KeptMonths(column.class_id, *(cast("Sequence[int]", one) for one in kept))

    def _months(self, kept: KeptMonths) -> Ints:
        """Return kept months as they were."""
        if not len(kept.usual):
            return np.asarray(kept.months)
        found: Ints = np.take(np.asarray(kept.usual), self._declared_of)
        found[np.asarray(kept.seen)] = kept.months
        return found

    def gain(self, before: KeptMonths, after: Sequence[int], closed: Collection[str]) -> tuple[int, int]:
        """Return how many people come onto the bench by a change, and the months saved of those who had a date."""
        there = self._people(before.class_id.partition("/")[0]).copy()
        for class_id in closed:
            there[self.holders.get(class_id, [])] = False
        one, other = (months[there].astype(np.int64) for months in (self._months(before), cast("Ints", after)))
        on_bench = [(months <= BANDS[-1]) & (months < self._exits[there]) for months in (one, other)]
        saved = np.where(one <= HORIZON, np.maximum(0, one - other), 0)
        return int((on_bench[1] & ~on_bench[0]).sum()), int(saved.sum())

    def _who(self, column: Column, closed: Collection[str]) -> Ints:
        """Return the people whom a bench counts."""
        if_months = cast("Ints", column.if_months)
        there = self._people(column.class_id.partition("/")[0]) & (if_months <= BANDS[-1]) & (if_months < self._exits)
        for class_id in closed:
            there[self.holders.get(class_id, [])] = False
        return np.flatnonzero(there)

    def _bands(self, months: Ints, who: Ints) -> Ints:
        bands = np.searchsorted(BANDS, months)
        return np.where(months < self._exits[who], bands, LATER)

    def on_bench(self, column: Column, closed: Collection[str]) -> list[int]:  # type: ignore[override]  # a list is one
        """Return the people whom a bench counts, in the order of the roster."""
        found: list[int] = self._who(column, closed).tolist()
        return found
