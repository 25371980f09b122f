"""Leave to file early as a record holds it: which routes it is for."""

import pytest

from ladder.reading.drafts import AllOf, AnyOf, EarlyFilingSaid
from ladder.reading.qualifying.assembling import Qualified
from ladder.reading.requirement_grammar import tree
from ladder.sources import Source
from tests.reading.qualifying.said import Said, part, service

PRINTED = Source(document="said.txt", section="Notes", lines=(9, 9))
COLLEGE = tree.CredentialClause("Driver")


def read(*of_requirements: str, months: int = 6) -> Qualified:
    """Return two ways: requirement 1 with a part of it, or 2a and 2b; a license in each with 2b."""
    said = Said()
    first = said.statement(service(24, parts=(part(12, "Lamp Trimmer"),)), label="1")
    second = AllOf((said.statement(service(36), label="2a"), said.statement(COLLEGE, label="2b")))
    early = EarlyFilingSaid(months, frozenset(of_requirements), PRINTED)
    return said.qualify(AnyOf((first, second)), early_filing=early)


@pytest.mark.parametrize(
    ("numbers", "routes"),
    [
        ((), ()),
        (("1",), ("route-1",)),
        (("2",), ("route-2a-2b",)),
        (("1", "2"), ()),
        (("1", "3"), ("route-1",)),
    ],
)
def test_it_is_for_the_routes_that_ask_the_requirements_named(
    numbers: tuple[str, ...], routes: tuple[str, ...]
) -> None:
    found = read(*numbers).early_filing
    assert found is not None
    assert (found.lacking_months, found.routes, found.source) == (6, routes, PRINTED)


def test_it_is_for_none_where_no_route_asks_the_requirement_named() -> None:
    assert read("3").early_filing is None


def test_it_is_for_none_where_the_requirement_named_is_no_experience() -> None:
    said = Said()
    ways = AnyOf((said.statement(service(24), label="1"), said.statement(COLLEGE, label="2")))
    early = EarlyFilingSaid(6, frozenset(["2"]), PRINTED)
    assert said.qualify(ways, early_filing=early).early_filing is None


def test_it_is_for_none_where_the_route_asks_other_experience_too() -> None:
    said = Said()
    both = AllOf((said.statement(service(24), label="1"), said.statement(service(12), label="2")))
    early = EarlyFilingSaid(6, frozenset(["2"]), PRINTED)
    assert said.qualify(both, early_filing=early).early_filing is None


def test_nothing_said_and_nothing_asked_are_no_early_filing() -> None:
    said = Said()
    assert said.qualify(said.statement(service(24))).early_filing is None
    assert Said().qualify(None, early_filing=EarlyFilingSaid(6, frozenset(), PRINTED)).early_filing is None
