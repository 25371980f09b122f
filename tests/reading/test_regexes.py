"""Every regular expression of the reading takes time in proportion to the text, whatever the text."""

import ast
import importlib
import pkgutil
import re
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from re import _parser
from types import ModuleType

import pytest

import ladder
from ladder.reading.requirement_grammar import grammar, quantities, seams
from tests.measure import FULL

PACKAGES = ("ladder.reading", "ladder.checks", "ladder.titles")
LENGTH = 20_000 if FULL else 1_500
MOST_GROWTH = 3.2
# What takes the square of the length takes far longer than this for the shortest of the lengths.
TOO_QUICK = 0.0006
LONGEST = 4.0 if FULL else 0.5
LONGEST_FIRST = 0.1
ROUNDS = 5
PIECES = (
    *(" ", "\t", "\n", "a", "A", "0", ".", "-", "(", ",", "'", "|", "\u00e9"),
    *("a ", "A ", "Aa ", "AA ", "1 ", "(1) ", "a, ", "A/", "1/", "$1,000 ", ". ", "a\n", "A\n", " \n", "1. \n"),
    *("five (5) ", "years of ", "two years; or\n", "one-half ", "and ", "or ", "of which ", "the level of "),
    *("Clerk II, ", "semester hours ", "Class Code: ", "<b", "a@", "Aa Aa, Aa or "),
)


def modules() -> Iterator[ModuleType]:
    for package in PACKAGES:
        root = importlib.import_module(package)
        yield root
        for found in pkgutil.walk_packages(getattr(root, "__path__", ()), f"{package}."):
            yield importlib.import_module(found.name)


def patterns_in(value: object) -> Iterator[re.Pattern[str]]:
    """Yield the patterns of a value: itself, or those in a tuple, list, set, mapping or record."""
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value
        else:
            yield re.compile(value.pattern.decode("latin-1"), value.flags | re.UNICODE)
    elif isinstance(value, Mapping):
        yield from (one for part in value.values() for one in patterns_in(part))
    elif isinstance(value, tuple | list | set | frozenset):
        yield from (one for part in value for one in patterns_in(part))
    elif type(value).__module__.startswith("ladder.") and hasattr(value, "__dict__"):
        yield from (one for part in vars(value).values() for one in patterns_in(part))


@lru_cache(maxsize=1)
def patterns() -> dict[str, re.Pattern[str]]:
    """Return every pattern that a module holds, by where it stands, and every terminal of the grammars."""
    found: dict[str, re.Pattern[str]] = {}
    for module in modules():
        for name, value in vars(module).items():
            for number, pattern in enumerate(patterns_in(value)):
                found.setdefault(f"{pattern.pattern}/{pattern.flags}", pattern)
                found[f"{module.__name__}.{name}[{number}]"] = pattern
    unique = {id(pattern): name for name, pattern in found.items()}
    kept = {name: found[name] for name in unique.values()}
    for parser in (grammar._parser(), quantities._parser()):
        for terminal in parser.terminals:
            kept[f"{terminal.name} of the grammar"] = re.compile(terminal.pattern.to_regexp())
    return kept | {"seams.joiner": seams._joiner()}


def literals_of(pattern: re.Pattern[str]) -> Iterator[str]:
    """Yield the runs of letters that a pattern spells out."""
    run = ""
    for operation, argument in _flat(_parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)):
        if str(operation) == "LITERAL":
            run += chr(argument)
        elif run:
            yield run
            run = ""
    if run:
        yield run


def _flat(parsed: Iterable[tuple[object, object]]) -> Iterator[tuple[object, int]]:
    for operation, argument in parsed:
        if str(operation) == "LITERAL":
            yield operation, int(str(argument))
            continue
        yield operation, 0
        for part in _below(argument):
            yield from _flat(part)


def _below(argument: object) -> Iterator[Iterable[tuple[object, object]]]:
    if isinstance(argument, _parser.SubPattern):
        yield argument
    elif isinstance(argument, tuple | list):
        for part in argument:
            yield from _below(part)


def attacks(pattern: re.Pattern[str]) -> Iterator[str]:
    """Yield what is repeated against a pattern: pieces of documents, its own words, and these with blanks."""
    own = list(dict.fromkeys(literals_of(pattern)))[:12]
    whole = " ".join(own)
    pieces = (*PIECES, *own, *(f"{word} " for word in own[:4]), whole, f"{whole} a ")
    yield from filter(None, dict.fromkeys(pieces))


def took(pattern: re.Pattern[str], text: str) -> float:
    before = time.process_time()
    pattern.match(text)
    pattern.search(text)
    return time.process_time() - before


