"""What a format cannot hold: one loss a value, found by the rules that the format is written by."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from ladder.answer_tables import Table
from ladder.exports.held_text import Reason, Rules, reasons_of
from ladder.exports.ladder_sheets import LadderSheets, Sheet, Value
from ladder.telling.messages import say

LOSS_COLUMNS = ("sheet", "record", "column", "reason", "what")
EVERY_RECORD = "*"
"""Stands for the record where a format has no place for a whole column."""


class Loss(NamedTuple):
    """One value that a format does not hold as it is, by sheet, record and column; never the value itself.

    The record of a class is its id, that of a step its number.
    """

    sheet: str
    record: str
    column: str
    reason: Reason


class Form(NamedTuple):
    """One format: its name, how files are called, and what it makes of the sheets.

    ``write`` returns the files by name, several where ``is_folder``. ``is_text`` says
    whether people can read them.
    """

    name: str
    write: Callable[[LadderSheets], Mapping[str, bytes]]
    losses: Callable[[LadderSheets], Iterable[Loss]]
    is_folder: bool = False
    is_text: bool = True


def text_losses(sheets: LadderSheets, rules: Rules) -> Iterator[Loss]:
    """Yield the texts that the rules change, in the order of the sheets."""
    for sheet in sheets.both():
        for row in sheet.rows:
            yield from _losses_of_row(sheet, row, rules)


def _losses_of_row(sheet: Sheet, row: tuple[Value, ...], rules: Rules) -> Iterator[Loss]:
    for column, value in zip(sheet.columns, row, strict=True):
        if isinstance(value, str):
            yield from (Loss(sheet.name, str(row[0]), column.name, why) for why in reasons_of(value, rules))


def no_place_for(sheet: Sheet, columns: Iterable[str]) -> Iterator[Loss]:
    """Yield the columns that the format has no place for, where anything stands in them."""
    names = [one.name for one in sheet.columns]
    for name in columns:
        if any(row[names.index(name)] is not None for row in sheet.rows):
            yield Loss(sheet.name, EVERY_RECORD, name, Reason.NO_PLACE)


def losses_json(form: Form, losses: Iterable[Loss]) -> dict[str, object]:
    """Return the losses of a format as JSON."""
    table = loss_table(losses)
    return {"format": form.name, "losses": [dict(zip(table.columns, row, strict=True)) for row in table.rows]}


def loss_table(losses: Iterable[Loss]) -> Table:
    """Return one row a loss, with what it means in words."""
    return Table(LOSS_COLUMNS, tuple((*one, say(f"export.loss.{one.reason.value}")) for one in losses))
