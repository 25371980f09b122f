"""The record of a class with numbered sources, section by section, as pages, reports and review sheets paint it."""

from dataclasses import dataclass

from ladder.catalog.catalog import Catalog
from ladder.rendering.views.citations import CitedPassage, SourceList
from ladder.rendering.views.segments import Cited, cite_told
from ladder.telling.class_record import class_record
from ladder.telling.parts import Section


@dataclass(frozen=True, slots=True)
class CitedItem:
    """One thing told: what it is about, and the sentence with its source."""

    label: str
    words: Cited


@dataclass(frozen=True, slots=True)
class CitedSection:
    """Things told under one heading, after the sentence that leads to them."""

    name: str
    heading: str
    lead: str
    items: tuple[CitedItem, ...]

    @property
    def is_labeled(self) -> bool:
        """Whether its things are told under labels."""
        return any(one.label for one in self.items)


@dataclass(frozen=True, slots=True)
class ClassRecordView:
    """All that is known of one class.

    Words come in parts, so that a page can link the classes they name; each holds the
    numbers of its sources in ``sources``. ``notes_of_jurisdiction`` stand with every answer.
    """

    class_id: str
    title: str
    name: str
    jurisdiction: str
    sections: tuple[CitedSection, ...]
    notes_of_jurisdiction: tuple[str, ...]
    sources: tuple[CitedPassage, ...]


def record_view(catalog: Catalog, class_id: str, sources: SourceList | None = None) -> ClassRecordView:
    """Return all that is known of the class, each fact with the number of its source.

    ``sources`` numbers on where the page has cited other passages before; without it
    the numbers begin at 1.
    """
    sources = sources or SourceList()
    record = class_record(catalog, class_id)
    return ClassRecordView(
        class_id=class_id,
        title=record.title,
        name=record.name,
        jurisdiction=record.jurisdiction,
        sections=tuple(_cite_section(sources, one) for one in record.sections),
        notes_of_jurisdiction=record.notes_of_jurisdiction,
        sources=sources.listed(),
    )


def _cite_section(sources: SourceList, section: Section) -> CitedSection:
    items = tuple(CitedItem(one.label, cite_told(sources, one.told)) for one in section.items)
    return CitedSection(section.name, section.heading, section.lead, items)
