"""``ladder roster``: what it asks, says and writes, and with which exit status."""

import csv
import json
import os
import re
import stat
import sys
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from ladder.answer_tables import Table
from ladder.csv_text import print_csv
from ladder.parquet_bytes import print_parquet
from ladder.roster import reading_roster
from ladder.roster.batches import HELP
from ladder.roster.rulings import with_rulings
from ladder.roster_tables import LEAST_TOLD
from ladder.workbook_bytes import print_workbook
from tests.cli.running import Run, run_here
from tests.roster.rosters import seeds, write_rows

JOBS = [
    {"employee": "e1", "record": "0", "class": "us-nd/0441", "start": "2020-01-01", "end": "2021-12-31", "fte": "1"},
    {"employee": "e1", "record": "0", "class": "us-nd/0442", "start": "2022-01-01", "end": "", "fte": "1"},
    {"employee": "e2", "record": "0", "class": "us-nd/0443", "start": "2022-01-01", "end": "", "fte": "0.5"},
]
PEOPLE = [{"employee": "e1", "semester_hours": "60", "internal": "yes"}, {"employee": "e3"}]
BAD = [*JOBS, JOBS[2] | {"employee": "e4", "class": "zzzz"}, JOBS[2] | {"employee": "e5", "start": "03/04/2020"}]


def given(folder: Path, jobs: list[dict[str, str]], people: list[dict[str, str]] | None = None) -> list[str]:
    words = ["--jobs", str(write_rows(folder / "jobs.csv", jobs))]
    if people is not None:
        words += ["--people", str(write_rows(folder / "people.csv", people))]
    return words


def roster(*words: str) -> Run:
    return run_here("roster", *words, "--as-of", "2026-11")


def test_it_describes_a_roster_and_evaluates_nobody(tmp_path: Path) -> None:
    run = roster(*given(tmp_path, JOBS, PEOPLE), "--describe")
    assert (run.status, run.err) == (0, "")
    words = " ".join(run.out.split())
    assert "5 rows in: 2 of people, 3 spans of service, 0 joined to them, 0 set aside, 0 rejected" in words
    assert "People as of November 2026: 3; with a job now: 2." in words
    assert "People with no row of jobs, who count for no class: 1" in words
    assert "jobs start YYYY-MM-DD" in words


def test_described_faults_have_their_kinds_and_status_2(tmp_path: Path) -> None:
    many = [JOBS[2] | {"employee": f"x{one}", "class": "Customer Service Representativ"} for one in range(LEAST_TOLD)]
    run = roster(*given(tmp_path, BAD + many), "--describe")
    words = " ".join(run.out.split())
    assert run.status == 2
    assert "Customer Service Representativ 5 us-nd/0441" in words
    assert "zzzz" not in run.out + run.err
    assert "DATE_ORDER, 1: row 6" in words
    assert "M/D/YYYY" in words


def test_described_as_json_it_is_one_object_with_a_key_a_table(tmp_path: Path) -> None:
    run = roster(*given(tmp_path, BAD), "--describe", "--json")
    told = json.loads(run.out)
    assert {"counts", "columns", "dates", "classes_not_found", "gaps", "cannot_answer", "rejected"} == set(told)
    assert [(one["row"], one["column"]) for one in told["rejected"]] == [(5, "class"), (6, "start")]
    assert told["classes_not_found"] == [{"text": None, "rows": 1, "near": None}]


def test_a_bad_row_ends_the_run_and_all_are_told(tmp_path: Path) -> None:
    run = roster(*given(tmp_path, BAD))
    assert (run.status, run.out) == (2, "")
    assert [line.partition("jobs.csv:")[2].partition(":")[0] for line in run.err.splitlines()[:2]] == ["5", "6"]


