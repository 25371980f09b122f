"""What Los Angeles prints: the headings of its bulletins, its page furniture, how each field reads."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from ladder.reading.dates import LOS_ANGELES_DATES, read_date
from ladder.reading.jurisdictions.facts import even_blanks

JURISDICTION = "us-ca-los-angeles"
CITY = "City of Los Angeles"

HEADINGS: Mapping[str, str] = MappingProxyType(
    {
        "ANNUAL SALARY": "salary",
        "DUTIES": "other",
        "REQUIREMENT": "requirement",
        "REQUIREMENTS": "requirement",
        "REQUIREMENT MINIMUM QUALIFICATION": "requirement",
        "REQUIREMENT MINIMUM QUALIFICATIONS": "requirement",
        "REQUIREMENTS MINIMUM QUALIFICATION": "requirement",
        "REQUIREMENTS MINIMUM QUALIFICATIONS": "requirement",
        "MINIMUM REQUIREMENT": "requirement",
        "MINIMUM REQUIREMENTS": "requirement",
        "MINIMUM QUALIFICATION": "requirement",
        "MINIMUM QUALIFICATIONS": "requirement",
        "PROCESS NOTE": "notes",
        "PROCESS NOTES": "notes",
        "NOTE": "notes",
        "NOTES": "notes",
        "SELECTIVE CERTIFICATION": "other",
        "WHERE TO APPLY": "end",
        "HOW TO APPLY": "end",
        "APPLICATION DEADLINE": "end",
        "SELECTION PROCESS": "end",
        "QUALIFICATIONS REVIEW": "end",
        "EXPERT REVIEW COMMITTEE": "end",
        "DUTIES AND RESPONSIBILITIES": "end",
        "SELECTION PROCEDURE": "end",
        "AN EQUAL EMPLOYMENT OPPORTUNITY EMPLOYER": "end",
        "NOTICE": "end",
    }
)
"""Headings as folded, and the kind of section each opens; after an ``end`` no requirement or process note stands."""

FOOTER = re.compile(
    r"(?m)^[ \t]{0,80}Class Code\b[^\n0-9]{0,20}(?P<code>[0-9]{4})(?=[^\n]{0,30}\.[ .])[^\n]{0,600}$", re.IGNORECASE
)
"""The line at the foot of a page: its class code, a run of points, dates."""

PAGE_NUMBER = re.compile(r"(?m)^[ \t]{0,80}(?P<head>\S[^\n]{0,89})\n[ \t]{0,80}Page[ \t]{1,4}[0-9]{1,3}[ \t]{0,9}$")
"""A page's number, below the running head that repeats the title."""

_LABELLED = re.compile(
    r"(?:Class\s{1,9}Code|Open\s{1,9}Date|Revised|Date)\s{0,9}:?\s{0,99}(?P<value>\S+(?: [0-9]{1,2}, [0-9]{4})?)",
    re.IGNORECASE,
)


def read_labelled(text: str) -> str:
    """Return the word, or the written date, after a label.

    >>> read_labelled("Class Code:       1223")
    '1223'
    """
    found = _LABELLED.fullmatch(text.strip())
    return found["value"] if found else ""


def read_labelled_date(text: str) -> str:
    """Return the date after a label, or nothing for a form that Los Angeles does not print."""
    return read_date(read_labelled(text), LOS_ANGELES_DATES) or ""


def read_in_brackets(text: str) -> str:
    """Return the words within brackets, without the brackets."""
    return even_blanks(text.strip().removeprefix("(").removesuffix(")"))


FIELD_READERS: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "code": read_labelled,
        "title": even_blanks,
        "alias": read_in_brackets,
        "open_date": read_labelled_date,
        "revised": read_labelled_date,
        "designation": read_in_brackets,
        "heading": even_blanks,
        "furniture": even_blanks,
        "pay": even_blanks,
        "condition": even_blanks,
        "label": even_blanks,
        "join": even_blanks,
    }
)
"""How the words of a claimed passage read, by the claim's field."""
