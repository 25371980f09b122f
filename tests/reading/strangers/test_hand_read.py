"""Rows read by hand, and small documents of own wording: their form, and what they take from the texts."""

import html
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.measure import SHARED
from tests.reading.strangers.case_reading import cases_of

pytestmark = pytest.mark.untraced

HERE = Path(__file__).parent
Row = dict[str, Any]
ATOMS = {
    "experience": {"type", "months", "in_classes", "at_level_of", "within", "field"},
    "education": {"type", "degree", "fields", "semester_hours"},
    "license": {"type", "field"},
    "course": {"type", "field"},
    "other": {"type", "field"},
}
MORE = {"employer", "recent_years", "months_to", "judged", "soft", "after", "inside", "semester_hours"}
DEGREES = {"elementary", "high_school", "diploma", "associate", "bachelor", "master", "doctorate", None}
STRANGERS = cases_of(HERE / "hand_read.jsonl")
SECOND = cases_of(HERE / "hand_read_second.jsonl")
SENTENCES = cases_of(HERE / "own_sentences.jsonl")
CITIES = {
    city: [
        row
        for name in ("hand_read", "hand_read_second")
        for row in cases_of(HERE / f"{city.replace('-', '_')}_{name}.jsonl")
    ]
    for city in ("los-angeles", "philadelphia")
}
YEARS = {1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 8: "eight"}
MONTHS = {6: "six"}
ROW = {
    *("file", "employer", "title", "title_also", "class_code", "pay", "routes"),
    *("substitutions", "steps", "conditions", "must_not", "ambiguous"),
}


needs_corpora = pytest.mark.skipif(not SHARED.is_dir(), reason="the real documents are not here (../shared/corpora)")


def atoms_in(rows: list[Row]) -> Iterator[Row]:
    return (atom for row in rows for route in row["routes"] or () for atom in route["all_of"])


def text_of(folder: str, name: str) -> str:
    """The text of a document, tags out, spaces joined, without letter case."""
    printed = (SHARED / "corpora" / folder / name).read_text("utf-8", "replace")
    return " ".join(re.sub(r"<[^>]+>", " ", html.unescape(printed)).replace("\xa0", " ").split()).casefold()


def test_the_fields_of_a_row_are_those_of_the_gold_file() -> None:
    assert {frozenset(row) for row in (*STRANGERS, *SECOND)} == {frozenset(ROW)}
    assert len({row["file"] for row in (*STRANGERS, *SECOND)}) == 45
    assert len({row["employer"] for row in STRANGERS}) == len(STRANGERS) == 15


@pytest.mark.parametrize("rows", [STRANGERS, SECOND, SENTENCES], ids=["strangers", "second", "sentences"])
def test_atoms_hold_what_their_kind_holds(rows: list[Row]) -> None:
    for atom in atoms_in(rows):
        assert ATOMS[atom["type"]] <= set(atom) <= ATOMS[atom["type"]] | MORE
        assert atom.get("degree") in DEGREES


@pytest.mark.parametrize("rows", [STRANGERS, SECOND, SENTENCES], ids=["strangers", "second", "sentences"])
def test_a_part_has_its_whole_in_the_same_route(rows: list[Row]) -> None:
    for row in rows:
        for route in row["routes"] or ():
            outer = {atom.get("months") for atom in route["all_of"] if not atom.get("within")}
            assert all(atom["within"] in outer for atom in route["all_of"] if atom.get("within"))


@needs_corpora
def test_titles_codes_and_classes_stand_in_the_texts() -> None:
    for row in (*STRANGERS, *SECOND):
        text = text_of(f"strangers/{row['employer']}", row["file"])
        named = [
            title for atom in atoms_in([row]) for title in (*atom.get("in_classes", ()), *atom.get("at_level_of", ()))
        ]
        steps = [step["from_title"] for step in row["steps"]]
        for words in (row["title"], *row["title_also"], row["class_code"] or "", *named, *steps):
            assert " ".join(words.split()).casefold() in text, (row["file"], words)


@needs_corpora
def test_figures_stand_in_the_texts() -> None:
    """Every year or month of a route is printed before its unit, in words or in digits."""
    for row in (*STRANGERS, *SECOND):
        text = text_of(f"strangers/{row['employer']}", row["file"])
        for months in {atom["months"] for atom in atoms_in([row]) if atom["type"] == "experience"}:
            years = f"{YEARS.get(months // 12)}|{months // 12}" if months % 12 == 0 else "none"
            printed = rf"\b(?:(?:{years})\b[^.;]{{0,14}}year|(?:{MONTHS.get(months)}|{months})\b[^.;]{{0,14}}month)"
            assert re.search(printed, text), (row["file"], months)


def test_an_ambiguous_sentence_holds_the_chosen_reading_and_another() -> None:
    both = [case for case in SENTENCES if case["ambiguous"]]
    assert len(both) == 3
    assert all(case["ambiguous"][0] == case["routes"] != case["ambiguous"][1] for case in both)


@needs_corpora
@pytest.mark.parametrize("city", CITIES)
def test_rows_of_a_city_have_the_fields_of_its_gold_file(city: str) -> None:
    gold = {key for row in cases_of(SHARED / "corpora" / f"{city}-gold.jsonl") for key in row}
    assert all(set(row) - {"early_filing_months"} == gold for row in CITIES[city])
    assert len({row["file"] for row in CITIES[city]}) == len(CITIES[city]) == 27


@needs_corpora
@pytest.mark.parametrize("city", CITIES)
def test_titles_and_codes_of_a_city_stand_in_the_texts(city: str) -> None:
    for row in CITIES[city]:
        text = text_of(city, row["file"])
        assert row["title"].casefold() in text, row["file"]
        assert row["class_code"].casefold() in text, row["file"]


@needs_corpora
@pytest.mark.parametrize("city", CITIES)
def test_rows_of_a_city_are_of_documents_that_nobody_read_before(city: str) -> None:
    read = cases_of(SHARED / "corpora" / f"{city}-gold.jsonl")
    for file in (HERE.parent / "hand_read").glob(f"{city}*.jsonl"):
        read += cases_of(file)
    assert not {row["file"] for row in read} & {row["file"] for row in CITIES[city]}
