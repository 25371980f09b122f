"""Work that must be recent, and lead work that settles what is asked: summed like all else, beside the engine."""

from fractions import Fraction
from random import Random

import pytest

from ladder.catalog.catalog import Catalog
from ladder.eligibility.clocks import Credit
from ladder.eligibility.matching import Candidacy
from ladder.eligibility.needs import Need
from ladder.eligibility.study import study_credit
from ladder.histories import History
from ladder.roster import declared_facts
from ladder.roster.answer_columns import Column
from ladder.roster.cells import BEYOND, NEVER, UNKNOWN, case_of
from ladder.roster.evaluation import evaluate
from tests.eligibility.small_catalogs import (
    SOURCE,
    Json,
    catalog_of,
    grade,
    other,
    person,
    service,
    stands_for,
    toward,
    work,
)
from tests.measure import FULL, measure
from tests.roster.made_people import CityPeople, city, random_case, roster_of
from tests.roster.test_batch import columns_of, differences

pytest.importorskip("numpy", reason="columns need numpy, which is not installed")

import numpy as np

from ladder.roster import batch
from ladder.roster.first_months import at_once, first_inside
from ladder.roster.joined_rows import ints

CELLS = 20_000
SHARES = 4 if FULL else 1
PEOPLE = 8


def beside_engine(catalog: Catalog, *people: History, target: str = "us-xx/2") -> Column:
    """Return the column of a class, which is as the engine finds it."""
    roster = roster_of([(one, Fraction(0)) for one in people])
    (column,) = evaluate(roster, case_of(roster, catalog), [target])
    assert differences(roster, catalog, [column], range(len(people))) == []
    return column


# ------------------------------------------------------------------ recent work


@pytest.mark.untraced
@pytest.mark.parametrize("share", range(SHARES))
def test_recent_work_is_as_the_engine_finds_it_on_random_catalogs(share: int, monkeypatch: pytest.MonkeyPatch) -> None:
    cells = asked = seed = 0
    while cells < measure(CELLS, share=80) // SHARES:
        catalog, people = random_case(share * 1_000_000 + seed, PEOPLE, recent=True)
        monkeypatch.setattr(batch, "MOST_MONTHS", 1 << (seed % 12))
        roster = roster_of(people)
        columns = columns_of(roster, catalog)
        assert differences(roster, catalog, columns, range(PEOPLE)) == [], seed
        asked += sum(column.by_engine for column in columns)
        cells, seed = cells + PEOPLE * len(columns), seed + 1
    # Lead work that must be recent is asked of the engine, and what is met now and lapses.
    assert asked < cells / 8


@pytest.mark.untraced
def test_no_cell_of_a_city_is_asked_of_the_engine_but_where_work_must_be_in_order() -> None:
    for name, in_order in (("los-angeles", set[str]()), ("philadelphia", {"us-pa-philadelphia/1E51"})):
        catalog = city(name)
        maker = CityPeople(catalog, Random(5))
        roster = roster_of([maker.person() for _ in range(measure(1_000, share=4))])
        asked = {one.class_id for one in columns_of(roster, catalog) if one.by_engine}
        assert asked == in_order


def test_old_work_falls_out_of_the_window_and_work_to_come_fills_it() -> None:
    catalog = catalog_of(grade("1"), grade("2", service("work", 12, "1", within_last_months=24)))
    held = work("1", start="2023-11", end="2025-01")
    people = [
        person(catalog, jobs=[held]),
        person(catalog, jobs=[held | {"end": "2025-11"}]),
        person(catalog, jobs=[held], present=work("1")),
        person(catalog, jobs=[work("1", start="2020-01", end="2022-01")]),
    ]
    # Of two years ago on, 2 months are held, and 12; 10 more come from now on, while old ones fall out.
    assert list(beside_engine(catalog, *people).months) == [NEVER, 0, 12, NEVER]


def test_what_is_met_now_and_falls_out_is_better_where_more_might_count() -> None:
    # By the time that the other need is met the first has fallen out, though work in class 3 would go on to count for
    # it, were these people internal.
    also = {"class": "us-xx/3", "only_for": "internal"}
    rules = [service("recent", 6, "1", also, within_last_months=12), service("long", 24, "3")]
    catalog = catalog_of(grade("1"), grade("3"), grade("2", *rules))
    people = [person(catalog, jobs=[work("1", start="2025-11", end="2026-11")], present=work("3"))]
    column = beside_engine(catalog, *people, people[0]._replace(past=()))
    assert (column.by_engine, list(column.months), list(column.if_months)) == (0, [NEVER, NEVER], [24, 24])


def test_two_jobs_in_one_month_are_capped_or_added_in_the_window_too() -> None:
    for overlap, months in (("capped_at_full_time", 6), ("added", 0)):
        rules = [service("work", 12, "1", within_last_months=24)]
        catalog = catalog_of(grade("1"), grade("2", *rules), conventions={"overlap": overlap})
        job = work("1", start="2026-05", end="2026-11")
        column = beside_engine(catalog, person(catalog, jobs=[job, job], present=work("1")))
        assert (column.by_engine, list(column.months)) == (0, [months])


