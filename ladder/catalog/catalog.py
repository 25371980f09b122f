"""All classes and jurisdictions of one catalog, and how a class is found in it."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from functools import cached_property
from typing import Literal, TypeVar

from ladder.catalog.jurisdictions import Jurisdiction, RulingCondition
from ladder.catalog.peers import Level, classes_by_level, find_level_peers, find_peer_steps, level_of
from ladder.catalog.steps import Step, find_steps
from ladder.errors import UnknownClassError
from ladder.qualifications import Experience, ServiceSubstitution, service_rules_of
from ladder.records import Record, record
from ladder.requirement_references import reference_to
from ladder.sources import Source
from ladder.specification import ClassSpecification, TraineeTarget
from ladder.titles import find_near_titles, fold_title, printed_code

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


@record
class CatalogRecord(Record):
    """A whole catalog as one record: what a compiled catalog file holds."""

    format: Literal[1] = 1
    jurisdictions: tuple[Jurisdiction, ...]
    classes: tuple[ClassSpecification, ...]


class Catalog:
    """Class specifications by class id, with their jurisdictions and steps.

    The records must be free of the faults that ``catalog.faults`` finds: one class an
    id, and no requirement that names a class which is nowhere.
    """

    def __init__(self, record: CatalogRecord) -> None:
        """Keep the records by their ids."""
        self.record = record
        self.classes: Mapping[str, ClassSpecification] = {spec.class_id: spec for spec in record.classes}
        self.jurisdictions: Mapping[str, Jurisdiction] = {one.id: one for one in record.jurisdictions}

    def jurisdiction_of(self, class_id: str) -> Jurisdiction:
        """Return the jurisdiction of a class; one without a record has the defaults."""
        return self.jurisdiction(class_id.partition("/")[0])

    def jurisdiction(self, name: str) -> Jurisdiction:
        """Return the jurisdiction with this id; one without a record has the defaults."""
        return self.jurisdictions.get(name) or Jurisdiction(id=name, name=name)

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """Every step of the catalog, in the order of classes and their texts."""
        return tuple(find_steps(self.classes, self.jurisdictions))

    def steps_into(self, class_id: str, *, with_peers: bool = False) -> tuple[Step, ...]:
        """Return the steps that lead to the class; with peers, those that peers draw behind them."""
        return self._into.get(class_id, ()) + (self.peer_steps_into(class_id) if with_peers else ())

    def steps_from(self, class_id: str, *, with_peers: bool = False) -> tuple[Step, ...]:
        """Return the steps that the class leads to; with peers, those that it draws as a peer behind them."""
        return self._out_of.get(class_id, ()) + (self.peer_steps_from(class_id) if with_peers else ())

    @cached_property
    def _into(self) -> Mapping[str, tuple[Step, ...]]:
        return _grouped((step.target_class, step) for step in self.steps)

    @cached_property
    def _out_of(self) -> Mapping[str, tuple[Step, ...]]:
        return _grouped((step.feeder_class, step) for step in self.steps)

    def peers_of(self, class_id: str) -> tuple[str, ...]:
        """Return the other classes at the level of this one; none where it has no pay or is nowhere."""
        spec = self.classes.get(class_id)
        level = level_of(spec) if spec else None
        return tuple(one for one in self._levels[level] if one != class_id) if level else ()

    @cached_property
    def _levels(self) -> Mapping[Level, tuple[str, ...]]:
        return classes_by_level(self.classes)

    @cached_property
    def peer_steps(self) -> tuple[Step, ...]:
        """Every step from a peer of a class named by its level, each once; no other list of steps holds them."""
        return tuple(dict.fromkeys(find_peer_steps(self.steps, self.classes, self.peers_of)))

    def peer_steps_into(self, class_id: str) -> tuple[Step, ...]:
        """Return the steps from peers that lead to the class."""
        return self._peers_into.get(class_id, ())

    def peer_steps_from(self, class_id: str) -> tuple[Step, ...]:
        """Return the steps that the class leads to as a peer."""
        return self._peers_out_of.get(class_id, ())

    @cached_property
    def _peers_into(self) -> Mapping[str, tuple[Step, ...]]:
        return _grouped((step.target_class, step) for step in self.peer_steps)

    @cached_property
    def _peers_out_of(self) -> Mapping[str, tuple[Step, ...]]:
        return _grouped((step.feeder_class, step) for step in self.peer_steps)

    def level_peers(self, class_id: str) -> Mapping[str, frozenset[str]]:
        """Return the peers of the classes that this class's text names by their level, with those they are peers of."""
        rules = self.classes[class_id].qualifications
        return find_level_peers(rules, class_id, self.peers_of) if rules else {}

    @cached_property
    def experience_references(self) -> Mapping[str, Experience | ServiceSubstitution]:
        """Every requirement that service can count toward, as ``us-nd/0444#special``."""
        return {
            reference_to(spec.class_id, requirement): rule
            for spec in self.classes.values()
            if spec.qualifications
            for requirement, rule in service_rules_of(spec.qualifications)
        }

    @cached_property
    def rulings_for(self) -> Mapping[str, Mapping[str, RulingCondition | None]]:
        """For each requirement, the classes whose service a ruling counts, and what it shows."""
        found: dict[str, dict[str, RulingCondition | None]] = defaultdict(dict)
        for jurisdiction in self.jurisdictions.values():
            for ruling in jurisdiction.rulings:
                for reference in ruling.counts_toward:
                    found[reference][ruling.class_id] = ruling.shows
        return found

    @cached_property
    def trainee_classes_for(self) -> Mapping[str, tuple[tuple[str, TraineeTarget], ...]]:
        """For each target class, the trainee classes that name it, with what they state."""
        return _grouped(
            (target.class_id, (spec.class_id, target))
            for spec in self.classes.values()
            for target in spec.trainee_targets
        )

    @cached_property
    def classes_under(self) -> Mapping[str, tuple[tuple[str, Source], ...]]:
        """For each superior, the classes that work under it, with the passages that say so."""
        return _grouped(
            (superior.class_id, (spec.class_id, superior.source))
            for spec in self.classes.values()
            for superior in spec.superiors
        )

    def series_of(self, spec: ClassSpecification) -> frozenset[str]:
        """Return the classes of the same series, the class itself included."""
        return self._series.get((spec.jurisdiction, spec.series.name) if spec.series else ("", ""), frozenset())

    @cached_property
    def _series(self) -> Mapping[tuple[str, str], frozenset[str]]:
        named = [(spec.jurisdiction, spec.series.name, spec.class_id) for spec in self.classes.values() if spec.series]
        grouped = _grouped(((jurisdiction, name), class_id) for jurisdiction, name, class_id in named)
        return {series: frozenset(ids) for series, ids in grouped.items()}

    def find_class(self, text: str) -> ClassSpecification:
        """Return the class with this id, bare code or title.

        Codes are also taken as documents print them (``5246``, ``4952``); titles
        without case, plural and spacing.

        Raises:
            UnknownClassError: no class answers, or several do; the candidates are named.

        """
        found = self.find_classes(text)
        if len(found) == 1:
            return self.classes[found[0]]
        candidates = found or find_near_titles(text, self._suggestions)
        raise UnknownClassError(text=text, candidates=candidates, ambiguous=bool(found))

    def find_classes(self, text: str) -> tuple[str, ...]:
        """Return the ids of all classes that the id, code or title may mean."""
        text = text.strip()
        if text in self.classes:
            return (text,)
        if "/" in text:
            return self._ids.get(text.casefold(), ())
        return self._codes.get(text.casefold()) or self._titles.get(fold_title(text), ())

    @cached_property
    def _ids(self) -> Mapping[str, tuple[str, ...]]:
        return _grouped((class_id.casefold(), class_id) for class_id in self.classes)

    @cached_property
    def _codes(self) -> Mapping[str, tuple[str, ...]]:
        exact = [(code.casefold(), spec.class_id) for spec in self.classes.values() for code in _codes_of(spec)]
        short = [(printed_code(code).casefold(), class_id) for code, class_id in exact]
        return {**_grouped(short), **_grouped(exact)}

    @cached_property
    def _titles(self) -> Mapping[str, tuple[str, ...]]:
        return _grouped(
            (fold_title(title), spec.class_id) for spec in self.classes.values() for title in self._titles_of(spec)
        )

    def _titles_of(self, spec: ClassSpecification) -> Iterable[str]:
        yield spec.title
        yield from (alias.title for alias in spec.aliases if alias.title)
        for alias in self.jurisdiction_of(spec.class_id).title_aliases:
            if alias.class_id == spec.class_id:
                yield alias.title

    @cached_property
    def _suggestions(self) -> dict[str, str]:
        """What to suggest for a folded title, code or id."""
        told = {spec: f"{spec.class_id} ({spec.title})" for spec in self.classes.values()}
        named = {fold_title(name): words for spec, words in told.items() for name in (*_codes_of(spec), spec.class_id)}
        return {fold_title(spec.title): words for spec, words in told.items()} | named


def _codes_of(spec: ClassSpecification) -> Iterable[str]:
    yield spec.code or spec.slug or ""
    yield from (alias.code for alias in spec.aliases if alias.code)


def _grouped(pairs: Iterable[tuple[Key, Value]]) -> Mapping[Key, tuple[Value, ...]]:
    found: dict[Key, list[Value]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return {key: tuple(dict.fromkeys(values)) for key, values in found.items()}
