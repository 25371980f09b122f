"""Plain text that fits the width of a page: paragraphs, lists, sections, aligned tables.

A page is 80 columns wide unless it is laid out for a terminal (``page_of_width``): tables
then take all of its width, paragraphs at most 120 columns of it. A no-break space in a
cell or paragraph is a space at which no line ends.
"""

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import zip_longest

PAGE_WIDTH = 80
NARROWEST_PAGE = 40
WIDEST_PARAGRAPH = 120
INDENT = "  "
NO_BREAK = "\u00a0"
_GAP = "  "
_WIDTH = ContextVar("_WIDTH", default=PAGE_WIDTH)


@contextmanager
def page_of_width(width: int) -> Iterator[None]:
    """Lay out what is printed meanwhile for a page of this width, at least 40 columns."""
    before = _WIDTH.set(max(NARROWEST_PAGE, width))
    try:
        yield
    finally:
        _WIDTH.reset(before)


def print_table(
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    width: int | None = None,
    numeric: frozenset[int] = frozenset(),
    indent: str = "",
) -> str:
    """Return the rows under their headings, wrapped so that no line is wider than the page.

    ``numeric`` are the columns whose cells stand at the right. No word is broken: where
    the longest words of all columns do not fit side by side, each row becomes a list of
    its cells. Without rows there are only the headings.
    """
    width = width or _WIDTH.get()
    table = [[_cleaned(cell) for cell in row] for row in (headings, *rows)]
    least = [max(map(_longest_word, column)) for column in zip(*table, strict=True)]
    room = width - len(indent) - len(_GAP) * (len(least) - 1)
    if sum(least) > room:
        return _listed(table, width=width, indent=indent)
    widths = _fitted([max(map(len, column)) for column in zip(*table, strict=True)], least, room)
    rule = _GAP.join("-" * wide for wide in widths)
    head, *body = [_laid_out(row, widths, numeric) for row in table]
    lines = "\n".join([head, rule, *body]).split("\n")
    return "".join(f"{indent}{line}".rstrip() + "\n" for line in lines).replace(NO_BREAK, " ")


def wrap_text(text: str, *, width: int | None = None, indent: str = "", first: str = "") -> str:
    """Return the paragraph in lines no wider than the page, nor than 120 columns.

    The first line begins with ``first``, such as a bullet; further lines are indented.
    """
    room = min(width or _WIDTH.get(), WIDEST_PARAGRAPH)
    filled = textwrap.fill(
        _cleaned(text), width=room, initial_indent=first, subsequent_indent=indent, break_on_hyphens=False
    )
    return filled.replace(NO_BREAK, " ")


def print_list(items: Iterable[str], *, bullet: str = "- ", indent: str = INDENT) -> str:
    """Return the items one below the other, each wrapped behind its bullet."""
    return "\n".join(wrap_text(one, first=indent + bullet, indent=indent + " " * len(bullet)) for one in items)


def print_section(heading: str, *bodies: str) -> str:
    """Return the bodies that are not empty under the heading; nothing where all are empty."""
    told = [body.rstrip("\n") for body in bodies if body]
    return "\n".join([heading, *told]) + "\n" if told else ""


def _cleaned(cell: str) -> str:
    return NO_BREAK.join(" ".join(part.split()) for part in cell.split(NO_BREAK))


def _longest_word(cell: str) -> int:
    return max(map(len, cell.split(" ")), default=0) or 1


def _fitted(widths: list[int], least: list[int], room: int) -> list[int]:
    """Return the widths with the widest columns narrowed, none below its longest word."""
    widths = [max(1, wide) for wide in widths]
    while sum(widths) > room:
        widest = max((place for place, wide in enumerate(widths) if wide > least[place]), key=widths.__getitem__)
        widths[widest] -= 1
    return widths


def _listed(table: Sequence[Sequence[str]], *, width: int, indent: str) -> str:
    """Return each row as a paragraph: its first cell, then the others behind their headings."""
    headings, *rows = table
    lines = []
    for row in rows:
        lines.append(wrap_text(row[0], width=width, first=indent, indent=indent + INDENT))
        for heading, cell in zip(headings[1:], row[1:], strict=True):
            if cell:
                text = f"{heading}: {cell}"
                lines.append(wrap_text(text, width=width, first=indent + INDENT, indent=indent + 2 * INDENT))
    return "\n".join(lines) + "\n"


def _laid_out(row: Sequence[str], widths: Sequence[int], numeric: frozenset[int]) -> str:
    cells = [textwrap.wrap(cell, wide, break_on_hyphens=False) for cell, wide in zip(row, widths, strict=True)]
    return "\n".join(_aligned(line, widths, numeric) for line in zip_longest(*cells, fillvalue=""))


def _aligned(line: Sequence[str], widths: Sequence[int], numeric: frozenset[int]) -> str:
    placed = (
        part.rjust(wide) if number in numeric else part.ljust(wide)
        for number, (part, wide) in enumerate(zip(line, widths, strict=True))
    )
    return _GAP.join(placed).rstrip()
