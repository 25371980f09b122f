"""The parts of a roster in folders of Parquet files: each file holds whole employees, and is a part by its name.

A part is ``NAME.parquet``, or the one Parquet file in a subfolder, as ``agency=12/part-0.parquet``,
by the name of the subfolder. A part of the people table belongs to that of the jobs table of the
same name. Names that begin with a point or a low line are marks of other programs.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from ladder.errors import BadCallError
from ladder.roster.table_files import PARQUET, RosterFiles

_MARKS = (".", "_")
_MOST_NAMED = 5


class Part(NamedTuple):
    """One part of a roster, and its files."""

    name: str
    files: RosterFiles


def find_parts(jobs: Path, people: Path | None) -> tuple[Part, ...]:
    """Return the parts of a roster by their names, in order.

    Raises:
        BadCallError: only one of both is a folder, a folder holds what is no Parquet, or
            none at all, a subfolder several, or people a part that jobs has not.

    """
    if people is not None and people.is_dir() != jobs.is_dir():
        raise BadCallError(
            what="one of --jobs and --people is a folder and the other is none",
            try_this="give two folders with a file for each part, or two files",
        )
    of_jobs, of_people = _files_in(jobs), _files_in(people) if people is not None else {}
    alone = sorted(of_people.keys() - of_jobs.keys())
    if alone:
        raise BadCallError(
            what=f"{people} has parts that {jobs} has not: {_some(alone)}",
            try_this="call the files of one part alike in both folders, and write the jobs of each, if with no row",
        )
    return tuple(
        Part(name, RosterFiles(file, of_people.get(name), is_one_file=name not in of_people))
        for name, file in of_jobs.items()
    )


def _files_in(folder: Path) -> Mapping[str, Path]:
    found: dict[str, Path] = {}
    for file in _all_files(folder):
        if file.suffix.casefold() not in PARQUET:
            what = f"{folder} holds what is no Parquet: {file.relative_to(folder).as_posix()}"
            raise BadCallError(what=what, try_this="write each part as Parquet, and keep other files elsewhere")
        name = _name_of(file.relative_to(folder))
        if name in found:
            what = f"{folder} holds two files of the part {name}"
            raise BadCallError(what=what, try_this="make one file of them: a part is one file, whole employees in it")
        found[name] = file
    if not found:
        raise BadCallError(what=f"{folder} holds no Parquet file", try_this="write a file for each part into it")
    return dict(sorted(found.items()))


def _all_files(folder: Path) -> Iterator[Path]:
    for one in sorted(folder.iterdir()):
        if one.name.startswith(_MARKS):
            continue
        if one.is_dir():
            yield from _all_files(one)
        else:
            yield one


def _name_of(file: Path) -> str:
    """Return the name of a part: that of its subfolder, else of its file without the ending."""
    return file.parent.as_posix() if len(file.parts) > 1 else file.stem


def _some(names: list[str]) -> str:
    more = len(names) - _MOST_NAMED
    return ", ".join(names[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
