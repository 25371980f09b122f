"""Printed titles to classes: folded exactly, near misses suggested and never linked."""

from collections.abc import Mapping
from difflib import get_close_matches

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder.reading.named_classes import fold_class_title, know_titles, make_slug, without_pay_grade
from ladder.titles import fold_title
from tests.reading.corpora import collation_of, needs_corpora

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


WORDS = ("Clerk", "Clerks", "Office", "Guard", "Harbor", "Senior", "II", "2", "Operator", "Equipment", "of", "the")
SOME_TITLES = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join), max_size=25)


@given(SOME_TITLES, st.one_of(st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join), st.text("abe 2", max_size=9)))
def test_the_index_finds_what_a_look_at_every_title_finds(titles: list[str], wanted: str) -> None:
    known = know_titles((title, f"x/{number}") for number, title in enumerate(titles))
    assert known.find_near(wanted) == near_in_every_title(known.ids_of, wanted)


def near_in_every_title(ids_of: Mapping[str, tuple[str, ...]], title: str) -> tuple[str, ...]:
    words = set(fold_class_title(title).split())
    sharing = {name: ids[0] for name, ids in ids_of.items() if not words.isdisjoint(name.split())}
    wanted = fold_title(title)
    near = get_close_matches(wanted, sharing, n=5, cutoff=0.75)
    containing = [folded for folded in sharing if wanted and wanted in folded]
    return tuple(dict.fromkeys(sharing[folded] for folded in [*near, *containing]))[:5]


@needs_corpora
def test_the_index_finds_the_same_among_the_titles_of_a_city() -> None:
    classes = collation_of("los-angeles").classes
    known = know_titles((one.title, one.class_id) for one in classes)
    for one in classes[::5]:
        for wanted in (one.title, one.title[2:], f"Senior {one.title}"):
            assert known.find_near(wanted) == near_in_every_title(known.ids_of, wanted)


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
