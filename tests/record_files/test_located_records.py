"""Texts to records: every fault of a field in plain words, at its line."""

import subprocess
import sys
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any, Literal

import pytest

from ladder.errors import BadFileError
from ladder.field_limits import Limits, ReadBy, SeenFirstBy, ToldApartBy
from ladder.record_files import locate_record, read_record
from ladder.record_files.located_records import print_tree
from ladder.record_files.model_faults import find_place
from ladder.records import Record, record
from ladder.service_time import read_exact
from ladder.specification import ClassSpecification, Completeness


@record
class Rule(Record):
    kind: Literal["rule", "months"] = "rule"
    months: int


@record
class Other(Record):
    kind: Literal["other"] = "other"
    what: Annotated[str, Limits(pattern="^[A-Z][A-Z0-9_]*$", max_length=5)]


def _refuse_three(value: object) -> object:
    if value == 3:
        message = "three is\nnot taken; write four"
        raise ValueError(message)
    return value


@record
class Sample(Record):
    name: Annotated[str, Limits(min_length=2)] = "ab"
    share: Annotated[Decimal, Limits(gt=0, le=1)] | None = None
    exact: Annotated[Fraction, ReadBy(read_exact, {})] = Fraction(0)
    count: Annotated[int, Limits(ge=1, lt=100), SeenFirstBy(_refuse_three)] = 1
    sure: bool = False
    colour: Completeness = Completeness.WHOLE
    rules: Annotated[tuple[Annotated[Rule | Other, ToldApartBy("kind")], ...], Limits(max_length=3)] = ()
    inner: Rule | None = None
    texts: tuple[str, ...] = ()
    odd: Annotated[str, Limits(pattern="^x+$")] = "x"


def refused(text: str, model: type[Record] = Sample) -> list[str]:
    with pytest.raises(BadFileError) as caught:
        read_record(model, text, file="x.yaml")
    return str(caught.value).splitlines()


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("name: x", "name: there is too little here; write at least 2"),
        ("name: 5246", "name: this must be text, and 5246 without quotes is none; write it in quotes: '5246'"),
        ("name: 12.50", "name: this must be text, and 12.5 without quotes is none; write it in quotes: '12.5'"),
        ("name: true", "name: this must be text, and true without quotes is none; write it in quotes: 'true'"),
        ("name: [a]", "name: this must be text, not a group or a list; write one text"),
        ("name:", "name: there is no text; write it, or take the field out"),
        ("share: 1.2", "share: the number must be at most 1; look at the number"),
        ("share: 0", "share: the number must be more than 0; look at the number"),
        ("share: nan", "share: this must be a number; write digits without quotes, such as 31.5"),
        ("share: [1]", "share: this must be a number; write digits without quotes, such as 31.5"),
        ("count: 0", "count: the number must be at least 1; look at the number"),
        ("count: 100", "count: the number must be less than 100; look at the number"),
        ("count: 3", "count: three is not taken; write four"),
        ("count: '4'", "count: this must be a whole number; write digits without quotes, such as 24"),
        ("count: 1.5", "count: this must be a whole number; write digits without quotes, such as 24"),
        ("sure: 1", "sure: this must be true or false; write true or false, without quotes"),
        (
            "colour: red",
            "colour: this is none of the words that may stand here; write 'whole', 'partial' or 'named-only'",
        ),
        ("inner: 5", "inner: this must be a group of fields; write 'name: value' lines below it"),
        ("inner: {}", "inner.months: the field is missing; add it"),
        (
            "inner: {months: 1, kind: x}",
            "inner.kind: this is none of the words that may stand here; write 'rule' or 'months'",
        ),
        ("texts: x", "texts: this must be a list; write each item on a line of its own that begins with '- '"),
        ("texts: [a, 5]", "texts[1]: this must be text, and 5 without quotes is none; write it in quotes: '5'"),
        ("rules: [{}]", "rules[0]: the field 'kind' is missing; add it; 'ladder schema' lists the kinds"),
        ("rules: [{kind: x}]", "rules[0]: there is no kind 'x'; write 'rule', 'months', 'other'"),
        ("rules: [{kind: rule}]", "rules[0].months: the field is missing; add it"),
        (
            "rules: [{kind: months, months: x}]",
            "rules[0].months: this must be a whole number; write digits without quotes, such as 24",
        ),
        (
            "rules: [{kind: other, what: aa}]",
            "rules[0].what: the text is not written as it must be; write a condition code such as EXAM, in capitals",
        ),
        ("rules: [{kind: other, what: AAAAAA}]", "rules[0].what: there is too much here; write at most 5"),
        (
            "rules: [{kind: rule, months: 1, month: 2}]",
            "rules[0].month: there is no such field; did you mean months or count?",
        ),
        ("zzz: 1", "zzz: there is no such field; remove it"),
        ("odd: z", "odd: the text is not written as it must be; write it like ^x+$"),
        ("exact: x", "exact: 'x' is not a number; write digits, such as 31.5"),
    ],
)
def test_each_fault_is_in_plain_words(text: str, fault: str) -> None:
    assert refused(text) == [f"x.yaml:1: {fault}"]


