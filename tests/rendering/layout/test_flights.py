"""A path as flights: months from the first day, pay from nothing in a unit that all print, gains that both print."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from ladder.catalog.catalog import Catalog
from ladder.paths.asking import PathBetween, Question, answer
from ladder.paths.starts import on_day_one
from ladder.rendering.layout.flights import Flights, flights_of
from ladder.service_time import Month, read_month
from ladder.specification import Pay, PayRange, PayUnit
from tests.rendering.catalogs import SOURCE, catalog_of, graded

AS_OF = read_month("2026-11")


def paid(*figures: tuple[PayUnit, int], grade: str = "A") -> Pay:
    ranges = tuple(PayRange(unit=unit, low=Decimal(low), high=Decimal(low + 9)) for unit, low in figures)
    return Pay(plan="P", grade=grade, ranges=ranges, source=SOURCE)


def ladder_of(*pays: Pay | None) -> Catalog:
    """Return classes 1, 2, 3, each of which asks a year in the one before."""
    specs = [graded(str(place), feeders=[str(place - 1)] if place > 1 else []) for place in range(1, len(pays) + 1)]
    return catalog_of(*(replace(spec, pay=pay) for spec, pay in zip(specs, pays, strict=True)))


def told(*pays: Pay | None) -> Flights:
    catalog = ladder_of(*pays)
    best = answer(Question(on_day_one(catalog, AS_OF), PathBetween("xx/1", f"xx/{len(pays)}"))).best
    assert best
    return flights_of(best, catalog.classes)


YEAR, HOUR = PayUnit.YEARLY, PayUnit.HOURLY


def test_each_class_begins_where_the_one_before_ends_and_stands_at_its_share_of_the_highest_pay() -> None:
    found = told(paid((YEAR, 40000)), paid((YEAR, 50000)), paid((YEAR, 45000)))
    assert found.unit is YEAR
    assert found.months == 24
    assert [(one.at, one.months, one.month - AS_OF) for one in found.flights] == [(0, 12, 0), (12, 12, 12), (24, 0, 24)]
    assert [one.height for one in found.flights] == [Fraction(4, 5), 1, Fraction(9, 10)]
    assert [(one.pay, one.gain, one.is_loss) for one in found.flights] == [
        ("$40,000", "", False),
        ("$50,000", "+$10,000", False),
        ("$45,000", "\N{MINUS SIGN}$5,000", True),
    ]
    assert found.scale == "Height is starting pay a year, from $0. Width is time."
    assert found.label == (
        "Drawing of the path. Height is starting pay a year, from $0. Width is time. Class 1 from November 2026 for "
        "1 year, $40,000; Class 2 from November 2027 for 1 year, $50,000, +$10,000; Class 3 in November 2028, $45,000, "
        "\N{MINUS SIGN}$5,000."
    )


def test_a_class_without_the_unit_of_the_others_makes_each_flight_one_step() -> None:
    found = told(paid((YEAR, 40000)), paid((HOUR, 30)), paid((HOUR, 31), (YEAR, 64480)))
    assert found.unit is None
    assert [one.height for one in found.flights] == [None] * 3
    assert [(one.pay, one.gain) for one in found.flights] == [
        ("$40,000 a year", ""),
        ("$30 an hour", ""),
        ("$64,480 a year", ""),  # the gain on the class before is one of an hour, which is not the figure shown
    ]
    assert found.scale == "Each step up is one move. Width is time."


def test_the_unit_is_the_widest_that_all_print() -> None:
    found = told(paid((HOUR, 20)), paid((YEAR, 62400), (HOUR, 30)))
    assert found.unit is HOUR
    assert [one.height for one in found.flights] == [Fraction(2, 3), 1]
    assert (found.flights[1].pay, found.flights[1].gain) == ("$30", "+$10 an hour")
    assert found.scale == "Height is starting pay an hour, from $0. Width is time."


@pytest.mark.parametrize("second", [paid((YEAR, 40000)), paid((YEAR, 0))])
def test_the_same_pay_is_no_gain(second: Pay) -> None:
    found = told(second, second)
    assert [one.gain for one in found.flights] == ["", ""]


def test_pay_of_nothing_sets_no_scale() -> None:
    found = told(paid((YEAR, 0)), paid((YEAR, 0)))
    assert (found.unit, [one.height for one in found.flights]) == (None, [None, None])


def test_without_figures_the_grade_is_told_and_without_either_the_flight_is_open() -> None:
    found = told(paid(grade="B"), None, paid(grade="annual salary"))
    assert [(one.pay, one.is_open) for one in found.flights] == [("Grade B", False), ("", True), ("", True)]
    assert found.scale == "Each step up is one move. Width is time. Dashed: pay is not in our data."
    assert found.flights[-1].month == Month(AS_OF + 24)
    assert [one.held for one in found.flights] == ["1 year", "1 year", ""]
