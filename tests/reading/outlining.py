"""Outlines that a test writes down, and what was made of them as a line of text."""

from ladder.reading.drafts import AllOf, Asked, Role, Statement
from ladder.reading.outlines import Outline, read_outline
from ladder.reading.passages import Document, Excerpt, Span


def outline(text: str, *, role: Role = Role.OPEN) -> Outline:
    """Return the outline of a text that is all requirement."""
    return read_outline(whole(text), role=role)


def whole(text: str) -> Excerpt:
    """Return a text as an excerpt of a document that holds nothing else."""
    return Excerpt(Document("made.txt", text), (Span(0, len(text)),))


def shape(asked: Asked | None) -> str:
    """Return the tree as labels joined by & and |; a statement without a label is a point."""
    if asked is None:
        return "nothing"
    if isinstance(asked, Statement):
        return asked.label or "."
    join = " & " if isinstance(asked, AllOf) else " | "
    return "(" + join.join(shape(part) for part in asked.parts) + ")"


def said(asked: Asked | None) -> list[str]:
    """Return the words of the statements in order, blanks evened out."""
    if asked is None:
        return []
    if isinstance(asked, Statement):
        return [" ".join(asked.excerpt.text.split())]
    return [words for part in asked.parts for words in said(part)]
