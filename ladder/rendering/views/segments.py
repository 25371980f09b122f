"""Sentences in parts, so that a page can link the classes they name and cite their source."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

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
    """A sentence and the number of its source; 0 where it rests on no passage.

    ``more`` are numbers of further sources.
    """

    parts: tuple[Part, ...]
    source: int = 0
    more: tuple[int, ...] = ()

    def __str__(self) -> str:
        """Return the sentence as plain text, without its source."""
        return "".join(part.text for part in self.parts)


def class_part(catalog: Catalog, class_id: str) -> Part:
    """Return the part that names a class: title, code and grade."""
    return Part(name_class(catalog, class_id), class_id)


def plain(*parts: Part | str) -> Cited:
    """Return the parts as one sentence that rests on no passage of its own."""
    return Cited(tuple(part if isinstance(part, Part) else Part(part) for part in parts))


def cite_all(sources: SourceList, passages: Iterable[Source | None], *parts: Part | str) -> Cited:
    """Return the parts as one sentence that rests on several passages, each cited once."""
    numbers = tuple(dict.fromkeys(filter(None, map(sources.number, passages))))
    return replace(plain(*parts), source=numbers[0] if numbers else 0, more=numbers[1:])


def cite(sources: SourceList, source: Source | None, *parts: Part | str) -> Cited:
    """Return the parts as one sentence that rests on the source."""
    return replace(plain(*parts), source=sources.number(source))
