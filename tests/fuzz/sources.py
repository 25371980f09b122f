"""The documents that are damaged: of our own writing in every layout, and the real ones where they are there."""

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from tests.measure import SHARED
from tests.reading.formats.making import FORMATS, MORE_FORMATS
from tests.reading.formats.specifications import INSPECTOR, SURVEYOR
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
_PACKED = (".docx", ".pdf", ".odt", ".xlsx")


class Sound(NamedTuple):
    """A document before anything happened to it."""

    name: str
    content: bytes


@lru_cache(maxsize=1)
def own_documents() -> tuple[Sound, ...]:
    """Return one document of our own in each layout, and in each format that is letters."""
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
    return (
        *(Sound(file.name, file.read_bytes()) for file in files),
        *(Sound(name, text.encode()) for name, text in written.items()),
        *(one for one in _in_every_format() if not one.name.endswith(_PACKED)),
    )


def _in_every_format() -> list[Sound]:
    """Return two specifications as files of every format."""
    made = {**FORMATS, **MORE_FORMATS}.items()
    return [Sound(f"{spec.code}-{name}", make(spec)) for spec in (INSPECTOR, SURVEYOR) for name, make in made]


@lru_cache(maxsize=1)
def packed_documents() -> tuple[Sound, ...]:
    """Return containers that hold the words of our own documents: DOCX, PDF, ODT and XLSX."""
    texts = {one.name: one.content.decode() for one in own_documents() if one.name.endswith(".txt")}
    docx = [Sound(f"{name}.docx", docx_of(*text.splitlines())) for name, text in texts.items()]
    pdf = (Sound(f"{name}.pdf", pdf_of(*_pages(text))) for name, text in texts.items())
    return (*docx, *pdf, *(one for one in _in_every_format() if one.name.endswith(_PACKED)))


def _pages(text: str) -> list[list[str]]:
    lines = text.splitlines()
    return [lines[first : first + _LINES_A_PAGE] for first in range(0, len(lines), _LINES_A_PAGE)]


@lru_cache(maxsize=1)
def real_documents() -> tuple[Sound, ...]:
    """Return the real documents that are not too long, none where they are absent."""
    folders = (SHARED / "specs", SHARED / "corpora" / "los-angeles", SHARED / "corpora" / "philadelphia")
    files = sorted(file for folder in folders if folder.is_dir() for file in folder.iterdir())
    return tuple(Sound(file.name, file.read_bytes()) for file in files if file.stat().st_size <= _LARGEST_REAL)
