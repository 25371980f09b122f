"""Listed items of a small document: their order and their marks changed, where nothing refers to them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

MARKS = {
    "1.": re.compile(r"\d+\."),
    "1)": re.compile(r"\d+\)"),
    "(1)": re.compile(r"\(\d+\)"),
    "a.": re.compile(r"[a-h]\."),
    "a)": re.compile(r"[a-h]\)"),
    "(a)": re.compile(r"\([a-h]\)"),
    "(A)": re.compile(r"\([A-H]\)"),
    "I.": re.compile(r"[IV]+\."),
    "-": re.compile(r"[-*\u2022]"),
}
FIRST_MARKS = frozenset("1aAI-*\u2022")
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")
ITEM = re.compile(
    r"(?P<before>\s*(?:<(?:p|li)>)?)(?:(?P<mark>\(?(?:\d+|[a-hA-H]|[IV]+)[.)]|[-*\u2022])(?P<space> +))?"
    r"(?P<body>.+?)(?P<tail>[;,]? (?:or|and)|[;,.])?(?P<after>(?:</(?:p|li)>)?)"
)
JOINER = re.compile(r"\s*(?:<p>)?(?P<word>OR|or|Or|AND|and|And)?(?:</p>)?\s*")
REFERS = re.compile(
    r"\b(?:such|above|below|described|same|latter|former|foregoing|preceding|item|requirement (?:no|number)"
    r"|(?:under|in|of|to) (?:[1-9b-h]|[IV]+)\b|under a\b|[1-9b-h] (?:or|and) [1-9b-h]\b|[IV]+ (?:or|and) [IV]+\b)"
    r"|\b(?:under|in|of|to) \([a-h1-9]\)|#",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Run:
    """Items that stand together: the lines they take, and the words that join them."""

    lines: tuple[int, ...]
    style: str
    joiners: frozenset[str]


def refers_to_items(document: str) -> bool:
    """Tell whether a document speaks of its items, or of what was said before."""
    return REFERS.search(document) is not None


def runs_of(document: str) -> list[Run]:
    """Return the lists of two or more items of one style of mark, each item on one line.

    A list inside an item, an item of several lines and a list that starts in the middle are none: they hang together.
    """
    runs: list[Run] = []
    lines = document.split("\n")
    for number, line in enumerate(lines):
        style = _style(line)
        if style and not (runs and _goes_on(runs[-1], number, lines)):
            runs.append(Run((number,), style, frozenset(_tail(line))))
        elif style:
            between = {word for each in lines[runs[-1].lines[-1] + 1 : number] for word in _joiner(each)}
            runs[-1] = Run((*runs[-1].lines, number), style, runs[-1].joiners | between | set(_tail(line)))
    return [run for run in runs if len(run.lines) > 1 and _stands_alone(run, lines)]


def in_other_order(document: str, run: Run, order: Sequence[int]) -> str:
    """Return the document with the items of a run in another order; marks and joining words stay in their places."""
    lines = document.split("\n")
    items = [_item(lines[number]) for number in run.lines]
    for number, item, taken in zip(run.lines, items, order, strict=True):
        lines[number] = _head(item) + items[taken].group("body") + (item.group("tail") or "") + item.group("after")
    return "\n".join(lines)


def with_marks(document: str, run: Run, style: str) -> str:
    """Return the document with the items of a run marked in another style."""
    lines = document.split("\n")
    for place, number in enumerate(run.lines):
        item = _item(lines[number])
        if item.group("mark"):
            lines[number] = item.group("before") + _mark(style, place) + lines[number][item.end("mark") :]
    return "\n".join(lines)


def with_space_between(document: str, run: Run) -> str:
    """Return the document with a blank line behind each item of a run but the last."""
    lines = document.split("\n")
    for number in reversed(run.lines[:-1]):
        lines.insert(number + 1, "")
    return "\n".join(lines)


def has_marks(document: str, run: Run) -> bool:
    """Tell whether the items of a run have marks of their own (those of an HTML list have not)."""
    return _item(document.split("\n")[run.lines[0]]).group("mark") is not None


def _item(line: str) -> re.Match[str]:
    """Take an item apart; the line is known to be one."""
    found = ITEM.fullmatch(line)
    if found is None:
        message = f"no item: {line!r}"
        raise ValueError(message)
    return found


def _style(line: str) -> str | None:
    """Return the style of the mark of an item, None for a line that is none."""
    found = ITEM.fullmatch(line)
    if found is None:
        return None
    mark = found.group("mark")
    if mark is None:
        return "li" if "<li>" in found.group("before") else None
    return next((style for style, pattern in MARKS.items() if pattern.fullmatch(mark)), None)


def _goes_on(run: Run, number: int, lines: list[str]) -> bool:
    """Tell whether an item goes on with a run: one style, nothing but joining words and blank lines between."""
    between = lines[run.lines[-1] + 1 : number]
    return run.style == _style(lines[number]) and all(JOINER.fullmatch(line) for line in between)


def _stands_alone(run: Run, lines: list[str]) -> bool:
    """Tell whether a run begins with a first mark, and no item and no further line touches it."""
    before = lines[run.lines[0] - 1] if run.lines[0] else ""
    after = lines[run.lines[-1] + 1] if run.lines[-1] + 1 < len(lines) else ""
    mark = (_item(lines[run.lines[0]]).group("mark") or "1").strip("().")
    ends = not after.strip() or (after.lstrip().startswith("<") and _style(after) is None)
    return mark in FIRST_MARKS and _style(before) is None and ends


def _joiner(line: str) -> set[str]:
    """Return the word of a line that joins items."""
    found = JOINER.fullmatch(line)
    return {found.group("word").lower()} if found and found.group("word") else set()


def _tail(line: str) -> set[str]:
    """Return the joining word behind an item."""
    tail = _item(line).group("tail") or ""
    return {tail.split()[-1]} if tail.endswith(("or", "and")) else set()


def _head(item: re.Match[str]) -> str:
    """Return what stands before the body of an item."""
    return item.group("before") + (item.group("mark") or "") + (item.group("space") or "")


def _mark(style: str, place: int) -> str:
    """Return the mark of an item in a style."""
    marks = {"1": str(place + 1), "a": "abcdefgh"[place], "A": "ABCDEFGH"[place], "I": ROMAN[place]}
    kind = style.strip("().")
    return style if kind == "-" else style.replace(kind, marks[kind])
