"""A class merged into another: every text that names it means the other, which keeps its own rules."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from ladder.catalog.catalog import CatalogRecord
from ladder.catalog.jurisdictions import Jurisdiction
from ladder.qualifications import (
    Experience,
    Judgement,
    NamedClass,
    Programme,
    ProgrammeSubstitution,
    Qualifications,
    Requirement,
    ServiceSubstitution,
    Substitution,
)
from ladder.requirement_references import class_referred_to
from ladder.revisions.differences import substitution_name
from ladder.revisions.proposals import MergeClass
from ladder.specification import Alias, ClassSpecification, Superior, TraineeTarget

Naming = TypeVar("Naming", NamedClass, TraineeTarget, Superior)
Names = Mapping[str, str]
"""What classes are called from now on."""


def merged(record: CatalogRecord, change: MergeClass) -> CatalogRecord:
    """Return the record without the class, whose title and code the other class bears as well."""
    gone = next(spec for spec in record.classes if spec.class_id == change.class_text)
    names = {change.class_text: change.into}
    classes = (_renamed(spec, names) for spec in record.classes if spec is not gone)
    found = tuple(_with_alias(spec, gone) if spec.class_id == change.into else spec for spec in classes)
    places = (without_rulings_on(one, change.class_text) for one in record.jurisdictions)
    return replace(record, classes=found, jurisdictions=tuple(_place_renamed(one, names) for one in places))


def _with_alias(spec: ClassSpecification, gone: ClassSpecification) -> ClassSpecification:
    alias = Alias(code=gone.code, title=gone.title, note="merged into this class", source=gone.source)
    return replace(spec, aliases=(*spec.aliases, alias))


def _renamed(spec: ClassSpecification, names: Names) -> ClassSpecification:
    rules = spec.qualifications
    targets = (replace(one, class_id=names.get(one.class_id, one.class_id)) for one in spec.trainee_targets)
    superiors = (replace(one, class_id=names.get(one.class_id, one.class_id)) for one in spec.superiors)
    return replace(
        spec,
        qualifications=_rules_renamed(rules, names) if rules else None,
        trainee_targets=tuple(_first_of(targets)),
        superiors=tuple(_first_of(superiors)),
    )


def _first_of(named: Iterable[Naming]) -> Iterator[Naming]:
    """Yield each that names another class."""
    seen: set[str] = set()
    for one in named:
        if one.class_id not in seen:
            seen.add(one.class_id)
            yield one


def _rules_renamed(rules: Qualifications, names: Names) -> Qualifications:
    return replace(
        rules,
        requirements=tuple(_requirement_renamed(rule, names) for rule in rules.requirements),
        substitutions=tuple(_first_to_stand(_substitution_renamed(rule, names) for rule in rules.substitutions)),
    )


def _first_to_stand(rules: Iterable[Substitution]) -> Iterator[Substitution]:
    """Yield each but service in the same class that stands for the same requirement again: the first holds."""
    seen: set[tuple[str, str]] = set()
    for one in rules:
        key = substitution_name(one), one.stands_for
        if one.kind != "service" or key not in seen:
            seen.add(key)
            yield one


def _requirement_renamed(rule: Requirement, names: Names) -> Requirement:
    if isinstance(rule, Experience | Judgement):
        return replace(rule, classes=tuple(_first_of(_named(one, names) for one in rule.classes)))
    return replace(rule, programme=names.get(rule.programme, rule.programme)) if isinstance(rule, Programme) else rule


def _named(one: NamedClass, names: Names) -> NamedClass:
    return replace(one, class_id=names[one.class_id]) if one.class_id in names else one


def _substitution_renamed(rule: Substitution, names: Names) -> Substitution:
    if isinstance(rule, ServiceSubstitution) and rule.named:
        return replace(rule, named=_named(rule.named, names))
    if isinstance(rule, ProgrammeSubstitution):
        return replace(rule, programme=names.get(rule.programme, rule.programme))
    return rule


def _place_renamed(place: Jurisdiction, names: Names) -> Jurisdiction:
    rulings = tuple(replace(one, class_id=names.get(one.class_id, one.class_id)) for one in place.rulings)
    aliases = tuple(replace(one, class_id=names.get(one.class_id, one.class_id)) for one in place.title_aliases)
    return replace(place, rulings=rulings, title_aliases=aliases)


def without_rulings_on(place: Jurisdiction, class_id: str) -> Jurisdiction:
    """Return the jurisdiction whose rulings say nothing of the requirements of a class."""
    kept = (
        (one, tuple(name for name in one.counts_toward if class_referred_to(name) != class_id)) for one in place.rulings
    )
    return replace(place, rulings=tuple(replace(one, counts_toward=names) for one, names in kept if names))
