"""One specification in every format, as people and their programs write it."""

import csv
import json
from collections.abc import Callable, Mapping, Sequence
from html import escape
from io import BytesIO, StringIO
from textwrap import wrap
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from docx import Document as Word

from tests.reading.formats.specification import Section, Specification
from tests.reading.text.making import bytes_of, pdf_of_streams

_WIDE, _NARROW = 92, 44
_TOP, _LEADING = 740, 12
_LEFT, _RIGHT = 40, 320
_LINES_OF_COLUMN = 14

# ------------------------------------------------------------------ text


def text_of(spec: Specification) -> bytes:
    lines = [f"{label}: {value}" for label, value in spec.facts]
    for section in spec.sections:
        lines += ["", section.heading.upper(), ""]
        for line in section.printed():
            lines += wrap(line, 78, subsequent_indent="   " if section.is_list else "")
    return "\n".join([*lines, ""]).encode()


def markdown_of(spec: Specification) -> bytes:
    lines = [f"# {spec.title}", ""]
    lines += [f"**{label}:** {value}  " for label, value in spec.facts[1:]]
    for section in spec.sections:
        lines += ["", f"## {section.heading}", "", *_spaced(section)]
    return "\n".join([*lines, ""]).encode()


def front_matter_of(spec: Specification) -> bytes:
    lines = ["---", *(f'{label.lower().replace(" ", "_")}: "{value}"' for label, value in spec.facts), "---"]
    for section in spec.sections:
        lines += ["", f"## {section.heading}", "", *_spaced(section)]
    return "\n".join([*lines, ""]).encode()


def _spaced(section: Section) -> list[str]:
    return list(section.printed()) if section.is_list else "\n\n".join(section.lines).split("\n")


# ------------------------------------------------------------------ HTML


def html_list_of(spec: Specification) -> bytes:
    body = f"<h1>{escape(spec.title)}</h1>"
    body += "".join(f"<p><b>{escape(label)}:</b> {escape(value)}</p>" for label, value in spec.facts[1:])
    for section in spec.sections:
        body += f"<h2>{escape(section.heading)}</h2>{_html_body(section)}"
    return f"<!DOCTYPE html><html><head><title>County</title></head><body>{body}</body></html>".encode()


def _html_body(section: Section) -> str:
    if section.is_list:
        return f"<ol>{''.join(f'<li>{escape(line)}</li>' for line in section.lines)}</ol>"
    return "".join(f"<p>{escape(line)}</p>" for line in section.lines)


def html_table_of(spec: Specification) -> bytes:
    rows = "".join(f"<tr><th>{escape(label)}</th><td>{escape(value)}</td></tr>" for label, value in spec.facts)
    for section in spec.sections:
        rows += f"<tr><th>{escape(section.heading)}</th><td>{_html_body(section)}</td></tr>"
    return f"<!DOCTYPE html><html><body><table>{rows}</table></body></html>".encode()


# ------------------------------------------------------------------ DOCX


def docx_list_of(spec: Specification) -> bytes:
    word = Word()
    word.add_heading(spec.title, level=1)
    for label, value in spec.facts[1:]:
        word.add_paragraph(f"{label}: {value}")
    for section in spec.sections:
        word.add_heading(section.heading, level=2)
        for line in section.lines:
            word.add_paragraph(line, style="List Number" if section.is_list else None)
    return bytes_of(word)


def docx_table_of(spec: Specification) -> bytes:
    word = Word()
    table = word.add_table(rows=0, cols=2)
    for label, value in spec.facts:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = label, value
    for section in spec.sections:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = section.heading, section.lines[0]
        if section.is_list:
            cells[1].paragraphs[0].style = word.styles["List Number"]
        for line in section.lines[1:]:
            cells[1].add_paragraph(line, style="List Number" if section.is_list else None)
    return bytes_of(word)


# ------------------------------------------------------------------ PDF


def pdf_of(spec: Specification) -> bytes:
    return pdf_of_streams(*(_page([(_LEFT, _TOP, page)]) for page in _pages(_printed(spec, _WIDE), 55)))


def pdf_columns_of(spec: Specification, *, by_line: bool = False) -> bytes:
    """Return pages of two columns; ``by_line`` writes them line by line across both."""
    columns = _pages(_printed(spec, _NARROW), _LINES_OF_COLUMN)
    pages = [columns[first : first + 2] for first in range(0, len(columns), 2)]
    write = _by_line if by_line else _page
    return pdf_of_streams(
        *(write([(x, _TOP, lines) for x, lines in zip((_LEFT, _RIGHT), page, strict=False)]) for page in pages)
    )


