"""Rulings for one run: service in a class counts toward a requirement, by whom and when; shown with each figure."""

from collections.abc import Mapping, Sequence
from dataclasses import field, fields
from pathlib import Path
from typing import Annotated

from ladder.candidates import ClassText, MonthText, ReferenceText
from ladder.catalog.catalog import Catalog
from ladder.catalog.jurisdictions import Jurisdiction, Ruling, RulingCondition
from ladder.errors import BadFileError, Fault, UnknownClassError
from ladder.field_limits import Limits
from ladder.record_files import LocatedRecord, locate_record, read_text_file
from ladder.records import AnyRecord, Record, make_unchecked, record
from ladder.requirement_references import class_referred_to

_CODE = "RULING"
_FOR_THIS_RUN = "for this run of a roster"


@record
class RunRuling(Record):
    """One ruling: service in ``class`` counts toward these requirements, as ``by`` has ruled on ``date``."""

    class_text: ClassText = field(metadata={"alias": "class"})
    counts_toward: Annotated[tuple[ReferenceText, ...], Limits(min_length=1, max_length=200)]
    by: Annotated[str, Limits(min_length=1, max_length=400)]
    date: MonthText


@record
class RunRulings(Record):
    """A file of rulings that hold for one run and stand in no catalog."""

    rulings: Annotated[tuple[RunRuling, ...], Limits(min_length=1, max_length=500)]


def read_rulings(path: Path, catalog: Catalog) -> tuple[Ruling, ...]:
    """Return the rulings of a file, their classes and requirements found in the catalog.

    Raises:
        BadFileError: the file cannot be read, or has faults; all are named.

    """
    located = locate_record(RunRulings, read_text_file(path), file=path)
    faults: list[Fault] = []
    found = [_ruling(one, place, located, catalog, faults) for place, one in enumerate(located.record.rulings)]
    if faults:
        raise BadFileError(faults)
    return tuple(found)


def _ruling(
    one: RunRuling, place: int, located: LocatedRecord[RunRulings], catalog: Catalog, faults: list[Fault]
) -> Ruling:
    class_id = _class_of(one, place, located, catalog, faults)
    for at, reference in enumerate(one.counts_toward):
        if reference not in catalog.experience_references:
            where = ("rulings", place, "counts_toward", at)
            what = f"service cannot count toward {reference!r}: there is no such experience requirement"
            faults.append(located.fault(where, what=what, try_this="'ladder profile new' lists them"))
    told = f"Service in {class_id} counts toward {', '.join(one.counts_toward)}: ruled by {one.by}, {one.date}"
    return Ruling(
        class_id=class_id,
        counts_toward=one.counts_toward,
        shows=RulingCondition(code=_CODE, text=f"{told}, {_FOR_THIS_RUN}."),
        by=one.by,
        date=one.date,
        reason=_FOR_THIS_RUN,
    )


def _class_of(
    one: RunRuling, place: int, located: LocatedRecord[RunRulings], catalog: Catalog, faults: list[Fault]
) -> str:
    try:
        return catalog.find_class(one.class_text).class_id
    except UnknownClassError as error:
        where = ("rulings", place, "class")
        faults.append(located.fault(where, what=str(error), try_this="write a class id, such as us-nd/0441"))
        return one.class_text


def with_rulings(rulings: Sequence[Ruling], catalog: Catalog) -> Catalog:
    """Return the catalog in which the rulings hold as well, each in the jurisdiction of what it counts toward."""
    if not rulings:
        return catalog
    named = {class_referred_to(one).partition("/")[0] for ruling in rulings for one in ruling.counts_toward}
    jurisdictions = {**catalog.jurisdictions, **{name: catalog.jurisdiction(name) for name in named}}
    told = tuple(_ruled(one, rulings) if name in named else one for name, one in jurisdictions.items())
    return Catalog(_replaced(catalog.record, {"jurisdictions": told}))


def _ruled(jurisdiction: Jurisdiction, rulings: Sequence[Ruling]) -> Jurisdiction:
    """Return the jurisdiction with each ruling, as far as it is about its own requirements."""
    own = (_own_part(one, jurisdiction.id) for one in rulings)
    added = tuple(one for one in own if one.counts_toward)
    return _replaced(jurisdiction, {"rulings": (*jurisdiction.rulings, *added)})


def _own_part(ruling: Ruling, jurisdiction: str) -> Ruling:
    references = (one for one in ruling.counts_toward if one.partition("/")[0] == jurisdiction)
    return _replaced(ruling, {"counts_toward": tuple(references)})


def _replaced(one: AnyRecord, values: Mapping[str, object]) -> AnyRecord:
    return make_unchecked(type(one), {about.name: getattr(one, about.name) for about in fields(one)} | dict(values))
