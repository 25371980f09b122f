"""Which classes are shown together: a series, an occupational group, or a ladder of its own.

A catalog of hundreds of classes is never one drawing: each group is one view that a
person can read.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ladder.catalog.catalog import Catalog
from ladder.catalog.steps import Classes, Step
from ladder.specification import ClassSpecification
from ladder.telling.messages import say

MOST_CLASSES = 120
"""Classes that one view can hold and still be read."""

MOST_WITH_OUTSIDE = 48
"""Classes of a view up to which those of other groups, one step away, are drawn besides."""

_UNNAMED = "\0"
"""What begins the heading of a ladder that no document names, until all its classes are known."""


_NUMBERED = re.compile(r"\([0-9]+\)-")
"""The number that some documents print before the name of a group."""


def words_of_group(heading: str) -> str:
    """Return the name of a group without the number that some documents print before it.

    >>> words_of_group("(27)-Personnel")
    'Personnel'
    """
    return _NUMBERED.sub("", heading)


def unjoined() -> str:
    """Return the heading of classes that no step touches."""
    return say("group.unjoined")


@dataclass(frozen=True, slots=True)
class ClassGroup:
    """The classes of one view, lowest first, all of one jurisdiction.

    ``outside`` are classes of other groups that a step joins to these; it is empty
    where there are too many to be drawn, and ``not_drawn`` counts them.
    """

    heading: str
    jurisdiction: str
    classes: tuple[str, ...]
    outside: tuple[str, ...] = ()
    not_drawn: int = 0


def group_classes(catalog: Catalog, steps: Sequence[Step]) -> tuple[ClassGroup, ...]:
    """Return every class in exactly one group, in order of jurisdiction and heading.

    A class goes with its series, else its occupational group, else the group that most
    of its steps lead to; what is left makes ladders of its own, and classes that no
    step touches stand together, last. A group of more than 120 classes is cut in parts.
    """
    neighbours = _neighbours(steps)
    headings = _headings(catalog.classes, neighbours)
    heights = _heights(catalog.classes, steps)
    members: dict[tuple[str, bool, str], list[ClassSpecification]] = defaultdict(list)
    for class_id, heading in headings.items():
        spec = catalog.classes[class_id]
        members[spec.jurisdiction, heading == unjoined(), heading].append(spec)
    named = []
    for (jurisdiction, is_alone, heading), specs in members.items():
        ordered = sorted(specs, key=lambda spec: (*heights[spec.class_id], spec.title, spec.class_id))
        named.append((jurisdiction, is_alone, _name_ladder(heading, ordered), heading, ordered))
    return tuple(
        _group(told, jurisdiction, part, neighbours)
        for jurisdiction, _, heading, _, ordered in sorted(named, key=lambda one: one[:4])
        for told, part in _parts(heading, ordered)
    )


def headings_of(groups: Iterable[ClassGroup]) -> Mapping[str, str]:
    """Return what each class is grouped under."""
    return {class_id: one.heading for one in groups for class_id in one.classes}


def _name_ladder(heading: str, ordered: Sequence[ClassSpecification]) -> str:
    """Return the heading; a ladder that no document names is called by its lowest and its highest class."""
    if not heading.startswith(_UNNAMED):
        return heading
    low, high = ordered[0].title, ordered[-1].title
    return low if low == high else say("group.ladder", low=low, high=high)


def _neighbours(steps: Iterable[Step]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for step in steps:
        found[step.feeder_class].append(step.target_class)
        found[step.target_class].append(step.feeder_class)
    return {class_id: tuple(dict.fromkeys(others)) for class_id, others in found.items()}


def _headings(classes: Classes, neighbours: Mapping[str, tuple[str, ...]]) -> Mapping[str, str]:
    """Return the heading of every class, in the catalog's order."""
    headings = {spec.class_id: _own_heading(spec) for spec in classes.values()}
    waiting = [class_id for class_id, heading in headings.items() if not heading and class_id in neighbours]
    while waiting:
        told = _headings_nearby(waiting, headings, neighbours)
        if not told:
            first = classes[waiting[0]]
            told = {first.class_id: f"{_UNNAMED}{first.class_id}"}
        headings |= told
        waiting = [class_id for class_id in waiting if class_id not in told]
    return {class_id: heading or unjoined() for class_id, heading in headings.items()}


def _own_heading(spec: ClassSpecification) -> str:
    return spec.series.name if spec.series else spec.occupational_group or ""


def _heading_nearby(class_id: str, headings: Mapping[str, str], neighbours: Mapping[str, tuple[str, ...]]) -> str:
    """Return the heading that most neighbours in the same jurisdiction have; none if none has one."""
    home = class_id.partition("/")[0]
    found = Counter(headings[one] for one in neighbours[class_id] if one.partition("/")[0] == home and headings[one])
    return min(found, key=lambda heading: (-found[heading], heading), default="")


def _heights(classes: Classes, steps: Iterable[Step]) -> Mapping[str, tuple[str, int]]:
    """Return what orders classes from the lowest up: rank in the series, else the steps below."""
    below: dict[str, set[str]] = defaultdict(set)
    for step in steps:
        below[step.target_class].add(step.feeder_class)
    return {
        spec.class_id: (spec.series.name, spec.series.rank) if spec.series else ("", _depth(spec.class_id, below))
        for spec in classes.values()
    }


def _depth(class_id: str, below: Mapping[str, set[str]]) -> int:
    """Return how many classes lie below on any ladder."""
    seen, waiting = {class_id}, [class_id]
    while waiting:
        fresh = below.get(waiting.pop(), set()) - seen
        seen |= fresh
        waiting += fresh
    return len(seen) - 1


def _parts(heading: str, specs: Sequence[ClassSpecification]) -> Iterator[tuple[str, Sequence[ClassSpecification]]]:
    """Yield the group whole, or in parts of one size that a person can read."""
    count = -(-len(specs) // MOST_CLASSES)
    for part in range(count):
        own = specs[len(specs) * part // count : len(specs) * (part + 1) // count]
        yield heading if count == 1 else _name_part(heading, own, part + 1, count), own


def _name_part(heading: str, own: Sequence[ClassSpecification], part: int, count: int) -> str:
    """Return the name of a part: by its first and last title where those are in order, else by its number."""
    if heading != unjoined():
        return say("group.part", heading=heading, part=part, count=count)
    titles = own[0].title, own[-1].title
    first, last = (one.partition(" ")[0] for one in titles)
    if first == last:
        first, last = titles
    return say("group.letters", heading=heading, first=first, last=last)


def _group(
    heading: str, jurisdiction: str, specs: Sequence[ClassSpecification], neighbours: Mapping[str, tuple[str, ...]]
) -> ClassGroup:
    own = dict.fromkeys(spec.class_id for spec in specs)
    around = dict.fromkeys(other for class_id in own for other in neighbours.get(class_id, ()) if other not in own)
    fits = len(own) + len(around) <= MOST_WITH_OUTSIDE
    return ClassGroup(heading, jurisdiction, tuple(own), tuple(around) if fits else (), 0 if fits else len(around))


def _headings_nearby(
    waiting: Iterable[str], headings: Mapping[str, str], neighbours: Mapping[str, tuple[str, ...]]
) -> dict[str, str]:
    near = {class_id: _heading_nearby(class_id, headings, neighbours) for class_id in waiting}
    return {class_id: heading for class_id, heading in near.items() if heading}
