"""Texts to plain trees: what is taken, what is refused, and at which line."""

from decimal import Decimal
from typing import Any

import pytest
import yaml

from ladder.errors import BadFileError
from ladder.record_files import read_tree, trees, yaml_text


@pytest.fixture(params=["the C parser", "the Python parser"])
def _either_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "the Python parser":
        monkeypatch.delattr(yaml, "CSafeLoader", raising=False)


def refused(text: str, file: str = "x.yaml") -> list[str]:
    with pytest.raises(BadFileError) as caught:
        read_tree(text, file=file)
    return str(caught.value).splitlines()


TAKEN: list[tuple[str, Any]] = [
    ("a: 5", {"a": 5}),
    ("a: -12", {"a": -12}),
    ("a: +7", {"a": 7}),
    ("a: 0", {"a": 0}),
    ("a: 0.70", {"a": Decimal("0.70")}),
    ("a: 1234567890.12345", {"a": Decimal("1234567890.12345")}),
    ("a: true\nb: false", {"a": True, "b": False}),
    ("a: null\nb:\nc: ~", {"a": None, "b": None, "c": None}),
    ("a: '0441'", {"a": "0441"}),
    ('a: "no"', {"a": "no"}),
    ("a: 0029MP", {"a": "0029MP"}),
    ("a: 2026-11", {"a": "2026-11"}),
    ("a: 2026-11-30", {"a": "2026-11-30"}),
    ("a: us-nd/0444#special", {"a": "us-nd/0444#special"}),
    ("a: >\n  two\n  lines\n", {"a": "two lines\n"}),
    ("- 1\n- [u, {v: w}]", [1, ["u", {"v": "w"}]]),
    ("\ufeffa: 1", {"a": 1}),
    ("# a note\na: 1\r\nb: 2\r\n", {"a": 1, "b": 2}),
]


@pytest.mark.usefixtures("_either_parser")
@pytest.mark.parametrize(("text", "tree"), TAKEN)
def test_yaml_values_are_taken(text: str, tree: object) -> None:
    assert read_tree(text, file="x.yaml").tree == tree


@pytest.mark.usefixtures("_either_parser")
@pytest.mark.parametrize(
    "scalar",
    [
        "0441",
        "00",
        "007.5",
        "0x1F",
        "0o17",
        "0b1",
        "1_000",
        "1e3",
        "1.5E-3",
        ".5",
        "5.",
        "12:30",
        "1:02:03",
        ".inf",
        "-.INF",
        ".nan",
        "y",
        "N",
        "yes",
        "No",
        "ON",
        "off",
        "True",
        "NULL",
        "<<",
        "=",
    ],
)
def test_scalars_that_programs_read_differently_are_refused(scalar: str) -> None:
    (fault,) = refused(f"title: x\ncode: {scalar}\n")
    assert fault == (
        f"x.yaml:2: code: {scalar} means different things to different programs; write it in quotes: '{scalar}'"
    )


REFUSED = [
    ("a: 1\na: 2", ["x.yaml:2: a: the field is given twice (first on line 1); keep one of the two"]),
    (
        "a:\n  b: 1\n  c: 2\n  b: [1]",
        ["x.yaml:4: a.b: the field is given twice (first on line 2); keep one of the two"],
    ),
    ("a: !!str x", ["x.yaml:1: a: YAML tags such as tag:yaml.org,2002:str are not taken; remove the tag"]),
    ("a: !x {b: c}", ["x.yaml:1: a: YAML tags such as !x are not taken; remove the tag"]),
    ("5: x", ["x.yaml:1: the name of a field is not text: 5; write it in quotes"]),
    ("on: x", ["x.yaml:1: on: on means different things to different programs; write it in quotes: 'on'"]),
    ("? [a]\n: x", ["x.yaml:1: a group or list stands where the name of a field belongs; write 'name: value'"]),
    ("a: 1\n---\nb: 2", ["x.yaml:2: a second document begins here; keep one record a file"]),
    ("a: 1234567890123456", ["x.yaml:1: a: the number has more than 15 digits; write text in quotes"]),
    ("a: 0.1234567890123456", ["x.yaml:1: a: the number has more than 15 digits; write text in quotes"]),
    ("a: " + "9" * 5000, ["x.yaml:1: a: the number has more than 15 digits; write text in quotes"]),
    ("a: 1." + "9" * 5000, ["x.yaml:1: a: the number has more than 15 digits; write text in quotes"]),
    ('a: "x\\0y"', ["x.yaml:1: a: the text holds characters that no document prints; remove them"]),
    ("a: x\nb: \0", ["x.yaml:2: the text holds a NUL character; remove it"]),
    ("", ["x.yaml: the file is empty; write a record into it"]),
    ("# only a note\n", ["x.yaml: the file is empty; write a record into it"]),
    (" " * 1_000_001, ["x.yaml: the file is empty; write a record into it"]),
    ("a: " + "x" * 1_000_000, ["x.yaml: the text is longer than 1,000,000 characters; split it into several files"]),
]


