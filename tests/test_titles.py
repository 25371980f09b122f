"""Titles and codes: folding, printed codes, near misses."""

import pytest

from ladder.titles import find_near_titles, fold_title, printed_code


@pytest.mark.parametrize(
    ("title", "folded"),
    [
        ("Customer  SERVICES Representative", "customer service representative"),
        ("Secretaries", "secretary"),
        ("Dies", "die"),
        ("Class of Gas", "class of gas"),
        ("Census Analysis", "census analysis"),
        ("Driver's Helper", "driver helper"),
        ("Driver\u2019s Helper", "driver helper"),
        ("Engineer-in-Training (II)", "engineer in training ii"),
        ("", ""),
    ],
)
def test_titles_lose_case_plural_and_punctuation(title: str, folded: str) -> None:
    assert fold_title(title) == folded


@pytest.mark.parametrize(
    ("code", "printed"), [("5246SH", "5246"), ("4952", "4952"), ("0029mp", "0029"), ("1A21", "1A21"), ("abc", "ABC")]
)
def test_codes_as_documents_print_them(code: str, printed: str) -> None:
    assert printed_code(code) == printed


TITLES = {fold_title(title): title for title in ("Office Assistant", "Office Manager", "Processing Technician")}


@pytest.mark.parametrize(
    ("title", "near"),
    [
        ("Ofice Asistant", ("Office Assistant",)),
        ("office", ("Office Assistant", "Office Manager")),
        ("Astronaut", ()),
        ("", ()),
    ],
)
def test_near_titles_are_suggested_and_far_ones_are_not(title: str, near: tuple[str, ...]) -> None:
    assert find_near_titles(title, TITLES) == near


def test_at_most_five_titles_are_suggested() -> None:
    many = {f"clerk {number}": f"Clerk {number}" for number in range(9)}
    assert len(find_near_titles("clerk", many)) == 5
