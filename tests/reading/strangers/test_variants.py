"""Variants of small documents: the document and its right reading change together, and nothing else does."""

import json
from pathlib import Path
from random import Random

import pytest

from tests.reading.strangers.case_amounts import amounts_of, with_amounts_as, with_other_figures
from tests.reading.strangers.case_items import (
    has_marks,
    in_other_order,
    refers_to_items,
    runs_of,
    with_marks,
    with_space_between,
)
from tests.reading.strangers.case_reading import Case, asked_figures, atoms_of, cases_of, class_names, with_figures
from tests.reading.strangers.case_words import (
    fields_that_stand,
    names_that_stand,
    rejoined,
    renamed,
    with_blank_lines,
    with_loud_headings,
)
from tests.reading.strangers.variants import CHANGES, new_figures, other_order, variants

pytestmark = pytest.mark.untraced

OWN = cases_of(Path(__file__).with_name("own_sentences.jsonl"))
LISTED = "1. Two years of mowing; or\n2. A degree; or\n3. One year as a Rat Catcher.\n"


def experience(months: int, *classes: str, field: str = "", within: int | None = None) -> Case:
    return {
        "type": "experience",
        "months": months,
        "in_classes": list(classes),
        "at_level_of": [],
        "within": within,
        "field": field,
    }


def a_case(document: str, *atoms: Case, **more: object) -> Case:
    empty: Case = {
        "substitutions": [],
        "conditions": [],
        "not_classes": [],
        "not_in_record": [],
        "early_filing_months": None,
    }
    routes = {"routes": [{"all_of": list(atoms)}], "ambiguous": None}
    return {"id": "t", "format": "txt", "document": document, **empty, **routes, **more}


def shape_of(case: Case) -> object:
    """The case with every string and number taken out."""

    def shape(value: object) -> object:
        if isinstance(value, dict):
            return {key: shape(each) for key, each in value.items()}
        return [shape(each) for each in value] if isinstance(value, list) else type(value).__name__

    return shape(case)


@pytest.mark.parametrize("case", OWN, ids=lambda case: case["id"])
def test_variants_keep_the_schema_and_the_case_they_are_of(case: Case) -> None:
    before = json.dumps(case)
    for seed in range(30):
        one = variants(case, seed)
        assert shape_of(one) == shape_of(case)
        assert one == variants(case, seed)
        assert {key: one[key] for key in ("kind", "layout", "format", "told_ok", "why")} == {
            key: case[key] for key in ("kind", "layout", "format", "told_ok", "why")
        }
    assert json.dumps(case) == before


@pytest.mark.parametrize("case", OWN, ids=lambda case: case["id"])
def test_what_stood_in_the_document_stands_in_the_variant(case: Case) -> None:
    followed = asked_figures(case) <= {figure for amount in amounts_of(case["document"]) for figure in amount.figures}
    for seed in range(30):
        one = variants(case, seed)
        printed = {figure for amount in amounts_of(one["document"]) for figure in amount.figures}
        assert not followed or asked_figures(one) <= printed
        assert len(names_that_stand(one)) == len(names_that_stand(case))
        for words in (*one["conditions"], *one["not_in_record"]):
            assert words.casefold() in one["document"].casefold()


@pytest.mark.parametrize("case", OWN, ids=lambda case: case["id"])
def test_a_part_stays_smaller_than_its_whole(case: Case) -> None:
    wholes = [sorted((atom["within"] or 0) - atom["months"] for atom in atoms_of(case) if atom.get("within"))]
    for seed in range(30):
        one = variants(case, seed)
        parts = [atom for atom in atoms_of(one) if atom.get("within")]
        assert len(parts) == len(wholes[0])
        assert all(atom["months"] < atom["within"] for atom in parts)


def test_seeds_make_different_documents() -> None:
    documents = {variants(case, seed)["document"] for case in OWN for seed in range(20)}
    assert len(documents) > 0.8 * 20 * len(OWN)


def test_ids_can_name_files() -> None:
    assert variants(OWN[0], 12)["id"] == OWN[0]["id"] + "-v12"


def test_every_change_changes_some_case() -> None:
    idle = [
        change.__name__
        for change in CHANGES
        if not any(change(case, Random(seed)) != case for case in OWN for seed in range(4))
    ]
    assert idle == []


