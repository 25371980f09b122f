"""The bars hold for ladder, and each of them is seen to bite on a small bad tree."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.house import bars
from tests.house.tracked import ROOT

pytestmark = pytest.mark.untraced

LADDER = ROOT / "ladder"
Checker = Callable[[Path], list[str]]

TWELVE_BRANCHES = "def spread(months):\n    total = 0\n" + "    if months:\n        total += 1\n" * 12
BAD: dict[str, tuple[Checker, str, str]] = {
    "a module too long": (bars.long_modules, "a.py", "x = 1\n" * 401),
    "modules mostly long": (bars.long_modules, "a.py", "x = 1\n" * 151),
    "a module among the long tenth": (bars.long_modules, "a.py", "x = 1\n" * 301),
    "a body too long": (bars.long_functions, "a.py", "def f():\n" + "    x = 1\n" * 51),
    "bodies mostly long": (bars.long_functions, "a.py", "def f():\n" + "    x = 1\n" * 9),
    "a method too long": (bars.long_functions, "a.py", "class A:\n  async def f(self):\n" + "    x = 1\n" * 51),
    "too many branches": (bars.branchy_functions, "a.py", TWELVE_BRANCHES),
    "too many filters": (bars.branchy_functions, "a.py", "def f(a):\n    return [b for b in a" + " if b" * 11 + "]\n"),
    "too many ands": (bars.branchy_functions, "a.py", "def f(a):\n    return a" + " and a" * 11 + "\n"),
    "too many ors in a test": (bars.branchy_functions, "a.py", "def f(a):\n    while a" + " or a" * 10 + ": pass\n"),
    "too many loops in a row": (
        bars.branchy_functions,
        "a.py",
        "def f(a):\n    return [b" + " for b in a" * 11 + "]\n",
    ),
    "too many loops of loops": (
        bars.branchy_functions,
        "a.py",
        "def f(a):\n" + "    for b in a: pass\n    else: a()\n" * 6,
    ),
    "too many guards": (
        bars.branchy_functions,
        "a.py",
        "def f(a):\n    match a:\n" + "        case 1 if a: a()\n" * 6,
    ),
    "too many assertions": (bars.branchy_functions, "a.py", "def f(a):\n" + "    assert a\n" * 11),
    "too many conditional expressions": (
        bars.branchy_functions,
        "a.py",
        "def f(a):\n    return lambda: " + "1 if a else " * 11 + "2\n",
    ),
    "an argument without a type": (bars.missing_annotations, "a.py", "def f(a) -> None: ...\n"),
    "a starred argument without a type": (bars.missing_annotations, "a.py", "def f(*a: int, **b) -> None: ...\n"),
    "a result without a type": (bars.missing_annotations, "a.py", "def f(a: int): ...\n"),
    "an ignored type without a reason": (bars.type_ignores, "a.py", "x = 1  # type: ignore[misc]\n" + "\n" * 1000),
    "an ignored type without a code": (bars.type_ignores, "a.py", "x = 1  # type: ignore  # why\n" + "\n" * 1000),
    "too many ignored types": (bars.type_ignores, "a.py", "x = 1  # type: ignore[misc]  # a reason\n"),
    "a module without a docstring": (bars.missing_docstrings, "a.py", "x = 1\n"),
    "a class without a docstring": (bars.missing_docstrings, "a.py", '"""A."""\nclass A:\n    x = 1\n'),
    "a method without one": (
        bars.missing_docstrings,
        "a.py",
        '"""A."""\nclass A:\n    """A."""\n    def f(self): ...\n',
    ),
    "a name that says nothing": (bars.banned_names, "utils.py", ""),
    "a folder that says nothing": (bars.banned_names, "core/a.py", ""),
    "print": (bars.print_calls, "catalog/a.py", "def f():\n    print(1)\n"),
    "a tag": (bars.html_in_strings, "a.py", 'x = "<b>"\n'),
    "a closing tag": (bars.html_in_strings, "a.py", 'x = "text</td>"\n'),
    "a numbered tag": (bars.html_in_strings, "a.py", 'x = f"<h1>{y}"\n'),
    "a tag with attributes": (bars.html_in_strings, "a.py", "x = '<a href=\"y\">'\n"),
    "a tag named at run time": (bars.html_in_strings, "a.py", 'x = f"<{tag}>"\n'),
    "a doctype": (bars.html_in_strings, "a.py", 'x = "<!DOCTYPE html>"\n'),
}
GOOD = (
    '''"""A module.

