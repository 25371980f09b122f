"""Parquet read back by polars, duckdb and pyarrow: typed columns whatever stands in them."""

import io
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings

from ladder.exports.ladder_sheets import LadderSheets, lay_out_sheets
from ladder.exports.parquet_export import FORM
from tests.exports.ladders import any_ladders, bundled, hostile, mixed
from tests.exports.reading_back import Read, check
from tests.rendering.catalogs import graded

CASES = [hostile(), mixed(), bundled("los-angeles")]
NAMES = ["hostile", "mixed", "city"]


def read_arrow(sheets: LadderSheets) -> Read:
    files = FORM.write(sheets)
    return {
        name.removesuffix(".parquet"): pq.read_table(io.BytesIO(content)).to_pylist() for name, content in files.items()
    }


@pytest.mark.parametrize("sheets", CASES, ids=NAMES)
def test_pyarrow_reads_the_same(sheets: LadderSheets) -> None:
    check(sheets, FORM, read_arrow(sheets))
    assert FORM.write(sheets) == FORM.write(sheets)
    assert list(FORM.losses(sheets)) == []


@settings(max_examples=30)
@given(any_ladders())
def test_any_ladder_is_there(sheets: LadderSheets) -> None:
    check(sheets, FORM, read_arrow(sheets))


@pytest.mark.parametrize("sheets", CASES, ids=NAMES)
def test_polars_and_duckdb_read_the_same(sheets: LadderSheets, tmp_path: Path) -> None:
    polars, duckdb = pytest.importorskip("polars"), pytest.importorskip("duckdb")
    by_polars, by_duckdb = {}, {}
    for name, content in FORM.write(sheets).items():
        (tmp_path / name).write_bytes(content)
        by_polars[name.removesuffix(".parquet")] = polars.read_parquet(tmp_path / name).to_dicts()
        with duckdb.connect() as base:
            found = base.sql(f"select * from '{tmp_path / name}'")  # noqa: S608 - a test
            by_duckdb[name.removesuffix(".parquet")] = [
                dict(zip(found.columns, row, strict=True)) for row in found.fetchall()
            ]
    check(sheets, FORM, by_polars)
    check(sheets, FORM, by_duckdb)


def test_the_type_of_a_column_does_not_hang_on_what_stands_in_it() -> None:
    empty = lay_out_sheets([graded("0441")], [])
    for sheets in (empty, mixed()):
        files = FORM.write(sheets)
        steps = pq.read_schema(io.BytesIO(files["steps.parquet"]))
        classes = pq.read_schema(io.BytesIO(files["classes.parquet"]))
        assert (steps.field("months").type, steps.field("promotion").type) == (pa.float64(), pa.bool_())
        assert (classes.field("code").type, classes.field("pay_low").type) == (pa.string(), pa.decimal128(18, 4))
        assert classes.field("series_rank").type == pa.int64()
