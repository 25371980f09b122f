"""A month of service is credited once to a requirement, in the split that credits most."""

import random
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import partial
from itertools import product

import pytest

from ladder.eligibility.clocks import Amount
from ladder.eligibility.needs import CappedService, service_rule
from ladder.eligibility.plans import Plan, PlanKind
from ladder.eligibility.splits import DIRECT_ONLY, Way, credited_by, ways_of
from ladder.sources import Source
from tests.eligibility.small_catalogs import Json, answer, catalog_of, grade, service, stands_for, work
from tests.measure import measure

NONE = Plan(PlanKind.NONE)
HALF = Fraction(1, 2)
FEEDERS = tuple(grade(code) for code in "abc")


def capped(at_most: Amount | None, rate: Amount = 1) -> CappedService:
    return CappedService(service_rule("s", {}), at_most, None, Source(document="d", section="s", lines=(1, 1)), rate)


def dated(code: str, start: str, end: str, **more: object) -> Json:
    return {"class": f"us-xx/{code}", "start": start, "end": end, **more}


def half_year(code: str, **more: object) -> Json:
    return dated(code, "2026-05", "2026-11", **more)


def standing_in(**at_most: int) -> list[Json]:
    return [
        stands_for("service", "general", feeder=code, months=months, at_most_months=months)
        for code, months in at_most.items()
    ]


@pytest.mark.parametrize(
    ("asked", "direct", "caps", "jobs", "left"),
    [
        (12, ["a"], {"b": 12}, [half_year("a"), half_year("b")], 6),
        (12, ["a"], {"b": 12}, [half_year("a"), dated("b", "2025-11", "2026-05")], 0),
        (12, ["a"], {"b": 12}, [half_year("a", fte="0.5"), half_year("b")], 6),
        (12, ["a"], {"b": 12}, [half_year("a", fte="0.5"), half_year("b", fte="0.25")], Fraction(15, 2)),
        (12, ["a"], {"b": 3}, [half_year("a"), dated("b", "2025-11", "2026-11")], 3),
        (12, [], {"b": 12, "c": 12}, [half_year("b"), half_year("c")], 6),
        (12, [], {"b": 6, "c": 12}, [dated("b", "2025-12", "2026-11"), dated("c", "2025-12", "2026-06")], 1),
        (12, [], {"b": 6, "c": 12}, [dated("b", "2025-11", "2026-11"), dated("c", "2025-11", "2026-05")], 0),
        (12, [], {"b": 6, "c": 12}, [dated("b", "2025-11", "2026-11"), dated("c", "2026-05", "2026-11")], 0),
        (12, [], {"b": 4, "c": 4}, [dated("b", "2025-11", "2026-11"), dated("c", "2025-11", "2026-11")], 4),
        (12, ["a"], {"b": 12}, [work("a", 6), work("b", 6)], 0),
        (12, ["a", "b"], {"b": 12}, [work("b", 6)], 6),
    ],
)
def test_a_month_is_credited_once(
    asked: int, direct: list[str], caps: dict[str, int], jobs: list[Json], left: Amount
) -> None:
    rules = grade("1", service("general", asked, *direct, or_in_field=True), substitutions=standing_in(**caps))
    found = answer(catalog_of(*FEEDERS, rules), "1", plan=NONE, jobs=jobs)
    (trace,) = found.requirements
    assert trace.held is not None
    assert trace.left == left
    assert trace.held + sum(one.months for one in trace.credited) + left == asked
    assert found.months == (0 if left == 0 else None)


@pytest.mark.parametrize(("fte", "months"), [("1", 12), ("0.5", 12), ("0.25", 24)])
def test_jobs_that_go_on_at_once_share_the_month(fte: str, months: int) -> None:
    rules = grade("1", service("general", 12, "a"), substitutions=standing_in(b=12))
    present = [work("a", fte=fte), work("b", fte=fte)]
    assert answer(catalog_of(*FEEDERS, rules), "1", present=present).months == months


def test_jobs_held_at_once_are_added_where_the_jurisdiction_adds_them() -> None:
    rules = grade("1", service("general", 12, "a"), substitutions=standing_in(b=12))
    catalog = catalog_of(*FEEDERS, rules, conventions={"overlap": "added"})
    assert answer(catalog, "1", plan=NONE, jobs=[half_year("a"), half_year("b")]).months == 0


