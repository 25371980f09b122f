"""Catalogs that people keep: folders of YAML files, compiled files, and their faults."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ladder.candidates import Profile
from ladder.catalog.catalog import CatalogRecord
from ladder.catalog.compiled import (
    BUNDLED_NAME,
    LARGEST_COMPILED,
    collector_at_rest,
    is_as_compiled,
    read_bundled,
    read_compiled,
)
from ladder.catalog.faults import find_faults, find_misplaced
from ladder.catalog.jurisdictions import Jurisdiction
from ladder.errors import BadFileError, Fault
from ladder.record_files import LocatedRecord, locate_record, read_bytes, read_text_file, refuse_file
from ladder.specification import ClassSpecification
from ladder.writing import note_person

JURISDICTION_FILE = "jurisdiction.yaml"
_YAML = frozenset({".yaml", ".yml"})


def read_catalog_files(path: Path) -> CatalogRecord:
    """Return all records of a folder or of a compiled file, in order of class id.

    Raises:
        BadFileError: a file cannot be used, or the records do not fit together; every
            fault is listed.

    """
    if not path.is_dir() and _is_yaml(path):
        refuse_file(path, "a single YAML file is no catalog", "name its folder")
    if not path.is_dir():
        record, found_sound = _read_compiled_file(path)
        _refuse_if(() if found_sound else _located(record, str(path)).faults)
        return record
    found = _read_folder(path)
    _refuse_if(found.faults)
    return CatalogRecord(
        jurisdictions=tuple(sorted((one.record for one in found.jurisdictions), key=lambda one: one.id)),
        classes=tuple(sorted((one.record for one in found.classes), key=lambda spec: spec.class_id)),
    )


def _refuse_if(faults: tuple[Fault, ...]) -> None:
    if faults:
        raise BadFileError(faults)


@dataclass(frozen=True, slots=True)
class FilesRead:
    """What files hold that could be read, and what is wrong with the others.

    ``unread`` are ids of classes whose files could not be read.
    """

    jurisdictions: tuple[LocatedRecord[Jurisdiction], ...] = ()
    classes: tuple[LocatedRecord[ClassSpecification], ...] = ()
    faults: tuple[Fault, ...] = ()
    unread: frozenset[str] = frozenset()


def read_leniently(path: Path | None) -> FilesRead:
    """Return every record that can be read, and all faults; without a path, of the bundled catalog.

    The path is a folder, a compiled file, or one specification, jurisdiction or profile
    file. The records need not fit together.
    """
    try:
        if path is None:
            return _located(read_bundled(), BUNDLED_NAME)
        if path.is_dir():
            return _read_folder(path)
        return _read_one(path) if _is_yaml(path) else _located(_read_compiled_file(path)[0], str(path))
    except BadFileError as error:
        return FilesRead(faults=error.faults)


def holds_records(folder: Path) -> bool:
    """Return whether the folder, or one in it, holds YAML files."""
    return any(True for _ in _folders_in(folder))


def _read_one(path: Path) -> FilesRead:
    text = read_text_file(path)
    located = locate_record(_model_of(path, text), text, file=path)
    record = located.record
    if isinstance(record, ClassSpecification):
        return FilesRead(classes=(LocatedRecord(record, located.file, located.tree),))
    if isinstance(record, Jurisdiction):
        return FilesRead(jurisdictions=(LocatedRecord(record, located.file, located.tree),))
    note_person()
    return FilesRead()


def _model_of(path: Path, text: str) -> type[Jurisdiction | ClassSpecification | Profile]:
    if path.name == JURISDICTION_FILE:
        return Jurisdiction
    begun = {line.partition(":")[0] for line in text.splitlines()}
    return Profile if begun & Profile.model_fields.keys() else ClassSpecification


def _read_compiled_file(path: Path) -> tuple[CatalogRecord, bool]:
    """Return the records of a compiled file, and whether it is as it was compiled."""
    content = read_bytes(path, at_most=LARGEST_COMPILED)
    with collector_at_rest():
        found_sound = is_as_compiled(content)
        return read_compiled(content, file=str(path), found_sound=found_sound), found_sound


def _located(record: CatalogRecord, file: str) -> FilesRead:
    classes = tuple(LocatedRecord(spec, file, name=spec.class_id) for spec in record.classes)
    jurisdictions = tuple(LocatedRecord(one, file, name=one.id) for one in record.jurisdictions)
    return FilesRead(jurisdictions, classes, BadFileError(find_faults(classes, jurisdictions)).faults)


def _read_folder(path: Path) -> FilesRead:
    folders = [_read_jurisdiction(folder, files) for folder, files in _folders_in(path)]
    if not folders:
        refuse_file(path, "the folder holds no class specifications", f"name a folder that has a {JURISDICTION_FILE}")
    jurisdictions = tuple(one for folder in folders for one in folder.jurisdictions)
    classes = tuple(located for folder in folders for located in folder.classes)
    unread = frozenset[str]().union(*(folder.unread for folder in folders))
    faults = [fault for folder in folders for fault in folder.faults]
    faults += find_faults(classes, jurisdictions, unread=unread)
    return FilesRead(jurisdictions, classes, BadFileError(faults).faults, unread)


def _folders_in(path: Path) -> Iterable[tuple[Path, list[Path]]]:
    """Yield the folder itself and those in it, where they hold YAML files, in order of name."""
    try:
        folders = [path, *sorted(one for one in path.iterdir() if one.is_dir() and not one.name.startswith("."))]
        found = [
            (folder, sorted(one for one in folder.iterdir() if _is_yaml(one) and not one.name.startswith(".")))
            for folder in folders
        ]
    except OSError as error:
        refuse_file(path, f"the folder cannot be read: {error.strerror}", "look at its permissions")
    return [(folder, files) for folder, files in found if files]


def _is_yaml(path: Path) -> bool:
    return path.suffix.casefold() in _YAML


def _read_jurisdiction(folder: Path, files: list[Path]) -> FilesRead:
    jurisdictions: list[LocatedRecord[Jurisdiction]] = []
    classes: list[LocatedRecord[ClassSpecification]] = []
    faults: list[Fault] = [] if folder / JURISDICTION_FILE in files else [_no_jurisdiction(folder)]
    unread: set[str] = set()
    for file in files:
        try:
            text = read_text_file(file)
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
    return Fault(str(folder), 0, "", what, "add one with at least 'id' and 'name'")
