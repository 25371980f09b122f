"""A matcher that tries what Python's own would try, in the same order, and counts each trial.

A count is the same on every machine, however busy; seconds are not. The matcher keeps nothing
that Python's does not keep, so that a pattern that is slow there takes many trials here.
"""

import re
from collections.abc import Callable, Iterator
from re import _compiler, _parser  # type: ignore[attr-defined]  # the first of the two has no stub
from typing import Any

Items = list[tuple[Any, Any]]
Go = Callable[[int], int]
"""Takes a place in the text; returns where the match ends, or ``NOWHERE``."""

NOWHERE = -1
CLAMP = 5
"""A repeat up to a bound is tried up to this one: trials grow with the text as they would, and it is seen sooner."""
NO_BOUND = 1_000
"""A bound from here on is no bound: a text of so many characters is nothing unusual."""
ONE_CHARACTER = {"LITERAL", "NOT_LITERAL", "ANY", "IN"}
REPEATS = {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}


class TooManyTrialsError(Exception):
    """More trials than were granted."""


def parsed(pattern: str, flags: int = 0) -> _parser.SubPattern:
    """Return the tree of a pattern."""
    return _parser.parse(pattern, flags & ~re.DEBUG)


def piece_pattern(items: Items, flags: int) -> re.Pattern[str]:
    """Return the pattern that a part of a tree is."""
    state = _parser.State()
    state.flags, state.str = flags, ""
    compiled: re.Pattern[str] = _compiler.compile(_parser.SubPattern(state, items), flags)
    return compiled


