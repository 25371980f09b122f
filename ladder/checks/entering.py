"""Which classes anybody can ever enter, by the routes that their records hold.

A class that is only named, or a programme, is taken to be open: what it asks is not
known. A requirement that asks for service in named classes alone can be met only from
a class among them that can be entered, or by a substitution for the whole of it.
"""

from collections.abc import Mapping

from ladder.catalog.catalog import Catalog
from ladder.checks.catalog_under_check import is_described
from ladder.qualifications import (
    DegreeSubstitution,
    Experience,
    Route,
    ServiceSubstitution,
    StudySubstitution,
)
from ladder.requirement_references import reference_to
from ladder.specification import ClassSpecification


def find_unreachable(catalog: Catalog) -> Mapping[str, tuple[str, ...]]:
    """Return the classes that nobody can ever enter, each with the classes that its routes wait for.

    A class that cannot be entered because it names only itself is among them; one whose
    feeders are nowhere in the catalog is not.
    """
    closed = {spec.class_id for spec in catalog.classes.values() if is_described(spec)}
    while True:
        entered = {class_id for class_id in closed if not _waits(catalog, class_id, closed)}
        if not entered:
            return {class_id: _waited_for(catalog, class_id, closed) for class_id in sorted(closed)}
        closed -= entered


def find_circles(catalog: Catalog) -> tuple[tuple[str, str], ...]:
    """Return the pairs of unreachable classes that each wait for the other alone, in order of id."""
    waiting = find_unreachable(catalog)
    return tuple(
        (one, wanted[0])
        for one, wanted in waiting.items()
        if len(wanted) == 1 and one < wanted[0] and waiting.get(wanted[0]) == (one,)
    )


def _waits(catalog: Catalog, class_id: str, closed: set[str]) -> bool:
    rules = catalog.classes[class_id].qualifications
    return rules is not None and all(_wanting(catalog, class_id, route, closed) for route in rules.routes)


def _waited_for(catalog: Catalog, class_id: str, closed: set[str]) -> tuple[str, ...]:
    rules = catalog.classes[class_id].qualifications
    routes = rules.routes if rules else ()
    return tuple(sorted({one for route in routes for one in _wanting(catalog, class_id, route, closed)}))


def _wanting(catalog: Catalog, class_id: str, route: Route, closed: set[str]) -> frozenset[str]:
    """Return the closed classes that a route waits for; none where it can be met."""
    spec = catalog.classes[class_id]
    asked = [rule for rule in spec.experience() if rule.id in route.requires and _asks_for_service_in_classes(rule)]
    wanted: frozenset[str] = frozenset()
    for rule in asked:
        ruled = catalog.rulings_for.get(reference_to(class_id, rule.id), {})
        serving = {*(one.class_id for one in rule.classes), *ruled}
        if serving <= closed and not _stands_open(spec, rule, closed):
            wanted |= serving
    return wanted


def _asks_for_service_in_classes(rule: Experience) -> bool:
    return bool(rule.classes) and rule.months > 0 and not rule.or_equivalent and not rule.or_in_field


def _stands_open(spec: ClassSpecification, rule: Experience, closed: set[str]) -> bool:
    """Return whether substitutions can stand for all the months: study and degrees together, others by themselves."""
    credited = 0
    for one in spec.qualifications.substitutions if spec.qualifications else ():
        if one.stands_for != rule.id:
            continue
        if isinstance(one, StudySubstitution):
            credited += one.at_most_months
        elif isinstance(one, DegreeSubstitution):
            credited += one.months
        elif not isinstance(one, ServiceSubstitution) or one.named is None or one.named.class_id not in closed:
            return True
    return credited >= rule.months
