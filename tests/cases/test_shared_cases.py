"""The shared eligibility cases, each through the real command line, where the shared folder is.

Each of them stands in our own files too, with reasons in our own words.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cases.run_cases import compare, load_yaml
from tests.cases.test_own_cases import CASES as OURS
from tests.measure import SHARED

FILE = SHARED / "cases" / "eligibility.yaml"
CASES: list[dict[str, Any]] = load_yaml(FILE) if FILE.is_file() else []
needs_shared_cases = pytest.mark.skipif(not CASES, reason="the shared folder is not beside this checkout")


@needs_shared_cases
def test_all_shared_cases_are_read() -> None:
    assert len(CASES) == 83


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["id"]))
def test_shared_case_is_answered_as_expected(case: dict[str, Any], tmp_path: Path) -> None:
    assert compare(case, tmp_path) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["id"]))
def test_shared_case_is_one_of_ours(case: dict[str, Any]) -> None:
    same = [ours for ours in OURS if asked(ours) == asked(case)]
    assert len(same) == 1, "each is asked once"
    assert case["expect"].items() <= same[0]["expect"].items()
    assert same[0]["because"] != case["because"]


def asked(case: dict[str, Any]) -> str:
    return json.dumps([case["command"], case.get("profile"), case.get("classes")], sort_keys=True, default=str)
