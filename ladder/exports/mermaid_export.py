"""Mermaid: one class and its neighbors, for a wiki or Markdown.

Every sign in a text that is no letter, digit or blank is written by its number, so that
nothing of it is taken for the language: ``end``, a list's ``1.``, a tag, a quotation mark.
"""

from collections.abc import Iterator, Mapping

from ladder.errors import BadCallError
from ladder.exports.graph_records import GraphClass, GraphStep, graph_classes, graph_steps
from ladder.exports.held_text import IN_ONE_LINE, WHOLE_LETTERS, Reason, Rules, TextRule, cut_to
from ladder.exports.ladder_sheets import LadderSheets, Sheet
from ladder.exports.losses import Form, Loss, no_place_for, text_losses
from ladder.exports.safe_ids import safe_id
from ladder.telling.messages import say

MOST_STEPS = 60
"""Steps that one drawing shows."""
_LONGEST_TITLE = 100
_RULES: Rules = (WHOLE_LETTERS, IN_ONE_LINE, TextRule(Reason.TOO_LONG, cut_to(_LONGEST_TITLE)))
_SHOWN = frozenset(["class", "title", "code", "step", "from", "to", "months"])


def print_mermaid(sheets: LadderSheets) -> Mapping[str, bytes]:
    """Return a drawing of the class and its first 60 steps, from the bottom up.

    Raises:
        BadCallError: the sheets are not about one class.

    """
    shown = _shown(sheets)
    lines = [
        "flowchart BT",
        *map(_class, graph_classes(shown, _RULES)),
        *map(_step, graph_steps(shown, _RULES)),
        f"  style {safe_id(shown.about or '')} stroke-width:4px",
    ]
    return {"ladder.mmd": "".join(f"{line}\n" for line in lines).encode()}


def _shown(sheets: LadderSheets) -> LadderSheets:
    if sheets.about is None:
        raise BadCallError(
            what="Mermaid draws one class and its neighbors", try_this="name the class with --class CLASS"
        )
    steps = sheets.steps.rows[:MOST_STEPS]
    named = {sheets.about, *(end for row in steps for end in row[1:3])}
    classes = tuple(row for row in sheets.classes.rows if row[0] in named)
    return LadderSheets(
        Sheet(sheets.classes.name, sheets.classes.columns, classes),
        Sheet(sheets.steps.name, sheets.steps.columns, steps),
        sheets.about,
    )


def _class(one: GraphClass) -> str:
    code = one.known.get("code")
    told = say("export.shown_class", title=one.title, code=code) if code else one.title
    return f'  {one.name}["{_spelled(told)}"]'


def _step(step: GraphStep) -> str:
    months = step.known.get("months")
    told = say("export.drawn_months", months=months) if months else say("time.unknown")
    return f'  {step.feeder} -->|"{_spelled(told)}"| {step.target}'


def _spelled(text: str) -> str:
    return "".join(one if one.isascii() and (one.isalnum() or one == " ") else f"#{ord(one)};" for one in text)


def _losses(sheets: LadderSheets) -> Iterator[Loss]:
    shown = _shown(sheets)
    left_out = (set(sheets.classes.rows) - set(shown.classes.rows), set(sheets.steps.rows[MOST_STEPS:]))
    for sheet, rows in zip(sheets.both(), left_out, strict=True):
        yield from (Loss(sheet.name, str(row[0]), "", Reason.LEFT_OUT) for row in sheet.rows if row in rows)
    for sheet in shown.both():
        yield from no_place_for(sheet, (one.name for one in sheet.columns if one.name not in _SHOWN))
    yield from (loss for loss in text_losses(shown, _RULES) if loss.column in _SHOWN)


FORM = Form("mermaid", print_mermaid, _losses)
