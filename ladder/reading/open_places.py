"""What a person is left to settle of a reading: each place that was not read, or that is in doubt.

Which lines of the document it stands on, which requirements of the record hold its place, and
which ways in wait for it.
"""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from ladder.qualifications import Judgement, Qualifications, Requirement
from ladder.reading.doubts import FOOTNOTE_UNREAD, NOT_ACCOUNTED_FOR, ROUTE_NEVER_NEEDED
from ladder.reading.readings import LEFT_OUT, UNUSED_WORDS, Reading
from ladder.sources import Note

UNREAD = "UNREAD"
"""The code of a condition that holds the place of words that were not read."""

NOT_HELD = "SUBSTITUTION_NOT_HELD"
_REPEATING = frozenset({"UNREAD_REQUIREMENT", NOT_HELD, UNUSED_WORDS, NOT_ACCOUNTED_FOR})
"""Codes of notes that tell what is wrong, and then the words of the document behind a colon."""

_DOUBTS = frozenset({FOOTNOTE_UNREAD, ROUTE_NEVER_NEEDED, "AMBIGUOUS_JOIN", "TOO_MANY_JOINS"})


class Matter(StrEnum):
    """What is open about a place."""

    UNREAD_PART = "unread_part"
    LEFT_OUT = "left_out"
    NOT_HELD = "not_held"
    FOOTNOTE = "footnote"
    JOIN = "join"


class OpenPlace(NamedTuple):
    """A place to be settled: what is open, its words, and the lines of the document, ``None`` where no line is known.

    ``requirements`` are those of the record that hold the place or are in doubt, ``routes`` the
    ways in that ask them.
    """

    matter: Matter
    words: str
    lines: tuple[int, int] | None
    requirements: tuple[str, ...] = ()
    routes: tuple[str, ...] = ()


def find_open_places(reading: Reading) -> tuple[OpenPlace, ...]:
    """Return what is to be settled of a class that was read, in the order of its lines."""
    if reading.record is None:
        return ()
    notes = [note for note in dict.fromkeys(reading.notes) if note.code in LEFT_OUT | _DOUBTS]
    rules = reading.record.qualifications
    found = _in_rules(rules, notes) if rules else (_noted(note, None) for note in notes)
    return tuple(sorted(found, key=lambda one: one.lines or (0, 0)))


def _in_rules(rules: Qualifications, notes: Iterable[Note]) -> Iterator[OpenPlace]:
    unread = [rule for rule in rules.requirements if is_unread(rule)]
    yield from (_unread_part(rule, rules) for rule in unread)
    yield from (_noted(note, rules) for note in notes if not any(_is_of(note, rule) for rule in unread))


def is_unread(rule: Requirement) -> bool:
    """Return whether a requirement holds the place of words that were not read."""
    return isinstance(rule, Judgement) and rule.code == UNREAD


def _unread_part(rule: Requirement, rules: Qualifications) -> OpenPlace:
    return OpenPlace(Matter.UNREAD_PART, rule.what, rule.source.lines, (rule.id,), tuple(_routes_of([rule.id], rules)))


def _is_of(note: Note, rule: Requirement) -> bool:
    """Return whether a note tells of the words whose place a requirement holds."""
    first, last = rule.source.lines or (0, 0)
    return note.code not in _DOUBTS and first <= note.line <= last and _beginning(rule.what) in note.text


_ENOUGH = 200


def _beginning(words: str) -> str:
    return words[:_ENOUGH]


def _noted(note: Note, rules: Qualifications | None) -> OpenPlace:
    lines = (note.line, note.line) if note.line else None
    if note.code not in _DOUBTS:
        matter = Matter.NOT_HELD if note.code == NOT_HELD else Matter.LEFT_OUT
        return OpenPlace(matter, _words_in(note), lines)
    names = tuple(_stand_on(note.line, rules)) if rules else ()
    routes = tuple(_routes_of(names, rules)) if rules else ()
    matter = Matter.FOOTNOTE if note.code == FOOTNOTE_UNREAD else Matter.JOIN
    return OpenPlace(matter, note.text, lines, names, routes)


def _words_in(note: Note) -> str:
    """Return the words of the document that a note repeats; its own text where it repeats none."""
    return note.text.partition(": ")[2] if note.code in _REPEATING else note.text


def _stand_on(line: int, rules: Qualifications) -> Iterator[str]:
    for rule in rules.requirements:
        first, last = rule.source.lines or (0, 0)
        if first <= line <= last:
            yield rule.id


def _routes_of(names: tuple[str, ...] | list[str], rules: Qualifications) -> Iterator[str]:
    yield from (route.id for route in rules.routes if any(name in route.requires for name in names))
