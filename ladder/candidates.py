"""What one person declares: service, education, standing, programmes, planned events.

These records mirror a profile file (docs/contracts.md, section 3). They hold names as typed;
``histories`` resolves them against a catalog.
"""

from dataclasses import field
from fractions import Fraction
from typing import Annotated, TypeVar

from ladder.field_limits import Limits, ReadBy, SeenFirstBy, Tagged, ToldApartBy
from ladder.qualifications import DegreeLevel
from ladder.records import CoherentRecord, Record, record
from ladder.service_time import MOST_JOBS, is_before, read_exact, read_month

MOST_NAMED = 200
"""Present jobs, degrees, programs, licenses, and requirements that one job counts toward, at most."""

_NUMBER = {"anyOf": [{"type": "number"}, {"type": "string", "pattern": r"^[0-9]{1,9}(\.[0-9]{1,9})?$"}]}


def read_months_of_service(value: object) -> Fraction:
    """Return months of service, 0 to 1,200; any other value is a ValueError that says so."""
    return _bounded(value, most=1200, what="months of service")


def read_full_time_share(value: object) -> Fraction:
    """Return a share of full time, more than 0 and at most 1; any other value is a ValueError that says so."""
    share = read_exact(value)
    if not 0 < share <= 1:
        message = f"a share of full time is more than 0 and at most 1, not {value}"
        raise ValueError(message)
    return share


def read_credit_hours(value: object) -> Fraction:
    """Return semester or quarter hours, 0 to 2,000; any other value is a ValueError that says so."""
    return _bounded(value, most=2000, what="credit hours")


def _bounded(value: object, *, most: int, what: str) -> Fraction:
    number = read_exact(value)
    if not 0 <= number <= most:
        message = f"{what} are 0 to {most:,}, not {value}"
        raise ValueError(message)
    return number


def _month_text(value: object) -> object:
    if isinstance(value, str):
        read_month(value)
    return value


ServiceMonths = Annotated[Fraction, ReadBy(read_months_of_service, _NUMBER)]
"""Months of service, exact, 0 to 1,200; part months as decimals."""

FullTimeShare = Annotated[Fraction, ReadBy(read_full_time_share, _NUMBER)]
"""Share of full time (FTE), exact: more than 0, at most 1."""

CreditHours = Annotated[Fraction, ReadBy(read_credit_hours, _NUMBER)]
"""Semester or quarter hours, exact, 0 to 2,000."""

MonthText = Annotated[str, SeenFirstBy(_month_text), Limits(pattern=r"^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$")]
"""A month, ``2026-11``, or a day, ``2026-11-16``."""

ClassText = Annotated[str, Limits(min_length=1, max_length=400)]
"""A class as a person writes it: id, bare code or title."""

ReferenceText = Annotated[str, Limits(max_length=400)]
"""A requirement or a jurisdiction, as a person writes it."""

_One = TypeVar("_One")
_Few = Annotated[tuple[_One, ...], Limits(max_length=MOST_NAMED)]


def _full_time() -> Fraction:
    return Fraction(1)


@record
class Work(CoherentRecord):
    """What any job declares: its class or title, share of full time, what it counts toward."""

    class_text: ClassText | None = field(default=None, metadata={"alias": "class"})
    title: ClassText | None = None
    fte: FullTimeShare = field(default_factory=_full_time)
    counts_toward: _Few[ReferenceText] = ()
    target_class: ClassText | None = None

    def _fault(self) -> str:
        is_named = self.class_text or self.title or self.counts_toward
        return "" if is_named else "a job needs a class, a title or what it counts toward"


@record
class Job(Work):
    """Past service up to the as-of month, in months or by dates.

    A start without an end is open: the job goes on.
    """

    months: ServiceMonths | None = None
    start: MonthText | None = None
    end: MonthText | None = None

    def _fault(self) -> str:
        inherited = super(Job, self)._fault()  # noqa: UP008 - slots make the class anew, and 'super()' holds the old one
        return inherited or self._fault_of_length()

    def _fault_of_length(self) -> str:
        if (self.months is None) == (self.start is None):
            return "a job has either months or a start"
        if self.end and not self.start:
            return "a job with an end needs a start"
        if self.start and self.end and is_before(self.end, self.start):
            return f"the job ends ({self.end}) before it starts ({self.start})"
        return ""


@record
class PresentJob(Work):
    """The job that goes on from the as-of month."""


