"""Every pattern that ladder holds takes work in proportion to the text, whatever the text."""

import ast
import re
from functools import lru_cache
from pathlib import Path

import pytest

from tests.measure import FULL
from tests.patterns import holding, javascript
from tests.patterns.holding import Held
from tests.patterns.judged import LIST, judge_key, key_of, known, to_judge
from tests.patterns.judging import fault_of

pytestmark = pytest.mark.untraced

SHARES = 8
COMPILE_AT_RUN_TIME = {
    "grammar.py": "the terminals of the grammar, which are judged one by one",
    "passage_parser.py": "the same terminals, each alone",
    "first_letters.py": "none: it takes the terminals apart, and asks re for its parser alone",
    "seams.py": "the joiner of those terminals, which is judged as it is compiled",
    "code_patterns.py": "what a planner writes in a layout; texts over 80 letters are not looked at",
    "printed_dates.py": "forms of dates made of a few parts; of a text 40 letters are looked at",
}

GROW = [
    r"\s+$",
    r"(a+)+b",
    r"[A-Z][a-z]+ .*:",
    r"years of (?:.*?)x",
    r"(?:Aa )+x",
    r"(?:five \(5\) )*;",
    *(r"(a|aa)+$", r"(a|a)*b", r"(a|b|ab)*c", r"(?:a?){40}b", r"(?:\w+\s?)*:", r"(?:[a-z]+,?)+;", r"(?i)(?:a|A)*b"),
    *(r"\d+\d+x", r"x*y*z", r"(.*)=(.*)", r".*?,.*?;", r"^.*:.*x", r"a.*b.*c", r"\w*\d\w*x", r"(?s).*\n.*!"),
    *(r"<[^>]*>", r"\w+@\w+\.", r"(\w+) \1", r"(?:[A-Z]\w*[ ,])+\d", r".*\n", r"\s++\S", r"(?>\s+)\S", r"\(.*\)"),
    *(r"(?=.*x)y?", r"a(?=[a-z]*:)", r"(?<!x)[a-z]+:", r"\b\w[\w ]*:", r"Class Code: .*\(", r"(?m)^\s*x"),
    *(r"(?:[A-Za-z]+[ -]){2,}x", r'"(?:[^"\\]|\\.)*"', r"one-half .*x|two", r"(?:a{1,40}){1,40}b", r"\w{20,}x"),
    *(
        r"\s{0,5000}$",
        r"(?:a{0,9}){9}b",
        r"(?:a(?:b|$)?)*?c",
        r"(x+x+)+y",
        r"(?:.*,){11}P",
        r"[^\n]+\n\n",
        r"(?:(?:ab)+|a)*c",
    ),
]
IN_PROPORTION = [
    *(r"\s{1,40}$", r"[a-z]+", r"\b(?:two|three) years\b", r"x{0,5}y", r"[0-9a-f]{64}", r".{0,400}x", r"[^,]*,?"),
    *(r"\b\w+\b", r"^\s+", r"\A.*:", r"(?<!\s)\s++$", r"(?<![a-z])[a-z]++:", r"\d{1,9}(?:\.\d{1,9})?", r"(?:a|b)*"),
    *(
        r'"[^"]*"',
        r"(?m)^[a-z]+:",
        r"(?:[a-z]{1,20} ){1,5}x",
        r"\b[a-z]+:",
        r"(?:ab|cd)+",
        r"a++b?",
        r"(?m)^.*x$",
        r"",
        r"^$",
    ),
    *(r"(?<=a)b", r"\bof\b.{0,30}\byears\b", r"(?<!\w)(?:\w++ )?x", r"(?:five|six) \(\d{1,2}\)", r"(?>a+)b?", r"a*?"),
]
GROW_UNLESS_ANCHORED = [r"[a-z]+:", r"(?:Aa )+x", r"\s+\S", r"(?=[A-Z]*[0-9])[0-9A-Z]+"]


@lru_cache(maxsize=1)
def held() -> list[Held]:
    return holding.patterns()


@pytest.mark.parametrize("share", range(SHARES))
def test_every_pattern_is_linear(share: int) -> None:
    listed = known(LIST.read_text("utf-8"), judge_key())
    judged = list(to_judge(held(), listed, every=1 if FULL else 20))[share::SHARES]
    found = {one.where: fault_of(one.pattern, anchored=one.anchored) for one in judged}
    assert {where: fault for where, fault in found.items() if fault} == {}


def test_a_pattern_that_is_new_or_changed_is_judged_whatever_was_judged_before() -> None:
    listed = frozenset(map(key_of, held()))
    one = held()[0].pattern
    changed = [
        Held("a", re.compile(one.pattern + "(a+)+b", one.flags)),
        Held("b", re.compile(one.pattern, one.flags ^ re.IGNORECASE)),
        Held("c", one, anchored=not held()[0].anchored),
    ]
    assert list(to_judge(changed, listed, every=16**20)) == changed
    assert 0 < len(list(to_judge(held(), listed, every=20))) < len(held()) / 8
    assert list(to_judge(held(), listed, every=1)) == held()


def test_another_judge_knows_no_pattern() -> None:
    assert known("ab\ncd\nef\n", "ab") == {"cd", "ef"}
    assert known("ab\ncd\nef\n", "cd") == frozenset()


