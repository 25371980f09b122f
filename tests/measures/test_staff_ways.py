"""What a class asks of everyone beside what it asks of people who work there."""

from ladder.catalog.loading import load_catalog
from ladder.measures.class_ways import ways_in
from ladder.measures.staff_ways import StaffWay, find_staff_ways
from ladder.paths.starts import on_day_one
from tests.eligibility.small_catalogs import PLACE, catalog_of, grade, other, service
from tests.measures.made_ladders import AS_OF


def found_of(*classes: dict[str, object]) -> tuple[StaffWay, ...]:
    catalog = catalog_of(*classes)
    return find_staff_ways(on_day_one(catalog, AS_OF), ways_in(on_day_one(catalog, AS_OF)))


def test_the_months_of_the_series_of_north_dakota() -> None:
    catalog = load_catalog()
    found = {
        one.class_id: one for one in find_staff_ways(on_day_one(catalog, AS_OF), ways_in(on_day_one(catalog, AS_OF)))
    }
    senior = found["us-nd/0444"]
    assert (senior.open_months, senior.staff_months, senior.feeders) == (84, 12, ("us-nd/0443",))
    assert senior.months_saved == 72
    assert senior.source.lines
    assert "us-nd/0441" not in found


def test_the_least_way_of_each_kind_counts_and_a_standing_alone_asks_no_work() -> None:
    staff = other("standing", "staff", standing="internal")
    long, short = service("long", 60), service("short", 36)
    (found,) = found_of(grade("1", staff, long, short, routes=[["long"], ["short"], ["staff"], ["staff", "long"]]))
    assert (found.class_id, found.open_months, found.staff_months, found.feeders) == (f"{PLACE}/1", 36, 0, ())


def test_a_class_with_ways_of_one_kind_is_none() -> None:
    staff, work = other("standing", "staff", standing="internal"), service("work", 60)
    assert found_of(grade("0"), grade("1", staff), grade("2", work)) == ()
