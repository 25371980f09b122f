"""Where a fact was printed: document, section, lines, revision."""

from typing import Annotated

from ladder.field_limits import Limits
from ladder.reading_notes import Note, Severity
from ladder.records import Record, record

__all__ = ["Note", "PrintedDate", "Severity", "Source", "Words"]

Words = Annotated[str, Limits(min_length=1)]
"""A text that says something."""

PrintedDate = Annotated[str, Limits(pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?$")]
"""A date as documents print it: a day, or only a month."""


@record
class Source(Record):
    """The passage that a fact rests on.

    ``lines`` are the first and last line of the passage, counted from 1 in the
    document named. ``revision`` is the date of the document's revision. ``quote`` holds
    the printed words where the catalog may keep them; the bundled data keeps none.
    """

    document: Words
    section: Words
    lines: tuple[Annotated[int, Limits(ge=1)], Annotated[int, Limits(ge=1)]] | None = None
    revision: PrintedDate | None = None
    page: Annotated[int, Limits(ge=1)] | None = None
    quote: str | None = None

    def __str__(self) -> str:
        """Return the citation in one line of plain words."""
        parts = [self.document, self.section]
        if self.lines:
            first, last = self.lines
            parts.append(f"line {first}" if first == last else f"lines {first}-{last}")
        if self.revision:
            parts.append(f"revision {self.revision}")
        return ", ".join(parts)
