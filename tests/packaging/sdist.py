"""The source distribution: built, unpacked where there is no git and nothing beside it, and tested there.

``python -m tests.packaging.sdist`` runs ``make test`` in the unpacked folder, with an
environment of its own.
"""

import os
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from tests.house.tracked import ROOT
from tests.packaging.environments import reaches_an_index, skip_aloud
from tests.packaging.requirements import read_project

MADE_BY_THE_BUILD = frozenset({"PKG-INFO"})


def build_sdist(folder: Path, *, root: Path = ROOT) -> Path:
    """Build the source distribution of a checkout into the folder and return its file."""
    build = [sys.executable, "-m", "hatchling", "build", "--target", "sdist", "--directory", str(folder)]
    subprocess.run(build, cwd=root, check=True, capture_output=True)
    project = read_project(root / "pyproject.toml")
    return folder / f"{project.wheel_name}-{project.version}.tar.gz"


def names_in(sdist: Path) -> set[str]:
    """Return the names of its files, without the folder that all of them are in and what the build adds."""
    with tarfile.open(sdist) as archive:
        names = {member.name.partition("/")[2] for member in archive.getmembers() if member.isfile()}
    return names - MADE_BY_THE_BUILD


def unpack(sdist: Path, folder: Path) -> Path:
    """Unpack it into the folder and return the root of what it holds."""
    with tarfile.open(sdist) as archive:
        archive.extractall(folder, filter="data")
    return folder / sdist.name.removesuffix(".tar.gz")


def main() -> None:
    """Build, unpack, run ``make test`` there; end with its exit status."""
    if not reaches_an_index():
        skip_aloud("the source distribution")
    with tempfile.TemporaryDirectory(prefix="ladder-sdist-") as name:
        folder = Path(name).resolve()
        root = unpack(build_sdist(folder / "built"), folder / "unpacked")
        sys.exit(subprocess.run(["make", "test", *sys.argv[1:]], cwd=root, env=_environment(), check=False).returncode)


def _environment() -> dict[str, str]:
    """Return the environment without what the make that calls this, and its checkout, have put there."""
    ours = ("MAKE", "MFLAGS", "LADDER", "_LADDER", "PYTHONPATH", "VIRTUAL_ENV", "GIT_")
    return {name: value for name, value in os.environ.items() if not name.startswith(ours)}


if __name__ == "__main__":
    main()
