"""Some people before a class: what they declare, and what tells of the service that they hold, in columns of numpy."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from ladder.roster.joined_rows import Bools, Ints, Places
from ladder.roster.service_sums import Groups, ServiceSums

Some = slice | Ints
"""Some of the people, by their places."""

ALL = slice(None)


class ServiceOf(NamedTuple):
    """The service of some people, told for groups of jobs; what was asked once is known.

    Months, and shares of full time, are in parts of which ``unit`` are one. ``holders`` tells who
    has held a job of any of the groups; ``who`` are the people of whom ``some`` are told of.
    """

    sums: ServiceSums
    holders: Callable[[Groups], Ints]
    who: Ints
    known: dict[tuple[bool, Groups], Ints]
    some: Some = ALL

    @property
    def unit(self) -> int:
        """The parts that make one month, or full time."""
        return self.sums.unit

    def held(self, groups: Groups) -> Ints:
        """Return the months of past service."""
        if (False, groups) not in self.known:
            self.known[False, groups] = self.sums.months_held(groups)
        return self.known[False, groups][self.some]

    def now(self, groups: Groups) -> Ints:
        """Return the share of full time now."""
        if (True, groups) not in self.known:
            self.known[True, groups] = self.sums.share_now(groups)
        return self.known[True, groups][self.some]

    def has_held(self, groups: Groups) -> Bools:
        """Return who holds or has held a job of any of the groups."""
        return np.isin(self.who[self.some], self.holders(groups))

    def lately(self, groups: Groups, months: int) -> Ints:
        """Return the months of past service in the last 0, 1 ... months, a column each."""
        return self.sums.lately(groups, self.who[self.some], months)


class People(NamedTuple):
    """Some people before a class: the combination that each declares, their standing, and their service."""

    declared: Places
    standing: Places
    service: ServiceOf

    def part(self, some: Some) -> "People":
        """Return some of these people, where they are all of whom service is told."""
        return People(self.declared[some], self.standing[some], self.service._replace(some=some))

    def all_at(self, place: int) -> Ints:
        """Return the same place on the scale for each."""
        return np.full(len(self.declared), place, dtype=np.int64)


def service_of(sums: ServiceSums, holders: Callable[[Groups], Ints], who: Ints) -> ServiceOf:
    """Return the service of these people, in order; ``sums`` tells of nobody else until somebody else stands there."""
    sums.stand(who)
    return ServiceOf(sums, holders, who, {})
