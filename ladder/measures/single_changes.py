"""What one single change would save toward one class: each worked out anew by the engine, never added up."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from ladder.eligibility.answer_conditions import Condition, Effect
from ladder.eligibility.answers import Assessment
from ladder.eligibility.cases import Case
from ladder.eligibility.hours import counted_hours, hours_at, hours_held
from ladder.eligibility.matching import Candidacy
from ladder.eligibility.plans import PlanKind
from ladder.histories import DegreeHeld
from ladder.paths.asking import OneClass, Question, answer
from ladder.paths.ladders import classes_between, steps_back
from ladder.paths.next_classes import classes_held
from ladder.paths.starts import start_in
from ladder.qualifications import (
    DegreeLevel,
    DegreeSubstitution,
    Education,
    Qualifications,
    StudySubstitution,
)

STUDY_A_YEAR = 12
"""Semester hours a year that the change to more study stands for."""

MOST_FEEDERS = 6
"""Feeder classes of the target that moving to is worked out for."""


class ChangeKind(StrEnum):
    """What a person does, or has confirmed."""

    CONFIRMED = "confirmed"
    """A condition is confirmed."""
    LEAD_DUTIES = "lead_duties"
    """All work to come carries lead duties."""
    DEGREE = "degree"
    """A degree is held in the as-of month."""
    STUDY_BLOCK = "study_block"
    """So many more semester hours are done in the as-of month, which completes the next block."""
    STUDY_A_YEAR = "study_a_year"
    """So many more semester hours a year are studied beside the rest."""
    STAY = "stay"
    """The present job goes on."""
    CLIMB = "climb"
    """The quickest ladder is climbed instead of staying."""
    MOVE = "move"
    """A feeder class is entered as soon as it is open."""
    HOLD = "hold"
    """A feeder class whose entry is not in the data is held from the as-of month on."""


class Deed(NamedTuple):
    """What is changed, and by how much: the field that its kind speaks of is set."""

    kind: ChangeKind
    condition: Condition | None = None
    degree: DegreeHeld | None = None
    semester_hours: Fraction | None = None
    class_id: str = ""


class SingleChange(NamedTuple):
    """One thing that a person can do or have confirmed, and the answer were it so.

    ``leans_on`` are codes of conditions that the answer without the change does not show.
    """

    what: Deed
    answer: Assessment
    leans_on: tuple[str, ...] = ()

    def saves(self, base: Assessment) -> bool:
        """Return whether the change brings the month nearer, or gives one where there is none."""
        if self.answer.months is None:
            return False
        return base.months is None or self.answer.months < base.months


class SingleChanges(NamedTuple):
    """The answer without any change, and every change looked at, the most useful first.

    ``feeders_left_out`` are feeder classes of the target that were not worked out.
    """

    base: Assessment
    changes: tuple[SingleChange, ...]
    feeders_left_out: int

    @property
    def useful(self) -> tuple[SingleChange, ...]:
        """The changes that save months, or give a month where there is none, that which saves most first."""
        return tuple(one for one in self.changes if one.saves(self.base))


class _Variant(NamedTuple):
    what: Deed
    case: Case


def find_changes(case: Case, base: Assessment) -> SingleChanges:
    """Return every single change looked at for the target of ``base``, the answer without any change.

    Changes with the same month stand in the order: confirmed, declared, studied, moved.
    """
    variants = [
        *_confirmed(case, base),
        *_lead_duties(case, base.target),
        *_study(case, base.target),
        *_other_plans(case, base.target),
    ]
    found = [_worked_out(one, base) for one in variants]
    found.sort(key=lambda one: (one.answer.months is None, one.answer.months or 0))
    return SingleChanges(base, tuple(found), max(0, len(_feeders(case, base.target)) - MOST_FEEDERS))


def _worked_out(variant: _Variant, base: Assessment) -> SingleChange:
    found = answer(Question(variant.case, OneClass(base.target)))
    known = {one.code for one in base.conditions}
    leans_on = tuple(one.code for one in found.conditions if one.code not in known)
    return SingleChange(variant.what, found, leans_on)


# ------------------------------------------------------------------ what is confirmed or declared


def _confirmed(case: Case, base: Assessment) -> Iterator[_Variant]:
    for one in base.conditions:
        if one.effect is Effect.ASKED:
            yield _Variant(Deed(ChangeKind.CONFIRMED, condition=one), case.assuming(frozenset([one.code])))


def _lead_duties(case: Case, target: str) -> Iterator[_Variant]:
    """Yield lead duties in all work to come, where the target asks for lead work."""
    spec, plan = case.catalog.classes[target], case.plan
    held = classes_held(case.history)
    series = case.catalog.series_of(spec) | held
    if any(rule.lead for rule in spec.experience()) and held and not series <= plan.lead_in:
        leading = case._replace(plan=plan._replace(lead_in=plan.lead_in | series))
        yield _Variant(Deed(ChangeKind.LEAD_DUTIES), leading)


# ------------------------------------------------------------------ study


def _study(case: Case, target: str) -> Iterator[_Variant]:
    rules, candidacy, plan = case.catalog.classes[target].qualifications, case.candidacy(target), case.plan
    if rules is None or candidacy is None:
        return
    yield from _degrees(case, rules)
    blocks = {rule.semester_hours: rule for rule in rules.substitutions if isinstance(rule, StudySubstitution)}
    for rule in (one for one in blocks.values() if not one.fields):
        yield from _next_block(case, rule, candidacy)
    if blocks or any(isinstance(rule, Education) for rule in rules.requirements):
        faster = case._replace(plan=plan._replace(study_hours_a_year=plan.study_hours_a_year + STUDY_A_YEAR))
        yield _Variant(Deed(ChangeKind.STUDY_A_YEAR, semester_hours=Fraction(STUDY_A_YEAR)), faster)


def _degrees(case: Case, rules: Qualifications) -> Iterator[_Variant]:
    """Yield each degree, not held now, that the target's text lets stand for something or asks."""
    history = case.history
    for degree in dict.fromkeys(_degrees_named(rules)):
        held = any(one.level is degree.level and one.from_month <= 0 for one in history.degrees)
        if not held:
            more = history._replace(degrees=(*history.degrees, degree))
            yield _Variant(Deed(ChangeKind.DEGREE, degree=degree), case._replace(history=more))


