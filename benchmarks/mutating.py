"""The mutants of the engine: what mutmut makes of its functions, in an order that a seed gives."""

import difflib
import random
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

import libcst
from mutmut.mutation import file_mutation

ROOT = Path(__file__).resolve().parents[1]
MUTATED = (
    "ladder/eligibility/*.py",
    "ladder/paths/*.py",
    "ladder/profiles*.py",
    "ladder/histories*.py",
    "ladder/service_time*.py",
    "ladder/catalog/steps.py",
)


class Mutant(NamedTuple):
    """One change of one file: the function that it is in, a method after its class, and the file's text with it."""

    file: str
    function: str
    text: str

    def diff(self) -> str:
        """Return the lines that it takes out and puts in."""
        own = (ROOT / self.file).read_text("utf-8")
        lines = difflib.unified_diff(own.splitlines(), self.text.splitlines(), n=0, lineterm="")
        return "\n".join(line for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---"))

    def told(self) -> str:
        """Return where it is, and its lines."""
        return f"{self.file} {self.function}\n{self.diff()}"


def draw(seed: int, beginnings: tuple[str, ...] = ("",)) -> Iterator[Mutant]:
    """Yield all mutants of the files whose paths begin so, in the order that the seed gives them."""
    files = sorted({file.relative_to(ROOT).as_posix() for pattern in MUTATED for file in ROOT.glob(pattern)})
    found = [change for file in files if file.startswith(beginnings) for change in changes_of(file)]
    random.Random(seed).shuffle(found)
    return (change() for change in found)


def changes_of(file: str) -> Iterator[Callable[[], Mutant]]:
    """Yield what makes each of mutmut's mutants of the functions of a file: to write one out takes its time."""
    module, mutations, *_ = file_mutation.create_mutations(file, (ROOT / file).read_text("utf-8"))
    names = dict(functions_of(module))
    for one in mutations:
        function = one.contained_by_top_level_function
        if function in names:
            yield partial(mutant_of, file, names[function], module, one)


def functions_of(module: libcst.Module) -> Iterator[tuple[libcst.CSTNode | None, str]]:
    """Yield the functions of a module and the methods of its classes, each with its name."""
    for part in module.body:
        if isinstance(part, libcst.FunctionDef):
            yield part, part.name.value
        elif isinstance(part, libcst.ClassDef):
            methods = (one for one in part.body.body if isinstance(one, libcst.FunctionDef))
            yield from ((one, f"{part.name.value}.{one.name.value}") for one in methods)


def mutant_of(file: str, function: str, module: libcst.Module, mutation: file_mutation.Mutation) -> Mutant:
    """Return the mutant of a file in which one node is another."""
    changed = file_mutation.deep_replace(module, mutation.original_node, mutation.mutated_node)
    return Mutant(file, function, changed.code if isinstance(changed, libcst.Module) else "")
