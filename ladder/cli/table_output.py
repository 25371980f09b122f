"""Tables to files, a folder of them or one workbook; what tells of people is for its owner alone."""

from collections.abc import Mapping
from pathlib import Path

from ladder.answer_tables import Table
from ladder.cli.output import print_line
from ladder.cli.word_output import write_word_tables
from ladder.csv_text import print_csv
from ladder.errors import BadCallError
from ladder.telling.messages import say
from ladder.writing import make_folder, write_file

_BYTE_ORDER_MARK = "\ufeff"
_WORKBOOK = ".xlsx"


def save_tables(
    tables: Mapping[str, Table],
    *,
    csv: Path | None = None,
    xlsx: Path | None = None,
    parquet: Path | None = None,
    docx: Path | None = None,
    private: bool = True,
) -> bool:
    """Write the tables in every form that has a place, and say where; return whether any has.

    For their owner alone where they are ``private``.

    Raises:
        BadCallError: what a form takes is not installed.
        CannotWriteError: a folder cannot be made, or a file not be written.

    """
    writers = ((csv, write_csv), (xlsx, write_xlsx), (parquet, write_parquet), (docx, write_word_tables))
    asked = [(place, write) for place, write in writers if place is not None]
    for place, write in asked:
        write(place, tables, private=private)
        print_line(say("roster.tables_written", place=str(place)), err=True)
    return bool(asked)


def write_csv(folder: Path, tables: Mapping[str, Table], *, private: bool = True) -> None:
    """Write each table into the folder as CSV that Excel knows for UTF-8; for its owner alone if ``private``.

    Raises:
        CannotWriteError: the folder cannot be made, or a file not be written.

    """
    make_folder(folder, private=private)
    for name, table in tables.items():
        write_file(folder / f"{name}.csv", (_BYTE_ORDER_MARK + print_csv(table)).encode("utf-8"), private=private)


def write_xlsx(file: Path, tables: Mapping[str, Table], *, private: bool = True) -> None:
    """Write the tables as one workbook, a sheet each; for its owner alone where it is ``private``.

    Raises:
        CannotWriteError: the file cannot be written.

    """
    from ladder.workbook_bytes import print_workbook  # noqa: PLC0415 - only where it is asked for

    write_file(file, print_workbook(tables), private=private)


def write_html(file: Path, page: str, *, private: bool = True) -> None:
    """Write a page that tells of people; for its owner alone where it is ``private``.

    Raises:
        CannotWriteError: the file cannot be written.

    """
    write_file(file, page.encode("utf-8"), private=private)


def write_parquet(folder: Path, tables: Mapping[str, Table], *, private: bool = True) -> None:
    """Write each table into the folder as Parquet; for its owner alone where it is ``private``.

    Raises:
        BadCallError: pyarrow is not installed.
        CannotWriteError: the folder cannot be made, or a file not be written.

    """
    from ladder.parquet_bytes import print_parquet  # noqa: PLC0415 - only where it is asked for

    pages = {name: print_parquet(table) for name, table in tables.items()}
    make_folder(folder, private=private)
    for name, page in pages.items():
        write_file(folder / f"{name}.parquet", page, private=private)


def write_template(place: Path) -> None:
    """Write both tables of the template: two files of a folder, or the sheets of a workbook; nothing is written over.

    Raises:
        BadCallError: one of them is there.
        CannotWriteError: they cannot be written.

    """
    from ladder.roster.template_tables import TEMPLATE, template_rows  # noqa: PLC0415 - for the template alone
    from ladder.workbook_bytes import print_workbook  # noqa: PLC0415

    tables = {name: Table(rows[0], tuple(rows[1:])) for name in TEMPLATE for rows in [template_rows(name)]}
    if place.suffix.casefold() == _WORKBOOK:
        write_file(place, print_workbook(tables), fresh=True)
        return
    make_folder(place)
    present = [name for name in tables if (place / f"{name}.csv").exists()]
    if present:
        what = f"{place / present[0]}.csv is there already"
        raise BadCallError(what=what, try_this="name another folder, or move that file away")
    for name, table in tables.items():
        write_file(place / f"{name}.csv", (_BYTE_ORDER_MARK + print_csv(table)).encode("utf-8"), fresh=True)
