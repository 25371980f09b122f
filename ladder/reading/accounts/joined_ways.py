"""How what is asked is joined: what "or" parts is never asked together, what "and" joins is in some way."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from ladder.qualifications import Route
from ladder.reading.accounts.entries import ALLOWED, SHOWN, Entry
from ladder.reading.passages import Span

_OR = re.compile(r"\bor\b", re.IGNORECASE)
_AND = re.compile(r"\b(?:and|plus|together with|coupled with|followed by|as well as)\b|&", re.IGNORECASE)
_LONGEST = 60
_OF_SOME = re.compile(r"specialt|option|area|track", re.IGNORECASE)


class _Group:
    """Requirements that stand on the same words."""

    def __init__(self, entry: Entry) -> None:
        self.start, self.end = entry.place
        self.names = {_name(entry)}

    def take(self, entry: Entry) -> None:
        self.end = max(self.end, entry.place.end)
        self.names.add(_name(entry))


def _name(entry: Entry) -> str:
    return str(getattr(entry.told, "id", ""))


def find_wrong_joins(text: str, entries: Iterable[Entry], routes: Sequence[Route]) -> Iterator[Span]:
    """Yield each join whose word says otherwise than the routes."""
    ways = [frozenset(route.requires) for route in routes]
    known = tuple(entries)
    several = _said_several_times(known)
    for one, other in pairwise(_groups(known)):
        between = text[one.end : other.start]
        if between and len(between) <= _LONGEST and _says_otherwise(between, one.names, other.names, several, ways):
            yield Span(one.end, other.start)


def _says_otherwise(
    between: str, one: set[str], other: set[str], several: frozenset[str], ways: Iterable[frozenset[str]]
) -> bool:
    """Return whether the words between two things say "or" of what a way asks together, or "and" of what none does.

    Where words are repeated in several ways, "or" is not held against those who share them.
    """
    is_or, is_and = _OR.search(between) is not None, _AND.search(between) is not None
    if is_or == is_and or _OF_SOME.search(between):
        return False
    theirs = (one - several, other - several) if is_or else (one, other)
    together = any(way & theirs[0] and way & theirs[1] for way in ways)
    return all(theirs) and is_or == together


def _said_several_times(entries: Iterable[Entry]) -> frozenset[str]:
    places = Counter(_name(one) for one in entries)
    return frozenset(name for name, times in places.items() if times > 1)


def _groups(entries: Iterable[Entry]) -> Iterator[_Group]:
    """Yield the requirements in the order of their words, those whose words overlap as one."""
    asked = sorted((one for one in entries if one.kind not in {ALLOWED, SHOWN}), key=lambda one: one.place)
    group: _Group | None = None
    for entry in asked:
        if group is not None and entry.place.start < group.end:
            group.take(entry)
            continue
        if group is not None:
            yield group
        group = _Group(entry)
    if group is not None:
        yield group