def test_a_root_that_is_no_group_is_one_fault() -> None:
    assert refused("- a") == ["x.yaml:1: this must be a group of fields; write 'name: value' lines below it"]


def test_faults_of_the_text_and_of_the_model_come_together_in_order() -> None:
    faults = refused("name: 0441\ncount: 0\nshare: &a 2\ninner:\n  kind: rule\n")
    assert [fault.split(": ")[:2] for fault in faults] == [
        ["x.yaml:1", "name"],
        ["x.yaml:2", "count"],
        ["x.yaml:3", "share"],
        ["x.yaml:4", "inner.months"],
    ]


def test_a_fault_of_the_text_alone_refuses_the_record() -> None:
    assert len(refused("name: ab\nname: cd")) == 1


def test_names_of_union_members_are_no_part_of_a_place() -> None:
    tree: dict[str, Any] = {"present": [{"fte": 2}], "degree": {"kind": "degree", "degree": 4}}
    assert find_place(("present", "list", 0, "PresentJob", "fte"), tree) == ("present", 0, "fte")
    assert find_place(("present", 7, "fte"), tree) == ("present",)
    assert find_place(("degree", "degree", "degree"), tree) == ("degree", "degree")
    assert find_place(("present", 0, "class"), tree, missing=True) == ("present", 0, "class")


def test_decimals_are_exact() -> None:
    record = read_record(Sample, "exact: 0.7\nshare: 0.123456789012345", file="x.yaml")
    assert (record.exact, record.share) == (Fraction(7, 10), Decimal("0.123456789012345"))


def test_a_located_record_knows_its_lines() -> None:
    located = locate_record(Sample, "name: ab\ninner:\n  months: 4\n", file="x.yaml")
    assert located.record.inner == Rule(months=4)
    assert located.tree.line_near(("inner", "months")) == 3


def test_a_circle_of_within_is_refused_at_its_line() -> None:
    rule = "{kind: experience, id: %s, months: 1, what: w, within: %s, source: {document: d, section: s}}"
    text = f"""jurisdiction: us-nd
code: "0441"
title: T
completeness: whole
source: {{document: d, section: s}}
qualifications:
  routes: [{{id: general, requires: [a]}}]
  requirements:
    - {rule % ("a", "b")}
    - {rule % ("b", "a")}
"""
    (fault,) = refused(text, model=ClassSpecification)
    assert fault.startswith("x.yaml:6: qualifications: requirement 'a' is within itself by way of a, b; ")


def test_yaml_is_imported_only_where_a_text_is_read() -> None:
    code = "import sys, ladder.record_files; sys.exit('yaml' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_of_very_many_faults_the_first_are_told_and_how_many_there_are_more() -> None:
    text = "".join(f"field{number}: 1\n" for number in range(250))
    with pytest.raises(BadFileError) as caught:
        read_record(Sample, text, file="x.yaml")
    told = str(caught.value).splitlines()
    assert len(told) == 101
    assert "x.yaml: there are 150 more faults; mend the others first" in told


def test_a_tree_holds_what_files_hold_and_nothing_else() -> None:
    with pytest.raises(TypeError, match="no tree holds set"):
        print_tree({"a": {1, 2}})
