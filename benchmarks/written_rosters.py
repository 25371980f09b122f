"""Made-up rosters as a planner's own tables: Parquet files of text, as an HR export has them."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from ladder.roster.people import Roster
from ladder.service_time import DAYS_A_MONTH, Month, print_month


def write_roster(roster: Roster, folder: Path) -> tuple[Path, Path]:
    """Write the jobs and the people of a roster; the last row of each person goes on. Return both files."""
    jobs, people = folder / "jobs.parquet", folder / "people.parquet"
    pq.write_table(pa.table(_jobs(roster)), jobs)
    pq.write_table(pa.table(_people(roster)), people)
    return jobs, people


def _jobs(roster: Roster) -> dict[str, list[str]]:
    rows = roster.rows
    last = {person: place for place, person in sorted(enumerate(rows.person), key=lambda one: rows.end[one[0]])}
    kinds = [roster.kinds[kind] for kind in rows.kind]
    return {
        "employee": [roster.employees[person] for person in rows.person],
        "class": [one.class_id or "" for one in kinds],
        "start": [_month(day) for day in rows.start],
        "end": ["" if last[person] == at else _month(rows.end[at] - 1) for at, person in enumerate(rows.person)],
        "fte": [str(float(one.fte)) for one in kinds],
    }


def _month(day: int) -> str:
    return print_month(Month(day // DAYS_A_MONTH))


def _people(roster: Roster) -> dict[str, list[str]]:
    told = [roster.declared[place].history for place in roster.declared_of]
    degrees = ["; ".join(f"{one.level}: {one.field or ''}".rstrip(": ") for one in history.degrees) for history in told]
    return {
        "employee": list(roster.employees),
        "semester_hours": [str(history.semester_hours) for history in told],
        "degrees": degrees,
        "internal": ["yes"] * len(told),
    }
