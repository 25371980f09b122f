"""The drawings of a city: each class with those a few steps away, in bands of pay, for the page's script."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from ladder.catalog.catalog import Catalog
from ladder.catalog.steps import Step
from ladder.measures.class_ways import ways_in
from ladder.measures.gatekeepers import Gates, Kept
from ladder.paths.starts import on_day_one
from ladder.qualifications import Certainty
from ladder.rendering.layout.band_drawing import BOX_HEIGHT, BOX_WIDTH, Band, BandLayout, BandLine, draw_in_bands
from ladder.rendering.layout.panels import Panel, PanelLayout
from ladder.rendering.layout.pay_bands import BAND, has_bands, lowest_yearly
from ladder.rendering.layout.shapes import Point
from ladder.rendering.layout.surroundings import MOST_BOXES, REACH, Neighbors, busiest, find_surroundings
from ladder.rendering.layout.wrapping import wrap_text
from ladder.rendering.views.groups import MOST_CLASSES
from ladder.service_time import Month
from ladder.specification import ClassSpecification, Completeness
from ladder.telling.messages import say
from ladder.telling.pay_words import spell_dollars
from ladder.telling.step_words import ToldStep

_TEXT_WIDTH = BOX_WIDTH - 16
"""Room for a title as text is measured, which is wider than it is drawn."""

_MOST_LINES = 3
_CORNER = 8
_ROOM = (1200, 750)
"""Pixels that a drawing may have so that it stands whole on an opening page with letters of 11 pixels."""

_FEWEST = 6
_FURTHER = 4
"""Steps each way that are drawn when more is asked for."""

_WORTH_IT = 6
"""Classes more at least: a drawing costs a page of hundreds 60 bytes, and each class drawn leads to its own."""


@dataclass(frozen=True)
class Around:
    """The classes of a catalog that pay can order, and the steps drawn between them."""

    catalog: Catalog
    steps: Sequence[Step]

    @cached_property
    def neighbors(self) -> Neighbors:
        """Which classes lie beside one another."""
        return Neighbors.by((step.feeder_class, step.target_class) for step in self.steps)

    @cached_property
    def gatekeepers(self) -> Kept:
        """The classes that nobody enters others without."""
        return Gates(ways_in(on_day_one(self.catalog, Month(0)))).keepers()

    def _label(self, class_id: str) -> tuple[str, str, str]:
        return box_label(self.catalog.classes[class_id], is_gatekeeper=class_id in self.gatekeepers)

    def draw(self, focus: str) -> BandLayout:
        """Return the drawing around one class, of as many classes as stand whole on an opening page."""
        drawn, most = self._draw(focus, MOST_BOXES, REACH), MOST_BOXES
        while (drawn.width > _ROOM[0] or drawn.height > _ROOM[1]) and most > _FEWEST:
            most = len(drawn.boxes) - 1
            drawn = self._draw(focus, most, REACH)
        return drawn

    def draw_further(self, focus: str) -> BandLayout | None:
        """Return the drawing that shows more around a class; None where there is little more to show."""
        further = self._draw(focus, MOST_BOXES, _FURTHER)
        return further if len(further.boxes) >= len(self.draw(focus).boxes) + _WORTH_IT else None

    def _draw(self, focus: str, most: int, reach: int) -> BandLayout:
        found = find_surroundings(focus, self.neighbors, most=most, reach=reach)
        return draw_in_bands(found, [self.catalog.classes[one] for one in found.classes])

    def time_of(self, step: Step) -> str:
        """Return the time that a step asks of the class it leads from; '' where it asks none that is known."""
        return ToldStep(self.catalog, step).months_asked() if step.months else ""

    @cached_property
    def first(self) -> str | None:
        """The class that the page opens on; None where the classes are neither in order of pay nor too many."""
        specs = tuple(self.catalog.classes.values())
        is_large = len(specs) > MOST_CLASSES and len({spec.jurisdiction for spec in specs}) == 1
        return busiest(self.neighbors) if is_large or has_bands(specs) else None

    def data(self, order: Sequence[str]) -> dict[str, Any] | None:
        """Return all drawings for the page's script, classes by their places in ``order``; None where there is none.

        A sheet is its class, its width and height, its bands (name, top, height), its boxes (class,
        left, top, classes not drawn) and its lines (feeder, target, where it begins, then by turns
        how high and how far across it goes), in order of their ends. ``further`` are the sheets
        that show more around.
        """
        if self.first is None:
            return None
        place = {class_id: number for number, class_id in enumerate(order)}
        touched = sorted({*self.neighbors.above, *self.neighbors.below}, key=place.__getitem__)
        further = ((one, self.draw_further(one)) for one in touched)
        return {
            "first": place[self.first],
            "box": [BOX_WIDTH, BOX_HEIGHT],
            "labels": [self._label(one) for one in order],
            "sheets": [[place[one], *_sheet(self.draw(one), place)] for one in touched],
            "further": [[place[one], *_sheet(drawn, place)] for one, drawn in further if drawn],
        }

    def picture(self) -> "BandPicture | None":
        """Return the opening drawing for those who run no script; None where pay orders no classes."""
        if self.first is None:
            return None
        kinds = {(step.feeder_class, step.target_class): step for step in reversed(self.steps)}
        drawn = self.draw(self.first)
        boxes = tuple(PicturedBox(one.left, one.top, *self._label(one.class_id)) for one in drawn.boxes)
        lines = tuple(
            PicturedLine(
                path_of(line.points), kinds[line.ends].kind.value, kinds[line.ends].certainty is Certainty.LEVEL
            )
            for line in drawn.lines
        )
        times = tuple(
            (line.time_at, self.time_of(kinds[line.ends])) for line in drawn.lines if line.time_at is not None
        )
        bands = tuple((band_label(band.foot), band) for band in drawn.bands)
        return BandPicture(say("drawing.opening"), drawn, bands, boxes, lines, tuple(one for one in times if one[1]))


class PicturedBox(NamedTuple):
    """A box of a picture: its upper left corner, its title in lines, its pay, and how much is known of it."""

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
    """A line of a picture: its path, the kind of its step, and whether it joins classes by their level."""

    path: str
    kind: str
    by_level: bool


class BandPicture(NamedTuple):
    """A drawing in bands as ``bands.svg`` has it; ``label`` is its name for those who hear the page."""

    label: str
    layout: BandLayout | PanelLayout
    bands: Sequence[tuple[str, Band]]
    boxes: Sequence[PicturedBox]
    lines: Sequence[PicturedLine]
    times: Sequence[tuple[Point, str]]
    panels: Sequence[Panel] = ()


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


def _toward(corner: Point, other: Point) -> Point:
    """Return the point of a corner's roundness on the way to another point, at most half of the way."""
    across, down = other.x - corner.x, other.y - corner.y
    away = min(_CORNER, (abs(across) + abs(down)) // 2)
    return Point(corner.x + away * _sign(across), corner.y + away * _sign(down))


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)


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


def band_label(foot: int | None) -> str:
    """Return the name of a band: ``$80,000 to $99,999``."""
    if foot is None:
        return say("drawing.no_pay")
    return say("drawing.band", low=f"${foot:,}", high=f"${foot + BAND - 1:,}")


def _sheet(layout: BandLayout, place: Mapping[str, int]) -> list[object]:
    return [
        layout.width,
        layout.height,
        [[band_label(band.foot), band.top, band.height] for band in layout.bands],
        [[place[box.class_id], box.left, box.top, box.hidden] for box in layout.boxes],
        sorted(line_data(line, place) for line in layout.lines),
    ]


def line_data(line: BandLine, place: Mapping[str, int]) -> list[int]:
    """Return a line as the page's script reads it: its ends, where it begins, then how high and how far it turns."""
    first, *others = line.points
    turns = [point.x if number % 2 else point.y for number, point in enumerate(others)]
    return [*(place[one] for one in line.ends), first.x, first.y, *turns]
