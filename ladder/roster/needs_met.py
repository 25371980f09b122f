"""When many people meet the needs of a class: by what they declare, and by service summed or told month by month."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from ladder.eligibility.clocks import Amount
from ladder.roster.cells import BEYOND, NEVER, UNKNOWN
from ladder.roster.class_tables import AT_BEST, AnyTable, ClassTable, Groups, ServiceNeed, Terms, TraineeNow
from ladder.roster.declared_columns import DeclaredColumns
from ladder.roster.declared_facts import Dates
from ladder.roster.first_months import AFTER_ALL, at_once, credit_by_month, first_inside, first_month, latest
from ladder.roster.joined_rows import Bools, Ints
from ladder.roster.people_before import People


class Met(NamedTuple):
    """When each need of a class is met by itself; and of those that must be recent, in which months."""

    months: list[Ints]
    inside: dict[int, Bools]


class NeedsMet:
    """Tells when people meet the needs of a class; ``level`` is one of those that ``class_tables`` names."""

    def __init__(self, declared: DeclaredColumns) -> None:
        """Take what people declare."""
        self._declared = declared

    def of(self, table: ClassTable, people: People, level: int, sure: Met | None = None) -> Met:
        """Return when each need is met; what nothing is asked of is as it is as declared, which is ``sure``."""
        if sure and all(need.is_sure for need in table.needs):
            return sure
        found = Met([], {})
        for place, need in enumerate(table.needs):
            inside = self._inside_of(need, table.last_month, people, level)
            if inside is None:
                known = sure.months[place] if sure and need.is_sure else None
                found.months.append(self._months(need, people, level) if known is None else known)
            else:
                found.inside[place] = inside
                found.months.append(first_inside(inside, people.all_at(0)))
        return found

    def _inside_of(self, need: AnyTable, last: int, people: People, level: int) -> Bools | None:
        """Return in which months a need is met of which old service falls out, None where none does."""
        if not isinstance(need, ServiceNeed) or need.last_months is None:
            return None
        return self._inside(need, need.last_months, last, people, level)

    def _months(self, need: ServiceNeed | Dates | TraineeNow, people: People, level: int) -> Ints:
        """Return when people meet one need, on the scale."""
        if isinstance(need, Dates):
            return self._declared.dates(need, min(level, AT_BEST))[people.declared]
        if isinstance(need, TraineeNow):
            groups = need.possible if level else need.sure
            return np.where(people.service.has_held(groups), UNKNOWN, NEVER)
        found = people.all_at(NEVER)
        for terms, chosen in _terms_of(need, people, level):
            months = self._filled(need, terms, people, level)
            found = months if chosen is None else np.where(chosen, months, found)
        return found

    def _filled(self, need: ServiceNeed, terms: Terms, people: People, level: int) -> Ints:
        """Return the first month in which all bounds on the credited service reach what is asked."""
        service = people.service
        steps = self._declared.steps(need.credits, min(level, AT_BEST), need.parts * service.unit)
        rows = self._declared.places(need.credits.lookup)[people.declared]
        found = people.all_at(0)
        for used_up, levels in terms.bounds or ():
            left, rate = people.all_at(_in_parts(need.asked - used_up, need) * service.unit), people.all_at(0)
            for weight, groups in levels:
                parts = _in_parts(weight, need)
                left -= parts * service.held(groups)
                rate += parts * service.now(groups)
            found = np.maximum(found, first_month(left, rate, steps, rows))
        return np.where(found >= AFTER_ALL, NEVER, np.minimum(found, BEYOND))

    def _inside(self, need: ServiceNeed, window: int, last: int, people: People, level: int) -> Bools:
        """Return in which months, up to the last, a need is met by service within so many months."""
        months = np.arange(last + 1)
        steps = self._declared.steps(need.credits, min(level, AT_BEST), need.parts * people.service.unit)
        rows = self._declared.places(need.credits.lookup)[people.declared]
        study = credit_by_month(steps, rows, np.append(months[:-1], AFTER_ALL - 1))
        found = np.zeros(study.shape, dtype=np.bool_)
        for terms, chosen in _terms_of(need, people, level):
            met = np.ones(study.shape, dtype=np.bool_)
            for used_up, levels in terms.bounds or ():
                credit = study.copy()
                for weight, groups in levels:
                    past = people.service.lately(groups, window)[:, np.maximum(window - months, 0)]
                    to_come = people.service.now(groups)[:, None] * np.minimum(months, window)
                    credit += _in_parts(weight, need) * (past + to_come)
                met &= credit >= _in_parts(need.asked - used_up, need) * people.service.unit
            found = met if chosen is None else np.where(chosen[:, None], met, found)
        return found


def _in_parts(amount: Amount, need: ServiceNeed) -> int:
    return int(amount * need.parts)


def is_filled(asked: Amount, groups: Groups, people: People) -> Bools:
    """Return for whom lead duty is settled: it goes on, or enough of it is past."""
    service = people.service
    filled: Bools = (service.now(groups) > 0) | (service.held(groups) * 2 >= int(asked * 2) * service.unit)
    return filled


def _terms_of(need: ServiceNeed, people: People, level: int) -> Iterator[tuple[Terms, Bools | None]]:
    """Yield the terms on which service fills a need, and for whom: None where for all."""
    for terms in dict.fromkeys(each[level] for each in need.terms):
        of_terms = [each[level] == terms for each in need.terms]
        if terms.bounds is not None:
            yield terms, None if all(of_terms) else np.asarray(of_terms)[people.standing]


def months_of_routes(table: ClassTable, met: Met) -> list[Ints]:
    """Return when each route is met: with the last of what it asks, and where that must be recent, all at once."""
    found = []
    for route in table.routes:
        months = [met.months[place] for place in route]
        inside = [met.inside[place] for place in route if place in met.inside]
        found.append(at_once(months, inside) if inside else latest(months))
    return found
