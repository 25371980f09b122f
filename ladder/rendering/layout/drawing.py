"""One ladder drawn on ground of its own: rows, columns, boxes and lines."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from ladder.catalog.jurisdictions import Jurisdiction
from ladder.rendering.layout.columns import Grid, Slot, order_rows, place_columns
from ladder.rendering.layout.drawn_together import Ladder, series_links
from ladder.rendering.layout.routing import (
    LABEL_LINE,
    SLANT,
    STUB,
    Course,
    Ground,
    Row,
    draw_line,
    find_ports,
    label_levels,
    label_width,
)
from ladder.rendering.layout.rows import Ends, assign_rows
from ladder.rendering.layout.shapes import BOX_WIDTH, COLUMN_GAP, LINE_HEIGHT, TEXT_WIDTH, Box, Line, Point
from ladder.rendering.layout.wrapping import wrap_text

_BOX_PAD = 20
_WORDS_PAD = 12
_ABREAST = 6

Words = Mapping[str, Sequence[str]]
"""The paragraphs in the box of each class."""


@dataclass(frozen=True, slots=True)
class StepWords:
    """A step to draw: its place among all, its ends, and the lines of text beside it."""

    step: int
    ends: Ends
    label: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Part of a map, measured from its own upper left corner."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...] = ()


def draw_ladder(
    ladder: Ladder, steps: Sequence[StepWords], words: Words, jurisdictions: Mapping[str, Jurisdiction]
) -> Block:
    """Return one ladder drawn: rows by grade or rank, a lane for each series."""
    class_rows = assign_rows(ladder.classes, [step.ends for step in steps], jurisdictions)
    courses = tuple(_course(step, class_rows) for step in steps)
    row_of = {_slot(class_id): row for class_id, row in class_rows.items()}
    row_of |= {slot: class_rows[c.slots[0][0]] + at for c in courses for at, slot in enumerate(c.slots) if not slot[0]}
    grid = _arrange(ladder, courses, row_of)
    texts = {spec.class_id: box_lines(words[spec.class_id]) for spec in ladder.classes}
    return _fitted(_draw(grid, courses, row_of, texts))


def draw_grid(class_ids: Sequence[str], words: Words) -> Block:
    """Return boxes of classes that no step joins, six abreast."""
    boxes: list[Box] = []
    top = 0
    for start in range(0, len(class_ids), _ABREAST):
        texts = [(class_id, box_lines(words[class_id])) for class_id in class_ids[start : start + _ABREAST]]
        height = max(box_height(lines) for _, lines in texts)
        for place, (class_id, lines) in enumerate(texts):
            middle = BOX_WIDTH // 2 + place * (BOX_WIDTH + COLUMN_GAP)
            boxes.append(Box(class_id, middle, top + height // 2, height, lines))
        top += height + COLUMN_GAP
    return _fitted((boxes, []))


def box_lines(paragraphs: Sequence[str]) -> tuple[str, ...]:
    """Return the paragraphs broken into the lines of a box."""
    return tuple(line for paragraph in paragraphs for line in wrap_text(paragraph, TEXT_WIDTH))


def box_height(lines: Sequence[str]) -> int:
    """Return the height of a box with these lines: an even number of pixels."""
    return len(lines) * LINE_HEIGHT + _BOX_PAD


def _slot(class_id: str) -> Slot:
    return (class_id, -1)


def _course(step: StepWords, rows: Mapping[str, int]) -> Course:
    lower, upper = step.ends
    downward = rows[lower] > rows[upper]
    if downward:
        lower, upper = upper, lower
    between = [("", step.step << 16 | row) for row in range(rows[lower] + 1, rows[upper])]
    return Course(step.step, (_slot(lower), *between, _slot(upper)), downward, step.label)


def _arrange(ladder: Ladder, courses: Sequence[Course], row_of: Mapping[Slot, int]) -> Grid:
    rows: list[list[Slot]] = [[] for _ in range(max(row_of.values()) + 1)]
    lanes = {_slot(one.class_id): (one.series.name if one.series else "", one.class_id) for one in ladder.classes}
    for slot in sorted(row_of, key=lambda slot: (lanes.get(slot, ("", "")), slot)):
        rows[row_of[slot]].append(slot)
    links = [pair for course in courses for pair in pairwise(course.slots)]
    links += [(_slot(lower), _slot(upper)) for lower, upper in series_links(ladder.classes)]
    return order_rows(rows, dict.fromkeys(pair for pair in links if row_of[pair[1]] - row_of[pair[0]] == 1))


def _draw(
    grid: Grid, courses: Sequence[Course], row_of: Mapping[Slot, int], texts: Mapping[str, tuple[str, ...]]
) -> tuple[list[Box], list[Line]]:
    middles = place_columns(grid)
    ports = find_ports(courses, middles, row_of)
    above = [[course for course in courses if row_of[course.slots[0]] == at] for at in range(len(grid.rows))]
    levels = [label_levels(group, ports) for group in above]
    level_height = LABEL_LINE * max((len(course.label) for course in courses), default=0) + _WORDS_PAD
    rooms = [(max(found.values(), default=-1) + 1) * level_height for found in levels]
    rows = _stack_rows([max(_heights(row, texts)) for row in grid.rows], rooms)
    ground = Ground(ports, rows, row_of, level_height)
    lines = [
        draw_line(course, ground, level=found[course.step])
        for group, found in zip(above, levels, strict=True)
        for course in group
    ]
    return list(_boxes(grid, rows, middles, texts)), sorted(lines, key=lambda line: line.step)


def _heights(row: Sequence[Slot], texts: Mapping[str, tuple[str, ...]]) -> list[int]:
    return [box_height(texts[class_id]) for class_id, _ in row if class_id] or [0]


def _stack_rows(heights: Sequence[int], rooms: Sequence[int]) -> list[Row]:
    """Return the rows from the bottom one up, at and above 0; the gap over each holds its words."""
    rows: list[Row] = []
    bottom = 0
    for height, words in zip(heights, rooms, strict=True):
        rows.append(Row(bottom - height, bottom, words))
        bottom -= height + words + SLANT + STUB
    return rows


def _boxes(
    grid: Grid, rows: Sequence[Row], middles: Mapping[Slot, int], texts: Mapping[str, tuple[str, ...]]
) -> Iterator[Box]:
    for row, slots in zip(rows, grid.rows, strict=True):
        for slot in slots:
            if slot[0]:
                yield Box(slot[0], middles[slot], (row.top + row.bottom) // 2, row.bottom - row.top, texts[slot[0]])


def _marks_with_half_width(lines: Iterable[Line]) -> list[tuple[Point, int]]:
    """Return the places of the labels of lines, each with half of its width."""
    return [(at, label_width(line.label) // 2) for line in lines for at in _marks(line)]


def _fitted(drawn: tuple[list[Box], list[Line]]) -> Block:
    """Return the drawing moved so that its upper left corner is 0, 0."""
    boxes, lines = drawn
    marks = _marks_with_half_width(lines)
    lefts = [box.left for box in boxes] + [at.x - half for at, half in marks]
    tops = [box.top for box in boxes] + [at.y for at, _ in marks]
    rights = [box.left + box.width for box in boxes] + [at.x + half for at, half in marks]
    bottoms = [box.bottom for box in boxes] + [point.y for point in chain.from_iterable(line.points for line in lines)]
    moved = Block(max(rights) - min(lefts), max(bottoms) - min(tops), tuple(boxes), tuple(lines))
    return move_block(moved, -min(lefts), -min(tops))


def _marks(line: Line) -> tuple[Point, ...]:
    return (*line.points, line.label_at)


def move_block(block: Block, right: int, down: int) -> Block:
    """Return the block with everything in it moved."""
    boxes = [Box(one.class_id, one.x + right, one.y + down, one.height, one.lines) for one in block.boxes]
    lines = [
        Line(
            one.step,
            one.feeder_class,
            one.target_class,
            tuple(Point(at.x + right, at.y + down) for at in one.points),
            one.label,
            Point(one.label_at.x + right, one.label_at.y + down),
        )
        for one in block.lines
    ]
    return Block(block.width, block.height, tuple(boxes), tuple(lines))
