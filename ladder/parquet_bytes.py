"""A table as Parquet: codes stay text, counts whole numbers, shares decimals."""

import io
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from ladder.errors import BadCallError

if TYPE_CHECKING:
    from ladder.answer_tables import Table

_PLACES, _CENTS = 6, 4


class ColumnType(StrEnum):
    """The type of a column, whatever stands in it."""

    TEXT = "text"
    WHOLE = "whole"
    NUMBER = "number"
    MONEY = "money"
    TRUTH = "truth"


def pyarrow_modules() -> tuple[Any, Any]:
    """Return pyarrow and its part for Parquet, so that a long answer can be refused before it is worked out.

    Raises:
        BadCallError: pyarrow is not installed.

    """
    try:
        import pyarrow as pa  # noqa: PLC0415 - it may not be there
        import pyarrow.parquet as pq  # noqa: PLC0415
    except ImportError:
        raise BadCallError(
            what="Parquet needs pyarrow, which is not installed", try_this="pip install 'career-ladder[planner]'"
        ) from None
    return pa, pq


def print_parquet(table: "Table") -> bytes:
    """Return the table as Parquet; nothing of where or when it was made is in it.

    Raises:
        BadCallError: pyarrow is not installed.

    """
    pa, parquet = pyarrow_modules()
    columns = [[row[place] for row in table.rows] for place in range(len(table.columns))]
    arrays = [pa.array(*_typed(column, pa)) for column in columns]
    return _written(pa.table(dict(zip(table.columns, arrays, strict=True))), parquet)


def print_typed_parquet(columns: Mapping[str, tuple[ColumnType, Sequence[object]]]) -> bytes:
    """Return the columns by name as Parquet, each of its type; None is not known.

    Raises:
        BadCallError: pyarrow is not installed.

    """
    pa, parquet = pyarrow_modules()
    types = {
        ColumnType.TEXT: (pa.string(), str),
        ColumnType.WHOLE: (pa.int64(), int),
        ColumnType.NUMBER: (pa.float64(), float),
        ColumnType.MONEY: (pa.decimal128(18, _CENTS), Decimal),
        ColumnType.TRUTH: (pa.bool_(), bool),
    }
    arrays = {}
    for name, (one, cells) in columns.items():
        arrow_type, change = types[one]
        arrays[name] = pa.array(_each(list(cells), change), arrow_type)
    return _written(pa.table(arrays), parquet)


def _written(table: Any, parquet: Any) -> bytes:  # noqa: ANN401 - pyarrow has no types
    content = io.BytesIO()
    parquet.write_table(table, content)
    return content.getvalue()


def _typed(column: list[Any], pa: Any) -> tuple[list[Any], Any]:  # noqa: ANN401 - pyarrow has no types
    """Return the cells of a column and their one type: decimals, whole numbers, or text."""
    kinds = {type(one) for one in column if one is not None}
    if Decimal in kinds:
        return _each(column, _as_share), pa.decimal128(18, _PLACES)
    return (column, pa.int64()) if kinds == {int} else (_each(column, str), pa.string())


def _each(column: list[Any], change: Callable[[Any], object]) -> list[Any]:
    return [None if one is None else change(one) for one in column]


def _as_share(cell: Decimal | int) -> Decimal:
    return round(Decimal(cell), _PLACES)
