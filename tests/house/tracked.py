"""The bars on files that are not Python: what git tracks, the data, the Makefile, the pages that tell its targets."""

import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCHEMA_LINE = re.compile(r"# yaml-language-server: \$schema=(\S+)")
TARGETS = re.compile(r"^([a-z][a-z -]*):", re.MULTILINE)
CHECKS = ("ruff check", "ruff format --check", "mypy", "lint-imports", "pytest", "coverage_gate.py", ".ci/browser")
# Pieced together, so that this file does not hold what it looks for.
NOT_OURS = tuple(
    "".join(pieces)
    for pieces in (
        ("/wo", "rk/"),
        ("/ro", "ot/"),
        ("/ho", "me/"),
        ("/op", "t/"),
        ("py", "pi."),
        ("files.python", "hosted"),
        ("index", "-url"),
        ("find", "-links"),
        ("trusted", "-host"),
    )
)


def tracked_files(root: Path) -> list[Path]:
    """Return the files that git tracks under the root, those that exist."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=root, capture_output=True, check=True).stdout
    return [file for name in listed.decode().split("\0") if name and (file := root / name).is_file()]


def tracked_or_skip(root: Path) -> list[Path]:
    """Return the files that git tracks under the root; skip where this is a source distribution, or git is missing."""
    if not (root / ".git").exists():
        pytest.skip("this is no git checkout")
    skip_without_git()
    return tracked_files(root)


def skip_without_git() -> None:
    """Skip a test that needs git on a machine without it."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed here")


def tracked_but_ignored(root: Path) -> list[str]:
    """Return the files that git tracks although ``.gitignore`` leaves them out."""
    command = ["git", "ls-files", "-z", "--cached", "--ignored", "--exclude-standard"]
    listed = subprocess.run(command, cwd=root, capture_output=True, check=True).stdout
    return [name for name in listed.decode().split("\0") if name]


def machine_names(files: Iterable[Path]) -> list[str]:
    """Find paths of one machine and addresses of package indexes in the files."""
    return [
        f"{file}:{number}: {name}"
        for file in files
        for number, line in enumerate(file.read_text("utf-8", errors="replace").splitlines(), start=1)
        for name in NOT_OURS
        if name in line
    ]


def yaml_without_schema(files: Iterable[Path]) -> list[str]:
    """Find YAML files whose first line does not name a schema that is there."""
    return [f"{file}: its first line names no schema that is there" for file in files if not _names_a_schema(file)]


def _names_a_schema(file: Path) -> bool:
    with file.open(encoding="utf-8") as lines:
        found = SCHEMA_LINE.match(lines.readline())
    return found is not None and (file.parent / found[1]).is_file()


def make_targets(makefile: str) -> list[str]:
    return [name for names in TARGETS.findall(makefile) for name in names.split()]


def targets_not_told(makefile: str, told: str) -> list[str]:
    """Find make targets that a page does not name."""
    return [f"make {name}" for name in make_targets(makefile) if not re.search(rf"make {name}\b(?!-)", told)]


def checks_not_run(makefile: str) -> list[str]:
    """Find checks that the recipe of ``make test`` does not run."""
    recipe = re.search(r"^test:.*\n((?:\t.*\n)+)", makefile, re.MULTILINE)
    return [check for check in CHECKS if recipe is None or check not in recipe[1]]
