"""How far the catalog is handed on: functions that take it first, that take a case in its parts, that fetch rules.

Each is counted over the syntax trees, by the name of a parameter or the type that it bears.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.house.bars import Function, find_functions, read_modules

PARTS = {"catalog": "Catalog", "history": "History", "plan": "Plan"}
"""What a case is made of: the name of each part, and its type."""
FETCHER = "rules_of"
HOME = "eligibility/rules.py"


def take_the_catalog_first(folder: Path) -> list[str]:
    """Return the functions whose first parameter, ``self`` apart, is a catalog."""
    return [name for name, function in _functions(folder) if "catalog" in _parts(_given(function)[:1])]


def take_a_case_in_parts(folder: Path) -> list[str]:
    """Return the functions that take a catalog, a history and a plan, each by itself."""
    return [name for name, function in _functions(folder) if _parts(_given(function)) == PARTS.keys()]


def fetch_rules(folder: Path) -> list[str]:
    """Return the modules that fetch the rules of a class, that where they are made apart."""
    return [
        where
        for file, tree in read_modules(folder)
        if (where := file.relative_to(folder).as_posix()) != HOME and any(map(_fetches, ast.walk(tree)))
    ]


def _functions(folder: Path) -> Iterator[tuple[str, Function]]:
    for file, tree in read_modules(folder):
        for function in find_functions(tree):
            yield f"{file.relative_to(folder).as_posix()}:{function.name}", function


def _given(function: Function) -> list[ast.arg]:
    given = function.args
    return [one for one in (*given.posonlyargs, *given.args, *given.kwonlyargs) if one.arg not in {"self", "cls"}]


def _parts(given: list[ast.arg]) -> set[str]:
    return {name for one in given for name, kind in PARTS.items() if one.arg == name or _type_of(one) == kind}


def _type_of(one: ast.arg) -> str:
    return ast.unparse(one.annotation).strip("'") if one.annotation else ""


def _fetches(node: ast.AST) -> bool:
    return isinstance(node, ast.Name | ast.Attribute) and FETCHER in {
        getattr(node, "id", ""),
        getattr(node, "attr", ""),
    }
