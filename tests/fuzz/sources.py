"""The documents that are damaged: of our own writing in every layout, and the real ones where they are there."""

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from tests.measure import SHARED
from tests.reading.text.making import docx_of, pdf_of
from tests.reading.written import (
    ConnecticutClass,
    NorthDakotaLevel,
    NorthDakotaSeries,
    print_connecticut,
    print_north_dakota,
)

_OURS = Path(__file__).parent / "documents"
_LARGEST_REAL = 20_000
_LINES_A_PAGE = 40


class Sound(NamedTuple):
    """A document before anything happened to it."""

    name: str
    content: bytes


@lru_cache(maxsize=1)
def own_documents() -> tuple[Sound, ...]:
    """Return one document of our own in each layout."""
    series = NorthDakotaSeries(
        "Ferry",
        (
            NorthDakotaLevel("Ferry Hand", "0101", "C", 2),
            NorthDakotaLevel("Ferry Mate", "0102", "D", 4, internal=1, superior="Ferry Master"),
        ),
    )
    written = {
        "connecticut.txt": print_connecticut(ConnecticutClass(), bullet="\u2022 "),
        "north-dakota.txt": print_north_dakota(series, torn=True),
    }
    files = sorted(_OURS.iterdir())
    return tuple(Sound(file.name, file.read_bytes()) for file in files) + tuple(
        Sound(name, text.encode()) for name, text in written.items()
    )


@lru_cache(maxsize=1)
def packed_documents() -> tuple[Sound, ...]:
    """Return DOCX and PDF that hold the words of our own text documents."""
    texts = {one.name: one.content.decode() for one in own_documents() if one.name.endswith(".txt")}
    docx = [Sound(f"{name}.docx", docx_of(*text.splitlines())) for name, text in texts.items()]
    return (*docx, *(Sound(f"{name}.pdf", pdf_of(*_pages(text))) for name, text in texts.items()))


def _pages(text: str) -> list[list[str]]:
    lines = text.splitlines()
    return [lines[first : first + _LINES_A_PAGE] for first in range(0, len(lines), _LINES_A_PAGE)]


@lru_cache(maxsize=1)
def real_documents() -> tuple[Sound, ...]:
    """Return the real documents that are not too long, none where they are absent."""
    folders = (SHARED / "specs", SHARED / "corpora" / "los-angeles", SHARED / "corpora" / "philadelphia")
    files = sorted(file for folder in folders if folder.is_dir() for file in folder.iterdir())
    return tuple(Sound(file.name, file.read_bytes()) for file in files if file.stat().st_size <= _LARGEST_REAL)
