"""The wheel carries the data, and answers when installed where there is no checkout."""

import os
import site
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.house.tracked import ROOT
from tests.packaging.requirements import read_project

pytestmark = pytest.mark.untraced

PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = ["wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(ROOT)]
    subprocess.run([*PIP, *build], check=True)
    return next(folder.glob(f"{read_project().wheel_name}-*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel alone; what it depends on is lent by this environment."""
    folder = tmp_path_factory.mktemp("installed")
    subprocess.run([*PIP, "install", "--no-deps", "--target", str(folder), str(wheel)], check=True)
    return folder


def test_the_wheel_carries_every_data_file(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    data = [file for file in (ROOT / "data").rglob("*") if file.suffix in {".yaml", ".json"}]
    assert {f"ladder/data/{file.relative_to(ROOT / 'data').as_posix()}" for file in data} <= names
    assert {"ladder/data/catalog.json", "ladder/data/us-nd/jurisdiction.yaml", "ladder/data/us-ct/0029MP.yaml"} <= names


def test_the_wheel_answers_outside_the_checkout(installed: Path, tmp_path: Path) -> None:
    lent = os.pathsep.join([str(installed), *site.getsitepackages()])
    environment = {**os.environ, "PYTHONPATH": lent}
    question = "import sys; from ladder.cli import main; sys.exit(main())"
    command = [sys.executable, "-S", "-c", question, "path", "us-nd/0441", "us-nd/0443"]
    found = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stderr
    assert "0443" in found.stdout


@pytest.mark.full
def test_a_fresh_environment_installs_and_answers(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "venv", str(tmp_path / "fresh")], check=True)
    programs = tmp_path / "fresh" / ("Scripts" if os.name == "nt" else "bin")
    subprocess.run([programs / "python", "-m", "pip", "install", "--quiet", str(ROOT)], check=True)
    command = [str(programs / "ladder"), "path", "us-nd/0441", "us-nd/0443"]
    found = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stderr
    assert "0443" in found.stdout
