"""Best plans on small ladders whose answer is worked out by hand."""

from fractions import Fraction
from typing import Any

import pytest

from ladder.catalog.catalog import Catalog
from ladder.condition_codes import GENERAL_WORDS
from ladder.eligibility.cases import Case
from ladder.eligibility.plans import Plan, PlanKind
from ladder.errors import BadCallError
from ladder.paths.path_answers import assess_climb
from tests.eligibility.small_catalogs import (
    SOURCE,
    Json,
    catalog_of,
    effects,
    grade,
    other,
    person,
    service,
    stands_for,
    work,
)
from tests.paths.small_ladders import CLIMB, PAIRS, asks, best, either, moves, path


def ladder(*classes: Json, **jurisdiction: Any) -> Catalog:  # noqa: ANN401 - fields of a record
    return catalog_of(grade("s"), *classes, **jurisdiction)


@pytest.mark.parametrize(
    ("classes", "months", "held"),
    [
        pytest.param([asks("t", (12, "s"))], 12, [("s", "t", 12)], id="one step"),
        pytest.param(
            [asks("a", (24, "s")), asks("t", (12, "a"))], 36, [("s", "a", 24), ("a", "t", 12)], id="two steps"
        ),
        pytest.param(
            [asks("a", (24, "s")), either("t", (12, "a"), (30, "s"))],
            30,
            [("s", "t", 30)],
            id="the longer step is the shorter way",
        ),
        pytest.param(
            [asks("a", (4, "s")), asks("t", (6, "s"), (5, "a"))],
            11,
            [("s", "a", 6), ("a", "t", 5)],
            id="a class needed later is held longer, for it cannot be entered again",
        ),
        pytest.param(
            [asks("a", (2, "s")), asks("b", (3, "a")), asks("t", (5, "a"), (2, "b"))],
            9,
            [("s", "a", 2), ("a", "b", 5), ("b", "t", 2)],
            id="a rung held longer than the next asks",
        ),
        pytest.param(
            [asks("a", (2, "s")), asks("b", (3, "a")), asks("t", (9, "ab"), (2, "b"))],
            11,
            [("s", "a", 2), ("a", "b", 3), ("b", "t", 6)],
            id="service in either class fills one requirement",
        ),
        pytest.param(
            [asks("a", (1, "s")), asks("b", (1, "s")), asks("t", (3, "a"), (3, "b"))],
            7,
            [("s", "a", 1), ("a", "b", 3), ("b", "t", 3)],
            id="two classes open at once compete for months",
        ),
        pytest.param(
            [asks("a", (0, "s")), asks("t", (2, "a"))],
            2,
            [("s", "a", 0), ("a", "t", 2)],
            id="a class that is open at once",
        ),
    ],
)
def test_the_least_months_and_how(classes: list[Json], months: int, held: list[tuple[str, str, int]]) -> None:
    found = best(ladder(*classes), "s", "t")
    assert (found.months, found.proved_months) == (months, months)
    assert moves(found) == held


def test_pairs_of_three_classes_take_three_months() -> None:
    found = best(PAIRS, "s", "t")
    assert (found.months, found.proved_months) == (3, 3)
    assert sorted(month for _, _, month in moves(found)) == [0, 1, 1, 1]


def test_crossing_sets() -> None:
    catalog = ladder(asks("a", (0, "s")), asks("b", (0, "s")), asks("c", (0, "s")), asks("t", (6, "ab"), (6, "bc")))
    found = best(catalog, "s", "t")
    assert (found.months, moves(found)) == (6, [("s", "b", 0), ("b", "t", 6)])


@pytest.mark.parametrize("budget", [0, 1, 3, 30, 300, 3_000])
def test_the_truth_lies_between_what_is_proved_and_what_works(budget: int) -> None:
    found = path(PAIRS, "s", "t", budget=budget).best
    assert found is not None
    assert found.months is not None
    assert found.proved_months is not None
    assert found.proved_months <= 3 <= found.months


def test_requirements_that_are_added_are_filled_one_after_the_other() -> None:
    added = grade("t", service("general", 6, "s"), service("special", 4, "s", "a", additional_to="general"))
    found = best(ladder(asks("a", (3, "s")), added), "s", "t")
    assert (found.months, found.proved_months) == (10, 10)


def test_a_substitution_with_a_maximum_on_the_way() -> None:
    capped = grade(
        "t",
        service("general", 12, "a"),
        substitutions=[stands_for("service", "general", feeder="s", months=5, at_most_months=5)],
    )
    found = best(ladder(asks("a", (3, "s")), capped), "s", "t")
    assert (found.months, found.proved_months) == (12, 12)
    assert moves(found)[0][2] in {3, 4, 5}
    assert best(ladder(asks("a", (3, "s")), capped), "s", "t", jobs=[work("s", 20)]).months == 7


