"""Sentences in parts, so that a page can link the classes they name and cite their source."""

from dataclasses import dataclass

from ladder.catalog.catalog import Catalog
from ladder.rendering.views.citations import SourceList
from ladder.rendering.views.words import name_class
from ladder.sources import Source


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a sentence; ``class_id`` is set where it names a class."""

    text: str
    class_id: str = ""


@dataclass(frozen=True, slots=True)
class Cited:
    """A sentence and the number of its source; 0 where it rests on no passage."""

    parts: tuple[Part, ...]
    source: int

    def __str__(self) -> str:
        """Return the sentence as plain text, without its source."""
        return "".join(part.text for part in self.parts)


def class_part(catalog: Catalog, class_id: str) -> Part:
    """Return the part that names a class: title, code and grade."""
    return Part(name_class(catalog, class_id), class_id)


def cite(sources: SourceList, source: Source | None, *parts: Part | str) -> Cited:
    """Return the parts as one sentence that rests on the source."""
    told = tuple(part if isinstance(part, Part) else Part(part) for part in parts)
    return Cited(told, sources.number(source))
