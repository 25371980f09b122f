"""What people declare besides service, in columns of numpy: found once, for all classes that ask alike."""

from collections.abc import Hashable, Sequence
from typing import Any

import numpy as np

from ladder.eligibility.clocks import Amount
from ladder.roster.cells import BEYOND, NEVER
from ladder.roster.declared_facts import Credits, Dates, Lookup
from ladder.roster.first_months import AFTER_ALL, StepTable, step_table
from ladder.roster.joined_rows import Ints, Places, ints


class DeclaredColumns:
    """What each combination that is declared comes to; asked for a second time, it is at hand."""

    def __init__(self) -> None:
        """Hold nothing yet."""
        self._places: dict[int, Places] = {}
        self._known: dict[Hashable, Any] = {}

    def places(self, lookup: Lookup) -> Places:
        """Return which of the distinct parts each combination declares."""
        if id(lookup) not in self._places:
            self._places[id(lookup)] = np.asarray(lookup.of_declared, dtype=np.intp)
        return self._places[id(lookup)]

    def dates(self, dates: Dates, at_best: int) -> Ints:
        """Return when something that is no service is held, on the scale, for each combination."""
        key = ("dates", dates.number, at_best)
        if key not in self._known:
            self._known[key] = ints([pair[at_best] for pair in dates.months])[self.places(dates.lookup)]
        found: Ints = self._known[key]
        return found

    def steps(self, found: Credits, at_best: int, scale: int) -> StepTable:
        """Return the credit of study as it steps up, in parts of a month."""
        key = ("steps", found.number, at_best, scale)
        if key not in self._known:
            self._known[key] = step_table([pair[at_best] for pair in found.steps], scale)
        table: StepTable = self._known[key]
        return table

    def studied(self, found: Credits, at_best: int, standing: Lookup, owed: Sequence[Amount | None]) -> Ints:
        """Return when study alone comes to what is owed, on the scale, for each combination.

        ``owed`` are months for each standing, None where people of it are shut out.
        """
        key = ("studied", found.number, at_best, id(standing), tuple(owed))
        if key not in self._known:
            by_part = ints([_first_with(pair[at_best], one) for pair in found.steps for one in owed])
            by_part = by_part.reshape(len(found.steps), len(owed))
            self._known[key] = by_part[self.places(found.lookup), self.places(standing)]
        months: Ints = self._known[key]
        return months


def _first_with(steps: Sequence[tuple[int, Amount]], owed: Amount | None) -> int:
    """Return the first month by which so much is credited."""
    enough = (month for month, amount in steps if owed is not None and amount >= owed)
    found = next(enough, AFTER_ALL)
    return NEVER if found == AFTER_ALL else min(found, BEYOND)
