"""The measures of a map bite: each fault they look for is found where it is."""

from dataclasses import replace

from ladder.rendering.layout.shapes import Box, Layout, Line, Point
from tests.rendering.geometry import (
    crossed_boxes,
    crossings,
    loose_ends,
    outside_the_map,
    overlapping_boxes,
    overlapping_words,
)

LOWER, UPPER = Box("xx/1", 100, 300, 40, ("1",)), Box("xx/2", 100, 100, 40, ("2",))
LINE = Line(0, "xx/1", "xx/2", (Point(100, 280), Point(100, 120)), ("a",), Point(100, 200))
GOOD = Layout(400, 400, (LOWER, UPPER), (LINE,), ())


def test_a_good_map_has_no_fault() -> None:
    assert not overlapping_boxes(GOOD)
    assert not crossed_boxes(GOOD)
    assert not list(loose_ends(GOOD))
    assert not outside_the_map(GOOD)


def test_a_box_in_the_way_of_a_line_is_found() -> None:
    between = Box("xx/3", 120, 200, 40, ("3",))
    assert crossed_boxes(replace(GOOD, boxes=(LOWER, UPPER, between))) == [(0, "xx/3")]


def test_a_slanted_line_through_a_corner_is_found() -> None:
    slanted = replace(LINE, points=(Point(12, 280), Point(300, 60)))
    assert crossed_boxes(replace(GOOD, lines=(slanted,), boxes=(Box("xx/4", 250, 140, 90, ()),))) == [(0, "xx/4")]


def test_overlapping_boxes_loose_ends_and_boxes_outside_are_found() -> None:
    near = Box("xx/3", 150, 310, 40, ("3",))
    assert overlapping_boxes(replace(GOOD, boxes=(LOWER, near))) == [("xx/1", "xx/3")]
    loose = replace(LINE, points=(Point(100, 270), Point(100, 120)))
    assert list(loose_ends(replace(GOOD, lines=(loose,)))) == [0]
    assert outside_the_map(replace(GOOD, width=150)) == ["xx/1", "xx/2"]


def test_a_crossing_is_counted_once_and_lines_that_only_touch_do_not_cross() -> None:
    across = replace(LINE, step=1, points=(Point(0, 200), Point(200, 200)))
    beside = replace(LINE, step=2, points=(Point(100, 280), Point(160, 120)))
    assert crossings(replace(GOOD, lines=(LINE, across))) == 1
    assert crossings(replace(GOOD, lines=(LINE, beside))) == 0


def test_words_over_words_and_over_a_box_are_found() -> None:
    assert overlapping_words(GOOD) == []
    again = replace(LINE, step=1, label_at=Point(104, 206))
    assert overlapping_words(replace(GOOD, lines=(LINE, again))) == [("words of step 0", "words of step 1")]
    within = replace(LINE, label_at=Point(100, 300))
    assert overlapping_words(replace(GOOD, lines=(within,))) == [("words of step 0", "xx/1")]
