"""A catalog folder from readings: what is written, kept, set aside and told.

``plan_folder`` decides, ``write_folder`` does it. A file that a person wrote or that
needs no change is left byte for byte; corrections by hand outlive a new reading. The
folder loads as a catalog whenever the writing stops.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from types import MappingProxyType

from ladder.catalog.jurisdictions import Jurisdiction, JurisdictionNote
from ladder.catalog.mentions import find_mentions
from ladder.catalog.record_faults import find_mentions_of_jurisdiction
from ladder.catalog.schemas import digest_of_schema, print_schema
from ladder.reading.collation import Collation
from ladder.reading.folder_files import FileFate, FileState, RecordType, bare, decide_fate, print_record
from ladder.reading.folder_readings import (
    FolderFile,
    PrintRecord,
    list_documents,
    quarantined_files,
    read_jurisdictions,
    read_records,
)
from ladder.reading.folder_writing import SCHEMAS, FolderNote, FolderOutcome, FolderPlan, write_folder
from ladder.reading.kept_files import KeptFolder, ListedDocument, ReadingList
from ladder.reading.readings import Reading
from ladder.records import MadeForEach
from ladder.sources import Note, Severity
from ladder.specification import ClassSpecification, Completeness

__all__ = ["FolderNote", "FolderOutcome", "FolderPlan", "plan_folder", "write_folder"]

_SCHEMAS = ("class.schema.json", "jurisdiction.schema.json")

_NO_NOTES: Mapping[str, JurisdictionNote] = MappingProxyType({})

Fates = Mapping[str, FileFate[ClassSpecification]]
Places = Mapping[str, FileFate[Jurisdiction]]


def plan_folder(
    collation: Collation,
    kept: KeptFolder,
    *,
    set_aside: Sequence[Reading] = (),
    names: Mapping[str, str],
    notes: Mapping[str, JurisdictionNote] = _NO_NOTES,
    facts_only: bool = False,
) -> FolderPlan:
    """Return what to do to a folder for readings that fit together.

    ``set_aside`` are readings that were set apart before they were put together;
    ``names`` are those of jurisdictions by their ids, ``notes`` what is noted of them. The list of what was read says
    whether the records are ``facts_only``, without the words of their documents.
    """
    print_once = MadeForEach(print_record)
    read = read_records(collation, print_once)
    aside = (*collation.set_aside, *set_aside)
    listed = replace(kept.reading_list, facts_only=facts_only)
    planner = _Planner(replace(kept, reading_list=listed), list_documents(collation.readings, aside))
    jurisdictions = read_jurisdictions(collation, kept, (one.record for one in read.values()), names, notes)
    places = {path: planner.fate_of_place(path, one) for path, one in jurisdictions.items()}
    decided = {path: planner.fate(path, *one) for path, one in read.items()}
    fates = planner.with_those_still_named(decided, places)
    removed = tuple(planner.orphans(fates, places))
    quarantined = quarantined_files(aside)
    planner.tell_of_classes_gone(fates)
    extra = (*(FolderFile(path, text) for path, (text, _) in sorted(quarantined.items())), *_schemas())
    return FolderPlan(
        under_way=planner.list_under_way(fates, places),
        files=(*_in_order(kept, fates, places, print_once), *extra),
        removed=(*removed, *planner.stale(quarantined)),
        reading_list=planner.next_list(fates, places, removed, quarantined),
        unchanged=tuple(path for path, fate in fates.items() if fate.record and not fate.write),
        notes=tuple(planner.notes),
        known={**kept.classes, **kept.jurisdictions},
    )


@cache
def _schemas() -> tuple[FolderFile, ...]:
    return tuple(FolderFile(f"{SCHEMAS}/{name}", print_schema(name)) for name in _SCHEMAS)


class _Planner:
    """One folder, the documents that are read into it, and what is told of its files."""

    def __init__(self, kept: KeptFolder, documents: tuple[ListedDocument, ...]) -> None:
        self._kept = kept
        self._before = kept.reading_list
        self._documents = documents
        self._names = {one.file for one in documents}
        self._paths = kept.paths()
        self._owners = kept.reading_list.owners()
        known = {(one.file, one.sha256) for one in self._before.documents}
        self._changed = {one.file for one in documents if (one.file, one.sha256) not in known}
        self.notes: list[FolderNote] = []

    def fate(
        self, path: str, read: ClassSpecification, document: str, notes: tuple[Note, ...]
    ) -> FileFate[ClassSpecification]:
        """Return what becomes of a class's file, and take down what is told of it."""
        state = FileState(
            base=self._before.read.get(path),
            hand=self._kept.classes.get(path),
            elsewhere=self._paths.get(read.class_id.casefold()),
            interrupted=not self._before.complete,
            changed=document in self._changed or self._owners.get(read.class_id.casefold(), document) != document,
        )
        fate = decide_fate(state, read)
        self.notes += [FolderNote(path, document, note) for note in (*notes, *fate.notes)]
        return fate

    def fate_of_place(self, path: str, read: Jurisdiction) -> FileFate[Jurisdiction]:
        """Return what becomes of a jurisdiction's file; a deleted one is made again, as no catalog is without."""
        hand = self._kept.jurisdictions.get(path)
        interrupted = hand is None or not self._before.complete
        base = self._before.jurisdictions.get(path)
        fate = decide_fate(FileState(base, hand, interrupted=interrupted), read)
        self.notes += [FolderNote(path, "", note) for note in fate.notes if base]
        return fate

    def with_those_still_named(self, fates: Fates, places: Places) -> Fates:
        """Return the fates, a class that was deleted by hand as only named where others name it."""
        named = self._mentions(fates, places)
        kept = {**fates}
        for path, fate in fates.items():
            base = fate.base if fate.record is None else None
            if base and base.class_id in named and base.class_id.casefold() not in self._paths:
                kept[path] = FileFate(bare(base), write=True, base=base)
                text = "the file was deleted by hand, but others name the class: it is only named now"
                self.notes.append(FolderNote(path, "", Note("FILE_ONLY_NAMES", Severity.INFO, 0, text)))
        return kept

    def _mentions(self, fates: Fates, places: Places) -> frozenset[str]:
        records = {**self._kept.classes, **{path: fate.record for path, fate in fates.items()}}
        others = {**self._kept.jurisdictions, **{path: fate.record for path, fate in places.items()}}
        named = {mention.class_id for one in records.values() if one for mention in find_mentions(one)}
        named |= {class_id for one in others.values() if one for _, class_id in find_mentions_of_jurisdiction(one)}
        return frozenset(named)

    def orphans(self, fates: Fates, places: Places) -> Iterator[str]:
        """Yield the paths of classes only named, by documents alone, that nothing names any more."""
        named = self._mentions(fates, places)
        for path, base in self._before.read.items():
            is_ours = base.completeness is Completeness.NAMED_ONLY and self._kept.classes.get(path, base) == base
            if is_ours and path not in fates and base.class_id not in named:
                yield path

    def stale(self, quarantined: Mapping[str, object]) -> tuple[str, ...]:
        """Return the paths of files in quarantine whose documents were read and are set aside no more."""
        before, now = self._before.set_aside.items(), {path.casefold() for path in quarantined}
        return tuple(path for path, file in before if file in self._names and path.casefold() not in now)

    def tell_of_classes_gone(self, fates: Fates) -> None:
        """Take down each class whose document was read again and specifies it no more."""
        now = {class_id for one in self._documents for class_id in one.classes}
        for one in self._before.documents:
            for class_id in one.classes if one.file in self._names else ():
                path = self._paths.get(class_id.casefold())
                if class_id not in now and path and path not in fates:
                    text = f"{one.file} specifies {class_id} no more; the file is left: delete it if the class is gone"
                    self.notes.append(FolderNote(path, one.file, Note("CLASS_GONE", Severity.WARNING, 0, text)))

    def list_under_way(self, fates: Fates, places: Places) -> ReadingList:
        """Return the list before anything is written: bases as they were, and those of new files."""
        return replace(
            self._before,
            complete=False,
            read={**_bases(fates), **self._before.read},
            jurisdictions={**_bases(places), **self._before.jurisdictions},
        )

    def next_list(
        self, fates: Fates, places: Places, removed: Iterable[str], quarantined: Mapping[str, tuple[str, str]]
    ) -> ReadingList:
        """Return the list once everything is written."""
        others = [one for one in self._before.documents if one.file not in self._names]
        gone = frozenset(removed)
        read = {**self._before.read, **_bases(fates)}
        aside = {path: file for path, file in self._before.set_aside.items() if file not in self._names}
        return ReadingList(
            facts_only=self._before.facts_only,
            documents=tuple(sorted((*others, *self._documents), key=lambda one: (one.file, one.sha256))),
            read={path: base for path, base in read.items() if path not in gone},
            jurisdictions={**self._before.jurisdictions, **_bases(places)},
            set_aside={**aside, **{path: file for path, (_, file) in quarantined.items()}},
            schemas={one.path: digest_of_schema(one.text.encode()) for one in _schemas()},
        )


