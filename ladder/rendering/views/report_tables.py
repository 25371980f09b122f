"""Tables of the reports: caption, headings, rows, and what was left out of a long one."""

from collections.abc import Sequence
from dataclasses import dataclass

from ladder.rendering.views.segments import Cited
from ladder.telling.messages import say

Row = tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class ReportTable:
    """A table; the first cell of a row is its heading.

    ``numeric`` are the columns of figures. ``left_out`` says what a long table does not
    list; it is empty where all is there.
    """

    caption: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    numeric: frozenset[int] = frozenset()
    left_out: str = ""


def first_of(items: Sequence[object], most: int) -> str:
    """Return the sentence that says what a list of so many leaves out; nothing where it leaves out nothing.

    >>> first_of(range(700), 40)
    'The first 40 of 700 are listed.'
    """
    return say("found.listed", most=most, count=len(items)) if len(items) > most else ""
