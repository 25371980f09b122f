"""An employee whose rows are in two parts: named by file and row, never by who it is; and what parts a folder has."""

from array import array
from pathlib import Path

import pytest

from ladder.roster import two_files
from ladder.roster.folder_parts import find_parts
from ladder.roster.two_files import rows_elsewhere
from ladder.roster_layouts import Layout
from tests.cli.running import Run, run_here
from tests.roster.parts import JOB_COLUMNS, PEOPLE_COLUMNS, cut, random_rows, words, write_parquet
from tests.roster.rosters import write_rows

NOW = "2020-01"


def job(employee: str, class_id: str = "us-nd/0441") -> dict[str, str]:
    return {"employee": employee, "class": class_id, "start": NOW}


def parts(folder: Path, jobs: list[list[str]], people: list[list[str]] | None = None) -> list[str]:
    """Write parts with a row for each employee named, and return the words of the command."""
    for place, employees in enumerate(jobs):
        write_parquet(folder / "jobs" / f"{place}.parquet", list(map(job, employees)), JOB_COLUMNS)
    for place, employees in enumerate(people or []):
        rows = [{"employee": one, "semester_hours": "60"} for one in employees]
        write_parquet(folder / "people" / f"{place}.parquet", rows, PEOPLE_COLUMNS)
    told = ["--jobs", str(folder / "jobs"), *(["--people", str(folder / "people")] if people else [])]
    return ["roster", *told, "--as-of", "2026-11"]


def test_an_employee_in_two_parts_is_a_fault_of_every_row_named_by_file_and_number(tmp_path: Path) -> None:
    asked = parts(tmp_path, [["ann", "bob"], ["cid", "ann", "ann2"], ["dan"]], [["ann"], ["cid"], ["bob", "dan"]])
    ran = run_here(*asked)
    told = [line.replace(str(tmp_path), "") for line in ran.err.splitlines() if "EMPLOYEE_IN_TWO_FILES" in line]
    places = [line.split(" employee:")[0].rstrip(":") for line in told]
    assert places == [
        *("/jobs/0.parquet:2", "/jobs/0.parquet:3", "/jobs/1.parquet:3"),
        *("/people/0.parquet:2", "/people/2.parquet:2"),
    ]
    assert "put all rows of an employee into one part" in told[0]
    assert ran.status == 2
    assert not any(name in ran.err for name in ("ann", "bob", "cid", "dan"))


def test_with_skip_bad_they_are_left_out_and_counted_and_the_others_stay(tmp_path: Path) -> None:
    asked = parts(tmp_path, [["ann", "bob", "eve"], ["cid", "bob"], ["dan"]])
    ran = run_here(*asked, "--skip-bad", "--csv", str(tmp_path / "out"))
    assert ran.status == 0
    told = " ".join(ran.out.split())
    assert "6 rows in: 0 of people, 4 spans of service, 0 joined to them, 0 set aside, 2 rejected" in told
    assert "People as of November 2026: 4; with a job now: 4." in told
    assert "bob" not in "".join(one.read_text() for one in (tmp_path / "out").iterdir())


def test_an_employee_of_several_columns_is_one_only_where_all_of_them_agree(tmp_path: Path) -> None:
    layout = tmp_path / "layout.yaml"
    layout.write_text("jobs: {employee: [agency, number]}\n")
    columns = ("agency", "number", "class", "start")
    for place, rows in enumerate(([("a", "1"), ("a", "2")], [("b", "1"), ("a", "2")])):
        made = [{"agency": one, "number": number, "class": "us-nd/0441", "start": NOW} for one, number in rows]
        write_parquet(tmp_path / "jobs" / f"{place}.parquet", made, columns)
    ran = run_here("roster", "--jobs", str(tmp_path / "jobs"), "--layout", str(layout), "--as-of", "2026-11")
    told = [line for line in ran.err.splitlines() if "EMPLOYEE_IN_TWO_FILES" in line]
    assert [line.split(":")[1] for line in told] == ["3", "3"]


def test_two_employees_of_one_number_are_told_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = parts(tmp_path, [["ann"], ["bob"], ["cid"]])
    monkeypatch.setattr(two_files, "hash", len, raising=False)
    found = find_parts(tmp_path / "jobs", None)
    assert two_files._in_two([array("q", [3]), array("q", [3])]) == {3}
    assert rows_elsewhere([one.files for one in found], Layout()) == [
        {str(tmp_path / "jobs" / f"{place}.parquet"): frozenset()} for place in range(3)
    ]
    assert run_here(*asked).status == 0


