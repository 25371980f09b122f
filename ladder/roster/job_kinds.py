"""What jobs are but for their dates: each distinct one once, in an order that the order of rows does not change."""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from ladder.histories import Service
from ladder.roster.jobs_table import JobsTable
from ladder.roster.people import Column
from ladder.roster.reading_rules import ReadingRules
from ladder.roster.row_faults import BLANK, FIRST_REFUSED, FaultCode


class Kinds(NamedTuple):
    """The jobs, and for each row the place of its own, or the number of a refusal."""

    services: tuple[Service, ...]
    of_rows: Column


_COLUMNS = ("class", "title", "fte", "target_class", "counts_toward")


def find_kinds(jobs: JobsTable, rules: ReadingRules) -> Kinds:
    """Return the jobs of a table.

    A title matters only where no class is named. One that names no class stands for work
    elsewhere where the row says what it counts toward, and is refused where it does not.
    """
    classes, *others = (jobs.table.column(name, 0 if name in _WITH_BLANK_VALUE else BLANK) for name in _COLUMNS)
    titles = rules.work.masked(others[0], classes)
    places, combinations = rules.work.combined([classes, titles, *others[1:]])
    found = [_service_of(combination, jobs, rules) for combination in combinations]
    services = sorted({one for one in found if isinstance(one, Service)}, key=_order_of)
    numbers = {service: number for number, service in enumerate(services)}
    return Kinds(
        tuple(services),
        rules.work.taken([numbers[one] if isinstance(one, Service) else one for one in found], places),
    )


_WITH_BLANK_VALUE = frozenset({"fte", "target_class", "counts_toward"})
"""The columns whose place 0 is that of a blank."""


def _service_of(combination: Sequence[int], jobs: JobsTable, rules: ReadingRules) -> Service | int:
    """Return one job, or the number of a refusal; values that were refused are refused in their own columns."""
    in_class, title, fte, target, declared = combination
    toward = jobs.declared[declared] if declared >= 0 else frozenset[str]()
    found = in_class if in_class != BLANK else _by_title(title, jobs, rules, counts=bool(toward))
    if found <= FIRST_REFUSED:
        return found
    class_id = rules.classes.class_ids[found] if found >= 0 else None
    return Service(
        number=0,
        title=rules.catalog.classes[class_id].title if class_id else _text_at(title, jobs),
        class_id=class_id,
        target_class=jobs.targets[target] or None if target >= 0 else None,
        declared=toward,
        fte=jobs.shares[fte] if fte >= 0 else Fraction(1),
    )


def _by_title(title: int, jobs: JobsTable, rules: ReadingRules, *, counts: bool) -> int:
    """Return the class that a title names, BLANK of work elsewhere that counts, or the number of a refusal."""
    found = rules.classes.find(jobs.titles[title]) if title >= 0 else BLANK
    if found >= 0 or (counts and (found == BLANK or _is_unknown(found, rules))):
        return max(found, BLANK)
    if found != BLANK:
        return found
    what = "the row names no class, no title, and nothing that its service counts toward"
    return rules.refusals.number(FaultCode.CLASS_MISSING, what, "write the code or title of the class")


def _is_unknown(number: int, rules: ReadingRules) -> bool:
    return number <= FIRST_REFUSED and rules.refusals.of(number).code is FaultCode.CLASS_UNKNOWN


def _text_at(title: int, jobs: JobsTable) -> str:
    return jobs.titles[title] if title >= 0 else "a job"


def _order_of(one: Service) -> tuple[object, ...]:
    return one.class_id or "", one.title, one.fte, one.target_class or "", sorted(one.declared)
