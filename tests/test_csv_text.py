"""CSV that a spreadsheet shows and never runs: one line a row, each text got back."""

import csv
import io
from decimal import Decimal
from unicodedata import normalize

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ladder.answer_tables import Cell, Table
from ladder.csv_text import disarm, print_csv, rearm, write_in_one_line
from tests.measure import measure

LEADERS = ["=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20", "\u2212", "\ufe66", "\ufe62", "\ufe63", "\ufe6b"]
UNSEEN = [
    "",
    " ",
    "\t",
    "\n",
    "\r",
    "\r\n",
    "\u00a0",
    "\u200b",
    "\ufeff",
    "\u3000",
    "\u2060",
    "\u00ad",
    "\u3164",
    "\x00",
]
LINE_ENDS = ["\r", "\n", "\r\n", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029"]
TEXTS = st.text(st.characters(exclude_categories=())) | st.text(
    st.sampled_from([*"=+-@|%'\",;\r\n\t aC1", *LEADERS, *UNSEEN[6:], *LINE_ENDS[3:]])
)
"""Any text at all, halves of letters included, and texts thick with what is dangerous."""


def page_of(*cells: Cell) -> str:
    return print_csv(Table(("a",) * len(cells), (cells,)))


def rows_of(page: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(page, newline="")))


def is_live(cell: str) -> bool:
    """Say whether a spreadsheet may run the cell: told apart from the program's own way of telling."""
    seen = normalize("NFKC", "".join(one for one in cell if one.isprintable() and not one.isspace()))
    return seen.lstrip("\u115f\u1160\u2800\u3164\uffa0").startswith(("=", "+", "-", "@", "\u2212"))


@pytest.mark.parametrize("leader", LEADERS)
@pytest.mark.parametrize("unseen", UNSEEN, ids=ascii)
def test_a_text_that_would_run_is_disarmed(unseen: str, leader: str) -> None:
    text = f"{unseen}{leader}1+1"
    assert rows_of(page_of(text))[1] == ["'" + write_in_one_line(text)]
    assert print_csv(Table((text,), ())) == page_of(text).splitlines()[1] + "\n"


@pytest.mark.parametrize("end", LINE_ENDS, ids=ascii)
def test_a_line_end_in_a_cell_splits_no_row_and_leaves_no_formula(end: str) -> None:
    page = page_of("us-aa/1", f"Clerk{end}=1+1", "x")
    assert page.splitlines() == ["a,a,a", "us-aa/1,Clerk =1+1,x"]


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
        ('=HYPERLINK("x","y")', '\'=HYPERLINK("x","y")'),
        ("'=1+1", "''=1+1"),
        ("'tis", "''tis"),
        ("'", "''"),
        ("50% time", "50% time"),
        ("%", "%"),
        ("|x", "|x"),
        ("a=1", "a=1"),
        ('"=1+1"', '"=1+1"'),
        ("\u2013 Clerk", "\u2013 Clerk"),
        ("\u00c9tude", "\u00c9tude"),
        ("", ""),
        (" ", " "),
        ("Clerk\tI", "Clerk I"),
        ("Clerk\x00\x1b", "Clerk  "),
        ("Clerk\ud800", "Clerk\ufffd"),
    ],
)
def test_each_text_as_it_comes_out(text: str, cell: str) -> None:
    assert rows_of(page_of("1", text))[1] == ["1", cell]


def test_numbers_stay_numbers_and_nothing_is_an_empty_cell() -> None:
    assert page_of(-5, Decimal("-1.50"), 0, None, "-5").splitlines()[1] == "-5,-1.50,0,,'-5"


@given(TEXTS)
@example("'")
@example("\r\n=1")
@settings(max_examples=measure(10_000))
def test_one_leading_apostrophe_less_is_the_text_again(text: str) -> None:
    assert rearm(disarm(text)) == text
    told = write_in_one_line(text)
    assert write_in_one_line(told) == told
    assert len(f"{told}.".splitlines()) == 1
    ((_, cell),) = rows_of(page_of("x", text))[1:]
    assert rearm(cell) == told
    assert not is_live(cell)


@given(st.lists(st.lists(TEXTS | st.none() | st.integers(), min_size=3, max_size=3), max_size=5))
@settings(max_examples=measure(10_000))
def test_a_table_has_as_many_lines_as_rows_and_none_begins_a_formula(rows: list[list[Cell]]) -> None:
    page = print_csv(Table(("from", "to", "title"), tuple(tuple(row) for row in rows)))
    page.encode()
    assert len(page.splitlines()) == len(rows_of(page)) == len(rows) + 1
    assert {len(row) for row in rows_of(page)} == {3}
    numbers = {str(cell) for row in rows for cell in row if isinstance(cell, int)}
    begun = [line.removeprefix('"') for line in page.splitlines() if line.partition(",")[0] not in numbers]
    assert not [line for line in begun if is_live(line)]
    assert not [cell for row in rows_of(page) for cell in row if is_live(cell) and cell not in numbers]
