"""Drawings in bands of pay, of random ladders and of every class of the bundled cities."""

from decimal import Decimal
from itertools import pairwise
from random import Random
from typing import Any

import pytest

from ladder.catalog.bundled import read_bundled
from ladder.catalog.catalog import Catalog
from ladder.paths.ladders import steps_used
from ladder.rendering.layout.band_drawing import BandLayout, draw_in_bands
from ladder.rendering.layout.pay_bands import BAND, MOST_ABREAST, has_bands, lowest_yearly, pay_rows
from ladder.rendering.layout.surroundings import MOST_BOXES, Neighbors, busiest, find_surroundings
from tests.eligibility.small_catalogs import SOURCE, catalog_of, grade
from tests.measure import measure
from tests.rendering.geometry import faults


def made_up(seed: int) -> tuple[Catalog, list[tuple[str, str]]]:
    """Return classes with pay, or none, and random pairs of them, circles among them."""
    rng = Random(f"bands {seed}")
    names = [f"c{number:02d}" for number in range(rng.randint(2, 40))]
    paid = {name: rng.randint(20_000, 140_000) for name in names if rng.random() < 0.8}
    yearly = {name: [{"unit": "yearly", "low": low, "high": low}] for name, low in paid.items()}
    pay: dict[str, Any] = {
        name: {"pay": {"plan": "P", "grade": "1", "ranges": one, "source": SOURCE}} for name, one in yearly.items()
    }
    catalog = catalog_of(*(grade(name, **pay.get(name, {})) for name in names))
    ids = list(catalog.classes)
    count = rng.randint(1, 3 * len(ids))
    pairs = {(rng.choice(ids), rng.choice(ids)) for _ in range(count)}
    return catalog, sorted(one for one in pairs if one[0] != one[1])


def drawn(catalog: Catalog, ends: list[tuple[str, str]], focus: str) -> BandLayout:
    found = find_surroundings(focus, Neighbors.by(ends))
    return draw_in_bands(found, [catalog.classes[one] for one in found.classes])


def check(layout: BandLayout) -> None:
    assert faults(layout.boxes, layout.lines) == []
    for line in layout.lines:
        assert all(0 <= point.x <= layout.width and 0 <= point.y <= layout.height for point in line.points)
        assert (line.time_at is not None) == (layout.focus in line.ends)
    heights = sorted((band.top, band.height) for band in layout.bands)
    assert heights[0][0] == 0
    assert sum(height for _, height in heights) == layout.height
    assert all(top + height == below for (top, height), (below, _) in pairwise(heights))


@pytest.mark.parametrize("part", range(4))
def test_no_line_runs_behind_a_box_or_along_the_line_of_others(part: int) -> None:
    for seed in range(part, measure(2000), 4):
        catalog, ends = made_up(seed)
        if ends:
            check(drawn(catalog, ends, busiest(Neighbors.by(ends)) or ""))


@pytest.mark.parametrize("name", ["los-angeles", "philadelphia"])
def test_every_class_of_a_city_is_drawn_with_forty_boxes_at_most(name: str) -> None:
    catalog = Catalog(read_bundled(name=name))
    ends = [(step.feeder_class, step.target_class) for step in steps_used(catalog, frozenset())]
    touched = sorted({one for pair in ends for one in pair})
    for focus in touched[:: 1 if measure(2) == 2 else 10]:
        layout = drawn(catalog, ends, focus)
        check(layout)
        assert len(layout.boxes) <= MOST_BOXES
        assert drawn(catalog, list(reversed(ends)), focus) == layout
    assert has_bands(tuple(catalog.classes.values())) == (name == "los-angeles")


def pays(catalog: Catalog, class_id: str) -> Decimal:
    return lowest_yearly(catalog.classes[class_id]) or Decimal(0)


def test_rows_are_bands_of_pay_and_a_step_within_a_band_goes_up() -> None:
    for seed in range(60):
        catalog, ends = made_up(seed)
        rows = pay_rows(catalog.classes.values(), ends)
        feet = [-1 if row.foot is None else row.foot for row in rows]
        assert feet == sorted(feet)
        assert sorted(one for row in rows for one in row.classes) == sorted(catalog.classes)
        assert all(len(row.classes) <= MOST_ABREAST for row in rows)
        for row in rows:
            for one in row.classes:
                pay = lowest_yearly(catalog.classes[one])
                assert row.foot == (None if pay is None else int(pay) // BAND * BAND)
            own = [pair for pair in ends if {*pair} <= {*row.classes}]
            assert all(pays(catalog, lower) > pays(catalog, upper) for lower, upper in own), "none up within a row"


def test_surroundings_are_the_nearest_and_the_rest_is_counted() -> None:
    ends = [("a", "b"), ("b", "c"), ("c", "d"), ("x", "b"), ("a", "y")]
    found = find_surroundings("b", Neighbors.by(ends))
    assert (found.classes[0], set(found.classes)) == ("b", {"a", "b", "c", "d", "x"})
    assert dict(found.hidden) == {"a": 1}
    few = find_surroundings("b", Neighbors.by(ends), most=3)
    assert len(few.classes) == 3
    assert busiest(Neighbors.by(ends)) == "b"
    assert busiest(Neighbors.by([])) is None
    middle = [("x", "m"), ("y", "m"), ("m", "u"), ("m", "v"), *((f"low{place}", "top") for place in range(9))]
    assert busiest(Neighbors.by(middle)) == "m", "a ladder is seen from its middle"
