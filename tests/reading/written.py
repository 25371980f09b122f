"""Class specifications of our own writing, printed in the layouts of Connecticut and of North Dakota."""

from dataclasses import dataclass
from datetime import date

from hypothesis import strategies as st

_FIGURES = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TRADES = ("Bridge", "Archive", "Harbor", "Orchard", "Weather", "Ferry", "Map", "Signal")
_RANKS = ("Inspector", "Assistant", "Technician", "Planner", "Keeper", "Surveyor")
_MONTH_NAMES = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)


def written_day(day: date) -> str:
    """Return a day as a sentence writes it: ``March 3, 2009``."""
    return f"{_MONTH_NAMES[day.month - 1]} {day.day}, {day.year}"


def slashed_day(day: date) -> str:
    """Return a day as a footer writes it: ``3/3/2009``."""
    return f"{day.month}/{day.day}/{day.year}"


@dataclass(frozen=True)
class ConnecticutClass:
    """The facts of one class; ``special`` and ``superior`` may be missing, figures of pay as well."""

    title: str = "Bridge Inspector"
    number: int = 1234
    plan: str = "EU"
    grade: int = 21
    general: int = 5
    special: int | None = 2
    superior: str | None = "Harbor Planner"
    has_figures: bool = True
    established: date = date(1999, 3, 12)
    replaced: date = date(2011, 11, 4)
    revised: date = date(2020, 2, 29)
    effective: date = date(2020, 3, 6)

    @property
    def code(self) -> str:
        """The class code with the pay plan behind it."""
        return f"{self.number:04}{self.plan}"


def print_connecticut(one: ConnecticutClass, *, header: bool = True, bullet: str = "", blank: bool = True) -> str:
    """Return the specification; ``bullet`` stands before each statement, ``blank`` sets blank lines between blocks."""
    join = "\n\n" if blank else "\n"
    blocks = _header(one) if header else []
    blocks += ["PURPOSE OF JOB CLASS (NATURE OF WORK)", f"Looks after {one.title} work."]
    blocks += ["SUPERVISION RECEIVED", _supervision(one)]
    for heading, statement in _qualifications(one):
        blocks += [f"MINIMUM QUALIFICATIONS - {heading}", f"{bullet}{statement}"]
    blocks += ["SPECIAL REQUIREMENTS", f"{bullet}An incumbent may be required to travel to islands."]
    blocks += ["JOB CLASS DESIGNATION", "Classified/Competitive", "OCCUPATIONAL GROUP", "(77)-Waterways"]
    blocks += ["BARGAINING UNIT", "(19)-HARBORS (P-9)", "EEO", "(3)-Technicians"]
    blocks += ["SALARY INFORMATION", f"{one.plan} {one.grade}", "CANCELLATION CLAUSE", _cancellation(one)]
    blocks += ["EFFECTIVE DATE", f"{one.effective:%m/%d/%Y}", _footer(one, in_one_line=blank)]
    return join.join(blocks)


def _header(one: ConnecticutClass) -> list[str]:
    figures = ["$20.00-$30.00 Hourly / $1,600.00-$2,400.00 BiWeekly /\n$41,760.00-$62,640.00 Yearly"]
    heads = ["State of Connecticut Executive Branch", f"{one.title} ({one.code})"]
    return heads + (figures if one.has_figures else [])


def _supervision(one: ConnecticutClass) -> str:
    if one.superior is None:
        return "Works under the supervision of an official of higher grade."
    return f"Works under the supervision of a {one.superior} or another official of higher grade."


def _qualifications(one: ConnecticutClass) -> list[tuple[str, str]]:
    asked = [("GENERAL EXPERIENCE", f"{_years(one.general)} of experience in keeping waterways open.")]
    if one.special is not None:
        special = f"{_years(one.special)} of the General Experience must have been at the level of a Ferry Keeper."
        asked.append(("SPECIAL EXPERIENCE", special))
    study = (
        "College study may be substituted for the General Experience: fifteen (15) semester hours"
        " equalling one-half (1/2) year, to a maximum of two (2) years."
    )
    return [*asked, ("SUBSTITUTIONS ALLOWED", study)]


def _years(years: int) -> str:
    return f"{_FIGURES[years].capitalize()} ({years}) {'year' if years == 1 else 'years'}"


def _plain_years(years: int) -> str:
    return "one year" if years == 1 else f"{_FIGURES[years]} years"


def _cancellation(one: ConnecticutClass) -> str:
    return (
        f"This replaces the existing specification for the class of {one.title} in Salary Group {one.plan}"
        f" {one.grade} approved effective {written_day(one.replaced)}. (Revised to say more) Item No. 20-007"
    )


