"""How what is asked is joined, beside the routes of the record."""

from collections.abc import Sequence

import pytest

from ladder.reading.accounts.joined_ways import find_wrong_joins
from tests.reading.accounts.written_records import entries_of, rules_of, service

TOGETHER = (["hauling", "mending"],)
APART = (["hauling"], ["mending"])


def joins(between: str, ways: Sequence[Sequence[str]]) -> list[str]:
    text = f"Two years of hauling{between}one year of mending"
    asked = (service("hauling", 24, "Two years of hauling"), service("mending", 12, "one year of mending"))
    rules = rules_of(*asked, ways=ways)
    return [text[slice(*one)] for one in find_wrong_joins(text, entries_of(text, rules), rules.routes)]


@pytest.mark.parametrize("between", [" and ", ", plus ", "; as well as ", " & "])
def test_what_and_joins_is_asked_together_in_some_way(between: str) -> None:
    assert not joins(between, TOGETHER)
    assert joins(between, APART) == [between]


@pytest.mark.parametrize("between", [" or ", "; OR ", ", or "])
def test_what_or_parts_is_never_asked_together(between: str) -> None:
    assert not joins(between, APART)
    assert joins(between, TOGETHER) == [between]


@pytest.mark.parametrize("between", ["; ", " and/or ", " of the harbor specialty and ", f" and {'so on ' * 20}"])
def test_where_nothing_or_both_is_said_nothing_is_held_against_the_record(between: str) -> None:
    assert not joins(between, APART)
    assert not joins(between, TOGETHER)


def test_words_that_several_ways_repeat_are_not_held_against_or() -> None:
    text = "Two years of hauling and one year of mending; or one year of mending and a year of knots"
    rules = rules_of(
        service("hauling", 24, "Two years of hauling"),
        service("mending", 12, "one year of mending"),
        service("knots", 12, "a year of knots"),
        ways=(["hauling", "mending"], ["mending", "knots"]),
    )
    assert not list(find_wrong_joins(text, entries_of(text, rules), rules.routes))


def test_where_nothing_is_told_nothing_is_joined() -> None:
    assert not list(find_wrong_joins("one and another", (), ()))
