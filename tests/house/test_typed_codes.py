"""Codes of conditions and references to requirements are made, and taken apart, in one place each."""

import ast

import pytest

from ladder.condition_codes import ConditionCode
from tests.house.bars import read_modules
from tests.house.tracked import ROOT

pytestmark = pytest.mark.untraced

LADDER = ROOT / "ladder"
NOT_CODES = {"reading/qualifying/alternatives.py", "reading/requirement_grammar/experience.py"}
"""Modules whose words of the grammar happen to be those of codes."""


def test_no_condition_code_is_a_bare_string() -> None:
    codes = set(ConditionCode)
    found = {
        f"{file.relative_to(LADDER)}:{node.lineno}"
        for file, tree in read_modules(LADDER)
        if file.relative_to(LADDER).as_posix() not in {"condition_codes.py", *NOT_CODES}
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and node.value in codes
    }
    assert found == set()


def test_references_are_taken_apart_in_one_module() -> None:
    found = {
        f"{file.relative_to(LADDER)}:{node.lineno}"
        for file, tree in read_modules(LADDER)
        if file.name != "requirement_references.py"
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in {"partition", "split", "rpartition", "rsplit"}
        and any(isinstance(one, ast.Constant) and one.value == "#" for one in node.args)
    }
    assert found == set()
