"""A roster's table in a workbook: cells as they are shown, dates as days; formulas and merged cells are refused."""

import re
import warnings
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from ladder.errors import BadCallError
from ladder.reading.text.cell_formats import show_number
from ladder.roster.batches import (
    FORMULA,
    HEADER_ROW,
    IN_ERROR,
    MOST_COLUMNS,
    Batch,
    OpenTable,
    batches_of,
    unreadable,
    whole_rows,
)
from ladder.roster.row_faults import FaultCode, Refusal

_MERGED = re.compile(rb'<(?:\w{1,20}:)?mergeCell\s{1,20}ref="([A-Z]{1,3}[0-9]{1,7}:[A-Z]{1,3}[0-9]{1,7})"')
_BLOCK, _OVERLAP = 1 << 20, 200
_MOST_TOLD = 5
_MARKED = {"f": FORMULA, "e": IN_ERROR}
_NO_SHEETS = "no sheet of cells is found in the workbook, as in one that is saved as Strict Open XML"
_NAME_COLUMNS = "name the columns in the first row"


def sheet_names(path: Path, name: str) -> tuple[str, ...]:
    """Return the names of a workbook's sheets.

    Raises:
        BadCallError: openpyxl is not installed.
        TableUnreadableError: the file is no workbook.

    """
    with closing(_opened(path, name)) as book:
        return tuple(book.sheetnames)


def open_xlsx(path: Path, name: str, sheet: str | None) -> OpenTable:
    """Return the table of a sheet, the first where none is named.

    Raises:
        BadCallError: openpyxl is not installed.
        TableUnreadableError: the file is no workbook, or the sheet is empty.

    """
    with closing(_opened(path, name)) as book:
        page = book[sheet] if sheet else book.worksheets[0]
        title, part = page.title, page._worksheet_path  # noqa: SLF001 - a sheet that is streamed tells it nowhere else
        header = tuple(map(str.strip, next(_rows(page), (HEADER_ROW, ()))[1]))
    if not any(header):
        raise unreadable(FaultCode.FILE_EMPTY, "the first row of the sheet is empty", _NAME_COLUMNS)

    def batches(places: Sequence[int]) -> Iterator[Batch]:
        with closing(_opened(path, name)) as book:
            body = _rows(book[title])
            next(body, None)
            yield from batches_of(whole_rows(body, len(header)), places)

    return OpenTable(f"{name} [{title}]", header, batches, tuple(_merged(path, part)))


def _opened(path: Path, name: str) -> Any:  # noqa: ANN401 - a workbook of openpyxl, which has no types
    try:
        from openpyxl import load_workbook  # noqa: PLC0415 - it may not be there
    except ImportError:
        raise BadCallError(
            what=f"{name} is a workbook, and openpyxl is not installed", try_this="pip install 'career-ladder[planner]'"
        ) from None
    # It warns of what a table has no need of: styles, validation, drawings.
    warnings.filterwarnings("ignore", category=UserWarning, module="openpyxl")
    try:
        book = load_workbook(path, read_only=True)
    except (BadZipFile, KeyError, ValueError, OSError, SyntaxError):
        raise unreadable(FaultCode.FILE_DAMAGED, "the file is no workbook that can be read", "save it anew") from None
    if not book.worksheets:
        # openpyxl finds none in a workbook that Excel saved as "Strict Open XML", and says nothing.
        book.close()
        raise unreadable(FaultCode.FILE_DAMAGED, _NO_SHEETS, 'in Excel, save it as "Excel Workbook (*.xlsx)"')
    return book


def _rows(page: Any) -> Iterator[tuple[int, Sequence[str]]]:  # noqa: ANN401 - as above
    page.reset_dimensions()
    for number, cells in enumerate(page.iter_rows(max_col=MOST_COLUMNS), HEADER_ROW):
        yield number, [_shown(cell) for cell in cells]


def _shown(cell: Any) -> str:  # noqa: ANN401 - as above
    """Return a cell as a reader of the sheet sees it; a mark in place of a formula or an error."""
    shown = _MARKED.get(cell.data_type)
    if cell.value is None or shown is not None:
        return shown if shown is not None and cell.value is not None else ""
    match cell.value:
        case bool() as value:
            return "yes" if value else "no"
        case datetime() as value:
            return value.date().isoformat()
        case int() | float() as value:
            return show_number(str(value), cell.number_format or "")
    return str(cell.value)


def _merged(path: Path, part: str) -> Iterator[Refusal]:
    """Yield the fault of merged cells: only the first cell of them holds what is shown in all."""
    places = list(_merged_places(path, part))
    if places:
        told = ", ".join(places[:_MOST_TOLD])
        what = f"the sheet has merged cells: {told}{' and more' if len(places) > _MOST_TOLD else ''}"
        yield Refusal(FaultCode.MERGED_CELLS, what, "unmerge them, and fill in each cell")


def _merged_places(path: Path, part: str) -> Iterator[str]:
    seen = dict[str, None]()
    with ZipFile(path) as book, book.open(part) as sheet:
        tail = b""
        while block := sheet.read(_BLOCK):
            seen |= dict.fromkeys(found.decode("ascii") for found in _MERGED.findall(tail + block))
            tail = block[-_OVERLAP:]
    yield from seen
