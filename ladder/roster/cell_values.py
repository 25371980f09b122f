"""What single cells of a roster say, read to values; a cell that cannot be read is refused, never taken for blank.

Lists in one cell have ``;`` between their items, and ``:`` between the parts of an item.
"""

from collections.abc import Callable, Hashable
from fractions import Fraction
from typing import Generic, NamedTuple, TypeVar

from ladder.candidates import read_credit_hours, read_full_time_share
from ladder.catalog.catalog import Catalog
from ladder.figures import read_whole_number
from ladder.histories import DegreeHeld, HoursInField, LicenceHeld, ProgrammeState
from ladder.qualifications import DegreeLevel
from ladder.roster.printed_dates import DateReader
from ladder.roster.row_faults import BLANK, FIRST_REFUSED, FaultCode, Refusals
from ladder.roster_layouts import Fte, FteUnit
from ladder.service_time import DAYS_A_MONTH, Month, read_exact, read_hours_a_year

Value = TypeVar("Value", bound=Hashable)
Held = TypeVar("Held")

_PERCENT = 100
_YES, _NO = frozenset({"yes", "y", "true", "1"}), frozenset({"no", "n", "false", "0"})
_NONE = "none"
_COMPLETED = "completed"
_MOST_MONTHS = 1200


class Refused(NamedTuple):
    """The number of a refusal, in place of a value."""

    number: int


class Interned(Generic[Value]):
    """Values by their places, each once; place 0 is that of a blank cell."""

    def __init__(self, read: Callable[[str], Value | Refused], blank: Value) -> None:
        """Take how a text is read, and the value of no text."""
        self._read = read
        self.values = [blank]
        self._places = {blank: 0}

    def place(self, text: str) -> int:
        """Return the place of a text's value, or the number of a refusal."""
        found = self._read(text) if text else self.values[0]
        if isinstance(found, Refused):
            return found.number
        place = self._places.setdefault(found, len(self.values))
        if place == len(self.values):
            self.values.append(found)
        return place


