"""Service that stands for study or for other service, at a rate and up to a maximum."""

import random
from collections.abc import Sequence
from fractions import Fraction
from itertools import product

import pytest

from ladder.eligibility.answers import Assessment
from ladder.eligibility.cases import Case
from ladder.eligibility.plans import Plan, PlanKind
from ladder.paths.path_answers import find_paths
from tests.eligibility.small_catalogs import (
    Json,
    answer,
    catalog_of,
    effects,
    grade,
    other,
    person,
    service,
    stands_for,
    toward,
    work,
)
from tests.measure import measure

NONE = Plan(PlanKind.NONE)
FEEDERS = (grade("a"), grade("b"))
BOTH = ["1#general", "1#school"]
YEAR_FOR_YEAR = stands_for("service", "school", what="work of the kind", months=12, gives_years=1)


def doing(*references: str, months: int | None = None, **more: object) -> Json:
    return {**toward("", months, **more), "counts_toward": [f"us-xx/{one}" for one in references]}


def schooled(*subs: Json, school: Json | None = None, experience: int = 24) -> Json:
    asked = [service("general", experience, or_in_field=True)] if experience else []
    study = other("education", "school", **(school or {"degree": "bachelor"}))
    return grade("1", *asked, study, substitutions=list(subs or (YEAR_FOR_YEAR,)))


def judged(rules: Json, *jobs: Json, plan: Plan = NONE, **profile: object) -> Assessment:
    return answer(catalog_of(*FEEDERS, rules), "1", plan=plan, jobs=list(jobs), **profile)


def lefts(found: Assessment) -> dict[str, object]:
    return {trace.reference.partition("#")[2]: trace.left for trace in found.requirements}


@pytest.mark.parametrize(
    ("hours", "months"), [(0, 72), (29, 72), (30, 60), (45, 60), (60, 48), (90, 36), (120, 24), (150, 24)]
)
def test_service_fills_what_study_leaves(hours: int, months: int) -> None:
    found = judged(schooled(), plan=Plan(PlanKind.STAY), present=doing(*BOTH), education={"semester_hours": hours})
    assert found.months == months


@pytest.mark.parametrize(("asked", "months"), [("study", 1), ("experience", 0), ("both", 24)])
def test_months_of_experience_are_rounded_and_study_is_not(asked: str, months: int) -> None:
    school = schooled(school={"degree": "associate"}, experience=24 if asked == "both" else 0)
    rules = grade("1", service("general", 24, or_in_field=True)) if asked == "experience" else school
    catalog = catalog_of(rules, conventions={"rounding": "nearest_month"})
    counts = ["1#general"] if asked == "experience" else BOTH if asked == "both" else ["1#school"]
    half = {
        "jobs": [doing(*counts, months=47, fte="0.5")],
        "present": doing(*counts, fte="1" if asked == "both" else "0.5"),
    }
    assert answer(catalog, "1", plan=Plan(PlanKind.STAY), **half).months == months


@pytest.mark.parametrize(("level", "months"), [("associate", 48), ("bachelor", 24), ("master", 24)])
def test_a_degree_that_serves_fills_all_the_study(level: str, months: int) -> None:
    education = {"degrees": [{"level": level}]}
    assert judged(schooled(), plan=Plan(PlanKind.STAY), present=doing(*BOTH), education=education).months == months


def test_service_that_also_counts_is_used_for_both() -> None:
    rules = schooled({**YEAR_FOR_YEAR, "also_counts": True})
    assert judged(rules, plan=Plan(PlanKind.STAY), present=doing(*BOTH)).months == 48


@pytest.mark.parametrize(
    ("school", "months"),
    [
        ({"degree": "associate"}, 24),
        ({"semester_hours": 30}, 12),
        ({"semester_hours": 45}, 18),
        ({"degree": "bachelor", "fields": ["law"]}, 48),
    ],
)
def test_what_study_comes_to_in_service(school: Json, months: int) -> None:
    found = judged(schooled(school=school, experience=0), plan=Plan(PlanKind.STAY), present=doing("1#school"))
    assert found.months == months


@pytest.mark.parametrize(
    ("education", "left"),
    [
        ({"semester_hours": 90}, 48),
        ({"degrees": [{"level": "bachelor", "field": "history"}]}, 48),
        ({"degrees": [{"level": "bachelor", "field": "law"}]}, 0),
        ({"courses": [{"field": "law", "semester_hours": 35}]}, 36),
        ({"courses": [{"field": "law", "semester_hours": 65}], "semester_hours": 90}, 24),
    ],
)
def test_hours_without_a_field_fill_nothing_where_a_field_is_asked(education: Json, left: int) -> None:
    rules = schooled(school={"degree": "bachelor", "fields": ["law"]}, experience=0)
    assert lefts(judged(rules, education=education)) == {"school": left}