@pytest.mark.parametrize(("via", "alternatives"), [((), 0), ((), 2), (("us-xx/a",), 0)])
def test_an_answer_names_both_classes(via: tuple[str, ...], alternatives: int) -> None:
    catalog = ladder(asks("a", (4, "s")), asks("t", (6, "as")))
    found = path(catalog, "s", "t", plan=CLIMB._replace(via=via), alternatives=alternatives)
    assert (found.start, found.target, found.open_route, found.service_counts) == ("us-xx/s", "us-xx/t", None, False)
    assert found.best is not None
    assert (found.best.target, found.best.months) == ("us-xx/t", 6)


def test_what_shows_at_a_class_entered_on_the_way_is_told_and_its_other_routes_ask_nothing() -> None:
    study = stands_for("study", "e0", semester_hours=15, months=6, at_most_months=6, related_field=True)
    ways = [["e0"], ["registered", "e1"]]
    registered = other("credential", "registered", name="Registration")
    needs = (service("e0", 12, "s"), service("e1", 9, "s"), registered)
    catalog = ladder(grade("a", *needs, routes=ways, substitutions=[study]), asks("t", (3, "a")))
    found = best(catalog, "s", "t", education={"degrees": [{"level": "master"}]})
    assert (found.months, moves(found)) == (9, [("s", "a", 6), ("a", "t", 3)])
    assert effects(found) == {"RELATED_FIELD": "shown", "IMPLIED_BACHELOR": "shown"}


def test_what_each_class_on_the_way_prints_is_told_and_the_same_words_once() -> None:
    def printing(name: str, *asked: tuple[int, str], text: str) -> Json:
        words = {"code": "LICENCE", "text": text, "source": SOURCE | {"document": f"{name}.txt"}}
        return asks(name, *asked) | {"conditions": [words], "designation": "Competitive"}

    catalog = ladder(
        printing("a", (3, "s"), text="see line 1"),
        printing("b", (3, "a"), text="see line 1"),
        printing("c", (3, "b"), text="a driver's license"),
        printing("t", (3, "c"), text="a driver's license"),
        exam_designations=["Competitive"],
    )
    told = [(one.text, one.source and one.source.document, one.asked_of) for one in best(catalog, "s", "t").conditions]
    assert told == [
        (GENERAL_WORDS["EXAM"], "d.txt", ""),
        ("a driver's license", "t.txt", ""),
        ("see line 1", "a.txt", "Class a"),
        ("see line 1", "b.txt", "Class b"),
    ]


def test_a_whole_substitution_on_the_way() -> None:
    whole = grade(
        "t",
        service("general", 60),
        substitutions=[stands_for("service", "general", feeder="a", months=8, standing="internal")],
    )
    catalog = ladder(asks("a", (3, "s")), whole)
    assert best(catalog, "s", "t", standing={"internal": True}).months == 11
    closed = best(catalog, "s", "t", standing={"internal": False})
    assert (closed.status, effects(closed)) == ("unreachable", {"INTERNAL": "closed"})
    asked = best(catalog, "s", "t")
    assert (asked.status, asked.if_conditions_met) == ("unreachable", (11, ("INTERNAL",)))


def test_service_that_stands_for_months_of_another_kind_to_people_of_a_standing() -> None:
    some = stands_for("service", "e0", feeder="s", months=1, at_most_months=12, standing="internal")
    catalog = ladder(asks("a", (6, "s")), asks("t", (24, "a"), substitutions=[some]))
    open_to = best(catalog, "s", "t", standing={"internal": True})
    assert (open_to.months, moves(open_to)) == (24, [("s", "a", 6), ("a", "t", 18)])
    closed = best(catalog, "s", "t", standing={"internal": False})
    assert (closed.months, moves(closed)) == (30, [("s", "a", 6), ("a", "t", 24)])
    unsaid = best(catalog, "s", "t")
    assert (unsaid.months, moves(unsaid)) == (30, [("s", "a", 6), ("a", "t", 24)])
    assert unsaid.if_conditions_met is not None
    assert unsaid.if_conditions_met.months == 24
    assert effects(unsaid)["INTERNAL"] == "asked"


@pytest.mark.parametrize(("given", "hours", "months"), [(6, 0, 48), (6, 30, 24), (4, 30, 36), (8, 30, 18), (9, 30, 16)])
def test_service_at_a_rate_beside_study_on_the_way(given: int, hours: int, months: int) -> None:
    rules = [
        stands_for("service", "e0", feeder="s", months=12, gives_months=given),
        stands_for("study", "e0", semester_hours=30, months=12, at_most_months=12),
    ]
    catalog = ladder(asks("t", (24, "a"), substitutions=rules), grade("a"))
    found = best(catalog, "s", "t", plan=CLIMB._replace(study_hours_a_year=Fraction(hours)))
    assert (found.months, found.proved_months, moves(found)) == (months, months, [("s", "t", months)])


