"""How long each step takes on day one, and what it pays, exactly."""

from decimal import Decimal
from fractions import Fraction

import pytest

from ladder.catalog.catalog import Catalog
from ladder.catalog.jurisdictions import Jurisdiction
from ladder.catalog.loading import load_catalog
from ladder.catalog.pay_gains import PayGain
from ladder.measures.step_times import order_gains, order_waits, pay_between, time_steps
from ladder.paths.starts import on_day_one
from ladder.specification import PayUnit
from tests.measures.made_ladders import AS_OF, paid
from tests.rendering.catalogs import catalog_of, graded


@pytest.fixture(scope="module")
def bundled() -> Catalog:
    return load_catalog()


def test_pay_is_compared_exactly_in_the_widest_unit_that_both_print() -> None:
    catalog = catalog_of(
        paid(graded("1"), (PayUnit.HOURLY, "10.10"), (PayUnit.YEARLY, "21000")),
        paid(graded("2", feeders=["1"]), (PayUnit.HOURLY, "10.35"), (PayUnit.YEARLY, "21500.10")),
        paid(graded("3", feeders=["1"]), (PayUnit.HOURLY, "9.60")),
        paid(graded("4", feeders=["1"]), (PayUnit.MONTHLY, "9000")),
    )
    times = time_steps(on_day_one(catalog, AS_OF))
    assert [(one.step.target_class, one.gain and one.gain[:2], one.answer.months) for one in order_gains(times)] == [
        ("xx/2", (PayUnit.YEARLY, Decimal("500.10")), 12),
        ("xx/3", (PayUnit.HOURLY, Decimal("-0.5")), 12),
    ]
    assert [one.gain_per_month for one in times] == [Fraction("41.675"), Fraction(-1, 24), None]


def test_where_nothing_is_waited_for_the_whole_gain_counts(bundled: Catalog) -> None:
    time = time_steps(on_day_one(bundled, AS_OF))[0]
    waited, at_once, better, unknown = (
        time._replace(
            gain=PayGain(PayUnit.YEARLY, Decimal(low), Decimal(0)), answer=time.answer._replace(months=months)
        )
        for low, months in ((1200, 6), (201, 0), (1201, 6), (9000, None))
    )
    assert (waited.gain_per_month, at_once.gain_per_month, unknown.gain_per_month) == (Fraction(200), None, None)
    assert order_gains([waited, at_once, better, unknown, time._replace(gain=None)]) == (at_once, better, waited)


def test_pay_is_compared_within_one_jurisdiction_alone() -> None:
    places = [Jurisdiction(id="aa", name="A"), Jurisdiction(id="bb", name="B")]
    lower, upper = (PayUnit.YEARLY, "20000"), (PayUnit.YEARLY, "21000")
    catalog = catalog_of(
        paid(graded("1", jurisdiction="aa"), lower),
        paid(graded("2", jurisdiction="aa"), upper),
        paid(graded("3", jurisdiction="bb"), upper),
        jurisdictions=places,
    )
    case = on_day_one(catalog, AS_OF)
    assert pay_between(case, "aa/1", "aa/2") == PayGain(PayUnit.YEARLY, Decimal(1000), Decimal(0))
    assert pay_between(case, "aa/1", "bb/3") is None


def test_each_step_has_the_time_of_whoever_stays_in_its_feeder_class(bundled: Catalog) -> None:
    times = {
        (one.step.feeder_class, one.step.target_class): one.answer for one in time_steps(on_day_one(bundled, AS_OF))
    }
    assert times["us-nd/0441", "us-nd/0442"].months == 24
    assert times["us-nd/0442", "us-nd/0443"].months == 12
    assert times["us-nd/0443", "us-nd/0444"].months is None
    assert ("us-ct/0029MP", "us-ct/5257MP") not in times


def test_two_texts_that_join_the_same_classes_are_one_step() -> None:
    catalog = catalog_of(graded("1"), graded("2", feeders=["1", "1"]))
    assert len(time_steps(on_day_one(catalog, AS_OF))) == 1


def test_waits_are_the_steps_with_months_the_longest_first(bundled: Catalog) -> None:
    times = time_steps(on_day_one(bundled, AS_OF))
    waits = order_waits(times)
    assert {one for one in times if one.answer.months is None} == set(times) - set(waits)
    told = [(-(one.answer.months or 0), one.step.feeder_class, one.step.target_class) for one in waits]
    assert told == sorted(told)
    assert len(told) == len(set(told)) > 2
