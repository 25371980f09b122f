"""Stairs to scale: widths are time, heights pay from nothing, words within their tread, or above it, or told below."""

from fractions import Fraction

import pytest

from ladder.rendering.layout.flights import Flight, Flights
from ladder.rendering.layout.stairs import FOOT, PAD, TOP, WIDTH, Stairs, StairText, lay_stairs, lines_of, width_of
from ladder.service_time import Month, read_month
from ladder.specification import PayUnit

AS_OF = read_month("2026-11")
LAST = 686
"""Where the last class is reached: of 880 its words take 168, and 16 and 10 stand beside them."""


def flights(*held: tuple[str, int, Fraction | None], goal: str = "Chief") -> Flights:
    """Return flights of a title, months and height each; the last one is reached at the top."""
    made, at = [], 0
    for title, months, height in (*held, (goal, 0, held[0][2] and Fraction(1))):
        made.append(Flight(title, "$9", "+$1", False, Month(AS_OF + at), at, months, height, is_open=False))  # noqa: FBT003
        at += months
    return Flights(tuple(made), None if held[0][2] is None else PayUnit.YEARLY)


def texts(words: tuple[StairText, ...]) -> list[str]:
    return [one.text for one in words]


def test_width_is_time_and_height_is_pay_from_nothing() -> None:
    drawn = lay_stairs(flights(("Clerk", 24, Fraction(1, 2)), ("Senior Clerk", 12, Fraction(3, 4))))
    # 676 across for 36 months: 24 of them are 450.7; 218 up for the highest pay: a half is 109, three quarters 163.5
    assert [(one.left, one.right, one.top) for one in drawn.treads] == [(10, 461, FOOT - 109), (461, 686, FOOT - 164)]
    assert (drawn.goal.x, drawn.goal.top) == (LAST, TOP)
    assert drawn.landings == ((461, FOOT - 164), (LAST, TOP))
    assert WIDTH == 880


def test_without_pay_each_flight_is_one_step_up() -> None:
    drawn = lay_stairs(flights(("A", 12, None), ("B", 12, None), goal="C"))
    # The first is 76 high; the other 142 are two steps of 71.
    assert [FOOT - one.top for one in drawn.treads] == [76, 147]
    assert FOOT - drawn.goal.top == 218
    assert [(one.left, one.right) for one in drawn.treads] == [(10, 348), (348, 686)]


def test_words_stand_within_their_tread() -> None:
    drawn = lay_stairs(flights(("Clerk", 24, Fraction(1, 2)), ("Senior Clerk", 12, Fraction(3, 4))))
    first = drawn.treads[0]
    assert texts(first.words) == ["Clerk", "$9", "2 years"]
    # The tread is at 153; lines of 19, 20 and 18 begin 5 below it, each with its letters 3 above its end.
    assert [(one.x, one.y) for one in first.words] == [(22, 174), (22, 194), (22, 212)]
    assert [(one.gain, one.look) for one in first.words] == [("", "title"), ("+$1", "pay"), ("", "held")]
    assert texts(drawn.goal.words) == ["Chief", "$9"]
    assert {one.x for one in drawn.goal.words} == {LAST + 16}
    assert drawn.below == ()


def test_pay_and_gain_stand_one_below_the_other_where_they_have_no_room_beside_each_other() -> None:
    drawn = lay_stairs(flights(("Clerk", 12, None), ("Clerk", 104, None)))
    assert [(one.text, one.gain) for one in drawn.treads[0].words] == [
        ("Clerk", ""),
        ("$9", ""),
        ("", "+$1"),
        ("1 year", ""),
    ]
    assert [(one.text, one.gain) for one in drawn.treads[1].words][1] == ("$9", "+$1")


