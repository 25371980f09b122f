"""What a person can check with a pencil: whole traces, conditions in words, what is missing."""

from fractions import Fraction

import pytest

from ladder.eligibility.answer_conditions import Condition, Effect
from ladder.eligibility.answers import CountedJob, CreditedMonths, RequirementTrace
from ladder.eligibility.plans import Plan, PlanKind
from ladder.sources import Source
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


def printed(section: str) -> Json:
    return {"document": "d.txt", "section": section}


def source(section: str) -> Source:
    return Source(document="d.txt", section=section)


def test_a_whole_trace() -> None:
    rules = grade(
        "1",
        {**service("general", 60, "a"), "what": "Work of some kind", "source": printed("general")},
        {**other("credential", "licence", name="A"), "what": "A licence", "source": printed("licence")},
        substitutions=[
            {
                **stands_for("study", "general", semester_hours=30, months=12, at_most_months=48),
                "source": printed("study"),
            },
            {**stands_for("degree", "general", degree="law", months=6), "source": printed("degree")},
            {**stands_for("service", "general", feeder="b", months=6, at_most_months=6), "source": printed("cap")},
        ],
    )
    found = answer(
        catalog_of(grade("a"), grade("b"), rules),
        "1",
        jobs=[work("a", 4), work("b", "2.5")],
        present=work("a"),
        education={"semester_hours": 30, "degrees": [{"level": "law"}]},
        licences=["A"],
    )
    assert found.requirements == (
        RequirementTrace(
            reference="us-xx/1#general",
            kind="experience",
            what="Work of some kind",
            asked=60,
            held=4,
            credited=(
                CreditedMonths("study", 48, "study", source("study")),
                CreditedMonths("study", 6, "law degree", source("degree")),
                CreditedMonths("service", Fraction(5, 2), "service under us-xx/1#sub:us-xx/b", source("cap")),
            ),
            left=0,
            counted=(CountedJob(1, "Class a", 4, "named class"),),
            met_in_month=0,
            source=source("general"),
        ),
        RequirementTrace("us-xx/1#licence", "credential", "A licence", None, None, (), None, (), 0, source("licence")),
    )


def test_the_trace_of_a_whole_substitution() -> None:
    sub = {**stands_for("service", "general", feeder="a", months=9), "source": printed("sub")}
    found = answer(
        catalog_of(grade("a"), grade("1", service("general", 60), substitutions=[sub])), "1", present=work("a")
    )
    trace = found.requirements[1]
    assert (trace.reference, trace.what, trace.asked, trace.met_in_month, trace.source) == (
        "us-xx/1#sub:us-xx/a",
        "service in us-xx/a, in place of general experience",
        9,
        9,
        source("sub"),
    )


@pytest.mark.parametrize(("months", "asked"), [({}, None), ({"months": 6}, 6), ({"months": 6, "at_most_months": 9}, 9)])
def test_the_traces_of_trainee_classes(months: Json, asked: int | None) -> None:
    trainee = grade(
        "t", service("e", 1), trainee_targets=[{"class": "us-xx/1", "source": printed("trainee"), **months}]
    )
    second = grade(
        "u", service("e", 1), trainee_targets=[{"class": "us-xx/1", "source": printed("second"), "months": 4}]
    )
    catalog = catalog_of(trainee, second, grade("1", service("general", 60)))
    found = answer(catalog, "1", plan=NONE, jobs=[work("u", 4, target_class="us-xx/1")])
    assert found.routes == ("sub:us-xx/u",)
    _, first, other_one = found.requirements
    assert (first.reference, first.asked, first.source) == ("us-xx/1#sub:us-xx/t", asked, source("trainee"))
    assert first.what == "training in us-xx/t"
    assert (other_one.what, other_one.held, other_one.source) == ("training in us-xx/u", 4, source("second"))
    unrecorded = answer(catalog, "1", plan=NONE, jobs=[work("u", 4)])
    assert unrecorded.months is None
    assert unrecorded.if_conditions_met == (0, ("TARGET_CLASS",))
    declared = answer(catalog, "1", plan=NONE, jobs=[toward("1#general", 3)])
    assert declared.months is None


def test_service_declared_for_a_whole_substitution_is_an_equivalent() -> None:
    subs = [
        stands_for("service", "general", feeder="a", months=9),
        stands_for("service", "general", feeder="b", months=5, at_most_months=5),
    ]
    catalog = catalog_of(grade("a"), grade("b"), grade("1", service("general", 60), substitutions=subs))
    found = answer(catalog, "1", plan=NONE, jobs=[toward("1#sub:us-xx/a", 9)])
    assert (found.months, effects(found)) == (None, {"EQUIVALENT": "asked"})
    assert found.if_conditions_met == (0, ("EQUIVALENT",))
    capped = answer(
        catalog, "1", jobs=[toward("1#sub:us-xx/b", 5), toward("1#general", 50)], present=toward("1#general")
    )
    assert (capped.months, capped.if_conditions_met) == (10, (5, ("EQUIVALENT",)))


