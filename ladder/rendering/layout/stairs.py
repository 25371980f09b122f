"""The stairs of a path to scale: time across, pay up from nothing, the words of a class within its tread.

What has no room is numbered there and told below, never squeezed; the scale is never bent.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from ladder.rendering.layout.flights import Flight, Flights, in_words
from ladder.rendering.layout.wrapping import measure_text, wrap_text
from ladder.telling.times import abbreviate_month

WIDTH = 880
FOOT = 262
TOP = 44
"""How high the highest flight stands: a flag has room above it."""
MARGIN, GOAL_ROOM, GOAL_GAP, PAD = 10, 168, 16, 12
TITLE, WORDS, SMALL = 15, 14, 13
"""Sizes of letters in pixels; widths are measured at 14."""
_MEASURED = 14
LINES = {TITLE: 19, WORDS: 20, SMALL: 18}
"""How much lower the next line stands, by its size."""
_LOWEST = 76
"""Height of the first flight where each is one step up."""
_TICK, _TICK_GAP = 18, 10
_LEAST_NUMBERED = 16
_SCALE = 20
"""Room above everything for the line that tells the scale."""


class StairText(NamedTuple):
    """A line of words by its baseline; ``gain`` stands behind them, set apart."""

    x: int
    y: int
    text: str
    look: str
    gain: str = ""
    is_loss: bool = False


class Tread(NamedTuple):
    """Where a class is held: from left to right, at its height; its words, or its number among the flights."""

    left: int
    right: int
    top: int
    is_open: bool
    words: tuple[StairText, ...]


class Goal(NamedTuple):
    """Where the stairs end."""

    x: int
    top: int
    is_open: bool
    words: tuple[StairText, ...]


@dataclass(frozen=True, slots=True)
class Stairs:
    """The drawing; ``months`` are those under each riser, ``below`` what tells the flights whose words have no room."""

    label: str
    scale: str
    height: int
    treads: tuple[Tread, ...]
    goal: Goal
    months: tuple[StairText, ...]
    below: tuple[StairText, ...]

    @property
    def landings(self) -> tuple[tuple[int, int], ...]:
        """Where each riser ends: how far across and how far down, the goal's last."""
        return (*((one.left, one.top) for one in self.treads[1:]), (self.goal.x, self.goal.top))


