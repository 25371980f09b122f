"""A rule of data quality, what it finds, and how a rule is written down above its function."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import NamedTuple

from ladder.checks.catalog_under_check import CatalogUnderCheck, LocatedClass, LocatedJurisdiction
from ladder.record_files import Place
from ladder.sources import Severity, Source
from ladder.specification import ClassSpecification


class Finding(NamedTuple):
    """One finding: the rule, the class, the place, both values, and what to do.

    ``line`` counts from 1 in the file; 0 means the file as a whole. ``class_id`` is empty
    where no class is concerned, ``field`` where no field is. ``passage`` cites where the
    value was printed, where that is known.
    """

    code: str
    severity: Severity
    class_id: str
    file: str
    line: int
    field: str
    what: str
    found: str
    beside: str
    do: str
    passage: str = ""


class Spot(NamedTuple):
    """Where a rule found something: a place of a record, and the two values that are at odds.

    ``owner`` is the id of the class or jurisdiction whose record it is; a rule that looks
    at one class at a time leaves it out.
    """

    place: Place
    found: str = ""
    beside: str = ""
    source: Source | None = None
    owner: str = ""


@dataclass(frozen=True)
class Rule:
    """One rule: its code, what it finds, why that matters, what to do, and how it looks.

    ``of_one_record`` says that it needs no other record than that of the class itself.
    """

    code: str
    severity: Severity
    title: str
    why: str
    do: str
    look: Callable[["Rule", CatalogUnderCheck], Iterable[Finding]]
    of_one_record: bool = False

    def find(self, under: CatalogUnderCheck) -> Iterator[Finding]:
        """Yield what the rule finds, in the order of the records."""
        yield from self.look(self, under)


CatalogLook = Callable[[CatalogUnderCheck], Iterable[Spot]]
ClassLook = Callable[[ClassSpecification], Iterable[Spot]]


def catalog_rule(code: str, severity: Severity, title: str, *, why: str, do: str) -> Callable[[CatalogLook], Rule]:
    """Make a rule of a function that looks at the whole catalog and names the owner of each spot."""

    def made(look: CatalogLook) -> Rule:
        def find(rule: Rule, under: CatalogUnderCheck) -> Iterator[Finding]:
            for spot in look(under):
                yield finding_at(rule, under.owners[spot.owner], spot)

        return Rule(code, severity, title, why, do, find)

    return made


def class_rule(code: str, severity: Severity, title: str, *, why: str, do: str) -> Callable[[ClassLook], Rule]:
    """Make a rule of a function that looks at one class at a time."""

    def made(look: ClassLook) -> Rule:
        def find(rule: Rule, under: CatalogUnderCheck) -> Iterator[Finding]:
            for located in under.classes:
                for spot in look(located.record):
                    yield finding_at(rule, located, spot)

        return Rule(code, severity, title, why, do, find, of_one_record=True)

    return made


def finding_at(rule: Rule, located: LocatedClass | LocatedJurisdiction, spot: Spot) -> Finding:
    """Return the finding of a rule at a place of a record."""
    record = located.record
    source = record.source if isinstance(record, ClassSpecification) else None
    fault = located.fault(spot.place, what=rule.title, try_this=rule.do)
    return Finding(
        code=rule.code,
        severity=rule.severity,
        class_id=record.class_id if isinstance(record, ClassSpecification) else "",
        file=fault.file,
        line=fault.line or _line_in_document(located.file, spot.source or source),
        field=fault.field.removeprefix(located.name).lstrip(),
        what=rule.title,
        found=spot.found,
        beside=spot.beside,
        do=rule.do,
        passage=str(spot.source or source or ""),
    )


def _line_in_document(file: str, source: Source | None) -> int:
    """Return the line of the passage where the file is the document itself, else 0."""
    if source is None or source.lines is None or PurePath(file).name != source.document:
        return 0
    return source.lines[0]
