"""The tables of the grammar: of the grammar as it is, and never used for another."""

import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from lark import Lark

from ladder.reading.requirement_grammar import tables

_MADE_BY = (3, 11)
_CLAUSE = "Two years of full-time paid experience as a Storekeeper with the City of Los Angeles"


@pytest.mark.skipif(sys.version_info[:2] != _MADE_BY, reason="the tables kept are those of Python 3.11")
def test_the_tables_are_those_of_the_grammar() -> None:
    assert tables.are_current(), "the grammar was changed: run 'make data', and commit requirements.tables"


def test_tables_read_as_the_grammar_they_were_made_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "TABLES", tmp_path / "requirements.tables")
    made = tables.load_parser()
    tables.write_tables()
    assert tables.are_current()
    loaded = tables.load_parser()
    assert loaded.parse(_CLAUSE, start="clause") == made.parse(_CLAUSE, start="clause")
    assert _phrases_of(loaded) == _phrases_of(made)


def _phrases_of(parser: Lark) -> Mapping[str, tuple[str, int, int]]:
    return {one.name: (one.pattern.to_regexp(), one.priority, one.pattern.max_width) for one in parser.terminals}


def test_tables_of_another_grammar_are_not_used_and_those_of_this_one_are_not_written_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, grammar = tmp_path / "requirements.tables", tmp_path / "requirements.lark"
    monkeypatch.setattr(tables, "TABLES", kept)
    kept.write_bytes(tables._mark() + b"as they are")
    tables.write_tables()
    assert kept.read_bytes().endswith(b"as they are")
    grammar.write_text('clause: "a"\nstands_for: "b"\nrate_said: "c"\nseam: "d"\nby_the_way: "e"\n', encoding="utf-8")
    monkeypatch.setattr(tables, "GRAMMAR", grammar)
    assert not tables.are_current()
    assert tables.load_parser().parse("a", start="clause").data == "clause"
