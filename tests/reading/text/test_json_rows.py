"""Classes in JSON and in postings: fields as they are written, numbers as figures, and what is refused."""

import json

import pytest

from ladder.errors import BadFileError
from ladder.reading.text.extracts import UnfitDocumentError
from ladder.reading.text.json_rows import fields_of, load_json, read_json_rows
from ladder.reading.text.sheet_rows import unpack_sheets
from ladder.reading.text.web_page import read_page


def cells(tree: object) -> list[tuple[str, ...]]:
    (sheet,) = unpack_sheets(read_json_rows(json.dumps(tree).encode()).text)
    return [row.cells for row in sheet.rows]


def test_a_list_of_objects_is_rows_below_the_names_of_all_their_fields() -> None:
    tree = [
        {"title": "Clerk", "code": 441, "pay": 52000.50},
        {"title": "Typist", "asked": ["a", None, "b"], "exempt": False},
    ]
    assert cells(tree) == [
        ("title", "code", "pay", "asked", "exempt"),
        ("Clerk", "441", "52000.5"),
        ("Typist", "", "", "a\nb", "False"),
    ]


def test_figures_stay_as_they_are_written() -> None:
    assert load_json('[0.10, 1e5, NaN, "0441"]') == ["0.10", "1e5", "NaN", "0441"]


def test_objects_that_only_hold_classes_are_looked_into() -> None:
    assert cells({"count": 2, "results": [{"title": "a"}, [{"title": "b"}], "x"]}) == [("title",), ("a",), ("b",)]
    assert cells({"@graph": [{"@type": ["Thing", "https://schema.org/JobPosting"], "title": "a"}]})[1] == ("a",)


def test_objects_within_a_class_are_named_by_both_names() -> None:
    assert fields_of({"title": "a", "pay": {"low": "1", "high": {"at": "2"}}, "list": [{"x": "1", "y": None}]}) == {
        "title": "a",
        "pay low": "1",
        "pay high at": "2",
        "list": "x: 1",
    }


def test_marks_of_html_in_a_field_are_read_as_such() -> None:
    assert fields_of({"a": "<p>one</p><p>2<sup>1</sup></p>", "b": "5 < 6", "c": "<p> </p>", "d": "R&amp;D"}) == {
        "a": "one\n2\xb9",
        "b": "5 < 6",
        "d": "R&D",
    }


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("{", "no sound JSON"),
        ('{"a": 1, "a": 2}', "a name stands twice in an object, one of a"),
        ("[" * 100_000, "too deep"),
        ("[" * 60 + "{}" + "]" * 60, "holds no class"),
        ("[]", "holds no class"),
        ('"words"', "holds no class"),
        ('[{"title": null}]', "holds no class"),
    ],
)
def test_what_is_no_class_is_refused(text: str, what: str) -> None:
    with pytest.raises(UnfitDocumentError, match=what):
        read_json_rows(text.encode())


def posting(**said: object) -> dict[str, object]:
    fields = fields_of({"@type": "JobPosting", **said})
    return {name: text for name, text in fields.items() if name != "other information"}


@pytest.mark.parametrize(
    ("pay", "told"),
    [
        ({"value": {"minValue": "31.4", "maxValue": "38", "unitText": "HOUR"}}, "$31.40 - $38 per hour"),
        ({"currency": "USD", "value": {"value": "52000", "unitText": "YEAR"}}, "$52000 per year"),
        ({"currency": "USD", "value": "52000", "unitText": "Fortnight"}, "$52000 Fortnight"),
        ({"minValue": "1", "maxValue": "2", "unitText": "MONTH"}, "$1 - $2 per month"),
        ({"currency": "CAD", "value": "5"}, "CAD {'value': '5', 'currency': 'CAD'}"),
        ("$5 an hour", "$5 an hour"),
    ],
)
def test_pay_is_told_as_it_is_printed(pay: object, told: str) -> None:
    assert posting(baseSalary=pay) == {"salary": told}


def test_properties_have_the_names_that_documents_print() -> None:
    told = posting(
        name="Clerk",
        identifier="0441",
        educationRequirements=[
            {"credentialCategory": "bachelor degree"},
            "a license",
            {"credentialCategory": "Other", "name": "x"},
        ],
        experienceRequirements={"monthsOfExperience": "24", "description": "in filing"},
        physicalRequirement="lifts",
        sensoryRequirement="hears",
        oddProperty="odd",
    )
    assert told == {
        "title": "Clerk",
        "class code": "0441",
        "education": "Bachelor's degree\na license\nOther. x",
        "experience": "24 months of experience. in filing",
        "physical requirements": "lifts\nhears",
        "oddProperty": "odd",
    }
    assert posting(title="a", name="b", experienceRequirements=["1", {"name": "2"}]) == {
        "title": "a",
        "name": "b",
        "experience": "1\n2",
    }


def test_what_only_says_where_and_when_stands_below_one_heading() -> None:
    fields = fields_of({"@type": "JobPosting", "@id": "x", "title": "a", "datePosted": "2024", "url": None})
    assert fields == {"title": "a", "other information": "datePosted: 2024"}


def page(shown: str, *data: str) -> bytes:
    scripts = "".join(f'<script type="application/ld+json">{one}</script>' for one in data)
    return f"<!DOCTYPE html><html><head>{scripts}</head><body>{shown}</body></html>".encode()


POSTING = '{"@type": "JobPosting", "title": "Clerk"}'


def test_a_page_with_next_to_no_words_is_read_from_its_data() -> None:
    extract = read_page(page("<p>Loading</p>", "not JSON", '{"@type": "Person", "name": "A"}', POSTING))
    assert extract.is_table
    assert [note[0] for note in extract.notes] == ["JOB_POSTING_READ"]
    assert "it shows only: nothing" in read_page(page("", POSTING)).notes[0][3]


def test_a_page_with_words_is_read_by_them() -> None:
    assert not read_page(page("words " * 60, POSTING)).is_table
    assert read_page(page("words")).text == "words\n"
    with pytest.raises(BadFileError, match="no words on the page"):
        read_page(page("", "{}"))