class CellReader:
    """Reads the cells that are no class and no date of service."""

    def __init__(self, dates: DateReader, catalog: Catalog, refusals: Refusals, *, as_of: Month, fte: Fte) -> None:
        """Take what names and dates are read by; months of plans count from ``as_of``."""
        self._catalog, self._dates, self._refusals, self._as_of, self._fte = catalog, dates, refusals, as_of, fte
        self._words = {word.casefold(): share for word, share in fte.words.items()}

    def refuse(self, code: FaultCode, what: str, try_this: str) -> Refused:
        """Return a refusal in place of a value."""
        return Refused(self._refusals.number(code, what, try_this))

    def share(self, text: str) -> Fraction | Refused:
        """Return a share of full time in the unit of the layout."""
        word = self._words.get(text.casefold())
        if word is not None:
            return word
        try:
            number = read_exact(text.removesuffix("%").strip() if self._fte.unit is FteUnit.PERCENT else text)
        except ValueError:
            words = "a number, such as 0.5, or list the word and its share under fte: words in the layout"
            return self.refuse(FaultCode.FTE_UNREAD, "this is no share of full time", f"write {words}")
        try:
            return read_full_time_share(number / self._full_time())
        except ValueError:
            return self._out_of_range(number)

    def _full_time(self) -> Fraction:
        if self._fte.unit is FteUnit.HOURS:
            return Fraction(self._fte.full_time_hours or 1)
        return Fraction(_PERCENT if self._fte.unit is FteUnit.PERCENT else 1)

    def _out_of_range(self, number: Fraction) -> Refused:
        what = "a share of full time is more than 0 and at most 1"
        try_this = "correct it; a month at more than full time counts once"
        if number > 1 and self._fte.unit is FteUnit.SHARE:
            try_this = "write fte: {unit: percent}, or {unit: hours, full_time_hours: N}, in the layout, or correct it"
        return self.refuse(FaultCode.FTE_OUT_OF_RANGE, what, try_this)

    def yes_or_no(self, text: str) -> bool | Refused | None:
        """Return a yes or no; a blank is neither."""
        word = text.casefold()
        if word in _YES or word in _NO:
            return word in _YES
        return self.refuse(FaultCode.YES_OR_NO, "this is neither yes nor no", "write yes, no, or leave it blank")

    def hours(self, text: str) -> Fraction | Refused:
        """Return semester or quarter hours."""
        return self._number(text, read_credit_hours, "hours are a number from 0 to 2,000")

    def hours_a_year(self, text: str) -> Fraction | Refused:
        """Return semester hours of study planned a year."""
        return self._number(text, read_hours_a_year, "hours of study a year are a number from 0 to 200")

    def _number(self, text: str, read: Callable[[object], Fraction], what: str) -> Fraction | Refused:
        try:
            return read(text)
        except ValueError:
            return self.refuse(FaultCode.NUMBER_UNREAD, what, "write digits, such as 31.5")

    def degrees(self, text: str) -> tuple[DegreeHeld, ...] | Refused:
        """Return degrees, each ``level``, ``level: field`` or ``level: field: month``."""
        return self._each(text, self._degree)

    def _degree(self, parts: list[str]) -> DegreeHeld | Refused:
        try:
            level = DegreeLevel(parts[0].casefold().replace(" ", "_"))
        except ValueError:
            known = ", ".join(DegreeLevel)
            return self.refuse(FaultCode.LEVEL_UNKNOWN, "this is no level of a degree", f"write one of {known}")
        since = self._since(parts[2] if len(parts) > 2 else "")  # noqa: PLR2004 - level, field, month
        if isinstance(since, Refused):
            return since
        field = parts[1] if len(parts) > 1 else ""
        return DegreeHeld(level, field or None, since or 0, is_dated=since is not None)

    def licences(self, text: str) -> tuple[LicenceHeld, ...] | Refused | None:
        """Return licenses, each ``name`` or ``name: month``; ``none`` says that there is none, a blank says nothing."""
        return () if text.casefold() == _NONE else self._each(text, self._licence)

    def _licence(self, parts: list[str]) -> LicenceHeld | Refused:
        since = self._since(parts[1] if len(parts) > 1 else "")
        return since if isinstance(since, Refused) else LicenceHeld(parts[0], since or 0, is_dated=since is not None)

    def courses(self, text: str) -> tuple[HoursInField, ...] | Refused:
        """Return hours by field, each ``field: hours``."""
        return self._each(text, self._course)

    def _course(self, parts: list[str]) -> HoursInField | Refused:
        hours = self.hours(parts[1] if len(parts) > 1 else "")
        return hours if isinstance(hours, Refused) else HoursInField(parts[0], hours)

    def programs(self, text: str) -> tuple[tuple[str, ProgrammeState], ...] | Refused:
        """Return training programs, each ``name: completed`` or ``name: months remaining``."""
        found = self._each(text, self._program)
        if not isinstance(found, Refused) and len(dict(found)) < len(found):
            return self.refuse(FaultCode.PROGRAM_TWICE, "a program is listed twice", "list each once, as it stands now")
        return found

    def _program(self, parts: list[str]) -> tuple[str, ProgrammeState] | Refused:
        named = self._catalog.find_classes(parts[0])
        state = self._state(parts[1].casefold() if len(parts) > 1 else "")
        if len(named) != 1:
            return self.refuse(FaultCode.CLASS_UNKNOWN, "no program is called so", "'ladder classes' lists the classes")
        return state if isinstance(state, Refused) else (named[0], state)

    def _state(self, text: str) -> ProgrammeState | Refused:
        if text == _COMPLETED:
            return ProgrammeState(None, completed=True, completed_at=0)
        months = read_whole_number(text)
        if months is not None and months <= _MOST_MONTHS:
            return ProgrammeState(None, completed=False, completed_at=months)
        if not text:
            return ProgrammeState(None, completed=False, completed_at=None)
        what = "a program is completed or has months remaining"
        return self.refuse(FaultCode.LIST_UNREAD, what, "write 'name: completed' or 'name: 9'")

    def _since(self, text: str) -> int | Refused | None:
        """Return the month of the plan, 0 or less, from which something is held; None where none is told."""
        if not text:
            return None
        day = self._dates.read(text)
        if day <= BLANK:
            return Refused(day) if day <= FIRST_REFUSED else None
        month, is_first = Month(day // 2 // DAYS_A_MONTH), day // 2 % DAYS_A_MONTH == 0
        if month > self._as_of:
            what = "this is held only from a month after the as-of month on"
            return self.refuse(FaultCode.DATE_AFTER_AS_OF, what, "leave it out, or give a later --as-of")
        return min(0, month + (not is_first) - self._as_of)

    def _each(self, text: str, read: Callable[[list[str]], Held | Refused]) -> tuple[Held, ...] | Refused:
        found: list[Held] = []
        for item in text.split(";"):
            parts = [part.strip() for part in item.split(":")]
            if not parts[0]:
                return self.refuse(FaultCode.LIST_UNREAD, "an item of the list is blank", "write items with ; between")
            one = read(parts)
            if isinstance(one, Refused):
                return one
            found.append(one)
        return tuple(found)
