"""Assessments of small classes: every kind of requirement, joint needs, caps, traces, conditions."""

import pytest

from ladder.eligibility.answer_conditions import words_for
from ladder.eligibility.answers import if_conditions_met, minimal_sets, status_of
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

NONE = Plan(PlanKind.NONE)
LICENCE = other("credential", "licence", name="Driver's Licence")
PERMANENT = other("standing", "standing", standing="permanent")
FIT = other("condition", "fit", code="FITNESS")
COURSE = other("programme", "course", programme="us-xx/p", approval_required=True)
FREE_COURSE = other("programme", "course", programme="us-xx/p")


@pytest.mark.parametrize(
    ("required", "profile", "months", "shown", "optimistic"),
    [
        (LICENCE, {}, None, {"CREDENTIAL": "asked"}, (0, ("CREDENTIAL",))),
        (LICENCE, {"licences": []}, None, {}, None),
        (LICENCE, {"licences": ["driver licences"]}, 0, {}, None),
        (LICENCE, {"licences": ["Pilot's Licence"]}, None, {}, None),
        (PERMANENT, {}, None, {"PERMANENT": "asked"}, (0, ("PERMANENT",))),
        (PERMANENT, {"standing": {"permanent": True}}, 0, {}, None),
        (PERMANENT, {"standing": {"permanent": False}}, None, {"PERMANENT": "closed"}, None),
        (FIT, {}, None, {"FITNESS": "asked"}, (0, ("FITNESS",))),
        (COURSE, {}, None, {}, None),
        (COURSE, {"programs": [{"name": "us-xx/p", "approved": True, "completed": True}]}, 0, {}, None),
        (COURSE, {"programs": [{"name": "us-xx/p", "completed": True}]}, 0, {"DAS_APPROVED": "shown"}, None),
        (
            COURSE,
            {"programs": [{"name": "us-xx/p", "approved": False, "completed": True}]},
            None,
            {"DAS_APPROVED": "closed"},
            None,
        ),
        (FREE_COURSE, {"programs": [{"name": "us-xx/p", "approved": False, "completed": True}]}, 0, {}, None),
        (
            FREE_COURSE,
            {"programs": [{"name": "us-xx/p", "months_remaining": 5}]},
            5,
            {"PROGRAM_COMPLETION": "shown"},
            None,
        ),
        (
            FREE_COURSE,
            {"programs": [{"name": "us-xx/p"}]},
            None,
            {"PROGRAM_COMPLETION": "shown", "PROGRAM_LENGTH": "shown"},
            None,
        ),
    ],
)
def test_requirements_that_no_service_fills(
    required: Json, profile: Json, months: int | None, shown: Json, optimistic: object
) -> None:
    catalog = catalog_of(grade("p"), grade("1", required))
    found = answer(catalog, "1", **profile)
    assert found.months == months
    assert effects(found) == shown
    assert found.if_conditions_met == optimistic
    (trace,) = found.requirements
    assert (trace.reference, trace.kind, trace.asked) == (f"us-xx/1#{required['id']}", required["kind"], None)
    assert (trace.held, trace.left, trace.credited, trace.counted) == (None, None, (), ())
    assert trace.met_in_month == months


@pytest.mark.parametrize(("required", "code"), [(LICENCE, "CREDENTIAL"), (PERMANENT, "PERMANENT"), (FIT, "FITNESS")])
def test_what_the_plan_assumes_is_listed_as_assumed(required: Json, code: str) -> None:
    found = answer(catalog_of(grade("1", required)), "1", plan=Plan(assumed=frozenset([code])))
    assert (found.months, effects(found), found.if_conditions_met) == (0, {code: "assumed"}, None)


def test_a_judgement_speaks_in_the_words_of_its_requirement() -> None:
    catalog = catalog_of(grade("1", FIT, LICENCE))
    assert words_for(catalog, "us-xx/1", "FITNESS") == "something"
    assert words_for(catalog, "us-xx/1", "LEAD").startswith("Lead work is asked")
    assert words_for(catalog, "us-xx/1", "ODD") == "ODD"
    assert words_for(catalog_of(grade("2")), "us-xx/2", "ODD") == "ODD"


def test_whole_substitutions_become_routes() -> None:
    subs = [
        stands_for("service", "special", feeder="a", months=3),
        stands_for("programme", "special", programme="us-xx/p"),
        stands_for("programme", "special", programme="us-xx/b"),
    ]
    rules = grade(
        "1",
        service("general", 12),
        service("special", 6, within="general"),
        LICENCE,
        routes=[["general", "special"], ["special", "licence"]],
        substitutions=subs,
    )
    catalog = catalog_of(*(grade("a"), grade("b")), grade("p"), rules)
    done = [{"name": f"us-xx/{one}", "completed": True} for one in "pb"]
    jobs = [work("a", 3), toward("1#special", 6), toward("1#general", 6)]
    found = answer(catalog, "1", plan=NONE, jobs=jobs, programs=done, licences=["drivers licence"])
    assert set(found.routes) == {
        "general-special",
        "sub:us-xx/a",
        "program",
        "program:us-xx/b",
        "special-licence",
        "special-licence+sub:us-xx/a",
        "special-licence+program",
        "special-licence+program:us-xx/b",
    }
    traced = {trace.reference for trace in found.requirements}
    assert "us-xx/1#program:us-xx/b" in traced
    assert len(traced) == len(found.requirements)


