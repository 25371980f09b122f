"""A drawing of classes in bands of pay, around one of them: boxes, lines that share tracks, times beside them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ladder.rendering.layout.buses import Course, Place, assign_gutters, assign_tracks, find_course, runs_of
from ladder.rendering.layout.chains import place_in_chains
from ladder.rendering.layout.lanes import place_in_lanes
from ladder.rendering.layout.pay_bands import PayRow, pay_rows
from ladder.rendering.layout.rows import Ends
from ladder.rendering.layout.shapes import Point
from ladder.rendering.layout.surroundings import Surroundings
from ladder.specification import ClassSpecification

BOX_WIDTH, BOX_HEIGHT = 154, 62
AXIS = 104
"""Pixels at the left that the names of the bands take."""

_EDGE = 12
_GUTTER, _LANE = 18, 8
_TRACK = 8
_HEAD, _TAIL = 15, 11
"""Pixels from a box to the nearest track, where an arrowhead points at it and where a line leaves it."""

_TIMED_HEAD, _TIMED_TAIL = 23, 12
"""The same where a time stands at the bend."""

_ASIDE, _DOWN, _DOWN_ASIDE = -18, 22, 38


@dataclass(frozen=True, slots=True)
class BandBox:
    """The box of a class: its upper left corner, and how many of its neighbors are not drawn."""

    class_id: str
    left: int
    top: int
    hidden: int

    @property
    def middle(self) -> int:
        """The middle of its width."""
        return self.left + BOX_WIDTH // 2


@dataclass(frozen=True, slots=True)
class BandLine:
    """The line from one class to another, and the middle of its time where it has a place."""

    ends: Ends
    points: tuple[Point, ...]
    time_at: Point | None


@dataclass(frozen=True, slots=True)
class Band:
    """One band of pay: its foot in dollars a year, none where no pay is known, its upper edge and its height."""

    foot: int | None
    top: int
    height: int


@dataclass(frozen=True, slots=True)
class BandLayout:
    """A drawing in pixels, its bands from the lowest up."""

    focus: str
    width: int
    height: int
    bands: tuple[Band, ...]
    boxes: tuple[BandBox, ...]
    lines: tuple[BandLine, ...]


def draw_in_bands(around: Surroundings, specs: Sequence[ClassSpecification]) -> BandLayout:
    """Return the classes in rows by pay, and a line for each two that a step joins.

    ``specs`` are those of the classes ``around``. No two boxes overlap, no line runs behind a
    box, and lines to different classes never run one over the other. The lines of the class
    drawn around have room for their times.
    """
    joined = [ends for ends in around.steps if ends[0] != ends[1]]
    rows = pay_rows(specs, joined)
    columns = place_in_lanes([row.classes for row in rows], joined)
    places = {one: Place(number, columns[one]) for number, row in enumerate(rows) for one in row.classes}
    courses = [find_course(ends, places) for ends in joined]
    return _Sheet(around.focus, rows, places, courses).layout(around.hidden)


def draw_in_rows(rows: Sequence[PayRow], steps: Sequence[Ends], near: Sequence[Ends] = ()) -> BandLayout:
    """Return classes in these rows, from the lowest up, with room for a time at every bend; it is not placed yet.

    Those ``near`` each other stand one over the other where there is room, as those that a step joins do.
    """
    joined = list(dict.fromkeys(ends for ends in steps if ends[0] != ends[1]))
    own, together = [row.classes for row in rows], [*near, *joined]
    columns = place_in_chains(own, together) or place_in_lanes(own, together)
    places = {one: Place(number, columns[one]) for number, row in enumerate(rows) for one in row.classes}
    taken = frozenset(places.values())
    return _Sheet(
        "", rows, places, [find_course(ends, places, taken) for ends in joined], axis=0, goes_straight=True
    ).layout({})


class _Port(NamedTuple):
    """Where lines leave or enter a box: the box, whether at its top, and whether they go up."""

    class_id: str
    at_top: bool
    upward: bool


class _Sheet:
    """One drawing on its way from places in rows and columns to pixels; without a focus all have room for times."""

    def __init__(
        self,
        focus: str,
        rows: Sequence[PayRow],
        places: Mapping[str, Place],
        courses: Sequence[Course],
        *,
        axis: int = AXIS,
        goes_straight: bool = False,
    ) -> None:
        self.focus, self.rows, self.places, self.courses, self.axis = focus, rows, places, courses, axis
        self.goes_straight = goes_straight
        self.across = {(place.row, place.column): one for one, place in places.items()}
        runs = [run for course in courses for run in runs_of(course, places)]
        self.tracks = assign_tracks(runs)
        self.gutters = assign_gutters(courses)
        self.lefts = self._lefts()
        self.tops = self._tops()
        self.aside = self._aside()

    # -------------------------------------------------------------- columns and rows in pixels

    def _lefts(self) -> list[int]:
        """Return the left edge of each column; a gutter is as wide as its lanes need."""
        lanes: dict[int, int] = defaultdict(int)
        for (gutter, _), lane in self.gutters.items():
            lanes[gutter] = max(lanes[gutter], lane + 1)
        self.lanes = lanes
        count = max((place.column for place in self.places.values()), default=-1) + 1
        lefts, left = [], self.axis
        for column in range(count + 1):
            left += _GUTTER + lanes[column] * _LANE
            lefts.append(left)
            left += BOX_WIDTH
        return lefts

    def _tops(self) -> list[int]:
        """Return the upper edge of each row, the highest row at the top of the sheet."""
        count = len(self.rows)
        tracks: dict[int, int] = defaultdict(int)
        for (gap, _), track in self.tracks.items():
            tracks[gap] = max(tracks[gap], track + 1)
        self.over, self.under = self._rooms()
        self.heights = {
            gap: self.over[gap] + self.under[gap] + max(0, tracks[gap] - 1) * _TRACK for gap in range(-1, count)
        }
        tops = [0] * count
        top = _EDGE + (self.heights[count - 1] if tracks[count - 1] else 0)
        for row in reversed(range(count)):
            tops[row] = top
            top += BOX_HEIGHT + self.heights[row - 1]
        self.bottom = top - self.heights[-1] + (self.heights[-1] if tracks[-1] else 0) + _EDGE
        return tops

    def _rooms(self) -> tuple[Mapping[int, int], Mapping[int, int]]:
        """Return how far the tracks of each gap stand below the row over it, and above the row under it."""
        over: dict[int, int] = defaultdict(lambda: _TAIL)
        under: dict[int, int] = defaultdict(lambda: _TAIL)
        for one in self.courses:
            start, end = one.ends
            tail = _TIMED_TAIL if self.focus in {end, ""} else _TAIL
            head = _TIMED_HEAD if self.focus in {start, ""} else _HEAD
            leaving, entering = (under, over) if one.upward else (over, under)
            leaving[one.first] = max(leaving[one.first], tail)
            entering[one.last] = max(entering[one.last], head)
        return over, under

    def _track(self, gap: int, key: str) -> int:
        """Return the height of a track, counted from the upper edge of the sheet."""
        foot = self.tops[gap] if gap >= 0 else self.tops[0] + BOX_HEIGHT + self.heights[-1]
        return foot - self.under[gap] - self.tracks[gap, key] * _TRACK

    # -------------------------------------------------------------- where lines leave and enter

    def _aside(self) -> frozenset[_Port]:
        """Return the ports that stand aside, as a line of another pair comes or goes straight across the gap."""
        used: dict[_Port, set[Ends]] = defaultdict(set)
        for course in self.courses:
            used[_Port(course.ends[0], course.upward, course.upward)].add(course.ends)
            used[_Port(course.ends[1], not course.upward, course.upward)].add(course.ends)
        aside = set()
        for port, ends in used.items():
            below = self._facing(port.class_id)
            facing = used.get(_Port(below, at_top=True, upward=port.upward), set()) if below else set()
            if not port.at_top and facing and facing != ends:
                aside.add(port)
        return frozenset(aside)

    def _facing(self, class_id: str) -> str | None:
        """Return the class next below one in its column: in the next row, or in any where lines go straight."""
        row, column = self.places[class_id]
        lowest = 0 if self.goes_straight else max(0, row - 1)
        return next(
            (self.across[at, column] for at in reversed(range(lowest, row)) if (at, column) in self.across), None
        )

    def _port(self, port: _Port) -> int:
        """Return where across a box its lines leave or enter."""
        middle = self.lefts[self.places[port.class_id].column] + BOX_WIDTH // 2
        if port.upward:
            return middle + (_ASIDE if port in self.aside else 0)
        return middle + (_DOWN_ASIDE if port in self.aside else _DOWN)

    # -------------------------------------------------------------- lines

    def _line(self, course: Course) -> BandLine:
        start, end = course.ends
        leaves = _Port(start, course.upward, course.upward)
        enters = _Port(end, not course.upward, course.upward)
        first = Point(self._port(leaves), self.tops[self.places[start].row] + (0 if course.upward else BOX_HEIGHT))
        last = Point(self._port(enters), self.tops[self.places[end].row] + (BOX_HEIGHT if course.upward else 0))
        runs = runs_of(course, self.places)
        bends = [(run.gap, self._track(run.gap, run.key)) for run in runs]
        if course.gutter is None:
            points = [first, Point(first.x, bends[0][1]), Point(last.x, bends[0][1]), last]
        else:
            lane = self.gutters[course.gutter, end]
            across = (
                self.lefts[course.gutter] - _GUTTER // 2 - (self.lanes[course.gutter] - 1 - lane) * _LANE - _LANE // 2
            )
            (_, low), (_, high) = bends
            points = [first, Point(first.x, low), Point(across, low), Point(across, high), Point(last.x, high), last]
        return BandLine(course.ends, tuple(_without_repeats(points)), self._time_at(course, points))

    def _time_at(self, course: Course, points: Sequence[Point]) -> Point | None:
        """Return the middle of the time of a line of the focus: where it bends beside the box at its other end."""
        if self.focus not in course.ends:
            return None
        return points[-2] if course.ends[0] == self.focus else points[1]

    # -------------------------------------------------------------- the whole

    def _bands(self) -> Iterator[Band]:
        """Yield the bands, each from the middle of the gap below it to the middle of the gap above."""
        changes = [row for row in range(1, len(self.rows)) if self.rows[row].foot != self.rows[row - 1].foot]
        above = [self.tops[row] + BOX_HEIGHT + self.heights[row - 1] // 2 for row in changes]
        edges = [self.bottom, *above, 0]
        feet = list(dict.fromkeys(row.foot for row in self.rows))
        for foot, low, high in zip(feet, edges, edges[1:], strict=False):
            yield Band(foot, high, low - high)

    def layout(self, hidden: Mapping[str, int]) -> BandLayout:
        """Return the drawing."""
        boxes = tuple(
            BandBox(one, self.lefts[place.column], self.tops[place.row], hidden.get(one, 0))
            for one, place in self.places.items()
        )
        lines = tuple(map(self._line, self.courses))
        width = max((box.left + BOX_WIDTH for box in boxes), default=0)
        width = max([width, *(point.x for line in lines for point in line.points)]) + _EDGE
        return BandLayout(self.focus, width, self.bottom, tuple(self._bands()), boxes, lines)


def _without_repeats(points: Sequence[Point]) -> Iterator[Point]:
    """Yield the points, those within a straight part left out."""
    kept: list[Point] = []
    for number, point in enumerate(points):
        after = points[number + 1] if number + 1 < len(points) else None
        before = kept[-1] if kept else None
        if before and after and ((before.x == point.x == after.x) or (before.y == point.y == after.y)):
            continue
        if point != before:
            kept.append(point)
    yield from kept
