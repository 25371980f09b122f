"""Ladders side by side, each in a panel of its own: for the map's canvas, for pages without scripts, and for paper."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from ladder.catalog.catalog import Catalog
from ladder.catalog.steps import Step
from ladder.rendering.layout.band_drawing import BandLine
from ladder.rendering.layout.joined_ladders import LadderClasses, series_links, split_ladders
from ladder.rendering.layout.line_times import place_times
from ladder.rendering.layout.panels import Ladder, PanelLayout, draw_panels
from ladder.rendering.layout.rows import Ends, assign_rows, grade_order
from ladder.rendering.pictures import Picture, PicturedBox, box_label, picture_lines, steps_by_ends, times_of
from ladder.rendering.views.groups import unjoined, words_of_group
from ladder.specification import ClassSpecification
from ladder.telling.class_names import spell_grade_of
from ladder.telling.messages import say

_ROOM = (1200, 750)


@dataclass(frozen=True)
class Panels:
    """Classes of a catalog and the steps between them, drawn in panels: up is by grade, by rank, by step.

    ``classes`` and ``steps`` are in the catalog's order, and each step joins two of the classes.
    ``headings`` is what each class is grouped under; without them ladders have no name. The
    boxes of classes ``outside`` look apart.
    """

    catalog: Catalog
    classes: Sequence[ClassSpecification]
    steps: Sequence[Step]
    headings: Mapping[str, str] = field(default_factory=dict)
    outside: Collection[str] = ()

    @cached_property
    def layout(self) -> PanelLayout:
        """The drawing in pixels."""
        return draw_panels(list(self._ladders()), room=_ROOM)

    @cached_property
    def steps_of(self) -> Mapping[Ends, Sequence[Step]]:
        """The steps of each line, by its ends."""
        return steps_by_ends(self.steps)

    @cached_property
    def lines(self) -> tuple[BandLine, ...]:
        """The lines, each with the place of its time where that has room."""
        layout = self.layout
        times = {line.ends: times_of(self.catalog, self.steps_of[line.ends]) for line in layout.lines}
        return place_times(layout.lines, layout.boxes, times)

    def _ladders(self) -> Iterator[Ladder]:
        """Yield the ladders of each jurisdiction; its classes that nothing joins share a panel."""
        alone: dict[str, list[ClassSpecification]] = {}
        for one in split_ladders(self.classes, [(step.feeder_class, step.target_class) for step in self.steps]):
            if len(one.classes) == 1:
                alone.setdefault(one.jurisdiction, []).extend(one.classes)
            else:
                yield self._ladder(one)
        for home, specs in alone.items():
            ordered = sorted(specs, key=self._by_grade)
            yield Ladder(self._placed(say("drawing.alone"), home), [[spec.class_id for spec in ordered]], [])

    def _ladder(self, joined: LadderClasses) -> Ladder:
        own = {spec.class_id for spec in joined.classes}
        ends = [(step.feeder_class, step.target_class) for step in self.steps if step.feeder_class in own]
        row_of = assign_rows(joined.classes, ends, self.catalog.jurisdictions)
        rows = [[one for one, at in row_of.items() if at == row] for row in range(max(row_of.values()) + 1)]
        return Ladder(self._heading(joined.classes), rows, ends, series_links(joined.classes))

    def _heading(self, specs: Sequence[ClassSpecification]) -> str:
        """Return what most of its classes are grouped under."""
        if not self.headings:
            return ""
        grouped = Counter(self.headings[one.class_id] for one in specs if self.headings[one.class_id] != unjoined())
        home = Counter(one.jurisdiction for one in specs).most_common(1)[0][0]
        return self._placed(words_of_group(grouped.most_common(1)[0][0]), home)

    def _placed(self, heading: str, home: str) -> str:
        if len({one.jurisdiction for one in self.classes}) == 1:
            return heading
        return say("drawing.placed", heading=heading, place=self.catalog.jurisdiction(home).name)

    def _by_grade(self, spec: ClassSpecification) -> tuple[bool, str, int, str]:
        """Return the order of classes that nothing joins: pay plan, grade, then id."""
        grade = grade_order(spec, self.catalog.jurisdictions.get(spec.jurisdiction))
        return (spec.pay is None, spec.pay.plan if spec.pay else "", grade or 0, spec.class_id)

    def picture(self, label: str) -> Picture:
        """Return the drawing under this name for those who run no script."""
        layout = self.layout
        boxes = tuple(PicturedBox(box.left, box.top, *self.label(box.class_id)) for box in layout.boxes)
        lines = picture_lines(self.catalog, self.lines, self.steps)
        return Picture(label, layout.width, layout.height, boxes, lines, panels=layout.panels)

    def label(self, class_id: str) -> tuple[str, str, str]:
        """Return what a box says: its title, its grade with its lowest pay of a year as far as known, and its look."""
        spec = self.catalog.classes[class_id]
        title, pay, look = box_label(spec)
        looks = " ".join(filter(None, (look, "outside" if class_id in self.outside else "")))
        return title, " \u00b7 ".join(filter(None, (spell_grade_of(self.catalog, spec), pay))), looks


def panels_of(
    catalog: Catalog,
    class_ids: Collection[str],
    steps: Sequence[Step],
    *,
    headings: Mapping[str, str] | None = None,
    outside: Collection[str] = (),
) -> Panels:
    """Return these classes of a catalog in panels, with those of the steps that join two of them."""
    specs = [spec for class_id, spec in catalog.classes.items() if class_id in class_ids]
    drawn = [one for one in steps if one.feeder_class in class_ids and one.target_class in class_ids]
    return Panels(catalog, specs, drawn, headings or {}, outside)
