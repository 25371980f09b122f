"""Figures above and below the line in every kind of document: no mark of a footnote joins a figure, fractions stay."""

import doctest
from collections.abc import Sequence
from types import ModuleType

import pytest

from ladder.reading.class_rows import documents_of_rows
from ladder.reading.documents import read_document
from ladder.reading.doubts import FOOTNOTE_UNREAD
from ladder.reading.passages import Document
from ladder.reading.readings import Reading
from ladder.reading.text import normalise, pdf_shifts
from ladder.reading.text.footnote_marks import FOOTNOTE_MARK
from ladder.reading.text.html import read_html
from ladder.reading.text.opening import open_content
from ladder.reading.text.pdf_shifts import Letter, shift_figures
from ladder.reading.text.pdf_text import read_pdf_text
from ladder.specification import Completeness
from tests.reading.formats.making import odt_with, rtf_with, sheet_xml, xlsx_of_parts
from tests.reading.text.making import docx_with, pdf_of_streams, replace_parts
from tests.reading.text.opened import opened_here, read_content

WORK = " of experience in the care of ferries."
RAISED, LOWERED = "superscript", "subscript"
Parts = Sequence[tuple[str, str]]
"""Words, and how they are set: on the line where that is empty."""

MARK: Parts = (("2", ""), ("1", RAISED), (f" years{WORK}", ""))
TWO_MARKS: Parts = (("Two (2)", ""), ("12", RAISED), (f" years{WORK}", ""))
FRACTION: Parts = (("1", ""), ("1", RAISED), ("/", ""), ("2", LOWERED), (f" years{WORK}", ""))
RAISED_FRACTION: Parts = (("2", ""), ("1/2", RAISED), (f" years{WORK}", ""))


def html_of(statement: Parts) -> bytes:
    tags = {RAISED: "<sup>{}</sup>", LOWERED: "<sub>{}</sub>", "": "{}"}
    said = "".join(tags[how].format(words) for words, how in statement)
    lines = ("Ferry Keeper", "Class Code: 4471", "Minimum Qualifications", said, "Duties", "Keeps ferries.")
    return f"<html><body>{''.join(f'<p>{one}</p>' for one in lines)}</body></html>".encode()


