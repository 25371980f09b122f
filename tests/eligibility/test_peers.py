"""Service in a class at the level of one that the text names so (docs/semantics.md, C20)."""

from ladder.eligibility.answers import IfConditionsMet
from ladder.eligibility.plans import Plan
from ladder.qualifications import Certainty
from tests.eligibility.small_catalogs import SOURCE, Json, answer, catalog_of, effects, grade, service, stands_for, work

LEVEL: Json = {"pay": {"plan": "P", "grade": "1", "source": SOURCE}}
NAMED: Json = {"class": "us-xx/a", "certainty": "level"}
CATALOG = catalog_of(
    grade("a", **LEVEL),
    grade("b", **LEVEL),
    grade("o"),
    grade("t", service("e0", 12, NAMED), **LEVEL),
    grade("u", service("e0", 12, {**NAMED, "only_for": "state_employee"})),
)
PEERS = Plan(include=frozenset([Certainty.PEER]))


def test_service_in_the_class_named_counts_like_any_other() -> None:
    found = answer(CATALOG, "t", jobs=[work("a", 4)], present=work("a"))
    assert (found.months, effects(found)) == (8, {"NO_DATES": "shown"})


def test_service_in_another_class_at_its_level_counts_for_nothing_by_itself() -> None:
    found = answer(CATALOG, "t", present=work("b"))
    assert (found.status, found.if_conditions_met, effects(found)) == ("unreachable", None, {})


def test_on_request_it_is_asked_and_moves_only_what_would_be_were_it_equivalent() -> None:
    found = answer(CATALOG, "t", plan=PEERS, jobs=[work("a", 3)], present=work("b"))
    assert (found.status, found.months) == ("unreachable", None)
    assert found.if_conditions_met == IfConditionsMet(9, ("EQUIVALENT",))
    assert effects(found)["EQUIVALENT"] == "asked"
    assert found.requirements[0].held == 3


def test_taken_as_equivalent_it_is_told_why_it_counts() -> None:
    found = answer(CATALOG, "t", plan=PEERS._replace(assumed=frozenset(["EQUIVALENT"])), jobs=[work("b", 12)])
    assert (found.status, effects(found)["EQUIVALENT"]) == ("now", "assumed")
    assert [one.why for one in found.requirements[0].counted] == ["class at the level named"]


def test_neither_the_target_itself_nor_another_class_is_a_peer() -> None:
    for code in ("t", "o"):
        found = answer(CATALOG, "t", plan=PEERS, present=work(code))
        assert (found.status, found.if_conditions_met) == ("unreachable", None)


def test_a_rule_that_names_the_class_itself_takes_none_at_its_level() -> None:
    rules = service("e0", 12, NAMED), service("e1", 6, "a")
    found = answer(
        catalog_of(grade("a", **LEVEL), grade("b", **LEVEL), grade("t", *rules)),
        "t",
        plan=PEERS._replace(assumed=frozenset(["EQUIVALENT"])),
        jobs=[work("b", 12)],
    )
    assert [[one.why for one in trace.counted] for trace in found.requirements] == [["class at the level named"], []]


def test_what_limits_the_class_named_limits_its_peers() -> None:
    asked = answer(CATALOG, "u", plan=PEERS, present=work("b"))
    assert asked.if_conditions_met == IfConditionsMet(12, ("EQUIVALENT", "STATE_EMPLOYEE"))
    closed = answer(CATALOG, "u", plan=PEERS, present=work("b"), standing={"state_employee": False})
    assert (closed.if_conditions_met, effects(closed)) == (None, {"STATE_EMPLOYEE": "closed"})


def test_a_class_that_a_record_calls_a_peer_is_one() -> None:
    catalog = catalog_of(grade("b"), grade("t", service("e0", 12, {"class": "us-xx/b", "certainty": "peer"})))
    assert answer(catalog, "t", present=work("b")).if_conditions_met is None
    assert answer(catalog, "t", plan=PEERS, present=work("b")).if_conditions_met == IfConditionsMet(12, ("EQUIVALENT",))


def test_a_substitution_may_name_a_level_too() -> None:
    stands = stands_for("service", "e0", months=6) | {"named": NAMED}
    catalog = catalog_of(
        grade("a", **LEVEL), grade("b", **LEVEL), grade("t", service("e0", 12, "o"), substitutions=[stands]), grade("o")
    )
    found = answer(catalog, "t", plan=PEERS, present=work("b"))
    assert (found.months, found.if_conditions_met) == (None, IfConditionsMet(6, ("EQUIVALENT",)))
