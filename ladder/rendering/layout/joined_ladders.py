"""Which classes are drawn together: those that steps or a series join, jurisdiction by jurisdiction."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ladder.rendering.layout.rows import Ends
from ladder.specification import ClassSpecification


@dataclass(frozen=True, slots=True)
class LadderClasses:
    """Classes joined by steps or by their series, in the catalog's order."""

    jurisdiction: str
    classes: tuple[ClassSpecification, ...]


def split_ladders(classes: Sequence[ClassSpecification], steps: Iterable[Ends]) -> tuple[LadderClasses, ...]:
    """Return the ladders: by jurisdiction, larger ones first, a class alone as a ladder of one."""
    leader = {spec.class_id: spec.class_id for spec in classes}
    for one, other in [*steps, *series_links(classes)]:
        leader[_leader_of(other, leader)] = _leader_of(one, leader)
    members: dict[str, list[ClassSpecification]] = defaultdict(list)
    for spec in classes:
        members[_leader_of(spec.class_id, leader)].append(spec)
    ladders = [LadderClasses(min(spec.jurisdiction for spec in group), tuple(group)) for group in members.values()]
    return tuple(sorted(ladders, key=lambda one: (one.jurisdiction, -len(one.classes), one.classes[0].class_id)))


def series_links(classes: Iterable[ClassSpecification]) -> list[Ends]:
    """Return pairs of classes that follow each other in their series, lower rank first."""
    series: dict[tuple[str, str], list[tuple[int, str]]] = defaultdict(list)
    for spec in classes:
        if spec.series:
            series[spec.jurisdiction, spec.series.name].append((spec.series.rank, spec.class_id))
    ordered = [[class_id for _, class_id in sorted(ranks)] for ranks in series.values()]
    return [pair for ids in ordered for pair in pairwise(ids)]


def _leader_of(class_id: str, leader: dict[str, str]) -> str:
    while leader[class_id] != class_id:
        leader[class_id] = leader[leader[class_id]]
        class_id = leader[class_id]
    return class_id