def run(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def docx_of_runs(said: str, *, styles: str = "") -> bytes:
    before, after = ("Ferry Keeper", "Class Code: 4471", "Minimum Qualifications"), ("Duties", "Keeps ferries.")
    body = [*map(run, before), said, *map(run, after)]
    content = docx_with("".join(f"<w:p>{one}</w:p>" for one in body))
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    parts = {"word/styles.xml": f"<w:styles {names}>{styles}</w:styles>".encode()}
    return replace_parts(content, parts) if styles else content


def docx_of(statement: Parts) -> bytes:
    aligned = ((words, f'<w:vertAlign w:val="{how}"/>' if how else "") for words, how in statement)
    return docx_of_runs("".join(run(words, properties) for words, properties in aligned))


def pdf_line(statement: Parts) -> bytes:
    """Return a line as PDF shows it: raised and lowered words in small type, off the line."""
    settings = {RAISED: b"5 Ts /F1 7 Tf", LOWERED: b"-2 Ts /F1 7 Tf", "": b"0 Ts /F1 12 Tf"}
    shown = (
        b"%b (%b) Tj" % (settings[how], words.replace("(", "\\(").replace(")", "\\)").encode("cp1252"))
        for words, how in statement
    )
    return b" ".join(shown)


def pdf_of_lines(statement: Parts) -> bytes:
    before, after = ("Ferry Keeper", "Class Code: 4471", "Minimum Qualifications"), ("Duties", "Keeps ferries.")
    lines = [[(one, "")] for one in before] + [statement] + [[(one, "")] for one in after]
    return pdf_of_streams(b"BT 20 TL 40 740 Td " + b" T* ".join(map(pdf_line, lines)) + b" ET")


def markdown_of(statement: Parts) -> bytes:
    tags = {RAISED: "<sup>{}</sup>", LOWERED: "<sub>{}</sub>", "": "{}"}
    said = "".join(tags[how].format(words) for words, how in statement)
    return f"# Ferry Keeper\n\nClass Code: 4471\n\n## Minimum Qualifications\n\n{said}\n\n## Duties\n\nKeeps.".encode()


def rtf_of(statement: Parts) -> bytes:
    settings = {RAISED: "{\\super %s}", LOWERED: "{\\dn6 %s}", "": "%s"}
    said = "".join(settings[how] % words for words, how in statement)
    lines = ("Ferry Keeper", "Class Code: 4471", "Minimum Qualifications", said, "Duties", "Keeps.")
    return rtf_with("".join(rf"{line}\par " for line in lines))


def odt_of(statement: Parts) -> bytes:
    position = {RAISED: "super 58%", LOWERED: "-33% 58%"}
    styles = "".join(
        f'<style:style style:name="{how}" style:family="text"><style:text-properties style:text-position="{at}"/>'
        "</style:style>"
        for how, at in position.items()
    )
    spans = {how: f'<text:span text:style-name="{how}">{{}}</text:span>' for how in position} | {"": "{}"}
    said = "".join(spans[how].format(words) for words, how in statement)
    lines = ("Ferry Keeper", "Class Code: 4471", "Minimum Qualifications", said, "Duties", "Keeps.")
    return odt_with("".join(f"<text:p>{line}</text:p>" for line in lines), styles=styles)


def xlsx_of(statement: Parts) -> bytes:
    """Return a sheet with the statement as a rich text in its shared strings."""
    runs = "".join(
        f'<r><rPr><vertAlign val="{how or "baseline"}"/></rPr><t xml:space="preserve">{words}</t></r>'
        for words, how in statement
    )
    shown = [["Class Title", "Class Code", "Minimum Qualifications"], ["Ferry Keeper", "4471"]]
    strings = [f"<si><t>{words}</t></si>" for row in shown for words in row] + [f"<si>{runs}</si>"]
    cells = [f'<c t="s"><v>{number}</v></c>' for number in range(len(strings))]
    rows = f"<row>{''.join(cells[:3])}</row><row>{''.join(cells[3:])}</row>"
    parts = {"xl/worksheets/sheet1.xml": sheet_xml(rows), "xl/sharedStrings.xml": f"<sst>{''.join(strings)}</sst>"}
    return xlsx_of_parts(parts)


WRITERS = {
    "a.html": html_of,
    "a.docx": docx_of,
    "a.pdf": pdf_of_lines,
    "a.md": markdown_of,
    "a.rtf": rtf_of,
    "a.odt": odt_of,
    "a.xlsx": xlsx_of,
}


def read(content: bytes, name: str) -> Reading:
    with opened_here():
        opened = open_content(content, name=name)
    (document,) = [opened] if isinstance(opened, Document) else documents_of_rows(opened)
    (reading,) = read_document(document, jurisdiction="us-zz")
    return reading


def months_in(reading: Reading) -> list[int]:
    assert reading.record is not None
    return [rule.months for rule in reading.record.experience()]


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize(
    ("statement", "months", "marks"),
    [(MARK, 24, 1), (TWO_MARKS, 24, 1), (FRACTION, 18, 0), (RAISED_FRACTION, 30, 0)],
    ids=["mark", "two-marks", "fraction", "raised-fraction"],
)
def test_marks_are_left_out_and_fractions_are_read(name: str, statement: Parts, months: int, marks: int) -> None:
    reading = read(WRITERS[name](statement), name)
    assert months_in(reading) == [months]
    assert [note.code for note in reading.notes].count(FOOTNOTE_MARK) == marks


@pytest.mark.parametrize("name", WRITERS)
def test_a_mark_on_what_is_asked_leaves_the_record_partial_and_another_does_not(name: str) -> None:
    marked, plain = read(WRITERS[name](MARK), name), read(WRITERS[name](FRACTION), name)
    assert marked.record is not None
    assert plain.record is not None
    assert (marked.record.completeness, plain.record.completeness) == (Completeness.PARTIAL, Completeness.WHOLE)
    (note,) = [note for note in marked.notes if note.code == FOOTNOTE_UNREAD]
    assert "\u00b9 after '2'" in note.text


def test_a_mark_on_a_duty_does_not_make_the_record_partial() -> None:
    page = html_of([(f"Two years{WORK}", "")]).replace(b"Keeps ferries", b"Keeps<sup>3</sup> ferries")
    reading = read(page, "a.html")
    assert reading.record is not None
    assert reading.record.completeness is Completeness.WHOLE
    assert [note.code for note in reading.notes] == [FOOTNOTE_MARK]


# ------------------------------------------------------------------ plain text, and what is no mark


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("2\u00b9 years", "2 years"),
        ("two\u00b9\u00b2 years", "two years"),
        ("two\u00b9years", "two years"),
        ("2[\u00b9] years", "2 years"),
        ("2(\u00b9\u2070) years", "2 years"),
        ("2\u00b9,\u00b2 years", "2 years"),
        ("(2)\u00b9, then", "(2), then"),
        # A footnote begins; a figure follows; fractions nobody can tell; square feet; chemistry.
        ("\u00b9 Full time", "\u00b9 Full time"),
        ("2\u00b90 years", "2\u00b90 years"),
        ("2\u00b2\u00b9/\u2082 years", "2\u00b2\u00b9/\u2082 years"),
        ("40 ft\u00b2 and 3 m\u00b3, sq. yd.\u00b2", "40 ft\u00b2 and 3 m\u00b3, sq. yd.\u00b2"),
        ("H\u2082O", "H\u2082O"),
    ],
)
def test_raised_marks_in_plain_text(text: str, left: str) -> None:
    document = read_content(f"Keeps boats\n{text}\n".encode(), name="a.txt")
    assert document.text == f"Keeps boats\n{left}\n"
    assert [(note.code, note.line) for note in document.notes] == [(FOOTNOTE_MARK, 2)] * (text != left)


