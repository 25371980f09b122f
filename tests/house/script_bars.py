"""The bars of the house for the pages' scripts, counted without Node: their own layout says where a function ends.

A function, at the top of a module or in a class there, goes from its first line to the next line that closes at the
same depth. What stands in it counts as its own: arrows, and functions in it.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.house.bars import BANNED_NAMES, MOST_BRANCHES

MOST_LINES, MOST_BODY = 400, 50
_QUIET = re.compile(
    r"""
    //[^\n]* | /\*.*?\*/                                            # comments
    | "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*'                      # texts
    | (?<=[=(,:!&|?;{}\[\n])\s*/(?:[^/\\\n\[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[a-z]*   # patterns
    """,
    re.VERBOSE | re.DOTALL,
)
_TEMPLATE = re.compile(r"`(?:[^`\\$]|\\.|\$(?!\{)|\$\{((?:[^{}`]|\{[^{}]*\})*)\})*`")
_HOLE = re.compile(r"\$\{((?:[^{}`]|\{[^{}]*\})*)\}")
_BRANCH = re.compile(r"\b(?:if|for|while|case|catch)\b|&&|\|\||\?\?|\?(?![.?])")
_TOP = re.compile(r"^(?:export )?(?:async )?(?:function\*? (\w+)\(|const (\w+) = (?:async )?(?:\([^)]*\)|\w+) =>)")
_METHOD = re.compile(r"^  (?:async |static |get |set |\*)*(#?\w+)\(.*\{$")
_NOT_METHODS = {"if", "for", "while", "switch", "catch"}


class ScriptFunction(NamedTuple):
    """A function of a script: its name, the lines of its body, and how often it branches."""

    name: str
    lines: int
    branches: int


def without_texts(script: str) -> str:
    """Return the script without comments, texts and patterns; of a template what is worked out in it stays.

    >>> without_texts('a = b ? "x && y" : `${c || d} if`; // e ?? f')
    'a = b ? "" : (c || d); '
    """
    kept = _TEMPLATE.sub(lambda found: "(" + " ".join(_HOLE.findall(found[0])) + ")", _comments_away(script))
    return _QUIET.sub(lambda found: '""' if found[0][0] in "\"'" else "", kept)


def _comments_away(script: str) -> str:
    return re.sub(r"^\s*//[^\n]*", "", script, flags=re.MULTILINE)


def functions_of(script: str) -> Iterator[ScriptFunction]:
    """Yield every function at the top of a script, and every method of a class there."""
    lines = without_texts(script).splitlines()
    for start, line in enumerate(lines):
        name = _name_at(line)
        if name:
            depth = len(line) - len(line.lstrip())
            end = _end_of(lines, start, depth)
            body = "\n".join(lines[start : end + 1])
            yield ScriptFunction(name, max(0, end - start - 1), len(_BRANCH.findall(body)))


def _name_at(line: str) -> str:
    top, method = _TOP.match(line), _METHOD.match(line)
    if top:
        return top[1] or top[2]
    return method[1] if method and method[1] not in _NOT_METHODS else ""


def _end_of(lines: list[str], start: int, depth: int) -> int:
    """Return the last line of what begins at a line: it alone, or the next that closes at its depth."""
    if not lines[start].endswith(("{", "(", "[", "=>", ",", "?")):
        return start
    for place in range(start + 1, len(lines)):
        line = lines[place]
        if line.strip() and len(line) - len(line.lstrip()) <= depth and line.lstrip()[0] in "})]":
            if not line.endswith(("{", "(", "[", "=>")):
                return place
        elif line.endswith(";") and len(line) - len(line.lstrip()) == depth + 2 and not lines[start].endswith("{"):
            return place
    return len(lines) - 1


def script_breaches(folder: Path) -> Iterator[str]:
    """Yield what breaks a bar in the scripts of a folder: length of modules, of functions, branches, names."""
    for file in sorted(folder.rglob("*.js")):
        text = file.read_text("utf-8")
        name = file.relative_to(folder).as_posix()
        if text.count("\n") > MOST_LINES:
            yield f"{name}: {text.count(chr(10))} lines, over {MOST_LINES}"
        if file.stem in BANNED_NAMES:
            yield f"{name}: says nothing of what is in it"
        for one in functions_of(text):
            if one.lines > MOST_BODY:
                yield f"{name}:{one.name}: {one.lines} lines, over {MOST_BODY}"
            if one.branches > MOST_BRANCHES:
                yield f"{name}:{one.name}: {one.branches} branches, over {MOST_BRANCHES}"
