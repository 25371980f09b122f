"""The rows of the analysis: measures in order, the greatest first, of a class all that is about it."""

from decimal import Decimal

import pytest

from ladder.catalog.loading import load_catalog
from ladder.measures.analysis import Analysis, Measure, analyse_ladder
from ladder.paths.starts import on_day_one
from ladder.specification import PayUnit
from tests.eligibility.small_catalogs import PLACE, grade, service
from tests.eligibility.small_catalogs import catalog_of as small_catalog
from tests.measures.made_ladders import AS_OF, paid
from tests.rendering.catalogs import catalog_of, graded


@pytest.fixture(scope="module")
def bundled() -> Analysis:
    return analyse_ladder(on_day_one(load_catalog(), AS_OF))


def test_rows_stand_by_measure(bundled: Analysis) -> None:
    order = list(Measure)
    places = [order.index(one.measure) for one in bundled.findings]
    assert places == sorted(places)
    assert set(Measure) - {one.measure for one in bundled.findings} == {
        Measure.GATEKEEPER,
        Measure.CYCLE,
        Measure.PAY_PER_MONTH,
    }


def test_the_value_of_each_measure(bundled: Analysis) -> None:
    first = {measure: found[0] for measure in Measure if (found := bundled.of(measure))}
    assert first[Measure.GATEKEEPER_PAIR].class_ids == ("us-ct/interpreter-clerk", "us-ct/office-assistant")
    assert first[Measure.GATEKEEPER_PAIR].classes == ("us-ct/6435CL",)
    assert (first[Measure.REACH].class_ids, first[Measure.REACH].value) == (("us-nd/0441",), 3)
    assert (first[Measure.SLOWEST].value, first[Measure.SLOWEST].class_ids) == (108, ("us-ct/5258MP",))
    assert first[Measure.DEGREE_ONLY].value == "bachelor"
    assert (first[Measure.OPEN_INTERNAL].class_ids, first[Measure.OPEN_INTERNAL].value) == (("us-nd/0443",), 72)
    assert first[Measure.ENTRY].value == 1


def test_of_a_class_there_is_all_that_is_about_it() -> None:
    feeders = [grade("1"), grade("2", service("a", 12, "1")), grade("3", service("a", 12, "2"))]
    found = analyse_ladder(on_day_one(small_catalog(*feeders), AS_OF))
    two = found.chosen(f"{PLACE}/2")
    assert [(one.measure.value, one.class_ids[0][-1], one.value) for one in two.findings] == [
        ("gatekeeper", "1", 2),
        ("gatekeeper", "2", 1),
        ("reach", "2", 1),
    ]
    (reach,) = found.chosen(f"{PLACE}/2", [Measure.REACH]).findings
    assert reach.classes == (f"{PLACE}/3",)


def test_classes_that_lead_to_one_another_are_told_together() -> None:
    found = analyse_ladder(on_day_one(catalog_of(graded("1", feeders=["2"]), graded("2", feeders=["1"])), AS_OF))
    (cycle,) = found.of(Measure.CYCLE)
    assert (cycle.class_ids, cycle.classes, cycle.value) == (("xx/1",), ("xx/1", "xx/2"), 2)
    assert found.of(Measure.SLOWEST) == ()


def test_pay_gained_is_told_where_a_month_is_waited() -> None:
    lower, upper = paid(graded("1"), (PayUnit.YEARLY, "100")), paid(graded("2", feeders=["1"]), (PayUnit.YEARLY, "220"))
    now = paid(graded("3"), (PayUnit.YEARLY, "100"))
    (one,) = analyse_ladder(on_day_one(catalog_of(lower, upper, now), AS_OF)).of(Measure.PAY_PER_MONTH)
    assert (one.class_ids, one.classes, one.value) == (("xx/2",), ("xx/1",), Decimal(10))


def test_where_nothing_is_waited_for_no_gain_a_month_is_told() -> None:
    rules = [grade("1"), grade("2", service("a", 0, "1"), pay=_pay("220"))]
    rules[0]["pay"] = _pay("100")
    found = analyse_ladder(on_day_one(small_catalog(*rules), AS_OF))
    assert found.of(Measure.PAY_PER_MONTH) == ()


def _pay(low: str) -> dict[str, object]:
    source = {"document": "d.txt", "section": "s"}
    ranges = [{"unit": "yearly", "low": low, "high": "999"}]
    return {"plan": "P", "grade": "A", "ranges": ranges, "source": source}


def test_the_slowest_of_several_ways_to_a_class_is_told() -> None:
    rules = [grade("1"), grade("2"), grade("3", service("a", 12, "1"), service("b", 24, "2"), routes=[["a"], ["b"]])]
    (one,) = analyse_ladder(on_day_one(small_catalog(*rules), AS_OF)).of(Measure.SLOWEST)
    assert (one.value, one.classes) == (24, (f"{PLACE}/2", f"{PLACE}/3"))
    rules.reverse()
    (one,) = analyse_ladder(on_day_one(small_catalog(*rules), AS_OF)).of(Measure.SLOWEST)
    assert one.value == 24


def test_a_catalog_of_no_class_has_no_finding() -> None:
    assert analyse_ladder(on_day_one(catalog_of(), AS_OF)) == Analysis((), 0, 0)
