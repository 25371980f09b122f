"""Where ladders begin and end: ways in for everybody, one way in, a degree asked, classes that no step leaves."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from ladder.catalog.steps import Step
from ladder.qualifications import DegreeLevel, Education, Experience, Qualifications, Requirement, StandingHeld
from ladder.specification import ClassSpecification

Way = tuple[Requirement, ...]
"""What one route asks, all of it."""


class Entry(NamedTuple):
    """A class that people in no class at all may enter, and the routes open to them, any of which will do."""

    class_id: str
    ways: tuple[Way, ...]


class DeadEnd(NamedTuple):
    """A class that no step leaves; ``is_entered`` tells whether a step leads to it."""

    class_id: str
    is_entered: bool


class OneFeeder(NamedTuple):
    """A class that steps lead to from one class alone; ``is_open`` tells whether people in no class may enter it."""

    class_id: str
    feeder_class: str
    is_open: bool


class DegreeAsked(NamedTuple):
    """A class that asks for a degree by every route, and the lowest of them."""

    class_id: str
    degree: DegreeLevel


def find_entries(specs: Iterable[ClassSpecification]) -> tuple[Entry, ...]:
    """Return the classes with a route that asks for no service in a named class and for no standing, in their order.

    A class whose requirements are not in the data is none of them.
    """
    found = (Entry(spec.class_id, tuple(_ways_in(spec.qualifications))) for spec in specs if spec.qualifications)
    return tuple(one for one in found if one.ways)


def _ways_in(rules: Qualifications) -> Iterator[Way]:
    by_id = {rule.id: rule for rule in rules.requirements}
    for route in rules.routes:
        asked = tuple(by_id[name] for name in route.requires)
        if not any(map(_asks_for_a_class, asked)):
            yield asked


def _asks_for_a_class(rule: Requirement) -> bool:
    """Return whether the requirement asks for service in a class that it names, or for a standing.

    Classes that it reads for people of a standing alone are asked of nobody else.
    """
    if isinstance(rule, Experience):
        is_for_all = any(one.only_for is None for one in rule.classes)
        return bool(rule.standing or (is_for_all and not rule.or_in_field))
    return isinstance(rule, StandingHeld)


def find_dead_ends(specs: Iterable[ClassSpecification], steps: Iterable[Step]) -> tuple[DeadEnd, ...]:
    """Return the classes that none of the steps leaves: first those that one leads to, each in its order."""
    joined = [(step.feeder_class, step.target_class) for step in steps]
    feeders, entered = {feeder for feeder, _ in joined}, {target for _, target in joined}
    ends = [DeadEnd(spec.class_id, spec.class_id in entered) for spec in specs if spec.class_id not in feeders]
    return tuple(sorted(ends, key=lambda one: not one.is_entered))


def feeders_by_class(steps: Iterable[Step]) -> Mapping[str, frozenset[str]]:
    """Return the classes that steps lead from, by the class that they lead to."""
    found: dict[str, frozenset[str]] = {}
    for step in steps:
        found[step.target_class] = found.get(step.target_class, frozenset()) | {step.feeder_class}
    return found


def find_one_feeder(specs: Iterable[ClassSpecification], steps: Iterable[Step]) -> tuple[OneFeeder, ...]:
    """Return the classes that steps lead to from one class alone: first those with no way in besides."""
    known = {spec.class_id: spec for spec in specs}
    is_open = {one.class_id for one in find_entries(known.values())}
    found = [
        OneFeeder(target, next(iter(feeders)), target in is_open)
        for target, feeders in feeders_by_class(steps).items()
        if target in known and len(feeders) == 1
    ]
    places = {class_id: place for place, class_id in enumerate(known)}
    return tuple(sorted(found, key=lambda one: (one.is_open, places[one.class_id])))


def find_degrees_asked(specs: Iterable[ClassSpecification]) -> tuple[DegreeAsked, ...]:
    """Return the classes that ask for a degree above high school by every route, in their order.

    A class that takes something else in the degree's place is none of them.
    """
    found = ((spec.class_id, _lowest_degree(spec.qualifications)) for spec in specs if spec.qualifications)
    return tuple(DegreeAsked(class_id, degree) for class_id, degree in found if degree)


def _lowest_degree(rules: Qualifications) -> DegreeLevel | None:
    """Return the lowest degree that any route asks; None where a route asks for none."""
    degrees = dict(_degrees(rules))
    highest = [max((degrees.get(name, 0) for name in route.requires), default=0) for route in rules.routes]
    lowest = min(highest, default=0)
    return list(DegreeLevel)[lowest] if lowest else None


def _degrees(rules: Qualifications) -> Iterator[tuple[str, int]]:
    """Yield each requirement of a degree that nothing takes the place of, and its level: high school is 0."""
    replaced = {one.stands_for for one in rules.substitutions}
    for rule in rules.requirements:
        if isinstance(rule, Education) and rule.degree and rule.id not in replaced:
            yield rule.id, list(DegreeLevel).index(rule.degree)
