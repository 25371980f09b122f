"""Pay in words: grade, figures, and what a move gains."""

from decimal import Decimal

from ladder.catalog.pay_gains import PayGain
from ladder.specification import Pay, PayRange, PayUnit
from ladder.telling.messages import clauses, say

_CENTS = 2


def spell_unit(unit: PayUnit) -> str:
    """Return what the figures of a pay range are paid for: ``an hour``."""
    return say(f"pay.unit.{unit.value}")


def spell_dollars(amount: Decimal) -> str:
    """Return an amount in dollars, whole ones without cents, and never rounded.

    >>> spell_dollars(Decimal("57625.00")), spell_dollars(Decimal("27.6")), spell_dollars(Decimal("27.6055"))
    ('$57,625', '$27.60', '$27.6055')
    """
    if amount != round(amount, _CENTS):
        return say("pay.dollars", amount=f"{amount:,f}".rstrip("0"))
    return say("pay.dollars", amount=f"{amount:,.2f}".removesuffix(".00"))


def spell_pay(pay: Pay | None) -> str:
    """Return the grade with every pay range printed; nothing where there is no pay."""
    if pay is None:
        return ""
    if not pay.ranges:
        return say("pay.no_figures", plan=pay.plan, grade=pay.grade)
    figures = clauses(*map(spell_range, pay.ranges))
    if not pay.is_graded:
        return say("pay.of_plan", plan=pay.plan, figures=figures)
    return say("pay.figures", plan=pay.plan, grade=pay.grade, figures=figures)


def spell_range(pay: PayRange) -> str:
    """Return a range of pay: ``$57,625 to $72,787 a year``; one figure where both are one."""
    if pay.low == pay.high:
        return say("pay.figure", amount=spell_dollars(pay.low), unit=spell_unit(pay.unit))
    return say("pay.range", low=spell_dollars(pay.low), high=spell_dollars(pay.high), unit=spell_unit(pay.unit))


def pay_in_brief(pay: Pay | None) -> str:
    """Return the lowest figure of the first range, short enough for a line of a box; nothing where there is none."""
    if pay is None or not pay.ranges:
        return ""
    first = pay.ranges[0]
    unit = say("pay.unit.biweekly_brief") if first.unit is PayUnit.BIWEEKLY else spell_unit(first.unit)
    return say("pay.from", low=spell_dollars(first.low), unit=unit)


def spell_gain(gain: PayGain | None) -> str:
    """Return what the lowest pay gains or loses: ``$3,750.50 more a year``; '' where it cannot be told."""
    if gain is None:
        return ""
    less_or_more = "pay.less" if gain.low < 0 else "pay.more"
    return say(less_or_more, amount=spell_dollars(abs(gain.low)), unit=spell_unit(gain.unit))


def signed_dollars(amount: Decimal) -> str:
    """Return what is gained or lost in figures: ``+$3,750.50``, with a minus sign where it is lost."""
    return ("\N{MINUS SIGN}" if amount < 0 else "+") + spell_dollars(abs(amount))


def signed_gain(gain: PayGain | None) -> str:
    """Return what the lowest pay gains or loses in figures: ``+$3,750.50``, with its unit where that is not a year."""
    if gain is None:
        return ""
    figure = signed_dollars(gain.low)
    return figure if gain.unit is PayUnit.YEARLY else say("pay.gain", gain=figure, unit=spell_unit(gain.unit))
