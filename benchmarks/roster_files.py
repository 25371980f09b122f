"""What a roster costs: rows of Parquet read, effective-dated rows joined, garbage, and the whole of ``ladder roster``.

``python -m benchmarks.roster_files`` prints processor seconds and the memory of each, every one a
process of its own. The people are made up.
"""

import random
import resource
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ladder.catalog.catalog import Catalog
    from ladder.roster.people import Column

_CASES = ("parquet", "effective", "garbage", "whole", "million", "parts", "two-workers")
_CITY = "los-angeles"
_PEOPLE, _ROWS, _EFFECTIVE, _GARBAGE = 100_000, 326_000, 2_500_000, 1_000_000
_MILLION, _PARTS = 1_000_000, 10
_CLASSES = ("us-nd/0441", "us-nd/0442", "us-nd/0443", "us-nd/0444", "us-ct/5246SH", "us-ct/6435CL")
_AS_OF = "2026-11"


def main() -> None:
    """Run each case in a process of its own, or the one that is named."""
    if len(sys.argv) > 1:
        with tempfile.TemporaryDirectory() as folder:
            _CASE[sys.argv[1]](Path(folder))
        return
    for case in _CASES:
        subprocess.run([sys.executable, "-m", "benchmarks.roster_files", case], check=True)


def _told(what: str, began: float) -> None:
    seconds = time.process_time() - began
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{what}: {seconds:.2f} CPU s, {memory} MB at most")  # noqa: T201 - what a benchmark is for


def _parquet(folder: Path) -> None:
    import pyarrow as pa  # noqa: PLC0415 - one case needs it
    import pyarrow.parquet as pq  # noqa: PLC0415

    chance = random.Random(1)
    employee = sorted(f"e{chance.randrange(_PEOPLE):06d}" for _ in range(_ROWS))
    start = [f"{1990 + place % 30}-{chance.randrange(1, 13):02d}-01" for place in range(_ROWS)]
    columns = {
        "employee": employee,
        "record": [str(place) for place in range(_ROWS)],
        "class": [chance.choice(_CLASSES) for _ in range(_ROWS)],
        "start": start,
        "end": [chance.choice(("", "2020-06-30", "2024-12-31")) for _ in range(_ROWS)],
        "fte": [chance.choice(("1", "0.5")) for _ in range(_ROWS)],
    }
    pq.write_table(pa.table(columns), folder / "jobs.parquet")
    people = sorted(set(employee))
    hours = [str(chance.randrange(130)) for _ in people]
    pq.write_table(pa.table({"employee": people, "semester_hours": hours}), folder / "people.parquet")
    from ladder.catalog.loading import load_catalog  # noqa: PLC0415 - after the tables are made

    catalog = load_catalog(None)
    began = time.process_time()
    _read(folder / "jobs.parquet", folder / "people.parquet", catalog)
    _told(f"{_ROWS:,} rows of {len(people):,} people read from Parquet", began)


def _read(jobs: Path, people: Path | None, catalog: "Catalog") -> None:
    from ladder.roster.reading_roster import read_roster  # noqa: PLC0415 - as above
    from ladder.roster.table_files import RosterFiles  # noqa: PLC0415
    from ladder.roster_layouts import Layout  # noqa: PLC0415
    from ladder.service_time import read_month  # noqa: PLC0415

    month = read_month(_AS_OF)
    read_roster(RosterFiles(jobs, people), catalog, Layout(), as_of=month, today=month, skip_bad=True)


