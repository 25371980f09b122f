"""What a drawing says, for ``drawing.svg``: in the boxes of classes, along the lines of steps, and beside all of it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeVar

from ladder.catalog.catalog import Catalog
from ladder.catalog.steps import IN_THE_TEXT, Step
from ladder.qualifications import Certainty
from ladder.rendering.layout.band_drawing import BOX_WIDTH, Band, BandLine
from ladder.rendering.layout.line_times import width_of
from ladder.rendering.layout.panels import Panel
from ladder.rendering.layout.pay_bands import lowest_yearly
from ladder.rendering.layout.rows import Ends
from ladder.rendering.layout.shapes import Point
from ladder.rendering.layout.wrapping import measure_text, wrap_text
from ladder.specification import ClassSpecification, Completeness
from ladder.telling.messages import any_of, say
from ladder.telling.parts import plain_text
from ladder.telling.pay_words import spell_dollars
from ladder.telling.step_words import STYLES, ToldStep

T = TypeVar("T")
K = TypeVar("K")

_TEXT_WIDTH = BOX_WIDTH - 16
"""Room for a title as text is measured, which is wider than it is drawn."""

_MOST_LINES = 3
_CORNER = 8
_LEGEND_LEFT, _LEGEND_OVER, _LEGEND_LINE = 12, 14, 24
_LEGEND_WIDTH, _LEGEND_BETWEEN = 640, 28
_SAMPLE = 48
"""Pixels that the sample of a line takes before its words."""


class PicturedBox(NamedTuple):
    """A box: its upper left corner, its title in lines, what is below it, and what sets it apart."""

    left: int
    top: int
    title: str
    pay: str
    look: str

    @property
    def lines(self) -> list[str]:
        """All that it says, a line each."""
        return [*self.title.split("\n"), *([self.pay] if self.pay else [])]


class PicturedLine(NamedTuple):
    """A line: its way, the kind of its step, whether it joins classes by their level alone, and its time."""

    points: Sequence[Point]
    kind: str
    by_level: bool
    time_at: Point | None
    time: str

    @property
    def path(self) -> str:
        """The way, with round corners."""
        return path_of(self.points)

    @property
    def straight_path(self) -> str:
        """The way in the fewest letters."""
        return straight_path_of(self.points)


class LegendItem(NamedTuple):
    """What one look of lines says: where its sample begins, that look, and the words."""

    left: int
    top: int
    look: str
    words: str


class Picture(NamedTuple):
    """A drawing in pixels as ``drawing.svg`` has it; ``label`` is its name for those who hear the page."""

    label: str
    width: int
    height: int
    boxes: Sequence[PicturedBox]
    lines: Sequence[PicturedLine]
    bands: Sequence[tuple[str, Band]] = ()
    panels: Sequence[Panel] = ()
    legend: Sequence[LegendItem] = ()

    @property
    def pills(self) -> Sequence[tuple[Point, str, int]]:
        """The times that stand beside lines, each with its middle before it and its width after it."""
        told = dict.fromkeys((line.time_at, line.time) for line in self.lines if line.time_at and line.time)
        return [(at, words, width_of(words)) for at, words in told]

    @property
    def lines_by_look(self) -> Mapping[str, Sequence[PicturedLine]]:
        """The lines that look alike, by their look."""
        return _grouped(self.lines, lambda line: f"{line.kind} by-level" if line.by_level else line.kind)

    @property
    def boxes_by_look(self) -> Mapping[str, Sequence[PicturedBox]]:
        """The boxes that look alike, by their look."""
        return _grouped(self.boxes, lambda box: box.look)

    @property
    def columns(self) -> Mapping[int, Sequence[PicturedBox]]:
        """The boxes that stand one over the other, by their left edge."""
        return _grouped(self.boxes, lambda box: box.left)

    def with_legend(self) -> "Picture":
        """Return the drawing with what its dashes and arrowheads say below it."""
        items: list[LegendItem] = []
        left, top, widest = _LEGEND_LEFT, self.height + _LEGEND_OVER, max(self.width, _LEGEND_WIDTH)
        for look, words in legend_of(self.lines):
            width = _SAMPLE + measure_text(words) + _LEGEND_BETWEEN
            if left > _LEGEND_LEFT and left + width > widest:
                left, top = _LEGEND_LEFT, top + _LEGEND_LINE
            items.append(LegendItem(left, top, look, words))
            left += width
        if not items:
            return self
        width = max(self.width, *(one.left + _SAMPLE + measure_text(one.words) for one in items))
        return self._replace(width=width, height=top + _LEGEND_LINE, legend=tuple(items))


def _grouped(items: Iterable[T], key: Callable[[T], K]) -> Mapping[K, Sequence[T]]:
    found: dict[K, list[T]] = defaultdict(list)
    for one in items:
        found[key(one)].append(one)
    return dict(found)


def legend_of(lines: Iterable[PicturedLine]) -> Sequence[tuple[str, str]]:
    """Return the looks of lines with what each says; none where all are of one look that needs no word."""
    drawn = list(lines)
    kinds = [kind for kind in STYLES if any(line.kind == kind for line in drawn)]
    looks = {say(f"line.{kind}"): kind for kind in kinds}
    told = [(kind, words) for words, kind in looks.items()] if len(looks) > 1 else []
    if any(line.by_level for line in drawn):
        return [*(told or [("", say("line.named"))]), ("by-level", say("line.level"))]
    return told


def picture_lines(catalog: Catalog, drawn: Iterable[BandLine], steps: Iterable[Step]) -> tuple[PicturedLine, ...]:
    """Return the lines drawn for these steps; one of several steps has the look of the first and the times of all."""
    own = steps_by_ends(steps)
    return tuple(_picture_line(catalog, line, own[line.ends]) for line in drawn)


def steps_by_ends(steps: Iterable[Step]) -> Mapping[Ends, Sequence[Step]]:
    """Return the steps that join the same two classes, in their own order."""
    found: dict[Ends, list[Step]] = defaultdict(list)
    for step in steps:
        found[step.feeder_class, step.target_class].append(step)
    return found


def named(steps: Iterable[Step]) -> tuple[Step, ...]:
    """Return the steps whose text names the feeder class, alone or with classes at its level."""
    return tuple(step for step in steps if step.certainty in IN_THE_TEXT)


def _picture_line(catalog: Catalog, line: BandLine, own: Sequence[Step]) -> PicturedLine:
    is_by_level = all(step.certainty is not Certainty.NAMED for step in own)
    return PicturedLine(line.points, own[0].kind.value, is_by_level, line.time_at, times_of(catalog, own))


def times_of(catalog: Catalog, steps: Iterable[Step]) -> str:
    """Return the times that steps between the same two classes ask, any of which will do; '' where none is known."""
    told = dict.fromkeys(time_of(catalog, step) for step in steps)
    return plain_text(any_of(list(filter(None, told))))


def time_of(catalog: Catalog, step: Step) -> str:
    """Return the time that a step asks of the class it leads from; '' where it asks none that is known."""
    return ToldStep(catalog, step).months_asked() if step.months else ""


def box_label(spec: ClassSpecification, *, is_gatekeeper: bool = False) -> tuple[str, str, str]:
    """Return what a box says: its title in three lines at most, its lowest pay of a year, how much is known.

    A gatekeeper says so beside its pay.
    """
    lines = wrap_text(spec.title, _TEXT_WIDTH)
    if len(lines) > _MOST_LINES:
        lines = (*lines[: _MOST_LINES - 1], f"{lines[_MOST_LINES - 1]}\u2026")
    pay = lowest_yearly(spec)
    look = "only-named" if spec.completeness is Completeness.NAMED_ONLY else ""
    told = [spell_dollars(pay)] if pay is not None else []
    return "\n".join(lines), " \u00b7 ".join([*told, *([say("drawing.gatekeeper")] if is_gatekeeper else [])]), look


def path_of(points: Sequence[Point]) -> str:
    """Return a right-angled line as a path whose corners are round, as far as its parts are long enough.

    >>> path_of([Point(0, 0), Point(0, 20), Point(30, 20)])
    'M0 0L0 12Q0 20 8 20L30 20'
    """
    told = [f"M{points[0].x} {points[0].y}"]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        ends = [_toward(corner, other) for other in (before, after)]
        told.append(f"L{ends[0].x} {ends[0].y}Q{corner.x} {corner.y} {ends[1].x} {ends[1].y}")
    return "".join([*told, f"L{points[-1].x} {points[-1].y}"])


def straight_path_of(points: Sequence[Point]) -> str:
    """Return a right-angled line as a path in the fewest letters.

    >>> straight_path_of([Point(0, 0), Point(0, 20), Point(30, 20)])
    'M0 0V20H30'
    """
    turns = pairwise(points)
    return f"M{points[0].x} {points[0].y}" + "".join(
        f"V{point.y}" if point.x == before.x else f"H{point.x}" for before, point in turns
    )


def _toward(corner: Point, other: Point) -> Point:
    """Return the point of a corner's roundness on the way to another point, at most half of the way."""
    across, down = other.x - corner.x, other.y - corner.y
    away = min(_CORNER, (abs(across) + abs(down)) // 2)
    return Point(corner.x + away * _sign(across), corner.y + away * _sign(down))


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)
