"""How Connecticut's class specifications print their facts: headings, patterns, and the reader of each field."""

import re
from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from ladder.condition_codes import ConditionCode
from ladder.reading.dates import CONNECTICUT_DATES, read_date
from ladder.reading.jurisdictions.facts import even_blanks, first_group
from ladder.reading.sections import fold_heading
from ladder.specification import PayRange, PayUnit

HEADINGS: Mapping[str, str] = MappingProxyType(
    {
        "PURPOSE OF JOB CLASS NATURE OF WORK": "purpose",
        "PURPOSE OF JOB CLASS": "purpose",
        "GUIDELINES FOR JOB CLASS USE": "guidelines",
        "SUPERVISION RECEIVED": "supervision received",
        "SUPERVISION EXERCISED": "supervision exercised",
        "EXAMPLES OF DUTIES": "duties",
        "KNOWLEDGE SKILL AND ABILITY": "knowledge",
        "MINIMUM QUALIFICATIONS": "open",
        "MINIMUM QUALIFICATIONS GENERAL EXPERIENCE": "general",
        "GENERAL EXPERIENCE": "general",
        "MINIMUM QUALIFICATIONS SPECIAL EXPERIENCE": "special",
        "SPECIAL EXPERIENCE": "special",
        "MINIMUM QUALIFICATIONS SUBSTITUTIONS ALLOWED": "substitution",
        "SUBSTITUTIONS ALLOWED": "substitution",
        "PREFERRED QUALIFICATIONS": "preferred",
        "SPECIAL REQUIREMENTS": "special requirements",
        "CHARACTER REQUIREMENTS": "character",
        "PHYSICAL REQUIREMENTS": "physical",
        "WORKING CONDITIONS": "working conditions",
        "COMPENSATION GUIDELINES": "compensation",
        "JOB CLASS DESIGNATION": "designation",
        "OCCUPATIONAL GROUP": "occupational_group",
        "BARGAINING UNIT": "bargaining_unit",
        "EEO": "eeo",
        "SALARY INFORMATION": "salary",
        "ACKNOWLEDGEMENT": "acknowledgement",
        "ACKNOWLEDGMENT": "acknowledgement",
        "CANCELLATION CLAUSE": "cancellation",
        "EFFECTIVE DATE": "effective",
    }
)
"""The headings of the layout, folded, and what each opens."""

