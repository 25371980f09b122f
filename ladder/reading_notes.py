"""What is noted while a document is read: values, light to import, as the process that opens documents needs them."""

from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How much a note weighs: an answer cannot be trusted, something is likely wrong, or for information."""

    ERROR = "ERROR"
    WARNING = "WARNING"
    INFO = "INFO"


class Note(NamedTuple):
    """What was noted while a document was read: a value, never a reason to stop.

    ``line`` counts from 1; 0 means the document as a whole.
    """

    code: str
    severity: Severity
    line: int
    text: str
