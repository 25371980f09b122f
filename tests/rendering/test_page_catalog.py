"""The catalog as the page takes it: records in full, less what no script reads, and steps by what draws them."""

import re
from pathlib import Path
from typing import Any

import pytest

from ladder.catalog.loading import load_catalog
from ladder.records import json_tree_of
from ladder.rendering.page_catalog import UNREAD, PageCatalog
from tests.measure import ROOT

PAGES = ROOT / "ladder" / "rendering" / "pages"
PLAIN_WORDS = frozenset(["after", "notes", "pages", "rulings", "within"])
"""Fields whose names scripts use for other things: not one of them may be read of a record by that name."""


def scripts() -> str:
    """Return the page's scripts without comments."""
    files = sorted([*(PAGES / "my_path").glob("*.js"), *(PAGES / "ladder_map").rglob("*.js")])
    return "\n".join(re.sub(r"^\s*//.*", "", file.read_text("utf-8"), flags=re.MULTILINE) for file in files)


def test_no_script_reads_what_is_left_out() -> None:
    text = scripts()
    for name in {name for names in UNREAD.values() for name in names.split()} - PLAIN_WORDS:
        assert not re.search(rf"\b{name}\b", text), name
    for name in ("after", "within"):
        assert not re.search(rf"\brule\.{name}\b", text), name


def test_records_stand_in_full_in_the_order_of_ids() -> None:
    catalog = load_catalog()
    told = PageCatalog(catalog).told()
    for one, class_id in zip(told["classes"], sorted(catalog.classes), strict=True):
        whole = json_tree_of(catalog.classes[class_id])
        left_out = {name for name in whole if one.get(name, ...) != whole[name]}
        assert left_out <= {*UNREAD[type(catalog.classes[class_id])].split(), "qualifications"}
    assert [one["id"] for one in told["jurisdictions"]] == ["us-ct", "us-nd"]


@pytest.mark.parametrize("place", ["", "los-angeles", "philadelphia"])
def test_a_step_is_told_by_the_place_of_its_record(place: str) -> None:
    catalog = load_catalog(Path(place)) if place else load_catalog()
    told = PageCatalog(catalog).told()
    tables, steps = told["tables"], [*catalog.steps, *catalog.peer_steps]
    assert len(tables["steps"]) + len(tables["peerSteps"]) == len(set(steps))
    by_rule = [one for one in (*tables["steps"], *tables["peerSteps"]) if "rule" in one]
    assert len(by_rule) == len({step for step in steps if step.requirement})
    for one in by_rule:
        assert _names(told["classes"], one), one


def _names(classes: list[dict[str, Any]], step: dict[str, Any]) -> bool:
    """Return whether the record that draws the step names its first class, or a peer that is at its level."""
    asked = classes[step["to"]]["qualifications"]
    rule = (*asked["requirements"], *asked["substitutions"])[step["rule"]]
    named = [one["class"] for one in (*rule.get("classes", ()), *filter(None, [rule.get("named")]))]
    feeder = classes[step["from"]]
    class_id = f"{feeder['jurisdiction']}/{feeder['code'] or feeder['slug']}"
    return step["certainty"] == "peer" or class_id in [*named, rule.get("programme")]
