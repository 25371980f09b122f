"""A roster's table in CSV, read as a stream: UTF-8 alone, nothing in a cell taken for a number."""

import codecs
import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from ladder.roster.batches import HEADER_ROW, MOST_COLUMNS, Batch, OpenTable, batches_of, unreadable, whole_rows
from ladder.roster.row_faults import FaultCode

MARKS = (",", ";", "\t", "|")
_GUARD = "'"
"""What ``ladder.csv_text`` sets before a text that a spreadsheet would run; one is taken off again."""
_LONGEST_FIELD = 200_000
_HEAD = 400_000
_OTHER_MARKS = ((codecs.BOM_UTF16_LE, "UTF-16"), (codecs.BOM_UTF16_BE, "UTF-16"))
_NAME_COLUMNS = "name the columns in the first row"
_SAVE_AS = "save it as 'CSV UTF-8' (in Excel: Save As, that type)"


def open_csv(path: Path, name: str) -> OpenTable:
    """Return the table, its header read; the mark between cells is that which gives the header most cells.

    Raises:
        TableUnreadableError: the file is empty or not UTF-8.
        OSError: the file cannot be read.

    """
    mark = _mark_of(_first_line(path))
    rows = _rows(path, mark)
    header = tuple(map(str.strip, next(rows, (HEADER_ROW, ()))[1]))
    if not any(header):
        raise unreadable(FaultCode.FILE_EMPTY, "the first row of the file is empty", _NAME_COLUMNS)
    if len(header) > MOST_COLUMNS:
        what = f"the header has more than {MOST_COLUMNS:,} columns"
        raise unreadable(FaultCode.FILE_DAMAGED, what, "leave out columns that are not needed")

    def batches(places: Sequence[int]) -> Iterator[Batch]:
        body = _rows(path, mark)
        next(body, None)
        return batches_of(whole_rows(body, len(header)), places)

    return OpenTable(name, header, batches)


def _first_line(path: Path) -> str:
    with path.open("rb") as file:
        head = file.read(_HEAD)
    for mark, encoding in _OTHER_MARKS:
        if head.startswith(mark):
            raise unreadable(FaultCode.WRONG_ENCODING, f"the file is {encoding}, and no UTF-8", _SAVE_AS)
    if not head.strip():
        raise unreadable(FaultCode.FILE_EMPTY, "the file is empty", "name a file with a header and rows")
    return head.split(b"\n", 1)[0].decode("utf-8-sig", errors="replace")


def _mark_of(line: str) -> str:
    return max(MARKS, key=line.count)


def _rows(path: Path, mark: str) -> Iterator[tuple[int, Sequence[str]]]:
    """Yield the rows with their numbers, as a spreadsheet counts them; the guard against formulas is taken off."""
    csv.field_size_limit(_LONGEST_FIELD)
    number = 0
    with path.open(encoding="utf-8-sig", newline="") as file:
        try:
            for number, cells in enumerate(csv.reader(file, delimiter=mark, strict=True), HEADER_ROW):
                yield number, [cell.removeprefix(_GUARD) for cell in cells]
        except UnicodeDecodeError:
            row = _first_other_line(path)
            raise unreadable(FaultCode.WRONG_ENCODING, "the text is not UTF-8", _SAVE_AS, row=row) from None
        except csv.Error:
            what = "the cells cannot be told apart: a quotation mark is not closed, or stands inside a cell"
            raise unreadable(FaultCode.FILE_DAMAGED, what, "save it anew as 'CSV UTF-8'", row=number + 1) from None


def _first_other_line(path: Path) -> int:
    """Return the first line of a file that is not UTF-8; a file is decoded many lines at a time."""
    with path.open("rb") as file:
        return next((number for number, line in enumerate(file, HEADER_ROW) if not _is_utf_8(line)), 0)


def _is_utf_8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
