"""Sources as numbered notes of a page: a number beside each fact, the passages at its end."""

from dataclasses import dataclass
from typing import NamedTuple

from ladder.catalog.catalog import Catalog
from ladder.eligibility.cases import Case
from ladder.sources import Source
from ladder.telling.citing import cite_source


@dataclass(frozen=True, slots=True)
class CitedPassage:
    """One passage that a page rests on: its citation, and its words where the catalog holds them."""

    number: int
    citation: str
    quote: str


class SourceList:
    """The passages that one page rests on, numbered in the order in which it names them."""

    def __init__(self) -> None:
        """Begin a page that cites nothing yet."""
        self._numbers: dict[tuple[str, str], int] = {}

    def number(self, source: Source | None) -> int:
        """Return the number of a passage, from 1 and the same each time; 0 for none."""
        if source is None:
            return 0
        return self._numbers.setdefault((cite_source(source), source.quote or ""), len(self._numbers) + 1)

    def listed(self) -> tuple[CitedPassage, ...]:
        """Return every passage named so far, by its number."""
        return tuple(CitedPassage(number, *told) for told, number in self._numbers.items())


class Page(NamedTuple):
    """A page that is being told: the case that it tells of, and the passages that it rests on so far."""

    case: Case
    sources: SourceList

    @property
    def catalog(self) -> Catalog:
        """The classes that it speaks of."""
        return self.case.catalog


def begin_page(case: Case) -> Page:
    """Return a page about a case that cites nothing yet."""
    return Page(case, SourceList())
