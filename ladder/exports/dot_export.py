"""DOT: classes and steps for Graphviz, titles as labels, everything quoted.

What is known of a class stands in attributes of our own, ``ladder_...``: many plain names
(class, group, rank) mean something to Graphviz.
"""

import re
from collections.abc import Mapping

from ladder.exports.graph_records import GraphClass, GraphStep, graph_classes, graph_steps
from ladder.exports.held_text import XML_RULES, Reason, Rules, TextRule
from ladder.exports.ladder_sheets import LadderSheets
from ladder.exports.losses import Form, text_losses
from ladder.telling.messages import say

_RULES: Rules = (*XML_RULES, TextRule(Reason.BACKSLASH, lambda text: text.replace("\\", "\\\\")))
"""A backslash before a quotation mark would end no text; Graphviz draws two as one."""
_PIECE = re.compile(r"(?:\\.|[^\\]){1,4000}", re.DOTALL)
"""Graphviz takes no quoted text of more than 16,384 bytes; pieces joined by a plus are one text."""
_LONGEST_DRAWN = 200


def print_dot(sheets: LadderSheets) -> Mapping[str, bytes]:
    """Return the graph, to be drawn from the bottom up."""
    lines = [
        "digraph ladder {",
        '  graph [rankdir="BT", charset="UTF-8"];',
        '  node [shape="box", style="rounded"];',
        *map(_class, graph_classes(sheets, _RULES)),
        *map(_step, graph_steps(sheets, _RULES)),
        "}",
    ]
    return {"ladder.dot": "".join(f"{line}\n" for line in lines).encode()}


def _class(one: GraphClass) -> str:
    code, title = one.known.get("code"), _shortened(one.title)
    told = say("export.drawn_class", title=title, code=code) if code else title
    return f"  {_quoted(one.name)} [{_attributes(told, one.known)}];"


def _step(step: GraphStep) -> str:
    months = step.known.get("months")
    told = say("export.drawn_months", months=months) if months else ""
    return f"  {_quoted(step.feeder)} -> {_quoted(step.target)} [{_attributes(told, step.known)}];"


def _shortened(title: str) -> str:
    """Return a title to be drawn: of a long one the beginning, the whole of which stands in ``ladder_title``."""
    return title if len(title) <= _LONGEST_DRAWN else title[:_LONGEST_DRAWN].rstrip("\\") + "..."


def _attributes(label: str, known: Mapping[str, str]) -> str:
    told = [("label", _drawn(label)), *((f"ladder_{name}", value) for name, value in known.items())]
    return ", ".join(f"{name}={_quoted(value)}" for name, value in told)


def _drawn(text: str) -> str:
    """Return the text as a label, in which Graphviz reads entities and line ends of its own."""
    return text.replace("&", "&amp;").replace("\n", "\\n")


def _quoted(text: str) -> str:
    return " + ".join('"' + piece.replace('"', '\\"') + '"' for piece in _PIECE.findall(text) or [""])


FORM = Form("dot", print_dot, lambda sheets: text_losses(sheets, _RULES))
