"""A draft's statements to the minimum qualifications of its record, with claims, notes and printed titles."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from ladder.qualifications import Qualifications, Route, Substitution
from ladder.reading.drafts import ClassDraft, Role, Statement, statements_in
from ladder.reading.named_classes import has_pay_grade
from ladder.reading.passages import Claim, Span
from ladder.reading.qualifying.alternatives import (
    SHOWN_ONLY,
    Alternative,
    TooManyAlternativesError,
    find_alternatives,
    replaces_education,
)
from ladder.reading.qualifying.early_filing import make_early_filing
from ladder.reading.qualifying.judged_limits import with_limits_judged
from ladder.reading.qualifying.requirements import Setting, class_id_of, title_of_programme
from ladder.reading.qualifying.routes import RouteMaker
from ladder.reading.qualifying.statements import (
    Ask,
    SentenceReader,
    StatementRead,
    read_by_grammar,
    read_within_extent,
)
from ladder.reading.qualifying.substitutions import make_substitutions, share_a_maximum
from ladder.reading.requirement_grammar import tree
from ladder.service_credit import faults_of_service
from ladder.sources import Note, Severity
from ladder.specification import EarlyFiling, ShownCondition

_ANY_GRADE = "Service in the class is counted whatever its grade; the agency judges that."


@dataclass(frozen=True)
class Qualified:
    """The minimum qualifications as a record holds them, and what came of reading them.

    ``rules`` is none where nothing is asked that a record can hold. ``printed`` maps the
    ids given to named classes to their titles as printed, ``codes`` to the codes that lists
    print with them. ``is_whole`` says that nothing that bears on what is asked was left out.
    """

    rules: Qualifications | None
    conditions: tuple[ShownCondition, ...]
    claims: tuple[Claim, ...]
    notes: tuple[Note, ...]
    printed: Mapping[str, str]
    is_whole: bool
    codes: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    early_filing: EarlyFiling | None = None


def qualify(draft: ClassDraft, *, read_sentence: SentenceReader = read_by_grammar) -> Qualified:
    """Return what a class asks, by the statements of its draft; nothing asked gives no rules."""
    return _Qualifying(draft, read_sentence).result()


class _Qualifying:
    """One draft's statements, each read once."""

    def __init__(self, draft: ClassDraft, read_sentence: SentenceReader) -> None:
        self._draft = draft
        self._setting = Setting(
            jurisdiction=draft.jurisdiction,
            title=draft.title or "",
            revision=draft.revision,
            programmes_are_classes=draft.programmes_are_classes,
            numerals_are_pay_grades=draft.numerals_are_pay_grades,
        )
        statements = [*statements_in(draft.asked), *draft.substitutions]
        read = read_within_extent(statements, read_sentence)
        self._read = {id(one): StatementRead(one, reading) for one, reading in read}
        self._notes: list[Note] = []
        self._not_held: dict[int, list[Span]] = {}

    def result(self) -> Qualified:
        maker = RouteMaker(self._draft, self._setting)
        routes = maker.make_routes(self._alternatives())
        substitutions = self._substitutions(maker, routes) if routes else ()
        self._leave_lists()
        rules = _rules(maker, routes, substitutions)
        return Qualified(
            rules=rules,
            early_filing=make_early_filing(self._draft.early_filing, rules, maker.labels),
            conditions=tuple(self._conditions()),
            claims=tuple(self._claims()),
            notes=(*self._sentence_notes(), *self._notes),
            printed=MappingProxyType(dict(self._printed())),
            is_whole=all(read.is_whole for read in self._read.values()) and not self._notes,
            codes=MappingProxyType(dict(self._codes())),
        )

    def _alternatives(self) -> tuple[Alternative, ...]:
        if self._draft.asked is None:
            return ()
        try:
            found = find_alternatives(self._draft.asked, self._statement)
        except TooManyAlternativesError:
            return self._too_many()
        return (*found, *self._replacing_all()) if found else ()

    def _statement(self, statement: Statement) -> StatementRead:
        return self._read[id(statement)]

    def _too_many(self) -> tuple[Alternative, ...]:
        """Return one alternative in which a person judges every statement."""
        asks = tuple(Ask(None, one, self._statement(one).whole) for one in statements_in(self._draft.asked))
        for ask in asks:
            self._leave(ask, "TOO_MANY_ROUTES", "what is asked has more alternatives than a record holds")
        return (asks,)

    def _leaves(self) -> Iterator[Ask]:
        for read in self._read.values():
            yield from (read.ask(leaf) for leaf in tree.leaves_of(read.reading.node))

    def _replacing_all(self) -> Iterator[Alternative]:
        """Yield what suffices alone, by a substitution for everything asked."""
        for ask in self._leaves():
            clause = ask.clause
            if isinstance(clause, tree.SubstitutionClause) and clause.stands_for is tree.StandsFor.ALL:
                parts = tuple(tree.leaves_of(clause.by))
                if isinstance(clause.by, tree.Any):
                    yield from ((Ask(part, ask.statement, ask.span),) for part in parts)
                elif parts:
                    yield tuple(Ask(part, ask.statement, ask.span) for part in parts)

    def _substitutions(self, maker: RouteMaker, routes: tuple[Route, ...]) -> tuple[Substitution, ...]:
        held: tuple[Substitution, ...] = ()
        for ask, found in self._allowed(maker):
            rules = Qualifications(requirements=maker.requirements, routes=routes, substitutions=(*held, *found))
            if found and not faults_of_service(rules):
                held = rules.substitutions
                if share_a_maximum(found):
                    self._note(
                        ask, "MAXIMUM_SHARED", f"classes share a maximum, each is credited up to it: {ask.words}"
                    )
            else:
                self._leave(ask, "SUBSTITUTION_NOT_HELD", f"a record cannot hold this: {ask.words}")
        for ask in self._among_substitutions():
            self._leave(ask, "SUBSTITUTION_NOT_HELD", f"no substitution is said here: {ask.words}")
        return held

    def _allowed(self, maker: RouteMaker) -> Iterator[tuple[Ask, tuple[Substitution, ...]]]:
        """Yield each substitution said, and what a record may hold of it: all of it, or nothing."""
        asked = {id(one) for one in statements_in(self._draft.asked) if one.role is Role.SUBSTITUTION}
        for ask in self._leaves():
            clause = ask.clause
            if replaces_education(clause) and id(ask.statement) in asked:
                continue
            if isinstance(clause, tree.SubstitutionClause) and clause.stands_for is not tree.StandsFor.ALL:
                asked_of = maker.asked_of(ask.statement.specialty, clause.items)
                is_read = not self._statement(ask.statement).is_unread_in(clause.span)
                yield ask, make_substitutions(ask, asked_of, self._setting) if is_read else ()

    def _among_substitutions(self) -> Iterator[Ask]:
        """Yield what statements of substitutions ask that is no substitution: words torn off, or another rule."""
        beside = (one for one in statements_in(self._draft.asked) if one.role is Role.SUBSTITUTION)
        for statement in (*self._draft.substitutions, *beside):
            read = self._statement(statement)
            for ask in (read.ask(leaf) for leaf in tree.leaves_of(read.reading.node)):
                is_told = isinstance(ask.clause, tree.ConditionClause) and ask.clause.code in SHOWN_ONLY
                if not is_told and not isinstance(ask.clause, tree.SubstitutionClause | tree.UnreadClause):
                    yield ask

    def _leave_lists(self) -> None:
        """Note each list of classes within a statement: no field says which requirement it is for."""
        for ask in self._leaves():
            if isinstance(ask.clause, tree.TypicalClasses):
                self._leave(
                    ask, "UNREAD_REQUIREMENT", f"a list of classes, for which no requirement is said: {ask.words}"
                )

    def _note(self, ask: Ask, code: str, text: str) -> None:
        document = ask.statement.excerpt.document
        line = document.line_at(ask.statement.excerpt.to_document(ask.span.start))
        self._notes.append(Note(code, Severity.WARNING, line, text))

    def _leave(self, ask: Ask, code: str, text: str) -> None:
        self._note(ask, code, text)
        self._not_held.setdefault(id(ask.statement), []).append(ask.span)

    def _conditions(self) -> Iterator[ShownCondition]:
        for ask in self._leaves():
            if isinstance(ask.clause, tree.ConditionClause) and ask.clause.code in SHOWN_ONLY:
                source = ask.cite(self._draft.revision)
                yield ShownCondition(code=ask.clause.code, text=ask.words, source=source)
            counts = self._setting.numerals_are_pay_grades and not isinstance(ask.clause, tree.StandingClause)
            grades = [title for title in _titles_in(ask.clause) if counts and has_pay_grade(title)]
            if grades:
                text = f"Asked at the pay grade named: {', '.join(dict.fromkeys(grades))}. {_ANY_GRADE}"
                yield ShownCondition(code="PAY_GRADE", text=text, source=ask.cite(self._draft.revision))

    def _claims(self) -> Iterator[Claim]:
        for name, read in self._read.items():
            yield from read.claims(self._not_held.get(name, ()))

    def _sentence_notes(self) -> Iterator[Note]:
        for read in self._read.values():
            yield from read.notes()

    def _printed(self) -> Iterator[tuple[str, str]]:
        for ask in self._leaves():
            titles = (*_titles_in(ask.clause), *(one.title for one in ask.statement.listed))
            yield from ((class_id_of(title, self._setting), title) for title in titles)

    def _codes(self) -> Iterator[tuple[str, str]]:
        for read in self._read.values():
            for one in read.statement.listed:
                if one.code:
                    yield class_id_of(one.title, self._setting), one.code


def _rules(
    maker: RouteMaker, routes: tuple[Route, ...], substitutions: tuple[Substitution, ...]
) -> Qualifications | None:
    if not routes:
        return None
    rules = Qualifications(requirements=maker.requirements, routes=routes, substitutions=substitutions)
    return with_limits_judged(rules)


def _titles_in(clause: tree.Leaf | None) -> Iterable[str]:
    """Yield the titles of classes and programmes that a clause names, as printed."""
    if isinstance(clause, tree.ExperienceClause):
        yield from (mention.title for mention in clause.classes)
        yield from (mention.title for part in clause.parts for mention in part.classes)
    elif isinstance(clause, tree.StandingClause):
        yield from (mention.title for mention in clause.classes)
    elif isinstance(clause, tree.ProgrammeClause):
        yield title_of_programme(clause.name)
    elif isinstance(clause, tree.SubstitutionClause):
        yield from (title for leaf in tree.leaves_of(clause.by) for title in _titles_in(leaf))
