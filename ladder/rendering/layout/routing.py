"""The line of every step through the gaps between rows, where no box stands.

A line leaves its feeder upward, runs straight beside its words, slants to the column
of the next slot within the gap, and comes to the target from below. Between classes of
one row it goes over the row; against the rows it runs the same way from above.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ladder.rendering.layout.columns import Slot
from ladder.rendering.layout.shapes import BOX_WIDTH, Line, Point
from ladder.rendering.layout.wrapping import measure_text

LABEL_LINE = 16
SLANT = 44
STUB = 18
_MARGIN = 8
_PORT_GAP = 46


@dataclass(frozen=True, slots=True)
class Course:
    """The slots that a step's line goes through, lowest first; ``downward`` if the step leads down."""

    step: int
    slots: tuple[Slot, ...]
    downward: bool
    label: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of boxes: its upper and lower edge, and the room for words above it."""

    top: int
    bottom: int
    words: int


Ports = Mapping[tuple[int, Slot, bool], int]
"""Where a step's line meets a slot, from the left: step, slot, whether at its upper edge."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What all lines of a ladder run on: ports, rows from the bottom, the height of words."""

    ports: Ports
    rows: Sequence[Row]
    row_of: Mapping[Slot, int]
    level_height: int

    def row(self, slot: Slot) -> Row:
        """Return the row that the slot is in."""
        return self.rows[self.row_of[slot]]


def find_ports(courses: Sequence[Course], middles: Mapping[Slot, int], rows: Mapping[Slot, int]) -> Ports:
    """Return where each course meets each slot: step, slot, whether at its upper edge."""
    meeting: dict[tuple[Slot, bool], list[tuple[int, int]]] = defaultdict(list)
    for course in courses:
        lower, upper = course.slots[0], course.slots[-1]
        lateral = rows[lower] == rows[upper]
        meeting[lower, True].append((middles[course.slots[1]], course.step))
        meeting[upper, lateral].append((middles[course.slots[-2]], course.step))
    ports = {
        (course.step, slot, up): middles[slot] for course in courses for slot in course.slots for up in (True, False)
    }
    for (slot, up), lines in meeting.items():
        gap = min(_PORT_GAP, BOX_WIDTH * 3 // 4 // max(1, len(lines) - 1))
        for place, (_, step) in enumerate(sorted(lines)):
            ports[step, slot, up] = middles[slot] + (2 * place - len(lines) + 1) * gap // 2
    return ports


def label_levels(courses: Sequence[Course], ports: Ports) -> dict[int, int]:
    """Return the height level of each course's words above their row, so that none overlap."""
    ends: list[int] = []
    levels = {}
    for course in sorted(courses, key=lambda one: (ports[one.step, one.slots[0], True], one.step)):
        middle, half = ports[course.step, course.slots[0], True], label_width(course.label) // 2
        level = next((at for at, end in enumerate(ends) if end <= middle - half), len(ends))
        ends[level:] = [middle + half + _MARGIN, *ends[level + 1 :]]
        levels[course.step] = level
    return levels


def label_width(label: Sequence[str]) -> int:
    """Return the width of the words beside a line, in pixels."""
    return max(map(measure_text, label), default=0) + _MARGIN


def draw_line(course: Course, ground: Ground, *, level: int) -> Line:
    """Return the line of the course, its points from feeder to target."""
    first, last = course.slots[0], course.slots[-1]
    lateral = ground.row_of[first] == ground.row_of[last]
    points = _lateral(course, ground) if lateral else _upward(course, ground)
    label_at = Point(points[0].x, points[0].y - _MARGIN - level * ground.level_height - ground.level_height // 2)
    feeder, target = (last, first) if course.downward else (first, last)
    ordered = points[::-1] if course.downward else points
    return Line(course.step, feeder[0], target[0], _without_straight_middles(ordered), course.label, label_at)


def _lateral(course: Course, ground: Ground) -> list[Point]:
    row = ground.row(course.slots[0])
    first, last = (ground.ports[course.step, slot, True] for slot in course.slots)
    above = row.top - row.words - STUB
    return [Point(first, row.top), Point(first, above), Point(last, above), Point(last, row.top)]


def _upward(course: Course, ground: Ground) -> list[Point]:
    points = []
    for slot, following in pairwise(course.slots):
        row, above = ground.row(slot), ground.row(following)
        left, arrived = ground.ports[course.step, slot, True], ground.ports[course.step, following, False]
        points += [Point(left, row.top), Point(left, row.top - row.words)]
        points += [Point(arrived, above.bottom + STUB), Point(arrived, above.bottom)]
    return points


def _without_straight_middles(points: Sequence[Point]) -> tuple[Point, ...]:
    kept = [points[0]]
    for here, following in pairwise(points[1:]):
        before = kept[-1]
        if (here.x - before.x) * (following.y - here.y) != (here.y - before.y) * (following.x - here.x):
            kept.append(here)
    return (*kept, points[-1])