def _footer(one: ConnecticutClass, *, in_one_line: bool) -> str:
    parts = [f"CLASS: {one.code};", f"EST: {slashed_day(one.established)};", f"REV: {slashed_day(one.revised)};"]
    return (" " if in_one_line else "\n").join(parts)


@dataclass(frozen=True)
class NorthDakotaLevel:
    """A level of a series: years asked, years asked of internal candidates in the level below, its superior."""

    title: str
    code: str
    grade: str
    years: int
    internal: int | None = None
    superior: str | None = None


@dataclass(frozen=True)
class NorthDakotaSeries:
    """A series of levels, lowest first, and its months of issue and revision."""

    name: str
    levels: tuple[NorthDakotaLevel, ...]
    effective: tuple[int, int] = (2001, 5)
    revised: tuple[tuple[int, int], ...] = ((2004, 9), (2011, 12))


def print_north_dakota(series: NorthDakotaSeries, *, grade_first: bool = False, torn: bool = False) -> str:
    """Return the description; ``torn`` puts a page header into a sentence of every level."""
    codes = "\n".join(level.code for level in series.levels)
    header = f"CLASS CODES: {codes}\n\nND Class Description\n{series.name}"
    blocks = ["**NORTH DAKOTA\nCLASS DESCRIPTION**", f"Class Code(s): {codes}", series.name.upper()]
    blocks += ["(Ferry Board)", "SCOPE OF WORK:", "Boats are kept.", header]
    for number, level in enumerate(series.levels):
        below = series.levels[number - 1].title if number else None
        head = [level.code, f"GRADE {level.grade}"]
        blocks += [level.title.upper(), *(reversed(head) if grade_first else head)]
        blocks += ["LEVEL DEFINITION:", _definition(level), "MINIMUM QUALIFICATIONS:"]
        blocks += [f"Requires {_plain_years(level.years)} of work experience keeping boats."]
        blocks += _course_work(level, below, header if torn else "")
        blocks += ["The selection process will include a test of seamanship."]
    year, month = series.effective
    blocks += [f"Eff. Date: {month:02}/{year % 100:02}"]
    blocks += [f"Rev: {month}/{year % 100:02} \u2013 Conversion to Buoy System" for year, month in series.revised]
    return "\n\n".join(blocks)


def _definition(level: NorthDakotaLevel) -> str:
    return "Boats of every kind." + (f" Reports directly to a {level.superior}." if level.superior else "")


def _course_work(level: NorthDakotaLevel, below: str | None, header: str) -> list[str]:
    study = "Related course work may be substituted for two years of the work experience on a year-for-year basis."
    hiring = ("The hiring authority may ask for more of a kind that", "suits the boat.")
    torn = [hiring[0], header, hiring[1]] if header else [" ".join(hiring)]
    if level.internal is None or below is None:
        return [f"{study} {torn[0]}", *torn[1:]]
    years = _plain_years(level.internal)
    internal = (
        f" Internal candidates meet the minimum qualifications if they have completed {years} of work as a {below}"
    )
    return [f"{study} {torn[0]}", *torn[1:-1], torn[-1] + internal] if header else [f"{study} {torn[0]}{internal}"]


DAYS = st.dates(date(1950, 1, 1), date(2049, 12, 31))
MONTHS = st.tuples(st.integers(1950, 2049), st.integers(1, 12))
TITLES = st.builds("{} {}".format, st.sampled_from(_TRADES), st.sampled_from(_RANKS))

CONNECTICUT_CLASSES = st.builds(
    ConnecticutClass,
    title=TITLES,
    number=st.integers(0, 9999),
    plan=st.sampled_from(["EU", "XX", "QQ"]),
    grade=st.integers(1, 99),
    general=st.integers(3, 9),
    special=st.none() | st.integers(1, 3),
    superior=st.none() | TITLES,
    has_figures=st.booleans(),
    established=DAYS,
    replaced=DAYS,
    revised=DAYS,
    effective=DAYS,
)
"""Classes of Connecticut's kind with any facts."""


@st.composite
def north_dakota_series(draw: st.DrawFn) -> NorthDakotaSeries:
    """Return a series of one to four levels with any facts."""
    name, count, first = draw(st.sampled_from(_TRADES)), draw(st.integers(1, 4)), draw(st.integers(0, 9000))
    levels = tuple(
        NorthDakotaLevel(
            title=f"{name} {_RANKS[number]}",
            code=f"{first + number:04}",
            grade="CDEF"[number],
            years=draw(st.integers(1, 9)),
            internal=draw(st.none() | st.integers(1, 4)) if number else None,
            superior=draw(st.none() | TITLES),
        )
        for number in range(count)
    )
    return NorthDakotaSeries(name, levels, draw(MONTHS), tuple(draw(st.lists(MONTHS, min_size=1, max_size=3))))
