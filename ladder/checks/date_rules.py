"""Dates: out of order, not on the calendar, to come, or of another revision than the record's."""

from collections.abc import Iterator
from datetime import date

from ladder.checks.catalog_under_check import CatalogUnderCheck, group_by
from ladder.checks.findings import Spot, catalog_rule, class_rule
from ladder.record_files import Place
from ladder.service_time import MONTHS_A_YEAR, Month, read_month
from ladder.sources import Severity, Source
from ladder.specification import ClassSpecification, Dates

_LATE_DAYS = 180
_NEAR_DAYS = 7
_OLD_MONTHS = 120
_RULES_OLD_MONTHS = 60
_FIRST_YEAR = 1900
_FIELDS = ("effective", "established", "revised", "replaces")


def _dated(dates: Dates) -> Iterator[tuple[str, str]]:
    """Yield the dates that are printed, by field."""
    for field in _FIELDS:
        printed = getattr(dates, field)
        if printed is not None:
            yield field, printed


def _is_before(one: str | None, other: str | None) -> bool:
    """Return whether one date is surely before another; of a month and a day in it neither is."""
    if one is None or other is None:
        return False
    shared = min(len(one), len(other))
    return one[:shared] < other[:shared]


def _day(printed: str | None) -> date | None:
    """Return the day, or none where only a month is printed or the calendar has no such day."""
    try:
        return date.fromisoformat(printed or "")
    except ValueError:
        return None


