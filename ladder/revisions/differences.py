"""What differs between two catalogs: class by class, part by part, where each was printed."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any, NamedTuple

from ladder.catalog.catalog import Catalog
from ladder.paths.ladders import NO_OTHERS, classes_above, classes_below
from ladder.qualifications import Substitution
from ladder.records import Record, tree_of
from ladder.sources import Source
from ladder.specification import ClassSpecification


class PartKind(StrEnum):
    """The parts of a specification that are compared, in the order in which they are told."""

    CLASS = "class"
    TITLE = "title"
    DATE = "date"
    PAY = "pay"
    SERIES = "series"
    RECORD = "record"
    REQUIREMENT = "requirement"
    ROUTE = "route"
    SUBSTITUTION = "substitution"
    EARLY_FILING = "early_filing"
    CONDITION = "condition"
    TRAINEE = "trainee"
    OTHER = "other"


_RULES = frozenset(
    {PartKind.CLASS, PartKind.REQUIREMENT, PartKind.ROUTE, PartKind.SUBSTITUTION, PartKind.TRAINEE, PartKind.RECORD}
)
"""Parts that ladders hang on."""
_ORDER = {kind: place for place, kind in enumerate(PartKind)}


class PartOf(NamedTuple):
    """One part of a specification: its kind, its name among those, what it says, and where."""

    kind: PartKind
    name: str
    value: object
    source: Source

    @property
    def key(self) -> tuple[PartKind, str]:
        """What the part is told apart by."""
        return self.kind, self.name


class Difference(NamedTuple):
    """A part of a class that two catalogs do not have alike, as it was before and after; None where it is not there.

    ``ladders`` counts the pairs of classes that a ladder through the class joins, before or
    after, None where none hangs on the part.
    """

    class_id: str
    kind: PartKind
    name: str
    before: PartOf | None
    after: PartOf | None
    ladders: int | None

    @property
    def source(self) -> Source:
        """Where the part is printed now, or was before."""
        part = self.after or self.before
        assert part is not None  # noqa: S101 - a difference has one of the two
        return part.source


Parts = Mapping[tuple[PartKind, str], PartOf]


class Compared(NamedTuple):
    """Two catalogs, the earlier first."""

    before: Catalog
    after: Catalog

    def differences(self) -> tuple[Difference, ...]:
        """Return what differs, by class in the order of ids; catalogs alike give nothing."""
        classes = sorted({**self.before.classes, **self.after.classes})
        return tuple(one for class_id in classes for one in self._of_class(class_id))

    def _of_class(self, class_id: str) -> Iterator[Difference]:
        one, other = self.before.classes.get(class_id), self.after.classes.get(class_id)
        if one == other:
            return
        before, after = _comparable(one, other)
        ladders = self._ladders(class_id)
        for key in sorted({**before, **after}, key=lambda key: _ORDER[key[0]]):
            pair = before.get(key), after.get(key)
            if _differ(*pair):
                yield Difference(class_id, *key, *pair, ladders if key[0] in _RULES else None)

    def _ladders(self, class_id: str) -> int:
        """Return how many pairs of classes a ladder into the class, and on from it, joins, in either catalog."""
        pairs: set[tuple[str, str]] = set()
        for catalog in self:
            if class_id in catalog.classes:
                below = classes_below(catalog, class_id, NO_OTHERS)
                above = {class_id, *classes_above(catalog, class_id, NO_OTHERS)}
                pairs |= {(one, other) for one in below for other in above if one != other}
        return len(pairs)


def _comparable(one: ClassSpecification | None, other: ClassSpecification | None) -> tuple[Parts, Parts]:
    """Return the parts of a class before and after; of one that is not there, or only named, the class alone."""
    before, after = _parts_by_key(one), _parts_by_key(other)
    if one is None or other is None:
        return _of_kind(before, PartKind.CLASS), _of_kind(after, PartKind.CLASS)
    if one.qualifications is None or other.qualifications is None:
        return _of_kind(before, PartKind.RECORD), _of_kind(after, PartKind.RECORD)
    return before, after


def _of_kind(parts: Parts, kind: PartKind) -> Parts:
    return {key: part for key, part in parts.items() if key[0] is kind}


def _differ(one: PartOf | None, other: PartOf | None) -> bool:
    return one is None or other is None or _told(one.value) != _told(other.value)


def _told(value: object) -> object:
    """Return what a part says, wherever it was printed."""
    if isinstance(value, tuple):
        return tuple(map(_told, value))
    return _without_sources(tree_of(value)) if isinstance(value, Record) else value


def _without_sources(tree: Any) -> Any:  # noqa: ANN401 - plain values of a record
    if isinstance(tree, dict):
        return {key: _without_sources(value) for key, value in tree.items() if key != "source"}
    return [_without_sources(one) for one in tree] if isinstance(tree, list) else tree


def _parts_by_key(spec: ClassSpecification | None) -> Parts:
    return {one.key: one for one in _parts(spec)} if spec else {}


def _parts(spec: ClassSpecification) -> Iterator[PartOf]:
    """Yield all that is compared of a class."""
    yield PartOf(PartKind.CLASS, "", spec.class_id, spec.source)
    yield PartOf(PartKind.TITLE, "", spec.title, spec.source)
    yield PartOf(PartKind.DATE, "", spec.revision, spec.dates.source or spec.source)
    yield PartOf(PartKind.RECORD, "", spec.completeness.value, spec.source)
    if spec.pay:
        yield PartOf(PartKind.PAY, "", spec.pay, spec.pay.source)
    if spec.series:
        yield PartOf(PartKind.SERIES, "", spec.series, spec.source)
    yield from _rules(spec)
    yield from _besides(spec)


def _rules(spec: ClassSpecification) -> Iterator[PartOf]:
    rules = spec.qualifications
    for rule in rules.requirements if rules else ():
        yield PartOf(PartKind.REQUIREMENT, rule.id, rule, rule.source)
    for route in rules.routes if rules else ():
        yield PartOf(PartKind.ROUTE, route.id, route, spec.source)
    count: dict[str, int] = {}
    for substitution in rules.substitutions if rules else ():
        name = substitution_name(substitution)
        count[name] = count.get(name, 0) + 1
        name = name if count[name] == 1 else f"{name}:{count[name]}"
        yield PartOf(PartKind.SUBSTITUTION, name, substitution, substitution.source)


def substitution_name(rule: Substitution) -> str:
    """Return what a substitution is called: ``sub:us-ct/office-assistant``, ``program``, ``study``, ``degree:law``."""
    match rule.kind:
        case "service":
            return rule.reference
        case "programme":
            return "program"
        case "degree":
            return f"degree:{rule.degree.value}"
        case _:
            return "study"


def _besides(spec: ClassSpecification) -> Iterator[PartOf]:
    if spec.early_filing:
        yield PartOf(PartKind.EARLY_FILING, "", spec.early_filing, spec.early_filing.source)
    for condition in spec.conditions:
        yield PartOf(PartKind.CONDITION, condition.code, condition, condition.source)
    for target in spec.trainee_targets:
        yield PartOf(PartKind.TRAINEE, target.class_id, target, target.source)
    others = {
        "bargaining_unit": spec.bargaining_unit,
        "occupational_group": spec.occupational_group,
        "designation": spec.designation,
        "aliases": spec.aliases,
        "superiors": tuple(one.class_id for one in spec.superiors),
        "notes": spec.notes,
    }
    yield from (PartOf(PartKind.OTHER, name, value, spec.source) for name, value in others.items() if value)
