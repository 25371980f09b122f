"""The bars of the house: each checker reads a folder of Python and returns its breaches, one a line."""

import ast
import io
import math
import re
import statistics
import tokenize
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

Function = ast.FunctionDef | ast.AsyncFunctionDef
Documented = ast.Module | ast.ClassDef | Function

BANNED_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "core", "manager"}
LOOPS = ast.For | ast.AsyncFor | ast.While
BRANCHES = ast.If | ast.IfExp | LOOPS | ast.ExceptHandler | ast.match_case | ast.Assert
REASONED_IGNORE = re.compile(r"# type: ignore\[[a-z-]+(?:, ?[a-z-]+)*\]\s+# \S.*")
TAG = re.compile(r"(?<!\?P)<(?:!|/?[a-z][a-z0-9-]*(?:[\s/>]|$))", re.IGNORECASE)
LINES_A_TYPE_IGNORE = 1000
MOST_BRANCHES = 10


def read_modules(folder: Path) -> Iterator[tuple[Path, ast.Module]]:
    """Yield every Python module under the folder (or the one file) with its syntax tree, which is not to be changed."""
    for file in _files(folder):
        yield file, _parsed(file.read_text("utf-8"))


@lru_cache(maxsize=1000)
def _parsed(text: str) -> ast.Module:
    return ast.parse(text)


def _files(folder: Path) -> list[Path]:
    return [folder] if folder.is_file() else sorted(folder.rglob("*.py"))


def find_functions(tree: ast.AST) -> Iterator[Function]:
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def body_lines(function: Function) -> int:
    """Return the lines of the body, the docstring not counted."""
    body = function.body[1:] if ast.get_docstring(function, clean=False) is not None else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def _over(what: str, sizes: Iterable[int], *, median: int, p90: int) -> list[str]:
    ordered = sorted(sizes)
    if not ordered:
        return []
    middle, ninth = statistics.median_high(ordered), ordered[math.ceil(len(ordered) * 9 / 10) - 1]
    found = [f"{what}: median {middle}, over {median}"] if middle > median else []
    return found + ([f"{what}: 90th percentile {ninth}, over {p90}"] if ninth > p90 else [])


def long_modules(folder: Path, *, median: int = 150, p90: int = 300, most: int = 400) -> list[str]:
    sizes = {file: len(file.read_text("utf-8").splitlines()) for file in _files(folder)}
    found = [f"{file}: {lines} lines, over {most}" for file, lines in sizes.items() if lines > most]
    return found + _over("module lines", sizes.values(), median=median, p90=p90)


def long_functions(folder: Path, *, median: int = 8, p90: int = 20, most: int = 50) -> list[str]:
    sizes = {
        f"{file}:{function.lineno}: {function.name}": body_lines(function)
        for file, tree in read_modules(folder)
        for function in find_functions(tree)
    }
    found = [f"{place}: {lines} body lines, over {most}" for place, lines in sizes.items() if lines > most]
    return found + _over("function body lines", sizes.values(), median=median, p90=p90)


def branchy_functions(folder: Path) -> list[str]:
    """Find functions that branch too often; see ``branches_in``."""
    return [f"{name}: {branches} branches, over {MOST_BRANCHES}" for name, branches in count_branches(folder).items()]


def count_branches(folder: Path, *, most: int = MOST_BRANCHES) -> dict[str, int]:
    """Return the branches of functions that have more than ``most``, by file and name."""
    counted: dict[str, int] = {}
    for file, tree in read_modules(folder):
        for function in find_functions(tree):
            name, branches = f"{file.relative_to(folder).as_posix()}:{function.name}", branches_in(function)
            if branches > most:
                counted[name] = max(branches, counted.get(name, 0))
    return counted


def branches_in(function: Function) -> int:
    """Return how often a function branches, what stands inside of it (lambdas too) counted.

    One each: ``if``, ``elif``, conditional expressions, loops and their ``else``, handlers, cases
    and their guards, assertions, each ``and`` and ``or``, each ``for`` and ``if`` of comprehensions.
    """
    return sum(_branches_at(node) for node in ast.walk(function))


