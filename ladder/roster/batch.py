"""Many people before one class in columns of numpy: whole numbers alone, and the engine where they do not reach.

Before a class, a person is only what its rules can see. Of most people they see no job: what
is declared decides, once for all who declare alike. Of the rest, months are summed, and where
service must be recent they are told month by month; what needs more than that (order, planned
events, odd shares of full time) is asked of the engine person by person, and counted.
"""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple, cast

import numpy as np
import numpy.typing as npt

from ladder.catalog.jurisdictions import Conventions
from ladder.eligibility.cases import Case
from ladder.eligibility.clocks import HORIZON, Amount
from ladder.roster.answer_columns import Column, Histories, idle_cell
from ladder.roster.cells import NEVER, UNKNOWN, before
from ladder.roster.class_tables import (
    AT_BEST,
    LEAD_SETTLED,
    SURE,
    ClassTable,
    Groups,
    ServiceNeed,
    TableMaker,
    Terms,
    TraineeNow,
)
from ladder.roster.declared_columns import DeclaredColumns
from ladder.roster.declared_facts import Dates, DeclaredFacts
from ladder.roster.first_months import least
from ladder.roster.job_groups import group_jobs
from ladder.roster.joined_rows import Bools, Ints, JoinedRows, Places, grouping, ints, join_all
from ladder.roster.needs_met import Met, NeedsMet, is_filled, months_of_routes
from ladder.roster.people import Roster
from ladder.roster.people_before import People, service_of
from ladder.roster.service_sums import ServiceSums

Columns = list[npt.NDArray[Any]]
"""Months, months at best, sets of routes."""
MOST_MONTHS = 1 << 20
"""Months told of at once where service must be recent: of so many people as fit, each in as many as are looked at."""


class Found(NamedTuple):
    """Some people before a class: months and months at best on the scale, bit sets of routes, and whom to ask about."""

    months: Ints
    if_months: Ints
    routes: Ints
    to_ask: Bools


class HeldService:
    """The service of a roster's people, put in order once, whatever else they declare."""

    def __init__(self, roster: Roster) -> None:
        """Find who holds or has held what; rows are joined where they are first asked about."""
        self.roster = roster
        self.groups = group_jobs(roster.kinds)
        self._rows: JoinedRows | None = None
        self._sums: dict[Hashable, ServiceSums] = {}
        everybody = np.concatenate([ints(roster.rows.person), ints(roster.present.person)])
        group = ints(self.groups.of_kind)[np.concatenate([ints(roster.rows.kind), ints(roster.present.kind)])]
        order, self._begins = grouping(group, len(self.groups.jobs))
        self._holders = everybody[order]
        self._marks = np.zeros(len(roster.declared_of), dtype=np.bool_)

    def holders(self, groups: Groups) -> Ints:
        """Return the people who hold or have held a job of any of the groups, in order."""
        for one in groups:
            self._marks[self._holders[self._begins[one] : self._begins[one + 1]]] = True
        found = np.flatnonzero(self._marks)
        self._marks[found] = False
        return found

    def sums(self, conventions: Conventions) -> ServiceSums:
        """Return the service of everybody as the conventions count it."""
        if self._rows is None:
            self._rows = join_all(self.roster)
        key = (conventions.part_time, conventions.overlap, conventions.day_rule)
        if key not in self._sums:
            self._sums[key] = ServiceSums(self.roster, self._rows, self.groups, conventions)
        return self._sums[key]


