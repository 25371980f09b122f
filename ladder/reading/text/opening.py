"""A file as a document: its kind found by what it holds, its size bounded, its text read."""

import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

from ladder.reading.passages import Document
from ladder.reading.text.confined import extract_text
from ladder.reading.text.decoding import find_mojibake
from ladder.reading.text.extracts import Extract
from ladder.reading.text.footnote_marks import set_marks_apart
from ladder.reading.text.limits import (
    LARGEST_CONTAINER,
    LARGEST_PAGE,
    LARGEST_TEXT,
    check_lines,
    refuse_document,
)
from ladder.reading.text.normalise import write_plain
from ladder.reading.text.pages import part_pages
from ladder.reading.text.plain import read_plain
from ladder.record_files.text_files import name_file, read_bytes
from ladder.sources import Note, Severity

_HEAD = 4096
_ZIP = b"PK"
_HTML = re.compile(rb"\s{0,80}(?:<!doctype\s{1,9}html|<html|<head|<body)", re.IGNORECASE)
_HTML_BELOW = re.compile(rb"<html", re.IGNORECASE)
_BEFORE_HTML = (b"<?xml", b"<!--")


class Kind(StrEnum):
    """The kinds of document that are read."""

    PLAIN = "plain text"
    HTML = "HTML"
    DOCX = "DOCX"
    PDF = "PDF"


_SUFFIXES = {".htm": Kind.HTML, ".html": Kind.HTML, ".xhtml": Kind.HTML, ".docx": Kind.DOCX, ".pdf": Kind.PDF}


def open_document(path: Path) -> Document:
    """Return the text of a file, or of standard input for ``-``, with its notes.

    What a file holds decides its kind; its suffix decides where that does not show. A
    page that was scanned and holds no text is noted as ``SCAN``, a document of nothing
    else as an ERROR; its text is empty. Notes on encodings as in
    :func:`ladder.reading.text.plain.read_plain`.

    Raises:
        BadFileError: the file cannot be read, is no document, or is more than a document
            should be (``ladder.reading.text.limits``).
        MissingExtraError: its kind takes packages that are not installed.

    """
    name, content = fetch_document(path)
    return read_content(content, name=name)


def fetch_document(path: Path) -> tuple[str, bytes]:
    """Return the name of a document, and the bytes of its file.

    Raises:
        BadFileError: the file cannot be read, or is larger than any document.

    """
    name = path.name if path.name != "-" else name_file(path)
    return name, read_bytes(path, at_most=LARGEST_CONTAINER)


def read_content(content: bytes, *, name: str) -> Document:
    """Return the text of a document's bytes; the suffix of its name may say its kind.

    Raised marks of footnotes are left out of the text and noted
    (:mod:`ladder.reading.text.footnote_marks`).

    Raises:
        BadFileError: as :func:`open_document`.
        MissingExtraError: as :func:`open_document`.

    """
    return set_marks_apart(_read_kind(content, find_kind(content, name=name), name))


def _read_kind(content: bytes, kind: Kind, name: str) -> Document:
    if kind in {Kind.DOCX, Kind.PDF}:
        return _document_of(extract_text(content, kind.value, name=name), name, paragraphs=kind is Kind.DOCX)
    most = LARGEST_TEXT if kind is Kind.PLAIN else LARGEST_PAGE
    if len(content) > most:
        refuse_document(name, f"the {kind.value} is larger than {most:,} bytes", "split it, or name another file")
    return read_plain(content, name=name) if kind is Kind.PLAIN else _read_page(content, name)


def find_kind(content: bytes, *, name: str) -> Kind:
    """Return the kind of a document by its first bytes, else by the suffix of its name.

    Raises:
        BadFileError: a zip that holds no Word document, or a suffix that the bytes belie.

    """
    # In UTF-16 every other byte of the first words is NUL.
    head = content[:_HEAD].replace(b"\0", b"")
    if content.startswith(b"%PDF-") or (name.lower().endswith(".pdf") and b"%PDF-" in content[:_HEAD]):
        return Kind.PDF
    if content.startswith(_ZIP) and content[2:4] in {b"\3\4", b"\5\6", b"\7\x08"}:
        return _kind_of_zip(content, name)
    if _is_html(head.removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")):
        return Kind.HTML
    said = _SUFFIXES.get(Path(name).suffix.lower(), Kind.PLAIN)
    if said in {Kind.DOCX, Kind.PDF}:
        refuse_document(name, f"the name says {said.value}, and the file is none", "look at how it was saved")
    return said


def _kind_of_zip(content: bytes, name: str) -> Kind:
    if b"word/document" not in content:
        refuse_document(name, "this is a zip that holds no Word document", "name the documents themselves")
    return Kind.DOCX


def _is_html(head: bytes) -> bool:
    if _HTML.match(head):
        return True
    return head.lstrip()[:5].startswith(_BEFORE_HTML) and _HTML_BELOW.search(head) is not None


def _read_page(content: bytes, name: str) -> Document:
    """Return a page of HTML; damaged ones of a few tags can take as long to parse as those of very many."""
    extract = extract_text(content, Kind.HTML.value, name=name)
    notes = (Note(code, Severity(severity), line, what) for code, severity, line, what in extract.notes)
    return Document(name, extract.text, tuple(notes), headings=extract.headings, lines_are_paragraphs=True)


def _document_of(extract: Extract, name: str, *, paragraphs: bool) -> Document:
    text = write_plain(extract.text)
    check_lines(text, name=name)
    if not text.strip() and not extract.scanned:
        refuse_document(name, "there is no text in the file", "name a file with text")
    words, pages = part_pages(text)
    notes = [*_scan_notes(extract.scanned, pages, empty=not text.strip()), *find_mojibake(extract.text)]
    for left_out in extract.struck:
        what = f"words struck out or hidden are left out: {left_out}"
        notes.append(Note("STRUCK_OUT", Severity.WARNING, 0, what))
    return Document(
        name, words, tuple(notes), pages if extract.paged else (), extract.headings, lines_are_paragraphs=paragraphs
    )


def _scan_notes(scanned: tuple[int, ...], pages: tuple[int, ...], *, empty: bool) -> Iterator[Note]:
    if empty:
        what = "this is a scan without a text layer: have its text recognised, then read it again"
        yield Note("SCAN", Severity.ERROR, 0, what)
        return
    for page in scanned:
        what = f"page {page} is a picture without text: read it yourself"
        yield Note("SCAN", Severity.WARNING, pages.index(page) + 1, what)
