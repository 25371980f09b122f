"""The sheets of an XLSX as rows of cells, each as a reader of the sheet sees it.

A number is shown by the format of its cell, so that a code kept as 441 and shown as 0441
is 0441. Formulas give what was computed last. Words struck out are left out and told;
raised and lowered figures are set apart, as in every other kind of document.
"""

import re
from collections.abc import Iterator, Mapping
from posixpath import join, normpath

from lxml import etree

from ladder.reading.text.cell_formats import show_number
from ladder.reading.text.extracts import Extract, UnfitDocumentError
from ladder.reading.text.limits import MOST_QUOTED, MOST_STRUCK
from ladder.reading.text.normalise import lower_figures, raise_figures
from ladder.reading.text.sheet_rows import MOST_COLUMNS, Row, Sheet, pack_sheets, rows_of
from ladder.reading.text.zipped_xml import ZippedXml, attributes_of, local_name, to_number

_PLACE = re.compile("([A-Z]{1,3})([0-9]{1,7})")
_SHIFTS = {"superscript": raise_figures, "subscript": lower_figures}
_BUILT_IN = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    5: "$#,##0",
    6: "$#,##0",
    7: "$#,##0.00",
    8: "$#,##0.00",
    9: "0%",
    10: "0.00%",
    14: "m/d/yyyy",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    22: "m/d/yyyy h:mm",
    37: "#,##0",
    38: "#,##0",
    39: "#,##0.00",
    40: "#,##0.00",
    44: "$#,##0.00",
}
"""The formats that have a number and no text in the file, those that matter."""
_ALPHABET, _BEFORE_A = 26, ord("A") - 1


def read_xlsx(content: bytes) -> Extract:
    """Return the rows of the visible sheets, packed.

    Raises:
        UnfitDocumentError: the container is damaged or too large, or a sheet holds more
            rows or columns than a table of classes has.

    """
    book = _Workbook(ZippedXml(content))
    sheets = [sheet for sheet in book.sheets() if sheet.rows]
    if not sheets:
        message = "no sheet of it holds words"
        raise UnfitDocumentError(message)
    return Extract(pack_sheets(sheets), struck=tuple(book.struck[:MOST_STRUCK]), is_table=True)


class _Styles:
    """The formats of cells: how numbers are shown, which words are struck out, raised or lowered."""

    def __init__(self, root: etree._Element | None) -> None:
        parts = {local_name(part): part for part in (root if root is not None else ())}
        formats = (attributes_of(one) for one in parts.get("numFmts", ()))
        self._formats = _BUILT_IN | {
            to_number(one.get("numFmtId", ""), 0): one.get("formatCode", "") for one in formats
        }
        self._fonts = list(parts.get("fonts", ()))
        self._cells = [attributes_of(one) for one in parts.get("cellXfs", ())]

    def format_of(self, style: int) -> str:
        """Return the format of numbers of a style, empty for the general one."""
        return self._formats.get(to_number(self._of(style).get("numFmtId", ""), 0), "")

    def font_of(self, style: int) -> etree._Element | None:
        """Return the font of a style."""
        number = to_number(self._of(style).get("fontId", ""), 0)
        return self._fonts[number] if number < len(self._fonts) else None

    def _of(self, style: int) -> Mapping[str, str]:
        return self._cells[style] if style < len(self._cells) else {}


