"""Answers as programs and notebooks take them: values by name, dictionaries, tables, data frames.

Every answer here is what a command tells with ``--json``, and every table what it tells
with ``--csv``: nothing is worked out a second time.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from copy import deepcopy
from decimal import Decimal
from typing import Any, overload

from ladder.answer_tables import Cell, Table
from ladder.csv_text import print_csv
from ladder.errors import BadCallError

_KEYS = {"from_class": "from", "class_id": "class"}
"""Attributes whose JSON key is a word of Python."""
_NAMES = {key: name for name, key in _KEYS.items()}
_IN_SHORT = ("from", "to", "class", "target", "title", "status", "months", "month", "kind", "code", "best", "what")
"""Keys that a line about an answer tells, where it has them."""
_LONGEST_LINE = 200
_MOST_ROWS = 20


class Answer:
    """A JSON object whose keys are attributes: ``answer.months``.

    The keys ``from`` and ``class`` are ``from_class`` and ``class_id``. Objects inside it are
    of this kind again, lists are tuples.
    """

    __slots__ = ("_told",)

    def __init__(self, told: Mapping[str, object]) -> None:
        """Keep the JSON object."""
        self._told = told

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - a JSON object has any values
        """Return the value of a key."""
        key = _KEYS.get(name, name)
        if name.startswith("_") or key not in self._told:
            message = f"there is no {name!r} here; there are {', '.join(self.__dir__())}"
            raise AttributeError(message)
        return _by_name(self._told[key])

    def __dir__(self) -> list[str]:
        """Return the names of the values, for whoever completes them."""
        return [_NAMES.get(key, key) for key in self._told]

    def __eq__(self, other: object) -> bool:
        """Return whether both tell the same."""
        return isinstance(other, Answer) and self._told == other._told

    def __hash__(self) -> int:
        """Return a number that equal answers share."""
        return hash(repr(self))

    def __repr__(self) -> str:
        """Return one line with what matters most."""
        told = ((_NAMES.get(key, key), self._told[key]) for key in _IN_SHORT if self._told.get(key) is not None)
        words = ", ".join(f"{name}={_by_name(value)!r}" for name, value in told)
        return _in_a_line(f"{type(self).__name__}({words})")

    def _repr_html_(self) -> str:
        """Return a small table of the plain values, escaped."""
        rows = [(_NAMES.get(key, key), value) for key, value in self._told.items() if isinstance(value, str | int)]
        return _html(repr(self), (), rows)

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as the command's ``--json`` tells it."""
        return deepcopy(dict(self._told))


class Tabular:
    """An answer that is a table as well; its columns are those of the command's ``--csv``."""

    _table: Table

    def records(self) -> list[dict[str, Cell]]:
        """Return each row as a dictionary by the names of the columns; None for what is not known."""
        return [dict(zip(self._table.columns, row, strict=True)) for row in self._table.rows]

    def to_csv(self) -> str:
        """Return the table as CSV, as the command prints it."""
        return print_csv(self._table)

    def to_frame(self) -> Any:  # noqa: ANN401 - of pandas or of polars, whichever there is
        """Return the table as a data frame of pandas, else of polars; dollars are floating-point numbers in it.

        Raises:
            BadCallError: neither is installed.

        """
        columns, rows = self._table
        plain = [[float(cell) if isinstance(cell, Decimal) else cell for cell in row] for row in rows]
        with suppress(ImportError):
            import pandas  # noqa: PLC0415, ICN001 - only where it is asked for, and it may not be there

            return pandas.DataFrame(plain, columns=list(columns)).convert_dtypes().astype(_dollars(self._table))
        with suppress(ImportError):
            import polars  # noqa: PLC0415, ICN001 - as above

            return polars.DataFrame(plain, schema=list(columns), orient="row", infer_schema_length=None)
        raise BadCallError(
            what="a data frame needs pandas or polars, and neither is installed",
            try_this="'pip install pandas', or take .records() or .to_csv()",
        )

    def _repr_html_(self) -> str:
        """Return the first rows of the table, escaped."""
        columns, rows = self._table
        return _html(repr(self), columns, rows[:_MOST_ROWS])


class Answers(Tabular, Sequence[Answer]):
    """Several answers: a sequence of them, and a table.

    ``told`` is the JSON object, ``key`` where its answers stand.
    """

    def __init__(self, told: Mapping[str, object], key: str, table: Table) -> None:
        """Keep the answers and their table."""
        self._told, self._table = told, table
        found = told[key]
        self._items = tuple(Answer(one) for one in found) if isinstance(found, list) else ()

    @overload
    def __getitem__(self, place: int) -> Answer: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Answer, ...]: ...
    def __getitem__(self, place: int | slice) -> Answer | tuple[Answer, ...]:
        """Return the answer at a place, or those of a slice."""
        return self._items[place]

    def __len__(self) -> int:
        """Return how many answers there are."""
        return len(self._items)

    def __iter__(self) -> Iterator[Answer]:
        """Yield the answers in order."""
        return iter(self._items)

    def __repr__(self) -> str:
        """Return one line: how many there are, and the first."""
        first = f", the first {self._items[0]!r}" if self._items else ""
        return _in_a_line(f"{type(self).__name__} of {len(self)} rows{first}")

    def to_dict(self) -> dict[str, Any]:
        """Return the answers as the command's ``--json`` tells them."""
        return deepcopy(dict(self._told))


class PathResult(Tabular, Answer):
    """The ladders between two classes: ``best``, ``alternatives``, and a table of all their steps."""

    def __init__(self, told: Mapping[str, object], table: Table) -> None:
        """Keep the answer and its table."""
        super().__init__(told)
        self._table = table


class Tables(Answer):
    """Several tables in one answer, each an attribute by its name."""

    __slots__ = ("_tables",)

    def __init__(self, told: Mapping[str, object], tables: Mapping[str, Table]) -> None:
        """Keep the JSON object, and the table of each list in it."""
        super().__init__(told)
        self._tables = tables

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - as in any answer
        """Return the table of this name, else the value of a key."""
        if name.startswith("_") or name not in self._tables:
            return super().__getattr__(name)
        return Answers({name: self._told[name]}, name, self._tables[name])

    def __repr__(self) -> str:
        """Return one line: the tables, and how many rows each has."""
        rows = (f"{name}: {len(table.rows)}" for name, table in self._tables.items())
        return _in_a_line(f"{type(self).__name__}({', '.join(rows)})")

    def _repr_html_(self) -> str:
        """Return the tables and how many rows each has, escaped."""
        return _html(repr(self), ("table", "rows"), [(name, len(one.rows)) for name, one in self._tables.items()])


def _dollars(table: Table) -> dict[str, str]:
    """Return the type of the columns that hold dollars, whole ones or not."""
    return {
        name: "Float64"
        for place, name in enumerate(table.columns)
        if any(isinstance(row[place], Decimal) for row in table.rows)
    }


def _by_name(value: object) -> object:
    if isinstance(value, Mapping):
        return Answer(value)
    return tuple(_by_name(one) for one in value) if isinstance(value, list) else value


def _in_a_line(text: str) -> str:
    """Return the text in one line, cut short where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_LINE else f"{line[: _LONGEST_LINE - 3]}..."


def _html(caption: str, headings: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    from ladder.rendering.templates import fill_template  # noqa: PLC0415 - for notebooks only

    return fill_template("notebook_table.html", caption=caption, headings=headings, rows=rows)