class Batch:
    """A roster made ready: what is declared is asked of the engine once, and service is summed."""

    def __init__(self, roster: Roster, only: frozenset[str] | None = None, held: HeldService | None = None) -> None:
        """Take the roster, with the service of its people where it was put in order before."""
        self.roster = roster
        self.histories = Histories(roster)
        self.held = HeldService(roster) if held is None else held
        self.maker = TableMaker(roster.as_of, DeclaredFacts(roster.declared, only), self.held.groups)
        self.declared_of: Places = np.asarray(roster.declared_of, dtype=np.intp)
        self._declared = DeclaredColumns()
        self._needs = NeedsMet(self._declared)
        self._planned = np.asarray([bool(one.history.changes) for one in roster.declared], dtype=np.bool_)

    def column(self, table: ClassTable, out: Columns | None = None) -> Column:
        """Return what everybody is before the class of the table, in the columns ``out`` where they are given."""
        columns = self._new_columns(table) if out is None else out
        idle = self._idle(table)
        for column, values in zip(columns, idle, strict=True):
            self._spread(values, column)
        who = self.held.holders(table.seen)
        worked_out = len(who) > 0 and table.is_plain and table.is_simple
        asked = self._worked_out(table, who, columns) if worked_out else who
        for person in asked:
            cell = self.histories.judge(table.before, int(person))
            for column, value in zip(columns, cell, strict=True):
                column[person] = value
        months, if_months, routes, usual, seen = (cast("Sequence[int]", one) for one in (*columns, idle[0], who))
        return Column(table.before.rules.class_id, months, if_months, routes, len(asked), usual, seen)

    def _new_columns(self, table: ClassTable) -> Columns:
        kinds = (np.int16, np.int16, _narrow(len(table.routes)) if table.is_simple else np.object_)
        return [np.empty(len(self.declared_of), dtype=kind) for kind in kinds]

    def _spread(self, values: npt.NDArray[Any], column: npt.NDArray[Any]) -> None:
        """Set a column to the values of what each person declares."""
        if len(values) == 0 or (values == values[0]).all():
            column[:] = values[0] if len(values) else 0
        else:
            np.take(values.astype(column.dtype), self.declared_of, out=column, mode="clip")

    # -------------------------------------------------------------- people of no job that the class sees

    def _idle(self, table: ClassTable) -> tuple[Ints, Ints, npt.NDArray[Any]]:
        """Return what people of no job are, for each combination declared: months, months at best, sets of routes."""
        if not table.is_simple:
            cells = [idle_cell(table.before, self.roster, one) for one in range(len(self.roster.declared))]
            months, if_months = (ints([cell[place] for cell in cells]) for place in (0, 1))
            return months, if_months, np.asarray([cell.routes for cell in cells], dtype=object)
        sure = [self._studied(table, place, SURE) for place in range(len(table.needs))]
        best = [
            one if need.is_sure else self._studied(table, place, AT_BEST)
            for place, (need, one) in enumerate(zip(table.needs, sure, strict=True))
        ]
        found = _judged(table, months_of_routes(table, Met(sure, {})), months_of_routes(table, Met(best, {})))
        return found.months, found.if_months, found.routes

    def _studied(self, table: ClassTable, place: int, level: int) -> Ints:
        """Return when each combination meets a need without service, which nothing falls out of."""
        need = table.needs[place]
        if isinstance(need, Dates):
            return self._declared.dates(need, level)
        if isinstance(need, TraineeNow):
            return np.full(len(self.roster.declared), NEVER, dtype=np.int64)
        owed = [_owed(need, terms[level]) for terms in need.terms]
        return self._declared.studied(need.credits, level, table.standing, owed)

    # -------------------------------------------------------------- people of jobs that it sees

    def _worked_out(self, table: ClassTable, who: Ints, columns: Columns) -> Ints:
        """Set what people of jobs that the class sees are; return those to ask the engine about."""
        sums = self.held.sums(table.before.rules.conventions)
        declared = self.declared_of[who]
        standing = self._declared.places(table.standing)[declared]
        found = self._found(table, People(declared, standing, service_of(sums, self.held.holders, who)))
        for column, values in zip(columns, found[:3], strict=True):
            column[who] = values
        return who[found.to_ask | self._planned[declared] | sums.odd_people[who]]

    def _found(self, table: ClassTable, people: People) -> Found:
        """Return what these people are before the class; as many at a time as their months can be told of."""
        size = max(1, MOST_MONTHS // (table.last_month + 1)) if table.last_month else len(people.declared)
        parts = range(0, len(people.declared), size)
        found = [self._found_of(table, people.part(slice(begin, begin + size))) for begin in parts]
        return found[0] if len(found) == 1 else Found(*map(np.concatenate, zip(*found, strict=True)))

    def _found_of(self, table: ClassTable, people: People) -> Found:
        sure = self._needs.of(table, people, SURE)
        best = self._needs.of(table, people, AT_BEST, sure)
        found = _judged(table, months_of_routes(table, sure), months_of_routes(table, best))
        settled, some_settled = self._settled(table, people)
        is_better = (found.months > 0) & (found.if_months < found.months)
        if table.lead_is_apart and not table.last_month:
            self._settle(table, people, np.flatnonzero(settled & is_better), found)
            some_settled &= ~settled
        return found._replace(to_ask=some_settled & is_better)

    def _settled(self, table: ClassTable, people: People) -> tuple[Bools, Bools]:
        """Return whose declared lead work fills all that is asked, and some of it (docs/semantics.md, C29)."""
        every, some = np.ones(len(people.declared), dtype=np.bool_), np.zeros(len(people.declared), dtype=np.bool_)
        for need in table.needs:
            if isinstance(need, ServiceNeed) and need.asks_lead:
                filled = np.zeros(len(every), dtype=np.bool_)
                for standing, leads in enumerate(need.leads):
                    are_filled = [is_filled(*lead, people) for lead in leads]
                    filled |= np.logical_and.reduce(are_filled) & (people.standing == standing)
                every &= filled
                some |= filled
        return every & some, some

    def _settle(self, table: ClassTable, people: People, places: Ints, found: Found) -> None:
        """Set months at best of people of whom lead duty is asked no more."""
        if len(places):
            part = people.part(places)
            best = months_of_routes(table, self._needs.of(table, part, LEAD_SETTLED))
            found.if_months[places] = np.minimum(found.months[places], least(best))


def _owed(need: ServiceNeed, terms: Terms) -> Amount | None:
    """Return the months that study must come to where there is no service; None of who is shut out."""
    return None if terms.bounds is None else max(need.asked - bound.used_up for bound in terms.bounds)


def _judged(table: ClassTable, sure: list[Ints], best: list[Ints]) -> Found:
    """Return what the months of the routes, as declared and at best, come to."""
    soonest = least(sure)
    unknown = np.logical_or.reduce([months == UNKNOWN for months in sure]) | table.before.seen_in_part
    is_met = soonest <= HORIZON
    routes = np.zeros(len(soonest), dtype=np.int64)
    for place, months in enumerate(sure):
        routes |= ((months == soonest) & is_met).astype(np.int64) << place
    months = np.where(is_met, soonest, np.where(unknown, UNKNOWN, NEVER))
    return Found(months, np.minimum(months, least(best)), routes, np.zeros(len(months), dtype=np.bool_))


def _narrow(routes: int) -> type[np.unsignedinteger]:
    """Return the smallest whole numbers that hold sets of so many routes."""
    return next(kind for kind, most in _KINDS if routes <= most)


_KINDS = ((np.uint8, 8), (np.uint16, 16), (np.uint32, 32), (np.uint64, 64))


def columns_in_batch(
    roster: Roster,
    case: Case,
    class_ids: Iterable[str],
    only: frozenset[str] | None = None,
    held: HeldService | None = None,
) -> Iterator[Column]:
    """Yield the columns of these classes."""
    batch = Batch(roster, only, held)
    for one in before(case, class_ids, only):
        yield batch.column(batch.maker.table(one))
