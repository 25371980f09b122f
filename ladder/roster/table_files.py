"""The files of a roster, opened: one file a table, or one workbook with two sheets."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from ladder.record_files import is_file, refuse_file
from ladder.roster.batches import OpenTable, TableUnreadableError
from ladder.roster.csv_tables import open_csv
from ladder.roster.parquet_tables import open_parquet
from ladder.roster.row_faults import FaultCode, FaultLog, Refusal
from ladder.roster.xlsx_tables import open_xlsx, sheet_names
from ladder.writing import note_input, note_person

JOBS, PEOPLE = "jobs", "people"
_WORKBOOKS = (".xlsx", ".xlsm")
PARQUET = (".parquet", ".pq")
"""How the names of Parquet files end."""


class RosterFiles(NamedTuple):
    """The files of one roster; ``people`` is None where there is no such table, or it is in the same workbook."""

    jobs: Path
    people: Path | None = None
    is_one_file: bool = False


def files_of(jobs: Path, people: Path | None) -> RosterFiles:
    """Return the files of a roster: two tables, or one file that may hold both."""
    return RosterFiles(jobs, people, is_one_file=people is None)


def is_parted(files: RosterFiles) -> bool:
    """Return whether a roster is in folders of parts."""
    return files.jobs.is_dir() or (files.people is not None and files.people.is_dir())


def open_tables(files: RosterFiles, log: FaultLog) -> Mapping[str, OpenTable]:
    """Return the tables by their names; what keeps one from being opened is taken down.

    Raises:
        BadFileError: a file is not there.
        BadCallError: a file needs a library that is not installed.

    """
    note_person()
    opened = dict[str, OpenTable]()
    for table, path, sheet in _places(files, log):
        name = str(path)
        try:
            found = open_table(path, name, sheet)
        except TableUnreadableError as error:
            log.add(name, error.row, "", error.refusal)
        else:
            opened[table] = found
            for problem in found.problems:
                log.add(found.file, 0, "", problem)
    return opened


def open_table(path: Path, name: str, sheet: str | None = None) -> OpenTable:
    """Return a table by the ending of its file's name; any other is CSV.

    Raises:
        TableUnreadableError: it cannot be read.

    """
    ending = path.suffix.casefold()
    if ending in _WORKBOOKS:
        return open_xlsx(path, name, sheet)
    return open_parquet(path, name) if ending in PARQUET else open_csv(path, name)


def _places(files: RosterFiles, log: FaultLog) -> list[tuple[str, Path, str | None]]:
    """Return each table with its file, and its sheet where two of them are in one workbook."""
    for path in filter(None, (files.jobs, files.people)):
        if not is_file(path):
            what = "this is a folder" if path.is_dir() else "there is no such file"
            refuse_file(path, what, "name a file; look at its name and folder")
        note_input(path)
    if files.is_one_file and files.jobs.suffix.casefold() in _WORKBOOKS:
        return _sheets(files.jobs, log)
    people = [(PEOPLE, files.people, None)] if files.people is not None else []
    return [(JOBS, files.jobs, None), *people]


def _sheets(path: Path, log: FaultLog) -> list[tuple[str, Path, str | None]]:
    try:
        names = {name.strip().casefold(): name for name in sheet_names(path, str(path))}
    except TableUnreadableError as error:
        log.add(str(path), 0, "", error.refusal)
        return []
    if JOBS not in names and len(names) > 1:
        what = "the workbook has several sheets, and none is called jobs"
        log.add(str(path), 0, "", Refusal(FaultCode.SHEET_MISSING, what, "call the two sheets jobs and people"))
        return []
    found: list[tuple[str, Path, str | None]] = [(JOBS, path, names.get(JOBS))]
    return [*found, (PEOPLE, path, names[PEOPLE])] if PEOPLE in names else found
