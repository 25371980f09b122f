"""What one single change would save toward one class: each worked out anew by the engine, never added up."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ladder.catalog.catalog import Catalog
from ladder.eligibility.answers import Assessment
from ladder.eligibility.conditions import Effect
from ladder.eligibility.matching import Candidacy
from ladder.eligibility.plans import Plan, PlanKind
from ladder.eligibility.rules import ClassRules, rules_of
from ladder.eligibility.study import counted_hours, hours_at, hours_held
from ladder.histories import DegreeHeld, History
from ladder.paths.ladders import classes_between, steps_back
from ladder.paths.starts import start_in
from ladder.qualifications import (
    DegreeLevel,
    DegreeSubstitution,
    Education,
    Qualifications,
    StudySubstitution,
)
from ladder.rendering.reports.next_doors import answer_under
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
    history: History
    plan: Plan


def find_changes(catalog: Catalog, history: History, plan: Plan, base: Assessment) -> tuple[Change, ...]:
    """Return every single change looked at for the target of ``base``, the most useful first.

    ``base`` is the answer without any change. Changes with the same month stand in the
    order: confirmed, declared, studied, moved.
    """
    variants = [
        *_confirmed(history, plan, base),
        *_lead_duties(catalog, history, plan, base.target),
        *_study(catalog, history, plan, base.target),
        *_other_plans(catalog, history, plan, base.target),
    ]
    found = [_worked_out(catalog, one, base) for one in variants]
    return tuple(sorted(found, key=lambda one: (one.answer.months is None, one.answer.months or 0)))


def saves(change: Change, base: Assessment) -> bool:
    """Return whether the change brings the month nearer, or gives one where there is none."""
    if change.answer.months is None:
        return False
    return base.months is None or change.answer.months < base.months


def feeders_left_out(catalog: Catalog, plan: Plan, target: str) -> int:
    """Return how many feeder classes of the target are not worked out."""
    return max(0, len(_feeders(catalog, plan, target)) - MOST_FEEDERS)


def _worked_out(catalog: Catalog, variant: _Variant, base: Assessment) -> Change:
    answer = answer_under(catalog, variant.history, base.target, variant.plan)
    known = {one.code for one in base.conditions}
    leans_on = tuple(one.code for one in answer.conditions if one.code not in known)
    return Change(variant.what, answer, leans_on)


# ------------------------------------------------------------------ what is confirmed or declared


def _confirmed(history: History, plan: Plan, base: Assessment) -> Iterator[_Variant]:
    for one in base.conditions:
        if one.effect is Effect.ASKED:
            assumed = plan._replace(assumed=plan.assumed | {one.code})
            yield _Variant(f"Have this confirmed: {plain_text(condition_words(one))}", history, assumed)


def _lead_duties(catalog: Catalog, history: History, plan: Plan, target: str) -> Iterator[_Variant]:
    """Yield lead duties in all work to come, where the target asks for lead work."""
    spec = catalog.classes[target]
    held = {one.class_id for one in history.present if one.class_id}
    series = catalog.series_of(spec) | held
    if any(rule.lead for rule in spec.experience()) and held and not series <= plan.lead_in:
        what = f"Take on lead duties from {spell_month(history.as_of)} on, in the present class and every one to come"
        yield _Variant(what, history, plan._replace(lead_in=plan.lead_in | series))


# ------------------------------------------------------------------ study


def _study(catalog: Catalog, history: History, plan: Plan, target: str) -> Iterator[_Variant]:
    rules, made_ready = catalog.classes[target].qualifications, rules_of(catalog, target)
    if rules is None or made_ready is None:
        return
    yield from _degrees(history, plan, rules)
    blocks = {rule.semester_hours: rule for rule in rules.substitutions if isinstance(rule, StudySubstitution)}
    for rule in blocks.values():
        yield from _next_block(history, plan, rule, made_ready)
    if blocks or any(isinstance(rule, Education) for rule in rules.requirements):
        more = "more " if plan.study_hours_a_year else ""
        faster = plan._replace(study_hours_a_year=plan.study_hours_a_year + STUDY_A_YEAR)
        yield _Variant(f"Study {STUDY_A_YEAR} {more}semester hours a year beside the rest", history, faster)


def _degrees(history: History, plan: Plan, rules: Qualifications) -> Iterator[_Variant]:
    """Yield each degree, not held now, that the target's text lets stand for something or asks."""
    for level, field in dict.fromkeys(_degrees_named(rules)):
        held = any(one.level is level and one.from_month == 0 for one in history.degrees)
        if not held:
            named = f" in {field}" if field else ""
            what = f"Hold {say(f'degree.{level.value}')}{named} in {spell_month(history.as_of)}"
            more = history._replace(degrees=(*history.degrees, DegreeHeld(level, field)))
            yield _Variant(what, more, plan)


