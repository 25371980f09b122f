"""Rows of separated values: the mark between cells, and cells as they are written."""

import pytest

from ladder.errors import BadFileError
from ladder.reading.text.csv_rows import read_csv
from ladder.reading.text.sheet_rows import MOST_COLUMNS, MOST_ROWS, Row, pack_sheets, rows_of, unpack_sheets


def rows(text: str) -> tuple[Row, ...]:
    (sheet,) = read_csv(text.encode(), name="a.csv").sheets
    return sheet.rows


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_the_mark_between_cells_is_found(mark: str) -> None:
    said = f'Title{mark}Code{mark}Asked\r\nClerk{mark}0441{mark}"one{mark} two; three, four"\r\n'
    assert rows(said)[1].cells == ("Clerk", "0441", f"one{mark} two; three, four")


def test_nothing_in_a_cell_is_a_number_and_rows_are_counted_as_a_sheet_counts() -> None:
    assert rows('a,1E3\n\n0441,"two\nlines",,\n" x ",+1') == (
        Row(1, ("a", "1E3")),
        Row(3, ("0441", "two\nlines")),
        Row(4, (" x ", "+1")),
    )


def test_a_file_of_one_column_has_rows_too() -> None:
    assert rows("one\ntwo") == (Row(1, ("one",)), Row(2, ("two",)))


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("", "no text"),
        (",,\n\n,", "no text"),
        ('a,b\n"never ends', "this table is not read"),
        ("a,b\n" * (MOST_ROWS + 1), f"more than {MOST_ROWS:,} rows"),
        ("a," * (MOST_COLUMNS + 1) + "b", f"row 1 has more than {MOST_COLUMNS} columns"),
        ("a\0b", "NUL"),
    ],
)
def test_what_is_no_table_is_refused(text: str, what: str) -> None:
    with pytest.raises(BadFileError, match=what):
        rows(text)


def test_encodings_are_noted() -> None:
    assert [note.code for note in read_csv(b"Title,Code\ncaf\xe9,1", name="a.csv").notes] == ["ENCODING_CP1252"]


def test_marks_of_packing_in_a_cell_are_blanks() -> None:
    packed = pack_sheets([])
    assert unpack_sheets(packed) == ()
    (row,) = rows_of([(1, ["a\x1eb\x1fc", ""])])
    assert row.cells == ("a\x1eb\x1fc",)