def pdf_table_of(spec: Specification) -> bytes:
    """Return a page of a table, its labels in one column and its values, several lines each, in the other."""
    rows = [([label], [value]) for label, value in spec.facts]
    rows += [
        (wrap(section.heading, 22), [line for text in section.printed() for line in wrap(text, 62)])
        for section in spec.sections
    ]
    y, blocks = _TOP, list[tuple[int, int, list[str]]]()
    for label, value in rows:
        blocks += [(_LEFT, y, label), (190, y, value)]
        y -= (max(len(label), len(value)) + 1) * _LEADING
    return pdf_of_streams(_page(blocks))


def _printed(spec: Specification, width: int) -> list[str]:
    lines = [spec.title, *(f"{label}: {value}" for label, value in spec.facts[1:])]
    for section in spec.sections:
        lines += ["", section.heading.upper()]
        lines += [line for text in section.printed() for line in wrap(text, width)]
    return lines


def _pages(lines: list[str], length: int) -> list[list[str]]:
    return [lines[first : first + length] for first in range(0, len(lines), length)]


def _page(blocks: Sequence[tuple[int, int, Sequence[str]]]) -> bytes:
    return b"\n".join(
        b"BT /F1 9 Tf 1 0 0 1 %d %d Tm (%b) Tj ET" % (x, y - number * _LEADING, _shown(line))
        for x, y, lines in blocks
        for number, line in enumerate(lines)
        if line
    )


def _by_line(blocks: Sequence[tuple[int, int, Sequence[str]]]) -> bytes:
    most = max(len(lines) for _, _, lines in blocks)
    rows = [
        [(x, y - number * _LEADING, lines[number : number + 1]) for x, y, lines in blocks] for number in range(most)
    ]
    return b"\n".join(map(_page, rows))


def _shown(line: str) -> bytes:
    return line.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


# ------------------------------------------------------------------ ODT, RTF

_ODT_NAMES = "".join(
    f' xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{address}:1.0"'
    for prefix, address in {
        "office": "office",
        "text": "text",
        "style": "style",
        "table": "table",
        "fo": "xsl-fo-compatible",
        "draw": "drawing",
    }.items()
)
_ODT_LIST = (
    '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" '
    'style:num-suffix="."/></text:list-style>'
)


def odt_of(spec: Specification) -> bytes:
    body = f'<text:h text:outline-level="1">{escape(spec.title)}</text:h>'
    body += "".join(f"<text:p>{escape(label)}: {escape(value)}</text:p>" for label, value in spec.facts[1:])
    for section in spec.sections:
        body += f'<text:h text:outline-level="2">{escape(section.heading)}</text:h>'
        lines = [f"<text:p>{escape(line)}</text:p>" for line in section.lines]
        items = "".join(f"<text:list-item>{line}</text:list-item>" for line in lines)
        body += f'<text:list text:style-name="L1">{items}</text:list>' if section.is_list else "".join(lines)
    return odt_with(body, styles=_ODT_LIST)


def odt_with(body: str, *, styles: str = "", before: str = "") -> bytes:
    """Return an ODT whose text is this XML."""
    content = (
        f"<?xml version='1.0' encoding='UTF-8'?>{before}<office:document-content{_ODT_NAMES}>"
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as container:
        container.writestr("mimetype", "application/vnd.oasis.opendocument.text", ZIP_STORED)
        container.writestr("content.xml", content)
    return made.getvalue()


def rtf_of(spec: Specification) -> bytes:
    lines = [rf"\pard\plain\s1\outlinelevel0\b {_rtf(spec.title)}\par"]
    lines += [rf"\pard\plain {{\b {_rtf(label)}:}} {_rtf(value)}\par" for label, value in spec.facts[1:]]
    for section in spec.sections:
        lines.append(rf"\pard\plain\s2\outlinelevel1\b {_rtf(section.heading)}\par")
        for number, line in enumerate(section.lines, start=1):
            mark = rf"{{\listtext\pard\plain {number}.\tab}}\ls1\ilvl0 " if section.is_list else ""
            lines.append(rf"\pard\plain {mark}{_rtf(line)}\par")
    return rtf_with("\n".join(lines))


def rtf_with(body: str) -> bytes:
    """Return an RTF with this body."""
    head = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss Arial;}}{\colortbl;\red0\green0\blue0;}"
    styles = r"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}{\s2\outlinelevel1 heading 2;}}{\*\generator x;}"
    return f"{head}{styles}\n{body}\n}}".encode("cp1252")


