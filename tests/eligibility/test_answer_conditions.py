"""The words of conditions, as pages that assess in the browser take them along."""

import pytest

from ladder.condition_codes import GENERAL_WORDS
from ladder.eligibility.answer_conditions import Condition, Effect, describe_conditions, is_in_own_words
from ladder.eligibility.plans import Plan, PlanKind
from ladder.telling.verdicts import MustHold
from tests.eligibility.small_catalogs import (
    PLACE,
    SOURCE,
    Json,
    answer,
    catalog_of,
    grade,
    other,
    service,
    toward,
)


@pytest.mark.parametrize("code", GENERAL_WORDS)
def test_general_words_are_those_that_answers_tell(code: str) -> None:
    catalog = catalog_of(grade("1", service("general", 12)))
    told = describe_conditions(catalog, f"{PLACE}/1", [(code, Effect.SHOWN)])
    assert told == (Condition(code, GENERAL_WORDS[code], Effect.SHOWN),)


def test_a_code_without_general_words_is_told_by_its_code() -> None:
    catalog = catalog_of(grade("1", service("general", 12)))
    assert "STRENGTH" not in GENERAL_WORDS
    told = describe_conditions(catalog, f"{PLACE}/1", [("STRENGTH", Effect.ASKED)])
    assert told == (Condition("STRENGTH", "STRENGTH", Effect.ASKED),)


def test_two_conditions_of_one_code_are_both_told() -> None:
    licences = [{"code": "LICENCE", "text": text, "source": SOURCE} for text in ("Class A.", "Class B.")]
    catalog = catalog_of(grade("1", service("general", 12), conditions=licences))
    told = describe_conditions(catalog, f"{PLACE}/1", [("LICENCE", Effect.SHOWN), ("LEAD", Effect.ASKED)])
    assert [one.text for one in told] == ["Class A.", "Class B.", GENERAL_WORDS["LEAD"]]


def test_a_condition_that_the_text_prints_keeps_its_words_where_the_answer_asks_it() -> None:
    printed = {"code": "RECENCY", "text": "Not long ago.", "source": SOURCE}
    catalog = catalog_of(grade("1", service("general", 12, within_last_months=24), conditions=[printed]))
    asked = answer(catalog, "1", plan=Plan(PlanKind.NONE), jobs=[toward("1#general", 12)])
    told = [(one.text, one.effect.value) for one in asked.conditions if one.code == "RECENCY"]
    assert told == [("Not long ago.", "asked")]
    shown = answer(catalog, "1", jobs=[toward("1#general", start="2025-11", end="2026-11")])
    assert [one.effect.value for one in shown.conditions if one.code == "RECENCY"] == ["shown"]


@pytest.mark.parametrize(
    ("rule", "text", "is_own"),
    [
        (other("condition", "school", code="SCHOOL"), "something", True),
        (
            other("education", "school", degree="high_school"),
            "A high school diploma is asked; we take it as held where a degree or college credits are listed.",
            False,
        ),
    ],
)
def test_a_grade_of_school_that_a_text_prints_is_told_in_its_words(rule: Json, text: str, *, is_own: bool) -> None:
    catalog = catalog_of(grade("1", rule))
    found = answer(catalog, "1")
    assert [(one.text, one.effect.value) for one in found.conditions] == [(text, "asked")]
    assert is_in_own_words("SCHOOL", text) is is_own
    name = "this holds (something)" if is_own else "you have a high school diploma"
    assert MustHold(catalog, "us-xx/1").in_words(["SCHOOL"]) == name
