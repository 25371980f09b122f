"""The path upright, for a narrow page: months down, to scale, the words of each class beside its landing.

Words that have no room beside their landing stand lower, joined to it by a line.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from ladder.rendering.layout.flights import Flight, Flights
from ladder.rendering.layout.stairs import LINES, SMALL, TITLE, WORDS, StairText, lines_of
from ladder.telling.messages import say
from ladder.telling.times import spell_month

WIDTH = 300
MIDDLE = 11
"""Where the bar stands; it is 12 wide."""
_ABOVE = 14
"""How far above its landing the words of a class may begin."""
_LEFT, _TOP, _GAP = 44, 38, 10
_SHORTEST, _SHORT, _TALL = 62, 180, 520
"""Pixels of the shortest hold, and of a whole bar at least and at most."""
_CROWDED, _SMALL_DOT, _DOT = 20, 4, 9


class Landing(NamedTuple):
    """Where a class begins and ends on the bar, its words, and how large its dot is; ``joint`` is the line to them."""

    at: int
    to: int
    words: tuple[StairText, ...]
    dot: int
    is_open: bool
    joint: str


class Upright(NamedTuple):
    """The drawing."""

    label: str
    scale: str
    height: int
    landings: tuple[Landing, ...]


def lay_upright(told: Flights) -> Upright:
    """Return the path upright, where it takes time."""
    tall = _height(told)
    places = [_TOP + round(Fraction(one.at * tall, told.months)) for one in told.flights]
    words = tuple(_stacks(told, places))
    return Upright(
        label=told.label,
        scale=say("route.page.scale_upright"),
        height=max(_TOP + tall + 20, words[-1][-1].y + _GAP),
        landings=tuple(
            Landing(at, to, stack, _dot(place, places), flight.is_open, _joint(at, stack[0]))
            for place, (flight, at, to, stack) in enumerate(
                zip(told.flights, places, (*places[1:], places[-1]), words, strict=True)
            )
        ),
    )


def _height(told: Flights) -> int:
    shortest = min(one.months for one in told.flights if one.months)
    return min(_TALL, max(_SHORT, told.months * _SHORTEST // shortest))


def _stacks(told: Flights, places: list[int]) -> Iterator[tuple[StairText, ...]]:
    free = 0
    for flight, at in zip(told.flights, places, strict=True):
        stack = tuple(_stack(flight, max(at - _ABOVE, free)))
        free = stack[-1].y + _GAP
        yield stack


def _stack(flight: Flight, y: int) -> Iterator[StairText]:
    """Yield the lines of a flight from so far down on: month and pay, title, how long it is held."""
    brief = " \u00b7 ".join(filter(None, (spell_month(flight.month), flight.pay)))
    held = say("route.page.held_in", time=flight.held) if flight.held else ""
    for text, look, size in ((brief, "held", SMALL), (flight.title, "title", TITLE), (held, "words", WORDS)):
        for line in lines_of(text, WIDTH - _LEFT - 4, size):
            y += LINES[size]
            yield StairText(_LEFT, y - 3, line, look)


def _dot(place: int, places: list[int]) -> int:
    """Return how large the dot of a class on the way is: small where another stands close to it."""
    if place in {0, len(places) - 1}:
        return _DOT
    return _SMALL_DOT if min(places[place] - places[place - 1], places[place + 1] - places[place]) < _CROWDED else _DOT


def _joint(at: int, first: StairText) -> str:
    """Return the line from a landing to words that stand lower; '' where they stand beside it."""
    y = first.y - 5
    return f"M{MIDDLE + 8} {at}L{first.x - 14} {y}H{first.x - 6}" if y - at > 8 else ""  # noqa: PLR2004 - pixels
