"""Rosters written to files and read back, as tests need them."""

import csv
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from ladder.catalog.catalog import Catalog
from ladder.catalog.loading import load_catalog
from ladder.roster.reading_roster import RosterRead, read_roster
from ladder.roster.table_files import RosterFiles
from ladder.roster_layouts import Layout
from ladder.service_time import Month, read_month

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
    as_of: Month | None = AS_OF,
    describes: bool = False,
    skip_bad: bool = False,
    catalog: Catalog | None = None,
) -> RosterRead:
    """Return the roster of these rows as of 2026-11, read from CSV, unless told otherwise."""
    files = RosterFiles(write_rows(folder / "jobs.csv", jobs))
    people = list(people)
    if people:
        files = files._replace(people=write_rows(folder / "people.csv", people))
    return read_roster(
        files,
        catalog or seeds(),
        layout or Layout(),
        as_of=as_of,
        today=AS_OF,
        describes=describes,
        skip_bad=skip_bad,
    )
