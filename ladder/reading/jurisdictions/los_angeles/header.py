"""The head of a bulletin: title, class code, dates, and whom the examination is open to."""

import re
from dataclasses import dataclass

from ladder.reading.jurisdictions.facts import Gathered, even_blanks
from ladder.reading.jurisdictions.los_angeles.fields import PAGE_NUMBER
from ladder.reading.outlines.items import Line, excerpt_of, lines_of
from ladder.reading.passages import Document, Excerpt, Span
from ladder.sources import Severity

_CODE = re.compile(r"Class\s{1,9}Code\s{0,9}:?\s{0,99}\S++(?![^\n]{0,30}\.\s?\.)", re.IGNORECASE)
_OPEN = re.compile(r"Open\s{1,9}Date\s{0,9}:?\s{0,99}\S+", re.IGNORECASE)
_NOTICE_DATE = re.compile(r"(?m)^Date:\s{0,9}[A-Z][a-z]{2,8} [0-9]{1,2}, [0-9]{4}", re.IGNORECASE)
_REVISED = re.compile(r"\bRevised\s{0,9}:?\s{0,99}[0-9]\S*", re.IGNORECASE)
_EXAM = re.compile(r"\(\s{0,9}Exam\s{1,9}Open[^)\n]{0,90}\)", re.IGNORECASE)
_FORMER_TITLE = re.compile(r"\(\s{0,9}Class\s{1,9}Title\s{1,9}of\s{1,9}(?P<title>[^)\n]{1,90})\)", re.IGNORECASE)
_BANNERS = frozenset({"CAMPUS INTERVIEWS ONLY", "CAMPUS INTERVIEW ONLY"})
_CODE_SHAPE = re.compile(r"[0-9]{4}")


@dataclass(frozen=True)
class Header:
    """What the head of a bulletin prints; each is none where it does not.

    ``title`` is spelled as the bulletin's own sentences spell it where they name the
    class, else as the head prints it; ``title_excerpt`` is the head's.
    """

    title: str | None
    title_excerpt: Excerpt | None
    code: str | None
    open_date: str | None
    revised: str | None
    exam: str | None
    exam_span: Span | None
    dates_spans: tuple[Span, ...]
    other_title: tuple[str, Span] | None


def read_header(gathered: Gathered, end: int) -> Header:
    """Return what stands above the first section, claimed; a code or date of another form is noted."""
    document = gathered.document
    code = _find(document, _CODE, end)
    exam = _find(document, _EXAM, end)
    former = _FORMER_TITLE.search(document.text, 0, end)
    opened = _find(document, _OPEN, end) or (_find(document, _NOTICE_DATE, end) if code is None else None)
    revised = _find(document, _REVISED, end)
    lines = _title_lines(document, Span(0, code.start)) if code else _running_head(document)
    title_excerpt = excerpt_of(document, lines) if lines else None
    return Header(
        title=_spelled(gathered, gathered.claim_words("title", title_excerpt)) if title_excerpt else None,
        title_excerpt=title_excerpt,
        code=_read_code(gathered, code),
        open_date=_read_date(gathered, "open_date", opened),
        revised=_read_date(gathered, "revised", revised),
        exam=gathered.claim("designation", exam) if exam else None,
        exam_span=exam,
        dates_spans=tuple(span for span in (opened, revised) if span),
        other_title=_other_title(gathered, former),
    )


def _find(document: Document, pattern: re.Pattern[str], end: int) -> Span | None:
    found = pattern.search(document.text, 0, end)
    return Span(*found.span()) if found else None


def _title_lines(document: Document, above: Span) -> list[Span]:
    """Return the lines above the class code that print the title: no banner, nothing in brackets."""
    lines = [_without_brackets(document, line) for line in lines_of(Excerpt(document, (above,)))]
    return [span for span in lines if span.end > span.start and _words(document, span) not in _BANNERS]


def _without_brackets(document: Document, line: Line) -> Span:
    bracket = document.text.find("(", line.span.start, line.span.end)
    end = bracket if bracket >= 0 else line.span.end
    return Span(line.span.start, line.span.start + len(document.text[line.span.start : end].rstrip()))


def _running_head(document: Document) -> list[Span]:
    """Return the running head above a page's number, for a bulletin without a class code in its head."""
    found = PAGE_NUMBER.search(document.text)
    if found is None or not found["head"].isupper():
        return []
    return [Span(found.start("head"), found.start("head") + len(found["head"].rstrip()))]


def _words(document: Document, span: Span) -> str:
    return even_blanks(document.text[span.start : span.end]).upper()


def _spelled(gathered: Gathered, printed: str) -> str:
    """Return the title as a sentence of the bulletin spells it; else as its head prints it."""
    text = gathered.document.text
    folded, wanted = text.lower(), printed.lower()
    place = folded.find(wanted)
    while place >= 0:
        found = text[place : place + len(wanted)]
        alone = not (text[place - 1 : place].isalnum() or text[place + len(wanted) : place + len(wanted) + 1].isalnum())
        if alone and not found.isupper() and all(word[:1].isupper() for word in found.split() if len(word) > 3):  # noqa: PLR2004 - "of", "and", "for"
            return found
        place = folded.find(wanted, place + 1)
    return printed


def _read_code(gathered: Gathered, span: Span | None) -> str | None:
    if span is None:
        return None
    code = gathered.claim("code", span)
    if _CODE_SHAPE.fullmatch(code):
        return code
    gathered.note("CODE_SHAPE", Severity.ERROR, span.start, f"a class code has four figures; the head prints {code!r}")
    return None


def _read_date(gathered: Gathered, field: str, span: Span | None) -> str | None:
    if span is None:
        return None
    value = gathered.claim(field, span)
    if not value:
        printed = even_blanks(gathered.document.text[span.start : span.end])
        gathered.note("DATE_FORM", Severity.WARNING, span.start, f"this is no date of a form that is read: {printed}")
    return value or None


def _other_title(gathered: Gathered, found: re.Match[str] | None) -> tuple[str, Span] | None:
    if found is None:
        return None
    gathered.claim("alias", Span(*found.span()))
    return even_blanks(found["title"]), Span(*found.span("title"))