def test_trainees_of_a_training_of_no_known_length_are_unknown_in_columns_too() -> None:
    targets = [{"class": "us-xx/2", "source": SOURCE}]
    catalog = catalog_of(grade("1", trainee_targets=targets), grade("2", service("work", 12, "3")), grade("3"))
    people = [person(catalog, present=work("1", target_class=f"us-xx/{one}")) for one in (2, 3)]
    column = beside_engine(catalog, *people, person(catalog, present=work("1")))
    assert (column.by_engine, list(column.months)) == (0, [UNKNOWN, NEVER, NEVER])


def test_needs_that_must_be_met_at_once_wait_for_one_another() -> None:
    met = np.asarray([[1, 1, 0, 0, 1], [1, 0, 0, 0, 0], [0, 0, 1, 0, 1], [1, 1, 1, 1, 1]], dtype=np.bool_)
    assert first_inside(met, ints([2, 1, 0, 30])).tolist() == [4, NEVER, 2, 30]
    months = [ints([0, 0, 2, 0, 0, 0]), ints([3, 1, UNKNOWN, UNKNOWN, NEVER, BEYOND])]
    inside = [np.asarray([[1, 0, 0, 0, 1], [1, 0, 0, 0, 0], [0, 0, 1, 0, 0], *[[1, 0, 0, 0, 1]] * 3], dtype=np.bool_)]
    inside += [np.ones((6, 5), dtype=np.bool_)]
    assert at_once(months, inside).tolist() == [4, NEVER, UNKNOWN, UNKNOWN, NEVER, BEYOND]
    assert at_once([ints([UNKNOWN, 3]), ints([0, 0])], [met[1:3] & False]).tolist() == [NEVER, NEVER]


def test_study_beside_recent_work_counts_from_its_month_on() -> None:
    study = stands_for("study", "work", semester_hours=15, months=6, at_most_months=6)
    rules = [service("work", 18, "1", within_last_months=24)]
    catalog = catalog_of(grade("1"), grade("2", *rules, substitutions=[study]))
    people = [person(catalog, jobs=[work("1", start="2025-11", end="2026-11")], education={"semester_hours": 10})]
    roster = roster_of([(people[0], hours) for hours in (Fraction(0), Fraction(1), Fraction(5), Fraction(60))])
    columns = columns_of(roster, catalog)
    assert differences(roster, catalog, columns, range(4)) == []
    # The 5 hours that are lacking take a year at 5 a year, and by then no month has fallen out.
    assert list(columns[-1].months) == [NEVER, NEVER, 12, 1]


@pytest.mark.parametrize(("fields", "times"), [([], 3), (["accounting"], 6)])
def test_study_is_asked_about_at_best_only_where_a_field_is_named(
    fields: list[str], times: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    study = stands_for("study", "work", semester_hours=15, months=6, at_most_months=6, fields=fields)
    catalog = catalog_of(grade("1"), grade("2", service("work", 18, "1"), substitutions=[study]))
    asked: list[Candidacy] = []

    def counted(need: Need, candidacy: Candidacy) -> Credit:
        asked.append(candidacy)
        return study_credit(need, candidacy)

    monkeypatch.setattr(declared_facts, "study_credit", counted)
    people = [(person(catalog, education={"semester_hours": hours}), Fraction(0)) for hours in (0, 15, 15, 30)]
    roster = roster_of(people)
    columns = columns_of(roster, catalog)
    # Three combinations are declared; where no field is named, nothing is asked that would give more.
    assert len(asked) == times
    assert differences(roster, catalog, columns, range(4)) == []


# ------------------------------------------------------------------ lead work


def lead_catalog(*classes: Json, more: tuple[Json, ...] = ()) -> Catalog:
    """Return a catalog in which class 2 asks lead work within other work, some of it in the class below."""
    lead = service("lead", 12, *classes, lead=True, within="all", or_in_field=bool(classes))
    series = [{"name": "S", "rank": rank} for rank in (1, 2)]
    asking = grade("2", service("all", 24, "1"), lead, *more, series=series[1])
    return catalog_of(grade("1", series=series[0]), asking)


def of_the_class_below(catalog: Catalog) -> list[History]:
    """Return people with three years in class 1: who do lead work now, and who is not known to."""
    jobs = [work("1", start="2023-11", end="2026-11")]
    return [person(catalog, jobs=jobs, present=one) for one in (toward("2#lead"), work("1"))]


def test_who_will_have_lead_work_enough_is_asked_no_more_of_it_and_that_is_summed() -> None:
    catalog = lead_catalog()
    column = beside_engine(catalog, *of_the_class_below(catalog))
    # Were the three years lead work, both were ready; of the first that is not asked any more.
    assert (column.by_engine, list(column.months), list(column.if_months)) == (0, [12, NEVER], [12, 0])


def test_a_job_that_may_be_lead_work_or_count_in_another_way_is_left_to_the_engine() -> None:
    catalog = lead_catalog({"class": "us-xx/1", "only_for": "internal", "target_class_required": True})
    column = beside_engine(catalog, *of_the_class_below(catalog))
    assert (column.by_engine, list(column.if_months)) == (1, [12, 0])


def test_lead_work_that_a_condition_asks_too_is_left_to_the_engine() -> None:
    catalog = lead_catalog(more=(other("condition", "judged", code="LEAD"),))
    column = beside_engine(catalog, *of_the_class_below(catalog))
    assert (column.by_engine, list(column.if_months)) == (1, [0, 0])
