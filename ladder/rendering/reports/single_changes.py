"""What one single change would save toward one class: each worked out anew by the engine, never added up."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ladder.eligibility.answers import Assessment
from ladder.eligibility.cases import Case
from ladder.eligibility.conditions import Effect
from ladder.eligibility.hours import counted_hours, hours_at, hours_held
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
from ladder.service_time import print_exact
from ladder.telling.class_names import name_class
from ladder.telling.conditions import condition_words
from ladder.telling.messages import say
from ladder.telling.parts import plain_text
from ladder.telling.times import spell_month

STUDY_A_YEAR = 12
"""Semester hours a year that the change to more study stands for."""

MOST_FEEDERS = 6
"""Feeder classes of the target that moving to is worked out for."""


class Change(NamedTuple):
    """One thing that a person can do or have confirmed, and the answer were it so.

    ``what`` begins a sentence. ``leans_on`` are codes of conditions that the answer
    without the change does not show.
    """

    what: str
    answer: Assessment
    leans_on: tuple[str, ...] = ()


class _Variant(NamedTuple):
    what: str
    case: Case


def find_changes(case: Case, base: Assessment) -> tuple[Change, ...]:
    """Return every single change looked at for the target of ``base``, the most useful first.

    ``base`` is the answer without any change. Changes with the same month stand in the
    order: confirmed, declared, studied, moved.
    """
    variants = [
        *_confirmed(case, base),
        *_lead_duties(case, base.target),
        *_study(case, base.target),
        *_other_plans(case, base.target),
    ]
    found = [_worked_out(one, base) for one in variants]
    return tuple(sorted(found, key=lambda one: (one.answer.months is None, one.answer.months or 0)))


def saves(change: Change, base: Assessment) -> bool:
    """Return whether the change brings the month nearer, or gives one where there is none."""
    if change.answer.months is None:
        return False
    return base.months is None or change.answer.months < base.months


def feeders_left_out(case: Case, target: str) -> int:
    """Return how many feeder classes of the target are not worked out."""
    return max(0, len(_feeders(case, target)) - MOST_FEEDERS)


def _worked_out(variant: _Variant, base: Assessment) -> Change:
    found = answer(Question(variant.case, OneClass(base.target)))
    known = {one.code for one in base.conditions}
    leans_on = tuple(one.code for one in found.conditions if one.code not in known)
    return Change(variant.what, found, leans_on)


# ------------------------------------------------------------------ what is confirmed or declared


def _confirmed(case: Case, base: Assessment) -> Iterator[_Variant]:
    for one in base.conditions:
        if one.effect is Effect.ASKED:
            what = f"Have this confirmed: {plain_text(condition_words(one))}"
            yield _Variant(what, case.assuming(frozenset([one.code])))


def _lead_duties(case: Case, target: str) -> Iterator[_Variant]:
    """Yield lead duties in all work to come, where the target asks for lead work."""
    spec, plan = case.catalog.classes[target], case.plan
    held = classes_held(case.history)
    series = case.catalog.series_of(spec) | held
    if any(rule.lead for rule in spec.experience()) and held and not series <= plan.lead_in:
        what = (
            f"Take on lead duties from {spell_month(case.history.as_of)} on, in the present class and every one to come"
        )
        yield _Variant(what, case._replace(plan=plan._replace(lead_in=plan.lead_in | series)))


# ------------------------------------------------------------------ study


def _study(case: Case, target: str) -> Iterator[_Variant]:
    rules, plan = case.catalog.classes[target].qualifications, case.plan
    if rules is None:
        return
    yield from _degrees(case, rules)
    blocks = {rule.semester_hours: rule for rule in rules.substitutions if isinstance(rule, StudySubstitution)}
    for rule in (one for one in blocks.values() if not one.fields):
        yield from _next_block(case, rule, target)
    if blocks or any(isinstance(rule, Education) for rule in rules.requirements):
        more = "more " if plan.study_hours_a_year else ""
        faster = case._replace(plan=plan._replace(study_hours_a_year=plan.study_hours_a_year + STUDY_A_YEAR))
        yield _Variant(f"Study {STUDY_A_YEAR} {more}semester hours a year beside the rest", faster)


def _degrees(case: Case, rules: Qualifications) -> Iterator[_Variant]:
    """Yield each degree, not held now, that the target's text lets stand for something or asks."""
    history = case.history
    for level, field in dict.fromkeys(_degrees_named(rules)):
        held = any(one.level is level and one.from_month <= 0 for one in history.degrees)
        if not held:
            named = f" in {field}" if field else ""
            what = f"Hold {say(f'degree.{level.value}')}{named} in {spell_month(history.as_of)}"
            more = history._replace(degrees=(*history.degrees, DegreeHeld(level, field)))
            yield _Variant(what, case._replace(history=more))


def _degrees_named(rules: Qualifications) -> Iterator[tuple[DegreeLevel, str | None]]:
    for one in rules.substitutions:
        if isinstance(one, StudySubstitution):
            yield DegreeLevel.BACHELOR, one.fields[0] if one.fields else None
    for rule in (*rules.requirements, *rules.substitutions):
        if isinstance(rule, Education | DegreeSubstitution) and rule.degree:
            yield rule.degree, rule.fields[0] if rule.fields else None


def _next_block(case: Case, rule: StudySubstitution, target: str) -> Iterator[_Variant]:
    """Yield the hours that complete the next block of study; nothing where the maximum is reached."""
    history, candidacy = case.history, case.candidacy(target)
    if candidacy is None:
        return
    blocks = int(counted_hours(0, candidacy) / rule.semester_hours)
    if blocks * rule.months < rule.at_most_months:
        asked = (blocks + 1) * rule.semester_hours
        more, listed = asked - hours_held(0, candidacy), asked - hours_at(0, candidacy)
        what = f"Have {print_exact(more)} more semester hours done in {spell_month(history.as_of)}: the next block"
        more_done = history._replace(semester_hours=history.semester_hours + listed)
        yield _Variant(what, case._replace(history=more_done))


# ------------------------------------------------------------------ moving


def _other_plans(case: Case, target: str) -> Iterator[_Variant]:
    """Yield going on with the present job, climbing, and going by way of each feeder class."""
    if case.plan.kind is PlanKind.NONE and case.history.present:
        yield _Variant("Go on with the present job", case.staying())
    held = classes_held(case.history)
    if case.plan.kind is PlanKind.CLIMB or len(held) != 1 or target in held:
        return
    (start,) = held
    if classes_between(case.catalog, start, target, case.plan.include):
        yield _Variant("Climb by the quickest ladder instead of staying", case.climbing())
    for feeder in _feeders(case, target)[:MOST_FEEDERS]:
        if feeder != start and not case.catalog.classes[feeder].is_programme:
            yield _by_way_of(case, feeder, target=target)


def _by_way_of(case: Case, feeder: str, *, target: str) -> _Variant:
    """Return moving to a feeder class as soon as it is open, or holding it now where what it asks is not known."""
    name = name_class(case.catalog, feeder)
    if case.catalog.classes[feeder].qualifications:
        what = f"Move to {name} as soon as its minimum qualifications are met"
        return _Variant(what, case.climbing(via=(feeder,)))
    what = f"Hold {name} from {spell_month(case.history.as_of)} on; what it asks is not in the data"
    return _Variant(what, case.holding(start_in(case, feeder, target=target).service))


def _feeders(case: Case, target: str) -> tuple[str, ...]:
    steps: Iterable[str] = (step.feeder_class for step in steps_back(case.catalog, target, case.plan.include))
    return tuple(dict.fromkeys(steps))
