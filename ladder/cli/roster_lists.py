"""The tables of a roster as a terminal shows them: the rows that a planner looks for first, then how many more."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ladder.answer_tables import SEVERAL, Cell, Table
from ladder.cli.page_text import INDENT, print_list, print_section, print_table, wrap_text
from ladder.roster.count_blocks import at_least
from ladder.telling.messages import is_known, say

MOST_ROWS = 15
"""Rows of a table that a terminal shows unless all are asked for."""
_CLASSES = frozenset({"class", "feeder", "from", "to"})
"""The columns that hold a class."""

_MAY_BE_WITHHELD = frozenset({"single_feeder", "exits_exceed_bench"})
_WATCHED = ("empty_bench", "single_feeder", "exits_exceed_bench", "not_answerable")
"""Warnings that are counted; of tables to be published, some rows may withhold some."""

Record = Mapping[str, Cell]


class _Shown(NamedTuple):
    """What is shown of a table: some columns; in short, the rows that count, those first that matter most."""

    columns: tuple[str, ...]
    counts: Callable[[Record], bool] | None = None
    order: Callable[[Record], tuple[int, ...]] = lambda _: ()


def _is_peopled(one: Record) -> bool:
    return any(at_least(one[name]) for name in ("incumbents", "within_24"))


def _lacks_most(one: Record) -> tuple[int, ...]:
    return -at_least(one["gap_24"]), at_least(one["within_24"]), -at_least(one["incumbents"])


_TABLES: Mapping[str, _Shown] = {
    "bench": _Shown(
        ("class", "incumbents", "ready_now", "within_12", "within_24", "if_24", "gap_24", "warnings"),
        _is_peopled,
        _lacks_most,
    ),
    "feeders": _Shown(("class", "feeder", "incumbents", "ready_now", "within_12", "within_24", "if_24")),
    "next_step": _Shown(
        ("class", "step", "people readied", "months saved"),
        lambda one: bool(at_least(one["people readied"])),
        lambda one: (-at_least(one["people readied"]),),
    ),
    "answerable": _Shown(("class", "by", "what is missing")),
    "observed": _Shown(
        ("from", "to", "people", "median months held", "step"),
        lambda one: bool(at_least(one["people"])) and one["step"] == "none",
        lambda one: (-at_least(one["people"]),),
    ),
    "persons": _Shown(
        ("employee", "class", "months", "month", "routes", "if_months", "if_conditions"),
        lambda one: one["months"] is not None,
        lambda one: (at_least(one["months"]),),
    ),
}


def print_tables(tables: Mapping[str, Table], titles: Mapping[str, str], *, whole: bool) -> Iterator[str]:
    """Yield each table that has rows; in short unless it is to be ``whole``. ``titles`` are those of classes, by id."""
    for name in _TABLES:
        if name in tables and whole:
            yield _section(name, _TABLES[name], _records(tables[name]), titles)
        elif name in tables and _TABLES[name].counts:
            yield _in_short(name, tables, titles)
    if not whole:
        yield wrap_text(say("roster.whole")) + "\n"


def columns_in_short(name: str, table: Table) -> Table:
    """Return the columns of a table that fit a page, with the titles of its classes; other tables stay whole."""
    shown = _TABLES[name].columns if name in _TABLES else table.columns
    if "title" in table.columns and "title" not in shown:
        shown = (shown[0], "title", *shown[1:])
    places = [table.columns.index(one) for one in shown]
    return Table(shown, tuple(tuple(row[place] for place in places) for row in table.rows))


def _in_short(name: str, tables: Mapping[str, Table], titles: Mapping[str, str]) -> str:
    """Return the rows of a table to look at first, of classes that somebody works in, and how many more there are."""
    shown = _TABLES[name]
    bench = _records(tables["bench"])
    empty = {one["class"] for one in bench if not at_least(one["incumbents"])} if name == "next_step" else set()
    rows = [one for one in _records(tables[name]) if one.get("class") not in empty]
    if shown.counts:
        rows = sorted(filter(shown.counts, rows), key=shown.order)
    more = len(rows) - MOST_ROWS
    return _section(
        name,
        shown,
        rows[:MOST_ROWS],
        titles,
        before=_summary(bench) if name == "bench" else "",
        after=say("roster.more", number=f"{more:,}") if more > 0 else "",
    )


def _section(
    name: str, shown: _Shown, rows: Sequence[Record], titles: Mapping[str, str], *, before: str = "", after: str = ""
) -> str:
    if not rows:
        return ""
    note = say(f"roster.note.{name}") if is_known(f"roster.note.{name}") else ""
    notes, rest = (wrap_text(one, first=INDENT, indent=INDENT) if one else "" for one in (note, after))
    return print_section(say(f"roster.heading.{name}"), before, notes, _table(shown.columns, rows, titles), rest)


def _summary(rows: Sequence[Record]) -> str:
    """Return how many classes are watched for what; of published rows only what none of them withholds."""
    is_withheld = any(one["gap_24"] is None or one["feeders"] is None for one in rows)
    told = [
        say("roster.summary", number=f"{len(rows):,}"),
        say("roster.summary.ready", number=f"{sum(bool(at_least(one['ready_now'])) for one in rows):,}"),
    ]
    names = [one for one in _WATCHED if not (is_withheld and one in _MAY_BE_WITHHELD)]
    return print_list([*told, *(say(f"roster.summary.{one}", number=f"{_watched_for(one, rows):,}") for one in names)])


def _watched_for(name: str, rows: Sequence[Record]) -> int:
    return sum(name in str(one["warnings"] or "").split(SEVERAL) for one in rows)


def _records(table: Table) -> list[Record]:
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]


def _table(columns: Sequence[str], rows: Sequence[Record], titles: Mapping[str, str]) -> str:
    numeric = frozenset(place for place, name in enumerate(columns) if any(isinstance(one[name], int) for one in rows))
    cells = [[_shown_cell(name, one[name], titles) for name in columns] for one in rows]
    return print_table(list(map(heading_of, columns)), cells, numeric=numeric, indent=INDENT)


def heading_of(column: str) -> str:
    """Return the heading of a column in words."""
    message = f"roster.column.{column}"
    return say(message) if is_known(message) else column.replace("_", " ")


def _shown_cell(column: str, cell: Cell, titles: Mapping[str, str]) -> str:
    if column in _CLASSES and cell in titles:
        return f"{titles[str(cell)]} ({str(cell).partition('/')[2]})"
    if column == "warnings":
        return str(cell or "").replace("_", " ").replace(SEVERAL, "; ")
    return print_cell(cell)


def print_cell(cell: Cell) -> str:
    """Return a cell as a terminal shows it."""
    if cell is None:
        return ""
    return f"{cell:,}" if isinstance(cell, int) else str(cell)
