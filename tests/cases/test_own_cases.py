"""Our own worked cases, each through the real command line."""

from pathlib import Path
from typing import Any

import pytest

from tests.cases.run_cases import compare, load_yaml

FOLDER = Path(__file__).parent
FILES = sorted(FOLDER.glob("*.yaml"))


def read_cases(file: Path) -> list[dict[str, Any]]:
    return load_yaml(file) or []


CASES = [case for file in FILES for case in read_cases(file)]


def test_no_two_cases_bear_one_name() -> None:
    names = [case["id"] for case in CASES]
    assert sorted(set(names)) == sorted(names)


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["id"]))
def test_case_is_answered_as_worked_out_by_hand(case: dict[str, Any], tmp_path: Path) -> None:
    assert compare(case, tmp_path) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["id"]))
def test_case_says_what_it_rests_on(case: dict[str, Any]) -> None:
    assert case["basis"]
    assert case["because"]
