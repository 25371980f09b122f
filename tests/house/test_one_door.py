"""A question is one value: few functions hand the catalog on, none takes a case apart, one module fetches rules.

The figures are exact, so that they only shrink.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.house import one_door
from tests.house.tracked import ROOT

pytestmark = pytest.mark.untraced

LADDER = ROOT / "ladder"
COUNTED: dict[str, tuple[Callable[[Path], list[str]], int]] = {
    "take the catalog first": (one_door.take_the_catalog_first, 94),
    "take a case in its parts": (one_door.take_a_case_in_parts, 0),
    "fetch the rules of a class": (one_door.fetch_rules, 1),
}
BAD: dict[str, tuple[Callable[[Path], list[str]], str]] = {
    "the catalog first": (one_door.take_the_catalog_first, "def f(catalog, a): ...\n"),
    "the catalog by another name": (one_door.take_the_catalog_first, "def f(self, classes: 'Catalog'): ...\n"),
    "a case in its parts": (one_door.take_a_case_in_parts, "def f(a, catalog, history, *, plan): ...\n"),
    "a case by its types": (one_door.take_a_case_in_parts, "def f(a: Plan, b: History, c: Catalog): ...\n"),
    "rules fetched": (one_door.fetch_rules, "def f(catalog):\n    return rules_of(catalog, 'a')\n"),
    "rules fetched by module": (one_door.fetch_rules, "def f(catalog):\n    return rules.rules_of(catalog, 'a')\n"),
}
SOUND = "def f(case, catalog):\n    return case.candidacy(catalog)\ndef g(catalog_file, history, plan): ...\n"


@pytest.mark.parametrize("name", COUNTED)
def test_the_house_counts_so_many_and_no_more(name: str) -> None:
    find, most = COUNTED[name]
    assert len(find(LADDER)) == most, find(LADDER)


@pytest.mark.parametrize("name", BAD)
def test_each_count_bites(name: str, tmp_path: Path) -> None:
    find, text = BAD[name]
    (tmp_path / "sound.py").write_text(SOUND, "utf-8")
    assert find(tmp_path) == []
    (tmp_path / "a.py").write_text(text, "utf-8")
    assert len(find(tmp_path)) == 1
