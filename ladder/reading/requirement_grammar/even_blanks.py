"""A statement with one blank between words, and its places in the statement as printed.

Patterns that look for what a clause took by the way are written with single blanks; a
document that prints two would slip past them.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ladder.reading.passages import Span

_BLANKS = re.compile(r" {2,}")


class EvenText(NamedTuple):
    """The text with single blanks; ``places`` says where each letter stands in the text as printed, and the end."""

    text: str
    places: Sequence[int]

    def there(self, spans: Iterable[Span]) -> list[Span]:
        """Return places of the printed text as places of this one."""
        return [Span(bisect_left(self.places, one.start), bisect_left(self.places, one.end)) for one in spans]

    def printed(self, spans: Iterable[Span]) -> Iterator[Span]:
        """Yield places of this text as places of the printed one."""
        yield from (Span(self.places[one.start], self.places[one.end - 1] + 1) for one in spans if one.start < one.end)


def even_blanks(text: str) -> EvenText:
    """Return a text with single blanks.

    >>> even = even_blanks("one  year")
    >>> even.text, list(even.printed([Span(4, 8)])), even.there([Span(5, 9)])
    ('one year', [Span(start=5, end=9)], [Span(start=4, end=8)])
    """
    if _BLANKS.search(text) is None:
        return EvenText(text, range(len(text) + 1))
    dropped = {place for run in _BLANKS.finditer(text) for place in range(run.start() + 1, run.end())}
    kept = [place for place in range(len(text)) if place not in dropped]
    return EvenText("".join(text[place] for place in kept), (*kept, len(text)))
