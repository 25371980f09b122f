"""The small ladder of a class page: every feeder drawn or counted, no box over another, none outside."""

from pathlib import Path

import pytest

from ladder.catalog.loading import load_catalog
from ladder.catalog.steps import IN_THE_TEXT
from ladder.rendering.layout.mini_ladders import MOST_FEEDERS, WIDTH, MiniBox, MiniLadder, draw_mini_ladder
from ladder.rendering.layout.wrapping import measure_text
from tests.rendering.catalogs import catalog_of, graded


def fed_by(count: int) -> MiniLadder:
    feeders = [f"{number:03d}" for number in range(count)]
    catalog = catalog_of(
        *(graded(code, title=f"Clerk {code} of a long title") for code in feeders), graded("900", feeders=feeders)
    )
    drawn = draw_mini_ladder(catalog.classes["xx/900"], catalog.steps_into("xx/900"), catalog.classes)
    assert drawn
    return drawn


def overlap(one: MiniBox, other: MiniBox) -> bool:
    across = one.x < other.x + other.width and other.x < one.x + one.width
    return across and one.y < other.y + other.height and other.y < one.y + one.height


@pytest.mark.parametrize("count", [1, 2, 3, 4, 8, 30])
def test_boxes_stand_apart_within_the_drawing(count: int) -> None:
    drawn = fed_by(count)
    boxes = [drawn.top, *drawn.feeders]
    assert len(drawn.feeders) == len(drawn.lines) == len(drawn.pills) == min(count, MOST_FEEDERS)
    assert not any(overlap(one, other) for place, one in enumerate(boxes) for other in boxes[:place])
    assert all(one.x >= 0 and one.x + one.width <= WIDTH and one.y + one.height <= drawn.height for one in boxes)
    assert all(one.x >= 0 and one.x + one.width <= WIDTH for one in drawn.pills)
    assert drawn.more == (f"and {count - MOST_FEEDERS} more, named below" if count > MOST_FEEDERS else "")


def test_a_class_that_nothing_leads_to_has_none() -> None:
    catalog = catalog_of(graded("1"))
    assert draw_mini_ladder(catalog.classes["xx/1"], (), catalog.classes) is None


def test_programs_are_finished_and_records_not_seen_are_open() -> None:
    catalog = load_catalog()
    steps = [one for one in catalog.steps_into("us-ct/5246SH") if one.certainty in IN_THE_TEXT]
    drawn = draw_mini_ladder(catalog.classes["us-ct/5246SH"], steps, catalog.classes)
    assert drawn
    assert [one.text for one in drawn.pills] == ["2 years", "2 years", "finish it"]
    assert all(one.is_open for one in drawn.feeders)
    assert not drawn.top.is_open
    assert drawn.top.lines[-1].text == "from $57,625 a year"


@pytest.mark.parametrize("count", [2, 5])
def test_a_length_that_is_not_in_the_data_has_a_line_and_no_pill(count: int) -> None:
    feeders = [f"{number:03d}" for number in range(count)]
    catalog = catalog_of(*map(graded, feeders), graded("900", feeders=feeders))
    first, *others = catalog.steps_into("xx/900")
    drawn = draw_mini_ladder(catalog.classes["xx/900"], (first._replace(months=None), *others), catalog.classes)
    assert drawn
    assert (len(drawn.lines), len(drawn.pills)) == (count, count - 1)


def test_every_pill_of_a_city_holds_its_words() -> None:
    catalog = load_catalog(Path("los-angeles"))
    drawn = [
        draw_mini_ladder(spec, catalog.steps_into(spec.class_id), catalog.classes) for spec in catalog.classes.values()
    ]
    pills = [pill for one in drawn if one for pill in one.pills]
    assert pills
    assert [pill for pill in pills if measure_text(pill.text) * 6 // 7 + 8 > pill.width] == []
