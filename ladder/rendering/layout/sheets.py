"""The whole map: ladders side by side on shelves, jurisdictions one above the other."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from ladder.catalog.catalog import Catalog
from ladder.catalog.jurisdictions import Jurisdiction
from ladder.catalog.steps import Step
from ladder.rendering.layout.drawing import Block, StepWords, Words, draw_grid, draw_ladder, move_block
from ladder.rendering.layout.ladders import Ladder, split_ladders
from ladder.rendering.layout.places import Frame, Layout
from ladder.rendering.layout.rows import grade_order
from ladder.rendering.layout.wrapping import measure_text
from ladder.specification import ClassSpecification

_PAD = 20
_HEADING = 40
_HEADING_LETTERS = 150
_SHELF_GAP = 48
_SHELF_WIDTH = 1200
_SHEET_WIDTH = 1320


@dataclass(frozen=True, slots=True)
class _Section:
    """The blocks under one heading."""

    heading: str
    blocks: tuple[Block, ...]


def lay_out(
    catalog: Catalog,
    steps: Sequence[Step],
    *,
    words: Words,
    labels: Sequence[tuple[str, ...]],
    alone: str,
    classes: Sequence[ClassSpecification] | None = None,
) -> Layout:
    """Return the places of these classes, by default all of the catalog, and of these steps between them.

    ``words`` holds the paragraphs in the box of each class, ``labels`` the lines of text
    beside each step, ``alone`` what the heading says of classes that no step touches.
    No two boxes overlap, and no line runs through a box. An empty catalog gives an
    empty map.
    """
    told = [
        StepWords(place, (step.feeder_class, step.target_class), label)
        for place, (step, label) in enumerate(zip(steps, labels, strict=True))
    ]
    drawn = tuple(catalog.classes.values()) if classes is None else classes
    sections = _sections(catalog, drawn, told, words, alone)
    return _stack([_shelve(section) for section in sections])


def _sections(
    catalog: Catalog,
    classes: Sequence[ClassSpecification],
    steps: Sequence[StepWords],
    words: Words,
    alone: str,
) -> list[_Section]:
    ladders = split_ladders(classes, [step.ends for step in steps])
    steps_of = _steps_by_ladder(ladders, steps)
    ladders_first: list[_Section] = []
    single_last: list[_Section] = []
    for jurisdiction, own in _by_jurisdiction(ladders).items():
        name = catalog.jurisdiction(jurisdiction).name
        joined = [one for one in own if len(one.classes) > 1]
        blocks = [draw_ladder(one, steps_of[one.classes[0].class_id], words, catalog.jurisdictions) for one in joined]
        single = sorted((one.classes[0] for one in own if len(one.classes) == 1), key=_by_grade(catalog.jurisdictions))
        ladders_first += [_Section(name, tuple(blocks))] if blocks else []
        if single:
            grid = draw_grid([spec.class_id for spec in single], words)
            single_last.append(_Section(f"{name}: {alone}", (grid,)))
    return [*ladders_first, *single_last]


def _steps_by_ladder(ladders: Iterable[Ladder], steps: Iterable[StepWords]) -> Mapping[str, list[StepWords]]:
    ladder_of = {spec.class_id: one.classes[0].class_id for one in ladders for spec in one.classes}
    found: dict[str, list[StepWords]] = defaultdict(list)
    for step in steps:
        found[ladder_of[step.ends[0]]].append(step)
    return found


def _by_jurisdiction(ladders: Iterable[Ladder]) -> Mapping[str, list[Ladder]]:
    found: dict[str, list[Ladder]] = defaultdict(list)
    for one in ladders:
        found[one.jurisdiction].append(one)
    return found


def _by_grade(jurisdictions: Mapping[str, Jurisdiction]) -> Callable[[ClassSpecification], tuple[bool, str, int, str]]:
    """Return the order of classes without a step: pay plan, grade, then id."""

    def order(spec: ClassSpecification) -> tuple[bool, str, int, str]:
        grade = grade_order(spec, jurisdictions.get(spec.jurisdiction))
        return (spec.pay is None, spec.pay.plan if spec.pay else "", grade or 0, spec.class_id)

    return order


def _shelve(section: _Section) -> tuple[str, Block]:
    """Return the blocks of a section as one: side by side, a new shelf where the width is used up."""
    shelves: list[list[Block]] = []
    for block in section.blocks:
        width = sum(one.width + _SHELF_GAP for one in shelves[-1]) if shelves else 0
        if not shelves or width + block.width > _SHELF_WIDTH:
            shelves.append([])
        shelves[-1].append(block)
    top, moved = 0, []
    for shelf in shelves:
        moved += _on_shelf(shelf, top)
        top = max(block.height for block in shelf) + top + _SHELF_GAP
    widths = [sum(block.width + _SHELF_GAP for block in shelf) - _SHELF_GAP for shelf in shelves]
    return section.heading, _joined(moved, max(widths), top - _SHELF_GAP)


def _on_shelf(shelf: Sequence[Block], top: int) -> list[Block]:
    """Return the blocks of a shelf in their places, their lowest rows on one line."""
    height, left, moved = max(block.height for block in shelf), 0, []
    for block in shelf:
        moved.append(move_block(block, left, top + height - block.height))
        left += block.width + _SHELF_GAP
    return moved


def _joined(blocks: Sequence[Block], width: int, height: int) -> Block:
    boxes = tuple(box for block in blocks for box in block.boxes)
    return Block(width, height, boxes, tuple(line for block in blocks for line in block.lines))


def _stack(sections: Sequence[tuple[str, Block]]) -> Layout:
    """Return the sections in frames with their headings: one below the other, or abreast where they fit."""
    frames: list[Frame] = []
    placed: list[Block] = []
    left = top = height = 0
    for heading, block in sections:
        width = max(block.width, measure_text(heading) * _HEADING_LETTERS // 100) + 2 * _PAD
        if left and left + width > _SHEET_WIDTH:
            left, top, height = 0, top + height + _PAD, 0
        frames.append(Frame(heading, left, top, width, block.height + _HEADING + 2 * _PAD))
        placed.append(move_block(block, left + _PAD, top + _HEADING + _PAD))
        left, height = left + width + _PAD, max(height, frames[-1].height)
    whole = _joined(placed, max((one.x + one.width for one in frames), default=0), top + height)
    lines = tuple(sorted(whole.lines, key=lambda line: line.step))
    return Layout(whole.width, whole.height, whole.boxes, lines, tuple(frames))
