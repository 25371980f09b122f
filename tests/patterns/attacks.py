"""Texts that a pattern may be slow on, made from the pattern itself and from what documents repeat.

Trials can grow faster than a text only where some part that repeats without bound takes more and
more of it. So the texts repeat a piece that such a part can take again and again, after what leads
to that part, or with it each time; and they end in what the pattern is not likely to want.
"""

import re
import string
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from re import _parser
from typing import Any

from tests.patterns.counted import (
    NO_BOUND,
    ONE_CHARACTER,
    REPEATS,
    Counted,
    Items,
    TooManyTrialsError,
    fits_one,
    parsed,
)

PIECES = (
    *(" ", "\t", "\n", "a", "A", "0", ".", "-", "(", ",", "'", "|", "\u00e9"),
    *("a ", "A ", "Aa ", "AA ", "1 ", "(1) ", "a, ", "A/", "1/", "$1,000 ", ". ", "a\n", "A\n", " \n", "1. \n"),
    *("five (5) ", "years of ", "two years; or\n", "one-half ", "and ", "or ", "of which ", "the level of "),
    *("Clerk II, ", "semester hours ", "Class Code: ", "<b", "a@", "Aa Aa, Aa or "),
)
ALPHABET = string.printable[:-2] + "\u00e9\u00c9\u2013\u2019\u00a0\u00bc\u2022\x00"
TAILS = ("\n\x00", "")
MANY = 8
"""A repeat up to a bound that may multiply with what it holds."""
LONGEST_SAMPLE = 32
MOST_SAMPLES = 4
MOST_TO_TAKE = 400
MOST_OWN_WORDS = 12


@dataclass(frozen=True)
class Loop:
    """A part that repeats without bound: its body, what stands before it, and the flags there."""

    body: Items
    before: str
    flags: int


@dataclass(frozen=True)
class Attack:
    """A beginning, a piece repeated after it, and an end."""

    before: str
    piece: str
    tail: str

    def text(self, times: int) -> str:
        """Return the text with the piece so many times."""
        return self.before + self.piece * times + self.tail


def attacks_on(pattern: re.Pattern[str], *, many: int = NO_BOUND) -> list[Attack]:
    """Return the texts to try; none where nothing in the pattern repeats ``many`` times."""
    tree = parsed(pattern.pattern, pattern.flags)
    flags = int(tree.state.flags)
    loops = list(loops_in(list(tree), Loop([], "", flags), many))
    own = list(dict.fromkeys(words_of(list(tree))))[:MOST_OWN_WORDS]
    letters = distinct_letters(list(tree), flags)
    marks = [word for word in own if len(word) == 1]
    pairs = [first + second for first in marks for second in marks]
    pieces = [*PIECES, *pairs, *own, *(f"{word} " for word in own[:4]), " ".join(own), *letters]
    found: dict[Attack, None] = {}
    for loop in loops:
        bodies = samples(loop.body, loop.flags)
        each = [
            *pieces,
            *bodies,
            loop.before,
            *(loop.before + body for body in bodies),
            *map("".join, pairwise(bodies)),
        ]
        taken = takes(loop)
        for piece in dict.fromkeys(filter(None, each)):
            if taken(piece):
                for before in dict.fromkeys(("", loop.before)):
                    found |= dict.fromkeys(Attack(before, piece, tail) for tail in TAILS)
    return list(found)


def takes(loop: Loop) -> Callable[[str], bool]:
    """Return what tells whether a loop can take a piece again and again."""
    counted = Counted([(_parser.MAX_REPEAT, (1, _parser.MAXREPEAT, loop.body))], loop.flags)

    def can_take(piece: str) -> bool:
        try:
            spans = counted.finditer(piece * 4, most=MOST_TO_TAKE * len(piece))
            return any(end - start >= 2 * len(piece) for start, end in spans)
        except TooManyTrialsError:
            return True

    return can_take


def loops_in(items: Items, here: Loop, many: int) -> Iterator[Loop]:
    """Yield the parts that may repeat ``many`` times, in the order in which they stand."""
    before = here.before
    for operation, argument in items:
        name = str(operation)
        place = replace(here, before=before)
        if name in REPEATS:
            _, most, body = argument
            if most >= many:
                yield replace(place, body=list(body))
            yield from loops_in(list(body), place, many)
        elif name == "SUBPATTERN":
            yield from loops_in(
                list(argument[3]), replace(place, flags=(here.flags | argument[1]) & ~argument[2]), many
            )
        else:
            for part in parts_of(argument):
                yield from loops_in(part, place, many)
        before += sample([(operation, argument)], here.flags)


