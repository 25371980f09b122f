"""Which classes are drawn around one: a few steps each way, and how many more there are beyond the edge."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ladder.rendering.layout.rows import Ends

MOST_BOXES = 40
"""Boxes of a drawing that a person can still read."""

_REACH = 2


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Classes around one, nearest first, itself among them, and how many neighbors of each are not drawn."""

    focus: str
    classes: tuple[str, ...]
    hidden: Mapping[str, int]


def find_surroundings(focus: str, steps: Iterable[Ends], *, most: int = MOST_BOXES) -> Surroundings:
    """Return the classes up to two steps above and below one, those with most steps first where they are too many."""
    above, below = _neighbors(steps)
    links = {one: len(above[one]) + len(below[one]) for one in {*above, *below}}
    found = {focus: 0}
    for distance in range(1, _REACH + 1):
        reached = {
            other
            for neighbors in (above, below)
            for one in _within(focus, neighbors, distance - 1)
            for other in neighbors[one]
        }
        for one in sorted(reached - found.keys(), key=lambda one: (-links[one], one)):
            if len(found) < most:
                found[one] = distance
    hidden = {one: len({*above[one], *below[one]} - found.keys()) for one in found}
    return Surroundings(focus, tuple(found), {one: count for one, count in hidden.items() if count})


def busiest(steps: Sequence[Ends]) -> str | None:
    """Return the class with most neighbors, the first by its id of several; None where there is no step."""
    above, below = _neighbors(steps)
    classes = sorted({*above, *below})
    return min(classes, key=lambda one: -len({*above[one], *below[one]}), default=None)


def _neighbors(steps: Iterable[Ends]) -> tuple[Mapping[str, tuple[str, ...]], Mapping[str, tuple[str, ...]]]:
    above: dict[str, dict[str, None]] = defaultdict(dict)
    below: dict[str, dict[str, None]] = defaultdict(dict)
    for lower, upper in steps:
        above[lower][upper] = None
        below[upper][lower] = None
    return (
        defaultdict(tuple, {one: tuple(others) for one, others in above.items()}),
        defaultdict(tuple, {one: tuple(others) for one, others in below.items()}),
    )


def _within(focus: str, neighbors: Mapping[str, tuple[str, ...]], distance: int) -> set[str]:
    """Return the classes within so many steps, all in one direction."""
    found = {focus}
    for _ in range(distance):
        found |= {other for one in found for other in neighbors[one]}
    return found
