"""Gatekeepers: classes that nobody enters another without, measured on what is asked and not on arrows.

A class is kept by another if, that one taken out, no way into it can be walked any more:
of every way, something that it asks is met by kept classes alone. All classes are
taken out at once here, a bit of a whole number each; the sets shrink from all bits until
nothing changes. What is left is the greatest answer, so a circle keeps nobody in.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property, reduce
from operator import and_, or_
from typing import TYPE_CHECKING, NamedTuple

from ladder.measures.class_ways import Asked, Way, Ways

if TYPE_CHECKING:
    from ladder.eligibility.clocks import Amount

Kept = Mapping[str, frozenset[str]]
"""By class, the classes that it keeps: those that nobody enters without it."""


class Pair(NamedTuple):
    """Two classes of which everybody must have held one who enters the classes ``kept``; neither keeps them alone."""

    first: str
    second: str
    kept: tuple[str, ...]


class Gates:
    """The ways into all classes, and what they hang on."""

    def __init__(self, ways: Ways) -> None:
        """Keep the ways, and which of them each class is asked for by."""
        self.ways = ways
        self.names = tuple(ways)
        self.bits = {name: 1 << place for place, name in enumerate(self.names)}
        self._nothing = 1 << len(self.names)
        self._every = (self._nothing << 1) - 1
        self._above = _asking(ways)

    @cached_property
    def _kept_by(self) -> dict[str, int]:
        """For each class, those without which nobody enters it, as bits; the last bit is for nothing taken out."""
        return self._settled(dict.fromkeys(self.names, self._every), self.names, shut=None)

    @cached_property
    def entered(self) -> frozenset[str]:
        """The classes that somebody can enter at all, by and by."""
        return frozenset(one for one in self.names if _is_class(one) and not self._kept_by[one] & self._nothing)

    def keepers(self) -> Kept:
        """Return the gatekeepers, each with the classes that it keeps; a class that nobody enters has none."""
        found: dict[str, set[str]] = defaultdict(set)
        for name in self.names:
            for keeper in self._named(self._kept_by[name] & ~self.bits[name]) if name in self.entered else ():
                found[keeper].add(name)
        return {name: frozenset(found[name]) for name in self.names if name in found}

    def pairs(self) -> tuple[Pair, ...]:
        """Return the pairs of classes that keep others only together, in the order of the catalog."""
        found: dict[tuple[str, str], list[str]] = defaultdict(list)
        for first in self.names:
            for name, others in self._kept_without(first) if _is_class(first) else ():
                for second in self._named(others):
                    found[first, second].append(name)
        return tuple(Pair(first, second, tuple(kept)) for (first, second), kept in found.items())

    def _kept_without(self, first: str) -> list[tuple[str, int]]:
        """Return the classes that others than the first, and later ones, keep once it is taken out: those it adds."""
        above = self._all_above(first)
        found = self._settled({**self._kept_by, **dict.fromkeys(above, self._every)}, above, shut=first)
        later = -(self.bits[first] << 1) & (self._nothing - 1)
        told = []
        for name in self.names:
            if name in above and name in self.entered and not self._kept_by[name] & self.bits[first]:
                others = found[name] & ~self._kept_by[name] & ~self.bits[name] & later
                told += [(name, others)] if others else []
        return told

    def _all_above(self, first: str) -> dict[str, None]:
        found = {first: None}
        queue = [first]
        while queue:
            for name in self._above.get(queue.pop(), ()):
                if name not in found:
                    found[name] = None
                    queue.append(name)
        return found

    def _settled(self, kept_by: dict[str, int], changed: Iterable[str], *, shut: str | None) -> dict[str, int]:
        """Take bits away until nothing changes: of the classes changed, and of those above any that does."""
        waiting = dict.fromkeys(changed)
        while waiting:
            name = next(iter(waiting))
            del waiting[name]
            bits = self._every if name == shut else self._of_ways(name, kept_by)
            if bits != kept_by[name]:
                kept_by[name] = bits
                waiting.update(dict.fromkeys(self._above.get(name, ())))
        return kept_by

    def _of_ways(self, name: str, kept_by: Mapping[str, int]) -> int:
        """Return what a class hangs on: itself, and what every way of it hangs on."""
        bits = self._every
        for way in self.ways[name]:
            bits &= self._of_way(way, kept_by)
            if not bits:  # a jurisdiction has as many ways as classes, and two of them mostly settle it
                break
        return bits | (self.bits[name] if _is_class(name) else 0)

    def _of_way(self, way: Way, kept_by: Mapping[str, int]) -> int:
        return reduce(or_, (self._of_asked(asked, kept_by) for asked in way.asked), 0)

    def _of_asked(self, asked: Asked, kept_by: Mapping[str, int]) -> int:
        bits = reduce(and_, (kept_by[one] for one in asked.any_of), self._every)
        return bits & self._short(asked, kept_by) if asked.shares and bits else bits

    def _short(self, asked: Asked, kept_by: Mapping[str, int]) -> int:
        """Return the bits under which the shares of the classes left do not come to what is asked."""
        sums: dict[Amount, int] = {0: self._every}
        for name, months in asked.shares:
            fewer: dict[Amount, int] = defaultdict(int)
            for so_far, bits in sums.items():
                fewer[so_far] |= bits & kept_by[name]
                fewer[min(asked.months, so_far + months)] |= bits & ~kept_by[name]
            sums = {amount: bits for amount, bits in fewer.items() if bits}
        return self._every & ~sums.get(asked.months, 0)

    def _named(self, bits: int) -> list[str]:
        """Return the names of bits, in the order of the catalog."""
        found = []
        while bits := bits & (self._nothing - 1):
            lowest = bits & -bits
            found.append(self.names[lowest.bit_length() - 1])
            bits ^= lowest
        return found

    def opened_by(self, start: str) -> frozenset[str]:
        """Return the classes that service in a class, and in those it opens, is enough for: its reach."""
        held, queue = {start}, [start]
        while queue:
            for name in self._above.get(queue.pop(), ()):
                if name not in held and any(_is_walked(way, held) for way in self.ways[name]):
                    held.add(name)
                    queue.append(name)
        return frozenset(filter(_is_class, held - {start}))


def _is_class(name: str) -> bool:
    """Return whether a name of the ways is that of a class, and not of a jurisdiction."""
    return "/" in name


def _is_walked(way: Way, held: set[str]) -> bool:
    return bool(way.asked) and all(asked.is_met_by(held) for asked in way.asked)


def _asking(ways: Ways) -> Mapping[str, tuple[str, ...]]:
    """Return, for each class, the classes that ask for it by any way."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for name, into in ways.items():
        for asked in (asked for way in into for asked in way.asked):
            for one in sorted(asked.classes()):
                found[one][name] = None
    return {one: tuple(names) for one, names in found.items()}
