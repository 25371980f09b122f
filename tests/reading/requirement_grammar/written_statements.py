"""Statements of our own writing, taken apart for the tests."""

from ladder.reading.drafts import Role
from ladder.reading.requirement_grammar.reader import read_statement
from ladder.reading.requirement_grammar.tree import (
    All,
    Any,
    ClassMention,
    EducationClause,
    ExperienceClause,
    Leaf,
    Node,
    SubstitutionClause,
)


def read_whole(text: str, role: Role = Role.OPEN) -> Node:
    """Return the tree of a statement of which every word is read."""
    reading = read_statement(text, role=role)
    assert reading.unread == (), [text[start:end] for start, end in reading.unread]
    assert reading.faults == ()
    assert reading.node is not None
    return reading.node


def experience_in(text: str, role: Role = Role.OPEN) -> ExperienceClause:
    """Return the one clause of a statement, which is experience."""
    node = read_whole(text, role)
    assert isinstance(node, ExperienceClause)
    return node


def education_in(text: str) -> EducationClause:
    """Return the one clause of a statement, which is education."""
    node = read_whole(text)
    assert isinstance(node, EducationClause)
    return node


def substitution_in(text: str) -> SubstitutionClause:
    """Return the one clause of a statement, which is a substitution."""
    node = read_whole(text, Role.SUBSTITUTION)
    assert isinstance(node, SubstitutionClause)
    return node


def leaf_in(text: str, role: Role = Role.OPEN) -> Leaf:
    """Return the one clause of a statement."""
    node = read_whole(text, role)
    assert not isinstance(node, All | Any)
    return node


def named(*mentions: ClassMention) -> list[tuple[str, str]]:
    """Return titles with how they are named."""
    return [(one.title, one.manner.value) for one in mentions]


def unread_of(text: str, role: Role = Role.OPEN) -> list[str]:
    """Return the words of a statement that stay unread."""
    return [text[start:end] for start, end in read_statement(text, role=role).unread]
