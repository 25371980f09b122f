"""What a layout file says of a planner's own tables: names of columns, dates, codes, shares, and how rows follow."""

import re
from collections.abc import Mapping
from dataclasses import field, fields
from enum import StrEnum
from typing import Annotated

from ladder.candidates import CreditHours, FullTimeShare, MonthText
from ladder.field_limits import Limits, Tagged, ToldApartBy
from ladder.records import CoherentRecord, Record, key_of, record

Name = Annotated[str, Limits(min_length=1, max_length=200)]
Texts = Annotated[tuple[Name, ...], Limits(max_length=500)]
_DATE_PARTS = re.compile("YYYY|YY|MON|MM|M|DD|D")
_CODE_PATTERN = r"^[^\[\]]{0,40}\[[^\[\]]{1,40}\][^\[\]]{0,40}$"


def _one_or_many(value: object) -> str:
    return "many" if isinstance(value, list | tuple) else "one"


Columns = Annotated[
    Annotated[Name, Tagged("one")]
    | Annotated[Annotated[tuple[Name, ...], Limits(min_length=1, max_length=8)], Tagged("many")],
    ToldApartBy(_one_or_many),
]
"""The name of a column, or several whose texts together are one value."""


class Mode(StrEnum):
    """How the rows of a jobs table follow one another.

    ``spans``: each row says from when to when. ``effective``: a row holds until the next
    of its record. ``snapshots``: a row says who held what on one day.
    """

    SPANS = "spans"
    EFFECTIVE = "effective"
    SNAPSHOTS = "snapshots"


class Ends(StrEnum):
    """Whether the day, or month, that a row ends with is still held."""

    INCLUSIVE = "inclusive"
    EXCLUSIVE = "exclusive"


class FteUnit(StrEnum):
    """What the share of full time is written in."""

    SHARE = "share"
    PERCENT = "percent"
    HOURS = "hours"


@record
class JobColumns(Record):
    """The columns of the jobs table by their own names; one that is left out is called as in the template."""

    employee: Columns | None = None
    record_number: Columns | None = field(default=None, metadata={"alias": "record"})
    class_text: Columns | None = field(default=None, metadata={"alias": "class"})
    title: Columns | None = None
    start: Columns | None = None
    end: Columns | None = None
    fte: Columns | None = None
    target_class: Columns | None = None
    counts_toward: Columns | None = None
    action: Columns | None = None
    sequence: Columns | None = None
    status: Columns | None = None
    snapshot: Columns | None = None


@record
class PeopleColumns(Record):
    """The columns of the people table by their own names, as above."""

    employee: Columns | None = None
    semester_hours: Columns | None = None
    quarter_hours: Columns | None = None
    degrees: Columns | None = None
    courses: Columns | None = None
    internal: Columns | None = None
    state_employee: Columns | None = None
    permanent: Columns | None = None
    licences: Columns | None = None
    programs: Columns | None = None
    study_hours: Columns | None = None
    expected_exit: Columns | None = None


@record
class Fte(CoherentRecord):
    """How the share of full time is written; ``words`` are texts that stand for a share."""

    unit: FteUnit = FteUnit.SHARE
    full_time_hours: CreditHours | None = None
    words: Annotated[Mapping[str, FullTimeShare], Limits(max_length=200)] = field(default_factory=dict)

    def _fault(self) -> str:
        needs = self.unit is FteUnit.HOURS and not self.full_time_hours
        return "a share in hours needs full_time_hours, the hours of full time" if needs else ""


@record
class Actions(CoherentRecord):
    """What the texts of ``action`` do in mode ``effective``; each text stands in one list.

    ``works`` begin or resume service, ``away`` stop it (leave, termination, retirement),
    ``changes`` leave it as it is.
    """

    works: Texts = ()
    away: Texts = ()
    changes: Texts = ()

    def _fault(self) -> str:
        named = [one.casefold() for one in (*self.works, *self.away, *self.changes)]
        twice = sorted({one for one in named if named.count(one) > 1})
        return f"an action stands in two lists: {', '.join(twice)}" if twice else ""