class _Workbook:
    def __init__(self, parts: ZippedXml) -> None:
        self._parts = parts
        self.struck: list[str] = []
        self._root = parts.needed("xl/workbook.xml")
        self._styles = _Styles(parts.root("xl/styles.xml"))
        strings = parts.root("xl/sharedStrings.xml")
        self._strings = [one for one in strings if local_name(one) == "si"] if strings is not None else []
        self._from_1904 = any(
            attributes_of(one).get("date1904") in {"1", "true"} for one in self._root if local_name(one) == "workbookPr"
        )

    def sheets(self) -> Iterator[Sheet]:
        links = self._parts.root("xl/_rels/workbook.xml.rels")
        targets = {
            one.get("Id", ""): one.get("Target", "") for one in map(attributes_of, links if links is not None else ())
        }
        for one in (one for group in self._root if local_name(group) == "sheets" for one in group):
            said = attributes_of(one)
            target = targets.get(said.get("id", ""), "")
            path = target.lstrip("/") if target.startswith("/") else normpath(join("xl", target))
            if said.get("state", "visible") != "visible":
                self.struck.append(f"the sheet {said.get('name', '')!r}, which is hidden")
            elif path.startswith("xl/worksheets/"):
                yield Sheet(said.get("name", ""), self._rows(self._parts.needed(path)))

    def _rows(self, sheet: etree._Element) -> tuple[Row, ...]:
        rows = (row for data in sheet if local_name(data) == "sheetData" for row in data if local_name(row) == "row")
        return rows_of(self._numbered(rows))

    def _numbered(self, rows: Iterator[etree._Element]) -> Iterator[tuple[int, list[str]]]:
        number = 0
        for row in rows:
            said = attributes_of(row)
            number = to_number(said.get("r", ""), number + 1)
            if said.get("hidden") in {"1", "true"}:
                self.struck.append(f"row {number}, which is hidden")
            else:
                yield number, self._cells(row)

    def _cells(self, row: etree._Element) -> list[str]:
        cells = list[str]()
        for cell in row:
            column = _column_of(attributes_of(cell).get("r", ""), len(cells))
            if column > MOST_COLUMNS:
                message = f"a row has more than {MOST_COLUMNS} columns"
                raise UnfitDocumentError(message)
            cells += [""] * (column - len(cells))
            cells.append(self._shown(cell))
        return cells

    def _shown(self, cell: etree._Element) -> str:
        said = attributes_of(cell)
        parts = {local_name(part): part for part in cell}
        style = to_number(said.get("s", ""), 0)
        value = parts["v"].text or "" if "v" in parts else ""
        match said.get("t", "n"):
            case "s":
                return self._words(self._string(value), style)
            case "inlineStr":
                return self._words(parts.get("is"), style)
            case "n":
                form = self._styles.format_of(style)
                return self._marked(show_number(value, form, from_1904=self._from_1904), self._styles.font_of(style))
            case "b":
                return "TRUE" if value == "1" else "FALSE"
            case _:
                return self._marked(value, self._styles.font_of(style))

    def _string(self, number: str) -> etree._Element | None:
        """Return a shared string by its number, or None where there is none of it."""
        place = to_number(number, len(self._strings))
        return self._strings[place] if place < len(self._strings) else None

    def _words(self, item: etree._Element | None, style: int) -> str:
        """Return the words of a text, run by run; a run without a font of its own has that of the cell."""
        return "".join(self._runs(item, self._styles.font_of(style))) if item is not None else ""

    def _runs(self, item: etree._Element, font: etree._Element | None) -> Iterator[str]:
        for part in item:
            if local_name(part) == "t":
                yield self._marked(part.text or "", font)
            elif local_name(part) == "r":
                inner = {local_name(one): one for one in part}
                words = inner["t"].text or "" if "t" in inner else ""
                yield self._marked(words, inner.get("rPr", font))

    def _marked(self, words: str, font: etree._Element | None) -> str:
        """Return words as their font sets them: none where they are struck out, figures raised or lowered."""
        marks = {local_name(one): attributes_of(one).get("val", "1") for one in (font if font is not None else ())}
        if words.strip() and marks.get("strike", "0") not in {"0", "false"}:
            self.struck.append(words[:MOST_QUOTED])
            return ""
        return _SHIFTS.get(marks.get("vertAlign", ""), str)(words)


def _column_of(place: str, following: int) -> int:
    """Return the number of a cell's column, counted from 0; of a cell that names none the one that follows."""
    found = _PLACE.fullmatch(place)
    if found is None:
        return following
    number = 0
    for letter in found[1]:
        number = number * _ALPHABET + ord(letter) - _BEFORE_A
    return max(number - 1, following)
