"""Rows of service: read as printed, joined with one another, counted in months by each rule."""

from fractions import Fraction

import pytest

from ladder.catalog.jurisdictions import DayRule
from ladder.service_rows import ServiceRow, join_rows, months_of, read_row, row_of_months
from ladder.service_time import print_month, read_day, read_month

AS_OF = read_month("2026-11")
Printed = tuple[str, str | None]


def joined(*rows: Printed, goes_on: bool = False) -> tuple[ServiceRow, ...]:
    return join_rows([read_row(start, end, as_of=AS_OF) for start, end in rows], as_of=AS_OF, goes_on=goes_on)


def counted(row: ServiceRow, rule: DayRule = DayRule.FIRST_DAY) -> list[tuple[str, str, int | Fraction]]:
    return [(print_month(one.since), print_month(one.until), one.share) for one in months_of(row, rule)]


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("2025-03", "2025-05", ("2025-03-01", "2025-05-01", False)),
        ("2025-03-16", "2025-05-31", ("2025-03-16", "2025-05-31", True)),
        ("2025-03-16", "2025-03", ("2025-03-16", "2025-03-16", False)),
        ("2025-03-16", None, ("2025-03-16", "2026-11-01", False)),
        ("2026-11-16", None, ("2026-11-16", "2026-11-16", False)),
    ],
)
def test_a_row_is_read_as_printed(start: str, end: str | None, days: tuple[str, str, bool]) -> None:
    since, until = read_day(days[0]), read_day(days[1])
    assert read_row(start, end, as_of=AS_OF) == (since, until, days[2], until, until)


def test_a_row_of_whole_months_is_joined_already() -> None:
    row = row_of_months(read_month("2026-11"), read_month("2027-02"))
    assert row == read_row("2026-11", "2027-02", as_of=AS_OF)
    for rule in DayRule:
        assert sum((until - since) * share for since, until, share in months_of(row, rule)) == 3


@pytest.mark.parametrize(
    ("rows", "ends"),
    [
        ((("2025-01", "2025-03-15"), ("2025-03-16", "2025-07")), ("2025-03-16", "2025-07")),
        ((("2025-01", "2025-03-16"), ("2025-03-16", "2025-07")), ("2025-03-16", "2025-07")),
        ((("2025-01", "2025-03-14"), ("2025-03-16", "2025-07")), ("2025-03-14", "2025-07")),
        ((("2025-01", "2025-03"), ("2025-03-02", "2025-07")), ("2025-03-01", "2025-07")),
        ((("2025-01", "2025-03-01"), ("2025-03-02", "2025-07")), ("2025-03-02", "2025-07")),
        ((("2025-01", "2025-12-31"), ("2026-01", "2026-07")), ("2026-01-01", "2026-07")),
        ((("2025-01", "2025-03-15"),), ("2025-03-15",)),
        ((("2025-01", "2025-03-15"), ("2025-03-15", "2025-03-15"), ("2025-03-16", "2025-07")), ("03-15", "03-16", "")),
        ((("2025-01", "2025-03-15"), ("2025-03-15", "2025-03-16"), ("2025-03-16", "2025-07")), ("03-15", "03-16", "")),
        ((("2025-01", "2025-03-31"), ("2025-03-31", "2025-04"), ("2025-04", "2025-07")), ("03-31", "04-01", "")),
        ((("2025-01", "2025-03-31"), ("2025-03-31", "2025-05"), ("2025-04", "2025-07")), ("04-01", "05-01", "")),
        ((("2025-01", "2026-11"), ("2026-10-31", "2026-11-30")), ("2026-11-01", "2026-11-01")),
    ],
)
def test_a_row_gains_its_last_day_from_the_row_that_follows(rows: tuple[Printed, ...], ends: tuple[str, ...]) -> None:
    wanted = [read_day(end if len(end) > 5 else f"2025-{end or '07-01'}") for end in ends]
    assert [row.held_until for row in joined(*rows)] == wanted
    assert [row.held_until for row in reversed(joined(*reversed(rows)))] == wanted


def test_a_job_that_goes_on_begins_with_the_as_of_month() -> None:
    assert joined(("2026-01", "2026-10-31"), goes_on=True)[0].held_until == read_day("2026-11")
    assert joined(("2026-01", "2026-10-30"), goes_on=True)[0].held_until == read_day("2026-10-30")
    assert joined(("2026-01", "2026-10-31"))[0].held_until == read_day("2026-10-31")


def test_unbroken_service_goes_on_through_rows_that_touch_or_overlap() -> None:
    rows = joined(
        ("2025-03-16", "2025-06-10"), ("2025-01-10", "2025-03-15"), ("2025-02", "2025-04"), ("2025-06-12", "2025-07")
    )
    ends = ["2025-06-10", "2025-06-10", "2025-06-10", "2025-07"]
    assert [row.unbroken_until for row in rows] == [read_day(end) for end in ends]


def test_a_row_of_no_days_joins_nothing_and_counts_for_nothing() -> None:
    rows = joined(("2025-01", "2025-03-10"), ("2025-03-10", "2025-03"), ("2025-03-11", "2025-05"))
    assert rows[1].start == rows[1].held_until == rows[1].unbroken_until
    assert counted(rows[1]) == []
    assert counted(rows[1], DayRule.HALF_MONTH) == []
    assert counted(rows[1], DayRule.DAYS) == []
    assert joined() == ()


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        ("2025-01-16", "2025-03-14", [("2025-01", "2025-02", Fraction(16, 31)), ("2025-02", "2025-03", 1)]),
        ("2025-01-16", "2025-01-20", [("2025-01", "2025-02", Fraction(4, 31))]),
        ("2024-02-01", "2024-02-29", [("2024-02", "2024-03", Fraction(28, 29))]),
        ("2023-02-02", "2023-05", [("2023-02", "2023-03", Fraction(27, 28)), ("2023-03", "2023-05", 1)]),
        ("2023-02", "2023-03", [("2023-02", "2023-03", 1)]),
    ],
)
def test_exact_days_count_over_the_days_of_the_month(
    start: str, end: str, months: list[tuple[str, str, int | Fraction]]
) -> None:
    last = [("2025-03", "2025-04", Fraction(13, 31))] if end == "2025-03-14" else []
    assert counted(joined((start, end))[0], DayRule.DAYS) == months + last


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        ("2025-01-15", "2025-03-15", [("2025-01", "2025-03", 1)]),
        ("2025-01-16", "2025-03-16", [("2025-02", "2025-04", 1)]),
        ("2025-01-16", "2025-02-15", []),
        ("2025-01-15", "2025-01-16", [("2025-01", "2025-02", 1)]),
    ],
)
def test_half_a_month_is_what_is_held_on_the_fifteenth(
    start: str, end: str, months: list[tuple[str, str, int | Fraction]]
) -> None:
    assert counted(joined((start, end))[0], DayRule.HALF_MONTH) == months


def test_a_month_counts_for_the_row_of_its_first_day_where_service_covers_it() -> None:
    first, second, third = joined(("2025-01", "2025-03-15"), ("2025-03-16", "2025-05-31"), ("2025-06-02", "2025-07"))
    assert counted(first) == [("2025-01", "2025-04", 1)]
    assert counted(second) == [("2025-04", "2025-05", 1)]
    assert counted(third) == []
