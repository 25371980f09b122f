"""Code, title, specialties and pay range of a Philadelphia class, as its page prints them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from ladder.reading.jurisdictions.philadelphia.layout import (
    Kind,
    Line,
    Part,
    claim_furniture,
    find_end_mark,
    is_furniture,
)
from ladder.reading.passages import Claim, Document, Excerpt
from ladder.sources import Note, Severity
from ladder.specification import Pay

_CODE = re.compile(r"^([0-9]) ?([A-Z]) ?([0-9]{2})$")
_FILE_CODE = re.compile(r"^([0-9][a-z][0-9]{2})\.html?$", re.IGNORECASE)
_PAY = re.compile(
    r"^(?:!NEW: ?)?PAY RANGE:? ?(?P<plan>[A-Z]{0,3}) ?(?P<grade>[0-9]{1,3}(?: ?- ?[0-9]{1,3})?(?: ?-? ?[A-Z])?)?"
    r"\*{0,5}$",
    re.IGNORECASE,
)
_PAY_ALONE = re.compile(r"^(?P<plan>[A-Z]{0,3}) ?(?P<grade>[0-9]{1,3}[A-Z]?)\*{0,5}$")
_BRACKETS = re.compile(r"[()]+")
_LONGEST_TITLE = 90
_NO_TITLE = re.compile(r"[.<>]")
_WORD = re.compile(r"[A-Za-z][A-Za-z']*")
_NUMERAL = re.compile(r"^(?:I{1,3}|IV|V|VI{1,3}|IX)$")
_SMALL = frozenset({"a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"})
_INITIALS = frozenset(
    {
        "ADA",
        "CAD",
        "EMS",
        "EMT",
        "GIS",
        "HIV",
        "HVAC",
        "IT",
        "LAN",
        "PHL",
        "SEPTA",
        "TB",
        "USDA",
        "WIC",
        "L",
        "EEO",
        "AIDS",
    }
)
_LOUD = 4
PLAIN_PLAN = "Pay range"


@dataclass(frozen=True)
class Identity:
    """What the top and the end of a page say of the class."""

    code: str | None = None
    title: str | None = None
    specialties: tuple[str, ...] = ()
    pay: Pay | None = None
    title_excerpt: Excerpt | None = None
    claims: tuple[Claim, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass
class _Found:
    """What was found so far."""

    codes: list[tuple[str, Line]] = field(default_factory=list)
    titles: list[Line] = field(default_factory=list)
    specialties: list[str] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)


def read_identity(document: Document, parts: Sequence[Part], *, revision: str | None) -> Identity:
    """Return what identifies the class; what is missing or at odds is noted, never made up."""
    found = _Found()
    _read_top(parts[0].lines, found)
    pay, pay_claims, pay_notes = _read_pay(document, parts, revision)
    mark = find_end_mark(document)
    if mark:
        found.claims.append(Claim("end_mark", mark[0].span, mark[1]))
    excerpt = Excerpt(document, tuple(line.span for line in found.titles)) if found.titles else None
    if excerpt:
        found.claims.extend(Claim("title", line.span, read_title(line.text)) for line in found.titles)
    return Identity(
        code=_code_of(found, mark),
        title=read_title(" ".join(excerpt.text.split())) if excerpt else None,
        specialties=tuple(dict.fromkeys(found.specialties)),
        pay=pay,
        title_excerpt=excerpt,
        claims=(*found.claims, *pay_claims),
        notes=(*_note_codes(document, found, mark), *pay_notes),
    )


def _read_top(lines: Iterable[Line], found: _Found) -> None:
    """Read the lines above the first heading; the first sentence ends them."""
    listing = False
    for line in lines:
        if is_furniture(line):
            found.claims.append(claim_furniture(line))
        elif read_code(line.text):
            found.codes.append((read_code(line.text), line))
            found.claims.append(Claim("code", line.span, read_code(line.text)))
        elif line.text.casefold().rstrip(":") in {"specialties", "specialty"}:
            listing = True
            found.claims.append(Claim("furniture", line.span))
        elif line.text.startswith("(") and line.text.endswith(")"):
            found.specialties.extend(_names_in(line.text))
            found.claims.append(Claim("specialties", line.span, read_specialties(line.text)))
        elif line.text.startswith("<"):
            continue
        elif _ends_top(line):
            break
        elif not _PAY.match(line.text):
            _read_name(line, found, listing=listing)


def _ends_top(line: Line) -> bool:
    return len(line.text) > _LONGEST_TITLE or line.text.endswith(".")


def _read_name(line: Line, found: _Found, *, listing: bool) -> None:
    """Read a line as the title, as the rest of one printed over lines, or as the name of a specialty."""
    if _NO_TITLE.search(line.text):
        return
    goes_on = bool(found.titles) and not listing and not found.specialties
    if not found.titles or (goes_on and line.text.isupper() and found.titles[-1].text.isupper()):
        found.titles.append(line)
    else:
        found.specialties.append(line.text)
        found.claims.append(Claim("specialties", line.span, read_specialties(line.text)))


def read_code(words: str) -> str:
    """Return a class code as the record holds it, ``2F69``; empty for other words."""
    found = _CODE.match(words.upper())
    return "".join(found.groups()) if found else ""


def read_end_mark(words: str) -> str:
    """Return the code in the line that ends a specification."""
    return words.upper().rpartition("CIFICATION")[2].replace("-", "").replace(" ", "").upper()


def read_specialties(words: str) -> str:
    """Return the specialties listed in a line, with a comma between them."""
    return ", ".join(_names_in(words))


def _names_in(words: str) -> list[str]:
    return [name for part in _BRACKETS.split(words) if (name := part.strip())]


def read_title(words: str) -> str:
    """Return a title printed in capitals as it is written elsewhere; another stays as printed.

    >>> read_title("ASSISTANT TO THE FIRE CHIEF II (EMS)")
    'Assistant to the Fire Chief II (EMS)'
    """
    loud = any(len(word) >= _LOUD and word.isupper() for word in words.split())
    if not loud:
        return words
    return _WORD.sub(lambda word: _write_word(word[0], first=word.start() == 0), words)


def _write_word(word: str, *, first: bool) -> str:
    if not word.isupper() or _NUMERAL.match(word) or word in _INITIALS:
        return word
    lower = word.lower()
    return lower if lower in _SMALL and not first else lower[0].upper() + lower[1:]


def read_pay(words: str) -> str:
    """Return plan and grade of a pay range, ``EP 16``; a grade without a plan has the plan ``Pay range``."""
    found = _PAY.match(words) or _PAY_ALONE.match(words)
    return " ".join(_plan_and_grade(found)) if found and found["grade"] else ""


def _plan_and_grade(found: re.Match[str]) -> tuple[str, str]:
    return found["plan"].upper() or PLAIN_PLAN, found["grade"].replace(" ", "").upper()


def _code_of(found: _Found, mark: tuple[Line, str] | None) -> str | None:
    """Return the code printed on top, else that of the end mark; ``None`` where neither can be one."""
    code = found.codes[0][0] if found.codes else (mark[1] or None) if mark else None
    return code if code is None or _CODE.match(code) else None


def _pay_at(line: Line, behind: Line | None) -> tuple[list[Line], re.Match[str]] | None:
    """Return the lines of a pay range with its grade, which may stand on the line behind."""
    where, found = [line], _PAY.match(line.text)
    if found and not found["grade"] and behind is not None and _PAY_ALONE.match(behind.text):
        where, found = [line, behind], _PAY_ALONE.match(behind.text)
    return (where, found) if found and found["grade"] else None


def _read_pay(
    document: Document, parts: Sequence[Part], revision: str | None
) -> tuple[Pay | None, list[Claim], list[Note]]:
    lines = [line for part in parts if part.kind in {Kind.TOP, Kind.HISTORY} for line in part.lines]
    pay: Pay | None = None
    claims: list[Claim] = []
    notes: list[Note] = []
    for line, behind in zip_longest(lines, lines[1:]):
        if (printed := _pay_at(line, behind)) is None:
            continue
        where, found = printed
        claims.extend(Claim("pay", one.span, read_pay(one.text)) for one in where)
        plan, grade = _plan_and_grade(found)
        source = document.cite("Pay range", *(one.span for one in where), revision=revision)
        if pay is None:
            pay = Pay(plan=plan, grade=grade, source=source)
        elif (pay.plan, pay.grade) != (plan, grade):
            text = f"two pay ranges are printed: {pay.plan} {pay.grade} and {plan} {grade}"
            notes.append(Note("PAY_RANGE_AT_ODDS", Severity.WARNING, document.line_at(line.span.start), text))
    if pay is None:
        notes.append(Note("PAY_RANGE_MISSING", Severity.INFO, 0, "no pay range is printed that can be read"))
    return pay, claims, notes


def _note_codes(document: Document, found: _Found, mark: tuple[Line, str] | None) -> Iterable[Note]:
    printed = found.codes[0] if found.codes else (mark[1], mark[0]) if mark else None
    named = _FILE_CODE.match(document.name)
    file_code = named[1].upper() if named else None
    if printed is None:
        hint = f"; the file is named for {file_code}" if file_code else ""
        yield Note("CODE_MISSING", Severity.WARNING, 0, f"the page prints no class code{hint}")
        return
    line = document.line_at(printed[1].span.start)
    if mark and mark[1] != printed[0]:
        yield _note_end_mark(document, printed[0], mark)
    if file_code and file_code != printed[0]:
        text = f"the page prints code {printed[0]} and the file is named for {file_code}"
        yield Note("FILE_NAME_AT_ODDS", Severity.WARNING, line, text)


def _note_end_mark(document: Document, code: str, mark: tuple[Line, str]) -> Note:
    text = f"the page begins with code {code} and ends with {mark[1] or 'none'}"
    place = document.line_at(mark[0].span.start)
    if read_code(mark[1]):
        return Note("CODE_AT_ODDS", Severity.ERROR, place, text)
    return Note("END_MARK_AT_ODDS", Severity.WARNING, place, text)