@record
class Statuses(Record):
    """The texts of ``status`` that are service, and those that are none; a status decides before an action."""

    service: Texts = ()
    none: Texts = ()


@record
class Kept(Record):
    """Rows whose ``column`` has one of these ``values`` ('' is a blank) are read; others are set aside and counted."""

    column: Name
    values: Annotated[tuple[Annotated[str, Limits(max_length=200)], ...], Limits(min_length=1, max_length=500)]


@record
class Snapshots(Record):
    """How far apart snapshots are at most; the month that a year alone stands for; the month of a table without one."""

    every_months: Annotated[int, Limits(ge=1, le=60)] = 12
    month_of_year: Annotated[int, Limits(ge=1, le=12)] = 12
    month: MonthText | None = None


@record
class Layout(CoherentRecord):
    """One layout: how a planner's own tables are read. All of it may be left out, as the template is written.

    ``code_pattern`` shows a code with the part that is kept between brackets: ``[####]-#``
    makes 1358 of 1358-0 (``#`` a figure, ``@`` a letter, ``*`` anything). ``code_digits``
    fills codes with zeros on the left. ``jurisdiction`` is looked in first.
    """

    name: Name = "the template"
    mode: Mode = Mode.SPANS
    jobs: JobColumns = field(default_factory=JobColumns)
    people: PeopleColumns = field(default_factory=PeopleColumns)
    dates: Annotated[tuple[Name, ...], Limits(max_length=20)] = ()
    two_digit_years_from: Annotated[int, Limits(ge=1900, le=2000)] | None = None
    code_pattern: Annotated[str, Limits(pattern=_CODE_PATTERN)] | None = None
    code_digits: Annotated[int, Limits(ge=1, le=12)] | None = None
    jurisdiction: Annotated[str, Limits(pattern=r"^[a-z0-9-]+$")] | None = None
    fte: Fte = field(default_factory=Fte)
    ends: Ends = Ends.INCLUSIVE
    open_ends: Texts = ()
    actions: Actions = field(default_factory=Actions)
    statuses: Statuses = field(default_factory=Statuses)
    keep: Annotated[tuple[Kept, ...], Limits(max_length=10)] = ()
    snapshots: Snapshots = field(default_factory=Snapshots)
    cannot_answer: Texts = ()

    def _fault(self) -> str:
        for pattern in self.dates:
            if pattern not in {"EXCEL", "EXCEL1904"} and not _is_date_pattern(pattern):
                return f"dates: {pattern!r} is no pattern; it is made of YYYY, YY, MM, DD, M, D, MON, each once"
            if "YY" in pattern and "YYYY" not in pattern and self.two_digit_years_from is None:
                return f"dates: {pattern!r} has years of two digits; two_digit_years_from says where they begin"
        orders = {"".join(part[0] for part in _DATE_PARTS.findall(one)) for one in self.dates if "MON" not in one}
        both = {"MDY", "DMY"} <= orders
        return "dates: one pattern has the month first and one the day: the same text fits both" if both else ""


def _is_date_pattern(pattern: str) -> bool:
    parts = [part[0] for part in _DATE_PARTS.findall(pattern)]
    return "Y" in parts and len(set(parts)) == len(parts)


def columns_of(own: JobColumns | PeopleColumns) -> Mapping[str, tuple[str, ...]]:
    """Return the names of the user's own columns for each of ours; our name where the layout has none."""
    named = {key_of(one): getattr(own, one.name) for one in fields(own)}
    return {ours: _several(theirs) or (ours,) for ours, theirs in named.items()}


def named_columns(own: JobColumns | PeopleColumns) -> frozenset[str]:
    """Return our names of the columns that the layout names."""
    return frozenset(key_of(one) for one in fields(own) if getattr(own, one.name) is not None)


def _several(theirs: str | tuple[str, ...] | None) -> tuple[str, ...]:
    if theirs is None:
        return ()
    return (theirs,) if isinstance(theirs, str) else theirs
