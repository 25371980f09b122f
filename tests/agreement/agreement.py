"""Both engines asked the same; what they do not agree on, told shortly."""

import json
from collections.abc import Iterable
from typing import NamedTuple

from tests.agreement.differences import first_difference
from tests.agreement.page_engine import PageEngine
from tests.agreement.python_engine import answer_of
from tests.agreement.subjects import Json
from tests.agreement.tasks import Task

PAGE_BUDGET = 130_000
"""The page's own budget for a best plan, CLIMB_BUDGET."""


class Disagreement(NamedTuple):
    """One task that the engines answer differently, and the first place where they differ."""

    task: Task
    what: str

    def __str__(self) -> str:
        """Return the task's name and seed, the difference, and the question."""
        asked = {key: value for key, value in self.task.asked.items() if key != "profile"}
        profile = json.dumps(self.task.asked["profile"])
        return f"{self.task.name} of {self.task.subject.key}\n  {self.what}\n  asked {asked}\n  profile {profile}"


def disagreements(engine: PageEngine, tasks: Iterable[Task], *, budget: int = PAGE_BUDGET) -> list[Disagreement]:
    """Return the tasks that the page answers otherwise than Python, both with the same budget for best plans."""
    tasks = list(tasks)
    pages = engine.answers_of(tasks, budget=budget)
    found = []
    for task, page in zip(tasks, pages, strict=True):
        what = first_difference(answer_of(task, budget=budget), _without_stopped(page)) or _wrongly_stopped(page)
        if what:
            found.append(Disagreement(task, what))
    return found


def _without_stopped(page: Json) -> Json:
    return {key: value for key, value in page.items() if key != "stopped"}


def _wrongly_stopped(page: Json) -> str | None:
    """Tell a page that says it stopped where its figure is proved, or the other way round."""
    best = _best(page)
    if "stopped" not in page or not best or best["months"] is None:
        return None
    unproved = best["months"] != best["proved_months"]
    return f"stopped is {page['stopped']}" if unproved != page["stopped"] else None


def _best(answer: Json) -> Json | None:
    """Return the best plan of an answer between two classes; the answer itself where one class is asked about."""
    found: Json | None = answer.get("best", answer)
    return found


def bounds_broken(engine: PageEngine, tasks: Iterable[Task], *, budget: int | None = None) -> list[Disagreement]:
    """Return the tasks whose best plan by the page breaks what Python proves with all of its budget.

    ``budget`` is the page's, its own if null. A page that stops sooner may give a
    longer plan and prove less, never the other way round; what it proves Python says.
    With a budget of its own it may have none left for other ladders, or for fewer
    conditions that would do, so these are not compared.
    """
    tasks = list(tasks)
    pages = engine.answers_of(tasks, budget=budget)
    found = []
    for task, page in zip(tasks, pages, strict=True):
        answers = (answer_of(task), page)
        what = breach(*(answers if budget is None else map(_without_looks, answers)))
        if what:
            found.append(Disagreement(task, what))
    return found


def _without_looks(answer: Json) -> Json:
    """Return a path answer, or one of its ladders, without what is looked for while there is work left."""
    looked_for = {"alternatives", "truncated", "if_conditions_met"}
    kept = {key: value for key, value in answer.items() if key not in looked_for}
    return {**kept, "best": _without_looks(kept["best"])} if kept.get("best") else kept


def breach(python: Json, page: Json) -> str | None:
    """Return where the page says something else, or, where it stopped, proves or promises more than is true."""
    if not page.get("stopped"):
        return first_difference(python, _without_stopped(page))
    true, told = _best(python), _best(page)
    if not true or not told or true["months"] is None or told["months"] is None:
        return None
    bounds = (told["proved_months"], true["months"], true["proved_months"], told["months"])
    holds = told["proved_months"] <= true["months"] and true["proved_months"] <= told["months"]
    return None if holds else f"figures cross: {bounds}"