class Counted:
    """A pattern whose trials are counted."""

    def __init__(self, items: Items, flags: int, *, clamp: int = CLAMP) -> None:
        """Take a tree to pieces."""
        self.trials = 0
        self._clamp = clamp
        self._most, self._text, self._size = 0, "", 0
        self._marks: dict[int, tuple[int, int]] = {}
        self._refused = NOWHERE
        self._anywhere = self._sequence(items, flags, self._end)
        self._whole = self._sequence(items, flags, lambda at: at if at == self._size else NOWHERE)

    @classmethod
    def of(cls, pattern: str, flags: int = 0, *, clamp: int = CLAMP) -> "Counted":
        """Return the matcher of a pattern."""
        tree = parsed(pattern, flags)
        return cls(list(tree), int(tree.state.flags), clamp=clamp)

    def _end(self, at: int) -> int:
        return NOWHERE if at == self._refused else at

    def fullmatch(self, text: str, *, most: int) -> bool:
        """Return whether the whole text matches.

        Raises:
            TooManyTrialsError: it takes more than ``most`` trials.
        """
        self._begin(text, most)
        return self._whole(0) != NOWHERE

    def finditer(self, text: str, *, most: int) -> Iterator[tuple[int, int]]:
        """Yield the spans that ``re.finditer`` finds.

        Raises:
            TooManyTrialsError: it takes more than ``most`` trials.
        """
        self._begin(text, most)
        at = 0
        while at <= self._size:
            self._marks.clear()
            self._count()
            end = self._anywhere(at)
            if end == NOWHERE:
                at, self._refused = at + 1, NOWHERE
                continue
            yield at, end
            # After an empty match the next one at the same place must not be empty.
            self._refused = end if end == at else NOWHERE
            at = end

    def _begin(self, text: str, most: int) -> None:
        self._text, self._size, self._most, self.trials = text, len(text), most, 0
        self._marks.clear()
        self._refused = NOWHERE

    def _count(self, trials: int = 1) -> None:
        self.trials += trials
        if self.trials > self._most:
            raise TooManyTrialsError

    # ------------------------------------------------------------------ parts of a pattern, last first

    def _sequence(self, items: Items, flags: int, then: Go) -> Go:
        for operation, argument in reversed(items):
            then = self._part(str(operation), operation, argument, flags, then)
        return then

    def _part(self, name: str, operation: object, argument: Any, flags: int, then: Go) -> Go:  # noqa: ANN401 - as re._parser has it
        if name in ONE_CHARACTER:
            return self._one_character(fits_one((operation, argument), flags), then)
        if name in REPEATS:
            return self._repeat(name, argument, flags, then)
        return getattr(self, f"_{name.lower()}")(argument, flags, then)  # type: ignore[no-any-return]  # by the name of the part

    def _one_character(self, fits: Callable[[str], bool], then: Go) -> Go:
        def go(at: int) -> int:
            self._count()
            return then(at + 1) if at < self._size and fits(self._text[at]) else NOWHERE

        return go

    def _branch(self, argument: tuple[None, list[Items]], flags: int, then: Go) -> Go:
        ways = [self._sequence(list(way), flags, then) for way in argument[1]]

        def go(at: int) -> int:
            self._count()
            for way in ways:
                if (end := way(at)) != NOWHERE:
                    return end
            return NOWHERE

        return go

    def _subpattern(self, argument: tuple[int | None, int, int, Items], flags: int, then: Go) -> Go:
        group, added, taken, items = argument
        inner = (flags | added) & ~taken
        if group is None:
            return self._sequence(list(items), inner, then)
        starts: list[int] = []

        def close(at: int) -> int:
            start, before = starts.pop(), self._marks.get(group, (NOWHERE, NOWHERE))
            self._marks[group] = (start, at)
            if (end := then(at)) == NOWHERE:
                self._marks[group] = before
            starts.append(start)
            return end

        body = self._sequence(list(items), inner, close)

        def go(at: int) -> int:
            starts.append(at)
            end = body(at)
            starts.pop()
            return end

        return go

    def _atomic_group(self, items: Items, flags: int, then: Go) -> Go:
        body = self._sequence(list(items), flags, lambda at: at)

        def go(at: int) -> int:
            end = body(at)
            return NOWHERE if end == NOWHERE else then(end)

        return go

    def _groupref(self, group: int, flags: int, then: Go) -> Go:
        def go(at: int) -> int:
            start, end = self._marks.get(group, (NOWHERE, NOWHERE))
            if start == NOWHERE:
                return NOWHERE
            self._count(1 + end - start)
            words, here = self._text[start:end], self._text[at : at + end - start]
            same = words.lower() == here.lower() if flags & re.IGNORECASE else words == here
            return then(at + end - start) if same else NOWHERE

        return go

    def _groupref_exists(self, argument: tuple[int, Items, Items | None], flags: int, then: Go) -> Go:
        group, yes, no = argument
        there, absent = self._sequence(list(yes), flags, then), self._sequence(list(no or []), flags, then)
        return lambda at: there(at) if self._marks.get(group, (NOWHERE, 0))[0] != NOWHERE else absent(at)

    def _failure(self, _argument: object, _flags: int, _then: Go) -> Go:
        return lambda _: NOWHERE

    def _at(self, where: object, flags: int, then: Go) -> Go:
        is_there = place(str(where), flags)

        def go(at: int) -> int:
            self._count()
            return then(at) if is_there(self._text, at) else NOWHERE

        return go

    def _assert(self, argument: tuple[int, Items], flags: int, then: Go) -> Go:
        looks = self._looking(argument, flags)
        return lambda at: then(at) if looks(at) else NOWHERE

    def _assert_not(self, argument: tuple[int, Items], flags: int, then: Go) -> Go:
        looks = self._looking(argument, flags)
        return lambda at: NOWHERE if looks(at) else then(at)

    def _looking(self, argument: tuple[int, Items], flags: int) -> Callable[[int], bool]:
        direction, items = argument
        wide = self._width(items) if direction < 0 else 0
        targets: list[int] = []
        body = self._sequence(list(items), flags, lambda at: at if direction > 0 or at == targets[-1] else NOWHERE)

        def looks(at: int) -> bool:
            self._count()
            if at < wide:
                return False
            targets.append(at)
            found = body(at - wide) != NOWHERE
            targets.pop()
            return found

        return looks

    def _width(self, items: Items) -> int:
        """Return how many characters a look backwards takes, its repeats clamped as the matcher clamps them."""
        return sum(self._width_of(str(operation), argument) for operation, argument in items)

    def _width_of(self, name: str, argument: Any) -> int:  # noqa: ANN401 - as re._parser has it
        if name in REPEATS:
            return min(int(argument[0]), self._clamp) * self._width(list(argument[2]))
        held = {"BRANCH": lambda: argument[1][0], "SUBPATTERN": lambda: argument[3], "ATOMIC_GROUP": lambda: argument}
        return self._width(list(held[name]())) if name in held else int(name in ONE_CHARACTER)

    # ------------------------------------------------------------------ repeats

    def _repeat(self, name: str, argument: tuple[int, int, Items], flags: int, then: Go) -> Go:
        least, most, items = argument
        least = min(least, self._clamp)
        most = _parser.MAXREPEAT if most >= NO_BOUND else max(least, min(most, self._clamp))
        if name == "POSSESSIVE_REPEAT":
            greedy = [(_parser.MAX_REPEAT, (least, most, items))]
            return self._atomic_group(greedy, flags, then)
        one = only_character(list(items))
        if one is not None and name == "MAX_REPEAT":
            return self._run(fits_one(one, flags), least, most, then)
        return self._loop(items, flags, then, bounds=(least, most), lazy=name == "MIN_REPEAT")

    def _run(self, fits: Callable[[str], bool], least: int, most: int, then: Go) -> Go:
        """Take as many characters as there are, then give them back one by one."""

        def go(at: int) -> int:
            end, last, text = at, min(self._size, at + most), self._text
            while end < last and fits(text[end]):
                end += 1
            self._count(1 + end - at)
            for place in range(end, at + least - 1, -1):
                self._count()
                if (found := then(place)) != NOWHERE:
                    return found
            return NOWHERE

        return go

    def _loop(self, items: Items, flags: int, then: Go, *, bounds: tuple[int, int], lazy: bool) -> Go:
        """Repeat what may be of any length: each round knows how many went before and where the last began."""
        least, most = bounds
        rounds = [(0, NOWHERE)]

        def leave(at: int) -> int:
            inside, rounds[0] = rounds[0], (0, NOWHERE)
            end = then(at)
            rounds[0] = inside
            return end

        def again(at: int) -> int:
            count, last = rounds[0]
            if count >= most or (count >= least and at == last):
                return NOWHERE
            rounds[0] = (count + 1, at)
            end = body(at)
            rounds[0] = (count, last)
            return end

        def go(at: int) -> int:
            self._count()
            if rounds[0][0] < least:
                return again(at)
            first, second = (leave, again) if lazy else (again, leave)
            return end if (end := first(at)) != NOWHERE else second(at)

        def enter(at: int) -> int:
            outside, rounds[0] = rounds[0], (0, NOWHERE)
            end = go(at)
            rounds[0] = outside
            return end

        body = self._sequence(list(items), flags, go)
        return enter


