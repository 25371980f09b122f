"""The people table read: what each person declares besides service, once for all who declare the same."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any, NamedTuple

from ladder.histories import DegreeHeld, History, HoursInField, LicenceHeld, ProgrammeState, StandingDeclared
from ladder.qualifications import Standing
from ladder.roster.batches import OpenTable
from ladder.roster.cell_values import CellReader, Interned
from ladder.roster.people import Declared
from ladder.roster.reading_rules import ReadingRules, tell_refused
from ladder.roster.row_faults import BLANK, FaultCode, Refusal
from ladder.roster.table_columns import TableRead, TableReader, Wanted, fold_name
from ladder.roster.table_files import PEOPLE
from ladder.roster_layouts import columns_of, named_columns
from ladder.service_time import DAYS_A_MONTH, Month

_TWICE = Refusal(
    FaultCode.EMPLOYEE_TWICE,
    "another row of the table is of the same employee",
    "make one row of them: the lists of a cell take several degrees, courses and licenses",
)
_DECLARED = (
    *("semester_hours", "quarter_hours", "degrees", "courses", "licences", "programs"),
    *("internal", "state_employee", "permanent", "study_hours"),
)
NO_EXIT = -1


class Facts(NamedTuple):
    """What a people row declares but for who it is and when the person leaves."""

    semester_hours: Fraction = Fraction(0)
    quarter_hours: Fraction = Fraction(0)
    degrees: tuple[DegreeHeld, ...] = ()
    courses: tuple[HoursInField, ...] = ()
    licences: tuple[LicenceHeld, ...] | None = None
    programs: tuple[tuple[str, ProgrammeState], ...] = ()
    internal: bool | None = None
    state_employee: bool | None = None
    permanent: bool | None = None
    study_hours: Fraction = Fraction(0)

    def declared(self, as_of: Month, held_in: frozenset[str]) -> Declared:
        """Return the facts as of a month; standing goes with the jurisdictions of the present jobs, as in profiles."""
        told = ((Standing.INTERNAL, self.internal), (Standing.STATE_EMPLOYEE, self.state_employee))
        values = dict((*told, (Standing.PERMANENT, self.permanent)))
        history = History(
            as_of=as_of,
            standing={
                one: StandingDeclared(value=values[one] is True, jurisdictions=held_in or None)
                for one in Standing
                if values[one] is not None
            },
            semester_hours=max(self.semester_hours, sum((one.semester_hours for one in self.courses), Fraction(0))),
            quarter_hours=self.quarter_hours,
            courses=self.courses,
            degrees=self.degrees,
            programmes=dict(self.programs),
            licences=self.licences,
        )
        return Declared(history, self.study_hours)


class PeopleRead(NamedTuple):
    """The sound rows of a people table: by employee's place the place of the facts, and the month of the exit.

    ``rejected`` rows are refused; ``touched`` is how many employees have one. ``seen`` are
    the places of all employees that a row names.
    """

    table: TableRead | None = None
    facts: Sequence[Facts] = ()
    facts_of: Mapping[int, int] = {}
    exits: Mapping[int, int] = {}
    rows_in: int = 0
    rejected: int = 0
    touched: int = 0
    seen: frozenset[int] = frozenset()


def read_people(table: OpenTable, rules: ReadingRules) -> PeopleRead | None:
    """Return the rows of the table; None where it cannot be used as a whole, which is taken down."""
    values = _values(rules.cells)
    columns = dict(columns_of(rules.layout.people))
    if columns["licences"] == ("licences",) and "licenses" in map(fold_name, table.header):
        columns["licences"] = ("licenses",)
    wanted = {name: Wanted(columns[name], one.place) for name, one in values.items()}
    wanted["employee"] = Wanted(columns["employee"], rules.employees.place, is_needed=True, remembers=True)
    wanted["expected_exit"] = Wanted(columns["expected_exit"], rules.date_column(PEOPLE, "expected_exit"))
    named = named_columns(rules.layout.people)
    wanted = {name: one._replace(is_needed=one.is_needed or name in named) for name, one in wanted.items()}
    read = TableReader(table, rules.log, rules.refusals, rules.work).read(wanted)
    return None if read is None else _settled(read, rules, {name: one.values for name, one in values.items()})


def _values(cells: CellReader) -> dict[str, Interned[Any]]:
    blank = Facts()._asdict()
    reads: dict[str, Callable[[str], Any]] = {
        "semester_hours": cells.hours,
        "quarter_hours": cells.hours,
        "degrees": cells.degrees,
        "courses": cells.courses,
        "licences": cells.licences,
        "programs": cells.programs,
        "internal": cells.yes_or_no,
        "state_employee": cells.yes_or_no,
        "permanent": cells.yes_or_no,
        "study_hours": cells.hours_a_year,
    }
    return {name: Interned(read, blank[name]) for name, read in reads.items()}


def _settled(read: TableRead, rules: ReadingRules, values: Mapping[str, Sequence[Any]]) -> PeopleRead:
    refused = set(map(int, tell_refused(rules, read, read.columns)))
    refused |= _doubled(read, refused, rules)
    employee = read.columns["employee"]
    combined, combinations = rules.work.combined([read.column(name, 0) for name in _DECLARED])
    facts = [_facts_of(one, values) for one in combinations]
    sound = [place for place in range(len(read.rows)) if place not in refused]
    return PeopleRead(
        table=read,
        facts=facts,
        facts_of={int(employee[place]): int(combined[place]) for place in sound},
        exits=_exits(read, sound),
        rows_in=len(read.rows),
        rejected=len(refused),
        touched=len(_known(employee[place] for place in refused)),
        seen=_known(employee),
    )


def _exits(read: TableRead, sound: Sequence[int]) -> Mapping[int, int]:
    employee, exits = read.columns["employee"], read.column("expected_exit", BLANK)
    return {int(employee[place]): int(exits[place]) // 2 // DAYS_A_MONTH for place in sound if exits[place] >= 0}


def _known(employees: Iterable[int]) -> frozenset[int]:
    return frozenset(int(one) for one in set(employees) if one >= 0)


def _doubled(read: TableRead, refused: set[int], rules: ReadingRules) -> set[int]:
    """Return the places of rows of an employee who has several, all of them taken down."""
    first, found = dict[int, int](), set[int]()
    for place, employee in enumerate(map(int, read.columns["employee"])):
        if employee >= 0 and first.setdefault(employee, place) != place:
            found |= {first[employee], place}
    rows = [read.rows[place] for place in sorted(found)]
    rules.log.count(read.file, "employee", _TWICE, rows)
    return found - refused


def _facts_of(combination: Sequence[int], values: Mapping[str, Sequence[Any]]) -> Facts:
    """Return one combination of what the columns declare; a refused row's is never asked for."""
    told = zip(_DECLARED, combination, strict=True)
    return Facts(**{name: values[name][max(place, 0)] for name, place in told})