def _degrees_named(rules: Qualifications) -> Iterator[tuple[DegreeLevel, str | None]]:
    if any(isinstance(rule, StudySubstitution) for rule in rules.substitutions):
        yield DegreeLevel.BACHELOR, None
    for rule in (*rules.requirements, *rules.substitutions):
        if isinstance(rule, Education | DegreeSubstitution) and rule.degree:
            yield rule.degree, rule.fields[0] if rule.fields else None


def _next_block(history: History, plan: Plan, rule: StudySubstitution, rules: ClassRules) -> Iterator[_Variant]:
    """Yield the hours that complete the next block of study; nothing where the maximum is reached."""
    candidacy = Candidacy(history, plan, rules)
    blocks = int(counted_hours(0, candidacy) / rule.semester_hours)
    if blocks * rule.months < rule.at_most_months:
        asked = (blocks + 1) * rule.semester_hours
        more, listed = asked - hours_held(0, candidacy), asked - hours_at(0, candidacy)
        what = f"Have {print_exact(more)} more semester hours done in {spell_month(history.as_of)}: the next block"
        yield _Variant(what, history._replace(semester_hours=history.semester_hours + listed), plan)


# ------------------------------------------------------------------ moving


def _other_plans(catalog: Catalog, history: History, plan: Plan, target: str) -> Iterator[_Variant]:
    """Yield going on with the present job, climbing, and going by way of each feeder class."""
    if plan.kind is PlanKind.NONE and history.present:
        yield _Variant("Go on with the present job", history, plan._replace(kind=PlanKind.STAY))
    held = {*filter(None, (one.class_id for one in history.present))}
    if plan.kind is PlanKind.CLIMB or len(held) != 1 or target in held:
        return
    climb = plan._replace(kind=PlanKind.CLIMB, via=())
    (start,) = held
    if classes_between(catalog, start, target, plan.include):
        yield _Variant("Climb by the quickest ladder instead of staying", history, climb)
    for feeder in _feeders(catalog, plan, target)[:MOST_FEEDERS]:
        if feeder != start and not catalog.classes[feeder].is_programme:
            yield _by_way_of(feeder, catalog, history, climb, target=target)


def _by_way_of(feeder: str, catalog: Catalog, history: History, climb: Plan, *, target: str) -> _Variant:
    """Return moving to a feeder class as soon as it is open, or holding it now where what it asks is not known."""
    name = name_class(catalog, feeder)
    if catalog.classes[feeder].qualifications:
        what = f"Move to {name} as soon as its minimum qualifications are met"
        return _Variant(what, history, climb._replace(via=(feeder,)))
    what = f"Hold {name} from {spell_month(history.as_of)} on; what it asks is not in the data"
    there = start_in(catalog, history, feeder, target=target).service
    return _Variant(what, history.holding(there), climb._replace(kind=PlanKind.STAY))


def _feeders(catalog: Catalog, plan: Plan, target: str) -> tuple[str, ...]:
    steps: Iterable[str] = (step.feeder_class for step in steps_back(catalog, target, plan.include))
    return tuple(dict.fromkeys(steps))
