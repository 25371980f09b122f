"""How North Dakota's class descriptions print their facts: headings, patterns, and the reader of each field."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from ladder.condition_codes import ConditionCode
from ladder.reading.dates import NORTH_DAKOTA_DATES, read_date
from ladder.reading.jurisdictions.facts import even_blanks, first_group
from ladder.reading.sections import fold_heading

HEADINGS: Mapping[str, str] = MappingProxyType(
    {
        "SCOPE OF WORK": "scope",
        "DUTIES PERFORMED AT ALL LEVELS": "duties",
        "DUTIES PERFORMED": "duties",
        "LEVEL DEFINITION": "level",
        "ADDITIONAL DUTIES PERFORMED AT THIS LEVEL": "duties",
        "DUTIES PERFORMED AT THIS LEVEL": "duties",
        "MINIMUM QUALIFICATIONS": "qualifications",
    }
)
"""The headings of the layout, folded, and what each opens."""

STATE = re.compile(r"\bNORTH DAKOTA\b|\bND Class Description\b", re.IGNORECASE)
CODES_LISTED = re.compile(
    r"^Class Codes?(?:\(s\))?: {0,9}([0-9]{4}(?:\s{1,4}[0-9]{4}\b){0,40})", re.MULTILINE | re.IGNORECASE
)
PAGE_HEADER = re.compile(
    r"^CLASS CODES?: {0,9}[0-9]{4}(?:\s{1,4}[0-9]{4}){0,40}\s{1,4}ND Class Description\s{1,4}(\S[^\n]{0,80})$",
    re.MULTILINE,
)
LETTERHEAD = re.compile(
    r"^(?:\*{0,2}NORTH DAKOTA|CLASS DESCRIPTION\*{0,2}|ND Human Resource Management Services"
    r"|Phone: [0-9() -]{7,20}|--)$",
    re.MULTILINE,
)
CODE = re.compile(r"([0-9]{4})")
GRADE = re.compile(r"GRADE:? {0,3}([A-Z]{1,2}|[0-9]{1,2})")
AGENCY = re.compile(r"^\(([^()\n]{3,100})\)$", re.MULTILINE)
EFFECTIVE = re.compile(r"^Eff(?:ective|\.)? {0,2}Date: {0,3}([0-9/]{3,10})\b", re.MULTILINE)
REVISED = re.compile(r"^Rev(?:ised|\.)?: {0,3}([0-9/]{3,10})\b[^\n]{0,100}", re.MULTILINE)
PAY_PLAN = re.compile(r"^Rev(?:ised|\.)?:[^\n]{0,40}\bConversion to ([A-Z][a-z]{1,20}) System\b", re.MULTILINE)
OPENING = re.compile(
    r"(?:Requires|Work experience normally|Related|The hiring authority|The selection process|Internal candidates?)\b"
)
NOT_ASKED = re.compile(r"Work experience normally includes\b")
INTERNAL = re.compile(r"Internal candidates?\b")
SUBSTITUTED = re.compile(r"\bmay be substituted\b")
_CONDITIONS = (
    (ConditionCode.SELECTION, re.compile(r"\bselection process\b")),
    (ConditionCode.HIRING_AUTHORITY, re.compile(r"\bhiring authority may\b")),
)
CONDITIONS = tuple(code for code, _ in _CONDITIONS)
"""The codes of conditions: what concerns every candidate before what concerns some positions."""

_SMALL_WORDS = frozenset({"and", "of", "the", "for", "in", "to", "or", "with"})
_NUMERALS = frozenset({"I", "II", "III", "IV", "V", "VI", "VII", "VIII"})


def find_condition(text: str) -> str:
    """Return the code of what every answer shows and no route asks, or an empty text for other sentences."""
    return next((code for code, words in _CONDITIONS if words.search(text)), "")


def spell_title(text: str) -> str:
    """Return a title printed in capitals as other documents print it.

    >>> spell_title("DIRECTOR OF  OFFICE SERVICES II")
    'Director of Office Services II'
    """
    words = text.split()
    return " ".join(_spell_word(word, is_first=number == 0) for number, word in enumerate(words))


def _spell_word(word: str, *, is_first: bool) -> str:
    if word in _NUMERALS:
        return word
    if not is_first and word.lower() in _SMALL_WORDS:
        return word.lower()
    return "/".join("-".join(part.capitalize() for part in half.split("-")) for half in word.split("/"))


def read_month(pattern: re.Pattern[str], text: str) -> str:
    """Return the date that a line of the footer prints, or an empty text."""
    return read_date(first_group(pattern, text), NORTH_DAKOTA_DATES) or ""


FIELD_READERS = MappingProxyType(
    {
        "furniture": even_blanks,
        "heading": fold_heading,
        "codes": lambda text: ", ".join(CODE.findall(text)),
        "series": spell_title,
        "agency": lambda text: first_group(AGENCY, text),
        "title": spell_title,
        "code": even_blanks,
        "grade": lambda text: first_group(GRADE, text),
        "effective": lambda text: read_month(EFFECTIVE, text),
        "revised": lambda text: read_month(REVISED, text),
        "superior": even_blanks,
        "condition": find_condition,
    }
)
"""How a claimed passage is read again, by the claim's field."""
