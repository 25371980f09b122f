"""How much of a document is read: more than any specification has, and never so much that reading holds up.

What these bounds leave out is listed as unread and noted; nothing of it is dropped. Of
798 real specifications none has more than 191 lines, 23,000 characters, 19 statements
of 2,700 characters together, or a statement of 850.
"""

from dataclasses import replace

from ladder.reading.passages import LONGEST_QUOTE, Document
from ladder.sources import Note, Severity

MOST_CHARACTERS = 200_000
"""Characters of a document that a layout is looked for in: a hundred pages."""

MOST_LINES = 4_000
"""Lines of a document that a layout is looked for in."""

LONGEST_STATEMENT = LONGEST_QUOTE
"""Characters of the longest statement that the grammar is given."""

MOST_STATEMENTS = 200
"""Statements of the class with most of them that the grammar is given."""

MOST_STATED = 24_000
"""Characters of all the statements of a class that the grammar is given."""

READING_STOPPED = "READING_STOPPED"
"""The code of the note on a document, or on qualifications, too long to be read to the end."""


def cut_to_extent(document: Document) -> Document:
    """Return the lines of a document that are read, with a note where that is not all of them.

    A line is read whole or not at all, unless it is the first.
    """
    starts = document.line_starts
    last = min(len(starts), MOST_LINES)
    while last > 1 and _end_of(document, last) > MOST_CHARACTERS:
        last -= 1
    end = min(_end_of(document, last), MOST_CHARACTERS)
    if not document.text[end:].strip():
        return document
    most = f"{MOST_LINES:,} lines or {MOST_CHARACTERS:,} characters"
    what = f"only what stands above this line is read: no more than {most} of a document are; split it"
    note = Note(READING_STOPPED, Severity.ERROR, document.line_at(end), what)
    headings = tuple(one for one in document.headings if one[0] <= last)
    notes, pages = (*document.notes, note), document.pages[:last]
    return replace(document, text=document.text[:end], notes=notes, pages=pages, headings=headings)


def _end_of(document: Document, line: int) -> int:
    starts = document.line_starts
    return starts[line] if line < len(starts) else len(document.text)
