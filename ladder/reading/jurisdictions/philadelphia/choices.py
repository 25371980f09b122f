"""A statement that ends in a list of which one suffices: each item is a choice, with the words before the list.

"Four years of experience in:" and three lettered items with OR between them are three
statements, each of four years.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from ladder.reading.jurisdictions.philadelphia.blocks import Words
from ladder.reading.jurisdictions.philadelphia.layout import Line, bullet_length, claim_heading
from ladder.reading.passages import Claim, Document

_HEAD = re.compile(r"(?::|\bas either)$")
AMOUNT = re.compile(r"\b[A-Za-z0-9]{1,12}(?: \([0-9]{1,2}\))? (?:years?|months?)\b", re.IGNORECASE)
_FEWEST = 2


def part_choices(words: Words, document: Document) -> tuple[list[Words], list[Claim]]:
    """Return the statements that the words are, and claims of the marks between them; one where none are parted.

    Parted are items with "or" alone on a line between each two of them, below words that
    state how much is asked; an item that states an amount of its own is no such item.
    """
    lines = [Line(span, document.text[span.start : span.end]) for span in words.pieces]
    head, *rest = lines
    items, joins = rest[::2], rest[1::2]
    if not (_are_parted(items, joins) and _asks_how_much(head)):
        return [words], []
    claims = [claim_heading(one) for one in joins]
    if head.text.endswith(":"):
        claims.append(Claim("furniture", head.part(len(head.text) - 1)))
        head = Line(head.part(0, len(head.text) - 1), head.text[:-1])
    found = []
    for item in items:
        bullet = bullet_length(item.text)
        if bullet:
            claims.append(Claim("furniture", item.part(0, bullet)))
        found.append(_choice(words, head, item.tail(bullet)))
    return found, claims


def _asks_how_much(head: Line) -> bool:
    return bool(_HEAD.search(head.text) and AMOUNT.search(head.text))


def _are_parted(items: Sequence[Line], joins: Sequence[Line]) -> bool:
    return (
        len(items) >= _FEWEST
        and len(items) == len(joins) + 1
        and all(_is_or(one) for one in joins)
        and not any(_is_or(one) or AMOUNT.search(one.text) for one in items)
    )


def _is_or(line: Line) -> bool:
    return line.text.rstrip(":,").upper() == "OR"


def _choice(words: Words, head: Line, item: Line) -> Words:
    return replace(words, pieces=[head.span, item.span], text=f"{head.text} {item.text}", listed=[])
