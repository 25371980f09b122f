"""Many values of the same form as columns: those of each field beside one another, which deflate far smaller.

A column begins with its kind. What it holds otherwise is columns again, down to those of plain values, each written
in that of four ways which deflates smallest. ``pages/ladder_map/columns.js`` reads them back.

| kind | holds |
|---|---|
| 0 | values as they are |
| 1 | lists: their lengths, and their parts one after the other |
| 2 | objects: their forms, which are lists of fields, the form of each, and the fields by name |
| 3 | lists of one length: a column for each place |
| 4 | texts that come again: those that differ, and the place of each among them |
| 5 | whole numbers by how much each is above the one before |
| 6 | texts with numbers: their patterns, the pattern of each, and for each pattern a column for each of its numbers |
| 7 | values some of which are null: 1 for each that is not, and a column of those |
| 8 | values of which most are the same: that one, how many of it stand before each other, and a column of the others |
"""

import json
import re
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import cast

Column = list[object]
_VALUES, _LISTS, _OBJECTS, _RECORDS, _CHOICES, _RISES, _NUMBERED, _KNOWN, _MOSTLY = range(9)
_FEWEST = 8
"""Values that are worth more than one way of writing."""

_NULL = type(None)
_SCALARS = frozenset([str, int, bool, _NULL])
_NUMBER = re.compile(r"[1-9][0-9]{0,8}|0")
_SLOT = "\x7f"
"""Stands for a number in a pattern."""


def to_columns(value: object) -> Column:
    """Return the columns of a value as JSON has it.

    >>> to_columns([{"a": 1, "b": "x"}, {"a": 2}])
    [1, [0, [2]], [2, [['a', 'b'], ['a']], [0, [0, 1]], {'a': [0, [1, 2]], 'b': [0, ['x']]}]]
    >>> to_columns([[1, "a"], [2, "b"]])
    [1, [0, [2]], [3, [[0, [1, 2]], [0, ['a', 'b']]]]]
    >>> to_columns([1, 2, 3, 4, 5, 6, 7, 8, 9])[2]
    [5, [1, 1, 1, 1, 1, 1, 1, 1, 1]]
    >>> to_columns(["a", None, {"b": []}])
    [1, [0, [3]], [0, ['a', None, {'b': []}]]]
    """
    return _column([value])


def _column(values: Sequence[object]) -> Column:
    if _are(values, list, tuple):
        return _lists(cast("Sequence[Sequence[object]]", values))
    if _are(values, dict):
        return _objects(cast("Sequence[dict[str, object]]", values))
    known = _without_nulls(values)
    if len(known) < len(values) and _are(known, list, tuple, dict):
        return _known(values, known)
    return _plain(values)


def _are(values: Sequence[object], *kinds: type) -> bool:
    """Return whether there are values, all of these kinds."""
    return bool(values) and all(isinstance(one, kinds) for one in values)


def _without_nulls(values: Sequence[object]) -> list[object]:
    return [one for one in values if one is not None]


def _known(values: Sequence[object], known: Sequence[object]) -> Column:
    """Return values some of which are null, the others beside one another."""
    return [_KNOWN, _plain([int(one is not None) for one in values]), _column(known)]


def _lists(lists: Sequence[Sequence[object]]) -> Column:
    lengths = [len(one) for one in lists]
    if len(lists) > 1 and lengths[0] and len(set(lengths)) == 1:
        return [_RECORDS, [_column(part) for part in zip(*lists, strict=True)]]
    return [_LISTS, _plain(lengths), _column([part for one in lists for part in one])]


def _objects(objects: Iterable[dict[str, object]]) -> Column:
    forms: dict[tuple[str, ...], int] = {}
    of_each, fields = [], dict[str, list[object]]()
    for one in objects:
        of_each.append(forms.setdefault(tuple(one), len(forms)))
        for name, value in one.items():
            fields.setdefault(name, []).append(value)
    columns = {name: _column(values) for name, values in fields.items()}
    return [_OBJECTS, [list(one) for one in forms], _plain(of_each), columns]


def _plain(values: Sequence[object]) -> Column:
    """Return values in the way that deflates smallest; of ways that come to the same the first."""
    return min(_ways(values), key=_cost)


def _cost(column: Column) -> int:
    return len(zlib.compress(json.dumps(column, ensure_ascii=False, separators=(",", ":")).encode("utf-8"), 1))


def _ways(values: Sequence[object]) -> Iterator[Column]:
    yield [_VALUES, list(values)]
    kinds = {type(one) for one in values} if len(values) >= _FEWEST else set[type]()
    if kinds and kinds <= _SCALARS:
        yield from _mostly(values)
    if _NULL in kinds and kinds != {_NULL}:
        yield _known(values, _without_nulls(values))
    if kinds == {int}:
        numbers = cast("Sequence[int]", values)
        yield [_RISES, [numbers[0], *(after - before for before, after in pairwise(numbers))]]
    if kinds == {str}:
        texts = cast("Sequence[str]", values)
        yield from _numbered(texts)
        yield from _choices(texts)


def _mostly(values: Sequence[object]) -> Iterator[Column]:
    """Yield values by those that are another than the most common, where these are few."""
    kinds = [(type(one), one) for one in values]
    ((most, count),) = Counter(kinds).most_common(1)
    if 2 * count > len(values):
        others = [place for place, one in enumerate(kinds) if one != most]
        gaps = [place - before - 1 for before, place in pairwise([-1, *others])]
        yield [_MOSTLY, most[1], gaps, _plain([values[place] for place in others])]


def _choices(texts: Sequence[str]) -> Iterator[Column]:
    """Yield texts that come again as places among those that differ."""
    places = {text: place for place, text in enumerate(dict.fromkeys(texts))}
    if len(places) < len(texts):
        differing = [[_VALUES, list(places)], *_numbered(list(places))]
        yield [_CHOICES, min(differing, key=_cost), _plain([places[text] for text in texts])]


def _numbered(texts: Sequence[str]) -> Iterator[Column]:
    """Yield texts as patterns and their numbers, where patterns come again and none of the texts holds their mark."""
    patterns = [_NUMBER.sub(_SLOT, text) for text in texts]
    places = {pattern: place for place, pattern in enumerate(dict.fromkeys(patterns))}
    if len(places) == len(texts) or any(_SLOT in text for text in texts):
        return
    numbers: list[list[list[int]]] = [[] for _ in places]
    for text, pattern in zip(texts, patterns, strict=True):
        numbers[places[pattern]].append(list(map(int, _NUMBER.findall(text))))
    columns = [[_plain(slot) for slot in zip(*rows, strict=True)] for rows in numbers]
    yield [_NUMBERED, list(places), _plain([places[one] for one in patterns]), columns]
