"""What a tool read of an export beside the sheets it was made of: the same, or listed as lost."""

import math
from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from ladder.exports.ladder_sheets import Column, Kind, LadderSheets, Sheet
from ladder.exports.losses import Form

Read = Mapping[str, list[dict[str, Any]]]
"""Records by the names of their columns, a list for each sheet."""
TRUTHS = {"yes": True, "no": False, "true": True, "false": False}


def check(sheets: LadderSheets, form: Form, read: Read, *, without: Iterable[str] = ()) -> None:
    """Hold what was read against the sheets; ``without`` are columns that the format leaves out on purpose."""
    lost = {(one.sheet, one.record, one.column) for one in form.losses(sheets)}
    left_out = set(without)
    for sheet in sheets.both():
        found = read[sheet.name]
        assert len(found) == len(sheet.rows)
        keyed = {str(meant(record[sheet.columns[0].name], sheet.columns[0])): record for record in found}
        for row in sheet.rows:
            _check_row(sheet, row, keyed[str(row[0])], lost, left_out)


def _check_row(
    sheet: Sheet, row: tuple[Any, ...], record: dict[str, Any], lost: set[tuple[str, str, str]], left_out: set[str]
) -> None:
    for column, value in zip(sheet.columns, row, strict=True):
        if column.name in left_out or (sheet.name, str(row[0]), column.name) in lost:
            continue
        assert meant(record.get(column.name), column) == meant(value, column), (sheet.name, row[0], column.name)


def meant(value: object, column: Column) -> object:
    """Return a value as its column means it, whatever type a tool gave it."""
    if value is None or value == "" or (isinstance(value, float) and math.isnan(value)):
        return None
    if column.kind is Kind.TEXT:
        assert isinstance(value, str), (column, value)
        return value
    if column.kind is Kind.TRUTH:
        return TRUTHS[value] if isinstance(value, str) else bool(value)
    number = Fraction(Decimal(str(value)))
    return int(number) if column.kind is Kind.COUNT else number
