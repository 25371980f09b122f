"""What a catalog folder holds that documents were read into: its records, and the list of what was read."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Literal

from ladder.catalog.catalog import Catalog, CatalogRecord
from ladder.catalog.files import JURISDICTION_FILE, FilesRead, holds_records, read_leniently
from ladder.catalog.jurisdictions import Jurisdiction
from ladder.errors import BadFileError, Fault
from ladder.field_limits import Limits
from ladder.record_files import read_bytes, refuse_file
from ladder.record_files.located_records import print_tree
from ladder.records import Record, RecordRefusedError, json_tree_of, record, tree_of, validate_json
from ladder.sources import Severity
from ladder.specification import ClassSpecification, Completeness
from ladder.writing import fault_of_path, own_files

LIST_FILE = "reading.json"
"""The list of what was read: documents, and each record as it was read last."""

QUARANTINE = "quarantine"
"""The folder of records that were set aside: the catalog does not look into it."""

LARGEST_LIST = 200_000_000
"""Bytes of the largest list that is read."""

_LONGEST_NAME = 100
_Line = Annotated[int, Limits(ge=0)]


@record
class ListedNote(Record):
    """A note of a document."""

    code: str
    severity: Severity
    line: _Line
    text: str


@record
class ListedDocument(Record):
    """A document that was read: its name, a digest of its text, its classes, notes and unread lines."""

    file: str
    sha256: str
    classes: tuple[str, ...] = ()
    notes: tuple[ListedNote, ...] = ()
    unread: tuple[tuple[_Line, _Line], ...] = ()


@record
class ReadingList(Record):
    """What was read into a folder.

    ``read`` and ``jurisdictions`` hold the records by the paths of their files, as they
    were read last; ``set_aside`` the documents of files in quarantine; ``schemas`` the
    digests of the schemas as they were written. ``complete`` is false while files are
    being written. ``facts_only`` says that the records carry no words of the documents.
    """

    format: Literal[1] = 1
    complete: bool = True
    facts_only: bool = False
    documents: tuple[ListedDocument, ...] = ()
    read: Mapping[str, ClassSpecification] = field(default_factory=dict)
    jurisdictions: Mapping[str, Jurisdiction] = field(default_factory=dict)
    set_aside: Mapping[str, str] = field(default_factory=dict)
    schemas: Mapping[str, str] = field(default_factory=dict)

    def owners(self) -> Mapping[str, str]:
        """Return the document that each class was read from, by class id in small letters."""
        return {class_id.casefold(): one.file for one in self.documents for class_id in one.classes}


@dataclass(frozen=True)
class KeptFolder:
    """The records of a folder by the paths of their files, and the list of what was read into it."""

    classes: Mapping[str, ClassSpecification] = field(default_factory=dict)
    jurisdictions: Mapping[str, Jurisdiction] = field(default_factory=dict)
    reading_list: ReadingList = field(default_factory=ReadingList)

    def paths(self) -> Mapping[str, str]:
        """Return the path of the file that holds each class, by class id in small letters."""
        return {spec.class_id.casefold(): path for path, spec in self.classes.items()}

    def known(self) -> Catalog:
        """Return the classes that titles in documents may stand for.

        A class that is only named, by documents alone, is none of them: one of the documents
        read now may specify it.
        """
        classes = {spec.class_id: spec for path, spec in self.classes.items() if not self._is_only_named(path, spec)}
        places = tuple(_with_aliases_of(one, classes) for one in self.jurisdictions.values())
        return Catalog(CatalogRecord(jurisdictions=places, classes=tuple(classes.values())))

    def _is_only_named(self, path: str, spec: ClassSpecification) -> bool:
        return spec.completeness is Completeness.NAMED_ONLY and self.reading_list.read.get(path) == spec


def _with_aliases_of(jurisdiction: Jurisdiction, classes: Mapping[str, ClassSpecification]) -> Jurisdiction:
    aliases = tuple(one for one in jurisdiction.title_aliases if one.class_id in classes)
    return replace(jurisdiction, title_aliases=aliases)


def read_kept_folder(folder: Path) -> KeptFolder:
    """Return what the folder holds; nothing where it is missing or empty.

    The records need not fit together, as a hand may have left them.

    Raises:
        BadFileError: a file cannot be used, a class stands in two files, the list names
            what no file of such a folder can be, or the folder is that of a single
            jurisdiction; every fault is listed.

    """
    with own_files():
        return _read_kept_folder(folder)


def _read_kept_folder(folder: Path) -> KeptFolder:
    if not folder.exists() or (folder.is_dir() and not holds_records(folder)):
        return KeptFolder(reading_list=_read_list(folder))
    found = read_leniently(folder)
    if not _can_be_kept(found):
        raise BadFileError(found.faults)
    classes = {_below(folder, one.file): one.record for one in found.classes}
    jurisdictions = {_below(folder, one.file): one.record for one in found.jurisdictions}
    for path in (*classes, *jurisdictions):
        if "/" not in path:
            what = "the folder is that of one jurisdiction"
            refuse_file(folder / path, what, "name the folder that holds it")
    return KeptFolder(classes, jurisdictions, _read_list(folder))


def _can_be_kept(found: FilesRead) -> bool:
    """Return whether every file could be read, no class stands twice, and there is something at all."""
    ids = [one.record.class_id.casefold() for one in found.classes]
    return not found.unread and len(ids) == len(set(ids)) and bool(ids or found.jurisdictions)


def _below(folder: Path, file: str) -> str:
    return Path(file).relative_to(folder).as_posix()


def _read_list(folder: Path) -> ReadingList:
    file = folder / LIST_FILE
    if not file.exists():
        return ReadingList()
    try:
        found = validate_json(ReadingList, read_bytes(file, at_most=LARGEST_LIST))
    except RecordRefusedError as error:
        first = error.details[0]
        where = ".".join(map(str, first["loc"]))
        what = f"the list of what was read is damaged: {where + ': ' if where else ''}{first['msg']}"
        refuse_file(file, what, _REMEDY)
    if faults := [Fault(str(file), 0, field, what, _REMEDY) for field, what in _faults_of_paths(found)]:
        raise BadFileError(faults)
    return found


_REMEDY = "move it away; then every file of the folder counts as written by hand"


def _faults_of_paths(found: ReadingList) -> Iterator[tuple[str, str]]:
    """Yield the paths that no file of such a folder can have, and why: they would be written or removed."""
    fields = {
        "read": (_CLASS_FILE, found.read),
        "jurisdictions": (_JURISDICTION_FILE, found.jurisdictions),
        "set_aside": (_QUARANTINED_FILE, found.set_aside),
    }
    for name, (shape, paths) in fields.items():
        for path in paths:
            fault = fault_of_path(path) or ("" if shape.fullmatch(path) else "no file of the folder is called so")
            if fault:
                yield name, f"{path[:_LONGEST_NAME]!r} cannot be one of its files: {fault}"


_CLASS_FILE = re.compile(r"[a-z0-9-]{1,200}/(?!jurisdiction\.yaml)[A-Za-z0-9._-]{1,200}\.yaml", re.IGNORECASE)
_JURISDICTION_FILE = re.compile(rf"[a-z0-9-]{{1,200}}/{re.escape(JURISDICTION_FILE)}")
_QUARANTINED_FILE = re.compile(rf"{QUARANTINE}/[a-z0-9-]{{1,200}}/[A-Za-z0-9._-]{{1,200}}\.yaml")


def line_of_record(kept: Record) -> str:
    """Return the line of a record in the list: compact JSON, without defaults."""
    return print_tree(tree_of(kept))


def print_list(kept: ReadingList, *, line_of: Callable[[Record], str] = line_of_record) -> str:
    """Return the list as JSON, one document or record a line, the same text for the same list.

    ``line_of`` gives the line of a record, for lists that hold the same records.
    """
    tree = json_tree_of(replace(kept, read={}, jurisdictions={}), with_defaults=False)
    lines = [
        '"format": 1',
        f'"complete": {_json(kept.complete)}',
        *(['"facts_only": true'] if kept.facts_only else ()),
        f'"documents": [{_lines(_json(one) for one in tree.get("documents", ()))}]',
        f'"read": {{{_lines(_entries(kept.read, line_of))}}}',
        f'"jurisdictions": {{{_lines(_entries(kept.jurisdictions, line_of))}}}',
        f'"set_aside": {_json(dict(sorted(kept.set_aside.items())))}',
        *([f'"schemas": {_json(dict(sorted(kept.schemas.items())))}'] if kept.schemas else ()),
    ]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _entries(records: Mapping[str, Record], line_of: Callable[[Record], str]) -> Iterable[str]:
    for path, kept in sorted(records.items()):
        yield f"{_json(path)}: {line_of(kept)}"


def _lines(items: Iterable[str]) -> str:
    listed = ",\n".join(items)
    return f"\n{listed}\n" if listed else ""


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def path_of_class(spec: ClassSpecification) -> str:
    """Return the path of a class's file in a folder, by its jurisdiction and its code or slug.

    A name that a disk or the catalog would take for something else gets a low line before
    it; a long one is cut, with a digest of the whole behind it.
    """
    return f"{spec.jurisdiction}/{file_name_of(spec.code or spec.slug or '')}.yaml"


def file_name_of(name: str) -> str:
    """Return a name that any disk takes, without its suffix; different names stay different."""
    if len(name) > _LONGEST_NAME:
        name = f"{name[:_LONGEST_NAME]}-{sha256(name.encode()).hexdigest()[:8]}"
    bare = name.partition(".")[0].casefold()
    return f"_{name}" if not bare or bare in _TAKEN else name


def path_of_jurisdiction(name: str) -> str:
    """Return the path of a jurisdiction's file in a folder."""
    return f"{name}/{JURISDICTION_FILE}"


_TAKEN = frozenset(
    {
        "jurisdiction",
        "con",
        "prn",
        "aux",
        "nul",
        *(f"{port}{number}" for port in ("com", "lpt") for number in range(10)),
    }
)
"""Names of files that mean something else: the jurisdiction's own, and devices of Windows."""
