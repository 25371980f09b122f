"""One family of errors for faults of the caller, and faults of documents as values.

A :class:`LadderError` ends a call: it says what happened, where, and what to try.
A :class:`Fault` is a value: it is collected while reading goes on, and printed one a
line.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

_MOST_SHOWN = 500


def shorten(text: str) -> str:
    """Return the text as a message shows it: of more than 500 characters the first, and how many there are.

    >>> shorten("9" * 1000)[-28:]
    '99999... (1,000 characters)'
    """
    return text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN]}... ({len(text):,} characters)"


class FaultKind(StrEnum):
    """What kind of fault keeps a file, or a record in it, from being used: the name of a rule of ``ladder check``."""

    FILE_UNREADABLE = "FILE_UNREADABLE"
    FIELD_UNKNOWN = "FIELD_UNKNOWN"
    FIELD_MISSING = "FIELD_MISSING"
    FIELD_REPEATED = "FIELD_REPEATED"
    FIELD_REFUSED = "FIELD_REFUSED"
    CODE_COERCED = "CODE_COERCED"
    VALUE_COERCED = "VALUE_COERCED"
    YAML_MARKS = "YAML_MARKS"
    REQUIREMENTS_UNSOUND = "REQUIREMENTS_UNSOUND"
    JURISDICTION_FILE_MISSING = "JURISDICTION_FILE_MISSING"
    JURISDICTION_DUPLICATE = "JURISDICTION_DUPLICATE"
    CODE_DUPLICATE = "CODE_DUPLICATE"
    CODE_DUPLICATE_BY_CASE = "CODE_DUPLICATE_BY_CASE"
    CLASS_MISPLACED = "CLASS_MISPLACED"
    ALIAS_IS_A_CODE = "ALIAS_IS_A_CODE"
    REFERENCE_DANGLING = "REFERENCE_DANGLING"
    RULING_NOWHERE = "RULING_NOWHERE"


class Fault(NamedTuple):
    """One fault of a file: where it stands, what is wrong, and what to try.

    ``line`` counts from 1; 0 means the file as a whole. Programs tell faults apart by
    their ``kind``, never by their words.
    """

    file: str
    line: int
    field: str
    what: str
    try_this: str
    kind: FaultKind = FaultKind.FIELD_REFUSED

    def __str__(self) -> str:
        """Return the fault as one line: ``file:line: field: what; try``."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        field = f" {self.field}:" if self.field else ""
        remedy = f"; {self.try_this}" if self.try_this else ""
        return f"{place}:{field} {self.what}{remedy}"


class LadderError(Exception):
    """Any fault of the caller that ladder can name."""


class BadCallError(LadderError):
    """A call asks for something that cannot be: what is wrong, and what to try."""

    def __init__(self, *, what: str, try_this: str) -> None:
        """Compose the message from what is wrong and what to try."""
        self.what = what
        self.try_this = try_this
        super().__init__(f"{what}; {try_this}")


class BadFileError(LadderError):
    """A file could not be used; every fault in it is listed, in order of line."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        """Keep the faults; the message has one line each."""
        self.faults = tuple(sorted(set(faults), key=lambda fault: (fault.file, fault.line, fault.field, fault.what)))
        super().__init__("\n".join(map(str, self.faults)))


class UnknownClassError(LadderError):
    """No class answers to the text, or several do; the candidates are listed."""

    def __init__(self, *, text: str, candidates: tuple[str, ...], ambiguous: bool) -> None:
        """Compose the message from the text and the classes it may have meant."""
        self.text = text
        self.candidates = candidates
        self.ambiguous = ambiguous
        shown = shorten(text)
        what = f"{shown!r} names more than one class" if ambiguous else f"no class is called {shown!r}"
        known = f"; did you mean {', '.join(candidates)}?" if candidates else "; try 'ladder classes' for a list"
        super().__init__(what + known)


class CannotWriteError(LadderError):
    """A file could not be written; what stood there before is untouched."""

    def __init__(self, *, file: str, reason: str) -> None:
        """Compose the message from the file and the system's reason."""
        self.file = file
        self.reason = reason
        super().__init__(f"cannot write {file}: {reason}; the old file, if any, is untouched")
