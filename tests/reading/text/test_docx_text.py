"""The words of a DOCX: everything that is printed, in order, and nothing that is not."""

import doctest
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from ladder.reading.text import docx_lists, docx_text, list_numbers
from ladder.reading.text.docx_text import read_docx_text
from ladder.reading.text.extracts import UnfitDocumentError
from tests.reading.text.making import bytes_of, docx_of, docx_with, replace_parts

W = nsdecls("w")
BOX = "<w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent>"
ALTERNATIVES = (
    f"<mc:AlternateContent><mc:Choice>{BOX}</mc:Choice><mc:Fallback>{BOX}</mc:Fallback></mc:AlternateContent>"
)
MATHEMATICS = "http://schemas.openxmlformats.org/officeDocument/2006/math"
FOOTNOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"


def paragraph(inner: str) -> str:
    return f"<w:p>{inner}</w:p>"


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def lines(content: bytes) -> list[str]:
    return read_docx_text(content).text.split("\n")


def test_paragraphs_and_tables_in_their_order() -> None:
    document = docx.Document()
    document.add_paragraph("before")
    table = document.add_table(rows=2, cols=2)
    for cell, words in zip(
        (cell for row in table.rows for cell in row.cells), ("Code", "0815", "Pay", "12"), strict=True
    ):
        cell.text = words
    document.add_paragraph("between")
    wide = document.add_table(rows=1, cols=2)
    wide.cell(0, 0).text = "first\nsecond"
    wide.cell(0, 1).add_table(rows=1, cols=1).cell(0, 0).text = "inner"
    document.add_paragraph("after")
    assert lines(bytes_of(document)) == [
        *("before", "Code\t0815", "Pay\t12", "between"),
        *("first", "second", "", "inner", ""),
        "after",
    ]


def test_headers_first_and_footers_last_each_once() -> None:
    document = docx.Document()
    document.add_paragraph("body")
    document.sections[0].header.paragraphs[0].text = "CITY OF ELSEWHERE"
    document.sections[0].footer.paragraphs[0].text = "Page 1"
    second = document.add_section()
    second.header.is_linked_to_previous = False
    second.header.paragraphs[0].text = "CITY OF ELSEWHERE"
    second.footer.is_linked_to_previous = False
    second.footer.paragraphs[0].text = "Page 2"
    assert [line for line in lines(bytes_of(document)) if line] == ["CITY OF ELSEWHERE", "body", "Page 1", "Page 2"]


def test_footnotes_follow_the_body() -> None:
    content = docx_with(paragraph(run("body")))
    with ZipFile(BytesIO(content)) as made:
        rels = made.read("word/_rels/document.xml.rels").decode()
        types = made.read("[Content_Types].xml").decode()
    note = f"<w:footnotes {W}><w:footnote>{paragraph(run('the note'))}</w:footnote></w:footnotes>"
    link = f'<Relationship Id="rId99" Type="{FOOTNOTES}" Target="footnotes.xml"/></Relationships>'
    content_type = '<Override PartName="/word/footnotes.xml" ContentType="application/xml"/></Types>'
    parts = {
        "word/footnotes.xml": note.encode(),
        "word/_rels/document.xml.rels": rels.replace("</Relationships>", link).encode(),
        "[Content_Types].xml": types.replace("</Types>", content_type).encode(),
    }
    assert lines(replace_parts(content, parts)) == ["body", "the note"]


@pytest.mark.parametrize(
    ("inner", "printed"),
    [
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:ptab/><w:t>c</w:t></w:r>", "a\tb\tc"),
        ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/><w:t>c</w:t></w:r>", "a\nb\nc"),
        ("<w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t><w:softHyphen/><w:t>t</w:t></w:r>", "co-opt"),
        (f"<w:ins>{run('put in')}</w:ins><w:del><w:r><w:delText>taken</w:delText></w:r></w:del>", "put in"),
        (f"<w:moveFrom>{run('here')}</w:moveFrom><w:moveTo>{run('there')}</w:moveTo>", "there"),
        (f"<w:hyperlink>{run('link')}</w:hyperlink>", "link"),
        (f"<w:sdt><w:sdtPr><w:t>x</w:t></w:sdtPr><w:sdtContent>{run('chosen')}</w:sdtContent></w:sdt>", "chosen"),
        (f"<w:fldSimple>{run('12')}</w:fldSimple>", "12"),
        ('<w:r><w:sym w:char="F0B7"/><w:sym w:char="zz"/><w:sym/><w:sym w:char="FFFFFFF"/></w:r>', "\uf0b7\uffff"),
        ("<m:oMath><m:r><m:t>1/2</m:t></m:r></m:oMath>", "1/2"),
        ("<w:r><w:t/></w:r>", ""),
        ("<!-- remark --><?hint x?>" + run("a"), "a"),
        (f"<w:r>{ALTERNATIVES}<w:t>words</w:t></w:r>", "words\nbox"),
    ],
)
def test_what_is_printed_of_a_paragraph(inner: str, printed: str) -> None:
    assert read_docx_text(docx_with(paragraph(inner))).text == printed