def test_the_list_is_of_this_judge_and_of_most_patterns_of_today() -> None:
    listed = known(LIST.read_text("utf-8"), judge_key())
    new = [one.where for one in held() if key_of(one) not in listed]
    assert len(new) < len(held()) / 10, "python -m tests.patterns.judged"


@pytest.mark.parametrize("pattern", GROW)
def test_a_pattern_that_is_not_linear_is_found(pattern: str) -> None:
    assert fault_of(re.compile(pattern))


@pytest.mark.parametrize("pattern", IN_PROPORTION)
def test_a_linear_pattern_is_none(pattern: str) -> None:
    assert not fault_of(re.compile(pattern))


@pytest.mark.parametrize("pattern", GROW_UNLESS_ANCHORED)
def test_what_begins_in_one_place_only_may_look_far_from_there(pattern: str) -> None:
    assert fault_of(re.compile(pattern))
    assert not fault_of(re.compile(pattern), anchored=True)


@pytest.mark.parametrize("pattern", [r"(a+)+b", r"\d+\d+x", r"[0-9]+\.?[0-9]*", r"(?:a|aa)+"])
def test_what_begins_in_one_place_must_not_try_it_over_and_over(pattern: str) -> None:
    assert fault_of(re.compile(pattern), anchored=True)


# ------------------------------------------------------------------ in the pages


def test_every_pattern_of_the_pages_is_linear() -> None:
    found = {
        f"{file.name}: {one.pattern}": fault
        for file in javascript.scripts()
        for one in javascript.patterns_of(file.read_text("utf-8"))
        if (fault := fault_of(one))
    }
    assert found == {}


def test_patterns_of_a_script_are_read() -> None:
    script = """
      const A = /^-?\\p{Nd}{1,9}$/u; // a / b / c
      x = text.replace(/[/\\p{Nd}]+\\/"/gs, "") / 2 / y; return /a(?<n>b)|c$/m.test(x);
    """
    assert [(one.pattern, one.flags & ~re.UNICODE) for one in javascript.patterns_of(script)] == [
        (r"^-?[0-9]{1,9}\Z", 0),
        (r'[/0-9]+/"', re.DOTALL),
        (r"a(?P<n>b)|c$", re.MULTILINE),
    ]


def test_the_pages_hold_patterns() -> None:
    assert sum(1 for file in javascript.scripts() for _ in javascript.patterns_of(file.read_text("utf-8"))) >= 15


# ------------------------------------------------------------------ none escapes


def test_ladder_holds_patterns_in_every_part_that_reads_text() -> None:
    where = {one.where for one in held()}
    assert len(where) > 300
    for part in ("reading", "checks", "titles", "record_files", "service_time", "rendering"):
        assert any(name.startswith(f"ladder.{part}") for name in where), part
    assert sum("of the grammar" in name for name in where) > 40


def test_patterns_stand_where_the_test_finds_them() -> None:
    hidden = {
        f"{file.name}:{line}"
        for file in holding.sources()
        if file.name not in COMPILE_AT_RUN_TIME
        for line in holding.hidden_patterns(ast.parse(file.read_text("utf-8")))
    }
    assert hidden == set()


@pytest.mark.parametrize(
    "code",
    [
        "def f(x):\n    re.compile(f'a{x}')",
        "def f(x):\n    return re.search(x, 'a')",
        "f = lambda x: re.sub(WORDS, '', x)",
        "class A:\n    def f(self):\n        return re.split('a' + self.b, 'a')",
        "from re import compile",
        "import re as patterns",
    ],
)
def test_a_pattern_that_no_reader_of_values_finds_is_told(code: str) -> None:
    assert list(holding.hidden_patterns(ast.parse(code)))


def test_a_pattern_that_a_function_spells_out_is_judged() -> None:
    tree = ast.parse("import re\ndef f(x):\n    return re.search('a', x, re.I | re.M), re.fullmatch('b', x)\n")
    assert not list(holding.hidden_patterns(tree))
    found = list(holding.patterns_of_functions(Path("f.py"), tree))
    assert [(one.pattern.pattern, one.anchored) for one in found] == [("a", False), ("b", True)]
    assert found[0].pattern.flags & re.IGNORECASE
    assert found[0].pattern.flags & re.MULTILINE


def test_a_name_is_anchored_where_nothing_else_is_asked_of_it() -> None:
    tree = ast.parse("A.match(x)\nA.fullmatch(x)\nB.match(x)\nB.search(x)\nC.match(x)\nf(C)\n")
    assert holding.anchored_names(tree) == {"A"}
    assert holding.imported_names(ast.parse("from a import B, C\n")) == {"B", "C"}


def test_a_pattern_is_anchored_only_where_it_is_so_everywhere() -> None:
    one, two = Held("a", re.compile("x"), anchored=True), Held("b", re.compile("x"))
    assert holding.merged([one, two]) == [two]
    assert holding.merged([two, one]) == [two]
    assert holding.merged([one, Held("c", re.compile("x", re.IGNORECASE))]) == [
        one,
        Held("c", re.compile("x", re.IGNORECASE)),
    ]


def test_patterns_in_every_kind_of_value_are_found() -> None:
    one = re.compile("a")
    kept: list[object] = [one]
    kept.append(kept)
    assert list(holding.patterns_in({"x": (one, kept, 1)})) == [one]
    assert list(holding.patterns_in({one: 1})) == [one]
    assert [pattern.pattern for pattern in holding.patterns_in(re.compile(b"\xffa"))] == ["\u00ffa"]
