"""Which classes are drawn around one: a few steps each way, and how many more there are beyond the edge."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ladder.rendering.layout.rows import Ends

MOST_BOXES = 40
"""Boxes of a drawing that a person can still read."""

REACH = 2
"""Steps each way that a drawing goes."""


@dataclass(frozen=True, slots=True)
class Neighbors:
    """The classes one step above and one below each class, made once for all drawings of a catalog."""

    above: Mapping[str, frozenset[str]]
    below: Mapping[str, frozenset[str]]

    @classmethod
    def by(cls, steps: Iterable[Ends]) -> "Neighbors":
        """Return the neighbors that these steps make."""
        above: dict[str, set[str]] = defaultdict(set)
        below: dict[str, set[str]] = defaultdict(set)
        for lower, upper in steps:
            above[lower].add(upper)
            below[upper].add(lower)
        return cls(*({one: frozenset(others) for one, others in found.items()} for found in (above, below)))

    def of(self, class_id: str) -> frozenset[str]:
        """Return the classes one step away, either way."""
        return self.above.get(class_id, _NONE) | self.below.get(class_id, _NONE)

    def links(self, class_id: str) -> int:
        """Return how many classes lead to a class or are led to by it; one that does both counts twice."""
        return len(self.above.get(class_id, _NONE)) + len(self.below.get(class_id, _NONE))


_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Classes around one, nearest first, itself among them.

    ``steps`` are the ends of those between them, ``hidden`` how many neighbors of each are not drawn.
    """

    focus: str
    classes: tuple[str, ...]
    steps: tuple[Ends, ...]
    hidden: Mapping[str, int]


def find_surroundings(focus: str, neighbors: Neighbors, *, most: int = MOST_BOXES, reach: int = REACH) -> Surroundings:
    """Return the classes so many steps above and below one, those with most steps first where they are too many."""
    found = dict.fromkeys([focus])
    for distance in range(1, reach + 1):
        reached = _within(focus, neighbors.above, distance) | _within(focus, neighbors.below, distance)
        for one in sorted(reached - found.keys(), key=lambda one: (-neighbors.links(one), one)):
            if len(found) < most:
                found[one] = None
    steps = ((one, upper) for one in found for upper in neighbors.above.get(one, _NONE) if upper in found)
    hidden = {one: len(neighbors.of(one) - found.keys()) for one in found}
    return Surroundings(
        focus, tuple(found), tuple(sorted(steps)), {one: count for one, count in hidden.items() if count}
    )


def busiest(neighbors: Neighbors) -> str | None:
    """Return the class that a drawing opens on; None where there is no step.

    It is the one with most neighbors among those that lead on and are led to, as far as there is
    one: a ladder is seen from its middle. Of several the one with more on its thinner side, then
    the first by its id.
    """
    classes = sorted({*neighbors.above, *neighbors.below})

    def worth(one: str) -> tuple[bool, int, int]:
        sides = len(neighbors.above.get(one, _NONE)), len(neighbors.below.get(one, _NONE))
        return min(sides) > 1, len(neighbors.of(one)), min(sides)

    return max(reversed(classes), key=worth, default=None)


def _within(focus: str, nearest: Mapping[str, frozenset[str]], distance: int) -> set[str]:
    """Return the classes within so many steps, all in one direction."""
    found = {focus}
    for _ in range(distance):
        found |= {other for one in found for other in nearest.get(one, _NONE)}
    return found
