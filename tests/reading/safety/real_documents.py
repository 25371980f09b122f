"""The documents of the two cities and of other employers, opened once, and what is read of a text in process."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from ladder.reading.collation import collate
from ladder.reading.documents import read_document
from ladder.reading.passages import Document
from ladder.reading.readings import Reading
from ladder.reading.text import opening
from tests.fuzz.running import extract_here
from tests.measure import SHARED
from tests.reading.text.opened import read_content

CORPORA = SHARED / "corpora"
CITIES = {"los-angeles": "us-ca-los-angeles", "philadelphia": "us-pa-philadelphia"}
STRANGERS = "us-zz"


class Printed(NamedTuple):
    """A document and whose it is."""

    name: str
    document: Document
    jurisdiction: str


def are_here() -> bool:
    """Return whether the real documents stand beside this checkout."""
    return (CORPORA / "strangers").is_dir()


def opened(content: bytes, name: str) -> Document:
    """Return the text of a document's bytes, without a process for each of thousands."""
    with patch.object(opening, "extract_text", extract_here):
        return read_content(content, name=name)


def read(document: Document, jurisdiction: str) -> tuple[Reading, ...]:
    """Return the readings of one document by itself, its titles resolved among themselves."""
    return collate(read_document(document, jurisdiction=jurisdiction)).readings


@lru_cache(maxsize=2_000)
def printed(folder: str, name: str) -> Printed:
    """Return one document of the corpora."""
    path = CORPORA / folder / name
    return Printed(name, opened(path.read_bytes(), name), CITIES.get(folder, STRANGERS))


def names_of(folder: str) -> Iterator[tuple[str, str]]:
    """Yield folder and name of each document of a corpus, in order of name."""
    root = CORPORA / folder
    paths = root.iterdir() if folder in CITIES else root.glob("*/*")
    for path in sorted(one for one in paths if one.is_file()):
        yield str(Path(path.parent).relative_to(CORPORA)), path.name
