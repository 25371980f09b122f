"""Statements of the minimum qualifications to trees: every word read or given back as unread.

A statement is parted into sentences and those into clauses; one clause that no
production covers does not lose the others. "And" binds tighter than "or". A sentence
for internal candidates is a way of its own beside the others.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from lark import Token

from ladder.qualifications import Standing
from ladder.reading.drafts import Role
from ladder.reading.passages import Span
from ladder.reading.requirement_grammar.education import read_education
from ladder.reading.requirement_grammar.experience import ExperienceReader, with_standing
from ladder.reading.requirement_grammar.faults import Findings
from ladder.reading.requirement_grammar.grammar import Parsed, blank_even, parse_passage, phrase, span_of
from ladder.reading.requirement_grammar.outlines import find_outline
from ladder.reading.requirement_grammar.seams import Joined, split_clauses, split_sentences
from ladder.reading.requirement_grammar.substitutions import read_substitution, with_rate_said
from ladder.reading.requirement_grammar.titles import read_typical_classes
from ladder.reading.requirement_grammar.tree import (
    All,
    Any,
    ConditionClause,
    CredentialClause,
    ExperienceClause,
    Leaf,
    Node,
    ProgrammeClause,
    SentenceReading,
    StandingClause,
    SubstitutionClause,
)

_PLAIN = str.maketrans(
    {"\u2019": "'", "\u2018": "'", "\u2013": "-", "\u2014": "-", "\u2011": "-", "\u00a0": " ", "\n": " ", "\t": " "}
)
_ARTICLE = re.compile(r"(?i:an? |the )")
_APPROVED = re.compile(r"(?i: approved by (?:the )?)")
_NAMES_CREDENTIAL = re.compile(r"(?i:\b(?:licen[cs]e|licensure|registration|certification)\b)")
_NAMES_PROGRAMME = re.compile(r"(?i:\b(?:program|course|courses|apprenticeship|academy|school|training)\b)")
_SERVICE = re.compile(r"(?i:\bexperience\b)")
_THE_FOLLOWING = re.compile(r"(?i:(?:any (?:one )?of )?the following)")
_STANDINGS: Mapping[str, Standing] = MappingProxyType(
    {
        "internal candidate": Standing.INTERNAL,
        "state employee": Standing.STATE_EMPLOYEE,
        "permanent status": Standing.PERMANENT,
    }
)


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

    def read(self) -> SentenceReading:
        node = self._outline(Span(0, len(self._text)))
        unread = tuple(sorted(set(self._findings.unread)))
        return SentenceReading(node, unread, tuple(self._findings.faults))

    def _outline(self, span: Span) -> Node | None:
        """Return the tree of a passage that is parted by numbers, else of its sentences."""
        outline = find_outline(self._text, span)
        if outline is None:
            return self._sentences(span)
        parts = tuple(node for node in map(self._outline, outline.parts) if node is not None)
        return (Any if outline.is_alternative else All)(parts, span) if parts else None

    def _sentences(self, span: Span) -> Node | None:
        together: list[Node] = []
        internal: list[Node] = []
        for sentence in split_sentences(self._text, span):
            if self._says_rate(together, sentence.span):
                continue
            node = self._sentence(sentence.span)
            if node is None:
                continue
            if sentence.is_alternative and together:
                together = [_either([_all(together), node])]
            elif _is_internal(node):
                internal.append(node)
            else:
                together.append(node)
        ways = [*([_all(together)] if together else []), *internal]
        return _either(ways) if ways else None

    def _says_rate(self, together: list[Node], span: Span) -> bool:
        """Return whether the sentence says the rate of the substitution before it, which then has it."""
        if not together or not isinstance(together[-1], SubstitutionClause):
            return False
        clause = with_rate_said(self._text, span, together[-1], self._findings)
        together[-1:] = [clause or together[-1]]
        return clause is not None

    def _sentence(self, span: Span) -> Node | None:
        marker = phrase("MAY_BE_SUBSTITUTED").search(self._text, span.start, span.end)
        if marker is None:
            return self._clauses(span, is_brought=False)
        by = self._brought(Span(span.start, marker.start()))
        clause = read_substitution(self._text, span, Span(*marker.span()), by, self._findings)
        if clause is None:
            self._findings.unread.append(span)
        return clause

    def _brought(self, span: Span) -> Node | None:
        """Return what is brought; the words "the following" point to another statement."""
        words = blank_even(self._text[span.start : span.end])
        return None if _THE_FOLLOWING.fullmatch(words) else self._clauses(span, is_brought=True)

    def _clauses(self, span: Span, *, is_brought: bool) -> Node | None:
        """Return the clauses as alternatives, each of what is asked together."""
        ways: list[list[Node]] = [[]]
        for joined in split_clauses(self._text, span):
            if joined.is_alternative:
                ways.append([])
            leaf = self._clause(joined, is_brought=is_brought)
            if leaf is not None:
                ways[-1].append(leaf)
        found = [_all(way) for way in ways if way]
        return _either(found) if found else None

    # ------------------------------------------------------------------ one clause

    def _clause(self, joined: Joined, *, is_brought: bool) -> Leaf | None:
        span = joined.span
        parsed = parse_passage(self._text, span, "clause") if span.start < span.end else None
        production = parsed.children[0] if parsed is not None and parsed.data == "clause" else None
        leaf = _READERS[str(production.data)](self, production) if isinstance(production, _TREE) else None
        if leaf is None:
            leaf = self._by_role(span, is_brought=is_brought) if production is None else None
        if leaf is None and span.start < span.end:
            self._findings.unread.append(span)
        return leaf

    def _by_role(self, span: Span, *, is_brought: bool) -> Leaf | None:
        """Return what words without an opening of the trade are under their heading, else none."""
        words = blank_even(self._text[span.start : span.end])
        if self._role is Role.CREDENTIAL and words:
            return CredentialClause(_ARTICLE.sub("", words, count=1), span)
        if is_brought and _SERVICE.search(words):
            return ConditionClause("EXPERIENCE", words, span)
        return None

    def _experience(self, parsed: Parsed) -> Leaf | None:
        clause = ExperienceReader(self._text, self._findings).read(parsed)
        if clause is not None and self._role is Role.INTERNAL:
            return with_standing(clause, Standing.INTERNAL)
        return clause

    def _education(self, parsed: Parsed) -> Leaf | None:
        return read_education(parsed, self._text, self._findings)

    def _credential(self, parsed: Parsed) -> Leaf:
        tokens = list(parsed.children)
        start = span_of(tokens[1]).start if _type(tokens[0]) == "POSSESSION_OF" else span_of(parsed).start
        name = blank_even(self._text[start : span_of(parsed).end])
        return CredentialClause(_ARTICLE.sub("", name, count=1) if _ARTICLE.match(name) else name, span_of(parsed))

    def _programme(self, parsed: Parsed) -> Leaf:
        """Return a programme, or a credential where only one is said to be completed."""
        tokens, span = list(parsed.children), span_of(parsed)
        start = span_of(tokens[1]).start if _type(tokens[0]) == "COMPLETION_OF" else span.start
        words = blank_even(self._text[start : span.end])
        name = _ARTICLE.sub("", words, count=1) if _ARTICLE.match(words) else words
        if _NAMES_CREDENTIAL.search(name) and not _NAMES_PROGRAMME.search(name):
            return CredentialClause(name, span)
        said, *approved = _APPROVED.split(name, maxsplit=1)
        return ProgrammeClause(blank_even(said), blank_even(approved[0]) if approved else None, span)

    def _standing(self, parsed: Parsed) -> Leaf:
        """Return a standing held now, with the class that it is held in."""
        opening, *rest = parsed.children
        words = blank_even(str(opening)).casefold()
        standing = next((one for name, one in _STANDINGS.items() if name in words), None)
        if standing is None:
            standing = Standing.PERMANENT if _type(opening) == "PERMANENT_STATUS" else Standing.INTERNAL
        what, classes = ExperienceReader(self._text, self._findings).read_details(rest, span_of(parsed))
        return StandingClause(standing, what, classes, span_of(parsed))

    def _typical(self, parsed: Parsed) -> Leaf:
        return read_typical_classes(parsed)

    def _condition(self, parsed: Parsed) -> Leaf:
        span = span_of(parsed)
        return ConditionClause(_type(parsed.children[0]), blank_even(self._text[span.start : span.end]), span)


_TREE = Parsed.__origin__  # type: ignore[attr-defined]

_READERS: Mapping[str, Callable[[_StatementReader, Parsed], Leaf | None]] = MappingProxyType(
    {
        "experience": _StatementReader._experience,
        "education": _StatementReader._education,
        "credential": _StatementReader._credential,
        "programme": _StatementReader._programme,
        "standing": _StatementReader._standing,
        "typical": _StatementReader._typical,
        "condition": _StatementReader._condition,
    }
)


def _type(child: "Parsed | Token") -> str:
    return child.type if isinstance(child, Token) else str(child.data)


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
