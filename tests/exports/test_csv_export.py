"""CSV read back by the standard library, polars and duckdb: codes stay text, numbers one type a column."""

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from ladder.csv_text import rearm, write_in_one_line
from ladder.exports.csv_export import FORM
from ladder.exports.ladder_sheets import LadderSheets
from tests.exports.ladders import LEADERS, TITLES, any_ladders, bundled, hostile, mixed, with_months
from tests.exports.reading_back import Read, check

CASES = [hostile(), mixed(), bundled("los-angeles"), bundled("philadelphia")]
NAMES = ["hostile", "mixed", "los-angeles", "philadelphia"]


def read_csv(sheets: LadderSheets) -> Read:
    files = FORM.write(sheets)
    pages = {name.removesuffix(".csv"): io.StringIO(content.decode(), newline="") for name, content in files.items()}
    return {name: list(csv.DictReader(page)) for name, page in pages.items()}


@pytest.mark.parametrize("sheets", CASES, ids=NAMES)
def test_every_value_is_there_or_listed(sheets: LadderSheets) -> None:
    check(sheets, FORM, read_csv(sheets), without=["code"])
    assert FORM.write(sheets) == FORM.write(sheets)


@given(any_ladders())
def test_any_ladder_is_there_or_listed(sheets: LadderSheets) -> None:
    check(sheets, FORM, read_csv(sheets), without=["code"])


def test_an_apostrophe_taken_away_gives_the_text_back() -> None:
    titles = [rearm(one["title"]) for one in read_csv(hostile())["classes"]]
    assert titles == [write_in_one_line(one) for one in TITLES]


@pytest.mark.parametrize("leader", LEADERS)
def test_no_cell_begins_as_a_formula(leader: str) -> None:
    cells = [one["title"] for one in read_csv(hostile())["classes"]]
    assert not [one for one in cells if one.startswith(leader)]


def test_numbers_of_a_column_are_written_alike() -> None:
    read = read_csv(mixed())
    assert [one["months"] for one in read["steps"]] == ["24.0", "14.5", ""]
    assert [one["pay_low"] for one in read["classes"]] == ["27.60", "27.60", ""]
    assert [one["pay_high"] for one in read["classes"]] == ["31.00", "31.00", ""]
    assert [one["months"] for one in read_csv(with_months(mixed(), (24, 12, 0)))["steps"]] == ["24", "12", "0"]


def written(sheets: LadderSheets, folder: Path) -> Path:
    for name, content in FORM.write(sheets).items():
        (folder / name).write_bytes(content)
    return folder


def guarded(records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{name: value for name, value in one.items() if value is not None} for one in records]


@pytest.mark.parametrize("sheets", CASES, ids=NAMES)
def test_polars_reads_the_same(sheets: LadderSheets, tmp_path: Path) -> None:
    polars = pytest.importorskip("polars")
    folder = written(sheets, tmp_path)
    read = {name: polars.read_csv(folder / f"{name}.csv") for name in ("classes", "steps")}
    check(sheets, FORM, {name: guarded(one.to_dicts()) for name, one in read.items()}, without=["code"])
    assert read["classes"].schema["class"] == read["classes"].schema["title"] == polars.String
    assert read["classes"].schema["pay_grade"] == polars.String


@pytest.mark.parametrize("sheets", CASES, ids=NAMES)
def test_duckdb_reads_the_same(sheets: LadderSheets, tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    folder = written(sheets, tmp_path)
    read = {}
    for name in ("classes", "steps"):
        with duckdb.connect() as base:
            found = base.sql(f"select * from read_csv('{folder / name}.csv', all_varchar = false, header = true)")  # noqa: S608 - a test
            read[name] = [dict(zip(found.columns, map(_as_printed, row), strict=True)) for row in found.fetchall()]
    check(sheets, FORM, read, without=["code"])


def _as_printed(value: object) -> object:
    return value.isoformat() if hasattr(value, "isoformat") else value


@settings(max_examples=10)
@given(any_ladders())
def test_a_code_is_never_a_column_of_its_own(sheets: LadderSheets) -> None:
    assert "code" not in read_csv(sheets)["classes"][0]
