"""A notebook run from top to bottom in a folder of its own, and what its cells hold."""

import ast
import json
import os
import shutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, TypedDict

import nbclient

from tests.measure import HANG_SECONDS, ROOT

# By name, for it has few types. Where it is missing the test fails: it is one of the packages that tests need.
nbformat: Any = import_module("nbformat")
FOLDER = ROOT / "notebooks"


class Output(TypedDict, total=False):
    """What a cell showed."""

    text: str
    data: dict[str, str]


class Cell(TypedDict, total=False):
    """A cell as it is stored."""

    cell_type: str
    source: list[str]
    outputs: list[Output]
    execution_count: int | None


def run_notebook(name: str, folder: Path, *needs: str) -> list[Output]:
    """Run a notebook in the folder, with copies of what it ``needs`` beside it; return all it showed.

    It must leave nothing behind.
    """
    for one in needs:
        shutil.copytree(FOLDER / one, folder / one)
    before = sorted(folder.rglob("*"))
    notebook = nbformat.read(FOLDER / name, as_version=4)
    client = nbclient.NotebookClient(
        notebook, timeout=HANG_SECONDS, kernel_name="python3", resources={"metadata": {"path": str(folder)}}
    )
    found = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    client.execute(env={**os.environ, "PYTHONPATH": found})
    assert sorted(folder.rglob("*")) == before
    return [out for cell in notebook.cells for out in cell.get("outputs", [])]


def printed_of(outputs: list[Output]) -> str:
    """Return what was printed; a kernel that is short of time hands on one print in several pieces."""
    return "".join(out.get("text", "") for out in outputs)


def code_cells(name: str) -> list[Cell]:
    """Return the cells of code as they are stored."""
    cells = json.loads((FOLDER / name).read_text("utf-8"))["cells"]
    return [cell for cell in cells if cell["cell_type"] == "code"]


def nodes_of(name: str) -> Iterator[ast.AST]:
    """Yield all that the code of a notebook is made of."""
    for cell in code_cells(name):
        yield from ast.walk(ast.parse("".join(cell["source"])))