STATE = re.compile(r"State of Connecticut|Connecticut General Statutes", re.IGNORECASE)
FURNITURE = re.compile(
    r"^[ \t]{0,20}(State of Connecticut(?: Executive Branch)?)[ \t]{0,20}$", re.MULTILINE | re.IGNORECASE
)
CODE_IN_BRACKETS = re.compile(r"\(([0-9]{4}[A-Z]{2,3})\)")
CODE = re.compile(r"([0-9]{4}[A-Z]{2,3})")
# Below ten millions, more than which no record holds as pay.
_FIGURE = r"(?:[0-9](?:,?[0-9]{3}){2}|[0-9]{1,3}(?:,?[0-9]{3})?)\.[0-9]{2}"
RANGE = re.compile(
    rf"\$ ?(?P<low>{_FIGURE}) ?- ?\$ ?(?P<high>{_FIGURE})"
    r"\s{1,5}(?P<unit>Hourly|Bi-?Weekly|Monthly|Yearly|Annually)\b",
    re.IGNORECASE,
)
GRADE = re.compile(r"\b([A-Z]{2} ?[0-9]{1,2})\b")
FOOTER = re.compile(
    r"(?:^[ \t]{0,10}|(?<=;)|(?<=; ))(?P<part>(?P<label>CLASS|EST|REV):[ \t]{0,5}(?P<words>[^;\n]{1,40});?)",
    re.MULTILINE,
)
CLASS_REPLACED = re.compile(r"for the class of ([^.;]{2,200}?) in Salary Group\b")
REPLACED_ON = re.compile(r"approved effective ([A-Za-z]{3,9} [0-9]{1,2}, ?[0-9]{4}|[0-9]{1,2}/[0-9]{1,2}/[0-9]{4})")
REPLACES = re.compile(r"This replaces [^;]{1,400}? approved effective [^.;(]{1,30}\.?")
RETITLED = re.compile(r"\(Revised [^)]{0,200}\btitle\b[^)]{0,200}\)", re.IGNORECASE)
ITEM_NUMBER = re.compile(r"(?:Item|Final)(?: No\.?)? ([0-9]{2}-[0-9]{1,4}[A-Z]?)")
PAY_VARIANT = re.compile(
    r"\b(?P<code>[0-9]{4}[A-Z]{0,3}) (?P<title>[A-Z][A-Z0-9 ,/&'.-]{2,150}?) ?(?P<mark>\([A-Z]{1,4}\))? ?"
    r"\((?P<grade>[A-Z]{2} [0-9]{1,2})\)"
)
ONLY_SHOWN = re.compile(r"\bmay be (?:required|asked|assigned)\b|\bassigned to\b|\brequired to travel\b", re.IGNORECASE)
_CONDITIONS = (
    (ConditionCode.TITLE38, re.compile(r"\bTitle 38\b", re.IGNORECASE)),
    (ConditionCode.LANGUAGE, re.compile(r"\blanguages?\b", re.IGNORECASE)),
    (ConditionCode.LICENCE, re.compile(r"\blicen[sc]es?\b", re.IGNORECASE)),
    (ConditionCode.TRAVEL, re.compile(r"\btravel\b", re.IGNORECASE)),
)
_OTHER_CONDITION = "SPECIAL_REQUIREMENT"
_UNITS = MappingProxyType(
    {
        "hourly": PayUnit.HOURLY,
        "biweekly": PayUnit.BIWEEKLY,
        "monthly": PayUnit.MONTHLY,
        "yearly": PayUnit.YEARLY,
        "annually": PayUnit.YEARLY,
    }
)


def _read_ranges(text: str) -> str:
    return "; ".join(f"{one.unit.value} {one.low}-{one.high}" for one in find_ranges(text))


def find_ranges(text: str) -> tuple[PayRange, ...]:
    """Return the pay ranges that a text prints in dollars and cents, in its order."""
    return tuple(
        PayRange(
            unit=_UNITS[found["unit"].lower().replace("-", "")],
            low=Decimal(found["low"].replace(",", "")),
            high=Decimal(found["high"].replace(",", "")),
        )
        for found in RANGE.finditer(text)
    )


def _read_grade(text: str) -> str:
    grade = first_group(GRADE, even_blanks(text))
    return f"{grade[:2]} {grade[2:].strip()}" if grade else ""


def _read_footer_date(text: str) -> str:
    return read_date(text.partition(":")[2].strip(" ;\t"), CONNECTICUT_DATES) or ""


def _read_conditions(text: str) -> str:
    return ", ".join(find_conditions(text))


def find_conditions(text: str) -> tuple[str, ...]:
    """Return the codes of what a special requirement speaks of, at least one."""
    return tuple(code for code, words in _CONDITIONS if words.search(text)) or (_OTHER_CONDITION,)


FIELD_READERS = MappingProxyType(
    {
        "furniture": even_blanks,
        "heading": fold_heading,
        "title": even_blanks,
        "code": lambda text: first_group(CODE, text),
        "pay": _read_ranges,
        "grade": _read_grade,
        "bargaining_unit": even_blanks,
        "occupational_group": even_blanks,
        "designation": even_blanks,
        "eeo": even_blanks,
        "effective": lambda text: read_date(text, CONNECTICUT_DATES) or "",
        "established": _read_footer_date,
        "revised": _read_footer_date,
        "replaces": lambda text: read_date(first_group(REPLACED_ON, even_blanks(text)), CONNECTICUT_DATES) or "",
        "item_number": lambda text: first_group(ITEM_NUMBER, even_blanks(text)),
        "superior": even_blanks,
        "condition": _read_conditions,
        "alias": even_blanks,
        "alias_note": even_blanks,
    }
)
"""How a claimed passage is read again, by the claim's field."""
