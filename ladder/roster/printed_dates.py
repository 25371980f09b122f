"""Dates as a column prints them: by the patterns that a layout names; any other form is asked about, never guessed.

A pattern is made of YYYY, YY, MM, DD, M, D, MON (as in Jan) and what stands between them.
``EXCEL`` and ``EXCEL1904`` are dates kept as the numbers of a spreadsheet.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from ladder.roster.row_faults import BLANK, FaultCode, Refusals
from ladder.service_time import DAYS_A_MONTH, MONTHS_A_YEAR, Day, Month, days_in, first_day

EARLIEST_YEAR = 1900
YEARS_TO_COME = 60
"""Years after the as-of month that a date of a roster may lie ahead: the exit of the youngest."""
ISO = ("YYYY-MM-DD", "YYYY-MM")
"""The patterns that need no layout: no other date is written so."""
_LONGEST = 40
_EXCEL_DAYS = {"EXCEL": 25_569, "EXCEL1904": 24_107}
"""What a spreadsheet counts 1 January 1970 as."""
_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_PARTS = {
    "YYYY": "(?P<year>[0-9]{4})",
    "YY": "(?P<short>[0-9]{2})",
    "MON": "(?P<name>[A-Za-z]{3})[a-z]{0,6}",
    "MM": "(?P<month>[0-9]{2})",
    "M": "(?P<month>[0-9]{1,2})",
    "DD": "(?P<day>[0-9]{2})",
    "D": "(?P<day>[0-9]{1,2})",
}
_NAMED_PART = re.compile("[(][?]P<[a-z]+>")
_PART = re.compile("YYYY|YY|MON|MM|M|DD|D")
_MIDNIGHT = re.compile(r"[T ](00:00(:00([.]0{1,9})?)?Z?|12:00(:00)? ?AM)$")
_NUMBER = re.compile(r"[0-9]{5}([.]0{1,9})?")
_NINES = re.compile(r"9{4}([-/.]?(12|99)[-/.]?(31|99))?|(12|99)[-/.]?(31|99)[-/.]?9{4}")
_CANDIDATES = (
    *("M/D/YYYY", "D/M/YYYY", "YYYY/M/D", "M-D-YYYY", "D-M-YYYY", "D.M.YYYY", "YYYYMMDD", "D-MON-YYYY", "MON D, YYYY"),
    *("M/D/YY", "D/M/YY", "M-D-YY", "D-M-YY", "D-MON-YY", "YY-M-D", "M/YYYY", "YYYY"),
)
"""Patterns that are tried where a layout names none that fits, to say what may be meant."""


class DayRead(NamedTuple):
    """A day, and whether it was printed; of a month alone it is the first."""

    day: Day
    has_day: bool


class DatePattern:
    """One pattern of dates, compiled."""

    def __init__(self, pattern: str, *, two_digit_years_from: int | None = None) -> None:
        """Compile the pattern; years of two digits begin with ``two_digit_years_from``."""
        self.pattern, self._century = pattern, two_digit_years_from
        self._excel = _EXCEL_DAYS.get(pattern)
        parts = _PART.findall(pattern)
        between = [re.escape(text) for text in _PART.split(pattern)]
        built = "".join(text + _PARTS.get(part, "") for text, part in zip(between, [*parts, ""], strict=True))
        self.form = built if self._excel is None and len(set(parts)) == len(parts) else "(?!)"
        self._form = re.compile(self.form)

    def read(self, text: str) -> DayRead | None:
        """Return the day that a text prints by this pattern, or None where it does not fit or is no day there is."""
        if self._excel is not None:
            return _of_number(text, self._excel)
        found = self._form.fullmatch(text)
        if found is None:
            return None
        parts = found.groupdict()
        year, month = self._year(parts), _month_in(parts)
        day = parts.get("day")
        return None if year is None or month is None else _day_of(year, month, int(day) if day else None)

    def _year(self, parts: dict[str, str]) -> int | None:
        if "short" not in parts:
            return int(parts["year"]) if "year" in parts else None
        first = EARLIEST_YEAR if self._century is None else self._century
        return first + (int(parts["short"]) - first) % 100


def _month_in(parts: dict[str, str]) -> int | None:
    if "name" in parts:
        name = parts["name"].upper()
        return _MONTHS.index(name) + 1 if name in _MONTHS else None
    return int(parts.get("month", "1"))


def _day_of(year: int, month: int, day: int | None) -> DayRead | None:
    if not 1 <= month <= MONTHS_A_YEAR:
        return None
    place = Month(year * MONTHS_A_YEAR + month - 1)
    if day is not None and not 1 <= day <= days_in(place):
        return None
    return DayRead(Day(first_day(place) + (day or 1) - 1), day is not None)


def _of_number(text: str, epoch: int) -> DayRead | None:
    from datetime import date, timedelta  # noqa: PLC0415 - for spreadsheets only

    if not _NUMBER.fullmatch(text):
        return None
    day = date(1970, 1, 1) + timedelta(days=int(text[:5]) - epoch)
    return _day_of(day.year, day.month, day.day)


class DateReader:
    """Reads the dates of columns to numbers: twice the day, and one more where the day is printed.

    A text that no pattern of the layout fits is refused, with the patterns that may be
    meant; a year out of range as well.
    """

    def __init__(
        self,
        patterns: Sequence[str],
        refusals: Refusals,
        *,
        open_ends: Iterable[str] = (),
        two_digit_years_from: int | None = None,
        latest_year: int,
    ) -> None:
        """Take the patterns of the layout; texts of ``open_ends`` are read as blank."""
        named = dict.fromkeys((*patterns, *ISO))
        self._patterns = [DatePattern(one, two_digit_years_from=two_digit_years_from) for one in named]
        self._refusals, self._open, self._latest = refusals, frozenset(open_ends), latest_year

    def read(self, text: str) -> int:
        """Return the number of a date, BLANK of no text, and that of a refusal of any other."""
        bare = _MIDNIGHT.sub("", text[:_LONGEST].strip())
        if not bare or text in self._open or bare in self._open:
            return BLANK
        for pattern in self._patterns:
            found = pattern.read(bare)
            if found is not None:
                return self._in_range(found, bare)
        return self._refused(bare)

    def fits(self, text: str) -> tuple[str, ...]:
        """Return the patterns that fit a text: those of the layout, else those that may be meant."""
        bare = _MIDNIGHT.sub("", text[:_LONGEST].strip())
        own = tuple(one.pattern for one in self._patterns if one.read(bare) is not None)
        return own or tuple(one.pattern for one in self._candidates if one.read(bare) is not None)

    @cached_property
    def _any_form(self) -> re.Pattern[str]:
        """A form that fits what any candidate fits: one look at a text that is no date at all."""
        return re.compile("|".join(_NAMED_PART.sub("(?:", one.form) for one in self._candidates))

    @cached_property
    def _candidates(self) -> tuple[DatePattern, ...]:
        return tuple(map(DatePattern, _CANDIDATES))

    def _in_range(self, found: DayRead, bare: str) -> int:
        year = found.day // DAYS_A_MONTH // MONTHS_A_YEAR
        if EARLIEST_YEAR <= year <= self._latest:
            return 2 * found.day + found.has_day
        if _NINES.fullmatch(bare):
            return self._nines()
        what = f"the year is not between {EARLIEST_YEAR} and {self._latest}"
        return self._refusals.number(FaultCode.DATE_OUT_OF_RANGE, what, "write the year as it was")

    def _nines(self) -> int:
        what = "nines stand in place of a date"
        try_this = "leave the cell blank, or list the text under open_ends in the layout if the job goes on"
        return self._refusals.number(FaultCode.DATE_OUT_OF_RANGE, what, try_this)

    def _refused(self, bare: str) -> int:
        if _NINES.fullmatch(bare):
            return self._nines()
        if _NUMBER.fullmatch(bare):
            what = "this is the number that a spreadsheet keeps for a date"
            try_this = "write dates: [EXCEL] in the layout, or EXCEL1904 if the workbook counts from 1904"
            return self._refusals.number(FaultCode.DATE_IS_A_NUMBER, what, try_this)
        may_fit = self._any_form.fullmatch(bare) is not None
        return self._asked(
            tuple(one.pattern for one in self._candidates if one.read(bare) is not None) if may_fit else ()
        )

    def _asked(self, fitting: Sequence[str]) -> int:
        if not fitting:
            try_this = "write YYYY-MM-DD, or name the pattern as dates in the layout"
            return self._refusals.number(FaultCode.DATE_UNREAD, "this is no date that ladder reads", try_this)
        told = " or ".join(f"dates: ['{one}']" for one in fitting)
        if any("YYYY" not in one for one in fitting):
            what = "the year has two digits"
            try_this = f"write {told} and two_digit_years_from (such as 1950) in the layout"
            return self._refusals.number(FaultCode.DATE_TWO_DIGIT_YEAR, what, try_this)
        what = "the layout does not say in which order day, month and year stand"
        return self._refusals.number(FaultCode.DATE_ORDER, what, f"write {told} in the layout")


class DateEvidence:
    """What speaks for each pattern in one column: how many different texts it fits, and how many only it.

    A text counts once, of as many as there are days; beyond them it may count again.
    """

    def __init__(self) -> None:
        """Begin with no text."""
        self.fitting: dict[str, tuple[str, ...]] = {}
        self.beyond: Counter[tuple[str, ...]] = Counter()

    def note(self, text: str, fitting: tuple[str, ...]) -> None:
        """Take down the patterns that fit one text."""
        if text in self.fitting or len(self.fitting) < _MOST_TEXTS:
            self.fitting[text] = fitting
        else:
            self.beyond[fitting] += 1

    def lines(self) -> Iterator[tuple[str, int, int, int]]:
        """Yield each pattern with the texts it fits, those that no other fits, and all texts: the likeliest first."""
        seen = Counter(self.fitting.values()) + self.beyond
        found = [
            (pattern, sum(number for fitting, number in seen.items() if pattern in fitting), seen[(pattern,)])
            for pattern in dict.fromkeys(one for fitting in seen for one in fitting)
        ]
        for pattern, fits, alone in sorted(found, key=lambda one: (-one[1], -one[2], one[0])):
            yield pattern, fits, alone, seen.total()


_MOST_TEXTS = 50_000
