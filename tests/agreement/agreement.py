"""Both engines asked the same; what they do not agree on, told shortly.

Python proves plans by branch and bound as well, the page does not. So the page may say "between" where Python has one
figure: then Python's must lie within.
"""

import json
from collections.abc import Iterable
from typing import NamedTuple

from tests.agreement.differences import first_difference
from tests.agreement.page_engine import PageEngine
from tests.agreement.python_engine import answer_kept
from tests.agreement.subjects import Json
from tests.agreement.tasks import Task

MOST_BETWEEN = 0.02
"""Of best plans, those at most where the page says "between"."""


class Disagreement(NamedTuple):
    """One task that the engines answer differently, and the first place where they differ."""

    task: Task
    what: str

    def __str__(self) -> str:
        """Return the task's name and seed, the difference, and the question."""
        asked = {key: value for key, value in self.task.asked.items() if key != "profile"}
        profile = json.dumps(self.task.asked["profile"])
        return f"{self.task.name} of {self.task.subject.key}\n  {self.what}\n  asked {asked}\n  profile {profile}"


class Compared(NamedTuple):
    """What the page answered otherwise than Python, and how often it said "between"."""

    wrong: list[Disagreement]
    between: int


def compare(engine: PageEngine, tasks: Iterable[Task], *, budget: int | None = None) -> Compared:
    """Return how the page answers beside Python with all of its budget.

    ``budget`` is the page's for best plans, its own if null. With a budget of its own it
    may have none left for other ladders, or for fewer conditions that would do, so these
    are not compared.
    """
    tasks = list(tasks)
    wrong, between = [], 0
    for task, page in zip(tasks, engine.answers_of(tasks, budget=budget), strict=True):
        answers = (answer_kept(task), page)
        what = breach(*(answers if budget is None else map(_without_looks, answers))) or _wrongly_stopped(page)
        if what:
            wrong.append(Disagreement(task, what))
        between += bool(page.get("stopped"))
    return Compared(wrong, between)


def disagreements(engine: PageEngine, tasks: Iterable[Task], *, budget: int | None = None) -> list[Disagreement]:
    """Return the tasks that the page answers otherwise than Python; ``budget`` as above."""
    return compare(engine, tasks, budget=budget).wrong


def share_between(engine: PageEngine, tasks: Iterable[Task]) -> float:
    """Return for which part of the tasks the page says "between"."""
    pages = engine.answers_of(list(tasks))
    return sum(bool(page.get("stopped")) for page in pages) / len(pages)


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


def _without_looks(answer: Json) -> Json:
    """Return a path answer, or one of its ladders, without what is looked for while there is work left."""
    looked_for = {"alternatives", "truncated", "if_conditions_met"}
    kept = {key: value for key, value in answer.items() if key not in looked_for}
    return {**kept, "best": _without_looks(kept["best"])} if kept.get("best") else kept


def breach(python: Json, page: Json) -> str | None:
    """Return where the page says something else, or, where it stopped, proves or promises more than is true."""
    told = {key: value for key, value in page.items() if key != "stopped"}
    if not page.get("stopped"):
        return first_difference(python, _as_sure_as(python, told))
    true, best = _best(python), _best(told)
    if not true or not best or true["months"] is None or best["months"] is None:
        return None
    bounds = (best["proved_months"], true["months"], true["proved_months"], best["months"])
    holds = best["proved_months"] <= true["months"] and true["proved_months"] <= best["months"]
    return None if holds else f"figures cross: {bounds}"


def _as_sure_as(python: Json, page: Json) -> Json:
    """Return the page's answer with Python's months under asked conditions, where they lie between its own."""
    if page.get("best"):
        return {**page, "best": _as_sure_as(python.get("best") or {}, page["best"])}
    true, told = python.get("if_conditions_met"), page.get("if_conditions_met")
    if not true or not told or told.get("between") is None:
        return page
    least, most = true["between"] or (true["months"], true["months"])
    if told["between"][0] > most or told["between"][1] < least:
        return page
    figures = {key: true[key] for key in ("months", "month", "between") if key in true}
    return {**page, "if_conditions_met": {**told, **figures}}
