"""Study, degrees and education: blocks, caps, switches, fields."""

from fractions import Fraction

import pytest

from ladder.eligibility.hours import field_is_named
from ladder.eligibility.plans import Plan, PlanKind
from tests.eligibility.small_catalogs import (
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

BLOCK = stands_for("study", "general", semester_hours=30, months=12, at_most_months=48)


def credited(education: Json, conventions: Json | None = None, *more: Json, months: int = 96) -> object:
    catalog = catalog_of(
        grade("1", service("general", months), substitutions=[BLOCK, *more]), conventions=conventions or {}
    )
    trace = answer(catalog, "1", education=education).requirements[0]
    return sum(one.months for one in trace.credited)


@pytest.mark.parametrize(
    ("education", "conventions", "months"),
    [
        ({"semester_hours": 29}, {}, 0),
        ({"semester_hours": 30}, {}, 12),
        ({"semester_hours": 89}, {}, 24),
        ({"semester_hours": 500}, {}, 48),
        ({"semester_hours": 15}, {"study_blocks": "proportional"}, 6),
        ({"semester_hours": 1}, {"study_blocks": "proportional"}, Fraction(2, 5)),
        ({"semester_hours": 500}, {"study_blocks": "proportional"}, 48),
        ({"quarter_hours": 45}, {}, 12),
        ({"quarter_hours": 60}, {"quarter_hour_ratio": [1, 2]}, 12),
        ({"degrees": [{"level": "associate"}]}, {}, 24),
        ({"degrees": [{"level": "associate"}]}, {"associate_semester_hours": 30}, 12),
        ({"degrees": [{"level": "bachelor"}]}, {}, 48),
        ({"degrees": [{"level": "bachelor"}]}, {"bachelor_semester_hours": 90}, 36),
        ({"degrees": [{"level": "law"}]}, {}, 48),
        ({"degrees": [{"level": "law"}]}, {"advanced_degree_implies_bachelor": False}, 0),
        ({"degrees": [{"level": "law"}, {"level": "associate"}]}, {"advanced_degree_implies_bachelor": False}, 24),
    ],
)
def test_what_study_earns(education: Json, conventions: Json, months: object) -> None:
    assert credited(education, conventions) == months


def test_credit_ends_where_the_requirement_does() -> None:
    assert credited({"degrees": [{"level": "bachelor"}]}, months=36) == 36


@pytest.mark.parametrize(
    ("education", "shown"),
    [
        ({"semester_hours": 119}, set()),
        ({"semester_hours": 120}, {"NO_DEGREE_AT_CAP"}),
        ({"semester_hours": 120, "degrees": [{"level": "bachelor"}]}, set()),
        ({"semester_hours": 119, "degrees": [{"level": "master"}]}, {"IMPLIED_BACHELOR"}),
        ({"semester_hours": 120, "degrees": [{"level": "master"}]}, set()),
        ({"degrees": [{"level": "bachelor"}, {"level": "doctorate"}]}, set()),
    ],
)
def test_what_study_shows(education: Json, shown: set[str]) -> None:
    catalog = catalog_of(grade("1", service("general", 96), substitutions=[BLOCK]))
    assert set(effects(answer(catalog, "1", education=education))) == shown


def test_a_cap_below_a_degree_is_reached_without_one() -> None:
    low = stands_for("study", "general", semester_hours=30, months=12, at_most_months=24, related_field=True)
    catalog = catalog_of(grade("1", service("general", 96), substitutions=[low]))
    assert effects(answer(catalog, "1", education={"semester_hours": 130})) == {"RELATED_FIELD": "shown"}
    assert effects(answer(catalog, "1", education={"semester_hours": 29})) == {}


@pytest.mark.parametrize(
    ("yearly", "held", "conventions", "month"),
    [
        (30, 0, {}, 36),
        (60, 0, {}, 24),
        (30, 29, {}, 25),
        (30, 45, {}, 24),
        (45, 0, {}, 24),
        (44, 0, {}, 25),
        (30, 0, {"study_blocks": "proportional"}, 30),
        (Fraction(1, 2), 0, {"study_blocks": "proportional"}, 60),
        (Fraction(1, 100), 0, {"study_blocks": "proportional"}, 60),
        (Fraction(1, 10**9), 0, {"study_blocks": "proportional"}, 60),
    ],
)
def test_study_beside_work(yearly: int | Fraction, held: int, conventions: Json, month: int) -> None:
    catalog = catalog_of(grade("1", service("general", 60), substitutions=[BLOCK]), conventions=conventions)
    plan = Plan(PlanKind.STAY, study_hours_a_year=Fraction(yearly))
    found = answer(catalog, "1", plan=plan, present=toward("1#general"), education={"semester_hours": held})
    assert found.months == month


def test_study_counts_in_the_month_a_block_is_complete() -> None:
    catalog = catalog_of(grade("1", service("general", 48), substitutions=[BLOCK]))
    plan = Plan(PlanKind.NONE, study_hours_a_year=Fraction(44))
    assert answer(catalog, "1", plan=plan).months == 33


ASSOCIATE: Json = {"degrees": [{"level": "associate"}]}
TO_COME: Json = {"month": "2027-11", "degree": {"level": "associate"}}
LATER: Json = {"month": "2028-11", "degree": {"level": "associate"}}


@pytest.mark.parametrize(
    ("education", "events", "yearly", "month"),
    [
        (ASSOCIATE, [], 30, 24),
        (ASSOCIATE | {"semester_hours": 45}, [], 30, 24),
        (ASSOCIATE | {"semester_hours": 45, "quarter_hours": 45}, [], 30, 18),
        ({"degrees": [*ASSOCIATE["degrees"], *ASSOCIATE["degrees"]]}, [], 30, 24),
        ({"degrees": [*ASSOCIATE["degrees"], {"level": "master"}]}, [], 30, 0),
        ({}, [TO_COME], 30, 36),
        ({"semester_hours": 10}, [TO_COME], 24, 42),
        ({"semester_hours": 50}, [TO_COME], 24, 35),
        ({}, [TO_COME, LATER], 30, 36),
        ({}, [LATER, TO_COME], 30, 36),
        (ASSOCIATE, [TO_COME], 30, 24),
        ({}, [TO_COME], 0, None),
        ({"semester_hours": 119}, [TO_COME], 1, 12),
    ],
)
def test_study_is_added_to_what_an_associate_degree_counts_for(
    education: Json, events: list[Json], yearly: int, month: int | None
) -> None:
    catalog = catalog_of(grade("1", service("general", 48), substitutions=[BLOCK]))
    plan = Plan(PlanKind.NONE, study_hours_a_year=Fraction(yearly))
    assert answer(catalog, "1", plan=plan, education=education, events=events).months == month
    hours = catalog_of(grade("1", other("education", "hours", semester_hours=120)))
    assert answer(hours, "1", plan=plan, education=education, events=events).months == month


def test_study_past_a_bachelors_degree_is_not_added_to_it() -> None:
    catalog = catalog_of(grade("1", other("education", "hours", semester_hours=150)))
    plan = Plan(PlanKind.NONE, study_hours_a_year=Fraction(30))
    assert answer(catalog, "1", plan=plan, education={"degrees": [{"level": "bachelor"}]}).months == 60


MASTER = stands_for(
    "degree", "general", degree="master", fields=["Labor Relations"], or_closely_related=True, months=12
)
ANY_LAW = stands_for("degree", "general", degree="law", months=24)
NARROW = stands_for("degree", "general", degree="master", fields=["Labor Relations"], months=12)


@pytest.mark.parametrize(
    ("degrees", "months", "asked"),
    [
        ([{"level": "master", "field": "LABOR  relation"}], 60, False),
        ([{"level": "master", "field": "History"}], 48, True),
        ([{"level": "master"}], 48, True),
        ([{"level": "master", "field": "History"}, {"level": "master", "field": "Labor Relations"}], 60, False),
        ([{"level": "law"}], 72, False),
        ([{"level": "law"}, {"level": "master", "field": "Labor Relations"}], 84, False),
        ([{"level": "doctorate", "field": "Labor Relations"}], 48, False),
    ],
)
def test_degrees_stack_once_each(degrees: list[Json], months: int, *, asked: bool) -> None:
    assert credited({"degrees": degrees}, {}, MASTER, ANY_LAW) == months
    catalog = catalog_of(grade("1", service("general", 96), substitutions=[BLOCK, MASTER, ANY_LAW]))
    found = answer(catalog, "1", education={"degrees": degrees})
    assert (effects(found).get("CLOSELY_RELATED") == "asked") is asked


def test_a_field_that_is_not_named_is_asked_where_no_related_one_is_taken() -> None:
    catalog = catalog_of(grade("1", service("general", 12), substitutions=[NARROW]))
    found = answer(catalog, "1", education={"degrees": [{"level": "master", "field": "History"}]})
    assert (found.status, effects(found)) == ("unreachable", {"RELATED_FIELD": "asked"})
    assert found.if_conditions_met == (0, ("RELATED_FIELD",))


def test_a_degree_judged_closely_related_is_said_to_be_assumed() -> None:
    catalog = catalog_of(grade("1", service("general", 12), substitutions=[MASTER]))
    degrees = {"degrees": [{"level": "master", "field": "History"}]}
    doubtful = answer(catalog, "1", education=degrees)
    assert doubtful.if_conditions_met == (0, ("CLOSELY_RELATED",))
    assumed = answer(catalog, "1", plan=Plan(assumed=frozenset(["CLOSELY_RELATED"])), education=degrees)
    assert (assumed.months, effects(assumed)) == (0, {"CLOSELY_RELATED": "assumed"})


ASKED: Json = {"RELATED_FIELD": "asked"}


@pytest.mark.parametrize(
    ("asked", "education", "events", "month", "shown"),
    [
        ({"degree": "bachelor"}, [{"level": "bachelor"}], [], 0, {}),
        ({"degree": "bachelor"}, [{"level": "associate"}], [], None, {}),
        ({"degree": "associate"}, [{"level": "bachelor"}], [], 0, {}),
        ({"degree": "associate"}, [{"level": "master"}], [], 0, {"IMPLIED_BACHELOR": "shown"}),
        (
            {"degree": "bachelor"},
            [{"level": "master"}],
            [{"month": "2027-11", "degree": {"level": "bachelor"}}],
            0,
            {"IMPLIED_BACHELOR": "shown"},
        ),
        ({"degree": "associate"}, [{"level": "associate"}], [], 0, {}),
        ({"degree": "bachelor"}, [{"level": "law"}], [], 0, {"IMPLIED_BACHELOR": "shown"}),
        ({"degree": "master"}, [{"level": "doctorate"}], [], None, {}),
        ({"degree": "law"}, [{"level": "law"}], [], 0, {}),
        ({"degree": "doctorate"}, [{"level": "doctorate"}], [], 0, {}),
        ({"degree": "bachelor"}, [], [{"month": "2027-11", "degree": {"level": "bachelor"}}], 12, {}),
        (
            {"degree": "bachelor"},
            [],
            [
                {"month": "2027-11", "degree": {"level": "bachelor"}},
                {"month": "2027-02", "degree": {"level": "bachelor"}},
            ],
            3,
            {},
        ),
        ({"degree": "bachelor", "fields": ["Law"]}, [{"level": "bachelor", "field": "laws"}], [], 0, {}),
        ({"degree": "bachelor", "fields": ["Law"]}, [{"level": "bachelor", "field": "Art"}], [], None, ASKED),
        (
            {"degree": "bachelor", "fields": ["Law"], "or_closely_related": True},
            [{"level": "bachelor", "field": "Art"}],
            [],
            None,
            {"CLOSELY_RELATED": "asked"},
        ),
        ({"degree": "bachelor", "fields": ["Law"], "or_closely_related": True}, [], [], None, {}),
    ],
)
def test_a_degree_required(
    asked: Json, education: list[Json], events: list[Json], month: int | None, shown: Json
) -> None:
    catalog = catalog_of(grade("1", other("education", "degree", **asked)))
    found = answer(catalog, "1", education={"degrees": education}, events=events)
    assert found.months == month
    assert effects(found) == shown


@pytest.mark.parametrize(
    ("education", "events", "yearly", "month"),
    [
        ({"semester_hours": 150, "degrees": [{"level": "bachelor"}]}, [], 0, 0),
        ({"semester_hours": 149, "degrees": [{"level": "bachelor"}]}, [], 0, None),
        ({"semester_hours": 149, "degrees": [{"level": "bachelor"}]}, [], 12, 1),
        ({"semester_hours": 150}, [], 12, None),
        ({"semester_hours": 150}, [{"month": "2027-02", "degree": {"level": "bachelor"}}], 0, 3),
        ({"semester_hours": 138}, [{"month": "2027-02", "degree": {"level": "bachelor"}}], 12, 12),
    ],
)
def test_a_degree_and_hours_are_both_asked(education: Json, events: list[Json], yearly: int, month: int | None) -> None:
    catalog = catalog_of(grade("1", other("education", "degree", degree="bachelor", semester_hours=150)))
    plan = Plan(PlanKind.NONE, study_hours_a_year=Fraction(yearly))
    assert answer(catalog, "1", plan=plan, education=education, events=events).months == month


BOOKS: Json = {"field": "Accountings", "semester_hours": 12}
ART: Json = {"field": "Art", "semester_hours": 9}


@pytest.mark.parametrize(
    ("education", "month", "shown", "confirmed"),
    [
        ({"courses": [BOOKS]}, 0, {}, None),
        ({"semester_hours": 200, "quarter_hours": 30}, None, {}, None),
        ({"degrees": [{"level": "bachelor", "field": "Accounting"}]}, None, {}, None),
        ({"courses": [BOOKS | {"semester_hours": "11.5"}]}, None, {}, None),
        ({"courses": [BOOKS | {"semester_hours": 7}, BOOKS | {"semester_hours": 5}]}, 0, {}, None),
        ({"courses": [ART, BOOKS | {"semester_hours": 3}]}, None, {"RELATED_FIELD": "asked"}, 0),
        ({"courses": [ART, BOOKS | {"semester_hours": 2}]}, None, {}, None),
    ],
)
def test_hours_required_in_a_field(education: Json, month: int | None, shown: Json, confirmed: int | None) -> None:
    catalog = catalog_of(grade("1", other("education", "hours", semester_hours=12, fields=["accounting"])))
    plan = Plan(PlanKind.STAY, study_hours_a_year=Fraction(30))
    found = answer(catalog, "1", plan=plan, education=education)
    assert (found.months, effects(found)) == (month, shown)
    assert found.if_conditions_met == (None if confirmed is None else (confirmed, ("RELATED_FIELD",)))
    assumed = answer(catalog, "1", plan=plan._replace(assumed=frozenset(["RELATED_FIELD"])), education=education)
    assert (assumed.months, effects(assumed)) == (
        (0, {"RELATED_FIELD": "assumed"}) if confirmed is not None else (month, {})
    )


def test_fields_bind_the_degree_and_the_hours() -> None:
    both = other("education", "both", degree="bachelor", semester_hours=12, fields=["Accounting"])
    catalog = catalog_of(grade("1", both))
    in_field, elsewhere = ({"level": "bachelor", "field": field} for field in ("Accounting", "Art"))
    assert answer(catalog, "1", education={"courses": [BOOKS], "degrees": [in_field]}).months == 0
    assert answer(catalog, "1", education={"courses": [BOOKS], "degrees": [elsewhere]}).months is None
    assert answer(catalog, "1", education={"courses": [BOOKS]}).months is None
    assert answer(catalog, "1", education={"semester_hours": 150, "degrees": [in_field]}).months is None


def test_what_a_degree_and_hours_ask_is_told_together() -> None:
    both = other("education", "both", degree="bachelor", semester_hours=9, fields=["Law"], or_closely_related=True)
    found = answer(catalog_of(grade("1", both)), "1", education={"courses": [ART], "degrees": [{"level": "bachelor"}]})
    assert found.if_conditions_met == (0, ("CLOSELY_RELATED", "RELATED_FIELD"))


@pytest.mark.parametrize(("month", "at"), [("2026-12", 1), ("2027-01", 2), ("2027-11", 12)])
def test_hours_in_another_field_are_asked_about_until_the_degree_comes(month: str, at: int) -> None:
    """36 months of service are three of the four years; the hours are the fourth, if a person finds them related."""
    degree = other("education", "degree", degree="bachelor", fields=["Law"])
    service_too = stands_for("service", "degree", feeder="2", months=12, gives_years=1)
    catalog = catalog_of(grade("1", degree, substitutions=[service_too]), grade("2"))
    courses = {"courses": [ART | {"semester_hours": 30}]}
    to_come = [{"month": month, "degree": {"level": "bachelor", "field": "Law"}}]
    found = answer(catalog, "1", jobs=[work("2", 36)], education=courses, events=to_come)
    assert (found.months, found.if_conditions_met) == (at, (0, ("RELATED_FIELD",)))


def test_hours_in_the_field_of_a_degree_are_credited_as_study() -> None:
    degree = other("education", "degree", degree="bachelor", fields=["Accounting"])
    service_too = stands_for("service", "degree", feeder="2", months=12, gives_years=1)
    catalog = catalog_of(grade("1", degree, substitutions=[service_too]), grade("2"))
    found = answer(catalog, "1", education={"courses": [BOOKS | {"semester_hours": 65}]}, present=work("2"))
    (trace,) = found.requirements
    assert [(one.what, one.months) for one in trace.credited if one.months] == [("study", 24)]
    assert found.months == 24


def test_a_degree_required_in_a_related_field() -> None:
    required = other("education", "degree", degree="bachelor", fields=["Law"], or_closely_related=True)
    catalog = catalog_of(grade("1", required))
    found = answer(catalog, "1", education={"degrees": [{"level": "bachelor", "field": "Art"}]})
    assert (found.status, found.if_conditions_met) == ("unreachable", (0, ("CLOSELY_RELATED",)))


@pytest.mark.parametrize(
    ("education", "events", "yearly", "month"),
    [
        ({"semester_hours": 60}, [], 0, 0),
        ({"semester_hours": 59}, [], 0, None),
        ({"semester_hours": 59}, [], 12, 1),
        ({}, [], 30, 24),
        ({"quarter_hours": 90}, [], 0, 0),
        ({"degrees": [{"level": "associate"}]}, [], 0, 0),
        ({"degrees": [{"level": "law"}]}, [], 0, 0),
        ({}, [{"month": "2027-11", "degree": {"level": "bachelor"}}], 0, 12),
        ({}, [{"month": "2027-11", "degree": {"level": "bachelor"}}], 120, 6),
        ({}, [{"month": "2027-01", "degree": {"level": "bachelor"}}], 120, 2),
        ({}, [{"month": "2027-01", "degree": {"level": "associate"}}], 12, 2),
    ],
)
def test_hours_required(education: Json, events: list[Json], yearly: int, month: int | None) -> None:
    catalog = catalog_of(grade("1", other("education", "hours", semester_hours=60)))
    plan = Plan(PlanKind.NONE, study_hours_a_year=Fraction(yearly))
    assert answer(catalog, "1", plan=plan, education=education, events=events).months == month


@pytest.mark.parametrize(
    ("field", "fields", "named"),
    [
        (None, (), True),
        ("Art", (), True),
        (None, ("Art",), False),
        ("arts", ("Art",), True),
        ("Law", ("Art",), False),
        ("Painting", ("Art",), True),
    ],
)
def test_fields_named(field: str | None, fields: tuple[str, ...], *, named: bool) -> None:
    assert field_is_named(field, fields, {"painting": "art"}) is named
