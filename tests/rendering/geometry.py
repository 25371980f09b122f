"""What may not happen on a map, told from coordinates alone."""

from collections.abc import Iterator
from itertools import combinations, pairwise

from ladder.rendering.layout.shapes import Box, Layout, Line, Point
from ladder.rendering.layout.wrapping import measure_text


def overlapping_boxes(layout: Layout) -> list[tuple[str, str]]:
    return [(one.class_id, two.class_id) for one, two in combinations(layout.boxes, 2) if _overlap(one, two)]


def _overlap(one: Box, two: Box) -> bool:
    apart_across = one.left + one.width <= two.left or two.left + two.width <= one.left
    return not (apart_across or one.bottom <= two.top or two.bottom <= one.top)


def crossed_boxes(layout: Layout) -> list[tuple[int, str]]:
    """Find lines that run through a box; at their own two they may only touch the border."""
    return [
        (line.step, box.class_id)
        for line in layout.lines
        for start, end in pairwise(line.points)
        for box in layout.boxes
        if _runs_through(start, end, box)
    ]


def _runs_through(start: Point, end: Point, box: Box) -> bool:
    """Clip the part to the box's inside (Liang and Barsky), exactly, in whole numbers scaled by 1,000."""
    low, high, across, down = 0, 1_000_000, end.x - start.x, end.y - start.y
    inside = (box.left + 1, box.left + box.width - 1, box.top + 1, box.bottom - 1)
    for change, room in (
        (-across, start.x - inside[0]),
        (across, inside[1] - start.x),
        (-down, start.y - inside[2]),
        (down, inside[3] - start.y),
    ):
        if change == 0 and room < 0:
            return False
        if change < 0:
            low = max(low, -(-room * 1_000_000 // change))
        elif change > 0:
            high = min(high, room * 1_000_000 // change)
    return low < high


def loose_ends(layout: Layout) -> Iterator[int]:
    """Find lines that do not begin at their feeder's border and end at their target's."""
    boxes = {box.class_id: box for box in layout.boxes}
    for line in layout.lines:
        if not (
            _touches(line.points[0], boxes[line.feeder_class]) and _touches(line.points[-1], boxes[line.target_class])
        ):
            yield line.step


def _touches(point: Point, box: Box) -> bool:
    return point.y in (box.top, box.bottom) and box.left <= point.x <= box.left + box.width


def leads_up(line: Line) -> bool:
    return line.points[0].y > line.points[-1].y


def crossings(layout: Layout) -> int:
    """Count pairs of straight parts of two lines that cross inside both."""
    parts = [(line.step, *pair) for line in layout.lines for pair in pairwise(line.points)]
    return sum(one[0] != two[0] and _cross(one[1], one[2], two[1], two[2]) for one, two in combinations(parts, 2))


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    return _side(a, b, c) * _side(a, b, d) < 0 and _side(c, d, a) * _side(c, d, b) < 0


def _side(a: Point, b: Point, c: Point) -> int:
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)


def overlapping_words(layout: Layout) -> list[tuple[str, str]]:
    """Find words beside lines that lie over other words or over a box."""
    words = [_ground_of(line) for line in layout.lines if line.label]
    boxes = [(box.class_id, box.left, box.top, box.left + box.width, box.bottom) for box in layout.boxes]
    found = [(one[0], two[0]) for one, two in combinations(words, 2) if _meet(one, two)]
    return found + [(one[0], box[0]) for one in words for box in boxes if _meet(one, box)]


Ground = tuple[str, int, int, int, int]


def _ground_of(line: Line) -> Ground:
    half = max(map(measure_text, line.label)) // 2
    high = 8 * len(line.label)
    at = line.label_at
    return (f"words of step {line.step}", at.x - half, at.y - high, at.x + half, at.y + high)


def _meet(one: Ground, two: Ground) -> bool:
    return one[1] < two[3] and two[1] < one[3] and one[2] < two[4] and two[2] < one[4]


def outside_the_map(layout: Layout) -> list[str]:
    found = [box.class_id for box in layout.boxes if box.left < 0 or box.top < 0]
    found += [box.class_id for box in layout.boxes if box.left + box.width > layout.width or box.bottom > layout.height]
    return found
