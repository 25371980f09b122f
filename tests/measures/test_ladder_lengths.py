"""The longest ladders, by steps and by the months of the engine."""

from decimal import Decimal

import pytest

from ladder.catalog.catalog import Catalog
from ladder.catalog.loading import load_catalog
from ladder.catalog.pay_gains import PayGain
from ladder.eligibility.cases import Case
from ladder.eligibility.plans import Plan, PlanKind
from ladder.measures.breaks import find_breaks
from ladder.measures.ladder_lengths import longest_by_months, longest_by_steps
from ladder.measures.step_times import time_steps
from ladder.paths.path_answers import find_paths
from ladder.paths.starts import day_one, on_day_one, without_profile
from ladder.specification import PayUnit
from tests.measures.made_ladders import AS_OF, SEEDS, layered, paid
from tests.rendering.catalogs import catalog_of, graded

CLIMB = Plan(kind=PlanKind.CLIMB)


@pytest.fixture(scope="module")
def bundled() -> Catalog:
    return load_catalog()


@pytest.mark.untraced
@pytest.mark.parametrize("seed", SEEDS)
def test_no_ladder_takes_longer_than_those_told(seed: int) -> None:
    catalog = layered(seed)
    found = longest_by_months(on_day_one(catalog, AS_OF), time_steps(on_day_one(catalog, AS_OF)), most=3)
    plan = without_profile(CLIMB)
    months = [one.answer.months for one in found.ladders]
    for one in found.ladders:
        best = find_paths(
            Case(catalog, day_one(AS_OF), plan),
            start=one.classes[0],
            target=one.classes[-1],
            alternatives=0,
            budget=40_000,
        ).best
        assert best is not None
        assert best.months == one.answer.months
    assert months == sorted(months, key=lambda one: -(one or 0))
    assert found.timed == min(found.joined, 24)


def test_the_longest_ladder_is_counted_in_steps_and_timed_by_the_engine(bundled: Catalog) -> None:
    (longest, *_) = longest_by_steps(on_day_one(bundled, AS_OF), most=1)
    assert longest.classes == ("us-nd/0441", "us-nd/0442", "us-nd/0443", "us-nd/0444")
    assert longest.answer.if_conditions_met is not None
    assert longest.answer.if_conditions_met.months == 48
    assert longest.gain is None


def test_a_ladder_gains_what_its_last_class_pays_more_than_its_first() -> None:
    yearly = PayUnit.YEARLY
    catalog = catalog_of(
        paid(graded("1"), (yearly, "20000")),
        paid(graded("2", feeders=["1"]), (yearly, "50000")),
        paid(graded("3", feeders=["2"]), (yearly, "30000.50")),
    )
    case = on_day_one(catalog, AS_OF)
    gain = PayGain(yearly, Decimal("10000.50"), Decimal(0))
    assert [(one.classes, one.gain) for one in longest_by_steps(case, most=5)] == [(("xx/1", "xx/2", "xx/3"), gain)]
    assert [one.gain for one in longest_by_months(case, time_steps(case), most=5).ladders] == [gain]


def test_a_circle_lengthens_no_ladder_and_ends() -> None:
    catalog = catalog_of(
        graded("0"), graded("1", feeders=["0", "2"]), graded("2", feeders=["1"]), graded("3", feeders=["2"])
    )
    (longest,) = longest_by_steps(on_day_one(catalog, AS_OF), most=5)
    assert longest.classes[0] == "xx/0"
    assert len(longest.classes) == len(set(longest.classes))
    only_circle = catalog_of(graded("1", feeders=["2"]), graded("2", feeders=["1"]))
    assert longest_by_steps(on_day_one(only_circle, AS_OF), most=5) == ()
    assert find_breaks(on_day_one(only_circle, AS_OF), time_steps(on_day_one(only_circle, AS_OF))) == ()
