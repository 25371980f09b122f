"""Where ladders break: classes that steps lead to, and that nobody below is found to reach."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ladder.condition_codes import ConditionCode
from ladder.eligibility.answer_conditions import Condition
from ladder.eligibility.answers import Assessment, Status
from ladder.eligibility.cases import Case
from ladder.measures.step_times import StepTime
from ladder.paths.endings import open_in_the_end
from ladder.paths.ladders import NO_OTHERS, classes_above, classes_below, classes_between
from ladder.paths.problem import build_climb
from ladder.paths.starts import enrolled, start_in

_STARTS = 200
"""Classes to start from that are tried before it is said that nobody below reaches a class."""
_UNSEEN = frozenset({ConditionCode.PROGRAM_LENGTH, ConditionCode.ENTRY_UNKNOWN, ConditionCode.PARTIAL_RECORD})
"""Codes of conditions that name the fact which is not in the data."""


class Break(NamedTuple):
    """A class that steps lead to and that nobody below was found to reach, and the answers from its feeders.

    ``tried`` counts the classes to start from that were tried, of ``starts``.
    """

    target: str
    answers: tuple[Assessment, ...]
    tried: int
    starts: int

    @property
    def is_unknown(self) -> bool:
        """Whether a fact that is not in the data may still open the class."""
        return any(one.status is Status.UNKNOWN for one in self.answers)

    @property
    def unseen(self) -> tuple[Condition, ...]:
        """The conditions that name a fact which is not in the data, each code once."""
        named = {one.code: one for answer in self.answers for one in answer.conditions if one.code in _UNSEEN}
        return tuple(named.values())

    @property
    def missing(self) -> tuple[str, ...]:
        """The requirements that service from the first feeder does not meet; none where it cannot be told."""
        return next((one.missing[0] for one in self.answers if one.missing), ())

    @property
    def soonest_if_met(self) -> Assessment | None:
        """The answer with the least months if conditions held; None where none would open the class."""
        found = [(one.if_conditions_met, one) for one in self.answers if one.if_conditions_met]
        return min(found, key=lambda pair: pair[0])[1] if found else None


def find_breaks(case: Case, times: Sequence[StepTime]) -> tuple[Break, ...]:
    """Return the classes that steps lead to and that nobody inside is found to reach.

    Whoever reaches a class can do all that someone who begins in it can. So only classes
    that nobody lower reaches need be tried as a start: the lowest, and those that break.
    """
    by_target = _by_target(times)
    entered = {target for target, found in by_target.items() if _is_entered(case, target, found)}
    stuck = [target for target, found in by_target.items() if _is_stuck(found)]
    below = {target: classes_below(case.catalog, target, NO_OTHERS) for target in stuck}
    breaks: dict[str, Break] = {}
    for target in sorted(stuck, key=lambda one: (len(below[one]), one)):
        starts = sorted(below[target] - entered)
        if any(_reaches(case, start, target) for start in starts[:_STARTS]):
            entered.add(target)
        else:
            breaks[target] = Break(target, _answers(by_target[target]), min(_STARTS, len(starts)), len(starts))
    return tuple(breaks[target] for target in by_target if target in breaks)


def _by_target(times: Iterable[StepTime]) -> dict[str, list[StepTime]]:
    by_target: dict[str, list[StepTime]] = {}
    for time in times:
        by_target.setdefault(time.step.target_class, []).append(time)
    return by_target


def _answers(times: Iterable[StepTime]) -> tuple[Assessment, ...]:
    return tuple(one.answer for one in times)


def _is_stuck(times: Iterable[StepTime]) -> bool:
    return all(one.answer.months is None for one in times)


def _is_entered(case: Case, target: str, times: Iterable[StepTime]) -> bool:
    """Return whether someone who stays in a class strictly below reaches the target."""
    above = classes_above(case.catalog, target, NO_OTHERS)
    return any(one.answer.months is not None and one.step.feeder_class not in above for one in times)


def _reaches(case: Case, start: str, target: str) -> bool:
    """Return whether a climb from the start meets the target's qualifications in the end, however long it takes."""
    case = enrolled(case, start)
    between = classes_between(case.catalog, start, target, NO_OTHERS) or set()
    where = start_in(case, start, target=target)
    classes = sorted({*between, start})
    climb = build_climb(case, start=where.service, classes=classes, target=target, accrual=where.accrual)
    return open_in_the_end(climb)[1]