def test_skipped_bad_rows_are_counted_and_listed(tmp_path: Path) -> None:
    out = tmp_path / "out"
    run = roster(*given(tmp_path, BAD), "--skip-bad", "--csv", str(out))
    assert (run.status, "which the table rejected lists by row: 2" in run.out) == (0, True)
    rows = list(csv.DictReader((out / "rejected.csv").read_text("utf-8-sig").splitlines()))
    assert [(one["row"], one["column"], one["code"]) for one in rows] == [
        ("5", "class", "CLASS_UNKNOWN"),
        ("6", "start", "DATE_ORDER"),
    ]
    assert "whose present job may be missing: 2" in " ".join(roster(*given(tmp_path, BAD), "--skip-bad").out.split())


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such modes")
def test_what_is_written_is_for_its_owner_alone(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="pyarrow is not installed: no Parquet is written")
    words = given(tmp_path, JOBS, PEOPLE)
    places = ("--csv", str(tmp_path / "c"), "--xlsx", str(tmp_path / "b.xlsx"), "--parquet", str(tmp_path / "p"))
    assert roster(*words, *places).status == 0
    assert roster(*words, "--json", "-o", str(tmp_path / "a.json")).status == 0
    made = [tmp_path / "b.xlsx", tmp_path / "a.json", *(tmp_path / "c").iterdir(), *(tmp_path / "p").iterdir()]
    assert {stat.S_IMODE(one.stat().st_mode) for one in made} == {0o600}
    assert len(made) >= 4


def test_a_roster_without_people_has_status_1(tmp_path: Path) -> None:
    run = roster(*given(tmp_path, [], [])[:1], str(write_rows(tmp_path / "j.csv", [], columns=JOBS[0])))
    assert (run.status, run.err) == (1, "The roster holds no people.\n")


def test_the_template_is_a_roster_of_nobody_and_is_never_written_over(tmp_path: Path) -> None:
    place = tmp_path / "mine"
    assert run_here("roster", "--template", str(place)).status == 0
    assert (place / "jobs.csv").read_text("utf-8-sig").splitlines()[1].startswith(f'"{HELP}')
    words = ("--jobs", str(place / "jobs.csv"), "--people", str(place / "people.csv"))
    assert roster(*words).status == 1
    again = run_here("roster", "--template", str(place))
    assert (again.status, "is there already" in again.err) == (2, True)


def test_the_template_may_be_a_workbook(tmp_path: Path) -> None:
    pytest.importorskip("openpyxl", reason="openpyxl is not installed: no workbook is read")
    book = tmp_path / "mine.xlsx"
    assert run_here("roster", "--template", str(book)).status == 0
    assert roster(str(book)).status == 1
    assert run_here("roster", "--template", str(book)).status == 2


@pytest.mark.parametrize("words", [(), ("a.csv", "--jobs", "b.csv")])
def test_a_roster_is_one_file_or_two_tables(words: tuple[str, ...], tmp_path: Path) -> None:
    run = roster(*(str(tmp_path / one) if one.endswith("csv") else one for one in words))
    assert (run.status, "--jobs FILE --people FILE" in run.err) == (2, True)


def test_an_output_that_is_one_of_the_tables_is_refused(tmp_path: Path) -> None:
    words = given(tmp_path, JOBS)
    before = (tmp_path / "jobs.csv").read_bytes()
    run = roster(*words, "--xlsx", str(tmp_path / "jobs.csv"))
    assert (run.status, (tmp_path / "jobs.csv").read_bytes()) == (2, before)


def test_rulings_hold_for_the_run_and_are_shown(tmp_path: Path) -> None:
    rulings = tmp_path / "r.yaml"
    rulings.write_text(
        "rulings:\n  - {class: 5246SH, counts_toward: ['us-nd/0444#special'], by: HR chief, date: 2026-03}\n", "utf-8"
    )
    words = [*given(tmp_path, JOBS), "--rulings", str(rulings)]
    assert roster(*words, "--csv", str(tmp_path / "out")).status == 0
    assert "us-ct/5246SH,us-nd/0444#special,HR chief,2026-03" in (tmp_path / "out" / "rulings.csv").read_text("utf-8")
    told = "Service in us-ct/5246SH counts toward us-nd/0444#special: ruled by HR chief, 2026-03"
    assert told in " ".join(roster(*words).out.split())
    assert json.loads(roster(*words, "--json").out)["rulings"] == [
        {"class": "us-ct/5246SH", "counts_toward": ["us-nd/0444#special"], "by": "HR chief", "date": "2026-03"}
    ]


def test_without_rulings_the_catalog_is_the_same() -> None:
    assert with_rulings((), seeds()) is seeds()


