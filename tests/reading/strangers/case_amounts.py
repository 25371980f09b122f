"""Amounts of time in a small document: found, and written with other figures or in another way."""

import re
from dataclasses import dataclass, replace

from tests.reading.strangers.case_reading import Figures

COUNTED = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
VALUES = {word: n for n, word in enumerate(COUNTED, start=1)} | {"thirty": 30, "forty": 40, "sixty": 60}
WORDS = {n: word for word, n in VALUES.items()}
NUMBER = rf"(?:\d{{1,3}}|{'|'.join(sorted(VALUES, key=len, reverse=True))})"
MARK = r"(?:<sup>[^<]*</sup>|[\u00b9\u00b2\u00b3])?"
AMOUNT = re.compile(
    rf"(?<![\w$.,/#-])(?:(?P<low>{NUMBER})(?P<to> to |-))?(?P<number>{NUMBER})(?P<mark>{MARK})"
    rf"(?: \((?P<again>{NUMBER})\))?(?P<between>\+| or more)?(?P<more> (?:additional|full|complete|continuous))?"
    r" (?P<unit>years?|months?)(?P<owned>'s?)?(?![\w-])",
    re.IGNORECASE,
)
PART = re.compile(
    rf"(?<=, )(?P<before>(?:and )?(?:at least )?)(?P<number>{NUMBER})(?: \((?P<again>{NUMBER})\))?"
    r"(?= (?:of (?:which|them|these|those)|as an? [A-Z]))",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Amount:
    """One amount as printed: where it stands, its months, and the months of the lower end where it is a range."""

    start: int
    end: int
    match: re.Match[str]
    months: int
    low_months: int | None
    in_years: bool

    @property
    def figures(self) -> set[int]:
        """The months that it prints."""
        return {self.months} | ({self.low_months} if self.low_months else set())

    @property
    def agrees(self) -> bool:
        """Whether the figure in parentheses is the number before it."""
        again = self.match.group("again")
        return again is None or _value(again) == _value(self.match.group("number"))


def amounts_of(document: str) -> list[Amount]:
    """Return the amounts of a document in order: ``three (3) years``, and parts such as ``, two of which``."""
    whole = [_amount(match) for match in AMOUNT.finditer(document)]
    parts = [part for match in PART.finditer(document) if (part := _part(match, whole)) is not None]
    return sorted((*whole, *parts), key=lambda amount: amount.start)


def with_other_figures(document: str, figures: Figures) -> str:
    """Return the document with the figures named printed as the others, words as words and digits as digits."""
    return _written(document, [(amount, _renumbered(amount, figures)) for amount in amounts_of(document)])


def with_amounts_as(document: str, manner: str) -> str:
    """Return the document with its plain amounts as ``words``, ``digits``, ``both`` or ``months``.

    Not in ``months`` where a part has its unit from an amount: "three of them" would be months too.
    """
    amounts = amounts_of(document)
    if manner == "months" and not all("unit" in amount.match.groupdict() for amount in amounts):
        return document
    plain = [amount for amount in amounts if _is_plain(amount)]
    return _written(document, [(amount, _in_manner(amount, manner)) for amount in plain])


def _amount(match: re.Match[str]) -> Amount:
    """Count the months of a printed amount."""
    in_years = match.group("unit").lower().startswith("year")
    times = 12 if in_years else 1
    low = match.group("low")
    months = times * _value(match.group("number"))
    return Amount(match.start(), match.end(), match, months, times * _value(low) if low else None, in_years)


def _part(match: re.Match[str], whole: list[Amount]) -> Amount | None:
    """Count the months of a part, which has the unit of the amount before it; None without one."""
    before = [amount for amount in whole if amount.end <= match.start()]
    if not before:
        return None
    in_years = before[-1].in_years
    months = (12 if in_years else 1) * _value(match.group("number"))
    return Amount(match.start(), match.end(), match, months, None, in_years)


def _value(number: str) -> int:
    """Return what a number says."""
    return int(number) if number.isdigit() else VALUES[number.lower()]


def _is_plain(amount: Amount) -> bool:
    """Tell whether the amount is a number and a unit and nothing more."""
    groups = amount.match.groupdict()
    return "unit" in groups and not any(groups[key] for key in ("low", "mark", "again", "between", "more", "owned"))


def _renumbered(amount: Amount, figures: Figures) -> str:
    """Print an amount with another figure."""
    new = replace(amount, months=figures.get(amount.months, amount.months))
    if amount.low_months is not None:
        new = replace(new, low_months=figures.get(amount.low_months, amount.low_months))
    return amount.match.group() if new.figures == amount.figures else _printed(new)


def _printed(amount: Amount) -> str:
    """Print the amount in the manner of its match."""
    groups = amount.match.groupdict()
    times = 12 if amount.in_years else 1
    number = _like(groups["number"], amount.months // times)
    again = f" ({_like(groups['again'], amount.months // times)})" if groups["again"] else ""
    if "unit" not in groups:
        return groups["before"] + number + again
    low = _like(groups["low"], amount.low_months // times) + groups["to"] if groups["low"] and amount.low_months else ""
    tail = (groups["between"] or "") + (groups["more"] or "")
    single = amount.months == times
    owned = ("'s" if single else "'") if groups["owned"] else ""
    return low + number + groups["mark"] + again + tail + " " + _unit(amount, single=single) + owned


def _unit(amount: Amount, *, single: bool) -> str:
    """Return the unit, singular or plural."""
    return ("year" if amount.in_years else "month") + ("" if single else "s")


def _like(number: str, value: int) -> str:
    """Write a number as the old one was written: in digits, or in words where there is one for it."""
    word = WORDS.get(value)
    if number.isdigit() or word is None:
        return str(value)
    return word.capitalize() if number[0].isupper() else word


def _in_manner(amount: Amount, manner: str) -> str:
    """Write a plain amount in a manner; as it is where there is no word for it."""
    number = amount.match.group("number")
    times = 12 if amount.in_years else 1
    count = amount.months // times
    unit = _unit(amount, single=count == 1)
    word = _like("One" if number[0].isupper() else "one", count)
    written = {
        "words": f"{word} {unit}",
        "digits": f"{count} {unit}",
        "both": f"{word} ({count}) {unit}",
        "months": f"{amount.months} months" if amount.months > 1 else amount.match.group(),
    }
    return amount.match.group() if word.isdigit() and manner in {"words", "both"} else written[manner]


def _written(document: str, changes: list[tuple[Amount, str]]) -> str:
    """Put the changes into the document, the last first."""
    for amount, text in reversed(changes):
        document = document[: amount.start] + text + document[amount.end :]
    return document
