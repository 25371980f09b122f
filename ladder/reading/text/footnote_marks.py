"""Raised marks that point to a footnote: left out of the text, so that they join no word and no figure, and noted."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ladder.reading.passages import Document
from ladder.reading_notes import Note, Severity

FOOTNOTE_MARK = "FOOTNOTE_MARK"
"""The code of the note on the marks of a line."""

_RAISED_FIGURES = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079"
_RAISED = "\u2070\u00b9\u00b2\u00b3\u2074-\u2079"
_FIGURES = f"[{_RAISED}]{{1,3}}(?:[,;][ ]?[{_RAISED}]{{1,3}}){{0,8}}"
_MARK = re.compile(
    rf"(?<=[^\s{_RAISED}])(?:\[{_FIGURES}\]|\({_FIGURES}\)|{_FIGURES})(?![{_RAISED}0-9/\u2044\u2080-\u2089])"
)
_UNIT = re.compile(r"(?:^|[^A-Za-z])(?:[cdkm]?m|ft|in|yd|mi)\.?\Z", re.IGNORECASE)
_LAST_WORD = re.compile(r"\S{1,40}\Z")


def set_marks_apart(document: Document) -> Document:
    """Return the document without the raised marks that follow a word or a figure, a note for each line that had one.

    A raised figure that begins a line stays (there the footnote itself begins), and so do
    those of fractions, of square and cubic measures, and one that a figure follows: they
    are read as nothing.
    """
    if document.text.isascii() or not any(one in document.text for one in _RAISED_FIGURES):
        return document
    if not _MARK.search(document.text):
        return document
    lines, notes = list[str](), list[Note]()
    for number, line in enumerate(document.text.split("\n"), start=1):
        marks = tuple(_marks(line))
        lines.append(_without(line, marks))
        if marks:
            notes.append(Note(FOOTNOTE_MARK, Severity.INFO, number, _tell(line, marks)))
    return replace(document, text="\n".join(lines), notes=(*document.notes, *notes))


def _marks(line: str) -> Iterator[re.Match[str]]:
    return (mark for mark in _MARK.finditer(line) if not _UNIT.search(line, 0, mark.start()))


def _without(line: str, marks: tuple[re.Match[str], ...]) -> str:
    """Return the line without the marks; a blank stays where two words would join."""
    kept, reached = "", 0
    for mark in marks:
        kept += line[reached : mark.start()] + (" " if line[mark.end() : mark.end() + 1].isalnum() else "")
        reached = mark.end()
    return kept + line[reached:]


def _tell(line: str, marks: tuple[re.Match[str], ...]) -> str:
    places = ", ".join(f"{mark[0]} after {_word_before(line, mark)!r}" for mark in marks[:8])
    return f"raised marks of footnotes are left out of the text: {places}"


def _word_before(line: str, mark: re.Match[str]) -> str:
    found = _LAST_WORD.search(line, 0, mark.start())
    return found[0] if found else ""
