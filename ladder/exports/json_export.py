"""JSON: one object with the classes and the steps, null where something is not known."""

import json
from collections.abc import Mapping
from fractions import Fraction

from ladder.answer_json import number
from ladder.exports.held_text import WHOLE_LETTERS, Rules, hold_text
from ladder.exports.ladder_sheets import Kind, LadderSheets, Sheet, Value
from ladder.exports.losses import Form, text_losses

_RULES: Rules = (WHOLE_LETTERS,)


def print_json_export(sheets: LadderSheets) -> Mapping[str, bytes]:
    """Return the two lists as one object; numbers are numbers, truth values true or false."""
    told = {sheet.name: _records(sheet) for sheet in sheets.both()}
    return {"ladder.json": f"{json.dumps(told, ensure_ascii=False, indent=2, allow_nan=False)}\n".encode()}


def _records(sheet: Sheet) -> list[dict[str, object]]:
    return [
        {column.name: json_value(value, column.kind) for column, value in zip(sheet.columns, row, strict=True)}
        for row in sheet.rows
    ]


def json_value(value: Value, kind: Kind) -> object:
    """Return a value as JSON has it."""
    if value is None:
        return None
    if isinstance(value, str):
        return hold_text(value, _RULES)
    return bool(value) if kind is Kind.TRUTH else number(Fraction(value))


FORM = Form("json", print_json_export, lambda sheets: text_losses(sheets, _RULES))
