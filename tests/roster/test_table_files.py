"""One roster as CSV, as a workbook and as Parquet is one roster; what a cell of a workbook is, and what is refused."""

import datetime as dt
import functools
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from ladder.roster.layout_files import load_layout
from ladder.roster.reading_roster import RosterRead, read_roster
from ladder.roster.row_faults import RosterRefusedError
from ladder.roster.table_files import RosterFiles
from ladder.roster_layouts import Layout
from tests.roster.rosters import AS_OF, read_rows, seeds

openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed: no workbook is read")
pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed: no Parquet is read")
pq = pytest.importorskip("pyarrow.parquet")

JOBS = [
    {"employee": "e1", "class": "0441", "start": "2020-01-01", "end": "2021-12-31", "fte": "0.5"},
    {"employee": "e1", "class": "0442", "start": "2022-01-01", "end": "", "fte": "1"},
    {"employee": "e2", "class": "0443", "start": "2024-03-01", "end": "", "fte": "1"},
]
PEOPLE = [{"employee": "e1", "semester_hours": "60", "internal": "yes"}]


def read(files: RosterFiles, *, skip_bad: bool = False) -> RosterRead:
    return read_roster(files, seeds(), Layout(), as_of=AS_OF, today=AS_OF, skip_bad=skip_bad)


def workbook(file: Path, **sheets: Sequence[Sequence[object]]) -> Any:  # noqa: ANN401 - a workbook of openpyxl, which has no types
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        page = book.create_sheet(name)
        for row in rows:
            page.append(row)
    book.save(file)
    return book


def day(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def typed_rows() -> list[list[Any]]:
    header = list(JOBS[0])
    rows = [[one["employee"], int(one["class"]), day(one["start"]), day(one["end"]), float(one["fte"])] for one in JOBS]
    return [header, *rows]


def test_all_forms_give_one_roster(tmp_path: Path) -> None:
    expected = read_rows(tmp_path, JOBS, PEOPLE).roster
    book = RosterFiles(written_workbook(tmp_path / "r.xlsx"), is_one_file=True)
    found = [read(one).roster for one in (book, written_parquet(tmp_path))]
    for roster in found:
        assert [roster.history(one) for one in range(2)] == [expected.history(one) for one in range(2)]


def written_workbook(file: Path) -> Path:
    book = workbook(file, Jobs=typed_rows(), People=[list(PEOPLE[0]), ["e1", 60, True]])
    for row in book["Jobs"].iter_rows(min_row=2):
        row[1].number_format = "0000"
    book.save(file)
    return file


def written_parquet(folder: Path) -> RosterFiles:
    header, *rows = typed_rows()
    columns = {name: [row[place] for row in rows] for place, name in enumerate(header)}
    columns["class"] = [one["class"] for one in JOBS]
    pq.write_table(pa.table(columns), folder / "jobs.parquet")
    coded = pa.array(["e1"]).dictionary_encode()
    people = pa.table({"employee": coded, "semester_hours": [60.0], "internal": [True]})
    pq.write_table(people, folder / "people.parquet")
    return RosterFiles(folder / "jobs.parquet", folder / "people.parquet")


def faults(file: Path) -> list[tuple[str, int, str, str]]:
    with pytest.raises(RosterRefusedError) as refused:
        read(RosterFiles(file, is_one_file=True))
    return [(Path(one.file).name, one.row, one.column, one.code) for one in refused.value.log.kept]


def test_codes_that_a_workbook_keeps_as_numbers_have_lost_their_zeros(tmp_path: Path) -> None:
    workbook(tmp_path / "r.xlsx", jobs=typed_rows()[:2])
    assert faults(tmp_path / "r.xlsx") == [("r.xlsx [jobs]", 2, "class", "CODE_WITHOUT_ZERO")]


def test_a_date_kept_as_a_number_a_formula_and_an_error_are_told(tmp_path: Path) -> None:
    header: list[object] = ["employee", "class", "start"]
    rows: list[list[object]] = [
        header,
        ["e1", "0441", 44197],
        ["e2", "0441", "=A1"],
        ["e3", "#REF!", "2020-01-01"],
        ["e4", True, None],
    ]
    book = workbook(tmp_path / "r.xlsx", jobs=rows)
    book["jobs"]["B4"].data_type = "e"
    book.save(tmp_path / "r.xlsx")
    assert faults(tmp_path / "r.xlsx") == [
        ("r.xlsx [jobs]", 2, "start", "DATE_IS_A_NUMBER"),
        ("r.xlsx [jobs]", 3, "start", "FORMULA_CELL"),
        ("r.xlsx [jobs]", 4, "class", "CELL_IN_ERROR"),
        ("r.xlsx [jobs]", 5, "class", "CLASS_UNKNOWN"),
        ("r.xlsx [jobs]", 5, "start", "DATE_MISSING"),
    ]


def test_merged_cells_are_told_by_their_places(tmp_path: Path) -> None:
    book = workbook(tmp_path / "r.xlsx", jobs=typed_rows())
    for place in ("A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:E3", "A4:B4"):
        book["jobs"].merge_cells(place)
    book.save(tmp_path / "r.xlsx")
    with pytest.raises(RosterRefusedError, match=r"A2:A3, .* and more [(]MERGED_CELLS"):
        read(RosterFiles(tmp_path / "r.xlsx", is_one_file=True))


@pytest.mark.parametrize(
    ("sheets", "code"),
    [({"a": [["x"]], "b": [["y"]]}, "SHEET_MISSING"), ({"jobs": [[None]]}, "FILE_EMPTY")],
)
def test_a_workbook_without_a_table_is_told(sheets: dict[str, list[list[object]]], code: str, tmp_path: Path) -> None:
    workbook(tmp_path / "r.xlsx", **sheets)
    assert [one[3] for one in faults(tmp_path / "r.xlsx")] == [code]


def test_a_single_sheet_is_the_jobs_whatever_its_name(tmp_path: Path) -> None:
    workbook(tmp_path / "r.xlsx", staff=[["employee", "class", "start"], ["e1", "us-nd/0441", "2020-01-01"]])
    assert read(RosterFiles(tmp_path / "r.xlsx", is_one_file=True)).counts.spans == 1
    assert read(RosterFiles(tmp_path / "r.xlsx")).counts.spans == 1


@pytest.mark.parametrize("name", ["r.xlsx", "r.parquet"])
def test_a_damaged_file_is_told(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"no such thing")
    assert [one[3] for one in faults(tmp_path / name)] == ["FILE_DAMAGED"]


STRICT = {
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "http://purl.oclc.org/ooxml/spreadsheetml/main",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": (
        "http://purl.oclc.org/ooxml/officeDocument/relationships"
    ),
}


