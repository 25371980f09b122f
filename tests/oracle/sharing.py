"""One linear program for requirements that share months (docs/semantics.md, C2, C22).

Its variables are months: of service that counts alike, used for one requirement in one
way. Its limits: a month of service is used once among requirements that do not count at
once, months in which several jobs together fill more than the month are used once in
all, and a substitution credits no more than its maximum.
"""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations
from typing import NamedTuple

from tests.oracle.linear import Limit, greatest
from tests.oracle.supplies import Demand, Rivals, Supply, Taken

ZERO, ONE = Fraction(0), Fraction(1)
FIRST_OF_ALL = Fraction(10**7)
"""Weight of what is filled before anything else; no other credit comes near it."""


class _Use(NamedTuple):
    """Months of one kind of service, used for one demand in one of its ways."""

    kind: int
    demand: str
    way: int


class _Kind(NamedTuple):
    """So many months of jobs that count alike, alone or in one crowd."""

    taken: Mapping[str, frozenset[int]]
    months: Fraction
    crowd: int | None


Weights = dict[Hashable, Fraction]


class Sharing:
    """The program of a group of demands."""

    def __init__(self, group: Sequence[Demand], supply: Supply, taken: Taken, rivals: Rivals) -> None:
        self.group = group
        self.supply = supply
        self.kinds = list(_kinds(group, supply, taken))
        self.cliques = list(_cliques(group, rivals))
        self.credit: dict[str, dict[_Use, Fraction]] = {one.name: dict(self._uses(one)) for one in group}

    def _uses(self, demand: Demand) -> Iterator[tuple[_Use, Fraction]]:
        """Yield each use of service for a demand, and what a month of it credits."""
        for place, kind in enumerate(self.kinds):
            for way in kind.taken[demand.name]:
                yield _Use(place, demand.name, way), demand.ways[way].rate

    def least_left(self) -> Fraction | None:
        """Return the months of experience left at best; None where what is filled first is not all held."""
        wholes: dict[str, Fraction] = {}
        for one in self.group:
            if not one.filled_first:
                wholes[one.root] = max(wholes.get(one.root, ZERO), one.months)
        limits, goal = [*self._limits()], dict[Hashable, Fraction]()
        for one in self.group:
            mine: Weights = {use: rate for use, rate in self.credit[one.name].items()}  # noqa: C416 - of any keys
            if one.filled_first:
                limits.append(Limit(mine, one.months))
                goal |= {use: rate * FIRST_OF_ALL for use, rate in mine.items()}
            else:
                held = ("held", one.root)
                lacking = {use: -rate for use, rate in mine.items()}
                limits.append(Limit({held: ONE, **lacking}, wholes[one.root] - one.months))
                limits.append(Limit({held: ONE}, wholes[one.root]))
                goal[held] = ONE
        values = greatest(goal, limits)
        if any(one.filled_first and self._credited(one, values) < one.months for one in self.group):
            return None
        return sum(wholes.values(), ZERO) - sum((values[("held", root)] for root in wholes), ZERO)

    def most_credit(self) -> Fraction:
        """Return the most that the one demand is credited with, by the split that credits most (section 6, C2)."""
        (demand,) = self.group
        goal: Weights = {use: rate for use, rate in self.credit[demand.name].items()}  # noqa: C416 - of any keys
        return self._credited(demand, greatest(goal, list(self._limits())))

    def _credited(self, demand: Demand, values: Mapping[Hashable, Fraction]) -> Fraction:
        return sum((rate * values.get(use, ZERO) for use, rate in self.credit[demand.name].items()), ZERO)

    def _limits(self) -> Iterator[Limit]:
        for clique in self.cliques:
            yield from self._months_used_once(clique)
        for one in self.group:
            for place, way in enumerate(one.ways):
                mine: Weights = {use: rate for use, rate in self.credit[one.name].items() if use.way == place}
                if mine and way.at_most is not None:
                    yield Limit(mine, way.at_most)

    def _months_used_once(self, clique: frozenset[str]) -> Iterator[Limit]:
        uses = [use for name in clique for use in self.credit[name]]
        for place, kind in enumerate(self.kinds):
            if mine := [use for use in uses if use.kind == place]:
                yield Limit(dict.fromkeys(mine, ONE), kind.months)
        for number, crowd in enumerate(self.supply.crowds):
            if mine := [use for use in uses if self.kinds[use.kind].crowd == number]:
                yield Limit(dict.fromkeys(mine, ONE), crowd.months)


def _kinds(group: Sequence[Demand], supply: Supply, taken: Taken) -> Iterator[_Kind]:
    for crowd, shares in supply.by_crowd():
        found: dict[tuple[frozenset[int], ...], Fraction] = {}
        for job, months in shares:
            kind = tuple(taken(job, one.name) for one in group)
            if any(kind):
                found[kind] = found.get(kind, ZERO) + months
        for kind, months in found.items():
            yield _Kind(dict(zip((one.name for one in group), kind, strict=True)), months, crowd)


def _cliques(group: Sequence[Demand], rivals: Rivals) -> Iterator[frozenset[str]]:
    """Yield the largest sets of demands of which a month counts for only one."""
    names = [one.name for one in group]
    found: list[frozenset[str]] = []
    for size in range(len(names), 0, -1):
        for some in map(frozenset, combinations(names, size)):
            fits = all(rivals(one, other) for one, other in combinations(some, 2))
            if fits and not any(some <= one for one in found):
                found.append(some)
    yield from found
