"""The numbers, letters and bullets that the items of an outline are marked with."""

import re
from typing import NamedTuple

from ladder.figures import read_whole_number

_MARKER = re.compile(
    r"\((?P<bracketed>[0-9]{1,2}|[A-Za-z]|[ivx]{2,4}|[IVX]{2,4})\)\s*"
    r"|(?P<dotted>[0-9]{1,2}|[A-Za-z]|[ivx]{2,4}|[IVX]{2,4})\.(?:\s+|$|(?=[A-Z][a-z]))"
    r"|(?P<closed>[0-9]{1,2}|[A-Za-z]|[ivx]{2,4}|[IVX]{2,4})\)\s*"
    r"|(?P<bullet>[*\u2022\u00b7\u25aa\u25e6\u25cf\u25cb\u2023\u2013\u2014-])\s+"
)
_BARE_NUMBER = re.compile(
    r"(?P<bare>[0-9]{1,2})\s+(?=[A-Z])(?!(?:Year|Month|Week|Day|Hour|Semester|Quarter|Unit|Course)s?\b)"
)
_ROMAN_NUMERALS = {
    one: value
    for value, one in enumerate(
        ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv"), start=1
    )
}


class Reading(NamedTuple):
    """One way to read a marker: its style, and its place in a list of that style, from 1.

    A bullet has the place 0.
    """

    style: str
    ordinal: int


class Marker(NamedTuple):
    """A marker at the start of a line: its characters, the label it prints, how it may be read."""

    text: str
    label: str
    readings: tuple[Reading, ...]


def find_marker(line: str, *, bare_numbers: bool = False) -> Marker | None:
    """Return the marker that a line without leading blanks begins with, or none.

    A letter that is a Roman numeral, too, has two readings. Numbers without a full stop
    are markers only where ``bare_numbers`` is true.

    >>> find_marker("b) Two years")
    Marker(text='b) ', label='b', readings=(Reading(style='a)', ordinal=2),))
    """
    found = _MARKER.match(line) or (_BARE_NUMBER.match(line) if bare_numbers else None)
    if found is None:
        return None
    shape, label = next((name, text) for name, text in found.groupdict().items() if text is not None)
    return Marker(found.group(), "" if shape == "bullet" else label, tuple(_readings(shape, label)))


def has_bare_numbers(lines: list[str]) -> bool:
    """Return whether lines are numbered 1 and 2 without a full stop after the number."""
    starts = {found["bare"] for line in lines if (found := _BARE_NUMBER.match(line))}
    return {"1", "2"} <= starts


def _readings(shape: str, label: str) -> list[Reading]:
    form = {"bracketed": "({})", "dotted": "{}.", "closed": "{})", "bare": "{}"}.get(shape)
    if form is None:
        return [Reading("*" + label, 0)]
    number = read_whole_number(label)
    if number is not None:
        return [Reading(form.format("1"), number)]
    lower = "a" if label.islower() else "A"
    letters = [Reading(form.format(lower), ord(label.lower()) - ord("a") + 1)] if len(label) == 1 else []
    roman = _ROMAN_NUMERALS.get(label.lower())
    return letters + ([Reading(form.format("i" if label.islower() else "I"), roman)] if roman else [])
