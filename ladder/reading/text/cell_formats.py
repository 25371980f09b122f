"""Numbers of a spreadsheet as its cells show them: leading zeros, separators, units of money, dates."""

import re
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation

_QUOTED = re.compile(r'"([^"]{0,80})"|\\(.)|_.|\*.|\[\$([^\]-]{0,8})[^\]]{0,20}\]|\[[^\]]{0,40}\]')
_DIGITS = re.compile(r"[#0?][#0?,]{0,40}(?:\.[#0?]{1,20})?")
_DATED = re.compile(r"[dmyDMY]{1,4}")
_FIRST_DAYS = {False: date(1899, 12, 30), True: date(1904, 1, 1)}
_LAST_DAY = 2_958_465
_LONGEST = 40
_GENERAL = frozenset({"", "general", "@"})
_PLACE = re.compile("[0#?]")
_NO_MASK = frozenset(".,E/")
_OTHERWISE = re.compile(r"[0#?]|E[+-]")


def show_number(value: str, form: str, *, from_1904: bool = False) -> str:
    """Return a number as a cell of this format shows it; as it is written where the format is another.

    >>> show_number("441", "0000"), show_number("52000", '"$"#,##0'), show_number("45292", "m/d/yyyy")
    ('0441', '$52,000', '1/1/2024')
    >>> show_number("123456", "00-0000"), show_number("0.5", "# ?/?"), show_number("-3", "0.0")
    ('12-3456', '0.5', '-3.0')
    >>> show_number("0.5", "General"), show_number("1E3", ""), show_number("words", "0")
    ('0.5', '1000', 'words')
    """
    number = _read_number(value)
    return value if number is None else _shown(number, form, from_1904=from_1904) or value


def _shown(number: Decimal, form: str, *, from_1904: bool) -> str:
    """Return a number by a format; empty where the format is of dates and the number is none."""
    if form.casefold() in _GENERAL or _has_figures_of_its_own(form):
        return _plainly(number)
    positive, *others = form.split(";")
    literal = _QUOTED.sub(lambda found: found[1] or found[2] or found[3] or "", positive)
    if _is_of_dates(positive):
        return _as_date(number, from_1904=from_1904)
    shown = _as_digits(abs(number) if others or number < 0 else number, literal)
    return f"-{shown}" if number < 0 else shown


def _read_number(value: str) -> Decimal | None:
    """Return a number that a cell may hold, or None of another text."""
    try:
        number = Decimal(value)
    except InvalidOperation:
        return None
    is_fit = number.is_finite() and len(value) <= _LONGEST and abs(number.adjusted()) <= _LONGEST
    return number if is_fit else None


def _has_figures_of_its_own(form: str) -> bool:
    """Return whether words of a format hold what stands for a figure elsewhere in it."""
    return any(_PLACE.search(found[1] or found[2] or "") for found in _QUOTED.finditer(form))


def _is_of_dates(form: str) -> bool:
    bare = _QUOTED.sub("", form)
    return not _DIGITS.search(bare) and bool(_DATED.search(bare))


def _plainly(number: Decimal) -> str:
    shown = f"{number:f}"
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


def _as_digits(number: Decimal, form: str) -> str:
    found = _DIGITS.search(form)
    if found is None:
        return _plainly(number)
    after = form[found.end() :]
    if "0" in after and not set(form) & _NO_MASK and number == int(number):
        return _through_mask(str(int(number)), form)
    # Fractions, powers of ten, thousands of thousands: the number itself says as much.
    if _OTHERWISE.search(after) or found[0].endswith(","):
        return _plainly(number)
    return form[: found.start()] + _set_out(number * 100 if after.startswith("%") else number, found[0]) + after


def _set_out(number: Decimal, digits: str) -> str:
    """Return a number with so many places as a format has, and with separators where it has some."""
    whole, _, part = digits.partition(".")
    separator = "," if "," in whole else ""
    shown, point, rest = f"{number:{separator}.{len(part)}f}".partition(".")
    return shown.zfill(0 if separator else whole.count("0")) + point + rest


def _through_mask(digits: str, form: str) -> str:
    """Return figures set into the places of a format such as 00-0000, the last of them first."""
    left, shown = list(digits), list[str]()
    for letter in reversed(form):
        is_place = _PLACE.match(letter)
        shown.append((left.pop() if left else "0" if letter == "0" else "") if is_place else letter)
    return "".join([*left, *reversed(shown)])


def _as_date(number: Decimal, *, from_1904: bool) -> str:
    if not 0 < number < _LAST_DAY:
        return ""
    day = _FIRST_DAYS[from_1904] + timedelta(days=int(number))
    return f"{day.month}/{day.day}/{day.year}"
