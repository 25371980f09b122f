"""What one class pays more than another, where both print their pay in one unit of time."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import NamedTuple

from ladder.specification import Pay, PayRange, PayUnit

_WIDEST_FIRST = (PayUnit.YEARLY, PayUnit.MONTHLY, PayUnit.BIWEEKLY, PayUnit.HOURLY)


class PayGain(NamedTuple):
    """What the lowest and the highest pay gain, in dollars for one unit of time; less than 0 for a loss."""

    unit: PayUnit
    low: Decimal
    high: Decimal

    @property
    def is_loss(self) -> bool:
        """Whether the class pays less: its lowest pay, or with the same lowest pay its highest."""
        return self.low < 0 or (self.low == 0 and self.high < 0)


def pay_gain(lower: Pay | None, upper: Pay | None) -> PayGain | None:
    """Return what the upper class pays more than the lower, in the widest unit that both print; None without one."""
    pays = pays_compared(lower, upper)
    return pays and PayGain(pays[0].unit, pays[1].low - pays[0].low, pays[1].high - pays[0].high)


def pays_compared(lower: Pay | None, upper: Pay | None) -> tuple[PayRange, PayRange] | None:
    """Return the pay ranges of two classes in the widest unit that both print; None if there is none."""
    low, high = _ranges(lower), _ranges(upper)
    unit = next((unit for unit in _WIDEST_FIRST if unit in low and unit in high), None)
    return (low[unit], high[unit]) if unit else None


def pays_in_one_unit(pays: Iterable[Pay | None]) -> tuple[PayRange, ...]:
    """Return the pay ranges of several classes in the widest unit that all of them print; () if there is none."""
    found = list(map(_ranges, pays))
    unit = next((unit for unit in _WIDEST_FIRST if all(unit in one for one in found)), None)
    return tuple(one[unit] for one in found) if unit else ()


def widest_range(pay: Pay | None) -> PayRange | None:
    """Return the pay in the widest unit that is printed; None where no figures are."""
    found = _ranges(pay)
    return next((found[unit] for unit in _WIDEST_FIRST if unit in found), None)


def _ranges(pay: Pay | None) -> Mapping[PayUnit, PayRange]:
    """Return the range of each unit; of several in one unit, from the lowest low to the highest high."""
    found: dict[PayUnit, PayRange] = {}
    for one in pay.ranges if pay else ():
        before = found.get(one.unit, one)
        found[one.unit] = PayRange(unit=one.unit, low=min(before.low, one.low), high=max(before.high, one.high))
    return found
