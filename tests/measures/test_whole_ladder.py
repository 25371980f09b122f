"""The whole ladder is measured with each measure's own function, on one set of step times."""

import pytest

from ladder.catalog.loading import load_catalog
from ladder.measures.breaks import find_breaks
from ladder.measures.counts import classes_not_whole
from ladder.measures.ladder_lengths import LongestByMonths, longest_by_months, longest_by_steps
from ladder.measures.step_times import order_gains, order_waits, time_steps
from ladder.measures.whole_ladder import LadderMeasures, measure_ladder
from ladder.paths.starts import on_day_one
from tests.measures.made_ladders import AS_OF, layered
from tests.rendering.catalogs import catalog_of


@pytest.fixture(scope="module")
def bundled() -> LadderMeasures:
    return measure_ladder(on_day_one(load_catalog(), AS_OF))


def test_the_bundled_ladder(bundled: LadderMeasures) -> None:
    assert [(one.jurisdiction, one.classes) for one in bundled.counts] == [("us-ct", 16), ("us-nd", 6)]
    assert bundled.most_steps[0].classes == ("us-nd/0441", "us-nd/0442", "us-nd/0443", "us-nd/0444")
    assert {one.target for one in bundled.breaks} == {"us-nd/0444", "us-ct/5257MP", "us-ct/6163MP"}
    assert {one.class_id for one in bundled.dead_ends if one.is_entered} >= {"us-nd/0444"}
    assert bundled.not_whole == classes_not_whole(load_catalog().classes.values())
    assert bundled.waits == order_waits(bundled.step_times)


def test_a_made_ladder_has_the_measures_of_each_function() -> None:
    case = on_day_one(layered(1, 20), AS_OF)
    found, times = measure_ladder(case), time_steps(case)
    assert found.step_times == times
    assert found.gains == order_gains(times)
    assert found.breaks == find_breaks(case, times)
    assert found.most_steps == longest_by_steps(case, most=10)
    assert found.most_months == longest_by_months(case, times, most=10)
    assert len(found.most_steps) <= 10


def test_an_empty_catalog_has_nothing_to_measure() -> None:
    found = measure_ladder(on_day_one(catalog_of(), AS_OF))
    assert found.most_months == LongestByMonths((), 0, 0)
    assert found.keepers == {}
    assert {one for one in found if one not in (found.most_months, found.keepers)} == {()}
