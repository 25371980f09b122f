"""A roster in parts: however it is cut, its tables are those of the whole."""

import csv
import random
from collections.abc import Mapping
from pathlib import Path

import pytest

from ladder.catalog.loading import load_catalog
from ladder.roster.parted import PartsAsked, PartsDone, read_parts
from ladder.roster.table_files import files_of
from ladder.roster_layouts import Layout
from ladder.service_time import read_month
from tests.cli.running import run_here
from tests.roster.parts import JOB_COLUMNS, PEOPLE_COLUMNS, Rows, cut, random_rows, whole, words

FOLDERS, FILES = ("csv", "parquet"), ("xlsx", "html")
"""Forms that are a folder of tables, and forms that are one file; a Word document is one, too, and takes long."""


def written(files: tuple[Path, Path], out: Path, *more: str) -> dict[str, bytes]:
    """Return every file of every form, but for the rows that are rejected."""
    out.mkdir()
    places = [word for form in FOLDERS for word in (f"--{form}", str(out / form))]
    places += [word for form in FILES for word in (f"--{form}", str(out / f"tables.{form}"))]
    ran = run_here(*words(files, *more, *places, "--json", "-o", str(out / "tables.json")))
    assert ran.status == 0, ran.err
    found = {
        str(one.relative_to(out)): one.read_bytes()
        for one in sorted(out.rglob("*"))
        if one.is_file() and one.stem != "rejected"
    }
    assert len(found) > 2 * 4 + len(FILES)
    return found


