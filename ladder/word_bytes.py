"""A Word document (DOCX): headings, lists, real tables with header rows, pictures with alternative text.

Nobody's name is in it, nor the day on which it was made: the same blocks give the same
bytes.
"""

import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from ladder.errors import BadCallError

_DATED = (1980, 1, 1, 0, 0, 0)
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_PIXELS_AN_INCH = 96
_WIDEST, _TALLEST = 6.5, 8.5
"""Inches of the largest picture."""
_LEAST_LETTERS, _SHORT_SENTENCE, _BESIDE = 7, 30, 2
"""Letters of the narrowest column, those from which on a cell makes its column no wider, and the room beside a word."""
_MOST_UPRIGHT = 7
"""Columns of a table that an upright page holds."""


class ParagraphStyle(StrEnum):
    """What a paragraph is, by the names that Word has for it."""

    TEXT = "Normal"
    BULLET = "List Bullet"
    INNER_BULLET = "List Bullet 2"
    DETAIL = "List Continue"


class Run(NamedTuple):
    """Words of a paragraph, bold or not."""

    text: str
    is_bold: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 9."""

    text: str
    level: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or an item of a list; one that ``leads`` stays on the page of what it leads to."""

    runs: tuple[Run, ...]
    style: ParagraphStyle = ParagraphStyle.TEXT
    leads: bool = False


@dataclass(frozen=True, slots=True)
class Rows:
    """A table: its caption, the headings of its columns, its rows; the first cell of a row names it.

    A caption that only says what the heading above says is not shown: it is for those who
    hear the table.
    """

    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    is_captioned: bool = True


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: PNG and SVG, the words that stand for it, and its size in pixels of a page."""

    png: bytes
    svg: bytes
    told: str
    width: int
    height: int


Block = Heading | Paragraph | Rows | Picture


def print_word(title: str, blocks: Sequence[Block]) -> bytes:
    """Return the document; a table of more than seven columns lays its pages on their side.

    Raises:
        BadCallError: python-docx is not installed.

    """
    try:
        import docx  # noqa: PLC0415 - it may not be there
    except ImportError:
        raise BadCallError(
            what="Word files need python-docx, which is not installed", try_this="pip install 'career-ladder[word]'"
        ) from None
    document = docx.Document()
    told = document.core_properties
    told.title, told.author, told.last_modified_by, told.comments = _legal(title)[:255], "", "", ""
    if any(isinstance(one, Rows) and len(one.headings) > _MOST_UPRIGHT for one in blocks):
        _lay_on_side(document.sections[0])
    for one in blocks:
        _add(document, one)
    content = io.BytesIO()
    document.save(content)
    return _undated(content)


def _lay_on_side(section: Any) -> None:  # noqa: ANN401 - python-docx has no types
    from docx.enum.section import WD_ORIENT  # noqa: PLC0415 - as above

    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    section.left_margin = section.right_margin = section.top_margin


def _add(document: Any, block: Block) -> None:  # noqa: ANN401
    match block:
        case Heading():
            document.add_heading(_legal(block.text), block.level)
        case Paragraph():
            _add_paragraph(document, block)
        case Rows():
            _add_table(document, block)
        case _:
            _add_picture(document, block)


def _add_paragraph(document: Any, block: Paragraph) -> None:  # noqa: ANN401
    paragraph = document.add_paragraph(style=block.style.value)
    if block.leads:
        paragraph.paragraph_format.keep_with_next = True
        paragraph.paragraph_format.space_after = 0
    _add_runs(paragraph, block.runs)


def _add_runs(paragraph: Any, runs: Iterable[Run]) -> None:  # noqa: ANN401
    for run in runs:
        paragraph.add_run(_legal(run.text)).bold = run.is_bold or None


def _add_table(document: Any, block: Rows) -> None:  # noqa: ANN401
    if block.caption and block.is_captioned:
        document.add_paragraph(_legal(block.caption), style="Caption").paragraph_format.keep_with_next = True
    table = document.add_table(rows=1, cols=len(block.headings), style="Table Grid")
    _describe(table, _legal(block.caption))
    _fill(table.rows[0], [(heading, True) for heading in block.headings])
    _mark(table.rows[0], "w:tblHeader")
    for row in block.rows:
        _fill(table.add_row(), [(cell, place == 0) for place, cell in enumerate(row)])
    section = document.sections[0]
    widths = _widths(block, section.page_width - section.left_margin - section.right_margin)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row in table.rows:
        _mark(row, "w:cantSplit")
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width
    document.add_paragraph()


def _widths(block: Rows, room: int) -> list[int]:
    """Return how wide each column is: by its longest word, and by its longest cell up to that of a short sentence."""
    columns = zip(block.headings, *block.rows, strict=True)
    weights = [max(_LEAST_LETTERS, *(_letters(cell) for cell in column)) for column in columns]
    return [room * weight // sum(weights) for weight in weights]


def _letters(cell: str) -> int:
    longest = max(map(len, cell.split()), default=0)
    return max(longest + _BESIDE, min(len(cell), _SHORT_SENTENCE))


def _fill(row: Any, cells: Iterable[tuple[str, bool]]) -> None:  # noqa: ANN401
    for cell, (text, is_bold) in zip(row.cells, cells, strict=True):
        _add_runs(cell.paragraphs[0], [Run(text, is_bold)])


def _describe(table: Any, caption: str) -> None:  # noqa: ANN401
    """Name the table for those who hear it; its first row and first column head the others."""
    _add_element(table._tbl.tblPr, "w:tblCaption", {"w:val": caption})  # noqa: SLF001 - python-docx has no other way


def _mark(row: Any, name: str) -> None:  # noqa: ANN401
    _add_element(row._tr.get_or_add_trPr(), name, {})  # noqa: SLF001 - as above


def _add_element(parent: Any, name: str, values: dict[str, str]) -> None:  # noqa: ANN401
    from docx.oxml import OxmlElement  # noqa: PLC0415 - as above
    from docx.oxml.ns import qn  # noqa: PLC0415

    element = OxmlElement(name)
    for key, value in values.items():
        element.set(qn(key), value)
    parent.append(element)


def _add_picture(document: Any, block: Picture) -> None:  # noqa: ANN401
    from docx.shared import Inches  # noqa: PLC0415 - as above

    width, height = block.width / _PIXELS_AN_INCH, block.height / _PIXELS_AN_INCH
    share = min(1.0, _WIDEST / width, _TALLEST / height)
    shape = document.add_picture(io.BytesIO(block.png), width=Inches(width * share))
    shape._inline.docPr.set("descr", _legal(block.told))  # noqa: SLF001 - as above


def _legal(text: str) -> str:
    return _ILLEGAL.sub("\ufffd", text)


def _undated(content: io.BytesIO) -> bytes:
    """Return the document with the same date on each of its parts."""
    plain = io.BytesIO()
    with ZipFile(content) as dated, ZipFile(plain, "w", ZIP_DEFLATED) as undated:
        for name in dated.namelist():
            undated.writestr(ZipInfo(name, _DATED), dated.read(name), ZIP_DEFLATED)
    return plain.getvalue()