def only_character(items: Items) -> tuple[Any, Any] | None:
    """Return the one part of a body that takes exactly one character, or ``None``."""
    if len(items) != 1:
        return None
    operation, argument = items[0]
    if str(operation) == "SUBPATTERN" and argument[0] is None and not argument[1] and not argument[2]:
        return only_character(list(argument[3]))
    return (operation, argument) if str(operation) in ONE_CHARACTER else None


def fits_one(part: tuple[Any, Any], flags: int) -> Callable[[str], bool]:
    """Return what tells whether a character fits a part: Python's own answer, kept."""
    asked = piece_pattern([part], flags).match
    known: dict[str, bool] = {}

    def fits(character: str) -> bool:
        if character not in known:
            known[character] = asked(character) is not None
        return known[character]

    return fits


def place(name: str, flags: int) -> Callable[[str, int], bool]:
    """Return what tells whether a place of a text is the beginning, an end, or a boundary of a word."""
    many = bool(flags & re.MULTILINE)
    is_word = fits_one((_parser.IN, [(_parser.CATEGORY, _parser.CATEGORY_WORD)]), flags)

    def boundary(text: str, at: int) -> bool:
        before, after = at > 0 and is_word(text[at - 1]), at < len(text) and is_word(text[at])
        return before != after

    places: dict[str, Callable[[str, int], bool]] = {
        "AT_BEGINNING": lambda text, at: at == 0 or (many and text[at - 1] == "\n"),
        "AT_BEGINNING_STRING": lambda _, at: at == 0,
        "AT_END": lambda text, at: at == len(text) or (text[at] == "\n" and (many or at == len(text) - 1)),
        "AT_END_STRING": lambda text, at: at == len(text),
        "AT_BOUNDARY": boundary,
        "AT_NON_BOUNDARY": lambda text, at: bool(text) and not boundary(text, at),
    }
    return places[name]
