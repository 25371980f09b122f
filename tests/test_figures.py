"""Figures in the digits 0 to 9, and in no others, wherever a file, an option or a document writes one."""

import json
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder.candidates import Profile
from ladder.catalog.catalog import Catalog
from ladder.catalog.compiled import compile_catalog, read_compiled
from ladder.catalog.loading import read_catalog
from ladder.errors import BadFileError
from ladder.figures import is_in_digits, read_whole_number
from ladder.record_files import locate_record
from ladder.service_time import read_exact, read_month
from ladder.specification import Pay
from tests.catalog.written import write_catalog
from tests.cli.running import run_here, run_ladder

SCRIPTS = ["\u0663", "\uff13", "\u0969", "\u00b3", "\u2083", "\u2462", "\u00bd", "\U0001d7d1", "3\u00b9"]
"""Three in Arabic, double width, Devanagari, raised, lowered, circled; a half; a bold three; a raised one behind it."""

FOREIGN = [*SCRIPTS, "1_0", " 3", "3\n"]
"""The same, and what Python's ``int`` takes besides."""


@pytest.mark.parametrize("figure", FOREIGN, ids=ascii)
def test_a_foreign_figure_is_no_number_anywhere(figure: str) -> None:
    assert not is_in_digits(figure)
    assert read_whole_number(figure) is None
    for read, text in ((read_exact, figure), (read_exact, f"1.{figure}"), (read_month, f"202{figure}-11")):
        with pytest.raises(ValueError, match="is not"):
            read(text)


@given(st.text(st.characters(categories=["Nd", "No", "Nl"]), min_size=1, max_size=9))
def test_only_the_digits_0_to_9_are_figures(text: str) -> None:
    is_plain = set(text) <= set("0123456789")
    assert is_in_digits(text) is is_plain
    assert (read_whole_number(text) == int(text)) if is_plain else (read_whole_number(text) is None)
    assert not is_plain or read_exact(text) == Fraction(int(text))


def test_numbers_of_more_digits_than_anything_here_has_are_none() -> None:
    assert read_whole_number("9" * 9) == 999_999_999
    assert read_whole_number("9" * 10) is None


@pytest.mark.parametrize(
    "text",
    [
        "as_of: \u0662\u0660\u0662\u0666-\u0661\u0661",
        "as_of: 202\uff16-11",
        "jobs: [{title: clerk, months: \u0663}]",
        "jobs: [{title: clerk, months: '\uff13'}]",
        "jobs: [{title: clerk, months: 3, fte: 0.\uff15}]",
        "education: {semester_hours: \u0969\u0966}",
        "events: [{month: 2027-0\uff13, fte: 1}]",
        "programs: [{name: x, months_remaining: \u0663}]",
        '{"jobs": [{"title": "clerk", "months": \u0663}]}',
        '{"jobs": [{"title": "clerk", "months": "\\u0663"}]}',
    ],
)
def test_no_profile_is_read_with_them(text: str) -> None:
    with pytest.raises(BadFileError):
        locate_record(Profile, text, file="me")


def test_no_specification_is_read_with_them(tmp_path: Path) -> None:
    raw = json.loads(compile_catalog(read_catalog(write_catalog(tmp_path))))
    source = raw["classes"][0]["source"]
    pay = {"plan": "A", "grade": "5", "ranges": [{"unit": "yearly", "low": "30.50", "high": 40}], "source": source}

    def read(**changes: object) -> Catalog:
        spoilt = {**raw, "classes": [{**raw["classes"][0], "pay": pay, **changes}]}
        return Catalog(read_compiled(json.dumps(spoilt).encode(), file="c.json"))

    assert len(read(dates={"effective": "2020-01-02"}).classes) == 1
    for figure in (*SCRIPTS, "", "nan"):
        spoilt = {**pay, "ranges": [{"unit": "yearly", "low": figure, "high": "40"}]}
        with pytest.raises(BadFileError, match=r"low: this must be a number; write digits"):
            read(pay=spoilt)
    for bad in (
        {"code": "\u0663"},
        {"dates": {"effective": "202\uff16-01"}},
        {"dates": {"revised": "2026-01-1\uff13"}},
    ):
        with pytest.raises(BadFileError):
            read(**bad)


def test_a_grade_is_a_number_only_where_it_is_one(tmp_path: Path) -> None:
    source = read_catalog(write_catalog(tmp_path)).classes[0].source
    grades = {"7": 7, "07": 7, "\u0667": None, "\uff17": None, "\u00b2": None, "VII": None, "9" * 5000: None}
    assert {grade: Pay(plan="A", grade=grade, source=source).grade_number for grade in grades} == grades


@pytest.mark.parametrize(
    "words",
    [
        ["path", "0441", "0443", "-k", "\u0663"],
        ["path", "0441", "0443", "-k", "1_0"],
        ["path", "0441", "0443", "-k", " 3"],
        ["path", "0441", "0443", "--study", "\uff13\uff10"],
        ["path", "0441", "0443", "--as-of", "\u0662\u0660\u0662\u0666-\u0661\u0661"],
        ["path", "0441", "0443", "--as-of", "2026-1\uff11"],
        ["reach", "0441", "--within", "\uff13\uff16"],
        ["reach", "0441", "--within", "9" * 5000],
        ["report", "path", "0441", "0443", "-k", "\u00b2"],
        ["show", "\u0660\u0664\u0664\u0661"],
    ],
    ids=lambda words: ascii(words[-1][:9]),
)
def test_no_option_and_no_class_is_read_with_them(words: list[str]) -> None:
    run = run_here(*words)
    assert (run.status, run.out, len(run.err.splitlines())) == (2, "", 1)


@pytest.mark.parametrize(
    "seconds",
    [
        "\u0661\u0667\u0660\u0660\u0660\u0660\u0660\u0660\u0660\u0660",
        "1_700_000_000",
        " 1700000000 ",
        "1700000000\n",
        "1.7e9",
        "9" * 5000,
    ],
)
def test_no_date_of_the_surroundings_is_read_with_them(seconds: str) -> None:
    run = run_ladder("path", "us-nd/0441", "us-nd/0443", env={"SOURCE_DATE_EPOCH": seconds})
    assert (run.status, run.out) == (2, "")
    assert run.err.startswith("SOURCE_DATE_EPOCH is ")
