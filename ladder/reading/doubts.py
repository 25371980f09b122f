"""What makes a reading doubtful though all its sentences were read: the record is then partial, and a note says why."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations

from ladder.qualifications import Qualifications, Requirement, Route
from ladder.reading.accounts.ledger import find_unaccounted
from ladder.reading.drafts import ClassDraft, statements_in
from ladder.reading.passages import Document
from ladder.reading.qualifying.assembling import Qualified
from ladder.reading.text.footnote_marks import FOOTNOTE_MARK
from ladder.sources import Note, Severity, Source

FOOTNOTE_UNREAD = "FOOTNOTE_UNREAD"
"""The code of the note on a requirement that bears the mark of a footnote: what that says is not read."""

ROUTE_NEVER_NEEDED = "ROUTE_NEVER_NEEDED"
"""The code of the note on a route that asks all that another asks, and more."""

NOT_ACCOUNTED_FOR = "WORDS_NOT_ACCOUNTED_FOR"
"""The code of the note on words that ask, or that join what is asked, and that the finished record does not tell of."""

_MOST_SHOWN = 200
_NOWHERE = Source(document="-", section="-")


def find_doubts(document: Document, draft: ClassDraft, rules: Qualifications | None) -> tuple[Note, ...]:
    """Return a note for each doubt; none where nothing is asked."""
    if rules is None:
        return ()
    return (*_footnotes(document, rules), *_routes_never_needed(document, draft, rules))


def find_untold_words(document: Document, draft: ClassDraft, qualified: Qualified) -> tuple[Note, ...]:
    """Return a note for each line with words that a record which seems whole does not account for."""
    statements = (*statements_in(draft.asked), *draft.substitutions)
    if qualified.rules is None or not statements:
        return ()
    found = find_unaccounted(
        document,
        statements,
        qualified.rules,
        conditions=qualified.conditions,
        early_filing=qualified.early_filing,
    )
    said: dict[tuple[int, bool], list[str]] = {}
    for one in found:
        said.setdefault((one.line, one.is_reason), []).append(one.words)
    return tuple(
        Note(NOT_ACCOUNTED_FOR, Severity.WARNING, line, _untold("; ".join(dict.fromkeys(words)), is_reason=is_reason))
        for (line, is_reason), words in sorted(said.items())
    )


def _untold(words: str, *, is_reason: bool) -> str:
    return words if is_reason else f"the record does not account for these words: {words}"


def _footnotes(document: Document, rules: Qualifications) -> Iterator[Note]:
    """Yield a note for each line of a requirement or a substitution that bore the mark of a footnote."""
    sources = (one.source for one in (*rules.requirements, *rules.substitutions))
    lines = {line for one in sources if one.lines for line in range(one.lines[0], one.lines[1] + 1)}
    for note in document.notes:
        if note.code == FOOTNOTE_MARK and note.line in lines:
            what = f"a footnote to this line may change what is asked: {note.text}"
            yield Note(FOOTNOTE_UNREAD, Severity.WARNING, note.line, what)


def _routes_never_needed(document: Document, draft: ClassDraft, rules: Qualifications) -> Iterator[Note]:
    """Yield a note for each route that contains another one, unless what it asks besides is said of a specialty.

    No document means to ask what nobody needs: the words between the two were misread.
    """
    asked = {rule.id: rule for rule in rules.requirements}
    of_specialties = frozenset(_lines_of_specialties(document, draft))
    meanings = {name: _meaning(rule) for name, rule in asked.items()}
    wanted = {route.id: frozenset(meanings[name] for name in route.requires) for route in rules.routes}
    for route, other in permutations(rules.routes, 2):
        if wanted[other.id] < wanted[route.id]:
            besides = [asked[name] for name in route.requires if meanings[name] not in wanted[other.id]]
            if not any(_stands_in(rule, of_specialties) for rule in besides):
                yield _never_needed(route, besides)


def _meaning(rule: Requirement) -> Requirement:
    """Return the requirement without its name and its place, to tell what two statements both ask."""
    return replace(rule, id="", source=_NOWHERE)


def _never_needed(route: Route, besides: list[Requirement]) -> Note:
    words = " and ".join(rule.what for rule in besides)[:_MOST_SHOWN]
    lines = [rule.source.lines[0] for rule in besides if rule.source.lines]
    what = f"one way in ({route.id}) asks what another does, and besides: {words}; how the two are joined is not sure"
    return Note(ROUTE_NEVER_NEEDED, Severity.WARNING, min(lines, default=0), what)


def _lines_of_specialties(document: Document, draft: ClassDraft) -> Iterator[int]:
    for statement in statements_in(draft.asked):
        if statement.specialty:
            for piece in statement.excerpt.pieces:
                first, last = document.lines_of(piece)
                yield from range(first, last + 1)


def _stands_in(rule: Requirement, lines: frozenset[int]) -> bool:
    first, last = rule.source.lines or (0, 0)
    return any(line in lines for line in range(first, last + 1))