@pytest.mark.parametrize(
    ("rounding", "held", "months"),
    [
        ("never_up", "11.5", 1),
        ("nearest_month", "11.5", 0),
        ("nearest_month", "11.4", 1),
        ("never_up", "11.99", 1),
        ("never_up", "12", 0),
    ],
)
def test_rounding_to_the_nearest_month_is_a_switch(rounding: str, held: str, months: int) -> None:
    catalog = catalog_of(grade("a"), grade("1", service("general", 12, "a")), conventions={"rounding": rounding})
    assert answer(catalog, "1", jobs=[work("a", held)], present=work("a")).months == months


def test_nothing_asked_is_met_under_any_rounding() -> None:
    catalog = catalog_of(grade("a"), grade("1", service("general", 0, "a")), conventions={"rounding": "nearest_month"})
    assert answer(catalog, "1", plan=NONE).months == 0


@pytest.mark.parametrize(
    ("switch", "months"), [({"part_time": "prorated"}, 18), ({"part_time": "whole"}, 6), ({"overlap": "added"}, 18)]
)
def test_part_time_switches(switch: Json, months: int) -> None:
    catalog = catalog_of(grade("a"), grade("1", service("general", 12, "a")), conventions=switch)
    found = answer(catalog, "1", jobs=[work("a", 6, fte="0.5")], present=work("a", fte="0.5"))
    assert found.months == months


TRAINEE = grade(
    "t", service("general", 1), trainee_targets=[{"class": "us-xx/1", "source": {"document": "d", "section": "s"}}]
)
LONG = grade(
    "t",
    service("general", 1),
    trainee_targets=[
        {"class": "us-xx/1", "months": 12, "at_most_months": 24, "source": {"document": "d", "section": "s"}}
    ],
)
TARGET = grade("1", service("general", 90))


@pytest.mark.parametrize(
    ("profile", "plan", "status", "shown", "missing"),
    [
        ({}, NONE, "unreachable", {}, (("us-xx/1#general",),)),
        ({"present": work("t", target_class="us-xx/1")}, None, "unknown", {"PROGRAM_LENGTH": "shown"}, ()),
        ({"jobs": [work("t", 3, target_class="us-xx/1")]}, NONE, "unknown", {"PROGRAM_LENGTH": "shown"}, ()),
        ({"present": work("t")}, None, "unreachable", {"TARGET_CLASS": "asked"}, (("us-xx/1#general",),)),
        (
            {"present": work("t")},
            Plan(assumed=frozenset(["TARGET_CLASS"])),
            "unknown",
            {"PROGRAM_LENGTH": "shown", "TARGET_CLASS": "assumed"},
            (),
        ),
        ({"present": work("t", target_class="Baker")}, None, "unreachable", {}, (("us-xx/1#general",),)),
    ],
)
def test_training_whose_length_is_not_in_the_data(
    profile: Json, plan: Plan | None, status: str, shown: Json, missing: tuple[tuple[str, ...], ...]
) -> None:
    found = answer(catalog_of(TRAINEE, TARGET), "1", plan=plan, **profile)
    assert (found.status, effects(found), found.months) == (status, shown, None)
    assert set(found.missing) >= set(missing) if missing else found.missing == ()
    trace = found.requirements[-1]
    assert (trace.reference, trace.kind, trace.what) == ("us-xx/1#sub:us-xx/t", "trainee", "training in us-xx/t")


def test_training_with_a_length_is_service() -> None:
    found = answer(catalog_of(LONG, TARGET), "1", present=work("t", target_class="us-xx/1"))
    assert (found.months, found.routes) == (24, ("sub:us-xx/t",))


def test_lead_is_asked_only_where_it_is_never_met() -> None:
    lead = grade("1", service("general", 6, lead=True), series={"name": "S", "rank": 1})
    told = effects(answer(catalog_of(lead), "1", present=toward("1#general")))
    assert told == {"FIELD_MATCH": "shown", "LEAD": "shown"}
    assert effects(answer(catalog_of(lead), "1", plan=NONE)) == {"LEAD": "asked"}


def test_lead_is_asked_while_what_is_planned_does_not_fill_the_need() -> None:
    lead = grade("1", service("general", 12), service("lead", 6, lead=True), series={"name": "S", "rank": 1})
    own = {"jobs": [work("1", 20)], "present": toward("1#general")}
    short = answer(catalog_of(lead), "1", jobs=[*own["jobs"], toward("1#lead", 5)], present=own["present"])
    assert (short.months, effects(short)["LEAD"]) == (None, "asked")
    assert short.if_conditions_met == (12, ("LEAD",))
    planned = answer(
        catalog_of(lead), "1", plan=Plan(lead_in=frozenset(["us-xx/1"])), jobs=[work("1", 20)], present=work("1")
    )
    assert (planned.status, effects(planned)["LEAD"]) == ("unreachable", "shown")


