"""What changed, as a table and as JSON: a row a difference, told in words."""

from ladder.answer_json import Json, source_json
from ladder.answer_tables import Cell, Table
from ladder.requirement_references import reference_to
from ladder.revisions.differences import Difference, PartKind
from ladder.telling.told_revisions import ToldDifferences

DIFF_COLUMNS = ("class", "change", "requirement", "before", "after", "ladders", "source")
_OF_RULES = frozenset({PartKind.REQUIREMENT, PartKind.SUBSTITUTION})


def diff_table(told: ToldDifferences) -> Table:
    """Return one row a difference: class, change in words, requirement, before, after, ladders touched, source."""
    return Table(DIFF_COLUMNS, tuple((*_row(told, one), str(one.source)) for one in told.found))


def diff_json(told: ToldDifferences, *, headline: str) -> Json:
    """Return the same rows as JSON, the sentence first."""
    rows = [dict(zip(DIFF_COLUMNS, (*_row(told, one), source_json(one.source)), strict=True)) for one in told.found]
    return {"told": headline, "changes": rows}


def _row(told: ToldDifferences, one: Difference) -> tuple[Cell, ...]:
    reference = reference_to(one.class_id, one.name) if one.kind in _OF_RULES else None
    return one.class_id, told.change(one), reference, told.before(one) or None, told.after(one) or None, one.ladders