def test_a_workbook_saved_as_strict_is_told_with_what_helps(tmp_path: Path) -> None:
    workbook(tmp_path / "usual.xlsx", jobs=typed_rows())
    with ZipFile(tmp_path / "usual.xlsx") as usual, ZipFile(tmp_path / "r.xlsx", "w") as strict:
        for name in usual.namelist():
            text = usual.read(name).decode()
            strict.writestr(name, functools.reduce(lambda told, pair: told.replace(*pair), STRICT.items(), text))
    for is_one_file in (True, False):
        with pytest.raises(RosterRefusedError, match="Strict Open XML") as refused:
            read(RosterFiles(tmp_path / "r.xlsx", is_one_file=is_one_file))
        assert "Excel Workbook (*.xlsx)" in str(refused.value)


def test_a_time_of_day_is_no_part_of_a_date(tmp_path: Path) -> None:
    rows: list[list[object]] = [["employee", "class", "start"], ["e1", "us-nd/0441", dt.datetime(2020, 1, 1, 12, 30)]]  # noqa: DTZ001 - as a cell has it
    workbook(tmp_path / "r.xlsx", jobs=rows)
    roster = read(RosterFiles(tmp_path / "r.xlsx", is_one_file=True)).roster
    assert read_rows(
        tmp_path, [{"employee": "e1", "class": "0441", "start": "2020-01-01T00:00:00.000"}]
    ).roster.history(0) == roster.history(0)


def test_the_layout_of_the_template_is_used_without_one() -> None:
    assert load_layout(None) == Layout()


def test_parquet_is_read_without_numpy_and_with_cells_that_hold_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    coded = pa.DictionaryArray.from_arrays(pa.array([0, 1, None]), pa.array(["2020-01-01", "x"]))
    columns = {"employee": ["e1", "e2", "e3"], "class": ["us-nd/0441"] * 3, "start": coded}
    pq.write_table(pa.table(columns), tmp_path / "jobs.parquet")
    expected = read(RosterFiles(tmp_path / "jobs.parquet"), skip_bad=True).counts
    monkeypatch.setitem(sys.modules, "numpy", None)
    monkeypatch.setitem(sys.modules, "ladder.roster.column_arrays", None)
    assert read(RosterFiles(tmp_path / "jobs.parquet"), skip_bad=True).counts == expected
    assert (expected.spans, expected.rejected) == (1, 2)
