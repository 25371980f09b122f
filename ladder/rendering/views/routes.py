"""Routes between two classes as sentences: the best plan, its moves, its conditions."""

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from ladder.catalog.catalog import Catalog
from ladder.catalog.steps import Step
from ladder.eligibility.answers import Assessment, Move, Status
from ladder.paths.asking import PathBetween, Question, answer
from ladder.paths.starts import on_day_one
from ladder.rendering.views.words import STYLES, count_months, name_class
from ladder.service_time import Month, print_month, spell_span

RouteFinder = Callable[[str, str], Assessment | None]
"""The best plan from a class to another; none where no ladder joins them."""

ASSUMED = (
    "Routes are worked out for someone on day one in the first class, at full time, with standing and target class "
    "taken as given and nothing else declared. Months asked by steps do not add up to the time of a route."
)
MOST_ROUTES = 400


@dataclass(frozen=True, slots=True)
class RouteView:
    """The route between two classes in plain words: what it comes to, then each move.

    ``classes`` are those held on the way, first to last.
    """

    start: str
    target: str
    sentence: str
    moves: tuple[str, ...]
    classes: tuple[str, ...]


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


def say_route(catalog: Catalog, start: str, answer: Assessment) -> RouteView:
    """Return the answer of a path in plain words."""
    ends = f"From {name_class(catalog, start)} to {name_class(catalog, answer.target)}"
    conditions = " ".join(condition.text for condition in answer.conditions)
    told = f" Conditions: {conditions}" if conditions else ""
    return RouteView(
        start=start,
        target=answer.target,
        sentence=f"{ends}: {_verdict(answer)}{told}",
        moves=tuple(_say_move(catalog, move) for move in answer.steps),
        classes=(start, *(move.target_class for move in answer.steps)),
    )


def _verdict(answer: Assessment) -> str:
    if answer.months is not None and answer.month is not None:
        if answer.months == 0:
            return "the minimum qualifications are met at once."
        latest = " at the latest" if answer.between else ""
        when = f"{spell_span(answer.months, answer.between)}, from {print_month(answer.month)} on{latest}"
        return f"the minimum qualifications are met after {when}."
    if answer.status is Status.UNKNOWN:
        return "the time cannot be told, because a fact is not in the data." + _were_it_so(answer)
    return "not within reach on this plan." + _were_it_so(answer)


def _were_it_so(answer: Assessment) -> str:
    hypothesis = answer.if_conditions_met
    if hypothesis is None:
        return ""
    told = spell_span(hypothesis.months, answer.if_conditions_between)
    return f" Were {' and '.join(hypothesis.conditions)} declared, it would be {told}."


def _say_move(catalog: Catalog, move: Move) -> str:
    style = STYLES.get(move.kind)
    by = style.words if style else "the open route, no step"
    source = f" Source: {move.source}." if move.source else ""
    held = f"Hold {name_class(catalog, move.feeder_class)} for {count_months(move.hold_months)}"
    return f"{held}, then {name_class(catalog, move.target_class)} by {by}.{source}"
