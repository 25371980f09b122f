"""Tables: aligned, wrapped, and never wider than the page."""

from hypothesis import given
from hypothesis import strategies as st

from ladder.cli.tables import PAGE_WIDTH, print_table, wrap_text


def test_columns_are_aligned_and_numbers_stand_at_the_right() -> None:
    assert print_table(["Class", "Months"], [["a", "12"], ["bcdefg", "7"]], numeric=frozenset({1})) == (
        "Class   Months\n------  ------\na           12\nbcdefg       7\n"
    )


def test_long_cells_are_wrapped_and_the_jurisdiction_of_a_class_id_stays_whole() -> None:
    table = print_table(["Class", "Title"], [["us-ct/some-long-class", "A title of several words"]], width=24)
    assert table.splitlines()[2:] == ["us-ct/some-  A title of", "long-class   several", "             words"]


def test_no_rows_leave_the_headings() -> None:
    assert print_table(["A", ""], []) == "A\n-  -\n"


@given(st.lists(st.lists(st.text(max_size=60), min_size=4, max_size=4), max_size=5))
def test_no_line_is_wider_than_the_page(rows: list[list[str]]) -> None:
    table = print_table(["One", "Two", "Three", "Four"], rows)
    assert all(len(line) <= PAGE_WIDTH for line in table.split("\n"))


def test_paragraphs_are_wrapped() -> None:
    assert wrap_text("one  two\nthree", width=8, indent="  ") == "one two\n  three"
