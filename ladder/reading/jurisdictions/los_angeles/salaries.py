"""Annual salaries: the city's own ranges, and those of a department that pays its own."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from ladder.reading.jurisdictions.facts import Gathered, even_blanks
from ladder.reading.jurisdictions.los_angeles.fields import CITY
from ladder.reading.passages import Span
from ladder.reading.sections import Section
from ladder.specification import Alias, Pay, PayRange, PayUnit

GRADE = "annual salary"
"""Los Angeles prints no grade beside its figures; these are the words of the heading."""

_SENTENCE = re.compile(
    r"The\s{1,9}salar(?:y|ies)(?:\s{1,9}ranges?)?\s{1,9}(?:(?:for|of|in|at)\s{1,9})?(?:most\s{1,9})?"
    r"(?:positions\s{1,9}(?:in|at|of)\s{1,9})?(?:the\s{1,9})?(?P<department>[A-Z][A-Za-z ]{2,60}?)"
    r"(?:\s{1,9}positions)?\s{1,9}(?:is|are)\b"
)
_FIGURE = r"(?:[0-9](?:,\s?[0-9]{3}){2}|[0-9]{1,3},\s?[0-9]{3}(?!,[0-9]{3}))(?:\.[0-9]{2})?(?![0-9])"
_AMOUNT = re.compile(
    rf"\$\s{{0,3}}(?P<low>{_FIGURE})\*?(?:\s{{1,9}}to\s{{1,9}}\$?\s{{0,3}}(?P<high>{_FIGURE}))?", re.IGNORECASE
)
_LIST = re.compile(r"[\s;,.]|\band\b|\(?\bflat[- ]rated\b\)?(?:\s{1,3}at\b)?|\(effective[^)\n]{0,30}\)", re.IGNORECASE)


class Salaries(NamedTuple):
    """The pay of a class, and what departments with salaries of their own pay."""

    pay: Pay | None
    aliases: tuple[Alias, ...]


def read_salaries(gathered: Gathered, section: Section | None, revision: str | None) -> Salaries:
    """Return the figures printed under the heading of salaries; none where they are pending.

    A flat rate is a range whose ends are the same. A class that only a department pays
    has that department's salary as its own.
    """
    if section is None:
        return Salaries(None, ())
    printed: dict[str, list[Span]] = {}
    for plan, span in _parts(gathered, section):
        gathered.claim("pay", span)
        printed.setdefault(plan, []).append(span)
    heading = section.title(gathered.document)
    pays = [_pay(gathered, plan, spans, heading, revision) for plan, spans in printed.items()]
    own = next((pay for pay in pays if pay.plan == CITY), pays[0] if pays else None)
    return Salaries(own, tuple(_alias(pay) for pay in pays if pay is not own))


def _alias(pay: Pay) -> Alias:
    return Alias(pay=pay, note=f"What positions in the {pay.plan} are paid.", source=pay.source)


def _parts(gathered: Gathered, section: Section) -> Iterator[tuple[str, Span]]:
    """Yield who pays and the figures, for each line or sentence of figures, in the order printed."""
    text, place = gathered.document.text, section.body.start
    while (found := _AMOUNT.search(text, place, section.body.end)) is not None:
        line = text.rfind("\n", 0, found.start()) + 1
        sentence = _last_sentence(text, max(line, place), found.start())
        end = _list_end(text, found.start(), section.body.end)
        begin = sentence.start() if sentence else found.start()
        before = text[max(line, place) : begin].strip()
        if sentence is not None or not before or before.endswith(":"):
            yield (even_blanks(sentence["department"]) if sentence else CITY), Span(begin, end)
        place = end


def _last_sentence(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the sentence that says whose salary the figure after it is, or none."""
    found = None
    for one in _SENTENCE.finditer(text, start, end):
        found = one
    return found


def _list_end(text: str, start: int, end: int) -> int:
    """Return where a list of figures ends: at the first word that is no part of it."""
    place = reached = start
    while place < end:
        amount = _AMOUNT.match(text, place, end)
        if amount is not None:
            place = reached = amount.end()
            continue
        between = _LIST.match(text, place, end)
        if between is None:
            break
        place = between.end()
        if between.group().strip(" \t\n;,"):
            reached = place
    return reached


def _pay(gathered: Gathered, plan: str, spans: list[Span], section: str, revision: str | None) -> Pay:
    document = gathered.document
    ranges = tuple(_range(found) for span in spans for found in _AMOUNT.finditer(document.text, *span))
    return Pay(plan=plan, grade=GRADE, ranges=ranges, source=document.cite(section, *spans, revision=revision))


def _range(found: re.Match[str]) -> PayRange:
    low = _dollars(found["low"])
    return PayRange(unit=PayUnit.YEARLY, low=low, high=_dollars(found["high"]) if found["high"] else low)


def _dollars(figure: str) -> Decimal:
    return Decimal("".join(letter for letter in figure if letter in "0123456789."))
