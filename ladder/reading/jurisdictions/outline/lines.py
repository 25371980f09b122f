"""The lines of a document as its writer set them: words without Markdown marks, and what is set as a heading."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from ladder.reading.passages import Document, Span

_SET_AS_HEADING = re.compile(
    r"#{1,6}[ \t]{0,9}(?P<hash>[^#\s].{0,200}?)[ \t#]{0,9}|(?P<bold>\*\*[^*]{1,120}\*\*:?|__[^_]{1,120}__:?)"
)
_MARKS = re.compile(r"[#*_>\s]{0,20}")
_MARKS_AT_END = re.compile(r"[#*_\s]{1,20}$")
_LEAST_LETTERS = 4
_LONGEST_HEADING = 90
_LONGEST_TYPED = 160
_NARROWEST = 40
_NEAR_MARGIN = 0.8
_QUOTES = "\"'"


class Line(NamedTuple):
    """The words of one line, with the Markdown marks around them and without, and how they are set.

    ``level`` is that of the heading it is set as (1 to 6; 7 where it is only bold), 0 where it is none.
    """

    printed: Span
    span: Span
    level: int
    after_blank: bool = False
    before_blank: bool = False

    def words(self, document: Document) -> str:
        """Return the words as printed."""
        return document.text[self.span.start : self.span.end]


def read_lines(document: Document, scope: Span) -> Iterator[Line]:
    """Yield each line of a passage that holds words."""
    levels, start, after_blank = document.heading_levels, scope.start, True
    number = document.line_at(scope.start)
    texts = document.text[scope.start : scope.end].split("\n")
    for text, following in zip(texts, (*texts[1:], ""), strict=True):
        words = text.strip()
        if words:
            first = start + text.index(words)
            place = Span(first, first + len(words))
            line = _line(document, place, levels.get(number, 0))
            yield line._replace(after_blank=after_blank, before_blank=not following.strip())
        after_blank = not words
        start += len(text) + 1
        number += 1


def _line(document: Document, place: Span, level: int) -> Line:
    words = document.text[place.start : place.end]
    found = _SET_AS_HEADING.fullmatch(words)
    if found is None:
        return Line(place, place, level)
    level = 7 if found["bold"] else len(words) - len(words.lstrip("#"))
    return Line(place, without_marks(document, place), level)


def without_marks(document: Document, place: Span) -> Span:
    """Return a passage without the Markdown marks, blanks and quotation marks around it."""
    text = document.text
    start = _MARKS.match(text, place.start, place.end)
    begin = start.end() if start else place.start
    last = _MARKS_AT_END.search(text[begin : place.end])
    end = begin + last.start() if last else place.end
    quoted = end - begin > 1 and text[begin] in _QUOTES and text[end - 1] == text[begin]
    bare = text[begin + 1 : end - 1] if quoted else ""
    if not bare.strip():
        return Span(begin, max(begin, end))
    return Span(begin + 1 + len(bare) - len(bare.lstrip()), begin + 1 + len(bare.rstrip()))


def find_breaks(document: Document, scope: Span) -> frozenset[int]:
    """Return where the lines of a passage begin that are paragraphs of their own, whatever stands above them.

    So is every line of a page, and of a text that no margin breaks into lines; of any
    other text those before which the line above is so short that the first word would
    have stood there.
    """
    longest = max(map(len, document.text.split("\n")))
    are_paragraphs = document.lines_are_paragraphs or longest > _LONGEST_TYPED
    margin = max(longest, _NARROWEST) * _NEAR_MARGIN
    lines = [line.printed for line in read_lines(document, scope)]
    return frozenset(
        line.start
        for before, line in pairwise(lines)
        if are_paragraphs or _column(document, before.end) + 1 + _first_word(document, line) < margin
    )


def _column(document: Document, offset: int) -> int:
    return offset - (document.text.rfind("\n", 0, offset) + 1)


def _first_word(document: Document, line: Span) -> int:
    return len(document.text[line.start : line.end].split(maxsplit=1)[0])


def is_in_capitals(words: str) -> bool:
    """Return whether a line is capitals that end no sentence, and more than a word such as OR."""
    letters = sum(letter.isalpha() for letter in words)
    return words.isupper() and letters >= _LEAST_LETTERS and len(words) <= _LONGEST_HEADING and words[-1] not in ".;,"
