"""The drawings of a city: each class with those a few steps away, in bands of pay, for the page's script."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ladder.catalog.catalog import Catalog
from ladder.catalog.steps import Step
from ladder.rendering.layout.band_drawing import BOX_HEIGHT, BOX_WIDTH, TIME_AWAY, BandLayout, BandLine, draw_in_bands
from ladder.rendering.layout.pay_bands import BAND, has_bands, lowest_yearly
from ladder.rendering.layout.surroundings import Neighbors, busiest, find_surroundings
from ladder.rendering.layout.wrapping import wrap_text
from ladder.specification import ClassSpecification, Completeness
from ladder.telling.messages import say
from ladder.telling.pay_words import spell_dollars
from ladder.telling.step_words import ToldStep

_TEXT_WIDTH = BOX_WIDTH - 24
_MOST_LINES = 2


@dataclass(frozen=True)
class Around:
    """The classes of a catalog that pay can order, and the steps drawn between them."""

    catalog: Catalog
    steps: Sequence[Step]

    @cached_property
    def neighbors(self) -> Neighbors:
        """Which classes lie beside one another."""
        return Neighbors.by((step.feeder_class, step.target_class) for step in self.steps)

    def draw(self, focus: str) -> BandLayout:
        """Return the drawing around one class."""
        found = find_surroundings(focus, self.neighbors)
        return draw_in_bands(found, [self.catalog.classes[one] for one in found.classes])

    def time_of(self, step: Step) -> str:
        """Return the time that a step asks of the class it leads from; '' where it asks none that is known."""
        return ToldStep(self.catalog, step).months_asked() if step.months else ""

    def data(self, order: Sequence[str]) -> dict[str, object] | None:
        """Return all drawings for the page's script, classes by their places in ``order``; None where there is none.

        A sheet is its width and height, its bands (name, top, height), its boxes (class, left,
        top, classes not drawn) and its lines (feeder, target, where it begins, then by turns
        how high and how far across it goes). A time stands ``time`` pixels from the box at the
        other end than the class drawn around.
        """
        first = busiest(self.neighbors)
        if first is None or not has_bands(tuple(self.catalog.classes.values())):
            return None
        place = {class_id: number for number, class_id in enumerate(order)}
        touched = sorted({*self.neighbors.above, *self.neighbors.below}, key=place.__getitem__)
        return {
            "first": place[first],
            "box": [BOX_WIDTH, BOX_HEIGHT],
            "time": TIME_AWAY,
            "labels": [box_label(self.catalog.classes[one]) for one in order],
            "times": [self.time_of(step) for step in self.steps],
            "sheets": [[place[one], *_sheet(self.draw(one), place)] for one in touched],
        }


def box_label(spec: ClassSpecification) -> tuple[str, str, str]:
    """Return what a box says: the title in two lines at most, the lowest pay of a year, and how much is known of it."""
    lines = wrap_text(spec.title, _TEXT_WIDTH)
    if len(lines) > _MOST_LINES:
        lines = (*lines[: _MOST_LINES - 1], f"{lines[_MOST_LINES - 1]}\u2026")
    pay = lowest_yearly(spec)
    look = "only-named" if spec.completeness is Completeness.NAMED_ONLY else ""
    return "\n".join(lines), "" if pay is None else spell_dollars(pay), look


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
        [_line(line, place) for line in layout.lines],
    ]


def _line(line: BandLine, place: Mapping[str, int]) -> list[int]:
    first, *others = line.points
    turns = [point.x if number % 2 else point.y for number, point in enumerate(others)]
    return [*(place[one] for one in line.ends), first.x, first.y, *turns]