@pytest.mark.usefixtures("_either_parser")
@pytest.mark.parametrize(("text", "faults"), REFUSED)
def test_yaml_faults_are_named_with_their_line(text: str, faults: list[str]) -> None:
    assert refused(text) == faults


@pytest.mark.usefixtures("_either_parser")
@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("a: 1\nb: [1, 2\nc: 3", "x.yaml:3: this is not YAML: "),
        ("a: x\nb: \x07", "x.yaml: this is not YAML: "),
        ("a: 1\n\tb: 2", "x.yaml:2: this is not YAML: "),
    ],
)
def test_what_is_not_yaml_is_one_fault(text: str, begins: str) -> None:
    (fault,) = refused(text)
    assert fault.startswith(begins)


@pytest.mark.usefixtures("_either_parser")
def test_all_faults_come_at_once_in_order_of_line() -> None:
    faults = refused("a: 01\nb: !x 1\na: 2\nc: &m {d: 1}\ne: *m\n*m : 2\n")
    assert [fault.split(":")[1] for fault in faults] == ["1", "2", "3", "4", "5", "6"]


@pytest.mark.usefixtures("_either_parser")
def test_an_alias_is_refused_however_little_it_stands_for() -> None:
    # Nine lists of nine aliases each, one standing for the next, stand for 400 million values in other programs.
    faults = refused("a: &a [x, x]\nb: [*a, *a]\n")
    assert len(faults) == 3
    assert all("anchors (&) and aliases (*) are not taken" in fault for fault in faults)


@pytest.mark.usefixtures("_either_parser")
@pytest.mark.parametrize("file", ["x.yaml", "x.json"])
@pytest.mark.parametrize("opening", ["[", "- ", '{"a":', "[" * 5 + "{", "{a: "])
def test_one_level_too_deep_is_refused_before_what_is_in_it_is_read(opening: str, file: str) -> None:
    # A hundred thousand of them overflow the stack of parsers that call themselves.
    (fault,) = refused(opening * 41, file=file)
    assert fault.startswith(f"{file}:1: ")


def test_forty_levels_are_taken_and_no_more() -> None:
    assert read_tree("[" * 40 + "]" * 40, file="x.yaml").tree is not None
    assert refused("[" * 41 + "]" * 41) == [
        "x.yaml:1: groups and lists stand more than 40 deep; write the record with fewer levels"
    ]


JSON_TAKEN: list[tuple[str, Any]] = [
    ('{"a": 1, "b": [true, false, null], "c": {}}', {"a": 1, "b": [True, False, None], "c": {}}),
    ("[]", []),
    ('"x"', "x"),
    ("-3", -3),
    ("0.7", Decimal("0.7")),
    ("1e3", Decimal(1000)),
    ("[1.50, -0]", [Decimal("1.50"), 0]),
    ('{"a": "\\u00e9\\n\\"\\ud83d\\ude00"}', {"a": 'é\n"😀'}),
    ("\ufeff{}", {}),
]


@pytest.mark.parametrize(("text", "tree"), JSON_TAKEN)
def test_json_values_are_taken(text: str, tree: object) -> None:
    assert read_tree(text, file="x.JSON").tree == tree


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('{"a": 1,\n"a": 2}', "2: a: the field is given twice (first on line 1); keep one of the two"),
        ('{"a": NaN}', "1: this is not JSON: NaN cannot stand here; mend it at this line"),
        ("[-Infinity]", "1: this is not JSON: -Infinity cannot stand here; mend it at this line"),
        ("[01]", "1: this is not JSON: 01 cannot stand here; mend it at this line"),
        ("[1,]", "1: this is not JSON: ] cannot stand here; mend it at this line"),
        ('{"a" 1}', "1: this is not JSON: 1 cannot stand here; mend it at this line"),
        ("{a: 1}", "1: this is not JSON: a cannot stand here; mend it at this line"),
        ('{"a": 1,\n\n}', "3: this is not JSON: } cannot stand here; mend it at this line"),
        ('{"a": 1]', "1: this is not JSON: ] cannot stand here; mend it at this line"),
        ("[1] 2", "1: this is not JSON: 2 cannot stand here; mend it at this line"),
        ("[1\n", "2: this is not JSON: the end of the text cannot stand here; mend it at this line"),
        ('["x\n"]', '1: this is not JSON: " cannot stand here; mend it at this line'),
        ('["\\q"]', '1: this is not JSON: "\\q" cannot stand here; mend it at this line'),
        (f'["{"x" * 50}\\q"]', "1: this is not JSON: this text cannot stand here; mend it at this line"),
        ('["\\ud800"]', "1: [0]: the text holds characters that no document prints; remove them"),
        ('["\\u0000"]', "1: [0]: the text holds characters that no document prints; remove them"),
        ("[1e99]", "1: [0]: the number has more than 15 digits; write text in quotes"),
        ("[1e-99]", "1: [0]: the number has more than 15 digits; write text in quotes"),
        (f"[{'1' * 5000}]", "1: [0]: the number has more than 15 digits; write text in quotes"),
    ],
)
def test_json_faults_are_named_with_their_line(text: str, fault: str) -> None:
    assert refused(text, file="x.json") == [f"x.json:{fault}"]


