"""Text broken into lines that fit a width, measured without a screen."""

import unicodedata
from functools import cache

_NARROW = frozenset("ijlI.,:;'|![](){}`/\\ ftr-\u2019")
_BROAD = frozenset("mwMW@%&\u2014")
_WIDTHS = {"narrow": 5, "usual": 8, "capital": 10, "broad": 13, "wide": 15}


def measure_text(text: str) -> int:
    """Return the width of the text in pixels at the map's letter size, never too small."""
    return sum(map(_measure_letter, text))


@cache
def _measure_letter(letter: str) -> int:
    if unicodedata.combining(letter) or unicodedata.category(letter) in {"Cf", "Cc"}:
        return 0
    if unicodedata.east_asian_width(letter) in {"W", "F"} or ord(letter) > 0x2FFF:  # noqa: PLR2004 - beyond alphabets
        return _WIDTHS["wide"]
    if letter in _NARROW:
        return _WIDTHS["narrow"]
    if letter in _BROAD:
        return _WIDTHS["broad"]
    return _WIDTHS["capital" if letter.isupper() or not letter.isascii() else "usual"]


def wrap_text(text: str, width: int) -> tuple[str, ...]:
    """Return the text in lines of at most the width, broken at spaces, else inside a word.

    No letter is lost but the space at a break. Empty text gives no line.
    """
    lines: list[str] = []
    for word in text.split():
        for piece in _pieces(word, width):
            if lines and measure_text(f"{lines[-1]} {piece}") <= width and piece == word:
                lines[-1] += f" {piece}"
            else:
                lines.append(piece)
    return tuple(lines)


def _pieces(word: str, width: int) -> list[str]:
    pieces, room = [""], width
    for letter in word:
        taken = _measure_letter(letter)
        if taken > room and pieces[-1]:
            pieces.append("")
            room = width
        pieces[-1] += letter
        room -= taken
    return pieces
