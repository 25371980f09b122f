"""What readings bring to a catalog folder: records by the paths of their files, jurisdictions, what is set aside."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import NamedTuple

from ladder.catalog.jurisdictions import Jurisdiction, JurisdictionNote, TitleAlias
from ladder.errors import BadFileError
from ladder.reading.collation import Collation
from ladder.reading.folder_files import bare
from ladder.reading.kept_files import (
    QUARANTINE,
    KeptFolder,
    ListedDocument,
    ListedNote,
    file_name_of,
    path_of_class,
    path_of_jurisdiction,
)
from ladder.reading.named_classes import make_slug
from ladder.reading.passages import Document
from ladder.reading.readings import Reading
from ladder.record_files import LARGEST_FILE, read_record
from ladder.record_files.yaml_writing import print_yaml
from ladder.records import checked, tree_of
from ladder.sources import Note, Severity
from ladder.specification import ClassSpecification
from ladder.titles import fold_title


class FolderFile(NamedTuple):
    """A file of a folder, whole: its path below the folder, and its text."""

    path: str
    text: str


class ReadRecord(NamedTuple):
    """A record that was read, the document that it was read from, and notes on the way to its file."""

    record: ClassSpecification
    document: str
    notes: tuple[Note, ...] = ()


def set_apart(readings: Sequence[Reading], kept: KeptFolder) -> tuple[tuple[Reading, ...], tuple[Reading, ...]]:
    """Return the readings to go on with, and those whose class the folder has from another document.

    Where that other document is read now as well, it comes first, so that its class stays.
    """
    owners, paths = kept.reading_list.owners(), kept.paths()
    here = {one.document.name for one in readings}
    first, then, apart = [], [], []
    for one in readings:
        class_id = one.record.class_id.casefold() if one.record else ""
        owner, path = owners.get(class_id), paths.get(class_id)
        if owner is None or owner == one.document.name:
            first.append(one)
        elif owner in here or path is None:
            then.append(one)
        else:
            apart.append(replace(one, notes=(*one.notes, _read_before(class_id, owner, path))))
    return (*first, *then), tuple(apart)


def _read_before(class_id: str, owner: str, path: str) -> Note:
    text = f"{class_id} was read from {owner} before: this document is set aside"
    return Note("DUPLICATE_CODE", Severity.ERROR, 0, f"{text}; to take it instead, delete {path} and read it again")


PrintRecord = Callable[[ClassSpecification | Jurisdiction], str]
"""Prints the file of a record, each record once, however often its text is asked for."""


def read_records(collation: Collation, print_once: PrintRecord) -> Mapping[str, ReadRecord]:
    """Return what was read by the paths of the files: classes, then those only named."""
    read = [_small_enough(one.record, one.document.name, print_once) for one in collation.readings if one.record]
    named = [ReadRecord(spec, spec.source.document) for spec in collation.named_only]
    return {path_of_class(one.record): one for one in (*read, *named)}


def _small_enough(record: ClassSpecification, document: str, print_once: PrintRecord) -> ReadRecord:
    """Return the record, or only its name where no reader of catalogs would take its file."""
    if len(print_once(record)) <= LARGEST_FILE:
        return ReadRecord(record, document)
    text = f"the record has more than {LARGEST_FILE:,} characters: only what names the class is kept"
    return ReadRecord(bare(record), document, (Note("RECORD_TOO_LARGE", Severity.ERROR, 0, text),))


def read_jurisdictions(
    collation: Collation,
    kept: KeptFolder,
    records: Iterable[ClassSpecification],
    names: Mapping[str, str],
    notes: Mapping[str, JurisdictionNote],
) -> Mapping[str, Jurisdiction]:
    """Return the jurisdictions of the records by the paths of their files, with what is noted of each by its id.

    Their aliases are the titles that documents print for a class whose own titles are
    others; those of earlier readings stay.
    """
    records = tuple(records)
    titles = {spec.class_id: _titles_of(spec) for spec in (*kept.classes.values(), *records)}
    found: dict[str, Jurisdiction] = {}
    for name in dict.fromkeys(spec.jurisdiction for spec in records):
        path = path_of_jurisdiction(name)
        before = kept.reading_list.jurisdictions.get(path)
        aliases = {fold_title(one.title): one for one in (before.title_aliases if before else ())}
        aliases |= {fold_title(one.title): one for one in _aliases(collation, name, titles)}
        told = (notes[name],) if name in notes else ()
        place = Jurisdiction(id=name, name=names.get(name, name), notes=told, title_aliases=tuple(aliases.values()))
        found[path] = checked(place)
    return found


def _titles_of(spec: ClassSpecification) -> frozenset[str]:
    return frozenset(map(fold_title, [spec.title, *(alias.title for alias in spec.aliases if alias.title)]))


def _aliases(collation: Collation, jurisdiction: str, titles: Mapping[str, frozenset[str]]) -> Iterator[TitleAlias]:
    for step in (step for one in collation.readings if one.jurisdiction == jurisdiction for step in one.steps):
        feeder = step.feeder_class or ""
        own = titles.get(feeder, frozenset())
        if own and fold_title(step.from_title) not in own:
            yield TitleAlias(title=step.from_title, class_id=feeder, source=step.source)


def list_documents(readings: Iterable[Reading], set_aside: Iterable[Reading]) -> tuple[ListedDocument, ...]:
    """Return the documents of readings, each with the classes that were kept of it, in order of name."""
    classes: dict[int, list[str]] = {}
    notes: dict[int, dict[Note, None]] = {}
    first: dict[int, Reading] = {}
    for place, one in (*((0, one) for one in readings), *((1, one) for one in set_aside)):
        key = id(one.document)
        first.setdefault(key, one)
        notes.setdefault(key, {}).update(dict.fromkeys(one.notes))
        if one.record and not place:
            classes.setdefault(key, []).append(one.record.class_id)
    listed = (_listed(one, classes.get(key, ()), notes[key]) for key, one in first.items())
    return tuple(sorted(listed, key=lambda one: (one.file, one.sha256)))


def _listed(reading: Reading, classes: Iterable[str], notes: Iterable[Note]) -> ListedDocument:
    return ListedDocument(
        file=reading.document.name,
        sha256=digest_of(reading.document),
        classes=tuple(classes),
        notes=tuple(ListedNote(**note._asdict()) for note in notes),
        unread=reading.unread,
    )


def digest_of(document: Document) -> str:
    """Return the SHA-256 of a document's text, however its file is encoded."""
    return sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest()


