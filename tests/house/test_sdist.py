"""The source distribution holds every file that git tracks: what its tests import or read among them."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house import tracked
from tests.house.tracked import ROOT
from tests.packaging.requirements import read_project
from tests.packaging.sdist import build_sdist, names_in, unpack

pytestmark = pytest.mark.untraced

PROJECT = read_project()


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_sdist(tmp_path_factory.mktemp("sdist"))


def test_it_holds_every_tracked_file(sdist: Path) -> None:
    files = {file.relative_to(ROOT).as_posix() for file in tracked.tracked_or_skip(ROOT)}
    assert sorted(files - names_in(sdist)) == []


def test_it_holds_no_folder_that_is_not_tracked(sdist: Path) -> None:
    folders = {file.relative_to(ROOT).parts[0] for file in tracked.tracked_or_skip(ROOT)}
    assert {name.partition("/")[0] for name in names_in(sdist)} <= folders


def test_it_holds_every_folder_that_tests_import(sdist: Path) -> None:
    ours = {folder.name for folder in ROOT.iterdir() if folder.is_dir() and next(folder.glob("*.py"), None)}
    imported = {name for file in (ROOT / "tests").rglob("*.py") for name in top_level_imports(file)} & {*ours, "tests"}
    assert {"ladder", "benchmarks", "tests"} <= imported
    assert imported <= {name.partition("/")[0] for name in names_in(sdist)}


def top_level_imports(file: Path) -> set[str]:
    found = set[str]()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {one.name.partition(".")[0] for one in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.partition(".")[0])
    return found


def test_a_source_distribution_of_itself_is_the_same(sdist: Path, tmp_path: Path) -> None:
    root = unpack(sdist, tmp_path / "unpacked")
    again = build_sdist(tmp_path / "again", root=root)
    assert names_in(again) == names_in(sdist)


def test_a_wheel_can_be_built_from_it(sdist: Path, tmp_path: Path) -> None:
    root = unpack(sdist, tmp_path)
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path / "wheel")]
    subprocess.run(build, cwd=root, check=True, capture_output=True)
    assert [file.name for file in (tmp_path / "wheel").iterdir()] == [
        f"{PROJECT.wheel_name}-{PROJECT.version}-py3-none-any.whl"
    ]
