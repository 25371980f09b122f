"""Past service of many rows: what it is worth together, and that the work grows with the rows alone."""

from fractions import Fraction

import pytest

from ladder.catalog.jurisdictions import DayRule
from ladder.eligibility import holdings
from ladder.eligibility.plans import Plan, PlanKind
from ladder.service_rows import MonthsHeld, ServiceRow, months_of
from ladder.service_time import MOST_JOBS
from tests.eligibility.small_catalogs import Json, answer, catalog_of, grade, service, toward

IDLE = Plan(PlanKind.NONE)


def held(*jobs: Json, **conventions: str) -> Fraction:
    catalog = catalog_of(grade("1", service("general", 1200)), conventions=conventions)
    found = answer(catalog, "1", plan=IDLE, jobs=list(jobs), present=[]).requirements[0]
    return Fraction(found.held or 0)


def fortnights(count: int) -> list[Json]:
    """Return so many rows of fourteen days, each ending on the day before the next begins."""
    days = [(year, month, day) for year in range(1940, 2026) for month in range(1, 13) for day in (1, 15)]
    rows = []
    for (year, month, day), (_, _, following) in zip(days[-count:], [*days[-count + 1 :], (2026, 1, 1)], strict=True):
        last = 14 if following == 15 else 31 if month in {1, 3, 5, 7, 8, 10, 12} else 30 if month != 2 else 28
        leap = month == 2 and following == 1 and year % 4 == 0
        printed = f"{year}-{month:02d}-{last + leap:02d}"
        rows.append(toward("1#general", start=f"{year}-{month:02d}-{day:02d}", end=printed))
    return rows


def test_ten_years_by_the_fortnight_are_ten_years() -> None:
    rows = fortnights(240)
    assert held(*rows) == 119
    assert held(*rows[::-1]) == 119
    assert held(*rows, toward("1#general", start="2026-01", end="2026-02")) == 121
    assert held(*rows, day_rule="half_month") == 120
    assert held(*rows, day_rule="days") == 119 + Fraction(30, 31)


@pytest.mark.parametrize(("rule", "worth"), [("first_day", 3), ("half_month", 4), ("days", 3 + Fraction(16 + 19, 31))])
def test_each_rule_counts_the_part_months_in_its_way(rule: str, worth: Fraction) -> None:
    assert held(toward("1#general", start="2026-01-16", end="2026-05-20"), day_rule=rule) == worth


@pytest.mark.parametrize(
    ("conventions", "worth"),
    [
        ({}, 1),
        ({"overlap": "added"}, 2),
        ({"overlap": "added", "part_time": "whole"}, 3),
        ({"part_time": "whole"}, 1),
        ({"day_rule": "days"}, 1),
    ],
)
def test_jobs_held_in_one_month_are_capped_unless_they_are_added(conventions: dict[str, str], worth: int) -> None:
    jobs = [toward("1#general", start="2026-01", end="2026-02", fte=fte) for fte in ("1", "0.75", "0.25")]
    assert held(*jobs, **conventions) == worth


def test_by_days_two_jobs_share_the_month_by_their_days() -> None:
    jobs = [
        toward("1#general", start="2026-01-01", end="2026-01-11", fte="0.5"),
        toward("1#general", start="2026-01-06", end="2026-01-26"),
    ]
    assert held(*jobs, day_rule="days") == Fraction(5 + 20, 31)
    assert held(*jobs, toward("1#general", start="2026-01-02", end="2026-01-30"), day_rule="days") == 1


def test_the_longest_profile_is_read_row_by_row(monkeypatch: pytest.MonkeyPatch) -> None:
    catalog = catalog_of(grade("1", service("general", 1200), service("special", 12, within="general")))
    seen: list[object] = []

    def count_one(row: ServiceRow, rule: DayRule) -> tuple[MonthsHeld, ...]:
        seen.append(row)
        return months_of(row, rule)

    monkeypatch.setattr(holdings, "months_of", count_one)
    looks = []
    for rows in (MOST_JOBS // 2, MOST_JOBS):
        seen.clear()
        found = answer(catalog, "1", plan=IDLE, jobs=fortnights(rows), present=[])
        assert found.requirements[0].held == rows // 2 - 1
        looks.append(len(seen))
    assert 0 < looks[1] == 2 * looks[0]
