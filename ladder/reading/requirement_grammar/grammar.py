"""The grammar file, built once, and its two uses: to parse a clause, and to look for a phrase."""

import re
from collections.abc import Iterable
from functools import lru_cache

from lark import Token, Tree

from ladder.reading.passages import Span
from ladder.reading.requirement_grammar.passage_parser import PassageParser, Tables
from ladder.reading.requirement_grammar.tables import REQUIREMENTS, load_tables

Parsed = Tree[Token]
"""What a production covers: the tokens and productions in it, with their places in the text."""


@lru_cache(maxsize=1)
def _tables() -> Tables:
    return load_tables(REQUIREMENTS)


@lru_cache(maxsize=1)
def _parser() -> PassageParser:
    return PassageParser(_tables())


def parse_passage(text: str, span: Span, start: str) -> Parsed | None:
    """Return how a production covers a passage, or none where it does not.

    Production: ``clause`` or ``stands_for``, as ``start`` names it.

    >>> print(parse_passage("Two years of clerical work", Span(0, 26), "clause").children[0].data)
    experience
    """
    return _parser().parse(text, span, start)


@lru_cache(maxsize=64)
def phrase(name: str) -> re.Pattern[str]:
    """Return the pattern of a phrase that the grammar file defines, to search a text for it.

    >>> bool(phrase("MAY_BE_SUBSTITUTED").search("which may be substituted for it"))
    True
    """
    return re.compile(_tables().parser.get_terminal(name).pattern.to_regexp())


def any_phrase(names: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern of several phrases, the first of which goes first."""
    return re.compile("|".join(phrase(name).pattern for name in names))


def outer_tokens(parsed: Parsed) -> list[Token]:
    """Return the tokens of a production in the order printed, those of the productions in it included."""
    return list(parsed.scan_values(lambda value: isinstance(value, Token)))


def span_of(part: "Parsed | Token") -> Span:
    """Return the place of a token or production in the text; an empty production has none."""
    if isinstance(part, Token):
        return Span(part.start_pos or 0, part.end_pos or 0)
    tokens = outer_tokens(part)
    return Span(tokens[0].start_pos or 0, tokens[-1].end_pos or 0) if tokens else Span(0, 0)


def blank_even(text: str) -> str:
    """Return the words with single blanks between them and no punctuation at either end.

    >>> blank_even(" , performing   clerical work; ")
    'performing clerical work'
    """
    return " ".join(text.split()).strip(" ,;:.")
