"""Fields of study that a jurisdiction takes as one (docs/semantics.md, C23), told wherever a field decides."""

from collections.abc import Iterable

from ladder.catalog.jurisdictions import Jurisdiction
from ladder.qualifications import Qualifications
from ladder.telling.messages import all_of, say


def same_fields(jurisdiction: Jurisdiction) -> tuple[str, ...]:
    """Return a sentence for each group of names that mean one field; nothing where none is recorded."""
    return tuple(map(_sentence, jurisdiction.field_aliases))


def same_fields_asked(jurisdiction: Jurisdiction, rules: Qualifications) -> tuple[str, ...]:
    """Return the sentences on those groups alone that hold a field which the class names."""
    return tuple(map(_sentence, jurisdiction.fields_meant(rules)))


def _sentence(names: Iterable[str]) -> str:
    return say("fields.same", fields=all_of(tuple(names)))
