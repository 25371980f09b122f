"""Names cut to a few words, so that none of them is a sentence; different names stay different."""

import re
from collections.abc import Iterable

from ladder.titles import fold_title

LONGEST_NAME = 7
"""Words of the longest name that stays whole; of a longer one the first words stay."""

_WORDS_KEPT = 6
_WORD = re.compile(r"\w+")
_CUT = "\u2026"


class ShortNames:
    """The names of a whole catalog, each cut to a few words, none of two alike that were not alike before.

    Answers compare names folded (``ladder.titles.fold_title``): of a license that a person
    holds, of a field of study. Two that were one name stay one, and two that were two stay two.
    """

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        """Cut the names, each with the place where it is printed, which tells apart those cut alike."""
        given = {fold_title(name): (name, place) for name, place in reversed(list(names))}
        self._short: dict[str, str] = {}
        taken = {folded for folded, (name, _) in given.items() if _is_short(name)}
        for folded, (name, place) in sorted(given.items()):
            if not _is_short(name):
                short = _told_apart(_first_words(name), place, taken)
                self._short[folded] = short
                taken.add(fold_title(short))

    def __call__(self, name: str) -> str:
        """Return the name, whole where it is short.

        >>> short = ShortNames([("certificate in the safe use of heavy cranes issued by the harbor", "line 4")])
        >>> short("certificate in the safe use of heavy cranes issued by the harbor")
        'certificate in the safe use of…'
        >>> short("crane certificate")
        'crane certificate'
        """
        return name if _is_short(name) else self._short[fold_title(name)]


def _is_short(name: str) -> bool:
    return len(_WORD.findall(name)) <= LONGEST_NAME


def _first_words(name: str) -> str:
    """Return the name up to its last whole word, by blanks, of which there are few enough.

    >>> _first_words("current P.O.S.T. certificate, of the basic level")
    'current P.O.S.T. certificate'
    """
    parts = name.split()
    counts = [len(_WORD.findall(" ".join(parts[:end]))) for end in range(1, len(parts) + 1)]
    fitting = sum(count <= _WORDS_KEPT for count in counts)
    return " ".join(parts[:fitting]).rstrip(" ,;:.([")


def _told_apart(short: str, place: str, taken: set[str]) -> str:
    """Return the first words of a name, with its place where they are those of another, and a number where that is."""
    wanted = (
        f"{short}{_CUT}",
        f"{short}{_CUT} ({place})",
        *(f"{short}{_CUT} ({place}, {number})" for number in range(2, len(taken) + 3)),
    )
    return next(one for one in wanted if fold_title(one) not in taken)
