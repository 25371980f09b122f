"""Amounts of time and of study that a text counts, by its figures and number words alone."""

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from ladder.reading.passages import Span

_WORDS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NUMBERS = (
    {word: Fraction(number) for number, word in enumerate(_WORDS)}
    | {ten: Fraction(10 * number) for number, ten in enumerate(_TENS, start=2)}
    | {
        f"{ten}{mark}{one}": Fraction(10 * number + digit)
        for number, ten in enumerate(_TENS, start=2)
        for digit, one in enumerate(_WORDS[1:10], start=1)
        for mark in "- "
    }
    | {"one-half": Fraction(1, 2), "one half": Fraction(1, 2), "a": Fraction(1), "an": Fraction(1)}
)
_NUMBER = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_AMOUNT = re.compile(
    rf"(?:^|(?<=[ (;:\x22*]))(?P<number>{_NUMBER}|[0-9]{{1,3}}(?:,[0-9]{{3}})?(?:\.[0-9]{{1,2}})?)"
    r"(?P<half>[- ]1/2| and (?:a |one[- ])half)?"
    r"(?: ?\([^()]{1,16}\))?\+?"
    r"(?: (?:or more|additional|further|more|full|full-time|continuous|consecutive|recent|calendar|academic|graduate"
    r"|semester|quarter|college|credit|credits?)){0,3}"
    r"[ -]?(?P<unit>years|months|weeks|hours|credits|units|year|month|week|hour|credit|unit|yrs|mos)\b",
    re.IGNORECASE,
)
_UPPER_END = re.compile(
    rf"(?:\b(?P<low>{_NUMBER}|[0-9]{{1,3}})(?: ?\([0-9]{{1,3}}\))? ?(?:to|-|through|or) ?)$", re.IGNORECASE
)
_BESIDE = len("twenty-four (24) through ")
_ONE = frozenset({"one", "1", "a", "an", "one-half", "one half"})
_MONTHS = {"year": 12, "yrs": 12, "month": 1, "mos": 1}
_WEEKS_A_YEAR = 52
_PER_WEEK = re.compile(r" ?(?:per|a|each|every) (?:week|day|month|year)\b|-", re.IGNORECASE)
_AGE = re.compile(r" (?:of age|old)\b", re.IGNORECASE)


class Amount(NamedTuple):
    """An amount and its place: months of time, or hours of study, all that it may mean.

    ``lowest`` of a range is what is asked; ``is_age`` says that it counts somebody's years.
    """

    place: Span
    months: frozenset[Fraction]
    hours: frozenset[Fraction]
    is_age: bool = False


def find_amounts(text: str) -> Iterator[Amount]:
    """Yield the amounts of a text; what only describes something ("a four-year college") is none.

    >>> [sorted(one.months) for one in find_amounts("Three years at a four-year college")]
    [[Fraction(36, 1)]]
    """
    for found in _AMOUNT.finditer(text):
        unit = found["unit"].casefold()
        number = found["number"].casefold()
        is_describing = not unit.endswith("s") and number not in _ONE
        if is_describing or (number in {"a", "an"} and unit not in {"year", "month"}):
            continue
        amount = _amount(found, unit)
        if amount is not None:
            yield amount


def _amount(found: re.Match[str], unit: str) -> Amount | None:
    text, place = found.string, Span(*found.span())
    numbers = {_value(found["number"]) + (Fraction(1, 2) if found["half"] else 0)}
    upper = _UPPER_END.search(text, max(0, place.start - _BESIDE), place.start)
    if upper is not None:
        numbers.add(_value(upper["low"]))
    stem = unit.rstrip("s") if unit not in _MONTHS else unit
    if stem in _MONTHS:
        months = frozenset(number * _MONTHS[stem] for number in numbers)
        return Amount(place, months, frozenset(), _AGE.match(text, place.end) is not None)
    if stem == "week":
        return Amount(place, frozenset(number * 12 / _WEEKS_A_YEAR for number in numbers), frozenset())
    if stem == "hour" and _PER_WEEK.match(text, place.end):
        return None
    return Amount(place, frozenset(), frozenset(numbers))


def _value(number: str) -> Fraction:
    known = _NUMBERS.get(number.casefold())
    return Fraction(number.replace(",", "")) if known is None else known


_BARE = re.compile(
    rf"(?:^|(?<=[ (;:\x22*]))(?P<number>{_NUMBER}|[0-9]{{1,3}})(?P<half>[- ]1/2| and (?:a |one[- ])half)?\b",
    re.IGNORECASE,
)


def find_numbers(text: str) -> Iterator[Fraction]:
    """Yield the months that a text prints, and those that each of its numbers are as months or as years."""
    for amount in find_amounts(text):
        yield from amount.months
    for found in _BARE.finditer(text):
        number = _value(found["number"]) + (Fraction(1, 2) if found["half"] else 0)
        yield from (number, number * 12)
