"""The lines of a Philadelphia page and the sections they stand in.

Headings are printed in capitals, often with words in brackets behind them, and some are
misspelt; the history of the class (dates, pay range, end mark) has no heading at all.
"""

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from ladder.reading.passages import Claim, Document, Span
from ladder.reading.sections import fold_heading, nearest_heading

_LONGEST_HEADING = 80
_HEADING_END = re.compile(r" ?[(:]| The following| \*")
_BULLET = re.compile("^(?:[\u00b7\u2022o\u25cf-]|[0-9]{1,2}[.)]|[a-hA-H][.)]) +")
_CITY = re.compile(
    r"^CITY OF PHILADELPHIA(?: (?:PERSONNEL DEPARTMENT|OFFICE OF HUMAN RESOURCES))?$|^FLSA: ?\w{1,3}$", re.IGNORECASE
)
_STANDARDS = re.compile(r"\(?\s?the following statements? represents?\b.*", re.IGNORECASE)
_END_MARK = re.compile(r"^END OF JOB CLASS SPECIFICATION ?-? ?(?P<code>[0-9A-Z ]{0,8})$", re.IGNORECASE)
_HISTORY = re.compile(
    r"^(?:Class (?:Established|Abolished|Revised|Title|Code)|(?:Latest |Previous |Last )?Spec(?:ification|s|\.)?"
    r"(?:\. ?| )?Rev(?:ision|ised|\.)|PAY RANGE:?|!NEW|END OF JOB CLASS|Consolidat|Change in |Title change"
    r"|Code change|Re-?established|C\.?S\.?C\.? ?[:\u2010-\u2015-])",
    re.IGNORECASE,
)


class Kind(StrEnum):
    """The sections of a specification."""

    TOP = "top"
    DEFINITION = "general definition"
    DUTIES = "duties"
    KNOWLEDGE = "knowledge, skills and abilities"
    MINIMUM = "minimum acceptable training and experience"
    PHYSICAL = "physical and medical requirements"
    LICENCES = "licenses, registrations and certificates"
    ADDITIONAL = "additional requirements"
    HISTORY = "history of the class"
    OTHER = "other"


_HEADINGS = {
    "GENERAL DEFINITION": Kind.DEFINITION,
    "ALLOCATING FACTORS": Kind.DUTIES,
    "ALLOCATING FACTOR": Kind.DUTIES,
    "TYPICAL EXAMPLES OF WORK": Kind.DUTIES,
    "REQUIRED KNOWLEDGE SKILLS AND ABILITIES": Kind.KNOWLEDGE,
    "KNOWLEDGE SKILLS AND ABILITIES": Kind.KNOWLEDGE,
    "MINIMUM ACCEPTABLE TRAINING AND EXPERIENCE": Kind.MINIMUM,
    "MINIMUM ACCEPTABLE TRAINING AND EXPERIENCE REQUIREMENTS": Kind.MINIMUM,
    "PHYSICAL AND MEDICAL REQUIREMENTS": Kind.PHYSICAL,
    "PHYSICAL MEDICAL AND OTHER REQUIREMENTS": Kind.PHYSICAL,
    "PHYSICAL AND MEDICAL STANDARDS": Kind.PHYSICAL,
    "LICENSES REGISTRATIONS AND OR CERTIFICATES": Kind.LICENCES,
    "LICENSES REGISTRATION AND OR CERTIFICATES": Kind.LICENCES,
    "LICENSE REGISTRATION AND OR CERTIFICATES": Kind.LICENCES,
    "LICENSES REGISTRATIONS AND CERTIFICATES": Kind.LICENCES,
    "LICENSE REGISTRATIONS AND CERTIFICATES": Kind.LICENCES,
    "REGISTRATION AND OR CERTIFICATES": Kind.LICENCES,
    "LICENSES AND OR CERTIFICATES": Kind.LICENCES,
    "REQUIRED LICENSES REGISTRATIONS AND CERTIFICATES": Kind.LICENCES,
    "ADDITIONAL REQUIREMENTS": Kind.ADDITIONAL,
    "DESIRABLE TRAINING AND EXPERIENCE": Kind.OTHER,
    "ACCELERATED EARNED PAY INCREASE": Kind.OTHER,
}
_NAMES = tuple(_HEADINGS)
_SPLIT_HEADING = "MINIMUM ACCEPTABLE TRAINING"


class Line(NamedTuple):
    """A line with words, without the blanks around it; ``span`` is its place in the document."""

    span: Span
    text: str

    def part(self, start: int, end: int | None = None) -> Span:
        """Return the place of a part of the line."""
        return Span(self.span.start + start, self.span.end if end is None else self.span.start + end)

    def tail(self, start: int) -> "Line":
        """Return the line from a place in it, without the blanks there."""
        words = self.text[start:].lstrip()
        return Line(Span(self.span.end - len(words), self.span.end), words)


