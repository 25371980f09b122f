"""Qualifications that any combination meets, of which a document then prints one: "A typical way would be: ...".

What is printed is one way in, and the combination another that a person judges; asked
together they would keep out whoever took the way that is printed.
"""

import re
from typing import NamedTuple

from ladder.reading.drafts import AllOf, AnyOf, Asked
from ladder.reading.passages import Span

_TYPICAL = re.compile(
    r"\s{0,9}(?P<any>an?y?\s{1,9}(?:equivalent\s{1,9})?combinations?\s{1,9}of\b[^.:]{3,400}\.)\s{1,9}"
    r"(?P<lead>(?:(?:an?|one|some|the)\s{1,9})?(?:typical|possible|common)\s{1,9}(?:ways?|paths?)\s{1,9}(?:to|of|in\s{1,9}which)\b[^.:;]{0,200}[.:])",
    re.IGNORECASE,
)
_OF_THE_WAY = re.compile(r"\b(?:education\w*|experience|training|background)\b", re.IGNORECASE)


class TypicalWay(NamedTuple):
    """Where a text says that any combination will do, and where it leads in to one of them."""

    combination: Span
    lead_in: Span


def find_typical_way(text: str) -> TypicalWay | None:
    """Return the places in a text that begins with a combination of which a typical way follows; else none.

    >>> find_typical_way("Any combination of work and study that qualifies. A typical way to qualify is: One year.")
    TypicalWay(combination=Span(start=0, end=49), lead_in=Span(start=50, end=78))
    """
    found = _TYPICAL.match(text)
    return None if found is None else TypicalWay(Span(*found.span("any")), Span(*found.span("lead")))


def goes_on_with_it(kind: str, heading: str) -> bool:
    """Return whether a text of a kind, below its heading, is a part of the way: its education, its experience."""
    return kind in {"education", "general", "special"} or (kind == "open" and bool(_OF_THE_WAY.search(heading)))


def either_of(combination: Asked, way: tuple[Asked, ...]) -> Asked:
    """Return the combination and the way that is printed as two ways; where none is printed, the combination."""
    if not way:
        return combination
    return AnyOf((combination, way[0] if len(way) == 1 else AllOf(way)))
