"""Rosters written whole, and cut into parts of whole employees."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from tests.roster.random_people import Row, make_people

MONTH = "2026-11"
JOB_COLUMNS = ("employee", "record", "class", "start", "end", "fte", "target_class", "counts_toward")
PEOPLE_COLUMNS = (
    *("employee", "semester_hours", "quarter_hours", "degrees", "courses", "internal", "state_employee", "permanent"),
    *("licences", "programs", "study_hours", "expected_exit"),
)
LAYOUT = "ends: exclusive\n"
"""The rows of random people end on the day that is held no more."""


@dataclass
class Rows:
    """The rows of both tables; by each file that was written, its rows in order."""

    jobs: list[Row]
    people: list[Row]
    job_columns: Sequence[str] = JOB_COLUMNS
    people_columns: Sequence[str] = PEOPLE_COLUMNS
    part_of_files: dict[Path, list[Row]] = field(default_factory=dict)

    def of(self, file: Path, row: int) -> str:
        """Return what a row of a file says, by its number; the header is row 1."""
        return repr(sorted(self.part_of_files[file][row - 2].items()))

    def write(self, file: Path, rows: list[Row], columns: Sequence[str]) -> Path:
        self.part_of_files[file] = rows
        return write_parquet(file, rows, columns)


def write_parquet(file: Path, rows: Sequence[Mapping[str, str]], columns: Sequence[str]) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    made = {name: pa.array([row.get(name, "") for row in rows], pa.string()) for name in columns}
    pq.write_table(pa.table(made), file)
    return file


def random_rows(number: int, seed: int, *, bad: float = 0) -> Rows:
    """Return the rows of random people; a share of them is ``bad``: of no class that there is, or no date."""
    chance = random.Random(seed)
    jobs, people = [], []
    for _, person in make_people(number, seed=seed):
        for row in person.jobs:
            spoilt = chance.choice(({"class": f"no class {seed}"}, {"start": "3/4/2001"}, {"fte": "1.2"}))
            jobs.append(row | (spoilt if chance.random() < bad else {}))
        more = {"study_hours": chance.choice(("", "12"))}
        people.append(person.people | more | {"expected_exit": chance.choice(("", "", "2027-03", "2028-01"))})
    return Rows(jobs, people)


def cut(folder: Path, rows: Rows, parts: int) -> tuple[Path, Path]:
    """Write the rows of whole employees into so many parts, at random; some may hold nobody."""
    chance = random.Random(parts)
    part_of: dict[str, int] = {}
    for row in (*rows.jobs, *rows.people):
        part_of.setdefault(row["employee"], chance.randrange(parts))
    for part in range(parts):
        for name, some, columns in (
            ("jobs", rows.jobs, rows.job_columns),
            ("people", rows.people, rows.people_columns),
        ):
            own = [row for row in some if part_of[row["employee"]] == part]
            rows.write(folder / name / f"part-{part}.parquet", own, columns)
    return folder / "jobs", folder / "people"


def whole(folder: Path, rows: Rows) -> tuple[Path, Path]:
    """Write the rows as two files."""
    jobs = rows.write(folder / "jobs.parquet", rows.jobs, rows.job_columns)
    return jobs, rows.write(folder / "people.parquet", rows.people, rows.people_columns)


def words(files: tuple[Path, Path], *more: str) -> list[str]:
    """Return the words of the command about these files, as of 2026-11."""
    layout = files[0].parent / "layout.yaml"
    layout.write_text(LAYOUT)
    told = ["--jobs", str(files[0]), "--people", str(files[1]), "--layout", str(layout), "--as-of", MONTH]
    return ["roster", *told, *more]
