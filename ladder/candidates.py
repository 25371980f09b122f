"""What one person declares: service, education, standing, programmes, planned events.

These records mirror a profile file (docs/contracts.md, section 3). They hold names as typed;
``histories`` resolves them against a catalog.
"""

from fractions import Fraction
from typing import Annotated, TypeVar

from pydantic import (
    BeforeValidator,
    Discriminator,
    Field,
    PlainSerializer,
    PlainValidator,
    Tag,
    WithJsonSchema,
    model_validator,
)

from ladder.qualifications import DegreeLevel
from ladder.service_time import is_before, read_exact, read_month
from ladder.sources import Record

MOST_JOBS = 2_000
"""Rows of past service, and events, of the longest profile: forty years by the fortnight are 1,040."""

MOST_NAMED = 200
"""Present jobs, degrees, programs, licenses, and requirements that one job counts toward, at most."""

_NUMBER = WithJsonSchema({"anyOf": [{"type": "number"}, {"type": "string", "pattern": r"^[0-9]{1,9}(\.[0-9]{1,9})?$"}]})
_AS_TEXT = PlainSerializer(str, return_type=str)


def _months_of_service(value: object) -> Fraction:
    return _bounded(value, most=1200, what="months of service")


def _full_time_share(value: object) -> Fraction:
    share = read_exact(value)
    if not 0 < share <= 1:
        message = f"a share of full time is more than 0 and at most 1, not {value}"
        raise ValueError(message)
    return share


def _credit_hours(value: object) -> Fraction:
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


ServiceMonths = Annotated[Fraction, PlainValidator(_months_of_service), _AS_TEXT, _NUMBER]
"""Months of service, exact, 0 to 1,200; part months as decimals."""

FullTimeShare = Annotated[Fraction, PlainValidator(_full_time_share), _AS_TEXT, _NUMBER]
"""Share of full time (FTE), exact: more than 0, at most 1."""

CreditHours = Annotated[Fraction, PlainValidator(_credit_hours), _AS_TEXT, _NUMBER]
"""Semester or quarter hours, exact, 0 to 2,000."""

MonthText = Annotated[str, BeforeValidator(_month_text), Field(pattern=r"^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$")]
"""A month, ``2026-11``, or a day, ``2026-11-16``."""

ClassText = Annotated[str, Field(min_length=1, max_length=400)]
"""A class as a person writes it: id, bare code or title."""

ReferenceText = Annotated[str, Field(max_length=400)]
"""A requirement or a jurisdiction, as a person writes it."""

_One = TypeVar("_One")
_Few = Annotated[tuple[_One, ...], Field(max_length=MOST_NAMED)]


def _full_time() -> Fraction:
    return Fraction(1)


class Work(Record):
    """What any job declares: its class or title, share of full time, what it counts toward."""

    class_text: ClassText | None = Field(default=None, alias="class")
    title: ClassText | None = None
    fte: FullTimeShare = Field(default_factory=_full_time)
    counts_toward: _Few[ReferenceText] = ()
    target_class: ClassText | None = None

    @model_validator(mode="after")
    def _is_named(self) -> "Work":
        if not (self.class_text or self.title or self.counts_toward):
            message = "a job needs a class, a title or what it counts toward"
            raise ValueError(message)
        return self


class Job(Work):
    """Past service up to the as-of month, in months or by dates.

    A start without an end is open: the job goes on.
    """

    months: ServiceMonths | None = None
    start: MonthText | None = None
    end: MonthText | None = None

    @model_validator(mode="after")
    def _has_a_length(self) -> "Job":
        if (self.months is None) == (self.start is None):
            message = "a job has either months or a start"
            raise ValueError(message)
        if self.end and not self.start:
            message = "a job with an end needs a start"
            raise ValueError(message)
        if self.start and self.end and is_before(self.end, self.start):
            message = f"the job ends ({self.end}) before it starts ({self.start})"
            raise ValueError(message)
        return self


class PresentJob(Work):
    """The job that goes on from the as-of month."""


class Degree(Record):
    """A degree, and its field where declared."""

    level: DegreeLevel
    field: ClassText | None = None


class Courses(Record):
    """Semester hours done in one field; part of all that were done."""

    field: ClassText
    semester_hours: CreditHours


class StudyDone(Record):
    """Study completed: hours of undergraduate study, those in a field among them, and degrees."""

    semester_hours: CreditHours = Field(default_factory=Fraction)
    quarter_hours: CreditHours = Field(default_factory=Fraction)
    courses: _Few[Courses] = ()
    degrees: _Few[Degree] = ()


class Event(Record):
    """Something planned for a month: a degree, a share of full time, leave, a programme's end."""

    month: MonthText
    degree: Degree | None = None
    fte: FullTimeShare | None = None
    leave_months: Annotated[int, Field(ge=1, le=1200)] | None = None
    program_completed: ClassText | None = None

    @model_validator(mode="after")
    def _is_one_thing(self) -> "Event":
        told = (self.degree, self.fte, self.leave_months, self.program_completed)
        if sum(one is not None for one in told) != 1:
            message = "an event is one of: degree, fte, leave_months, program_completed"
            raise ValueError(message)
        return self


class Enrolment(Record):
    """A training programme that the person is in or has completed."""

    name: ClassText
    approved: bool | None = None
    completed: bool = False
    months_remaining: Annotated[int, Field(ge=0, le=1200)] | None = None


class DeclaredStanding(Record):
    """Standing now: a truth value, or the jurisdictions where it holds; absent is not declared."""

    internal: bool | _Few[ReferenceText] | None = None
    state_employee: bool | _Few[ReferenceText] | None = None
    permanent: bool | _Few[ReferenceText] | None = None


def _one_or_many(value: object) -> str:
    return "many" if isinstance(value, list | tuple) else "one"


PresentJobs = Annotated[
    Annotated[PresentJob, Tag("one")] | Annotated[_Few[PresentJob], Tag("many")],
    Discriminator(_one_or_many),
]
"""The present job, or several held at once."""


class Profile(Record):
    """One person's profile file. ``licenses`` and ``licences`` are one list: either spelling is read."""

    as_of: MonthText | None = None
    standing: DeclaredStanding = Field(default_factory=DeclaredStanding)
    jobs: Annotated[tuple[Job, ...], Field(max_length=MOST_JOBS)] = ()
    present: PresentJobs | None = None
    education: StudyDone = Field(default_factory=StudyDone)
    events: Annotated[tuple[Event, ...], Field(max_length=MOST_JOBS)] = ()
    programs: _Few[Enrolment] = ()
    licences: _Few[ClassText] | None = None
    licenses: _Few[ClassText] | None = None

    @model_validator(mode="after")
    def _licenses_once(self) -> "Profile":
        if self.licences is not None and self.licenses is not None:
            message = "licenses and licences are one list by two spellings: give one of them"
            raise ValueError(message)
        return self

    @property
    def declared_licences(self) -> tuple[str, ...] | None:
        """The licenses as declared, by either spelling; None where neither is given."""
        return self.licences if self.licenses is None else self.licenses

    @property
    def present_jobs(self) -> tuple[PresentJob, ...]:
        """The present jobs as declared: none, one or several."""
        if self.present is None:
            return ()
        return self.present if isinstance(self.present, tuple) else (self.present,)
