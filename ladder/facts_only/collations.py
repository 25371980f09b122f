"""Readings put together, without the words of their documents: what ``ladder read --facts`` keeps."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from ladder.catalog.jurisdictions import JurisdictionNote
from ladder.facts_only.retelling import FactsOnly, facts_of
from ladder.reading.collation import Collation
from ladder.reading.readings import Reading, draw_steps
from ladder.service_time import read_month
from ladder.sources import Note
from ladder.telling.messages import say
from ladder.telling.times import spell_month


def facts_of_collation(collation: Collation) -> Collation:
    """Return the readings, the classes only named and those set aside, without the words of their documents.

    Of a note at a line its code and line stay; what it quotes goes.
    """
    read = [one.record for one in (*collation.readings, *collation.set_aside) if one.record]
    facts = facts_of((*read, *collation.named_only))
    return Collation(
        tuple(_reading(one, facts) for one in collation.readings),
        tuple(map(facts.of, collation.named_only)),
        tuple(_reading(one, facts) for one in collation.set_aside),
    )


def facts_of_readings(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    """Return readings that were set apart before they were put together, without the words of their documents."""
    readings = tuple(readings)
    facts = facts_of(one.record for one in readings if one.record)
    return tuple(_reading(one, facts) for one in readings)


def notes_on_age(collation: Collation) -> Mapping[str, JurisdictionNote]:
    """Return what every answer of a jurisdiction says of the age of its rules, by the dates of their documents."""
    dates: dict[str, list[str]] = {}
    for spec in (one.record for one in collation.readings if one.record):
        if spec.revision_month:
            dates.setdefault(spec.jurisdiction, []).append(spec.revision_month)
    return {name: JurisdictionNote(text=_age(sorted(months))) for name, months in dates.items()}


def _age(months: list[str]) -> str:
    first, last = (spell_month(read_month(one)) for one in (months[0], months[-1]))
    return say("facts.age_one", month=last) if first == last else say("facts.age", first=first, last=last)


def _reading(reading: Reading, facts: FactsOnly) -> Reading:
    notes = tuple(map(_note, reading.notes))
    if reading.record is None:
        return replace(reading, notes=notes, steps=())
    record = facts.of(reading.record)
    return replace(reading, record=record, steps=tuple(draw_steps(record, reading.printed)), notes=notes)


def _note(note: Note) -> Note:
    return note._replace(text=say("facts.note", line=note.line)) if note.line else note
