"""Passages to productions by the tables of the grammar, each phrase tried only where its first letter stands.

Lark makes the tables, and its own parser is what this one is held against: the same
phrases in the same order, the same productions. Lark tries every phrase of a state at
every place, keeps lines and columns that nobody asks for, and tells at length why a
passage is none; here it is none.
"""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from lark import Lark, Token, Tree

from ladder.reading.passages import Span
from ladder.reading.requirement_grammar.first_letters import FirstLetters

_END = "$END"
_Match = Callable[[str, int, int], re.Match[str] | None]
_Phrases = tuple[tuple[str, _Match], ...]


class Tables(NamedTuple):
    """A parser of Lark's, and the letters that each of its phrases can begin with."""

    parser: Lark
    letters: Mapping[str, FirstLetters]


class _Reading:
    """What was taken of a passage so far: the states on the way, and what stands for each."""

    def __init__(self, first: int) -> None:
        self.states = [first]
        self.values: list[Any] = []


class PassageParser:
    """The productions of the grammar, over a passage of a text."""

    def __init__(self, tables: Tables) -> None:
        """Begin with the tables; a phrase is compiled when a text first has its letter."""
        lalr = tables.parser.parser.parser.parser
        self._actions: Mapping[int, Mapping[str, tuple[Any, Any]]] = lalr.parse_table.states
        self._first: Mapping[str, int] = lalr.parse_table.start_states
        self._last: Mapping[str, int] = lalr.parse_table.end_states
        self._make: Mapping[Any, Callable[[list[Any]], Any]] = lalr.callbacks
        lexers = tables.parser.parser.lexer.lexers
        shared = {id(lexer): _PhrasesOf(lexer.terminals, tables.letters) for lexer in lexers.values()}
        self._phrases = {state: shared[id(lexer)] for state, lexer in lexers.items()}
        self._ignored: frozenset[str] = tables.parser.parser.lexer.root_lexer.ignore_types

    def parse(self, text: str, span: Span, start: str) -> Tree[Token] | None:
        """Return how a production covers a passage, or none where it does not."""
        reading, last = _Reading(self._first[start]), self._last[start]
        place, end = span
        while place < end:
            token = self._token(reading.states[-1], text, place, end)
            if token is None:
                return None
            place += len(token)
            if token.type not in self._ignored and not self._take(reading, token, last):
                return None
        return reading.values[-1] if self._take(reading, Token(_END, ""), last) else None

    def _token(self, state: int, text: str, place: int, end: int) -> Token | None:
        """Return the first phrase of a state that stands at a place; none where none does."""
        letters = text[place]
        if letters == " " and place + 1 < end:
            letters = text[place : place + 2]
        for name, match in self._phrases[state][letters]:
            found = match(text, place, end)
            if found is not None:
                return Token(name, found.group(), place, None, None, None, None, found.end())
        return None

    def _take(self, reading: _Reading, token: Token, last: int) -> bool:
        """Take a phrase, after the productions that end before it; return whether it can stand there."""
        states, values, kind = reading.states, reading.values, token.type
        while True:
            action = self._actions[states[-1]].get(kind)
            if action is None:
                return False
            _, rule = action
            if isinstance(rule, int):
                states.append(rule)
                values.append(token)
                return True
            size = len(rule.expansion)
            made = self._make[rule](values[len(values) - size :])
            del states[len(states) - size :], values[len(values) - size :]
            states.append(self._actions[states[-1]][rule.origin.name][1])
            values.append(made)
            if kind == _END and states[-1] == last:
                return True


class _PhrasesOf(dict[str, _Phrases]):
    """The phrases of a state, in order, that can stand where a letter does, or a blank and a letter."""

    def __init__(self, terminals: list[Any], letters: Mapping[str, FirstLetters]) -> None:
        super().__init__()
        self._terminals, self._letters = terminals, letters

    def __missing__(self, letters: str) -> _Phrases:
        can_stand = [one for one in self._terminals if self._letters[one.name].can_stand(letters)]
        return self.setdefault(letters, tuple((one.name, _match(one.pattern.to_regexp())) for one in can_stand))


@lru_cache(maxsize=1024)
def _match(pattern: str) -> _Match:
    """Return the match of a phrase, compiled once for all states."""
    return re.compile(pattern).match
