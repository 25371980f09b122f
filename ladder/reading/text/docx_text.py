"""The text of a DOCX, letter for letter in the order of the document.

python-docx opens the container and finds its parts. The text is gathered from their
elements here, since its own ``text`` leaves out content controls, inserted passages,
text boxes, notes, and the numbers of lists.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from io import BytesIO

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part, XmlPart
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

from ladder.reading.text.containers import check_container
from ladder.reading.text.docx_lists import ListNumbers
from ladder.reading.text.docx_shifts import CharacterShifts
from ladder.reading.text.extracts import Extract
from ladder.reading.text.heading_lines import headings_in, with_level
from ladder.reading.text.limits import MOST_QUOTED, MOST_STRUCK
from ladder.reading.text.normalise import lower_figures, raise_figures
from ladder.reading.text.sheet_rows import print_row

_PARAGRAPH, _TABLE, _ROW, _CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
_RUN, _RUN_PROPERTIES = qn("w:r"), qn("w:rPr")
_PARAGRAPH_PROPERTIES, _STYLE, _OUTLINE_LEVEL = qn("w:pPr"), qn("w:pStyle"), qn("w:outlineLvl")
_OUTLINE_LEVELS = tuple("012345")
_SYMBOL, _TEXT_BOX = qn("w:sym"), qn("w:txbxContent")
_STRUCK = (qn("w:strike"), qn("w:dstrike"), qn("w:vanish"))
_NOTE_REFERENCES = {qn("w:footnoteReference"), qn("w:endnoteReference")}
_FRACTION, _ABOVE, _BELOW, _EXPONENT, _INDEX = qn("m:f"), qn("m:num"), qn("m:den"), qn("m:sup"), qn("m:sub")
_MATHEMATICS: Mapping[str, Callable[[str], str]] = {
    _ABOVE: raise_figures,
    _EXPONENT: raise_figures,
    _BELOW: lower_figures,
    _INDEX: lower_figures,
}
_OFF = {"0", "false", "off"}
_TEXTS = {qn("w:t"), qn("m:t")}
_PRINTED_MARKS = {
    qn("w:tab"): "\t",
    qn("w:ptab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "-",
    qn("w:lastRenderedPageBreak"): "\f",
}
_NOT_PRINTED = {
    qn("w:pPr"),
    qn("w:rPr"),
    qn("w:sdtPr"),
    qn("w:del"),
    qn("w:moveFrom"),
    # What an older program shows instead of the choice before it.
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}
_LARGEST_CODE_POINT = 0xFFFF
_CODE_POINT = re.compile("[0-9A-Fa-f]{1,8}")


def read_docx_text(content: bytes) -> Extract:
    """Return the text: headers, the body, notes, footers, each header and footer once.

    A paragraph is a line, with the number or bullet of its list before it; a row of a
    table is a line, its cells parted by tabs, unless a cell has several lines: then each
    of them is a line. A text box follows its paragraph. Pages are those that Word found
    when it saved the file last. What a
    revision deleted is left out; so are words struck out or hidden, which are told.

    Raises:
        UnfitDocumentError: the container is damaged or too large.

    """
    check_container(content)
    document = Document(BytesIO(content))
    return _WordText(document.part, document.styles.element).read(document.element.body)


class _WordText:
    """The printed words of one document, and those struck out in it."""

    def __init__(self, part: Part, styles: BaseOxmlElement) -> None:
        self._part = part
        self._numbers = ListNumbers(self._roots(RELATIONSHIP_TYPE.NUMBERING), styles)
        self._shifts = CharacterShifts(styles)
        self._styles = {style.get(qn("w:styleId"), ""): style for style in styles.iter(qn("w:style"))}
        self._struck: list[str] = []
        self._references = 0

    def read(self, body: BaseOxmlElement) -> Extract:
        lines = [
            *self._lines_of_parts(RELATIONSHIP_TYPE.HEADER),
            *self._lines(body),
            *self._lines_of_parts(RELATIONSHIP_TYPE.FOOTNOTES, RELATIONSHIP_TYPE.ENDNOTES),
            *self._lines_of_parts(RELATIONSHIP_TYPE.FOOTER),
        ]
        text = "\n".join(lines)
        struck = tuple(self._struck[:MOST_STRUCK])
        return Extract(text, paged="\f" in text, struck=struck, headings=tuple(headings_in(lines)))

    def _roots(self, *kinds: str) -> list[BaseOxmlElement]:
        """Return the roots of the parts of these kinds that belong to the document, in order of name."""
        related = [rel.target_part for rel in self._part.rels.values() if rel.reltype in kinds and not rel.is_external]
        ordered = sorted(related, key=lambda one: str(one.partname))
        return [one.element if isinstance(one, XmlPart) else parse_xml(one.blob) for one in ordered]

    def _lines_of_parts(self, *kinds: str) -> list[str]:
        """Return the lines of the parts of these kinds, those with the same words once."""
        texts = dict.fromkeys("\n".join(self._lines(root)) for root in self._roots(*kinds))
        return [text for text in texts if text.strip()]

    def _lines(self, block: BaseOxmlElement) -> Iterator[str]:
        """Yield the lines of the paragraphs and tables below an element."""
        for child in block:
            if child.tag == _PARAGRAPH:
                yield from self._paragraph_lines(child)
            elif child.tag == _TABLE:
                yield from self._table_lines(child)
            elif child.tag not in _NOT_PRINTED:
                yield from self._lines(child)

    def _paragraph_lines(self, paragraph: BaseOxmlElement) -> Iterator[str]:
        boxes: list[BaseOxmlElement] = []
        text = "".join(self._letters(paragraph, boxes))
        lines = (self._numbers.label(paragraph) + text).split("\n")
        level = self._level_of(paragraph)
        yield from with_level(lines, level)
        for box in boxes:
            yield from self._lines(box)

    def _level_of(self, paragraph: BaseOxmlElement) -> int:
        """Return the level of the heading that a paragraph is set as, by itself or by its style; 0 where it is none."""
        properties = paragraph.find(_PARAGRAPH_PROPERTIES)
        named = properties.find(_STYLE) if properties is not None else None
        style = self._styles.get(named.get(qn("w:val"), "")) if named is not None else None
        for element in (properties, style.find(_PARAGRAPH_PROPERTIES) if style is not None else None):
            outline = element.find(_OUTLINE_LEVEL) if element is not None else None
            value = outline.get(qn("w:val"), "") if outline is not None else ""
            if value in _OUTLINE_LEVELS:
                return _OUTLINE_LEVELS.index(value) + 1
        return 0

    def _table_lines(self, table: BaseOxmlElement) -> Iterator[str]:
        for row in _nearest(table, _ROW):
            yield from print_row([list(self._lines(cell)) for cell in _nearest(row, _CELL)])

    def _letters(self, element: Iterable[BaseOxmlElement], boxes: list[BaseOxmlElement]) -> Iterator[str]:
        """Yield what is printed of a paragraph; the text boxes in it are collected, to follow it."""
        for child in element:
            if child.tag == _TEXT_BOX:
                boxes.append(child)
            elif _is_struck(child):
                self._struck.append("".join(self._letters(child, boxes))[:MOST_QUOTED])
            elif child.tag == _FRACTION:
                yield "/".join("".join(self._letters([part], boxes)) for part in child if part.tag in _MATHEMATICS)
            elif child.tag not in _NOT_PRINTED:
                yield self._mark(child)
                shift = _MATHEMATICS.get(child.tag) or self._shifts.of_run(child)
                yield from map(shift, self._letters(child, boxes))

    def _mark(self, element: BaseOxmlElement) -> str:
        """Return what an element prints of itself: its letters, a mark, the number of a note, or nothing."""
        if element.tag in _TEXTS:
            return element.text or ""
        if element.tag in _NOTE_REFERENCES:
            self._references += 1
            return raise_figures(str(self._references))
        if element.tag == _SYMBOL:
            return _symbol(element.get(qn("w:char"), ""))
        return _PRINTED_MARKS.get(element.tag, "")


def _is_struck(element: BaseOxmlElement) -> bool:
    """Return whether a run is struck out or hidden."""
    properties = element.find(_RUN_PROPERTIES) if element.tag == _RUN else None
    if properties is None:
        return False
    marks = (properties.find(mark) for mark in _STRUCK)
    return any(mark is not None and mark.get(qn("w:val"), "1") not in _OFF for mark in marks)


def _symbol(code: str) -> str:
    return chr(min(int(code, base=16), _LARGEST_CODE_POINT)) if _CODE_POINT.fullmatch(code) else ""


def _nearest(element: BaseOxmlElement, tag: str) -> Iterable[BaseOxmlElement]:
    """Yield the nearest elements of a kind below an element, through content controls and revisions."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag not in _NOT_PRINTED:
            yield from _nearest(child, tag)
