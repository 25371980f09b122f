"""Answers about many people before one class, as a column; and all of them by the engine alone."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ladder.eligibility.cases import Case
from ladder.eligibility.needs import Need, TraineeNeed
from ladder.eligibility.rules import ClassRules
from ladder.histories import History
from ladder.roster.cells import Before, Cell, before, needs_in, plan_of, service_rules_in
from ladder.roster.job_groups import JobGroups, group_jobs
from ladder.roster.people import Roster


class Column(NamedTuple):
    """What everybody in a roster is before one class, in the order of the roster's people.

    ``months`` and ``if_months`` stand on the scale of ``ladder.roster.cells``; ``routes`` are bit
    sets of the routes met in ``months``. ``by_engine`` says how many people the engine
    was asked about one by one. ``usual`` are the months of people of whose jobs the class sees none, by
    the place of what they declare; ``seen`` are the places of all others. Both are empty where that is not told.
    """

    class_id: str
    months: Sequence[int]
    if_months: Sequence[int]
    routes: Sequence[int]
    by_engine: int = 0
    usual: Sequence[int] = ()
    seen: Sequence[int] = ()


class Histories:
    """The histories of a roster's people, each put together once."""

    def __init__(self, roster: Roster) -> None:
        """Keep the roster; nobody's history is put together yet."""
        self.roster = roster
        self._known: dict[int, History] = {}

    def of(self, person: int) -> History:
        """Return the history of the person at a place."""
        if person not in self._known:
            self._known[person] = self.roster.history(person)
        return self._known[person]

    def judge(self, one: Before, person: int) -> Cell:
        """Return what the engine finds of a person before a class."""
        declared = self.roster.declared[self.roster.declared_of[person]]
        return one.judge(self.of(person), plan_of(declared))


def columns_by_engine(
    roster: Roster, case: Case, class_ids: Iterable[str], only: frozenset[str] | None = None
) -> Iterator[Column]:
    """Yield the columns of these classes, everything asked of the engine."""
    histories, groups = Histories(roster), group_jobs(roster.kinds)
    for one in before(case, class_ids, only):
        yield _column_by_engine(one, histories, groups)


def _column_by_engine(one: Before, histories: Histories, groups: JobGroups) -> Column:
    """Return a column; where no job of a person is looked at, what is declared alone decides, and is asked once."""
    roster, looked_at = histories.roster, groups_looked_at(one.rules, groups)
    without: dict[int, Cell] = {}
    cells: list[Cell] = []
    asked = 0
    for person in range(len(roster.declared_of)):
        declared = roster.declared_of[person]
        if looked_at.isdisjoint(groups.of_kind[kind] for kind in kinds_of(roster, person)):
            if declared not in without:
                without[declared] = idle_cell(one, roster, declared)
            cells.append(without[declared])
        else:
            cells.append(histories.judge(one, person))
            asked += 1
    months, if_months, routes = map(list, zip(*cells, strict=True)) if cells else ([], [], [])
    return Column(one.rules.class_id, months, if_months, routes, asked)


def idle_cell(one: Before, roster: Roster, declared: int) -> Cell:
    """Return what the engine finds of people of no job who declare this."""
    told = roster.declared[declared]
    return one.judge(told.history, plan_of(told))


def groups_looked_at(rules: ClassRules, groups: JobGroups) -> frozenset[int]:
    """Return the groups of jobs that any rule of a class looks at."""
    found: set[int] = set()
    for need in needs_in(rules):
        if isinstance(need, Need):
            found.update(*(groups.looked_at(rule) for rule in service_rules_in(need)))
        elif isinstance(need, TraineeNeed):
            found.update(groups.in_class.get(need.feeder_class, ()))
    return frozenset(found)


def kinds_of(roster: Roster, person: int) -> Iterator[int]:
    """Yield the kinds of the jobs that a person has held and holds."""
    for at in range(roster.first_row[person], roster.first_row[person + 1]):
        yield roster.rows.kind[at]
    for at in range(roster.first_present[person], roster.first_present[person + 1]):
        yield roster.present.kind[at]