@pytest.mark.parametrize(
    ("fte", "months", "held"),
    [("0.7", 53, [35, 18]), ("0.5", 72, [48, 24]), ("1", 36, [24, 12]), ("0.9", 41, [27, 14])],
)
def test_part_time_moves_at_whole_months(fte: str, months: int, held: list[int]) -> None:
    catalog = ladder(asks("a", (24, "s")), asks("t", (12, "a")))
    found = best(catalog, "s", "t", present=work("s", fte=fte))
    assert (found.months, found.proved_months) == (months, months)
    assert [month for _, _, month in moves(found)] == held


@pytest.mark.parametrize(
    ("events", "months"),
    [
        ([{"month": "2028-11", "leave_months": 6}], 42),
        ([{"month": "2029-11", "leave_months": 6}], 36),
        ([{"month": "2027-11", "fte": "0.5"}], 60),
        ([{"month": "2026-11", "leave_months": 3}, {"month": "2028-01", "fte": "0.5"}], 64),
    ],
)
def test_events_on_the_way(events: list[Json], months: int) -> None:
    catalog = ladder(asks("a", (24, "s")), asks("t", (12, "a")))
    found = best(catalog, "s", "t", present=work("s"), events=events)
    assert (found.months, found.proved_months) == (months, months)


STUDIED = grade(
    "t",
    service("general", 60, "s", "a"),
    service("special", 6, "a", within="general"),
    substitutions=[stands_for("study", "general", semester_hours=30, months=12, at_most_months=48)],
)


@pytest.mark.parametrize(
    ("hours", "held", "months"),
    [(0, 0, 60), (30, 0, 36), (60, 0, 24), (0, 120, 12), (0, 119, 24), (30, 29, 25), (200, 0, 12)],
)
def test_study_beside_a_climb(hours: int, held: int, months: int) -> None:
    plan = CLIMB._replace(study_hours_a_year=Fraction(hours))
    catalog = ladder(asks("a", (6, "s")), STUDIED)
    found = best(catalog, "s", "t", plan=plan, education={"semester_hours": held})
    assert (found.months, found.proved_months) == (months, months)


def test_a_degree_to_come_on_a_climb() -> None:
    catalog = ladder(asks("a", (6, "s")), STUDIED)
    event = {"month": "2028-08", "degree": {"level": "bachelor"}}
    assert best(catalog, "s", "t", events=[event]).months == 21


def test_clocks_alone_open_a_door() -> None:
    gate = grade("a", other("education", "degree", degree="bachelor"), service("general", 1, "s"))
    catalog = ladder(gate, asks("t", (3, "a")))
    event = {"month": "2027-06", "degree": {"level": "bachelor"}}
    found = best(catalog, "s", "t", events=[event])
    assert (found.months, moves(found)) == (10, [("s", "a", 7), ("a", "t", 3)])


def test_the_plan_with_fewest_moves_is_told() -> None:
    catalog = ladder(asks("a", (3, "s")), either("t", (9, "sa"), (7, "a")))
    found = best(catalog, "s", "t")
    assert (found.months, moves(found)) == (9, [("s", "t", 9)])


def paid(code: str, low: int | None) -> Json:
    ranges = [] if low is None else [{"unit": "yearly", "low": low, "high": low}]
    pay = {"plan": "P", "grade": "1", "ranges": ranges, "source": {"document": "d", "section": "s"}}
    return asks(code, (2, "s"), **({} if low is None else {"pay": pay}))


@pytest.mark.parametrize(
    ("first", "second", "taken"), [(50, 60, "b"), (60, 50, "a"), (None, None, "a"), (None, 10, "b"), (50, 50, "a")]
)
def test_of_equal_plans_the_higher_pay_then_the_lower_code(first: int | None, second: int | None, taken: str) -> None:
    found = best(ladder(paid("a", first), paid("b", second), asks("t", (4, "ab"))), "s", "t")
    assert moves(found) == [("s", taken, 2), (taken, "t", 4)]


@pytest.mark.parametrize(
    ("classes", "missing"),
    [
        ([asks("t", (6, "s"), (3, ""))], (("us-xx/t#e1",),)),
        ([asks("a", (3, "")), asks("t", (6, "s"), (3, "a"))], (("us-xx/t#e1",),)),
        (
            [asks("a", (3, "s")), asks("b", (2, "")), asks("t", (4, "a"), (3, "b"), (1, ""))],
            (("us-xx/t#e1", "us-xx/t#e2"),),
        ),
        ([asks("a", (3, "s"), (1, "")), either("t", (6, "a"), (9, ""))], (("us-xx/t#e0",), ("us-xx/t#e1",))),
    ],
)
def test_what_is_missing_however_long_one_climbs(classes: list[Json], missing: tuple[tuple[str, ...], ...]) -> None:
    found = best(ladder(*classes), "s", "t")
    assert (found.status, found.months, found.proved_months) == ("unreachable", None, None)
    assert found.missing == missing
    assert found.steps == ()


