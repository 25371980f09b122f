"""What a map page holds deflated, unpacked without a browser."""

import html
import json
import re
import zlib
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import accumulate, islice, repeat
from typing import Any

Column = list[Any]
LETTERS = "".join(map(chr, [33, 35, 36, 37, *range(39, 60), *range(61, 127)]))
_NUMBERED = tuple(enumerate(LETTERS))


def unpack(text: str) -> str:
    """Return what a text of these letters says: two are 13 bits, a last one alone is 6."""
    bits = "".join(_bits()[text[place : place + 2]] for place in range(0, len(text) - 1, 2))
    if len(text) % 2:
        bits += f"{LETTERS.index(text[-1]):06b}"
    whole = len(bits) // 8
    return zlib.decompress(int(bits[: 8 * whole], 2).to_bytes(whole)).decode("utf-8")


@cache
def _bits() -> dict[str, str]:
    return {one + other: f"{91 * high + low:013b}" for high, one in _NUMBERED for low, other in _NUMBERED}


def packed_texts(page: str, names: str = r"\w+") -> dict[str, str]:
    """Return the packed texts of the page by their names: all of them, or those of this pattern."""
    found = re.findall(rf'<script type="text/plain" id="packed-({names})">([^<]*)</script>', page)
    return {name: unpack(text) for name, text in found}


def records_of(columns: list[Any]) -> list[dict[str, Any]]:
    """Return the records that columns were made of, as the page's own script does."""
    found: list[dict[str, Any]] = next(_read(columns))
    return found


def _read(column: Column) -> Iterator[Any]:
    """Yield the values of a column; one most of whose values are the same has no end."""
    kind, *rest = column
    yield from _READERS[kind](*rest)


def _read_known(flags: Column, column: Column) -> Iterator[Any]:
    known = _read(column)
    for is_known in _read(flags):
        yield next(known) if is_known else None


def _read_mostly(value: Any, gaps: list[int], column: Column) -> Iterator[Any]:  # noqa: ANN401 - whatever stands in JSON
    for gap, other in zip(gaps, _read(column), strict=False):
        yield from repeat(value, gap)
        yield other
    yield from repeat(value)


def _read_lists(lengths: Column, column: Column) -> Iterator[Any]:
    parts = _read(column)
    for length in _read(lengths):
        yield list(islice(parts, length))


def _read_objects(forms: Column, of_each: Column, columns: dict[str, Column]) -> Iterator[Any]:
    fields = {name: _read(one) for name, one in columns.items()}
    for form in _read(of_each):
        yield {name: next(fields[name]) for name in forms[form]}


def _read_records(columns: Column) -> Iterator[Any]:
    yield from map(list, zip(*map(_read, columns), strict=False))


def _read_choices(column: Column, places: Column) -> Iterator[Any]:
    values, known = _read(column), list[Any]()
    for place in _read(places):
        known += islice(values, max(0, place + 1 - len(known)))
        yield known[place]


def _read_numbered(patterns: Column, of_each: Column, columns: Column) -> Iterator[str]:
    numbers = [[_read(slot) for slot in slots] for slots in columns]
    for place in _read(of_each):
        first, *others = patterns[place].split("\x7f")
        yield first + "".join(f"{next(slot)}{piece}" for slot, piece in zip(numbers[place], others, strict=True))


_READERS: tuple[Callable[..., Iterator[Any]], ...] = (
    iter,
    _read_lists,
    _read_objects,
    _read_records,
    _read_choices,
    accumulate,
    _read_numbered,
    _read_known,
    _read_mostly,
)
"""What reads a column of each kind."""


def titles_in_words(page: str) -> list[str]:
    """Return the titles that the words of a page of hundreds have."""
    return [html.unescape(title) for title in re.findall(r"<article><h5>([^<]*)</h5>", page)]


def whole_data(data: dict[str, Any], titles: Sequence[str] = ()) -> dict[str, Any]:
    """Return the data of a map with its classes and steps told in full, as the page's own script does."""
    classes, steps = records_of(data["classes"]), records_of(data["steps"])
    for place, one in enumerate(classes):
        if "title" not in one:
            one["title"] = titles[place]
        one.setdefault("id", f"{data['home']}/{one.get('code')}")
        parts = {field: one.get(field, "") for field in ("title", "code", "short")}
        one.setdefault("name", data["className"].format(**parts))
    for step in steps:
        step |= {end: classes[step[end]]["id"] for end in ("from", "to")}
    for one in classes:
        into = [place for place, step in enumerate(steps) if step["to"] == one["id"]]
        if one["into"] and not isinstance(one["into"][0], list):
            one["into"] = [list(pair) for pair in zip(into, one["into"], strict=True)]
    return {**data, "classes": classes, "steps": steps, "jurisdictions": records_of(data["jurisdictions"])}


def map_data(page: str) -> dict[str, Any]:
    """Return what the page's program works on."""
    return whole_data(json.loads(packed_texts(page, "data")["data"]), titles_in_words(page))
