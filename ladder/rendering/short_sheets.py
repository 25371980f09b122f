"""Drawings in bands, told shorter: a line names the boxes of its own drawing, and says how far it goes, not where.

``pages/ladder_map/short_sheets.js`` tells them in full again.
"""

from collections.abc import Sequence
from typing import Any

from ladder.rendering.packed_columns import to_columns


def short_sheets(sheets: Sequence[Sequence[Any]]) -> list[object]:
    """Return the sheets of ``Around.data`` as columns of what they say."""
    return to_columns([_short(*sheet) for sheet in sheets])


def _short(focus: int, width: int, height: int, bands: Any, boxes: Any, lines: Any) -> dict[str, object]:  # noqa: ANN401 - as JSON
    place = {box[0]: number for number, box in enumerate(boxes)}
    return {
        "focus": focus,
        "size": [width, height],
        "bands": [{"name": name, "top": top, "height": tall} for name, top, tall in bands],
        "boxes": [{"id": one - focus, "left": left, "top": top, "hidden": hidden} for one, left, top, hidden in boxes],
        "lines": [_short_line(line, place, boxes) for line in lines],
    }


def _short_line(line: Sequence[int], place: dict[int, int], boxes: Sequence[Sequence[int]]) -> list[int]:
    feeder, target, x, y, *turns = line
    start = place[feeder]
    told = [start, place[target], x - boxes[start][1], y - boxes[start][2]]
    here = [y, x]
    for number, turn in enumerate(turns):
        told.append(turn - here[number % 2])
        here[number % 2] = turn
    return told
