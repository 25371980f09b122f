"""The pay that a document prints with its unit: in labelled values, under a heading of pay, or beside a word of pay."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from ladder.reading.jurisdictions.outline.document_parts import Part
from ladder.reading.jurisdictions.outline.labels import Labelled
from ladder.reading.passages import Document, Span
from ladder.specification import PayRange, PayUnit

_UNITS: Mapping[str, PayUnit] = MappingProxyType(
    {
        "hour": PayUnit.HOURLY,
        "hourly": PayUnit.HOURLY,
        "hr": PayUnit.HOURLY,
        "biweekly": PayUnit.BIWEEKLY,
        "bi-weekly": PayUnit.BIWEEKLY,
        "month": PayUnit.MONTHLY,
        "monthly": PayUnit.MONTHLY,
        "year": PayUnit.YEARLY,
        "yearly": PayUnit.YEARLY,
        "annual": PayUnit.YEARLY,
        "annually": PayUnit.YEARLY,
        "annum": PayUnit.YEARLY,
        "annualized": PayUnit.YEARLY,
        "yr": PayUnit.YEARLY,
    }
)
_UNIT = "|".join(sorted(_UNITS, key=len, reverse=True))
_NUMBER = r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,2}|[0-9]{1,7})(?![0-9]|,[0-9]{3})(?:\.[0-9]{1,4})?(?![0-9])"
_PAY = re.compile(
    rf"(?:\b(?P<before>{_UNIT})\b[^\n$0-9]{{0,40}})?(?P<low>\$[ ]{{0,9}}{_NUMBER})(?P<low_unit>[ ]?/[ ]?(?:{_UNIT})\b)?"
    rf"(?:[ \t]{{0,4}}(?:-|to|and)[ \t]{{0,4}}(?P<high>\$?[ ]{{0,9}}{_NUMBER}))?"
    rf"(?:[ \t]{{0,4}}[(/]?[ \t]{{0,4}}(?:(?:per|an|a)[ \t]{{1,4}})?(?P<after>{_UNIT})\b)?",
    re.IGNORECASE,
)
_BARE_PAY = re.compile(
    rf"(?P<low>{_NUMBER})(?:[ \t]{{0,4}}(?:-|to)[ \t]{{0,4}}(?P<high>{_NUMBER}))?"
    rf"[ \t]{{0,4}}[(/]?[ \t]{{0,4}}(?:(?:per|an|a)[ \t]{{1,4}})?(?P<after>{_UNIT})\b",
    re.IGNORECASE,
)
_PAY_WORD = re.compile(r"\b(?:salary|salaries|pay|wage|compensation|remuneration)\b", re.IGNORECASE)
_UNIT_ALONE = re.compile(rf"\b(?:{_UNIT})\b", re.IGNORECASE)
_FIGURE = re.compile(rf"\$?[ ]?{_NUMBER}")


class PrintedPay(NamedTuple):
    """A range of pay, and the passages that tell it."""

    range: PayRange
    spans: tuple[Span, ...]


def find_pay(
    document: Document, scope: Span, labelled: Sequence[Labelled], parts: Iterable[Part]
) -> tuple[PrintedPay, ...]:
    """Return the first pay whose unit is printed with it or its label; figures without a unit stay unread.

    Where the lines after it say the same pay by another unit each, these are returned, too.
    """
    first = _of_labels(document, labelled) or _lowest_and_highest(document, labelled)
    end = first.spans[-1].end if first else scope.start
    in_text = (one for one in _in_text(document, scope, parts) if one.spans[0].start >= end)
    several: dict[PayUnit, PrintedPay] = {}
    for one in (*filter(None, (first,)), *in_text):
        latest = next(reversed(several.values()), None)
        if one.range.unit in several or (latest is not None and _are_apart(document, latest, one)):
            break
        several[one.range.unit] = one
    return tuple(several.values())


def _are_apart(document: Document, one: PrintedPay, other: PrintedPay) -> bool:
    return document.line_at(other.spans[0].start) - document.line_at(one.spans[-1].end) > 1


def _of_labels(document: Document, labelled: Iterable[Labelled]) -> PrintedPay | None:
    for one in labelled:
        if one.fact == "pay":
            unit = _UNIT_ALONE.search(document.text, *one.label)
            start, line_end = one.value.start, document.text.find("\n", one.value.end)
            end = line_end if line_end >= 0 else len(document.text)
            found = _PAY.match(document.text, start, end) or _BARE_PAY.match(document.text, start, end)
            pay = _read(found, unit.group() if unit else None) if found else None
            if pay is not None:
                return pay._replace(spans=(Span(one.label.start, pay.spans[0].end),))
    return None


def _lowest_and_highest(document: Document, labelled: Iterable[Labelled]) -> PrintedPay | None:
    """Return the pay whose ends and unit are labelled each."""
    said = {one.fact: one for one in reversed(list(labelled))}
    places = [said[fact] for fact in ("lowest_pay", "highest_pay", "pay_time") if fact in said]
    if len(places) < len(("lowest", "highest", "time")):
        return None
    low, high = (_FIGURE.match(document.text, *one.value) for one in places[:2])
    unit = _UNIT_ALONE.match(document.text, *places[2].value)
    if low is None or high is None or unit is None:
        return None
    return _made(low.group(), high.group(), unit.group(), tuple(Span(one.label.start, one.value.end) for one in places))


def _in_text(document: Document, scope: Span, parts: Iterable[Part]) -> Iterator[PrintedPay]:
    """Yield the pay in lines that speak of pay, or that stand under a heading that does."""
    under = [part.body for part in parts if _PAY_WORD.search(part.title(document))]
    for found in _PAY.finditer(document.text, *scope):
        line_start = document.text.rfind("\n", 0, found.start()) + 1
        speaks = _PAY_WORD.search(document.text, line_start, found.end())
        if speaks or any(body.start <= found.start() < body.end for body in under):
            pay = _read(found, None)
            if pay is not None:
                yield pay


def _read(found: re.Match[str], unit: str | None) -> PrintedPay | None:
    said = found.groupdict()
    printed = said.get("before") or said["after"] or (said.get("low_unit") or "").strip(" /") or unit
    return _made(said["low"], said["high"] or said["low"], printed, (Span(*found.span()),)) if printed else None


def _made(low: str, high: str, unit: str, spans: tuple[Span, ...]) -> PrintedPay | None:
    lowest, highest = _dollars(low), _dollars(high)
    if highest < lowest:
        return None
    return PrintedPay(PayRange(unit=_UNITS[unit.casefold()], low=lowest, high=highest), spans)


def _dollars(figure: str) -> Decimal:
    return Decimal("".join(letter for letter in figure if letter in "0123456789."))
