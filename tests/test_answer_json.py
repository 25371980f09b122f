"""Answers as JSON: numbers that are exact, citations that keep what they know."""

from dataclasses import replace
from fractions import Fraction

import pytest

from ladder.answer_json import number, source_json
from ladder.sources import Source


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (None, None),
        (24, 24),
        (Fraction(24), 24),
        (Fraction(63, 2), 31.5),
        (Fraction(7, 10), 0.7),
        (Fraction(88, 15), "88/15"),
    ],
)
def test_a_number_is_whole_decimal_or_a_fraction_in_text(value: Fraction | int | None, told: object) -> None:
    found = number(value)
    assert (found, type(found)) == (told, type(told))


def test_no_source_is_null() -> None:
    assert source_json(None) is None


def test_a_citation_keeps_page_and_quoted_words_where_there_are_any() -> None:
    plain = {"document": "d.txt", "section": "Pay", "lines": [1, 2], "revision": "2020-01"}
    source = Source(document="d.txt", section="Pay", lines=(1, 2), revision="2020-01")
    assert source_json(source) == plain
    told = source_json(replace(source, page=3, quote="as printed"))
    assert told == plain | {"page": 3, "quote": "as printed"}
