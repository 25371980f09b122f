"""One step as the map page tells it: words beside its line, and one sentence."""

from dataclasses import dataclass

from ladder.catalog.catalog import Catalog
from ladder.catalog.steps import Step
from ladder.eligibility.conditions import own_conditions, words_for
from ladder.qualifications import Certainty
from ladder.rendering.views.words import CERTAINTIES, STYLES, StepStyle, months_asked, name_class

_OF_STEPS = {
    "EQUIVALENT": "The equivalent of this service may count in its place; a person must judge that.",
    "INTERNAL": "Only for people whom the agency employs now.",
    "STATE_EMPLOYEE": "Only for state employees.",
    "PERMANENT": "Only for people with permanent status.",
}
"""Words of conditions that a step puts otherwise than the answer to one person."""


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
        told=tell_step(catalog, step, target=target.title if is_brief else None),
    )


def label_step(catalog: Catalog, step: Step) -> tuple[str, ...]:
    """Return the lines of text beside the step in a drawing: its kind, and the service it asks."""
    asked = months_asked(catalog, step)
    word = STYLES[step.kind].word
    return (word if step.certainty is Certainty.NAMED else f"{word}, {step.certainty}", asked.partition(" within ")[0])


def condition_words(catalog: Catalog, step: Step) -> tuple[str, ...]:
    """Return the words of each condition that the step carries."""
    own = _OF_STEPS | {condition.code: condition.text for condition in own_conditions(catalog, step.target_class)}
    return tuple(own.get(code) or words_for(catalog, step.target_class, code) for code in step.conditions)


def tell_step(catalog: Catalog, step: Step, *, target: str | None = None) -> str:
    """Return the step as one sentence, its conditions after it; ``target`` is what to call the target class."""
    service = f"{months_asked(catalog, step)} of service" if step.months is not None else months_asked(catalog, step)
    certainty = f" ({CERTAINTIES[step.certainty]})" if CERTAINTIES[step.certainty] else ""
    parts = [service, STYLES[step.kind].words + certainty]
    parts += ["a promotion in its series"] if step.promotion else []
    parts += ["the record was seen only in part"] if step.partial else []
    conditions = " ".join(condition_words(catalog, step))
    ends = f"From {name_class(catalog, step.feeder_class)} to {target or name_class(catalog, step.target_class)}"
    told = f" Conditions: {conditions}" if conditions else ""
    return f"{ends}: {', '.join(parts)}.{told}"
