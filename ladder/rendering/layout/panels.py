"""Ladders side by side, each a panel of its own: for classes that no one scale of pay can order."""

from collections.abc import Sequence
from typing import NamedTuple

from ladder.rendering.layout.band_drawing import BandBox, BandLine, draw_in_rows
from ladder.rendering.layout.pay_bands import MOST_ABREAST, PayRow, parts_of
from ladder.rendering.layout.rows import Ends
from ladder.rendering.layout.shapes import Point
from ladder.rendering.layout.wrapping import measure_text

_HEADING = 36
"""Pixels at the top of a panel that its name takes."""

_BETWEEN = 12
_EDGE = 14
"""Pixels that are free at the left and at the right of all panels."""

_HIGH_ALONE = 4
"""Boxes that stand one over the other where no step joins them."""

_HEADING_SIDES = 32


class Ladder(NamedTuple):
    """The classes of one panel under its name, in rows from the lowest up, and the steps between them.

    Those ``near`` each other belong together without a step. Without a ``heading`` the panel has no name.
    """

    heading: str
    rows: Sequence[Sequence[str]]
    steps: Sequence[Ends]
    near: Sequence[Ends] = ()


class Panel(NamedTuple):
    """One panel in pixels."""

    heading: str
    left: int
    top: int
    width: int
    height: int


class PanelLayout(NamedTuple):
    """All panels in pixels, with the boxes and lines in them."""

    width: int
    height: int
    panels: Sequence[Panel]
    boxes: Sequence[BandBox]
    lines: Sequence[BandLine]


class _Drawn(NamedTuple):
    heading: str
    head: int
    width: int
    height: int
    boxes: Sequence[BandBox]
    lines: Sequence[BandLine]


def draw_panels(ladders: Sequence[Ladder], *, room: tuple[int, int]) -> PanelLayout:
    """Return the ladders in panels, the tallest first, in shelves about as wide as the room."""
    drawn = sorted((_draw(one) for one in ladders), key=lambda one: (-one.height, -one.width, one.heading))
    widest = max((one.width for one in drawn), default=0)
    shelves = _shelve(drawn, max(room[0], widest))
    panels: list[Panel] = []
    boxes: list[BandBox] = []
    lines: list[BandLine] = []
    top = 0
    for shelf in shelves:
        left, tallest = _EDGE, max(one.height for one in shelf)
        for one in shelf:
            panels.append(Panel(one.heading, left, top, one.width, tallest))
            boxes += [_moved_box(box, left, top + one.head) for box in one.boxes]
            lines += [_moved_line(line, left, top + one.head) for line in one.lines]
            left += one.width + _BETWEEN
        top += tallest + _BETWEEN
    width = max((one.left + one.width + _EDGE for one in panels), default=0)
    return PanelLayout(width, max(0, top - _BETWEEN), tuple(panels), tuple(boxes), tuple(lines))


def _draw(ladder: Ladder) -> _Drawn:
    count = sum(map(len, ladder.rows))
    most = MOST_ABREAST if ladder.steps or ladder.near else max(1, -(-count // _HIGH_ALONE))
    rows = [PayRow(None, part) for row in ladder.rows for part in parts_of(row, most)]
    layout = draw_in_rows(rows, ladder.steps, ladder.near)
    head = _HEADING if ladder.heading else 0
    width = max(layout.width, measure_text(ladder.heading) + _HEADING_SIDES)
    return _Drawn(ladder.heading, head, width, layout.height + head, layout.boxes, layout.lines)


def _shelve(drawn: Sequence[_Drawn], width: int) -> list[list[_Drawn]]:
    """Return the panels in shelves: each goes onto the first that has room for it."""
    shelves: list[list[_Drawn]] = []
    for one in drawn:
        fitting = (shelf for shelf in shelves if sum(own.width + _BETWEEN for own in shelf) + one.width <= width)
        shelf = next(fitting, None)
        if shelf is None:
            shelves.append(shelf := [])
        shelf.append(one)
    return shelves


def _moved_box(box: BandBox, across: int, down: int) -> BandBox:
    return BandBox(box.class_id, box.left + across, box.top + down, box.hidden)


def _moved_line(line: BandLine, across: int, down: int) -> BandLine:
    points = tuple(Point(point.x + across, point.y + down) for point in line.points)
    time_at = line.time_at and Point(line.time_at.x + across, line.time_at.y + down)
    return BandLine(line.ends, points, time_at)
