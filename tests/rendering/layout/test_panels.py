"""Ladders in panels: no two boxes overlap, none stands outside its panel, no line runs behind a box."""

from itertools import combinations

from ladder.rendering.layout.band_drawing import BOX_HEIGHT, BOX_WIDTH
from ladder.rendering.layout.panels import Ladder, PanelLayout, draw_panels, join_ladders

STEPS = [("a", "b"), ("b", "c"), ("x", "c"), ("p", "q"), ("p", "r")]


def drawn(room: int = 1200) -> PanelLayout:
    ladders = [
        Ladder("One", ("a", "b", "c", "x"), STEPS[:3]),
        Ladder("Two", ("p", "q", "r"), STEPS[3:]),
        Ladder("A ladder with a name longer than its box", ("y", "z"), []),
    ]
    return draw_panels(ladders, room=(room, 750))


def test_classes_that_steps_join_are_one_ladder() -> None:
    assert join_ladders("abcxpqry", STEPS) == [["a", "b", "c", "x"], ["p", "q", "r"], ["y"]]
    assert join_ladders([], []) == []


def test_boxes_stand_in_their_panels_and_lines_run_behind_none() -> None:
    layout = drawn()
    assert len(layout.boxes) == 9
    for one, other in combinations(layout.boxes, 2):
        assert abs(one.left - other.left) >= BOX_WIDTH or abs(one.top - other.top) >= BOX_HEIGHT
    for panel, beside in combinations(layout.panels, 2):
        assert (
            panel.left + panel.width <= beside.left
            or beside.left + beside.width <= panel.left
            or panel.top != beside.top
        )
    for line in layout.lines:
        assert line.time_at is not None, "every line has its time"
        for first, second in zip(line.points, line.points[1:], strict=False):
            for box in layout.boxes:
                across = min(first.x, second.x) < box.left + BOX_WIDTH and max(first.x, second.x) > box.left
                down = min(first.y, second.y) < box.top + BOX_HEIGHT and max(first.y, second.y) > box.top
                assert not (across and down)


def test_panels_flow_into_shelves_no_wider_than_the_room() -> None:
    assert len({panel.top for panel in drawn().panels}) == 1
    narrow = drawn(500)
    assert len({panel.top for panel in narrow.panels}) > 1
    assert narrow.width <= 500
    named = next(panel for panel in narrow.panels if panel.heading.startswith("A ladder"))
    assert named.width > BOX_WIDTH + 100, "as wide as its name"


def test_no_ladder_at_all_is_an_empty_drawing() -> None:
    assert draw_panels([], room=(1200, 750)) == PanelLayout(0, 0, (), (), ())
