"""Items that stand lettered within one line: "a) a degree; and b) four years"."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ladder.reading.outlines.items import Item
from ladder.reading.passages import Document, Span

_LETTERED = re.compile(r"(?<=[;,:.])\s{1,4}(?:(?:and|or)\s{1,4})?(?P<marker>\(?(?P<letter>[a-z])[.)]\s{1,4})(?=[A-Z])")


def split_lettered(document: Document, items: Sequence[Item]) -> list[Item]:
    """Return the items of a list with those that stand within the line of the one before set apart.

    Only an item that is marked with a letter is split, at the letter that comes next.
    """
    return [part for item in items for part in _split(document, item)]


def _split(document: Document, item: Item) -> Iterable[Item]:
    found = _next_letter(document, item)
    if found is None:
        yield item
        return
    line, marker, start = found
    before = [one for one in item.lines if one.end <= line.start]
    after = [one for one in item.lines if one.start >= line.end]
    label = item.label[:-1] + chr(ord(item.label[-1]) + 1)
    yield replace(item, lines=[*before, Span(line.start, marker.start)], children=[])
    rest = replace(
        item,
        label=label,
        ordinal=item.ordinal + 1,
        lines=[Span(start, line.end), *after],
        markers=[marker],
    )
    yield from _split(document, rest)


def _next_letter(document: Document, item: Item) -> tuple[Span, Span, int] | None:
    """Return the line, the marker and the first word of the next lettered item within this one, or none."""
    if not item.label[-1:].isalpha() or item.label[-1:] in "zZ":
        return None
    wanted = chr(ord(item.label[-1]) + 1).lower()
    for line in item.lines:
        text = document.text[line.start : line.end]
        for found in _LETTERED.finditer(text):
            if found["letter"] == wanted:
                marker = Span(line.start + found.start("marker"), line.start + found.end("marker"))
                return line, marker, marker.end
    return None
