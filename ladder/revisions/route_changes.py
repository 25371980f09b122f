"""The ways into classes that a change touches: what each asks before and after, and what changed in it."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ladder.catalog.catalog import Catalog
from ladder.qualifications import Requirement, Route, Substitution
from ladder.revisions.differences import Compared, Difference, PartKind
from ladder.sources import Source


class RouteChange(NamedTuple):
    """A way into a class, or what counts instead of a requirement, before and after; None where it is not there.

    ``why`` are the differences that it rests on.
    """

    class_id: str
    route: str
    before: tuple[Requirement, ...] | Substitution | None
    after: tuple[Requirement, ...] | Substitution | None
    why: tuple[Difference, ...]
    source: Source


def find_route_changes(pair: Compared) -> tuple[RouteChange, ...]:
    """Return the ways that differ between two catalogs, by class."""
    found: dict[str, list[Difference]] = {}
    for one in pair.differences():
        found.setdefault(one.class_id, []).append(one)
    return tuple(change for class_id, some in found.items() for change in _of_class(pair, class_id, some))


def _of_class(pair: Compared, class_id: str, differences: list[Difference]) -> Iterator[RouteChange]:
    before, after = (_routes(class_id, catalog) for catalog in pair)
    for route in dict.fromkeys((*before, *after)):
        one, other = before.get(route), after.get(route)
        if one != other:
            why = _why(differences, route, {rule.id for rule in (*(one or ()), *(other or ()))})
            source = why[0].source if why else differences[0].source
            yield RouteChange(class_id, route, one, other, why, source)
    for found in differences:
        if found.kind is PartKind.SUBSTITUTION:
            yield RouteChange(class_id, found.name, *_values(found), (found,), found.source)


def _why(differences: list[Difference], route: str, rules: set[str]) -> tuple[Difference, ...]:
    """Return the differences that the change of a way rests on: that the class came or went, else its requirements."""
    whole = tuple(one for one in differences if one.kind is PartKind.CLASS)
    return whole or tuple(one for one in differences if _is_about(one, route, rules))


def _values(found: Difference) -> tuple[Substitution | None, Substitution | None]:
    return tuple(part.value if part else None for part in (found.before, found.after))  # type: ignore[return-value]  # both are substitutions


def _routes(class_id: str, catalog: Catalog) -> Mapping[str, tuple[Requirement, ...]]:
    spec = catalog.classes.get(class_id)
    rules = spec.qualifications if spec else None
    if rules is None:
        return {}
    by_id = {rule.id: rule for rule in rules.requirements}
    return {route.id: tuple(by_id[name] for name in route.requires) for route in rules.routes}


def _is_about(found: Difference, route: str, rules: set[str]) -> bool:
    if found.kind is PartKind.ROUTE:
        return found.name == route and not _is_told_by_a_requirement(found)
    return found.kind is PartKind.REQUIREMENT and found.name in rules


def _is_told_by_a_requirement(found: Difference) -> bool:
    """Return whether a way that asks something else is told by the requirement that came or went."""
    return isinstance(found.before and found.before.value, Route) and isinstance(
        found.after and found.after.value, Route
    )
