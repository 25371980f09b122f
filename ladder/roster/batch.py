"""Many people before one class in columns of numpy: whole numbers alone, and the engine where they do not reach.

Before a class, a person is only what its rules can see. Of most people they see no job: what
is declared decides, once for all who declare alike. Of the rest, months are summed; what
needs more than sums (order, recency, planned events, odd shares of full time, lead duty that
a plan settles) is asked of the engine person by person, and counted.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple, cast

import numpy as np
import numpy.typing as npt

from ladder.catalog.jurisdictions import Conventions
from ladder.eligibility.cases import Case
from ladder.eligibility.clocks import HORIZON, Amount
from ladder.roster.answer_columns import Column, Histories, idle_cell
from ladder.roster.cells import BEYOND, NEVER, UNKNOWN, before
from ladder.roster.class_tables import ClassTable, Groups, ServiceNeed, TableMaker, Terms, TraineeNow
from ladder.roster.declared_facts import Credits, Dates, DeclaredFacts, Lookup, Steps
from ladder.roster.job_groups import group_jobs
from ladder.roster.joined_rows import Bools, Ints, JoinedRows, grouping, ints, join_all
from ladder.roster.people import Roster
from ladder.roster.service_sums import ServiceSums

Places = npt.NDArray[np.intp]
Columns = list[npt.NDArray[Any]]
"""Months, months at best, sets of routes."""


class StepTable(NamedTuple):
    """Credit as it steps up, a row for each distinct combination: months, and parts of a month from then on."""

    months: Ints
    credit: Ints


class Found(NamedTuple):
    """Some people before a class: months and months at best on the scale, bit sets of routes, and whom to ask about."""

    months: Ints
    if_months: Ints
    routes: Ints
    to_ask: Bools


class People(NamedTuple):
    """Some people before a class: what they declare, of which standing, and what tells of the service that they hold.

    Months held, and shares of full time now, are in parts of which ``unit`` are one.
    """

    declared: Places
    standing: Places
    held: Callable[[Groups], Ints]
    now: Callable[[Groups], Ints]
    has_held: Callable[[Groups], Bools]
    unit: int

    def all_at(self, place: int) -> Ints:
        """Return the same place on the scale for each."""
        return np.full(len(self.declared), place, dtype=np.int64)


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
        self._steps: dict[tuple[int, int, int], StepTable] = {}
        self._looked_up: dict[int, Places] = {}
        self._planned = np.asarray([bool(one.history.changes) for one in roster.declared], dtype=np.bool_)

    def column(self, table: ClassTable, out: Columns | None = None) -> Column:
        """Return what everybody is before the class of the table, in the columns ``out`` where they are given."""
        columns = self._new_columns(table) if out is None else out
        for column, idle in zip(columns, self._idle(table), strict=False):
            self._spread(idle, column)
        who = self.held.holders(table.seen)
        worked_out = len(who) > 0 and table.is_plain and table.is_simple
        asked = self._worked_out(table, who, columns) if worked_out else who
        for person in asked:
            cell = self.histories.judge(table.before, int(person))
            for column, value in zip(columns, cell, strict=True):
                column[person] = value
        months, if_months, routes = (cast("Sequence[int]", column) for column in columns)
        return Column(table.before.rules.class_id, months, if_months, routes, len(asked))

    def _new_columns(self, table: ClassTable) -> Columns:
        kinds = (np.int16, np.int16, _narrow(len(table.routes)) if table.is_simple else np.object_)
        return [np.empty(len(self.declared_of), dtype=kind) for kind in kinds]

    def _spread(self, values: npt.NDArray[Any], column: npt.NDArray[Any]) -> None:
        """Set a column to the values of what each person declares."""
        if len(values) == 0 or (values == values[0]).all():
            column[:] = values[0] if len(values) else 0
        else:
            np.take(values.astype(column.dtype), self.declared_of, out=column, mode="clip")

    def _idle(self, table: ClassTable) -> Found:
        """Return what people of no job are, for each combination declared."""
        count = len(self.roster.declared)
        if not table.is_simple:
            cells = [idle_cell(table.before, self.roster, one) for one in range(count)]
            found = [np.asarray([cell[place] for cell in cells], dtype=np.int64) for place in (0, 1)]
            routes = np.asarray([cell.routes for cell in cells], dtype=object)
            return Found(found[0], found[1], routes, np.zeros(count, dtype=np.bool_))
        none = np.zeros(count, dtype=np.int64)
        standing = self._places(table.standing)
        people = People(np.arange(count), standing, lambda _: none, lambda _: none, lambda _: none > 0, 1)
        return self._found(table, people)

    def _worked_out(self, table: ClassTable, who: Ints, columns: Columns) -> Ints:
        """Set what people of jobs that the class sees are; return those to ask the engine about."""
        sums = self.held.sums(table.before.rules.conventions)
        sums.stand(who)
        declared = self.declared_of[who]
        standing = self._places(table.standing)[declared]
        held, now = _once(sums.months_held), _once(sums.share_now)
        people = People(
            declared, standing, held, now, lambda groups: np.isin(who, self.held.holders(groups)), sums.unit
        )
        found = self._found(table, people)
        for column, values in zip(columns, found[:3], strict=True):
            column[who] = values
        return who[found.to_ask | self._planned[declared] | sums.odd_people[who]]

    # -------------------------------------------------------------- routes and needs

    def _found(self, table: ClassTable, people: People) -> Found:
        sure = [self._months(need, people, 0) for need in table.needs]
        told = zip(table.needs, sure, strict=True)
        best = [one if need.is_sure else self._months(need, people, 1) for need, one in told]
        by_route = [_latest([sure[place] for place in route]) for route in table.routes]
        at_best = [_latest([best[place] for place in route]) for route in table.routes]
        least = _least(by_route)
        unknown = np.zeros(len(least), dtype=np.bool_) | table.before.seen_in_part
        routes = people.all_at(0)
        for place, months in enumerate(by_route):
            unknown |= months == UNKNOWN
            routes |= ((months == least) & (least <= HORIZON)).astype(np.int64) << place
        months = np.where(least <= HORIZON, least, np.where(unknown, UNKNOWN, NEVER))
        hoped = _least(at_best)
        if_months = np.minimum(months, np.where(hoped <= HORIZON, hoped, NEVER))
        settled = self._settled(table, people) & (months > 0) & (if_months < months)
        return Found(months, if_months, routes, settled)

    def _settled(self, table: ClassTable, people: People) -> Bools:
        """Return whose declared lead work fills what is asked, so that no more is asked (docs/semantics.md, C29)."""
        found = np.zeros(len(people.declared), dtype=np.bool_)
        for need in table.needs:
            if isinstance(need, ServiceNeed):
                for standing, leads in enumerate(need.leads):
                    if leads:
                        filled = [self._is_filled(*lead, people) for lead in leads]
                        found |= np.logical_and.reduce(filled) & (people.standing == standing)
        return found

    @staticmethod
    def _is_filled(asked: Amount, groups: Groups, people: People) -> Bools:
        filled: Bools = (people.now(groups) > 0) | (people.held(groups) * 2 >= int(asked * 2) * people.unit)
        return filled

    def _months(self, need: ServiceNeed | Dates | TraineeNow, people: People, at_best: int) -> Ints:
        """Return when people meet one need, on the scale."""
        if isinstance(need, Dates):
            return ints([pair[at_best] for pair in need.months])[self._places(need.lookup)[people.declared]]
        if isinstance(need, TraineeNow):
            return np.where(people.has_held(need.possible if at_best else need.sure), UNKNOWN, NEVER)
        found = people.all_at(NEVER)
        for terms in dict.fromkeys(pair[at_best] for pair in need.terms):
            if terms.bounds is None:
                continue
            of_terms = [pair[at_best] == terms for pair in need.terms]
            months = self._filled(need, terms, people, at_best)
            found = months if all(of_terms) else np.where(np.asarray(of_terms)[people.standing], months, found)
        return found

    def _filled(self, need: ServiceNeed, terms: Terms, people: People, at_best: int) -> Ints:
        """Return the first month in which all bounds on the credited service reach what is asked."""
        scale = need.parts * people.unit
        steps = self._step_table(need.credits, at_best, scale)
        rows = self._places(need.credits.lookup)[people.declared]
        found = people.all_at(0)
        for used_up, levels in terms.bounds or ():
            left, rate = people.all_at(int((need.asked - used_up) * need.parts) * people.unit), people.all_at(0)
            for weight, groups in levels:
                parts = int(weight * need.parts)
                left -= parts * people.held(groups)
                rate += parts * people.now(groups)
            found = np.maximum(found, _first_month(left, rate, steps, rows))
        return np.where(found >= _NEVER, NEVER, np.minimum(found, BEYOND))

    def _places(self, lookup: Lookup) -> Places:
        """Return which of the distinct parts each combination declares."""
        if id(lookup) not in self._looked_up:
            self._looked_up[id(lookup)] = np.asarray(lookup.of_declared, dtype=np.intp)
        return self._looked_up[id(lookup)]

    def _step_table(self, found: Credits, at_best: int, scale: int) -> StepTable:
        key = (found.number, at_best, scale)
        if key not in self._steps:
            self._steps[key] = _step_table([pair[at_best] for pair in found.steps], scale)
        return self._steps[key]


_NEVER = 1 << 40
"""Later than any month that arithmetic comes to."""


def _step_table(rows: list[Steps], scale: int) -> StepTable:
    longest = max(map(len, rows))
    padded = [[*steps, *[(_NEVER, 0)] * (longest - len(steps))] for steps in rows]
    months = ints([[month for month, _ in steps] for steps in padded])
    return StepTable(months, ints([[int(amount * scale) for _, amount in steps] for steps in padded]))


def _first_month(left: Ints, rate: Ints, steps: StepTable, rows: Places) -> Ints:
    """Return the first month in which service at the rate, and study as it steps up, leave nothing."""
    found = np.full(len(left), _NEVER, dtype=np.int64)
    moves = rate > 0
    pace = np.where(moves, rate, 1)
    for place in range(steps.months.shape[1]):
        begins = steps.months[rows, place]
        lacking = left - steps.credit[rows, place]
        by_work = np.where(moves, np.maximum(begins, -(-lacking // pace)), _NEVER)
        found = np.minimum(found, np.where(lacking <= 0, begins, by_work))
    return found


def _latest(months: list[Ints]) -> Ints:
    """Return when a route is met: when the last of what it asks is."""
    found: Ints = np.maximum.reduce(months)
    return found


def _least(routes: list[Ints]) -> Ints:
    """Return the least month of any route, never where none is met within the months that are sought."""
    found: Ints = np.minimum.reduce(routes)
    return np.where(found <= HORIZON, found, NEVER)


def _narrow(routes: int) -> type[np.unsignedinteger]:
    """Return the smallest whole numbers that hold sets of so many routes."""
    return next(kind for kind, most in _KINDS if routes <= most)


_KINDS = ((np.uint8, 8), (np.uint16, 16), (np.uint32, 32), (np.uint64, 64))


def _once(told: Callable[[Groups], Ints]) -> Callable[[Groups], Ints]:
    """Return the same, asked once for each set of groups."""
    known: dict[Groups, Ints] = {}

    def tell(groups: Groups) -> Ints:
        if groups not in known:
            known[groups] = told(groups)
        return known[groups]

    return tell


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
