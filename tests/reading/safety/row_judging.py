"""Whether a person meets a route of a row read by hand: an evaluator of its own, which shares nothing with the engine.

A row names fields of work in words, a record in its requirements, to which a job is declared to count. So the parts of
the row's route are matched with the requirements of the record's route, each with one of its own, in any way that lets
the person meet the row: what fails then fails under every matching.
"""

from collections.abc import Iterable
from itertools import permutations
from typing import NamedTuple

from ladder.qualifications import Education, Experience, Programme, Requirement, StandingHeld
from tests.reading.safety.hand_read_rows import Row, RowRoute, ServiceAsked, plain
from tests.reading.safety.people import JobHeld, Met, Person, RecordAlone


class Counted(NamedTuple):
    """A part of the row's route with the jobs, by their places, that count toward it."""

    asked: ServiceAsked
    jobs: frozenset[int]


def meets_row(person: Person, met: Met, row: Row, record: RecordAlone, *, credit: int, service_for_study: bool) -> bool:
    """Return whether the person, who meets a route of the record, meets a route of the row."""
    rank = max(person.rank, 1 if met.takes_school else 0)
    held = len(person.licences) + sum(map(_held_besides, met.rules))
    return any(
        not route.is_judged
        and ((rank >= route.rank and (_is_in_field(met) or not route.in_field)) or service_for_study)
        and held >= route.held
        and _meets_service(person.jobs, met.rules, route, record, credit)
        for route in row.routes
    )


def _is_in_field(met: Met) -> bool:
    """Return whether the record asks its degree in a field, or in words that a person must read."""
    degrees = [rule for rule in met.rules if isinstance(rule, Education) and rule.degree]
    return not degrees or any(rule.fields or rule.courses for rule in degrees)


def _held_besides(rule: Requirement) -> int:
    """Return how many trainings or standings, other than licenses, a requirement that is met shows."""
    if isinstance(rule, Education):
        return len(rule.courses) + bool(rule.semester_hours)
    return int(isinstance(rule, Programme | StandingHeld))


def _meets_service(
    jobs: tuple[JobHeld, ...], rules: tuple[Requirement, ...], route: RowRoute, record: RecordAlone, credit: int
) -> bool:
    asked = [rule for rule in rules if isinstance(rule, Experience)]
    slots: list[Experience | None] = [*asked, *([None] * len(route.service))]
    return any(
        _is_enough(
            [
                Counted(one, _counting(jobs, one, rule, record))
                for one, rule in zip(route.service, chosen, strict=False)
            ],
            jobs,
            credit,
        )
        for chosen in permutations(slots, len(route.service))
    )


def _counting(
    jobs: tuple[JobHeld, ...], asked: ServiceAsked, rule: Experience | None, record: RecordAlone
) -> frozenset[int]:
    return frozenset(place for place, job in enumerate(jobs) if _counts(job, asked, rule, record))


def _counts(job: JobHeld, asked: ServiceAsked, rule: Experience | None, record: RecordAlone) -> bool:
    """Return whether a job counts: by its class, or because it is declared as what the requirement says."""
    if asked.titles and plain(job.title) in asked.titles:
        return True
    if rule is None:
        return False
    parts = [one for one in record.rules.requirements if isinstance(one, Experience) and one.within == rule.id]
    if not asked.titles:
        named = {title for one in (rule, *parts) for title in _titles(one, record)}
        return bool(job.declared & {rule.id, *(one.id for one in parts)}) or plain(job.title) in named
    declared = [one for one in (rule, *parts) if one.id in job.declared]
    return any(_is_of(one, asked, record) for one in declared)


def _titles(rule: Experience, record: RecordAlone) -> set[str]:
    return {plain(record.titles.get(one.class_id, "")) for one in rule.classes}


def _is_of(rule: Experience, asked: ServiceAsked, record: RecordAlone) -> bool:
    """Return whether a requirement names none but the classes asked, or none, with such a title in its words."""
    named, said = _titles(rule, record), plain(rule.what)
    return named <= asked.titles if named else any(title in said for title in asked.titles)


def _is_enough(parts: list[Counted], jobs: tuple[JobHeld, ...], credit: int) -> bool:
    """Return whether the months of the jobs reach what each part asks, and added parts what they ask together."""
    months = [job.months for job in jobs]

    def held(places: Iterable[int]) -> int:
        return sum(months[place] for place in set(places))

    inside = [place for part in parts if part.asked.within for place in part.jobs]
    added = [part for part in parts if part.asked.is_added]
    together = {place for part in added for place in part.jobs}
    if added and held(together) < sum(part.asked.months for part in added) - credit:
        return False
    return all(
        held([*part.jobs, *([] if part.asked.within else inside), *(together if part.asked.is_added else ())])
        >= part.asked.months - credit
        for part in parts
    )
