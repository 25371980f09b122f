"""The next doors are the soonest of all classes; those met now stand by pay."""

import pytest

from ladder.catalog.catalog import Catalog
from ladder.catalog.loading import load_catalog
from ladder.eligibility.cases import Case
from ladder.eligibility.plans import Plan, PlanKind
from ladder.measures.next_doors import classes_met_now, classes_one_step_on, find_doors
from ladder.paths.next_classes import next_classes
from ladder.paths.path_answers import assess_climb
from tests.measures.made_ladders import SEEDS, layered
from tests.rendering.catalogs import catalog_of, graded
from tests.rendering.report_pages import PERSON, history_of

CLIMB = Plan(kind=PlanKind.CLIMB)


@pytest.fixture(scope="module")
def bundled() -> Catalog:
    return load_catalog()


@pytest.mark.parametrize(
    ("seed", "classes"),
    [
        (SEEDS[1], 16),
        pytest.param(SEEDS[0], 28, marks=pytest.mark.untraced),
        *(pytest.param(seed, 28, marks=pytest.mark.full) for seed in SEEDS[1:]),
    ],
)
def test_doors_of_a_climb_are_the_first_of_all_classes(seed: int, classes: int) -> None:
    catalog = layered(seed, classes)
    held = sorted(catalog.classes)[seed]
    history = history_of(catalog, {"jobs": [{"class": held, "months": 7}], "present": {"class": held}})
    answers = [
        assess_climb(Case(catalog, history, CLIMB), one, budget=100_000) for one in catalog.classes if one != held
    ]
    first = next_classes(Case(catalog, history, CLIMB), answers)[:3]
    doors = find_doors(Case(catalog, history, CLIMB))
    assert [one.answer.months for one in doors] == [one.answer.months for one in first]


def test_doors_leave_out_the_class_held_and_those_below(bundled: Catalog) -> None:
    doors = [one.answer.target for one in find_doors(Case(bundled, history_of(bundled, PERSON), Plan()), most=99)]
    assert "us-nd/0443" in doors
    assert not {"us-nd/0441", "us-nd/0442"} & set(doors)


def test_classes_met_now_are_no_doors_and_stand_by_pay(bundled: Catalog) -> None:
    profile = {
        "jobs": [
            {"title": "All", "months": 120, "counts_toward": [f"us-ct/{one}#general", f"us-ct/{one}#special"]}
            for one in ("5257MP", "0029MP")
        ]
    }
    history = history_of(bundled, profile)
    assert not find_doors(Case(bundled, history, Plan()), most=2)
    assert classes_met_now(Case(bundled, history, Plan()))[:2] == ("us-ct/5257MP", "us-ct/0029MP")


def test_doors_abroad_come_where_there_are_too_few_at_home(bundled: Catalog) -> None:
    abroad = {"title": "Clerk", "months": 30, "counts_toward": ["us-ct/0029MP#general", "us-ct/0029MP#special"]}
    present = [PERSON["present"], {"title": "Clerk", "counts_toward": ["us-ct/0029MP#general", "us-ct/0029MP#special"]}]
    history = history_of(bundled, {**PERSON, "jobs": [abroad], "present": present})
    every = [one.answer.target for one in find_doors(Case(bundled, history, Plan()), most=99)]
    homes = [one.partition("/")[0] for one in every]
    assert homes == sorted(homes, key=lambda one: one != "us-nd")
    assert len(set(homes)) == 2
    at_home = homes.count("us-nd")
    assert [one.answer.target for one in find_doors(Case(bundled, history, Plan()), most=at_home)] == every[:at_home]


def test_classes_one_step_on_are_told_in_the_order_of_their_texts(bundled: Catalog) -> None:
    history = history_of(bundled, {"present": {"class": "us-nd/0441"}})
    assert classes_one_step_on(Case(bundled, history, Plan())) == ("us-nd/0442",)
    idle = history_of(bundled, {"jobs": [{"class": "us-nd/0441", "months": 12}]})
    assert classes_one_step_on(Case(bundled, idle, Plan())) == ()
    catalog = catalog_of(graded("1"), graded("3", feeders=["2", "1"]), graded("2", feeders=["1"]))
    both = history_of(catalog, {"present": [{"class": "xx/1"}, {"class": "xx/2"}]})
    assert classes_one_step_on(Case(catalog, both, Plan())) == ("xx/3",)
