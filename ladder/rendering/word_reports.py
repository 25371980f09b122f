"""A report page, or tables, as a Word document, with its figures as files beside it."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ladder.answer_tables import SEVERAL, Cell, Table
from ladder.rendering.page_blocks import read_blocks
from ladder.telling.messages import is_known, say
from ladder.word_bytes import Block, Heading, Picture, Rows, print_word

_WARNING = "bench.warning."


class WordReport(NamedTuple):
    """The document, and each of its figures: as SVG and as PNG, in the order of the document."""

    document: bytes
    figures: tuple[Picture, ...]


def word_of_page(page: str) -> WordReport:
    """Return a report page as a document: the same words, what is folded away opened.

    Raises:
        BadCallError: python-docx or resvg-py is not installed, or there is no typeface for figures.

    """
    title, blocks = read_blocks(page)
    return WordReport(print_word(title, blocks), tuple(one for one in blocks if isinstance(one, Picture)))


def word_of_tables(title: str, tables: Mapping[str, Table]) -> bytes:
    """Return tables as a document: a heading, then each table that has rows under its name.

    Raises:
        BadCallError: python-docx is not installed.

    """
    blocks: list[Block] = [Heading(title, 1)]
    for name, table in tables.items():
        blocks += _of_table(name, table)
    return print_word(title, blocks)


def _of_table(name: str, table: Table) -> Iterator[Block]:
    if table.rows:
        called = name.replace("_", " ").capitalize()
        yield Heading(called, 2)
        rows = tuple(tuple(map(_told, row)) for row in table.rows)
        yield Rows(called, tuple(map(_heading, table.columns)), rows, is_captioned=False)


def _heading(column: str) -> str:
    message = f"roster.column.{column}"
    return say(message) if is_known(message) else column.replace("_", " ")


def _told(cell: Cell) -> str:
    if cell is None:
        return ""
    if not isinstance(cell, str):
        return f"{cell:,}" if isinstance(cell, int) else str(cell)
    return SEVERAL.join(say(_WARNING + one) if is_known(_WARNING + one) else one for one in cell.split(SEVERAL))
