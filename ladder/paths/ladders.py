"""Which classes lie on some ladder between two classes."""

from collections.abc import Callable, Iterable, Iterator

from ladder.catalog.catalog import Catalog
from ladder.catalog.steps import Step, is_used
from ladder.qualifications import Certainty
from ladder.specification import Pay


def steps_used(catalog: Catalog, include: frozenset[Certainty]) -> Iterator[Step]:
    """Yield the steps that may be used, in the catalog's order: those of a text, and the certainties asked for."""
    yield from (step for step in catalog.steps if is_used(step, include))
    yield from catalog.peer_steps if Certainty.PEER in include else ()


def steps_onward(catalog: Catalog, class_id: str, include: frozenset[Certainty]) -> list[Step]:
    """Return the steps that may be used from the class."""
    steps = catalog.steps_from(class_id, with_peers=Certainty.PEER in include)
    return [step for step in steps if is_used(step, include)]


def steps_back(catalog: Catalog, class_id: str, include: frozenset[Certainty]) -> list[Step]:
    """Return the steps that may be used to the class."""
    steps = catalog.steps_into(class_id, with_peers=Certainty.PEER in include)
    return [step for step in steps if is_used(step, include)]


def classes_above(
    catalog: Catalog, start: str, include: frozenset[Certainty], *, beyond: str | None = None
) -> set[str]:
    """Return every class that some ladder leads to from the start, without the start.

    No ladder goes on ``beyond`` that class.
    """

    def onward(class_id: str) -> list[str]:
        return [step.target_class for step in steps_onward(catalog, class_id, include)]

    return _reached(start, onward, beyond=beyond)


def classes_below(
    catalog: Catalog, target: str, include: frozenset[Certainty], *, beyond: str | None = None
) -> set[str]:
    """Return every class from which some ladder leads to the target, without the target.

    No ladder is followed back ``beyond`` that class.
    """

    def back(class_id: str) -> list[str]:
        return [step.feeder_class for step in steps_back(catalog, class_id, include)]

    return _reached(target, back, beyond=beyond)


def classes_between(catalog: Catalog, start: str, target: str, include: frozenset[Certainty]) -> set[str] | None:
    """Return the classes on ladders from start to target, both left out; None if no ladder.

    A ladder leaves the start once and ends where it reaches the target.
    """
    above = classes_above(catalog, start, include, beyond=target)
    if target not in above:
        return None
    return (above & classes_below(catalog, target, include, beyond=start)) - {start, target}


def _reached(first: str, following: Callable[[str], Iterable[str]], *, beyond: str | None) -> set[str]:
    found: set[str] = set()
    queue = [first]
    while queue:
        here = queue.pop()
        for one in following(here) if here != beyond else ():
            if one not in found:
                found.add(one)
                queue.append(one)
    return found - {first}


def preferred_order(catalog: Catalog, classes: Iterable[str]) -> list[str]:
    """Return classes with higher printed pay first, then in the order of their codes."""
    return sorted(classes, key=lambda class_id: (-_yearly_pay(catalog.classes[class_id].pay), class_id))


def _yearly_pay(pay: Pay | None) -> int:
    """Return the highest lowest pay printed, in whole cents of its largest unit; 0 if none."""
    return max((int(one.low * 100) for one in pay.ranges), default=0) if pay else 0
