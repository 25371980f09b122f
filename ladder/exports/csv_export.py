"""CSV: a table of classes and one of steps, whose codes no program takes for numbers.

The code of a class stands in its id, where nothing takes it for a number, and not in a
column of its own. A text that would be taken for another value, or run, has an apostrophe
in front (``ladder.csv_text``).
"""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from ladder.exports.held_text import GUARDED, IN_ONE_LINE, WHOLE_LETTERS, Rules, hold_text
from ladder.exports.ladder_sheets import Column, Kind, LadderSheets, Sheet, Value, print_number, print_value
from ladder.exports.losses import Form, Loss, text_losses

_RULES: Rules = (WHOLE_LETTERS, IN_ONE_LINE, GUARDED)
_IN_THE_ID = frozenset(["code"])
_CENTS = 2


def print_csv_export(sheets: LadderSheets) -> Mapping[str, bytes]:
    """Return one file a sheet, UTF-8; an empty cell is not known.

    The numbers of a column are written alike, all whole or all with decimals: a reader
    that looks at the first rows alone must not be wrong about the others.
    """
    return {f"{sheet.name}.csv": _page(sheet).encode() for sheet in sheets.both()}


def _page(sheet: Sheet) -> str:
    page = io.StringIO(newline="")
    writer = csv.writer(page, lineterminator="\n")
    told = [place for place, column in enumerate(sheet.columns) if column.name not in _IN_THE_ID]
    columns = [_cells(sheet.columns[place], [row[place] for row in sheet.rows]) for place in told]
    writer.writerow([sheet.columns[place].name for place in told])
    writer.writerows(zip(*columns, strict=True))
    return page.getvalue()


def _cells(column: Column, values: Sequence[Value]) -> Sequence[str]:
    if column.kind in {Kind.TEXT, Kind.TRUTH}:
        told = ["" if one is None else print_value(one, column.kind) for one in values]
        return [hold_text(one, _RULES) for one in told]
    numbers = ["" if one is None or isinstance(one, str) else print_number(one) for one in values]
    places = max((len(one.partition(".")[2]) for one in numbers), default=0)
    places = max(places, _CENTS * (column.kind is Kind.DOLLARS))
    return [one and f"{Decimal(one):.{places}f}" for one in numbers]


def _losses(sheets: LadderSheets) -> Iterator[Loss]:
    return (loss for loss in text_losses(sheets, _RULES) if loss.column not in _IN_THE_ID)


FORM = Form("csv", print_csv_export, _losses, is_folder=True)
