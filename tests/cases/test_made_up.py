"""The small catalogs of worked cases load, and hold what the case says."""

from pathlib import Path

from ladder.catalog.loading import load_catalog
from tests.cases.made_up import write_catalog


def test_a_case_needs_to_say_only_what_matters(tmp_path: Path) -> None:
    asked = {"requirements": [{"kind": "experience", "id": "general", "months": 12}]}
    catalog = load_catalog(write_catalog({"A": {}, "0441": asked}, tmp_path))
    rules = catalog.classes["us-xx/0441"].qualifications
    assert rules is not None
    assert rules.routes[0].requires == ("general",)
    assert catalog.classes["us-xx/A"].qualifications is None


def test_a_case_may_switch_a_convention(tmp_path: Path) -> None:
    catalog = load_catalog(write_catalog({"A": {}}, tmp_path, conventions={"rounding": "nearest_month"}))
    assert catalog.jurisdictions["us-xx"].conventions.rounding == "nearest_month"
