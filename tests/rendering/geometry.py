"""What may not happen on a drawing, told from coordinates alone."""

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from ladder.rendering.layout.band_drawing import BOX_HEIGHT, BOX_WIDTH, BandBox, BandLine
from ladder.rendering.layout.line_times import width_of
from ladder.rendering.layout.shapes import Point

Segment = tuple[Point, Point]
Pill = tuple[str, Point, str]
"""The time of a line: whose it is, its middle, its words."""


def faults(boxes: Sequence[BandBox], lines: Sequence[BandLine]) -> list[str]:
    """Find boxes that overlap, lines with loose ends, slanted ones, those behind a box, and those along others."""
    by_id = {box.class_id: box for box in boxes}
    loose = [f"loose {line.ends}" for line in lines if not _is_tied(line, by_id)]
    slanted = [
        f"slanted {line.ends}"
        for line in lines
        for one, two in pairwise(line.points)
        if (one.x == two.x) == (one.y == two.y)
    ]
    return [*_overlapping(boxes), *loose, *slanted, *_behind(boxes, lines), *_along(lines)]


def _overlapping(boxes: Sequence[BandBox]) -> Iterator[str]:
    for one, other in combinations(boxes, 2):
        if abs(one.left - other.left) < BOX_WIDTH and abs(one.top - other.top) < BOX_HEIGHT:
            yield f"overlap {one.class_id} {other.class_id}"


def _is_tied(line: BandLine, boxes: dict[str, BandBox]) -> bool:
    """Return whether a line begins at the border of its feeder's box and ends at that of its target's."""
    return all(
        box.left < at.x < box.left + BOX_WIDTH and at.y in {box.top, box.top + BOX_HEIGHT}
        for box, at in zip((boxes[one] for one in line.ends), (line.points[0], line.points[-1]), strict=True)
    )


def _behind(boxes: Sequence[BandBox], lines: Sequence[BandLine]) -> Iterator[str]:
    for line in lines:
        for part in pairwise(line.points):
            (left, right), (top, bottom) = (sorted(pair) for pair in zip(*part, strict=True))
            for box in boxes:
                across = left < box.left + BOX_WIDTH and right > box.left
                if across and top < box.top + BOX_HEIGHT and bottom > box.top:
                    yield f"behind {line.ends} {box.class_id}"


def _along(lines: Sequence[BandLine]) -> Iterator[str]:
    """Find lines of four different classes that run one along the other."""
    for line, beside in combinations(lines, 2):
        if not set(line.ends) & set(beside.ends) and any(
            lie_on_one_another(one, other) for one in pairwise(line.points) for other in pairwise(beside.points)
        ):
            yield f"along {line.ends} {beside.ends}"


def lie_on_one_another(one: Segment, other: Segment) -> bool:
    """Return whether two parts run one along the other for more than a point."""
    for axis in (0, 1):
        if {one[0][axis], one[1][axis]} == {other[0][axis], other[1][axis]} and len({one[0][axis], one[1][axis]}) == 1:
            spans = [sorted((part[0][1 - axis], part[1][1 - axis])) for part in (one, other)]
            if max(span[0] for span in spans) < min(span[1] for span in spans):
                return True
    return False


def leads_up(line: BandLine) -> bool:
    return line.points[0].y > line.points[-1].y


def crossings(lines: Sequence[BandLine]) -> int:
    """Count pairs of straight parts of lines between four classes that cross inside both."""
    apart = [(one, two) for one, two in combinations(lines, 2) if not set(one.ends) & set(two.ends)]
    return sum(_cross(*a, *b) for one, two in apart for a in pairwise(one.points) for b in pairwise(two.points))


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    return _side(a, b, c) * _side(a, b, d) < 0 and _side(c, d, a) * _side(c, d, b) < 0


def _side(a: Point, b: Point, c: Point) -> int:
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)


def overlapping_times(pills: Sequence[Pill]) -> list[tuple[str, str]]:
    """Find times of different words or of different lines that lie one over the other."""
    return [(one[0], two[0]) for one, two in combinations(pills, 2) if _meet(one, two)]


def _meet(one: Pill, two: Pill) -> bool:
    room = sum(width_of(words) // 2 for _, _, words in (one, two))
    return abs(one[1].x - two[1].x) < room and abs(one[1].y - two[1].y) < 20
