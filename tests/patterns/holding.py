"""Every pattern that ladder holds, by where it stands; and those that no reader of values could find."""

import ast
import importlib
import pkgutil
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import ladder
from ladder.reading.requirement_grammar import grammar, quantities, seams

TAKE_A_PATTERN = {"compile", "search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer"}
ANCHORED = {"match", "fullmatch"}
ENTRY = "ladder.__main__"


def modules() -> Iterator[ModuleType]:
    """Yield ladder and each of its modules; the one that runs the program is only a call."""
    yield ladder
    for found in pkgutil.walk_packages(ladder.__path__, "ladder."):
        if found.name != ENTRY:
            yield importlib.import_module(found.name)


def patterns_in(value: object) -> Iterator[re.Pattern[str]]:
    """Yield the patterns of a value: itself, or those in a tuple, list, set, mapping, class or record."""
    seen: dict[int, object] = {}
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if id(one) in seen:
            continue
        seen[id(one)] = one
        if isinstance(one, re.Pattern):
            yield _of_text(one)
        else:
            waiting += list(_held(one))[::-1]


def _of_text(pattern: re.Pattern[str] | re.Pattern[bytes]) -> re.Pattern[str]:
    if isinstance(pattern.pattern, str):
        return re.compile(pattern.pattern, pattern.flags)
    return re.compile(pattern.pattern.decode("latin-1"), pattern.flags | re.UNICODE)


def _held(value: object) -> Iterator[object]:
    """Yield what a value of Python's own or of ladder's holds."""
    if isinstance(value, Mapping):
        yield from (part for pair in value.items() for part in pair)
    elif isinstance(value, tuple | list | set | frozenset):
        yield from value
    elif (value if isinstance(value, type) else type(value)).__module__.startswith("ladder."):
        yield from vars(value).values() if hasattr(value, "__dict__") else ()
        yield from (getattr(value, name) for name in getattr(type(value), "__slots__", ()) if hasattr(value, name))


@dataclass(frozen=True)
class Held:
    """A pattern, where it stands, and whether every use of it is a ``match`` or ``fullmatch``."""

    where: str
    pattern: re.Pattern[str]
    anchored: bool = False


def patterns() -> list[Held]:
    """Return every pattern once: of a module's values, of a function's own calls, and of the grammars."""
    found = [Held("seams.joiner", seams._joiner())]
    for parser in (grammar._tables().parser, quantities._tables().parser):
        found += [Held(f"{one.name} of the grammar", re.compile(one.pattern.to_regexp())) for one in parser.terminals]
    trees = {file: ast.parse(file.read_text("utf-8")) for file in sources()}
    imported = {name for tree in trees.values() for name in imported_names(tree)}
    for module in modules():
        anchored = anchored_names(trees[Path(str(module.__file__))]) - imported
        for name, value in vars(module).items():
            found += [Held(f"{module.__name__}.{name}", one, name in anchored) for one in patterns_in(value)]
    found += [one for file, tree in trees.items() for one in patterns_of_functions(file, tree)]
    return merged(found)


def merged(found: Iterable[Held]) -> list[Held]:
    """Return each pattern once, anchored where it is so wherever it stands."""
    once: dict[tuple[str, int], Held] = {}
    for one in found:
        before = once.setdefault((one.pattern.pattern, one.pattern.flags), one)
        if before.anchored and not one.anchored:
            once[one.pattern.pattern, one.pattern.flags] = one
    return list(once.values())


def sources() -> Iterator[Path]:
    """Yield the files of ladder."""
    yield from sorted(Path(ladder.__file__).parent.rglob("*.py"))


# ------------------------------------------------------------------ what a syntax tree shows


def imported_names(tree: ast.Module) -> set[str]:
    """Return the names that a module takes from others."""
    return {one.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for one in node.names}


def anchored_names(tree: ast.Module) -> set[str]:
    """Return the names of which nothing is asked but ``match`` and ``fullmatch``, which begin in one place."""
    loads = [node for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)]
    asked = [node for node in ast.walk(tree) if isinstance(node, ast.Attribute) and node.attr in ANCHORED]
    used = Counter(node.id for node in loads)
    anchored = Counter(node.value.id for node in asked if isinstance(node.value, ast.Name))
    return {name for name, times in anchored.items() if used[name] == times}


def patterns_of_functions(file: Path, tree: ast.Module) -> Iterator[Held]:
    """Yield the patterns that functions spell out."""
    for call in calls_in_functions(tree):
        if pattern := constant_pattern(call):
            asked = call.func.attr if isinstance(call.func, ast.Attribute) else ""
            yield Held(f"{file.name}:{call.lineno}", pattern, asked in ANCHORED)


def calls_in_functions(tree: ast.Module) -> list[ast.Call]:
    """Return the calls of functions of ``re`` inside functions."""
    inside = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda))
    return list({id(call): call for function in inside for call in pattern_calls(function)}.values())


def pattern_calls(tree: ast.AST) -> Iterator[ast.Call]:
    """Yield the calls of functions of ``re`` that take a pattern."""
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call) and _takes_a_pattern(node.func))


def _takes_a_pattern(function: ast.expr) -> bool:
    match function:
        case ast.Attribute(value=ast.Name(id="re"), attr=name):
            return name in TAKE_A_PATTERN
    return False


def constant_pattern(call: ast.Call) -> re.Pattern[str] | None:
    """Return the pattern of a call that spells it out, with the flags that it names."""
    words = call.args[0].value if call.args and isinstance(call.args[0], ast.Constant) else None
    if not isinstance(words, str):
        return None
    named = [name.attr for name in ast.walk(call) if isinstance(name, ast.Attribute) and name.attr.isupper()]
    flags = re.NOFLAG
    for name in named:
        flags |= getattr(re, name, re.NOFLAG)
    return re.compile(words, flags)


def hidden_patterns(tree: ast.Module) -> Iterator[int]:
    """Yield the lines that give ``re`` a pattern which is neither spelled out nor a value of the module.

    ``re`` under another name hides a pattern too.
    """
    yield from (call.lineno for call in calls_in_functions(tree) if constant_pattern(call) is None)
    for node in ast.walk(tree):
        match node:
            case ast.ImportFrom(module="re"):
                yield node.lineno
            case ast.Import() if any(one.name.split(".")[0] == "re" and one.asname for one in node.names):
                yield node.lineno
