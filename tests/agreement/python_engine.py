"""What the Python engine answers to a task, without citations, pay and titles."""

import json
from fractions import Fraction

from ladder.answer_json import assessment_json, next_class_json, path_json
from ladder.catalog.catalog import Catalog
from ladder.eligibility.assessment import assess
from ladder.eligibility.cases import Case
from ladder.eligibility.plans import Plan, PlanKind
from ladder.errors import BadCallError, BadFileError
from ladder.histories import History
from ladder.paths.next_classes import next_classes
from ladder.paths.path_answers import assess_climb, find_paths
from ladder.paths.work import WORK
from ladder.profiles import read_profile
from ladder.qualifications import Certainty
from ladder.service_time import read_month
from tests.agreement.subjects import Json
from tests.agreement.tasks import Task

REFUSED: Json = {"refused": True}
"""The answer to a profile that has faults, and to a climb from no one class."""

LEFT_OUT = frozenset(["source", "title", "pay", "specification", "notes"])
"""Keys of answers that cite and describe; ``title`` stays where a past job is told."""


def answer_of(task: Task, *, budget: int = WORK) -> Json:
    """Return the answer to the task; ``budget`` is that of the search for the best plan."""
    try:
        history = history_of(task)
        return slim(_answered(task.subject.catalog, history, task.asked, budget))
    except (BadFileError, BadCallError):
        return REFUSED


_ANSWERED: dict[tuple[str, str], Json] = {}
_MOST_KEPT = 4_000


def answer_kept(task: Task) -> Json:
    """Return what ``answer_of`` answers, kept for the tests that put the same task again."""
    key = (task.name, task.subject.key)
    if key not in _ANSWERED and len(_ANSWERED) < _MOST_KEPT:
        _ANSWERED[key] = answer_of(task)
    return _ANSWERED.get(key) or answer_of(task)


def history_of(task: Task) -> History:
    """Return the history that the task's profile declares.

    Raises:
        BadFileError: the profile has faults.

    """
    asked = task.asked
    return read_profile(
        json.dumps(asked["profile"]),
        file="profile.json",
        catalog=task.subject.catalog,
        as_of=read_month(asked["as_of"]) if asked["as_of"] else None,
        today=read_month(asked["today"]),
    )


def plan_of(told: Json) -> Plan:
    """Return the plan as the engine takes it."""
    return Plan(
        kind=PlanKind(told["kind"]),
        study_hours_a_year=Fraction(told["study"]),
        lead_in=frozenset(told["lead_in"]),
        via=tuple(told["via"]),
        include=frozenset(Certainty(one) for one in told["include"]),
        assumed=frozenset(told["assumed"]),
    )


def _answered(catalog: Catalog, history: History, asked: Json, budget: int) -> Json:
    plan, target = plan_of(asked["plan"]), asked["target"]
    if asked["kind"] == "assess":
        return assessment_json(catalog, assess(Case(catalog, history, plan), target))
    if asked["kind"] == "all":
        return _all_answered(catalog, history, plan)
    if asked["kind"] == "climb":
        return assessment_json(catalog, assess_climb(Case(catalog, history, plan), target, budget=budget))
    found = find_paths(Case(catalog, history, plan), start=asked["from"], target=target, budget=budget)
    return path_json(catalog, found)


def _all_answered(catalog: Catalog, history: History, plan: Plan) -> Json:
    """Return the answers about every class, and the classes that come next without and with those that pay less."""
    answers = [assess(Case(catalog, history, plan), one) for one in catalog.classes]
    following = [next_classes(Case(catalog, history, plan), answers, lower_pay=lower) for lower in (False, True)]
    lists = [{"list": [next_class_json(catalog, one) for one in found]} for found in following]
    return {"all": [assessment_json(catalog, one) for one in answers], "next": lists}


def slim(answer: Json) -> Json:
    """Return the answer without what only cites and describes."""
    return {
        key: [_slimmed(one) for one in value] if isinstance(value, list) else _slimmed(value)
        for key, value in answer.items()
        if key not in LEFT_OUT or "job" in answer
    }


def _slimmed(value: object) -> object:
    return slim(value) if isinstance(value, dict) else value
