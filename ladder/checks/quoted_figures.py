"""Amounts in quoted words: months of service, hours of study, and figures beside their words."""

import re
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from ladder.reading.requirement_grammar.quantities import (
    NUMBERS,
    FiguresAtOddsError,
    NotAnAmountError,
    read_quantity,
)

_ONE_WORD = "|".join(sorted(NUMBERS, key=len, reverse=True))
_IN_WORDS = rf"(?:{_ONE_WORD})(?:[- ](?:{_ONE_WORD}))?"
_AMOUNT = re.compile(
    rf"([\w/.,-]?)\b(?:one[- ]half|half|{_IN_WORDS}(?: and one[- ]half)?|[0-9]{{1,3}}(?:,[0-9]{{3}})?(?:[- ]1/2)?)"
    r"(?: ?\([ 0-9/]{1,8}\))?(?:[ -](?:additional|cumulative|working|or more))?[ -]?(?:years?|months?|hours?)\b",
    re.IGNORECASE,
)
_BESIDE_FIGURE = re.compile(rf"\b({_IN_WORDS}) ?\( ?([0-9]{{1,4}}) ?\)", re.IGNORECASE)
_WORD = re.compile(r"[a-z]+")
_FIGURE_AND_UNIT = re.compile(r"[0-9\u00bc-\u00be)] ?-?(?:years?|months?)\b", re.IGNORECASE)
_PART = re.compile(
    rf"\b({_IN_WORDS}|[0-9]{{1,3}})(?: ?\([0-9]{{1,3}}\))? of (?:which|these|those|them|this|the)\b", re.IGNORECASE
)
_ONE_MORE = re.compile(r"\ban? (?=(?:additional )?(?:year|month)\b)", re.IGNORECASE)
_STUDY = re.compile(
    r"([0-9/.,-]?)\b([0-9]{1,3}) ?\)? (?:(semester|quarter)\b"
    r"|(?:college |university |credit )?(credits?|hours?|units?)\b)",
    re.IGNORECASE,
)
_LARGE = frozenset({"hundred", "thousand", "half"})
_AN_AGE = re.compile(r"\s{0,9}(?:of age|old)\b", re.IGNORECASE)
_LONGEST_WORD = 16
_BLANK_OR_HYPHEN = re.compile("[- ]")
_MOST_AMOUNTS = 6


class Study(NamedTuple):
    """Hours of study as printed; ``unit`` is ``semester``, ``quarter`` or, where neither is printed, empty."""

    hours: int
    unit: str


def figures_at_odds(text: str) -> Iterator[tuple[str, str]]:
    """Yield each number in words that has another figure beside it, and the figure.

    >>> list(figures_at_odds("Five (4) years as Clerk, and one hundred twenty (120) hours"))
    [('Five', '4')]
    """
    for found in _BESIDE_FIGURE.finditer(text):
        before = _WORD.findall(text[max(0, found.start() - _LONGEST_WORD) : found.start()].casefold())
        if not _LARGE.intersection(before[-1:]) and _number(found[1]) != int(found[2]):
            yield found[1], found[2]


def _number(words: str) -> int:
    return sum(NUMBERS[word] for word in _BLANK_OR_HYPHEN.split(words.casefold()))


def quoted_months(text: str) -> frozenset[int]:
    """Return the months of service that the words print, and every sum of several of them.

    A part ("two of which") has the unit of the amount before it. Empty where there is no
    amount, where one is counted in hours, where words and figures are at odds, where
    a fraction is printed that is no half, and where there are too many to tell which is meant.

    >>> sorted(quoted_months("Two (2) years, and six months more"))
    [6, 24, 30]
    >>> sorted(quoted_months("Three years, one of which as Clerk"))
    [12, 36, 48]
    """
    text = _ONE_MORE.sub("one ", text)
    found = list(_AMOUNT.finditer(text))
    months = _months_printed(text, found)
    known = [one for one in months if one is not None]
    if len(known) < len(months) or len(known) > _MOST_AMOUNTS or _has_other_amounts(text, found):
        return frozenset()
    sizes = range(1, len(known) + 1)
    return frozenset(sum(some) for size in sizes for some in combinations(known, size))


def _months_printed(text: str, found: Iterable[re.Match[str]]) -> list[int | None]:
    """Return the months of each amount that is no age, and of each part; ``None`` where they cannot be told."""
    amounts = [one for one in found if not _AN_AGE.match(text, one.end())]
    months = [None if one[1] else _months(one[0]) for one in amounts]
    return months + [_part(one, amounts) for one in _PART.finditer(text)]


def _has_other_amounts(text: str, found: list[re.Match[str]]) -> bool:
    """Return whether a figure stands before a unit of time that no amount found covers: "1 1/3 years"."""
    covered = {one.end() for one in found}
    return any(one.end() not in covered for one in _FIGURE_AND_UNIT.finditer(text))


def _part(found: re.Match[str], amounts: list[re.Match[str]]) -> int | None:
    """Return the months of a part: its number in the unit of the last amount before it."""
    unit = next((one[0].split()[-1] for one in reversed(amounts) if one.end() <= found.start()), "years")
    return _months(f"{found[1]} {unit}")


def _months(words: str) -> int | None:
    try:
        return read_quantity(words.replace("-", " ")).months
    except (FiguresAtOddsError, NotAnAmountError):
        return None


def quoted_study(text: str) -> tuple[Study, ...]:
    """Return the hours or units of study that the words print in figures, in their order.

    >>> quoted_study("15 semester hours or 22 quarter units")
    (Study(hours=15, unit='semester'), Study(hours=22, unit='quarter'))
    """
    found = (one for one in _STUDY.finditer(text) if not one[1])
    return tuple(Study(int(one[2]), (one[3] or "").casefold()) for one in found)