def _rtf(text: str) -> str:
    marked = text.replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}")
    return "".join(letter if letter.isascii() else rf"\u{ord(letter)}?" for letter in marked)


# ------------------------------------------------------------------ tables


def _row_of(spec: Specification) -> tuple[list[str], list[str]]:
    names = [label for label, _ in spec.facts] + [one.heading for one in spec.sections]
    return names, [value for _, value in spec.facts] + ["\n".join(one.printed()) for one in spec.sections]


def csv_of(*specs: Specification) -> bytes:
    written = StringIO(newline="")
    csv.writer(written).writerows([_row_of(specs[0])[0], *(_row_of(one)[1] for one in specs)])
    return written.getvalue().encode()


def xlsx_of(*specs: Specification) -> bytes:
    return xlsx_with([_row_of(specs[0])[0], *(_row_of(one)[1] for one in specs)])


def xlsx_with(rows: Sequence[Sequence[str]], *, parts: Mapping[str, str] | None = None) -> bytes:
    """Return an XLSX of one sheet with these cells of text; ``parts`` are put in or exchanged."""
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    shown = "".join(
        f'<row r="{number}">'
        + "".join(
            f'<c r="{letters[place]}{number}" t="inlineStr"><is><t xml:space="preserve">{escape(cell)}</t></is></c>'
            for place, cell in enumerate(row)
        )
        + "</row>"
        for number, row in enumerate(rows, start=1)
    )
    return xlsx_of_parts({"xl/worksheets/sheet1.xml": sheet_xml(shown), **(parts or {})})


def sheet_xml(rows: str) -> str:
    """Return a sheet of these rows."""
    return f'<worksheet xmlns="{_SHEET}"><sheetData>{rows}</sheetData></worksheet>'


_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def xlsx_of_parts(parts: Mapping[str, str]) -> bytes:
    """Return an XLSX of one sheet, Classes, from its parts."""
    known = {
        "xl/workbook.xml": f'<workbook xmlns="{_SHEET}" xmlns:r="{_RELATIONS}"><sheets>'
        '<sheet name="Classes" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        f'relationships"><Relationship Id="rId1" Type="{_RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>'
        "</Relationships>",
    }
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as container:
        for name, part in {**known, **parts}.items():
            container.writestr(name, part)
    return made.getvalue()


def json_ld_of(spec: Specification) -> bytes:
    return json.dumps(posting_of(spec), indent=2).encode()


def json_of(*specs: Specification) -> bytes:
    return json.dumps([dict(zip(*_row_of(one), strict=True)) for one in specs], indent=1).encode()


def posting_of(spec: Specification) -> dict[str, object]:
    """Return the JobPosting of a specification."""
    return {"@context": "https://schema.org", "@type": "JobPosting", **dict(spec.posting)}


def hidden_posting_of(spec: Specification) -> bytes:
    """Return a page that shows nothing and holds a posting as data."""
    data = json.dumps(posting_of(spec)).replace("<", "\\u003c")
    return (
        "<!DOCTYPE html><html><head><title>Jobs</title>"
        f'<script type="application/ld+json">{data}</script></head>'
        "<body><noscript>Please enable scripts.</noscript><div id=root>Loading</div></body></html>"
    ).encode()


FORMATS: Mapping[str, Callable[[Specification], bytes]] = {
    "text.txt": text_of,
    "markdown.md": markdown_of,
    "list.html": html_list_of,
    "table.html": html_table_of,
    "list.docx": docx_list_of,
    "table.docx": docx_table_of,
    "page.pdf": pdf_of,
    "columns.pdf": pdf_columns_of,
    "text.odt": odt_of,
    "text.rtf": rtf_of,
    "row.xlsx": xlsx_of,
    "row.csv": csv_of,
    "posting.jsonld": json_ld_of,
}
"""The files of one specification that must give the same record, by their names."""

MORE_FORMATS: Mapping[str, Callable[[Specification], bytes]] = {
    "front-matter.md": front_matter_of,
    "columns-by-line.pdf": lambda spec: pdf_columns_of(spec, by_line=True),
    "table.pdf": pdf_table_of,
    "row.json": json_of,
    "hidden.html": hidden_posting_of,
}
"""More files of the same."""