@record
class Degree(Record):
    """A degree or high school, its field where declared, and the month it was awarded in."""

    level: DegreeLevel
    field: ClassText | None = None
    month: MonthText | None = None


@record
class PlannedDegree(Record):
    """A degree to come in the month of its event."""

    level: DegreeLevel
    field: ClassText | None = None


@record
class Licence(Record):
    """A license, certificate or registration, and the month from which it is held."""

    name: ClassText
    month: MonthText | None = None


@record
class Courses(Record):
    """Semester hours done in one field; part of all that were done."""

    field: ClassText
    semester_hours: CreditHours


@record
class StudyDone(Record):
    """Study completed: hours of undergraduate study, those in a field among them, and degrees."""

    semester_hours: CreditHours = field(default_factory=Fraction)
    quarter_hours: CreditHours = field(default_factory=Fraction)
    courses: _Few[Courses] = ()
    degrees: _Few[Degree] = ()


@record
class Event(CoherentRecord):
    """Something planned for a month: a degree, a share of full time, leave, a programme's end, a license."""

    month: MonthText
    degree: PlannedDegree | None = None
    fte: FullTimeShare | None = None
    leave_months: Annotated[int, Limits(ge=1, le=1200)] | None = None
    program_completed: ClassText | None = None
    licence: ClassText | None = None
    license: ClassText | None = None

    def _fault(self) -> str:
        told = (self.degree, self.fte, self.leave_months, self.program_completed, self.licence, self.license)
        is_one = sum(one is not None for one in told) == 1
        return "" if is_one else "an event is one of: degree, fte, leave_months, program_completed, licence"

    @property
    def planned_licence(self) -> str | None:
        """The license to come, by either spelling."""
        return self.licence if self.license is None else self.license


@record
class Enrolment(Record):
    """A training programme that the person is in or has completed."""

    name: ClassText
    approved: bool | None = None
    completed: bool = False
    months_remaining: Annotated[int, Limits(ge=0, le=1200)] | None = None


@record
class DeclaredStanding(Record):
    """Standing now: a truth value, or the jurisdictions where it holds; absent is not declared."""

    internal: bool | _Few[ReferenceText] | None = None
    state_employee: bool | _Few[ReferenceText] | None = None
    permanent: bool | _Few[ReferenceText] | None = None


def _one_or_many(value: object) -> str:
    return "many" if isinstance(value, list | tuple) else "one"


PresentJobs = Annotated[
    Annotated[PresentJob, Tagged("one")] | Annotated[_Few[PresentJob], Tagged("many")],
    ToldApartBy(_one_or_many),
]
"""The present job, or several held at once."""


def _text_or_record(value: object) -> str:
    return "record" if isinstance(value, dict) else "name"


HeldLicence = Annotated[
    Annotated[ClassText, Tagged("name")] | Annotated[Licence, Tagged("record")],
    ToldApartBy(_text_or_record),
]
"""A license by its name alone, or with the month from which it is held."""


@record
class Profile(CoherentRecord):
    """One person's profile file. ``licenses`` and ``licences`` are one list: either spelling is read."""

    as_of: MonthText | None = None
    standing: DeclaredStanding = field(default_factory=DeclaredStanding)
    jobs: Annotated[tuple[Job, ...], Limits(max_length=MOST_JOBS)] = ()
    present: PresentJobs | None = None
    education: StudyDone = field(default_factory=StudyDone)
    events: Annotated[tuple[Event, ...], Limits(max_length=MOST_JOBS)] = ()
    programs: _Few[Enrolment] = ()
    licences: _Few[HeldLicence] | None = None
    licenses: _Few[HeldLicence] | None = None

    def _fault(self) -> str:
        are_two = self.licences is not None and self.licenses is not None
        return "licenses and licences are one list by two spellings: give one of them" if are_two else ""

    @property
    def declared_licences(self) -> tuple[Licence, ...] | None:
        """The licenses as declared, by either spelling; None where neither is given."""
        told = self.licences if self.licenses is None else self.licenses
        return None if told is None else tuple(one if isinstance(one, Licence) else Licence(name=one) for one in told)

    @property
    def licences_key(self) -> str:
        """The name that the file gives the licenses."""
        return "licences" if self.licenses is None else "licenses"

    @property
    def present_jobs(self) -> tuple[PresentJob, ...]:
        """The present jobs as declared: none, one or several."""
        if self.present is None:
            return ()
        return self.present if isinstance(self.present, tuple) else (self.present,)
