"""The candidate's history: what a profile declares, with classes by id and months counted."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

from ladder.qualifications import DegreeLevel, Standing
from ladder.service_rows import ServiceRow, join_rows
from ladder.service_time import Month
from ladder.values import Value

ANOTHER_CLASS = "another class"
"""A recorded target class that is no class of the catalog: surely not the one asked."""


class Service(NamedTuple):
    """Service in one job: past (by months or by dates), present, or planned.

    ``number`` is the job's place in the profile, from 1; 0 for present or planned
    service. ``months`` is null where ``row``, the days held, is given.
    """

    number: int
    title: str
    class_id: str | None
    target_class: str | None
    declared: frozenset[str]
    fte: Fraction
    months: Fraction | None = None
    row: ServiceRow | None = None
    future: bool = False


class DegreeHeld(Value):
    """A degree held from a month of the plan on; 0 is the as-of month, less than 0 earlier.

    One that is not dated is held by the as-of month, since nobody says when.
    """

    level: DegreeLevel
    field: str | None
    from_month: int = 0
    is_dated: bool = False


class LicenceHeld(Value):
    """A license held from a month of the plan on, as a degree is."""

    name: str
    from_month: int = 0
    is_dated: bool = False


class HoursInField(Value):
    """Semester hours done in one field, as the person names it."""

    field: str
    semester_hours: Fraction


class ProgrammeState(Value):
    """Where a person stands in a training programme.

    ``completed_at`` is the month of the plan in which it is complete, null where the
    profile does not say.
    """

    approved: bool | None
    completed: bool
    completed_at: int | None


NOT_LISTED = ProgrammeState(approved=None, completed=False, completed_at=None)
"""Where a person stands in a program of which the profile says nothing."""


class StandingDeclared(Value):
    """One standing as declared: true or false for some jurisdictions, or for the target's.

    ``jurisdictions`` is null where the declaration goes with the target's own.
    """

    value: bool
    jurisdictions: frozenset[str] | None


class Change(Value):
    """A planned change of the share of full time, from a month of the plan on."""

    month: int
    fte: Fraction | None = None
    leave_until: int | None = None


class History(NamedTuple):
    """All that is declared of one person, resolved. Months of plans count from ``as_of``.

    ``semester_hours`` are all that were done, those of ``courses`` among them.
    ``study_from`` is the month from which the plan's study is done: 0, or less where part
    of the plan lies behind. ``licences`` is None where nothing is declared of them; those of
    ``licences_to_come`` are planned.
    """

    as_of: Month
    past: tuple[Service, ...] = ()
    present: tuple[Service, ...] = ()
    standing: Mapping[Standing, StandingDeclared] = MappingProxyType({})
    semester_hours: Fraction = Fraction(0)
    quarter_hours: Fraction = Fraction(0)
    study_from: int = 0
    courses: tuple[HoursInField, ...] = ()
    degrees: tuple[DegreeHeld, ...] = ()
    programmes: Mapping[str, ProgrammeState] = MappingProxyType({})
    licences: tuple[LicenceHeld, ...] | None = None
    licences_to_come: tuple[LicenceHeld, ...] = ()
    changes: tuple[Change, ...] = ()

    def standing_in(self, standing: Standing, jurisdiction: str) -> bool | None:
        """Return whether the standing is held in the jurisdiction; null if not declared."""
        told = self.standing.get(standing)
        if told is None or (told.jurisdictions is not None and jurisdiction not in told.jurisdictions):
            return None
        return told.value

    def going_on(self) -> "History":
        """Return the history of a person who is at work from the as-of month on, in whatever job.

        A row of past service that ends on the day before then keeps that day.
        """
        return self if self.present else self._replace(past=join_past(self.past, as_of=self.as_of, goes_on=True))

    def holding(self, service: Service) -> "History":
        """Return the history of a person who holds this job alone from the as-of month on."""
        return self.going_on()._replace(present=(service,))


def join_past(past: Sequence[Service], *, as_of: Month, goes_on: bool) -> tuple[Service, ...]:
    """Return the past jobs with their rows joined; jobs without dates touch nothing (docs/semantics.md, C19).

    ``goes_on`` says that a job goes on from the as-of month.
    """
    joined = iter(join_rows([one.row for one in past if one.row], as_of=as_of, goes_on=goes_on))
    return tuple(one._replace(row=next(joined)) if one.row else one for one in past)
