"""Every class that can be reached from a class, or that leads to one, with its time."""

from collections.abc import Iterable, Iterator

from ladder.catalog.catalog import Catalog
from ladder.eligibility.answers import Assessment
from ladder.eligibility.plans import Plan
from ladder.histories import History
from ladder.paths.answers import find_paths
from ladder.paths.ladders import classes_above, classes_below

REACH_BUDGET = 100_000
"""Steps of work for one class of many: each has a budget of its own, so that no class bears on another."""


def find_reach(catalog: Catalog, history: History, *, start: str, plan: Plan) -> Iterator[Assessment]:
    """Yield the best plan to every class that some ladder leads to, in code order."""
    for target in sorted(classes_above(catalog, start, plan.include)):
        yield from _best(catalog, history, start=start, target=target, plan=plan)


def find_feeders(catalog: Catalog, history: History, *, target: str, plan: Plan) -> Iterator[tuple[str, Assessment]]:
    """Yield every class on a ladder to the target, with the best plan from it, in code order."""
    for start in sorted(classes_below(catalog, target, plan.include)):
        for best in _best(catalog, history, start=start, target=target, plan=plan):
            yield start, best


def _best(catalog: Catalog, history: History, *, start: str, target: str, plan: Plan) -> Iterable[Assessment]:
    answer = find_paths(catalog, history, start=start, target=target, plan=plan, alternatives=0, budget=REACH_BUDGET)
    return [answer.best] if answer.best else []
