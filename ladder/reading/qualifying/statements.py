"""Statements read one by one: what each asks, what stays unread, and which passages were used."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from ladder.reading.drafts import Role, Statement
from ladder.reading.extent import LONGEST_STATEMENT, MOST_STATED, MOST_STATEMENTS
from ladder.reading.passages import Claim, Span
from ladder.reading.requirement_grammar.printer import print_node
from ladder.reading.requirement_grammar.reader import read_statement
from ladder.reading.requirement_grammar.tree import Leaf, SentenceReading
from ladder.sources import Note, Severity, Source

_MOST_SHOWN = 1_000
"""Characters of an unread passage that a note repeats; the document holds them all."""


@dataclass(frozen=True, eq=False)
class Ask:
    """One thing that a statement asks, or words of it that were not read (``clause`` none)."""

    clause: Leaf | None
    statement: Statement
    span: Span

    @property
    def words(self) -> str:
        """The words of the document, blanks evened out."""
        return " ".join(self.statement.excerpt.text[self.span.start : self.span.end].split())

    def cite(self, revision: str | None) -> Source:
        """Return the source of what is asked; where nothing stands below a heading, the section alone."""
        excerpt, section = self.statement.excerpt, self.statement.section
        spans = excerpt.spans_of(self.span)
        if not spans:
            return Source(document=excerpt.document.name, section=section, revision=revision)
        return excerpt.document.cite(section, *spans, revision=revision)


@dataclass(frozen=True)
class StatementRead:
    """A statement and what the grammar made of it."""

    statement: Statement
    reading: SentenceReading

    @property
    def is_whole(self) -> bool:
        """Whether every word of the statement that bears on what is asked was read."""
        return self.reading.node is not None and not self.reading.unread and not self.reading.faults

    def ask(self, clause: Leaf) -> Ask:
        """Return what a clause of the statement asks; a clause without a place has the whole statement's."""
        return Ask(clause, self.statement, clause.span if clause.span.end > clause.span.start else self.whole)

    @property
    def whole(self) -> Span:
        """The whole statement as a passage of its own text."""
        return Span(0, len(self.statement.excerpt.text))

    def unread_asks(self) -> tuple[Ask, ...]:
        """Return the passages that were not read; all of it where nothing was read."""
        unread = self.reading.unread or tuple(fault.span for fault in self.reading.faults)
        spans = unread if self.reading.node is not None else (unread or (self.whole,))
        return tuple(Ask(None, self.statement, span) for span in spans)

    def is_unread_in(self, span: Span) -> bool:
        """Return whether words within a passage were not read that may narrow it; "or ..." is one more way."""
        text = self.statement.excerpt.text
        within = (one for one in self.reading.unread if one.start < span.end and span.start < one.end)
        return any(not text[slice(*one)].casefold().lstrip(" ,").startswith("or ") for one in within)

    def claims(self, not_held: Iterable[Span] = ()) -> Iterator[Claim]:
        """Yield the passages that were read: the statement without what was not, or what the record cannot hold."""
        excerpt = self.statement.excerpt
        gaps = sorted({*(ask.span for ask in self.unread_asks()), *not_held})
        read = Claim("requirement", self.whole, self._said() if not gaps and len(excerpt.pieces) == 1 else "")
        left = 0
        for gap in (*gaps, Span(self.whole.end, self.whole.end)):
            if gap.start > left:
                yield from (read._replace(span=span) for span in excerpt.spans_of(Span(left, gap.start)))
            left = max(left, gap.end)

    def _said(self) -> str:
        """Return the role and the statement in the grammar's own words; read again it is the same."""
        node = self.reading.node
        return f"{self.statement.role.value}: {print_node(node)}" if node is not None else ""

    def notes(self) -> Iterator[Note]:
        """Yield a note for each passage that was not read and for words at odds with one another."""
        document = self.statement.excerpt.document
        for fault in self.reading.faults:
            line = document.line_at(self.statement.excerpt.to_document(fault.span.start))
            yield Note(fault.code, Severity.ERROR, line, fault.text)
        for span in self.reading.ambiguous:
            line = document.line_at(self.statement.excerpt.to_document(span.start))
            words = _shown(Ask(None, self.statement, span).words)
            yield Note("AMBIGUOUS_JOIN", Severity.WARNING, line, f"two readings; the years are asked of each: {words}")
        for ask in self.unread_asks():
            line = document.line_at(self.statement.excerpt.to_document(ask.span.start))
            yield Note("UNREAD_REQUIREMENT", Severity.WARNING, line, f"not read: {_shown(ask.words)}")


def _shown(words: str) -> str:
    return words if len(words) <= _MOST_SHOWN else f"{words[:_MOST_SHOWN]}... ({len(words):,} characters)"


SentenceReader = Callable[[str, Role], SentenceReading]
"""What reads the words of a statement, by the part of the qualifications that it stands in."""


def read_by_grammar(text: str, role: Role) -> SentenceReading:
    """Return what the grammar makes of the words of a statement."""
    return read_statement(text, role=role)


def read_within_extent(
    statements: Iterable[Statement], read: SentenceReader
) -> Iterator[tuple[Statement, SentenceReading]]:
    """Yield each statement and its reading; those beyond what a class can ask stay unread, and so are told."""
    stated = 0
    for number, one in enumerate(statements, start=1):
        text = one.excerpt.text
        stated += min(len(text), LONGEST_STATEMENT)
        too_long = len(text) > LONGEST_STATEMENT or number > MOST_STATEMENTS or stated > MOST_STATED
        if too_long or one.role is Role.UNKNOWN:
            yield one, SentenceReading(None, (Span(0, len(text)),))
        else:
            yield one, read(text, one.role)