def test_content_controls_and_revisions_around_paragraphs_rows_and_cells() -> None:
    cell = f"<w:sdt><w:sdtContent><w:tc>{paragraph(run('cell'))}</w:tc></w:sdtContent></w:sdt>"
    gone = f"<w:del><w:tr><w:tc>{paragraph(run('gone'))}</w:tc></w:tr></w:del>"
    body = (
        f"<w:sdt><w:sdtContent>{paragraph(run('held'))}</w:sdtContent></w:sdt>"
        f"<w:moveFrom>{paragraph(run('moved'))}</w:moveFrom>"
        f"<w:tbl>{gone}<w:sdt><w:sdtContent><w:tr>{cell}</w:tr></w:sdtContent></w:sdt></w:tbl>"
    )
    assert lines(docx_with(body)) == ["held", "cell"]


@pytest.mark.parametrize("mark", ["<w:strike/>", '<w:dstrike w:val="1"/>', "<w:vanish/>"])
def test_words_struck_out_or_hidden_are_left_out_and_told(mark: str) -> None:
    extract = read_docx_text(docx_with(paragraph(run("two ", mark) + run("three", '<w:strike w:val="0"/>'))))
    assert (extract.text, extract.struck) == ("three", ("two ",))


def test_pages_are_those_that_word_found() -> None:
    body = paragraph(run("one")) + paragraph("<w:r><w:lastRenderedPageBreak/><w:t>two</w:t></w:r>")
    extract = read_docx_text(docx_with(body))
    assert (extract.text, extract.paged) == ("one\n\ftwo", True)
    assert not read_docx_text(docx_of("one")).paged


def test_entities_are_refused_and_never_resolved(monkeypatch: pytest.MonkeyPatch) -> None:
    before = '<!DOCTYPE x [<!ENTITY a "secret"><!ENTITY f SYSTEM "file:///etc/hostname">]>'
    content = docx_with(paragraph("<w:r><w:t>a&a;&f;</w:t></w:r>"), before=before)
    with pytest.raises(UnfitDocumentError, match="declares entities"):
        read_docx_text(content)
    monkeypatch.setattr(docx_text, "check_container", len)
    assert lines(content) == ["a"]


# ------------------------------------------------------------------ lists


def level(depth: int, form: str, words: str, *, start: int = 1, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{words}"/></w:lvl>'
    )


NUMBERING = f"""<w:numbering {W}>
<w:abstractNum w:abstractNumId="7">{level(0, "decimal", "%1.")}{level(1, "lowerLetter", "%2)")}
{level(2, "lowerRoman", "(%1%2%3)")}</w:abstractNum>
<w:abstractNum w:abstractNumId="8">{level(0, "bullet", "o")}{level(1, "none", "")}</w:abstractNum>
<w:abstractNum w:abstractNumId="9">{level(0, "upperLetter", "%1.", start=2)}
{level(1, "upperRoman", "%1-%2", more='<w:pStyle w:val="Route"/>')}</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="7"/>
<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride><w:lvlOverride w:ilvl="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="8"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="9"/></w:num>
</w:numbering>"""
STYLES = f"""<w:styles {W}>
<w:style w:styleId="Route"><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>
<w:style w:styleId="Nearly"><w:basedOn w:val="Route"/></w:style>
<w:style w:styleId="Deep"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>
<w:style w:styleId="Foreign"><w:pPr><w:numPr><w:numId w:val="77"/></w:numPr></w:pPr></w:style>
</w:styles>"""


def labels(*members: str) -> list[str]:
    numbers = docx_lists.ListNumbers([parse_xml(NUMBERING)], parse_xml(STYLES))
    return [numbers.label(parse_xml(f"<w:p {W}><w:pPr>{member}</w:pPr></w:p>")) for member in members]


