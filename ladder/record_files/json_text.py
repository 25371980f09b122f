"""JSON, read token by token: no repeated field, no NaN, decimals kept exact."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import NoReturn

from ladder.figures import is_in_digits
from ladder.record_files.trees import LONGEST_NUMBER, TOO_LONG, Tree, TreeBuilder

_TOKEN = re.compile(
    r'(?P<mark>[{}\[\]:,])|(?P<text>"[^"\\\x00-\x1f]*(?:\\.[^"\\\x00-\x1f]*)*")|(?P<word>[A-Za-z0-9+\-._]+)'
)
_BLANK = re.compile(r"[ \t\r\n]*")
_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]{1,3})?")
_WORDS = {"true": True, "false": False, "null": None}

_A_VALUE = frozenset({"{", "[", "text", "word"})
_ALLOWED = {
    "value": _A_VALUE,
    "first item": _A_VALUE | {"]"},
    "first field": frozenset({"text", "}"}),
    "field": frozenset({"text"}),
    "colon": frozenset({":"}),
    "after list": frozenset({",", "]"}),
    "after group": frozenset({",", "}"}),
    "end": frozenset({"end"}),
}
"""What may come next, by what came before."""

_AFTER_COMMA = {"list": "value", "group": "field"}


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    line: int


def read_json(text: str, builder: TreeBuilder) -> None:
    """Give the values of one JSON text to the builder.

    Raises:
        BadFileError: the text is not JSON, or too deep.

    """
    state = "value"
    for token in _tokens(text, builder):
        if token.kind not in _ALLOWED[state]:
            _stop_at(token, builder)
        state = _take(token, state, builder)


def _tokens(text: str, builder: TreeBuilder) -> Iterator[_Token]:
    at, line = 0, 1
    while True:
        blank = _BLANK.match(text, at)
        start = blank.end() if blank else at
        line += text.count("\n", at, start)
        if start == len(text):
            yield _Token("end", "the end of the text", line)
            return
        found = _TOKEN.match(text, start)
        if not found:
            _stop_at(_Token("", text[start], line), builder)
        yield _Token(found[0] if found["mark"] else str(found.lastgroup), found[0], line)
        at = found.end()


def _stop_at(token: _Token, builder: TreeBuilder) -> NoReturn:
    shown = token.text if len(token.text) < LONGEST_NUMBER else "this text"
    builder.stop(token.line, f"this is not JSON: {shown} cannot stand here", "mend it at this line")


def _take(token: _Token, state: str, builder: TreeBuilder) -> str:
    """Give one token to the builder and return what is awaited then."""
    if token.kind == "{":
        builder.begin({}, token.line)
        return "first field"
    if token.kind == "[":
        builder.begin([], token.line)
        return "first item"
    if token.kind == ",":
        return _AFTER_COMMA[builder.inside]
    if token.kind == ":":
        return "value"
    return _take_scalar_or_end(token, state, builder)


def _take_scalar_or_end(token: _Token, state: str, builder: TreeBuilder) -> str:
    if state in {"field", "first field"} and token.kind == "text":
        builder.take_name(_unquoted(token, builder), token.line)
        return "colon"
    if token.kind == "text":
        builder.take_value(_unquoted(token, builder), token.line)
    elif token.kind == "word":
        _take_word(token, builder)
    elif token.kind != "end":
        builder.end()
    return f"after {builder.inside}" if builder.inside else "end"


def _unquoted(token: _Token, builder: TreeBuilder) -> str:
    try:
        return str(json.loads(token.text))
    except ValueError:
        _stop_at(token, builder)


def _take_word(token: _Token, builder: TreeBuilder) -> None:
    if token.text in _WORDS:
        builder.take_value(_WORDS[token.text], token.line)
    elif _NUMBER.fullmatch(token.text):
        _take_number(token, builder)
    else:
        _stop_at(token, builder)


def _take_number(token: _Token, builder: TreeBuilder) -> None:
    value: Tree = TOO_LONG
    if len(token.text) < LONGEST_NUMBER:
        value = int(token.text) if is_in_digits(token.text.removeprefix("-")) else Decimal(token.text)
    builder.take_value(value, token.line)
