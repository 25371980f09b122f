"""Service that counts only after something, or only where it is recent: parts, substitutions, hours, filing, clocks."""

from fractions import Fraction

import pytest

from ladder.eligibility.answers import Assessment
from ladder.eligibility.clocks import Accrual, Amount
from ladder.eligibility.plans import Plan, PlanKind
from tests.eligibility.small_catalogs import (
    SOURCE,
    Json,
    answer,
    catalog_of,
    effects,
    grade,
    other,
    service,
    stands_for,
    toward,
    work,
)

DEGREE = other("education", "degree", degree="bachelor")
AWARDED: Json = {"degrees": [{"level": "bachelor", "month": "2025-11"}]}
IDLE = Plan(PlanKind.NONE)
THREE_YEARS: Json = {"start": "2023-11", "end": "2026-11"}


def held(found: Assessment, name: str) -> Amount | None:
    return next(one.held for one in found.requirements if one.reference == f"us-xx/1#{name}")


@pytest.mark.parametrize(
    ("general", "special", "months"),
    [({"after": "degree"}, {}, (12, 12)), ({}, {"after": "degree"}, (36, 12)), ({}, {}, (36, 36))],
)
def test_the_order_of_a_whole_limits_its_part_and_that_of_a_part_the_part_alone(
    general: Json, special: Json, months: tuple[int, int]
) -> None:
    rules = (service("general", 60, **general), service("special", 60, "2", within="general", **special), DEGREE)
    catalog = catalog_of(grade("1", *rules), grade("2"))
    found = answer(catalog, "1", plan=IDLE, jobs=[work("2", **THREE_YEARS)], education=AWARDED)
    assert (held(found, "general"), held(found, "special")) == months


def test_service_that_stands_for_months_of_it_must_come_after_as_well() -> None:
    capped = stands_for("service", "general", feeder="2", months=12, at_most_months=24)
    catalog = catalog_of(grade("1", service("general", 24, after="degree"), DEGREE, substitutions=[capped]), grade("2"))
    found = answer(catalog, "1", plan=IDLE, jobs=[work("2", **THREE_YEARS)], education=AWARDED)
    assert [one.months for one in found.requirements[0].credited] == [12]
    assert found.requirements[0].left == 12


def test_what_stands_for_all_of_it_may_have_come_before() -> None:
    whole = stands_for("service", "general", feeder="2", months=36)
    catalog = catalog_of(grade("1", service("general", 24, after="degree"), DEGREE, substitutions=[whole]), grade("2"))
    found = answer(catalog, "1", plan=IDLE, jobs=[work("2", **THREE_YEARS)], education=AWARDED)
    assert (found.months, found.routes) == (0, ("sub:us-xx/2",))


@pytest.mark.parametrize(
    ("education", "months", "order"),
    [
        ({"degrees": [{"level": "associate", "month": "2025-05"}]}, 18, None),
        ({"degrees": [{"level": "associate"}]}, 0, "asked"),
        ({"semester_hours": 60}, 0, "asked"),
        ({"semester_hours": 30, "degrees": [{"level": "associate", "month": "2025-05"}]}, 18, None),
        ({"semester_hours": 60, "degrees": [{"level": "associate", "month": "2025-05"}]}, 18, "asked"),
        ({"semester_hours": 30, "degrees": [{"level": "doctorate", "month": "2026-05"}]}, 6, None),
        ({"semester_hours": 59}, 0, None),
    ],
)
def test_hours_that_come_first_have_the_month_of_a_degree_or_none(
    education: Json, months: int, order: str | None
) -> None:
    hours = other("education", "hours", semester_hours=60)
    catalog = catalog_of(grade("1", service("general", 60, after="hours"), hours))
    found = answer(catalog, "1", plan=IDLE, jobs=[toward("1#general", **THREE_YEARS)], education=education)
    assert held(found, "general") == months
    assert effects(found).get("ORDER") == order


def test_planned_study_that_comes_first_begins_the_count() -> None:
    hours = other("education", "hours", semester_hours=30)
    catalog = catalog_of(grade("1", service("general", 12, after="hours"), hours))
    plan = Plan(PlanKind.STAY, study_hours_a_year=Fraction(30))
    assert answer(catalog, "1", plan=plan, present=toward("1#general")).months == 24


def test_a_sooner_degree_in_another_field_is_asked_of_the_experience() -> None:
    law = other("education", "law", degree="bachelor", fields=["Law"])
    degrees = [{"level": "bachelor", "field": "Law", "month": "2025-11"}, {"level": "master", "month": "2024-11"}]
    catalog = catalog_of(grade("1", service("general", 24, after="law"), law))
    found = answer(catalog, "1", plan=IDLE, jobs=[toward("1#general", **THREE_YEARS)], education={"degrees": degrees})
    assert (held(found, "general"), effects(found)) == (12, {"FIELD_MATCH": "shown", "RELATED_FIELD": "asked"})
    assert found.if_conditions_met == (0, ("RELATED_FIELD",))


def test_study_implies_high_school_from_its_first_hours() -> None:
    catalog = catalog_of(grade("1", other("education", "school", degree="high_school")))
    found = answer(catalog, "1", plan=Plan(PlanKind.NONE, study_hours_a_year=Fraction(6)))
    assert (found.months, effects(found)) == (1, {"SCHOOL": "asked"})


def test_high_school_planned_is_held_in_its_month_and_not_asked() -> None:
    catalog = catalog_of(grade("1", other("education", "school", degree="high_school")))
    found = answer(catalog, "1", events=[{"month": "2027-06", "degree": {"level": "high_school"}}])
    assert (found.months, effects(found)) == (7, {})


@pytest.mark.parametrize(("lacking", "file_months"), [(0, 24), (2, 22), (6, 0)])
def test_one_files_early_by_what_is_left_inside_the_window(lacking: int, file_months: int) -> None:
    early = {"lacking_months": lacking, "source": SOURCE}
    catalog = catalog_of(grade("1", service("general", 24, within_last_months=30), early_filing=early))
    jobs = [toward("1#general", start="2024-05", end="2025-11")]
    found = answer(catalog, "1", jobs=jobs, present=toward("1#general"))
    assert (found.months, found.file_months) == (24, file_months)


@pytest.mark.parametrize(
    ("share", "degree", "months", "shown"),
    [("0.95", "2026-11", 1158, {}), ("0.9", "2026-11", None, {}), ("0.95", "2039-05", None, {"HORIZON": "shown"})],
)
def test_a_window_is_looked_at_up_to_the_horizon(share: str, degree: str, months: int | None, shown: Json) -> None:
    asked = service("general", 1100, within_last_months=1200, after="degree")
    catalog = catalog_of(grade("1", asked, DEGREE))
    present = toward("1#general", fte=share)
    found = answer(catalog, "1", present=present, events=[{"month": degree, "degree": {"level": "bachelor"}}])
    expected = shown | {"FIELD_MATCH": "shown"}
    assert (found.months, effects(found)) == (months, expected)


def test_service_accrues_from_a_month_on() -> None:
    accrual = Accrual(((0, 0, 1), (6, 6, Fraction(1, 2)), (12, 9, 0)))
    assert accrual.starting(0) is accrual
    later = accrual.starting(8)
    assert later.segments == ((0, 0, 0), (8, 0, Fraction(1, 2)), (12, 2, 0))
    assert [later.by(month) for month in (8, 10, 12, 20)] == [0, 1, 2, 2]
