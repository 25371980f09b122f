"""Classes at the level of one that a text names so, and their steps."""

import pytest

from ladder.catalog.steps import IN_THE_TEXT, is_used
from ladder.qualifications import Certainty
from ladder.specification import UNGRADED
from tests.eligibility.small_catalogs import SOURCE, Json, catalog_of, grade, other, service, stands_for


def at(plan: str, level: str, **more: Json) -> Json:
    return {"pay": {"plan": plan, "grade": level, "source": SOURCE}, **more}


def level(code: str) -> Json:
    return {"class": f"us-xx/{code}", "certainty": "level"}


CATALOG = catalog_of(
    grade("a", **at("P", "1")),
    grade("b", **at("P", "1")),
    grade("c", **at("P", "2")),
    grade("d", **at("Q", "1")),
    {**grade("e", **at("P", "1")), "jurisdiction": "us-yy"},
    grade("f"),
    grade("t", service("e0", 12, level("a"), "c"), **at("P", "1")),
    grade("u", service("e0", 12, level("a"), "b", level("f"), level("gone"), or_equivalent=True)),
    grade("v", service("e0", 12, "a")),
)


def test_peers_have_jurisdiction_plan_and_grade_in_common() -> None:
    assert CATALOG.peers_of("us-xx/a") == ("us-xx/b", "us-xx/t")
    assert [CATALOG.peers_of(f"us-xx/{one}") for one in ("c", "d", "f", "gone")] == [()] * 4
    assert CATALOG.peers_of("us-yy/e") == ()


@pytest.mark.parametrize("word", sorted(UNGRADED))
def test_a_word_for_pay_without_a_grade_is_no_level(word: str) -> None:
    catalog = catalog_of(
        grade("a", **at("P", word)), grade("b", **at("P", word)), grade("t", service("e0", 12, level("a")))
    )
    assert (catalog.peers_of("us-xx/a"), catalog.peer_steps) == ((), ())


def test_only_a_level_draws_steps_from_peers_and_never_beside_a_step_of_their_own() -> None:
    found = [(step.feeder_class, step.target_class, step.certainty, step.conditions) for step in CATALOG.peer_steps]
    assert found == [
        ("us-xx/b", "us-xx/t", Certainty.PEER, ("EQUIVALENT",)),
        ("us-xx/t", "us-xx/u", Certainty.PEER, ("EQUIVALENT",)),
    ]
    (step,) = CATALOG.peer_steps_into("us-xx/t")
    assert (step.months, step.requirement, step.source) == (12, "us-xx/t#e0", CATALOG.steps_into("us-xx/t")[0].source)
    assert CATALOG.peer_steps_from("us-xx/b") == (step,)
    assert CATALOG.peer_steps_into("us-xx/v") == CATALOG.peer_steps_from("us-xx/a") == ()


def test_no_step_of_a_text_is_one_of_a_peer() -> None:
    assert not {step.certainty for step in CATALOG.steps} - IN_THE_TEXT
    assert all(is_used(step, frozenset()) for step in CATALOG.steps)
    assert not any(is_used(step, frozenset([Certainty.INFERRED])) for step in CATALOG.peer_steps)
    assert all(is_used(step, frozenset([Certainty.PEER])) for step in CATALOG.peer_steps)


def test_two_classes_named_at_one_level_draw_one_step_from_their_peer() -> None:
    one_level = [grade(code, **at("P", "1")) for code in "abc"]
    catalog = catalog_of(*one_level, grade("t", service("e0", 12, level("a"), level("b"))))
    assert [step.feeder_class for step in catalog.peer_steps] == ["us-xx/c"]
    assert catalog.level_peers("us-xx/t") == {
        "us-xx/a": {"us-xx/b"},
        "us-xx/b": {"us-xx/a"},
        "us-xx/c": {"us-xx/a", "us-xx/b"},
    }


def test_whose_level_a_peer_has_is_known_for_requirements_and_substitutions() -> None:
    stands = stands_for("service", "e0", months=6) | {"named": level("a")}
    judged = other("condition", "now", code="RECENT", classes=[level("c")])
    catalog = catalog_of(
        grade("a", **at("P", "1")),
        grade("b", **at("P", "1")),
        grade("c", **at("P", "2")),
        grade("d", **at("P", "2")),
        grade("t", service("e0", 12), judged, substitutions=[stands], **at("P", "1")),
    )
    assert catalog.level_peers("us-xx/t") == {"us-xx/b": {"us-xx/a"}}
    assert catalog.level_peers("us-xx/a") == {}
    told = [(step.feeder_class, step.conditions, step.months) for step in catalog.peer_steps_into("us-xx/t")]
    assert told == [("us-xx/d", ("RECENT", "EQUIVALENT"), None), ("us-xx/b", ("EQUIVALENT",), 6)]


def test_a_promotion_is_told_of_the_peer_itself() -> None:
    low: Json = {"series": {"name": "S", "rank": 1}}
    mid: Json = {"series": {"name": "S", "rank": 2}}
    catalog = catalog_of(
        grade("a", **at("P", "1")), grade("b", **at("P", "1", **low)), grade("t", service("e0", 12, level("a")), **mid)
    )
    (named,), (peer,) = catalog.steps_into("us-xx/t"), catalog.peer_steps_into("us-xx/t")
    assert (named.promotion, peer.promotion) == (False, True)
