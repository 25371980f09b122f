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
    letters = [Letter(text, 5.0 * place, 5.0 * place + 4, -9.0 * place, 10) for place, text in enumerate(texts)]
    assert lay_out(letters, texts) == "a\n\nb-\nc"
    assert lay_out([], []) == ""


def test_letters_that_lie_on_their_side_part_nothing() -> None:
    letters = [Letter("a", 0, 5, 0, 10), Letter("b", 90, 95, 0, 0)]
    assert lay_out(letters, ["a", "b"]) == "ab"


def test_cells_that_stand_close_are_parted_where_other_cells_begin() -> None:
    words = [(40, 700, "Union"), (120, 700, "None"), (40, 688, "Salary"), (120, 688, "$5 an hour")]
    close = [(40, 676, "Distinguishing"), (103, 676, "of"), (120, 676, "1. Two years"), (133, 664, "of work")]
    assert text_of([*words, *close]) == "Union\tNone\nSalary\t$5 an hour\nDistinguishing of\t1. Two years\nof work"


def test_the_mark_of_a_list_stays_with_its_item() -> None:
    cells = [(x, 700 - 12 * n, said) for n in range(3) for x, said in ((40, "Label"), (133, "item"))]
    words = [*cells, (40, 640, "Minimum Qualific"), (120, 640, "2."), (133, 640, "Two years")]
    assert text_of(words).split("\n")[3:] == ["Minimum Qualific\t2. Two years"]
    assert text_of([*cells, (120, 640, "2."), (133, 640, "Two years")]).split("\n")[3:] == ["2. Two years"]


@pytest.mark.parametrize(
    ("label", "value"),
    [
        # In the middle of its value, or its value in the middle of it.
        (column(40, ("Definition",), top=688), column(160, ("one", "two", "three"))),
        (column(40, ("Examples", "of Duties"), top=694), column(160, ("one", "two", "three"))),
        (column(40, ("Minimum", "Qualifications")), column(160, ("one",), top=694)),
    ],
)
def test_a_label_in_the_middle_of_its_value_stands_before_it(label: Words, value: Words) -> None:
    said = " ".join(words for _, _, words in label) + "\t" + "\n".join(words for _, _, words in value)
    assert text_of([*label, *value, (40, 600, "after")]) == f"{said}\nafter"


def test_a_label_may_end_on_the_line_that_its_value_begins_on() -> None:
    words = [(40, 712, "Minimum"), *by_line([(40, 700, "Qualifications")], column(160, ("one",))), (160, 688, "two")]
    assert text_of([*words, (40, 600, "after")]) == "Minimum\nQualifications\tone\ntwo\nafter"
    middle = [(40, 706, "Working"), (40, 694, "Conditions"), *column(160, ("one", "two"), top=706)]
    assert text_of([*middle, (40, 600, "after")]) == "Working Conditions\tone\ntwo\nafter"


def test_the_last_line_of_a_column_is_no_label_of_the_first_of_the_next() -> None:
    left, right = column(40, [f"line {n} of the left" for n in range(9)]), column(320, [f"line {n}" for n in range(9)])
    assert text_of([*left, *right]).count("\t") == 0


def heading(*lines: tuple[int, str]) -> str:
    large = b"\n".join(b"BT /F1 18 Tf 1 0 0 1 40 %d Tm (%b) Tj ET" % (y, said.encode()) for y, said in lines)
    plain = b"\n".join(b"BT /F1 9 Tf 1 0 0 1 40 %d Tm (words of plain text) Tj ET" % y for y in range(500, 560, 12))
    return read_pdf_text(pdf_of_streams(large + b"\n" + plain)).text.split("\nwords")[0]


def test_a_heading_that_was_too_long_for_its_column_is_one_line() -> None:
    assert heading((700, "Senior Drainage Inspector"), (679, "of Ditches")) == "Senior Drainage Inspector of Ditches"
    assert heading((700, "Ferry"), (679, "Senior Ferry Mate of the Lake")) == "Ferry\nSenior Ferry Mate of the Lake"
    assert heading((700, "Senior Drainage Inspector"), (640, "of Ditches")) == "Senior Drainage Inspector\nof Ditches"
