"""Classes and steps for a page's script, without what follows from the rest of them and from the page's words.

``pages/ladder_map/whole_classes.js`` puts it back: ids and names that are made of codes, the steps into a class, titles
that stand in the words, where titles are broken into lines, and the names of classes in what records say.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ladder.rendering.packed_columns import Column, to_columns
from ladder.rendering.templates import write_json

Record = Mapping[str, Any]
NAME_FIELDS = ("title", "code", "short")
_NAMED = "\x80"
"""Stands before and after the place of a class that a text names; twice for itself."""

_MARKS = re.compile(r"\([^()]*\)")
_CHANGED_BY_HTML = re.compile("[\r\0]")
"""What a page's words may not hold as it is."""


def short_classes(
    classes: Sequence[Record], steps: Sequence[Record], *, home: str, name: str, in_words: bool
) -> Column:
    """Return the classes as columns: an id that is the code in the ``home`` jurisdiction is left out.

    So is a name that the pattern ``name`` makes of title, code and grade, and a title that stands
    ``in_words``. Of the steps into a class their letters are left: they come in the order of ``steps``.
    """
    into: dict[str, list[int]] = {}
    for place, step in enumerate(steps):
        into.setdefault(step["to"], []).append(place)
    shorter = [_short(one, into.get(one["id"], []), home, name) for one in classes]
    for one in shorter:
        if in_words and not _CHANGED_BY_HTML.search(one["title"]):
            del one["title"]
    return to_columns(shorter)


def _short(one: Record, into: Sequence[int], home: str, name: str) -> dict[str, Any]:
    told = {**one, "into": [letter for _, letter in one["into"]]}
    if [place for place, _ in one["into"]] != list(into):
        told["into"] = one["into"]
    if one["id"] == f"{home}/{one.get('code')}":
        del told["id"]
    if one["name"] == _named(name, one):
        del told["name"]
    return told


def _named(pattern: str, one: Record) -> str:
    parts = {field: str(one.get(field, "")) for field in NAME_FIELDS}
    return pattern.format(**parts)


def short_steps(steps: Sequence[Record], order: Sequence[str]) -> Column:
    """Return the steps as columns, the classes by their places in the order."""
    place = {class_id: number for number, class_id in enumerate(order)}
    return to_columns([{**one, "from": place[one["from"]], "to": place[one["to"]]} for one in steps])


def short_labels(labels: Sequence[Sequence[str]], classes: Sequence[Record]) -> Column:
    """Return the labels of the boxes of these classes as columns: of a title in lines, where the lines end."""
    told = [[_breaks(lines, one["title"]), *others] for (lines, *others), one in zip(labels, classes, strict=True)]
    return to_columns(told)


def _breaks(lines: str, title: str) -> list[int] | str:
    """Return where a title is broken into lines; the lines themselves where they say something else."""
    if lines.replace("\n", " ") != title:
        return lines
    return [place for place, letter in enumerate(lines) if letter == "\n"]


def short_records(records: Sequence[Sequence[Sequence[str]]], names: Sequence[str]) -> Column:
    """Return what the records of classes say, as columns: lists of label, text and letter, classes by their places."""
    places = {name: place for place, name in enumerate(names)}
    by_marks: dict[str, list[str]] = {}
    for name in sorted(places, key=len, reverse=True):
        by_marks.setdefault(name[name.rfind("(") :], []).append(name)

    def short(text: str) -> str:
        return "".join(_by_places(text, by_marks, places))

    return to_columns([[[label, short(text), letter] for label, text, letter in facts] for facts in records])


def _by_places(text: str, by_marks: Mapping[str, Sequence[str]], places: Mapping[str, int]) -> Iterator[str]:
    """Yield the text in pieces, names as places: what stands in brackets at the end of a name leads to it."""
    last = 0
    for marks in _MARKS.finditer(text):
        ends_here = (name for name in by_marks.get(marks[0], ()) if text.endswith(name, last, marks.end()))
        if name := next(ends_here, ""):
            yield text[last : marks.end() - len(name)].replace(_NAMED, 2 * _NAMED)
            yield f"{_NAMED}{places[name]}{_NAMED}"
            last = marks.end()
    yield text[last:].replace(_NAMED, 2 * _NAMED)


def short_catalog(told: dict[str, Any]) -> dict[str, object]:
    """Return the catalog of a page as columns, without the titles of its classes, which the page has.

    Its tables are JSON within JSON, which is read when somebody first asks.
    """
    classes = [{field: value for field, value in one.items() if field != "title"} for one in told["classes"]]
    records = to_columns({"jurisdictions": told["jurisdictions"], "classes": classes})
    return {"records": records, "tables": write_json(to_columns(told["tables"]))}
