"""The parts of the qualifications to what is asked: which lines are one text, and how the texts are joined."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from types import MappingProxyType

from ladder.reading.drafts import AllOf, AnyOf, Asked, Role, Statement
from ladder.reading.jurisdictions.facts import even_blanks
from ladder.reading.jurisdictions.outline.document_parts import ASKED, GOING_ON, Part, asking_lines
from ladder.reading.jurisdictions.outline.lines import find_breaks, read_lines
from ladder.reading.jurisdictions.outline.typical_ways import either_of, find_typical_way, goes_on_with_it
from ladder.reading.jurisdictions.outline.vocabulary import Vocabulary
from ladder.reading.outlines import Outline, read_outline
from ladder.reading.outlines.items import excerpt_of, read_items
from ladder.reading.passages import Claim, Document, Excerpt, Span
from ladder.reading.requirement_grammar.asides import is_measured
from ladder.specification import ShownCondition

_ROLES: Mapping[str, Role] = MappingProxyType(
    {
        "open": Role.OPEN,
        "general": Role.GENERAL,
        "special": Role.SPECIAL,
        "education": Role.EDUCATION,
        "credential": Role.CREDENTIAL,
        "substitution": Role.SUBSTITUTION,
        "internal": Role.INTERNAL,
        "note": Role.OPEN,
    }
)
_STAND_BELOW = ASKED | {"note", "abilities", "wished", "shown"}
_JOINED = ASKED - {"substitution", "internal"}
_OR_AT_END = re.compile(r"\b(?:or|either)[\W_]{0,3}$", re.IGNORECASE)
_NOTHING = re.compile(
    r"\W{0,9}(?:there (?:is|are) )?(?:none|n/?a|not applicable)(?: (?:is |are )?(?:required|needed|necessary))?\W{0,9}",
    re.IGNORECASE,
)
_ASKS_STUDY_OR_SERVICE = re.compile(
    r"\b(?:licen[cs]es?|licensed|certificat(?:es?|ions?)|certified|registration|registered|degree|diploma|experience"
    r"|years? of|months? of|courses?|graduat(?:e|ed|ion))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Text:
    """Parts whose words are one text: those of a heading, and those of labels within its alternatives."""

    parts: tuple[Part, ...]

    @property
    def kind(self) -> str:
        """The kind of the first of its parts."""
        return self.parts[0].kind

    def is_blank(self, document: Document) -> bool:
        """Return whether it is a heading of what is asked with nothing below it, of whatever kind."""
        return self.kind == "open" and all(part.is_blank(document) for part in self.parts)

    def excerpt(self, document: Document, vocabulary: Vocabulary) -> Excerpt:
        """Return the words below the headings, a piece for each paragraph.

        A piece begins with the line break before it, by which the reader of outlines
        knows a paragraph. What stands below a line that joins alternatives goes on with it.
        """
        bodies = (part.body for part in self.parts)
        return Excerpt(document, tuple(piece for body in bodies for piece in _paragraphs(document, body, vocabulary)))


def _paragraphs(document: Document, body: Span, vocabulary: Vocabulary) -> Iterator[Span]:
    breaks = find_breaks(document, body)
    start, goes_on = body.start, True
    for line in read_lines(document, body):
        before = document.text.rfind("\n", start, line.printed.start)
        if not goes_on and before > start and line.printed.start in breaks:
            yield Span(start, before)
            start = before
        goes_on = vocabulary.joins(line.words(document))
    yield Span(start, body.end)


@dataclass
class QualificationsRead:
    """What is asked, what is only shown, the headings and passages of the qualifications, and what was used of them."""

    asked: Asked | None = None
    substitutions: list[Statement] = field(default_factory=list)
    shown: list[ShownCondition] = field(default_factory=list)
    outlines: list[Outline] = field(default_factory=list)
    headings: list[Span] = field(default_factory=list)
    passages: list[Span] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)


def join_texts(document: Document, parts: Sequence[Part], vocabulary: Vocabulary) -> tuple[Text, ...]:
    """Return the parts as texts, in order.

    A label on a line of its text within alternatives belongs to the alternative that it
    stands in, not to all of them: from the first line that joins alternatives to the
    next heading on a line of its own, all is one text.
    """
    texts: list[list[Part]] = []
    for part in parts:
        if texts and _goes_on(document, texts[-1], part, vocabulary):
            texts[-1].append(part)
        else:
            texts.append([part])
    return tuple(Text(tuple(one)) for one in texts)


def _goes_on(document: Document, text: Sequence[Part], part: Part, vocabulary: Vocabulary) -> bool:
    if part.kind not in _JOINED or text[-1].kind not in _JOINED:
        return False
    lines = [line.words(document) for line in read_lines(document, text[-1].body)]
    if lines and (_OR_AT_END.search(lines[-1]) or vocabulary.joins(lines[-1])):
        return True
    joined = len(text) > 1 or any(vocabulary.joins(line) for line in lines)
    return joined and part.runs_in and part.kind != "credential"


def read_qualifications(
    document: Document, parts: Sequence[Part], vocabulary: Vocabulary, *, several: bool
) -> QualificationsRead:
    """Return what the parts of one class ask; nothing is asked where they specify ``several`` classes.

    Texts are asked together, but what is asked for promotion is an alternative to what
    is asked of everybody. Of a heading that nobody knows within the qualifications the
    words are left for a person to judge.
    """
    reader = _Reader(document, vocabulary)
    together: list[Asked] = []
    promoted: list[Asked] = []
    texts = join_texts(document, parts, vocabulary)
    for number, text in enumerate(texts):
        if text.is_blank(document) and any(one.kind in _STAND_BELOW for one in texts[number + 1 : number + 2]):
            reader.take_heading(text)
            continue
        (promoted if text.kind == "internal" else together).extend(reader.read_beside_a_way(text))
    together = [*reader.ways(), *together]
    found = reader.found
    if not several:
        found.asked = _joined(together, promoted)
    if found.asked is None:
        found.substitutions.clear()
    return found


def _joined(together: Sequence[Asked], promoted: Sequence[Asked]) -> Asked | None:
    ways = [one for one in (_all_of(together), _all_of(promoted)) if one is not None]
    return AnyOf(tuple(ways)) if len(ways) > 1 else next(iter(ways), None)


def _all_of(asked: Sequence[Asked]) -> Asked | None:
    if not asked:
        return None
    return asked[0] if len(asked) == 1 else AllOf(tuple(asked))


class _Reader:
    """Reads text after text; what is found is gathered on the way."""

    def __init__(self, document: Document, vocabulary: Vocabulary) -> None:
        self.document = document
        self.vocabulary = vocabulary
        self.found = QualificationsRead()
        self.is_begun = False
        self.section = "Qualifications"
        self.combination: Asked | None = None
        self.way: list[Asked] = []
        self.is_in_the_way = False

    def read_beside_a_way(self, text: Text) -> list[Asked]:
        """Return what a text asks of everybody; what it asks of one typical way alone is kept for that."""
        before = self.combination
        asked = list(self.read(text))
        begins = self.combination is not before
        self.is_in_the_way = begins or (self.is_in_the_way and goes_on_with_it(text.kind, self.section))
        if not self.is_in_the_way:
            return asked
        self.way += asked
        return []

    def ways(self) -> Iterator[Asked]:
        """Yield the combination that meets the qualifications, or the way that is printed as typical."""
        if self.combination is not None:
            yield either_of(self.combination, tuple(self.way))

    def take_heading(self, text: Text) -> None:
        """Take a heading below which the next one stands at once."""
        self._name(text)
        self.is_begun = True
        self.found.headings += [part.heading for part in text.parts]

    def _name(self, text: Text) -> None:
        part = text.parts[0]
        if part.heading.end > part.heading.start:
            self.section = part.title(self.document) or self.section

    def read(self, text: Text) -> Iterator[Asked]:
        """Yield what a text asks."""
        self._name(text)
        if text.kind in ASKED or (self.is_begun and text.kind in GOING_ON):
            self.found.passages += [one.body for one in text.parts]
        if text.kind in ASKED:
            self.is_begun = True
            return self._outline(text)
        return self._beside(text) if self.is_begun or text.kind == "shown" else iter(())

    def _beside(self, text: Text) -> Iterator[Asked]:
        """Yield what a part within or after the qualifications asks that is none of theirs by its heading."""
        part = text.parts[0]
        if text.kind == "note":
            yield from self._outline(text)
        elif text.kind == "unknown":
            yield from self._left(part, part.heading)
        elif text.kind == "shown":
            yield from self._shown(part)
        elif text.kind == "ended" or (part.runs_in and text.kind != "wished"):
            yield from self._left(part)

    def _left(self, part: Part, *heading: Span) -> Iterator[Asked]:
        """Yield what is asked below a heading of something else; whose address stands in it is not repeated."""
        told, kept = asking_lines(self.document, part)
        self.found.passages += kept
        if heading or told:
            yield self._unread((*heading, *told))

    def _outline(self, text: Text) -> Iterator[Asked]:
        if all(part.is_blank(self.document) for part in text.parts):
            yield from self._asked_by_headings(text)
            return
        self.found.headings += [part.heading for part in text.parts]
        excerpt = text.excerpt(self.document, self.vocabulary)
        if _NOTHING.fullmatch(excerpt.text):
            self.found.headings += excerpt.pieces
            return
        outline = read_outline(self._without_typical(excerpt), role=_ROLES[text.kind], section=self.section)
        self.found.outlines.append(outline)
        if outline.asked is not None and text.kind == "substitution":
            self.found.substitutions += _statements(outline.asked)
        elif outline.asked is not None:
            yield outline.asked
        self.found.substitutions += outline.substitutions

    def _without_typical(self, excerpt: Excerpt) -> Excerpt:
        """Return the words of a way that is printed as typical; the combination before it is kept beside."""
        typical = find_typical_way(excerpt.text)
        if typical is None or self.combination is not None:
            return excerpt
        outline = read_outline(excerpt.part(typical.combination), section=self.section)
        if outline.asked is None:
            return excerpt
        self.found.outlines.append(outline)
        self.combination = outline.asked
        lead_in = excerpt.part(typical.lead_in)
        self.found.claims += [Claim("join", span, even_blanks(lead_in.text)) for span in lead_in.pieces]
        return excerpt.part(Span(typical.lead_in.end, len(excerpt.text)))

    def _asked_by_headings(self, text: Text) -> Iterator[Asked]:
        """Yield what looks like a heading and has nothing below it: it may be what is asked."""
        headings = [part.heading for part in text.parts]
        asking = [one for one in headings if is_measured(self.document.text[one.start : one.end])]
        if asking:
            yield self._unread(asking)

    def _unread(self, spans: Sequence[Span]) -> Statement:
        return Statement(_trimmed(self.document, spans), role=Role.UNKNOWN, section=self.section)

    def _shown(self, part: Part) -> Iterator[Asked]:
        """Yield what items of special requirements ask; the others are shown."""
        self.found.headings.append(part.heading)
        items = [excerpt_of(self.document, item.lines) for item in read_items(Excerpt(self.document, (part.body,)))]
        for asks, several in groupby(items, lambda words: bool(_ASKS_STUDY_OR_SERVICE.search(words.text))):
            for words in several:
                if asks and self.is_begun:
                    outline = read_outline(words, section=self.section)
                    self.found.outlines.append(outline)
                    self.found.substitutions += outline.substitutions
                    yield from () if outline.asked is None else (outline.asked,)
                elif words.text.strip():
                    self._show(words)

    def _show(self, words: Excerpt) -> None:
        text = even_blanks(words.text)
        self.found.claims += [
            Claim("condition", one, even_blanks(self.document.text[one.start : one.end])) for one in words.pieces
        ]
        source = self.document.cite(self.section, *words.pieces)
        self.found.shown.append(ShownCondition(code="SPECIAL_REQUIREMENT", text=text, source=source))


def _trimmed(document: Document, spans: Iterable[Span]) -> Excerpt:
    lines = (line.span for span in spans for line in read_lines(document, span))
    return excerpt_of(document, tuple(lines))


def _statements(asked: Asked) -> Iterable[Statement]:
    if isinstance(asked, Statement):
        yield asked
    else:
        for part in asked.parts:
            yield from _statements(part)
