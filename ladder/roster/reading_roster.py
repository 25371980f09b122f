"""A roster read from its tables: people and rows in columns, what was found on the way, and every fault at once."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from ladder.catalog.catalog import Catalog
from ladder.roster.batches import OpenTable
from ladder.roster.classes_named import ClassFinder
from ladder.roster.job_rows import JobsSettled, settle_jobs
from ladder.roster.jobs_table import JobsTable, read_jobs
from ladder.roster.people import Declared, PresentJobs, Roster, ServiceRows
from ladder.roster.people_table import NO_EXIT, Facts, PeopleRead, read_people
from ladder.roster.printed_dates import DateEvidence
from ladder.roster.reading_rules import ReadingRules, rules_for
from ladder.roster.row_faults import BLANK, FaultCode, FaultLog, Refusals, RosterRefusedError
from ladder.roster.table_columns import TableRead
from ladder.roster.table_files import JOBS, PEOPLE, RosterFiles, open_tables
from ladder.roster.two_files import NOWHERE, RowsElsewhere, mark_elsewhere
from ladder.roster_layouts import Layout, Mode
from ladder.service_time import DAYS_A_MONTH, Month, read_month


class RosterCounts(NamedTuple):
    """Rows in, and what became of them: rows in are people, spans, joined, set aside and rejected.

    ``people`` are rows of the people table. ``without_jobs`` people have no row of jobs,
    ``without_people`` the other way; ``touched`` have a row that is rejected, so that
    their months may fall short.
    """

    rows_in: int
    people: int
    spans: int
    joined: int
    set_aside: int
    rejected: int
    employees: int
    present: int
    without_jobs: int
    without_people: int
    touched: int


class RosterRead(NamedTuple):
    """A roster as it was read; ``roster`` holds the sound rows alone, and ``tables`` no row any more."""

    roster: Roster
    counts: RosterCounts
    log: FaultLog
    layout: Layout
    tables: Mapping[str, TableRead]
    evidence: Mapping[tuple[str, str], DateEvidence]
    classes_unread: Mapping[str, int]
    near: Mapping[str, str]
    snapshots: Sequence[Month]
    gaps: Mapping[tuple[Month, Month], int]
    newest: Month | None
    """The month of the newest snapshot that any row tells, sound or not; none where no row tells of one."""

    @property
    def as_of(self) -> Month:
        """The month that the roster is of."""
        return self.roster.as_of


class OfAll(NamedTuple):
    """What a part of a roster must know of all its parts: the as-of month where none is told, and the snapshots."""

    as_of: Month
    snapshots: tuple[Month, ...]


def read_roster(
    files: RosterFiles,
    catalog: Catalog,
    layout: Layout,
    *,
    as_of: Month | None,
    today: Month,
    describes: bool = False,
    skip_bad: bool = False,
    of_all: OfAll | None = None,
    elsewhere: RowsElsewhere = NOWHERE,
) -> RosterRead:
    """Return the roster that the files hold, as of the month, else of the newest snapshot, else ``today``.

    Of a roster in parts, ``of_all`` is what its parts have in common, and ``elsewhere``
    are rows of employees whom another part has rows of, too.

    A roster that is only described, or of which bad rows are skipped, may have faults in
    its rows; they are in its log.

    Raises:
        RosterRefusedError: a table cannot be used; or a row, unless as above.
        BadFileError: a file is not there.
        BadCallError: a file needs a library that is not installed.

    """
    log = FaultLog()
    month = today if as_of is None else as_of
    rules = rules_for(layout, catalog, as_of=month, is_told=as_of is not None, log=log, describes=describes)
    opened = mark_elsewhere(open_tables(files, log), layout, elsewhere)
    read = _read_tables(opened, rules, of_all)
    if read is None or log.refuses_tables:
        raise RosterRefusedError(log)
    if log.total and not (describes or skip_bad):
        raise RosterRefusedError(log, skippable=True)
    return read


def _read_tables(opened: Mapping[str, OpenTable], rules: ReadingRules, of_all: OfAll | None) -> RosterRead | None:
    """Return the roster of the tables, None where one of them cannot be used."""
    jobs = read_jobs(opened[JOBS], rules) if JOBS in opened else None
    if jobs is not None and not rules.is_told:
        rules = rules.at(_newest(jobs, rules) if of_all is None else of_all.as_of)
    people = read_people(opened[PEOPLE], rules) if PEOPLE in opened else PeopleRead()
    return None if jobs is None or people is None else _put_together(jobs, people, rules, of_all)


def _newest(jobs: JobsTable, rules: ReadingRules) -> Month:
    """Return the month of the newest snapshot; of another table, the month that the rules have."""
    if rules.layout.mode is not Mode.SNAPSHOTS:
        return rules.as_of
    return _newest_snapshot(jobs.table) or month_without_snapshots(rules.layout, rules.as_of)


def _newest_snapshot(table: TableRead) -> Month | None:
    """Return the month of the newest snapshot of a table of jobs; None where no row tells of one."""
    days = max(table.columns.get("snapshot", ()), default=BLANK)
    return Month(int(days) // DAYS_A_MONTH) if days >= 0 else None


def month_without_snapshots(layout: Layout, today: Month) -> Month:
    """Return the month that a table is of where no row tells: what the layout names, else the present one."""
    return read_month(layout.snapshots.month) if layout.snapshots.month else today


def _put_together(jobs: JobsTable, people: PeopleRead, rules: ReadingRules, of_all: OfAll | None) -> RosterRead:
    employees = sorted(rules.employees.places)
    ranks = [0] * len(employees)
    for rank, employee in enumerate(employees):
        ranks[rules.employees.places[employee]] = rank
    snapshots = None if of_all is None else of_all.snapshots
    settled = settle_jobs(jobs, rules, ranks, as_of=rules.as_of, of_all=snapshots)
    roster = _roster(settled, people, rules, employees)
    read = {JOBS: jobs.table} | ({PEOPLE: people.table} if people.table is not None else {})
    tables = {name: table._replace(rows=(), columns={}) for name, table in read.items()}
    return RosterRead(
        roster,
        _counts(settled, people, roster),
        rules.log,
        rules.layout,
        tables,
        rules.evidence or {},
        rules.classes_unread,
        near_titles(rules.classes_unread, rules.layout, rules.catalog),
        settled.snapshots,
        settled.gaps,
        _newest_snapshot(jobs.table),
    )


def _roster(settled: JobsSettled, people: PeopleRead, rules: ReadingRules, employees: Sequence[str]) -> Roster:
    work, places = rules.work, [rules.employees.places[one] for one in employees]
    declared, declared_of = _declared(settled, people, places)
    past, present = settled.past, settled.present
    return Roster(
        as_of=settled.as_of,
        employees=employees,
        declared=declared,
        declared_of=work.column(declared_of),
        exits=work.column([people.exits.get(place, NO_EXIT) for place in places]),
        kinds=settled.kinds,
        rows=ServiceRows(past.person, past.kind, past.start, past.end, past.on_a_day),
        first_row=work.beginnings(past.person, len(employees)),
        present=PresentJobs(present.person, present.kind),
        first_present=work.beginnings(present.person, len(employees)),
    )


def _declared(
    settled: JobsSettled, people: PeopleRead, places: Sequence[int]
) -> tuple[tuple[Declared, ...], list[int]]:
    """Return what is declared, once for all who declare the same and work in the same jurisdictions."""
    held_in = _held_in(settled)
    numbers = dict[tuple[int, frozenset[str]], int]()
    nobody = frozenset[str]()
    of_people = [
        numbers.setdefault((people.facts_of.get(place, -1), held_in.get(rank, nobody)), len(numbers))
        for rank, place in enumerate(places)
    ]
    return tuple(_facts_at(people, facts).declared(settled.as_of, held) for facts, held in numbers), of_people


def _facts_at(people: PeopleRead, place: int) -> Facts:
    return people.facts[place] if place >= 0 else Facts()


def _held_in(settled: JobsSettled) -> Mapping[int, frozenset[str]]:
    """Return the jurisdictions in which each person holds a job now."""
    of_kinds = [frozenset(_jurisdictions(one.class_id)) for one in settled.kinds]
    found = dict[int, frozenset[str]]()
    for person, kind in zip(settled.present.person, settled.present.kind, strict=True):
        held = found.get(int(person))
        found[int(person)] = of_kinds[kind] if held is None else held | of_kinds[kind]
    return found


def _jurisdictions(class_id: str | None) -> Iterable[str]:
    return () if class_id is None else (class_id.partition("/")[0],)


def _counts(settled: JobsSettled, people: PeopleRead, roster: Roster) -> RosterCounts:
    of_jobs = frozenset(int(one) for one in settled.seen if one >= 0) if people.table is not None else people.seen
    return RosterCounts(
        rows_in=settled.rows_in + people.rows_in,
        people=people.rows_in - people.rejected,
        spans=settled.spans,
        joined=settled.joined,
        set_aside=settled.set_aside,
        rejected=settled.rejected + people.rejected,
        employees=len(roster.employees),
        present=len(set(map(int, roster.present.person))),
        without_jobs=len(people.seen - of_jobs),
        without_people=len(of_jobs - people.seen),
        touched=settled.touched + people.touched,
    )


def near_titles(unread: Mapping[str, int], layout: Layout, catalog: Catalog) -> Mapping[str, str]:
    """Return what is near to the texts of classes that most rows hold and no class answers to, or what to try."""
    refusals = Refusals()
    classes = ClassFinder(layout, catalog, refusals)
    texts = sorted(unread, key=lambda text: (-unread[text], text))[:_MOST_NEAR]
    told = {text: refusals.of(classes.find(text)) for text in texts}
    return {
        text: ", ".join(classes.near(text)) if one.code is FaultCode.CLASS_UNKNOWN else one.try_this
        for text, one in told.items()
    }


_MOST_NEAR = 40
