"""Cells, labels of several lines and columns of a PDF, by where its letters stand."""

from collections.abc import Sequence

import pytest

from ladder.reading.text.pdf_layout import HYPHEN_AT_LINE_END, lay_out
from ladder.reading.text.pdf_shifts import Letter
from ladder.reading.text.pdf_text import read_pdf_text
from tests.reading.text.making import pdf_of_streams

Words = Sequence[tuple[int, int, str]]
"""Words, and where they stand: points from the left and from the foot."""


def text_of(words: Words) -> str:
    stream = b"\n".join(b"BT /F1 9 Tf 1 0 0 1 %d %d Tm (%b) Tj ET" % (x, y, said.encode()) for x, y, said in words)
    return read_pdf_text(pdf_of_streams(stream)).text


LEFT = ("Under direction of a keeper, looks after the", "boats of the county and keeps their papers in", "good order.")
RIGHT = (
    "Two years of service as a Ferry Hand and one",
    "year of service as a Ferry Mate, or three years",
    "as a Pilot.",
)


def column(x: int, lines: Sequence[str], top: int = 700) -> list[tuple[int, int, str]]:
    return [(x, top - 12 * number, line) for number, line in enumerate(lines)]


def by_line(*columns: Words) -> list[tuple[int, int, str]]:
    return sorted((one for each in columns for one in each), key=lambda one: (-one[1], one[0]))


def test_columns_written_one_after_the_other_stay_so() -> None:
    assert text_of([*column(40, LEFT), *column(320, RIGHT)]) == "\n".join((*LEFT, *RIGHT))


def test_columns_written_line_by_line_are_read_one_after_the_other() -> None:
    head, foot = (40, 760, "Ferry " * 90), (40, 100, "Page " * 100)
    words = [head, *by_line(column(40, LEFT * 2), column(320, RIGHT * 2)), foot]
    assert text_of(words).split("\n")[1:-1] == [*LEFT * 2, *RIGHT * 2]


@pytest.mark.parametrize(
    "rows",
    [
        # Labels beside values; steps beside their pay; a few lines only; second cells that do not agree.
        [("Class Title", "Ferry Mate"), ("Class Code", "0441"), ("Union", "None"), ("Salary", "$5"), ("Exempt", "no")],
        [(f"Step {number}", f"${number}.00") for number in range(9)],
        list(zip(LEFT, RIGHT, strict=True)),
    ],
)
def test_a_table_is_read_row_by_row(rows: Sequence[tuple[str, str]]) -> None:
    words = [
        (x, 700 - 12 * number, said) for number, row in enumerate(rows) for x, said in zip((40, 320), row, strict=True)
    ]
    assert text_of(words) == "\n".join("\t".join(row) for row in rows)


def test_second_cells_that_do_not_agree_make_no_column() -> None:
    words = [
        one
        for number in range(8)
        for one in ((40, 700 - 12 * number, "one"), (200 + 30 * number, 700 - 12 * number, "two"))
    ]
    assert text_of(words) == "\n".join(["one\ttwo"] * 8)


def test_a_label_of_several_lines_is_one() -> None:
    words = [*column(40, ("Minimum", "Qualifications")), *column(200, ("Two years", "of work")), (40, 600, "Duties")]
    assert text_of(words) == "Minimum Qualifications\tTwo years\nof work\nDuties"


def test_a_paragraph_beside_nothing_is_no_label() -> None:
    assert text_of([*column(40, ("one", "two")), (200, 600, "three"), (300, 640, "four")]) == "one\ntwo\nthree\nfour"


def test_ends_of_lines_of_every_kind() -> None:
    texts = ["a", "\r", "\n", "\n", "b", HYPHEN_AT_LINE_END, "c", "\u00a0"]
    letters = [Letter(text, 5.0 * place, 5.0 * place + 4, 0, 10) for place, text in enumerate(texts)]
    assert lay_out(letters, texts) == "a\n\nb-\nc"
    assert lay_out([], []) == ""


def test_letters_that_lie_on_their_side_part_nothing() -> None:
    letters = [Letter("a", 0, 5, 0, 10), Letter("b", 90, 95, 0, 0)]
    assert lay_out(letters, ["a", "b"]) == "ab"
