"""How long each step takes on day one, what it pays, and where a ladder breaks."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from ladder.catalog import pay_gains
from ladder.catalog.steps import Step
from ladder.eligibility.answers import Assessment, Status
from ladder.eligibility.assessment import assess
from ladder.eligibility.cases import Case
from ladder.paths.endings import open_in_the_end
from ladder.paths.ladders import classes_above, classes_below, classes_between
from ladder.paths.problem import build_climb
from ladder.paths.starts import enrolled, start_in
from ladder.rendering.drawings import named
from ladder.specification import PayRange, PayUnit

_STARTS = 200
"""Classes to start from that are tried before it is said that nobody below reaches a class."""


class StepTime(NamedTuple):
    """One step, and the answer for someone on day one in the feeder class who stays there."""

    step: Step
    answer: Assessment


class PayGain(NamedTuple):
    """What a step adds to the lowest pay, in dollars for one unit of time, and the months waited for it."""

    time: StepTime
    unit: PayUnit
    gain: Fraction
    months: int

    @property
    def per_month(self) -> Fraction:
        """The gain for each month waited; the whole gain where nothing is waited for."""
        return self.gain / self.months if self.months else self.gain


class Break(NamedTuple):
    """A class that steps lead to and that nobody below was found to reach, and the answers from its feeders.

    ``tried`` counts the classes to start from that were tried, of ``starts``.
    """

    target: str
    answers: tuple[Assessment, ...]
    tried: int
    starts: int


def time_steps(case: Case) -> tuple[StepTime, ...]:
    """Return the time of the step between every two classes that a text joins, in the order of the texts.

    ``case`` is that of a person on day one, as in all that follows.
    """
    steps = {(step.feeder_class, step.target_class): step for step in reversed(named(case.catalog.steps))}
    return tuple(StepTime(step, _stay(case, step)) for step in reversed(steps.values()))


def _stay(case: Case, step: Step) -> Assessment:
    case = enrolled(case, step.feeder_class)
    start = start_in(case, step.feeder_class, target=step.target_class)
    return assess(case.holding(start.service), step.target_class)


def gain_pay(case: Case, times: Iterable[StepTime]) -> tuple[PayGain, ...]:
    """Return the steps between classes of one jurisdiction with pay printed in one unit, best a month first.

    Steps that no month can be given for are left out.
    """
    found = [one for time in times for one in _gain(case, time)]
    return tuple(
        sorted(found, key=lambda one: (-one.per_month, one.time.step.feeder_class, one.time.step.target_class))
    )


def _gain(case: Case, time: StepTime) -> Iterator[PayGain]:
    months = time.answer.months
    pays = pays_compared(case, time.step.feeder_class, time.step.target_class)
    if months is not None and pays is not None:
        low, high = pays
        yield PayGain(time, low.unit, Fraction(high.low) - Fraction(low.low), months)


def pays_compared(case: Case, feeder: str, target: str) -> tuple[PayRange, PayRange] | None:
    """Return the pay ranges of two classes in the widest unit that both print; null if they cannot be compared."""
    if feeder.partition("/")[0] != target.partition("/")[0]:
        return None
    return pay_gains.pays_compared(case.catalog.classes[feeder].pay, case.catalog.classes[target].pay)


def _by_target(times: Iterable[StepTime]) -> dict[str, list[StepTime]]:
    by_target: dict[str, list[StepTime]] = {}
    for time in times:
        by_target.setdefault(time.step.target_class, []).append(time)
    return by_target


def _answers(times: Iterable[StepTime]) -> tuple[Assessment, ...]:
    return tuple(one.answer for one in times)


def _is_stuck(times: Iterable[StepTime]) -> bool:
    return all(one.answer.months is None for one in times)


def find_breaks(case: Case, times: Sequence[StepTime]) -> tuple[Break, ...]:
    """Return the classes that steps lead to and that nobody inside is found to reach.

    Whoever reaches a class can do all that someone who begins in it can. So only classes
    that nobody lower reaches need be tried as a start: the lowest, and those that break.
    """
    by_target = _by_target(times)
    entered = {target for target, found in by_target.items() if _is_entered(case, target, found)}
    stuck = [target for target, found in by_target.items() if _is_stuck(found)]
    below = {target: classes_below(case.catalog, target, frozenset()) for target in stuck}
    breaks: dict[str, Break] = {}
    for target in sorted(stuck, key=lambda one: (len(below[one]), one)):
        starts = sorted(below[target] - entered)
        if any(_reaches(case, start, target) for start in starts[:_STARTS]):
            entered.add(target)
        else:
            breaks[target] = Break(target, _answers(by_target[target]), min(_STARTS, len(starts)), len(starts))
    return tuple(breaks[target] for target in by_target if target in breaks)


def _is_entered(case: Case, target: str, times: Iterable[StepTime]) -> bool:
    """Return whether someone who stays in a class strictly below reaches the target."""
    above = classes_above(case.catalog, target, frozenset())
    return any(one.answer.months is not None and one.step.feeder_class not in above for one in times)


def _reaches(case: Case, start: str, target: str) -> bool:
    """Return whether a climb from the start meets the target's qualifications in the end, however long it takes."""
    case = enrolled(case, start)
    between = classes_between(case.catalog, start, target, frozenset()) or set()
    where = start_in(case, start, target=target)
    classes = sorted({*between, start})
    climb = build_climb(case, start=where.service, classes=classes, target=target, accrual=where.accrual)
    return open_in_the_end(climb)[1]


def is_unknown(broken: Break) -> bool:
    """Return whether a fact that is not in the data may still open the class."""
    return any(one.status is Status.UNKNOWN for one in broken.answers)