def test_hours_in_another_field_are_asked_about() -> None:
    rules = schooled(school={"degree": "associate", "fields": ["law"]}, experience=0)
    courses = [{"field": "law", "semester_hours": 15}, {"field": "legal studies", "semester_hours": 20}]
    found = judged(rules, plan=Plan(PlanKind.STAY), present=doing("1#school"), education={"courses": courses})
    assert (found.months, effects(found)["RELATED_FIELD"]) == (24, "asked")
    assert found.if_conditions_met is not None
    assert found.if_conditions_met[0] == 12


@pytest.mark.parametrize(
    ("sub", "months", "left"),
    [
        ({"months": 24, "gives_months": 12}, 48, 24),
        ({"months": 24, "gives_years": 1}, 48, 24),
        ({"months": 12, "gives_months": 12, "at_most_months": 36}, 48, 12),
        ({"months": 12, "gives_months": 24}, 12, 24),
        ({"months": 24, "gives_months": 12, "at_most_months": 20}, 48, 28),
        ({"months": 12, "at_most_months": 30}, 48, 18),
    ],
)
def test_the_rate_and_the_maximum_of_credit(sub: Json, months: int, left: int) -> None:
    rules = schooled(stands_for("service", "school", what="work", **sub), experience=0)
    found = judged(rules, doing("1#school", months=months))
    (trace,) = found.requirements
    assert (trace.kind, trace.asked, trace.held, trace.left) == ("education", 48, 0, left)
    assert [(one.by, one.months) for one in trace.credited] == [("service", 48 - left)]
    assert effects(found)["FIELD_MATCH"] == "shown"


def test_service_in_a_class_stands_for_study() -> None:
    rules = schooled(stands_for("service", "school", feeder="a", months=12, gives_years=1), experience=0)
    assert judged(rules, plan=Plan(PlanKind.STAY), present=work("a")).months == 48
    assert judged(rules, plan=Plan(PlanKind.STAY), present=doing("1#sub:us-xx/a")).months is None


@pytest.mark.parametrize(("months", "left"), [(72, (0, 0)), (60, (12, 0)), (30, (0, 18))])
def test_months_are_used_for_study_or_for_experience(months: int, left: tuple[int, int]) -> None:
    found = judged(schooled(), doing(*BOTH, months=months))
    told = lefts(found)
    assert (found.months == 0) == (left == (0, 0))
    assert sum(told.values()) >= sum(left)  # type: ignore[arg-type]  # every left of these is a number


def test_half_pay_for_study_beside_experience() -> None:
    rules = schooled(stands_for("service", "school", what="work", months=24, gives_years=1))
    assert judged(rules, plan=Plan(PlanKind.STAY), present=doing(*BOTH)).months == 96 + 24
    assert judged(rules, doing("1#school", months=96), doing("1#general", months=24)).months == 0
    assert judged(rules, doing("1#school", months=95), doing("1#general", months=24)).months is None


def test_study_while_serving() -> None:
    plan = Plan(PlanKind.STAY, study_hours_a_year=Fraction(30))
    assert judged(schooled(), plan=plan, present=doing(*BOTH)).months == 36


def test_special_experience_within_the_general_beside_study() -> None:
    rules = grade(
        "1",
        service("general", 24, or_in_field=True),
        service("special", 12, or_in_field=True, within="general"),
        other("education", "school", degree="associate"),
        substitutions=[{**YEAR_FOR_YEAR}],
    )
    both = doing("1#special", "1#school")
    assert judged(rules, plan=Plan(PlanKind.STAY), present=both).months == 48
    assert judged(rules, doing("1#general", months=12), plan=Plan(PlanKind.STAY), present=both).months == 36
    assert judged(rules, doing("1#general", months=24), plan=Plan(PlanKind.STAY), present=both).months == 36


@pytest.mark.parametrize(
    ("sub", "jobs", "left"),
    [
        ({"months": 12, "gives_months": 6}, [work("b", 12)], 18),
        ({"months": 12, "gives_months": 6, "at_most_months": 8}, [work("b", 24)], 16),
        ({"months": 12, "gives_months": 6}, [work("b", 12), work("a", 6)], 12),
        ({"months": 6, "gives_months": 12}, [work("b", 12)], 0),
        ({"months": 3, "gives_months": 1}, [work("b", 10)], 24 - Fraction(10, 3)),
    ],
)
def test_service_for_service_at_a_rate(sub: Json, jobs: list[Json], left: object) -> None:
    rules = grade("1", service("general", 24, "a"), substitutions=[stands_for("service", "general", feeder="b", **sub)])
    found = judged(rules, *jobs)
    (trace,) = found.requirements
    assert trace.held is not None
    assert trace.left == left
    assert trace.held + sum(one.months for one in trace.credited) + left == 24  # type: ignore[operator]  # a number


