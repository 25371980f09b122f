"""One clause of a statement to its leaf: experience, education, a credential, a programme, a standing, a condition."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from lark import Token

from ladder.condition_codes import ConditionCode
from ladder.qualifications import Standing
from ladder.reading.drafts import Role
from ladder.reading.passages import Span
from ladder.reading.requirement_grammar.asides import NOTICE
from ladder.reading.requirement_grammar.education import read_education
from ladder.reading.requirement_grammar.experience import ExperienceReader, with_standing
from ladder.reading.requirement_grammar.faults import Findings
from ladder.reading.requirement_grammar.grammar import Parsed, blank_even, outer_tokens, parse_passage, span_of
from ladder.reading.requirement_grammar.titles import read_typical_classes
from ladder.reading.requirement_grammar.tree import (
    All,
    Any,
    ConditionClause,
    CredentialClause,
    Leaf,
    Node,
    ProgrammeClause,
    StandingClause,
)

_ARTICLE = re.compile(r"(?i:(?:an?|the) )")
_APPROVED = re.compile(r"(?i: approved by (?:the )?)")
_NAMES_CREDENTIAL = re.compile(r"(?i:\b(?:licen[cs]e|licensure|registration|certification)\b)")
_NAMES_PROGRAMME = re.compile(r"(?i:\b(?:program|course|courses|apprenticeship|academy|school|training)\b)")
_SERVICE = re.compile(r"(?i:\bexperience\b)")
_ASKS = re.compile(
    r"(?i:\(?(?:candidates|applicants?|you|no|note)\b"
    r"(?=.{0,200}?\b(?:must|shall|needs?|required|with|have|has|having|hold|holding|possess(?:ing)?|but)\b)"
    r".{0,300}?\b(?:degree|diploma|graduat(?:e|es|ed|ion)|licen[cs]e[ds]?|certifi(?:ed|cate|cation)|registered"
    r"|(?:years?|months?) (?:of(?! age)|as|in)|employees?|employed|serving|served?|status|position of)\b)"
)
"""A notice that asks something: "candidates must be certified", "no experience is required but a diploma is"."""
_OF_WHOM = re.compile(
    r"(?i:(?:candidates|applicants?|you) (?:must|shall|needs?(?: to)?|have to|are required to)(?: also)?"
    r"(?: be| have| hold| possess)?(?: an?| the)? )"
)
_STANDINGS: Mapping[str, Standing] = MappingProxyType(
    {
        "EMPLOYED_NOW": Standing.INTERNAL,
        "AS_INTERNAL": Standing.INTERNAL,
        "AS_STATE_EMPLOYEE": Standing.STATE_EMPLOYEE,
        "PERMANENT_STATUS": Standing.PERMANENT,
    }
)


_ABILITIES = ("ABILITY", ConditionCode.LANGUAGE)
"""Codes of abilities; one that names no language is a quality like any other."""


class ClauseReader:
    """The clauses of one statement."""

    def __init__(self, text: str, role: Role, findings: Findings) -> None:
        """Begin with the statement, the role it stands in, and what was found in it so far."""
        self._text = text
        self._role = role
        self._findings = findings
        self._experience_reader = ExperienceReader(text, findings)
        self._productions = {
            "experience": self._experience,
            "education": self._education,
            "credential": self._credential,
            "programme": self._programme,
            "standing": self._standing,
            "typical": read_typical_classes,
            "condition": self._condition,
        }

    def read(self, span: Span, *, is_brought: bool) -> Node | None:
        """Return what a clause asks, or none, and the clause unread, where no production covers it.

        Production: ``clause``. ``is_brought`` says that it is what a substitution brings.
        """
        parsed = parse_passage(self._text, span, "clause")
        clause = parsed.children[0] if parsed is not None and parsed.data == "clause" else None
        if isinstance(clause, Token) or clause is None:
            leaf: Node | None = self._under_heading(span, is_brought=is_brought)
        else:
            leaf = self._productions[clause.data](clause)
        if isinstance(leaf, ConditionClause) and leaf.code == NOTICE and _ASKS.match(leaf.text):
            opening = _OF_WHOM.match(self._text, span.start, span.end)
            if opening is not None:
                return self.read(Span(opening.end(), span.end), is_brought=is_brought)
            leaf = None
        if leaf is None:
            self._findings.unread.append(span)
        return leaf

    def is_condition(self, span: Span) -> bool:
        """Return whether words are a condition that is told from any other quality by how they begin."""
        parsed = parse_passage(self._text, span, "clause")
        clause = parsed.children[0] if parsed is not None and parsed.data == "clause" else None
        if isinstance(clause, Token) or clause is None or clause.data != "condition":
            return False
        return outer_tokens(clause)[0].type not in _ABILITIES

    def _under_heading(self, span: Span, *, is_brought: bool) -> Leaf | None:
        """Return what words without an opening of the trade are under their heading, else none."""
        words = blank_even(self._text[span.start : span.end])
        if self._role is Role.CREDENTIAL:
            return CredentialClause(_without_article(words), span)
        if is_brought and _SERVICE.search(words):
            return ConditionClause("EXPERIENCE", words, span)
        return None

    def _experience(self, parsed: Parsed) -> Node | None:
        ways = self._experience_reader.read(parsed)
        if self._role is Role.INTERNAL:
            ways = tuple(tuple(with_standing(one, Standing.INTERNAL) for one in way) for way in ways)
        nodes = tuple(way[0] if len(way) == 1 else All(way, span_of(parsed)) for way in ways)
        return Any(nodes, span_of(parsed)) if len(nodes) > 1 else next(iter(nodes), None)

    def _education(self, parsed: Parsed) -> Leaf | None:
        return read_education(parsed, self._text, self._findings)

    def _credential(self, parsed: Parsed) -> Leaf:
        """Return a credential by the words that name it, "possession of" left out.

        Production: ``credential``.
        """
        return CredentialClause(self._named(parsed, "POSSESSION_OF"), span_of(parsed))

    def _programme(self, parsed: Parsed) -> Leaf:
        """Return a programme, or a credential where only one is said to be completed.

        Production: ``programme``.
        """
        name = self._named(parsed, "COMPLETION_OF")
        if _NAMES_CREDENTIAL.search(name) and not _NAMES_PROGRAMME.search(name):
            return CredentialClause(name, span_of(parsed))
        said, *approved = _APPROVED.split(name, maxsplit=1)
        return ProgrammeClause(said, blank_even(approved[0]) if approved else None, span_of(parsed))

    def _named(self, parsed: Parsed, opening: str) -> str:
        """Return the words of a production without its opening phrase and an article."""
        tokens, span = outer_tokens(parsed), span_of(parsed)
        start = span_of(tokens[1]).start if tokens[0].type == opening else span.start
        return _without_article(blank_even(self._text[start : span.end]))

    def _standing(self, parsed: Parsed) -> Leaf:
        """Return a standing held now, with the classes that it is held in.

        Production: ``standing``.
        """
        opening, *rest = parsed.children
        assert isinstance(opening, Token)  # noqa: S101 - the production begins with its phrase
        what, classes = self._experience_reader.read_details(rest, span_of(parsed))
        return StandingClause(_STANDINGS[opening.type], what, classes, span_of(parsed))

    def _condition(self, parsed: Parsed) -> Leaf:
        """Return what a person must judge, under the name of the phrase that it begins with.

        Production: ``condition``.
        """
        span = span_of(parsed)
        return ConditionClause(outer_tokens(parsed)[0].type, blank_even(self._text[span.start : span.end]), span)


def _without_article(words: str) -> str:
    return _ARTICLE.sub("", words, count=1) if _ARTICLE.match(words) else words
