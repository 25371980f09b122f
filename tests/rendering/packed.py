"""What a map page holds deflated, unpacked without a browser."""

import json
import re
import zlib
from collections.abc import Iterator
from typing import Any

LETTERS = "".join(map(chr, [33, 35, 36, 37, *range(39, 60), *range(61, 127)]))


def unpack(text: str) -> str:
    """Return what a text of these letters says: two are 13 bits, a last one alone is 6."""
    pairs = zip(text[::2], text[1::2], strict=False)
    bits = "".join(f"{91 * LETTERS.index(first) + LETTERS.index(second):013b}" for first, second in pairs)
    if len(text) % 2:
        bits += f"{LETTERS.index(text[-1]):06b}"
    whole = len(bits) // 8
    return zlib.decompress(int(bits[: 8 * whole], 2).to_bytes(whole)).decode("utf-8")


def packed_texts(page: str) -> dict[str, str]:
    """Return every packed text of the page by its name."""
    found = re.findall(r'<script type="text/plain" id="packed-(\w+)">([^<]*)</script>', page)
    return {name: unpack(text) for name, text in found}


def map_data(page: str) -> dict[str, Any]:
    """Return what the page's program works on."""
    read: dict[str, Any] = json.loads(packed_texts(page)["data"])
    return read


def from_columns(column: list[Any]) -> Any:  # noqa: ANN401 - as JSON
    """Return the value whose columns these are."""
    return next(_read(column))


def _read(column: list[Any]) -> Iterator[Any]:
    kind, first, *rest = column
    if kind == 0:
        yield from first
    elif kind == 1:
        inner = _read(rest[0])
        for length in first:
            yield [next(inner) for _ in range(length)]
    else:
        of_each, columns = rest
        fields = {name: _read(values) for name, values in columns.items()}
        for form in of_each:
            yield {name: next(fields[name]) for name in first[form]}
