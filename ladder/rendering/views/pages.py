"""The whole map page in plain words: jurisdictions, classes, steps, routes, legend."""

from collections.abc import Sequence
from dataclasses import dataclass

from ladder.catalog.catalog import Catalog
from ladder.catalog.jurisdictions import Jurisdiction
from ladder.catalog.steps import Step
from ladder.rendering.views.classes import ClassView, class_view
from ladder.rendering.views.routes import ASSUMED, RouteFinder, RouteView, route_views
from ladder.rendering.views.steps import StepView, step_view
from ladder.rendering.views.words import STYLES, StepStyle
from ladder.service_time import Month, print_month

OUTSIDE_THE_MODEL = (
    "Examination, vacancy, working test period, seniority and permanent status are outside the model: this page says "
    "when minimum qualifications are met by arithmetic, never who will be appointed."
)
ALONE = "classes that no step touches"


@dataclass(frozen=True, slots=True)
class JurisdictionView:
    """One jurisdiction: its notes, classes and steps."""

    name: str
    notes: tuple[str, ...]
    classes: tuple[ClassView, ...]
    steps: tuple[StepView, ...]


@dataclass(frozen=True, slots=True)
class MapView:
    """All that the map page says."""

    title: str
    as_of: str
    scope: str
    left_out: str
    assumed: str
    jurisdictions: tuple[JurisdictionView, ...]
    classes: tuple[ClassView, ...]
    steps: tuple[StepView, ...]
    routes: tuple[RouteView, ...]
    styles: tuple[StepStyle, ...]


def map_view(
    catalog: Catalog, steps: Sequence[Step], *, title: str, as_of: Month, find: RouteFinder | None = None
) -> MapView:
    """Return the words of the map of these steps; ``find`` finds the plan of each route."""
    classes = tuple(class_view(catalog, spec) for spec in catalog.classes.values())
    told = tuple(step_view(catalog, step, place) for place, step in enumerate(steps))
    used = {step.kind for step in steps}
    return MapView(
        title=title,
        as_of=print_month(as_of),
        scope=OUTSIDE_THE_MODEL,
        left_out=_left_out(len(catalog.steps) - len(steps)),
        assumed=ASSUMED,
        jurisdictions=_jurisdictions(catalog, classes, told),
        classes=classes,
        steps=told,
        routes=route_views(catalog, steps, as_of=as_of, find=find),
        styles=tuple(style for kind, style in STYLES.items() if kind in used),
    )


def _left_out(count: int) -> str:
    if not count:
        return ""
    steps = "1 step that no text names is" if count == 1 else f"{count} steps that no text names are"
    return f"{steps} left out of the map and of all routes."


def _jurisdictions(
    catalog: Catalog, classes: Sequence[ClassView], steps: Sequence[StepView]
) -> tuple[JurisdictionView, ...]:
    names = sorted({one.jurisdiction for one in classes})
    known = [(name, catalog.jurisdictions.get(name) or Jurisdiction(id=name, name=name)) for name in names]
    return tuple(
        JurisdictionView(
            name=one.name,
            notes=tuple(f"{note.text} ({note.date})" if note.date else note.text for note in one.notes),
            classes=tuple(view for view in classes if view.jurisdiction == name),
            steps=tuple(view for view in steps if view.jurisdiction == name),
        )
        for name, one in known
    )