def test_what_is_led_inside_another_requirement_settles_lead_there_too() -> None:
    inside = service("lead", 6, lead=True, within="general")
    rules = grade("1", service("general", 12), inside, routes=[["general"]], series={"name": "S", "rank": 1})
    plan = Plan(lead_in=frozenset(["us-xx/1"]))
    found = answer(catalog_of(rules), "1", plan=plan, jobs=[work("1", 3)], present=work("1"))
    assert (found.months, effects(found), found.if_conditions_met) == (12, {"LEAD": "shown"}, None)
    asked = answer(catalog_of(rules), "1", jobs=[work("1", 3)], present=toward("1#general"))
    assert (asked.months, effects(asked)["LEAD"]) == (12, "asked")
    assert asked.if_conditions_met == (9, ("LEAD",))


def test_a_route_closed_by_what_was_declared_offers_no_missing_set_while_another_is_open() -> None:
    routes = [["general"], ["inside"]]
    rules = grade("1", service("general", 12), service("inside", 6, "a", standing="internal"), routes=routes)
    catalog = catalog_of(grade("a"), rules)
    assert answer(catalog, "1", plan=NONE, standing={"internal": False}).missing == (("us-xx/1#general",),)
    assert answer(catalog, "1", plan=NONE, standing={"internal": True}).missing == (
        ("us-xx/1#general",),
        ("us-xx/1#inside",),
    )
    only = catalog_of(grade("a"), grade("1", service("inside", 6, "a", standing="internal")))
    assert answer(only, "1", plan=NONE, standing={"internal": False}).missing == (("us-xx/1#inside",),)


@pytest.mark.parametrize(
    ("months", "unknown", "status"),
    [(0, False, "now"), (0, True, "now"), (1, True, "after"), (None, True, "unknown"), (None, False, "unreachable")],
)
def test_the_status_that_holds_first(months: int | None, unknown: bool, status: str) -> None:  # noqa: FBT001
    assert status_of(months, unknown=unknown) == status


@pytest.mark.parametrize(
    ("sets", "kept"),
    [
        ([], ()),
        ([()], ()),
        ([("a",), ("a",)], (("a",),)),
        ([("a", "b"), ("b",)], (("b",),)),
        ([("a", "b"), ("c",), ("b", "a", "c")], (("c",), ("a", "b"))),
        ([("a", "b"), ("b", "c")], (("a", "b"), ("b", "c"))),
    ],
)
def test_minimal_sets(sets: list[tuple[str, ...]], kept: tuple[tuple[str, ...], ...]) -> None:
    assert minimal_sets(sets) == kept


@pytest.mark.parametrize(
    ("months", "asked", "under", "found"),
    [
        (5, [], {}, None),
        (5, ["A"], {"A": 5}, None),
        (5, ["A"], {"A": None}, None),
        (None, ["A"], {"A": 3}, (3, ("A",))),
        (5, ["B", "A"], {"AB": 2, "A": 4, "B": 4}, (2, ("A", "B"))),
        (5, ["A", "B"], {"AB": 2, "A": 5, "B": 2}, (2, ("B",))),
        (5, ["C", "A", "B"], {"ABC": 1, "BC": 1}, (1, ("B", "C"))),
        (5, ["A", "A"], {"A": 0}, (0, ("A",))),
    ],
)
def test_the_fewest_conditions_that_give_the_best_month(
    months: int | None, asked: list[str], under: dict[str, int | None], found: object
) -> None:
    assert if_conditions_met(months, asked, lambda codes: under.get("".join(sorted(codes)))) == found


def test_the_calendar_month_of_an_answer() -> None:
    catalog = catalog_of(grade("a"), grade("1", service("general", 12, "a")))
    found = answer(catalog, "1", present=work("a"))
    assert found.month == found.as_of + 12
    assert answer(catalog, "1", plan=NONE).month is None


def test_the_jobs_that_count_are_told_one_by_one() -> None:
    catalog = catalog_of(grade("a"), grade("1", service("general", 12, "a")))
    jobs = [
        work("a", start="2020-01", end="2020-07"),
        {"title": "Baker", "months": 3},
        work("a", start="2020-04", end="2020-10", fte="0.5"),
        work("a", 2),
    ]
    (trace,) = answer(catalog, "1", plan=NONE, jobs=jobs).requirements
    assert [(one.job, one.title, one.months, one.why) for one in trace.counted] == [
        (1, "Class a", 6, "named class"),
        (3, "Class a", 3, "named class"),
        (4, "Class a", 2, "named class"),
    ]
    assert (trace.asked, trace.held, trace.left) == (12, 9.5, 2.5)
