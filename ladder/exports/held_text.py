"""What becomes of a text in each format: rules that change it, each with the reason told for it.

A format writes every text by its rules, and what is listed as lost is found by the same
rules: a text that they leave alone comes back from the format as it went in.
"""

import re
from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import NamedTuple

from ladder.csv_text import disarm, write_in_one_line

_REPLACEMENT = "\ufffd"
_HALVES = re.compile("[\ud800-\udfff]")
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n?")
_TAKEN_FOR_NUMBER = re.compile(r"[-+]?[.,]*[0-9][0-9.,]*(?:[eE][-+]?[0-9]+)?%?")
_TAKEN_FOR_DATE = re.compile(r"(?![0-9]{4}-[0-9]{2}(?:-|$))[0-9]{1,4}[-/.:][0-9]{1,2}(?:[-/.:][0-9]{1,4})?")
_WORDS_TAKEN = frozenset(["true", "false", "nan", "inf", "infinity", "null", "none", "na", "n/a"])


class Reason(StrEnum):
    """Why a format does not hold a value as it is."""

    HALF_LETTER = "half_letter"
    CONTROL = "control"
    LINE_END = "line_end"
    ONE_LINE = "one_line"
    TOO_LONG = "too_long"
    APOSTROPHE = "apostrophe"
    BACKSLASH = "backslash"
    ESCAPE = "escape"
    YEARS = "years"
    NO_PLACE = "no_place"
    LEFT_OUT = "left_out"


class TextRule(NamedTuple):
    """One change that a format makes to a text, and why."""

    reason: Reason
    change: Callable[[str], str]


Rules = tuple[TextRule, ...]


def hold_text(text: str, rules: Rules) -> str:
    """Return the text as the format holds it."""
    for rule in rules:
        text = rule.change(text)
    return text


def reasons_of(text: str, rules: Rules) -> Iterator[Reason]:
    """Yield why the format holds the text otherwise; nothing where it holds it as it is."""
    for rule in rules:
        held = rule.change(text)
        if held != text:
            yield rule.reason
        text = held


def cut_to(most: int) -> Callable[[str], str]:
    """Return the change to the first ``most`` characters."""
    return lambda text: text[:most]


def guard_text(text: str) -> str:
    """Return the text with an apostrophe in front where a program would take it for another value or run it.

    A code such as 0441 or 1E5 would become a number, the grade 10-12 a day in October, and
    a column of grades one of numbers until the first that is a letter. Dates written as
    2018-02 stay. A text that begins with an apostrophe gets a second: take one away and
    the text is back.

    >>> guard_text("0441"), guard_text("10-12"), guard_text("=1+1"), guard_text("441A")
    ("'0441", "'10-12", "'=1+1", '441A')
    """
    return f"'{text}" if _is_taken(text.strip()) else disarm(text)


def _is_taken(told: str) -> bool:
    """Return whether a program takes the text for a number, a date or a truth value, or for nothing."""
    looks = _TAKEN_FOR_NUMBER.fullmatch(told) or _TAKEN_FOR_DATE.fullmatch(told)
    return bool(looks) or told.casefold() in _WORDS_TAKEN


WHOLE_LETTERS = TextRule(Reason.HALF_LETTER, lambda text: _HALVES.sub(_REPLACEMENT, text))
"""Half a letter of a pair cannot be written as UTF-8."""
NO_CONTROLS = TextRule(Reason.CONTROL, lambda text: _NO_XML.sub(_REPLACEMENT, text))
"""Controls that XML cannot hold."""
ONE_KIND_OF_LINE_END = TextRule(Reason.LINE_END, lambda text: _LINE_ENDS.sub("\n", text))
"""XML tells a carriage return and a line feed as one line end."""
IN_ONE_LINE = TextRule(Reason.ONE_LINE, write_in_one_line)
GUARDED = TextRule(Reason.APOSTROPHE, guard_text)
XML_RULES: Rules = (WHOLE_LETTERS, NO_CONTROLS, ONE_KIND_OF_LINE_END)
