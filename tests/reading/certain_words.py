r"""Whether every match of a pattern holds one of some words: its parts are gone through, so that no text is left out.

What was taken so far is kept as the letters since the last part that may be anything, in
small letters, as far back as a word reaches; a way that holds a word is done. Parts that
take nothing (``\b``, what must stand ahead) are passed over, so too many ways are gone, never too few.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from re import _parser
from typing import Any

_MOST_LETTERS = 12
_NOTHING_TAKEN = frozenset({"AT", "ASSERT", "ASSERT_NOT"})
_REPEATS = frozenset({"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})

_Ways = frozenset[str]


def ways_without(pattern: re.Pattern[str], words: Iterable[str]) -> _Ways:
    r"""Return how matches that hold none of the words may end; none where every match holds one.

    Blanks of any kind count as one blank each, as texts are evened before words are looked for in them.

    >>> ways_without(re.compile(r"(?i:a (?:boat|valid)? ?licen[cs]e)\b"), ["licen"])
    frozenset()
    >>> sorted(ways_without(re.compile(r"one (?:of (?:it|them)|hour)"), ["of it", "hour"]))
    ['them']
    """
    return _Walk(tuple(words)).through(_parser.parse(pattern.pattern, pattern.flags), frozenset({""}))


class _Walk:
    """A walk through the parts of a pattern, with words to be met."""

    def __init__(self, words: tuple[str, ...]) -> None:
        self._words = words
        self._reach = max(map(len, words)) - 1

    def through(self, items: Iterable[tuple[Any, Any]], ways: _Ways) -> _Ways:
        """Return the ways through parts one after another that have met no word."""
        for operation, argument in items:
            ways = self._through_part(str(operation), argument, ways)
        return ways

    def _through_part(self, name: str, argument: Any, ways: _Ways) -> _Ways:  # noqa: ANN401 - as re._parser has it
        if name in _NOTHING_TAKEN:
            return ways
        if name in _REPEATS:
            least, most, body = argument
            return self._repeated(lambda before: self.through(body, before), least, most, ways)
        if name == "SUBPATTERN":
            return self.through(argument[-1], ways)
        if name == "BRANCH":
            return frozenset[str]().union(*(self.through(one, ways) for one in argument[1]))
        letters = _letters_of(argument if name == "IN" else [(name, argument)])
        return self._taken(ways, letters) if letters else frozenset({""} if ways else ())

    @staticmethod
    def _repeated(once: Callable[[_Ways], _Ways], least: int, most: int, ways: _Ways) -> _Ways:
        """Return the ways through a part so many times; from where a further time adds none, no further is gone."""
        for _ in range(least):
            ways = once(ways)
        found = ways
        for _ in range(most - least):
            ways = once(ways)
            if ways <= found:
                break
            found |= ways
        return found

    def _taken(self, ways: _Ways, letters: Iterable[str]) -> _Ways:
        grown = (way + letter for way in ways for letter in letters)
        return frozenset(one[-self._reach :] for one in grown if not one.endswith(self._words))


def _letters_of(items: Iterable[tuple[Any, Any]]) -> tuple[str, ...]:
    """Return the few letters of a set, small; none where it may be any of many."""
    found = list[str]()
    for operation, argument in items:
        letters = tuple(_letters_in(str(operation), argument))
        if not letters or len(found) + len(letters) > _MOST_LETTERS:
            return ()
        found += letters
    return tuple(dict.fromkeys(found))


def _letters_in(name: str, argument: Any) -> Iterator[str]:  # noqa: ANN401 - as above
    if name == "LITERAL":
        yield chr(argument).lower()
    elif name == "RANGE":
        yield from (chr(one).lower() for one in range(argument[0], min(argument[1], argument[0] + _MOST_LETTERS) + 1))
    elif name == "CATEGORY" and str(argument) == "CATEGORY_SPACE":
        yield " "
