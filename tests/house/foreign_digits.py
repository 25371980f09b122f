r"""What would read digits of other scripts as figures: patterns and tests of text that know no 0 to 9.

In Python ``\\d`` and ``str.isdigit`` mean the digits of every script; in JavaScript only
``\\p{N}`` does, but one way of writing it is easier to look over than two.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.house.bars import read_modules

MODULE_ALLOWED = "figures.py"
TESTS_OF_TEXT = frozenset({"isdigit", "isdecimal", "isnumeric"})
_ANY_DIGIT = re.compile(r"\\[dD]|\\p\{(?:N|Nd|Nl|No|Number)\}")
_OTHER_FILES = ("*.lark", "*.js")


def foreign_digits_in(package: Path) -> list[str]:
    """Find, in Python, grammars and JavaScript, what takes digits of other scripts for figures."""
    found = [
        f"{file}:{line}: {what}"
        for file, tree in read_modules(package)
        if file.name != MODULE_ALLOWED
        for line, what in sorted(set(_in_module(tree)))
    ]
    for pattern in _OTHER_FILES:
        for file in sorted(package.rglob(pattern)):
            lines = enumerate(file.read_text("utf-8").splitlines(), 1)
            found += [f"{file}:{number}: {one[0]}" for number, line in lines for one in _ANY_DIGIT.finditer(line)]
    return found


def _in_module(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(attr=name) if name in TESTS_OF_TEXT:
                yield node.lineno, name
            case ast.Constant(value=str() | bytes() as text):
                told = text if isinstance(text, str) else text.decode("latin-1")
                yield from ((node.lineno, one[0]) for one in _ANY_DIGIT.finditer(told))