def test_figures_change_in_the_text_and_in_the_reading() -> None:
    document = "Three (3) years' mowing experience, one (1) of which was as a Hay Clerk II; or 1 to 3 years of it."
    case = a_case(document, experience(36, field="mowing"), experience(12, "Hay Clerk II", within=36))
    figures = {36: 60, 12: 24}
    assert with_other_figures(document, figures) == (
        "Five (5) years' mowing experience, two (2) of which was as a Hay Clerk II; or 2 to 5 years of it."
    )
    assert with_figures(case, figures)["routes"] == [
        {"all_of": [experience(60, field="mowing"), experience(24, "Hay Clerk II", within=60)]}
    ]


@pytest.mark.parametrize(
    ("document", "figures", "expected"),
    [
        ("One year's mowing", {12: 36}, "Three years' mowing"),
        (
            "3+ years, 18 months, two additional years",
            {36: 12, 18: 7, 24: 60},
            "1+ year, 7 months, five additional years",
        ),
        ("2<sup>1</sup> years and 3\u00b9 years", {24: 48, 36: 60}, "4<sup>1</sup> years and 5\u00b9 years"),
        ("a two-year school and 2 years", {24: 36}, "a two-year school and 3 years"),
        ("one-half year, $2 years, 1-1/2 years", {24: 36, 12: 60}, "one-half year, $2 years, 1-1/2 years"),
    ],
)
def test_amounts_are_written_as_they_were(document: str, figures: dict[int, int], expected: str) -> None:
    assert with_other_figures(document, figures) == expected


@pytest.mark.parametrize(
    ("manner", "expected"),
    [
        ("words", "Two years of mowing, 3 (three) years and six months, 1-3 years"),
        ("digits", "2 years of mowing, 3 (three) years and 6 months, 1-3 years"),
        ("both", "Two (2) years of mowing, 3 (three) years and six (6) months, 1-3 years"),
        ("months", "24 months of mowing, 3 (three) years and 6 months, 1-3 years"),
    ],
)
def test_plain_amounts_are_written_in_other_manners(manner: str, expected: str) -> None:
    assert with_amounts_as("Two years of mowing, 3 (three) years and 6 months, 1-3 years", manner) == expected


def test_years_that_a_part_counts_in_stay_years() -> None:
    document = "Six years of mowing, two of them as a Hay Clerk"
    assert with_amounts_as(document, "months") == document


@pytest.mark.parametrize(
    ("document", "reading", "more"),
    [
        ("A year and a half of mowing", 18, {}),
        ("Three (2) years of mowing", 36, {}),
        ("Two years of mowing, all of it paid", 24, {"early_filing_months": 6}),
    ],
)
def test_figures_that_cannot_be_followed_stay(document: str, reading: int, more: Case) -> None:
    assert new_figures(a_case(document, experience(reading), **more), Random(1)) == {}


def test_figures_of_substitutions_stay_and_the_asked_ones_keep_above_them() -> None:
    substitution = {"kind": "study", "for_months": [48], "at_most_months": 24, "months": 6}
    case = a_case("Four years of mowing. Two years at most.", experience(48), substitutions=[substitution])
    for seed in range(20):
        assert new_figures(case, Random(seed))[48] > 24
    assert with_figures(case, {48: 60})["substitutions"] == [{**substitution, "for_months": [60]}]


def test_a_class_is_renamed_with_its_article_and_its_trainee() -> None:
    document = "TITLE: HAY CLERK\nTwo years as a Hay Clerk, not as a Hay Clerk Trainee; Hay Clerks file."
    case = a_case(document, experience(24, "Hay Clerk"), not_classes=["Hay Clerk Trainee"])
    assert class_names(case) == ["Hay Clerk", "Hay Clerk Trainee"]
    other = renamed(case, {"Hay Clerk": "Elm Tuner", "Hay Clerk Trainee": "Elm Tuner Trainee"})
    assert other["document"] == (
        "TITLE: ELM TUNER\nTwo years as an Elm Tuner, not as an Elm Tuner Trainee; Elm Tuners file."
    )
    assert other["routes"] == [{"all_of": [experience(24, "Elm Tuner")]}]
    assert other["not_classes"] == ["Elm Tuner Trainee"]


def test_classes_that_do_not_stand_as_named_stay() -> None:
    document = "Two years as a Junior or Senior Hay Clerk."
    assert names_that_stand(a_case(document, experience(24, "Junior Hay Clerk", "Senior Hay Clerk"))) == []


