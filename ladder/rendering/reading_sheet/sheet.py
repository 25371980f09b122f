"""The page that lays documents beside their readings, within bounds for many and for large ones."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from ladder.catalog.catalog import Catalog
from ladder.reading.folder_files import print_record
from ladder.reading.kept_files import path_of_class
from ladder.reading.open_places import find_open_places
from ladder.reading.readings import LEFT_OUT, Reading
from ladder.record_files.written_files import WrittenFile, read_written
from ladder.rendering.reading_sheet.asked_views import AskedView, asked_view
from ladder.rendering.reading_sheet.marked_text import MARKS, MOST_LINES, MarkedLine, marked_lines
from ladder.rendering.reading_sheet.read_classes import CitedLines, LineSources, catalog_of, known_records
from ladder.rendering.reading_sheet.settling import NOTHING_TO_SETTLE, Settling, settle
from ladder.rendering.templates import fill_page
from ladder.rendering.views.class_records import ClassRecordView, record_view
from ladder.sources import Note, Severity
from ladder.specification import ClassSpecification
from ladder.telling.asked_trees import AskedTrees
from ladder.telling.class_names import count_classes
from ladder.telling.messages import say

MOST_CHARACTERS = 5_000_000
"""Characters of documents that one page shows; documents beyond are only listed."""

_WEIGHTS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "information"}


@dataclass(frozen=True, slots=True)
class NoteView:
    """A note by its number; ``line`` is that of the document to go to, 0 for none."""

    number: int
    weight: str
    code: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class ClassView:
    """A class as it was read, by its number in the document, and where its facts stand, by those of its sources.

    ``asked`` is the tree of its qualifications, ``settling`` what a person is left to settle.
    """

    number: int
    read: str
    record: ClassRecordView
    asked: AskedView | None
    settling: Settling
    places: Mapping[int, CitedLines]


@dataclass(frozen=True, slots=True)
class DocumentView:
    """One document beside its reading; ``is_shown`` is false where the page has no room for it.

    ``notes_on`` are the numbers of the notes on each line, ``settled_on`` the classes and the
    numbers of what is to be settled there, ``cited`` the number of the class and of the
    source that first cites it.
    """

    number: int
    name: str
    titles: tuple[str, ...]
    lines: tuple[MarkedLine, ...]
    lines_left_out: int
    classes: tuple[ClassView, ...]
    notes: tuple[NoteView, ...]
    notes_on: Mapping[int, tuple[int, ...]]
    settled_on: Mapping[int, tuple[tuple[int, int], ...]]
    cited: Mapping[int, tuple[int, int]]
    unread: str
    unread_lines: int
    left_out: int
    weights: Mapping[str, int]
    is_shown: bool


FindFile = Callable[[Reading], WrittenFile | None]
"""Gives the file of a reading's record as the run wrote it; ``None`` where it wrote none."""


def render_sheet(readings: Sequence[Reading], find_file: FindFile = lambda _: None) -> str:
    """Return the review page of readings, in the order of their documents.

    ``find_file`` is asked only for classes that leave something to settle. The same readings give
    the same text. What a bounded page leaves out is told on it.
    """
    documents = tuple(_documents(readings, find_file))
    return fill_page(
        "reading_sheet.html",
        title=say("sheet.heading"),
        styles=("house.css", "reading_sheet.css"),
        documents=documents,
        hidden=sum(not one.is_shown for one in documents),
        marks=MARKS,
        counts=_counts(readings, documents),
    )


def _counts(readings: Sequence[Reading], documents: Sequence[DocumentView]) -> str:
    classes = sum(one.record is not None for one in readings)
    left_out = sum(one.left_out for one in documents)
    return say(
        "sheet.counted_one" if len(documents) == 1 else "sheet.counted",
        documents=_count(len(documents), "document"),
        classes=count_classes(classes),
        passages=_count(left_out, "passage"),
    )


def _count(number: int, noun: str) -> str:
    return say(f"sheet.{noun}_one" if number == 1 else f"sheet.{noun}_several", count=f"{number:,}")


def _documents(readings: Sequence[Reading], find_file: FindFile) -> Iterator[DocumentView]:
    records = known_records(readings)
    of_document: dict[int, list[Reading]] = {}
    for one in readings:
        of_document.setdefault(id(one.document), []).append(one)
    room = MOST_CHARACTERS
    for number, found in enumerate(of_document.values(), start=1):
        size = len(found[0].document.text)
        is_shown = number == 1 or size <= room
        room -= size if is_shown else 0
        yield _document(number, found, _Beside(records, find_file), is_shown=is_shown)


