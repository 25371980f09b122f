"""The parser of passages beside Lark's own: the same productions, or none where Lark has none."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lark import TextSlice, Token, Tree
from lark.exceptions import UnexpectedInput

from ladder.reading.passages import Span
from ladder.reading.requirement_grammar import grammar, quantities
from ladder.reading.requirement_grammar.passage_parser import PassageParser, Tables
from ladder.reading.requirement_grammar.tables import QUANTITIES, REQUIREMENTS, load_tables
from tests.reading.corpora import collation_of, needs_corpora

PIECES = (
    *("two", "Five (5) years", "eighteen months", "2,080 hours", "30 semester units", "at least", "one-half", "20%"),
    *(
        "of",
        "full-time",
        "paid",
        "experience",
        "as a",
        "Dock Clerk",
        "Harbor Guard II",
        "or",
        "and",
        ",",
        ";",
        "(",
        ")",
    ),
    *("in a class at the level of", "with the City of Los Angeles", "one of which", "including one year of", "degree"),
    *("A bachelor's degree", "with a major in", "law", "high school", "completion of", "possession of a valid", "é"),
    *("license", "may be substituted for", "one year of the general experience", "equal one year", "1a.", "within the"),
    *("last five years", "Class B", "each", "up to", "a maximum of", "any combination of", "[see note]", ". ", "  "),
)
PASSAGES = st.lists(st.sampled_from(PIECES), min_size=1, max_size=9).map(" ".join)


def by_lark(tables: Tables, text: str, span: Span, start: str) -> Tree[Token] | None:
    try:
        return tables.parser.parse(TextSlice(text, span.start, span.end), start=start)
    except UnexpectedInput:
        return None


def places(tree: Tree[Token] | None) -> list[tuple[str, str, int | None, int | None]]:
    tokens = tree.scan_values(lambda one: isinstance(one, Token)) if tree else ()
    return [(one.type, str(one), one.start_pos, one.end_pos) for one in tokens]


def assert_same(tables: Tables, parser: PassageParser, text: str, start: str, span: Span | None = None) -> None:
    span = span or Span(0, len(text))
    ours, other = parser.parse(text, span, start), by_lark(tables, text, span, start)
    assert ours == other
    assert places(ours) == places(other)


@pytest.mark.parametrize(
    ("tables", "parser", "starts"),
    [
        (grammar._tables, grammar._parser, REQUIREMENTS.starts),
        (quantities._tables, quantities._parser, QUANTITIES.starts),
    ],
    ids=["requirements", "quantities"],
)
def test_a_passage_is_parsed_as_lark_parses_it(
    tables: Callable[[], Tables], parser: Callable[[], PassageParser], starts: tuple[str, ...]
) -> None:
    @given(PASSAGES, st.sampled_from(starts), st.integers(0, 12))
    def each(text: str, start: str, begin: int) -> None:
        assert_same(tables(), parser(), text, start)
        assert_same(tables(), parser(), text, start, Span(min(begin, len(text)), len(text)))

    each()


@needs_corpora
def test_real_requirements_are_parsed_as_lark_parses_them() -> None:
    for spec in collation_of("los-angeles").classes[::10]:
        for one in spec.qualifications.requirements if spec.qualifications else ():
            if one.source.quote:
                assert_same(grammar._tables(), grammar._parser(), one.source.quote, "clause")


def test_no_phrase_of_a_grammar_is_told_from_another_by_what_it_took() -> None:
    """Lark retypes what a pattern took where it is a word of another phrase; this parser has no such case to know."""
    for tables in (grammar._tables(), quantities._tables()):
        for lexer in tables.parser.parser.lexer.lexers.values():
            assert lexer.scanner.allowed_types
            assert lexer.callback == {}


def test_a_passage_that_no_phrase_begins_is_none_of_a_production() -> None:
    assert PassageParser(load_tables(QUANTITIES)).parse("\x07", Span(0, 1), "quantity") is None


def test_a_phrase_that_may_stand_in_no_such_place_ends_a_production() -> None:
    text = "one month through six ) of work"
    assert PassageParser(load_tables(REQUIREMENTS)).parse(text, Span(0, len(text)), "clause") is None
