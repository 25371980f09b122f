"""The whole map page in plain words: jurisdictions, groups of classes, steps, routes, legend."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ladder.catalog.catalog import Catalog
from ladder.catalog.steps import Step
from ladder.qualifications import Certainty
from ladder.rendering.views.cards import ClassCard, class_card
from ladder.rendering.views.groups import MOST_CLASSES, ClassGroup, group_classes, words_of_group
from ladder.rendering.views.routes import RouteFinder, route_views
from ladder.rendering.views.step_views import StepView, step_view
from ladder.service_time import Month, print_month
from ladder.specification import ClassSpecification
from ladder.telling.class_names import count_classes
from ladder.telling.jurisdiction_notes import jurisdiction_notes
from ladder.telling.map_routes import RouteView
from ladder.telling.messages import say
from ladder.telling.same_fields import same_fields
from ladder.telling.step_words import STYLES, StepStyle

if TYPE_CHECKING:
    from ladder.sources import Source


@dataclass(frozen=True, slots=True)
class GroupView:
    """One group of classes: its name in the page, its heading, its classes lowest first.

    ``count`` says how many there are, ``drawn`` what its view draws besides.
    """

    name: str
    heading: str
    count: str
    drawn: str
    group: ClassGroup
    cards: tuple[ClassCard, ...]


@dataclass(frozen=True, slots=True)
class JurisdictionView:
    """One jurisdiction: its notes and its groups of classes."""

    id: str
    name: str
    notes: tuple[str, ...]
    groups: tuple[GroupView, ...]


@dataclass(frozen=True, slots=True)
class MapView:
    """All that the map page says.

    ``is_whole`` where the whole map is one drawing that a person can read.
    """

    title: str
    as_of: str
    scope: str
    left_out: str
    assumed: str
    is_whole: bool
    jurisdictions: tuple[JurisdictionView, ...]
    cards: tuple[ClassCard, ...]
    steps: tuple[StepView, ...]
    routes: tuple[RouteView, ...]
    styles: tuple[StepStyle, ...]
    certainties: tuple[str, ...]

    @property
    def groups(self) -> tuple[GroupView, ...]:
        """Every group of every jurisdiction, in order."""
        return tuple(group for one in self.jurisdictions for group in one.groups)


def map_view(
    catalog: Catalog, steps: Sequence[Step], *, title: str, as_of: Month, find: RouteFinder | None = None
) -> MapView:
    """Return the words of the map of these steps; ``find`` finds the plan of each route.

    Routes are told only where the whole map is one drawing: the pairs of classes of a
    large catalog are too many to be listed.
    """
    is_whole = len(catalog.classes) <= MOST_CLASSES
    once = _once(catalog.classes.values())
    told = tuple(step_view(catalog, step, place, once=once) for place, step in enumerate(steps))
    jurisdictions = _jurisdictions(catalog, steps, told)
    return MapView(
        title=title,
        as_of=print_month(as_of),
        scope=say("page.outside"),
        left_out=left_out_words(len(catalog.steps) - sum(step.certainty is not Certainty.PEER for step in steps)),
        assumed=say("route.assumed"),
        is_whole=is_whole,
        jurisdictions=jurisdictions,
        cards=tuple(card for one in jurisdictions for group in one.groups for card in group.cards),
        steps=told,
        routes=route_views(catalog, steps, as_of=as_of, find=find) if is_whole else (),
        styles=tuple(style for kind, style in STYLES.items() if kind in {step.kind for step in steps}),
        certainties=tuple(sorted({step.certainty.value for step in steps})),
    )


def _once(specs: Iterable[ClassSpecification]) -> frozenset[str]:
    """Return the titles that one class alone has."""
    times = Counter(spec.title for spec in specs)
    return frozenset(title for title, count in times.items() if count == 1)


def left_out_words(count: int) -> str:
    """Return that so many steps are left out, as no text names them; '' where none is."""
    if not count:
        return ""
    return say("about.left_out_one") if count == 1 else say("about.left_out", count=f"{count:,}")


def _jurisdictions(catalog: Catalog, steps: Sequence[Step], told: Sequence[StepView]) -> tuple[JurisdictionView, ...]:
    into: dict[str, list[tuple[Source, StepView]]] = defaultdict(list)
    onward: dict[str, list[StepView]] = defaultdict(list)
    for step, view in zip(steps, told, strict=True):
        into[step.target_class].append((step.source, view))
        onward[step.feeder_class].append(view)
    views: dict[str, list[GroupView]] = defaultdict(list)
    for place, group in enumerate(group_classes(catalog, steps), 1):
        cards = tuple(class_card(catalog, one, into=into[one], onward=onward[one]) for one in group.classes)
        views[group.jurisdiction].append(
            GroupView(
                f"group-{place}", words_of_group(group.heading), count_classes(len(cards)), _drawn(group), group, cards
            )
        )
    known = [(name, catalog.jurisdiction(name)) for name in views]
    return tuple(
        JurisdictionView(
            id=name,
            name=one.name,
            notes=(*jurisdiction_notes(one), *same_fields(one)),
            groups=tuple(views[name]),
        )
        for name, one in known
    )


def _drawn(group: ClassGroup) -> str:
    """Return what of other groups is drawn with a group; nothing where all its steps stay within."""
    if group.outside:
        return say("map.outside_drawn", classes=count_classes(len(group.outside)))
    if group.not_drawn:
        return say("map.outside_told", classes=count_classes(group.not_drawn))
    return ""
