"""The City's drawn clerical ladder beside the steps read from its specifications, as a table of facts."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from ladder.qualifications import Certainty, Experience, Qualifications
from ladder.reading.named_classes import fold_class_title
from ladder.reading.readings import Reading
from tests.reading.philadelphia_gold import Amount, read_amounts

_SHORT = (("Dept.", "Departmental"), ("Rep.", "Representative"), ("&", "and"))
_LISTED = re.compile(r"(?P<title>[^,]{3,80}) (?P<code>[0-9][A-Z][0-9]{2})(?:,|$)")

REPRODUCED = "the text names the class, with the chart's months"
AGREES = "the text names no such class, and asks the chart's months"
DIFFERS = "the text asks other months"
OTHERS = "the text names other classes alone"
NO_FIGURE = "the chart gives no figure"
NO_TEXT = "no specification of that title among the documents"


class Compared(NamedTuple):
    """A step of the chart and what the text of the class it leads to asks."""

    feeder: str
    target: str
    chart: str
    text: str
    code: str
    dated: str
    outcome: str


def compare(rows: Iterable[dict[str, Any]], readings: Sequence[Reading]) -> list[Compared]:
    """Return each step of the chart beside the text."""
    known = _by_title(readings)
    return [_compare(row, known.get(fold_class_title(_long(row["to"])))) for row in rows]


def _compare(row: dict[str, Any], reading: Reading | None) -> Compared:
    chart = [months for months in (row["months"], row["months_alt"]) if months is not None]
    shown = " or ".join(map(str, chart)) or "none"
    if reading is None or reading.record is None:
        return Compared(row["from"], row["to"], shown, "", "", "", NO_TEXT)
    record = reading.record
    named = {step.months for step in reading.steps if _same(step.from_title, row["from"])}
    open_to_it, amounts = _open_amounts(record.qualifications), read_amounts(record.qualifications)
    asked = {figure for amount in open_to_it for figure in _figures(amount)} or {0}
    if not chart:
        outcome = NO_FIGURE
    elif named:
        outcome = REPRODUCED if named & set(chart) else DIFFERS
    elif amounts and not open_to_it:
        outcome = OTHERS
    else:
        outcome = AGREES if asked & set(chart) else DIFFERS
    text = f"{', '.join(map(str, sorted(named, key=str)))} in the class" if named else _told(amounts)
    return Compared(row["from"], row["to"], shown, text, record.code or "", record.revision or "", outcome)


def _open_amounts(rules: Qualifications | None) -> set[Amount]:
    """Return what the routes ask that do not take service in named classes alone."""
    if rules is None:
        return set()
    alone = {rule.id for rule in rules.requirements if isinstance(rule, Experience) and _is_for_named_alone(rule)}
    routes = tuple(route for route in rules.routes if not alone & set(route.requires))
    return read_amounts(replace(rules, routes=routes))


def _is_for_named_alone(rule: Experience) -> bool:
    named = [one for one in rule.classes if one.certainty is Certainty.NAMED]
    return bool(named) and len(named) == len(rule.classes) and not rule.or_in_field and not rule.or_equivalent


def _by_title(readings: Sequence[Reading]) -> dict[str, Reading]:
    """Return the readings by folded title, and by another title that a list prints with the same code."""
    by_code = {one.record.code: one for one in readings if one.record and one.record.code}
    found: dict[str, Reading] = {}
    for one in readings:
        for claim in one.claims:
            if claim.field == "listed_class":
                for listed in _LISTED.finditer(claim.value):
                    if listed["code"] in by_code:
                        found[fold_class_title(listed["title"].strip())] = by_code[listed["code"]]
    return found | {fold_class_title(one.record.title): one for one in readings if one.record}


def _same(printed: str, drawn: str) -> bool:
    return fold_class_title(printed) == fold_class_title(_long(drawn))


def _long(title: str) -> str:
    for short, long in _SHORT:
        title = title.replace(short, long)
    return title


def _figures(amount: Amount) -> Iterator[int]:
    first, other, relation = amount
    yield first
    if other is not None:
        yield other
        if relation == "added":
            yield first + other


def _told(amounts: set[Amount]) -> str:
    words = []
    for first, other, relation in sorted(amounts, key=str):
        words.append(str(first) if other is None else f"{first} {'+' if relation == 'added' else 'with'} {other}")
    return " or ".join(words) or "0"


def tell(compared: Sequence[Compared]) -> str:
    """Return the page: what came of the comparison, and each step on which text and chart differ."""
    counts = Counter(one.outcome for one in compared)
    lines = [
        "# The clerical ladder of Philadelphia, drawn and written",
        "",
        f"The City drew its clerical career ladder on 17 October 2016: {len(compared)} steps. Beside them",
        "stand the steps that `ladder read` finds in the City's class specifications. Months of the text:",
        "`36 + 12` is general and specific experience together, `24 with 12` is 12 months within the 24.",
        "This page is generated by",
        "`tests/reading/test_philadelphia_corpus.py` (LADDER_GOLDEN=update).",
        "",
        "| outcome | steps |",
        "|---|---|",
        *(
            f"| {outcome} | {counts[outcome]} |"
            for outcome in (REPRODUCED, AGREES, DIFFERS, OTHERS, NO_FIGURE, NO_TEXT)
        ),
    ]
    for outcomes, title in (
        ({DIFFERS, OTHERS}, "Where text and chart differ"),
        ({REPRODUCED}, "Reproduced"),
        ({AGREES}, "In agreement"),
    ):
        lines += ["", f"## {title}", "", "| from | to | chart, months | text, months | class | specification of | so |"]
        lines += ["|---|---|---|---|---|---|---|"]
        lines += [f"| {' | '.join(one)} |" for one in compared if one.outcome in outcomes]
    missing = dict.fromkeys(one.target for one in compared if one.outcome == NO_TEXT)
    lines += ["", "## Without a specification among the documents", "", *(f"- {title}" for title in missing)]
    return "\n".join(lines) + "\n"
