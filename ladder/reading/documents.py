"""Documents to readings: which reader knows the layout, and what it makes of it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from types import MappingProxyType

from ladder.errors import BadCallError
from ladder.reading.class_rows import open_documents
from ladder.reading.drafts import LayoutReader
from ladder.reading.extent import cut_to_extent
from ladder.reading.jurisdictions.outline.outline_reader import GeneralReader
from ladder.reading.jurisdictions.outline.vocabulary import HeadingWords
from ladder.reading.passages import Document, find_unread
from ladder.reading.readings import Reading, make_readings
from ladder.sources import Note, Severity

GROUP = "ladder.readers"
"""The entry point group by which other packages add readers of jurisdictions."""

_OWN = MappingProxyType(
    {
        "us-ct": "ladder.reading.jurisdictions.connecticut",
        "us-nd": "ladder.reading.jurisdictions.north_dakota",
        "us-ca-los-angeles": "ladder.reading.jurisdictions.los_angeles",
        "us-pa-philadelphia": "ladder.reading.jurisdictions.philadelphia",
        "us-ca": "ladder.reading.jurisdictions.california",
        "us-ny-new-york": "ladder.reading.jurisdictions.new_york_city",
    }
)
"""The module of each reader of ladder's own; each is imported when it is first asked."""


@lru_cache(maxsize=1)
def find_readers() -> Mapping[str, LayoutReader]:
    """Return the readers by jurisdiction: those of ladder, then those that other packages add."""
    from importlib.metadata import entry_points  # noqa: PLC0415 - one of ladder's own readers, named, needs none

    readers = {name: _own_reader(name) for name in _OWN}
    for point in entry_points(group=GROUP):
        added: LayoutReader = point.load()
        readers.setdefault(added.jurisdiction, added)
    return MappingProxyType(readers)


def _own_reader(jurisdiction: str) -> LayoutReader:
    reader: LayoutReader = import_module(_OWN[jurisdiction]).READER
    return reader


def find_reader(document: Document, *, jurisdiction: str | None = None) -> LayoutReader | None:
    """Return the reader of the jurisdiction named, else the one that recognises the document.

    A jurisdiction that no reader knows is read by the general reader of outlines.

    Raises:
        BadCallError: the name cannot be the id of a jurisdiction.

    """
    if jurisdiction is None:
        return next((one for one in find_readers().values() if one.recognises(document)), None)
    if jurisdiction in _OWN:
        return _own_reader(jurisdiction)
    readers = find_readers()
    if jurisdiction in readers:
        return readers[jurisdiction]
    if not is_jurisdiction_id(jurisdiction):
        what = f"{jurisdiction!r} cannot be the id of a jurisdiction"
        raise BadCallError(what=what, try_this="use small letters, figures and hyphens, as in us-ct")
    return GeneralReader(jurisdiction=jurisdiction)


def is_jurisdiction_id(text: str) -> bool:
    """Return whether a text can be the id of a jurisdiction: small letters, figures and hyphens."""
    return bool(text) and text.isascii() and text.replace("-", "").isalnum() and text == text.casefold()


def names_of(jurisdictions: Iterable[str]) -> Mapping[str, str]:
    """Return the names of the jurisdictions whose reader is known, by their ids; no other reader is imported."""
    asked = tuple(dict.fromkeys(jurisdictions))
    readers = {name: _own_reader(name) for name in asked if name in _OWN}
    if len(readers) < len(asked):
        readers |= {name: reader for name, reader in find_readers().items() if name in asked}
    return MappingProxyType({name: reader.name for name, reader in readers.items()})


def read_document(
    document: Document, *, jurisdiction: str | None = None, words: HeadingWords | None = None
) -> tuple[Reading, ...]:
    """Return a reading for each class of a document; at least one, if only to say that none was found.

    ``words`` are headings and labels of the user's own, which the reader of outlines asks first.
    Of a document longer than any specification the head is read, with a note
    (``ladder.reading.extent``); the rest is listed as unread.

    Raises:
        BadCallError: the name cannot be the id of a jurisdiction.

    """
    read = cut_to_extent(document)
    document = replace(document, notes=read.notes)
    reader = find_reader(read, jurisdiction=jurisdiction)
    if document.is_row and reader is not None:
        reader = reader if isinstance(reader, GeneralReader) else GeneralReader(jurisdiction=reader.jurisdiction)
    if reader is None:
        text = "no reader knows this layout; with --jurisdiction us-ny-monroe, say, it is read as an outline"
        return (_nothing_read(document, None, Note("UNRECOGNISED", Severity.ERROR, 0, text)),)
    if words is not None and isinstance(reader, GeneralReader):
        reader = reader.with_words(words)
    drafts = reader.read(read)
    if not drafts:
        note = Note("NO_CLASS", Severity.ERROR, 0, "the document specifies no class that the reader found")
        return (_nothing_read(document, reader.jurisdiction, note),)
    return make_readings(document, drafts)


def read_files(paths: Iterable[Path], *, jurisdiction: str | None = None) -> Iterator[tuple[Reading, ...]]:
    """Yield the readings of each file as it is read, of a table of classes those of each row.

    Raises:
        BadFileError: a file cannot be opened as a document.
        BadCallError: the name cannot be the id of a jurisdiction.

    """
    for path in paths:
        for document in open_documents(path):
            yield read_document(document, jurisdiction=jurisdiction)


def _nothing_read(document: Document, jurisdiction: str | None, note: Note) -> Reading:
    unread = find_unread(document, ())
    return Reading(document, jurisdiction, notes=(*document.notes, note), unread=unread)
