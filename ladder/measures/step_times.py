"""How long each step takes on day one, and what it pays."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from ladder.catalog.pay_gains import PayGain, pay_gain
from ladder.catalog.steps import Step
from ladder.eligibility.answers import Assessment
from ladder.eligibility.assessment import assess
from ladder.eligibility.cases import Case
from ladder.paths.ladders import NO_OTHERS, steps_used
from ladder.paths.starts import enrolled, start_in

_CENT = Decimal("0.0001")
"""What dollars gained for each month waited are rounded to: a hundredth of a cent."""


class StepTime(NamedTuple):
    """One step, and the answer for someone on day one in the feeder class who stays there.

    ``gain`` is what the target class pays more; None if the two cannot be compared.
    """

    step: Step
    answer: Assessment
    gain: PayGain | None

    @property
    def gain_per_month(self) -> Fraction | None:
        """The lowest pay gained for each month waited; None where nothing is waited for, or no gain or month known."""
        return Fraction(self.gain.low) / self.answer.months if self.gain and self.answer.months else None

    @property
    def dollars_a_month(self) -> Decimal | None:
        """The same in dollars, rounded to a hundredth of a cent."""
        return None if self.gain_per_month is None else Decimal(round(self.gain_per_month / Fraction(_CENT))) * _CENT


def time_steps(case: Case) -> tuple[StepTime, ...]:
    """Return the time of the step between every two classes that a text joins, in the order of the texts.

    ``case`` is that of a person on day one, as in all that follows.
    """
    used = [*steps_used(case.catalog, NO_OTHERS)]
    steps = {(step.feeder_class, step.target_class): step for step in reversed(used)}
    return tuple(
        StepTime(step, _stay(case, step), pay_between(case, step.feeder_class, step.target_class))
        for step in reversed(steps.values())
    )


def _stay(case: Case, step: Step) -> Assessment:
    case = enrolled(case, step.feeder_class)
    start = start_in(case, step.feeder_class, target=step.target_class)
    return assess(case.holding(start.service), step.target_class)


def order_waits(times: Iterable[StepTime]) -> tuple[StepTime, ...]:
    """Return the steps that a number of months is given for, the longest first, then by class."""
    waited = [one for one in times if one.answer.months is not None]
    return tuple(sorted(waited, key=lambda one: (-(one.answer.months or 0), *_ends(one))))


def order_gains(times: Iterable[StepTime]) -> tuple[StepTime, ...]:
    """Return the steps with months and a gain, the best for each month waited first, then by class.

    Where nothing is waited for, the whole gain counts.
    """
    gaining = [(one, one.gain) for one in times if one.answer.months is not None and one.gain is not None]
    gaining.sort(key=lambda found: (-(found[0].gain_per_month or Fraction(found[1].low)), *_ends(found[0])))
    return tuple(one for one, _ in gaining)


def _ends(time: StepTime) -> tuple[str, str]:
    return time.step.feeder_class, time.step.target_class


def pay_between(case: Case, lower: str, upper: str) -> PayGain | None:
    """Return what the upper class pays more, in the widest unit that both print; None if they cannot be compared."""
    if lower.partition("/")[0] != upper.partition("/")[0]:
        return None
    return pay_gain(case.catalog.classes[lower].pay, case.catalog.classes[upper].pay)
