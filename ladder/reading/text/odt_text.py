"""The text of an ODT, letter for letter in the order of the document, as that of a DOCX is."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from lxml import etree

from ladder.reading.text.extracts import Extract
from ladder.reading.text.heading_lines import headings_in, with_level
from ladder.reading.text.limits import MOST_QUOTED, MOST_STRUCK
from ladder.reading.text.normalise import raise_figures
from ladder.reading.text.odt_styles import ListStyles, TextStyles
from ladder.reading.text.sheet_rows import print_row
from ladder.reading.text.zipped_xml import ZippedXml, attributes_of, local_name, to_number

_PARAGRAPHS = frozenset({"p", "h"})
_NOT_PRINTED = frozenset(
    (
        "tracked-changes",
        "annotation",
        "annotation-end",
        "forms",
        "sequence-decls",
        "variable-decls",
        "user-field-decls",
        "title",
        "desc",
        "ruby-text",
        "note-citation",
        "covered-table-cell",
        "image",
        "object",
        "object-ole",
        "plugin",
    )
)
_PRINTED_MARKS = {"tab": "\t", "line-break": "\n", "soft-page-break": "\f"}
_ROWS = frozenset({"table-header-rows", "table-row-group", "table-rows"})
_MOST_BLANKS = 100
_BLANKS = re.compile(r"[ \t\r\n]+")


class _List(NamedTuple):
    """A list that a paragraph stands in: its style, and how deep."""

    style: str
    depth: int


def read_odt_text(content: bytes) -> Extract:
    """Return the text: headers, the body, notes, footers, each header and footer once.

    A paragraph is a line, with the number or bullet of its list before it; a row of a
    table is a line, its cells parted by tabs, unless a cell has several lines. A text box
    follows its paragraph. What a revision deleted is left out; so are words struck out or
    hidden, which are told.

    Raises:
        UnfitDocumentError: the container is damaged or too large.

    """
    parts = ZippedXml(content)
    return _OdtText(parts.needed("content.xml"), parts.root("styles.xml")).read()


class _OdtText:
    def __init__(self, content: etree._Element, styles: etree._Element | None) -> None:
        roots = [root for root in (styles, content) if root is not None]
        self._content, self._pages = content, styles
        self._styles = TextStyles(roots)
        self._lists = ListStyles(roots)
        self._notes: list[etree._Element] = []
        self._struck: list[str] = []
        self._label = ""

    def read(self) -> Extract:
        body = [line for one in self._content.iter() if local_name(one) == "body" for line in self._lines(one)]
        notes = [line for note in self._notes for line in self._lines(note)]
        lines = [*self._around("header"), *body, *notes, *self._around("footer")]
        text = "\n".join(lines)
        struck = tuple(self._struck[:MOST_STRUCK])
        return Extract(text, paged="\f" in text, struck=struck, headings=tuple(headings_in(lines)))

    def _around(self, kind: str) -> list[str]:
        """Return the lines of the headers or footers of all pages, those with the same words once."""
        found = [one for one in (self._pages.iter() if self._pages is not None else ()) if local_name(one) == kind]
        texts = dict.fromkeys("\n".join(self._lines(one)) for one in found)
        return [text for text in texts if text.strip()]

    def _lines(self, block: etree._Element, within: _List | None = None) -> Iterator[str]:
        """Yield the lines of the paragraphs, lists and tables below an element."""
        for child in block:
            name = local_name(child)
            if name in _PARAGRAPHS:
                yield from self._paragraph(child)
            elif name == "list":
                yield from self._list(child, within)
            elif name == "table":
                yield from self._table(child)
            elif name == "section" and attributes_of(child).get("display") == "none":
                self._struck.append(" ".join(self._lines(child))[:MOST_QUOTED])
            elif name == "soft-page-break":
                self._label = "\f"
            elif name not in _NOT_PRINTED:
                yield from self._lines(child, within)

    def _paragraph(self, paragraph: etree._Element) -> Iterator[str]:
        boxes: list[etree._Element] = []
        said = attributes_of(paragraph)
        style = said.get("style-name", "")
        label, self._label = self._label, ""
        words = "".join(self._letters(paragraph, boxes))
        if self._styles.is_left_out("paragraph", style):
            self._strike(words)
            words = ""
        is_heading = local_name(paragraph) == "h"
        level = to_number(said.get("outline-level", ""), 1) if is_heading else self._styles.level_of(style)
        lines = (label + self._styles.shift_of("paragraph", style)(words)).split("\n")
        yield from with_level(lines, level)
        for box in boxes:
            yield from self._lines(box)

    def _list(self, element: etree._Element, within: _List | None) -> Iterator[str]:
        said = attributes_of(element)
        depth = within.depth + 1 if within else 1
        style = said.get("style-name", "") or (within.style if within else "")
        if within is None and said.get("continue-numbering") != "true" and "continue-list" not in said:
            self._lists.begin(style)
        elif within is not None:
            self._lists.begin_inner(style, depth)
        for item in element:
            if local_name(item) == "list-item":
                yield from self._item(item, _List(style, depth))
            else:
                yield from self._lines(item, _List(style, depth))

    def _item(self, item: etree._Element, within: _List) -> Iterator[str]:
        """Yield the lines of an item; one that only holds a deeper list has no number of its own."""
        first = next((local_name(child) for child in item if local_name(child) != "soft-page-break"), "")
        if first in _PARAGRAPHS:
            start = attributes_of(item).get("start-value", "")
            self._label += self._lists.label(within.style, within.depth, start=start)
        yield from self._lines(item, within)

    def _table(self, table: etree._Element) -> Iterator[str]:
        for row in _rows_below(table):
            cells = [[*self._lines(cell)] for cell in row if local_name(cell) == "table-cell"]
            yield from print_row([[line for line in cell if line.strip()] for cell in cells])

    def _letters(self, element: etree._Element, boxes: list[etree._Element]) -> Iterator[str]:
        """Yield what is printed of a paragraph; text boxes and notes in it are collected, to follow."""
        yield _evened(element.text)
        for child in element:
            yield from self._of_child(child, boxes)
            yield _evened(child.tail)

    def _of_child(self, child: etree._Element, boxes: list[etree._Element]) -> Iterator[str]:
        name, said = local_name(child), attributes_of(child)
        if name == "text-box":
            boxes.append(child)
        elif name == "note":
            yield self._note(child)
        elif name == "s":
            yield " " * min(to_number(said.get("c", ""), 1), _MOST_BLANKS)
        elif name in _PRINTED_MARKS:
            yield _PRINTED_MARKS[name]
        elif name == "span":
            yield self._span(child, said.get("style-name", ""), boxes)
        elif name and name not in _NOT_PRINTED:
            yield from self._letters(child, boxes)

    def _span(self, span: etree._Element, style: str, boxes: list[etree._Element]) -> str:
        words = "".join(self._letters(span, boxes))
        if self._styles.is_left_out("text", style):
            self._strike(words)
            return ""
        shift: Callable[[str], str] = self._styles.shift_of("text", style)
        return shift(words)

    def _note(self, note: etree._Element) -> str:
        """Return the raised mark of a note; its words follow the body."""
        parts = {local_name(part): part for part in note}
        if "note-body" in parts:
            self._notes.append(parts["note-body"])
        citation = parts.get("note-citation")
        return raise_figures(citation.text or "") if citation is not None else ""

    def _strike(self, words: str) -> None:
        if words.strip():
            self._struck.append(words[:MOST_QUOTED])


def _rows_below(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        if local_name(child) == "table-row":
            yield child
        elif local_name(child) in _ROWS:
            yield from _rows_below(child)


def _evened(text: str | None) -> str:
    """Return letters as they are shown: blanks and line ends of the file are one blank."""
    return _BLANKS.sub(" ", text or "")
