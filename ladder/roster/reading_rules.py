"""What both tables of a roster are read by: the catalog, the layout, dates, cells, and where faults go."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ladder.catalog.catalog import Catalog
from ladder.roster.cell_values import CellReader
from ladder.roster.classes_named import ClassFinder
from ladder.roster.column_work import ColumnWork
from ladder.roster.people import Column
from ladder.roster.printed_dates import YEARS_TO_COME, DateEvidence, DateReader
from ladder.roster.row_faults import FIRST_REFUSED, FaultCode, FaultLog, Refusals
from ladder.roster.table_columns import TableRead
from ladder.roster_layouts import Layout
from ladder.service_time import MONTHS_A_YEAR, Month


class Employees:
    """Employees by their places, in order of first appearance; a blank is refused."""

    def __init__(self, refusals: Refusals) -> None:
        """Begin with nobody."""
        self.places: dict[str, int] = {}
        self._blank = refusals.number(
            FaultCode.EMPLOYEE_MISSING, "the row does not say whose it is", "write the employee's id"
        )

    def place(self, text: str) -> int:
        """Return the place of an employee, or the number of the refusal of a blank."""
        return self.places.setdefault(text, len(self.places)) if text else self._blank


@dataclass(frozen=True, slots=True)
class ReadingRules:
    """What a roster is read by; made for one reading by :func:`rules_for`.

    ``is_told`` says that the as-of month was named.
    """

    catalog: Catalog
    layout: Layout
    as_of: Month
    log: FaultLog
    refusals: Refusals
    work: ColumnWork
    dates: DateReader
    cells: CellReader
    classes: ClassFinder
    employees: Employees
    is_told: bool = False
    evidence: dict[tuple[str, str], DateEvidence] | None = None
    classes_unread: Counter[str] = field(default_factory=Counter)

    def at(self, as_of: Month) -> "ReadingRules":
        """Return the same rules for another as-of month."""
        cells = CellReader(self.dates, self.catalog, self.refusals, as_of=as_of, fte=self.layout.fte)
        return replace(self, as_of=as_of, cells=cells)

    def date_column(self, table: str, column: str) -> Callable[[str], int]:
        """Return what reads the dates of a column, and takes down the evidence where that is asked for."""
        if self.evidence is None:
            return self.dates.read
        evidence = self.evidence.setdefault((table, column), DateEvidence())

        def read(text: str) -> int:
            if text:
                evidence.note(text, self.dates.fits(text))
            return self.dates.read(text)

        return read


def rules_for(
    layout: Layout, catalog: Catalog, *, as_of: Month, is_told: bool, log: FaultLog, describes: bool
) -> ReadingRules:
    """Return what a roster is read by; evidence of dates and texts of unknown classes are kept to describe alone."""
    refusals = Refusals()
    dates = DateReader(
        layout.dates,
        refusals,
        open_ends=layout.open_ends,
        two_digit_years_from=layout.two_digit_years_from,
        latest_year=as_of // MONTHS_A_YEAR + YEARS_TO_COME,
    )
    return ReadingRules(
        catalog,
        layout,
        as_of,
        log,
        refusals,
        find_column_work(),
        dates,
        CellReader(dates, catalog, refusals, as_of=as_of, fte=layout.fte),
        ClassFinder(layout, catalog, refusals),
        Employees(refusals),
        is_told=is_told,
        evidence={} if describes else None,
    )


def tell_refused(rules: ReadingRules, table: TableRead, columns: Mapping[str, Column]) -> Sequence[int]:
    """Take down every refusal in these columns, and return the places of the rows that have one, in order.

    A row with shifted cells is told once.
    """
    places = rules.work.places_where_any_at_most(list(columns.values()), FIRST_REFUSED)
    told = 0
    while told < len(places) and rules.log.has_room:
        _tell_row(rules, table, columns, int(places[told]))
        told += 1
    for name, column in columns.items() if told < len(places) else ():
        _count_rest(rules, table, name, rules.work.taken(column, places[told:]))
    return places


def _tell_row(rules: ReadingRules, table: TableRead, columns: Mapping[str, Column], place: int) -> None:
    """Take down the refusals of one row."""
    numbers = {name: int(column[place]) for name, column in columns.items() if column[place] <= FIRST_REFUSED}
    shifted = [number for number in numbers.values() if _is_shifted(number, rules)]
    for name, number in ({"": shifted[0]} if shifted else numbers).items():
        rules.log.add(table.file, int(table.rows[place]), name, rules.refusals.of(number))


def _count_rest(rules: ReadingRules, table: TableRead, name: str, column: Column) -> None:
    """Count the refusals of one column in the rows of which no more than the number is kept."""
    for number, times in Counter(number for number in map(int, column) if number <= FIRST_REFUSED).items():
        if not _is_shifted(number, rules) or name == _WHOLE_ROW:
            code = rules.refusals.of(number).code
            rules.log.counts[table.file, "" if _is_shifted(number, rules) else name, code] += times


def _is_shifted(number: int, rules: ReadingRules) -> bool:
    return rules.refusals.of(number).code is FaultCode.ROW_TOO_LONG


_WHOLE_ROW = "employee"
"""The column by which rows with shifted cells are counted, once each."""


def find_column_work() -> ColumnWork:
    """Return the work by numpy where it is installed, else by lists."""
    try:
        from ladder.roster.column_arrays import ArrayWork  # noqa: PLC0415 - numpy may not be there
    except ImportError:
        from ladder.roster.column_lists import ListWork  # noqa: PLC0415

        return ListWork()
    return ArrayWork()