def test_the_standing_of_a_maximum_is_asked() -> None:
    sub = stands_for("service", "general", feeder="b", months=5, at_most_months=5, standing="state_employee")
    catalog = catalog_of(grade("a"), grade("b"), grade("1", service("general", 12, "a"), substitutions=[sub]))
    found = answer(catalog, "1", jobs=[work("b", 5)], present=work("a"))
    assert (found.months, found.if_conditions_met) == (12, (7, ("STATE_EMPLOYEE",)))
    assert effects(found)["STATE_EMPLOYEE"] == "asked"


KINDS = [
    other("education", "degree", degree="law"),
    other("credential", "licence", name="A"),
    other("programme", "course", programme="us-xx/a", approval_required=True),
    other("standing", "held", standing="permanent"),
    other("condition", "fit", code="FIT"),
]


@pytest.mark.parametrize(
    ("profile", "missing"),
    [
        ({}, (("us-xx/1#degree", "us-xx/1#licence", "us-xx/1#course", "us-xx/1#held", "us-xx/1#fit"),)),
        (
            {"licences": ["A"], "standing": {"permanent": True}},
            (("us-xx/1#degree", "us-xx/1#course", "us-xx/1#fit"),),
        ),
        (
            {"programs": [{"name": "us-xx/a", "approved": False}]},
            (("us-xx/1#degree", "us-xx/1#licence", "us-xx/1#course", "us-xx/1#held", "us-xx/1#fit"),),
        ),
        (
            {"standing": {"permanent": False}},
            (("us-xx/1#degree", "us-xx/1#licence", "us-xx/1#course", "us-xx/1#held", "us-xx/1#fit"),),
        ),
    ],
)
def test_what_is_missing_of_every_kind(profile: Json, missing: tuple[tuple[str, ...], ...]) -> None:
    assert answer(catalog_of(grade("a"), grade("1", *KINDS)), "1", plan=NONE, **profile).missing == missing


@pytest.mark.parametrize(
    ("profile", "missing"),
    [
        ({"standing": {"permanent": False}}, (("us-xx/1#course",),)),
        ({"programs": [{"name": "us-xx/a", "approved": False}]}, (("us-xx/1#held",),)),
    ],
)
def test_a_route_shut_by_what_was_declared_is_left_out(profile: Json, missing: tuple[tuple[str, ...], ...]) -> None:
    rules = grade("1", KINDS[2], KINDS[3], routes=[["course"], ["held"]])
    assert answer(catalog_of(grade("a"), rules), "1", plan=NONE, **profile).missing == missing


RULED = catalog_of(
    grade("a"),
    grade(
        "1",
        service("general", 12),
        service("inside", 6, "a", standing="internal"),
        routes=[["general"], ["inside"]],
        designation="Competitive",
        conditions=[{"code": "TRAVEL", "text": "There is travel.", "source": printed("travel")}],
        source=printed("heading"),
    ),
    grade("2", service("general", 12), designation="Exempt"),
    exam_designations=["Competitive"],
    rulings=[
        {
            "class": "us-xx/a",
            "counts_toward": ["us-xx/1#general"],
            "shows": {"code": "GROWING", "text": "Did it grow?"},
            "by": "b",
            "reason": "r",
        }
    ],
)


def test_conditions_in_order_and_in_words() -> None:
    found = answer(RULED, "1", plan=NONE, jobs=[work("a", start="2020-01", end="2021-01")])
    assert found.conditions == (
        Condition("EXAM", "An exam comes first: the class is filled by competition.", Effect.SHOWN, source("heading")),
        Condition("TRAVEL", "There is travel.", Effect.SHOWN, source("travel")),
        Condition("GROWING", "Did it grow?", Effect.SHOWN, None),
        Condition("INTERNAL", "One way is open only to people who work here now.", Effect.ASKED, None),
    )
    assert effects(answer(RULED, "2", plan=NONE)) == {}


def test_what_is_shown_goes_with_the_routes_that_give_the_answer() -> None:
    dated = work("a", start="2020-01", end="2020-07")
    internal = answer(RULED, "1", plan=NONE, jobs=[dated], standing={"internal": True})
    assert (internal.routes, set(effects(internal))) == (("inside",), {"EXAM", "TRAVEL"})
    never = answer(RULED, "1", plan=NONE, jobs=[work("a", 3)], standing={"internal": True})
    assert set(effects(never)) == {"EXAM", "TRAVEL", "GROWING", "NO_DATES"}