Its docstring may speak of a <b> tag.
"""

import re

NAMED = re.compile("(?P<months>[0-9]+)")
LESS = "1 < 2 and 3<4"


class Held:
    """A class."""

    def months(self, *, held: int, **others: int) -> int:
        """Return the months."""
        return held
'''
    + "\n" * 100
)


@pytest.fixture
def tree(tmp_path: Path) -> Callable[[str, str], Path]:
    def write(name: str, text: str) -> Path:
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
        return tmp_path

    return write


@pytest.mark.parametrize("fault", BAD)
def test_bites(fault: str, tree: Callable[[str, str], Path]) -> None:
    checker, name, text = BAD[fault]
    assert checker(tree(name, text))


CHECKERS = sorted({checker.__name__: checker for checker, _, _ in BAD.values()}.items())


@pytest.mark.parametrize("checker", [one for _, one in CHECKERS], ids=[name for name, _ in CHECKERS])
def test_lets_good_code_pass(checker: Checker, tree: Callable[[str, str], Path]) -> None:
    tree("cli/a.py", GOOD + "print(1)\n")
    assert checker(tree("b.py", GOOD)) == []


def test_lets_one_reasoned_ignored_type_in_a_thousand_lines_pass(tree: Callable[[str, str], Path]) -> None:
    assert bars.type_ignores(tree("a.py", "x = 1  # type: ignore[misc, arg-type]  # a reason\n" + "\n" * 999)) == []


@pytest.mark.parametrize(
    "checker",
    [one for _, one in CHECKERS if one is not bars.branchy_functions],
    ids=[name for name, _ in CHECKERS if name != "branchy_functions"],
)
def test_ladder_holds_the_bar(checker: Checker) -> None:
    assert checker(LADDER) == []


def test_no_function_branches_more_than_ten_times_counted_in_full() -> None:
    assert bars.count_branches(LADDER) == {}


@pytest.mark.parametrize(
    ("body", "branches"),
    [
        ("return a", 0),
        ("return a and a or a", 2),
        ("return [b for b in a if b if b]", 3),
        ("for b in a:\n  pass\n else:\n  pass", 2),
        ("match a:\n  case 1: pass\n  case 2 if a: pass", 3),
        ("try:\n  a()\n except A: pass\n except B: pass\n finally: pass", 2),
        ("return 1 if a else (lambda: 2 if a else 3)", 2),
        ("with a: pass", 0),
        ("if a: pass\n elif a: pass\n else: pass", 2),
    ],
)
def test_branches_are_counted_in_full(body: str, branches: int, tree: Callable[[str, str], Path]) -> None:
    assert bars.count_branches(tree("a.py", f"def f(a):\n {body}\n"), most=-1) == {"a.py:f": branches}


def test_tests_ignore_few_types_and_have_types_everywhere() -> None:
    assert bars.type_ignores(LADDER, ROOT / "tests") == []
    assert bars.missing_annotations(ROOT / "tests") == []


def test_at_most_six_file_names_stand_in_several_packages() -> None:
    assert bars.repeated_names(LADDER) == []


def test_a_seventh_name_in_two_packages_is_found(tree: Callable[[str, str], Path]) -> None:
    for package, names in (("a", "bcdefgh"), ("i", "bcdefg"), ("j", "k")):
        for name in ("__init__", *names):
            tree(f"{package}/{name}.py", "")
    assert bars.repeated_names(tree("l/m.py", "")) == []
    found = bars.repeated_names(tree("j/h.py", ""))
    assert [line.partition(":")[0] for line in found] == [f"{name}.py" for name in "bcdefgh"]


def test_docstrings_do_not_count_as_body() -> None:
    tree = next(iter(bars.read_modules(Path(__file__))))[1]
    sizes = {function.name: bars.body_lines(function) for function in bars.find_functions(tree)}
    assert sizes["test_bites"] == 2
