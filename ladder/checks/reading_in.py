"""Documents read into a catalog in memory, to be checked without a folder of records."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from ladder.catalog.files import FilesRead
from ladder.catalog.jurisdictions import Jurisdiction
from ladder.catalog.loading import load_catalog
from ladder.catalog.record_faults import find_faults
from ladder.checks.catalog_under_check import CatalogUnderCheck, DocumentNotes, group_by
from ladder.errors import BadFileError, Fault
from ladder.reading.class_rows import open_documents
from ladder.reading.collation import collate
from ladder.reading.documents import read_document
from ladder.reading.readings import Reading
from ladder.record_files import LocatedRecord
from ladder.service_time import Month
from ladder.specification import ClassSpecification


def read_in(files: Iterable[Path], *, as_of: Month) -> CatalogUnderCheck:
    """Return the classes of all documents as one catalog; a document that cannot be opened is a fault."""
    readings: list[Reading] = []
    faults: list[Fault] = []
    paths: dict[str, str] = {}
    for file in files:
        paths[file.name] = str(file)
        try:
            for document in open_documents(file):
                paths[document.name] = str(file)
                readings += read_document(document)
        except BadFileError as error:
            faults += error.faults
    return put_together(readings, as_of=as_of, paths=paths, faults=faults)


def put_together(
    readings: Sequence[Reading], *, as_of: Month, paths: Mapping[str, str], faults: Iterable[Fault] = ()
) -> CatalogUnderCheck:
    """Return readings as one catalog; ``paths`` are the documents' files by their names."""
    collation = collate(readings)
    classes = tuple(_located(spec, paths) for spec in collation.classes)
    jurisdictions = tuple(_jurisdictions({spec.jurisdiction for spec in collation.classes}))
    found = FilesRead(jurisdictions, classes, BadFileError([*faults, *find_faults(classes, jurisdictions)]).faults)
    return CatalogUnderCheck(found, as_of, _notes([*collation.readings, *collation.set_aside], paths))


def _located(spec: ClassSpecification, paths: Mapping[str, str]) -> LocatedRecord[ClassSpecification]:
    return LocatedRecord(spec, paths.get(spec.source.document, spec.source.document), name=spec.class_id)


def _jurisdictions(names: Iterable[str]) -> Iterable[LocatedRecord[Jurisdiction]]:
    """Yield what the bundled data knows of these jurisdictions, rulings and aliases of its own classes left out."""
    bundled = load_catalog()
    for name in sorted(names):
        known = bundled.jurisdiction(name)
        bare = replace(known, rulings=(), title_aliases=(), offers_inferred_steps=False)
        yield LocatedRecord(bare, name, name=name)


def _notes(readings: Iterable[Reading], paths: Mapping[str, str]) -> tuple[DocumentNotes, ...]:
    by_document = group_by((one.document.name, one) for one in readings)
    return tuple(
        DocumentNotes(
            paths.get(name, name),
            tuple(one.record.class_id for one in several if one.record),
            tuple(dict.fromkeys(note for one in several for note in one.notes)),
        )
        for name, several in by_document.items()
    )
