"""Who counts on a bench: lists and columns count alike, and leave out the same people."""

from fractions import Fraction
from random import Random

import pytest

from ladder.catalog.loading import load_catalog
from ladder.histories import Service
from ladder.roster.cells import case_of
from ladder.roster.crowd import Crowd, closed_before
from ladder.roster.evaluation import evaluate
from ladder.roster.observed import moves_made, observed_rows, places_of
from ladder.service_rows import row_of_months
from ladder.service_time import Month
from tests.measure import measure
from tests.roster.made_people import AS_OF, CityPeople, city, roster_of

pytest.importorskip("numpy", reason="columns need numpy, which is not installed")

from ladder.roster.crowd_arrays import CrowdArrays


def test_lists_and_columns_count_alike() -> None:
    catalog, rng = city("philadelphia"), Random(3)
    maker = CityPeople(catalog, rng)
    people = [maker.person() for _ in range(measure(600))]
    roster = roster_of(people, exits=[rng.choice((-1, -1, AS_OF - 1, AS_OF + 3, AS_OF + 20)) for _ in people])
    lists, arrays = Crowd(roster), CrowdArrays(roster)
    counted = kept = expected = 0
    for column in evaluate(roster, case_of(roster, catalog)):
        closed = closed_before(column.class_id, catalog)
        found = lists.counts(column, closed)
        assert arrays.counts(column, closed) == found
        assert list(arrays.on_bench(column, closed)) == list(lists.on_bench(column, closed))
        kept += sum(map(len, arrays.keep(column)[1:]))
        expected += 2 * len(column.seen) + len(roster.declared)
        kept_as = [arrays.keep(column), lists.keep(column), arrays.keep(column._replace(usual=(), seen=()))]
        crowds = zip((arrays, lists, arrays), kept_as, strict=True)
        assert len({crowd.gain(months, column.if_months, closed) for crowd, months in crowds}) == 1
        assert len(list(lists.on_bench(column, closed))) == sum(found.values())
        counted += sum(found.values())
    assert counted > len(people) // 3
    # What is kept while steps are tried grows with those who hold jobs that a class sees, not with all people.
    assert kept == expected


def test_higher_classes_of_the_series_are_closed_and_lower_ones_are_not() -> None:
    assert closed_before("us-nd/0442", load_catalog()) == ["us-nd/0442", "us-nd/0443", "us-nd/0444"]


def test_who_holds_a_job_of_no_class_is_on_no_bench_and_makes_no_move() -> None:
    classes = load_catalog()
    one = CityPeople(city("los-angeles"), Random(1)).person()[0]
    nowhere = Service(0, "", None, None, frozenset({"us-nd/0444#general"}), Fraction(1), future=True)
    before = nowhere._replace(number=1, row=row_of_months(Month(AS_OF - 30), Month(AS_OF - 6)))
    roster = roster_of([(one._replace(past=(before,), present=(nowhere,)), Fraction(0))])
    crowd = Crowd(roster)
    assert (crowd.present_class, crowd.people_in("us-nd")) == (("",), set())
    assert list(evaluate(roster, case_of(roster, classes))) == []
    assert list(observed_rows(moves_made(roster), places_of(roster), classes)) == []
