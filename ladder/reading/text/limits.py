"""How large a document may be, and how one that is larger, or is none, is refused."""

from typing import NoReturn

from ladder.errors import BadFileError, Fault, FaultKind

LARGEST_TEXT = 2_000_000
"""Bytes of the largest plain text that is read: a thousand pages."""

LARGEST_PAGE = 5_000_000
"""Bytes of the largest HTML that is read, most of which is marks."""

LARGEST_CONTAINER = 50_000_000
"""Bytes of the largest DOCX, PDF, ODT, RTF or XLSX that is opened."""

LARGEST_INFLATED = 200_000_000
"""Bytes of all that a container may unpack to."""

LARGEST_PART = 40_000_000
"""Bytes that one part of text of a container may unpack to."""

MOST_PARTS = 5_000
"""Parts of the container with most of them."""

LARGEST_EXTRACT = 2_000_000
"""Characters of the longest text that is taken from any document."""

LONGEST_LINE = 1_000_000
"""Characters of the longest line that is read."""

MOST_STRUCK, MOST_QUOTED = 20, 80
"""Passages struck out that are told of one document, and letters of each."""

CHILD_MEMORY = 500_000_000
"""Bytes of memory for the process that opens a document."""

CHILD_SECONDS = 8
"""Seconds of the processor for that process."""

CHILD_WAIT = 40
"""Seconds by the clock that it is waited for: long enough for a busy machine, where the processor's do not decide."""


def refuse_document(name: str, what: str, try_this: str, *, line: int = 0) -> NoReturn:
    """Refuse a document with one fault.

    Raises:
        BadFileError: always.

    """
    fault = Fault(file=name, line=line, field="", what=what, try_this=try_this, kind=FaultKind.FILE_UNREADABLE)
    raise BadFileError([fault]) from None


def check_lines(text: str, *, name: str) -> None:
    """Refuse a text with a line longer than any document has.

    Raises:
        BadFileError: a line of ``LONGEST_LINE`` characters or more.

    """
    if len(text) < LONGEST_LINE:
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) >= LONGEST_LINE:
            what = f"a line is {len(line):,} characters long"
            refuse_document(name, what, "break it into lines of text", line=number)
