"""Ladders break at the classes that no climb from below reaches."""

import pytest

from ladder.catalog.catalog import Catalog
from ladder.catalog.loading import load_catalog
from ladder.eligibility.answers import IfConditionsMet
from ladder.eligibility.assessment import assess
from ladder.eligibility.cases import Case
from ladder.eligibility.plans import Plan, PlanKind
from ladder.measures.breaks import Break, find_breaks
from ladder.measures.step_times import time_steps
from ladder.paths.ladders import classes_below
from ladder.paths.path_answers import find_paths
from ladder.paths.starts import day_one, on_day_one, without_profile
from tests.measures.made_ladders import AS_OF, SEEDS, layered
from tests.rendering.catalogs import random_catalog

CLIMB = Plan(kind=PlanKind.CLIMB)


@pytest.fixture(scope="module")
def bundled() -> Catalog:
    return load_catalog()


@pytest.mark.untraced
@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("make", [layered, random_catalog], ids=["layered", "random"])
def test_breaks_are_the_classes_that_no_climb_from_below_reaches(make: object, seed: int) -> None:
    catalog = layered(seed) if make is layered else random_catalog(seed)
    times = time_steps(on_day_one(catalog, AS_OF))
    plan = without_profile(CLIMB)
    broken = set()
    for target in {time.step.target_class for time in times}:
        found = (
            find_paths(
                Case(catalog, day_one(AS_OF), plan), start=one, target=target, alternatives=0, budget=40_000
            ).best
            for one in classes_below(catalog, target, frozenset()) - {target}
        )
        if all(one is None or one.months is None for one in found):
            broken.add(target)
    assert {one.target for one in find_breaks(on_day_one(catalog, AS_OF), times)} == broken


def test_the_break_of_the_bundled_ladder_is_the_lead_year(bundled: Catalog) -> None:
    found = {one.target: one for one in find_breaks(on_day_one(bundled, AS_OF), time_steps(on_day_one(bundled, AS_OF)))}
    assert set(found) == {"us-nd/0444", "us-ct/5257MP", "us-ct/6163MP"}
    assert [one.target for one in found.values() if not one.is_unknown] == ["us-nd/0444"]
    lead, trainee = found["us-nd/0444"], found["us-ct/5257MP"]
    assert (lead.missing, lead.unseen) == (("us-nd/0444#special",), ())
    assert lead.soonest_if_met is not None
    assert lead.soonest_if_met.if_conditions_met == IfConditionsMet(12, ("LEAD",))
    assert (lead.tried, lead.starts) == (1, 1)
    assert [one.code for one in trainee.unseen] == ["PROGRAM_LENGTH"]
    assert (trainee.missing, trainee.soonest_if_met) == ((), None)


def test_a_break_tells_the_soonest_answer_and_the_first_that_misses_something() -> None:
    known = assess(Case(load_catalog(), day_one(AS_OF), Plan()), "us-nd/0444")
    later, sooner = (known._replace(if_conditions_met=IfConditionsMet(months, ("A",))) for months in (24, 12))
    nothing = known._replace(if_conditions_met=None, missing=())
    missing = nothing._replace(missing=(("xx/1#special",), ("xx/1#general",)))
    broken = Break("us-nd/0444", (nothing, later, missing, sooner), 1, 2)
    assert broken.soonest_if_met == sooner
    assert broken._replace(answers=(nothing, missing)).missing == ("xx/1#special",)
    assert broken._replace(answers=(nothing,)) == Break("us-nd/0444", (nothing,), 1, 2)
    assert (broken._replace(answers=(nothing,)).missing, broken._replace(answers=(nothing,)).soonest_if_met) == (
        (),
        None,
    )
