"""Who is on which bench, person by person, with what is asked, held, credited and left: made only where asked for."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ladder.eligibility.answers import Assessment, RequirementTrace
from ladder.eligibility.assessment import assess
from ladder.eligibility.cases import Case
from ladder.roster.answer_columns import Column, Histories
from ladder.roster.cells import plan_of
from ladder.roster.crowd import Crowd, closed_before
from ladder.service_time import print_exact, print_known_month

PERSON_COLUMNS = (
    *("employee", "class", "status", "months", "month", "routes", "if_months", "if_conditions"),
    *("asked", "held", "credited", "left", "sources"),
)
_SEVERAL = " | "


class PersonRows(NamedTuple):
    """Answers of the engine about the people on benches, one by one."""

    crowd: Crowd
    histories: Histories
    case: Case

    def rows(self, columns: Iterable[Column]) -> Iterator[tuple[str | int | None, ...]]:
        """Yield a row for each person on the bench of each class, as it stands or were what is asked true."""
        for column in columns:
            for person in self.crowd.on_bench(column, closed_before(column.class_id, self.case.catalog)):
                yield self._row(self.assessed(person, column.class_id), person)

    def assessed(self, person: int, class_id: str) -> Assessment:
        """Return what the engine finds of a person before a class, with reasons."""
        roster = self.crowd.roster
        plan = plan_of(roster.declared[roster.declared_of[person]])
        return assess(self.case._replace(history=self.histories.of(person), plan=plan), class_id)

    def _row(self, found: Assessment, person: int) -> tuple[str | int | None, ...]:
        better = found.if_conditions_met
        at_best = (better.months, _SEVERAL.join(better.conditions)) if better else (None, "")
        return (
            *(self.crowd.roster.employees[person], found.target, found.status.value, found.months),
            *(print_known_month(found.month), _SEVERAL.join(found.routes), *at_best),
            *_told_of(found.requirements),
        )


def _told_of(requirements: Iterable[RequirementTrace]) -> Iterator[str]:
    """Yield what is asked, held, credited and left of the requirements of months, and the sources of all."""
    traces = [one for one in requirements if one.asked is not None]
    yield _SEVERAL.join(f"{one.reference} {one.asked}" for one in traces)
    yield _SEVERAL.join(f"{one.reference} {print_exact(one.held or 0)}" for one in traces)
    yield _SEVERAL.join(_credited(one) for one in traces if one.credited)
    yield _SEVERAL.join(f"{one.reference} {print_exact(one.left or 0)}" for one in traces)
    yield _SEVERAL.join(dict.fromkeys(str(one.source) for one in requirements))


def _credited(one: RequirementTrace) -> str:
    by = ", ".join(f"{print_exact(credit.months)} by {credit.by}" for credit in one.credited)
    return f"{one.reference} {by}"
