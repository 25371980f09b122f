"""What reports measure is what the engine answers: doors, single changes, longest ladders, pay, breaks."""

import json
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from functools import cache

import pytest

from benchmarks.synthetic import make_catalog
from ladder.catalog.catalog import Catalog, CatalogRecord
from ladder.catalog.loading import load_catalog
from ladder.eligibility.assessment import assess
from ladder.eligibility.cases import Case
from ladder.eligibility.plans import Plan, PlanKind
from ladder.histories import DegreeHeld, History
from ladder.paths.answers import assess_climb, find_paths
from ladder.paths.asking import OneClass, Question, answer
from ladder.paths.ladders import classes_below
from ladder.paths.next_classes import next_classes
from ladder.paths.starts import day_one, on_day_one, without_profile
from ladder.qualifications import DegreeLevel
from ladder.records import validate_json
from ladder.rendering.reports.catalog_reports import render_catalog_report
from ladder.rendering.reports.ladder_lengths import longest_by_months, longest_by_steps
from ladder.rendering.reports.next_doors import classes_met_now, find_doors
from ladder.rendering.reports.single_changes import Change, find_changes, saves
from ladder.rendering.reports.step_times import find_breaks, gain_pay, is_unknown, time_steps
from ladder.specification import ClassSpecification, Pay, PayRange, PayUnit
from tests.rendering.catalogs import SOURCE, catalog_of, graded, random_catalog
from tests.rendering.report_pages import AS_OF, PERSON, history_of, words_of

SEEDS = range(4)
CLIMB = Plan(kind=PlanKind.CLIMB)


@cache
def layered(seed: int, count: int = 14) -> Catalog:
    return Catalog(validate_json(CatalogRecord, json.dumps(make_catalog(count, seed=seed))))


@pytest.fixture(scope="module")
def bundled() -> Catalog:
    return load_catalog()


# ------------------------------------------------------------------ the next doors


@pytest.mark.parametrize("seed", [SEEDS[0], *(pytest.param(seed, marks=pytest.mark.full) for seed in SEEDS[1:])])
def test_doors_of_a_climb_are_the_first_of_all_classes(seed: int) -> None:
    catalog = layered(seed, 28)
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
    assert classes_met_now(Case(bundled, history, Plan()), most=2) == ("us-ct/5257MP", "us-ct/0029MP")


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


# ------------------------------------------------------------------ single changes


def changes_of(catalog: Catalog, profile: dict[str, object], target: str, plan: Plan) -> tuple[History, list[Change]]:
    history = history_of(catalog, profile)
    base = answer(Question(Case(catalog, history, plan), OneClass(target)))
    return history, list(find_changes(Case(catalog, history, plan), base))


def months_of(changes: list[Change], begins: str) -> int | None:
    (found,) = [one for one in changes if one.what.startswith(begins)]
    return found.answer.months


def test_each_change_is_worked_out_anew_by_the_engine(bundled: Catalog) -> None:
    profile: dict[str, object] = {
        "standing": {"internal": True},
        "jobs": [{"class": "us-nd/0441", "months": 30}],
        "present": {"class": "us-nd/0441"},
        "education": {"semester_hours": 10},
    }
    target, plan = "us-nd/0443", Plan()
    history, changes = changes_of(bundled, profile, target, plan)
    assert assess(Case(bundled, history, plan), target).months == 54
    bachelor = history._replace(degrees=(DegreeHeld(DegreeLevel.BACHELOR, None),))
    assert months_of(changes, "Hold a bachelor's") == assess(Case(bundled, bachelor, plan), target).months == 6
    block = history._replace(semester_hours=Fraction(30))
    assert months_of(changes, "Have 20 more semester hours") == assess(Case(bundled, block, plan), target).months == 42
    degree = {"semester_hours": 10, "degrees": [{"level": "associate"}]}
    _, graduate = changes_of(bundled, profile | {"education": degree}, target, plan)
    assert months_of(graduate, "Have 30 more semester hours") == 84 - 30 - 36
    studying = plan._replace(study_hours_a_year=Fraction(12))
    assert months_of(changes, "Study 12 semester hours") == assess(Case(bundled, history, studying), target).months
    climbing = assess_climb(Case(bundled, history, CLIMB), target)
    assert months_of(changes, "Climb by the quickest ladder") == climbing.months == 12
    via = assess_climb(Case(bundled, history, CLIMB._replace(via=("us-nd/0442",))), target)
    assert months_of(changes, "Move to Customer Service Specialist") == via.months
    assert changes[0].what.startswith("Hold a bachelor's")
    assert all(saves(one, assess(Case(bundled, history, plan), target)) for one in changes)


def test_lead_duties_and_confirmed_conditions_are_among_the_changes(bundled: Catalog) -> None:
    profile: dict[str, object] = {
        "standing": {"internal": True},
        "jobs": [{"class": "us-nd/0443", "months": 24}],
        "present": {"class": "us-nd/0443"},
    }
    history, changes = changes_of(bundled, profile, "us-nd/0444", Plan())
    base = assess(Case(bundled, history, Plan()), "us-nd/0444")
    assert base.months is None
    confirmed = assess(Case(bundled, history, Plan(assumed=frozenset(["LEAD"]))), "us-nd/0444")
    assert months_of(changes, "Have this confirmed: Lead, team-leader") == confirmed.months == 0
    lead_in = frozenset(one for one in bundled.classes if one.startswith("us-nd/04"))
    leading = assess(Case(bundled, history, Plan(lead_in=lead_in)), "us-nd/0444")
    assert months_of(changes, "Take on lead duties") == leading.months == 12
    assert changes[0].answer.months == 0
    assert "STILL" not in changes[0].leans_on


