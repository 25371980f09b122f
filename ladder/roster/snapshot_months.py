"""The month that a row of a snapshot stands for: a date, a year, or a year and its quarter."""

import re

from ladder.roster.printed_dates import EARLIEST_YEAR, DateReader
from ladder.roster.row_faults import BLANK, FIRST_REFUSED, FaultCode, Refusals
from ladder.roster_layouts import Layout
from ladder.service_time import DAYS_A_MONTH, MONTHS_A_YEAR, Month, first_day, read_month

_YEAR = re.compile("([0-9]{4})(?:\x1f([1-4]))?")
_MONTHS_A_QUARTER = 3


class SnapshotMonths:
    """Reads the month of a snapshot, as its first day; a table without one is of the month that its layout names."""

    def __init__(self, layout: Layout, dates: DateReader, refusals: Refusals) -> None:
        """Take what dates are read by."""
        self._rules, self._dates, self._refusals = layout.snapshots, dates, refusals

    def read(self, text: str) -> int:
        """Return the first day of the month, or the number of a refusal."""
        found = _YEAR.fullmatch(text)
        if found and int(found[1]) >= EARLIEST_YEAR:
            month = _MONTHS_A_QUARTER * int(found[2]) if found[2] else self._rules.month_of_year
            return (int(found[1]) * MONTHS_A_YEAR + month - 1) * DAYS_A_MONTH
        day = self._dates.read(text)
        if day == BLANK:
            what = "the row does not say of which day or month it is"
            return self._refusals.number(FaultCode.DATE_MISSING, what, "write the month of the snapshot")
        return day if day <= FIRST_REFUSED else day // 2 // DAYS_A_MONTH * DAYS_A_MONTH

    def of_all(self, as_of: Month) -> int:
        """Return the first day of the month that a whole table is of: what the layout names, else the as-of month."""
        return first_day(read_month(self._rules.month) if self._rules.month else as_of)
