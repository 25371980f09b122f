"""A table of classes: which row names its columns, what a row becomes, how its documents are named."""

from pathlib import Path

import pytest

from ladder.errors import BadFileError
from ladder.reading.class_rows import documents_of_rows, open_documents
from ladder.reading.documents import read_document, read_files
from ladder.reading.jurisdictions.outline.vocabulary import HeadingWords, KindWords, LabelWords
from ladder.reading.passages import Document
from ladder.reading.text.sheet_rows import Row, Sheet, Table
from ladder.specification import Completeness, PayUnit

HEADER = ("Class Title", "Class Code", "Minimum Qualifications", "Annual Salary")
FERRY = ("Ferry Mate", "0441", "Two years of experience as a Ferry Hand.", "$40,000 - $50,000")


def table(*rows: tuple[str, ...], name: str = "a.csv", row_word: str = "row") -> Table:
    return Table(name, (Sheet("", tuple(Row(number, row) for number, row in enumerate(rows, 1))),), row_word=row_word)


def documents(*rows: tuple[str, ...]) -> tuple[Document, ...]:
    return documents_of_rows(table(*rows))


def test_a_row_is_labels_and_headings() -> None:
    (document,) = documents(HEADER, FERRY)
    assert document.text.split("\n") == [
        "Class Title: Ferry Mate",
        "Class Code: 0441",
        "Annual Salary: $40,000 - $50,000",
        "Minimum Qualifications",
        "Two years of experience as a Ferry Hand.",
    ]
    assert (document.headings, document.is_row, document.name) == (((4, 2),), True, "a.csv, 0441")


def test_a_row_is_read_as_an_outline_whosever_it_is() -> None:
    (document,) = documents(HEADER, FERRY)
    for jurisdiction in ("us-zz", "us-ct", "us-ca"):
        (reading,) = read_document(document, jurisdiction=jurisdiction)
        assert reading.record is not None
        assert (reading.record.class_id, reading.record.completeness) == (f"{jurisdiction}/0441", Completeness.WHOLE)
        assert [rule.months for rule in reading.record.experience()] == [24]
        assert reading.record.pay is not None
        assert [one.unit for one in reading.record.pay.ranges] == [PayUnit.YEARLY]


def test_what_stands_above_the_names_of_columns_is_noted() -> None:
    first, second = documents(("Class plan", "2024"), HEADER, FERRY, HEADER, ("Pilot", "0442", "None"))
    assert [(note.code, note.text[-15:]) for note in first.notes] == [("TABLE_LEFT_OUT", "Class plan 2024")]
    assert (second.name, second.notes) == ("a.csv, 0442", ())


def test_a_column_that_nobody_knows_is_left_to_a_person() -> None:
    (document,) = documents((*HEADER, "Zones"), (*FERRY, "A seaman's book is needed.", "and more"))
    assert document.text.endswith("Zones\nA seaman's book is needed.\nColumn 6\nand more")
    (reading,) = read_document(document, jurisdiction="us-zz")
    assert reading.record is not None
    assert reading.record.completeness is Completeness.PARTIAL


def test_columns_are_known_by_words_of_the_user_too() -> None:
    words = HeadingWords(labels=LabelWords(title=("berth",)), open=KindWords(phrases=("what you bring along",)))
    rows = table(("Berth", "What you bring along", "Other"), ("Pilot", "Two years of experience as a Mate."))
    with pytest.raises(BadFileError, match=r"no row of it is a class.*headings\.yaml"):
        documents_of_rows(rows)
    (document,) = documents_of_rows(rows, words=words)
    assert document.name == "a.csv, Pilot"


@pytest.mark.parametrize(
    "rows",
    [
        (),
        (("Name", "Phone"), ("Ada", "5")),
        (("Class Title",), ("Clerk",)),
        (HEADER,),
        (("Class Code", "Salary"), ("1", "2")),
    ],
)
def test_a_table_of_something_else_is_refused(rows: tuple[tuple[str, ...], ...]) -> None:
    with pytest.raises(BadFileError, match="no row of it is a class"):
        documents(*rows)


def test_documents_are_named_by_code_else_title_else_row() -> None:
    named = documents(
        ("Job Title", "Job Code", "Experience"),
        ("Mate", "1"),
        ("Pilot",),
        ("Pilot",),
        ("", "", "One year."),
        ("Hand", "1"),
    )
    assert [one.name for one in named] == [
        "a.csv, 1 (row 2)",
        "a.csv, Pilot (row 3)",
        "a.csv, Pilot (row 4)",
        "a.csv, row 5",
        "a.csv, 1 (row 6)",
    ]
    rows = (Row(0, ("title", "qualifications")), Row(1, ("Mate", "None")))
    (document,) = documents_of_rows(Table("a.json", (Sheet("", rows),), row_word="class"))
    assert document.name == "a.json"


def test_sheets_without_columns_that_are_known_are_left_out_and_told() -> None:
    sheets = (Sheet("Notes", (Row(1, ("old",)),)), Sheet("Plan", (Row(4, HEADER), Row(5, ("", "", "One year.")))))
    (document,) = documents_of_rows(Table("a.xlsx", sheets))
    assert document.name == "a.xlsx, Plan row 5"
    (note,) = document.notes
    assert (note.code, note.text) == (
        "TABLE_LEFT_OUT",
        "the sheet 'Notes' names no columns that are known, and is left out",
    )


def test_a_raised_mark_in_a_cell_is_left_out_and_noted() -> None:
    (document,) = documents(HEADER, ("Mate", "1", "2\u00b9 years of experience\fas a Hand"))
    assert document.text.endswith("2 years of experience as a Hand")
    assert [note.code for note in document.notes] == ["FOOTNOTE_MARK"]


def test_files_of_one_text_and_of_rows_are_opened_alike(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("words", "utf-8")
    (tmp_path / "a.csv").write_text("Title,Experience\nMate,One year of experience as a Hand.\nPilot,None\n", "utf-8")
    assert [one.text for one in open_documents(tmp_path / "a.txt")] == ["words"]
    readings = list(read_files([tmp_path / "a.csv"], jurisdiction="us-zz"))
    assert [one.record.title for each in readings for one in each if one.record] == ["Mate", "Pilot"]
