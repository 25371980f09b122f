"""Classes as dots over their starting pay: one dot a class, stacked where several start in one step of the scale."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from ladder.telling.pay_words import spell_dollars

WIDTH = 1312
_STEPS = (250, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 500_000, 1_000_000)
_MOST_COLUMNS = 110
_MOST_TICKS = 12
_ROOM = 200
"""Height of the highest stack."""
_HEAD, _FOOT = 48, 32
"""Above the dots, for the words about one of them, and below, for the scale."""
_LARGEST = 11
"""From the middle of one dot to that of the next in a stack, at most."""


class Dot(NamedTuple):
    """One class: its title, what it starts at in words and in dollars, its color, and more words where it is told."""

    title: str
    starts: str
    pay: Decimal
    hue: int
    told: str = ""


class PlacedDot(NamedTuple):
    """A dot and the place of its middle, in tenths of a unit of the drawing."""

    dot: Dot
    x: float
    y: float


class Tick(NamedTuple):
    """One figure of the scale and where it stands."""

    x: float
    text: str


@dataclass(frozen=True, slots=True)
class DotPlot:
    """The dots, the scale, and the one dot that is told in words."""

    width: int
    height: int
    foot: int
    radius: float
    dots: tuple[PlacedDot, ...]
    ticks: tuple[Tick, ...]
    told: PlacedDot | None

    @property
    def is_told_left(self) -> bool:
        """Whether the words about a dot stand to the left of it, where the right has no room."""
        return self.told is not None and self.told.x * 2 > self.width


def draw_dots(dots: Sequence[Dot]) -> DotPlot:
    """Return the plot of the dots, of which there is one or more."""
    least, most = int(min(one.pay for one in dots)), int(max(one.pay for one in dots))
    step = next((one for one in _STEPS if (most - least) // one < _MOST_COLUMNS), most - least + 1)
    first = least // step
    count = most // step - first + 1
    stacks = _stacks(dots, step)
    pitch = min(_LARGEST, _ROOM // max(map(len, stacks.values())) or 1)
    foot = _HEAD + min(_ROOM, pitch * max(map(len, stacks.values()))) + 8
    column = WIDTH / (count + 1)
    placed = tuple(
        PlacedDot(one, round(column * (place - first + 1), 1), round(foot - 8 - pitch * (height + 0.5), 1))
        for place, stack in sorted(stacks.items())
        for height, one in enumerate(stack)
    )
    return DotPlot(
        width=WIDTH,
        height=foot + _FOOT,
        foot=foot,
        radius=round(min(pitch, column) * 0.46, 1),
        dots=placed,
        ticks=tuple(_ticks(first * step, (first + count) * step, step, column)),
        told=next((one for one in placed if one.dot.told), None),
    )


def _stacks(dots: Sequence[Dot], step: int) -> Mapping[int, list[Dot]]:
    """Return the dots of each step of the scale by color and title, one that is told on top."""
    found: dict[int, list[Dot]] = defaultdict(list)
    for one in sorted(dots, key=lambda each: (bool(each.told), each.hue, each.title)):
        found[int(one.pay) // step].append(one)
    return found


def _ticks(low: int, high: int, step: int, column: float) -> list[Tick]:
    """Return whole figures along the scale, at most a dozen."""
    apart = next((one for one in _STEPS if (high - low) // one < _MOST_TICKS), high - low or 1)
    return [
        Tick(round(column * ((figure - low) / step + 0.5), 1), spell_dollars(Decimal(figure)))
        for figure in range(-(-low // apart) * apart, high + 1, apart)
    ]
