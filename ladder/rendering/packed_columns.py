"""Many records of the same form as columns: the values of each field beside one another, which deflate far smaller.

A column is ``[0, values]``, ``[1, lengths, column]`` for lists, or ``[2, forms, form of each, {field: column}]`` for
objects, whose forms are their lists of fields. ``pages/ladder_map/columns.js`` reads them back.
"""

from collections.abc import Iterable, Sequence
from typing import cast

_VALUES, _LISTS, _OBJECTS = range(3)


def to_columns(value: object) -> list[object]:
    """Return the columns of a value as JSON has it.

    >>> to_columns([{"a": 1}, {"a": 2}])
    [1, [2], [2, [['a']], [0, 0], {'a': [0, [1, 2]]}]]
    >>> to_columns(["a", None, {"b": []}])
    [1, [3], [0, ['a', None, {'b': []}]]]
    """
    return _column([value])


def _column(values: Sequence[object]) -> list[object]:
    if values and all(isinstance(one, list | tuple) for one in values):
        return _lists(cast("Sequence[Sequence[object]]", values))
    if values and all(isinstance(one, dict) for one in values):
        return _objects(cast("Sequence[dict[str, object]]", values))
    return [_VALUES, list(values)]


def _lists(lists: Sequence[Sequence[object]]) -> list[object]:
    return [_LISTS, [len(one) for one in lists], _column([part for one in lists for part in one])]


def _objects(objects: Iterable[dict[str, object]]) -> list[object]:
    forms: dict[tuple[str, ...], int] = {}
    of_each, fields = [], dict[str, list[object]]()
    for one in objects:
        of_each.append(forms.setdefault(tuple(one), len(forms)))
        for name, value in one.items():
            fields.setdefault(name, []).append(value)
    columns = {name: _column(values) for name, values in fields.items()}
    return [_OBJECTS, [list(one) for one in forms], of_each, columns]
