"""Every notebook is imports, calls and prose, and is stored without outputs."""

import ast

import pytest

from tests.notebooks.running import FOLDER, code_cells, nodes_of

NOTEBOOKS = sorted(one.name for one in FOLDER.glob("*.ipynb"))
DEFINED = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda


def test_each_notebook_is_here() -> None:
    assert NOTEBOOKS == ["budget_round.ipynb", "first_half_hour.ipynb"]


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_it_is_stored_without_outputs(name: str) -> None:
    cells = code_cells(name)
    assert [cell["outputs"] for cell in cells] == [[]] * len(cells)
    assert {cell["execution_count"] for cell in cells} == {None}


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_it_imports_ladder_and_nothing_else(name: str) -> None:
    imports = [node for node in nodes_of(name) if isinstance(node, ast.Import | ast.ImportFrom)]
    assert [ast.unparse(one) for one in imports] == ["import ladder"]


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_it_is_imports_calls_and_prose(name: str) -> None:
    assert not [node for node in nodes_of(name) if isinstance(node, DEFINED)]
