"""Every view of a real and of a large map: nothing overlaps, no step runs through a foreign box, few crossings."""

import pytest

from benchmarks.city import write_city
from ladder.catalog.catalog import Catalog, CatalogRecord
from ladder.catalog.loading import load_catalog
from ladder.paths.ladders import steps_used
from ladder.records import validate_json
from ladder.rendering.drawings import MOST_NEIGHBOURS, Drawing, draw_classes, draw_surroundings
from ladder.rendering.layout.shapes import BOX_WIDTH
from ladder.rendering.layout.wrapping import measure_text
from ladder.rendering.views.groups import MOST_CLASSES, group_classes
from tests.rendering.catalogs import catalog_of, graded
from tests.rendering.geometry import (
    crossed_boxes,
    crossings,
    loose_ends,
    outside_the_map,
    overlapping_boxes,
    overlapping_words,
)

CITY_CROSSINGS = 25
"""Crossings on all 139 views of the city of 700 classes and 737 steps, as measured; fewer is better."""


def city() -> Catalog:
    return Catalog(validate_json(CatalogRecord, write_city(700)))


def views(catalog: Catalog) -> list[Drawing]:
    steps = tuple(steps_used(catalog, frozenset()))
    return [
        draw_classes(catalog, {*group.classes, *group.outside}, steps, label=group.heading, outside=group.outside)
        for group in group_classes(catalog, steps)
    ]


def faults(drawing: Drawing) -> list[object]:
    layout = drawing.layout
    found = [*overlapping_boxes(layout), *crossed_boxes(layout), *loose_ends(layout), *outside_the_map(layout)]
    return [*found, *overlapping_words(layout)]


def test_every_view_of_the_bundled_map_has_no_fault_and_no_crossing() -> None:
    drawn = views(load_catalog())
    assert [faults(one) for one in drawn] == [[]] * len(drawn)
    assert sum(crossings(one.layout) for one in drawn) == 0


@pytest.mark.untraced
def test_every_view_of_seven_hundred_classes_can_be_read() -> None:
    drawn = views(city())
    assert [one.label for one in drawn if faults(one)] == []
    assert max(len(one.layout.boxes) for one in drawn) <= MOST_CLASSES
    assert sum(crossings(one.layout) for one in drawn) <= CITY_CROSSINGS
    lines = [line for one in drawn for box in one.layout.boxes for line in box.lines]
    assert max(map(measure_text, lines)) <= BOX_WIDTH


def test_a_drawing_holds_the_steps_between_its_classes_and_no_others() -> None:
    catalog = load_catalog()
    drawn = draw_classes(catalog, ["us-nd/0441", "us-nd/0442"], catalog.steps, label="Two")
    assert [(step.feeder_class, step.target_class) for step in drawn.steps] == [("us-nd/0441", "us-nd/0442")]
    assert drawn.kinds == ("internal_qualification",)
    assert {box.class_id for box in drawn.layout.boxes} == {"us-nd/0441", "us-nd/0442"}


def test_looks_tell_the_record_the_chosen_class_and_those_outside() -> None:
    catalog = load_catalog()
    ids = ["us-ct/5258MP", "us-ct/5257MP", "us-ct/6163MP"]
    drawn = draw_classes(catalog, ids, catalog.steps, label="", outside=ids[2:], chosen=ids[1])
    assert drawn.looks == {ids[0]: "seen-in-part", ids[1]: "chosen", ids[2]: "only-named outside"}
    assert set(drawn.boxes_by_look) == set(drawn.looks.values())


def test_a_brief_drawing_tells_no_pay_and_each_step_in_one_line() -> None:
    catalog = load_catalog()
    brief = draw_classes(catalog, list(catalog.classes), catalog.steps, label="", is_brief=True)
    assert not [line for box in brief.layout.boxes for line in box.lines if "$" in line or "no pay" in line]
    assert {len(line.label) for line in brief.layout.lines} == {1}


@pytest.mark.parametrize(("class_id", "around"), [("us-nd/0442", 3), ("us-ct/6435CL", 3), ("us-nd/0444", 2)])
def test_the_surroundings_of_a_class_are_one_step_below_and_above(class_id: str, around: int) -> None:
    drawn = draw_surroundings(load_catalog(), class_id)
    assert drawn is not None
    assert len(drawn.layout.boxes) == around
    assert drawn.looks[class_id].endswith("chosen")
    assert faults(drawn) == []


def test_a_class_alone_or_in_a_crowd_has_no_drawing_of_its_surroundings() -> None:
    assert draw_surroundings(load_catalog(), "us-nd/customer-service-manager") is None
    many = [graded(str(code)) for code in range(100, 101 + MOST_NEIGHBOURS)]
    crowded = catalog_of(*many, graded("2", feeders=[one.code or "" for one in many]))
    assert draw_surroundings(crowded, "xx/2") is None
    assert draw_surroundings(crowded, "xx/100") is not None
