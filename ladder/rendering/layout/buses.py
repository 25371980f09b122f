"""Right-angled lines between rows of boxes: one track a target in each gap, and never a line behind a box.

Rows are counted from the lowest, 0; the gap of a row lies above it. A line leaves the
middle of its feeder's box, runs along a track, and enters the middle of its target's box.
One that passes rows between goes up through a gutter beside a column of boxes.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ladder.rendering.layout.rows import Ends


class Place(NamedTuple):
    """Where a box stands: its row from the lowest, and its column from the left."""

    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Course:
    """The way of one line: out of its feeder, along a track, up or down a gutter where it passes rows, and in.

    ``gutter`` is the gutter passed, the one left of the column of that number; None where
    the two ends share a gap or nothing stands between them. ``first`` and ``last`` are the gaps of its two tracks.
    """

    ends: Ends
    upward: bool
    first: int
    last: int
    gutter: int | None


def find_course(ends: Ends, places: Mapping[str, Place], taken: Collection[Place] | None = None) -> Course:
    """Return the way of a line between two boxes, straight to its target where none of ``taken`` stands in between."""
    start, end = places[ends[0]], places[ends[1]]
    upward = start.row < end.row
    first, last = (start.row, end.row - 1) if upward else (start.row - 1, end.row)
    low, high = sorted((start.row, end.row))
    is_free = taken is not None and not any(Place(row, end.column) in taken for row in range(low + 1, high))
    if first == last or (low < high and is_free):
        return Course(ends, upward, first, last, None)
    return Course(ends, upward, first, last, start.column + (start.column <= end.column))


class Run(NamedTuple):
    """One horizontal run: its gap, who shares its track, and the columns it spans, doubled so that gutters are odd."""

    gap: int
    key: str
    left: int
    right: int


def runs_of(course: Course, places: Mapping[str, Place]) -> tuple[Run, ...]:
    """Return the level runs of a line; those into one target share a track, and so do those out into one gutter."""
    start, end = (2 * places[one].column + 1 for one in course.ends)
    target = f"to {course.ends[1]} {'up' if course.upward else 'down'}"
    if course.gutter is None:
        return (Run(course.first, target, min(start, end), max(start, end)),)
    middle = 2 * course.gutter
    return (
        Run(course.first, f"out {target}", min(start, middle), max(start, middle)),
        Run(course.last, target, min(middle, end), max(middle, end)),
    )


def assign_tracks(runs: Sequence[Run]) -> Mapping[tuple[int, str], int]:
    """Return the track of each key in each gap, from the lowest, 0: two that would overlap never share one."""
    spans: dict[tuple[int, str], tuple[int, int]] = {}
    for run in runs:
        left, right = spans.get((run.gap, run.key), (run.left, run.right))
        spans[run.gap, run.key] = (min(left, run.left), max(right, run.right))
    tracks: dict[tuple[int, str], int] = {}
    taken: dict[int, list[list[tuple[int, int]]]] = defaultdict(list)
    for (gap, key), span in sorted(
        spans.items(), key=lambda one: (one[0][0], one[1][0] - one[1][1], one[1], one[0][1])
    ):
        levels = taken[gap]
        level = next(
            (at for at, others in enumerate(levels) if not any(_meet(span, one) for one in others)), len(levels)
        )
        if level == len(levels):
            levels.append([])
        levels[level].append(span)
        tracks[gap, key] = level
    return tracks


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def assign_gutters(courses: Sequence[Course]) -> Mapping[tuple[int, str], int]:
    """Return the lane of each target in each gutter, from the left, 0: lines to one target share it."""
    lanes: dict[tuple[int, str], int] = {}
    counts: dict[int, int] = defaultdict(int)
    for course in courses:
        if course.gutter is not None and (course.gutter, course.ends[1]) not in lanes:
            lanes[course.gutter, course.ends[1]] = counts[course.gutter]
            counts[course.gutter] += 1
    return lanes
