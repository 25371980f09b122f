"""The split of service that credits most (docs/semantics.md, C2, C22).

A month is worth at most 1.0 toward any one requirement, and toward requirements of one
sum together; for others it may count at once.
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations

from tests.oracle.flows import Network
from tests.oracle.person import Job
from tests.oracle.sharing import Sharing
from tests.oracle.supplies import Crowd, Demand, Rivals, Supply, Taken, Way

ZERO = Fraction(0)
Kinds = Mapping[Job, frozenset[int]]


def least_left(demands: Sequence[Demand], supply: Supply, taken: Taken, rivals: Rivals) -> Fraction | None:
    """Return the months of experience left at best, 0 where all is held; None where what is filled first is not.

    A requirement and the parts within it count with the larger of what is left
    (docs/semantics.md, C21).
    """
    left = ZERO
    for group in _groups(demands, rivals):
        if _share_months(group, rivals):
            found = Sharing(group, supply, taken, rivals).least_left()
        else:
            found = max(max(ZERO, one.months - most_credit(one, supply, taken)) for one in group)
        if found is None:
            return None
        left += found
    return left


def _share_months(group: Sequence[Demand], rivals: Rivals) -> bool:
    apart = any(rivals(one.name, other.name) for one, other in combinations(group, 2))
    return apart or any(one.filled_first for one in group)


def _groups(demands: Sequence[Demand], rivals: Rivals) -> Iterator[list[Demand]]:
    """Yield the demands that must be looked at together: parts of one whole, and those that share months."""
    rest = list(demands)
    while rest:
        group, size = [rest.pop(0)], 0
        while len(group) > size:
            size = len(group)
            near = [one for one in rest if any(_belong(one, other, rivals) for other in group)]
            group += near
            rest = [one for one in rest if one not in near]
        yield group


def _belong(one: Demand, other: Demand, rivals: Rivals) -> bool:
    return one.root == other.root or rivals(one.name, other.name)


def most_credit(demand: Demand, supply: Supply, taken: Taken) -> Fraction:
    """Return the most that can be credited to one requirement."""
    kinds = {job: taken(job, demand.name) for job in supply.jobs()}
    if demand.ways[0] == Way() and all(places <= {0} for places in kinds.values()):
        alone = sum((months for job, months in supply.alone.items() if kinds[job]), ZERO)
        return alone + sum((_filled(crowd, kinds) for crowd in supply.crowds), ZERO)
    if all(way.rate == 1 for way in demand.ways):
        return _most_flow(demand, supply, kinds)
    return Sharing([demand], supply, taken, lambda _one, _other: False).most_credit()


def _filled(crowd: Crowd, kinds: Kinds) -> Fraction:
    return crowd.months * min(Fraction(1), sum((share for job, share in crowd.shares if kinds[job]), ZERO))


def _most_flow(demand: Demand, supply: Supply, kinds: Kinds) -> Fraction:
    """Return the greatest flow from months through jobs and ways to the requirement."""
    network = Network()
    total = sum(supply.alone.values(), ZERO) + sum((crowd.months for crowd in supply.crowds), ZERO)
    for crowd, shares in supply.by_crowd():
        entry = "months" if crowd is None else ("crowd", crowd)
        if crowd is not None:
            network.lay("months", entry, supply.crowds[crowd].months)
        for job, months in shares:
            network.lay(entry, ("kind", kinds[job]), months)
    for kind in set(kinds.values()):
        for place in kind:
            network.lay(("kind", kind), ("way", place), total)
    for place, way in enumerate(demand.ways):
        network.lay(("way", place), "credit", total if way.at_most is None else way.at_most)
    return network.greatest_flow("months", "credit")
