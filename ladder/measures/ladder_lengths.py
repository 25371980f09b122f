"""The longest ladders of a catalog: by steps counted, and by months that the engine gives."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from heapq import heappop, heappush
from typing import NamedTuple

from ladder.catalog.pay_gains import PayGain
from ladder.eligibility.answers import Assessment
from ladder.eligibility.cases import Case
from ladder.measures.step_times import StepTime, pay_between
from ladder.paths.asking import PathBetween, Question, answer
from ladder.paths.ladders import NO_OTHERS, classes_above, steps_used

MOST_TIMED = 24
"""Ladders whose months are worked out, of those between a lowest and a highest class."""
_NEVER = 10**9

Onward = Mapping[str, tuple[str, ...]]


class TimedLadder(NamedTuple):
    """A ladder from its lowest class, and the best plan along the ladders between its ends on day one.

    ``gain`` is what its last class pays more than its first; None if they cannot be compared.
    """

    classes: tuple[str, ...]
    answer: Assessment
    gain: PayGain | None


class LongestByMonths(NamedTuple):
    """The ladders that take longest; ``timed`` were worked out, of ``joined`` pairs of lowest and highest class."""

    ladders: tuple[TimedLadder, ...]
    timed: int
    joined: int


def longest_by_steps(case: Case, *, most: int) -> tuple[TimedLadder, ...]:
    """Return the ladders with the most steps, one from each lowest class, longest first.

    Classes that lead to one another in a circle are never counted twice.
    """
    onward = _onward(case)
    chains = _longest_chains(case, onward)
    lowest = _lowest(onward)
    ordered = sorted((chains[one] for one in lowest), key=lambda chain: (-len(chain), chain))
    return tuple(_timed(case, chain, _best(case, chain[0], chain[-1])) for chain in ordered[:most])


def longest_by_months(case: Case, times: Iterable[StepTime], *, most: int) -> LongestByMonths:
    """Return the ladders from a lowest to a highest class that take the most months, longest first.

    Where there are more than ``MOST_TIMED``, those are worked out whose classes, each
    held for all that its step asks, would take longest: no ladder takes more than that.
    """
    timed, joined = time_ladders(case, times, most=MOST_TIMED)
    reached = [one for one in timed if one.answer.months is not None]
    reached.sort(key=lambda one: (-(one.answer.months or 0), one.classes))
    return LongestByMonths(tuple(reached[:most]), len(timed), joined)


def time_ladders(case: Case, times: Iterable[StepTime], *, most: int) -> tuple[tuple[TimedLadder, ...], int]:
    """Return the best ladders from a lowest to a highest class, at most so many, and how many pairs of them are joined.

    Those come first whose classes, each held for all that its step asks, would take longest.
    """
    onward = _onward(case)
    months = {
        (one.step.feeder_class, one.step.target_class): _NEVER if one.answer.months is None else one.answer.months
        for one in times
    }
    pairs = [pair for start in _lowest(onward) for pair in _at_most(start, onward, months)]
    pairs.sort(key=lambda pair: (-pair[0], pair[1], pair[2]))
    answers = [(start, _best(case, start, target)) for _, start, target in pairs[:most]]
    found = (_timed(case, _classes_of(start, one), one) for start, one in answers)
    return tuple(found), len(pairs)


def _classes_of(start: str, answer: Assessment) -> tuple[str, ...]:
    """Return the classes of the plan; its ends alone where no time is known."""
    return (start, *(move.target_class for move in answer.steps)) if answer.steps else (start, answer.target)


def _onward(case: Case) -> Onward:
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for step in steps_used(case.catalog, NO_OTHERS):
        found[step.feeder_class][step.target_class] = None
    return {feeder: tuple(sorted(targets)) for feeder, targets in found.items()}


def _lowest(onward: Onward) -> Sequence[str]:
    """Return the classes that steps leave and none enters."""
    entered = {target for targets in onward.values() for target in targets}
    return sorted(feeder for feeder in onward if feeder not in entered)


def _longest_chains(case: Case, onward: Onward) -> Mapping[str, tuple[str, ...]]:
    """Return, for every class on a step, the longest chain of steps that it begins.

    A class is looked at after all those above it; a step inside a circle is passed over.
    """
    on_steps = {*onward, *(target for targets in onward.values() for target in targets)}
    above = {one: classes_above(case.catalog, one, NO_OTHERS) | {one} for one in on_steps}
    chains: dict[str, tuple[str, ...]] = {}
    for class_id in sorted(on_steps, key=lambda one: (len(above[one]), one)):
        longer = [chains[target] for target in onward.get(class_id, ()) if class_id not in above[target]]
        chains[class_id] = (class_id, *min(longer, key=lambda chain: (-len(chain), chain), default=()))
    return chains


def _at_most(start: str, onward: Onward, months: Mapping[tuple[str, str], int]) -> list[tuple[int, str, str]]:
    """Return, for each highest class above the start, months that no best plan exceeds."""
    settled: dict[str, int] = {}
    queue = [(0, start)]
    while queue:
        so_far, here = heappop(queue)
        if here in settled:
            continue
        settled[here] = so_far
        for target in onward.get(here, ()):
            heappush(queue, (so_far + months[here, target], target))
    return [(so_far, start, target) for target, so_far in settled.items() if target not in onward]


def _timed(case: Case, classes: tuple[str, ...], best: Assessment) -> TimedLadder:
    return TimedLadder(classes, best, pay_between(case, classes[0], classes[-1]))


def _best(case: Case, start: str, target: str) -> Assessment:
    best = answer(Question(case, PathBetween(start, target, alternatives=0))).best
    assert best is not None  # noqa: S101 - steps join the two
    return best
