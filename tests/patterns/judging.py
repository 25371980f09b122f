"""Whether the trials of a pattern grow in proportion to the text: counted, never timed."""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from tests.patterns.attacks import MANY, Attack, attacks_on, repeats_repeats
from tests.patterns.counted import Counted, TooManyTrialsError, parsed

SIZES = ((8, 8), (30, 20), (60, 60))
"""How often a piece is repeated at first, and how often more, twice. Where a bound shows early, the next is tried."""
MOST_A_CHARACTER = 2_000
AS_BOUND = 60
"""Where repeats hold repeats, they are also tried up to this bound, on texts of as many pieces."""
DEEPEST = 100_000
A_MATCH = 4
"""Where the last match of a text is cut short, counts differ by what one match takes, so many trials a piece."""


def fault_of(pattern: re.Pattern[str], *, anchored: bool = False) -> str | None:
    """Return the first text on which a pattern's trials outgrow the text, or ``None``.

    What only ever begins in one place (``anchored``) is not tried at every place of the text.
    """
    counted = Counted.of(pattern.pattern, pattern.flags)
    ways = (True,) if anchored else (False, True)
    with deep_recursion():
        faults = (_growth(counted, attack, whole=whole) for attack in attacks_on(pattern) for whole in ways)
        return next(filter(None, faults), None) or _blow_up(pattern)


def _blow_up(pattern: re.Pattern[str]) -> str | None:
    """Return a text on which repeats in a repeat, each up to its own bound, multiply."""
    if not repeats_repeats(list(parsed(pattern.pattern, pattern.flags))):
        return None
    counted = Counted.of(pattern.pattern, pattern.flags, clamp=AS_BOUND)
    texts = dict.fromkeys(attack.text(AS_BOUND) for attack in attacks_on(pattern, many=MANY))
    return next((f"too many trials on {text!r}" for text in texts if trials(counted, text, whole=False) is None), None)


@contextmanager
def deep_recursion() -> Iterator[None]:
    """Let the matcher nest as deep as its texts are long."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(DEEPEST)
    try:
        yield
    finally:
        sys.setrecursionlimit(before)


def _growth(counted: Counted, attack: Attack, *, whole: bool) -> str | None:
    """Return how trials outgrow a text, or nothing.

    The texts are periodic. Where work is in proportion, each further piece costs the same; where
    it is not, the second difference stays above zero however long the text.
    """
    told, grown, more = "", 0, 0
    for first, more in SIZES:
        counts = [trials(counted, attack.text(first + more * step), whole=whole) for step in range(3)]
        if None in counts:
            return f"more than {MOST_A_CHARACTER} trials a character on {attack}"
        short, middle, long = (count or 0 for count in counts)
        grown = long - 2 * middle + short
        if grown <= 0:
            return None
        told = f"{short}, {middle}, {long} trials on {first}, {first + more}, {first + 2 * more} times {attack}"
    return told if grown > A_MATCH * more else None


def trials(counted: Counted, text: str, *, whole: bool) -> int | None:
    """Return the trials that a text takes, matched as a whole or searched for all matches; ``None`` for too many."""
    most = MOST_A_CHARACTER * (len(text) + 10)
    try:
        if whole:
            counted.fullmatch(text, most=most)
        else:
            for _ in counted.finditer(text, most=most):
                pass
    except TooManyTrialsError:
        return None
    return counted.trials