def _branches_at(node: ast.AST) -> int:
    match node:
        case ast.BoolOp(values=values):
            return len(values) - 1
        case ast.comprehension(ifs=filters):
            return 1 + len(filters)
        case ast.match_case(guard=guard):
            return 1 + (guard is not None)
        case ast.For(orelse=otherwise) | ast.AsyncFor(orelse=otherwise) | ast.While(orelse=otherwise):
            return 1 + bool(otherwise)
    return int(isinstance(node, BRANCHES))


def missing_annotations(folder: Path) -> list[str]:
    return [
        f"{file}:{function.lineno}: {function.name}: {name} has no type"
        for file, tree in read_modules(folder)
        for function in find_functions(tree)
        for name in _untyped(function)
    ]


def _untyped(function: Function) -> Iterator[str]:
    given = function.args
    named = [*given.posonlyargs, *given.args, *given.kwonlyargs, *filter(None, (given.vararg, given.kwarg))]
    yield from (one.arg for one in named if one.annotation is None and one.arg not in {"self", "cls"})
    if function.returns is None:
        yield "the result"


def type_ignores(*folders: Path) -> list[str]:
    """Find ignored types without code and reason, and more of them than one per 1,000 lines."""
    found, lines, ignored = [], 0, 0
    for file, text in ((file, file.read_text("utf-8")) for folder in folders for file in _files(folder)):
        lines += text.count("\n")
        for line, comment in _comments(text):
            if "type: ignore" in comment:
                ignored += 1
                found += [] if REASONED_IGNORE.search(comment) else [f"{file}:{line}: no code and reason: {comment}"]
    over = ignored * LINES_A_TYPE_IGNORE > lines and ignored > 0
    return found + ([f"{ignored} ignored types in {lines} lines"] if over else [])


def _comments(text: str) -> Iterator[tuple[int, str]]:
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    return ((token.start[0], token.string) for token in tokens if token.type == tokenize.COMMENT)


def missing_docstrings(folder: Path) -> list[str]:
    return [
        f"{file}:{getattr(node, 'lineno', 1)}: {getattr(node, 'name', 'the module')} has no docstring"
        for file, tree in read_modules(folder)
        for node in _public(tree)
        if not ast.get_docstring(node)
    ]


def _public(node: ast.Module | ast.ClassDef) -> Iterator[Documented]:
    yield node
    for child in node.body:
        if isinstance(child, ast.ClassDef) and not child.name.startswith("_"):
            yield from _public(child)
        elif isinstance(child, Function) and _is_public(child):
            yield child


def _is_public(function: Function) -> bool:
    """Return whether people read the function's docstring; that of an overload stands with the function itself."""
    is_overload = any(isinstance(one, ast.Name) and one.id == "overload" for one in function.decorator_list)
    return not is_overload and (not function.name.startswith("_") or function.name == "__init__")


def banned_names(folder: Path) -> list[str]:
    return [f"{path}: a name that says nothing" for path in sorted(folder.rglob("*")) if path.stem in BANNED_NAMES]


def repeated_names(folder: Path, *, most: int = 6) -> list[str]:
    """Find the file names that stand in several packages, where they are more than ``most``."""
    times = Counter(file.name for file in _files(folder) if file.name != "__init__.py")
    repeated = [f"{name}: {count} files of this name" for name, count in sorted(times.items()) if count > 1]
    return repeated if len(repeated) > most else []


def print_calls(folder: Path, *, allowed: str = "cli") -> list[str]:
    """Find ``print`` anywhere but in the one package, or module, that may speak."""
    return [
        f"{file}:{node.lineno}: print"
        for file, tree in read_modules(folder)
        if allowed not in file.relative_to(folder).with_suffix("").parts
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]


def html_in_strings(folder: Path) -> list[str]:
    """Find tags in strings, pieced ones included; docstrings and named groups of patterns are none."""
    return [
        f"{file}:{line}: HTML in a string: {text!r}"
        for file, tree in read_modules(folder)
        for line, text in _strings(tree)
        if TAG.search(text)
    ]


def _strings(tree: ast.Module) -> Iterator[tuple[int, str]]:
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield node.lineno, "".join(_constant(part) for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.lineno, node.value


def _constant(part: ast.expr) -> str:
    return str(part.value) if isinstance(part, ast.Constant) else "x"
