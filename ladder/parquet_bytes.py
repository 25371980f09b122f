"""A table as Parquet: codes stay text, counts whole numbers, shares decimals."""

import io
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ladder.errors import BadCallError

if TYPE_CHECKING:
    from ladder.answer_tables import Table

_PLACES = 6


def print_parquet(table: "Table") -> bytes:
    """Return the table as Parquet; nothing of where or when it was made is in it.

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
    columns = [[row[place] for row in table.rows] for place in range(len(table.columns))]
    arrays = [pa.array(*_typed(column, pa)) for column in columns]
    content = io.BytesIO()
    pq.write_table(pa.table(dict(zip(table.columns, arrays, strict=True))), content)
    return content.getvalue()


def _typed(column: list[Any], pa: Any) -> tuple[list[Any], Any]:  # noqa: ANN401 - pyarrow has no types
    """Return the cells of a column and their one type: decimals, whole numbers, or text."""
    known = [one for one in column if one is not None]
    if any(isinstance(one, Decimal) for one in known):
        return [None if one is None else round(Decimal(one), _PLACES) for one in column], pa.decimal128(18, _PLACES)
    if known and all(isinstance(one, int) for one in known):
        return column, pa.int64()
    return [None if one is None else str(one) for one in column], pa.string()
