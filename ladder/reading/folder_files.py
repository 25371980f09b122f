"""What one file of a catalog folder becomes when its document is read again."""

import re
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from ladder.catalog.files import JURISDICTION_FILE
from ladder.catalog.jurisdictions import Jurisdiction
from ladder.errors import BadFileError
from ladder.reading.corrections import keep_corrections
from ladder.record_files import read_record
from ladder.record_files.yaml_writing import print_yaml
from ladder.records import tree_of
from ladder.sources import Note, Severity
from ladder.specification import ClassSpecification, Completeness

RecordType = TypeVar("RecordType", ClassSpecification, Jurisdiction)

LEFT_OUT = "FILE_DELETED"
"""The code of a note that a file was deleted by hand and stays out."""


@dataclass(frozen=True)
class FileState(Generic[RecordType]):
    """What stands in a file's place: the record as it was read last, and as the file has it.

    ``elsewhere`` is the path of another file that holds the class. ``interrupted`` says
    that an earlier run stopped while it wrote, ``changed`` that the document is not the
    one that was read last.
    """

    base: RecordType | None
    hand: RecordType | None
    elsewhere: str | None = None
    interrupted: bool = False
    changed: bool = False


@dataclass(frozen=True)
class FileFate(Generic[RecordType]):
    """What becomes of a file: its record, whether it is written, the next base, and what is told.

    The record is none where the file was deleted and stays out.
    """

    record: RecordType | None
    write: bool
    base: RecordType | None
    notes: tuple[Note, ...] = ()


def decide_fate(state: FileState[RecordType], read: RecordType) -> FileFate[RecordType]:
    """Return what becomes of the file of a record that was read.

    A file that a person wrote, deleted or renamed is left alone, and that is told; in
    any other, corrections by hand are kept. A deleted file comes back, with a note,
    once its document changes.
    """
    if state.hand is None:
        return _without_file(state, read)
    base = state.base
    if base is None:
        if state.hand not in (read, bare(read)):
            return FileFate(state.hand, write=False, base=None, notes=(_by_hand(),))
        return FileFate(read, write=state.hand != read, base=read)
    if state.interrupted and state.hand in (bare(base), bare(read)):
        return FileFate(read, write=state.hand != read, base=read)
    kept = keep_corrections(base=base, hand=state.hand, read=read)
    return FileFate(kept.record, kept.record != state.hand, read if kept.fits else base, kept.notes)


def _without_file(state: FileState[RecordType], read: RecordType) -> FileFate[RecordType]:
    if state.elsewhere is not None:
        text = f"the class stands in {state.elsewhere}, which is left as it is"
        return FileFate(None, write=False, base=state.base, notes=(Note("FILE_RENAMED", Severity.INFO, 0, text),))
    if state.base is None or state.interrupted:
        return FileFate(read, write=True, base=read)
    if state.changed:
        text = "the file was deleted by hand, and its document has changed since: it is written again"
        return FileFate(read, write=True, base=read, notes=(Note("FILE_WRITTEN_AGAIN", Severity.WARNING, 0, text),))
    text = "the file was deleted by hand: it stays out until its document changes"
    return FileFate(None, write=False, base=state.base, notes=(Note(LEFT_OUT, Severity.INFO, 0, text),))


def _by_hand() -> Note:
    text = "the file was not written from a document, or the list of what was read is gone: it is left as it is"
    return Note("FILE_BY_HAND", Severity.WARNING, 0, text)


def bare(record: RecordType) -> RecordType:
    """Return the record without the classes that it names: of a class, as one that is only named."""
    if isinstance(record, Jurisdiction):
        return replace(record, title_aliases=(), rulings=())
    return replace(record, completeness=Completeness.NAMED_ONLY, qualifications=None, trainee_targets=(), superiors=())


def print_record(record: ClassSpecification | Jurisdiction) -> str:
    """Return the file of a record: its schema for editors, then its fields.

    The conventions of a jurisdiction are written out, as switches for a person.
    """
    tree = tree_of(record)
    if not isinstance(record, Jurisdiction):
        return print_yaml(tree, comments=[_SCHEMA.format("class")])
    first = {"id": tree["id"], "name": tree["name"], "conventions": tree_of(record.conventions, with_defaults=True)}
    return print_yaml({**first, **tree, **first}, comments=[_SCHEMA.format("jurisdiction")])


_SCHEMA_LINE = "yaml-language-server: $schema="
_SCHEMA = _SCHEMA_LINE + "../schema/{}.schema.json"
_COMMENT = re.compile(r"(?:^|\s)#")


def record_in(content: bytes, path: str) -> ClassSpecification | Jurisdiction | None:
    """Return the record that a file holds; none where it holds none that can be read."""
    try:
        text = content.decode("utf-8-sig")
        if path.endswith(f"/{JURISDICTION_FILE}"):
            return read_record(Jurisdiction, text, file=path)
        return read_record(ClassSpecification, text, file=path)
    except (BadFileError, UnicodeDecodeError):
        return None


def has_comments(content: bytes, path: str) -> bool:
    """Return whether a record's file holds comments of a person, which a file written anew would lack."""
    record = record_in(content, path)
    if record is None:
        return False
    text = content.decode("utf-8-sig")
    return print_record(record) != text and any(
        _COMMENT.search(line) for line in text.splitlines() if _SCHEMA_LINE not in line
    )
