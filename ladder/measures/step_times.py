"""How long each step takes on day one, and what it pays."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import NamedTuple

from ladder.catalog.pay_gains import PayGain, pay_gain
from ladder.catalog.steps import Step
from ladder.eligibility.answers import Assessment
from ladder.eligibility.assessment import assess
from ladder.eligibility.cases import Case
from ladder.paths.ladders import NO_OTHERS, steps_used
from ladder.paths.starts import enrolled, start_in


class StepTime(NamedTuple):
    """One step, and the answer for someone on day one in the feeder class who stays there."""

    step: Step
    answer: Assessment


class StepGain(NamedTuple):
    """What a step adds to the pay, and the months waited for it."""

    time: StepTime
    gain: PayGain
    months: int

    @property
    def per_month(self) -> Fraction:
        """The lowest pay gained for each month waited; the whole gain where nothing is waited for."""
        low = Fraction(self.gain.low)
        return low / self.months if self.months else low


def time_steps(case: Case) -> tuple[StepTime, ...]:
    """Return the time of the step between every two classes that a text joins, in the order of the texts.

    ``case`` is that of a person on day one, as in all that follows.
    """
    used = [*steps_used(case.catalog, NO_OTHERS)]
    steps = {(step.feeder_class, step.target_class): step for step in reversed(used)}
    return tuple(StepTime(step, _stay(case, step)) for step in reversed(steps.values()))


def _stay(case: Case, step: Step) -> Assessment:
    case = enrolled(case, step.feeder_class)
    start = start_in(case, step.feeder_class, target=step.target_class)
    return assess(case.holding(start.service), step.target_class)


def order_waits(times: Iterable[StepTime]) -> tuple[StepTime, ...]:
    """Return the steps that a number of months is given for, the longest first, then by class."""
    waited = [one for one in times if one.answer.months is not None]
    return tuple(
        sorted(waited, key=lambda one: (-(one.answer.months or 0), one.step.feeder_class, one.step.target_class))
    )


def gain_pay(case: Case, times: Iterable[StepTime]) -> tuple[StepGain, ...]:
    """Return the steps between classes of one jurisdiction with pay printed in one unit, best a month first.

    Steps that no month can be given for are left out.
    """
    found = [one for time in times for one in _gain(case, time)]
    return tuple(
        sorted(found, key=lambda one: (-one.per_month, one.time.step.feeder_class, one.time.step.target_class))
    )


def _gain(case: Case, time: StepTime) -> Iterator[StepGain]:
    months = time.answer.months
    gain = pay_between(case, time.step.feeder_class, time.step.target_class)
    if months is not None and gain is not None:
        yield StepGain(time, gain, months)


def pay_between(case: Case, lower: str, upper: str) -> PayGain | None:
    """Return what the upper class pays more, in the widest unit that both print; None if they cannot be compared."""
    if lower.partition("/")[0] != upper.partition("/")[0]:
        return None
    return pay_gain(case.catalog.classes[lower].pay, case.catalog.classes[upper].pay)
