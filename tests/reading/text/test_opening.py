"""Files opened as documents: their kind, their bounds, and the same words out of every kind."""

import os
import sys
from pathlib import Path

import pytest
from docx import Document as Word

from ladder.errors import BadFileError
from ladder.reading.passages import Document
from ladder.reading.text import confined, opening
from ladder.reading.text.errors import MissingExtraError
from ladder.reading.text.html import read_html
from ladder.reading.text.kinds import Kind, find_kind
from ladder.reading.text.limits import LARGEST_TEXT
from ladder.reading.text.opening import open_content, open_file
from ladder.sources import Severity
from tests.reading.text.making import bytes_of, docx_of, pdf_of
from tests.reading.text.opened import open_document, read_content

LINES = (
    "KEEPER OF RECORDS 2",
    "Class Code: 0815",
    "Two (2) years\u2019 experience in the care of files \u2013 one of which in charge of others.",
    "Salary: $41,000\u2014$52,500",
)
PAGE = "<!DOCTYPE html><html><head><title>x</title></head><body>{}</body></html>"


def as_html(lines: tuple[str, ...]) -> bytes:
    return PAGE.format("".join(f"<p>{line}</p>\r\n" for line in lines)).encode()


def refuse(content: bytes, name: str) -> str:
    with pytest.raises(BadFileError) as refused:
        open_content(content, name=name)
    (fault,) = refused.value.faults
    assert fault.file == name
    assert "\n" not in str(fault)
    return str(fault)


def test_the_same_words_out_of_every_kind(tmp_path: Path) -> None:
    made = {
        "a.txt": "\n".join(LINES).encode(),
        "a.htm": as_html(LINES),
        "a.docx": docx_of(*LINES),
        "a.pdf": pdf_of(LINES[:2], LINES[2:]),
    }
    read = dict[str, Document]()
    for name, content in made.items():
        (tmp_path / name).write_bytes(content)
        read[name] = open_document(tmp_path / name)
        assert read[name].name == name
        assert read[name].notes == ()
    assert {tuple(document.text.split()) for document in read.values()} == {tuple(read["a.txt"].text.split())}
    assert "years' experience in the care of files - one" in read["a.txt"].text
    assert read["a.pdf"].pages == (1, 1, 2, 2)
    assert read["a.docx"].pages == ()


def test_a_page_is_read_alike_in_a_process_of_its_own() -> None:
    page = PAGE.format("<h2>one</h2>" + "<p>two <s>three</s> caf\u00c3\u00a9</p>" * 9).encode()
    apart, here = read_content(page, name="a.htm"), read_html(page, name="a.htm")
    assert (apart.text, apart.notes, apart.headings) == (here.text, here.notes, ((1, 2),))
    assert [note.code for note in here.notes].count("STRUCK_OUT") == 9


def test_no_page_is_parsed_in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    # Some damaged pages of a few tags are parsed without end: only a process of its own can be stopped.
    monkeypatch.setattr("ladder.reading.text.html.read_html", None)
    assert read_content(b"<html><p>one", name="a.htm").text == "one\n"


@pytest.mark.parametrize(
    ("content", "name", "kind"),
    [
        (b"%PDF-1.7 ...", "a.txt", Kind.PDF),
        (b"\nHTTP header\n%PDF-1.7", "a.PDF", Kind.PDF),
        (b"\nHTTP header\n%PDF-1.7", "a.txt", Kind.PLAIN),
        (b"PK\3\4...word/document.xml", "a.txt", Kind.DOCX),
        (b"PK\3\4...word/document2.xml", "a.docx", Kind.DOCX),
        (b"PKs are words too", "a.txt", Kind.PLAIN),
        (b"\xef\xbb\xbf\r\n <!doctype  HTML>", "a.txt", Kind.HTML),
        ("<html>".encode("utf-16"), "a.txt", Kind.HTML),
        (b"<?xml version='1.0'?>\n<html xmlns='x'>", "a", Kind.HTML),
        (b"<!-- saved --><HTML>", "a", Kind.HTML),
        (b"<!-- saved -->", "a", Kind.PLAIN),
        (b"<p>part of a page", "a.htm", Kind.HTML),
        (b"words", "a.HTML", Kind.HTML),
        (b"words", "a.doc", Kind.PLAIN),
        (b"words", "", Kind.PLAIN),
    ],
)
def test_the_kind_by_content_then_by_suffix(content: bytes, name: str, kind: Kind) -> None:
    assert find_kind(content, name=name) is kind


