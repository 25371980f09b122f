"""People at random, as a profile tells each of them and as rows of a roster tell them all."""

import random
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from ladder.service_time import DAYS_A_MONTH, Day, Month, first_day, next_day, print_month

AS_OF = "2026-11"
CLASSES = ("us-nd/0441", "us-nd/0442", "us-nd/0443", "us-ct/5246SH", "us-ct/social-services-trainee")
REFERENCES = ("us-nd/0441#general", "us-nd/0444#special", "us-ct/5257MP#general")
_FIRST, _LAST = 12 * 1995, 12 * 2026 + 10

Row = dict[str, str]


class Person(NamedTuple):
    """One person: the profile, the rows of the jobs table, and the row of the people table."""

    profile: dict[str, Any]
    jobs: list[Row]
    people: Row


def print_day(day: int) -> str:
    """Return a day as YYYY-MM-DD."""
    return f"{print_month(Month(day // DAYS_A_MONTH))}-{day % DAYS_A_MONTH + 1:02d}"


def make_people(number: int, *, seed: int) -> Iterator[tuple[str, Person]]:
    """Yield people by their employee ids."""
    chance = random.Random(seed)
    for one in range(number):
        yield f"e{one:05d}", _person(f"e{one:05d}", chance)


def _person(employee: str, chance: random.Random) -> Person:
    jobs, rows = [], []
    for record in range(chance.choice((0, 1, 1, 1, 2))):
        for job in _record_of_jobs(chance):
            jobs.append(job)
            rows += [row | {"employee": employee, "record": str(record)} for row in _rows_of(job, chance)]
    declared, row = _declared(chance)
    return Person({"as_of": AS_OF, "jobs": jobs, **declared}, rows, row | {"employee": employee})


def _record_of_jobs(chance: random.Random) -> Iterator[dict[str, Any]]:
    """Yield the jobs of one record: none overlaps another, some touch, the last may go on."""
    day = int(first_day(Month(chance.randrange(_FIRST, _LAST - 60))))
    last = None
    for _ in range(chance.randrange(1, 5)):
        start, day = day, _later(day, chance.choice((1, 20, 31, 200, 800, 1500)), chance)
        job: dict[str, Any] = {
            "class": chance.choice([one for one in CLASSES if one != last]),
            "start": print_day(start),
        }
        last = job["class"]
        if chance.random() < 0.25:
            job["fte"] = "0.5"
        if chance.random() < 0.25:
            job["counts_toward"] = [chance.choice(REFERENCES)]
        if chance.random() < 0.3:
            job["target_class"] = "us-ct/5246SH"
        if day >= first_day(Month(_LAST)) or chance.random() < 0.2:
            yield job
            return
        yield job | {"end": print_day(day)}
        day = _later(day, chance.choice((0, 0, 1, 40)), chance)


def _later(day: int, days: int, chance: random.Random) -> int:
    for _ in range(days if days < 2 else chance.randrange(1, days)):
        day = int(next_day(Day(day)))
    return day


def _rows_of(job: Mapping[str, Any], chance: random.Random) -> list[Row]:
    """Return the rows of a job: whole, or split where two rows touch."""
    row = {
        "class": job["class"],
        "start": job["start"],
        "end": job.get("end", ""),
        "fte": job.get("fte", ""),
        "counts_toward": ";".join(job.get("counts_toward", ())),
        "target_class": job.get("target_class", ""),
    }
    middle = f"{int(job['start'][:4]) + 1}-03-09"
    if chance.random() < 0.4 and job["start"] < middle < job.get("end", "2026-10-01"):
        return [row | {"end": middle}, row | {"start": middle}]
    return [row]


def _declared(chance: random.Random) -> tuple[dict[str, Any], Row]:
    education: dict[str, Any] = {}
    row = dict[str, str]()
    if chance.random() < 0.5:
        hours = chance.randrange(0, 130)
        education["semester_hours"], row["semester_hours"] = hours, str(hours)
    if chance.random() < 0.3:
        education["quarter_hours"], row["quarter_hours"] = 45, "45"
    if chance.random() < 0.4:
        education["degrees"] = [{"level": "bachelor", "field": "history", "month": "2019-06-15"}, {"level": "master"}]
        row["degrees"] = "bachelor: history: 2019-06-15; master"
    if chance.random() < 0.3:
        education["courses"] = [{"field": "accounting", "semester_hours": 12}]
        row["courses"] = "accounting: 12"
    found: dict[str, Any] = {"education": education}
    _declare_more(found, row, chance)
    return found, row


def _declare_more(found: dict[str, Any], row: Row, chance: random.Random) -> None:
    standing = {}
    for name in ("internal", "state_employee", "permanent"):
        value = chance.choice((None, True, False))
        if value is not None:
            standing[name], row[name] = value, "yes" if value else "no"
    found["standing"] = standing
    if chance.random() < 0.4:
        found["licences"], row["licences"] = chance.choice(
            (([], "none"), ([{"name": "driver", "month": "2020-01"}], "driver: 2020-01"), (["driver"], "driver"))
        )
    if chance.random() < 0.3:
        program, told = chance.choice((({"completed": True}, "completed"), ({"months_remaining": 9}, "9")))
        found["programs"] = [{"name": "us-ct/connecticut-careers-trainee"} | program]
        row["programs"] = f"us-ct/connecticut-careers-trainee: {told}"
