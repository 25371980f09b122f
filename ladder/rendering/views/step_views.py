"""One step as the map page tells it: one sentence, and what sets its line apart."""

from collections.abc import Collection
from dataclasses import dataclass

from ladder.catalog.catalog import Catalog
from ladder.catalog.steps import Step
from ladder.qualifications import Certainty
from ladder.telling.class_names import name_class
from ladder.telling.step_words import STYLES, StepStyle, ToldStep


@dataclass(frozen=True, slots=True)
class StepView:
    """One step in plain words; ``place`` is its place among the steps of the page.

    ``told`` is its sentence, beside which its source stands; ``pattern`` is that with
    ``{start}`` and ``{target}`` for the classes; ``brief`` what is left of it where the
    target's own words stand around it and there are hundreds.
    """

    place: int
    feeder_class: str
    target_class: str
    target: str
    target_title: str
    style: StepStyle
    certainty: Certainty
    told: str
    pattern: str
    brief: str


def step_view(catalog: Catalog, step: Step, place: int, *, once: Collection[str] = ()) -> StepView:
    """Return the step in plain words; in brief, a class whose title is printed ``once`` is called by it alone."""
    told = ToldStep(catalog, step)
    start, target = catalog.classes[step.feeder_class], catalog.classes[step.target_class]
    return StepView(
        place=place,
        feeder_class=step.feeder_class,
        target_class=step.target_class,
        target=name_class(catalog, step.target_class),
        target_title=target.title,
        style=STYLES[step.kind],
        certainty=step.certainty,
        told=str(told.between()),
        pattern=str(told.between(start="{start}", target="{target}")),
        brief=told.briefly(start.title if start.title in once else name_class(catalog, start.class_id)),
    )