def test_a_layout_of_snapshots_says_what_it_cannot_answer_and_where_gaps_are(tmp_path: Path) -> None:
    layout = tmp_path / "l.yaml"
    layout.write_text("mode: snapshots\ncannot_answer: [Any month before 2020.]\n", "utf-8")
    rows = [{"employee": "e1", "class": "us-nd/0441", "snapshot": year} for year in ("2020", "2022")]
    run = run_here("roster", *given(tmp_path, rows), "--layout", str(layout), "--describe")
    words = " ".join(run.out.split())
    assert run.status == 0
    assert "Snapshots: December 2020 to December 2022, 2 of them" in words
    assert (
        "Between December 2020 and December 2022, records without a row, for which nothing is counted there: 1" in words
    )
    assert "Any month before 2020." in words
    assert "No column tells the share of full time" in words


def test_a_table_of_one_day_says_that_it_gives_no_months(tmp_path: Path) -> None:
    layout = tmp_path / "l.yaml"
    layout.write_text("mode: snapshots\n", "utf-8")
    run = roster(
        *given(tmp_path, [{"employee": "e1", "title": "Customer Service Specialist"}]), "--layout", str(layout)
    )
    words = " ".join(run.out.split())
    assert "The table is of one day: it gives incumbents, and no months before it." in words
    assert "Customer Service Specialist 1 0 0 0" in words


@pytest.mark.parametrize("option", ["--xlsx", "--html"])
def test_a_workbook_or_page_goes_to_a_file(option: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    run = roster(*given(tmp_path, JOBS), option, "-")
    assert (run.status, f"{option} writes a file" in run.err) == (2, True)
    assert [one.name for one in tmp_path.iterdir()] == ["jobs.csv"]


def test_a_folder_that_holds_no_part_is_no_table(tmp_path: Path) -> None:
    run = roster("--jobs", str(tmp_path))
    assert (run.status, "holds no Parquet file; write a file for each part into it" in run.err) == (2, True)
    whatif = run_here("whatif", "--drop", "us-nd/0444#special", "--jobs", str(tmp_path))
    assert (whatif.status, "this is a folder; name a file" in whatif.err) == (2, True)


# ------------------------------------------------------------------ no cell runs

STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20", "\u2212")
TEXTS = tuple(f"{start}1+1" for start in (*STARTS, "\r=", "'="))
LIVE = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20", "\u2212")


def guarded() -> Table:
    return Table(("text", "code", "number"), tuple((text, "0441", 441) for text in TEXTS))


def test_no_text_of_a_csv_is_a_live_formula_and_reading_takes_the_guard_off(tmp_path: Path) -> None:
    rows = list(csv.reader(print_csv(guarded()).splitlines()))[1:]
    assert not any(row[0].startswith(LIVE) for row in rows)
    assert {tuple(row[1:]) for row in rows} == {("0441", "441")}
    ids = [f"={one}" for one in range(3)] + ["+1", "-1", "@a", "'x"]
    table = Table(("employee", "class", "start"), tuple((one, "us-nd/0441", "2020-01-01") for one in ids))
    (tmp_path / "jobs.csv").write_text(print_csv(table), "utf-8")
    told = json.loads(roster("--jobs", str(tmp_path / "jobs.csv"), "--describe", "--json").out)
    assert {one["what"]: one["number"] for one in told["counts"]}["employees"] == len(ids)


def test_no_text_of_a_workbook_is_a_live_formula() -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed: no workbook is read")
    content = print_workbook({"rejected": guarded(), "b/[c]": Table((), ())})
    book = openpyxl.load_workbook(BytesIO(content))
    cells = list(book["rejected"].iter_rows(min_row=2))
    assert book.sheetnames == ["rejected", "b  c "]
    assert {cell.data_type for row in cells for cell in row[:2]} == {"s"}
    assert [row[0].value.replace("\r\n", "\n").replace("\r", "\n") for row in cells] == [
        text.replace("\r", "\n") for text in TEXTS
    ]
    assert {(row[1].value, row[2].value, row[2].data_type) for row in cells} == {("0441", 441, "n")}
    assert all(row[0].quotePrefix for row in cells)
    assert b"<f>" not in b"".join(ZipFile(BytesIO(content)).read(name) for name in ZipFile(BytesIO(content)).namelist())
    assert content == print_workbook({"rejected": guarded(), "b/[c]": Table((), ())})


def test_codes_stay_text_and_numbers_numbers_in_parquet() -> None:
    pq = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed: no Parquet is written")
    table = Table(("code", "number", "share"), (("0441", 1, Decimal("0.5")), (None, None, None), ("0442", 2, 1)))
    found = pq.read_table(BytesIO(print_parquet(table)))
    assert [str(one.type) for one in found.schema] == ["string", "int64", "decimal128(18, 6)"]
    assert found.column("code").to_pylist() == ["0441", None, "0442"]


def test_parquet_cannot_be_written_without_its_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    run = roster(*given(tmp_path, JOBS), "--csv", str(tmp_path / "c"), "--parquet", str(tmp_path / "p"))
    assert (run.status, "career-ladder[planner]" in run.err) == (2, True)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["jobs.csv"]


def test_a_fault_of_ladder_itself_says_only_of_what_kind_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise KeyError(JOBS[0]["start"])

    monkeypatch.setattr(reading_roster, "read_roster", fail)
    run = roster(*given(tmp_path, JOBS), "--debug")
    assert (run.status, "KeyError while a roster was read" in run.err) == (70, True)
    assert JOBS[0]["start"] not in run.err


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("rulings: []", "rulings"),
        ("rulings:\n  - {class: zzzz, counts_toward: [x], by: a, date: 2026-03}", "no class is called 'zzzz'"),
        ("rulings:\n  - {class: '0441', counts_toward: [us-nd/0444#x], by: a, date: 2026-03}", "cannot count toward"),
    ],
)
def test_faults_of_rulings_are_told(text: str, words: str, tmp_path: Path) -> None:
    rulings = tmp_path / "r.yaml"
    rulings.write_text(text + "\n", "utf-8")
    run = roster(*given(tmp_path, JOBS), "--rulings", str(rulings))
    assert (run.status, words in run.err) == (2, True)


