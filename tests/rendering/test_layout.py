"""Ladders point up, boxes stand apart, no line runs through a box: on real and on random catalogs."""

import pytest

from ladder.catalog.catalog import Catalog
from ladder.catalog.loading import load_catalog
from ladder.paths.ladders import steps_used
from ladder.rendering.layout.shapes import Layout
from ladder.rendering.layout.sheets import lay_out
from ladder.specification import Series
from tests.rendering.catalogs import catalog_of, graded, random_catalog
from tests.rendering.geometry import crossed_boxes, leads_up, loose_ends, outside_the_map, overlapping_boxes


def lay(catalog: Catalog) -> Layout:
    steps = tuple(steps_used(catalog, frozenset()))
    words = {class_id: (spec.title, spec.code or "") for class_id, spec in catalog.classes.items()}
    return lay_out(catalog, steps, words=words, labels=[("named", "12 months")] * len(steps), alone="no step")


def rows(layout: Layout) -> dict[str, int]:
    return {box.class_id.partition("/")[2]: box.y for box in layout.boxes}


def faults(layout: Layout) -> list[object]:
    return [*overlapping_boxes(layout), *crossed_boxes(layout), *loose_ends(layout), *outside_the_map(layout)]


def test_the_bundled_map_has_no_fault_and_every_step_leads_up() -> None:
    layout = lay(load_catalog())
    assert faults(layout) == []
    assert all(map(leads_up, layout.lines))
    assert {box.class_id for box in layout.boxes} == set(load_catalog().classes)


@pytest.mark.parametrize("start", range(0, 200, 20))
def test_random_maps_have_no_fault(start: int) -> None:
    found = {seed: faults(lay(random_catalog(seed))) for seed in range(start, start + 20)}
    assert {seed: wrong for seed, wrong in found.items() if wrong} == {}


def test_an_empty_catalog_gives_a_map_of_no_size() -> None:
    assert lay(catalog_of()) == Layout(0, 0, (), (), ())


def test_classes_of_one_grade_share_a_row_and_higher_grades_stand_higher() -> None:
    at = rows(
        lay(
            catalog_of(
                graded("1", grade="A"),
                graded("2", grade="B", feeders=["1"]),
                graded("3", grade="B", feeders=["1"]),
                graded("4", grade="C", feeders=["2", "1"]),
            )
        )
    )
    assert at["2"] == at["3"]
    assert at["4"] < at["2"] < at["1"]


def test_numbered_grades_go_by_number_not_by_letters() -> None:
    at = rows(lay(catalog_of(graded("1", grade="9"), graded("2", grade="10", feeders=["1"]))))
    assert at["2"] < at["1"]


def test_ranks_of_a_series_order_classes_without_pay() -> None:
    at = rows(
        lay(
            catalog_of(
                graded("1", series=Series(name="S", rank=1)),
                graded("2", series=Series(name="S", rank=2)),
                graded("3", series=Series(name="S", rank=3), feeders=["1"]),
            )
        )
    )
    assert at["3"] < at["2"] < at["1"]


def test_a_step_against_the_grades_is_drawn_downward_and_the_grades_hold() -> None:
    layout = lay(catalog_of(graded("1", grade="C"), graded("2", grade="A", feeders=["1"])))
    assert rows(layout)["1"] < rows(layout)["2"]
    assert not leads_up(layout.lines[0])
    assert faults(layout) == []


def test_a_circle_of_steps_is_opened_and_all_of_it_drawn() -> None:
    layout = lay(catalog_of(graded("1", feeders=["3"]), graded("2", feeders=["1"]), graded("3", feeders=["2"])))
    assert len(layout.lines) == 3
    assert len(set(rows(layout).values())) == 3
    assert faults(layout) == []


def test_a_step_over_a_row_goes_round_the_class_between() -> None:
    layout = lay(
        catalog_of(
            graded("1", grade="A"), graded("2", grade="B", feeders=["1"]), graded("3", grade="C", feeders=["2", "1"])
        )
    )
    assert len(layout.lines) == 3
    assert faults(layout) == []


def test_lateral_steps_go_over_the_row() -> None:
    layout = lay(catalog_of(graded("1", grade="A"), graded("2", grade="A", feeders=["1"])))
    assert len(layout.lines[0].points) == 4
    assert faults(layout) == []


def test_the_words_beside_lines_do_not_overlap() -> None:
    layout = lay(catalog_of(graded("1"), *(graded(str(code), feeders=["1"]) for code in range(2, 7))))
    places = [line.label_at for line in layout.lines]
    assert all(abs(one.x - two.x) > 60 or abs(one.y - two.y) >= 32 for one in places for two in places if one != two)


def test_a_step_between_jurisdictions_joins_one_ladder() -> None:
    layout = lay(catalog_of(graded("1"), graded("2", feeders=["xx/1"], jurisdiction="yy")))
    assert [frame.heading for frame in layout.frames] == ["Xanadu"]
    assert faults(layout) == []


def test_classes_without_a_step_stand_under_a_heading_of_their_own_by_grade() -> None:
    layout = lay(catalog_of(graded("1", grade="B"), graded("2", grade="A"), *(graded(str(n)) for n in range(3, 10))))
    assert [frame.heading for frame in layout.frames] == ["Xanadu: no step"]
    assert [box.class_id for box in layout.boxes][:2] == ["xx/2", "xx/1"]
    assert faults(layout) == []


def test_the_same_catalog_gives_the_same_map() -> None:
    assert lay(random_catalog(7)) == lay(random_catalog(7))
