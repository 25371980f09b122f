"""The walls of the house: import-linter's contracts hold, and bite on a small tree of the same shape."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.house.tracked import ROOT

pytestmark = pytest.mark.untraced

LINT = (sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()")

WRONG = {
    "upward": ("ladder/errors.py", "import ladder.paths\n", "house"),
    "a stray module": ("ladder/stray.py", "", "house"),
    "beside": ("ladder/sources.py", "import ladder.service_time\n", "house"),
    "upward in the catalog": ("ladder/catalog/jurisdictions.py", "import ladder.catalog.steps\n", "catalog"),
    "a stray module in the catalog": ("ladder/catalog/stray.py", "", "catalog"),
    "upward in rendering": ("ladder/rendering/views/__init__.py", "import ladder.rendering.ladder_map\n", "rendering"),
    "networkx": ("ladder/paths/__init__.py", "def f():\n    import networkx\n", "networkx"),
    "click": ("ladder/paths/__init__.py", "from click import echo\n", "click"),
    "pydantic": ("ladder/paths/__init__.py", "from pydantic import BaseModel\n", "pydantic"),
    "pyvis": ("ladder/measures/graph.py", "import pyvis.network\n", "pages"),
    "jinja2 in the map": ("ladder/rendering/ladder_map.py", "import jinja2\n", "pages"),
    "yaml": ("ladder/catalog/loading.py", "import yaml\n", "yaml"),
}


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """The real house with every module emptied: the same walls, and nothing crossing them."""
    (tmp_path / "pyproject.toml").write_text((ROOT / "pyproject.toml").read_text("utf-8"), "utf-8")
    for module in (ROOT / "ladder").rglob("*.py"):
        file = tmp_path / module.relative_to(ROOT)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    return tmp_path


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*LINT, "--no-cache"], cwd=folder, capture_output=True, text=True, check=False)


def contract_name(contract: str) -> str:
    table = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    return str(next(one["name"] for one in table["contracts"] if one["id"] == contract))


def test_ladder_keeps_its_walls() -> None:
    found = lint(ROOT)
    assert found.returncode == 0, found.stdout


def test_a_house_with_its_walls_passes(house: Path) -> None:
    (house / "ladder/measures/graph.py").write_text("import networkx\nimport ladder.paths\n", "utf-8")
    (house / "ladder/rendering/ladder_map.py").write_text("def f():\n    import pyvis.network\n", "utf-8")
    found = lint(house)
    assert found.returncode == 0, found.stdout


@pytest.mark.parametrize("wrong", WRONG)
def test_the_walls_bite(wrong: str, house: Path) -> None:
    name, text, contract = WRONG[wrong]
    (house / name).write_text(text, "utf-8")
    found = lint(house)
    assert found.returncode == 1
    assert f"{contract_name(contract)} BROKEN" in found.stdout


def test_import_cycles_bite(house: Path) -> None:
    (house / "ladder/rendering/layout.py").write_text("import ladder.rendering.views\n", "utf-8")
    (house / "ladder/rendering/views.py").write_text("import ladder.rendering.layout\n", "utf-8")
    assert f"{contract_name('cycles')} BROKEN" in lint(house).stdout
