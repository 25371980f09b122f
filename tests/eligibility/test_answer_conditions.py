"""The words of conditions, as pages that assess in the browser take them along."""

import pytest

from ladder.eligibility.answer_conditions import Condition, Effect, describe_conditions, general_words
from tests.eligibility.small_catalogs import PLACE, SOURCE, catalog_of, grade, service


@pytest.mark.parametrize("code", general_words())
def test_general_words_are_those_that_answers_tell(code: str) -> None:
    catalog = catalog_of(grade("1", service("general", 12)))
    told = describe_conditions(catalog, f"{PLACE}/1", [(code, Effect.SHOWN)])
    assert told == (Condition(code, general_words()[code], Effect.SHOWN),)


def test_a_code_without_general_words_is_told_by_its_code() -> None:
    catalog = catalog_of(grade("1", service("general", 12)))
    assert "STRENGTH" not in general_words()
    told = describe_conditions(catalog, f"{PLACE}/1", [("STRENGTH", Effect.ASKED)])
    assert told == (Condition("STRENGTH", "STRENGTH", Effect.ASKED),)


def test_two_conditions_of_one_code_are_both_told() -> None:
    licences = [{"code": "LICENCE", "text": text, "source": SOURCE} for text in ("Class A.", "Class B.")]
    catalog = catalog_of(grade("1", service("general", 12), conditions=licences))
    told = describe_conditions(catalog, f"{PLACE}/1", [("LICENCE", Effect.SHOWN), ("LEAD", Effect.ASKED)])
    assert [one.text for one in told] == ["Class A.", "Class B.", general_words()["LEAD"]]