def test_a_text_that_begins_with_a_brace_is_json_whatever_its_name() -> None:
    assert read_tree(' {"a": 1}', file="-").tree == {"a": 1}
    assert refused("{a: 1}", file="-")[0].startswith("standard input:1: this is not JSON")


def test_lines_are_those_of_the_field_names() -> None:
    tree = read_tree("a: 1\nb:\n  - c: 2\n    d:\n      - 3\n", file="x.yaml")
    assert tree.line_of == {
        (): 1,
        ("a",): 1,
        ("b",): 2,
        ("b", 0): 3,
        ("b", 0, "c"): 3,
        ("b", 0, "d"): 4,
        ("b", 0, "d", 0): 5,
    }
    assert tree.line_near(("b", 0, "x", "y")) == 3
    assert tree.value_at(("b", 0, "c")) == 2


# ------------------------------------------------------------------ bounds


@pytest.mark.usefixtures("_either_parser")
@pytest.mark.parametrize(
    "number",
    [
        *("9" * 40, "9" * 40 + ".5", "1." + "9" * 40, "1_" * 20),
        *("1:" * 20 + "30", "0x" + "f" * 40, "9" * 40 + "e9", "-" + "9" * 40),
    ],
)
def test_a_long_number_is_one_fault_that_does_not_repeat_it(number: str) -> None:
    assert refused(f"a: {number}") == ["x.yaml:1: a: the number has more than 15 digits; write text in quotes"]


@pytest.mark.usefixtures("_either_parser")
@pytest.mark.parametrize("text", ["9" * 40 + "x", "9" * 20 + " " + "9" * 20, "x" * 40, "1" + "e" * 40])
def test_long_text_that_only_begins_like_a_number_is_text(text: str) -> None:
    assert read_tree(f"a: {text}", file="x.yaml").tree == {"a": text}


class Longest:
    """In place of a pattern: keeps the length of the longest text that it was asked about, and fits none."""

    def __init__(self) -> None:
        self.seen = 0

    def fullmatch(self, text: str) -> None:
        self.seen = max(self.seen, len(text))


def test_no_pattern_for_numbers_is_asked_about_a_long_text(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = Longest()
    for name in ("_WHOLE", "_DECIMAL", "_READ_DIFFERENTLY"):
        monkeypatch.setattr(yaml_text, name, asked)
    read_tree("a: " + "1_" * 5_000 + "x\n" + "9" * 100 + "x: 12_x", file="x.yaml")
    assert asked.seen == len("12_x")


@pytest.mark.parametrize("file", ["x.yaml", "x.json"])
def test_bounds_of_texts_names_values_and_faults(monkeypatch: pytest.MonkeyPatch, file: str) -> None:
    monkeypatch.setattr(trees, "LONGEST_TEXT", 9)
    monkeypatch.setattr(trees, "LONGEST_NAME", 4)
    monkeypatch.setattr(trees, "MOST_VALUES", 5)
    monkeypatch.setattr(trees, "MOST_FAULTS", 2)
    assert read_tree('{"a": "nine char"}', file=file).tree == {"a": "nine char"}
    assert refused('{"a": "ten charac"}', file=file) == [
        f"{file}:1: a: the text is longer than 9 characters; shorten it"
    ]
    assert refused('{"abcde": 1}', file=file) == [
        f"{file}:1: the name of a field is longer than 4 characters; write 'name: value'"
    ]
    assert read_tree("[1, 2, 3, 4]", file=file).tree == [1, 2, 3, 4]
    assert refused("[1, 2, 3, 4, 5]", file=file) == [f"{file}:1: there are more than 5 values; split the file"]
    faults = refused("[" + ", ".join(["9" * 16] * 3) + "]", file=file)
    assert faults[-1] == f"{file}:1: [1]: the number has more than 15 digits; write text in quotes"
    assert f"{file}:1: there are more than 2 faults; mend those above first" in faults
    assert len(faults) == 3


@pytest.mark.usefixtures("_either_parser")
def test_a_fault_repeats_no_more_than_the_first_of_what_is_wrong() -> None:
    (fault,) = refused("a: !" + "t" * 5_000 + " x")
    assert len(fault) < 700
    assert fault.endswith("tttt... (5,033 characters); remove the tag")
