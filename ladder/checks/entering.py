"""Which classes anybody can ever enter, by the routes that their records hold.

A class that is only named, or a programme, is taken to be open: what it asks is not
known. A requirement that asks for service in named classes alone can be met only from
a class among them that can be entered, or by a substitution for the whole of it.
"""

from collections.abc import Mapping
from typing import NamedTuple

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
    closed = frozenset(spec.class_id for spec in catalog.classes.values() if is_described(spec))
    while True:
        state = _Closed(catalog, closed)
        entered = {class_id for class_id in closed if not state.waits(class_id)}
        if not entered:
            return {class_id: state.waited_for(class_id) for class_id in sorted(closed)}
        closed -= entered


def find_circles(catalog: Catalog) -> tuple[tuple[str, str], ...]:
    """Return the pairs of unreachable classes that each wait for the other alone, in order of id."""
    waiting = find_unreachable(catalog)
    return tuple(
        (one, wanted[0])
        for one, wanted in waiting.items()
        if len(wanted) == 1 and one < wanted[0] and waiting.get(wanted[0]) == (one,)
    )


class _Closed(NamedTuple):
    """The classes of a catalog that nobody has been found to enter so far."""

    catalog: Catalog
    closed: frozenset[str]

    def waits(self, class_id: str) -> bool:
        """Return whether every route of the class waits for closed classes."""
        rules = self.catalog.classes[class_id].qualifications
        return rules is not None and all(self._wanting(class_id, route) for route in rules.routes)

    def waited_for(self, class_id: str) -> tuple[str, ...]:
        """Return the closed classes that the routes of the class wait for."""
        rules = self.catalog.classes[class_id].qualifications
        routes = rules.routes if rules else ()
        return tuple(sorted({one for route in routes for one in self._wanting(class_id, route)}))

    def _wanting(self, class_id: str, route: Route) -> frozenset[str]:
        """Return the closed classes that a route waits for; none where it can be met."""
        spec = self.catalog.classes[class_id]
        asked = [rule for rule in spec.experience() if rule.id in route.requires and _asks_for_service_in_classes(rule)]
        wanted: frozenset[str] = frozenset()
        for rule in asked:
            ruled = self.catalog.rulings_for.get(reference_to(class_id, rule.id), {})
            serving = {*(one.class_id for one in rule.classes), *ruled}
            if serving <= self.closed and not _stands_open(spec, rule, self.closed):
                wanted |= serving
        return wanted


def _asks_for_service_in_classes(rule: Experience) -> bool:
    return bool(rule.classes) and rule.months > 0 and not rule.or_equivalent and not rule.or_in_field


def _stands_open(spec: ClassSpecification, rule: Experience, closed: frozenset[str]) -> bool:
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
