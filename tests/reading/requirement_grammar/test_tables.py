"""The tables of the grammars: of the grammars as they are, and never used for others."""

import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from lark import Lark

from ladder.reading.passages import Span
from ladder.reading.requirement_grammar import tables
from ladder.reading.requirement_grammar.passage_parser import PassageParser
from ladder.reading.requirement_grammar.tables import QUANTITIES, REQUIREMENTS, Grammar

_MADE_BY = (3, 11)
_TEXTS = {
    "requirements": ("Two years of full-time paid experience as a Storekeeper with the City of Los Angeles", "clause"),
    "quantities": ("Two and one-half (2 1/2) years", "quantity"),
}
GRAMMARS = pytest.mark.parametrize("grammar", [REQUIREMENTS, QUANTITIES], ids=lambda one: one.file.stem)


@GRAMMARS
@pytest.mark.skipif(sys.version_info[:2] != _MADE_BY, reason="the tables kept are those of Python 3.11")
def test_the_tables_are_those_of_the_grammar(grammar: Grammar) -> None:
    assert tables.are_current(grammar), "the grammar was changed: run 'make data', and commit the tables"


@pytest.mark.parametrize(
    "grammar", [QUANTITIES, pytest.param(REQUIREMENTS, marks=pytest.mark.untraced)], ids=lambda one: one.file.stem
)
def test_tables_read_as_the_grammar_they_were_made_from(grammar: Grammar, tmp_path: Path) -> None:
    text, start = _TEXTS[grammar.file.stem]
    for file in (QUANTITIES.file, REQUIREMENTS.file):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    copied = grammar._replace(file=tmp_path / grammar.file.name)
    made = tables.load_tables(copied)
    tables.write_tables((copied,))
    assert tables.are_current(copied)
    loaded = tables.load_tables(copied)
    assert (loaded.letters, _phrases_of(loaded.parser)) == (made.letters, _phrases_of(made.parser))
    assert loaded.parser.parse(text, start=start) == made.parser.parse(text, start=start)
    whole = Span(0, len(text))
    assert PassageParser(loaded).parse(text, whole, start) == PassageParser(made).parse(text, whole, start)


def _phrases_of(parser: Lark) -> Mapping[str, tuple[str, int, int]]:
    return {one.name: (one.pattern.to_regexp(), one.priority, one.pattern.max_width) for one in parser.terminals}


def test_tables_of_another_grammar_are_not_used_and_those_of_this_one_are_not_written_again(tmp_path: Path) -> None:
    grammar = Grammar(tmp_path / "harbor.lark", ("clause",))
    grammar.file.write_text('clause: "a"\n', encoding="utf-8")
    grammar.tables.write_bytes(tables._mark(grammar) + b"as they are")
    tables.write_tables((grammar,))
    assert grammar.tables.read_bytes().endswith(b"as they are")
    grammar.file.write_text('clause: "b"\n', encoding="utf-8")
    assert not tables.are_current(grammar)
    assert tables.load_tables(grammar).parser.parse("b", start="clause").data == "clause"
