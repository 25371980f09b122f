"""One step as the map page tells it: one sentence, and what sets its line apart."""

from dataclasses import dataclass

from ladder.catalog.catalog import Catalog
from ladder.catalog.steps import Step
from ladder.qualifications import Certainty
from ladder.telling.class_names import name_class
from ladder.telling.steps import STYLES, StepStyle, ToldStep


@dataclass(frozen=True, slots=True)
class StepView:
    """One step in plain words; ``place`` is its place among the steps of the page.

    ``told`` is its sentence, beside which its source stands.
    """

    place: int
    feeder_class: str
    target_class: str
    target: str
    target_title: str
    style: StepStyle
    certainty: Certainty
    told: str


def step_view(catalog: Catalog, step: Step, place: int, *, is_brief: bool = False) -> StepView:
    """Return the step in plain words; in brief, code and grade of the target are left to what stands around it."""
    target = catalog.classes[step.target_class]
    return StepView(
        place=place,
        feeder_class=step.feeder_class,
        target_class=step.target_class,
        target=name_class(catalog, step.target_class),
        target_title=target.title,
        style=STYLES[step.kind],
        certainty=step.certainty,
        told=str(ToldStep(catalog, step).between(target=target.title if is_brief else None)),
    )
