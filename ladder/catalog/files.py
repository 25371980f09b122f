"""Catalogs that people keep: folders of YAML files, compiled files, and their faults."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ladder.candidates import Profile
from ladder.catalog.bundled import BUNDLED_NAME, read_bundled
from ladder.catalog.bundled_names import BUNDLED, is_bundled
from ladder.catalog.cache import Folders, find_kept, keep, take_snapshot
from ladder.catalog.catalog import CatalogRecord
from ladder.catalog.compiled import LARGEST_COMPILED, collector_at_rest, is_as_compiled, read_compiled
from ladder.catalog.file_kinds import FileKind, find_kind
from ladder.catalog.jurisdictions import Jurisdiction
from ladder.catalog.record_faults import find_faults, find_misplaced
from ladder.errors import BadFileError, Fault, FaultKind
from ladder.record_files import (
    LocatedRecord,
    decode_text,
    is_folder,
    locate_record,
    read_bytes,
    read_text_file,
    refuse_file,
)
from ladder.specification import ClassSpecification
from ladder.writing import note_person

JURISDICTION_FILE = "jurisdiction.yaml"
LAYOUTS = "layouts"
"""The folder of layouts of rosters, which are no records of a catalog."""
_YAML = frozenset({".yaml", ".yml"})


def read_catalog_files(path: Path) -> CatalogRecord:
    """Return all records of a folder or of a compiled file, in order of class id.

    Raises:
        BadFileError: a file cannot be used, or the records do not fit together; every
            fault is listed.

    """
    if not is_folder(path):
        _refuse_unknown_name(path)
        return _read_catalog_file(path)
    folders = _folders_in(path)
    snapshot = take_snapshot(path, folders)
    kept = find_kept(snapshot) if snapshot else None
    if kept is not None:
        return kept
    found = _read_folder(path, folders, snapshot.contents if snapshot else {})
    _refuse_if(found.faults)
    record = CatalogRecord(
        jurisdictions=tuple(sorted((one.record for one in found.jurisdictions), key=lambda one: one.id)),
        classes=tuple(sorted((one.record for one in found.classes), key=lambda spec: spec.class_id)),
    )
    if snapshot:
        keep(snapshot, record)
    return record


def _refuse_unknown_name(path: Path) -> None:
    """Refuse a bare name that is neither a file nor a bundled catalog's, and list those there are."""
    if path.parent == Path() and path.name and _is_missing(path):
        what = "there is no such file, and no catalog that comes with ladder is called so"
        refuse_file(path, what, f"name a file or folder, or one of {', '.join(BUNDLED)}")


def _is_missing(path: Path) -> bool:
    try:
        return not path.exists()
    except (OSError, ValueError):
        return False


def _read_catalog_file(path: Path) -> CatalogRecord:
    """Return the records of a compiled file; a file of another kind is refused by its name."""
    if _is_yaml(path):
        kind = find_kind(read_text_file(path))
        _refuse_kind(path, kind if kind is FileKind.PROFILE else None)
        refuse_file(path, "a single YAML file is no catalog", "name its folder")
    content = read_bytes(path, at_most=LARGEST_COMPILED)
    try:
        record, found_sound = _read_compiled(content, path)
    except BadFileError:
        _refuse_kind(path, find_kind(content.decode(errors="replace")))
        raise
    _refuse_if(() if found_sound else _located(record, str(path)).faults)
    return record


def _refuse_kind(path: Path, kind: FileKind | None) -> None:
    if kind not in (None, FileKind.CATALOG):
        refuse_file(path, f"this is {kind.words}, and no catalog", kind.belongs)


def _refuse_if(faults: tuple[Fault, ...]) -> None:
    if faults:
        raise BadFileError(faults)


@dataclass(frozen=True, slots=True)
class FilesRead:
    """What files hold that could be read, and what is wrong with the others.

    ``unread`` are ids of classes whose files could not be read. ``profiles`` are files
    that are no part of a catalog; their names are not looked up in one yet.
    """

    jurisdictions: tuple[LocatedRecord[Jurisdiction], ...] = ()
    classes: tuple[LocatedRecord[ClassSpecification], ...] = ()
    faults: tuple[Fault, ...] = ()
    unread: frozenset[str] = frozenset()
    profiles: tuple[LocatedRecord[Profile], ...] = ()


def read_leniently(path: Path | None) -> FilesRead:
    """Return every record that can be read, and all faults; without a path, of the bundled catalog.

    The path is a folder, a compiled file, the name of a bundled catalog, or one specification, jurisdiction or profile
    file, YAML or JSON. The records need not fit together. A file of any other kind that
    ladder knows is one fault that says so.
    """
    try:
        if path is None:
            return _located(read_bundled(), BUNDLED_NAME)
        if is_bundled(path):
            return _located(read_bundled(name=str(path)), str(path))
        if is_folder(path):
            return _read_folder(path, _folders_in(path), {})
        return _read_file(path)
    except BadFileError as error:
        return FilesRead(faults=error.faults)


