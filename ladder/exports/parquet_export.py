"""Parquet: a table of classes and one of steps, whose columns have their type whatever stands in them."""

from collections.abc import Mapping

from ladder.exports.held_text import WHOLE_LETTERS, Rules, hold_text
from ladder.exports.ladder_sheets import Kind, LadderSheets, Sheet, Value
from ladder.exports.losses import Form, text_losses
from ladder.parquet_bytes import ColumnType, print_typed_parquet

_RULES: Rules = (WHOLE_LETTERS,)
_TYPES = {
    Kind.TEXT: ColumnType.TEXT,
    Kind.COUNT: ColumnType.WHOLE,
    Kind.MONTHS: ColumnType.NUMBER,
    Kind.DOLLARS: ColumnType.MONEY,
    Kind.TRUTH: ColumnType.TRUTH,
}


def print_parquet_export(sheets: LadderSheets) -> Mapping[str, bytes]:
    """Return one file a sheet.

    Raises:
        BadCallError: pyarrow is not installed.

    """
    return {f"{sheet.name}.parquet": print_typed_parquet(_columns(sheet)) for sheet in sheets.both()}


def _columns(sheet: Sheet) -> Mapping[str, tuple[ColumnType, list[object]]]:
    return {
        column.name: (_TYPES[column.kind], [_cell(row[place]) for row in sheet.rows])
        for place, column in enumerate(sheet.columns)
    }


def _cell(value: Value) -> object:
    return hold_text(value, _RULES) if isinstance(value, str) else value


FORM = Form(
    "parquet",
    print_parquet_export,
    lambda sheets: text_losses(sheets, _RULES),
    is_folder=True,
    is_text=False,
)
