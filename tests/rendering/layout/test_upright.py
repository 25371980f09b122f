"""The path upright: months down to scale, words beside their landing or lower and joined to it, none over another."""

from itertools import pairwise

import pytest

from ladder.rendering.layout.flights import Flight, Flights
from ladder.rendering.layout.upright import WIDTH, lay_upright
from ladder.service_time import Month, read_month

AS_OF = read_month("2026-11")


def flights(*months: int, title: str = "Clerk", pay: str = "$9") -> Flights:
    made, at = [], 0
    for held in (*months, 0):
        made.append(Flight(title, pay, "", False, Month(AS_OF + at), at, held, None, is_open=False))  # noqa: FBT003
        at += held
    return Flights(tuple(made), None)


@pytest.mark.parametrize(
    ("months", "ends"),
    [
        ((12,), [38, 218, 218]),  # at least 180 high
        ((24, 12), [38, 162, 224, 224]),  # 62 for the shortest hold: 186
        ((12, 120), [38, 85, 558, 558]),  # at most 520 high: 12 of 132 months are 47
    ],
)
def test_length_is_time(months: tuple[int, ...], ends: list[int]) -> None:
    drawn = lay_upright(flights(*months))
    assert [drawn.landings[0].at, *(one.to for one in drawn.landings)] == ends


def test_each_landing_is_told_with_month_pay_title_and_time() -> None:
    first, last = lay_upright(flights(12)).landings
    assert [one.text for one in first.words] == ["November 2026 \u00b7 $9", "Clerk", "1 year in the class"]
    assert [(one.x, one.y) for one in first.words] == [(44, 39), (44, 58), (44, 78)]
    assert [one.text for one in last.words] == ["November 2027 \u00b7 $9", "Clerk"]
    assert [one.text for one in lay_upright(flights(12, pay="")).landings[1].words] == ["November 2027", "Clerk"]
    assert (first.joint, last.joint) == ("", "")


def test_words_without_room_stand_lower_and_are_joined_to_their_landing() -> None:
    drawn = lay_upright(flights(120, 1, 1))
    assert [one.dot for one in drawn.landings] == [9, 4, 4, 9]
    assert [bool(one.joint) for one in drawn.landings] == [False, False, True, True]
    third = drawn.landings[2]
    assert third.joint == f"M19 {third.at}L30 {third.words[0].y - 5}H38"
    assert all(one.words[-1].y < other.words[0].y for one, other in pairwise(drawn.landings))
    assert drawn.landings[-1].words[-1].y < drawn.height


def test_classes_that_stand_apart_have_whole_dots() -> None:
    assert [one.dot for one in lay_upright(flights(12, 12)).landings] == [9, 9, 9]


def test_long_titles_are_broken_within_the_drawing() -> None:
    drawn = lay_upright(flights(12, title="Interpreterandtranslatorofdocumentsandspeeches of the Commission"))
    assert len([one for one in drawn.landings[0].words if one.look == "title"]) > 1
    assert drawn.landings[0].words[0].x + 252 <= WIDTH