def _degrees_named(rules: Qualifications) -> Iterator[DegreeHeld]:
    for one in rules.substitutions:
        if isinstance(one, StudySubstitution):
            yield DegreeHeld(DegreeLevel.BACHELOR, one.fields[0] if one.fields else None)
    for rule in (*rules.requirements, *rules.substitutions):
        if isinstance(rule, Education | DegreeSubstitution) and rule.degree:
            yield DegreeHeld(rule.degree, rule.fields[0] if rule.fields else None)


def _next_block(case: Case, rule: StudySubstitution, candidacy: Candidacy) -> Iterator[_Variant]:
    """Yield the hours that complete the next block of study; nothing where the maximum is reached."""
    history = case.history
    blocks = int(counted_hours(0, candidacy) / rule.semester_hours)
    if blocks * rule.months < rule.at_most_months:
        asked = (blocks + 1) * rule.semester_hours
        more, listed = asked - hours_held(0, candidacy), asked - hours_at(0, candidacy)
        more_done = history._replace(semester_hours=history.semester_hours + listed)
        deed = Deed(ChangeKind.STUDY_BLOCK, semester_hours=Fraction(more))
        yield _Variant(deed, case._replace(history=more_done))


# ------------------------------------------------------------------ moving


def _other_plans(case: Case, target: str) -> Iterator[_Variant]:
    """Yield going on with the present job, climbing, and going by way of each feeder class."""
    if case.plan.kind is PlanKind.NONE and case.history.present:
        yield _Variant(Deed(ChangeKind.STAY), case.staying())
    held = classes_held(case.history)
    if case.plan.kind is PlanKind.CLIMB or len(held) != 1 or target in held:
        return
    (start,) = held
    if classes_between(case.catalog, start, target, case.plan.include):
        yield _Variant(Deed(ChangeKind.CLIMB), case.climbing())
    for feeder in _feeders(case, target)[:MOST_FEEDERS]:
        if feeder != start and not case.catalog.classes[feeder].is_programme:
            yield _by_way_of(case, feeder, target=target)


def _by_way_of(case: Case, feeder: str, *, target: str) -> _Variant:
    """Return moving to a feeder class as soon as it is open, or holding it now where what it asks is not known."""
    if case.catalog.classes[feeder].qualifications:
        return _Variant(Deed(ChangeKind.MOVE, class_id=feeder), case.climbing(via=(feeder,)))
    start = start_in(case, feeder, target=target)
    return _Variant(Deed(ChangeKind.HOLD, class_id=feeder), case.holding(start.service))


def _feeders(case: Case, target: str) -> tuple[str, ...]:
    steps: Iterable[str] = (step.feeder_class for step in steps_back(case.catalog, target, case.plan.include))
    return tuple(dict.fromkeys(steps))
