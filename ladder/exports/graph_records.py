"""What a graph's classes and steps carry: the values of the sheets without those that the format holds in itself.

Truth values are text, yes or no: a reader such as igraph takes a missing truth value for
false, and a missing text for none.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ladder.exports.held_text import Rules, hold_text
from ladder.exports.ladder_sheets import Column, Kind, LadderSheets, Sheet, Value, print_value
from ladder.exports.safe_ids import safe_id, step_id

_HELD_BY_STEPS = frozenset(["from", "to"])


class GraphClass(NamedTuple):
    """A class: its id in the graph, its title, and what is known of it as text by the names of the columns."""

    name: str
    title: str
    known: Mapping[str, str]


class GraphStep(NamedTuple):
    """A step: its id in the graph, the ids of both classes, and what is known of it."""

    name: str
    feeder: str
    target: str
    known: Mapping[str, str]


def class_columns(sheets: LadderSheets) -> tuple[Column, ...]:
    """Return the columns that every class may carry."""
    return sheets.classes.columns


def step_columns(sheets: LadderSheets) -> tuple[Column, ...]:
    """Return the columns that every step may carry: all but its ends."""
    return tuple(one for one in sheets.steps.columns if one.name not in _HELD_BY_STEPS)


def graph_classes(sheets: LadderSheets, rules: Rules) -> Iterator[GraphClass]:
    """Yield the classes, every text changed by the rules."""
    for known in _known(sheets.classes, rules):
        yield GraphClass(safe_id(known["class"]), known["title"], known)


def graph_steps(sheets: LadderSheets, rules: Rules) -> Iterator[GraphStep]:
    """Yield the steps, every text changed by the rules."""
    for known in _known(sheets.steps, rules):
        carried = {name: value for name, value in known.items() if name not in _HELD_BY_STEPS}
        yield GraphStep(step_id(known["step"]), safe_id(known["from"]), safe_id(known["to"]), carried)


def _known(sheet: Sheet, rules: Rules) -> Iterator[dict[str, str]]:
    for row in sheet.rows:
        cells = zip(sheet.columns, row, strict=True)
        yield {column.name: _told(value, column.kind, rules) for column, value in cells if value is not None}


def _told(value: Value, kind: Kind, rules: Rules) -> str:
    return hold_text(value, rules) if isinstance(value, str) else print_value(value, kind)
