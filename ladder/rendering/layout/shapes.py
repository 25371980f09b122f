"""The records of a laid-out map: boxes of classes, lines of steps, frames of jurisdictions."""

from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

BOX_WIDTH = 176
BOX_MARGIN = 10
LINE_HEIGHT = 18
TEXT_WIDTH = BOX_WIDTH - 2 * BOX_MARGIN
COLUMN_GAP = 28


class Point(NamedTuple):
    """A place on the map in pixels, from the top left corner."""

    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Box:
    """The box of one class, around its centre, and the lines of text in it."""

    class_id: str
    x: int
    y: int
    height: int
    lines: tuple[str, ...]
    width: int = BOX_WIDTH

    @property
    def left(self) -> int:
        """The left edge."""
        return self.x - self.width // 2

    @property
    def top(self) -> int:
        """The upper edge."""
        return self.y - self.height // 2

    @property
    def bottom(self) -> int:
        """The lower edge."""
        return self.top + self.height


@dataclass(frozen=True, slots=True)
class Line:
    """The line of one step: from the feeder's border to the target's, and its words.

    ``step`` is the step's place among the steps laid out. ``label_at`` is the middle of
    the words.
    """

    step: int
    feeder_class: str
    target_class: str
    points: tuple[Point, ...]
    label: tuple[str, ...]
    label_at: Point

    @property
    def path(self) -> str:
        """The line as an SVG path, in the fewest letters.

        >>> Line(0, "a", "b", (Point(1, 9), Point(1, 5), Point(4, 5), Point(6, 2)), (), Point(1, 7)).path
        'M1 9V5H4L6 2'
        """
        told = [f"M{self.points[0].x} {self.points[0].y}"]
        for before, point in pairwise(self.points):
            straight = f"V{point.y}" if point.x == before.x else f"H{point.x}"
            told.append(straight if point.x == before.x or point.y == before.y else f"L{point.x} {point.y}")
        return "".join(told)


@dataclass(frozen=True, slots=True)
class Frame:
    """The ground of one jurisdiction, or of its classes without a step, with a heading."""

    heading: str
    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Layout:
    """A whole map in pixels; an empty catalog gives a map of no size."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    frames: tuple[Frame, ...]
