"""Nothing is sought beyond 1,200 months: 1,200 itself is answered (docs/semantics.md, C31)."""

import pytest

from ladder.eligibility.answers import MOST_SETS, if_conditions_met
from tests.eligibility.small_catalogs import answer, catalog_of, effects, grade, other, service, work


@pytest.mark.parametrize(("asked", "held", "months"), [(600, 0, 1_200), (600, 1, 1_198), (601, 1, 1_200)])
def test_twelve_hundred_months_are_answered(asked: int, held: int, months: int) -> None:
    catalog = catalog_of(grade("s"), grade("t", service("e0", asked, "s")))
    found = answer(catalog, "t", present=work("s", fte="0.5"), jobs=[work("s", held)] if held else [])
    assert (found.status, found.months, found.proved_months) == ("after", months, months)
    assert "HORIZON" not in effects(found)


@pytest.mark.parametrize("fte", ["0.5", "0.1", "0.0001", "0.000000001"])
def test_a_month_more_is_not_sought(fte: str) -> None:
    catalog = catalog_of(grade("s"), grade("t", service("e0", 601, "s")))
    found = answer(catalog, "t", present=work("s", fte=fte))
    assert (found.status, found.months, found.missing) == ("unreachable", None, ())
    assert effects(found)["HORIZON"] == "shown"


def test_another_route_that_is_never_met_names_nothing_missing() -> None:
    rules = (service("e0", 601, "s"), other("education", "degree", degree="bachelor"))
    catalog = catalog_of(grade("s"), grade("t", *rules, routes=[["e0"], ["degree"]]))
    found = answer(catalog, "t", present=work("s", fte="0.5"))
    assert (found.status, found.missing, effects(found)["HORIZON"]) == ("unreachable", (), "shown")


def test_a_route_met_sooner_hides_the_horizon() -> None:
    catalog = catalog_of(
        grade("s"), grade("t", service("e0", 601, "s"), service("e1", 6, "s"), routes=[["e0"], ["e1"]])
    )
    found = answer(catalog, "t", present=work("s", fte="0.5"))
    assert (found.status, found.months) == ("after", 12)
    assert "HORIZON" not in effects(found)


def test_a_condition_that_leads_beyond_changes_nothing() -> None:
    standing = other("standing", "internal", standing="internal")
    catalog = catalog_of(grade("s"), grade("t", service("e0", 601, "s"), standing))
    found = answer(catalog, "t", present=work("s", fte="0.5"))
    assert found.if_conditions_met is None


def test_sets_of_conditions_are_looked_at_up_to_a_number() -> None:
    codes = [f"C{number:02d}" for number in range(12)]
    looked_at: list[frozenset[str]] = []

    def months_under(chosen: frozenset[str]) -> int | None:
        looked_at.append(chosen)
        return 0 if len(chosen) == len(codes) else None

    found = if_conditions_met(None, codes, months_under)
    assert found == (0, tuple(codes))
    assert len(looked_at) == 1 + MOST_SETS


def test_sets_of_conditions_are_looked_at_while_there_is_work() -> None:
    found = if_conditions_met(9, ["A", "B"], lambda chosen: 3 if chosen == {"A", "B"} else 2, more=lambda: False)
    assert found == (3, ("A", "B"))


def test_fewer_conditions_may_do_better_than_was_found_under_all() -> None:
    under = {"AB": 3, "A": 5, "B": 2}
    assert if_conditions_met(9, ["A", "B"], lambda chosen: under["".join(sorted(chosen))]) == (2, ("B",))
    assert if_conditions_met(2, ["A", "B"], lambda chosen: under["".join(sorted(chosen))]) is None
