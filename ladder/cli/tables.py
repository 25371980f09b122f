"""Aligned tables of plain text that fit the width of a page."""

import re
import textwrap
from collections.abc import Sequence
from itertools import zip_longest

PAGE_WIDTH = 80
_GAP = "  "
_NARROWEST = 6
_JURISDICTION = re.compile(r"\b[a-z0-9-]+/")
_NO_BREAK = "\u2011"


def print_table(
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    width: int = PAGE_WIDTH,
    numeric: frozenset[int] = frozenset(),
) -> str:
    """Return the rows under their headings, wrapped so that no line is wider than the page.

    ``numeric`` are the columns whose cells stand at the right. Without rows there are
    only the headings.
    """
    table = [[_cleaned(cell) for cell in row] for row in (headings, *rows)]
    widths = _fitted([max(map(len, column)) for column in zip(*table, strict=True)], width)
    rule = _GAP.join("-" * wide for wide in widths)
    head, *body = [_laid_out(row, widths, numeric) for row in table]
    return "\n".join([head, rule, *body]) + "\n"


def wrap_text(text: str, *, width: int = PAGE_WIDTH, indent: str = "") -> str:
    """Return the paragraph in lines no wider than the page, further lines indented."""
    return textwrap.fill(_cleaned(text), width=width, subsequent_indent=indent)


def _cleaned(cell: str) -> str:
    return " ".join(cell.split())


def _fitted(widths: list[int], width: int) -> list[int]:
    """Return the widths with the widest columns narrowed until all fit the page."""
    widths = [max(1, wide) for wide in widths]
    room = width - len(_GAP) * (len(widths) - 1)
    while sum(widths) > room and max(widths) > _NARROWEST:
        widths[widths.index(max(widths))] -= 1
    return widths


def _laid_out(row: Sequence[str], widths: Sequence[int], numeric: frozenset[int]) -> str:
    cells = [_wrapped(cell, wide) for cell, wide in zip(row, widths, strict=True)]
    lines = zip_longest(*cells, fillvalue="")
    return "\n".join(_aligned(line, widths, numeric) for line in lines)


def _wrapped(cell: str, width: int) -> list[str]:
    """Wrap at blanks and hyphens, but keep the jurisdiction of a class id together."""
    kept = _JURISDICTION.sub(lambda found: found[0].replace("-", _NO_BREAK), cell)
    return [line.replace(_NO_BREAK, "-") for line in textwrap.wrap(kept, width)]


def _aligned(line: Sequence[str], widths: Sequence[int], numeric: frozenset[int]) -> str:
    placed = (
        part.rjust(wide) if number in numeric else part.ljust(wide)
        for number, (part, wide) in enumerate(zip(line, widths, strict=True))
    )
    return _GAP.join(placed).rstrip()