def test_what_is_asked_is_told_while_it_could_still_matter() -> None:
    equal = catalog_of(
        grade("a"), grade("1", service("general", 6, "a"), service("free", 6), routes=[["general"], ["free"]])
    )
    met = answer(equal, "1", plan=NONE, jobs=[toward("1#general", 3), toward("1#free", 6)])
    assert (met.months, "EQUIVALENT" in effects(met)) == (0, False)
    soon = answer(equal, "1", jobs=[toward("1#general", 3), toward("1#free", 5)], present=toward("1#free"))
    assert (soon.months, effects(soon)["EQUIVALENT"]) == (1, "asked")


def test_the_heavier_effect_of_a_condition_is_told() -> None:
    both = {"class": "us-xx/a", "target_class_required": True}
    catalog = catalog_of(grade("a"), grade("1", service("general", 24, both)))
    jobs = [work("a", 3), work("a", 3, target_class="Baker")]
    assert effects(answer(catalog, "1", plan=NONE, jobs=jobs)) == {"TARGET_CLASS": "asked"}
    assumed = Plan(PlanKind.NONE, assumed=frozenset(["TARGET_CLASS"]))
    assert effects(answer(catalog, "1", plan=assumed, jobs=jobs[:1])) == {
        "TARGET_CLASS": "assumed",
        "NO_DATES": "shown",
    }


@pytest.mark.parametrize(
    ("declared", "months", "told"),
    [(["us-xx"], 0, {}), (["us-yy"], None, {"INTERNAL": "asked"}), (False, None, {"INTERNAL": "closed"})],
)
def test_a_reading_for_insiders_goes_by_the_jurisdiction(declared: object, months: int | None, told: Json) -> None:
    named = {"class": "us-xx/a", "only_for": "internal"}
    catalog = catalog_of(grade("a"), grade("1", service("general", 6, named)))
    dated = work("a", start="2020-01", end="2020-07")
    found = answer(catalog, "1", plan=NONE, jobs=[dated], standing={"internal": declared})
    assert (found.months, effects(found)) == (months, told)


@pytest.mark.parametrize(("held", "rounding", "months"), [("0.5", "nearest_month", 0), ("0.5", "never_up", None)])
def test_one_month_asked_is_rounded_too(held: str, rounding: str, months: int | None) -> None:
    catalog = catalog_of(grade("a"), grade("1", service("general", 1, "a")), conventions={"rounding": rounding})
    assert answer(catalog, "1", plan=NONE, jobs=[work("a", held)]).months == months


@pytest.mark.parametrize(
    ("asked", "yearly", "blocks", "month"),
    [
        (24, 30, {}, 12),
        (13, 30, {}, 12),
        (30, Fraction(1, 2), {}, 30),
        (26, 15, {"study_blocks": "proportional"}, 18),
        (12, Fraction(3, 4), {}, 12),
    ],
)
def test_the_first_block_counts_when_it_is_complete(asked: int, yearly: Fraction, blocks: Json, month: int) -> None:
    block = stands_for("study", "general", semester_hours=30, months=12, at_most_months=48)
    catalog = catalog_of(grade("1", service("general", asked), substitutions=[block]), conventions=blocks)
    plan = Plan(PlanKind.STAY, study_hours_a_year=Fraction(yearly))
    assert answer(catalog, "1", plan=plan, present=toward("1#general")).months == month


def test_slow_study_reaches_its_hours() -> None:
    block = stands_for("study", "general", semester_hours=30, months=12, at_most_months=12)
    catalog = catalog_of(grade("1", service("general", 12), substitutions=[block]))
    hours = catalog_of(grade("1", other("education", "hours", semester_hours=3)))
    plan = Plan(PlanKind.NONE, study_hours_a_year=Fraction(1, 2))
    assert answer(catalog, "1", plan=plan).months == 720
    assert answer(hours, "1", plan=plan).months == 72


def test_whole_substitutions_of_two_requirements_at_once() -> None:
    subs = [
        stands_for("service", "general", feeder="a", months=3),
        stands_for("service", "special", feeder="b", months=2),
    ]
    rules = grade("1", service("general", 60), service("special", 12), substitutions=subs)
    catalog = catalog_of(grade("a"), grade("b"), rules)
    found = answer(catalog, "1", plan=NONE, jobs=[work("a", 3), work("b", 2)])
    assert found.routes == ("sub:us-xx/a+sub:us-xx/b",)


def test_credit_is_that_of_the_as_of_month() -> None:
    block = stands_for("study", "general", semester_hours=1, months=1, at_most_months=48)
    catalog = catalog_of(grade("1", service("general", 60), substitutions=[block]))
    plan = Plan(PlanKind.STAY, study_hours_a_year=Fraction(12))
    (trace,) = answer(
        catalog, "1", plan=plan, present=toward("1#general"), education={"semester_hours": 2}
    ).requirements
    assert ([one.months for one in trace.credited], trace.left) == ([2], 58)
