"""Specifications by date: of several versions of a class, the one in force in a month; gaps and overlaps named.

A version begins with its effective date, else the date that it bears; one without a date, or of a class
that is only named, has always held. It ends where it says that it is replaced, else
where the next begins. What begins later than the month asked about is never looked at, so
that no answer moves when a later version comes.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from ladder.catalog.jurisdictions import Jurisdiction, Ruling
from ladder.catalog.mentions import find_mentions
from ladder.errors import Fault, FaultKind
from ladder.record_files import LocatedRecord
from ladder.requirement_references import class_referred_to, requirement_referred_to
from ladder.service_time import Day, Month, read_day, read_month
from ladder.sources import Source
from ladder.specification import ClassSpecification, Completeness

Located = LocatedRecord[ClassSpecification]


class Version(NamedTuple):
    """One specification of a class, and the days between which it is in force: the first, and that after the last.

    None stands for always, and for no end that is printed.
    """

    located: Located
    start: str | None
    end: str | None

    def has_begun(self, month: Month) -> bool:
        """Return whether it is in force in the month, or was before."""
        return self.start is None or read_month(self.start) <= month

    def has_ended(self, month: Month) -> bool:
        """Return whether it holds no more in the month."""
        return self.end is not None and read_month(self.end) <= month

    @property
    def first_day(self) -> Day:
        """The day it begins; before all days where it has always held."""
        return Day(-1) if self.start is None else read_day(self.start)


class InForce(NamedTuple):
    """The records of a catalog in one month, and what is wrong with the dates of those that have begun by then."""

    classes: tuple[ClassSpecification, ...]
    jurisdictions: tuple[Jurisdiction, ...]
    faults: tuple[Fault, ...]


def versions_of(classes: Iterable[Located]) -> Mapping[str, tuple[Version, ...]]:
    """Return the versions of each class, the first to begin first."""
    found: dict[str, list[Version]] = defaultdict(list)
    for located in classes:
        found[located.record.class_id].append(_version(located))
    return {class_id: tuple(sorted(some, key=lambda one: one.first_day)) for class_id, some in found.items()}


def _version(located: Located) -> Version:
    spec = located.record
    if spec.completeness is Completeness.NAMED_ONLY:
        return Version(located, None, spec.dates.replaced)
    return Version(located, spec.dates.effective or spec.revision, spec.dates.replaced)


def in_force(classes: Iterable[Located], jurisdictions: Sequence[Jurisdiction], month: Month) -> InForce:
    """Return the records that hold in the month.

    A class that others name, and of which no version holds, is only named. A ruling about a
    requirement that no version in force has says nothing.
    """
    begun = {name: _begun(some, month) for name, some in versions_of(classes).items()}
    latest = {name: some[-1] for name, some in begun.items() if some}
    held = {name: one.located.record for name, one in latest.items() if not one.has_ended(month)}
    ruled = tuple(replace(one, rulings=tuple(_in_part(one.rulings, held))) for one in jurisdictions)
    named = {name: source for name, source in _named(held.values(), ruled) if name in begun and name not in held}
    stubs = [_only_named(latest.get(name), name, source) for name, source in named.items()]
    faults = _faults_of(begun.values())
    return InForce(tuple(sorted((*held.values(), *stubs), key=lambda spec: spec.class_id)), ruled, faults)


def _begun(versions: Iterable[Version], month: Month) -> tuple[Version, ...]:
    return tuple(one for one in versions if one.has_begun(month))


def _faults_of(classes: Iterable[Sequence[Version]]) -> tuple[Fault, ...]:
    return tuple(fault for versions in classes for fault in date_faults(versions))


def _named(specs: Iterable[ClassSpecification], jurisdictions: Iterable[Jurisdiction]) -> Iterator[tuple[str, Source]]:
    """Yield the classes that records name, with the passages that do."""
    for spec in specs:
        yield from ((mention.class_id, mention.source) for mention in find_mentions(spec))
    for place in jurisdictions:
        yield from ((alias.class_id, alias.source) for alias in place.title_aliases)


def _only_named(last: Version | None, class_id: str, source: Source) -> ClassSpecification:
    """Return the record of a class that no version in force describes: as the last one called it, else by its code."""
    place, _, code = class_id.partition("/")
    spec = last.located.record if last else None
    is_slug = code[:1].islower()
    return ClassSpecification(
        jurisdiction=place,
        code=None if is_slug else code,
        slug=code if is_slug else None,
        title=spec.title if spec else code,
        completeness=Completeness.NAMED_ONLY,
        source=source,
    )


def _in_part(rulings: Iterable[Ruling], held: Mapping[str, ClassSpecification]) -> Iterator[Ruling]:
    """Yield the rulings as far as they are about classes and requirements that are in force."""
    for ruling in rulings:
        kept = tuple(one for one in ruling.counts_toward if _is_asked(one, held))
        if kept and ruling.class_id in held:
            yield replace(ruling, counts_toward=kept)


def _is_asked(reference: str, held: Mapping[str, ClassSpecification]) -> bool:
    spec = held.get(class_referred_to(reference))
    rules = spec.qualifications.requirements if spec and spec.qualifications else ()
    return requirement_referred_to(reference) in {rule.id for rule in rules}


def date_faults(versions: Sequence[Version]) -> Iterator[Fault]:
    """Yield each gap and each overlap between versions of one class, in the order in which they begin."""
    for one, other in pairwise(versions):
        class_id, last = one.located.record.class_id, one.end
        if one.first_day == other.first_day:
            what = f"two specifications of {class_id} are in force from {_told(other.start)}"
            yield _fault(one, other, what, FaultKind.CODE_DUPLICATE)
        elif last is not None and read_day(last) > other.first_day:
            what = f"two specifications of {class_id} are in force from {other.start} until {last}"
            yield _fault(one, other, what, FaultKind.CODE_DUPLICATE)
        elif last is not None and read_day(last) < other.first_day:
            what = f"no specification of {class_id} is in force from {last} until {other.start}"
            yield _fault(one, other, what, FaultKind.FIELD_REFUSED)


def _told(start: str | None) -> str:
    return start or "the beginning: neither bears a date"


def _fault(one: Version, other: Version, what: str, kind: FaultKind) -> Fault:
    remedy = f"see {one.located.file}, and give each its 'effective' and 'replaced' under 'dates'"
    return other.located.fault(("dates",), what=what, try_this=remedy, kind=kind)
