"""A workbook with a sheet of classes and one of steps: text is text, numbers are numbers."""

import re
from collections.abc import Mapping
from decimal import Decimal

from ladder.answer_tables import Cell, Table
from ladder.exports.held_text import XML_RULES, Reason, Rules, TextRule, cut_to, hold_text
from ladder.exports.ladder_sheets import Kind, LadderSheets, Sheet, Value, print_number, print_value
from ladder.exports.losses import Form, text_losses
from ladder.workbook_bytes import print_workbook

_LONGEST_CELL = 32_767
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_RULES: Rules = (
    *XML_RULES,
    TextRule(Reason.ESCAPE, lambda text: _ESCAPE.sub("_x005F_", text)),
    TextRule(Reason.TOO_LONG, cut_to(_LONGEST_CELL)),
)


def print_xlsx_export(sheets: LadderSheets) -> Mapping[str, bytes]:
    """Return one workbook; an empty cell is not known, a truth value is yes or no."""
    return {"ladder.xlsx": print_workbook({sheet.name: _table(sheet) for sheet in sheets.both()})}


def _table(sheet: Sheet) -> Table:
    kinds = [column.kind for column in sheet.columns]
    rows = tuple(tuple(map(_cell, row, kinds)) for row in sheet.rows)
    return Table(tuple(column.name for column in sheet.columns), rows)


def _cell(value: Value, kind: Kind) -> Cell:
    if value is None or isinstance(value, str):
        return value and hold_text(value, _RULES)
    return print_value(value, kind) if kind is Kind.TRUTH else Decimal(print_number(value))


FORM = Form("xlsx", print_xlsx_export, lambda sheets: text_losses(sheets, _RULES), is_text=False)
