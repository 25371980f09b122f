"""The pay of a class as a bar among all of its jurisdiction: printed figures alone, in each unit that is printed."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from ladder.specification import ClassSpecification, Pay, PayRange, PayUnit
from ladder.telling.messages import say
from ladder.telling.pay_words import spell_dollars, spell_range

WIDEST_FIRST = (PayUnit.YEARLY, PayUnit.MONTHLY, PayUnit.BIWEEKLY, PayUnit.HOURLY)
_ENDS = {PayUnit.YEARLY: 10_000, PayUnit.MONTHLY: 1_000, PayUnit.BIWEEKLY: 500, PayUnit.HOURLY: 5}
"""What the ends of a scale are whole multiples of."""
_PARTS = 1000
"""Parts of the length of a scale, in which a bar is drawn."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar on a scale, in thousandths of its length: where it begins, and how long it is."""

    start: int
    length: int


@dataclass(frozen=True, slots=True)
class Scale:
    """The lowest and the highest pay of a jurisdiction in one unit, out to the next whole end."""

    low: int
    high: int

    def bar(self, low: Decimal, high: Decimal) -> Bar:
        """Return the bar of a range; one figure is a bar that can still be seen."""
        start, end = self.place(low), self.place(high)
        least = 8
        return Bar(min(start, _PARTS - least), max(end - start, least))

    def place(self, amount: Decimal) -> int:
        """Return where an amount stands on the scale, in thousandths."""
        return round(Fraction(_PARTS) * (Fraction(amount) - self.low) / (self.high - self.low))

    @property
    def ends(self) -> tuple[str, str]:
        """Both ends in dollars."""
        return spell_dollars(Decimal(self.low)), spell_dollars(Decimal(self.high))


class PayScales:
    """The scales of every jurisdiction of a catalog, by the unit of pay."""

    def __init__(self, classes: Iterable[ClassSpecification]) -> None:
        """Read the lowest and the highest figure of each unit."""
        found: dict[tuple[str, PayUnit], list[Decimal]] = defaultdict(list)
        for spec in classes:
            for one in spec.pay.ranges if spec.pay else ():
                found[spec.jurisdiction, one.unit] += [one.low, one.high]
        self._scales = {key: _scale(figures, _ENDS[key[1]]) for key, figures in found.items()}

    def scale(self, jurisdiction: str, unit: PayUnit) -> Scale | None:
        """Return the scale of a jurisdiction in one unit; None where nothing is paid in it."""
        return self._scales.get((jurisdiction, unit))


def _scale(figures: list[Decimal], end: int) -> Scale:
    low, high = int(min(figures)) // end * end, -(-int(max(figures) + 1) // end) * end
    return Scale(low, max(high, low + end))


@dataclass(frozen=True, slots=True)
class UnitPay:
    """What is printed in one unit: its name, the range from the lowest to the highest figure, and every range.

    ``parts`` is empty where there is but one range.
    """

    unit: str
    label: str
    told: str
    parts: tuple[str, ...]
    bars: tuple[Bar, ...]
    ends: tuple[str, str]


def unit_pays(jurisdiction: str, pay: Pay | None, scales: PayScales) -> tuple[UnitPay, ...]:
    """Return the pay of a class, one entry a printed unit, the widest first; none where no figure is printed."""
    ranges = ranges_by_unit(pay)
    return tuple(
        _unit_pay(unit, ranges[unit], scale)
        for unit in WIDEST_FIRST
        if unit in ranges and (scale := scales.scale(jurisdiction, unit))
    )


def _unit_pay(unit: PayUnit, ranges: list[PayRange], scale: Scale) -> UnitPay:
    whole = PayRange(unit=unit, low=min(one.low for one in ranges), high=max(one.high for one in ranges))
    return UnitPay(
        unit=unit.value,
        label=say(f"pay.each.{unit.value}"),
        told=spell_range(whole),
        parts=tuple(map(spell_range, ranges)) if len(ranges) > 1 else (),
        bars=tuple(scale.bar(one.low, one.high) for one in ranges),
        ends=scale.ends,
    )


def ranges_by_unit(pay: Pay | None) -> Mapping[PayUnit, list[PayRange]]:
    """Return the printed ranges of each unit, in the order printed."""
    found: dict[PayUnit, list[PayRange]] = defaultdict(list)
    for one in pay.ranges if pay else ():
        found[one.unit].append(one)
    return found