@pytest.mark.parametrize(("gives", "months"), [(6, 24), (24, 12)])
def test_jobs_held_at_once_at_different_rates(gives: int, months: int) -> None:
    sub = stands_for("service", "general", feeder="b", months=12, gives_months=gives)
    rules = grade("1", service("general", 24, "a"), substitutions=[sub])
    assert judged(rules, plan=Plan(PlanKind.STAY), present=[work("a"), work("b")]).months == months


@pytest.mark.parametrize(("months", "left"), [(36, (0, 0, 0)), (35, None), (24, None)])
def test_specific_experience_is_added_to_the_general_with_the_special_within(months: int, left: object) -> None:
    rules = grade(
        "1",
        service("general", 24, or_in_field=True),
        service("special", 24, or_in_field=True, within="general"),
        service("specific", 12, or_in_field=True, additional_to="general"),
        substitutions=[stands_for("study", "general", semester_hours=30, months=12, at_most_months=12)],
    )
    job = doing("1#special", "1#specific")
    education = {"semester_hours": 30}
    assert judged(rules, plan=Plan(PlanKind.STAY), present=job, education=education).months == 36
    found = judged(rules, doing("1#special", "1#specific", months=months), education=education)
    assert (found.months == 0) == (left is not None)
    assert (sum(lefts(found).values()) == 0) == (left is not None)  # type: ignore[arg-type]  # all are numbers


Use = frozenset[str]
"""What one month of service may be used for."""


@pytest.mark.untraced
def test_months_are_used_as_well_as_can_be() -> None:
    for seed in range(measure(1_500)):
        rng = random.Random(seed)
        asked = {name: rng.randint(0, 4) for name in ("general", "special", "specific")}
        rules = grade(
            "1",
            service("general", asked["general"], or_in_field=True),
            service("special", asked["special"], or_in_field=True, within="general"),
            service("specific", asked["specific"], or_in_field=True, additional_to="general"),
            other("education", "school", semester_hours=5),
            substitutions=[stands_for("service", "school", what="work", months=rng.choice([1, 2]), gives_months=1)],
        )
        rate = rules["qualifications"]["substitutions"][0]["months"]
        months = [frozenset(rng.sample([*asked, "school"], rng.randint(0, 4))) for _ in range(rng.randint(0, 9))]
        found = judged(rules, *(doing(*(f"1#{name}" for name in sorted(one)), months=1) for one in months if one))
        assert (found.months == 0) == _fits(asked, 2 * rate, months), seed
        assert (sum(lefts(found).values()) == 0) == (found.months == 0), seed  # type: ignore[arg-type]  # all numbers


def _fits(asked: dict[str, int], school: int, months: list[Use]) -> bool:
    """Return whether some use of each month, for one of the three sides, meets everything asked."""
    sides = [[side for side in ("general", "specific", "school") if _serves(side, one)] or [""] for one in months]
    return any(_is_enough(asked, school, months, used) for used in product(*sides))


def _serves(side: str, month: Use) -> bool:
    return side in month or (side == "general" and "special" in month)


def _is_enough(asked: dict[str, int], school: int, months: list[Use], used: Sequence[str]) -> bool:
    special = sum(1 for one, side in zip(months, used, strict=True) if side == "general" and "special" in one)
    told = (used.count("general"), special, used.count("specific"), used.count("school"))
    return all(held >= one for held, one in zip(told, (*asked.values(), school), strict=True))


@pytest.mark.untraced
@pytest.mark.parametrize(
    ("sub", "standing_for"),
    [
        ({"months": 2, "gives_months": 1}, "general"),
        ({"months": 2, "gives_months": 1, "at_most_months": 2}, "general"),
        ({"months": 3, "gives_months": 2, "at_most_months": 3}, "general"),
        ({"months": 1, "gives_months": 2, "at_most_months": 6}, "general"),
        ({"months": 1, "gives_months": 2}, "school"),
        ({"months": 4, "gives_months": 1}, "school"),
    ],
)
@pytest.mark.parametrize("before", [1, 3, 5])
def test_the_best_plan_of_a_climb_at_a_rate(sub: Json, standing_for: str, before: int) -> None:
    school = [other("education", "school", semester_hours=5)] if standing_for == "school" else []
    subs = [stands_for("service", standing_for, feeder="a", **sub)]
    target = grade("1", service("general", 9, "b"), *school, substitutions=subs)
    catalog = catalog_of(grade("a"), grade("b", service("first", before, "a")), target)
    plans = [(first, then) for first in range(20) for then in range(40) if first >= before or not then]
    soonest_first = sorted(plans, key=sum)
    told = next(sum(one) for one in soonest_first if answer(catalog, "1", plan=NONE, jobs=_served(*one)).months == 0)
    found = find_paths(Case(catalog, person(catalog), Plan(PlanKind.CLIMB)), start="us-xx/a", target="us-xx/1")
    assert found.best is not None
    assert (found.best.months, found.best.proved_months) == (told, told)


def _served(first: int, then: int) -> list[Json]:
    return [*([work("a", first)] if first else []), *([work("b", then)] if then else [])]
