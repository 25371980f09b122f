"""Tiny pictures beside a finding: bars, columns, stairs; what they show is told in words next to them."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

WIDTH, HEIGHT = 240, 104
"""Pixels of a tiny picture."""
_LINE, _GAP, _FOOT = 26, 6, 18
_LABEL, _FIGURE = 84, 34
_SQUARE, _MOST_SQUARES = 18, 12
_MOST_LETTERS = 34
"""Letters that a bar as wide as the picture holds."""


class Bar(NamedTuple):
    """A rectangle; one that is marked stands out."""

    x: int
    y: int
    width: int
    height: int
    is_marked: bool = False


class Text(NamedTuple):
    """A text; ``anchor`` is the end or middle that stands at ``x``."""

    x: int
    y: int
    words: str
    anchor: str = "start"
    is_on_bar: bool = False


class Picture(NamedTuple):
    """What a tiny picture shows, in pixels from its upper left corner."""

    bars: tuple[Bar, ...]
    texts: tuple[Text, ...]


class Counted(NamedTuple):
    """One thing that is counted: its name, how many there are, and whether it stands out."""

    name: str
    number: int
    is_marked: bool = False


def draw_rows(counted: Sequence[Counted]) -> Picture:
    """Return a bar for each count from above down, its name before it and its figure after it."""
    longest = max((one.number for one in counted), default=0) or 1
    bars, texts = [], []
    for place, one in enumerate(counted):
        top = place * (_LINE + _GAP) + _GAP
        width = max(2, one.number * (WIDTH - _LABEL - _FIGURE) // longest)
        bars.append(Bar(_LABEL, top, width, _LINE, one.is_marked))
        texts.append(Text(0, top + _LINE - 8, one.name))
        texts.append(Text(_LABEL + width + 4, top + _LINE - 8, str(one.number)))
    return Picture(tuple(bars), tuple(texts))


def draw_columns(counted: Sequence[Counted]) -> Picture:
    """Return a column for each count from left to right, its figure above it and its name, if any, below it."""
    highest = max((one.number for one in counted), default=0) or 1
    step = WIDTH // max(1, len(counted))
    bars, texts = [], []
    for place, one in enumerate(counted):
        height = one.number * (HEIGHT - 2 * _FOOT) // highest
        left, top = place * step, HEIGHT - _FOOT - height
        bars.append(Bar(left, top, step - _GAP, height, one.is_marked))
        texts.append(Text(left + (step - _GAP) // 2, top - 4, str(one.number), "middle"))
        if one.name:
            texts.append(Text(left, HEIGHT - 4, one.name))
    return Picture(tuple(bars), tuple(texts))


def draw_gate(title: str, below: int, above: int) -> Picture:
    """Return a bar that names a gate, with a square for each class below it and above it, at most twelve."""
    gate = Bar(0, (HEIGHT - _LINE) // 2, WIDTH, _LINE, is_marked=True)
    squares = (*_squares(above, 4), *_squares(below, HEIGHT - 16))
    words = title if len(title) <= _MOST_LETTERS else title[: _MOST_LETTERS - 1].rstrip() + "\u2026"
    return Picture((gate, *squares), (Text(WIDTH // 2, HEIGHT // 2 + 4, words, "middle", is_on_bar=True),))


def _squares(count: int, top: int) -> Iterable[Bar]:
    shown = min(count, _MOST_SQUARES)
    left = (WIDTH - shown * _SQUARE) // 2
    return (Bar(left + place * _SQUARE, top, _SQUARE - _GAP, 12) for place in range(shown))


def draw_stairs(names: Iterable[str]) -> Picture:
    """Return stairs with a step for each name, the first the lowest."""
    told = tuple(names)
    step = WIDTH // max(1, len(told))
    rise = (HEIGHT - _FOOT) // max(1, len(told))
    bars = tuple(
        Bar(place * step, HEIGHT - (place + 1) * rise, step, (place + 1) * rise, place == len(told) - 1)
        for place in range(len(told))
    )
    texts = tuple(
        Text(place * step + step // 2, HEIGHT - (place + 1) * rise - 4, name, "middle")
        for place, name in enumerate(told)
    )
    return Picture(bars, texts)
