"""Classes at the level of another, and the steps from them.

A text that asks for service "as an X or in a class at that level" names X; other classes
of that level are its peers: same jurisdiction, same pay plan, same grade. Whether their
service counts a person decides, so a step from a peer is used only where it is asked for
(docs/semantics.md, C20).
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from ladder.catalog.steps import Classes, Step, complete_step
from ladder.condition_codes import ConditionCode
from ladder.qualifications import Certainty, NamedClass, Qualifications, ServiceSubstitution
from ladder.specification import ClassSpecification

Level = tuple[str, str, str]
"""Jurisdiction, pay plan and grade."""

PeersOf = Callable[[str], tuple[str, ...]]
"""The peers of a class, in the order of the catalog."""


def level_of(spec: ClassSpecification) -> Level | None:
    """Return the level of a class; None where no pay, or none with a grade, is printed."""
    pay = spec.pay
    return (spec.jurisdiction, pay.plan, pay.grade) if pay and pay.is_graded else None


def classes_by_level(classes: Classes) -> Mapping[Level, tuple[str, ...]]:
    """Return the classes of each level, in the order of the catalog."""
    found: dict[Level, list[str]] = defaultdict(list)
    for class_id, spec in classes.items():
        if (level := level_of(spec)) is not None:
            found[level].append(class_id)
    return {level: tuple(ids) for level, ids in found.items()}


def find_peer_steps(steps: Iterable[Step], classes: Classes, peers_of: PeersOf) -> Iterator[Step]:
    """Yield a step from each peer of a class that a text names by its level, in the order of the steps.

    A peer that the same requirement names itself has its own step. Several classes named
    at one level may yield the same step more than once.
    """
    steps = tuple(steps)
    named = {(step.feeder_class, step.target_class, step.requirement) for step in steps}
    for step in steps:
        for peer in peers_of(step.feeder_class) if step.certainty is Certainty.LEVEL else ():
            if peer != step.target_class and (peer, step.target_class, step.requirement) not in named:
                yield complete_step(_from_peer(step, peer), classes)


def _from_peer(step: Step, peer: str) -> Step:
    conditions = tuple(dict.fromkeys((*step.conditions, ConditionCode.EQUIVALENT)))
    return step._replace(feeder_class=peer, certainty=Certainty.PEER, conditions=conditions)


def find_level_peers(rules: Qualifications, class_id: str, peers_of: PeersOf) -> Mapping[str, frozenset[str]]:
    """Return the peers of the classes that a class's text names by their level, each with those it is a peer of."""
    found: dict[str, set[str]] = defaultdict(set)
    for named in _classes_named(rules):
        for peer in _peers_named(named, peers_of):
            if peer != class_id:
                found[peer].add(named.class_id)
    return {peer: frozenset(levels) for peer, levels in found.items()}


def _peers_named(named: NamedClass, peers_of: PeersOf) -> tuple[str, ...]:
    """Return the peers of a class named by its level; a class that the record itself calls a peer is one."""
    if named.certainty is Certainty.LEVEL:
        return peers_of(named.class_id)
    return (named.class_id,) if named.certainty is Certainty.PEER else ()


def _classes_named(rules: Qualifications) -> Iterator[NamedClass]:
    for requirement in rules.requirements:
        if requirement.kind == "experience":
            yield from requirement.classes
    yield from (one.named for one in rules.substitutions if isinstance(one, ServiceSubstitution) and one.named)