def repeats_repeats(items: Items, *, inside: bool = False) -> bool:
    """Return whether a part that repeats many times, up to a bound, holds one that repeats or may be one of several."""
    for operation, argument in items:
        name, within = str(operation), inside
        if name in REPEATS or name == "BRANCH":
            if inside:
                return True
            within = name in REPEATS and MANY <= argument[1] < NO_BOUND
        if any(repeats_repeats(part, inside=within) for part in parts_of(argument)):
            return True
    return False


def parts_of(argument: object) -> Iterator[Items]:
    """Yield the sequences that a part holds."""
    if isinstance(argument, _parser.SubPattern):
        yield list(argument)
    elif isinstance(argument, tuple | list):
        for part in argument:
            yield from parts_of(part)


def words_of(items: Items) -> Iterator[str]:
    """Yield the runs of letters that a pattern spells out."""
    run = ""
    for operation, argument in items:
        if str(operation) == "LITERAL":
            run += chr(argument)
            continue
        if run:
            yield run
        run = ""
        for part in parts_of(argument):
            yield from words_of(part)
    if run:
        yield run


def sets_in(items: Items, flags: int) -> Iterator[tuple[Any, int]]:
    """Yield the parts that take one character."""
    for operation, argument in items:
        if str(operation) in ONE_CHARACTER:
            yield (operation, argument), flags
        else:
            inner = (flags | argument[1]) & ~argument[2] if str(operation) == "SUBPATTERN" else flags
            for part in parts_of(argument):
                yield from sets_in(part, inner)


def distinct_letters(items: Items, flags: int) -> list[str]:
    """Return a letter for each way in which letters differ for the pattern's own sets."""
    fits = [fits_one(part, inner) for part, inner in sets_in(items, flags) if str(part[0]) != "LITERAL"]
    kinds: dict[tuple[bool, ...], str] = {}
    for letter in ALPHABET:
        kinds.setdefault(tuple(fit(letter) for fit in fits), letter)
    return [letter for kind, letter in kinds.items() if any(kind)]


def samples(items: Items, flags: int) -> list[str]:
    """Return a few texts that a sequence takes: by each way of its first branch, short and long."""
    found = [sample(items, flags), sample(items, flags, longer=True)]
    for number, (operation, argument) in enumerate(items):
        ways: list[Items] = []
        if str(operation) == "BRANCH":
            ways = [list(way) for way in argument[1]]
        elif str(operation) == "SUBPATTERN" and str(argument[3][0][0] if len(argument[3]) else "") == "BRANCH":
            ways = [list(way) for way in argument[3][0][1][1]]
        rest = items[number + 1 :]
        found += [sample([*items[:number], *way, *rest], flags) for way in ways[:MOST_SAMPLES]]
    return list(dict.fromkeys(filter(None, found)))


def sample(items: Items, flags: int, *, longer: bool = False) -> str:
    """Return a text that a sequence takes, what looks around it left out."""
    return "".join(
        _sample_of(str(operation), operation, argument, flags, longer=longer) for operation, argument in items
    )


def _letter(part: tuple[Any, Any], flags: int) -> str:
    fits = fits_one(part, flags)
    letters: list[str] = [letter for letter in "aA 0.,-" + ALPHABET if fits(letter)]
    return letters[0] if letters else "\u4e00"


def _sample_of(name: str, operation: object, argument: Any, flags: int, *, longer: bool) -> str:  # noqa: ANN401 - as re._parser has it
    if name in ONE_CHARACTER:
        return chr(argument) if name == "LITERAL" else _letter((operation, argument), flags)
    if name in REPEATS:
        least, most, body = argument
        times = int(min(most, max(least, 1 if longer else least), LONGEST_SAMPLE))
        return sample(list(body), flags, longer=longer) * times
    match name:
        case "SUBPATTERN":
            return sample(list(argument[3]), (flags | argument[1]) & ~argument[2], longer=longer)
        case "BRANCH":
            return sample(list(argument[1][-1 if longer else 0]), flags, longer=longer)
        case "ATOMIC_GROUP":
            return sample(list(argument), flags, longer=longer)
    return ""
