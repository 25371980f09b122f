"""Exact amounts as sentences print them: years, months and hours of service, units of study.

References:
    quantities.lark, the productions ``quantity`` and ``study``.

"""

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from lark import Token, Tree

from ladder.figures import is_in_digits
from ladder.reading.passages import Span
from ladder.reading.requirement_grammar.passage_parser import PassageParser, Tables
from ladder.reading.requirement_grammar.tables import QUANTITIES, load_tables
from ladder.reading.requirement_grammar.tree import Quantity

MONTHS_A_YEAR = 12
WEEKS_A_YEAR = 52

_ONES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_TEENS = ("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

NUMBERS: Mapping[str, int] = {
    **{word: number for number, word in enumerate((*_ONES, *_TEENS))},
    **{word: number for number, word in zip(range(20, 100, 10), _TENS, strict=True)},
}
"""Numbers in words, as far as one word goes."""

_PARTED = re.compile(r"[- ]")
_YEARS_AND_MONTHS = re.compile(r"(?P<years>.{1,60}\byears?) and (?P<months>.{1,40}\bmonths)")
_OR_MORE = re.compile(r"(?i: or (?:more|greater)$)")


class FiguresAtOddsError(ValueError):
    """The words of an amount say one number and the figure beside them another."""


class NotAnAmountError(ValueError):
    """The words are no amount, or none that can be counted in whole months."""


class Study(NamedTuple):
    """Units of study; none where that unit is not named."""

    semester_hours: int | None
    quarter_hours: int | None


@lru_cache(maxsize=1)
def _tables() -> Tables:
    return load_tables(QUANTITIES)


@lru_cache(maxsize=1)
def _parser() -> PassageParser:
    return PassageParser(_tables())


def _parse(text: str, start: str) -> Tree[Token]:
    words = " ".join(text.split())
    parsed = _parser().parse(words, Span(0, len(words)), start)
    if parsed is None:
        raise NotAnAmountError(text)
    return parsed


@lru_cache(maxsize=1024)
def read_quantity(text: str) -> Quantity:
    """Return the amount of service; years are twelve months each, hours stay hours.

    Production: ``quantity``.

    >>> read_quantity("Two and one-half (2 1/2) years").months
    30
    >>> read_quantity("2,080 hours").hours
    2080

    Raises:
        FiguresAtOddsError: the words and the figure beside them are two numbers.
        NotAnAmountError: it is no amount, or not a whole number of months.

    """
    both = _YEARS_AND_MONTHS.fullmatch(text)
    if both is not None:
        years, rest = read_quantity(both["years"]).months, read_quantity(both["months"]).months
        return Quantity(months=(years or 0) + (rest or 0))
    tree = _parse(_OR_MORE.sub("", text).removesuffix("'s").rstrip("'"), "quantity")
    number = _amount(next(tree.find_data("amount")))
    for token in _tokens(tree):
        if token.type in {"BRACKETED", "WORDED"}:
            _agree(number, token, text)
    return _in_units(number, str(tree.children[-1]).casefold(), text)


def is_additional(text: str) -> bool:
    """Return whether an amount is said to be over and above others: "one additional year"."""
    return "additional" in text.casefold()


def _in_units(number: Fraction, unit: str, text: str) -> Quantity:
    counted = number * MONTHS_A_YEAR if unit.startswith("y") else number
    if unit.startswith("week"):
        counted = number * MONTHS_A_YEAR / WEEKS_A_YEAR
    if counted.denominator != 1:
        raise NotAnAmountError(text)
    if unit.startswith("hour"):
        return Quantity(hours=int(counted))
    return Quantity(months=int(counted))


def _tokens(tree: Tree[Token]) -> Iterator[Token]:
    yield from (child for child in tree.children if isinstance(child, Token))


def _amount(tree: Tree[Token]) -> Fraction:
    total = Fraction(0)
    for child in tree.children:
        total += _number(child) if isinstance(child, Token) else _part(str(child.children[0]))
    return total


def _number(token: Token) -> Fraction:
    if token.type == "FIGURE":
        return Fraction(token.replace(",", ""))
    if token.type == "DECIMAL":
        return Fraction(token)
    return Fraction(sum(NUMBERS[word] for word in _PARTED.split(token.casefold())))


def _part(text: str) -> Fraction:
    return Fraction(text) if is_in_digits(text[0]) else Fraction(1, 2)


def _agree(number: Fraction, bracketed: Token, text: str) -> None:
    if bracketed.type == "WORDED":
        if number != NUMBERS[bracketed[1:-1].casefold()]:
            raise FiguresAtOddsError(text)
        return
    try:
        figure = sum(
            (Fraction(part.replace(",", "")) for part in _PARTED.split(bracketed[1:-1].strip(" +"))), Fraction(0)
        )
    except (ValueError, ZeroDivisionError) as error:
        raise NotAnAmountError(text) from error
    if figure != number:
        raise FiguresAtOddsError(text)


_WHERE_STUDIED = re.compile(r"(?i:\b(?:college|university|undergraduate|postsecondary) (?=semester|quarter))")


@lru_cache(maxsize=1024)
def read_study(text: str) -> Study:
    """Return units of study; units of no kind are semester hours (docs/semantics.md, C6).

    Production: ``study``.

    >>> read_study("12 semester or 18 quarter units")
    Study(semester_hours=12, quarter_hours=18)
    >>> read_study("fifteen (15) semester hours")
    Study(semester_hours=15, quarter_hours=None)

    Raises:
        FiguresAtOddsError: the words and the figure beside them are two numbers.
        NotAnAmountError: it is no amount of study.

    """
    semester: int | None = None
    quarter: int | None = None
    for units in _parse(_WHERE_STUDIED.sub("", text), "study").children:
        assert isinstance(units, Tree)  # noqa: S101 - the production has no other child
        kinds = {token.type: token for token in _tokens(units)}
        number = int(_number(kinds.get("NUMBER") or kinds["FIGURE"]))
        if "BRACKETED" in kinds:
            _agree(Fraction(number), kinds["BRACKETED"], text)
        if "QUARTER" in kinds or ("SEMESTER" not in kinds and semester is not None):
            quarter = number
        else:
            semester = number
    return Study(semester, quarter)


def say_months(months: int) -> str:
    """Return months as a sentence says them: whole years as years, a half year with words and figure.

    >>> say_months(60), say_months(18), say_months(6)
    ('Five (5) years', 'Eighteen (18) months', 'Six (6) months')
    """
    years, rest = divmod(months, MONTHS_A_YEAR)
    number, unit = (months, "month") if rest or not years else (years, "year")
    return f"{say_number(number).capitalize()} ({number}) {unit}{'' if number == 1 else 's'}"


def say_number(number: int) -> str:
    """Return a number in words up to ninety-nine, and in figures above.

    >>> say_number(21), say_number(240)
    ('twenty-one', '240')
    """
    small = (*_ONES, *_TEENS)
    if number < len(small):
        return small[number]
    if number < 100:  # noqa: PLR2004 - the words go to ninety-nine
        tens, ones = divmod(number, 10)
        return _TENS[tens - 2] + (f"-{_ONES[ones]}" if ones else "")
    return f"{number:,}"