# ------------------------------------------------------------------ HTML


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("2<span style='vertical-align: super; font-size: 60%'>1</span> years", "2\u00b9 years"),
        ("2<span style='VERTICAL-ALIGN:4px'>1</span> years", "2\u00b9 years"),
        ("2<font style='position:relative; top:-3px'>1</font> years", "2\u00b9 years"),
        ("2<span style='position:relative; bottom:.3em'>1</span> years", "2\u00b9 years"),
        ("2<span class='Sup small'>1</span> years", "2\u00b9 years"),
        ("2<span class='sub'>1</span> years", "2\u2081 years"),
        ("2<span style='vertical-align:sub'>1</span> years", "2\u2081 years"),
        ("2<i style='position:relative; top:2px'>1</i> years", "2\u2081 years"),
        ("<span style='margin-bottom: 4px; top: -3px'>2</span> years", "2 years"),
        ("<span style='vertical-align: top'>2</span> years", "2 years"),
        ("<span style='vertical-align: 0'>2</span> years", "2 years"),
        ("<math><mn>2</mn><mfrac><mn>1</mn><mn>2</mn></mfrac></math> years", "2 1/2 years"),
        ("<math><mfrac><mn>12</mn></mfrac></math> years", "12 years"),
        ("2<sup>1/2</sup> years", "2 1/2 years"),
    ],
)
def test_figures_that_a_page_shifts(page: str, text: str) -> None:
    assert read_html(f"<p>{page}</p>".encode(), name="a.html").text == text + "\n"


def test_a_cell_may_be_aligned_as_it_likes() -> None:
    page = b"<table><tr><td style='vertical-align: super'>4471</td></tr></table>"
    assert read_html(page, name="a.html").text == "4471\n"


# ------------------------------------------------------------------ DOCX

MARK_STYLE = (
    '<w:style w:styleId="Mark"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    '<w:style w:styleId="Own"><w:basedOn w:val="Mark"/></w:style>'
    '<w:style w:styleId="Loop"><w:rPr/><w:basedOn w:val="Loop"/></w:style>'
)


@pytest.mark.parametrize(
    ("properties", "months"),
    [
        ('<w:position w:val="6"/>', [24]),
        ('<w:position w:val="0"/>', [252]),
        ('<w:rStyle w:val="Mark"/>', [24]),
        ('<w:rStyle w:val="Own"/>', [24]),
        ('<w:rStyle w:val="Own"/><w:vertAlign w:val="baseline"/>', [252]),
        ('<w:rStyle w:val="Loop"/>', [252]),
        ('<w:position w:val="-6"/>', []),
    ],
)
def test_runs_that_their_style_or_their_height_shifts(properties: str, months: list[int]) -> None:
    said = run("2") + run("1", properties) + run(f" years{WORK}")
    assert months_in(read(docx_of_runs(said, styles=MARK_STYLE), "a.docx")) == months


