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

JURISDICTION_FILE = "jurisdiction.yaml"
_YAML = frozenset({".yaml", ".yml"})


def read_catalog_files(path: Path) -> CatalogRecord:
    """Return all records of a folder or of a compiled file, in order of class id.

    Raises:
        BadFileError: a file cannot be used, or the records do not fit together; every
            fault is listed.

    """
    if path.is_dir():
        return _read_folder(path)
    if _is_yaml(path):
        refuse_file(path, "a single YAML file is no catalog", "name its folder")
    return _read_file(path)


def find_file_faults(path: Path) -> tuple[Fault, ...]:
    """Return the faults of a catalog, or of one specification, jurisdiction or profile file.

    A profile is known by its fields; the classes that it names are not looked up.
    """
    try:
        if _is_yaml(path) and not path.is_dir():
            text = read_text_file(path)
            locate_record(_model_of(path, text), text, file=path)
        else:
            read_catalog_files(path)
    except BadFileError as error:
        return error.faults
    return ()


def find_bundled_faults() -> tuple[Fault, ...]:
    """Return the faults of the catalog that belongs to the program."""
    try:
        return _faults_between(read_bundled(), BUNDLED_NAME)
    except BadFileError as error:
        return error.faults


def _model_of(path: Path, text: str) -> type[Jurisdiction | ClassSpecification | Profile]:
    if path.name == JURISDICTION_FILE:
        return Jurisdiction
    begun = {line.partition(":")[0] for line in text.splitlines()}
    return Profile if begun & Profile.model_fields.keys() else ClassSpecification


def _read_file(path: Path) -> CatalogRecord:
    content = read_bytes(path, at_most=LARGEST_COMPILED)
    with collector_at_rest():
        sound = is_as_compiled(content)
        record = read_compiled(content, file=str(path), found_sound=sound)
        faults = () if sound else _faults_between(record, str(path))
    if faults:
        raise BadFileError(faults)
    return record


def _faults_between(record: CatalogRecord, file: str) -> tuple[Fault, ...]:
    return find_faults(
        [LocatedRecord(spec, file, name=spec.class_id) for spec in record.classes],
        [LocatedRecord(one, file, name=one.id) for one in record.jurisdictions],
    )


@dataclass(frozen=True, slots=True)
class _FolderRead:
    """What the files of one jurisdiction's folder hold, and what is wrong with them."""

    jurisdictions: tuple[LocatedRecord[Jurisdiction], ...]
    classes: tuple[LocatedRecord[ClassSpecification], ...]
    faults: tuple[Fault, ...]
    unread: frozenset[str]


def _read_folder(path: Path) -> CatalogRecord:
    folders = [_read_jurisdiction(folder, files) for folder, files in _folders_in(path)]
    if not folders:
        refuse_file(path, "the folder holds no class specifications", f"name a folder that has a {JURISDICTION_FILE}")
    jurisdictions = [one for folder in folders for one in folder.jurisdictions]
    classes = [located for folder in folders for located in folder.classes]
    unread = frozenset[str]().union(*(folder.unread for folder in folders))
    faults = [fault for folder in folders for fault in folder.faults]
    faults += find_faults(classes, jurisdictions, unread=unread)
    if faults:
        raise BadFileError(faults)
    return CatalogRecord(
        jurisdictions=tuple(sorted((one.record for one in jurisdictions), key=lambda one: one.id)),
        classes=tuple(sorted((located.record for located in classes), key=lambda spec: spec.class_id)),
    )


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


def _read_jurisdiction(folder: Path, files: list[Path]) -> _FolderRead:
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
    return _FolderRead(tuple(jurisdictions), tuple(classes), tuple(faults), frozenset(unread))


def _no_jurisdiction(folder: Path) -> Fault:
    what = f"the folder has no {JURISDICTION_FILE}"
    return Fault(str(folder), 0, "", what, "add one with at least 'id' and 'name'")
