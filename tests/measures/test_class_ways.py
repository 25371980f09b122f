"""What a way asks of classes: service where a class is named, and nothing where anybody may have what is asked."""

from typing import Any

import pytest

from ladder.catalog.jurisdictions import Equivalents
from ladder.catalog.loading import load_catalog
from ladder.measures.class_ways import Asked, Way, ways_in
from ladder.paths.starts import on_day_one
from tests.eligibility.small_catalogs import PLACE, catalog_of, grade, other, service, stands_for
from tests.measures.made_ladders import AS_OF

Json = dict[str, Any]
ONE, TWO = f"{PLACE}/1", f"{PLACE}/2"
OF_ONE = service("a", 24, "1")
ONE_FOR_STAFF = {"class": ONE, "only_for": "internal"}


def asked_of(*rules: Json, substitutions: list[Json] | None = None, **jurisdiction: Any) -> tuple[Asked, ...]:  # noqa: ANN401
    catalog = catalog_of(grade("1"), grade("2"), grade("3", *rules, substitutions=substitutions or []), **jurisdiction)
    return ways_in(on_day_one(catalog, AS_OF))[f"{PLACE}/3"][0].asked


def share(name: str, feeder: str, months: int, **more: Any) -> Json:  # noqa: ANN401 - fields of a record
    return stands_for("service", name, feeder=feeder, months=months, **more)


@pytest.mark.parametrize(
    ("rules", "substitutions"),
    [
        ([service("a", 24)], []),
        ([service("a", 24, "1", or_in_field=True)], []),
        ([service("a", 0, "1")], []),
        ([service("a", 24, ONE_FOR_STAFF)], []),
        ([OF_ONE], [stands_for("study", "a", semester_hours=30, months=12, at_most_months=24)]),
        ([OF_ONE, service("b", 12, within="a")], []),
        ([other("credential", "a", name="a license")], []),
        ([other("condition", "a", code="JUDGED", classes=[{"class": ONE}])], []),
    ],
)
def test_what_anybody_may_have_asks_for_no_class(rules: list[Json], substitutions: list[Json]) -> None:
    assert [one for one in asked_of(*rules, substitutions=substitutions) if one.any_of[0] == ONE] == []


def test_named_classes_are_asked_for_any_one_of_them() -> None:
    assert asked_of(service("a", 24, "1", "2")) == (Asked((ONE, TWO), (), 24),)


def test_shares_count_up_to_what_study_leaves() -> None:
    stand = [share("a", "2", 1, at_most_months=6), stands_for("degree", "a", degree="master", months=12)]
    (asked,) = asked_of(OF_ONE, substitutions=stand)
    assert asked == Asked((ONE,), ((TWO, 6),), 12)
    assert (asked.is_met_by({TWO}), asked.is_met_by({ONE})) == (False, True)
    assert asked.classes() == {ONE, TWO}


def test_service_at_a_rate_without_an_end_stands_for_all_of_it() -> None:
    assert asked_of(OF_ONE, substitutions=[share("a", "2", 2, gives_months=1)]) == (Asked((ONE, TWO), (), 24),)


def test_service_that_a_ruling_counts_is_service_in_a_class_named() -> None:
    ruling = {"class": TWO, "counts_toward": [f"{PLACE}/3#a"], "by": "HR", "reason": "the same work"}
    assert asked_of(OF_ONE, rulings=[ruling]) == (Asked((ONE, TWO), (), 24),)


def test_equal_service_opens_a_way_where_nobody_need_judge_it() -> None:
    assert asked_of(OF_ONE, conventions={"equivalents": Equivalents.COUNTED.value}) == ()


def test_a_peer_is_no_class_that_a_text_names() -> None:
    asked = service("a", 24, {"class": ONE, "certainty": "peer"}, "2")
    assert asked_of(asked) == (Asked((TWO,), (), 24),)


def test_a_standing_asks_for_any_class_of_the_place_but_beside_one_of_them() -> None:
    staff = Asked((PLACE,))
    assert asked_of(other("standing", "a", standing="internal")) == (staff,)
    assert asked_of(service("a", 24, standing="internal")) == (staff,)
    assert asked_of(service("a", 24, "1", standing="internal")) == (Asked((ONE,), (), 24),)


def test_the_ways_of_the_bundled_data() -> None:
    ways = ways_in(on_day_one(load_catalog(), AS_OF))
    assert ways["us-nd/customer-service-manager"] == (Way("", ()),)
    assert [way.route for way in ways["us-nd/0444"] if not way.asked] == ["general"]
    trainee = [way for way in ways["us-ct/6163MP"] if way.asked]
    assert trainee == []
    assert Way("sub:us-ct/5989VR", (Asked(("us-ct/5989VR",)),)) in ways["us-ct/5257MP"]
    assert Way("program", (Asked(("us-ct/connecticut-careers-trainee",)),)) in ways["us-ct/5246SH"]


def test_service_that_fills_an_education_asks_for_no_class() -> None:
    degree = other("education", "a", degree="bachelor")
    rated = stands_for("service", "a", feeder="1", months=12, gives_months=12)
    assert asked_of(degree, substitutions=[rated]) == ()


def test_requirements_added_to_one_another_ask_each_for_its_own() -> None:
    asked = asked_of(service("a", 24, "1"), service("b", 12, "2", additional_to="a"))
    assert [one.any_of for one in asked] == [(ONE,), (TWO,)]


def test_service_for_a_part_counts_for_the_whole() -> None:
    asked = asked_of(OF_ONE, service("b", 12, "2", within="a"))
    assert [one.any_of for one in asked] == [(ONE, TWO), (TWO,)]
