"""What is gathered from one document: passages claimed, each with the value that it reads as, and notes."""

import re
from collections.abc import Callable, Mapping

from ladder.reading.passages import Claim, Document, Excerpt, Span
from ladder.sources import Note, Severity

FieldReaders = Mapping[str, Callable[[str], str]]
"""How the words of a claimed passage are read, by the claim's field."""


def even_blanks(text: str) -> str:
    r"""Return the words of a passage on one line.

    >>> even_blanks("Labor Relations\n  Assistant")
    'Labor Relations Assistant'
    """
    return " ".join(text.split())


def first_group(pattern: re.Pattern[str], text: str) -> str:
    """Return the first group of the first match, blanks evened out; empty where there is no match."""
    found = pattern.search(text)
    return even_blanks(found.group(1)) if found else ""


class Gathered:
    """The claims and notes of one document, in the order made.

    A claim's value is what the field's reader makes of the passage claimed, so that the
    passage read again gives the same.
    """

    def __init__(self, document: Document, readers: FieldReaders) -> None:
        """Begin with nothing claimed and nothing noted."""
        self.document = document
        self._readers = readers
        self._claims: list[Claim] = []
        self._notes: list[Note] = []

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims so far."""
        return tuple(self._claims)

    @property
    def notes(self) -> tuple[Note, ...]:
        """The notes so far."""
        return tuple(self._notes)

    def claim(self, field: str, span: Span) -> str:
        """Claim a passage as a field and return the value that it reads as."""
        value = self._readers[field](self.document.text[span.start : span.end])
        self._claims.append(Claim(field, span, value))
        return value

    def claim_words(self, field: str, excerpt: Excerpt) -> str:
        """Claim each piece of an excerpt as a field and return the value that the whole reads as."""
        for piece in excerpt.pieces:
            self.claim(field, piece)
        return self._readers[field](excerpt.text)

    def note(self, code: str, severity: Severity, offset: int, text: str) -> None:
        """Note something on the line that an offset stands in."""
        self._notes.append(Note(code, severity, self.document.line_at(offset), text))