class _Beside(NamedTuple):
    """What a document is shown beside: the records of all documents, and the files of the records."""

    records: Mapping[str, ClassSpecification]
    find_file: FindFile


def _document(number: int, readings: Sequence[Reading], beside: _Beside, *, is_shown: bool) -> DocumentView:
    document = readings[0].document
    notes = tuple(dict.fromkeys(chain.from_iterable(one.notes for one in readings)))
    claims = set(chain.from_iterable(one.claims for one in readings))
    lines = marked_lines(document, claims) if is_shown else ()
    classes = tuple(_classes(readings, beside)) if is_shown else ()
    views = tuple(_notes(notes, len(lines)))
    unread = readings[0].unread
    return DocumentView(
        number=number,
        name=document.name,
        titles=_titles(readings),
        lines=lines,
        lines_left_out=max(len(document.line_starts) - MOST_LINES, 0),
        classes=classes,
        notes=views if is_shown else (),
        notes_on=_notes_on(views),
        settled_on=_settled_on(classes),
        cited=_cited(classes),
        unread=", ".join(_run(first, last) for first, last in unread),
        unread_lines=sum(last - first + 1 for first, last in unread),
        left_out=sum(note.code in LEFT_OUT for note in notes),
        weights=Counter(_WEIGHTS[note.severity] for note in notes),
        is_shown=is_shown,
    )


def _classes(readings: Iterable[Reading], beside: _Beside) -> Iterator[ClassView]:
    for number, one in enumerate(readings, start=1):
        catalog = catalog_of(one, beside.records)
        if catalog is not None and one.record is not None:
            yield _class(number, one, one.record, catalog, beside.find_file)


def _class(number: int, reading: Reading, spec: ClassSpecification, catalog: Catalog, find_file: FindFile) -> ClassView:
    sources = LineSources(reading.document.name)
    settling = _settling(reading, spec, find_file)
    tree, rules = AskedTrees(catalog).tree_of(spec.class_id), spec.qualifications
    asked = asked_view(tree, rules.requirements, sources, settling) if tree and rules else None
    record = record_view(catalog, spec.class_id, sources)
    return ClassView(number, say(f"sheet.record.{spec.completeness.value}"), record, asked, settling, sources.lines())


def _settling(reading: Reading, spec: ClassSpecification, find_file: FindFile) -> Settling:
    places = find_open_places(reading)
    if not places:
        return NOTHING_TO_SETTLE
    written = find_file(reading)
    return settle(places, reading.document.name, written or _file_of(spec), is_written=written is not None)


def _file_of(spec: ClassSpecification) -> WrittenFile:
    """Return the file that a run would write for a record."""
    return read_written(print_record(spec), path_of_class(spec))


def _notes(notes: Sequence[Note], lines: int) -> Iterator[NoteView]:
    """Yield the notes by weight, then line, those for the document as a whole first."""
    order = list(_WEIGHTS)
    ordered = sorted(notes, key=lambda note: (order.index(note.severity), note.line))
    for number, note in enumerate(ordered, start=1):
        line = note.line if note.line <= lines else 0
        yield NoteView(number, say(f"sheet.{_WEIGHTS[note.severity]}"), note.code, note.text, line)


def _notes_on(notes: Iterable[NoteView]) -> Mapping[int, tuple[int, ...]]:
    found: dict[int, tuple[int, ...]] = {}
    for note in notes:
        found[note.line] = (*found.get(note.line, ()), note.number)
    return found


def _settled_on(classes: Iterable[ClassView]) -> Mapping[int, tuple[tuple[int, int], ...]]:
    found: dict[int, tuple[tuple[int, int], ...]] = {}
    for one in classes:
        for place in one.settling.places:
            found[place.line] = (*found.get(place.line, ()), (one.number, place.number))
    return found


def _cited(classes: Sequence[ClassView]) -> Mapping[int, tuple[int, int]]:
    found: dict[int, tuple[int, int]] = {}
    for one in classes:
        for number, cited in one.places.items():
            found.setdefault(cited.line, (one.number, number))
    return found


def _titles(readings: Iterable[Reading]) -> tuple[str, ...]:
    records = filter(None, (one.record for one in readings))
    return tuple(f"{record.title} ({record.class_id})" for record in records)


def _run(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}-{last}"
