"""Statements of the minimum qualifications to trees: every word read or given back as unread.

A statement is parted into sentences and those into clauses; one clause that no
production covers does not lose the others. "And" binds tighter than "or". A sentence
for internal candidates is a way of its own beside the others.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ladder.qualifications import Standing
from ladder.reading.drafts import Role
from ladder.reading.passages import Span
from ladder.reading.requirement_grammar.asides import LICENSE, QUALITY, find_aside, is_quality
from ladder.reading.requirement_grammar.clauses import ClauseReader
from ladder.reading.requirement_grammar.faults import Findings
from ladder.reading.requirement_grammar.foreign_figures import find_foreign_figures
from ladder.reading.requirement_grammar.grammar import blank_even, phrase
from ladder.reading.requirement_grammar.lost_amounts import find_lost_amounts, find_lost_asks, find_other_ways
from ladder.reading.requirement_grammar.outlines import find_outline
from ladder.reading.requirement_grammar.seams import split_clauses, split_sentences
from ladder.reading.requirement_grammar.substitutions import read_substitution, with_rate_said
from ladder.reading.requirement_grammar.tree import (
    All,
    Any,
    ConditionClause,
    CredentialClause,
    EducationClause,
    ExperienceClause,
    Node,
    ProgrammeClause,
    SentenceReading,
    SubstitutionClause,
    TypicalClasses,
    UnreadClause,
    leaves_of,
)

_PLAIN = str.maketrans(
    {"\u2019": "'", "\u2018": "'", "\u2013": "-", "\u2014": "-", "\u2011": "-", "\u00a0": " ", "\n": " ", "\t": " "}
)
# "Applicants may substitute this for that": what is brought stands behind; no production covers it yet.
_BY_WHOM = re.compile(r"(?i:(?:applicants|candidates|employees|persons|you)\b)")
_ASKS = re.compile(r"(?i:\b(?:(?:is|are) required|must|minimum of)\b)")
_WITHOUT = re.compile(r"(?i:\b(?:without|lack(?:ing)?|(?:do|does) not (?:yet )?(?:possess|have|hold))\b)")
_THE_FOLLOWING = re.compile(r"(?i:(?:any (?:one )?of )?the following)")


def read_statement(text: str, *, role: Role = Role.OPEN) -> SentenceReading:
    """Return what a statement asks, the passages of it that were not read, and what is at odds.

    ``role`` is the part of the qualifications that the layout prints it under: words
    under a heading of credentials name a credential, and those for internal candidates
    ask for that standing. An empty text has no tree and nothing unread.

    >>> read_statement("One year of clerical work and a valid license").node.parts[0].quantity.months
    12
    """
    return _StatementReader(text.translate(_PLAIN), role).read()


class _StatementReader:
    """One statement."""

    def __init__(self, text: str, role: Role) -> None:
        self._text = text
        self._role = role
        self._findings = Findings()
        self._clauses = ClauseReader(text, role, self._findings)

    def read(self) -> SentenceReading:
        node = self._outline(Span(0, len(self._text)))
        node = None if node is not None and _is_unread(node) else node
        found = self._findings
        # A joining word that stands alone is a clause without words.
        unread = {span for span in found.unread if span.start < span.end}
        unread |= {one for one in find_foreign_figures(self._text) if not _is_within(one, unread)}
        if self._role is not Role.SUBSTITUTION:
            unread |= set(
                find_lost_amounts(self._text, [*found.held, *unread, *_with_words_of_their_own(node), *_parts_of(node)])
            )
            unread |= set(find_lost_asks(self._text, [*unread, *_besides_service(node), *_parts_of(node)]))
            unread |= set(find_other_ways(self._text, [*unread, *_besides_service(node)]))
        return SentenceReading(node, tuple(sorted(unread)), tuple(dict.fromkeys(found.faults)), tuple(found.ambiguous))

    def _outline(self, span: Span) -> Node | None:
        """Return the tree of a passage that is parted by numbers, else of its sentences."""
        outline = find_outline(self._text, span)
        if outline is None:
            return self._sentences(span)
        parts = tuple(node for node in map(self._outline, outline.parts) if node is not None)
        return (Any if outline.is_alternative else All)(parts, span) if parts else None

    def _sentences(self, span: Span) -> Node | None:
        """Return what the sentences ask together; one that begins with "or" is an alternative to those before it."""
        together: list[Node] = []
        internal: list[Node] = []
        for sentence in split_sentences(self._text, span):
            if self._says_rate(together, sentence.span):
                continue
            node = self._sentence(sentence.span)
            if node is None or self._is_part_of_previous(together, node):
                continue
            if self._is_choice_after_a_part(together, node):
                continue
            node = _within_what_is_asked_above(node)
            if self._frees_the_last(node) and together and isinstance(together[-1], CredentialClause):
                # "Applicants without the license must secure it prior to appointment": the one asked before.
                together[-1] = ConditionClause(LICENSE, together[-1].name, together[-1].span)
            if sentence.is_alternative and together:
                together = [_either([_all(together), node])]
            elif _is_internal(node):
                internal.append(node)
            else:
                together.append(node)
        ways = [*([_all(together)] if together else []), *internal]
        return _either(ways) if ways else None

    def _is_part_of_previous(self, together: list[Node], node: Node) -> bool:
        """Return whether a sentence asks a part of the service asked before it, which then has the part.

        "Five years of warehouse experience. One year of this experience must have been in charge of a crew."
        """
        if not isinstance(node, ExperienceClause) or not node.of_previous or not together:
            return False
        wholes = [one for given in together for one in _asked_together(given) if isinstance(one, ExperienceClause)]
        if len(wholes) == 1 and wholes[0].holds(node.quantity):
            whole = replace(wholes[0], parts=(*wholes[0].parts, node.as_part()))
            together[:] = [_with(given, wholes[0], whole) for given in together]
        else:
            self._findings.unread.append(node.span)
            together.append(UnreadClause(node.span))
        return True

    def _is_choice_after_a_part(self, together: list[Node], node: Node) -> bool:
        """Return whether a sentence asks a part of the service before it, "or" something instead of all that is before it."""
        first = node.parts[0] if isinstance(node, Any) else None
        if first is None or not isinstance(node, Any) or not self._is_part_of_previous(together, first):
            return False
        together[:] = [_either([_all(list(together)), *node.parts[1:]])]
        return True

    def _frees_the_last(self, node: Node) -> bool:
        """Return whether a sentence lets people without the license asked before it in, until they are appointed."""
        if not isinstance(node, ConditionClause) or node.code != LICENSE:
            return False
        return _WITHOUT.search(node.text) is not None

    def _says_rate(self, together: list[Node], span: Span) -> bool:
        """Return whether the sentence says the rate of the substitution before it, which then has it."""
        if not together or not isinstance(together[-1], SubstitutionClause):
            return False
        clause = with_rate_said(self._text, span, together[-1], self._findings)
        together[-1:] = [clause or together[-1]]
        return clause is not None

    def _sentence(self, span: Span) -> Node | None:
        """Return a substitution where the words for one stand in the sentence, else what its clauses ask."""
        marker = phrase("MAY_BE_SUBSTITUTED").search(self._text, span.start, span.end)
        if marker is None:
            return self._aside(span) or self._joined(span, is_brought=False)
        asks = _ASKS.search(self._text, span.start, marker.start()) is not None
        if _BY_WHOM.match(self._text, span.start, marker.start()):
            self._findings.unread.append(span)
            return UnreadClause(span, allows=not asks)
        by = self._brought(Span(span.start, marker.start()))
        clause = read_substitution(self._text, span, Span(*marker.span()), by, self._findings)
        if clause is None:
            self._findings.unread.append(span)
            return UnreadClause(span, allows=not asks)
        return clause

    def _quality(self, span: Span) -> Node | None:
        words = blank_even(self._text[span.start : span.end])
        return ConditionClause(QUALITY, words, span) if is_quality(words) else None

    def _aside(self, span: Span) -> Node | None:
        """Return what a sentence says that asks nothing of everybody on the day; else none."""
        words = blank_even(self._text[span.start : span.end])
        code = find_aside(words)
        return ConditionClause(code, words, span) if code else None

    def _brought(self, span: Span) -> Node | None:
        """Return what is brought; the words "the following" point to another statement."""
        words = blank_even(self._text[span.start : span.end])
        return None if _THE_FOLLOWING.fullmatch(words) else self._joined(span, is_brought=True)

    def _joined(self, span: Span, *, is_brought: bool) -> Node | None:
        """Return the clauses as alternatives, each of what is asked together.

        "A or B and N years" asks the years of both, or says two things: the stricter is
        taken, and the passage is noted as ambiguous.
        """
        ways: list[list[Node]] = [[]]
        parted = [False]
        for clause in split_clauses(self._text, span):
            if clause.is_alternative:
                ways.append([])
                parted.append(clause.is_parted)
            leaf = self._quality(clause.span) if is_brought is False else None
            leaf = leaf or self._clauses.read(clause.span, is_brought=is_brought)
            if leaf is None and clause.span.start < clause.span.end and not is_brought:
                leaf = UnreadClause(clause.span)
            if leaf is not None:
                ways[-1].append(leaf)
        if not any(parted) and _binds_all(ways):
            self._findings.ambiguous.append(span)
            first = _either([*(way[0] for way in ways[:-1]), ways[-1][0]])
            return _all([first, *ways[-1][1:]])
        found = [_all(way) for way in ways if way]
        return _either(found) if found else None


def _binds_all(ways: list[list[Node]]) -> bool:
    """Return whether the service of the last of these alternatives may be asked with each: they are schooling alone."""
    *before, last = ways
    return (
        len(before) > 0
        and all(len(way) == 1 for way in before)
        and all(isinstance(one, EducationClause | ProgrammeClause | CredentialClause) for way in before for one in way)
        and any(isinstance(one, ExperienceClause) for one in last[1:])
    )


def _asked_together(node: Node) -> Iterator[Node]:
    """Yield the clauses that a tree asks together, those of alternatives left out."""
    if isinstance(node, All):
        for part in node.parts:
            yield from _asked_together(part)
    else:
        yield node


def _with(node: Node, old: Node, new: Node) -> Node:
    """Return the tree with one of the clauses that it asks together replaced."""
    if node is old:
        return new
    return replace(node, parts=tuple(_with(part, old, new) for part in node.parts)) if isinstance(node, All) else node


def _within_what_is_asked_above(node: Node) -> Node:
    """Return "two years of the above experience" as a part of the general experience, where one is asked."""
    if isinstance(node, ExperienceClause) and node.of_previous:
        return replace(node, of_previous=False, of_general=True)
    return node


def _is_unread(node: Node) -> bool:
    """Return whether nothing of a tree was read."""
    if isinstance(node, All | Any):
        return all(_is_unread(part) for part in node.parts)
    return isinstance(node, UnreadClause)


def _with_words_of_their_own(node: Node | None) -> Iterator[Span]:
    """Yield the places of clauses that keep all their words: an amount in them is said to a person."""
    kinds = ConditionClause | ProgrammeClause | SubstitutionClause | UnreadClause | TypicalClasses
    yield from (leaf.span for leaf in leaves_of(node) if isinstance(leaf, kinds))


def _besides_service(node: Node | None) -> Iterator[Span]:
    """Yield the places of clauses that are no service: what they name they hold."""
    for leaf in leaves_of(node):
        if not isinstance(leaf, ExperienceClause):
            yield leaf.span


def _parts_of(node: Node | None) -> Iterator[Span]:
    for leaf in leaves_of(node):
        if isinstance(leaf, ExperienceClause):
            yield from (part.span for part in leaf.parts)


def _is_within(span: Span, others: Iterable[Span]) -> bool:
    return any(other.start <= span.start and span.end <= other.end for other in others)


def _all(nodes: list[Node]) -> Node:
    return nodes[0] if len(nodes) == 1 else All(tuple(nodes), _around(nodes))


def _either(nodes: list[Node]) -> Node:
    return nodes[0] if len(nodes) == 1 else Any(tuple(nodes), _around(nodes))


def _is_internal(node: Node) -> bool:
    """Return whether a sentence is for internal candidates: its clause, or one of those it asks together."""
    parts = node.parts if isinstance(node, All) else (node,)
    return any(isinstance(part, ExperienceClause) and part.standing is Standing.INTERNAL for part in parts)


def _around(nodes: Iterable[Node]) -> Span:
    spans = [node.span for node in nodes]
    return Span(min(one.start for one in spans), max(one.end for one in spans))
