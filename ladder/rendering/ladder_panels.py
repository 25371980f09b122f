"""The drawing of a catalog that no one scale of pay can order: its ladders in panels, for canvas, vectors and paper."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ladder.catalog.catalog import Catalog
from ladder.catalog.steps import Step
from ladder.qualifications import Certainty
from ladder.rendering.around import BandPicture, PicturedBox, PicturedLine, box_label, line_data, path_of
from ladder.rendering.layout.band_drawing import BOX_HEIGHT, BOX_WIDTH
from ladder.rendering.layout.panels import Ladder, PanelLayout, draw_panels, join_ladders
from ladder.rendering.views.groups import unjoined, words_of_group
from ladder.specification import ClassSpecification
from ladder.telling.class_names import spell_grade_of
from ladder.telling.messages import say
from ladder.telling.step_words import ToldStep

_ROOM = (1200, 750)


@dataclass(frozen=True)
class Panels:
    """All ladders of a catalog; ``groups`` is the heading of the group that each class stands in, in words."""

    catalog: Catalog
    steps: Sequence[Step]
    groups: Mapping[str, str]

    @cached_property
    def layout(self) -> PanelLayout:
        """The drawing in pixels."""
        return draw_panels(list(self._ladders()), room=_ROOM)

    def _ladders(self) -> Iterator[Ladder]:
        """Yield the ladders of each jurisdiction; its classes that no step touches share a panel."""
        ends = [(step.feeder_class, step.target_class) for step in self.steps]
        alone: dict[str, list[str]] = {}
        for classes in join_ladders(self.catalog.classes, ends):
            if len(classes) == 1:
                alone.setdefault(self._home(classes), []).extend(classes)
            else:
                yield Ladder(self._heading(classes), classes, [one for one in ends if one[0] in set(classes)])
        for home, classes in alone.items():
            yield Ladder(self._placed(say("drawing.alone"), home), classes, [])

    def _home(self, classes: Sequence[str]) -> str:
        return Counter(self.catalog.classes[one].jurisdiction for one in classes).most_common(1)[0][0]

    def _heading(self, classes: Sequence[str]) -> str:
        """Return what most of its classes are grouped under."""
        named = Counter(self.groups[one] for one in classes if self.groups[one] != unjoined())
        return self._placed(words_of_group(named.most_common(1)[0][0]), self._home(classes))

    def _placed(self, heading: str, home: str) -> str:
        is_one_place = len({one.jurisdiction for one in self.catalog.classes.values()}) == 1
        if is_one_place:
            return heading
        return say("drawing.placed", heading=heading, place=self.catalog.jurisdiction(home).name)

    def data(self, order: Sequence[str]) -> dict[str, object]:
        """Return the drawing for the page's script, classes by their places in ``order``."""
        place = {class_id: number for number, class_id in enumerate(order)}
        layout = self.layout
        return {
            "size": [layout.width, layout.height],
            "box": [BOX_WIDTH, BOX_HEIGHT],
            "panels": [list(panel) for panel in layout.panels],
            "boxes": [[place[box.class_id], box.left, box.top] for box in layout.boxes],
            "labels": [panel_label(self.catalog, self.catalog.classes[box.class_id]) for box in layout.boxes],
            "lines": [[list(line.time_at or ()), line_data(line, place)] for line in layout.lines],
        }

    def picture(self) -> BandPicture:
        """Return the drawing for those who run no script."""
        kinds = {(step.feeder_class, step.target_class): step for step in reversed(self.steps)}
        layout = self.layout
        boxes = tuple(
            PicturedBox(box.left, box.top, *panel_label(self.catalog, self.catalog.classes[box.class_id]))
            for box in layout.boxes
        )
        lines = tuple(
            PicturedLine(
                path_of(line.points), kinds[line.ends].kind.value, kinds[line.ends].certainty is Certainty.LEVEL
            )
            for line in layout.lines
        )
        times = ((line.time_at, ToldStep(self.catalog, kinds[line.ends])) for line in layout.lines)
        told = tuple((at, one.months_asked()) for at, one in times if at and one.step.months)
        return BandPicture(say("drawing.canvas_whole"), layout, (), boxes, lines, told, layout.panels)


def panel_label(catalog: Catalog, spec: ClassSpecification) -> tuple[str, str, str]:
    """Return what a box says: its title, its grade with its lowest pay of a year as far as known, and how much is."""
    title, pay, look = box_label(spec)
    return title, " \u00b7 ".join(filter(None, (spell_grade_of(catalog, spec), pay))), look
