"""The drawings of a city: each class with those a few steps away, in bands of pay, for the page's script."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ladder.catalog.catalog import Catalog
from ladder.catalog.steps import Step
from ladder.measures.class_ways import ways_in
from ladder.measures.gatekeepers import Gates, Kept
from ladder.paths.starts import on_day_one
from ladder.rendering.layout.band_drawing import BOX_HEIGHT, BOX_WIDTH, BandLayout, BandLine, draw_in_bands
from ladder.rendering.layout.pay_bands import BAND, has_bands
from ladder.rendering.layout.surroundings import MOST_BOXES, REACH, Neighbors, busiest, find_surroundings
from ladder.rendering.pictures import Picture, PicturedBox, box_label, picture_lines
from ladder.rendering.views.groups import MOST_CLASSES
from ladder.service_time import Month
from ladder.telling.messages import say

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

    @cached_property
    def _drawn(self) -> dict[str, BandLayout]:
        """The drawings made so far, by their class."""
        return {}

    def draw(self, focus: str) -> BandLayout:
        """Return the drawing around one class, of as many classes as stand whole on an opening page."""
        if focus not in self._drawn:
            self._drawn[focus] = self._draw_whole(focus)
        return self._drawn[focus]

    def _draw_whole(self, focus: str) -> BandLayout:
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

    def picture(self) -> Picture | None:
        """Return the opening drawing for those who run no script; None where pay orders no classes."""
        if self.first is None:
            return None
        drawn = self.draw(self.first)
        boxes = tuple(PicturedBox(one.left, one.top, *self._label(one.class_id)) for one in drawn.boxes)
        lines = picture_lines(self.catalog, drawn.lines, self.steps)
        bands = tuple((band_label(band.foot), band) for band in drawn.bands)
        return Picture(say("drawing.opening"), drawn.width, drawn.height, boxes, lines, bands)


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