def test_a_footnote_of_word_leaves_its_mark_and_is_told() -> None:
    said = run("2") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run(f" years{WORK}")
    reading = read(docx_of_runs(said), "a.docx")
    assert months_in(reading) == [24]
    assert FOOTNOTE_UNREAD in [note.code for note in reading.notes]


def test_a_fraction_of_mathematics_is_a_fraction() -> None:
    half = "<m:oMath><m:f><m:fPr/><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>"
    reading = read(docx_of_runs(run("2") + half + "</m:oMath>" + run(f" years{WORK}")), "a.docx")
    assert months_in(reading) == [30]


# ------------------------------------------------------------------ PDF


@pytest.mark.parametrize(
    ("stream", "text"),
    [
        # A mark of the size of the line, in one text and in another one; one in a matrix of its own.
        (b"/F1 12 Tf 40 740 Td (2) Tj 6 Ts (12) Tj 0 Ts ( years) Tj", "2\u00b9\u00b2 years"),
        (b"/F1 12 Tf 40 740 Td (2) Tj ET BT /F1 7 Tf 47 745 Td (1) Tj ET BT /F1 12 Tf 51 740 Td (x) Tj", "2\u00b9x"),
        (b"/F1 1 Tf 12 0 0 12 40 740 Tm (2) Tj 7 0 0 7 46.7 745 Tm (1) Tj 12 0 0 12 54 740 Tm (y) Tj", "2\u00b9 y"),
        # A fraction whose lower figure stands on the line, small.
        (b"/F1 12 Tf 40 740 Td (1) Tj 5 Ts /F1 7 Tf (1) Tj 0 Ts (/2) Tj /F1 12 Tf ( x) Tj", "1\u00b9/\u2082 x"),
        # A footnote begins; a lowered figure; what follows stands on the line again.
        (b"/F1 7 Tf 40 745 Td (1) Tj /F1 12 Tf 5 -5 Td (Full time) Tj", "\u00b9Full time"),
        (b"/F1 12 Tf 40 740 Td (H) Tj -2 Ts /F1 8 Tf (2) Tj 0 Ts /F1 12 Tf (O 3 years) Tj", "H\u2082O 3 years"),
        # On the line: small capitals, a new line, another column, a page set across, a date beside a heading.
        (b"/F1 12 Tf 40 740 Td (2) Tj /F1 8 Tf (1 years) Tj", "21 years"),
        (b"/F1 12 Tf 40 740 Td (a1) Tj 0 -14 Td (2 b) Tj", "a1\n2 b"),
        (b"/F1 12 Tf 40 740 Td (Code) Tj /F1 9 Tf 200 3 Td (4471) Tj", "Code\t4471"),
        (b"/F1 12 Tf 0 1 -1 0 40 340 Tm (21 years of 45) Tj", "21 years of 45"),
        (b"/F1 12 Tf 40 740 Td (2 years co-) Tj 0 -14 Td (op) Tj", "2 years co-\nop"),
    ],
)
def test_figures_that_a_pdf_shifts(stream: bytes, text: str) -> None:
    assert read_pdf_text(pdf_of_streams(b"BT " + stream + b" ET")).text == text


def test_beyond_what_is_read_of_a_document_nothing_is_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ladder.reading.text.pdf_text.MOST_CHARACTERS", 4)
    mark = b"BT /F1 12 Tf 40 740 Td (2) Tj /F1 7 Tf 5 Ts (1) Tj ET"
    assert read_pdf_text(pdf_of_streams(mark, mark, mark)).text == "2\u00b9\n\f2\n1\n\f2\n1"


def test_a_figure_stays_on_the_line_that_another_one_begins() -> None:
    # The lower line's figure is as large as the raised mark before it, and no part of it.
    letters = [Letter("2", 0, 6, 0, 12), Letter("1", 6, 9, 5, 7), Letter("3", 9, 15, 0, 12)]
    assert "".join(shift_figures(letters)) == "2\u00b93"
    assert shift_figures([]) == []


@pytest.mark.parametrize("module", [pdf_shifts, normalise])
def test_the_examples_of_the_modules(module: ModuleType) -> None:
    assert doctest.testmod(module).failed == 0