def member(number: int | str, depth: int | str = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'


def styled(name: str) -> str:
    return f'<w:pStyle w:val="{name}"/>'


def test_numbers_and_letters_count_on_and_deeper_levels_begin_anew() -> None:
    asked = [member(1), member(1, 1), member(1, 1), member(1, 2), member(1), member(1, 1)]
    assert labels(*asked) == ["1. ", "a) ", "b) ", "(1bi) ", "2. ", "a) "]


def test_a_list_begun_anew_and_one_that_goes_on() -> None:
    assert labels(member(1), member(2), member(2), member(1)) == ["1. ", "1. ", "2. ", "3. "]


def test_a_deeper_level_without_the_one_above_shows_its_start() -> None:
    assert labels(member(4, 1), member(4), member(4), member(4, 1)) == ["B-I ", "B. ", "C. ", "C-I "]


def test_styles_name_lists_too() -> None:
    asked = ["Route", "Nearly", "Deep", "Loop", "Foreign", "Unknown"]
    assert labels(*map(styled, asked)) == ["B-I ", "B-II ", "a) ", "", "", ""]


def test_bullets_blanks_and_paragraphs_outside_lists() -> None:
    assert labels(member(3), member(3, 1), member(0), "", member(1, 8)) == ["\u2022 ", "", "", "", "1. "]


def test_damaged_numbers_end_nothing() -> None:
    assert labels(member(1, "x"), member("", ""), member(1, "99999999999"), member(1, 77)) == ["1. ", "", "2. ", "1. "]


@pytest.mark.parametrize(
    ("number", "form", "printed"),
    [(1994, "lowerRoman", "mcmxciv"), (27, "lowerLetter", "aa"), (0, "lowerLetter", "0"), (3, "chicago", "3")],
)
def test_numbers_in_the_forms_of_lists(number: int, form: str, printed: str) -> None:
    assert list_numbers.print_number(number, form) == printed


def test_lists_of_python_docx_have_their_numbers() -> None:
    document = docx.Document()
    for words, style in (("two years; or", "List Number"), ("a degree", "List Number"), ("files", "List Bullet")):
        document.add_paragraph(words, style=style)
    assert lines(bytes_of(document)) == ["1. two years; or", "2. a degree", "\u2022 files"]


def test_the_examples_of_the_module() -> None:
    assert doctest.testmod(list_numbers).failed == 0


@pytest.mark.parametrize(
    ("raised", "text"),
    [
        ('<w:vertAlign w:val="superscript"/>', "2\u00b9 years"),
        ('<w:vertAlign w:val="subscript"/>', "2\u2081 years"),
        ('<w:vertAlign w:val="baseline"/>', "21 years"),
        ("<w:vertAlign/>", "21 years"),
    ],
)
def test_raised_and_lowered_figures_join_no_figure_beside_them(raised: str, text: str) -> None:
    assert read_docx_text(docx_with(paragraph(run("2") + run("1", raised) + run(" years")))).text == text


def test_the_lines_set_as_headings_are_told_with_their_level() -> None:
    document = docx.Document()
    document.add_heading("Lamp Trimmer", 1)
    document.add_paragraph("Trims lamps.")
    document.add_heading("Lore\nof lamps", 2)
    document.add_paragraph("Oil.")
    own = '<w:p><w:pPr><w:outlineLvl w:val="2"/></w:pPr><w:r><w:t>one</w:t></w:r></w:p>'
    body = own.replace('w:val="2"', 'w:val="9"') + own

    assert read_docx_text(bytes_of(document)).headings == ((1, 1), (3, 2), (4, 2))
    assert read_docx_text(docx_with(body)).headings == ((2, 3),)


MATH = f'{W} xmlns:m="{MATHEMATICS}"'


def test_a_built_up_fraction_is_printed_with_a_stroke() -> None:
    part = "<m:{0}><m:r><m:t>{1}</m:t></m:r></m:{0}>"
    fraction = f"<m:oMath><m:f>{part.format('num', 1)}{part.format('den', 2)}</m:f></m:oMath>"
    document = docx.Document()
    document.element.body.insert(0, parse_xml(f"<w:p {MATH}>{fraction}</w:p>"))
    assert lines(bytes_of(document))[0] == "\u00b9/\u2082"


def test_a_reference_to_a_note_is_a_raised_figure() -> None:
    document = docx.Document()
    mark = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    document.element.body.insert(
        0, parse_xml(f"<w:p {W}><w:r><w:t>2</w:t></w:r>{mark}<w:r><w:t> years</w:t></w:r></w:p>")
    )
    assert lines(bytes_of(document))[0] == "2\u00b9 years"
