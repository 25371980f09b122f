"""Routes between two classes as sentences: the best plan, its moves, its conditions."""

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from ladder.catalog.catalog import Catalog
from ladder.catalog.steps import Step
from ladder.eligibility.answers import Assessment
from ladder.paths.asking import PathBetween, Question, answer
from ladder.paths.starts import on_day_one
from ladder.service_time import Month
from ladder.telling.map_routes import RouteView, say_route

RouteFinder = Callable[[str, str], Assessment | None]
"""The best plan from a class to another; none where no ladder joins them."""

MOST_ROUTES = 400


def find_route(catalog: Catalog, as_of: Month, start: str, target: str) -> Assessment | None:
    """Return the best plan from day one in the first class, without a profile; none where no ladder joins them."""
    return answer(Question(on_day_one(catalog, as_of), PathBetween(start, target, alternatives=0))).best


def route_views(
    catalog: Catalog, steps: Iterable[Step], *, as_of: Month, find: RouteFinder | None = None
) -> tuple[RouteView, ...]:
    """Return the route of every two classes that steps join, nearest first, at most 400.

    ``find`` finds the plan of each; by default the best plan from day one.
    """
    finder = find or partial(find_route, catalog, as_of)
    pairs = sorted(joined_pairs(steps))[:MOST_ROUTES]
    found = ((start, target, finder(start, target)) for _, start, target in pairs)
    return tuple(say_route(catalog, start, answer) for start, _, answer in found if answer)


def joined_pairs(steps: Iterable[Step]) -> Iterator[tuple[int, str, str]]:
    """Yield every two classes that a ladder joins: fewest steps between them, start, target."""
    onward: dict[str, list[str]] = defaultdict(list)
    for step in steps:
        onward[step.feeder_class].append(step.target_class)
    for start in list(onward):
        yield from ((count, start, target) for target, count in _steps_to(start, onward).items() if count)


def _steps_to(start: str, onward: Mapping[str, list[str]]) -> Mapping[str, int]:
    counts, waiting = {start: 0}, deque([start])
    while waiting:
        here = waiting.popleft()
        for target in onward.get(here, ()):
            if target not in counts:
                counts[target] = counts[here] + 1
                waiting.append(target)
    return counts
