"""Ladders in panels: no two boxes overlap, none stands outside its panel, no line runs behind a box."""

from itertools import combinations

from ladder.rendering.layout.band_drawing import BOX_WIDTH
from ladder.rendering.layout.panels import Ladder, PanelLayout, draw_panels
from tests.rendering.geometry import faults

STEPS = [("a", "b"), ("b", "c"), ("x", "c"), ("p", "q"), ("p", "r")]


def drawn(room: int = 1200) -> PanelLayout:
    ladders = [
        Ladder("One", (("a", "x"), ("b",), ("c",)), STEPS[:3]),
        Ladder("Two", (("p",), ("q", "r")), STEPS[3:]),
        Ladder("A ladder with a name longer than its box", (("y", "z"),), []),
    ]
    return draw_panels(ladders, room=(room, 750))


def test_boxes_stand_in_their_panels_and_lines_run_behind_none() -> None:
    layout = drawn()
    assert len(layout.boxes) == 9
    for panel, beside in combinations(layout.panels, 2):
        assert (
            panel.left + panel.width <= beside.left
            or beside.left + beside.width <= panel.left
            or panel.top != beside.top
        )
    assert faults(layout.boxes, layout.lines) == []


def test_panels_flow_into_shelves_no_wider_than_the_room() -> None:
    assert len({panel.top for panel in drawn().panels}) == 1
    narrow = drawn(500)
    assert len({panel.top for panel in narrow.panels}) > 1
    assert narrow.width <= 500
    named = next(panel for panel in narrow.panels if panel.heading.startswith("A ladder"))
    assert named.width > BOX_WIDTH + 100, "as wide as its name"


def test_no_ladder_at_all_is_an_empty_drawing() -> None:
    assert draw_panels([], room=(1200, 750)) == PanelLayout(0, 0, (), (), ())