def test_words_that_are_higher_than_their_tread_stand_above_it() -> None:
    drawn = lay_stairs(flights(("Clerk", 12, Fraction(1, 10))))
    (tread,) = drawn.treads
    assert tread.top == FOOT - 22  # a tenth of 218
    assert texts(tread.words) == ["Clerk", "$9", "1 year"]
    assert tread.words[-1].y == tread.top - 12
    assert drawn.below == ()


def test_a_tread_too_narrow_for_its_words_has_a_number_and_is_told_below() -> None:
    drawn = lay_stairs(flights(("Clerk", 96, None), ("Interpreter", 4, None)))
    narrow = drawn.treads[1]
    assert narrow.right - narrow.left == 27  # 4 of 100 months of 676
    assert [(one.text, one.look, one.x) for one in narrow.words] == [("2", "number", (narrow.left + narrow.right) // 2)]
    assert [(one.text, one.x, one.y) for one in drawn.below] == [
        ("2: Interpreter from November 2034 for 4 months, $9, +$1", 10, FOOT + 59)  # months end at 38 below the foot
    ]
    assert drawn.height == FOOT + 67


def test_a_tread_too_narrow_for_a_number_is_told_below_all_the_same() -> None:
    drawn = lay_stairs(flights(("Clerk", 99, None), ("Interpreter", 1, None), ("Aide", 0, None)))
    assert [one.words for one in drawn.treads[1:]] == [(), ()]
    assert [one.text[:2] for one in drawn.below] == ["2:", "3:"]


def test_words_that_are_higher_than_the_whole_drawing_are_told_below() -> None:
    drawn = lay_stairs(flights((" ".join(["Commission"] * 13), 15, Fraction(1, 20)), ("Clerk", 85, Fraction(1, 2))))
    assert texts(drawn.treads[0].words) == ["1"]
    assert drawn.treads[0].words[0].y == FOOT - 5
    assert "".join(one.text for one in drawn.below).startswith("1: Commission Commission")
    assert len(drawn.below) > 1


def test_months_stand_under_their_risers_once_and_lower_where_they_have_no_room() -> None:
    drawn = lay_stairs(flights(("A", 96, None), ("B", 2, None), ("C", 2, None), ("D", 0, None)))
    assert [(one.text, one.y) for one in drawn.months] == [
        ("Nov 2026", FOOT + 20),
        ("Nov 2034", FOOT + 20),
        ("Jan 2035", FOOT + 38),
        ("Mar 2035", FOOT + 56),
    ]
    assert drawn.below[0].y == FOOT + 56 + 6 + 18 - 3
    assert drawn.height == drawn.below[-1].y + 8


def test_the_words_of_a_goal_that_pays_little_end_above_the_foot() -> None:
    lowly = flights(("Clerk", 12, Fraction(1)), goal="Aide")
    lowly = lowly._replace(flights=(lowly.flights[0], lowly.flights[1]._replace(height=Fraction(1, 50))))
    drawn = lay_stairs(lowly)
    assert drawn.goal.words[-1].y == FOOT - 6


def ends_of(drawn: Stairs) -> list[tuple[int, int]]:
    """Return where each line within a tread begins and ends, less the tread's own ends."""
    sizes = {"title": 15, "pay": 14, "held": 13}
    return [
        (line.x - one.left, one.right - line.x - width_of(f"{line.text}  {line.gain}".strip(), sizes[line.look]))
        for one in drawn.treads
        for line in one.words
        if line.look in sizes
    ]


@pytest.mark.parametrize("months", [6, 12, 18, 36])
def test_no_line_leaves_its_tread(months: int) -> None:
    drawn = lay_stairs(flights(("Executive Administrative Assistant", months, None), ("Management Analyst", 24, None)))
    assert all(left == PAD and right >= PAD for left, right in ends_of(drawn))


def test_widths_are_those_of_letters_at_fourteen() -> None:
    assert (width_of("aaa", 14), width_of("aaa", 7), width_of("aaa", 15)) == (24, 12, 26)
    assert lines_of("aaa aaa aaa", 58, 14) == ("aaa aaa", "aaa")
