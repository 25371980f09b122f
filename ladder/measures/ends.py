"""Where ladders begin and end: ways in for everybody, classes that no step leaves."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ladder.catalog.steps import Step
from ladder.qualifications import Experience, Qualifications, Requirement, StandingHeld
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
    """Return whether the requirement asks for service in a class that it names, or for a standing."""
    if isinstance(rule, Experience):
        return bool(rule.standing or (rule.classes and not rule.or_in_field))
    return isinstance(rule, StandingHeld)


def find_dead_ends(specs: Iterable[ClassSpecification], steps: Iterable[Step]) -> tuple[DeadEnd, ...]:
    """Return the classes that none of the steps leaves: first those that one leads to, each in its order."""
    joined = [(step.feeder_class, step.target_class) for step in steps]
    feeders, entered = {feeder for feeder, _ in joined}, {target for _, target in joined}
    ends = [DeadEnd(spec.class_id, spec.class_id in entered) for spec in specs if spec.class_id not in feeders]
    return tuple(sorted(ends, key=lambda one: not one.is_entered))
