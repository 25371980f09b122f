"""What the page's script gets of a city: each class's drawing in few numbers."""

import json
from collections import deque

from ladder.catalog.bundled import read_bundled
from ladder.catalog.catalog import Catalog
from ladder.catalog.loading import load_catalog
from ladder.paths.ladders import steps_used
from ladder.rendering.around import Around, band_label
from ladder.rendering.layout.band_drawing import BOX_HEIGHT, BOX_WIDTH
from ladder.rendering.layout.surroundings import MOST_BOXES
from ladder.rendering.pictures import time_of

CITY = Catalog(read_bundled(name="los-angeles"))
AROUND = Around(CITY, tuple(steps_used(CITY, frozenset())))
ORDER = list(CITY.classes)


def test_a_city_brings_a_sheet_for_every_class_that_a_step_touches() -> None:
    told = json.loads(json.dumps(AROUND.data(ORDER)))
    joined = {(step.feeder_class, step.target_class) for step in AROUND.steps}
    touched = {one for ends in joined for one in ends}
    assert {ORDER[place] for place, *_ in told["sheets"]} == touched
    assert ORDER[told["first"]] in touched
    assert told["box"] == [BOX_WIDTH, BOX_HEIGHT]
    assert len(told["labels"]) == len(ORDER)
    assert all(width <= 1200 and height <= 750 for _, width, height, *_ in told["sheets"]), "whole on an opening page"
    shown = {focus: len(boxes) for focus, _, _, _, boxes, _ in told["sheets"]}
    assert all(len(boxes) > shown[focus] for focus, _, _, _, boxes, _ in told["further"])
    for focus, width, height, bands, boxes, lines in [*told["sheets"], *told["further"]]:
        places = {place for place, *_ in boxes}
        assert focus in places
        assert len(boxes) <= MOST_BOXES
        assert sum(tall for _, _, tall in bands) == height
        assert all(left >= 0 and left + BOX_WIDTH <= width for _, left, _, _ in boxes)
        for start, end, *turns in lines:
            assert (ORDER[start], ORDER[end]) in joined
            assert len(turns) in (3, 5, 7), "up, across and up, or across twice"


def test_bands_and_times_are_told_in_words() -> None:
    assert band_label(80_000) == "$80,000 to $99,999"
    assert band_label(None) == "Pay not in our data"
    assert {time_of(CITY, step) for step in AROUND.steps} >= {"2 years", "1 year", "6 months"}


def test_classes_of_several_governments_are_in_no_bands() -> None:
    seeds = load_catalog()
    assert Around(seeds, tuple(steps_used(seeds, frozenset()))).data(list(seeds.classes)) is None
    assert Around(seeds, ()).data(list(seeds.classes)) is None


def shortest(start: str) -> dict[str, tuple[str, ...]]:
    """Return the shortest route from a class to each that its steps reach."""
    routes: dict[str, tuple[str, ...]] = {start: (start,)}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        for onward in sorted(AROUND.neighbors.above.get(here, ())):
            if onward not in routes:
                routes[onward] = (*routes[here], onward)
                waiting.append(onward)
    return routes


def test_the_classes_of_every_route_stand_in_one_drawing() -> None:
    told = json.loads(json.dumps(AROUND.data(ORDER)))
    drawings = [*told["sheets"], *told["further"]]
    held = [(ORDER[focus], {ORDER[box[0]] for box in boxes}) for focus, _, _, _, boxes, _ in drawings]
    routes = [route for start in AROUND.neighbors.above for route in shortest(start).values() if len(route) > 1]
    assert len(routes) == 692
    assert not [route for route in routes if not any(focus in route and {*route} <= shown for focus, shown in held)]


def test_a_city_whose_pay_is_not_known_is_drawn_by_its_steps() -> None:
    city = Catalog(read_bundled(name="philadelphia"))
    around = Around(city, tuple(steps_used(city, frozenset())))
    assert around.first
    drawing = around.draw(around.first)
    assert {band.foot for band in drawing.bands} == {None}
    assert around.draw_further(around.first) is None, "six more classes or none"
    assert around.draw_further("us-pa-philadelphia/2H90") is not None