def test_a_feeder_that_is_only_named_is_held_and_not_entered(bundled: Catalog) -> None:
    _, changes = changes_of(bundled, dict(PERSON), "us-ct/6435CL", Plan())
    assert months_of(changes, "Hold Office Assistant (only named) from November 2026 on") == 3
    assert months_of(changes, "Have this confirmed: Some service is declared") is None


def test_going_on_with_the_present_job_is_a_change_of_the_plan_none(bundled: Catalog) -> None:
    plan = Plan(kind=PlanKind.NONE)
    history, changes = changes_of(bundled, dict(PERSON), "us-nd/0443", plan)
    staying = assess(Case(bundled, history, Plan()), "us-nd/0443")
    assert months_of(changes, "Go on with the present job") == staying.months == 12


def test_a_degree_held_and_a_maximum_reached_offer_no_more_study(bundled: Catalog) -> None:
    profile: dict[str, object] = {
        "present": {"class": "us-nd/0441"},
        "education": {"degrees": [{"level": "bachelor"}]},
    }
    _, changes = changes_of(bundled, profile, "us-nd/0443", Plan())
    assert not [one for one in changes if one.what.startswith("Hold a bachelor") or "semester hours done" in one.what]


def test_degrees_that_the_text_names_are_among_the_changes(bundled: Catalog) -> None:
    profile: dict[str, object] = {"present": {"title": "Analyst", "counts_toward": ["us-ct/5257MP#special"]}}
    history, changes = changes_of(bundled, profile, "us-ct/5257MP", Plan())
    law = history._replace(degrees=(DegreeHeld(DegreeLevel.LAW, None),))
    assert months_of(changes, "Hold a law degree") == assess(Case(bundled, law, Plan()), "us-ct/5257MP").months == 24
    found = next(one for one in changes if one.what.startswith("Hold a law degree"))
    assert found.leans_on == ("IMPLIED_BACHELOR",)
    assert any(one.what.startswith("Hold a master's degree in business administration") for one in changes)


# ------------------------------------------------------------------ the whole catalog


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("make", [layered, random_catalog], ids=["layered", "random"])
def test_breaks_are_the_classes_that_no_climb_from_below_reaches(make: object, seed: int) -> None:
    catalog = layered(seed) if make is layered else random_catalog(seed)
    times = time_steps(on_day_one(catalog, AS_OF))
    plan = without_profile(CLIMB)
    broken = set()
    for target in {time.step.target_class for time in times}:
        found = [
            find_paths(
                Case(catalog, day_one(AS_OF), plan), start=one, target=target, alternatives=0, budget=40_000
            ).best
            for one in classes_below(catalog, target, frozenset()) - {target}
        ]
        if all(one is None or one.months is None for one in found):
            broken.add(target)
    assert {one.target for one in find_breaks(on_day_one(catalog, AS_OF), times)} == broken


def test_the_break_of_the_bundled_ladder_is_the_lead_year(bundled: Catalog) -> None:
    found = {one.target: one for one in find_breaks(on_day_one(bundled, AS_OF), time_steps(on_day_one(bundled, AS_OF)))}
    assert set(found) == {"us-nd/0444", "us-ct/5257MP", "us-ct/6163MP"}
    assert [one.target for one in found.values() if not is_unknown(one)] == ["us-nd/0444"]
    words = words_of(render_catalog_report(bundled, as_of=AS_OF))
    lead = "If your work in the series, past and to come, is lead work"
    assert f"special experience is missing. {lead}, it would take 1 year." in words
    assert "It cannot be told. The length of the training is not in the data" in words


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


def paid(spec: ClassSpecification, *ranges: tuple[PayUnit, str]) -> ClassSpecification:
    told = tuple(PayRange(unit=unit, low=Decimal(low), high=Decimal(999999)) for unit, low in ranges)
    return replace(spec, pay=Pay(plan="P", grade="A", ranges=told, source=SOURCE))


def test_pay_is_compared_exactly_in_the_widest_unit_that_both_print() -> None:
    catalog = catalog_of(
        paid(graded("1"), (PayUnit.HOURLY, "10.10"), (PayUnit.YEARLY, "21000")),
        paid(graded("2", feeders=["1"]), (PayUnit.HOURLY, "10.35"), (PayUnit.YEARLY, "21500.10")),
        paid(graded("3", feeders=["1"]), (PayUnit.HOURLY, "9.60")),
        paid(graded("4", feeders=["1"]), (PayUnit.MONTHLY, "9000")),
    )
    gains = gain_pay(on_day_one(catalog, AS_OF), time_steps(on_day_one(catalog, AS_OF)))
    assert [(one.time.step.target_class, one.unit, one.gain, one.months) for one in gains] == [
        ("xx/2", PayUnit.YEARLY, Fraction("500.10"), 12),
        ("xx/3", PayUnit.HOURLY, Fraction("-0.5"), 12),
    ]
    words = words_of(render_catalog_report(catalog, as_of=AS_OF))
    assert "$500.10 a year [1] 1 year $41.675 a year" in words
    assert "-$0.50 an hour [1] 1 year -$0.0417 an hour" in words


def test_long_lists_are_cut_short_and_say_so() -> None:
    catalog = Catalog(validate_json(CatalogRecord, json.dumps(make_catalog(60))))
    page = render_catalog_report(catalog, as_of=AS_OF)
    words = words_of(page)
    assert "steps are listed." in words
    assert "The first 40 of" in words
    assert len(page.encode()) < 400_000


@pytest.mark.full
def test_a_catalog_of_700_classes_makes_a_page_under_a_megabyte() -> None:
    catalog = Catalog(validate_json(CatalogRecord, json.dumps(make_catalog(700))))
    assert len(render_catalog_report(catalog, as_of=AS_OF).encode()) < 1_000_000
