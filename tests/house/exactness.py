"""No binary fraction in the engine: what the syntax tree shows of floats, one breach a line."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.house.bars import read_modules

ENGINE = ("eligibility", "paths", "eligibility.py", "paths.py", "service_time.py", "qualifications.py", "histories.py")
EXACT_MATH = {"ceil", "comb", "factorial", "floor", "gcd", "isqrt", "lcm", "perm", "prod"}
EXACT_NUMBERS = {"Decimal", "Fraction"}
FLOATING_CLOCKS = {"monotonic", "perf_counter", "process_time", "time"}


def floats_in_engine(package: Path) -> list[str]:
    """Find floats in those modules of the package that do arithmetic on a person's months."""
    return [fault for name in ENGINE if (package / name).exists() for fault in floats_in(package / name)]


def floats_in(folder: Path) -> list[str]:
    """Find what makes a float: constants, ``float``, true division, ``math``, and clocks in seconds.

    A division is exact where one side is visibly a ``Fraction(...)`` or ``Decimal(...)``.
    ``isinstance(value, float)`` refuses floats and makes none.
    """
    return [
        f"{file}:{line}: {what}"
        for file, tree in read_modules(folder)
        for line, what in sorted(set(_float_makers(tree)))
    ]


def _float_makers(tree: ast.Module) -> Iterator[tuple[int, str]]:
    refusals = {id(name) for test in ast.walk(tree) if _is_type_test(test) for name in ast.walk(test)}
    for node in ast.walk(tree):
        if what := _float_maker(node, refused=id(node) in refusals):
            yield getattr(node, "lineno", 0), what


def _is_type_test(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "isinstance"


def _float_maker(node: ast.AST, *, refused: bool) -> str | None:
    match node:
        case ast.Constant(value=float() | complex()) | ast.Name(id="float") if not refused:
            return ast.unparse(node)
        case ast.BinOp(op=ast.Div()) | ast.AugAssign(op=ast.Div()) if not _is_exact(node):
            return "true division of what may be whole numbers"
        case ast.BinOp(op=ast.Pow(), right=ast.UnaryOp(op=ast.USub())):
            return "a negative power"
        case ast.Attribute(value=ast.Name(id=module), attr=name) if _floats(module, name):
            return f"{module}.{name}"
        case ast.ImportFrom(module=str(module)):
            return next((f"{module}.{one.name}" for one in node.names if _floats(module, one.name)), None)
    return None


def _floats(module: str, name: str) -> bool:
    return (module == "math" and name not in EXACT_MATH) or (module == "time" and name in FLOATING_CLOCKS)


def _is_exact(node: ast.BinOp | ast.AugAssign) -> bool:
    sides = (node.left, node.right) if isinstance(node, ast.BinOp) else (node.value,)
    calls = (side.func for side in sides if isinstance(side, ast.Call))
    return any(isinstance(call, ast.Name) and call.id in EXACT_NUMBERS for call in calls)
