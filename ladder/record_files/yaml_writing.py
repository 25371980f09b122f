"""Records as YAML that people keep: fields in the model's order, long texts folded, nothing left to YAML's typing."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Any

from ladder.record_files.trees import Tree

WIDTH = 120
"""Characters of the widest line of text, where no single word or quoted text is longer."""

_WIDEST_GROUP = 140
"""A group on one line, such as a citation, may be somewhat wider before it is spread over several."""

_INDENT = "  "
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9 ,.;()'/&_-]*")
_PLAIN_IN_LINE = re.compile(r"[A-Za-z][A-Za-z0-9 .()/&_-]*")
_TYPED = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
_EMPTY = frozenset({"{}", "[]"})


def print_yaml(tree: Mapping[str, Any], *, comments: Iterable[str] = ()) -> str:
    """Return the group as a YAML file that the strict reader reads back to the same values.

    Groups and lists of few short values stand on one line; texts that are too long for
    one are folded. A text that a YAML reader might take for anything else is quoted.
    ``comments`` become the first lines; what a comment cannot hold is shown as ``?``.
    """
    head = [f"# {_one_line(comment)}" for comment in comments]
    return "\n".join([*head, *_fields(tree, "")]) + "\n"


def print_list_item(item: Mapping[str, Any], *, indent: str, spread: bool = False) -> str:
    """Return a group as an item of a list in such a file, without the end of its last line.

    With ``spread`` every field has a line of its own, so that further fields can stand below it.
    """
    if not spread:
        return "\n".join(_item(dict(item), indent))
    first, *more = _fields(item, indent + _INDENT)
    return "\n".join([f"{indent}- {first.lstrip()}", *more])


def _one_line(comment: str) -> str:
    return "".join(letter if letter.isprintable() else "?" for letter in comment)


def _fields(group: Mapping[str, Any], indent: str) -> Iterator[str]:
    for name, value in group.items():
        yield from _value(f"{indent}{_name(name)}:", value, indent + _INDENT)


def _value(before: str, value: Tree, indent: str) -> Iterator[str]:
    """Yield the lines of a value that stands behind ``before``, further lines indented."""
    line = _in_line(value)
    widest = _WIDEST_GROUP if isinstance(value, dict) else WIDTH
    if line is not None and (len(before) + 1 + len(line) <= widest or line in _EMPTY):
        yield f"{before} {line}"
    elif isinstance(value, dict):
        yield before
        yield from _fields(value, indent)
    elif isinstance(value, list):
        yield before
        for item in value:
            yield from _item(item, indent)
    elif isinstance(value, str) and _can_be_folded(value):
        yield f"{before} >-"
        yield from (indent + part for part in _folded(value, max(WIDTH - len(indent), 1)))
    else:
        yield f"{before} {line}"


def _item(item: Tree, indent: str) -> Iterator[str]:
    """Yield the lines of an item of a list; a group begins behind its dash."""
    if not isinstance(item, dict):
        yield from _value(f"{indent}-", item, indent + _INDENT)
        return
    line = _group_in_line(item)
    if line is not None and (len(indent) + len("- ") + len(line) <= _WIDEST_GROUP or line in _EMPTY):
        yield f"{indent}- {line}"
    else:
        first, *more = _fields(item, indent + _INDENT)
        yield f"{indent}- {first.lstrip()}"
        yield from more


def _folded(text: str, wide: int) -> Iterator[str]:
    """Yield the lines of words with one blank between them; a word that is wider than a line has its own."""
    while len(text) > wide:
        end = text.rfind(" ", 0, wide + 1)
        end = end if end >= 0 else text.find(" ", wide)
        if end < 0:
            break
        yield text[:end]
        text = text[end + 1 :]
    yield text


def _in_line(value: Tree) -> str | None:
    """Return the value on one line; none where it holds groups, or texts that a list is easier to read of."""
    if isinstance(value, dict):
        return _group_in_line(value)
    if isinstance(value, list):
        return _list_in_line(value)
    return _scalar(value)


def _group_in_line(group: dict[str, Any]) -> str | None:
    """Return the group on one line; none where it holds groups, or is wider than any line of a group."""
    if any(isinstance(one, dict) or (isinstance(one, str) and len(one) > _WIDEST_GROUP) for one in group.values()):
        return None
    parts = []
    for name, value in group.items():
        words = _list_in_line(value) if isinstance(value, list) else _scalar(value, plain=_PLAIN_IN_LINE)
        if words is None:
            return None
        parts.append(f"{_name(name)}: {words}")
    return "{" + ", ".join(parts) + "}"


def _list_in_line(items: Sequence[Tree]) -> str | None:
    if any(isinstance(one, dict | list) or (isinstance(one, str) and " " in one) for one in items):
        return None
    return "[" + ", ".join(_scalar(one, plain=_PLAIN_IN_LINE) for one in items) + "]"


def _scalar(value: Tree, *, plain: re.Pattern[str] = _PLAIN) -> str:
    if isinstance(value, str):
        return value if _is_plain(value, plain) else _quoted(value)
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


@lru_cache(maxsize=1024)
def _name(name: str) -> str:
    """Return the name of a field; the same few names stand in every record."""
    return _scalar(name)


def _is_plain(text: str, plain: re.Pattern[str]) -> bool:
    return bool(plain.fullmatch(text)) and text == text.rstrip() and text.casefold() not in _TYPED


def _quoted(text: str) -> str:
    if text.isprintable() and '"' not in text and "\\" not in text:
        return f'"{text}"'
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(letter: str) -> str:
    if letter in _ESCAPES:
        return _ESCAPES[letter]
    if letter.isprintable():
        return letter
    number = ord(letter)
    return f"\\U{number:08x}" if number > 0xFFFF else f"\\u{number:04x}"  # noqa: PLR2004 - the last of four digits


def _can_be_folded(text: str) -> bool:
    """Return whether a folded text reads back: printable words with one blank between them."""
    return text.isprintable() and "  " not in text and text == text.strip()
