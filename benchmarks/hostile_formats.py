"""Files of every other format that nobody would write, for :mod:`benchmarks.bounds`: containers, RTF, tables, JSON.

Each is as large as is opened, or unpacks to more than is read, or says that it is larger
than it is.
"""

from collections.abc import Callable, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

_MB = 1_000_000
_TEXT = 1_990_000
_PART = 39 * _MB
_RTF = r"{\rtf1\ansi "

Made = tuple[str, Callable[[], str | bytes]]
"""The suffix of a file, and what makes what it holds."""


def _filled(unit: str, size: int, *, before: str = "", after: str = "") -> str:
    return before + unit * ((size - len(before) - len(after)) // len(unit)) + after


def _zip(parts: Mapping[str, str], *, first: tuple[str, str] | None = None) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as container:
        if first is not None:
            container.writestr(*first, ZIP_STORED)
        for name, part in parts.items():
            container.writestr(name, part)
    return made.getvalue()


def _odt(body: str, *, styles: str = "") -> bytes:
    known = ("office", "text", "style", "table")
    names = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in known)
    content = (
        f"<office:document-content {names}><office:automatic-styles>{styles}</office:automatic-styles><office:body>"
        f"<office:text>{body}</office:text></office:body></office:document-content>"
    )
    return _zip({"content.xml": content}, first=("mimetype", "application/vnd.oasis.opendocument.text"))


def _xlsx(sheet: str, *, strings: str = "<sst/>") -> bytes:
    links = '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>'
    book = '<workbook xmlns:r="x"><sheets><sheet name="a" r:id="rId1"/></sheets></workbook>'
    return _zip(
        {
            "xl/workbook.xml": book,
            "xl/_rels/workbook.xml.rels": links,
            "xl/sharedStrings.xml": strings,
            "xl/worksheets/sheet1.xml": f"<worksheet><sheetData>{sheet}</sheetData></worksheet>",
        }
    )


def _row(number: int, *cells: str) -> str:
    shown = "".join(f'<c t="str"><v>{cell}</v></c>' for cell in cells)
    return f'<row r="{number}">{shown}</row>'


_HEADER = _row(1, "Class Title", "Minimum Qualifications")
_CHAIN = "".join(
    f'<style:style style:name="s{n}" style:family="text" style:parent-style-name="s{n + 1}"/>' for n in range(50_000)
)

