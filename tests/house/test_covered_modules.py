"""Each module has its test file, or a line that says which test covers it; lines that nothing needs are none."""

from pathlib import Path

from tests.house.covered_modules import COVERED, idle_lines, modules_with_code, untested
from tests.house.tracked import ROOT

LADDER, TESTS = ROOT / "ladder", ROOT / "tests"


def test_each_module_has_its_test_or_a_line() -> None:
    assert untested(LADDER, TESTS, COVERED) == []


def test_each_line_is_needed() -> None:
    assert idle_lines(LADDER, TESTS, COVERED) == []


def made(folder: Path, *files: str) -> Path:
    """Return a folder with these files, each of one line of code."""
    for name in files:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x = 1\n", "utf-8")
    return folder


def test_a_module_without_a_test_is_found(tmp_path: Path) -> None:
    ladder = made(tmp_path / "ladder", "a.py", "b/c.py", "b/d.py", "b/e.py")
    tests = made(tmp_path / "tests", "test_a.py", "b/test_c.py", "test_e.py")
    assert untested(ladder, tests, {}) == ["b/d.py", "b/e.py"]
    assert untested(ladder, tests, {"test_a.py": {"b": "d e"}}) == []


def test_a_module_of_a_docstring_alone_needs_no_test(tmp_path: Path) -> None:
    ladder = made(tmp_path / "ladder", "a.py")
    (ladder / "__init__.py").write_text('"""Says what the package is."""\n', "utf-8")
    assert modules_with_code(ladder) == ["a.py"]
    (ladder / "__init__.py").write_text("x = 1\n", "utf-8")
    assert modules_with_code(ladder) == ["__init__.py", "a.py"]


def test_lines_that_nothing_needs_are_found(tmp_path: Path) -> None:
    ladder, tests = (
        made(tmp_path / "ladder", "a.py", "b.py", "c.py"),
        made(tmp_path / "tests", "test_a.py", "test_x.py"),
    )
    covered = {"test_x.py": {"": "a b gone"}, "test_y.py": {"": "b c"}}
    assert idle_lines(ladder, tests, covered) == [
        "a.py by test_x.py: it has its own test file",
        "gone.py by test_x.py: no such module",
        "b.py by test_y.py: no such test file",
        "b.py by test_y.py: told before",
        "c.py by test_y.py: no such test file",
    ]
