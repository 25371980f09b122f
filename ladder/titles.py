"""Printed titles and codes to classes: folding, and near misses that are never linked."""

import re
from functools import lru_cache

_WORD = re.compile(r"[a-z0-9]+")
_CLOSE_ENOUGH = 0.75
_SUGGESTIONS = 5
_ALPHABET = 128
_LONGEST = 400
"""Characters that titles are compared by: comparing takes the square of them, and no record holds a longer one."""


@lru_cache(maxsize=16384)
def fold_title(title: str) -> str:
    """Return the title without case, plural, punctuation and spacing.

    >>> fold_title("Customer  SERVICES Representative")
    'customer service representative'
    """
    return " ".join(_singular(word) for word in _WORD.findall(title.casefold().replace("'", "").replace("\u2019", "")))


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):  # noqa: PLR2004 - shorter words keep it: "dies"
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):  # noqa: PLR2004 - "gas"
        return word[:-1]
    return word


def printed_code(code: str) -> str:
    """Return the code as documents print it: ``5246`` of ``5246SH``, where it has digits."""
    return code.upper().rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") or code.upper()


def find_near_titles(title: str, titles: dict[str, str]) -> tuple[str, ...]:
    """Return up to five keys whose titles are near, nearest first; never a link.

    ``titles`` maps folded titles to what should be suggested for them.
    """
    from difflib import get_close_matches  # noqa: PLC0415 - a path query must not pay for its import

    wanted = fold_title(title[:_LONGEST])
    can_be_near = [folded for folded in titles if _most_alike(wanted, folded) >= _CLOSE_ENOUGH]
    near = get_close_matches(wanted, can_be_near, n=_SUGGESTIONS, cutoff=_CLOSE_ENOUGH)
    containing = [folded for folded in titles if wanted and wanted in folded]
    return tuple(dict.fromkeys(titles[folded] for folded in [*near, *containing]))[:_SUGGESTIONS]


def _most_alike(title: str, other: str) -> float:
    """Return how alike two titles are at most: were the letters that both have in the same order in both."""
    both = (_letters_in(title) & _letters_in(other)).bit_count()
    return 2 * both / ((len(title) + len(other)) or 1)


@lru_cache(maxsize=16384)
def _letters_in(title: str) -> int:
    """Return the letters of a title as a set of bits: one for the first of each letter, another for its second."""
    seen = dict.fromkeys(title, 0)
    bits = 0
    for letter in title:
        bits |= 1 << (seen[letter] * _ALPHABET + min(ord(letter), _ALPHABET - 1))
        seen[letter] += 1
    return bits
