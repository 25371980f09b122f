"""The dates in a class's history: when it was established and when it was last revised.

A revision is dated by the Civil Service Commission and then by the Administrative Board,
which approves it: the Board's date counts where it is printed.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ladder.reading.dates import PHILADELPHIA_DATES, DateFormat, DateShape, read_date
from ladder.reading.jurisdictions.philadelphia.layout import Kind, Line, Part
from ladder.reading.passages import Claim, Document
from ladder.sources import Note, Severity
from ladder.specification import Dates

_DATES = (*PHILADELPHIA_DATES, DateFormat(DateShape.WRITTEN_MONTH))
_DATE = re.compile(
    r"(?:^|[^0-9/])([0-9]{1,2}/(?:[0-9]{1,2}/)?(?:[0-9]{4}|[0-9]{2})|[A-Z][a-z]{2,8}\. ?[0-9]{4})(?![0-9/])"
)
_ESTABLISHED = re.compile(r"Class Established", re.IGNORECASE)
_REVISED = re.compile(r"\b(?:Spec(?:ification|s)?\.? ?(?:Rev|Change)|Class Revised)", re.IGNORECASE)
_OTHER = re.compile(
    r"^(?:Chang|Consolid|Class |Title|Code|PAY RANGE|END OF|Abol|Re-?est|Previous)|chang", re.IGNORECASE
)
_BOARD = re.compile(r"\bAd\.? ?B(?:oar)?d\b", re.IGNORECASE)
_COMMISSION = re.compile(r"\bC\.?S\.?C\b", re.IGNORECASE)


class _Event(NamedTuple):
    """A line of the history that says what happened, and the dates behind it."""

    what: str
    dates: list[tuple[str, int, Line]]


class History(NamedTuple):
    """The dates of a class, what was read for them, and what was noted."""

    dates: Dates
    claims: tuple[Claim, ...]
    notes: tuple[Note, ...]


def read_history(document: Document, parts: Sequence[Part]) -> History:
    """Return the month a class was established in and the latest that its specification was revised in."""
    lines = [line for part in parts if part.kind is Kind.HISTORY for line in part.lines]
    claims: list[Claim] = []
    notes: list[Note] = []
    events = list(_events(document, lines, claims, notes))
    established = _latest(event for event in events if event.what == "established")
    revised = _latest(event for event in events if event.what == "revised")
    spans = [claim.span for claim in claims]
    source = (
        document.cite("History of the class", *spans, revision=revised or established, quoted=False) if spans else None
    )
    return History(
        Dates(established=established, revised=revised, source=source), tuple(dict.fromkeys(claims)), tuple(notes)
    )


def _events(document: Document, lines: Iterable[Line], claims: list[Claim], notes: list[Note]) -> Iterator[_Event]:
    event: _Event | None = None
    opening: Line | None = None
    for line in lines:
        what = _what(line.text)
        if what is not None:
            if event is not None and event.dates:
                yield event
            event, opening = (_Event(what, []) if what else None), line
        if event is None:
            continue
        found = list(_dates_in(document, line, notes))
        if found:
            claims.extend(_claims_of_dates(opening, line))
        event.dates.extend(found)
    if event is not None and event.dates:
        yield event


def _what(text: str) -> str | None:
    """Return what a line says happened, empty for something that the record does not hold, none for dates alone."""
    if _ESTABLISHED.search(text):
        return "established"
    if _REVISED.search(text):
        return "revised"
    return "" if _OTHER.search(text) else None


def _dates_in(document: Document, line: Line, notes: list[Note]) -> Iterator[tuple[str, int, Line]]:
    for found in _DATE.finditer(line.text):
        date = _read(found[1])
        if date is None:
            text = f"this is no date that is read here: {found[1]}"
            notes.append(Note("DATE_UNKNOWN", Severity.WARNING, document.line_at(line.span.start), text))
        else:
            yield date, _weight(line.text[: found.start(1)]), line


def _read(words: str) -> str | None:
    return read_date(words.replace(". ", " ").replace(".", " "), _DATES)


def read_dates(words: str) -> str:
    """Return the dates in a line of the history, with a comma between them."""
    return ", ".join(date for found in _DATE.finditer(words) if (date := _read(found[1])))


def _weight(before: str) -> int:
    """Return how much a date counts by the words before it: the Board's most, then the Commission's."""
    boards = [found.start() for found in _BOARD.finditer(before)]
    commissions = [found.start() for found in _COMMISSION.finditer(before)]
    if not boards and not commissions:
        return 0
    return 2 if max(boards, default=-1) > max(commissions, default=-1) else 1


def _latest(events: Iterable[_Event]) -> str | None:
    """Return the latest of the events' dates, each event dated by what counts most in it."""
    dates = []
    for event in events:
        most = max(weight for _, weight, _ in event.dates)
        dates.append(max(date for date, weight, _ in event.dates if weight == most))
    return max(dates, default=None)


def _claims_of_dates(opening: Line | None, line: Line) -> list[Claim]:
    """Return claims of the line that opens an event and of the line that its dates are on, which may be the same."""
    lines = [opening, line] if opening is not None and opening is not line else [line]
    return [Claim("date", one.span, read_dates(one.text)) for one in lines]
