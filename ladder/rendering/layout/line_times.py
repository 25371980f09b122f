"""Where the time of a line stands: at a bend that tells whose it is, over no box and over no other time."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import ceil

from ladder.rendering.layout.band_drawing import BOX_HEIGHT, BOX_WIDTH, BandBox, BandLine
from ladder.rendering.layout.rows import Ends
from ladder.rendering.layout.shapes import Point

HEIGHT = 20
"""Pixels that a time is high."""


def width_of(words: str) -> int:
    """Return how many pixels a time is wide, with the room around its words: as the page's script draws it."""
    return ceil(6.6 * len(words)) + 18


def place_times(lines: Sequence[BandLine], boxes: Sequence[BandBox], times: Mapping[Ends, str]) -> tuple[BandLine, ...]:
    """Return the lines, each with the place of its time, none where it has no room.

    ``times`` are the words of each line, '' where there are none. A time stands at the head or the tail
    of its line, and only where all lines that share this end ask the same.
    """
    said: dict[tuple[str, str], set[str]] = defaultdict(set)
    for line in lines:
        for end in _ends_of(line):
            said[end].add(times[line.ends])
    taken: list[tuple[Point, str]] = []
    placed = []
    for line in lines:
        words = times[line.ends]
        options = [at for end, at in _ends_of(line).items() if words and len(said[end]) == 1]
        free = (at for at in options if (at, words) in taken or _is_free(at, words, taken, boxes))
        time_at = next(free, None)
        if time_at is not None:
            taken.append((time_at, words))
        placed.append(replace(line, time_at=time_at))
    return tuple(placed)


def _ends_of(line: BandLine) -> Mapping[tuple[str, str], Point]:
    """Return the ends of a line with the bend beside each; of a straight line its middle."""
    first, *_, last = line.points
    if len(line.points) == 2:  # noqa: PLR2004 - two points make a straight line
        head = tail = Point((first.x + last.x) // 2, (first.y + last.y) // 2)
    else:
        head, tail = line.points[-2], line.points[1]
    return {("to", line.ends[1]): head, ("from", line.ends[0]): tail}


def _is_free(at: Point, words: str, taken: Sequence[tuple[Point, str]], boxes: Sequence[BandBox]) -> bool:
    half, high = width_of(words) // 2, HEIGHT // 2
    for box in boxes:
        across = box.left - half < at.x < box.left + BOX_WIDTH + half
        if across and box.top - high < at.y < box.top + BOX_HEIGHT + high:
            return False
    return not any(
        abs(at.x - other.x) < half + width_of(others) // 2 and abs(at.y - other.y) < HEIGHT for other, others in taken
    )
