"""Answers between classes to the letter: moves with their sources, traces, conditions along the way."""

import pytest

from ladder.eligibility.answers import Move
from ladder.eligibility.cases import Case
from ladder.errors import BadCallError
from ladder.paths import search
from ladder.paths.path_answers import assess_climb
from ladder.qualifications import Certainty
from ladder.sources import Source
from tests.eligibility.small_catalogs import PLACE, SOURCE, Json, catalog_of, effects, grade, person, service, work
from tests.paths.small_ladders import CLIMB, PAIRS, asks, best, moves, path


def printed(section: str) -> Json:
    return {"source": {"document": "d.txt", "section": section}}


def source(section: str) -> Source:
    return Source(document="d.txt", section=section)


TWO_CLAUSES = catalog_of(
    grade("s"),
    grade("a", {**service("inside", 4, "s", standing="internal"), **printed("inside a")}),
    grade(
        "t",
        {**service("long", 30, "a"), **printed("long")},
        {**service("inside", 5, "a", standing="internal"), **printed("inside t")},
        routes=[["long"], ["inside"]],
        **printed("heading of t"),
    ),
    rulings=[
        {
            "class": "us-xx/s",
            "counts_toward": ["us-xx/t#long"],
            "shows": {"code": "GROWING", "text": "Did it grow?"},
            "by": "b",
            "reason": "r",
        }
    ],
)


def test_each_move_cites_the_clause_of_its_route() -> None:
    found = best(TWO_CLAUSES, "s", "t", standing={"internal": True})
    assert found.steps == (
        Move("us-xx/s", "us-xx/a", "internal_qualification", 4, 4, "inside", ("INTERNAL",), source("inside a")),
        Move("us-xx/a", "us-xx/t", "internal_qualification", 5, 9, "inside", ("INTERNAL",), source("inside t")),
    )
    assert [trace.reference for trace in found.requirements] == ["us-xx/t#long", "us-xx/t#inside"]
    assert [trace.left for trace in found.requirements] == [30, 5]
    assert effects(found) == {}


def test_a_move_by_another_route_shows_what_that_route_leans_on() -> None:
    shut = {"internal": False}
    entered = best(TWO_CLAUSES, "a", "t", standing=shut, jobs=[work("s", start="2020-01", end="2021-01")])
    assert entered.steps == (
        Move("us-xx/a", "us-xx/t", "named_experience", 18, 18, "long", ("GROWING",), source("long")),
    )
    assert effects(entered) == {"GROWING": "shown", "INTERNAL": "closed"}
    skipped = best(TWO_CLAUSES, "s", "t", standing=shut)
    assert skipped.steps == (
        Move("us-xx/s", "us-xx/t", "open_route", 30, 30, "long", ("GROWING",), source("heading of t")),
    )


def test_what_is_asked_and_what_it_would_change() -> None:
    found = best(TWO_CLAUSES, "s", "t")
    assert (found.months, effects(found)) == (30, {"GROWING": "shown", "INTERNAL": "asked"})
    assert found.if_conditions_met == (9, ("INTERNAL",))
    along = best(TWO_CLAUSES, "s", "t", plan=CLIMB._replace(via=("us-xx/a",)))
    assert (along.status, along.if_conditions_met) == ("unreachable", (9, ("INTERNAL",)))


def test_conditions_assumed_on_the_way_are_listed() -> None:
    plan = CLIMB._replace(assumed=frozenset(["INTERNAL"]))
    assert effects(best(TWO_CLAUSES, "s", "t", plan=plan)) == {"INTERNAL": "assumed"}
    assert effects(best(TWO_CLAUSES, "s", "t", plan=plan._replace(via=("us-xx/a",)))) == {"INTERNAL": "assumed"}


def test_a_given_ladder_is_proved_by_itself() -> None:
    found = best(TWO_CLAUSES, "s", "t", plan=CLIMB._replace(via=("us-xx/a",)), standing={"internal": True})
    assert (found.months, found.proved_months, moves(found)) == (9, 9, [("s", "a", 4), ("a", "t", 5)])


