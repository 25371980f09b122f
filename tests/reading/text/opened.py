"""Bytes opened as a document of one text, as most tests want them."""

from pathlib import Path

from ladder.reading.passages import Document
from ladder.reading.text.opening import open_content


def read_content(content: bytes, *, name: str) -> Document:
    """Return the text of a document's bytes."""
    opened = open_content(content, name=name)
    assert isinstance(opened, Document)
    return opened


def open_document(path: Path) -> Document:
    """Return the text of a file."""
    return read_content(path.read_bytes(), name=path.name)
