"""The order and the place of everything within its row, so that lines seldom cross.

A step over more than one row holds a slot in each row between, so that its line has
room there and passes no box. Series keep a lane: classes of one series pull each other
into one column as steps do.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ladder.rendering.layout.shapes import BOX_WIDTH, COLUMN_GAP

Slot = tuple[str, int]
"""A class id and -1; or, between the rows of a long step, ``""`` and a running number."""

_SWEEPS = 8
_FINE = 1_000_000
_PASS_WIDTH = 12


@dataclass(frozen=True, slots=True)
class Grid:
    """Slots by row from the bottom, each row in order, and the slots drawn to each other."""

    rows: tuple[tuple[Slot, ...], ...]
    down: Mapping[Slot, tuple[Slot, ...]]
    up: Mapping[Slot, tuple[Slot, ...]]


def slot_width(slot: Slot) -> int:
    """Return the width that a slot takes in its row, in pixels."""
    return BOX_WIDTH if slot[0] else _PASS_WIDTH


def order_rows(rows: Sequence[Sequence[Slot]], links: Iterable[tuple[Slot, Slot]]) -> Grid:
    """Return the rows in an order with few crossings; links lead from a row to the next above."""
    up: dict[Slot, list[Slot]] = defaultdict(list)
    down: dict[Slot, list[Slot]] = defaultdict(list)
    for lower, upper in links:
        up[lower].append(upper)
        down[upper].append(lower)
    ordered = [list(row) for row in rows]
    for sweep in range(_SWEEPS):
        if sweep % 2 == 0:
            for here, below in zip(ordered[1:], ordered, strict=False):
                _sort_by(here, below, down)
        else:
            for here, above in zip(reversed(ordered[:-1]), reversed(ordered), strict=False):
                _sort_by(here, above, up)
    return Grid(
        tuple(map(tuple, ordered)),
        {slot: tuple(others) for slot, others in down.items()},
        {slot: tuple(others) for slot, others in up.items()},
    )


def _sort_by(row: list[Slot], fixed: Sequence[Slot], links: Mapping[Slot, Sequence[Slot]]) -> None:
    at, own = _shares(fixed), _shares(row)

    def middle(slot: Slot) -> int:
        others = links.get(slot, ())
        return sum(at[other] for other in others) // len(others) if others else own[slot]

    row.sort(key=lambda slot: (middle(slot), own[slot]))


def _shares(row: Sequence[Slot]) -> dict[Slot, int]:
    """Return how far along its row each slot stands, so that long and short rows compare."""
    return {slot: _FINE * (2 * place + 1) // (2 * len(row)) for place, slot in enumerate(row)}


def place_columns(grid: Grid) -> dict[Slot, int]:
    """Return the middle of every slot in pixels, the leftmost box at the left edge.

    Slots keep their order and never overlap; each stands as near as that allows to the
    middle of the slots it is linked to.
    """
    middles = {slot: at for row in grid.rows for slot, at in _pack(row, dict.fromkeys(row, 0)).items()}
    for sweep in range(_SWEEPS):
        rows = grid.rows if sweep % 2 == 0 else grid.rows[::-1]
        links = grid.down if sweep % 2 == 0 else grid.up
        for row in rows:
            middles |= _pack(row, {slot: _wanted(slot, links, middles) for slot in row})
    left = min((middles[slot] - slot_width(slot) // 2 for slot in middles), default=0)
    return {slot: at - left for slot, at in middles.items()}


def _wanted(slot: Slot, links: Mapping[Slot, Sequence[Slot]], middles: Mapping[Slot, int]) -> int:
    others = links.get(slot, ())
    return sum(middles[other] for other in others) // len(others) if others else middles[slot]


def _pack(row: Sequence[Slot], wanted: Mapping[Slot, int]) -> dict[Slot, int]:
    """Return places nearest to those wanted, in order and apart: least squares over pooled blocks."""
    offsets = _offsets(row)
    blocks: list[tuple[int, int]] = []
    for slot, offset in zip(row, offsets, strict=True):
        total, count = wanted[slot] - offset, 1
        while blocks and blocks[-1][0] * count >= total * blocks[-1][1]:
            before, members = blocks.pop()
            total, count = total + before, count + members
        blocks.append((total, count))
    starts = [total // count for total, count in blocks for _ in range(count)]
    return {slot: start + offset for slot, start, offset in zip(row, starts, offsets, strict=True)}


def _offsets(row: Sequence[Slot]) -> list[int]:
    offsets, right = [], 0
    for slot in row:
        offsets.append(right + slot_width(slot) // 2)
        right += slot_width(slot) + COLUMN_GAP
    return offsets