def test_an_unreachable_target_counts_what_can_be_served_on_the_way() -> None:
    catalog = ladder(asks("a", (3, "s")), asks("t", (6, "a"), (3, "")))
    assert best(catalog, "s", "t").missing == (("us-xx/t#e1",),)


def test_a_class_only_named_is_unknown_and_leads_nowhere() -> None:
    catalog = ladder(
        grade("x", trainee_targets=[{"class": "us-xx/t", "source": {"document": "d", "section": "s"}}]),
        grade("t"),
    )
    found = best(catalog, "x", "t")
    assert (found.status, effects(found)) == ("unknown", {"ENTRY_UNKNOWN": "shown"})


def test_no_ladder_and_what_staying_comes_to() -> None:
    catalog = ladder(asks("t", (12, "s")), asks("u", (3, "u")))
    answer = path(catalog, "t", "s")
    assert answer.best is None
    assert answer.open_route is not None
    assert (answer.open_route.status, answer.alternatives) == ("unknown", ())
    answer = path(catalog, "s", "u", present=work("s", counts_toward=["us-xx/u#e0"]))
    assert answer.open_route is not None
    assert answer.open_route.if_conditions_met == (3, ("EQUIVALENT",))


def test_from_and_to_must_differ() -> None:
    with pytest.raises(BadCallError, match="us-xx/s is both FROM and TO"):
        path(ladder(), "s", "s")


@pytest.mark.parametrize(
    ("present", "told"),
    [
        (None, "and the profile gives none"),
        ({"title": "Baker"}, "and the profile gives none"),
        ([work("t"), work("s")], "and the profile gives us-xx/s, us-xx/t"),
    ],
)
def test_a_climb_starts_from_one_class(present: object, told: str) -> None:
    catalog = ladder(asks("t", (12, "s")))
    with pytest.raises(BadCallError, match=told):
        assess_climb(Case(catalog, person(catalog, **({"present": present} if present else {})), CLIMB), "us-xx/t")


def test_a_climb_from_the_present_class() -> None:
    catalog = ladder(
        asks("a", (24, "s")),
        asks("t", (12, "a")),
        asks(
            "z",
            (
                5,
                "z",
            ),
        ),
    )
    found = assess_climb(Case(catalog, person(catalog, present=work("s")), CLIMB), "us-xx/t")
    assert (found.months, moves(found)) == (36, [("s", "a", 24), ("a", "t", 12)])
    beside = person(catalog, present=[work("s", fte="0.5"), {"title": "Baker", "fte": "0.25"}])
    assert assess_climb(Case(catalog, beside, CLIMB), "us-xx/t").months == 72
    own = assess_climb(Case(catalog, person(catalog, present=work("z")), CLIMB), "us-xx/z")
    assert (own.months, own.steps) == (5, ())


def test_a_climb_with_no_ladder_is_what_the_first_class_gives() -> None:
    catalog = ladder(asks("u", (3, "u")))
    found = assess_climb(
        Case(catalog, person(catalog, present=work("s", counts_toward=["us-xx/u#e0"])), CLIMB), "us-xx/u"
    )
    assert (found.status, found.if_conditions_met) == ("unreachable", (3, ("EQUIVALENT",)))


def test_a_person_on_the_way_to_a_training_of_unknown_length() -> None:
    training = grade("p", trainee_targets=[{"class": "us-xx/t", "source": {"document": "d", "section": "s"}}])
    catalog = ladder(training, asks("t", (9, "")))
    recorded = best(catalog, "p", "t", present=work("p", target_class="us-xx/t"))
    assert (recorded.status, effects(recorded)) == ("unknown", {"PROGRAM_LENGTH": "shown"})
    assert best(catalog, "p", "t", present=work("p", target_class="Baker")).status == "unreachable"
    unrecorded = best(catalog, "p", "t", present=work("p"))
    assert unrecorded.status == "unreachable"
    assert effects(unrecorded) == {"TARGET_CLASS": "asked"}
    assumed = best(catalog, "p", "t", plan=CLIMB._replace(assumed=frozenset(["TARGET_CLASS"])))
    assert assumed.status == "unknown"


def test_staying_is_no_climb() -> None:
    catalog = ladder(asks("t", (12, "s")))
    assert best(catalog, "s", "t", plan=Plan(PlanKind.CLIMB)).months == 12
