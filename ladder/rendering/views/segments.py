"""Sentences with numbered sources: what a page paints of what was told."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ladder.rendering.views.citations import SourceList
from ladder.sources import Source
from ladder.telling.parts import Field, Told, Words, join_parts, plain_text


@dataclass(frozen=True, slots=True)
class Cited:
    """A sentence and the number of its source; 0 where it rests on no passage.

    ``more`` are numbers of further sources.
    """

    parts: Words
    source: int = 0
    more: tuple[int, ...] = ()

    def __str__(self) -> str:
        """Return the sentence as plain text, without its source."""
        return plain_text(self.parts)


def plain(*parts: Field) -> Cited:
    """Return the parts as one sentence that rests on no passage of its own."""
    return Cited(join_parts(*parts))


def cite_all(sources: SourceList, passages: Iterable[Source | None], *parts: Field) -> Cited:
    """Return the parts as one sentence that rests on several passages, each cited once."""
    numbers = tuple(dict.fromkeys(filter(None, map(sources.number, passages))))
    return replace(plain(*parts), source=numbers[0] if numbers else 0, more=numbers[1:])


def cite(sources: SourceList, source: Source | None, *parts: Field) -> Cited:
    """Return the parts as one sentence that rests on the source."""
    return replace(plain(*parts), source=sources.number(source))


def cite_told(sources: SourceList, told: Told) -> Cited:
    """Return the sentence with the numbers of its sources."""
    return cite_all(sources, told.sources, told.words)
