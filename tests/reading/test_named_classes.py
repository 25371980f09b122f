"""Printed titles to classes: folded exactly, near misses suggested and never linked."""

import pytest

from ladder.reading.named_classes import fold_class_title, know_titles, make_slug, without_pay_grade

TITLES = (
    ("Office Clerk 2", "x/1A03"),
    ("Office Clerk 3", "x/1A04"),
    ("Equipment Operator", "x/3525"),
    ("Guard", "x/1"),
)


@pytest.mark.parametrize("printed", ["OFFICE CLERK II", "Office  Clerks 2", "office clerk 2", "Office-Clerk II"])
def test_case_plural_spacing_and_the_spelling_of_a_numeral_do_not_matter(printed: str) -> None:
    assert know_titles(TITLES).resolve(printed).class_id == "x/1A03"


@pytest.mark.parametrize("printed", ["Office Clerk", "Ofice Clerk 2", "Clerk 2", "Equipment Operator II", ""])
def test_a_near_title_is_no_link(printed: str) -> None:
    assert know_titles(TITLES).resolve(printed).class_id is None


def test_near_titles_are_suggested_where_they_share_a_word() -> None:
    known = know_titles(TITLES)
    assert known.find_near("Office Clerk 4")[:2] == ("x/1A04", "x/1A03")
    assert known.find_near("Zoologist") == ()


def test_numerals_are_dropped_only_where_they_are_pay_grades() -> None:
    graded = know_titles(TITLES, numerals_are_pay_grades=True)
    assert graded.resolve("Equipment Operator II").class_id == "x/3525"
    assert graded.resolve("Equipment Operators").class_id == "x/3525"
    assert without_pay_grade("guard") == "guard"


def test_a_title_borne_twice_is_ambiguous() -> None:
    found = know_titles([*TITLES, ("Guards", "x/2"), ("Guard", "x/1")]).resolve("guard")
    assert (found.class_id, found.may_mean, found.is_ambiguous) == (None, ("x/1", "x/2"), True)


@pytest.mark.parametrize(
    ("title", "slug"),
    [("Surveyor's Aide, Senior", "surveyors-aide-senior"), ("911 Operator", "class-911-operator"), ("--", "class")],
)
def test_slugs_are_names_that_an_id_can_hold(title: str, slug: str) -> None:
    assert make_slug(title) == slug


def test_a_numeral_alone_is_no_numeral_of_a_title() -> None:
    assert fold_class_title("II") == "ii"
