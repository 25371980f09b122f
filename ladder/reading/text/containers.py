"""Zip containers, measured before anything in them is opened."""

import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from ladder.reading.text.extracts import UnfitDocumentError
from ladder.reading.text.limits import LARGEST_INFLATED, LARGEST_PART, MOST_PARTS

_PIECE = 1 << 18
_DIRECTORY_MARK = b"PK\x01\x02"
_DOCTYPE = b"<!DOCTYPE"
_TEXT_PARTS = (".xml", ".rels")
_LIST_OF_PARTS = "META-INF/manifest.xml"


def check_container(content: bytes) -> None:
    """Refuse a zip that unpacks to more than a document holds, by what it says and by what it does.

    Every part is unpacked once, a piece at a time, and nothing of it is kept. A zip in
    the zip is a part like another: it is never opened.

    Raises:
        UnfitDocumentError: too many parts, too large in all, a part of text too large or
            with a document type, locked with a password, or damaged.

    """
    if content.count(_DIRECTORY_MARK) > MOST_PARTS:
        message = f"it has more than {MOST_PARTS:,} parts"
        raise UnfitDocumentError(message)
    try:
        with ZipFile(BytesIO(content)) as container:
            _check_parts(container)
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError) as error:
        message = f"it is no sound zip: {error}"
        raise UnfitDocumentError(message) from error


def _check_parts(container: ZipFile) -> None:
    parts = container.infolist()
    _check_size(sum(part.file_size for part in parts), LARGEST_INFLATED)
    left = LARGEST_INFLATED
    for part in parts:
        most = min(left, LARGEST_PART) if part.filename.endswith(_TEXT_PARTS) else left
        _check_size(part.file_size, most)
        left -= _inflate(container, part, most)


def _inflate(container: ZipFile, part: ZipInfo, most: int) -> int:
    size = 0
    with container.open(part) as stream:
        while piece := stream.read(_PIECE):
            if not size and _is_read(part.filename) and _DOCTYPE in piece:
                message = "it declares entities, which no document does"
                raise UnfitDocumentError(message)
            size += len(piece)
            _check_size(size, most)
    return size


def _is_read(name: str) -> bool:
    # The list of parts of an OpenDocument, which older programs give a document type, is never opened.
    return name.endswith(_TEXT_PARTS) and name != _LIST_OF_PARTS


def _check_size(size: int, most: int) -> None:
    if size > most:
        message = f"it unpacks to more than {most:,} bytes"
        raise UnfitDocumentError(message)
