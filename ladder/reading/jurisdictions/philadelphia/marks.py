"""What a line of the minimum qualifications is: a joining word, a label, a specialty, an option, a note, or words."""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from ladder.reading.drafts import Role
from ladder.reading.jurisdictions.philadelphia.layout import Line, bullet_length
from ladder.reading.sections import fold_heading, nearest_heading


class MarkKind(StrEnum):
    """The kinds of marks."""

    JOIN = "join"
    LABEL = "label"
    SPECIALTY = "specialty"
    OPTION = "option"
    LEVEL = "level"
    NOTE = "note"
    PREFERRED = "preferred"
    CLASSES = "classes"
    WORDS = "words"


class Mark(NamedTuple):
    """A line, or the part of it, that is one thing; ``value`` is the word, name or number it gives.

    ``is_run_in`` says that words follow on the same line.
    """

    kind: MarkKind
    line: Line
    value: str = ""
    is_run_in: bool = False


def _slips_of(word: str) -> Iterator[str]:
    """Yield the word, and what it is with a letter left out, put twice or exchanged with the next one."""
    yield word
    for place in range(1, len(word)):
        yield word[:place] + word[place + 1 :]
        yield word[:place] + word[place] + word[place:]
        yield word[:place] + word[place : place + 2][::-1] + word[place + 2 :]


_JOIN = re.compile(r"^(AND/OR|AND|OR|And|Or)(?:[ :,]+|$|(?=E[XD][PU]))")
_JOIN_ALONE = re.compile(r"^(and|or)[:,]?$")
_LABEL = re.compile(r"^(?P<words>[A-Za-z /]{7,60}?) ?(?:\([^)]{1,40}\))? ?(?P<colon>:|$)")
_LABELS = {
    "EDUCATION": Role.EDUCATION,
    "EDUCATION ONLY": Role.EDUCATION,
    "TRAINING": Role.EDUCATION,
    "EDUCATION AND CERTIFICATION": Role.OPEN,
    "EDUCATION AND REGISTRATION": Role.OPEN,
    "EDUCATION AND LICENSE": Role.OPEN,
    "EDUCATION AND EXPERIENCE": Role.OPEN,
    "EXPERIENCE": Role.OPEN,
    "GENERAL EXPERIENCE": Role.GENERAL,
    "SPECIFIC EXPERIENCE": Role.SPECIAL,
    "SPECIAL EXPERIENCE": Role.SPECIAL,
    "SPECIALIZED EXPERIENCE": Role.SPECIAL,
    "CERTIFICATION": Role.CREDENTIAL,
    "CERTIFICATIONS": Role.CREDENTIAL,
    "REQUIRED CERTIFICATION": Role.CREDENTIAL,
    "REQUIRED CERTIFICATIONS": Role.CREDENTIAL,
    "LICENSE": Role.CREDENTIAL,
    "LICENSES": Role.CREDENTIAL,
    "REGISTRATION": Role.CREDENTIAL,
    "REGISTRATION AND OR CERTIFICATES": Role.CREDENTIAL,
}
_LABEL_NAMES = tuple(_LABELS)
_LABEL_FOR = re.compile(
    r"^(?P<words>LICENSE|CERTIFICATION|EDUCATION|EXPERIENCE)S?(?: REQUIREMENTS?)? FOR (?:THE )?"
    r"(?P<name>[A-Za-z ,&/']{2,60}) SPECIALT(?:Y|IES)(?: ONLY)?:?$",
    re.IGNORECASE,
)
_SPECIALTY = re.compile(
    r"^(?:(?:CERTIFICATION|ADDITIONAL) REQUIREMENTS? )?(?:FOR )?(?:THE )?(?P<name>[A-Za-z][A-Za-z ,&/'+().-]{1,90}?)"
    r" (?P<mark>S[A-Z]{6,11}|ASSIGNMENTS?)(?: ONLY)?(?: \([^)]{1,30}\))?:?$",
    re.IGNORECASE,
)
_MARKS = ("specialty", "specialties", "speciality", "specialities")
_SLIPS = frozenset(slip for mark in _MARKS for slip in _slips_of(mark)) | frozenset(("assignment", "assignments"))
_LOWER_SPECIALTY = re.compile(r"\b[a-z]{3,}\b")
_SMALL_WORDS = frozenset({"and", "for", "the", "only", "other", "both", "all"})
_OPTION = re.compile(r"^OPTION ?(?P<number>[0-9]{1,2}|[A-H])\b(?P<rest>.*)$", re.IGNORECASE)
_LEVEL = re.compile(r"^(?P<name>(?:Entry|Intermediate|Advanced|Full[ -]Performance|Journey)) Level:?$", re.IGNORECASE)
_NOTE = re.compile(
    r"^(?:\*?NOTES?(?: ?[0-9]{1,2})?(?: FOR (?P<name>[A-Za-z ,&]{2,60}) SPECIALTY(?: ONLY)?)? ?:|NOTES?$)",
    re.IGNORECASE,
)
_PREFERRED = re.compile(r"^(?:PREFERRED|Preferred)\b(?P<words>[A-Za-z ,/&]{0,90})(?P<colon>:?)")
_CLASSES = re.compile(
    r"^(?:NOTE: ?)?(?:the following |city |job |are |of |philadelphia ){0,5}class(?:es)? ?(?:\(es\))?[^.;]{0,30}?\b"
    r"(?:typically (?:meets?|qualify|qualifies)(?:\(s\))?|meets?(?= the))(?=[ :]|$)"
    r"(?P<rest>[^:]{0,120}?)(?::|$| (?=are [A-Z]))",
    re.IGNORECASE,
)
_LONGEST_TITLE = 60


