"""What one class pays more than another."""

from decimal import Decimal

import pytest

from ladder.catalog.pay_gains import PayGain, pay_gain, pays_in_one_unit, widest_range
from ladder.sources import Source
from ladder.specification import Pay, PayRange, PayUnit

SOURCE = Source(document="d.txt", section="s")


def pay(*ranges: tuple[str, str, str]) -> Pay:
    return Pay(
        plan="P",
        grade="1",
        ranges=tuple(PayRange(unit=PayUnit(unit), low=Decimal(low), high=Decimal(high)) for unit, low, high in ranges),
        source=SOURCE,
    )


def test_the_widest_unit_that_both_print_is_compared() -> None:
    lower = pay(("hourly", "20.5", "30"), ("yearly", "40000", "60000.25"))
    upper = pay(("yearly", "41000.10", "59000"), ("hourly", "1", "2"), ("biweekly", "9", "9"))
    gain = pay_gain(lower, upper)
    assert gain == PayGain(PayUnit.YEARLY, Decimal("1000.10"), Decimal("-1000.25"))
    assert gain is not None
    assert (str(gain.low), str(gain.high)) == ("1000.10", "-1000.25")


def test_several_ranges_in_one_unit_are_taken_from_the_lowest_to_the_highest() -> None:
    lower = pay(("yearly", "30", "50"), ("yearly", "20", "40"))
    upper = pay(("yearly", "35", "60"), ("yearly", "45", "55"))
    assert pay_gain(lower, upper) == PayGain(PayUnit.YEARLY, Decimal(15), Decimal(10))


@pytest.mark.parametrize(
    ("lower", "upper"),
    [
        (None, None),
        (pay(("hourly", "1", "2")), None),
        (pay(("hourly", "1", "2")), pay(("yearly", "1", "2"))),
        (pay(), pay()),
    ],
)
def test_without_a_common_unit_there_is_no_gain(lower: Pay | None, upper: Pay | None) -> None:
    assert pay_gain(lower, upper) is None
    assert pay_gain(upper, lower) is None


@pytest.mark.parametrize(
    ("low", "high", "is_loss"),
    [("11", "20", False), ("10", "20", False), ("10", "19", True), ("9", "30", True), ("11", "19", False)],
)
def test_a_class_pays_less_by_its_lowest_pay_then_by_its_highest(low: str, high: str, *, is_loss: bool) -> None:
    gain = pay_gain(pay(("hourly", "10", "20")), pay(("hourly", low, high)))
    assert gain is not None
    assert gain.is_loss is is_loss


def test_the_widest_range_joins_several_in_one_unit_and_is_none_without_figures() -> None:
    several = pay(("yearly", "100", "200"), ("hourly", "1", "2"), ("yearly", "150", "300"))
    assert widest_range(several) == PayRange(unit=PayUnit.YEARLY, low=Decimal(100), high=Decimal(300))
    assert widest_range(pay(("hourly", "1", "2"), ("biweekly", "3", "4"))) == PayRange(
        unit=PayUnit.BIWEEKLY, low=Decimal(3), high=Decimal(4)
    )
    assert widest_range(pay()) is None
    assert widest_range(None) is None


def test_several_are_compared_in_the_widest_unit_that_all_of_them_print() -> None:
    both, hourly = pay(("yearly", "100", "200"), ("hourly", "1", "2")), pay(("hourly", "3", "4"))
    assert [(one.unit, one.low) for one in pays_in_one_unit([both, both])] == [(PayUnit.YEARLY, Decimal(100))] * 2
    assert [(one.unit, one.low) for one in pays_in_one_unit([both, hourly])] == [
        (PayUnit.HOURLY, Decimal(1)),
        (PayUnit.HOURLY, Decimal(3)),
    ]
    assert pays_in_one_unit([both, pay()]) == pays_in_one_unit([both, None]) == ()
