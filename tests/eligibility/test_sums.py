"""Requirements added to one another, and service that stands for months up to a maximum."""

import pytest

from ladder.eligibility.plans import Plan, PlanKind
from tests.eligibility.small_catalogs import Json, answer, catalog_of, grade, service, stands_for, work

NONE = Plan(PlanKind.NONE)
ADDED = grade(
    "1",
    service("general", 12, "a", or_in_field=True),
    service("special", 6, "a", "b", additional_to="general", or_in_field=True),
)
FEEDERS = (grade("a"), grade("b"))


@pytest.mark.parametrize(
    ("jobs", "months", "left"),
    [
        ([], 18, (12, 6)),
        ([work("a", 6)], 12, (12, 0)),
        ([work("b", 6)], 12, (12, 0)),
        ([work("a", 12), work("b", 6)], 0, (0, 0)),
        ([work("a", 18)], 0, (0, 0)),
        ([work("b", 30)], 12, (12, 0)),
        ([work("a", 12)], 6, (6, 0)),
    ],
)
def test_requirements_that_are_added_need_months_of_their_own(
    jobs: list[Json], months: int, left: tuple[int, int]
) -> None:
    found = answer(catalog_of(*FEEDERS, ADDED), "1", jobs=jobs, present=work("a"))
    assert found.months == months
    assert tuple(trace.left for trace in found.requirements) == left


def test_what_is_missing_of_added_requirements_is_named() -> None:
    catalog = catalog_of(*FEEDERS, ADDED)
    either = (("us-xx/1#general",), ("us-xx/1#special",))
    assert answer(catalog, "1", plan=NONE, jobs=[work("a", 12)]).missing == either
    assert answer(catalog, "1", plan=NONE).missing == (("us-xx/1#general", "us-xx/1#special"),)
    assert answer(catalog, "1", plan=NONE, jobs=[work("b", 6)]).missing == (("us-xx/1#general",),)


def test_three_requirements_added_to_one_another() -> None:
    three = grade(
        "1",
        service("general", 4, "a"),
        service("special", 3, "a", additional_to="general"),
        service("deep", 2, "a", additional_to="special"),
    )
    catalog = catalog_of(*FEEDERS, three)
    assert answer(catalog, "1", present=work("a")).months == 9
    assert answer(catalog, "1", jobs=[work("a", 5)], present=work("a")).months == 4


def test_study_stands_for_its_own_part_of_a_sum() -> None:
    block = stands_for("study", "general", semester_hours=30, months=12, at_most_months=48)
    rules = {**ADDED, "qualifications": {**ADDED["qualifications"], "substitutions": [block]}}
    catalog = catalog_of(*FEEDERS, rules)
    found = answer(catalog, "1", education={"semester_hours": 120}, present=work("a"))
    assert found.months == 6
    assert [trace.left for trace in found.requirements] == [0, 6]


CAPPED = grade(
    "1",
    service("general", 24, "a"),
    substitutions=[stands_for("service", "general", feeder="b", months=6, at_most_months=6)],
)


@pytest.mark.parametrize(
    ("jobs", "present", "months"),
    [
        ([work("a", 18), work("b", 6)], work("a"), 0),
        ([work("b", 30)], work("a"), 18),
        ([work("b", 4)], work("a"), 20),
        ([work("a", 18)], work("b"), 6),
        ([work("a", 17)], work("b"), None),
        ([], [work("a", fte="0.5"), work("b", fte="0.5")], 36),
    ],
)
def test_service_that_stands_for_months_up_to_a_maximum(jobs: list[Json], present: object, months: int | None) -> None:
    found = answer(catalog_of(*FEEDERS, CAPPED), "1", jobs=jobs, present=present)
    assert found.months == months


