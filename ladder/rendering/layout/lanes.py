"""Columns of boxes in rows: a class stands over the classes that lead to it, where there is room."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from ladder.rendering.layout.rows import Ends

_SWEEPS = 4


def place_in_lanes(rows: Sequence[Sequence[str]], steps: Sequence[Ends]) -> Mapping[str, int]:
    """Return the column of each class, from 0: no two of a row share one, and the widest row has them all."""
    width = max(map(len, rows), default=0)
    near: dict[str, list[str]] = defaultdict(list)
    for lower, upper in steps:
        near[lower].append(upper)
        near[upper].append(lower)
    columns: dict[str, int] = {}
    best: tuple[int, Mapping[str, int]] | None = None
    for sweep in range(_SWEEPS):
        for row in rows if sweep % 2 == 0 else reversed(rows):
            placed = _place_row(row, near, {one: at for one, at in columns.items() if one not in row}, width)
            columns |= placed
        length = sum(abs(columns[lower] - columns[upper]) for lower, upper in steps)
        if best is None or length < best[0]:
            best = (length, dict(columns))
    return best[1] if best else {}


def _place_row(
    row: Sequence[str], near: Mapping[str, Iterable[str]], columns: Mapping[str, int], width: int
) -> Mapping[str, int]:
    """Return columns for one row: each class as near as can be to its neighbors, in their order from left to right."""
    wanted = {one: _middle([columns[other] for other in near[one] if other in columns]) for one in row}
    known = sorted((one for one in row if wanted[one] is not None), key=lambda one: (wanted[one], row.index(one)))
    order = [*known, *(one for one in row if wanted[one] is None)]
    found: dict[str, int] = {}
    for number, one in enumerate(order):
        left = max(found.values(), default=-1) + 1
        most = width - (len(order) - number)
        target = left if wanted[one] is None else round(wanted[one] or 0)
        found[one] = min(max(target, left), most)
    return found


def _middle(columns: Sequence[int]) -> Fraction | None:
    return Fraction(sum(columns), len(columns)) if columns else None
