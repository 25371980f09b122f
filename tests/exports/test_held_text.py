"""What becomes of texts: what rules leave alone is the same, what they change is told with its reason."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder.csv_text import rearm
from ladder.exports.held_text import (
    GUARDED,
    IN_ONE_LINE,
    WHOLE_LETTERS,
    XML_RULES,
    Reason,
    TextRule,
    cut_to,
    guard_text,
    hold_text,
    reasons_of,
)

TAKEN = [
    "0441",
    "1E5",
    "441",
    "2,130",
    "+5",
    "1.50",
    "5%",
    "10-12",
    "3/4",
    "12:30",
    "1/2/2024",
    "TRUE",
    "nan",
    "N/A",
    " 7 ",
]
PLAIN = ["441A", "us-nd/0441", "A", "2018-02", "2018-02-14", "Clerk 1", "1 Clerk", "e5", "1-2-3-4"]


@pytest.mark.parametrize("text", TAKEN)
def test_a_text_that_a_program_takes_for_another_value_is_guarded(text: str) -> None:
    assert guard_text(text) == f"'{text}"


@pytest.mark.parametrize("text", PLAIN)
def test_other_texts_stay(text: str) -> None:
    assert guard_text(text) == text


@given(st.text())
def test_a_guarded_text_comes_back(text: str) -> None:
    assert rearm(guard_text(text)) == text or guard_text(text) == text
    assert guard_text(text) != text or not text.startswith("'")


@given(st.text(st.characters(exclude_categories=())))
def test_what_is_told_of_a_text_is_so(text: str) -> None:
    for rules in (XML_RULES, (WHOLE_LETTERS, IN_ONE_LINE, GUARDED), (TextRule(Reason.TOO_LONG, cut_to(3)),)):
        held = hold_text(text, rules)
        assert bool(list(reasons_of(text, rules))) == (held != text)
        assert rules[0].reason is Reason.TOO_LONG or held.encode("utf-8").decode() == held


def test_each_reason_is_told_once_in_order() -> None:
    assert list(reasons_of("\ud800 \x00\r\n", XML_RULES)) == [Reason.HALF_LETTER, Reason.CONTROL, Reason.LINE_END]
    assert hold_text("\ud800 \x00\r\n", XML_RULES) == "\ufffd \ufffd\n"
