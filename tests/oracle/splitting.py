"""The split of service that credits most (docs/semantics.md, C2, C22 and section 6, reading 1).

Service comes as months that one job fills alone, in any number, and as months that
several jobs fill together to more than the whole. A month is worth at most 1.0 toward
any one requirement, and toward requirements of one sum together; for others it may
count at once.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations
from typing import NamedTuple

from tests.oracle.linear import Limit, greatest
from tests.oracle.person import Job

ZERO = Fraction(0)
FIRST_OF_ALL = Fraction(10**7)


class Way(NamedTuple):
    """One way for service to count: months of credit for a month, up to a maximum of credit if there is one."""

    rate: Fraction = Fraction(1)
    at_most: Fraction | None = None


class Demand(NamedTuple):
    """So many months of credit, by any of the ways; ``root`` is the requirement that it lies within, or itself.

    A demand that is ``filled_first`` is no experience: all of it must be held (C21, C22).
    """

    name: str
    months: Fraction
    ways: tuple[Way, ...]
    root: str
    filled_first: bool = False


class Crowd(NamedTuple):
    """So many months alike, in each of which several jobs together fill more than the month."""

    months: Fraction
    shares: tuple[tuple[Job, Fraction], ...]


class Supply(NamedTuple):
    """Service: months of single jobs, and crowded months."""

    alone: Mapping[Job, Fraction]
    crowds: Sequence[Crowd]


Taken = Callable[[Job, str], frozenset[int]]
"""The places of the ways in which a job counts for a demand."""

Rivals = Callable[[str, str], bool]
"""Whether a month counts for only one of two demands."""


def least_left(demands: Sequence[Demand], supply: Supply, taken: Taken, rivals: Rivals) -> Fraction | None:
    """Return the months of experience left at best, 0 where all is held; none where what is filled first is not.

    A requirement and the parts within it count with the larger of what is left
    (docs/semantics.md, C21; section 6, reading 2).
    """
    left = ZERO
    for group in _groups(demands, rivals):
        if len(group) == 1 and not group[0].filled_first:
            found: Fraction | None = max(ZERO, group[0].months - most_credit(group[0], supply, taken))
        elif any(one.filled_first or rivals(one.name, other.name) for one, other in combinations(group, 2)) or any(
            one.filled_first for one in group
        ):
            found = _joint_left(group, supply, taken, rivals)
        else:
            found = _largest_left(group, supply, taken)
        if found is None:
            return None
        left += found
    return left


def _largest_left(group: Sequence[Demand], supply: Supply, taken: Taken) -> Fraction:
    """Return what is left of a requirement and its parts, where a month counts for all of them at once."""
    return max(max(ZERO, one.months - most_credit(one, supply, taken)) for one in group)


def _groups(demands: Sequence[Demand], rivals: Rivals) -> Iterator[list[Demand]]:
    """Yield the demands that must be looked at together."""
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


# ---------------------------------------------------------------------- one requirement


def most_credit(demand: Demand, supply: Supply, taken: Taken) -> Fraction:
    """Return the most that can be credited to one requirement."""
    kinds = {job: taken(job, demand.name) for job in _jobs(supply)}
    if all(places <= {0} for places in kinds.values()) and demand.ways[0] == Way():
        alone = sum((months for job, months in supply.alone.items() if kinds[job]), ZERO)
        return alone + sum((_filled(crowd, kinds) for crowd in supply.crowds), ZERO)
    if all(way.rate == 1 for way in demand.ways):
        return _most_flow(demand, supply, kinds)
    found = _solved([demand], supply, taken, lambda _one, _other: False, {})
    return sum((amount for name, amount in found.items() if name[0] == "credit"), ZERO)


def _jobs(supply: Supply) -> list[Job]:
    return [*supply.alone, *(job for crowd in supply.crowds for job, _ in crowd.shares)]


def _filled(crowd: Crowd, kinds: Mapping[Job, frozenset[int]]) -> Fraction:
    return crowd.months * min(Fraction(1), sum((share for job, share in crowd.shares if kinds[job]), ZERO))


Node = Hashable


def _most_flow(demand: Demand, supply: Supply, kinds: Mapping[Job, frozenset[int]]) -> Fraction:
    """Return the greatest flow from months through jobs and ways to the requirement, path by path."""
    room: dict[Node, dict[Node, Fraction]] = {}

    def lay(one: Node, other: Node, amount: Fraction) -> None:
        room.setdefault(one, {})[other] = room.get(one, {}).get(other, ZERO) + amount
        room.setdefault(other, {}).setdefault(one, ZERO)

    total = sum(supply.alone.values(), ZERO) + sum((crowd.months for crowd in supply.crowds), ZERO)
    for job, months in supply.alone.items():
        lay("months", ("kind", kinds[job]), months)
    for place, crowd in enumerate(supply.crowds):
        lay("months", ("crowd", place), crowd.months)
        for job, share in crowd.shares:
            lay(("crowd", place), ("kind", kinds[job]), share * crowd.months)
    for kind in set(kinds.values()):
        for way in kind:
            lay(("kind", kind), ("way", way), total)
    for place, way in enumerate(demand.ways):
        lay(("way", place), "credit", total if way.at_most is None else way.at_most)
    flow = ZERO
    while path := _path(room):
        step = min(room[one][other] for one, other in path)
        for one, other in path:
            room[one][other] -= step
            room[other][one] += step
        flow += step
    return flow


def _path(room: Mapping[Node, Mapping[Node, Fraction]]) -> list[tuple[Node, Node]]:
    """Return a shortest path with room on all of it from ``months`` to ``credit``; empty if there is none."""
    came: dict[Node, Node] = {"months": "months"}
    queue: list[Node] = ["months"]
    for here in queue:
        for onward, amount in room.get(here, {}).items():
            if amount > 0 and onward not in came:
                came[onward] = here
                queue.append(onward)
    if "credit" not in came:
        return []
    path, here = [], "credit"
    while here != "months":
        path.append((came[here], here))
        here = came[here]  # type: ignore[assignment]
    return path


# ---------------------------------------------------------------------- requirements that share a month


def _joint_left(group: Sequence[Demand], supply: Supply, taken: Taken, rivals: Rivals) -> Fraction | None:
    """Return what is left of requirements that share a month, by one linear program over all of them."""
    whole: dict[str, Fraction] = {}
    for one in group:
        if not one.filled_first:
            whole[one.root] = max(whole.get(one.root, ZERO), one.months)
    found = _solved(group, supply, taken, rivals, whole)
    first = [one for one in group if one.filled_first]
    if any(_credit(found, one) < one.months for one in first):
        return None
    return sum(whole.values(), ZERO) - sum((found.get(("held", root), ZERO) for root in whole), ZERO)


def _credit(found: Mapping[tuple[Hashable, ...], Fraction], demand: Demand) -> Fraction:
    return found.get(("credit", demand.name), ZERO)


def _solved(
    group: Sequence[Demand], supply: Supply, taken: Taken, rivals: Rivals, whole: Mapping[str, Fraction]
) -> dict[tuple[Hashable, ...], Fraction]:
    """Return credit by demand (``credit``, name) and what of each whole is held (``held``, root).

    ``whole`` is how much each root asks; without it one demand is credited without end,
    its own service first (C2: direct service fills the month first).
    """
    kinds = list(_kinds(group, supply, taken))
    cliques = list(_cliques(group, rivals))
    limits: list[Limit] = []
    uses: dict[Hashable, Fraction] = {}
    by_way: dict[tuple[str, int], dict[Hashable, Fraction]] = {}
    for place, kind in enumerate(kinds):
        for demand in group:
            for way in kind.taken[demand.name]:
                name = (place, demand.name, way)
                uses[name] = demand.ways[way].rate
                by_way.setdefault((demand.name, way), {})[name] = demand.ways[way].rate
    for place, kind in enumerate(kinds):
        for clique in cliques:
            mine = {name: Fraction(1) for name in uses if name[0] == place and name[1] in clique}  # type: ignore[index]
            limits.append(Limit(mine, kind.months))
    for number, crowd in enumerate(supply.crowds):
        inside = {place for place, kind in enumerate(kinds) if kind.crowd == number}
        for clique in cliques:
            mine = {name: Fraction(1) for name in uses if name[0] in inside and name[1] in clique}  # type: ignore[index]
            limits.append(Limit(mine, crowd.months))
    goal: dict[Hashable, Fraction] = {}
    for demand in group:
        mine = {name: rate for name, rate in uses.items() if name[1] == demand.name}  # type: ignore[index]
        for way, rule in enumerate(demand.ways):
            if rule.at_most is not None and (demand.name, way) in by_way:
                limits.append(Limit(by_way[demand.name, way], rule.at_most))
        if demand.filled_first:
            limits.append(Limit(mine, demand.months))
            goal |= {name: rate * FIRST_OF_ALL for name, rate in mine.items()}
        elif whole:
            held = ("held", demand.root)
            limits.append(Limit({held: Fraction(1)} | {name: -rate for name, rate in mine.items()}, whole[demand.root] - demand.months))
            limits.append(Limit({held: Fraction(1)}, whole[demand.root]))
            goal[held] = Fraction(1)
        else:
            goal |= {name: rate * (FIRST_OF_ALL if name[2] == 0 else 1) for name, rate in mine.items()}  # type: ignore[index]
    values = greatest(goal, [one for one in limits if one.weights])
    found = {name: values[name] for name in goal if isinstance(name, tuple) and name[0] == "held" and name in values}
    for demand in group:
        mine = {name: rate for name, rate in uses.items() if name[1] == demand.name}  # type: ignore[index]
        found["credit", demand.name] = sum((rate * values.get(name, ZERO) for name, rate in mine.items()), ZERO)
    return found


class _Kind(NamedTuple):
    """Months of jobs that count alike, alone or in one crowd."""

    taken: Mapping[str, frozenset[int]]
    months: Fraction
    crowd: int | None


def _kinds(group: Sequence[Demand], supply: Supply, taken: Taken) -> Iterator[_Kind]:
    for crowd, shares in [(None, list(supply.alone.items())), *_shares(supply)]:
        found: dict[tuple[frozenset[int], ...], Fraction] = {}
        for job, months in shares:
            kind = tuple(taken(job, one.name) for one in group)
            if any(kind):
                found[kind] = found.get(kind, ZERO) + months
        for kind, months in found.items():
            yield _Kind(dict(zip((one.name for one in group), kind, strict=True)), months, crowd)


def _shares(supply: Supply) -> Iterator[tuple[int, list[tuple[Job, Fraction]]]]:
    for number, crowd in enumerate(supply.crowds):
        yield number, [(job, share * crowd.months) for job, share in crowd.shares]


def _cliques(group: Sequence[Demand], rivals: Rivals) -> Iterator[frozenset[str]]:
    """Yield the largest sets of demands of which a month counts for only one."""
    names = [one.name for one in group]
    found: list[frozenset[str]] = []
    for size in range(len(names), 0, -1):
        for some in combinations(names, size):
            together = frozenset(some)
            if any(together <= one for one in found):
                continue
            if all(rivals(one, other) for one, other in combinations(some, 2)):
                found.append(together)
    yield from found
