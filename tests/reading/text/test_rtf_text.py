"""RTF to text: paragraphs, tables, lists, notes; what is struck out, hidden or deleted; letters of every spelling."""

import pytest

from ladder.reading.text import rtf_text
from ladder.reading.text.extracts import Extract, UnfitDocumentError
from ladder.reading.text.rtf_tokens import Token, read_tokens
from tests.reading.formats.making import rtf_with


def read(body: str) -> Extract:
    return rtf_text.read_rtf_text(rtf_with(body))


def text_of(body: str) -> str:
    return read(body).text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"one\par two\line three\par", "one\ntwo\nthree"),
        ("one\\\ntwo\\\r\n", "one\ntwo"),
        ("a line\r\nof the file\\par", "a lineof the file"),
        (r"caf\'e9 \'93x\'94 \emdash\~\-\_\{\}\\\bullet\tab y\par", "café “x” —\xa0\xad-{}\\•\ty"),
        (r"\u8217? \u-10179?\u-8704?{\uc2\u8220ab}c\uc0\u8221 d\par", "\u2019 \U0001f600\u201cc\u201dd"),
        (r"{\uc1\u8217\'92}s\par", "\u2019s"),
        (r"\ansicpg1251\'e0 \ansicpg99999\'e0\par", "\u0430 \u0430"),
        (r"{\*\unknown gone}{\pict abc{\*\blipuid x}def}{\*\fldinst HYPERLINK}{\field{\fldrslt kept}}\par", "kept"),
        (r"before\bin5 {{{{{after\par", "beforeafter"),
        (r"{\shp{\*\shpinst{\sp{\sn fill}{\sv 1}}{\shptxt\pard in a box\par}}}body\par", "body\nin a box"),
        (r"{\header head\par}{\footer foot\par}body\par", "head\nbody\nfoot"),
        (r"two{\super\chftn}{\footnote\pard{\super\chftn} of work\par} years\par", "two\xb9 years\n\xb9 of work"),
        (r"last words", "last words"),
    ],
)
def test_what_is_printed_is_read(body: str, text: str) -> None:
    assert text_of(body) == text


@pytest.mark.parametrize("mark", [r"\strike", r"\striked", r"\v"])
def test_words_struck_out_or_hidden_are_left_out_and_told(mark: str) -> None:
    extract = read(rf"two {{{mark} or three}}years\par \pard{mark} x{mark}0 y{mark} z\plain !\par")
    assert (extract.text, extract.struck) == ("two years\ny!", ("or three", "x", "z"))


def test_blanks_struck_out_and_more_than_twenty_passages_are_not_told() -> None:
    extract = read(r"a{\strike  }b" + r"{\strike x}" * 30 + r"\:\par")
    assert (extract.text, len(extract.struck)) == ("ab", 20)


def test_what_a_revision_deleted_is_left_out_silently() -> None:
    extract = read(r"two {\deleted or three }years\par")
    assert (extract.text, extract.struck) == ("two years", ())


def test_figures_are_raised_and_lowered_until_they_are_set_back() -> None:
    assert (
        text_of(r"2\super 1\nosupersub 0 3{\up6 1}{\up0 1}4\sub 2\plain 5{\dn4 6}\par") == "2\xb90 3\xb914\u20825\u2086"
    )


def test_a_row_is_a_line_of_cells_unless_a_cell_has_several_lines() -> None:
    row = r"\trowd\cellx1\cellx2\pard\intbl {}\cell {}\cell\row\pard "
    body = row.format("Code", "0441") + row.format("Asked", r"a degree\par a license") + r"after\par"
    assert text_of(body) == "Code\t0441\nAsked\na degree\na license\nafter"


def test_headings_are_known_by_their_level_and_by_their_style() -> None:
    extract = read(r"\pard\s2 by style\par\pard\outlinelevel2 by level\par\pard\outlinelevel9 none\par\pard no\par")
    assert extract.headings == ((1, 2), (2, 3))
    named = rb"{\rtf1{\stylesheet{\s7 heading 3;}{\s8\outlinelevel9\b Body;}}\pard\s7 Duties\par\pard\s8 no\par}"
    assert rtf_text.read_rtf_text(named).headings == ((1, 3),)


def test_numbers_of_lists_stand_in_the_text() -> None:
    assert text_of(r"\pard{\listtext\pard\plain b.\tab}\ls1 two years\par") == "b.\ttwo years"


@pytest.mark.parametrize(("content", "what"), [(b"{\\rtf1 {x", "missing"), (b"{\\rtf1 " + b"{" * 1_001, "1,000 deep")])
def test_groups_that_never_end_are_refused(content: bytes, what: str) -> None:
    with pytest.raises(UnfitDocumentError, match=what):
        rtf_text.read_rtf_text(content)


def test_more_closing_braces_than_groups_end_nothing() -> None:
    assert rtf_text.read_rtf_text(b"{\\rtf1 x}}} y").text == "x y"


def test_tokens_are_letters_words_and_braces() -> None:
    read = list(read_tokens("{\\b1 one\\'e9}\\*"))
    assert read == [Token("{"), Token("word", "b", 1), Token("text", "one\xe9"), Token("}"), Token("word", "*")]
