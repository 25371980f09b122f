"""The measures of a drawing bite: each fault they look for is found where it is."""

from dataclasses import replace

from ladder.rendering.layout.band_drawing import BandBox, BandLine
from ladder.rendering.layout.shapes import Point
from tests.rendering.geometry import crossings, faults, leads_up, overlapping_times

LOWER, UPPER = BandBox("xx/1", 100, 300, 0), BandBox("xx/2", 100, 100, 0)
LINE = BandLine(("xx/1", "xx/2"), (Point(177, 300), Point(177, 162)), Point(177, 200))


def test_a_good_drawing_has_no_fault() -> None:
    assert faults([LOWER, UPPER], [LINE]) == []
    assert leads_up(LINE)


def test_a_box_in_the_way_of_a_line_is_found() -> None:
    between = BandBox("xx/3", 120, 200, 0)
    assert faults([LOWER, UPPER, between], [LINE]) == ["behind ('xx/1', 'xx/2') xx/3"]


def test_overlapping_boxes_loose_ends_and_slanted_lines_are_found() -> None:
    assert faults([LOWER, BandBox("xx/3", 150, 310, 0)], []) == ["overlap xx/1 xx/3"]
    loose = replace(LINE, points=(Point(177, 290), Point(177, 162)))
    assert faults([LOWER, UPPER], [loose]) == ["loose ('xx/1', 'xx/2')"]
    slanted = replace(LINE, points=(Point(177, 300), Point(180, 162)))
    assert faults([LOWER, UPPER], [slanted]) == ["slanted ('xx/1', 'xx/2')"]


def test_a_line_along_that_of_others_is_found() -> None:
    boxes = [LOWER, UPPER, BandBox("xx/3", 300, 300, 0), BandBox("xx/4", 300, 100, 0)]
    first = replace(
        LINE,
        points=(Point(177, 300), Point(177, 240), Point(340, 240), Point(340, 200), Point(177, 200), Point(177, 162)),
    )
    beside = BandLine(("xx/3", "xx/4"), (Point(330, 300), Point(330, 240), Point(377, 240), Point(377, 162)), None)
    assert faults(boxes, [first, beside]) == ["along ('xx/1', 'xx/2') ('xx/3', 'xx/4')"]


def test_a_crossing_is_counted_once_and_lines_of_one_class_do_not_count() -> None:
    across = BandLine(("xx/3", "xx/4"), (Point(0, 200), Point(300, 200)), None)
    assert crossings([LINE, across]) == 1
    assert crossings([LINE, replace(across, ends=("xx/1", "xx/4"))]) == 0


def test_times_one_over_the_other_are_found() -> None:
    pills = [("a", Point(100, 100), "2 years"), ("b", Point(140, 110), "2 years"), ("c", Point(100, 140), "2 years")]
    assert overlapping_times(pills) == [("a", "b")]
