"""The counts of one class that hang together, and which of them may be printed without telling of few people.

A row of counts rises: ready now, within 6, 12, 24 months, and if all that is asked were true.
The first row is the whole bench; the others are its feeders, and each column of them adds up
to the whole. A count of 1 to 4 is not printed, nor one that differs by 1 to 4 from what is
printed before it; and what could be worked out all the same is hidden with another count.
No more can be ready than hold a class, and how many hold it is printed beside.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

LEAST = 5
"""People in the smallest count that is printed; 0 is printed too."""
FEW, HIDDEN = "<5", "hidden"
_COLUMNS = 5

Place = tuple[int, int]
"""A row, and a column in it."""
World = dict[Place, int]
"""Counts that are not printed, as they may be."""


def is_small(count: int) -> bool:
    """Return whether a count, or a difference of counts, tells of few people."""
    return 0 < abs(count) < LEAST


def at_least(printed: object) -> int:
    """Return how many people a count as it is printed stands for at the least; none where nothing is printed."""
    if isinstance(printed, int):
        return printed
    return {FEW: 1, HIDDEN: LEAST}.get(str(printed), 0)


class Block(NamedTuple):
    """Counts in rows, the whole first, and the places of those that are not printed.

    ``most`` are the largest counts that each part may have, as far as is printed elsewhere; nothing where none is.
    """

    rows: tuple[tuple[int, ...], ...]
    hidden: frozenset[Place]
    most: tuple[int, ...] = ()

    def value_at(self, place: Place, world: World) -> int:
        """Return a count in another world in which some of those not printed differ."""
        return world.get(place, self.rows[place[0]][place[1]])

    def printed(self, row: int) -> list[int | str]:
        """Return a row as it is printed."""
        return [self._cell((row, column), count) for column, count in enumerate(self.rows[row])]

    def _cell(self, place: Place, count: int) -> int | str:
        if place not in self.hidden:
            return count
        return FEW if count < LEAST else HIDDEN

    def hiding(self, places: Iterable[Place]) -> "Block":
        """Return the block with more counts hidden; 0 is always printed."""
        more = {one for one in places if self.rows[one[0]][one[1]]}
        return self._replace(hidden=self.hidden | more)

    # -------------------------------------------------------------- what could be worked out

    def unsafe_places(self) -> Iterator[Place]:
        """Yield where something that is hidden, or a small difference in a row, could be worked out."""
        apart = {rows[0] for rows in self._alike()}
        yield from (place for place in sorted(self.hidden) if place[0] in apart and not self._is_open(place))
        yield from (step[1] for step in self._small_steps() if step[0][0] in apart and not self._is_open_step(step))

    def _alike(self) -> list[list[int]]:
        """Return the rows in groups that count and print alike: what holds for one of them holds for all."""
        found: dict[tuple[bool, tuple[int, ...], tuple[int | str, ...], int | None], list[int]] = {}
        for row, counts in enumerate(self.rows):
            found.setdefault((row == 0, counts, tuple(self.printed(row)), self._most(row)), []).append(row)
        return list(found.values())

    def _most(self, row: int) -> int | None:
        """Return the largest count that a row may have; none where nothing printed says so."""
        return self.most[row - 1] if row and self.most else None

    def is_safe(self) -> bool:
        """Return whether nothing can be worked out."""
        return next(self.unsafe_places(), None) is None

    def _is_open(self, place: Place) -> bool:
        return any(place in world for world in self._worlds(place))

    def _small_steps(self) -> Iterator[tuple[Place, Place]]:
        for row, counts in enumerate(self.rows):
            for column in range(len(counts) - 1):
                if is_small(counts[column + 1] - counts[column]):
                    yield (row, column), (row, column + 1)

    def _is_open_step(self, step: tuple[Place, Place]) -> bool:
        """Return whether the difference of two counts may be another: one of them differs alone."""
        before, after = step
        worlds = [world for one in step if one in self.hidden for world in self._worlds(one)]
        true = self.value_at(after, {}) - self.value_at(before, {})
        return any(self.value_at(after, world) - self.value_at(before, world) != true for world in worlds)

    def _worlds(self, place: Place) -> Iterator[World]:
        """Yield other worlds that print the same, in which a run of counts around this place is one more or less."""
        row, column = place
        partners = [one for rows in self._alike() for one in rows[:2] if one not in {0, row}]
        for begin in range(column + 1):
            for end in range(column + 1, _COLUMNS + 1):
                run = range(begin, end)
                if all((row, at) in self.hidden for at in run):
                    yield from self._shifted(row, run, partners)

    def _shifted(self, row: int, run: range, partners: list[int]) -> Iterator[World]:
        """Yield the worlds in which a run of a row is one more or less, with the whole or against another row."""
        alone: list[int] = [] if row == 0 and partners else [0]
        for by in (1, -1):
            for partner in (*alone, *partners):
                world = self._made_up(row, run, by, partner)
                if all(place in self.hidden for place in world) and self._prints_alike(world):
                    yield world

    def _made_up(self, row: int, run: range, by: int, partner: int) -> World:
        """Return the world in which a run of a row is shifted, and what makes up for it."""
        world = {(row, at): self.rows[row][at] + by for at in run}
        if len(self.rows) > 1:
            for at in run:
                with_whole = row > 0 and (partner == 0 or (0, at) in self.hidden)
                place, shift = ((0, at), by) if with_whole else ((partner, at), by if row == 0 else -by)
                world[place] = self.rows[place[0]][place[1]] + shift
        return world

    def _prints_alike(self, world: World) -> bool:
        return all(self._fits(place, count, world) for place, count in world.items())

    def _fits(self, place: Place, count: int, world: World) -> bool:
        """Return whether a count prints as the true one does, and its row still rises."""
        row, column = place
        is_few = self.rows[row][column] < LEAST
        prints = 0 < count < LEAST if is_few else count >= LEAST
        before = self.value_at((row, column - 1), world) if column else 0
        after = self.value_at((row, column + 1), world) if column + 1 < len(self.rows[row]) else self._most(row)
        return prints and before <= count and (after is None or count <= after)


def block_of(rows: Iterable[Iterable[int]], most: Iterable[int] = ()) -> Block:
    """Return counts with those hidden that a row by itself must not print."""
    counts = tuple(tuple(row) for row in rows)
    hidden = {(number, column) for number, row in enumerate(counts) for column in _hidden_in(row)}
    return Block(counts, frozenset(hidden), tuple(most))


def _hidden_in(row: tuple[int, ...]) -> Iterator[int]:
    printed = 0
    for column, count in enumerate(row):
        if is_small(count) or is_small(count - printed):
            yield column
        else:
            printed = count


def safe_block(rows: Iterable[Iterable[int]], most: Iterable[int] = ()) -> Block:
    """Return the counts of a class so hidden that nothing can be worked out; without its feeders, if need be.

    First what makes up for a single hidden part is the largest part beside it; then the
    whole is hidden where parts are. ``most`` are the largest counts of the parts.
    """
    block = block_of(rows, most)
    while not block.is_safe():
        more = block.hiding(_largest_beside_hidden(block))
        if more == block:
            return _with_whole_hidden(block)
        block = more
    return block


def _with_whole_hidden(block: Block) -> Block:
    """Return the counts with the whole hidden where parts are; the whole alone where that does not do."""
    plain = block_of(block.rows, block.most)
    beside = plain.hiding((0, column) for row, column in plain.hidden if row)
    return beside if beside.is_safe() else _whole_alone(block)


def _whole_alone(block: Block) -> Block:
    """Return the whole without its parts; where all who hold its classes are in it, it tells of classes of few."""
    alone = block_of(block.rows[:1])
    if not any(map(is_small, block.most)):
        return alone
    return alone.hiding((0, column) for column, count in enumerate(block.rows[0]) if count >= sum(block.most))


def _largest_beside_hidden(block: Block) -> Iterator[Place]:
    """Yield the largest part that is printed, in each column where something hidden can be worked out."""
    unsafe = {column for _, column in block.unsafe_places()}
    for column in unsafe:
        parts = (row for row in range(1, len(block.rows)) if (row, column) not in block.hidden)
        largest = max(((block.rows[row][column], row) for row in parts), default=(0, 0))
        if largest[0]:
            yield largest[1], column
