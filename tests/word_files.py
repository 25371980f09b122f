"""What stands in a Word document, read from its parts and, where it is, by LibreOffice."""

import io
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element
from zipfile import ZipFile

import docx

from tests.measure import HANG_SECONDS

OFFICE = shutil.which("soffice")
_WORD = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
_DRAWN = {"wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"}


def headings_of(content: bytes) -> list[tuple[int, str]]:
    """Return the headings by level."""
    paragraphs = docx.Document(io.BytesIO(content)).paragraphs
    named = [(str(one.style and one.style.name), one.text) for one in paragraphs]
    return [(int(style.removeprefix("Heading ")), text) for style, text in named if style.startswith("Heading ")]


def styles_of(content: bytes) -> set[str]:
    """Return the styles of its paragraphs, by name."""
    return {str(one.style and one.style.name) for one in docx.Document(io.BytesIO(content)).paragraphs}


def words_of(content: bytes) -> str:
    """Return all words of the document, a line for each paragraph, those of tables last."""
    document = docx.Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


def header_rows_of(content: bytes) -> list[list[str]]:
    """Return the cells of the rows that are marked as headers, which a new page repeats."""
    rows = [
        row for row in _tree(content).iterfind(".//w:tr", _WORD) if row.find("w:trPr/w:tblHeader", _WORD) is not None
    ]
    return [["".join(cell.itertext()) for cell in row.iterfind("w:tc", _WORD)] for row in rows]


def tables_in(content: bytes) -> int:
    """Return how many tables there are."""
    return len(_tree(content).findall(".//w:tbl", _WORD))


def alternatives_of(content: bytes) -> list[str | None]:
    """Return the alternative text of each picture, None where it has none."""
    return [one.get("descr") for one in _tree(content).iterfind(".//wp:docPr", _DRAWN)]


def _tree(content: bytes) -> Element:
    with ZipFile(io.BytesIO(content)) as parts:
        return ET.fromstring(parts.read("word/document.xml"))  # noqa: S314 - we wrote it


def opened_by_office(content: bytes, folder: Path) -> Element:
    """Return the document as LibreOffice opens it, told as OpenDocument."""
    (folder / "report.docx").write_bytes(content)
    home = f"-env:UserInstallation={(folder / 'home').as_uri()}"
    words = [str(OFFICE), home, "--headless", "--convert-to", "fodt", "--outdir", str(folder)]
    subprocess.run([*words, str(folder / "report.docx")], check=True, capture_output=True, timeout=HANG_SECONDS)
    return ET.fromstring((folder / "report.fodt").read_bytes())  # noqa: S314 - LibreOffice wrote it
