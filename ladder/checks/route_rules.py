"""Routes: ways in that nobody needs, that nobody can name, or that are longer than they can be meant to be."""

from collections.abc import Iterator

from ladder.checks.catalog_under_check import CatalogUnderCheck
from ladder.checks.findings import Spot, catalog_rule, class_rule
from ladder.checks.places import REQUIREMENTS, ROUTES, requirements_of
from ladder.qualifications import (
    DegreeLevel,
    Experience,
    Qualifications,
    Route,
    Standing,
)
from ladder.service_time import spell_months
from ladder.sources import Severity
from ladder.specification import ClassSpecification

_MOST_MONTHS = 300
_DEGREES = tuple(DegreeLevel)


@class_rule(
    "REQUIREMENT_IN_NO_ROUTE",
    Severity.WARNING,
    "A requirement belongs to no route",
    why="The document asks it, and no answer does.",
    do="Name it in the route that asks it, or take it out.",
)
def requirement_in_no_route(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield requirements that no route, substitution or part of them names.

    Where a substitution stands for one, SUBSTITUTION_UNUSED tells of both.
    """
    if spec.qualifications:
        used = {name for route in spec.qualifications.routes for name in route.requires}
        used |= {name for rule in spec.experience() for name in (rule.within, rule.additional_to, rule.after) if name}
        used |= {one.stands_for for one in spec.qualifications.substitutions}
        for place, rule in requirements_of(spec):
            if rule.id not in used:
                yield Spot(place, f"{rule.id}: {rule.what}", "no route names it", rule.source)


@class_rule(
    "ROUTE_NEVER_NEEDED",
    Severity.WARNING,
    "A route asks all that another asks, and more",
    why="Nobody ever needs it; the other route, or this one, was most likely misread.",
    do="Look at how the document joins the alternatives.",
)
def route_never_needed(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield routes that contain another route, or repeat an earlier one."""
    routes = spec.qualifications.routes if spec.qualifications else ()
    for number, route in enumerate(routes):
        for other in _contained(routes, number):
            found = f"{route.id} asks {' and '.join(route.requires)}"
            beside = f"{other.id} asks {' and '.join(other.requires)}"
            yield Spot((*ROUTES, number), found, beside)


def _contained(routes: tuple[Route, ...], number: int) -> tuple[Route, ...]:
    """Return the first route that this one contains, as a tuple of at most one."""
    own = set(routes[number].requires)
    smaller = [one for one in routes if set(one.requires) < own]
    equal = [one for one in routes[:number] if set(one.requires) == own]
    return tuple([*smaller, *equal][:1])


@class_rule(
    "ROUTE_ID_TWICE",
    Severity.ERROR,
    "Two routes of a class have one id",
    why="An answer that names the route by which it is met names either.",
    do="Give each route an id of its own.",
)
def route_id_twice(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield routes whose id an earlier route has."""
    routes = spec.qualifications.routes if spec.qualifications else ()
    for number, route in enumerate(routes):
        before = [one for one in routes[:number] if one.id == route.id]
        if before:
            found = f"{route.id} asks {' and '.join(route.requires)}"
            beside = f"{route.id} asks {' and '.join(before[0].requires)}"
            yield Spot((*ROUTES, number, "id"), found, beside)


@class_rule(
    "INTERNAL_ASKS_MORE",
    Severity.WARNING,
    "The route for internal candidates asks for more service than the open one",
    why="A route that is kept for the agency's own people is shorter; the two were most likely exchanged.",
    do="Look which of the two the document keeps for internal candidates.",
)
def internal_asks_more(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield routes with an internal requirement that ask more months than the shortest open route."""
    rules = spec.qualifications
    lengths = [(number, route, _longest(rules, route)) for number, route in enumerate(rules.routes)] if rules else []
    is_internal = {rule.id for rule in spec.experience() if rule.standing is Standing.INTERNAL}
    least = min((months for _, route, months in lengths if not is_internal & set(route.requires)), default=None)
    for number, route, months in lengths:
        if least is not None and is_internal & set(route.requires) and months > least:
            found = f"{route.id} asks {spell_months(months)}"
            yield Spot((*ROUTES, number), found, f"an open route asks {spell_months(least)}")


def _longest(rules: Qualifications, route: Route) -> int:
    asked = (rule for rule in rules.requirements if isinstance(rule, Experience) and rule.id in route.requires)
    return max((rule.months for rule in asked), default=0)


@catalog_rule(
    "HIGHER_RANK_ASKS_LESS",
    Severity.WARNING,
    "A higher rank of the series asks for less experience than a lower one",
    why="Somebody outside would enter at the higher rank sooner; a figure or a rank is most likely wrong.",
    do="Compare the general experience of both classes with their documents.",
)
def higher_rank_asks_less(under: CatalogUnderCheck) -> Iterator[Spot]:
    """Yield classes whose requirement called general asks less than that of the next lower rank."""
    for spec in under.described:
        months = _general(spec)
        below = [under.catalog.classes[one] for one in under.catalog.series_of(spec)]
        lower = [one for one in below if one.series and spec.series and one.series.rank < spec.series.rank]
        for other in lower:
            asked = _general(other)
            if months is not None and asked is not None and months < asked:
                found = f"{spec.title} asks {spell_months(months)}"
                yield Spot(REQUIREMENTS, found, f"{other.title} asks {spell_months(asked)}", owner=spec.class_id)


def _general(spec: ClassSpecification) -> int | None:
    return next((rule.months for rule in spec.experience() if rule.id == "general"), None)