class Part(NamedTuple):
    """A section: its kind, the lines below its heading, and what its heading is claimed as."""

    kind: Kind
    lines: tuple[Line, ...]
    title: str
    claims: tuple[Claim, ...]


def lines_of(document: Document) -> tuple[Line, ...]:
    """Return the lines that hold words, in their order."""
    found = []
    for start, line in zip(document.line_starts, document.text.split("\n"), strict=True):
        if words := line.strip():
            first = start + line.index(words)
            found.append(Line(Span(first, first + len(words)), words))
    return tuple(found)


def split_parts(document: Document) -> tuple[Part, ...]:
    """Return the sections of a page in the order printed; the first is what stands above all headings."""
    parts: list[Part] = []
    kind, title = Kind.TOP, ""
    lines: list[Line] = []
    claims: list[Claim] = []
    for line in _joined(lines_of(document)):
        found = _opens(line, kind)
        if found is None or (kind is Kind.MINIMUM and found[0] is Kind.LICENCES and not lines):
            # A registration asked before all else stands under its own label, not in a section of its own.
            lines.append(line)
            continue
        parts.append(Part(kind, tuple(lines), title, tuple(claims)))
        kind, heading, rest = found
        title = " ".join(heading.text.split())
        claims = [claim_heading(heading)] if heading.text else []
        lines = []
        if _STANDARDS.match(rest.text):
            claims.append(claim_furniture(rest))
        elif rest.text:
            lines.append(rest)
    return (*parts, Part(kind, tuple(lines), title, tuple(claims)))


def _joined(lines: Sequence[Line]) -> Iterable[Line]:
    """Yield the lines, the heading of the minimum qualifications whole where it is broken over two."""
    waiting: Line | None = None
    for line in lines:
        if waiting is not None:
            if fold_heading(line.text).startswith("AND EXPERIENCE"):
                yield Line(Span(waiting.span.start, line.span.end), f"{waiting.text} {line.text}")
                waiting = None
                continue
            yield waiting
            waiting = None
        if fold_heading(line.text) == _SPLIT_HEADING:
            waiting = line
        else:
            yield line
    if waiting is not None:
        yield waiting


def _opens(line: Line, kind: Kind) -> tuple[Kind, Line, Line] | None:
    """Return the section that a line opens, its heading, and the rest of the line; none for another line."""
    end = _HEADING_END.search(line.text)
    cut = end.start() if end else len(line.text)
    found = _kind_of(line.text[:cut])
    if found is not None:
        behind = cut + 1 if line.text[cut : cut + 1] == ":" else cut
        return found, Line(line.part(0, behind), line.text[:behind]), line.tail(behind)
    nowhere = Line(Span(line.span.start, line.span.start), "")
    if kind is not Kind.MINIMUM and _STANDARDS.match(line.text):
        return Kind.MINIMUM, nowhere, line
    if kind not in {Kind.TOP, Kind.HISTORY} and _HISTORY.match(line.text):
        return Kind.HISTORY, nowhere, line
    return None


def _kind_of(words: str) -> Kind | None:
    if not words or len(words) > _LONGEST_HEADING:
        return None
    folded = fold_heading(words)
    if folded in _HEADINGS:
        return _HEADINGS[folded]
    near = nearest_heading(folded, _NAMES) if words.isupper() else None
    return _HEADINGS[near] if near else None


def claim_heading(line: Line) -> Claim:
    """Return the claim of a line that is a heading, a label or a joining word."""
    return Claim("heading", line.span, read_heading(line.text))


def read_heading(words: str) -> str:
    """Return a heading as letters and figures in capitals."""
    return fold_heading(words)


def is_furniture(line: Line) -> bool:
    """Return whether a line is printed on every page and says nothing of the class."""
    return bool(_CITY.match(line.text) or _STANDARDS.match(line.text))


def claim_furniture(line: Line) -> Claim:
    """Return the claim of a line that says nothing of the class."""
    return Claim("furniture", line.span)


def find_end_mark(document: Document) -> tuple[Line, str] | None:
    """Return the line that ends a specification and the code printed in it, or none."""
    for line in lines_of(document):
        if found := _END_MARK.match(line.text):
            return line, found["code"].replace(" ", "").upper()
    return None


def bullet_length(text: str) -> int:
    """Return how many characters a bullet or a number takes at the beginning of a line; 0 for none."""
    found = _BULLET.match(text)
    return found.end() if found else 0
