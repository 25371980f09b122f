"""Figures that a PDF sets above or below the line: kept apart from the figures and words beside them.

A PDF says of each letter where it stands and how large it is, and nothing of what it
means. A figure is raised or lowered that stands right beside a letter of the line, and
higher or lower than that by a part of its height.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from ladder.figures import is_in_digits
from ladder.reading.text.normalise import lower_figures, raise_figures

_LEAST_SHIFT, _PLAIN_SHIFT, _MOST_SHIFT = 0.12, 0.25, 0.85
_FARTHEST, _DEEPEST_OVERLAP, _BLANK = 0.6, -0.3, 0.15
_SMALLER, _AS_LARGE = 0.85, 1.05
_LETTERS_OF_FRACTION = 3
_SLASHES = ("/", "\u2044")
_LINE_ENDS = ("\r", "\n")


class Letter(NamedTuple):
    """A letter of a page: where it stands, in points from the lower left, and how high its type is.

    The height is 0 of a letter that does not stand upright. ``is_made`` says that it is not
    printed: a blank or the end of a line that the reader of PDF put in.
    """

    text: str
    left: float = 0.0
    right: float = 0.0
    baseline: float = 0.0
    height: float = 0.0
    is_made: bool = False

    @property
    def is_seen(self) -> bool:
        """Whether the letter leaves ink on the page."""
        return not self.is_made and bool(self.text.strip())


def shift_figures(letters: Sequence[Letter]) -> list[str]:
    """Return what each letter reads as: raised and lowered figures as such, on the line that they belong to.

    >>> shift_figures([Letter("2", 0, 6, 0, 12), Letter("1", 6, 9, 5, 7), Letter("x", 10, 15, 0, 12)])
    ['2', '\u00b9', 'x']
    """
    seen = [place for place, letter in enumerate(letters) if letter.is_seen]
    shifts = _find_shifts([letters[place] for place in seen])
    texts = [letter.text for letter in letters]
    for number, place in enumerate(seen):
        texts[place] = _shifted(texts[place], shifts[number])
    for number, (first, second) in enumerate(pairwise(seen)):
        if (shifts[number] or shifts[number + 1]) and _are_beside(letters[first], letters[second]):
            texts[first + 1 : second] = _without_line_end(letters[first : second + 1])
    return texts


def _find_shifts(letters: Sequence[Letter]) -> list[float]:
    """Return for each letter how far it stands above the line (below it: less than 0), 0 for what is level."""
    shifts = list[float]()
    for place, letter in enumerate(letters):
        before = letters[place - 1] if place else None
        after = letters[place + 1] if place + 1 < len(letters) else None
        known = shifts[-1] if shifts else 0.0
        shifts.append(_shift_of(letter, before, after, known) if is_in_digits(letter.text) else 0.0)
        if _is_denominator(letters[max(place - 2, 0) : place + 1], shifts[-3:]):
            shifts[place] = -1.0
    return shifts


def _shift_of(letter: Letter, before: Letter | None, after: Letter | None, known: float) -> float:
    """Return how far a figure is shifted from the letter before it, whose shift is known, else from the one after."""
    if before is not None and _are_beside(before, letter):
        if known and _is_level(before, letter) and letter.height <= before.height * _AS_LARGE:
            return known
        least = _PLAIN_SHIFT if letter.height > before.height * _SMALLER else _LEAST_SHIFT
        return 0.0 if known else _shift_from(letter, before, least)
    if after is not None and _are_beside(letter, after) and letter.height <= after.height * _SMALLER:
        return _shift_from(letter, after, _LEAST_SHIFT)
    return 0.0


def _shift_from(letter: Letter, other: Letter, least: float) -> float:
    shift = letter.baseline - other.baseline
    is_shifted = least * other.height < abs(shift) < _MOST_SHIFT * other.height
    return shift if is_shifted and letter.height <= other.height * _AS_LARGE else 0.0


def _is_level(first: Letter, second: Letter) -> bool:
    return abs(first.baseline - second.baseline) <= _LEAST_SHIFT * max(first.height, second.height)


def _is_denominator(letters: Sequence[Letter], shifts: Sequence[float]) -> bool:
    """Return whether the last of three is the lower part of a fraction: small, after a slash and a raised figure."""
    if len(letters) != _LETTERS_OF_FRACTION:
        return False
    above, slash, below = letters
    is_small = is_in_digits(below.text) and below.height <= above.height * _AS_LARGE
    return is_small and slash.text in _SLASHES and shifts[0] > 0 and shifts[2] <= 0


def _are_beside(first: Letter, second: Letter) -> bool:
    height = max(first.height, second.height)
    gap = second.left - first.right
    is_near = _DEEPEST_OVERLAP * height <= gap <= _FARTHEST * height
    return is_near and abs(first.baseline - second.baseline) < _MOST_SHIFT * height


def _without_line_end(letters: Sequence[Letter]) -> list[str]:
    """Return what stands between two letters of a line, less the line end that the height of a figure put in.

    There are as many texts as letters between the first and the last.
    """
    first, *between, last = letters
    kept = "".join(letter.text for letter in between if letter.text not in _LINE_ENDS)
    is_apart = last.left - first.right > _BLANK * max(first.height, last.height)
    return [kept or (" " if is_apart else ""), *[""] * (len(between) - 1)] if between else []


def _shifted(text: str, shift: float) -> str:
    if not shift:
        return text
    return raise_figures(text) if shift > 0 else lower_figures(text)
