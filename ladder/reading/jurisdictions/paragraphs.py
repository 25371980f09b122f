"""The paragraphs of a section: set apart by bullets, blank lines or the end of a sentence, furniture passed over."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ladder.reading.passages import Document, Excerpt, Span

_BULLET = re.compile(r"[ \t]{0,40}(?P<mark>[\u2022\u00b7\u25aa\u25e6\u2013*-])[ \t]{1,10}(?=\S)")
_NOTHING = re.compile(r"(?!)")
_ENDS = (".", ";", ":", "!", "?")
_SENTENCE_END = re.compile(r"[.!?][ \t]{1,4}(?=[A-Z\"(])")
_ABBREVIATIONS = ("i.e.", "e.g.", "no.", "st.", "dr.", "mr.", "ms.", "sec.", "u.s.")


@dataclass(frozen=True)
class Paragraph:
    """A paragraph's words, line by line, and the bullet before them where there is one."""

    excerpt: Excerpt
    bullet: Span | None = None


@dataclass(frozen=True)
class _Line:
    """A line with words in it: where they stand, and what came before them."""

    words: Span
    bullet: Span | None
    follows_blank: bool


def find_paragraphs(
    document: Document, body: Span, furniture: Sequence[Span] = (), opening: re.Pattern[str] = _NOTHING
) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a passage in the order printed; a passage of blanks has none.

    ``furniture`` is in the order printed, and no piece of it reaches into another.
    A line belongs to the one before it, even over blank lines or page furniture, where
    that one does not end a sentence and this one begins with a small letter; words of
    ``opening`` begin a paragraph wherever a line begins with them.
    """
    groups: list[list[_Line]] = []
    for line in _lines_in(document, body, furniture):
        opens = opening.match(document.text, line.words.start) is not None
        if groups and not opens and _goes_on(document, groups[-1][-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    return tuple(Paragraph(Excerpt(document, tuple(line.words for line in group)), group[0].bullet) for group in groups)


def stands_in(passages: Sequence[Span], offset: int) -> bool:
    """Return whether an offset stands in one of these passages, given in the order printed."""
    before = bisect_right(passages, offset, key=lambda one: one.start)
    return before > 0 and offset < passages[before - 1].end


def _goes_on(document: Document, before: _Line, line: _Line) -> bool:
    if line.bullet is not None or document.text[before.words.start : before.words.end].endswith(_ENDS):
        return False
    return not line.follows_blank or document.text[line.words.start].islower()


def _lines_in(document: Document, body: Span, furniture: Sequence[Span]) -> Iterator[_Line]:
    follows_blank, start = True, body.start
    for text in document.text[body.start : body.end].split("\n"):
        words = text.strip()
        first = start + text.index(words) if words else start
        if words and not stands_in(furniture, first):
            yield _line(text, start, follows_blank=follows_blank)
            follows_blank = False
        else:
            follows_blank = True
        start += len(text) + 1


def _line(text: str, start: int, *, follows_blank: bool) -> _Line:
    bullet = _BULLET.match(text)
    mark = Span(start + bullet.start("mark"), start + bullet.end("mark")) if bullet else None
    begin = bullet.end() if bullet else len(text) - len(text.lstrip())
    return _Line(Span(start + begin, start + len(text.rstrip())), mark, follows_blank)


def split_sentences(excerpt: Excerpt) -> tuple[Excerpt, ...]:
    """Return the sentences of a paragraph; one is told from the next by a full stop and a capital."""
    text, begin, found = excerpt.text, 0, []
    for end in _SENTENCE_END.finditer(text):
        if not text[: end.start() + 1].lower().endswith(_ABBREVIATIONS):
            found.append(excerpt.part(Span(begin, end.start() + 1)))
            begin = end.end()
    return (*found, excerpt.part(Span(begin, len(text))))