def width_of(text: str, size: int) -> int:
    """Return the width of a text in pixels at a size, never too small."""
    return -(-measure_text(text) * size // _MEASURED)


def lines_of(text: str, room: int, size: int) -> tuple[str, ...]:
    """Return the text in lines no wider than the room."""
    return wrap_text(text, room * _MEASURED // size)


def lay_stairs(told: Flights) -> Stairs:
    """Return the stairs of a path that takes time."""
    *held, last = told.flights
    right = WIDTH - GOAL_ROOM - GOAL_GAP - MARGIN
    across = [MARGIN + round(Fraction(one.at * (right - MARGIN), told.months)) for one in told.flights]
    tops = [FOOT - _rise(one, place, len(told.flights)) for place, one in enumerate(told.flights)]
    treads = tuple(
        Tread(across[place], across[place + 1], tops[place], one.is_open, words)
        for place, (one, words) in enumerate(_words_of(held, across, tops))
    )
    months = tuple(_ticks(told.flights, across))
    below = tuple(_below(held, treads, max(one.y for one in months) + 6))
    return Stairs(
        label=told.label,
        scale=told.scale,
        height=max(one.y for one in (*months, *below)) + 8,
        treads=treads,
        goal=Goal(across[-1], tops[-1], last.is_open, _goal_words(last, across[-1], tops[-1])),
        months=months,
        below=below,
    )


def _rise(flight: Flight, place: int, count: int) -> int:
    if flight.height is None:
        return _LOWEST + place * (FOOT - TOP - _LOWEST) // (count - 1)
    return round(flight.height * (FOOT - TOP))


def _words_of(
    flights: Iterable[Flight], across: Sequence[int], tops: Sequence[int]
) -> Iterator[tuple[Flight, tuple[StairText, ...]]]:
    """Yield each flight with its words, or its number where those have no room; nothing of one without a width."""
    for place, one in enumerate(flights):
        left, room = across[place] + PAD, across[place + 1] - across[place] - 2 * PAD
        words = _within(one, left, tops[place], room)
        if not words and room + 2 * PAD >= _LEAST_NUMBERED:
            middle = (across[place] + across[place + 1]) // 2
            words = (StairText(middle, min(tops[place] + _TICK, FOOT - 5), str(place + 1), "number"),)
        yield one, words


def _within(flight: Flight, left: int, top: int, room: int) -> tuple[StairText, ...]:
    """Return the words in the room below a tread, else in that above it; () where they have neither."""
    titles = (width_of(one, TITLE) for one in flight.title.split())
    if max(width_of(flight.pay, WORDS), width_of(flight.gain, WORDS), width_of(flight.held, SMALL), *titles) > room:
        return ()
    told = _stacked(flight, left, top + 5, room)
    if told[-1].y <= FOOT - 6:
        return told
    start = top - 12 - (told[-1].y - top - 5)
    return _stacked(flight, left, start, room) if start >= _SCALE else ()


def _stacked(flight: Flight, x: int, y: int, room: int) -> tuple[StairText, ...]:
    """Return the lines of a flight from so far down on: title, pay, time or month."""
    lines = [(one, "title", TITLE, "") for one in lines_of(flight.title, room, TITLE)]
    lines += _pay_lines(flight, room)
    lines += [(flight.held, "held", SMALL, "")] if flight.held else []
    told = []
    for text, look, size, gain in lines:
        y += LINES[size]
        told.append(StairText(x, y - 3, text, look, gain, is_loss=bool(gain) and flight.is_loss))
    return tuple(told)


def _pay_lines(flight: Flight, room: int) -> list[tuple[str, str, int, str]]:
    """Return pay and gain on one line, on two where they have no room beside each other; none without them."""
    pay, gain = flight.pay, flight.gain
    if pay and gain and width_of(f"{pay}  {gain}", WORDS) > room:
        return [(pay, "pay", WORDS, ""), ("", "pay", WORDS, gain)]
    return [(pay, "pay", WORDS, gain)] if pay else []


def _goal_words(goal: Flight, x: int, top: int) -> tuple[StairText, ...]:
    """Return the words of the last class, which has a column of its own at the right."""
    told = _stacked(goal, x + GOAL_GAP, top - 12, GOAL_ROOM)
    over = max(0, told[-1].y + 6 - FOOT)
    return tuple(one._replace(y=one.y - over) for one in told)


def _ticks(flights: Iterable[Flight], across: Sequence[int]) -> Iterator[StairText]:
    """Yield the month under each riser, each once; those that have no room beside each other stand one lower."""
    taken: list[int] = []
    told = dict(zip(across, (abbreviate_month(one.month) for one in flights), strict=True))
    for x, text in told.items():
        half = width_of(text, SMALL) // 2
        left = max(2, x - half)
        row = next((place for place, end in enumerate(taken) if left >= end), len(taken))
        taken[row : row + 1] = [left + 2 * half + _TICK_GAP]
        yield StairText(left, FOOT + _TICK * (row + 1) + 2, text, "month")


def _below(flights: Iterable[Flight], treads: Iterable[Tread], y: int) -> Iterator[StairText]:
    """Yield the lines that tell, by their numbers, the flights whose words have no room in their treads."""
    for number, (flight, tread) in enumerate(zip(flights, treads, strict=True), 1):
        if not tread.words or tread.words[0].look == "number":
            for line in lines_of(f"{number}: {in_words(flight)}", WIDTH - 2 * MARGIN, SMALL):
                y += LINES[SMALL]
                yield StairText(MARGIN, y - 3, line, "below")