def quarantined_files(set_aside: Iterable[Reading]) -> Mapping[str, tuple[str, str]]:
    """Return the text of each file for a reading set aside, and its document, by the path of the file."""
    found: dict[str, tuple[str, str]] = {}
    for one in set_aside:
        if one.record:
            path = _free_path(one.record, one.document.name, found)
            found[path] = (_print_set_aside(one.record, one.notes[-1].text), one.document.name)
    return found


def _free_path(record: ClassSpecification, document: str, taken: Mapping[str, object]) -> str:
    name = f"{record.code or record.slug}-{make_slug(document)}"
    names = (name, *(f"{name}-{number}" for number in range(2, len(taken) + 3)))
    paths = (f"{QUARANTINE}/{record.jurisdiction}/{file_name_of(one)}.yaml" for one in names)
    return next(path for path in paths if path not in taken)


def is_as_set_aside(content: bytes) -> bool:
    """Return whether the file of a record set aside is, byte for byte, as it was written."""
    try:
        text = content.decode("utf-8")
        record = read_record(ClassSpecification, text, file=QUARANTINE)
    except (BadFileError, UnicodeDecodeError):
        return False
    why = _WHY_SET_ASIDE.search(text)
    return why is not None and _print_set_aside(record, why[1]) == text


_SET_ASIDE = "Set aside, and no part of the catalog: "
_WHY_SET_ASIDE = re.compile(rf"^# {re.escape(_SET_ASIDE)}(.*)[.]$", re.MULTILINE)


def _print_set_aside(record: ClassSpecification, why: str) -> str:
    comments = (
        "yaml-language-server: $schema=../../schema/class.schema.json",
        f"{_SET_ASIDE}{why}.",
        "This file is written anew whenever its document is read: move it before you change it.",
    )
    return print_yaml(tree_of(record), comments=comments)
