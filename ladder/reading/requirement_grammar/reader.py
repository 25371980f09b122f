"""Statements of the minimum qualifications to trees: every word read or given back as unread.

A statement is parted into sentences and those into clauses; one clause that no
production covers does not lose the others. "And" binds tighter than "or". A sentence
for internal candidates is a way of its own beside the others.
"""

import re
from collections.abc import Iterable

from ladder.reading.drafts import Role
from ladder.reading.passages import Span
from ladder.reading.rare_words import may_hold
from ladder.reading.requirement_grammar.asides import PREFERENCE, QUALITY, find_aside, is_measured, may_be_wished_for
from ladder.reading.requirement_grammar.by_the_way import find_lost_asks, find_other_ways
from ladder.reading.requirement_grammar.clauses import ClauseReader
from ladder.reading.requirement_grammar.even_blanks import even_blanks
from ladder.reading.requirement_grammar.faults import Findings
from ladder.reading.requirement_grammar.foreign_figures import find_foreign_figures
from ladder.reading.requirement_grammar.gathering import Together
from ladder.reading.requirement_grammar.grammar import blank_even
from ladder.reading.requirement_grammar.loose_words import find_loose_words
from ladder.reading.requirement_grammar.lost_amounts import find_lost_amounts
from ladder.reading.requirement_grammar.outlines import Choice, find_choice, find_outline
from ladder.reading.requirement_grammar.seams import Joined, split_clauses, split_sentences
from ladder.reading.requirement_grammar.substitutions import (
    asks_besides,
    find_asked_before,
    find_stands_for,
    read_substitution,
    with_rate_said,
)
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
    StandsFor,
    SubstitutionClause,
    UnreadClause,
)
from ladder.reading.requirement_grammar.tree_parts import (
    all_of,
    any_of,
    besides_service,
    is_unread,
    parts_of,
    service_of,
    with_words_of_their_own,
)

