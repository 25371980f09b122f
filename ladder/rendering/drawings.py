"""A drawing of classes and their steps: places, and how boxes and lines are told apart."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from ladder.catalog.catalog import Catalog
from ladder.catalog.steps import IN_THE_TEXT, Step
from ladder.rendering.layout.drawing import box_lines
from ladder.rendering.layout.shapes import Box, Layout, Line
from ladder.rendering.layout.sheets import lay_out
from ladder.rendering.views.class_boxes import box_paragraphs
from ladder.specification import ClassSpecification, Completeness
from ladder.telling.class_names import name_class
from ladder.telling.messages import say
from ladder.telling.pay_words import pay_in_brief
from ladder.telling.step_words import label_step

_RECORDS = {Completeness.PARTIAL: "seen-in-part", Completeness.NAMED_ONLY: "only-named"}
"""How the style sheets call a record that is not whole."""

MOST_NEIGHBOURS = 24
"""Classes around one class that its drawing can hold and still be read."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """What ``drawing.svg`` draws.

    ``label`` is its name for those who hear the page. ``kinds`` tells the kind of each
    line by its place among ``steps``, ``looks`` what sets the box of a class apart;
    ``pay_lines`` says how many lines the pay of a class takes in its box.
    """

    label: str
    layout: Layout
    steps: tuple[Step, ...]
    kinds: tuple[str, ...]
    looks: Mapping[str, str]
    pay_lines: Mapping[str, int]

    @property
    def lines_by_kind(self) -> Mapping[str, list[Line]]:
        """The lines of each kind of step, in order of kind."""
        return {
            kind: [line for line in self.layout.lines if self.kinds[line.step] == kind]
            for kind in sorted(set(self.kinds))
        }

    @property
    def columns(self) -> Mapping[int, list[Box]]:
        """The boxes of each column, by the middle of it."""
        middles = sorted({box.x for box in self.layout.boxes})
        return {x: [box for box in self.layout.boxes if box.x == x] for x in middles}

    @property
    def boxes_by_look(self) -> Mapping[str, list[Box]]:
        """The boxes of each look, in order of look."""
        return {
            look: [box for box in self.layout.boxes if self.looks[box.class_id] == look]
            for look in sorted(set(self.looks.values()))
        }


def draw_classes(
    catalog: Catalog,
    class_ids: Collection[str],
    steps: Sequence[Step],
    *,
    label: str,
    outside: Collection[str] = (),
    chosen: str | None = None,
    is_brief: bool = False,
) -> Drawing:
    """Return the drawing of these classes and the steps between them, in the catalog's order.

    The boxes of classes ``outside`` look apart, and that of the one ``chosen`` stands
    out. A brief drawing tells titles alone, and of each step how long it takes.
    """
    specs = [spec for class_id, spec in catalog.classes.items() if class_id in class_ids]
    drawn = tuple(step for step in steps if step.feeder_class in class_ids and step.target_class in class_ids)
    layout = lay_out(
        catalog,
        drawn,
        classes=specs,
        words={spec.class_id: box_paragraphs(catalog, spec)[: 1 if is_brief else 3] for spec in specs},
        labels=[_label(label_step(one), is_brief=is_brief) for one in drawn],
        alone=say("group.alone"),
    )
    looks = {spec.class_id: _look(spec.completeness, spec.class_id, outside, chosen) for spec in specs}
    return Drawing(label, layout, drawn, tuple(step.kind.value for step in drawn), looks, _pay_lines(specs))


def _pay_lines(specs: Iterable[ClassSpecification]) -> Mapping[str, int]:
    return {spec.class_id: len(box_lines([pay_in_brief(spec.pay)])) for spec in specs}


def _look(completeness: Completeness, class_id: str, outside: Collection[str], chosen: str | None) -> str:
    record = _RECORDS.get(completeness, "")
    told = (record, "outside" if class_id in outside else "", "chosen" if class_id == chosen else "")
    return " ".join(filter(None, told))


def draw_surroundings(catalog: Catalog, class_id: str) -> Drawing | None:
    """Return the drawing of a class with the classes one step below and above it.

    Only steps that the text names are drawn. Null where no step touches the class, or
    more classes surround it than a drawing can hold (``MOST_NEIGHBOURS``).
    """
    touching = named([*catalog.steps_into(class_id), *catalog.steps_from(class_id)])
    around = {end for step in touching for end in (step.feeder_class, step.target_class)}
    if not 1 < len(around) <= MOST_NEIGHBOURS + 1:
        return None
    label = say("class.drawing", title=name_class(catalog, class_id))
    return draw_classes(catalog, around, touching, label=label, chosen=class_id)


def named(steps: Iterable[Step]) -> tuple[Step, ...]:
    """Return the steps whose text names the feeder class, alone or with classes at its level."""
    return tuple(step for step in steps if step.certainty in IN_THE_TEXT)


def _label(lines: tuple[str, ...], *, is_brief: bool) -> tuple[str, ...]:
    return lines[1:] if is_brief else lines
