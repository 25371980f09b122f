"""The kinds of file that are read: by what a file holds, and by its suffix where that does not show."""

import re
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType

from ladder.reading.text.limits import refuse_document

_HEAD = 4096
_ZIP = b"PK"
_HTML = re.compile(rb"\s{0,80}(?:<!doctype\s{1,9}html|<html|<head|<body)", re.IGNORECASE)
_HTML_BELOW = re.compile(rb"<html", re.IGNORECASE)
_BEFORE_HTML = (b"<?xml", b"<!--")
_JSON = re.compile(rb"\s{0,80}(?:\[\s{0,80}\{\s{0,80}|\{\s{0,80})\"")
_RTF = b"{\\rtf"


class Kind(StrEnum):
    """The kinds of document that are read."""

    PLAIN = "plain text"
    MARKDOWN = "Markdown"
    HTML = "HTML"
    DOCX = "DOCX"
    PDF = "PDF"
    ODT = "ODT"
    RTF = "RTF"
    XLSX = "XLSX"
    CSV = "CSV"
    JSON = "JSON"


SUFFIXES: Mapping[str, Kind] = MappingProxyType(
    {
        ".txt": Kind.PLAIN,
        ".text": Kind.PLAIN,
        ".md": Kind.MARKDOWN,
        ".markdown": Kind.MARKDOWN,
        ".htm": Kind.HTML,
        ".html": Kind.HTML,
        ".xhtml": Kind.HTML,
        ".docx": Kind.DOCX,
        ".pdf": Kind.PDF,
        ".odt": Kind.ODT,
        ".rtf": Kind.RTF,
        ".xlsx": Kind.XLSX,
        ".csv": Kind.CSV,
        ".tsv": Kind.CSV,
        ".json": Kind.JSON,
        ".jsonld": Kind.JSON,
    }
)
"""The kind that a suffix says; of files in a folder those with one of these are read."""

KINDS_IN_WORDS = "text, Markdown, HTML, Word, OpenDocument, RTF, PDF, Excel, CSV or JSON"
"""What may be read, as refusals and the page for help say it."""

_SHOWN_BY_CONTENT = frozenset({Kind.DOCX, Kind.PDF, Kind.ODT, Kind.RTF, Kind.XLSX})
_ABOUT_A_FOLDER = frozenset({"readme", "license", "changelog", "contributing"})
_IN_ZIP = (
    (b"word/document", Kind.DOCX),
    (b"mimetypeapplication/vnd.oasis.opendocument.text", Kind.ODT),
    (b"xl/workbook", Kind.XLSX),
)


def may_be_document(name: str) -> bool:
    """Return whether a file of a folder is one to read: by its suffix, and not by what people name notes on a folder.

    >>> [name for name in ("a.md", "a.CSV", "README.md", "license.txt", "a.zip") if may_be_document(name)]
    ['a.md', 'a.CSV']
    """
    path = Path(name)
    return path.suffix.casefold() in SUFFIXES and path.stem.casefold() not in _ABOUT_A_FOLDER


def find_kind(content: bytes, *, name: str) -> Kind:
    """Return the kind of a document by its first bytes, else by the suffix of its name.

    Raises:
        BadFileError: a zip of another kind, or a suffix that the bytes belie.

    """
    # In UTF-16 every other byte of the first words is NUL.
    head = content[:_HEAD].replace(b"\0", b"").removeprefix(b"\xef\xbb\xbf")
    head = head.removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    if content.startswith(b"%PDF-") or (name.lower().endswith(".pdf") and b"%PDF-" in content[:_HEAD]):
        return Kind.PDF
    if content.startswith(_ZIP) and content[2:4] in {b"\3\4", b"\5\6", b"\7\x08"}:
        return _kind_of_zip(content, name)
    if content.startswith(_RTF):
        return Kind.RTF
    if _is_html(head):
        return Kind.HTML
    return _said_by_name(head, name)


def _said_by_name(head: bytes, name: str) -> Kind:
    suffix = Path(name).suffix.lower()
    said = SUFFIXES.get(suffix, Kind.PLAIN)
    if said in _SHOWN_BY_CONTENT:
        refuse_document(name, f"the name says {said.value}, and the file is none", "look at how it was saved")
    return Kind.JSON if said is Kind.PLAIN and suffix not in SUFFIXES and _JSON.match(head) else said


def _kind_of_zip(content: bytes, name: str) -> Kind:
    found = next((kind for mark, kind in _IN_ZIP if mark in content), None)
    if found is None:
        what = "this is a zip that holds no Word, OpenDocument text or Excel document"
        refuse_document(name, what, "name the documents themselves")
    return found


def _is_html(head: bytes) -> bool:
    if _HTML.match(head):
        return True
    return head.lstrip()[:5].startswith(_BEFORE_HTML) and _HTML_BELOW.search(head) is not None