def filled(piece: str, length: int, before: str) -> str:
    """Return a text of a length that begins with some words and repeats a piece; its end fits nothing."""
    return before + (piece * (length // len(piece) + 1))[:length] + "\n\x00"


def slowness(pattern: re.Pattern[str], piece: str, before: str = "") -> str:
    """Return how a pattern grows over a text twice as long, or nothing where that is in proportion."""
    # What grows without measure would not come back from the whole.
    for length in (24, 375):
        if took(pattern, filled(piece, length, before)) > LONGEST_FIRST:
            return f"more than {LONGEST_FIRST} s on {length} characters of {before!r} and {piece!r}"
    short, long = filled(piece, LENGTH, before), filled(piece, 2 * LENGTH, before)
    if (twice := took(pattern, long)) < TOO_QUICK:
        return ""
    at_once = took(pattern, short)
    # A machine at work on other things may be slow for a moment; a pattern that is slow stays slow.
    for _ in range(ROUNDS):
        if twice < min(MOST_GROWTH * at_once, LONGEST):
            return ""
        at_once = min(took(pattern, short) for _ in range(3))
        twice = min(took(pattern, long) for _ in range(3))
    return f"{at_once:.4f} s, then {twice:.4f} s on twice {before!r} and {piece!r}"


def fault_of(pattern: re.Pattern[str]) -> str | None:
    """Return the first attack that a pattern does not stand, or none."""
    first = next(literals_of(pattern), "")
    cases = [(piece, "") for piece in attacks(pattern)]
    cases += [(piece, first) for piece in (" ", "a", "A ", "0", "\n") if first]
    return next((fault for piece, before in cases if (fault := slowness(pattern, piece, before))), None)


def test_every_pattern_is_linear() -> None:
    found = {name: fault for name, pattern in patterns().items() if (fault := fault_of(pattern))}
    assert found == {}


@pytest.mark.parametrize(
    "pattern", [r"\s+$", r"(a+)+b", r"[A-Z][a-z]+ .*:", r"years of (?:.*?)x", r"(?:Aa )+x", r"(?:five \(5\) )*;"]
)
def test_a_pattern_that_is_not_linear_is_found(pattern: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules[__name__], "LENGTH", 3_000)
    assert fault_of(re.compile(pattern))


@pytest.mark.parametrize("pattern", [r"\s{1,40}$", r"[a-z]+", r"\b(?:two|three) years\b", r"x{0,5}y"])
def test_a_linear_pattern_is_none(pattern: str) -> None:
    assert not fault_of(re.compile(pattern))


# ------------------------------------------------------------------ none escapes


def sources() -> Iterator[Path]:
    root = Path(ladder.__file__).parent
    for package in PACKAGES:
        path = root.joinpath(*package.split(".")[1:])
        yield from sorted(path.rglob("*.py")) if path.is_dir() else [path.with_suffix(".py")]


def hidden_patterns(tree: ast.AST) -> Iterator[int]:
    """Yield the lines of functions that write a pattern down where no test can find it."""
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            calls = (node for node in ast.walk(function) if isinstance(node, ast.Call))
            yield from (call.lineno for call in calls if _is_pattern_call(call))


def _is_pattern_call(call: ast.Call) -> bool:
    match call.func:
        case ast.Attribute(value=ast.Name(id="re"), attr=name):
            pass
        case _:
            return False
    takes = {"compile", "search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer"}
    return name in takes and bool(call.args) and isinstance(call.args[0], ast.Constant | ast.JoinedStr | ast.BinOp)


def test_patterns_stand_where_the_test_finds_them() -> None:
    hidden = [
        f"{file.name}:{line}" for file in sources() for line in hidden_patterns(ast.parse(file.read_text("utf-8")))
    ]
    assert hidden == []


def test_the_packages_hold_patterns() -> None:
    assert len(patterns()) > 50


@pytest.mark.parametrize(
    "code",
    ["def f():\n    re.sub(r'a+', '', x)", "f = lambda x: re.search('a', x)", "def f(x):\n    re.compile(f'a{x}')"],
)
def test_a_pattern_in_a_function_is_found(code: str) -> None:
    assert list(hidden_patterns(ast.parse(code)))


def test_patterns_in_every_kind_of_value_are_found() -> None:
    one = re.compile("a")
    assert list(patterns_in({"x": (one, [one], 1)})) == [one, one]
    assert [pattern.pattern for pattern in patterns_in(re.compile(b"\xffa"))] == ["\u00ffa"]
    assert list(literals_of(re.compile(r"ab|(?:cd){2,3}\se"))) == ["ab", "cd", "e"]
