"""Tables as a workbook (XLSX): text is text, whatever it begins with, and a number is a number.

It is written here, by the standard library alone, so that no row of it ever stands in a
temporary file, and that it is the same to the byte on every run.
"""

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, tostring
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

if TYPE_CHECKING:
    from ladder.answer_tables import Cell, Table

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_LINK_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NAME_ILLEGAL = re.compile(r"[\[\]:*?/\\]")
_LONGEST_NAME, _LONGEST_CELL = 31, 32_767
_TEXT_STYLE, _TEXT_FORMAT = "1", "49"
_DATED = (1980, 1, 1, 0, 0, 0)


def print_workbook(tables: "Mapping[str, Table]") -> bytes:
    """Return the tables as a workbook, a sheet each, the names of the columns in its first row."""
    content = io.BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as book:
        for name, part in _parts(tables):
            book.writestr(ZipInfo(name, _DATED), part, ZIP_DEFLATED)
    return content.getvalue()


def _parts(tables: "Mapping[str, Table]") -> Iterator[tuple[str, bytes]]:
    numbers = range(1, len(tables) + 1)
    sheets = [f"xl/worksheets/sheet{number}.xml" for number in numbers]
    yield "[Content_Types].xml", _content_types(sheets)
    yield "_rels/.rels", _links([("xl/workbook.xml", "officeDocument")])
    yield "xl/workbook.xml", _workbook(list(tables))
    links = [*((f"worksheets/sheet{number}.xml", "worksheet") for number in numbers), ("styles.xml", "styles")]
    yield "xl/_rels/workbook.xml.rels", _links(links)
    yield "xl/styles.xml", _styles()
    for name, table in zip(sheets, tables.values(), strict=True):
        yield name, _sheet(table)


def _content_types(sheets: Sequence[str]) -> bytes:
    root = Element("Types", xmlns=_TYPES)
    SubElement(
        root, "Default", Extension="rels", ContentType="application/vnd.openxmlformats-package.relationships+xml"
    )
    kinds = [("xl/workbook.xml", "sheet.main"), ("xl/styles.xml", "styles"), *((one, "worksheet") for one in sheets)]
    for name, kind in kinds:
        SubElement(root, "Override", PartName=f"/{name}", ContentType=f"{_SHEET_TYPE}.{kind}+xml")
    return _printed(root)


def _links(targets: Sequence[tuple[str, str]]) -> bytes:
    root = Element("Relationships", xmlns=_LINKS)
    for number, (target, kind) in enumerate(targets, 1):
        SubElement(root, "Relationship", Id=f"rId{number}", Type=f"{_OFFICE}/{kind}", Target=target)
    return _printed(root)


def _workbook(names: Sequence[str]) -> bytes:
    root = Element("workbook", {"xmlns": _MAIN, "xmlns:r": _OFFICE})
    sheets = SubElement(root, "sheets")
    for number, name in enumerate(names, 1):
        told = _NAME_ILLEGAL.sub(" ", name)[:_LONGEST_NAME]
        SubElement(sheets, "sheet", {"name": told, "sheetId": str(number), "r:id": f"rId{number}"})
    return _printed(root)


def _styles() -> bytes:
    """Return the style of plain cells, and that of text, which a spreadsheet takes for nothing else."""
    root = Element("styleSheet", xmlns=_MAIN)
    SubElement(SubElement(root, "fonts", count="1"), "font")
    fills = SubElement(root, "fills", count="2")
    for pattern in ("none", "gray125"):
        SubElement(SubElement(fills, "fill"), "patternFill", patternType=pattern)
    SubElement(SubElement(root, "borders", count="1"), "border")
    SubElement(SubElement(root, "cellStyleXfs", count="1"), "xf", numFmtId="0")
    cells = SubElement(root, "cellXfs", count="2")
    SubElement(cells, "xf", numFmtId="0", xfId="0")
    SubElement(cells, "xf", numFmtId=_TEXT_FORMAT, xfId="0", quotePrefix="1", applyNumberFormat="1")
    SubElement(SubElement(root, "cellStyles", count="1"), "cellStyle", name="Normal", xfId="0", builtinId="0")
    return _printed(root)


def _sheet(table: "Table") -> bytes:
    begin, end = _printed(_empty_sheet()).split(b"<sheetData />")
    rows = [b"<sheetData>", *(_row(row) for row in (table.columns, *table.rows)), b"</sheetData>"]
    return b"".join((begin, *rows, end))


def _empty_sheet() -> Element:
    root = Element("worksheet", xmlns=_MAIN)
    SubElement(root, "sheetData")
    return root


def _row(cells: "Sequence[Cell]") -> bytes:
    row = Element("row")
    for cell in cells:
        _add_cell(row, cell)
    return tostring(row)


def _add_cell(row: Element, cell: "Cell") -> None:
    if cell is None:
        SubElement(row, "c")
    elif isinstance(cell, int | Decimal):
        SubElement(SubElement(row, "c"), "v").text = f"{cell:f}" if isinstance(cell, Decimal) else str(cell)
    else:
        text = SubElement(SubElement(SubElement(row, "c", t="inlineStr", s=_TEXT_STYLE), "is"), "t")
        text.text = _ILLEGAL.sub("\ufffd", cell)[:_LONGEST_CELL]
        text.set("xml:space", "preserve")


def _printed(root: Element) -> bytes:
    printed: bytes = tostring(root, encoding="UTF-8", xml_declaration=True)
    return printed
