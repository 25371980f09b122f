"""Whoever meets a decided route of a record meets a route of its row: people drawn near what either asks."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from random import Random
from typing import NamedTuple

from ladder.reading.readings import Reading
from tests.reading.safety.hand_read_rows import Row, all_rows, plain
from tests.reading.safety.people import Person, RecordAlone, person_near, record_of, routes_met
from tests.reading.safety.real_documents import printed, read
from tests.reading.safety.row_judging import meets_row


class Claimed(NamedTuple):
    """A row, its record without and with its substitutions, and whether the record says that it is whole."""

    row: Row
    bare: RecordAlone
    record: RecordAlone
    is_whole: bool


class FalseClaim(NamedTuple):
    """A person who meets a decided route of a record and no route of its row."""

    row: Row
    person: Person
    requires: tuple[str, ...]
    by_substitution: bool


@lru_cache(maxsize=1)
def all_claimed() -> tuple[Claimed, ...]:
    """Return every row whose record asks something."""
    return tuple(one for row in all_rows() if (one := _claimed(row)) is not None)


def _claimed(row: Row) -> Claimed | None:
    found = printed(row.folder, row.name)
    reading = _reading_of(row, [one for one in read(found.document, found.jurisdiction) if one.record])
    spec = reading.record if reading else None
    if reading is None or spec is None or spec.qualifications is None:
        return None
    rules = spec.qualifications
    bare = record_of(spec, replace(rules, substitutions=()), reading.printed)
    return Claimed(row, bare, record_of(spec, rules, reading.printed), spec.completeness == "whole")


def _reading_of(row: Row, readings: list[Reading]) -> Reading | None:
    named = [one for one in readings if one.record and plain(one.record.title) in row.titles]
    return next(iter((*named, *readings)), None)


def false_claims(claimed: Claimed, seed: int, met: list[bool]) -> Iterator[FalseClaim]:
    """Yield what is false of one person drawn by a seed; ``met`` is told of each route that the person meets.

    People of even seeds are drawn near the record, those of odd seeds near the row.
    """
    row = claimed.row
    person = person_near(row, claimed.record, Random(f"{row.name}/{seed}"), by_row=seed % 2 == 1)
    for record, with_credit in ((claimed.bare, False), (claimed.record, True)):
        for one in routes_met(person, record):
            met.append(True)
            credit = row.credit if with_credit else 0
            study = with_credit and row.service_for_study
            if not meets_row(person, one, row, record, credit=credit, service_for_study=study):
                yield FalseClaim(row, person, tuple(rule.id for rule in one.rules), with_credit)
