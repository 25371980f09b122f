"""A file as a document, or as a table of classes: its kind found by what it holds, its size bounded, its text read."""

from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

from ladder.reading.passages import Document
from ladder.reading.text.confined import extract_text
from ladder.reading.text.csv_rows import read_csv
from ladder.reading.text.decoding import find_mojibake
from ladder.reading.text.extracts import Extract
from ladder.reading.text.footnote_marks import set_marks_apart
from ladder.reading.text.kinds import Kind, find_kind
from ladder.reading.text.limits import (
    LARGEST_CONTAINER,
    LARGEST_PAGE,
    LARGEST_TEXT,
    check_lines,
    refuse_document,
)
from ladder.reading.text.markdown_text import read_markdown, read_text
from ladder.reading.text.normalise import write_plain
from ladder.reading.text.pages import part_pages
from ladder.reading.text.sheet_rows import Table, unpack_sheets
from ladder.record_files.text_files import name_file, read_bytes
from ladder.sources import Note, Severity

_TEXTS = frozenset({Kind.PLAIN, Kind.MARKDOWN, Kind.CSV, Kind.JSON})


def open_file(path: Path) -> Document | Table:
    """Return the text of a file, or of standard input for ``-``, with its notes; of a table its rows.

    What a file holds decides its kind; its suffix decides where that does not show. A
    page of a document that was scanned and holds no text is noted as ``SCAN``. Notes on
    encodings as in :func:`ladder.reading.text.plain.read_plain`.

    Raises:
        BadFileError: the file cannot be read, is no document, has no text (a scan), or is
            more than a document should be (``ladder.reading.text.limits``).
        MissingExtraError: its kind takes packages that are not installed.

    """
    name, content = fetch_file(path)
    return open_content(content, name=name)


def fetch_file(path: Path) -> tuple[str, bytes]:
    """Return the name of a file, or that of standard input for ``-``, and its bytes.

    Raises:
        BadFileError: the file cannot be read, or is larger than any document.

    """
    name = path.name if path.name != "-" else name_file(path)
    return name, read_bytes(path, at_most=LARGEST_CONTAINER)


def open_content(content: bytes, *, name: str) -> Document | Table:
    """Return the text of a document's bytes, or its rows; the suffix of its name may say its kind.

    Raises:
        BadFileError: as :func:`open_file`.
        MissingExtraError: as :func:`open_file`.

    """
    kind = find_kind(content, name=name)
    most = _largest(kind)
    if len(content) > most:
        refuse_document(name, f"the {kind.value} is larger than {most:,} bytes", "split it, or name another file")
    if kind is Kind.CSV:
        return read_csv(content, name=name)
    if kind in {Kind.PLAIN, Kind.MARKDOWN}:
        read = read_markdown if kind is Kind.MARKDOWN else read_text
        return set_marks_apart(read(content, name=name))
    return _taken_out(extract_text(content, kind.value, name=name), kind, name)


def _largest(kind: Kind) -> int:
    if kind in _TEXTS:
        return LARGEST_TEXT
    return LARGEST_PAGE if kind is Kind.HTML else LARGEST_CONTAINER


def _taken_out(extract: Extract, kind: Kind, name: str) -> Document | Table:
    """Return what a process of its own took out of a file."""
    if extract.is_table:
        sheets = unpack_sheets(extract.text)
        word = "row" if kind is Kind.XLSX else "class"
        return Table(name, sheets, (*_told(extract), *_struck_notes(extract)), word)
    if kind is Kind.HTML:
        document = Document(name, extract.text, _told(extract), headings=extract.headings, lines_are_paragraphs=True)
    else:
        document = _document_of(extract, name, paragraphs=kind is not Kind.PDF)
    return set_marks_apart(document)


def _told(extract: Extract) -> tuple[Note, ...]:
    return tuple(Note(code, Severity(severity), line, what) for code, severity, line, what in extract.notes)


def _document_of(extract: Extract, name: str, *, paragraphs: bool) -> Document:
    text = write_plain(extract.text)
    check_lines(text, name=name)
    if not text.strip():
        _refuse_empty(name, is_scan=bool(extract.scanned))
    words, pages = part_pages(text)
    notes = (
        *_scan_notes(extract.scanned, pages),
        *_told(extract),
        *find_mojibake(extract.text),
        *_struck_notes(extract),
    )
    numbers = pages if extract.paged else ()
    return Document(name, words, notes, numbers, extract.headings, lines_are_paragraphs=paragraphs)


def _refuse_empty(name: str, *, is_scan: bool) -> NoReturn:
    if is_scan:
        refuse_document(name, "this is a scan without a text layer", "have its text recognised, then read it again")
    refuse_document(name, "there is no text in the file", "name a file with text")


def _struck_notes(extract: Extract) -> Iterator[Note]:
    for left_out in extract.struck:
        yield Note("STRUCK_OUT", Severity.WARNING, 0, f"words struck out or hidden are left out: {left_out}")


def _scan_notes(scanned: tuple[int, ...], pages: tuple[int, ...]) -> Iterator[Note]:
    for page in scanned:
        what = f"page {page} is a picture without text: read it yourself"
        yield Note("SCAN", Severity.WARNING, pages.index(page) + 1, what)