def test_a_substitution_that_is_closed_to_a_person_adds_nothing() -> None:
    (sub,) = standing_in(b=12)
    rules = grade("1", service("general", 12, "a"), substitutions=[{**sub, "standing": "state_employee"}])
    jobs = [work("a", 6), work("b", 6)]
    catalog = catalog_of(*FEEDERS, rules)
    (trace,) = answer(catalog, "1", plan=NONE, jobs=jobs, standing={"state_employee": False}).requirements
    assert (trace.left, trace.credited) == (6, ())


def test_the_ways_of_maxima_and_of_rates() -> None:
    assert ways_of(()) == DIRECT_ONLY
    assert ways_of([capped(6)]) == (Way(6, ((1, 0b1),)), Way(0, ((1, 0b11),)))
    assert ways_of([capped(None)]) == (Way(0, ((1, 0b11),)),)
    assert ways_of([capped(6, HALF)]) == (Way(6, ((1, 0b1),)), Way(0, ((HALF, 0b11), (HALF, 0b1))))
    assert ways_of([capped(6, 2)]) == (Way(6, ((1, 0b1),)), Way(3, ((1, 0b11),)), Way(0, ((1, 0b11), (1, 0b10))))


Month = tuple[int, ...]
"""The jobs of a month, each half of full time, as the sets of sources that they count by."""


@pytest.mark.untraced
def test_the_least_way_is_the_best_split() -> None:
    for seed in range(measure(3_000)):
        rng = random.Random(seed)
        rates = rng.choice([(1,), (1,), (1, HALF), (HALF,), (2, 1, HALF)])
        subs = [capped(rng.choice([1, 2, 3, None]), rng.choice(rates)) for _ in range(rng.randint(0, 3))]
        months = [_some_month(rng, len(subs)) for _ in range(rng.randint(1, 4))]
        told = min(credited_by(way, partial(_together, months)) for way in ways_of(subs))
        assert told == _best_split(months, subs), seed


def _some_month(rng: random.Random, subs: int) -> Month:
    return tuple(rng.randint(0, 2 ** (subs + 1) - 1) for _ in range(rng.choice([1, 2, 2, 3])))


def _together(months: Sequence[Month], sources: int) -> Amount:
    return sum((min(2, sum(1 for job in month if job & sources)) for month in months), start=0) * HALF


def _best_split(months: Sequence[Month], subs: Sequence[CappedService]) -> Amount:
    """Return the most credited, by trying every source for every half month worked."""
    best: Amount = 0
    for chosen in product(*(set(_halves(month, len(subs))) for month in months)):
        used = [
            sum(HALF for month in chosen for source in month if source == number) for number in range(len(subs) + 1)
        ]
        credited: Amount = used[0]
        for one, held in zip(subs, used[1:], strict=True):
            credited += held * one.rate if one.at_most_months is None else min(one.at_most_months, held * one.rate)
        best = max(best, credited)
    return best


def _halves(month: Month, subs: int) -> Iterator[tuple[int, ...]]:
    """Yield the sources of at most two halves of a month; half months suffice for caps of whole months."""
    by_job = [[None, *(source for source in range(subs + 1) if job >> source & 1)] for job in month]
    for sources in product(*by_job):
        counting = tuple(sorted(one for one in sources if one is not None))
        if len(counting) <= 2:
            yield counting


def test_jobs_at_once_in_a_sum_with_a_maximum_share_the_month() -> None:
    """Two present jobs fill one month a month of the three asked; the old job is an equivalent to be judged."""
    rules = grade(
        "1",
        service("e0", 2, or_in_field=True),
        service("e1", 1, "a", additional_to="e0"),
        substitutions=[stands_for("service", "e0", feeder="a", months=1, at_most_months=1)],
    )
    old = {"counts_toward": ["us-xx/1#e1"], "start": "2026-06", "end": "2026-11"}
    present = [work("a"), {"counts_toward": ["us-xx/1#e0"]}]
    found = answer(catalog_of(*FEEDERS, rules), "1", jobs=[old], present=present)
    assert found.months == 3
    assert found.if_conditions_met is not None
    assert found.if_conditions_met[0] == 2