def holds_records(folder: Path) -> bool:
    """Return whether the folder, or one in it, holds YAML files."""
    return any(True for _ in _folders_in(folder))


def _read_file(path: Path) -> FilesRead:
    content = read_bytes(path, at_most=LARGEST_COMPILED)
    kind = None if is_as_compiled(content) else find_kind(content.decode(errors="replace"))
    is_record = kind is not FileKind.LAYOUT and (_is_yaml(path) or (kind and kind.is_record))
    if is_record:
        return _read_one(path, decode_text(content, path), kind)
    if kind not in (None, FileKind.CATALOG):
        refuse_file(path, f"this is {kind.words}, and nothing to check", kind.belongs)
    return _located(_read_compiled(content, path)[0], str(path))


def _read_one(path: Path, text: str, kind: FileKind | None) -> FilesRead:
    if kind is FileKind.PROFILE:
        note_person()
        return FilesRead(profiles=(locate_record(Profile, text, file=path),))
    if kind is FileKind.JURISDICTION or path.name == JURISDICTION_FILE:
        return FilesRead(jurisdictions=(locate_record(Jurisdiction, text, file=path),))
    return FilesRead(classes=(locate_record(ClassSpecification, text, file=path),))


def _read_compiled(content: bytes, path: Path) -> tuple[CatalogRecord, bool]:
    """Return the records of a compiled file, and whether it is as it was compiled."""
    with collector_at_rest():
        found_sound = is_as_compiled(content)
        return read_compiled(content, file=str(path), found_sound=found_sound), found_sound


def _located(record: CatalogRecord, file: str) -> FilesRead:
    classes = tuple(LocatedRecord(spec, file, name=spec.class_id) for spec in record.classes)
    jurisdictions = tuple(LocatedRecord(one, file, name=one.id) for one in record.jurisdictions)
    return FilesRead(jurisdictions, classes, BadFileError(find_faults(classes, jurisdictions)).faults)


def _read_folder(path: Path, files_of: Folders, contents: Mapping[Path, bytes]) -> FilesRead:
    """Return what the files hold; of those whose bytes were read before, what these hold."""
    folders = [_read_jurisdiction(folder, files, contents) for folder, files in files_of]
    if not folders:
        refuse_file(path, "the folder holds no class specifications", f"name a folder that has a {JURISDICTION_FILE}")
    jurisdictions = tuple(one for folder in folders for one in folder.jurisdictions)
    classes = tuple(located for folder in folders for located in folder.classes)
    unread = frozenset[str]().union(*(folder.unread for folder in folders))
    faults = [fault for folder in folders for fault in folder.faults]
    faults += find_faults(classes, jurisdictions, unread=unread)
    return FilesRead(jurisdictions, classes, BadFileError(faults).faults, unread)


def _folders_in(path: Path) -> Folders:
    """Yield the folder itself and those in it, where they hold YAML files, in order of name."""
    try:
        folders = [path, *sorted(filter(_may_hold_records, path.iterdir()))]
        found = [
            (folder, sorted(one for one in folder.iterdir() if _is_yaml(one) and not one.name.startswith(".")))
            for folder in folders
        ]
    except OSError as error:
        refuse_file(path, f"the folder cannot be read: {error.strerror}", "look at its permissions")
    return [(folder, files) for folder, files in found if files]


def _may_hold_records(path: Path) -> bool:
    return path.is_dir() and not path.name.startswith(".") and path.name != LAYOUTS


def _is_yaml(path: Path) -> bool:
    return path.suffix.casefold() in _YAML


def _read_jurisdiction(folder: Path, files: list[Path], contents: Mapping[Path, bytes]) -> FilesRead:
    jurisdictions: list[LocatedRecord[Jurisdiction]] = []
    classes: list[LocatedRecord[ClassSpecification]] = []
    faults: list[Fault] = [] if folder / JURISDICTION_FILE in files else [_no_jurisdiction(folder)]
    unread: set[str] = set()
    for file in files:
        try:
            text = decode_text(contents[file], file) if file in contents else read_text_file(file)
            if file.name == JURISDICTION_FILE:
                jurisdictions.append(locate_record(Jurisdiction, text, file=file))
            else:
                classes.append(locate_record(ClassSpecification, text, file=file))
        except BadFileError as error:
            faults += error.faults
            unread.add(f"{folder.name}/{file.stem}")
    for one in jurisdictions:
        faults += find_misplaced(classes, one.record.id)
    return FilesRead(tuple(jurisdictions), tuple(classes), tuple(faults), frozenset(unread))


def _no_jurisdiction(folder: Path) -> Fault:
    what = f"the folder has no {JURISDICTION_FILE}"
    remedy = "add one with at least 'id' and 'name'"
    return Fault(str(folder), 0, "", what, remedy, FaultKind.JURISDICTION_FILE_MISSING)
