"""Bytes opened as a document of one text, as most tests want them; or many documents without a process for each."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from ladder.reading.passages import Document
from ladder.reading.text import child, opening
from ladder.reading.text.confined import read_answer
from ladder.reading.text.extracts import Extract
from ladder.reading.text.opening import open_content


@contextmanager
def opened_here() -> Iterator[None]:
    """Open documents in the tests' own process while the block lasts: one for each takes ten times as long.

    What the process of its own adds (bounds, refusals, the path handed on) its own tests show, and every reading by
    the command line.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opening, "extract_text", _extract_here)
        yield


def _extract_here(content: bytes, kind: str, *, name: str) -> Extract:
    return read_answer(child.answer(kind, content), kind, name=name)


def read_content(content: bytes, *, name: str) -> Document:
    """Return the text of a document's bytes."""
    opened = open_content(content, name=name)
    assert isinstance(opened, Document)
    return opened


def open_document(path: Path) -> Document:
    """Return the text of a file."""
    return read_content(path.read_bytes(), name=path.name)
