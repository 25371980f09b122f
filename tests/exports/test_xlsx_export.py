"""The workbook read back by openpyxl and, where it is, by LibreOffice: text is text, whatever it looks like."""

import csv
import io
import shutil
import subprocess
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings

from ladder.exports.held_text import Reason
from ladder.exports.ladder_sheets import LadderSheets
from ladder.exports.xlsx_export import FORM
from tests.exports.ladders import TITLES, any_ladders, bundled, hostile, mixed
from tests.exports.reading_back import Read, check
from tests.measure import HANG_SECONDS

OFFICE = shutil.which("soffice")


def read_xlsx(sheets: LadderSheets) -> Read:
    book = openpyxl.load_workbook(io.BytesIO(FORM.write(sheets)["ladder.xlsx"]))
    read: dict[str, list[dict[str, Any]]] = {}
    for sheet in book:
        names, *rows = sheet.iter_rows(values_only=True)
        read[sheet.title] = [dict(zip(map(str, names), row, strict=True)) for row in rows]
    return read


@pytest.mark.parametrize("sheets", [hostile(), mixed(), bundled("los-angeles")], ids=["hostile", "mixed", "city"])
def test_openpyxl_reads_the_same(sheets: LadderSheets) -> None:
    check(sheets, FORM, read_xlsx(sheets))
    assert FORM.write(sheets) == FORM.write(sheets)


@settings(max_examples=30)
@given(any_ladders())
def test_any_ladder_is_there_or_listed(sheets: LadderSheets) -> None:
    check(sheets, FORM, read_xlsx(sheets))


def test_no_text_is_a_formula_or_a_number() -> None:
    book = openpyxl.load_workbook(io.BytesIO(FORM.write(hostile())["ladder.xlsx"]))
    cells = [row[1] for row in book["classes"].iter_rows(min_row=2)]
    assert {one.data_type for one in cells} == {"s"}
    assert all(one.number_format == "@" and one.quotePrefix for one in cells)


def test_what_a_cell_cannot_hold_is_listed() -> None:
    lost = {(one.record, one.reason) for one in FORM.losses(hostile()) if one.column == "title"}
    by_title = dict(zip(TITLES, (row[0] for row in hostile().classes.rows), strict=True))
    assert (by_title["x" * 40_000], Reason.TOO_LONG) in lost
    assert (by_title["_x0041_"], Reason.ESCAPE) in lost
    assert (by_title["a\nb\r\nc\rd\te"], Reason.LINE_END) in lost
    assert (by_title["bell \x07 and escape \x1b[31m"], Reason.CONTROL) in lost
    assert (by_title["\r1+1"], Reason.LINE_END) in lost
    assert len(lost) == 5
    cells = {one["class"]: one["title"] for one in read_xlsx(hostile())["classes"]}
    assert cells[by_title["x" * 40_000]] == "x" * 32_767


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not on this machine")
def test_libreoffice_reads_the_same(tmp_path: Path) -> None:
    for name, sheets in (("hostile", hostile()), ("mixed", mixed())):
        (tmp_path / f"{name}.xlsx").write_bytes(FORM.write(sheets)["ladder.xlsx"])
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    told = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
    files = [str(tmp_path / "hostile.xlsx"), str(tmp_path / "mixed.xlsx")]
    words = [str(OFFICE), home, "--headless", "--convert-to", told, "--outdir", str(tmp_path), *files]
    subprocess.run(words, check=True, capture_output=True, timeout=HANG_SECONDS)
    for name, sheets in (("hostile", hostile()), ("mixed", mixed())):
        read = {
            one: list(csv.DictReader(io.StringIO((tmp_path / f"{name}-{one}.csv").read_text("utf-8"), newline="")))
            for one in ("classes", "steps")
        }
        check(sheets, FORM, read)
