"""What was read of one class, in plain words, each fact with the lines that it stands on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from ladder.catalog.catalog import Catalog, CatalogRecord
from ladder.catalog.mentions import find_mentions
from ladder.reading.readings import Reading
from ladder.rendering.views.citations import SourceList
from ladder.sources import Source
from ladder.specification import ClassSpecification, Completeness
from ladder.telling.citing import cite_source
from ladder.telling.messages import say


@dataclass(frozen=True, slots=True)
class CitedLines:
    """Where a fact stands: its words, and the line of this document to go to, 0 for none."""

    words: str
    line: int


class LineSources(SourceList):
    """The passages of one document that its reading rests on, by number."""

    def __init__(self, document: str) -> None:
        """Begin with no passage; those of other documents have no line here."""
        super().__init__()
        self._document = document
        self._sources: dict[int, Source] = {}

    def number(self, source: Source | None) -> int:
        """Return the number of a passage, from 1 and the same each time; 0 for none."""
        number = super().number(source)
        if source is not None:
            self._sources.setdefault(number, source)
        return number

    def lines(self) -> Mapping[int, CitedLines]:
        """Return where each passage stands, by its number."""
        return {number: self._cited(source) for number, source in self._sources.items()}

    def _cited(self, source: Source) -> CitedLines:
        if source.document != self._document or source.lines is None:
            return CitedLines(cite_source(source), 0)
        first, last = source.lines
        lines = say("sheet.line", lines=first) if first == last else say("sheet.lines", lines=f"{first}-{last}")
        return CitedLines(say("sheet.page", page=source.page, lines=lines) if source.page else lines, first)


def catalog_of(reading: Reading, records: Mapping[str, ClassSpecification]) -> Catalog | None:
    """Return the class that was read with those that it names; ``None`` where no class was found.

    ``records`` are those of other documents, by their ids, for the names of the classes
    that this one names.
    """
    spec = reading.record
    if spec is None:
        return None
    named = dict.fromkeys(class_id for _, class_id, _ in find_mentions(spec) if class_id != spec.class_id)
    others = [records[one] if one in records else _only_named(one, reading, spec.source) for one in named]
    own = [replace(one, trainee_targets=(), superiors=()) for one in others]
    return Catalog(CatalogRecord(jurisdictions=(), classes=(spec, *own)))


def _only_named(class_id: str, reading: Reading, source: Source) -> ClassSpecification:
    jurisdiction, _, slug = class_id.partition("/")
    return ClassSpecification(
        jurisdiction=jurisdiction,
        slug=slug,
        title=reading.printed.get(class_id, slug),
        completeness=Completeness.NAMED_ONLY,
        source=source,
    )


def known_records(readings: Iterable[Reading]) -> Mapping[str, ClassSpecification]:
    """Return the records of all readings by their ids; of several documents of a class the first."""
    found: dict[str, ClassSpecification] = {}
    for one in readings:
        if one.record:
            found.setdefault(one.record.class_id, one.record)
    return found
