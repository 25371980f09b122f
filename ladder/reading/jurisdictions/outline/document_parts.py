"""The parts of a document by its headings and labels: which lines are the qualifications, and where they end."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ladder.reading.jurisdictions.outline.lines import Line, is_in_capitals, read_lines
from ladder.reading.jurisdictions.outline.vocabulary import Vocabulary
from ladder.reading.passages import Document, Span

ASKED = frozenset({"open", "general", "special", "education", "credential", "internal", "substitution"})
"""The kinds of part that say what is asked."""

GOING_ON = frozenset({"note", "unknown", "shown"})
"""The kinds of part that stand within the qualifications, or go on with them."""

_OF_A_PARAGRAPH = frozenset({"note", "substitution", "credential"})
_LONGEST_HEADING = 90
_LONGEST_LABEL = 60
_NUMBER = re.compile(r"(?:[IVX]{1,4}|[A-Z0-9]|1[0-9])[.)]\s{1,9}")
_BULLET = re.compile(r"[-*\u2022\u00b7\u25aa\u25cf]\s{1,9}")
_DATED = re.compile(r".{0,40}\b[0-9]{1,2}[-/.](?:[0-9]{1,2}[-/.])?[0-9]{2,4}\W{0,3}")
_LABEL_END = re.compile(r":[*_]{0,3}|[ ]{0,3}\t|[.](?=\s{1,3}[A-Z])| ?- (?=[A-Z])|-(?=[A-Z])")
_LABEL_WITHIN = re.compile(
    r"(?:[.;:!?)][\"')]{0,2}|\band|\bor)[ \t]{1,4}(?P<label>[A-Z][A-Za-z/&,' \t-]{3,50}?):(?=\s|$)"
)
_WISHES = re.compile(
    r".{0,60}\b(?:preference|preferred|prefers?|desirable|desired)\b(?![^:]{0,60}\b(?:require|must|minimum)).{0,60}:",
    re.IGNORECASE,
)
_ENDS_SENTENCE = ".:;!?)"
_SHORT = 50
_STREET = r"(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Suite)"
_CONTACT = re.compile(
    r"[\w.+-]{1,60}@[\w-]{1,60}\.[a-z]|\b[0-9]{3}[ .-][0-9]{4}\b"
    rf"|\b(?-i:Mrs?|Ms|Dr)\. [A-Z]|\b[0-9]{{1,5}} [A-Z][A-Za-z]{{1,30}} {_STREET}\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[a-z0-9)\]][.!?])\s{1,4}(?=[A-Z(\"])")
_SENT = r"(?:submit(?:ted)?|send|sent|attach(?:ed)?|e-?mail(?:ed)?|forward(?:ed)?|mail(?:ed)?|upload(?:ed)?)"
_PAPERS = r"(?:resumes?|r\u00e9sum\u00e9s?|cv|cover letters?|letter of interest|application(?: form)?s?|references)"
_APPLIES = re.compile(rf"\b{_SENT}\b.{{0,120}}\b{_PAPERS}\b|\b{_PAPERS}\b.{{0,120}}\b{_SENT}\b", re.IGNORECASE)
_ASKED_FOR = r"\b(?:degree|diploma|licen[cs]es?|certificat(?:es?|ions?)|experience|years?|months?)\b"
_ASKING = r"\b(?:required|must|minimum)\b"
_ASKS_FOR = re.compile(_ASKED_FOR, re.IGNORECASE)
_ASKS = re.compile(rf"{_ASKED_FOR}.{{0,200}}{_ASKING}|{_ASKING}.{{0,200}}{_ASKED_FOR}", re.IGNORECASE)
_NUMBER_WORDS = "one|two|three|four|five|six|seven|eight|nine|ten|twelve"
_ASKS_PLAINLY = re.compile(
    rf"\b(?:[0-9]{{1,2}}|{_NUMBER_WORDS})\b[^.;]{{0,12}}\b(?:years?|months?)\b[^.;]{{0,80}}\bexperience\b"
    r"|\b(?:degree|diploma|licen[cs]e)\b[^.;]{0,80}\b(?:required|must)\b",
    re.IGNORECASE,
)


class Part(NamedTuple):
    """A heading as printed, the kind of part it opens, and the text below it.

    ``runs_in`` says that text follows on the heading's own line; ``level`` is that of a
    line set as a heading. A part of the kind ``ended`` has no heading: its first line
    says that the qualifications are over.
    """

    kind: str
    heading: Span
    body: Span
    runs_in: bool = False
    level: int = 0

    def title(self, document: Document) -> str:
        """Return the heading as printed, on one line, without a colon."""
        return " ".join(document.text[self.heading.start : self.heading.end].split()).strip("#*_ ").rstrip(":.- ")

    def is_blank(self, document: Document) -> bool:
        """Return whether nothing stands below the heading."""
        return not any(letter.isalnum() for letter in document.text[self.body.start : self.body.end])


class _Heading(NamedTuple):
    """A heading found: its kind, its place, and whether text follows on its line."""

    kind: str
    span: Span
    runs_in: bool = False
    level: int = 0


def find_parts(document: Document, scope: Span, vocabulary: Vocabulary) -> tuple[Part, ...]:
    """Return the parts of a passage in the order printed; text above the first heading is in none.

    A line whose words the vocabulary knows is a heading, and so is a label before a
    colon; within the qualifications a label may stand in the middle of a line. A line
    set as a heading, or in capitals, whose words are not known opens a part of the kind
    ``unknown`` where it stands within the qualifications, and none elsewhere.
    """
    found = list(_headings(document, scope, vocabulary))
    ends = [heading.span.start for heading in found[1:]] + [scope.end] * bool(found)
    parts = tuple(
        Part(heading.kind, heading.span, Span(heading.span.end, end), heading.runs_in, heading.level)
        for heading, end in zip(found, ends, strict=True)
    )
    return tuple(_with_abilities(document, parts))


def _headings(document: Document, scope: Span, vocabulary: Vocabulary) -> Iterator[_Heading]:
    finder = _Finder(document, vocabulary, scope)
    for line in read_lines(document, scope):
        yield from finder.take(line)


class _Finder:
    """Takes line after line: ``is_asking`` while the qualifications go on."""

    def __init__(self, document: Document, vocabulary: Vocabulary, scope: Span) -> None:
        self.document = document
        self.vocabulary = vocabulary
        self.is_asking = False
        self.before = ""
        self.above = _Heading("", scope)
        self.latest = self.above
        self.capitals_are_headings = not _is_mostly_capitals(document, scope)
        self.has_set_qualifications = False

    def take(self, line: Line) -> Iterator[_Heading]:
        """Yield the headings that a line holds."""
        words = line.words(self.document)
        heading = self._heading(line, words)
        if heading is not None:
            yield self._go_on(heading)
        if (self.is_asking or self.latest.kind == "shown") and (heading is None or heading.runs_in):
            yield from self._within(heading.span.end if heading else line.span.start, line.span.end)
        self.before = words

    def _go_on(self, heading: _Heading) -> _Heading:
        self.is_asking = heading.kind in ASKED or (self.is_asking and heading.kind in GOING_ON)
        self.latest = heading
        self.has_set_qualifications |= heading.level > 0 and heading.kind in ASKED
        if not heading.runs_in:
            self.above = heading
        return heading

    def _resumes(self, line: Line, words: str) -> bool:
        """Return whether the label on a line of text is left behind, and a line stands under the heading above that.

        A note, a substitution and a license end with their paragraph; any label does
        where alternatives begin.
        """
        if not (self.is_asking and self.latest.runs_in and self.above.kind == "open"):
            return False
        if self.vocabulary.opens_alternatives(words):
            return True
        begins = line.after_blank or _NUMBER.match(words) or _BULLET.match(words) or self.before[-1:] in _ENDS_SENTENCE
        return self.latest.kind in _OF_A_PARAGRAPH and bool(begins)

    def _heading(self, line: Line, words: str) -> _Heading | None:
        joins = self.vocabulary.joins(words)
        found = None if joins else self._whole_line(line, words) or self._before_text(line, words)
        if found is None and self._resumes(line, words):
            return _Heading("open", Span(line.printed.start, line.printed.start), runs_in=True)
        return found or (None if joins else self._unnamed(line, words))

    def _whole_line(self, line: Line, words: str) -> _Heading | None:
        if len(words) > _LONGEST_HEADING or words[-1] in ";,":
            return None
        number = _NUMBER.match(words)
        bare = words[number.end() :] if number else words
        kind = "wished" if _WISHES.fullmatch(bare) else self.vocabulary.kind_of(bare)
        if kind is None or not self._may_head(line, bare):
            return None
        return _Heading(kind, line.printed, level=line.level)

    def _may_head(self, line: Line, words: str) -> bool:
        """Return whether a line of known words is a heading, and no end of a sentence that began above it."""
        if line.level or words.isupper() or words.endswith(":"):
            return True
        if not words[0].isupper() or words.endswith("."):
            return False
        goes_on = not line.after_blank and len(self.before) > _SHORT and self.before[-1] not in _ENDS_SENTENCE
        return not goes_on or _is_in_title_case(words)

    def _before_text(self, line: Line, words: str) -> _Heading | None:
        """Return the known heading that a line begins with, before a mark and its text."""
        number = _NUMBER.match(words) or _BULLET.match(words)
        start = number.end() if number else 0
        for end in _LABEL_END.finditer(words, start, start + _LONGEST_LABEL):
            kind = self.vocabulary.kind_of(words[start : end.start()])
            if kind is not None and (words[start].isupper() or end.group().startswith(":")):
                if not self._may_run_in(kind, end.group()):
                    return None
                span = Span(line.printed.start, line.span.start + end.end())
                return _Heading(kind, span, runs_in=span.end < line.span.end, level=line.level)
        return None

    def _may_run_in(self, kind: str, mark: str) -> bool:
        """Return whether a label opens a part: one of the qualifications does not below a heading set after theirs."""
        is_apart = self.has_set_qualifications and not self.is_asking and bool(self.above.level)
        is_mark_of_labels = mark.startswith(":") or mark.endswith("\t")
        return not (is_apart and kind in ASKED) and (is_mark_of_labels or kind in {"open", "wished", "other"})

    def _unnamed(self, line: Line, words: str) -> _Heading | None:
        if not self.is_asking:
            return None
        if _DATED.fullmatch(words) and not _ASKS_FOR.search(words):
            return _Heading("ended", Span(line.printed.start, line.printed.start))
        is_set = line.level or (self.capitals_are_headings and is_in_capitals(words))
        if (is_set or _stands_alone(line, words)) and self.vocabulary.heads_an_end(words):
            return _Heading("ended", Span(line.printed.start, line.printed.start))
        return _Heading("unknown", line.printed, level=line.level) if is_set else None

    def _within(self, start: int, end: int) -> Iterator[_Heading]:
        """Yield the headings in the middle of a line of the qualifications, and where a sentence ends them."""
        over = self._end_of_qualifications(start, end)
        for found in _LABEL_WITHIN.finditer(self.document.text, start, end if over is None else over):
            kind = self.vocabulary.kind_of(found["label"])
            if kind is not None:
                yield self._go_on(_Heading(kind, Span(found.start("label"), found.end()), runs_in=True))
        if over is not None and self.latest.kind in ASKED | GOING_ON:
            yield self._go_on(_Heading("ended", Span(over, over), runs_in=True))

    def _end_of_qualifications(self, start: int, end: int) -> int | None:
        """Return the offset of the first sentence of a line that tells how to apply or whom to ask."""
        text = self.document.text
        starts = [start, *(found.end() for found in _SENTENCE_END.finditer(text, start, end)), end]
        for first, last in pairwise(starts):
            words = text[first:last].strip(" \t*_-\u2022")
            if words and (self.vocabulary.ends(words) or _CONTACT.search(words) or _APPLIES.search(words)):
                return first
        return None


def _stands_alone(line: Line, words: str) -> bool:
    """Return whether a line of a few words in title case stands between blank lines and ends no sentence."""
    is_apart = line.after_blank and line.before_blank and words[-1] not in ".;,"
    return is_apart and words[0].isupper() and len(words) <= _LONGEST_HEADING and _is_in_title_case(words)


def _is_in_title_case(words: str) -> bool:
    long = [word for word in words.split() if len(word) > len("with")]
    return all(word[0].isupper() for word in long)


def _is_mostly_capitals(document: Document, scope: Span) -> bool:
    lines = [line.words(document) for line in read_lines(document, scope)]
    return sum(words.isupper() for words in lines) * 2 > len(lines)


def _with_abilities(document: Document, parts: Sequence[Part]) -> Iterator[Part]:
    """Yield the parts; abilities are what is asked where nothing else stands under the heading of qualifications."""
    for number, part in enumerate(parts):
        before = parts[number - 1] if number else None
        alone = part.kind == "abilities" and before is not None and before.kind == "open" and before.is_blank(document)
        yield part._replace(kind="open") if alone and not _asks_below(document, parts[number + 1 :]) else part


def _asks_below(document: Document, parts: Iterable[Part]) -> bool:
    for part in parts:
        if part.kind == "other":
            return False
        if part.kind in ASKED and not part.is_blank(document):
            return True
    return False


class AskingLines(NamedTuple):
    """Lines that speak as the qualifications do: those to repeat, and those with somebody's address or number."""

    told: tuple[Span, ...]
    kept: tuple[Span, ...]


def asking_lines(document: Document, part: Part) -> AskingLines:
    """Return the lines of a part that is not asked which all the same speak as the qualifications do.

    Of what follows a label that is known to be of something else, those that plainly ask.
    """
    lines = list(read_lines(document, part.body))
    spans = (line.span for line in lines[1 if part.runs_in and part.kind == "wished" else 0 :])
    pattern = _ASKS if part.kind in {"ended", "wished"} else _ASKS_PLAINLY
    asking = [span for span in spans if pattern.search(document.text, *span)]
    kept = tuple(span for span in asking if _CONTACT.search(document.text, *span))
    return AskingLines(tuple(span for span in asking if span not in kept), kept)