FORMATS: Mapping[str, Made] = {
    "RTF: groups opening": (".rtf", lambda: _filled("{", 20 * _MB, before=_RTF)),
    "RTF: groups in turn": (".rtf", lambda: _filled("{}", 20 * _MB, before=_RTF, after="x}")),
    "RTF: words of control": (".rtf", lambda: _filled(r"\b ", 20 * _MB, before=_RTF, after="x}")),
    "RTF: letters one by one": (".rtf", lambda: _filled(r"\'41", 5 * _MB, before=_RTF, after="}")),
    "RTF: letters said twice": (".rtf", lambda: _filled(r"\u65?", 5 * _MB, before=_RTF, after="}")),
    "RTF: paragraphs": (".rtf", lambda: _filled(r"x\par ", 5 * _MB, before=_RTF, after="}")),
    "RTF: cells that end no row": (".rtf", lambda: _filled(r"\intbl x\cell ", 5 * _MB, before=_RTF, after="}")),
    "RTF: words struck out": (".rtf", lambda: _filled(r"{\strike x}", 5 * _MB, before=_RTF, after="y}")),
    "RTF: notes": (".rtf", lambda: _filled(r"{\footnote x}", 5 * _MB, before=_RTF, after="y}")),
    "RTF: a picture": (".rtf", lambda: _filled("ab\n", 45 * _MB, before=_RTF + r"{\pict ", after="}x}")),
    "RTF: a number without end": (".rtf", lambda: _filled("9", 5 * _MB, before=_RTF + r"\u", after="}")),
    "RTF: bytes that are not there": (".rtf", lambda: _RTF + r"\bin2147483647 x}"),
    "ODT: a part that unpacks to more": (".odt", lambda: _odt(_filled("<text:p/>", 60 * _MB))),
    "ODT: paragraphs": (".odt", lambda: _odt(_filled("<text:p>x</text:p>", _PART))),
    "ODT: elements in elements": (".odt", lambda: _odt("<text:section>" * 200_000)),
    "ODT: one long text": (".odt", lambda: _odt(f"<text:p>{'x' * (_PART - 100)}</text:p>")),
    "ODT: blanks that are counted": (".odt", lambda: _odt('<text:p>x<text:s text:c="999999999"/>y</text:p>' * 9_000)),
    "ODT: styles based on styles": (
        ".odt",
        lambda: _odt('<text:p><text:span text:style-name="s0">x</text:span></text:p>' * 50_000, styles=_CHAIN),
    ),
    "ODT: lists in lists": (".odt", lambda: _odt("<text:list><text:list-item>" * 120 + "<text:p>x</text:p>")),
    "ODT: list items": (".odt", lambda: _odt(_filled("<text:list-item><text:p>x</text:p></text:list-item>", _PART))),
    "XLSX: a part that unpacks to more": (".xlsx", lambda: _xlsx(_filled("<row/>", 60 * _MB))),
    "XLSX: rows without cells": (".xlsx", lambda: _xlsx(_filled("<row/>", _PART))),
    "XLSX: a million rows": (".xlsx", lambda: _xlsx(_HEADER + "".join(map(_row, range(2, 1_000_000))))),
    "XLSX: a row that claims to be the last": (".xlsx", lambda: _xlsx(_HEADER + _row(1_048_576, "a", "b"))),
    "XLSX: shared strings": (".xlsx", lambda: _xlsx(_HEADER, strings=_filled("<si><t>x</t></si>", _PART))),
    "XLSX: cells of one row": (".xlsx", lambda: _xlsx("<row>" + "<c><v>1</v></c>" * 500_000 + "</row>")),
    "Markdown: marks of emphasis": (".md", lambda: _filled("*a _b ", _TEXT)),
    "Markdown: stars": (".md", lambda: _filled("*", 900_000, after="\nx")),
    "Markdown: links opening": (".md", lambda: _filled("[a](", 900_000, after="\nx")),
    "Markdown: comments opening": (".md", lambda: _filled("<!-- ", _TEXT)),
    "Markdown: rows of a table": (".md", lambda: _filled("|a|b|\n|-|-|\n", _TEXT)),
    "Markdown: bars": (".md", lambda: _filled("|", 900_000, after="\nx")),
    "Markdown: words struck out": (".md", lambda: _filled("~~x~~ ", _TEXT)),
    "Markdown: headings": (".md", lambda: _filled("# Minimum Qualifications\n", _TEXT)),
    "Markdown: front matter": (".md", lambda: _filled("a: b\n", _TEXT, before="---\n", after="---\n")),
    "JSON: lists opening": (".json", lambda: "[" * _TEXT),
    "JSON: objects in objects": (".json", lambda: '{"a":' * 400_000),
    "JSON: one long number": (".json", lambda: '[{"title": ' + "9" * (_TEXT - 20) + "}]"),
    "JSON: names of their own": (".json", lambda: "[" + ",".join(f'{{"a{n}":1}}' for n in range(150_000)) + "]"),
    "JSON: marks of HTML": (".json", lambda: "[" + ",".join(['{"title":"<p>"}'] * 120_000) + "]"),
}
"""Files of one text, and tables that are refused."""

_CLAUSE = "Two years of experience as a Clerk or Typist"

TABLES: Mapping[str, Made] = {
    "CSV: rows": (".csv", lambda: "Title,Experience\n" + "Clerk,One year\n" * 3_900),
    "CSV: more rows than are read": (".csv", lambda: _filled("a,b\n", _TEXT)),
    "CSV: rows of clauses": (".csv", lambda: "Title,Experience\n" + f"Clerk,{_CLAUSE * 10}\n" * 3_900),
    "CSV: cells of a row": (".csv", lambda: _filled(",", _TEXT)),
    "CSV: a quote without end": (".csv", lambda: _filled("a,b\n", _TEXT, before='Title,Experience\n"')),
    "CSV: one long cell": (".csv", lambda: _filled(_CLAUSE, 900_000, before="Title,Experience\nClerk,")),
    "CSV: headings in a cell": (
        ".csv",
        lambda: _filled("Minimum Qualifications\n", _TEXT, before='Title,Experience\nClerk,"', after='"'),
    ),
    "CSV: columns of qualifications": (
        ".csv",
        lambda: ",".join(["Title", *["Experience"] * 190]) + "\n" + ("Clerk" + f",{_CLAUSE}" * 190 + "\n") * 200,
    ),
    "XLSX: rows of clauses": (
        ".xlsx",
        lambda: _xlsx(_HEADER + "".join(_row(n, f"Clerk {n}", _CLAUSE * 10) for n in range(2, 3_900))),
    ),
    "JSON: classes": (
        ".json",
        lambda: "[" + ",".join(f'{{"title":"Clerk {n}","experience":"{_CLAUSE}"}}' for n in range(3_900)) + "]",
    ),
}
"""Tables of as many classes as are read: their cost is that of so many documents."""
