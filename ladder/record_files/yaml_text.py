"""YAML, read from the events of PyYAML's parser and never by its constructors."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from ladder.errors import FaultKind
from ladder.record_files.trees import LONGEST_NUMBER, TOO_LONG, Tree, TreeBuilder

# Every repetition below is possessive (++, *+) where another could take what it gives back: time grows with length.
_WHOLE = re.compile(r"[-+]?(0|[1-9][0-9]*+)")
_DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]*+)\.[0-9]++")
_LONG_NUMBER = re.compile(r"[-+]?(0[xXoObB][0-9a-fA-F_]++|\.?[0-9][0-9_.:]*+([eE][-+]?[0-9]++)?)")
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}
_READ_DIFFERENTLY = re.compile(
    r"""
      [-+]?0[0-9][0-9_.]*                           # 0441: octal to some, 441 to others
    | [-+]?0[xXoObB][0-9a-fA-F_]+                   # 0x1F, 0o17
    | [-+]?[0-9]++_[0-9_]*+(\.[0-9_]*)?             # 1_000
    | [-+]?([0-9]++(\.[0-9]*+)?|\.[0-9]++)[eE][-+]?[0-9]+  # 1e3
    | [-+]?\.[0-9][0-9_]* | [-+]?[0-9]++\.          # .5 and 5.
    | [-+]?[0-9]++(:[0-5]?[0-9])++(\.[0-9]*)?       # 12:30 is 750 to some
    | [-+]?\.(inf|Inf|INF) | \.(nan|NaN|NAN)
    | [yYnN] | yes|Yes|YES|no|No|NO | on|On|ON|off|Off|OFF
    | True|TRUE|False|FALSE|Null|NULL
    | << | =
    """,
    re.VERBOSE,
)


def read_yaml(text: str, builder: TreeBuilder) -> None:
    """Give the values of one YAML document to the builder.

    Raises:
        BadFileError: the text is not YAML, too deep, or more than one document.

    """
    import yaml  # noqa: PLC0415 - a path query must not pay for its import

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        for event in yaml.parse(text, Loader=loader):
            take = _TAKERS.get(type(event).__name__)
            if take:
                take(event, builder)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        builder.stop(mark.line + 1 if mark else 0, f"this is not YAML: {error.problem}", "mend it at this line")
    except yaml.YAMLError as error:
        builder.stop(0, f"this is not YAML: {' '.join(str(error).split())}", "remove that character")


def _take_scalar(event: Any, builder: TreeBuilder) -> None:  # noqa: ANN401 - PyYAML's events have no types
    line = event.start_mark.line + 1
    _refuse_marks(event, builder)
    place = (*builder.next_place, event.value) if builder.awaits_name else builder.next_place
    plain = not event.style
    if plain and len(event.value) < LONGEST_NUMBER and _READ_DIFFERENTLY.fullmatch(event.value):
        what = f"{event.value} means different things to different programs"
        kind = FaultKind.CODE_COERCED if place[-1:] == ("code",) else FaultKind.VALUE_COERCED
        builder.note(line, what, f"write it in quotes: '{event.value}'", place, kind)
    value = _plain_value(event.value) if plain else event.value
    if builder.awaits_name:
        builder.take_name(value, line)
    else:
        builder.take_value(value, line)


def _plain_value(text: str) -> Tree:
    if len(text) >= LONGEST_NUMBER:
        return TOO_LONG if _LONG_NUMBER.fullmatch(text) else text
    if text in _WORDS:
        return _WORDS[text]
    if _WHOLE.fullmatch(text):
        return int(text)
    return Decimal(text) if _DECIMAL.fullmatch(text) else text


def _take_group(event: Any, builder: TreeBuilder) -> None:  # noqa: ANN401
    _refuse_marks(event, builder)
    builder.begin({}, event.start_mark.line + 1)


def _take_list(event: Any, builder: TreeBuilder) -> None:  # noqa: ANN401
    _refuse_marks(event, builder)
    builder.begin([], event.start_mark.line + 1)


def _take_end(_event: Any, builder: TreeBuilder) -> None:  # noqa: ANN401
    builder.end()


def _refuse_marks(event: Any, builder: TreeBuilder) -> None:  # noqa: ANN401
    line = event.start_mark.line + 1
    if event.tag is not None:
        what = f"YAML tags such as {event.tag} are not taken"
        builder.note(line, what, "remove the tag", builder.next_place, FaultKind.YAML_MARKS)
    if event.anchor is not None:
        what = "YAML anchors (&) and aliases (*) are not taken"
        remedy = "write the value out in full, or put it in quotes"
        builder.note(line, what, remedy, builder.next_place, FaultKind.YAML_MARKS)


def _take_alias(event: Any, builder: TreeBuilder) -> None:  # noqa: ANN401
    event.tag = None
    _refuse_marks(event, builder)
    line = event.start_mark.line + 1
    if builder.awaits_name:
        builder.take_name(event.anchor, line)
    else:
        builder.take_value(None, line)


def _take_document(event: Any, builder: TreeBuilder) -> None:  # noqa: ANN401
    if builder.line_of:
        builder.stop(event.start_mark.line + 1, "a second document begins here", "keep one record a file")


_TAKERS: dict[str, Callable[[Any, TreeBuilder], None]] = {
    "ScalarEvent": _take_scalar,
    "MappingStartEvent": _take_group,
    "SequenceStartEvent": _take_list,
    "MappingEndEvent": _take_end,
    "SequenceEndEvent": _take_end,
    "AliasEvent": _take_alias,
    "DocumentStartEvent": _take_document,
}
