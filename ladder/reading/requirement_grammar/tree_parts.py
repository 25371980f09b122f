"""What trees of clauses are made of, and made into: together, as alternatives, with a clause replaced."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ladder.qualifications import Standing
from ladder.reading.passages import Span
from ladder.reading.requirement_grammar.tree import (
    All,
    Any,
    ConditionClause,
    EducationClause,
    ExperienceClause,
    Node,
    ProgrammeClause,
    SubstitutionClause,
    TypicalClasses,
    UnreadClause,
    leaves_of,
)


def all_of(nodes: Sequence[Node]) -> Node:
    """Return what asks all of the nodes; one alone is itself."""
    return nodes[0] if len(nodes) == 1 else All(tuple(nodes), _around(nodes))


def any_of(nodes: Sequence[Node]) -> Node:
    """Return what asks one of the nodes; one alone is itself."""
    return nodes[0] if len(nodes) == 1 else Any(tuple(nodes), _around(nodes))


def _around(nodes: Iterable[Node]) -> Span:
    spans = [node.span for node in nodes]
    return Span(min(one.start for one in spans), max(one.end for one in spans))


def asked_together(node: Node) -> Iterator[Node]:
    """Yield the clauses that a tree asks together, those of alternatives left out."""
    if isinstance(node, All):
        for part in node.parts:
            yield from asked_together(part)
    else:
        yield node


def with_clause(node: Node, old: Node, new: Node) -> Node:
    """Return the tree with one of the clauses that it asks together replaced."""
    if node is old:
        return new
    if not isinstance(node, All):
        return node
    return replace(node, parts=tuple(with_clause(part, old, new) for part in node.parts))


def is_unread(node: Node) -> bool:
    """Return whether nothing of a tree was read."""
    if isinstance(node, All | Any):
        return all(is_unread(part) for part in node.parts)
    return isinstance(node, UnreadClause)


def is_internal(node: Node) -> bool:
    """Return whether a sentence is for internal candidates: its clause, or one of those it asks together."""
    parts = node.parts if isinstance(node, All) else (node,)
    return any(isinstance(part, ExperienceClause) and part.standing is Standing.INTERNAL for part in parts)


def with_words_of_their_own(node: Node | None) -> Iterator[Span]:
    """Yield the places of clauses that keep all their words: an amount in them is said to a person."""
    kinds = ConditionClause | ProgrammeClause | SubstitutionClause | UnreadClause | TypicalClasses
    yield from (leaf.span for leaf in leaves_of(node) if isinstance(leaf, kinds))


def besides_service(node: Node | None) -> Iterator[Span]:
    """Yield the places of clauses that are no service: what they name they hold."""
    yield from (leaf.span for leaf in leaves_of(node) if not isinstance(leaf, ExperienceClause))


def parts_of(node: Node | None) -> Iterator[Span]:
    """Yield the places of the parts of service."""
    for leaf in leaves_of(node):
        if isinstance(leaf, ExperienceClause):
            yield from (part.span for part in leaf.parts)


def service_of(node: Node | None) -> tuple[Span, ...]:
    """Return the places of the clauses of service or study: an amount in their words counts some of it."""
    return tuple(leaf.span for leaf in leaves_of(node) if isinstance(leaf, ExperienceClause | EducationClause))
