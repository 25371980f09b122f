"""Linked data: classes and steps as JSON-LD whose context stands in it, so that no key is lost in silence.

Each column is a term of our own; a vocabulary's own words for the same stand beside it.
Numbers are exact decimals.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ladder.exports.held_text import WHOLE_LETTERS, Rules, hold_text
from ladder.exports.ladder_sheets import Column, Kind, LadderSheets, Value, print_number

RULES: Rules = (WHOLE_LETTERS,)
Node = dict[str, object]
Known = Mapping[str, Value]

_TERMS, _CLASS, _STEP = "urn:ladder:term:", "urn:ladder:class:", "urn:ladder:step:"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_DATATYPES = {Kind.COUNT: f"{_XSD}integer", Kind.MONTHS: f"{_XSD}decimal", Kind.DOLLARS: f"{_XSD}decimal"}
_ENDS = frozenset(["from", "to"])


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words of a vocabulary for classes and steps.

    ``context`` is what a text in it stands for; a class has the type ``class_type``, and
    its steps under ``steps_key``, each with the type ``step_type``. ``of_class`` and
    ``of_step`` return what the vocabulary says of what is known.
    """

    context: Node
    class_type: str
    step_type: str
    steps_key: str
    of_class: Callable[[Known], Node]
    of_step: Callable[[Known], Node]


def print_linked_data(sheets: LadderSheets, words: Vocabulary) -> bytes:
    """Return the ladder as JSON-LD; what is not known is not there."""
    steps: dict[Value, list[Node]] = defaultdict(list)
    for known in sheets.steps.records():
        steps[known["to"]].append(_step(sheets, known, words))
    graph = [_class(sheets, known, steps[known["class"]], words) for known in sheets.classes.records()]
    told = {"@context": {**_own_terms(sheets), **words.context}, "@graph": graph}
    return f"{json.dumps(told, ensure_ascii=False, indent=2)}\n".encode()


def class_iri(class_id: Value) -> str:
    """Return what a class is called: ``urn:ladder:class:us-nd/0441``."""
    return f"{_CLASS}{class_id}"


def _own_terms(sheets: LadderSheets) -> Node:
    columns = [column for sheet in sheets.both() for column in sheet.columns]
    return {column.name: _term(column) for column in columns}


def _term(column: Column) -> Node:
    told: Node = {"@id": f"{_TERMS}{column.name}"}
    datatype = "@id" if column.name in _ENDS else _DATATYPES.get(column.kind)
    return told | ({"@type": datatype} if datatype else {})


def _class(sheets: LadderSheets, known: Known, steps: list[Node], words: Vocabulary) -> Node:
    node: Node = {"@id": class_iri(known["class"]), "@type": words.class_type}
    node |= _held(words.of_class(known)) | _own(sheets.classes.columns, known)
    return node | ({words.steps_key: steps} if steps else {})


def _step(sheets: LadderSheets, known: Known, words: Vocabulary) -> Node:
    node: Node = {"@id": f"{_STEP}{known['step']}", "@type": words.step_type}
    ends: Node = {name: class_iri(known[name]) for name in sorted(_ENDS)}
    return node | words.of_step(known) | _own(sheets.steps.columns, known) | ends


def _held(told: Node) -> Node:
    """Return what a vocabulary says as the format holds it."""
    return {name: hold_text(value, RULES) if isinstance(value, str) else value for name, value in told.items()}


def _own(columns: tuple[Column, ...], known: Known) -> Node:
    values = {column.name: _told(known[column.name], column.kind) for column in columns}
    return {name: value for name, value in values.items() if value is not None}


def _told(value: Value, kind: Kind) -> object:
    if value is None:
        return None
    if isinstance(value, str):
        return hold_text(value, RULES)
    return bool(value) if kind is Kind.TRUTH else print_number(value)
