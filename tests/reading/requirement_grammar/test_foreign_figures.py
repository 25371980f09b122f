"""Figures that are raised, full-width or of another script: never read, and never passed in silence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder.reading.requirement_grammar.reader import read_statement
from ladder.reading.requirement_grammar.tree import ExperienceClause
from ladder.reading.text.normalise import write_plain

FIGURES = [
    "2\u00b9",
    "\u00b2",
    "\uff12",
    "1\uff12",
    "\u0662",
    "\u0968",
    "\u2461",
    "\u2153",
    "2\u2082",
    "\uff12\u00bd",
    "\u00b2\u00b9/\u2082",
    "\U0001d7d0",
]
STATEMENTS = [
    "{} years of experience in accounting.",
    "Two ({}) years of experience in accounting.",
    "Two years of experience in accounting, including {} years as a clerk.",
    "Two years of experience in accounting, of which {} full years were as a clerk.",
    "{} semester hours in accounting.",
    "Graduation from college and {} years of experience in accounting.",
    "A {}-year course in accounting and two years of experience in accounting.",
    "Graduation from college, or {} (two) years of experience in accounting.",
]


@pytest.mark.parametrize("statement", STATEMENTS)
@pytest.mark.parametrize("figure", FIGURES, ids=ascii)
def test_what_it_counts_is_unread(figure: str, statement: str) -> None:
    text = write_plain(statement.format(figure))
    unread = [text[slice(*span)] for span in read_statement(text).unread]
    assert any(write_plain(figure).rstrip("\n") in passage for passage in unread), unread


@given(st.text(st.characters(categories=["Nd", "No", "Nl"], exclude_characters="\u00bc\u00bd\u00be"), min_size=1))
def test_no_digit_but_0_to_9_makes_an_amount(figure: str) -> None:
    reading = read_statement(f"{figure} years of experience in accounting.")
    assert figure.isascii() or reading.node is None
    assert figure.isascii() or reading.unread


@pytest.mark.parametrize(
    "text",
    [
        "Two years of experience\u00b9 in accounting.",
        "Two years of experience in accounting\u00b2.",
        "Two years of experience in caf\u00e9 work.",
    ],
)
def test_what_counts_nothing_is_let_be(text: str) -> None:
    reading = read_statement(write_plain(text))
    assert isinstance(reading.node, ExperienceClause)
    assert reading.unread == ()


@pytest.mark.parametrize(
    "text", ["2\u00bd years", "2 \u00b9\u2044\u2082 years", "2\u00b9/\u2082 years", "2 1\u20442 years"]
)
def test_a_fraction_as_printers_set_it_is_read(text: str) -> None:
    node = read_statement(write_plain(f"{text} of experience in accounting.")).node
    assert isinstance(node, ExperienceClause)
    assert node.quantity is not None
    assert node.quantity.months == 30
