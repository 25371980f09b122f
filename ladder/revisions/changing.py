"""A catalog changed, as an edit of its files would: a new catalog, the old one untouched."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from ladder.catalog.catalog import Catalog, CatalogRecord
from ladder.catalog.jurisdictions import Jurisdiction
from ladder.catalog.mentions import find_mentions
from ladder.errors import BadCallError
from ladder.qualifications import (
    Experience,
    NamedClass,
    ProgrammeSubstitution,
    Qualifications,
    Requirement,
    Route,
    ServiceSubstitution,
    Substitution,
)
from ladder.records import RecordRefusedError, checked
from ladder.requirement_references import class_referred_to, requirement_referred_to
from ladder.revisions.differences import substitution_name
from ladder.revisions.merging import merged, without_rulings_on
from ladder.revisions.proposals import (
    AbolishClass,
    AddClass,
    AddSubstitution,
    Change,
    MergeClass,
    SetMonths,
    TakeOut,
)
from ladder.specification import ClassSpecification, Completeness

ABOLISHED = "abolished"
"""The requirement of an abolished class that nobody meets: service in the class itself."""
Edit = Callable[[ClassSpecification], ClassSpecification]


def changed(changes: Iterable[Change], catalog: Catalog) -> Catalog:
    """Return the catalog after the changes, one after the other; ``changes`` name classes by their ids.

    Raises:
        BadCallError: a change cannot be made, or a class would hold together no more.

    """
    record = catalog.record
    for one in changes:
        record = _after(record, one)
    return catalog if record is catalog.record else Catalog(record)


def _after(record: CatalogRecord, change: Change) -> CatalogRecord:
    match change:
        case SetMonths():
            return _edited(record, class_referred_to(change.requirement), lambda spec: _with_months(spec, change))
        case TakeOut():
            return _without(record, change)
        case AddSubstitution():
            return _edited(record, change.class_text, lambda spec: _substituted(spec, change.substitution))
        case MergeClass():
            return merged(record, change)
        case AbolishClass():
            return _abolished(record, change.class_text)
    return _added(record, change)


def _edited(record: CatalogRecord, class_id: str, edit: Edit) -> CatalogRecord:
    """Return the record with one class edited, if it still holds together."""
    return replace(
        record, classes=tuple(_sound(edit(one)) if one.class_id == class_id else one for one in record.classes)
    )


def _sound(spec: ClassSpecification) -> ClassSpecification:
    try:
        return checked(spec)
    except RecordRefusedError as error:
        what = f"{spec.title} ({spec.class_id}) would not hold together: {error}"
        raise BadCallError(what=what, try_this="change what depends on it first") from None


def _rules_of(spec: ClassSpecification) -> Qualifications:
    if spec.qualifications is None:
        what = f"the rules of {spec.title} ({spec.class_id}) are not in the data"
        raise BadCallError(what=what, try_this="change a class that has rules")
    return spec.qualifications


# ------------------------------------------------------------------ months


def _with_months(spec: ClassSpecification, change: SetMonths) -> ClassSpecification:
    rules, name = _rules_of(spec), requirement_referred_to(change.requirement)
    requirements = tuple(_asking(one, change) if one.id == name else one for one in rules.requirements)
    counting = tuple(_standing(one, change) if substitution_name(one) == name else one for one in rules.substitutions)
    return replace(spec, qualifications=replace(rules, requirements=requirements, substitutions=counting))


def _asking(rule: Requirement, change: SetMonths) -> Requirement:
    if not isinstance(rule, Experience):
        what = f"{change.requirement} asks no months"
        raise BadCallError(what=what, try_this=f"take it out instead: --drop {change.requirement}")
    return replace(rule, months=change.months)


def _standing(rule: Substitution, change: SetMonths) -> Substitution:
    """Return a substitution that takes another number of months: of service in place of all, or at most so many."""
    if isinstance(rule, ProgrammeSubstitution):
        raise BadCallError(what=f"{change.requirement} has no months", try_this="take it out instead")
    if isinstance(rule, ServiceSubstitution) and rule.at_most_months is None:
        return replace(rule, months=change.months)
    if rule.kind == "degree":
        return replace(rule, months=change.months)
    return replace(rule, at_most_months=change.months)


# ------------------------------------------------------------------ taken out


def _without(record: CatalogRecord, change: TakeOut) -> CatalogRecord:
    class_id, name = class_referred_to(change.requirement), requirement_referred_to(change.requirement)
    found = _edited(record, class_id, lambda spec: replace(spec, qualifications=_rules_without(_rules_of(spec), name)))
    kept = {rule.id for spec in found.classes if spec.class_id == class_id for rule in _rules_of(spec).requirements}
    if name in kept:
        return found
    return replace(found, jurisdictions=tuple(_without_rulings(one, change.requirement) for one in found.jurisdictions))


def _rules_without(rules: Qualifications, name: str) -> Qualifications:
    """Return the rules without a requirement, or without what counts instead of one.

    Where it is all that a way asks, it stays as a requirement of no month, which everybody meets.
    """
    if name not in {rule.id for rule in rules.requirements}:
        return replace(rules, substitutions=tuple(one for one in rules.substitutions if substitution_name(one) != name))
    rules = replace(rules, substitutions=tuple(one for one in rules.substitutions if one.stands_for != name))
    if any(set(route.requires) == {name} for route in rules.routes):
        asked = tuple(_of_no_month(rule) if rule.id == name else rule for rule in rules.requirements)
        return replace(rules, requirements=asked)
    return _taken_out(rules, name)


def _taken_out(rules: Qualifications, name: str) -> Qualifications:
    left = tuple(_apart_from(rule, name) for rule in rules.requirements if rule.id != name)
    return replace(rules, requirements=left, routes=tuple(_route_without(route, name) for route in rules.routes))


def _of_no_month(rule: Requirement) -> Requirement:
    return Experience(id=rule.id, months=0, what=rule.what, source=rule.source)


def _apart_from(rule: Requirement, name: str) -> Requirement:
    """Return a requirement that is no part of the one taken out, nor added to it, nor after it."""
    if not isinstance(rule, Experience):
        return rule
    within, added, after = (None if one == name else one for one in (rule.within, rule.additional_to, rule.after))
    return replace(rule, within=within, additional_to=added, after=after)


def _route_without(route: Route, name: str) -> Route:
    return replace(route, requires=tuple(one for one in route.requires if one != name))


def _without_rulings(place: Jurisdiction, reference: str) -> Jurisdiction:
    """Return the jurisdiction whose rulings say nothing of the requirement."""
    kept = ((one, tuple(name for name in one.counts_toward if name != reference)) for one in place.rulings)
    return replace(place, rulings=tuple(replace(one, counts_toward=names) for one, names in kept if names))


# ------------------------------------------------------------------ substitutions, classes


def _substituted(spec: ClassSpecification, rule: Substitution) -> ClassSpecification:
    rules, name = _rules_of(spec), (substitution_name(rule), rule.stands_for)
    others = tuple(one for one in rules.substitutions if (substitution_name(one), one.stands_for) != name)
    return replace(spec, qualifications=replace(rules, substitutions=(*others, rule)))


def _added(record: CatalogRecord, change: AddClass) -> CatalogRecord:
    known = {spec.class_id for spec in record.classes} | {change.record.class_id}
    missing = sorted({one.class_id for one in find_mentions(change.record)} - known)
    if missing:
        what = f"the new class {change.record.class_id} names classes that are nowhere: {', '.join(missing)}"
        raise BadCallError(what=what, try_this="name classes of the catalog, or add those first")
    classes = sorted((*record.classes, change.record), key=lambda spec: spec.class_id)
    return replace(record, classes=tuple(classes))


def _abolished(record: CatalogRecord, class_id: str) -> CatalogRecord:
    """Return the record in which nobody enters the class: it asks for service in itself, and nobody trains for it."""
    classes = tuple(
        _closed(spec) if spec.class_id == class_id else _not_training_for(spec, class_id) for spec in record.classes
    )
    found = replace(record, classes=classes)
    return replace(found, jurisdictions=tuple(without_rulings_on(one, class_id) for one in found.jurisdictions))


def is_abolished(spec: ClassSpecification) -> bool:
    """Return whether the class is one that a change has abolished."""
    rules = spec.qualifications
    return rules is not None and rules.routes[0].id == ABOLISHED


def _closed(spec: ClassSpecification) -> ClassSpecification:
    asked = Experience(
        id=ABOLISHED,
        months=1,
        what="Service in the class, which is abolished",
        classes=(NamedClass(class_id=spec.class_id),),
        source=spec.source,
    )
    rules = Qualifications(requirements=(asked,), routes=(Route(id=ABOLISHED, requires=(ABOLISHED,)),))
    return replace(spec, completeness=Completeness.WHOLE, qualifications=rules, early_filing=None, is_programme=False)


def _not_training_for(spec: ClassSpecification, class_id: str) -> ClassSpecification:
    if all(one.class_id != class_id for one in spec.trainee_targets):
        return spec
    return replace(spec, trainee_targets=tuple(one for one in spec.trainee_targets if one.class_id != class_id))
