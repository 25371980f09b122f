"""Classes and steps for a page's script, without what follows from the rest of them.

``pages/ladder_map/whole_classes.js`` puts it back: ids and names that are made of codes, and the steps into a class.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from ladder.rendering.packed_columns import to_columns

Record = Mapping[str, Any]
NAME_FIELDS = ("title", "code", "short")


def short_classes(classes: Sequence[Record], steps: Sequence[Record], *, home: str, name: str) -> list[object]:
    """Return the classes as columns: an id that is the code in the ``home`` jurisdiction is left out.

    So is a name that the pattern ``name`` makes of title, code and grade. Of the steps into a
    class their letters are left: they come in the order of ``steps``.
    """
    into: dict[str, list[int]] = {}
    for place, step in enumerate(steps):
        into.setdefault(step["to"], []).append(place)
    return to_columns([_short(one, into.get(one["id"], []), home, name) for one in classes])


def _short(one: Record, into: Sequence[int], home: str, name: str) -> Record:
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


def short_steps(steps: Sequence[Record], order: Sequence[str]) -> list[object]:
    """Return the steps as columns, the classes by their places in the order."""
    place = {class_id: number for number, class_id in enumerate(order)}
    return to_columns([{**one, "from": place[one["from"]], "to": place[one["to"]]} for one in steps])