def test_a_given_ladder_may_end_in_something_unknown() -> None:
    catalog = catalog_of(
        grade("p", trainee_targets=[{"class": "us-xx/t", **printed("p")}]),
        asks("a", (1, "p")),
        asks("t", (3, ""), (2, "a")),
    )
    plan = CLIMB._replace(via=("us-xx/a",), assumed=frozenset(["TARGET_CLASS"]))
    assert best(catalog, "p", "t", plan=plan).status == "unknown"


def test_a_climb_uses_the_steps_asked_for() -> None:
    level = {"class": "us-xx/a", "certainty": "level"}
    at_level: Json = {"pay": {"plan": "P", "grade": "1", "source": SOURCE}}
    catalog = catalog_of(
        grade("s"), grade("a", **at_level), asks("b", (4, "s"), **at_level), grade("t", service("e", 5, level))
    )
    history = person(catalog, present=work("s"))
    found = assess_climb(Case(catalog, history, CLIMB), f"{PLACE}/t")
    assert (found.status, found.if_conditions_met) == ("unreachable", None)
    found = assess_climb(Case(catalog, history, CLIMB._replace(include=frozenset([Certainty.PEER]))), f"{PLACE}/t")
    assert (found.status, found.if_conditions_met) == ("unreachable", (9, ("EQUIVALENT",)))


@pytest.mark.parametrize("asking", ["path", "climb"])
def test_a_small_budget_leaves_both_figures(asking: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "PROOF_BUDGET", 0)
    if asking == "path":
        found = path(PAIRS, "s", "t", budget=0).best
    else:
        found = assess_climb(Case(PAIRS, person(PAIRS, present=work("s")), CLIMB), f"{PLACE}/t", budget=0)
    assert found is not None
    assert found.months is not None
    assert found.proved_months is not None
    assert found.proved_months < found.months


EARLY: Json = {"early_filing": {"lacking_months": 4, "source": {"document": "d.txt", "section": "notes"}}}
ONE_OF_TWO = [service("all", 12, "s", "a"), service("last", 3, "a", within="all")]


def test_one_files_along_a_climb_as_soon_as_little_is_left_and_moves_when_all_is_done() -> None:
    early_too = asks("a", (8, "s"), **EARLY)
    found = best(catalog_of(grade("s"), early_too, grade("t", *ONE_OF_TWO, **EARLY)), "s", "t")
    assert (moves(found), found.months, found.file_months) == ([("s", "a", 8), ("a", "t", 4)], 12, 8)

    longer = best(catalog_of(grade("s"), asks("a", (9, "s")), grade("t", *ONE_OF_TWO, **EARLY)), "s", "t")
    assert (moves(longer), longer.months, longer.file_months) == ([("s", "a", 9), ("a", "t", 3)], 12, 8)


def test_no_filing_month_is_told_of_a_climb_to_a_class_without_early_filing_or_that_is_never_met() -> None:
    classes = grade("s"), asks("a", (8, "s"), **EARLY)
    assert best(catalog_of(*classes, grade("t", *ONE_OF_TWO)), "s", "t").file_months is None
    never = grade("t", *ONE_OF_TWO, service("other", 30, "x"), **EARLY)
    assert best(catalog_of(*classes, grade("x"), never), "s", "t").file_months is None


def test_other_ladders_and_given_ones_tell_when_one_may_file() -> None:
    other = asks("b", (9, "s"))
    either = service("last", 3, "a", "b", within="all")
    target = grade("t", service("all", 12, "s", "a", "b"), either, **EARLY)
    catalog = catalog_of(grade("s"), asks("a", (8, "s")), other, target)
    found = path(catalog, "s", "t", alternatives=3)
    assert [(one.months, one.file_months) for one in found.alternatives if one.months] == [(12, 8)] * len(
        found.alternatives
    )
    assert found.alternatives

    given = path(catalog, "s", "t", plan=CLIMB._replace(via=(f"{PLACE}/b",))).best
    assert given is not None
    assert (given.months, given.file_months) == (12, 8)


def test_what_to_try_is_told() -> None:
    catalog = catalog_of(grade("s"), asks("t", (1, "s")))
    with pytest.raises(BadCallError) as caught:
        assess_climb(Case(catalog, person(catalog), CLIMB), f"{PLACE}/t")
    assert caught.value.try_this == "add 'present' to the profile, or use 'ladder path FROM TO'"
    with pytest.raises(BadCallError) as caught:
        path(catalog, "s", "s")
    assert caught.value.try_this == "name two classes"
