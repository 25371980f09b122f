"""Tables: aligned, wrapped, and never wider than the page."""

from hypothesis import given
from hypothesis import strategies as st

from ladder.cli.page_text import (
    NARROWEST_PAGE,
    PAGE_WIDTH,
    WIDEST_PARAGRAPH,
    page_of_width,
    print_list,
    print_section,
    print_table,
    wrap_text,
)


def test_columns_are_aligned_and_numbers_stand_at_the_right() -> None:
    assert print_table(["Class", "Months"], [["a", "12"], ["bcdefg", "7"]], numeric=frozenset({1})) == (
        "Class   Months\n------  ------\na           12\nbcdefg       7\n"
    )


def test_long_cells_are_wrapped_at_blanks_and_no_word_is_broken() -> None:
    table = print_table(["Class", "Title"], [["us-ct/some-long-class", "A title of words"]], width=30)
    assert table.splitlines()[2:] == ["us-ct/some-long-class  A title", " " * 23 + "of", " " * 23 + "words"]


def test_a_table_that_does_not_fit_becomes_a_list() -> None:
    rows = [["us-ct/some-long-class", "A title", "12"], ["us-nd/1", "", "7"]]
    assert print_table(["Class", "Title", "Months"], rows, width=24, indent=" ") == (
        " us-ct/some-long-class\n   Title: A title\n   Months: 12\n us-nd/1\n   Months: 7\n"
    )


def test_words_kept_together_stay_on_one_line() -> None:
    table = print_table(["In", "Class"], [["November\u00a02026", "Customer Service Consultant"]], width=32)
    assert table.splitlines()[2:] == ["November 2026  Customer Service", "               Consultant"]


def test_lists_and_sections() -> None:
    assert print_list(["one", "two " * 3], bullet="* ", indent="") == "* one\n* two two two"
    assert wrap_text("a b c d", width=5, first="- ", indent="  ") == "- a b\n  c d"
    assert print_section("Head", "", "  body\n", "\n", "  more") == "Head\n  body\n\n  more\n"
    assert print_section("Head", "", "") == ""


def test_no_rows_leave_the_headings() -> None:
    assert print_table(["A", ""], []) == "A\n-  -\n"


@given(st.lists(st.lists(st.text(max_size=60), min_size=4, max_size=4), max_size=5))
def test_no_line_is_wider_than_the_page(rows: list[list[str]]) -> None:
    table = print_table(["One", "Two", "Three", "Four"], rows)
    assert all(len(line) <= PAGE_WIDTH for line in table.split("\n"))


def test_paragraphs_are_wrapped() -> None:
    assert wrap_text("one  two\nthree", width=8, indent="  ") == "one two\n  three"


def test_a_wide_page_has_wide_tables_and_paragraphs_of_at_most_120_columns() -> None:
    words = "word " * 60
    rows = [["x" * 30, words.strip()]]
    with page_of_width(200):
        assert max(map(len, print_table(["A", "B"], rows).splitlines())) > 190
        assert WIDEST_PARAGRAPH - 5 < max(map(len, wrap_text(words).splitlines())) <= WIDEST_PARAGRAPH
        assert max(map(len, print_list([words]).splitlines())) <= WIDEST_PARAGRAPH
    assert max(map(len, print_table(["A", "B"], rows).splitlines())) <= PAGE_WIDTH


def test_a_page_is_at_least_40_columns_wide() -> None:
    with page_of_width(3):
        assert NARROWEST_PAGE - 5 < max(map(len, wrap_text("word " * 60).splitlines())) <= NARROWEST_PAGE
    assert max(map(len, wrap_text("word " * 60).splitlines())) > PAGE_WIDTH - 5
