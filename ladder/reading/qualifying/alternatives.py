"""What is asked as alternatives, each a list of things asked together (disjunctive normal form)."""

from collections.abc import Callable, Iterable
from itertools import product
from typing import TypeGuard

from ladder.reading.drafts import AllOf, Asked, Role, Statement
from ladder.reading.passages import Span
from ladder.reading.qualifying.statements import Ask, StatementRead
from ladder.reading.requirement_grammar.asides import ASIDES, QUALITY
from ladder.reading.requirement_grammar.tree import (
    All,
    Any,
    ConditionClause,
    Leaf,
    Node,
    StandsFor,
    SubstitutionClause,
    TypicalClasses,
    UnreadClause,
)

Alternative = tuple[Ask, ...]

MOST_ALTERNATIVES = 64
"""More ways than this are not written out; what is asked is then left for a person to judge."""

SHOWN_ONLY = ASIDES | {
    "SELECTION",
    "HIRING_AUTHORITY",
    "EARLY_FILING",
    "EXCLUSION",
    "ROUNDING",
    "STATE_SERVICE",
}
"""Conditions that every answer shows and that no route asks."""


class TooManyAlternativesError(Exception):
    """What is asked has more alternatives than are written out."""


def find_alternatives(asked: Asked, read: Callable[[Statement], StatementRead]) -> tuple[Alternative, ...]:
    """Return the alternatives in the order printed; none where nothing is asked by them.

    Substitutions, and conditions that are only shown, are no part of them.

    Raises:
        TooManyAlternativesError: there are more than :data:`MOST_ALTERNATIVES`.

    """
    return _found(asked, read, chosen=False)


def _found(asked: Asked, read: Callable[[Statement], StatementRead], *, chosen: bool) -> tuple[Alternative, ...]:
    """Return the alternatives; ``chosen`` says that this is one of several, and so never asks nothing."""
    if isinstance(asked, Statement):
        return _of_statement(read(asked), chosen=chosen)
    if isinstance(asked, AllOf):
        return _together([_found(part, read, chosen=False) for part in asked.parts])
    return _either([_found(part, read, chosen=True) for part in asked.parts])


def replaces_education(clause: Node | None) -> TypeGuard[SubstitutionClause]:
    """Return whether a clause says that something stands for all the education asked."""
    return (
        isinstance(clause, SubstitutionClause)
        and clause.stands_for is StandsFor.EDUCATION
        and clause.months is None
        and clause.at_most_months is None
    )


def _of_statement(statement: StatementRead, *, chosen: bool) -> tuple[Alternative, ...]:
    if statement.statement.role is Role.SUBSTITUTION:
        # A layout puts a substitution beside the education that it stands for; whether it is met a person judges.
        node = statement.reading.node
        return ((Ask(node, statement.statement, statement.whole),),) if replaces_education(node) else ()
    found = _of_node(statement.reading.node, statement, chosen=chosen)
    placed = tuple(_places_of(statement.reading.node))
    unread = tuple(ask for ask in statement.unread_asks() if not any(_is_in(ask.span, place) for place in placed))
    return _together([found, (unread,)]) if unread else found


def _places_of(node: Node | None) -> Iterable[Span]:
    """Yield the places of the clauses of a tree; words not read in one are asked where it is."""
    if isinstance(node, All | Any):
        for part in node.parts:
            yield from _places_of(part)
    elif node is not None and node.span.start < node.span.end:
        yield node.span


def _is_in(span: Span, place: Span) -> bool:
    return place.start <= span.start and span.end <= place.end


def _of_node(node: Node | None, statement: StatementRead, *, chosen: bool) -> tuple[Alternative, ...]:
    if node is None:
        return ()
    if isinstance(node, All):
        found = _together([_of_node(part, statement, chosen=False) for part in node.parts])
        return found or (_together([_of_node(part, statement, chosen=True) for part in node.parts]) if chosen else ())
    if isinstance(node, Any):
        return _either([_of_node(part, statement, chosen=True) for part in node.parts])
    return _of_leaf(node, statement, chosen=chosen)


def _of_leaf(leaf: Leaf, statement: StatementRead, *, chosen: bool) -> tuple[Alternative, ...]:
    if isinstance(leaf, UnreadClause):
        return () if leaf.allows else ((Ask(None, statement.statement, leaf.span),),)
    if not _is_asked(leaf) and not (chosen and _is_quality(leaf)):
        return ()
    unread = (ask for ask in statement.unread_asks() if _is_in(ask.span, leaf.span))
    return ((statement.ask(leaf), *unread),)


def _is_quality(leaf: Leaf) -> bool:
    """Return whether a clause names a quality: told beside what is asked, and asked where it is one of the ways."""
    return isinstance(leaf, ConditionClause) and leaf.code == QUALITY


def _is_asked(leaf: Leaf) -> bool:
    if isinstance(leaf, ConditionClause):
        return leaf.code not in SHOWN_ONLY
    return not isinstance(leaf, SubstitutionClause | TypicalClasses)


def _together(parts: Iterable[tuple[Alternative, ...]]) -> tuple[Alternative, ...]:
    asking = [part for part in parts if part]
    if not asking:
        return ()
    count = 1
    for part in asking:
        count *= len(part)
    if count > MOST_ALTERNATIVES:
        raise TooManyAlternativesError
    return tuple(tuple(ask for one in chosen for ask in one) for chosen in product(*asking))


def _either(parts: Iterable[tuple[Alternative, ...]]) -> tuple[Alternative, ...]:
    found = tuple(alternative for part in parts for alternative in part)
    if len(found) > MOST_ALTERNATIVES:
        raise TooManyAlternativesError
    return found
