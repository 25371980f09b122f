"""What the opening of a document gives, in either process: the text, or why there is none."""

from typing import NamedTuple


class Extract(NamedTuple):
    """The text of a container: lines ended by a newline, pages parted by a form feed.

    ``paged`` says whether the form feeds are all of its page breaks; ``scanned`` are the
    pages, counted from 1, that show a picture and hold no text; ``struck`` the words
    that are struck out, which the text leaves out; ``notes`` the code, severity, line and
    words of notes made already; ``headings`` the lines set as headings, and their levels.
    ``is_table`` says that the text is rows (:func:`ladder.reading.text.sheet_rows.pack_sheets`).
    """

    text: str
    paged: bool = False
    scanned: tuple[int, ...] = ()
    struck: tuple[str, ...] = ()
    notes: tuple[tuple[str, str, int, str], ...] = ()
    headings: tuple[tuple[int, int], ...] = ()
    is_table: bool = False


class UnfitDocumentError(Exception):
    """A document is none of its kind, or is more than a document should be; the message says which."""