def _effective(folder: Path) -> None:
    import numpy as np  # noqa: PLC0415 - one case needs it

    from ladder.roster.column_work import JobRows  # noqa: PLC0415
    from ladder.roster.reading_rules import find_column_work  # noqa: PLC0415

    del folder
    chance = np.random.default_rng(2)
    number = _EFFECTIVE
    nothing = np.zeros(number, dtype=np.int64)
    columns = {
        "person": chance.integers(0, number // 8, number),
        "record": chance.integers(0, 2, number),
        "start": chance.integers(730_000, 753_000, number),
        "end": nothing,
        "kind": chance.integers(0, 700, number),
        "on_a_day": nothing,
        "sequence": np.arange(number) % 10,
        "effect": chance.choice([1, 0, 0, 0, -1], number),
        "is_present": nothing,
        "row": np.arange(number),
    }
    work = find_column_work()
    rows = JobRows(**{name: work.column(cast("Column", column)) for name, column in columns.items()})
    del columns
    began = time.process_time()
    ordered = work.in_order(rows, by_sequence=True)
    work.on_one_day(ordered)
    work.split(work.merged(work.ended_by_next(ordered)), 753_982, 754_013)
    _told(f"{number:,} effective-dated rows joined", began)


def _garbage(folder: Path) -> None:
    chance = random.Random(3)
    file = folder / "jobs.csv"
    with file.open("w", encoding="utf-8") as out:
        out.write("employee,record,class,title,start,end,fte,target_class,counts_toward,action\n")
        for _ in range(_GARBAGE):
            out.write(",".join(f"{chance.getrandbits(48):x}" for _ in range(10)) + "\n")
    from ladder.catalog.loading import load_catalog  # noqa: PLC0415 - after the table is made

    catalog = load_catalog(Path(_CITY))
    began, whole = time.process_time(), time.monotonic()
    _read(file, None, catalog)
    _told(f"{_GARBAGE:,} rows of garbage refused ({time.monotonic() - whole:.0f} s)", began)


def _whole(folder: Path, people_in_it: int = _PEOPLE) -> None:
    from benchmarks.made_rosters import make_roster  # noqa: PLC0415 - one case needs them
    from benchmarks.written_rosters import write_roster  # noqa: PLC0415
    from ladder.catalog.loading import load_catalog  # noqa: PLC0415

    roster = make_roster(load_catalog(Path(_CITY)), people_in_it)
    jobs, people = write_roster(roster, folder)
    words = ["--jobs", str(jobs), "--people", str(people), "--catalog", _CITY, "--as-of", _AS_OF]
    words += ["--parquet", str(folder / "out")]
    done = subprocess.run(
        [sys.executable, "-m", "ladder", "roster", *words], check=True, capture_output=True, text=True
    )
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    what = f"ladder roster, {people_in_it:,} people, {len(roster.rows.person):,} rows, every table written"
    seconds, memory = spent.ru_utime + spent.ru_stime, spent.ru_maxrss // 1024
    print(f"{what}: {seconds:.2f} CPU s, {memory} MB at most")  # noqa: T201 - what a benchmark is for
    if " 0 rejected" not in " ".join(done.stdout.split()):
        sys.exit("rows were rejected")


def _parts(folder: Path, *, workers: int = 1) -> None:
    from benchmarks.made_rosters import make_roster  # noqa: PLC0415 - one case needs them
    from benchmarks.peaks import run_and_peaks  # noqa: PLC0415
    from benchmarks.written_rosters import write_roster  # noqa: PLC0415
    from ladder.catalog.loading import load_catalog  # noqa: PLC0415

    catalog = load_catalog(Path(_CITY))
    for name in ("jobs", "people"):
        (folder / name).mkdir()
    for part in range(_PARTS):
        roster = make_roster(catalog, _MILLION // _PARTS, seed=part)
        own = roster._replace(employees=[f"{part} {one}" for one in roster.employees])
        for file in write_roster(own, folder):
            file.rename(folder / file.stem / f"{part}.parquet")
    words = ["--jobs", str(folder / "jobs"), "--people", str(folder / "people"), "--catalog", _CITY, "--as-of", _AS_OF]
    words += ["--parquet", str(folder / "out"), "--keep", str(folder / "kept"), "--workers", str(workers)]
    seconds, peaks = run_and_peaks([sys.executable, "-m", "ladder", "roster", *words])
    told = ", ".join(f"{one} MB" for one in peaks)
    what = f"ladder roster, {_MILLION:,} people in {_PARTS} parts, workers {workers}, every table written"
    print(f"{what}: {seconds:.2f} CPU s, each process at most {told}")  # noqa: T201 - what a benchmark is for
    next(iter((folder / "kept").iterdir())).unlink()
    seconds, peaks = run_and_peaks([sys.executable, "-m", "ladder", "roster", *words])
    print(f"again, with {_PARTS - 1} parts kept: {seconds:.2f} CPU s, at most {max(peaks)} MB")  # noqa: T201 - as above


_CASE: "Mapping[str, Callable[[Path], None]]" = {
    "parquet": _parquet,
    "effective": _effective,
    "garbage": _garbage,
    "whole": _whole,
    "million": partial(_whole, people_in_it=_MILLION),
    "parts": _parts,
    "two-workers": partial(_parts, workers=2),
}

if __name__ == "__main__":
    main()