@pytest.mark.parametrize(
    ("content", "name", "what"),
    [
        (b"words", "a.pdf", "the name says PDF, and the file is none"),
        (b"words", "a.docx", "the name says DOCX, and the file is none"),
        (b"PK\3\4 pictures and sheets", "a.docx", "a zip that holds no Word, OpenDocument"),
        (b"PK\5\6" + bytes(18), "a.zip", "a zip that holds no Word, OpenDocument"),
        (b"PK\3\4 word/document.xml and no zip", "a.docx", "it is no sound zip"),
        (b"%PDF-1.7 and no more", "a.pdf", "it cannot be opened"),
        (b"", "a.txt", "no text"),
        (b"x\n" * (LARGEST_TEXT // 2 + 1), "a.txt", f"larger than {LARGEST_TEXT:,}"),
        (docx_of(), "a.docx", "no text"),
        (pdf_of([" "]), "a.pdf", "no text"),
    ],
)
def test_what_is_no_document_is_refused_in_one_line(content: bytes, name: str, what: str) -> None:
    assert what in refuse(content, name)


def test_a_scan_is_refused_in_one_line() -> None:
    assert "this is a scan without a text layer; have its text recognised" in refuse(pdf_of([], []), "scan.pdf")


def test_a_scanned_page_is_said_where_it_stands() -> None:
    document = read_content(pdf_of(["one", "two"], [], ["three"]), name="part.pdf")
    assert document.text.split() == ["one", "two", "three"]
    ((code, severity, line, text),) = document.notes
    assert (code, severity, text[:6]) == ("SCAN", Severity.WARNING, "page 2")
    assert document.pages[line - 1] == 2


def test_words_struck_out_are_told() -> None:
    written = Word()
    written.add_paragraph("two years").add_run("or three").font.strike = True
    (note,) = read_content(bytes_of(written), name="a.docx").notes
    assert (note.code, note.severity) == ("STRUCK_OUT", Severity.WARNING)
    assert note.text.endswith("left out: or three")


def test_a_missing_package_is_named_with_its_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confined, "find_spec", lambda _: None)
    with pytest.raises(MissingExtraError, match=r'a\.pdf: reading PDF .* pip install "career-ladder\[documents\]"$'):
        read_content(pdf_of(["one"]), name="a.pdf")


def test_a_child_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confined, "CHILD_WAIT", 1)
    monkeypatch.setattr(confined, "_ENTRY", "import time; time.sleep(60)")
    assert "more than 1 seconds" in refuse(pdf_of(["one"]), "a.pdf")


def test_a_child_that_fails_is_a_bad_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confined, "_ENTRY", "import os; os.abort()")
    assert "reading it fails" in refuse(pdf_of(["one"]), "a.pdf")


def test_nothing_of_the_folder_is_imported_by_the_child(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit(3)")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", ["", *sys.path])
    assert read_content(pdf_of(["one"]), name="a.pdf").text.split() == ["one"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fifo and no such devices")
def test_what_is_no_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    for path in (tmp_path / "fifo", Path("/dev/zero"), tmp_path, tmp_path / "none"):
        with pytest.raises(BadFileError):
            open_file(path)


def test_standard_input_has_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "read_bytes", lambda _path, *, at_most: b"words"[:at_most])
    assert open_file(Path("-")).name == "standard input"