MANY = [JOBS[0] | {"employee": f"m{one:02d}", "end": "", "start": "2025-06-01"} for one in range(20)]


def test_a_terminal_shows_the_rows_to_look_at_first_and_how_many_more(tmp_path: Path) -> None:
    people = [{"employee": one["employee"], "internal": "yes", "expected_exit": "2027-01"} for one in MANY]
    words = given(tmp_path, [*JOBS, *MANY], [*PEOPLE, *people])
    short = roster(*words, "--persons").out
    told = " ".join(short.split())
    # Twenty leave 0441, and nobody comes: it is looked at first. All of them would be ready for 0442 in 7 months.
    assert "more people leave within 24 months than are ready by then: 1" in told
    assert told.index("Customer Service 20 0 0 0 0 20") < told.index("Customer Service 1 1 1 1")
    assert "Person by person" in short
    assert "What a roster can answer" not in short
    assert "--html FILE a page to look at." in told
    whole = roster(*words, "--persons", "--all").out
    assert "What a roster can answer, class by class" in whole
    assert "Where they come from" in whole
    assert "look at first" not in whole
    assert "more rows" not in whole


def test_the_bench_is_a_page_for_its_owner_alone(tmp_path: Path) -> None:
    page = tmp_path / "bench.html"
    run = roster(*given(tmp_path, JOBS, PEOPLE), "--html", str(page))
    assert (run.status, run.err) == (0, f"The bench is in {page}: open it in any browser.\n")
    assert page.read_text("utf-8").partition("</header>")[2].count("<circle") == 2
    assert "e1" not in re.findall(r"\b\w+\b", page.read_text("utf-8"))
    if os.name != "nt":
        assert stat.S_IMODE(page.stat().st_mode) == 0o600
    assert roster(*given(tmp_path, JOBS), "--describe", "--html", str(page)).status == 2


def test_what_is_published_tells_of_no_few_people_and_of_no_row(tmp_path: Path) -> None:
    words = given(tmp_path, BAD)
    run = roster(*words, "--skip-bad", "--publish", "--json")
    told = json.loads(run.out)
    assert set(told) == {"bench", "feeders", "next_step", "answerable", "observed"}
    assert {one["class"]: one["incumbents"] for one in told["bench"]}["us-nd/0442"] == "<5"
    printed = roster(*words, "--skip-bad", "--publish").out
    assert printed.startswith("The bench\n")
    assert "only one feeder" not in printed
    assert "rows in" not in printed
    written = roster(*words, "--skip-bad", "--publish", "--csv", str(tmp_path / "out"))
    assert (written.out, (tmp_path / "out" / "rejected.csv").exists()) == ("", False)
    assert roster(*words, "--publish", "--persons").status == 2
