"""The steps between classes, read from the requirements alone.

A step is drawn only where a requirement's own text names the feeder class (``level``
where the text takes classes at its level besides), where a trainee class names its
target, or, marked ``inferred`` and off unless asked for, where a jurisdiction offers
one. Recorded rulings and named superiors never draw a step (docs/semantics.md, section 5). Steps
from other classes at a level are the matter of ``peers``.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from ladder.catalog.jurisdictions import Jurisdiction
from ladder.condition_codes import ConditionCode
from ladder.qualifications import (
    Certainty,
    Experience,
    Judgement,
    NamedClass,
    Programme,
    ProgrammeSubstitution,
    ServiceSubstitution,
    Standing,
)
from ladder.requirement_references import reference_to
from ladder.sources import Source
from ladder.specification import ClassSpecification, Completeness


class StepKind(StrEnum):
    """What makes a step: the clause that names the feeder class."""

    INTERNAL_QUALIFICATION = "internal_qualification"
    CLASS_SERVICE_SUBSTITUTION = "class_service_substitution"
    PROGRAMME_COMPLETION = "programme_completion"
    SPECIAL_EXPERIENCE = "special_experience"
    NAMED_EXPERIENCE = "named_experience"
    TRAINEE_TARGET = "trainee_target"


class Step(NamedTuple):
    """One step of a ladder, from a feeder class to a target class.

    ``months`` is the service that the clause asks of the feeder class, null where it
    states none; it is not the time to eligibility. ``partial`` marks a step whose
    target or feeder record was seen only in part.
    """

    feeder_class: str
    target_class: str
    kind: StepKind
    months: int | None
    source: Source
    at_most_months: int | None = None
    conditions: tuple[str, ...] = ()
    certainty: Certainty = Certainty.NAMED
    promotion: bool = False
    partial: bool = False
    requirement: str | None = None


Classes = Mapping[str, ClassSpecification]

IN_THE_TEXT = frozenset([Certainty.NAMED, Certainty.LEVEL])
"""Certainties of steps that are used and drawn without being asked for (docs/semantics.md, C20)."""


def is_used(step: Step, include: frozenset[Certainty]) -> bool:
    """Return whether the step is used: its text names the feeder class, or its certainty is asked for."""
    return step.certainty in IN_THE_TEXT or step.certainty in include


def find_steps(classes: Classes, jurisdictions: Mapping[str, Jurisdiction]) -> Iterable[Step]:
    """Yield every step: in the order of classes and their texts, inferred ones last.

    A step from a class to itself is none.
    """
    for target in classes.values():
        drawn = [*_from_requirements(target), *_from_substitutions(target), *_from_trainee_class(target)]
        yield from (complete_step(step, classes) for step in drawn if step.feeder_class != step.target_class)
    offering = {name for name, one in jurisdictions.items() if one.offers_inferred_steps}
    yield from _inferred([spec for spec in classes.values() if spec.jurisdiction in offering])


def _from_requirements(target: ClassSpecification) -> Iterable[Step]:
    for rule in target.qualifications.requirements if target.qualifications else ():
        if isinstance(rule, Experience):
            conditions = _conditions_of(target, rule)
            for named in rule.classes:
                yield _service_step(target, named, _kind_of(rule), rule.months, conditions, rule.id, rule.source)
        elif isinstance(rule, Judgement):
            for named in rule.classes:
                yield _service_step(target, named, StepKind.NAMED_EXPERIENCE, None, (rule.code,), rule.id, rule.source)
        elif isinstance(rule, Programme):
            yield _programme_step(target, rule, rule.id)


def _from_substitutions(target: ClassSpecification) -> Iterable[Step]:
    for rule in target.qualifications.substitutions if target.qualifications else ():
        if isinstance(rule, ServiceSubstitution) and rule.named is not None:
            kind, conditions = StepKind.CLASS_SERVICE_SUBSTITUTION, _standing_code(rule.standing)
            yield _service_step(target, rule.named, kind, rule.months, conditions, rule.reference, rule.source)
        elif isinstance(rule, ProgrammeSubstitution):
            yield _programme_step(target, rule, "program")


def _service_step(
    target: ClassSpecification,
    named: NamedClass,
    kind: StepKind,
    months: int | None,
    conditions: tuple[str, ...],
    requirement: str,
    source: Source,
) -> Step:
    trainee = (ConditionCode.TARGET_CLASS,) if named.target_class_required else ()
    only_for = _standing_code(named.only_for)
    return Step(
        feeder_class=named.class_id,
        target_class=target.class_id,
        kind=kind,
        months=months,
        conditions=(*only_for, *conditions, *trainee),
        certainty=named.certainty,
        requirement=reference_to(target.class_id, requirement),
        source=source,
    )


def _programme_step(target: ClassSpecification, rule: Programme | ProgrammeSubstitution, requirement: str) -> Step:
    return Step(
        feeder_class=rule.programme,
        target_class=target.class_id,
        kind=StepKind.PROGRAMME_COMPLETION,
        months=None,
        conditions=(ConditionCode.DAS_APPROVED,) if rule.approval_required else (),
        requirement=reference_to(target.class_id, requirement),
        source=rule.source,
    )


def _from_trainee_class(feeder: ClassSpecification) -> Iterable[Step]:
    for named in feeder.trainee_targets:
        yield Step(
            feeder_class=feeder.class_id,
            target_class=named.class_id,
            kind=StepKind.TRAINEE_TARGET,
            months=named.months,
            at_most_months=named.at_most_months,
            conditions=(ConditionCode.TARGET_CLASS,),
            source=named.source,
        )


def _inferred(classes: Iterable[ClassSpecification]) -> Iterable[Step]:
    """Yield a step from each grade to the next above in one occupational group and plan."""
    ladders: dict[tuple[str, ...], list[tuple[int, ClassSpecification]]] = defaultdict(list)
    for spec in classes:
        if (place := _place_in_plan(spec)) is not None:
            ladders[place[0]].append((place[1], spec))
    for rungs in ladders.values():
        for grade, target in rungs:
            below = max((lower for lower, _ in rungs if lower < grade), default=None)
            yield from (_inferred_step(feeder, target) for lower, feeder in rungs if lower == below)


def _place_in_plan(spec: ClassSpecification) -> tuple[tuple[str, ...], int] | None:
    """Return the pay plan that a class stands in within its occupational group, and its grade; None without either."""
    pay, group = spec.pay, spec.occupational_group
    if not pay or not group or pay.grade_number is None:
        return None
    return (spec.jurisdiction, group, pay.plan), pay.grade_number


def _inferred_step(feeder: ClassSpecification, target: ClassSpecification) -> Step:
    return Step(
        feeder_class=feeder.class_id,
        target_class=target.class_id,
        kind=StepKind.NAMED_EXPERIENCE,
        months=None,
        certainty=Certainty.INFERRED,
        source=target.source,
    )


def _kind_of(rule: Experience) -> StepKind:
    if rule.standing is Standing.INTERNAL:
        return StepKind.INTERNAL_QUALIFICATION
    return StepKind.SPECIAL_EXPERIENCE if rule.within or rule.additional_to else StepKind.NAMED_EXPERIENCE


def _conditions_of(target: ClassSpecification, rule: Experience) -> tuple[str, ...]:
    equivalent = (ConditionCode.EQUIVALENT,) if rule.or_equivalent else ()
    shown = tuple(condition.code for condition in target.conditions if condition.code == ConditionCode.SELECTION)
    return (*_standing_code(rule.standing), *equivalent, *_lead_beside(target, rule), *shown)


def _lead_beside(target: ClassSpecification, rule: Experience) -> tuple[str, ...]:
    """Return LEAD where a route asks this requirement together with lead duty."""
    rules = target.qualifications
    together = {name for route in rules.routes if rule.id in route.requires for name in route.requires} if rules else ()
    return (ConditionCode.LEAD,) if any(other.lead and other.id in together for other in target.experience()) else ()


def _standing_code(standing: Standing | None) -> tuple[str, ...]:
    return (standing.name,) if standing else ()


def complete_step(step: Step, classes: Classes) -> Step:
    """Return the step with what only both records together tell: promotion, and a record seen in part."""
    feeder, target = classes.get(step.feeder_class), classes.get(step.target_class)
    if feeder is None or target is None:
        return step
    partial = Completeness.PARTIAL in (feeder.completeness, target.completeness)
    return step._replace(promotion=_climbs(feeder, target), partial=partial)


def _climbs(feeder: ClassSpecification, target: ClassSpecification) -> bool:
    if not (feeder.series and target.series and feeder.jurisdiction == target.jurisdiction):
        return False
    return feeder.series.name == target.series.name and feeder.series.rank < target.series.rank
