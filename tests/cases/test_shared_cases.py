"""The shared eligibility cases, each through the real command line."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cases.run_cases import compare
from tests.measure import SHARED

FILE = SHARED / "cases" / "eligibility.yaml"
CASES: list[dict[str, Any]] = yaml.safe_load(FILE.read_text(encoding="utf-8")) if FILE.is_file() else []


@pytest.mark.skipif(not CASES, reason="the shared folder is not beside this checkout")
def test_all_shared_cases_are_read() -> None:
    assert len(CASES) == 83


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["id"]))
def test_shared_case_is_answered_as_expected(case: dict[str, Any], tmp_path: Path) -> None:
    assert compare(case, tmp_path) == []
