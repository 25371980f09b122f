"""Records written as YAML: what the strict reader reads back, and how it looks to a person."""

import textwrap
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from ladder.catalog.jurisdictions import Jurisdiction
from ladder.record_files import read_record, read_tree
from ladder.record_files.yaml_writing import WIDTH, _folded, print_yaml
from ladder.records import Record, keys_of, tree_of
from ladder.specification import ClassSpecification
from tests.measure import ROOT

DATA = sorted(one for one in (ROOT / "data").glob("*/*.yaml") if one.parent.name != "layouts")
TEXT = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]))
WORDS = st.lists(st.sampled_from(["work", "of:", "#a", "- b", "the", "long-lived", "x" * 130, "''", '"']), max_size=60)
SCALARS = (
    TEXT
    | WORDS.map(" ".join)
    | st.integers(-(10**14), 10**14)
    | st.booleans()
    | st.none()
    | st.decimals(-(10**7), 10**7, places=2)
)
TREES = st.dictionaries(
    TEXT,
    st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4)),
    min_size=1,
    max_size=4,
)


def record_in(file: Path) -> Record:
    model: type[Record] = Jurisdiction if file.name == "jurisdiction.yaml" else ClassSpecification
    return read_record(model, file.read_text("utf-8"), file=file)


@given(TREES)
def test_what_is_written_is_read_back(tree: dict[str, Any]) -> None:
    assert read_tree(print_yaml(tree), file="a.yaml").tree == tree


@given(st.dictionaries(st.just("a"), TEXT | WORDS.map(" ".join), min_size=1))
def test_other_readers_take_every_text_for_the_same_text(tree: dict[str, Any]) -> None:
    assert yaml.safe_load(print_yaml(tree)) == tree


@pytest.mark.parametrize("file", DATA, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_every_record_of_the_data_is_written_and_read_back_and_keeps_its_order(file: Path) -> None:
    record = record_in(file)
    text = print_yaml(tree_of(record))
    assert read_record(type(record), text, file=file) == record
    names = keys_of(type(record))
    written = [line.partition(":")[0] for line in text.splitlines() if line[0] not in " -#"]
    assert written == sorted(written, key=names.index)
    assert max(map(len, text.splitlines())) <= WIDTH + 40


def test_it_looks_like_the_data() -> None:
    record = record_in(ROOT / "data" / "us-nd" / "0441.yaml")
    text = print_yaml(tree_of(record), comments=["yaml-language-server: $schema=../schema/class.schema.json"])
    lines = text.splitlines()
    assert lines[0] == "# yaml-language-server: $schema=../schema/class.schema.json"
    assert 'code: "0441"' in lines
    assert "series: {name: Customer Service, rank: 1}" in lines
    assert "    - kind: experience" in lines
    assert any(line.startswith("  source: {document: ") for line in lines)
    assert "    - {id: general, requires: [general]}" in lines


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("Clerk", "a: Clerk"),
        ("no", 'a: "no"'),
        ("Null", 'a: "Null"'),
        ("0441", 'a: "0441"'),
        ("2023-12-15", 'a: "2023-12-15"'),
        ("Clerk: II", 'a: "Clerk: II"'),
        ("Clerk ", 'a: "Clerk "'),
        ("Clerk, II", "a: Clerk, II"),
        ("a\u2028b\U000e0001\\", 'a: "a\\u2028b\\U000e0001\\\\"'),
        (Decimal("27.60"), "a: 27.60"),
        (True, "a: true"),
        (None, "a: null"),
        ([], "a: []"),
        ({}, "a: {}"),
        ([1, 2], "a: [1, 2]"),
        (["of one kind"], "a:\n  - of one kind"),
        ([[1], ["b c"]], "a:\n  - [1]\n  -\n    - b c"),
        ([{"b": {"c": 1}, "d": ["e f"]}], "a:\n  - b: {c: 1}\n    d:\n      - e f"),
        ({"b": ["of one kind"]}, "a:\n  b:\n    - of one kind"),
        ({"b": "Clerk, II"}, 'a: {b: "Clerk, II"}'),
        ("word " * 30 + "end", "a: >-\n  " + "word " * 22 + "word\n  " + "word " * 7 + "end"),
        ("word  " * 30, 'a: "' + "word  " * 30 + '"'),
    ],
)
def test_values_are_written_plainly_or_quoted(value: object, written: str) -> None:
    assert print_yaml({"a": value}) == written + "\n"


def test_a_comment_stays_on_its_line() -> None:
    assert print_yaml({"a": 1}, comments=["of\nDoc\u2028\x85"]) == "# of?Doc??\na: 1\n"


@given(st.lists(st.text("abc,'-", min_size=1, max_size=40), min_size=1, max_size=30), st.integers(1, 60))
def test_long_texts_are_folded_as_textwrap_folds_them(words: list[str], wide: int) -> None:
    text = " ".join(words)
    assert list(_folded(text, wide)) == textwrap.wrap(text, wide, break_long_words=False, break_on_hyphens=False)
