"""A Word document of blocks: headings, lists, real tables, pictures, nobody's name and no day."""

import io
import sys
import zipfile
from datetime import UTC, datetime

import docx
import pytest

from ladder.errors import BadCallError
from ladder.word_bytes import Block, Heading, Paragraph, ParagraphStyle, Picture, Rows, Run, print_word
from tests.word_files import alternatives_of, header_rows_of, headings_of, words_of

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360f8cfc00000030101"
    "00c9fe92ef0000000049454e44ae426082"
)
TABLE = Rows("The classes", ("Class", "Pay"), (("Clerk", "$1"), ("=1+1", "\x07")))
BLOCKS: tuple[Block, ...] = (
    Heading("A report", 1),
    Paragraph((Run("One "), Run("bold", is_bold=True), Run("\nline"))),
    Paragraph((Run("Term"),), leads=True),
    Paragraph((Run("Item"),), ParagraphStyle.BULLET),
    TABLE,
    Picture(PIXEL, b"<svg/>", "A drawing", 1200, 300),
)


def is_on_its_side(content: bytes) -> bool:
    (section,) = docx.Document(io.BytesIO(content)).sections
    assert section.page_width
    assert section.page_height
    return bool(section.page_width > section.page_height)


def test_each_block_is_what_it_is() -> None:
    content = print_word("A report", BLOCKS)
    document = docx.Document(io.BytesIO(content))
    assert headings_of(content) == [(1, "A report")]
    assert [str(one.style and one.style.name) for one in document.paragraphs[1:4]] == [
        "Normal",
        "Normal",
        "List Bullet",
    ]
    assert [run.bold for run in document.paragraphs[1].runs] == [None, True, None]
    assert document.paragraphs[1].text == "One bold\nline"
    assert document.paragraphs[2].paragraph_format.keep_with_next
    assert header_rows_of(content) == [["Class", "Pay"]]
    assert [cell.text for cell in document.tables[0].rows[2].cells] == ["=1+1", "\ufffd"]
    assert alternatives_of(content) == ["A drawing"]
    assert document.inline_shapes[0].width.inches == pytest.approx(6.5)
    assert not is_on_its_side(content)


def test_nobody_and_no_day_is_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    content = print_word("A report", BLOCKS)
    told = docx.Document(io.BytesIO(content)).core_properties
    assert (told.title, told.author, told.last_modified_by, told.comments) == ("A report", "", "", "")
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert {one.date_time for one in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert told.created < datetime(2014, 1, 1, tzinfo=UTC)
    monkeypatch.setattr("time.localtime", lambda *_: (2031, 1, 1, 0, 0, 0, 0, 1, 0))
    assert print_word("A report", BLOCKS) == content


def test_columns_are_as_wide_as_their_words_ask() -> None:
    rows = Rows("", ("Class", "Pay", "Why"), (("Interpreterandtranslator", "$1", "because " * 20),))
    table = docx.Document(io.BytesIO(print_word("Widths", [rows]))).tables[0]
    widths = [one.width or 0 for one in table.columns]
    assert widths == [table.cell(1, place).width for place in range(3)]
    assert widths[1] < widths[0] < widths[2]
    assert widths[0] == pytest.approx(widths[2] * 26 / 30, rel=0.01)


def test_a_wide_table_lays_the_page_on_its_side() -> None:
    wide = Rows("", tuple("abcdefgh"), (tuple("12345678"),))
    content = print_word("Wide", [wide])
    assert is_on_its_side(content)
    assert [one.text for one in docx.Document(io.BytesIO(content)).paragraphs] == [""]


def test_what_word_cannot_hold_is_replaced() -> None:
    assert "bell \ufffd \ufffd" in words_of(print_word("\x00", [Paragraph((Run("bell \x07 \ud800"),))]))


def test_without_the_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(BadCallError, match=r"career-ladder\[word\]"):
        print_word("A report", BLOCKS)
