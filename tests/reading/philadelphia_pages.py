"""Pages in Philadelphia's layout, of our own writing, and what is read of them."""

from collections.abc import Iterable

from ladder.reading.drafts import AllOf, Asked, ClassDraft, Statement
from ladder.reading.jurisdictions.philadelphia import FIELD_READERS, READER
from ladder.reading.passages import Document

MINIMUM = (
    "MINIMUM ACCEPTABLE TRAINING AND EXPERIENCE (The following statement represents what is used for tests, 2/23.)"
)
TOP = ("1X05", "PAY RANGE: EP16", "PARK KEEPER 2")
SCHOOL = "Education equivalent to completion of the twelfth school grade."
END = ("PHYSICAL AND MEDICAL REQUIREMENTS", "Ability to lift a rake.")


def draft_of(*lines: str, name: str = "1x05.htm") -> ClassDraft:
    document = Document(name, "\n".join(lines) + "\n")
    (draft,) = READER.read(document)
    for claim in draft.claims:
        assert FIELD_READERS[claim.field](document.text[claim.span.start : claim.span.end]) == claim.value
    return draft


def asked_of(*lines: str, top: Iterable[str] = TOP) -> object:
    return shape(draft_of(*top, "GENERAL DEFINITION", "Keeps parks.", MINIMUM, *lines, *END).asked)


def shape(asked: Asked | None) -> object:
    """Return what is asked as nested tuples: words, ("all", ...), ("any", ...)."""
    if asked is None:
        return None
    if isinstance(asked, Statement):
        return asked.excerpt.text
    return ("all" if isinstance(asked, AllOf) else "any", *(shape(part) for part in asked.parts))


def codes_of(draft: ClassDraft) -> list[str]:
    return [note.code for note in draft.notes]
