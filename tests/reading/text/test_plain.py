"""Plain text: one reading whatever the encoding, the line ends and the printer's characters."""

import codecs
from itertools import product

import pytest

from ladder.errors import BadFileError
from ladder.reading.passages import Document
from ladder.reading.text.limits import LONGEST_LINE
from ladder.reading.text.normalise import write_plain
from ladder.reading.text.plain import read_plain
from ladder.sources import Severity

PLAIN = 'CLERK OF WORKS\nCode: 0441\n\nTwo (2) years\' experience in an office, five of them "in charge".\n'
PRINTED = (
    "CLERK\u00a0OF\u2003WORKS\nCode:\u00a00441\n\n"
    "Two (2) years\u2019 exper\u00adience in an of\ufb01ce, \ufb01ve of them \u201cin charge\u201d.\n"
)
ENCODINGS = {
    "utf-8": lambda text: text.encode("utf-8"),
    "utf-8-sig": lambda text: text.encode("utf-8-sig"),
    "utf-16-le": lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le"),
    "utf-16-be": lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
    "utf-16-le, unmarked": lambda text: text.encode("utf-16-le"),
    "utf-16-be, unmarked": lambda text: text.encode("utf-16-be"),
    "utf-32-le": lambda text: codecs.BOM_UTF32_LE + text.encode("utf-32-le"),
    "cp1252": lambda text: text.replace("\ufb01", "fi").replace("\u2003", " ").encode("cp1252"),
}
NAMED = {"utf-16-le, unmarked": {"ENCODING_UTF16"}, "utf-16-be, unmarked": {"ENCODING_UTF16"}}


def read(text: str | bytes) -> Document:
    return read_plain(text if isinstance(text, bytes) else text.encode(), name="a.txt")


def refuse(content: bytes) -> str:
    with pytest.raises(BadFileError) as refused:
        read(content)
    assert len(refused.value.faults) == 1
    return str(refused.value)


@pytest.mark.parametrize(("encoding", "end", "text"), [*product(ENCODINGS, ("\n", "\r\n", "\r"), (PLAIN, PRINTED))])
def test_one_reading_in_every_encoding(encoding: str, end: str, text: str) -> None:
    document = read(ENCODINGS[encoding](text.replace("\n", end)))
    assert document.text == PLAIN
    expected = {"ENCODING_CP1252"} if (encoding, text) == ("cp1252", PRINTED) else NAMED.get(encoding, set())
    assert {note.code for note in document.notes} == expected


def test_cp1252_is_a_warning_at_its_first_line() -> None:
    (note,) = read(b"one\r\ntwo\rthree \x93x\x94 \x95\n").notes
    assert (note.code, note.severity, note.line) == ("ENCODING_CP1252", Severity.WARNING, 3)


def test_bytes_without_meaning_are_kept_as_such_and_noted() -> None:
    document = read(b"caf\xe9\nab\x81c\x9d\n")
    assert document.text == "caf\u00e9\nab\ufffdc\ufffd\n"
    assert [(note.code, note.line) for note in document.notes] == [("ENCODING_CP1252", 1), ("MOJIBAKE", 2)]
    assert "2 of them have no meaning" in document.notes[0].text


@pytest.mark.parametrize(
    "damaged", ["don\u00e2\u20ac\u2122t", "caf\u00c3\u00a9", "a\u00c2\u00a0b", "x\ufffdy", "x\u0093y"]
)
def test_mojibake_is_noted_and_not_repaired(damaged: str) -> None:
    document = read(f"first\r\n{damaged}\n")
    (note,) = document.notes
    assert (note.code, note.line) == ("MOJIBAKE", 2)
    assert document.text == "first\n" + damaged.replace("\u00a0", " ") + "\n"


def test_letters_with_accents_are_no_mojibake() -> None:
    assert not read("Caf\u00e9 \u00c2ge \u00c3o \u00e2me \u00a7 5 \u2022 r\u00e9sum\u00e9\n").notes


def test_notes_of_mojibake_end_somewhere() -> None:
    assert len(read("\ufffd\ufffd\n" * 1000).notes) == 20


def test_form_feeds_turn_the_page() -> None:
    document = read("\fone\ntwo\n\f\fthree\nfo\fur\nfive")
    assert document.text == "one\ntwo\nthree\nfo ur\nfive"
    assert document.pages == (2, 2, 4, 4, 5)
    assert read("one\ntwo").pages == ()


def test_a_word_parted_by_a_soft_hyphen_is_one_word_and_lines_stay() -> None:
    assert read("has exper\u00ad\n  ience in\nit").text == "has experience\n in\nit"


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("1\u00bd or \u00bd", "1 1/2 or 1/2"),
        ("5\u20137 years\u2014or more", "5-7 years - or more"),
        ("a\u200bb\ufeffc\u2060d", "abcd"),
        ("\uf0b7 duties\u2026", "\u2022 duties..."),
        ("a\u2028b\u0085c\x0bd\x1ce\x07f", "a b c d e f"),
        ("a\tb", "a\tb"),
    ],
)
def test_plain_letters(printed: str, plain: str) -> None:
    assert write_plain(printed) == plain
    assert write_plain(plain) == plain
    assert write_plain(printed).splitlines() == [plain]


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "no text"),
        (b" \r\n\t\xef\xbb\xbf", "no text"),
        (b"one\ntwo\x00three four", "a.txt:2: NUL"),
        (codecs.BOM_UTF16_LE + b"a", "marked as UTF-16-LE and is not"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "an old format of Word"),
        (b"\x00a\x00b\x00c\x00d\x00", "NUL"),
        (b"first\n" + b"x" * LONGEST_LINE, f"a.txt:2: a line is {LONGEST_LINE:,}"),
    ],
)
def test_what_is_no_text_is_refused(content: bytes, what: str) -> None:
    assert what in refuse(content)


def test_many_lines_are_no_long_line() -> None:
    assert len(read("x" * 80 + "\n" + "y\n" * LONGEST_LINE).text) > LONGEST_LINE
