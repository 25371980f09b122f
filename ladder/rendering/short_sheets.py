"""Drawings in bands, told shorter: without what follows from their steps, and by how far a line goes, not where.

A line goes from box to box of its own drawing, so that of its ends it is told where across the boxes they lie; where it
turns is told from the box that it leaves, and for its second level piece from the one that it enters. Lines are in
order of the places of their ends: which they are follows from the steps, and so does how many neighbors of a class are
not drawn. ``pages/ladder_map/short_sheets.js`` tells them in full again.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from ladder.rendering.packed_columns import Column, to_columns

_STRAIGHT, _THROUGH_A_LANE = 1, 5
"""Turns of a line that runs straight, and of one that passes rows."""


def short_sheets(sheets: Sequence[Sequence[Any]]) -> Column:
    """Return the sheets of ``Around.data`` as columns of what they say."""
    return to_columns([_short(*sheet) for sheet in sheets])


def _short(focus: int, width: int, _: int, bands: Any, boxes: Any, lines: Any) -> dict[str, object]:  # noqa: ANN401 - as JSON
    corners = {one: (left, top) for one, left, top, _ in boxes}
    return {
        "focus": focus,
        "width": width,
        "bands": [[name, tall] for name, _, tall in bands],
        "boxes": [[one - focus, left, top] for one, left, top, _ in boxes],
        "lines": [_short_line(line, corners) for line in lines],
    }


def _short_line(line: Sequence[int], corners: Mapping[int, tuple[int, int]]) -> dict[str, int]:
    feeder, target, x, y, *turns = line
    (left, top), (end_left, end_top) = corners[feeder], corners[target]
    told = {"out": x - left, "down": y - top}
    if len(turns) == _STRAIGHT:
        return told
    told |= {"bend": turns[0] - y, "in": turns[-2] - end_left}
    if len(turns) == _THROUGH_A_LANE:
        told |= {"lane": turns[1] - left, "other": turns[2] - end_top}
    return told