def _bases(fates: Mapping[str, FileFate[RecordType]]) -> dict[str, RecordType]:
    """Return the records as they were read last, of the files that have one."""
    return {path: fate.base for path, fate in fates.items() if fate.base}


def _in_order(kept: KeptFolder, fates: Fates, places: Places, print_once: PrintRecord) -> Iterator[FolderFile]:
    """Yield the files to write so that the folder loads after each: what is named before what names it.

    Where classes name one another, one of them stands first as one that is only named.
    """
    known = {path: fate.record for path, fate in places.items() if fate.record}
    new = {path: bare(record) for path, record in known.items() if path not in kept.jurisdictions}
    yield from (FolderFile(path, print_once(record)) for path, record in new.items())
    yield from _classes_in_order(kept, fates, print_once)
    for path, record in known.items():
        if places[path].write and record != new.get(path):
            yield FolderFile(path, print_once(record))


def _classes_in_order(kept: KeptFolder, fates: Fates, print_once: PrintRecord) -> Iterator[FolderFile]:
    """Yield the classes to write, each after those it names, or after what stands for them so far."""
    written = {path: fate.record for path, fate in fates.items() if fate.record and fate.write}
    missing = {record.class_id: path for path, record in written.items() if path not in kept.classes}
    for path, record in sorted(written.items(), key=_named_first):
        missing.pop(record.class_id, None)
        for _, class_id, _ in find_mentions(record):
            if waiting := missing.pop(class_id, None):
                yield FolderFile(waiting, print_once(bare(written[waiting])))
        yield FolderFile(path, print_once(record))


def _named_first(item: tuple[str, ClassSpecification]) -> tuple[bool, str]:
    path, record = item
    return record.completeness is not Completeness.NAMED_ONLY, path