def test_a_part_that_cannot_be_read_is_refused_where_the_others_are_checked(tmp_path: Path) -> None:
    asked = parts(tmp_path, [["ann"], ["bob"], ["cid"]])
    (tmp_path / "jobs" / "1.parquet").write_text("no Parquet")
    write_parquet(tmp_path / "jobs" / "2.parquet", [{"someone": "cid"}], ("someone", "class", "start"))
    for more in ([], ["--skip-bad"], ["--describe"]):
        ran = run_here(*asked, *more)
        assert ran.status == 2
        assert "1.parquet: the file is no Parquet that can be read (FILE_DAMAGED)" in ran.err
        assert "2.parquet: employee: the table has no column employee (COLUMN_MISSING)" in ran.err


def test_columns_that_differ_from_part_to_part_are_told_of_each_kind(tmp_path: Path) -> None:
    asked = parts(tmp_path, [["ann"], ["bob"], ["cid"]])
    write_parquet(tmp_path / "jobs" / "1.parquet", [job("bob")], ("employee", "class", "start"))
    ran = run_here(*asked, "--describe")
    assert f"Columns of {tmp_path}/jobs/0.parquet" in ran.out
    assert f"Columns of {tmp_path}/jobs/1.parquet" in ran.out
    assert ran.out.count("Columns of") == 2


# ------------------------------------------------------------------ what parts there are


def names(jobs: Path, people: Path | None = None) -> list[tuple[str, str, str]]:
    found = find_parts(jobs, people)
    return [(one.name, one.files.jobs.name, one.files.people.name if one.files.people else "") for one in found]


def test_parts_are_found_as_other_programs_write_them(tmp_path: Path) -> None:
    for name in ("agency=12/a-0.parquet", "agency=7/year=1/x.pq", "south.PARQUET", "_SUCCESS", ".part.crc"):
        write_parquet(tmp_path / "jobs" / name, [], JOB_COLUMNS)
    for name in ("agency=12/b-0.parquet", "south.parquet", "_common/x.txt"):
        write_parquet(tmp_path / "people" / name, [], PEOPLE_COLUMNS)
    assert names(tmp_path / "jobs", tmp_path / "people") == [
        ("agency=12", "a-0.parquet", "b-0.parquet"),
        ("agency=7/year=1", "x.pq", ""),
        ("south", "south.PARQUET", "south.parquet"),
    ]


def refused(ran: Run) -> str:
    assert ran.status == 2
    return " ".join(ran.err.split())


def test_folders_that_hold_no_parts_that_belong_together_are_refused(tmp_path: Path) -> None:
    (tmp_path / "jobs").mkdir()
    asked = ["roster", "--jobs", str(tmp_path / "jobs")]
    assert "jobs holds no Parquet file" in refused(run_here(*asked))
    write_rows(tmp_path / "jobs" / "one.csv", [job("ann")])
    assert "holds what is no Parquet: one.csv" in refused(run_here(*asked))
    (tmp_path / "jobs" / "one.csv").unlink()
    for name in ("a/1.parquet", "a/2.parquet"):
        write_parquet(tmp_path / "jobs" / name, [], JOB_COLUMNS)
    assert "holds two files of the part a" in refused(run_here(*asked))
    (tmp_path / "jobs" / "a" / "2.parquet").unlink()
    for number in range(8):
        write_parquet(tmp_path / "people" / f"{number}.parquet", [], PEOPLE_COLUMNS)
    told = refused(run_here(*asked, "--people", str(tmp_path / "people")))
    assert "people has parts that " in told
    assert "0, 1, 2, 3, 4 and 3 more" in told


def test_a_roster_in_parts_that_holds_nobody_says_so(tmp_path: Path) -> None:
    asked = parts(tmp_path, [[], []])
    ran = run_here(*asked)
    assert (ran.status, "The roster holds no people." in ran.err) == (1, True)


def test_a_folder_that_is_written_is_none_that_is_read(tmp_path: Path) -> None:
    files = cut(tmp_path / "cut", random_rows(4, seed=1), 2)
    ran = run_here(*words(files), "--keep", str(files[0]))
    assert (ran.status, "is read here and would be written over" in ran.err) == (2, True)
