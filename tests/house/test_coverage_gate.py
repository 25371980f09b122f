"""The coverage gate: all branches below the rim, 95 % overall."""

import subprocess
import sys
from pathlib import Path

from tests.house.coverage_gate import FileReport, coverage_breaches, files_of
from tests.house.tracked import ROOT


def one_file(
    *, statements: int, covered: int, missing: list[int], partial: list[list[int]] | None = None
) -> FileReport:
    branches = len(partial or [])
    return {
        "summary": {
            "num_statements": statements,
            "covered_lines": covered,
            "num_branches": branches,
            "covered_branches": 0,
        },
        "missing_lines": missing,
        "missing_branches": partial or [],
    }


WHOLE = one_file(statements=100, covered=100, missing=[])


def test_whole_coverage_passes() -> None:
    assert coverage_breaches({"files": {"ladder/titles.py": WHOLE}}) == []


def test_a_missing_line_below_the_rim_bites() -> None:
    short = one_file(statements=100, covered=99, missing=[7])
    assert coverage_breaches({"files": {"ladder/titles.py": short}}) == [
        "ladder/titles.py: not covered: lines 7; branches none"
    ]


def test_many_gaps_are_told_in_short() -> None:
    short = one_file(statements=100, covered=60, missing=[1, 2, 3, *range(10, 30, 2)])
    assert coverage_breaches({"files": {"ladder/titles.py": short}})[0] == (
        "ladder/titles.py: not covered: lines 1-3, 10, 12, 14, 16, 18, 20, 22 and 3 more; branches none"
    )


def test_a_missing_branch_below_the_rim_bites() -> None:
    short = one_file(statements=100, covered=100, missing=[], partial=[[7, 9]])
    assert coverage_breaches({"files": {"ladder/paths/search.py": short}}) == [
        "ladder/paths/search.py: not covered: lines none; branches 7->9"
    ]


def test_the_rim_may_miss_a_little() -> None:
    short = one_file(statements=100, covered=97, missing=[7, 8, 9])
    assert coverage_breaches({"files": {"ladder/cli/map.py": short, "ladder\\rendering\\views.py": WHOLE}}) == []


def test_the_whole_under_the_bar_bites() -> None:
    short = one_file(statements=100, covered=89, missing=list(range(11)))
    assert coverage_breaches({"files": {"ladder/cli/map.py": short, "ladder/titles.py": WHOLE}}) == [
        "overall 94.50 %, under 95 %"
    ]


def test_a_file_left_out_of_the_report_bites() -> None:
    assert coverage_breaches(
        {"files": {"ladder/titles.py": WHOLE}}, expected=["ladder/titles.py", "ladder/new.py"]
    ) == ["ladder/new.py: left out of what is measured"]


def test_every_file_of_ladder_is_expected() -> None:
    assert {"ladder/titles.py", "ladder/cli/__init__.py"} <= files_of(ROOT)


def test_nothing_is_left_out_by_a_comment() -> None:
    words = "pragma: " + "no "
    told = [name for name in files_of(ROOT) if words in (ROOT / name).read_text("utf-8")]
    assert told == []


def test_no_coverage_bites() -> None:
    assert coverage_breaches({"files": {}})


def test_the_command_fails_where_nothing_was_measured(tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "tests" / "house" / "coverage_gate.py")]
    found = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert found.returncode == 1
    assert found.stderr.startswith("coverage: ")
