"""Gatekeepers are the classes without which, by trying, another is entered no more; pairs the same, two at once."""

import json
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from ladder.catalog.catalog import Catalog, CatalogRecord
from ladder.catalog.loading import load_catalog
from ladder.measures.class_ways import ways_in
from ladder.measures.gatekeepers import Gates, Pair
from ladder.paths.starts import on_day_one
from ladder.records import validate_json
from tests.eligibility.small_catalogs import PLACE, catalog_of, grade, other, service, stands_for
from tests.measure import measure
from tests.measures.and_or import entered, opened, random_classes
from tests.measures.made_ladders import AS_OF

TRIED = measure(2_000)


def gates_of(*classes: dict[str, Any]) -> Gates:
    return Gates(ways_in(on_day_one(catalog_of(*classes), AS_OF)))


def names(*codes: str) -> frozenset[str]:
    return frozenset(f"{PLACE}/{code}" for code in codes)


def of_record(classes: list[dict[str, Any]]) -> Gates:
    record = {"jurisdictions": [{"id": PLACE, "name": "Place"}], "classes": classes}
    return Gates(ways_in(on_day_one(Catalog(validate_json(CatalogRecord, json.dumps(record))), AS_OF)))


def test_one_way_in_keeps_and_a_second_way_does_not() -> None:
    gates = gates_of(grade("1"), grade("2", service("a", 12, "1")), grade("3", service("a", 12, "1", "2")))
    assert gates.keepers() == {f"{PLACE}/1": names("2", "3")}


def test_all_that_one_way_asks_keeps_where_no_arrow_alone_does() -> None:
    both = grade("3", service("a", 12, "1"), service("b", 12, "2"))
    assert gates_of(grade("1"), grade("2"), both).keepers() == {f"{PLACE}/1": names("3"), f"{PLACE}/2": names("3")}


def test_a_way_open_to_everyone_leaves_no_gatekeeper() -> None:
    either = grade("2", service("a", 12, "1"), service("b", 24), routes=[["a"], ["b"]])
    assert gates_of(grade("1"), either).keepers() == {}


def test_a_circle_keeps_nobody_in_and_nobody_enters_it() -> None:
    gates = gates_of(grade("1", service("a", 12, "2")), grade("2", service("a", 12, "1")), grade("3"))
    assert gates.entered == names("3")
    assert gates.keepers() == {}
    assert gates.pairs() == ()


def test_shares_of_several_classes_come_to_what_is_asked_together() -> None:
    shares = [stands_for("service", "a", feeder=one, months=12, at_most_months=12) for one in ("2", "3")]
    asked = grade("4", service("a", 24, "1"), substitutions=shares)
    gates = gates_of(grade("1"), grade("2"), grade("3"), asked)
    assert gates.keepers() == {}
    assert [(one.first, one.second) for one in gates.pairs()] == [
        (f"{PLACE}/1", f"{PLACE}/2"),
        (f"{PLACE}/1", f"{PLACE}/3"),
    ]


def test_a_standing_is_held_by_whoever_has_any_class_of_the_place() -> None:
    staff = grade("2", other("standing", "staff", standing="internal"))
    gates = gates_of(grade("1"), staff)
    assert gates.keepers() == {f"{PLACE}/1": names("2")}
    assert gates_of(grade("1"), grade("3"), staff).pairs() == (Pair(f"{PLACE}/1", f"{PLACE}/3", (f"{PLACE}/2",)),)


def test_reach_is_what_service_in_a_class_is_enough_for() -> None:
    both = grade("3", service("a", 12, "1"), service("b", 12, "2"))
    gates = gates_of(grade("0"), grade("1", service("a", 12, "0")), grade("2"), both, grade("4", service("a", 24)))
    assert gates.opened_by(f"{PLACE}/0") == names("1")
    assert gates.opened_by(f"{PLACE}/4") == frozenset()


@pytest.mark.untraced
@pytest.mark.parametrize("seed", range(TRIED))
def test_gatekeepers_are_those_found_by_taking_each_class_out(seed: int) -> None:
    classes = random_classes(seed)
    gates, every = of_record(classes), entered(classes)
    assert gates.entered == every
    kept = {one: frozenset(every - entered(classes, (one,)) - {one}) for one in sorted(every)}
    assert dict(gates.keepers()) == {one: lost for one, lost in kept.items() if lost}
    assert {one: gates.opened_by(one) for one in every} == {one: opened(classes, one) for one in every}


@pytest.mark.untraced
@pytest.mark.parametrize("seed", range(measure(400)))
def test_pairs_are_those_found_by_taking_two_classes_out(seed: int) -> None:
    classes = random_classes(seed)
    every = entered(classes)
    left = {one: entered(classes, (one,)) for one in every}
    found = {}
    for first, second in combinations(sorted(every), 2):
        lost = (left[first] & left[second]) - entered(classes, (first, second)) - {first, second}
        if lost:
            found[first, second] = frozenset(lost)
    assert {(one.first, one.second): frozenset(one.kept) for one in of_record(classes).pairs()} == found


def test_the_gatekeepers_of_a_real_city_are_those_found_by_trying() -> None:
    gates = Gates(ways_in(on_day_one(load_catalog(Path("los-angeles")), AS_OF)))
    kept = gates.keepers()
    assert (sum(map(len, kept.values())), len(kept), len(gates.pairs())) == (139, 99, 40)
    assert kept["us-ca-los-angeles/9184"] > {"us-ca-los-angeles/9171"}