@class_rule(
    "DATE_IMPOSSIBLE",
    Severity.ERROR,
    "The calendar has no such day",
    why="The date was misread or misprinted; which revision the record is of cannot be told.",
    do="Compare the date with the document.",
)
def date_impossible(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield days such as the 31st of November."""
    for field, printed in _dated(spec.dates):
        if _has_day(printed) and _day(printed) is None:
            yield Spot(("dates", field), f"{field} {printed}", "no day of the calendar", spec.dates.source)


def _has_day(printed: str) -> bool:
    return printed.count("-") > 1


@class_rule(
    "DATE_TOO_OLD",
    Severity.WARNING,
    "A date is before 1900",
    why="A year of two digits, or a number that is no date, was most likely read as one.",
    do="Compare the date with the document.",
)
def date_too_old(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield years that no personnel office printed."""
    for field, printed in _dated(spec.dates):
        if int(printed[:4]) < _FIRST_YEAR:
            yield Spot(("dates", field), f"{field} {printed}", f"before {_FIRST_YEAR}", spec.dates.source)


@catalog_rule(
    "DATE_TO_COME",
    Severity.WARNING,
    "A date is still to come",
    why="The specification is not in force yet, or the date was misread; today's answers would be tomorrow's.",
    do="Compare the date with the document; keep the specification in force until then.",
)
def date_to_come(under: CatalogUnderCheck) -> Iterator[Spot]:
    """Yield dates in months after that of the check: of specifications, and of rulings."""
    for place, printed, source, owner in (*_dates_of_classes(under), *_dates_of_rulings(under)):
        if _months_since(printed, under.as_of) < 0:
            yield Spot(place, f"{place[-1]} {printed}", "after the month of the check", source, owner)


def _dates_of_classes(under: CatalogUnderCheck) -> Iterator[tuple[Place, str, Source | None, str]]:
    for spec in under.catalog.classes.values():
        for field, printed in _dated(spec.dates):
            yield ("dates", field), printed, spec.dates.source, spec.class_id


def _dates_of_rulings(under: CatalogUnderCheck) -> Iterator[tuple[Place, str, Source | None, str]]:
    for one in under.catalog.jurisdictions.values():
        for number, ruling in enumerate(one.rulings):
            if ruling.date:
                yield ("rulings", number, "date"), ruling.date, None, one.id


def _months_since(printed: str, as_of: Month) -> int:
    return as_of - read_month(printed[:7])


@class_rule(
    "ESTABLISHED_AFTER_EFFECTIVE",
    Severity.WARNING,
    "The class was established after its specification took effect",
    why="One of the two dates was misread, or they were exchanged.",
    do="Compare both dates with the document.",
)
def established_after_effective(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield classes whose effective date is before the date they were established."""
    yield from _out_of_order(spec, "effective", "established")


@class_rule(
    "ESTABLISHED_AFTER_REVISION",
    Severity.WARNING,
    "The class was established after its specification was revised",
    why="What is revised has been there before; one of the two dates was misread.",
    do="Compare both dates with the document.",
)
def established_after_revision(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield classes whose revision is before the date they were established."""
    yield from _out_of_order(spec, "revised", "established")


def _out_of_order(spec: ClassSpecification, first: str, second: str) -> Iterator[Spot]:
    dates = dict(_dated(spec.dates))
    if _is_before(dates.get(first), dates.get(second)):
        beside = f"{first} {dates[first]}"
        yield Spot(("dates", second), f"{second} {dates[second]}", beside, spec.dates.source)


@class_rule(
    "REPLACES_NOT_BEFORE",
    Severity.WARNING,
    "The specification replaced is not older than this one",
    why="A specification replaces an earlier one; one of the two dates was misread.",
    do="Compare the cancellation clause with the effective date.",
)
def replaces_not_before(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield classes whose replaced specification is of the day they took effect, or later."""
    dates = spec.dates
    if dates.replaces and dates.effective and not _may_be_before(dates.replaces, dates.effective):
        found, beside = f"replaces {dates.replaces}", f"effective {dates.effective}"
        yield Spot(("dates", "replaces"), found, beside, dates.source)


def _may_be_before(one: str, other: str) -> bool:
    is_in_one_month = len(one) != len(other) and one[:7] == other[:7]
    return is_in_one_month or _is_before(one, other)


@class_rule(
    "REVISED_LONG_AFTER_EFFECTIVE",
    Severity.INFO,
    "The specification was revised half a year or more after it took effect",
    why="The text at hand may differ from the one that took effect; which of the two binds must be asked.",
    do="Look for the revision that took effect, if the dates matter.",
)
def revised_long_after_effective(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield classes whose revision is more than 180 days after the effective day."""
    effective, revised = _day(spec.dates.effective), _day(spec.dates.revised)
    if effective and revised and (revised - effective).days > _LATE_DAYS:
        beside = f"effective {effective}, {(revised - effective).days} days before"
        yield Spot(("dates", "revised"), f"revised {revised}", beside, spec.dates.source)


@class_rule(
    "EFFECTIVE_NEAR_REVISION",
    Severity.INFO,
    "Effective date and revision are a few days apart",
    why="The two are mostly one day; a slip in one of them is likely, though both may be right.",
    do="Keep both as printed; ask if the day matters.",
)
def effective_near_revision(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield classes whose two days differ by at most a week."""
    effective, revised = _day(spec.dates.effective), _day(spec.dates.revised)
    if effective and revised and 0 < abs((revised - effective).days) <= _NEAR_DAYS:
        yield Spot(("dates", "effective"), f"effective {effective}", f"revised {revised}", spec.dates.source)


@class_rule(
    "REVISION_AT_ODDS",
    Severity.WARNING,
    "The source bears another revision than the record",
    why="The record was made of one revision and cites another; its lines are then elsewhere.",
    do="Read the revision that is cited, or correct the date.",
)
def revision_at_odds(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield classes whose own source cites a revision that is none of the record's dates."""
    cited = spec.source.revision
    own = [printed for field, printed in _dated(spec.dates) if field in ("revised", "effective")]
    if cited and own and not any(_agree(cited, printed) for printed in own):
        yield Spot(("source", "revision"), f"source of {cited}", f"record of {own[-1]}", spec.source)


def _agree(one: str, other: str) -> bool:
    return not _is_before(one, other) and not _is_before(other, one)


@catalog_rule(
    "DOCUMENT_OF_TWO_REVISIONS",
    Severity.WARNING,
    "One document is cited with two revisions",
    why="Some of the facts come from another text than the others, and nobody can look them up.",
    do="Read the later revision, and cite it everywhere.",
)
def document_of_two_revisions(under: CatalogUnderCheck) -> Iterator[Spot]:
    """Yield classes whose source cites a document with another revision than an earlier class."""
    cited = [(located.record.source.document, located) for located in under.classes if located.record.source.revision]
    for document, several in group_by(cited).items():
        first = several[0].record
        for located in several[1:]:
            spec = located.record
            if not _agree(spec.source.revision or "", first.source.revision or ""):
                found = f"{document} of {spec.source.revision}"
                beside = f"of {first.source.revision} in {first.class_id}"
                yield Spot(("source", "revision"), found, beside, spec.source, spec.class_id)


@catalog_rule(
    "SPECIFICATION_OLD",
    Severity.INFO,
    "The specification is more than ten years old",
    why="Plans, pay and requirements change; a newer specification may be in force.",
    do="Ask the personnel office whether this one still holds.",
)
def specification_old(under: CatalogUnderCheck) -> Iterator[Spot]:
    """Yield described classes whose latest date is more than ten years before the month of the check."""
    for spec in under.described:
        latest = max((printed for _, printed in _dated(spec.dates)), default=None)
        if latest and _months_since(latest, under.as_of) > _OLD_MONTHS:
            years = _months_since(latest, under.as_of) // MONTHS_A_YEAR
            yield Spot(("dates",), f"last dated {latest}", f"{years} years ago", spec.dates.source, spec.class_id)


@catalog_rule(
    "RULES_OLD",
    Severity.WARNING,
    "The newest specification of the jurisdiction is more than five years old",
    why="A personnel office revises some of its classes every year; what is in force has most likely moved on.",
    do="Read the specifications that are in force now; until then every answer should say how old these are.",
)
def rules_old(under: CatalogUnderCheck) -> Iterator[Spot]:
    """Yield jurisdictions whose described classes all bear dates of more than five years before the check."""
    dates: dict[str, list[str]] = {}
    for spec in under.described:
        if spec.revision_month:
            dates.setdefault(spec.jurisdiction, []).append(spec.revision_month)
    for name, printed in dates.items():
        newest = max(printed)
        months = _months_since(newest, under.as_of)
        if under.is_whole and months > _RULES_OLD_MONTHS and name in under.catalog.jurisdictions:
            years = months // MONTHS_A_YEAR
            found = f"{len(printed)} dated, the newest {newest}"
            yield Spot(("id",), found, f"{years} years ago", owner=name)