def marks_of(line: Line) -> Iterator[Mark]:
    """Yield what a line is, piece by piece: joining words and labels may stand before words."""
    rest: Line | None = line
    while rest is not None and rest.text:
        mark, rest = _first_mark(rest)
        yield mark


def _first_mark(line: Line) -> tuple[Mark, Line | None]:
    if found := _JOIN.match(line.text) or _JOIN_ALONE.match(line.text):
        end = found.end() if found.end() == len(line.text) else len(found[0].rstrip())
        return Mark(MarkKind.JOIN, _head(line, end), found[1].upper()), line.tail(found.end())
    for reader in (_classes, _note, _preferred, _level, _option, _labelled_specialty, _label, _specialty):
        if read := reader(line):
            return read
    return Mark(MarkKind.WORDS, line), None


def _head(line: Line, end: int) -> Line:
    return Line(line.part(0, end), line.text[:end])


def _whole(kind: MarkKind, line: Line, value: str = "") -> tuple[Mark, None]:
    return Mark(kind, line, value), None


def _before(kind: MarkKind, line: Line, end: int, value: str = "") -> tuple[Mark, Line | None]:
    """Return a mark that ends inside a line, and the words behind it."""
    rest = line.tail(end)
    return Mark(kind, _head(line, end), value, is_run_in=bool(rest.text)), rest if rest.text else None


def _note(line: Line) -> tuple[Mark, Line | None] | None:
    found = _NOTE.match(line.text)
    return _before(MarkKind.NOTE, line, found.end(), found["name"] or "") if found else None


def _preferred(line: Line) -> tuple[Mark, None] | None:
    found = _PREFERRED.match(line.text)
    if not found:
        return None
    alone = found.end() == len(line.text)
    return Mark(MarkKind.PREFERRED, line, is_run_in=not alone), None


def _level(line: Line) -> tuple[Mark, None] | None:
    found = _LEVEL.match(line.text)
    return _whole(MarkKind.LEVEL, line, found["name"].casefold()) if found else None


def _option(line: Line) -> tuple[Mark, Line | None] | None:
    found = _OPTION.match(line.text)
    if not found:
        return None
    rest = found["rest"].lstrip(" :.-")
    if len(rest) <= _LONGEST_TITLE and not rest.endswith("."):
        return _whole(MarkKind.OPTION, line, found["number"].upper())
    return _before(MarkKind.OPTION, line, len(line.text) - len(rest), found["number"].upper())


def _labelled_specialty(line: Line) -> tuple[Mark, None] | None:
    found = _LABEL_FOR.match(line.text)
    return _whole(MarkKind.LABEL, line, f"{fold_heading(found['words'])}|{found['name']}") if found else None


def _label(line: Line) -> tuple[Mark, Line | None] | None:
    found = _LABEL.match(line.text)
    if not found:
        return None
    folded = fold_heading(found["words"])
    known = folded if folded in _LABELS else None
    if known is None and line.text.isupper():
        known = nearest_heading(folded, _LABEL_NAMES)
    return _before(MarkKind.LABEL, line, found.end(), known) if known else None


def role_of(label: str) -> Role:
    """Return the role of what stands under a label."""
    return _LABELS[label] if label in _LABELS else _LABELS[label.rstrip("S")]


def _specialty(line: Line) -> tuple[Mark, None] | None:
    found = _SPECIALTY.match(line.text)
    if not found or found["mark"].casefold() not in _SLIPS or bullet_length(line.text):
        return None
    written_small = set(_LOWER_SPECIALTY.findall(found["name"])) - _SMALL_WORDS
    return None if written_small else _whole(MarkKind.SPECIALTY, line, found["name"])


def _classes(line: Line) -> tuple[Mark, Line | None] | None:
    found = _CLASSES.match(line.text)
    if not found:
        return None
    end = found.end()
    if line.text[end:].startswith("are "):
        end += 4
    return _before(MarkKind.CLASSES, line, end, found["rest"])