_PLAIN = str.maketrans(
    {"\u2019": "'", "\u2018": "'", "\u2013": "-", "\u2014": "-", "\u2011": "-", "\u00a0": " ", "\n": " ", "\t": " "}
)
# "Applicants may substitute this for that": what is brought stands behind; no production covers it yet.
_BY_WHOM = re.compile(r"(?i:(?:applicants|candidates|employees|persons|you)\b)")
_COMBINATION = "EQUIVALENT_COMBINATION"
_EQUIVALENT_TO = re.compile(
    r"(?i:(?:an?|any) (?:[a-z]+ )?combination of (?:education|experience|training|study|work)\b[^.;:]{0,80}? "
    r"(?:(?:substantially|reasonably|generally|approximately) )?equivalent to "
    r"(?!that\b|th(?:e|ese|ose) (?:above|following)|what\b|an?y? of))"
)
"""A combination of study and work that is measured by what it must equal, which is the surest way to have it."""
_HAS_INCLUDED = re.compile(r"(?i:\bincluded?\b)")
_WISH_BESIDE = re.compile(
    r"(?i:(?P<asked>.+?)[,;(] ?"
    r"(?P<wish>[^,;()]{3,120} (?:preferred|desirable|desired|a plus|an asset)|(?:preferably|ideally) [^,;()]{3,120})"
    r"\)?)"
)
WISH_WORDS = ("preferred", "desirable", "desired", "a plus", "an asset", "preferably", "ideally")
_SEVERAL_OF = re.compile(
    r"(?i:(?:(?:satisfactory |successful )?completion of )?(?:any |at least )?(?:two|three|four|five)(?: or more)? of "
    r"(?:these|the following)\b[^.;:]{0,60}:)"
)
_SERVICE_BEHIND = re.compile(
    r"(?i:[,;] ?(?:and|plus) (?:at least )?[\w()-]{1,12}(?: \([0-9]{1,2}\))? (?:years?|months?)'? (?:of|as|in)\b"
    r"[^.;]*)"
)
_ALLOWED = re.compile(
    r"(?i:^(?:an?y? )?(?:other )?(?:equivalent )?combinations? of .*"
    r"\b(?:may|will|can|shall) be (?:considered|accepted|qualifying|acceptable))"
)
"""An equal way that only its verb tells from what is asked: "; equivalent combination of ... may be considered"."""
_WAIVED = re.compile(
    r"(?i:(?:this|the|these|such|the above)(?: [a-z]+){0,3} requirements? "
    r"(?:is|are|may be|will be|can be|shall be) waived\b)"
)
"""A sentence that frees somebody from what is asked: it asks nothing more, and whom it frees no field holds."""
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
        node = None if node is not None and is_unread(node) else node
        found = self._findings
        # A joining word that stands alone is a clause without words.
        unread = {span for span in found.unread if span.start < span.end}
        unread |= {one for one in find_foreign_figures(self._text) if not _is_within(one, unread)}
        if self._role is not Role.SUBSTITUTION:
            unread |= self._lost(node, unread)
        return SentenceReading(node, tuple(sorted(unread)), tuple(dict.fromkeys(found.faults)), tuple(found.ambiguous))

    def _lost(self, node: Node | None, unread: set[Span]) -> set[Span]:
        """Return the passages that ask something and that no clause holds."""
        even = even_blanks(self._text)
        parts, besides, held = (
            even.there(parts_of(node)),
            even.there(besides_service(node)),
            even.there(self._findings.held),
        )
        known = even.there(unread)
        amounts = [*held, *known, *parts, *even.there(with_words_of_their_own(node))]
        lost = set(find_lost_amounts(even.text, amounts, even.there(service_of(node))))
        lost |= set(find_lost_asks(even.text, [*known, *lost, *besides], held, parts))
        lost |= set(find_other_ways(even.text, [*known, *lost, *besides]))
        return {*even.printed(lost), *find_loose_words(self._text, node)}

    def _outline(self, span: Span) -> Node | None:
        """Return the tree of a passage that is parted by numbers, else of its sentences."""
        outline = find_outline(self._text, span)
        if outline is None:
            choice = find_choice(self._text, span)
            return self._sentences(span) if choice is None or self._is_beside(choice) else self._choice(choice)
        parts = tuple(node for node in map(self._outline, outline.parts) if node is not None)
        return (Any if outline.is_alternative else All)(parts, span) if parts else None

    def _is_beside(self, choice: Choice) -> bool:
        """Return whether the sentence of a choice asks nothing of everybody, or says what stands for what."""
        sentence = Span(choice.before.start, choice.parts[-1].end)
        return self._aside(sentence) is not None or find_stands_for(self._text, sentence) is not None

    def _choice(self, choice: Choice) -> Node | None:
        """Return what is asked with each of the ways that letters part, and one of them."""
        ways = [node for node in map(self._sentences, choice.parts) if node is not None]
        around = (self._sentences(one) for one in (choice.before, choice.behind) if one.start < one.end)
        asked = [one for one in (*around, any_of(ways) if ways else None) if one is not None]
        return all_of(asked) if asked else None

    def _sentences(self, span: Span) -> Node | None:
        """Return what the sentences ask together."""
        together = Together(self._findings, self._role)
        for sentence in split_sentences(self._text, span):
            if self._says_rate(together.asked, sentence.span):
                continue
            node = self._sentence(sentence.span) or UnreadClause(sentence.span)
            together.take(node, is_alternative=sentence.is_alternative)
        return together.result()

    def _says_rate(self, together: list[Node], span: Span) -> bool:
        """Return whether the sentence says the rate of the substitution before it, which then has it."""
        if not together or not isinstance(together[-1], SubstitutionClause):
            return False
        clause = with_rate_said(self._text, span, together[-1], self._findings)
        together[-1:] = [clause or together[-1]]
        return clause is not None

    def _sentence(self, span: Span) -> Node | None:
        """Return a substitution where the words for one stand in the sentence, else what its clauses ask."""
        marker = find_stands_for(self._text, span)
        if marker is None:
            return self._aside(span) or self._joined(span, is_brought=False)
        before = find_asked_before(self._text, Span(span.start, marker.start()))
        if before is not None:
            asked = self._joined(before[0], is_brought=False)
            allowed = self._sentence(Span(before[1], span.end))
            return all_of([one for one in (asked, allowed) if one is not None])
        asks = asks_besides(self._text, Span(span.start, marker.start()))
        if _BY_WHOM.match(self._text, span.start, marker.start()):
            self._findings.unread.append(span)
            return UnreadClause(span, allows=not asks)
        by = self._brought(Span(span.start, marker.start()))
        clause = read_substitution(self._text, span, Span(*marker.span()), by, self._findings)
        if clause is None:
            self._findings.unread.append(span)
            return UnreadClause(span, allows=not asks)
        self._leave_behind(clause, Span(marker.end(), span.end))
        if asks:
            # "A degree is required and may be substituted for ...": it is asked, and stands for something besides.
            return all_of([by, clause]) if by is not None else UnreadClause(span)
        return clause

    def _leave_behind(self, clause: SubstitutionClause, rest: Span) -> None:
        """List as unread service behind what stands for study: "for the degree, and three years of service"."""
        behind = _SERVICE_BEHIND.search(self._text, *rest) if clause.stands_for is StandsFor.EDUCATION else None
        self._findings.unread += [Span(*behind.span())] if behind else []

    def _aside(self, span: Span) -> Node | None:
        """Return what a sentence says that asks nothing of everybody on the day; else none."""
        words = blank_even(self._text[span.start : span.end])
        if _WAIVED.match(words):
            self._findings.unread.append(span)
            return UnreadClause(span, allows=True)
        code = find_aside(words)
        if code is None and may_be_wished_for(words):
            # "A degree and knowledge of tides is preferred": whether the degree is asked is not said.
            self._findings.unread.append(span)
            return UnreadClause(span)
        if code is None or (code == QUALITY and self._clauses.is_condition(span)):
            return None
        return ConditionClause(code, words, span)

    def _brought(self, span: Span) -> Node | None:
        """Return what is brought; the words "the following" point to another statement."""
        words = blank_even(self._text[span.start : span.end])
        return None if _THE_FOLLOWING.fullmatch(words) else self._joined(span, is_brought=True)

    def _joined(self, span: Span, *, is_brought: bool) -> Node | None:
        """Return what the clauses of a sentence ask."""
        if not is_brought and _SEVERAL_OF.match(self._text, span.start, span.end):
            # Which of them "or" parts, and how many are asked together, no tree of clauses tells.
            self._findings.unread.append(span)
            return UnreadClause(span)
        equal = None if is_brought else self._equal_to(span)
        return equal or self._ways(span, is_brought=is_brought)

    def _ways(self, span: Span, *, is_brought: bool) -> Node | None:
        """Return the clauses as alternatives, each of what is asked together.

        "A or B and N years" asks the years of both, or says two things: the stricter is
        taken, and the passage is noted as ambiguous. "A or B; and C" asks C of both.
        """
        together, ways = [], _Ways()
        for clause in split_clauses(self._text, span):
            node = self._clause(clause.span, is_brought=is_brought)
            if isinstance(node, ConditionClause) and node.code == _COMBINATION and _HAS_INCLUDED.search(node.text):
                # "Any equivalent combination that has included one year or two years ...": all of it is judged.
                rest = Span(clause.span.start, span.end)
                ways.take(ConditionClause(node.code, blank_even(self._text[slice(*rest)]), rest), clause)
                break
            joined = _as_allowed(node, clause)
            if ways.ends_before(joined):
                together.append(self._settled(ways, span))
                ways = _Ways()
            ways.take(node, joined)
        found = [one for one in (*together, self._settled(ways, span)) if one is not None]
        return all_of(found) if found else None

    def _settled(self, ways: "_Ways", span: Span) -> Node | None:
        """Return the ways, what may be asked of each of them taken as asked of each."""
        if not (ways.binds_all() or ways.binds_first()):
            return ways.result()
        self._findings.ambiguous.append(span)
        return ways.bound() if ways.binds_all() else ways.bound_first()

    def _equal_to(self, span: Span) -> Node | None:
        """Return what a combination must equal, as one way, and the combination, which a person judges, as another."""
        opening = _EQUIVALENT_TO.match(self._text, span.start, span.end)
        if opening is None:
            return None
        judged = ConditionClause(_COMBINATION, blank_even(self._text[span.start : span.end]), span)
        known = len(self._findings.unread)
        equal = self._joined(Span(opening.end(), span.end), is_brought=False)
        if equal is not None and len(self._findings.unread) == known:
            return any_of([equal, judged])
        del self._findings.unread[known:]
        return judged

    def _clause(self, span: Span, *, is_brought: bool) -> Node | None:
        """Return what a clause asks; words that no production covers stay unread in its place."""
        if is_brought:
            return self._clauses.read(span, is_brought=True)
        words = blank_even(self._text[span.start : span.end])
        aside = self._aside(span)
        if aside is not None:
            return aside
        wish = _WISH_BESIDE.fullmatch(self._text, span.start, span.end) if may_hold(words, WISH_WORDS) else None
        if wish is not None and is_measured(wish["asked"]):
            return self._with_a_wish(Span(*wish.span("asked")), Span(*wish.span("wish")))
        leaf = self._clauses.read(span, is_brought=False)
        return UnreadClause(span) if leaf is None and words else leaf

    def _with_a_wish(self, asked: Span, wish: Span) -> Node:
        """Return what a clause asks, and what it only wishes for beside it."""
        preferred = ConditionClause(PREFERENCE, blank_even(self._text[wish.start : wish.end]), wish)
        node = self._clause(asked, is_brought=False)
        return preferred if node is None else all_of([node, preferred])


