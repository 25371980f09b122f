"""Imports that no import statement shows: by call, by name, or in a text that is run.

import-linter reads statements. So each import by call is written down as a statement, in a copy of
the house, and import-linter is asked about the copy: one set of contracts, in pyproject.toml, holds
for both. A call whose module only run time knows cannot be written down; those are few, and listed.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.house.bars import Function, read_modules

IMPORTERS = {"import_module", "__import__", "run_module", "find_spec", "find_loader", "load_module"}
BY_FILE = {"spec_from_file_location", "module_from_spec", "exec_module", "run_path", "SourceFileLoader"}
WAYS = IMPORTERS | BY_FILE | {"exec", "eval"}
MACHINERY = {"importlib", "importlib.util", "importlib.machinery", "builtins", "runpy", "imp", "pkgutil", "zipimport"}


@dataclass(frozen=True)
class DynamicImport:
    """An import by call: where it stands, and the modules that it may mean, none where only run time knows."""

    where: str
    line: int
    modules: tuple[str, ...] = ()


def dynamic_imports(folder: Path) -> list[DynamicImport]:
    """Return every import by call under a folder."""
    return [
        DynamicImport(f"{file.relative_to(folder).as_posix()}:{name}", line, tuple(modules))
        for file, tree in read_modules(folder)
        for name, line, modules in _calls(tree)
    ]


def _calls(tree: ast.Module) -> Iterator[tuple[str, int, list[str]]]:
    """Yield each import by call: the function that it stands in, the line, the modules."""
    inside = {id(part): one.name for one in ast.walk(tree) if isinstance(one, Function) for part in ast.walk(one)}
    for node in ast.walk(tree):
        if (modules := _imported_at(node)) is not None:
            yield inside.get(id(node), "the module"), getattr(node, "lineno", 0), modules


def _imported_at(node: ast.AST) -> list[str] | None:
    """Return the modules that a node imports without a statement, ``None`` for no import.

    The list is empty where only run time knows, or where a way to import gets another name.
    """
    match node:
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=args) if name in WAYS and not _is_re(
            node
        ):
            return _texts(args[:1]) if name in IMPORTERS else []
        case ast.Subscript(value=ast.Attribute(attr="modules"), slice=key, ctx=ast.Load()):
            return _texts([key])
        case ast.Constant(value=str(text)) if "import" in text:
            return _in_text(text) or None
    return [] if _is_hidden(node) else None


def _is_hidden(node: ast.AST) -> bool:
    """Return whether a way to import is got by name, or gets another name."""
    match node:
        case ast.Call(func=ast.Name(id="getattr"), args=[_, ast.Constant(value=name), *_]):
            return name in WAYS
        case ast.ImportFrom(module=str(module), names=names) if module in MACHINERY:
            return any(one.asname and one.name in WAYS for one in names)
        case ast.Import(names=names):
            return any(one.asname and one.name in MACHINERY for one in names)
    return False


def _is_re(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Name) and call.func.value.id == "re"


def _texts(nodes: list[ast.expr]) -> list[str]:
    return [one.value for one in nodes if isinstance(one, ast.Constant) and isinstance(one.value, str)]


def _in_text(text: str) -> list[str]:
    """Return what a text imports, where it is a program."""
    try:
        tree = ast.parse(text)
    except SyntaxError:
        return []
    plain = [one.name for node in ast.walk(tree) if isinstance(node, ast.Import) for one in node.names]
    return plain + [str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]


def write_as_statements(folder: Path) -> None:
    """Add a statement for each import by call to the files of a folder that is a copy."""
    for one in dynamic_imports(folder):
        file = folder / one.where.rpartition(":")[0]
        lines = "".join(f"    import {name}\n" for name in one.modules if name.replace(".", "").isidentifier())
        if lines:
            file.write_text(f"{file.read_text('utf-8')}\n\ndef _imports_{one.line}():\n{lines}", "utf-8")
