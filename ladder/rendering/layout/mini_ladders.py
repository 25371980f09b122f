"""A small drawing of one class and the classes that lead to it: lines with their dashes, times in pills."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ladder.catalog.pay_gains import widest_range
from ladder.catalog.steps import Classes, Step
from ladder.qualifications import Certainty
from ladder.rendering.layout.wrapping import measure_text, wrap_text
from ladder.specification import ClassSpecification, Completeness
from ladder.telling.messages import say
from ladder.telling.pay_words import spell_dollars, spell_unit
from ladder.telling.step_words import label_step

WIDTH = 380
MOST_FEEDERS = 8
_ABREAST = 3
_LINE, _PAD, _GAP = 16, 12, 12
_ROOM = 76
"""Between the class and the row below it: a head, a bend, a pill."""
_PILL = 24
_TOP = 220
"""Width of the box of the class itself."""
_TRUNK, _SHELF = 14, 120
"""Where the line stands to which feeders one below another are joined, and where their boxes begin."""


class TextLine(NamedTuple):
    """One line of text in a box, by its baseline; a title is bold."""

    text: str
    y: int
    is_title: bool


class MiniBox(NamedTuple):
    """One box; ``class_id`` is what it links to, '' for the class itself. ``is_open`` where its record is not whole."""

    class_id: str
    x: int
    y: int
    width: int
    height: int
    lines: tuple[TextLine, ...]
    is_open: bool
    is_program: bool

    @property
    def middle(self) -> int:
        """The middle from left to right."""
        return self.x + self.width // 2


class MiniLine(NamedTuple):
    """One step: its kind, its path, where its head points; a hollow head says that a class at the level will do."""

    kind: str
    path: str
    head: str
    is_hollow: bool


class Pill(NamedTuple):
    """The time of a step on its line."""

    x: int
    y: int
    width: int
    text: str


@dataclass(frozen=True, slots=True)
class MiniLadder:
    """The drawing; ``more`` tells how many feeders it leaves to the words."""

    label: str
    height: int
    top: MiniBox
    feeders: tuple[MiniBox, ...]
    lines: tuple[MiniLine, ...]
    pills: tuple[Pill, ...]
    more: str
    width: int = WIDTH


def draw_mini_ladder(spec: ClassSpecification, into: Sequence[Step], classes: Classes) -> MiniLadder | None:
    """Return the drawing of a class with the feeders of these steps; None without a step."""
    steps = list({step.feeder_class: step for step in reversed(into)}.values())[::-1]
    if not steps:
        return None
    shown = steps[:MOST_FEEDERS]
    top = _box(spec, (WIDTH - _TOP) // 2, 0, _TOP, "", with_pay=True)
    fed = [classes[step.feeder_class] for step in shown]
    painter = _Abreast(top, shown) if len(shown) <= _ABREAST else _Shelves(top, shown)
    boxes = tuple(painter.boxes(fed))
    more = len(steps) - len(shown)
    return MiniLadder(
        label=say("class.drawing", title=spec.title),
        height=max(box.y + box.height for box in boxes) + 2,
        top=top,
        feeders=boxes,
        lines=tuple(painter.lines(boxes)),
        pills=tuple(painter.pills(boxes)),
        more=say("class.more_feeders", count=more) if more else "",
    )


def _box(spec: ClassSpecification, x: int, y: int, width: int, link: str, *, with_pay: bool) -> MiniBox:
    titles = wrap_text(spec.title, width - 16)
    pay = widest_range(spec.pay) if with_pay else None
    below = [say("pay.from", low=spell_dollars(pay.low), unit=spell_unit(pay.unit))] if pay else []
    lines = [(one, True) for one in titles] + [(one, False) for one in below]
    placed = tuple(TextLine(text, y + _PAD + _LINE * place + 12, bold) for place, (text, bold) in enumerate(lines))
    is_open = spec.completeness is Completeness.NAMED_ONLY
    return MiniBox(link, x, y, width, 2 * _PAD + _LINE * len(lines), placed, is_open, spec.is_programme)


def _pill(step: Step, box: MiniBox, x: int, y: int) -> Iterator[Pill]:
    """Yield the time of a step on its line; a length that is not in the data is left to the words below."""
    if step.months is not None or box.is_program:
        text = say("class.finish") if step.months is None else label_step(step)[1]
        width = min(measure_text(text) * 6 // 7 + 16, 112)
        yield Pill(x - width // 2, y - _PILL // 2, width, text)


def _line(step: Step, path: str, x: int, y: int) -> MiniLine:
    head = f"M{x} {y}l-5 10h10z"
    return MiniLine(step.kind.value, path, head, step.certainty is Certainty.LEVEL)


class _Abreast(NamedTuple):
    """Up to three feeders beside each other below the class."""

    top: MiniBox
    steps: Sequence[Step]

    def boxes(self, fed: Sequence[ClassSpecification]) -> Iterator[MiniBox]:
        width = min(_TOP, (WIDTH - (len(fed) - 1) * _GAP) // len(fed))
        start = (WIDTH - len(fed) * width - (len(fed) - 1) * _GAP) // 2
        for place, spec in enumerate(fed):
            x = start + place * (width + _GAP)
            yield _box(spec, x, self.top.height + _ROOM, width, spec.class_id, with_pay=False)

    def lines(self, boxes: Sequence[MiniBox]) -> Iterator[MiniLine]:
        for place, (step, box) in enumerate(zip(self.steps, boxes, strict=True)):
            foot = self.top.height
            end = self.top.middle + (2 * place - len(boxes) + 1) * 20
            yield _line(step, f"M{box.middle} {box.y}V{foot + 26}H{end}V{foot + 10}", end, foot)

    def pills(self, boxes: Sequence[MiniBox]) -> Iterator[Pill]:
        for step, box in zip(self.steps, boxes, strict=True):
            yield from _pill(step, box, box.middle, box.y - 24)


class _Shelves(NamedTuple):
    """Feeders one below another, joined to one line that leads up to the class."""

    top: MiniBox
    steps: Sequence[Step]

    def boxes(self, fed: Sequence[ClassSpecification]) -> Iterator[MiniBox]:
        y = self.top.height + 28
        for spec in fed:
            box = _box(spec, _SHELF, y, WIDTH - _SHELF - 1, spec.class_id, with_pay=False)
            y += box.height + 8
            yield box

    def lines(self, boxes: Sequence[MiniBox]) -> Iterator[MiniLine]:
        foot, end = self.top.height, self.top.x + 30
        for step, box in zip(self.steps, boxes, strict=True):
            y = box.y + box.height // 2
            yield _line(step, f"M{box.x} {y}H{_TRUNK}V{foot + 16}H{end}V{foot + 10}", end, foot)

    def pills(self, boxes: Sequence[MiniBox]) -> Iterator[Pill]:
        for step, box in zip(self.steps, boxes, strict=True):
            yield from _pill(step, box, (_TRUNK + _SHELF) // 2, box.y + box.height // 2)
