"""Sheets of an XLSX: what their cells show, what is hidden or struck out, and their bounds."""

import pytest

from ladder.reading.text.cell_formats import show_number
from ladder.reading.text.extracts import Extract, UnfitDocumentError
from ladder.reading.text.sheet_rows import MOST_COLUMNS, MOST_ROWS, Sheet, unpack_sheets
from ladder.reading.text.xlsx_rows import read_xlsx
from tests.reading.formats.making import sheet_xml, xlsx_of_parts, xlsx_with

STYLES = (
    '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0000"/></numFmts><fonts><font/><font><strike/></font>'
    '<font><vertAlign val="superscript"/></font></fonts><cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="164"/>'
    '<xf numFmtId="14"/><xf fontId="1"/><xf fontId="2"/><xf fontId="9"/></cellXfs></styleSheet>'
)


def read(rows: str, **parts: str) -> Extract:
    named = {"xl/" + name.replace("_xml", ".xml"): part for name, part in parts.items()}
    return read_xlsx(xlsx_of_parts({"xl/worksheets/sheet1.xml": sheet_xml(rows), "xl/styles.xml": STYLES, **named}))


def sheets(extract: Extract) -> tuple[Sheet, ...]:
    assert extract.is_table
    return unpack_sheets(extract.text)


def cells(rows: str, **parts: str) -> tuple[str, ...]:
    return sheets(read(rows, **parts))[0].rows[0].cells


def test_cells_are_what_they_show() -> None:
    row = (
        '<row r="3"><c r="B3" s="1"><v>441</v></c><c r="D3" s="2"><v>45292</v></c><c t="b"><v>1</v></c>'
        '<c t="b"><v>0</v></c><c t="str"><v>said</v></c><c t="e"><v>#N/A</v></c><c><f>1+1</f><v>2</v></c>'
        '<c t="s"><v>9</v></c><c s="77"/></row>'
    )
    (sheet,) = sheets(read(row))
    assert (sheet.name, sheet.rows[0].number) == ("Classes", 3)
    assert sheet.rows[0].cells == ("", "0441", "", "1/1/2024", "TRUE", "FALSE", "said", "#N/A", "2")


def test_words_are_read_run_by_run() -> None:
    strings = (
        "<sst><si><r><t>two</t></r><r><rPr><strike/></rPr><t> or three</t></r>"
        '<r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r><r/><phoneticPr/></si><si/></sst>'
    )
    extract = read(
        '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>x</v></c></row>', sharedStrings_xml=strings
    )
    assert sheets(extract)[0].rows[0].cells == ("two\xb9",)
    assert extract.struck == (" or three",)


def test_a_whole_cell_may_be_struck_out_or_raised() -> None:
    inline = '<c t="inlineStr" s="{}"><is><t>{}</t></is></c>'.format
    extract = read(
        f"<row>{inline(3, 'gone')}{inline(4, '2')}{inline(5, 'x')}<c t='inlineStr'/><c s='3'><v>7</v></c></row>"
    )
    assert sheets(extract)[0].rows[0].cells == ("", "\xb2", "x")
    assert extract.struck == ("gone", "7")


def test_hidden_rows_and_sheets_are_told() -> None:
    names = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    book = (
        f'<workbook {names}><workbookPr date1904="1"/><sheets><sheet name="Old" state="hidden" r:id="rId1"/>'
        '<sheet name="Chart" r:id="rId9"/><sheet name="New" r:id="rId1"/></sheets></workbook>'
    )
    rows = '<row hidden="1"><c><v>1</v></c></row><row><c s="2"><v>1</v></c></row>'
    extract = read(rows, workbook_xml=book)
    assert extract.struck == ("the sheet 'Old', which is hidden", "row 1, which is hidden")
    ((name, (row,)),) = sheets(extract)
    assert (name, row.number, row.cells) == ("New", 2, ("1/2/1904",))


def test_sheets_may_be_named_from_the_root() -> None:
    links = '<Relationships><Relationship Id="rId1" Target="/xl/worksheets/sheet1.xml"/></Relationships>'
    content = xlsx_with([["a", "b"]], parts={"xl/_rels/workbook.xml.rels": links})
    assert sheets(read_xlsx(content))[0].rows[0].cells == ("a", "b")


@pytest.mark.parametrize(
    ("rows", "what"),
    [
        ("", "no sheet of it holds words"),
        ('<row><c r="XFD1"><v>1</v></c></row>', f"more than {MOST_COLUMNS} columns"),
        ("<row>" + "<c><v>1</v></c>" * (MOST_COLUMNS + 1) + "</row>", f"more than {MOST_COLUMNS} columns"),
        ("<row><c><v>1</v></c></row>" * (MOST_ROWS + 1), f"more than {MOST_ROWS:,} rows"),
    ],
)
def test_what_is_no_table_of_classes_is_refused(rows: str, what: str) -> None:
    with pytest.raises(UnfitDocumentError, match=what):
        read(rows)


def test_a_sheet_that_only_claims_to_be_large_is_read() -> None:
    rows = '<row r="1"><c><v>1</v></c></row><row r="1048576" ht="9"><c r="A1048576"><v>2</v></c></row>'
    assert [row.number for row in sheets(read(rows))[0].rows] == [1, 1048576]


def test_a_workbook_without_its_parts_is_refused() -> None:
    links = '<Relationships><Relationship Id="rId1" Target="worksheets/none.xml"/></Relationships>'
    with pytest.raises(UnfitDocumentError, match=r"none\.xml is missing"):
        read("", **{"_rels/workbook_xml.rels": links})
    with pytest.raises(UnfitDocumentError, match="no sheet"):
        read("", **{"_rels/workbook_xml.rels": "<Relationships/>"})


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        ("1234.5", "#,##0.00", "1,234.50"),
        ("-1234.5", "#,##0.00;(#,##0.00)", "-1,234.50"),
        ("52000", "_($* #,##0_)", "$52,000"),
        ("52000", "[$$-409]#,##0", "$52,000"),
        ("31.4", '"$"0.00" per hour"', "$31.40 per hour"),
        ("0.055", "0.0%", "5.5%"),
        ("7", "00-000", "00-007"),
        ("1234567", "00-000", "1234-567"),
        ("7.5", "00-000", "7.5"),
        ("12000", "0.00E+00", "12000"),
        ("12000", "#,##0,", "12000"),
        ("12", '"fixed"', "12"),
        ("2", '0" of 10"', "2"),
        ("45292.75", "mmm yyyy", "1/1/2024"),
        ("-1", "m/d/yyyy", "-1"),
        ("1E999999", "0", "1E999999"),
        ("NaN", "0", "NaN"),
        ("1.50", "@", "1.5"),
    ],
)
def test_numbers_are_shown_by_their_formats(value: str, form: str, shown: str) -> None:
    assert show_number(value, form) == shown
