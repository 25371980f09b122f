"""What is to be checked, opened: folders, record files, compiled catalogs, and documents themselves."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import Any, ClassVar, NamedTuple

from ladder.catalog.catalog import Catalog
from ladder.catalog.dated import DatedCatalog
from ladder.catalog.files import FilesRead, holds_records, read_leniently
from ladder.catalog.loading import load_catalog
from ladder.checks.catalog_under_check import CatalogUnderCheck, DocumentNotes
from ladder.checks.catalogue import find_all, in_order
from ladder.checks.findings import Finding
from ladder.errors import BadFileError, Fault
from ladder.profiles import find_profile_faults
from ladder.reading.text.kinds import SUFFIXES, may_be_document
from ladder.record_files import is_file, is_folder, read_text_file, refuse_file
from ladder.records import Record, RecordRefusedError, record, validate_json
from ladder.service_time import Month
from ladder.sources import Note, Severity

NOTES_FILE = "reading.json"
"""What ``ladder read -o`` leaves beside the records: the notes of reading."""

_DOCUMENTS = frozenset(SUFFIXES) - {".json"}
"""What is no catalog and no profile; JSON may be either."""

_ONE_RECORD = frozenset({".yaml", ".yml"})
_LARGEST_NOTES = 50_000_000


class _Lenient(Record):
    """What a later version of ladder adds to the notes is passed over."""

    __slots__ = ()
    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "ignore"}


@record
class _NoteRecord(_Lenient):
    code: str
    severity: Severity
    line: int = 0
    text: str = ""


@record
class _DocumentRecord(_Lenient):
    file: str
    classes: tuple[str, ...] = ()
    notes: tuple[_NoteRecord, ...] = ()


@record
class _ReadingRecord(_Lenient):
    documents: tuple[_DocumentRecord, ...]


class CheckedBeside(NamedTuple):
    """What profiles are checked beside: the catalog that their names are looked up in, and their month if given."""

    catalog: Path | None = None
    as_of: Month | None = None


_BUNDLED = CheckedBeside()


def open_all(paths: Iterable[Path], *, as_of: Month, beside: CheckedBeside = _BUNDLED) -> Iterator[CatalogUnderCheck]:
    """Yield what is to be checked: each catalog and each profile by itself, all documents as one catalog.

    Without paths it is the bundled catalog. What cannot be opened is yielded as faults.
    """
    given = list(paths)
    documents = [path for path in given if _is_document(path)]
    load = cache(partial(load_catalog, beside.catalog))
    for path in given:
        if path not in documents:
            yield _open_records(path, as_of, beside, load)
    if documents:
        from ladder.checks.reading_in import read_in  # noqa: PLC0415 - most checks read no document

        yield read_in(_files_of(documents), as_of=as_of)
    if not given:
        yield CatalogUnderCheck(read_leniently(None), as_of)


def check_paths(paths: Iterable[Path], *, as_of: Month) -> tuple[tuple[Finding, ...], tuple[Fault, ...]]:
    """Return what all rules find in the paths, gravest first, and the faults of files among it."""
    opened = list(open_all(paths, as_of=as_of))
    faults = dict.fromkeys(fault for under in opened for fault in under.faults)
    return in_order(finding for under in opened for finding in find_all(under)), tuple(faults)


def _is_document(path: Path) -> bool:
    """Return whether the path is a document, or a folder of documents without records."""
    if not is_folder(path):
        return path.suffix.casefold() in _DOCUMENTS and is_file(path)
    try:
        return any(_documents_in(path)) and not holds_records(path)
    except (BadFileError, OSError):
        return False


def _documents_in(folder: Path) -> Iterator[Path]:
    found = (one for one in sorted(folder.iterdir()) if one.suffix.casefold() in _DOCUMENTS)
    return (one for one in found if may_be_document(one.name) and one.is_file())


def _files_of(paths: Iterable[Path]) -> list[Path]:
    return [file for path in paths for file in (_documents_in(path) if is_folder(path) else [path])]


def _open_records(path: Path, as_of: Month, beside: CheckedBeside, load: Callable[[], Catalog]) -> CatalogUnderCheck:
    dated = DatedCatalog(read_leniently(path))
    found = dated.files_at(as_of) if dated.is_history else dated.files
    if found.profiles:
        return CatalogUnderCheck(_profiles_checked(found, as_of, beside, load), as_of, is_whole=False)
    if not is_folder(path):
        return CatalogUnderCheck(found, as_of, is_whole=path.suffix.casefold() not in _ONE_RECORD)
    documents: tuple[DocumentNotes, ...] = ()
    try:
        documents = tuple(note for folder in _folders(path) for note in _read_notes(folder / NOTES_FILE))
    except BadFileError as error:
        found = replace(found, faults=BadFileError([*found.faults, *error.faults]).faults)
    return CatalogUnderCheck(found, as_of, documents)


def _profiles_checked(found: FilesRead, as_of: Month, beside: CheckedBeside, load: Callable[[], Catalog]) -> FilesRead:
    """Return the profiles with what is wrong with them beside the catalog, or with the catalog."""
    try:
        catalog = load()
    except BadFileError as error:
        return replace(found, faults=error.faults)
    each = (find_profile_faults(one, catalog, as_of=beside.as_of, today=as_of) for one in found.profiles)
    return replace(found, faults=BadFileError([fault for faults in each for fault in faults]).faults)


def _folders(path: Path) -> Iterator[Path]:
    yield path
    try:
        yield from sorted(one for one in path.iterdir() if one.is_dir() and not one.name.startswith("."))
    except OSError:
        return


def _read_notes(file: Path) -> tuple[DocumentNotes, ...]:
    if not is_file(file):
        return ()
    text = read_text_file(file, at_most=_LARGEST_NOTES)
    try:
        documents = validate_json(_ReadingRecord, text).documents
    except RecordRefusedError:
        refuse_file(file, "these are no notes of reading", "make them again with 'ladder read', or take the file out")
    return tuple(
        DocumentNotes(one.file, one.classes, tuple(Note(*note) for note in map(_values, one.notes)))
        for one in documents
    )


def _values(note: _NoteRecord) -> tuple[str, Severity, int, str]:
    return note.code, note.severity, note.line, note.text
