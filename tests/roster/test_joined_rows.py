"""Rows of many people joined and counted in columns, beside the same of one person after the other."""

from collections.abc import Sequence
from random import Random

import pytest

from ladder.catalog.jurisdictions import DayRule
from ladder.service_rows import months_of
from ladder.service_time import DAYS_A_MONTH, Day, Month, days_in, next_day
from tests.measure import measure
from tests.roster.made_people import CityPeople, city, roster_of

pytest.importorskip("numpy", reason="columns need numpy, which is not installed")

from ladder.roster.joined_rows import PARTS_OF_A_MONTH, ints, join_all, next_days, spans_of


def test_the_day_after_is_the_same_day() -> None:
    days = [month * DAYS_A_MONTH + day for month in range(24_000, 24_060) for day in range(days_in(Month(month)))]
    assert next_days(ints(days)).tolist() == [next_day(Day(one)) for one in days]
    assert next_days(ints([])).tolist() == []


@pytest.mark.untraced
@pytest.mark.parametrize("rule", list(DayRule))
def test_months_of_joined_rows_are_those_of_one_person(rule: DayRule) -> None:
    maker = CityPeople(city("los-angeles"), Random(7))
    people = [maker.person() for _ in range(measure(5_000))]
    roster = roster_of(people)
    rows = join_all(roster)
    spans = spans_of(rows, rule)
    whole = PARTS_OF_A_MONTH if rule is DayRule.DAYS else 1
    found: dict[int, list[tuple[int, int, int]]] = {}
    for row, *span in zip(*(column.tolist() for column in spans), strict=True):
        found.setdefault(row, []).append((span[0], span[1], span[2]))
    at = 0
    for person in range(len(people)):
        for one in roster.history(person).past:
            assert one.row
            true = [(held.since, held.until, held.share * whole) for held in months_of(one.row, rule)]
            assert _run_together(sorted(found.get(at, []))) == _run_together(true)
            at += 1
    assert at == len(rows.person) > 500


def _run_together(spans: Sequence[tuple[int, int, object]]) -> list[tuple[int, int, object]]:
    """Return the spans month by month."""
    return [(month, month + 1, share) for since, until, share in spans for month in range(since, until)]
