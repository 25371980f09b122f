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
        if one.end >= other.start or len(between) > _LONGEST or _OF_SOME.search(between):
            continue
        is_or, is_and = _OR.search(between) is not None, _AND.search(between) is not None
        theirs = (one.names - several, other.names - several) if is_or else (one.names, other.names)
        together = any(way & theirs[0] and way & theirs[1] for way in ways)
        if all(theirs) and is_or != is_and and is_or == together:
            yield Span(one.end, other.start)


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
