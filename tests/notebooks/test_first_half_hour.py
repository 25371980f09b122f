"""The notebook runs from top to bottom, is imports, calls and prose, and is stored without outputs."""

import ast
import json
import os
from importlib import import_module
from pathlib import Path
from typing import Any, TypedDict

import nbclient
import pytest

from tests.measure import HANG_SECONDS

# By name, for it has few types. Where it is missing the test fails: it is one of the packages that tests need.
nbformat: Any = import_module("nbformat")
ROOT = Path(__file__).parents[2]
NOTEBOOK = ROOT / "notebooks" / "first_half_hour.ipynb"


class Output(TypedDict, total=False):
    text: str
    data: dict[str, str]


class Cell(TypedDict, total=False):
    cell_type: str
    source: str
    outputs: list[Output]
    execution_count: int | None


def code_cells(text: str) -> list[Cell]:
    return [cell for cell in json.loads(text)["cells"] if cell["cell_type"] == "code"]


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> list[Output]:
    """Run the notebook in an empty folder and return all it showed."""
    folder = tmp_path_factory.mktemp("notebook")
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    client = nbclient.NotebookClient(
        notebook, timeout=HANG_SECONDS, kernel_name="python3", resources={"metadata": {"path": str(folder)}}
    )
    found = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    client.execute(env={**os.environ, "PYTHONPATH": found})
    assert list(folder.iterdir()) == []
    return [out for cell in notebook.cells for out in cell.get("outputs", [])]


def test_it_answers_and_draws(ran: list[Output]) -> None:
    # A kernel that is short of time hands on what one print writes in several pieces.
    printed = "".join(out.get("text", "") for out in ran)
    assert "after 4 months, in 2027-03 by internal" in printed
    assert "then us-nd/0444 by internal" in printed
    assert any("<iframe" in out.get("data", {}).get("text/html", "") for out in ran)


def test_it_is_stored_without_outputs() -> None:
    cells = code_cells(NOTEBOOK.read_text("utf-8"))
    assert [cell["outputs"] for cell in cells] == [[]] * len(cells)
    assert {cell["execution_count"] for cell in cells} == {None}


def test_it_imports_ladder_and_nothing_else() -> None:
    trees = [ast.parse("".join(cell["source"])) for cell in code_cells(NOTEBOOK.read_text("utf-8"))]
    imports = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
    assert [ast.unparse(one) for one in imports] == ["import ladder"]


def test_it_is_imports_calls_and_prose() -> None:
    trees = [ast.parse("".join(cell["source"])) for cell in code_cells(NOTEBOOK.read_text("utf-8"))]
    defined = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda
    assert not [node for tree in trees for node in ast.walk(tree) if isinstance(node, defined)]
