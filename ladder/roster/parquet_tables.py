"""A roster's table in Parquet: columns as they are stored, each distinct value made to text once."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from ladder.errors import BadCallError
from ladder.roster.batches import HEADER_ROW, Batch, OpenTable, Texts, bare, unreadable
from ladder.roster.row_faults import FaultCode

ROWS_AT_ONCE = 100_000
"""Rows that are read together: their cells are no texts, so that they may be more than of other files."""


def open_parquet(path: Path, name: str) -> OpenTable:
    """Return the table; rows are numbered as if a header stood above them.

    Raises:
        BadCallError: pyarrow is not installed.
        TableUnreadableError: the file is no Parquet.

    """
    try:
        import pyarrow as pa  # noqa: PLC0415 - it may not be there
        import pyarrow.parquet as pq  # noqa: PLC0415
    except ImportError:
        raise BadCallError(
            what=f"{name} is Parquet, and pyarrow is not installed", try_this="pip install 'career-ladder[planner]'"
        ) from None
    try:
        header = tuple(map(str, pq.read_schema(path).names))
    except (pa.ArrowException, OSError):
        raise unreadable(FaultCode.FILE_DAMAGED, "the file is no Parquet that can be read", "write it anew") from None

    def batches(places: Sequence[int]) -> Iterator[Batch]:
        row = HEADER_ROW + 1
        wanted = [header[place] for place in places]
        with pq.ParquetFile(path) as file:
            for part in file.iter_batches(batch_size=ROWS_AT_ONCE, columns=wanted):
                columns = {column: part.column(at) for at, column in enumerate(part.schema.names)}
                yield Batch(range(row, row + part.num_rows), tuple(_texts_of(columns[one]) for one in wanted))
                row += part.num_rows

    return OpenTable(name, header, batches)


def _texts_of(column: Any) -> Texts:  # noqa: ANN401 - an array of pyarrow, which has no types
    import pyarrow as pa  # noqa: PLC0415 - as above

    coded = column if pa.types.is_dictionary(column.type) else column.dictionary_encode()
    texts = [bare(_text_of(value)) for value in coded.dictionary.to_pylist()]
    places = coded.indices.fill_null(len(texts)) if coded.null_count else coded.indices
    return Texts([*texts, ""], _whole_numbers(places))


def _whole_numbers(places: Any) -> Sequence[int]:  # noqa: ANN401 - as above
    try:
        import numpy as np  # noqa: PLC0415 - it may not be there
    except ImportError:
        return list(map(int, places.to_pylist()))
    found: Any = np.asarray(places).astype(np.int64)
    return found  # type: ignore[no-any-return]  # an array is indexed and counted as a sequence


def _text_of(value: object) -> str:
    """Return a stored value as a cell would show it: a date as YYYY-MM-DD, a whole number without a point."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
