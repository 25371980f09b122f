"""Service by date beside a count that looks at every day: one span is its rows, wherever they are split."""

import ast
from fractions import Fraction
from pathlib import Path

import pytest

from ladder.catalog.catalog import Catalog
from ladder.eligibility.plans import Plan, PlanKind
from ladder.service_time import MOST_JOBS
from tests.eligibility.small_catalogs import AS_OF, answer, catalog_of, grade, service
from tests.measure import measure
from tests.properties import day_counting
from tests.properties.day_counting import Row, count_months, new_past, new_rows, read_rows

pytestmark = pytest.mark.untraced

SHARES = 5
CATALOGS = {
    rule: catalog_of(grade("1", service("general", 1200)), conventions={"day_rule": rule})
    for rule in ("first_day", "half_month", "days")
}
ELSEWHERE = {"title": "elsewhere"}


def _held(catalog: Catalog, rows: tuple[Row, ...], *, goes_on: bool) -> Fraction:
    present = [ELSEWHERE] if goes_on else []
    found = answer(catalog, "1", plan=Plan(PlanKind.NONE), jobs=list(rows), present=present)
    return Fraction(found.requirements[0].held or 0)


@pytest.mark.parametrize("share", range(SHARES))
def test_one_span_is_its_rows_split_at_any_days_in_any_order(share: int) -> None:
    histories = measure(10_000) // SHARES
    for seed in range(share * histories, (share + 1) * histories):
        past = new_past(seed)
        for rule, catalog in CATALOGS.items():
            truth = count_months(past.stretches, rule)
            assert _held(catalog, past.rows, goes_on=past.goes_on) == truth, (seed, rule, past)


@pytest.mark.parametrize("share", range(SHARES))
def test_rows_that_touch_and_overlap_anyhow_are_read_by_the_sentence_of_the_rule(share: int) -> None:
    histories = measure(10_000) // SHARES
    for seed in range(share * histories, (share + 1) * histories):
        rows, goes_on = new_rows(seed)
        for rule, catalog in CATALOGS.items():
            truth = count_months(read_rows(rows, goes_on=goes_on), rule)
            assert _held(catalog, rows, goes_on=goes_on) == truth, (seed, rule, goes_on, rows)


def test_the_random_histories_are_split_touch_and_lie_apart() -> None:
    found = [new_past(seed) for seed in range(300)]
    assert str(day_counting.AS_OF)[:7] == AS_OF
    assert max(len(past.rows) for past in found) > 60
    assert {len(past.stretches) for past in found} >= {1, 2, 3, 4, 5}
    assert {past.goes_on for past in found} == {True, False}
    assert sum(read_rows(past.rows, goes_on=past.goes_on) != past.stretches for past in found) > 100
    assert sum(count_months(past.stretches, "first_day") > 0 for past in found) > 200
    assert max(len(new_rows(seed)[0]) for seed in range(100)) <= MOST_JOBS


def test_the_count_shares_no_code_with_the_engine() -> None:
    tree = ast.parse(Path(day_counting.__file__).read_text("utf-8"))
    named = {node.module or "." for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    plain = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    allowed = {"calendar", "collections.abc", "dataclasses", "datetime", "fractions", "random", "typing"}
    assert named | plain <= allowed
