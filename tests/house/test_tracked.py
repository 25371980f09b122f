"""What git tracks names no machine, data names its schema, make runs and CONTRIBUTING tells every target."""

import subprocess
from pathlib import Path

import pytest

from tests.house import tracked
from tests.house.tracked import NOT_OURS, ROOT

pytestmark = pytest.mark.untraced

MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")


@pytest.fixture(scope="module")
def files() -> list[Path]:
    return tracked.tracked_or_skip(ROOT)


def test_no_tracked_file_names_a_machine_or_a_package_index(files: list[Path]) -> None:
    assert tracked.machine_names(files)[:20] == []


@pytest.mark.parametrize("name", NOT_OURS)
def test_machine_names_bites(name: str, tmp_path: Path) -> None:
    file = tmp_path / "notes.md"
    file.write_text(f"see\n{name}x", "utf-8")
    assert tracked.machine_names([file]) == [f"{file}:2: {name}"]


@pytest.mark.usefixtures("files")
def test_nothing_that_git_should_ignore_is_tracked() -> None:
    assert tracked.tracked_but_ignored(ROOT)[:20] == []


def test_tracked_but_ignored_bites(tmp_path: Path) -> None:
    tracked.skip_without_git()
    for name, text in {".gitignore": "*.whl\n", "a.whl": "", "b.py": ""}.items():
        (tmp_path / name).write_text(text, "utf-8")
    for command in (["init", "-q"], ["add", "-f", "."]):
        subprocess.run(["git", *command], cwd=tmp_path, check=True)
    assert tracked.tracked_but_ignored(tmp_path) == ["a.whl"]
    assert {file.name for file in tracked.tracked_files(tmp_path)} == {".gitignore", "a.whl", "b.py"}


def test_every_tracked_yaml_of_the_data_names_its_schema(files: list[Path]) -> None:
    data = [file for file in files if file.is_relative_to(ROOT / "data") and file.suffix in {".yaml", ".yml"}]
    assert data
    assert tracked.yaml_without_schema(data) == []


@pytest.mark.parametrize("text", ["", "code: '1'\n", "# yaml-language-server: $schema=no-such.json\n"])
def test_yaml_without_schema_bites(text: str, tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(text, "utf-8")
    assert tracked.yaml_without_schema([file])


def test_yaml_that_names_its_schema_passes(tmp_path: Path) -> None:
    (tmp_path / "schema.json").write_text("{}", "utf-8")
    file = tmp_path / "a.yaml"
    file.write_text("# yaml-language-server: $schema=schema.json\ncode: '1'\n", "utf-8")
    assert tracked.yaml_without_schema([file]) == []


def test_the_readme_tells_every_make_target() -> None:
    assert {"demo", "test", "oracle", "mutation", "bench", "golden", "data", "fuzz", "clean"} <= set(
        tracked.make_targets(MAKEFILE)
    )
    assert tracked.targets_not_told(MAKEFILE, CONTRIBUTING) == []


def test_targets_not_told_bites() -> None:
    assert tracked.targets_not_told("data: x\n\tdo\ndata-all:\n", "`make data-all`") == ["make data"]
    assert tracked.targets_not_told("one two: x\n", "`make one`") == ["make two"]


def test_make_test_runs_every_check() -> None:
    assert tracked.checks_not_run(MAKEFILE) == []


def test_checks_not_run_bites() -> None:
    assert "mypy" in tracked.checks_not_run(MAKEFILE.replace("mypy", "true"))
    assert tracked.checks_not_run("demo:\n\tmypy\n") == list(tracked.CHECKS)


def test_the_continuous_integration_runs_make_test() -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8").rstrip()
    assert script.endswith("exec make test")
    assert "export CI=" in script, "else a missing browser would only skip the tests of pages"
