"""Pay as bars: printed figures alone, in each printed unit, on the scale of the jurisdiction."""

from dataclasses import replace
from decimal import Decimal

from ladder.catalog.loading import load_catalog
from ladder.rendering.views.pay_bars import Bar, PayScales, Scale, unit_pays
from ladder.specification import Pay, PayRange, PayUnit


def test_only_printed_units_are_there_and_each_with_its_own_figures() -> None:
    catalog = load_catalog()
    scales = PayScales(catalog.classes.values())
    pays = unit_pays("us-ct", catalog.classes["us-ct/5246SH"].pay, scales)
    assert [(one.label, one.told) for one in pays] == [
        ("Year", "$57,625 to $72,787 a year"),
        ("Two weeks", "$2,207.86 to $2,788.78 every two weeks"),
        ("Hour", "$27.60 to $34.86 an hour"),
    ]
    assert pays[0].ends == ("$50,000", "$130,000")
    assert unit_pays("us-nd", catalog.classes["us-nd/0444"].pay, scales) == ()
    assert unit_pays("us-nd", None, scales) == ()


def test_several_ranges_in_one_unit_are_all_told_and_all_drawn() -> None:
    source = load_catalog().classes["us-ct/5246SH"].source
    ranges = tuple(
        PayRange(unit=PayUnit.YEARLY, low=Decimal(low), high=Decimal(high))
        for low, high in ((10_000, 20_000), (30_000, 40_000))
    )
    spec = load_catalog().classes["us-ct/5246SH"]
    pay = Pay(plan="P", grade="1", ranges=ranges, source=source)
    scales = PayScales([replace(spec, pay=pay)])
    (one,) = unit_pays("us-ct", pay, scales)
    assert one.told == "$10,000 to $40,000 a year"
    assert one.parts == ("$10,000 to $20,000 a year", "$30,000 to $40,000 a year")
    assert len(one.bars) == 2


def test_a_single_figure_is_a_bar_that_can_be_seen_within_the_scale() -> None:
    scale = Scale(0, 1000)
    assert scale.bar(Decimal(1000), Decimal(1000)) == Bar(992, 8)
    assert scale.bar(Decimal(250), Decimal(500)) == Bar(250, 250)
