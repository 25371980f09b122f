"""The next best distinct ladders, soonest first, within a budget."""

from heapq import heappop, heappush
from typing import NamedTuple

from ladder.eligibility.assessment import best_month
from ladder.eligibility.clocks import HORIZON
from ladder.paths.ladders import classes_below, steps_onward
from ladder.paths.sequences import Journey, Travelled
from ladder.paths.work import WORK, Work

ALTERNATIVES_BUDGET = 600
"""Ladders, whole or begun, looked at before the search for alternatives is cut short."""


_JUDGING = 20
"""Steps that judging one need takes, with nothing served on the way."""


class _Begun(NamedTuple):
    """A ladder begun: its classes so far, and the journey; ``months`` where it is whole."""

    rungs: tuple[str, ...]
    journey: Journey
    months: int | None = None


def find_alternatives(
    journey: Journey,
    target: str,
    *,
    most: int,
    work: Work | None = None,
    budget: int = ALTERNATIVES_BUDGET,
) -> tuple[list[Travelled], bool]:
    """Return up to so many ladders to the target, soonest first, and whether the budget ended it.

    A ladder goes from step to step without coming back to a class; each class is held
    only until the next one's qualifications are met. Of ladders with the same months
    the one with fewer moves comes first, then code order.
    """
    work = work or Work(WORK)
    below = classes_below(journey.case.catalog, target, journey.case.plan.include) | {target}
    start = journey.held.class_id or ""
    queue: list[tuple[int, int, tuple[str, ...], int, _Begun]] = []
    _push(queue, _Begun((start,), journey))
    found: list[Travelled] = []
    looked_at = 0
    while queue and len(found) < most:
        begun = heappop(queue)[-1]
        if begun.months is not None:
            found.append(Travelled(begun.journey, begun.months))
            continue
        looked_at += 1
        if looked_at > budget or work.is_done:
            return found, True
        for longer in _longer(begun, target, below, work):
            _push(queue, longer)
    return found, False


def _push(queue: list[tuple[int, int, tuple[str, ...], int, _Begun]], begun: _Begun) -> None:
    month = begun.journey.month if begun.months is None else begun.months
    heappush(queue, (month, len(begun.rungs), begun.rungs, len(queue), begun))


def _longer(begun: _Begun, target: str, below: set[str], work: Work) -> list[_Begun]:
    """Return the ladders with one more class, where it can be entered within what is sought."""
    journey, last = begun.journey, begun.rungs[-1]
    nexts = {step.target_class for step in steps_onward(journey.case.catalog, last, journey.case.plan.include)}
    found = []
    for class_id in sorted((nexts & below) - set(begun.rungs)):
        verdicts = journey.judge(class_id, entering=class_id != target)
        work.spend(sum(len(verdict.findings) for verdict in verdicts) * (_JUDGING + len(journey.done)))
        wait = best_month(verdicts)
        if wait is None or journey.month + wait > HORIZON:
            continue
        rungs = (*begun.rungs, class_id)
        if class_id == target:
            found.append(_Begun(rungs, journey, journey.month + wait))
        else:
            found.append(_Begun(rungs, journey.entering(class_id, after=wait)))
    return found