def test_fields_that_bind_stay() -> None:
    document = "Two years of hay-making experience, one year of supervisory experience, a year in charge of a crew."
    case = a_case(document, experience(24, field="hay making"), experience(12, field="in charge of a crew"))
    assert fields_that_stand(case) == ["hay making"]
    assert renamed(case, {"hay making": "masonry"})["document"].startswith("Two years of masonry experience, one")


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ("A degree plus two years of mowing", "A degree together with two years of mowing"),
        ("A degree, along with at least 2 years", "A degree, together with at least 2 years"),
        ("A or B and two years", "A or B and two years"),
        ("Three years, and one year of which was paid", "Three years, and one year of which was paid"),
        ("Two and one-half years", "Two and one-half years"),
        ("As a Clerk and a Mower", "As a Clerk and a Mower"),
    ],
)
def test_joining_words_of_one_meaning_change(document: str, expected: str) -> None:
    assert rejoined(document, "together with") == expected


def test_items_change_their_order_and_their_marks() -> None:
    (run,) = runs_of(LISTED)
    assert in_other_order(LISTED, run, [2, 0, 1]) == (
        "1. One year as a Rat Catcher; or\n2. Two years of mowing; or\n3. A degree.\n"
    )
    assert with_marks(LISTED, run, "(A)").splitlines()[1] == "(B) A degree; or"
    assert with_marks(LISTED, run, "I.").splitlines()[2] == "III. One year as a Rat Catcher."
    assert with_space_between(LISTED, run).splitlines()[1::2] == ["", ""]


def test_items_with_a_joining_word_between_are_one_list() -> None:
    document = "<p>1. A degree.</p>\n<p>OR</p>\n<p>2. Two years.</p>\n"
    (run,) = runs_of(document)
    assert in_other_order(document, run, [1, 0]) == "<p>1. Two years.</p>\n<p>OR</p>\n<p>2. A degree.</p>\n"


def test_items_of_a_page_have_no_marks() -> None:
    document = "<ul>\n<li>A degree; or</li>\n<li>two years</li>\n</ul>"
    (run,) = runs_of(document)
    assert not has_marks(document, run)
    assert in_other_order(document, run, [1, 0]) == "<ul>\n<li>two years; or</li>\n<li>A degree</li>\n</ul>"


@pytest.mark.parametrize(
    "document",
    [
        "a. Two years; or\nb. A degree; and\nc. A license.\n",
        "1. Five years of mowing; or\n2. A degree and two years of such experience.\n",
        "1. Five years of mowing\n\nNotes\n\n2. A degree\n",
        "1. A degree; and\n2. Either\n  a. two years of mowing; or\n  b. three years of raking\n",
        "1. Two years of mowing; or\n2. Three years of raking, one of which\nwas in a park\n",
        "2. Two years of mowing; or\n3. Three years of raking\n",
    ],
)
def test_items_that_hang_together_keep_their_order(document: str) -> None:
    assert all(other_order(a_case(document), Random(seed))["document"] == document for seed in range(10))


@pytest.mark.parametrize(
    "document", ["as described in 1", "Item #2", "named under b", "either above", "besides I or II", "of (a)"]
)
def test_references_are_seen(document: str) -> None:
    assert refers_to_items(document)


def test_an_article_is_no_reference() -> None:
    assert not refers_to_items("a. two years in a mill\nb. work of a clerk")


def test_headings_become_loud_and_sentences_do_not() -> None:
    document = "Title: X\n\nMinimum Qualifications\n\nA degree in law\n\nFurther Demands of the Office\n\nNone\n"
    assert with_loud_headings(document) == (
        "Title: X\n\nMINIMUM QUALIFICATIONS\n\nA degree in law\n\nFURTHER DEMANDS OF THE OFFICE\n\nNone\n"
    )
    assert with_loud_headings("<h2>What You Need</h2><p>Two Years</p>") == "<h2>WHAT YOU NEED</h2><p>Two Years</p>"


def test_blank_lines_are_added_between_paragraphs() -> None:
    assert with_blank_lines("a\n\nb\nc\n", is_html=False) == "a\n\n\nb\nc\n"
    assert with_blank_lines("<p>a</p>\n<p>b</p>", is_html=True) == "<p>a</p>\n\n<p>b</p>"