@pytest.mark.parametrize(
    ("jobs", "months"), [([work("b", 12)], 6), ([work("b", 6)], 12), ([work("b", 9)], 9), ([], 18)]
)
def test_a_month_is_used_once_in_a_sum_that_service_stands_in_for(jobs: list[Json], months: int) -> None:
    sub = stands_for("service", "general", feeder="b", months=6, at_most_months=6)
    rules = {**ADDED, "qualifications": {**ADDED["qualifications"], "substitutions": [sub]}}
    assert answer(catalog_of(*FEEDERS, rules), "1", jobs=jobs, present=work("a")).months == months


@pytest.mark.parametrize(("jobs", "months"), [([work("b", 12)], 12), ([work("b", 24)], 0), ([], 24)])
def test_a_month_that_counts_already_is_not_counted_again_as_a_substitution(jobs: list[Json], months: int) -> None:
    rules = {
        **CAPPED,
        "qualifications": {**CAPPED["qualifications"], "requirements": [service("general", 24, "a", "b")]},
    }
    assert answer(catalog_of(*FEEDERS, rules), "1", jobs=jobs, present=work("b")).months == months


@pytest.mark.parametrize(
    ("jobs", "months"),
    [([], 12), ([work("b", 6)], 6), ([work("b", 30)], 6), ([work("a", 12)], 0), ([work("a", 5), work("b", 6)], 1)],
)
def test_two_substitutions_with_maxima(jobs: list[Json], months: int) -> None:
    subs = [
        stands_for("service", "general", feeder="a", months=12, at_most_months=12),
        stands_for("service", "general", feeder="b", months=6, at_most_months=6),
    ]
    rules = grade("1", service("general", 12), substitutions=subs)
    assert answer(catalog_of(*FEEDERS, rules), "1", jobs=jobs, present=work("a")).months == months


@pytest.mark.parametrize(("fte", "months"), [("0.5", 12), ("0.25", 24)])
def test_jobs_held_at_once_fill_a_requirement_together(fte: str, months: int) -> None:
    sub = stands_for("service", "general", feeder="b", months=9, at_most_months=9)
    rules = grade("1", service("general", 12, "a"), substitutions=[sub])
    present = [work("a", fte=fte), work("b", fte=fte)]
    assert answer(catalog_of(*FEEDERS, rules), "1", present=present).months == months


@pytest.mark.parametrize(
    ("jobs", "months"), [([work("y", 12), work("x", 6)], 0), ([work("x", 6)], 12), ([work("y", 20)], 6), ([], 18)]
)
def test_substitutions_in_both_parts_of_a_sum(jobs: list[Json], months: int) -> None:
    subs = [
        stands_for("service", "general", feeder="y", months=12, at_most_months=12),
        stands_for("service", "general", feeder="z", months=12, at_most_months=12),
        stands_for("service", "special", feeder="x", months=6, at_most_months=6),
    ]
    rules = {**ADDED, "qualifications": {**ADDED["qualifications"], "substitutions": subs}}
    catalog = catalog_of(*FEEDERS, *(grade(code) for code in "xyz"), rules)
    assert answer(catalog, "1", jobs=jobs, present=work("a")).months == months


def test_a_maximum_is_traced_as_a_credit() -> None:
    found = answer(catalog_of(*FEEDERS, CAPPED), "1", jobs=[work("b", 30), work("a", 10)])
    (trace,) = found.requirements
    assert (trace.held, trace.left) == (10, 8)
    assert [(one.by, one.months, one.what) for one in trace.credited] == [
        ("service", 6, "service under us-xx/1#sub:us-xx/b")
    ]


@pytest.mark.parametrize(("standing", "months"), [(True, 0), (False, None), (None, None)])
def test_a_maximum_for_people_of_a_standing(standing: object, months: int | None) -> None:
    sub = stands_for("service", "general", feeder="b", months=6, at_most_months=24, standing="state_employee")
    catalog = catalog_of(*FEEDERS, grade("1", service("general", 24, "a"), substitutions=[sub]))
    declared = {} if standing is None else {"standing": {"state_employee": standing}}
    assert answer(catalog, "1", plan=NONE, jobs=[work("b", 24)], **declared).months == months