def unequal(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> list[str]:
    assert one.keys() == other.keys()
    return [name for name in one if one[name] != other[name]]


@pytest.mark.untraced
@pytest.mark.parametrize("parts", range(1, 8))
def test_any_cut_of_a_random_roster_gives_the_tables_of_the_whole_in_every_form(tmp_path: Path, parts: int) -> None:
    rows = random_rows(30, seed=parts)
    options = ("--persons",) if parts % 2 else ("--publish",)
    one = written(whole(tmp_path / "whole", rows), tmp_path / "a", *options)
    other = written(cut(tmp_path / "cut", rows, parts), tmp_path / "b", *options)
    assert unequal(one, other) == []


@pytest.mark.untraced
def test_a_terminal_and_a_document_show_the_same_of_a_roster_in_parts(tmp_path: Path) -> None:
    rows = random_rows(30, seed=11)
    both = whole(tmp_path / "whole", rows), cut(tmp_path / "cut", rows, 3)
    documents = tmp_path / "a.docx", tmp_path / "b.docx"
    for files, document in zip(both, documents, strict=True):
        assert run_here(*words(files, "--docx", str(document))).status == 0
    assert documents[0].read_bytes() == documents[1].read_bytes()
    one, other = (run_here(*words(files, "--all")) for files in both)
    assert (one.status, one.out) == (other.status, other.out)
    assert (one.err, other.err) == ("", "Parts: 3. Finished before and kept: 0. Read and evaluated now: 3.\n")


def rejected(folder: Path, rows: Rows) -> list[tuple[str, ...]]:
    """Return the rejected rows with what each says of itself in place of its file and number."""
    with (folder / "rejected.csv").open(encoding="utf-8-sig") as file:
        told = list(csv.DictReader(file))
    return sorted(
        (rows.of(Path(one["file"]), int(one["row"])), one["column"], one["code"], one["what"]) for one in told
    )


@pytest.mark.untraced
@pytest.mark.parametrize("parts", [1, 3, 6])
def test_bad_rows_are_the_same_in_parts_and_are_skipped_or_refused_alike(tmp_path: Path, parts: int) -> None:
    rows = random_rows(40, seed=parts, bad=0.1)
    both = whole(tmp_path / "whole", rows), cut(tmp_path / "cut", rows, parts)
    told = []
    for place, files in enumerate(both):
        refused = run_here(*words(files))
        assert (refused.status, "--skip-bad evaluates the other rows" in refused.err) == (2, True)
        out = tmp_path / str(place)
        ran = run_here(*words(files, "--skip-bad", "--csv", str(out)))
        assert ran.status == 0, ran.err
        tables = {one.name: one.read_bytes() for one in out.iterdir() if one.name != "rejected.csv"}
        told.append((tables, rejected(out, rows), ran.out))
    assert len(told[0][1]) > 5
    assert told[0] == told[1]


@pytest.mark.parametrize("parts", [1, 4])
def test_what_describe_says_of_the_rows_is_the_same_in_parts(tmp_path: Path, parts: int) -> None:
    rows = random_rows(60, seed=parts, bad=0.2)
    one, other = (
        run_here(*words(files, "--describe", "--csv", str(tmp_path / name)))
        for name, files in (("a", whole(tmp_path / "whole", rows)), ("b", cut(tmp_path / "cut", rows, parts)))
    )
    assert (one.status, other.status) == (2, 2)
    for table in ("counts", "dates", "classes_not_found", "gaps", "cannot_answer"):
        assert (tmp_path / "a" / f"{table}.csv").read_text() == (tmp_path / "b" / f"{table}.csv").read_text(), table
    columns = [(tmp_path / name / "columns.csv").read_text() for name in "ab"]
    names = [(str(tmp_path / "whole" / f"{one}.parquet"), str(tmp_path / "cut" / one)) for one in ("jobs", "people")]
    for file, folder in names:
        columns[0] = columns[0].replace(file, folder)
    assert columns[0] == columns[1]
    terminal = run_here(*words(cut(tmp_path / "cut", rows, parts), "--describe")).out
    assert (terminal.count("Columns of"), terminal.count("Classes that are not found")) == (2, 1)


# ------------------------------------------------------------------ snapshots


SNAPSHOTS = "mode: snapshots\njobs: {snapshot: year}\nsnapshots: {every_months: 12, month_of_year: 6}\n"


def snapshot_rows(number: int, seed: int) -> Rows:
    """Return people who hold classes in some years: nobody has all of them, and few have the newest."""
    chance = random.Random(seed)
    jobs = [
        {
            "employee": f"e{one:03d}",
            "class": chance.choice(("us-nd/0441", "us-nd/0442", "us-nd/0443") if chance.random() > 0.05 else ("none",)),
            "year": str(year),
        }
        for one in range(number)
        for year in range(2012, 2026)
        if chance.random() < 0.7 and year != 2017 and (year < 2025 or one == 7)
    ]
    return Rows(jobs, [], ("employee", "class", "year"), PEOPLE_COLUMNS)


@pytest.mark.parametrize("parts", [1, 2, 5])
@pytest.mark.parametrize("month", ["", "2027-02", "2023-06"])
def test_snapshots_are_those_of_all_parts_and_so_are_their_gaps(tmp_path: Path, parts: int, month: str) -> None:
    rows = snapshot_rows(30, seed=parts)
    layout = tmp_path / "layout.yaml"
    layout.write_text(SNAPSHOTS)
    files = whole(tmp_path / "whole", rows), cut(tmp_path / "cut", rows, parts)
    more = ["--layout", str(layout), "--skip-bad", *(["--as-of", month] if month else [])]
    told = []
    for place, (jobs, _) in enumerate(files):
        out, seen = tmp_path / f"out{place}", tmp_path / f"seen{place}"
        ran = run_here("roster", "--jobs", str(jobs), *more, "--csv", str(out))
        described = run_here("roster", "--jobs", str(jobs), *more, "--describe", "--csv", str(seen))
        assert (ran.status, described.status) == (0, 2), ran.err
        tables = {one.stem: one.read_text() for one in (*out.iterdir(), *seen.iterdir())}
        told.append(({name: tables[name] for name in tables if name not in {"rejected", "columns"}}, ran.out))
    assert told[0] == told[1]
    assert "2016-06" in told[0][0]["gaps"] or month == "2023-06"
    assert "1 in 12" not in told[0][1]


def test_both_are_folders_or_neither_is(tmp_path: Path) -> None:
    rows = random_rows(5, seed=1)
    jobs, _ = cut(tmp_path / "cut", rows, 2)
    _, people = whole(tmp_path, rows)
    ran = run_here(*words((jobs, people)))
    assert (ran.status, "is a folder and the other is none" in ran.err) == (2, True)


def test_a_part_with_no_people_counts_them_as_without(tmp_path: Path) -> None:
    rows = random_rows(40, seed=9)
    jobs, people = cut(tmp_path / "cut", rows, 4)
    held = rows.part_of_files[people / "part-2.parquet"]
    (people / "part-2.parquet").unlink()
    rest = Rows(rows.jobs, [one for one in rows.people if one not in held], JOB_COLUMNS, PEOPLE_COLUMNS)
    one, other = (run_here(*words(files)) for files in (whole(tmp_path / "whole", rest), (jobs, people)))
    assert (one.status, one.out) == (other.status, other.out)


def test_parts_that_are_only_described_are_not_evaluated(tmp_path: Path) -> None:
    files = files_of(*cut(tmp_path, random_rows(8, seed=3), 2))
    asked = PartsAsked(Layout(), None, read_month("2026-11"), describes=True, keep=tmp_path / "kept")
    found = read_parts(files, load_catalog(), asked)
    assert (found.counted, found.done) == (None, PartsDone(2, 0, 0))
    assert not (tmp_path / "kept").exists()
