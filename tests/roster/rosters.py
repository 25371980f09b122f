"""Rosters written to files and read back, as tests need them."""

import csv
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from ladder.catalog.catalog import Catalog
from ladder.catalog.loading import load_catalog
from ladder.roster.layouts import Layout
from ladder.roster.reading_roster import RosterRead, read_roster
from ladder.roster.table_files import RosterFiles
from ladder.service_time import read_month

AS_OF = read_month("2026-11")


@cache
def seeds() -> Catalog:
    """Return the bundled catalog."""
    return load_catalog(None)


def write_rows(file: Path, rows: Iterable[Mapping[str, str]], *, columns: Iterable[str] | None = None) -> Path:
    """Write rows as CSV, with the columns of all of them unless they are named."""
    rows = list(rows)
    names = list(columns or dict.fromkeys(name for row in rows for name in row))
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, names, restval="")
        writer.writeheader()
        writer.writerows(rows)
    return file


def read_rows(
    folder: Path,
    jobs: Iterable[Mapping[str, str]],
    people: Iterable[Mapping[str, str]] = (),
    *,
    layout: Layout | None = None,
    **words: Any,
) -> RosterRead:
    """Return the roster of these rows as of 2026-11, read from CSV, unless told otherwise."""
    files = RosterFiles(write_rows(folder / "jobs.csv", jobs))
    people = list(people)
    if people:
        files = files._replace(people=write_rows(folder / "people.csv", people))
    told = {"as_of": AS_OF, "today": AS_OF} | words
    return read_roster(files, seeds(), layout or Layout(), **told)