class _Ways:
    """The clauses of a sentence as alternatives, each of what is asked together."""

    def __init__(self) -> None:
        self._ways: list[list[Node]] = [[]]
        self._marks: set[str] = set()

    def take(self, node: Node | None, clause: Joined) -> None:
        """Take the next clause: "or" before it begins another way."""
        if clause.is_alternative:
            self._ways.append([])
            self._marks.add(clause.mark)
        if node is not None:
            self._ways[-1].append(node)

    def ends_before(self, clause: Joined) -> bool:
        """Return whether a semicolon, none of which parts the ways, parts a clause from them: it is asked with each."""
        return len(self._ways) > 1 and not clause.is_alternative and clause.mark == ";" and ";" not in self._marks

    def binds_first(self) -> bool:
        """Return whether what begins the first way may be asked with each of what "or" joins.

        "A degree and two years as a clerk or one year as a typist", where no mark parts the services; and "two years as
        a clerk and a degree or a license", where no semicolon does: who has the license alone is told of no way.
        """
        first, *others = self._ways
        before, joined = first[:-1], [*first[-1:], *(one for way in others for one in way)]
        if not (others and before and all(others)):
            return False
        if all(map(_is_no_service, joined)):
            return any(map(_is_service, before)) and ";" not in self._marks
        return all(map(_is_service, joined)) and all(map(_is_no_service, before)) and not self._is_parted

    def bound_first(self) -> Node:
        """Return what begins the first way, and with it one of what "or" joins."""
        first, *others = self._ways
        return all_of([*first[:-1], any_of([first[-1], *map(all_of, others)])])

    @property
    def _is_parted(self) -> bool:
        return bool(self._marks - {""})

    def result(self) -> Node | None:
        """Return the ways as they stand; none where no clause was read."""
        found = [all_of(way) for way in self._ways if way]
        return any_of(found) if found else None

    def binds_all(self) -> bool:
        """Return whether what ends the last way may be asked with each: no mark parts them, no other asks service."""
        *before, last = self._ways
        alone = [way[0] for way in before if len(way) == 1 and _is_no_service(way[0])]
        return any(map(_may_bind, last[1:])) and bool(before) and len(alone) == len(before) and not self._is_parted

    def bound(self) -> Node:
        """Return one of what begins the ways, and with it all the rest of the last."""
        first = any_of([way[0] for way in self._ways])
        return all_of([first, *self._ways[-1][1:]])


def _may_bind(node: Node) -> bool:
    """Return whether a clause may be asked with each way before it: service, what stands for it, what was not read."""
    return isinstance(node, ExperienceClause | UnreadClause) or (
        isinstance(node, ConditionClause) and node.code == _COMBINATION
    )


def _is_service(node: Node) -> bool:
    return isinstance(node, ExperienceClause)


def _as_allowed(node: Node | None, clause: Joined) -> Joined:
    """Return how a clause is joined: one that only says what may be considered is another way, whatever joins it."""
    is_allowed = isinstance(node, ConditionClause) and _ALLOWED.search(node.text) is not None
    return clause._replace(is_alternative=True, mark=";") if is_allowed else clause


def _is_no_service(node: Node) -> bool:
    return isinstance(node, EducationClause | ProgrammeClause | CredentialClause)


def _is_within(span: Span, others: Iterable[Span]) -> bool:
    return any(other.start <= span.start and span.end <= other.end for other in others)
