"""The plain words of the pages: names of classes, pay, months, kinds of step."""

from fractions import Fraction
from typing import NamedTuple

from ladder.catalog.catalog import Catalog
from ladder.catalog.pay_gains import PayGain
from ladder.catalog.steps import Step, StepKind
from ladder.qualifications import Certainty, DegreeLevel, Experience
from ladder.service_time import DAYS_A_MONTH, MONTHS_A_YEAR, Day, Month, print_exact
from ladder.specification import ClassSpecification, Completeness, Pay, PayRange, PayUnit

_MONTH_NAMES = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)
UNITS = {
    PayUnit.HOURLY: "an hour",
    PayUnit.BIWEEKLY: "every two weeks",
    PayUnit.MONTHLY: "a month",
    PayUnit.YEARLY: "a year",
}
"""What the figures of a pay range are paid for."""
_BRIEF_UNITS = UNITS | {PayUnit.BIWEEKLY: "biweekly"}
COMPLETENESS = {
    Completeness.WHOLE: "whole",
    Completeness.PARTIAL: "seen in part",
    Completeness.NAMED_ONLY: "only named",
}

DEGREES = {
    DegreeLevel.ASSOCIATE: "an associate degree",
    DegreeLevel.BACHELOR: "a bachelor's degree",
    DegreeLevel.MASTER: "a master's degree",
    DegreeLevel.LAW: "a law degree",
    DegreeLevel.DOCTORATE: "a doctorate",
}
ASKED_BY = {
    StepKind.INTERNAL_QUALIFICATION: "of service, as an internal candidate",
    StepKind.CLASS_SERVICE_SUBSTITUTION: "of service, in place of the experience asked",
    StepKind.PROGRAMME_COMPLETION: "the training programme is completed",
    StepKind.SPECIAL_EXPERIENCE: "of service, as the special experience asked",
    StepKind.NAMED_EXPERIENCE: "of service, as experience asked",
    StepKind.TRAINEE_TARGET: "of training aimed at the class that it leads to",
}
"""What each kind of step asks, after its months."""
CERTAINTIES = {
    Certainty.NAMED: "",
    Certainty.LEVEL: "this class, or one at its level; HR decides about others",
    Certainty.PEER: "at the level of a class that the text names; HR decides whether it counts",
    Certainty.INFERRED: "inferred by ladder, in no text",
}
"""What is said of a step beside the rest; nothing where a text names it outright."""


NO_GAIN = "not printed for both"
"""What is said of pay gained where two classes do not print pay in one unit."""


class StepStyle(NamedTuple):
    """How a kind of step is told apart: its words, one word on the map, and its dashes.

    ``dashes`` are pixels drawn and left out in turn; none is an unbroken line.
    """

    kind: str
    words: str
    word: str
    dashes: tuple[int, ...]


STYLES = {
    style.kind: style
    for style in (
        StepStyle(StepKind.INTERNAL_QUALIFICATION, "internal qualification", "internal", ()),
        StepStyle(StepKind.CLASS_SERVICE_SUBSTITUTION, "service substituted for experience", "substitution", (12, 5)),
        StepStyle(StepKind.PROGRAMME_COMPLETION, "training programme completed", "programme", (2, 5)),
        StepStyle(StepKind.SPECIAL_EXPERIENCE, "special experience", "special", (16, 4, 3, 4)),
        StepStyle(StepKind.NAMED_EXPERIENCE, "experience in a named class", "experience", (6, 6)),
        StepStyle(StepKind.TRAINEE_TARGET, "target class of a trainee class", "trainee", (16, 4, 3, 4, 3, 4)),
    )
}


def spell_month(month: Month) -> str:
    """Return a calendar month in words: ``November 2027``."""
    return f"{_MONTH_NAMES[month % MONTHS_A_YEAR]} {month // MONTHS_A_YEAR}"


def spell_day(day: Day) -> str:
    """Return a calendar day in words, the first of a month as the month alone.

    >>> from ladder.service_time import read_day
    >>> spell_day(read_day("2027-11-16")), spell_day(read_day("2027-11-01"))
    ('16 November 2027', 'November 2027')
    """
    month = spell_month(Month(day // DAYS_A_MONTH))
    place = day % DAYS_A_MONTH
    return f"{place + 1} {month}" if place else month


def spell_date(date: str) -> str:
    """Return a printed date in words.

    >>> spell_date("2022-12-30"), spell_date("2012-07")
    ('30 December 2022', 'July 2012')
    """
    year, month, *day = date.split("-")
    return " ".join([*(str(int(one)) for one in day), _MONTH_NAMES[int(month) - 1], year])


def name_class(catalog: Catalog, class_id: str) -> str:
    """Return title, code and grade: ``Customer Service Specialist (0442, grade I)``."""
    spec = catalog.classes[class_id]
    return f"{spec.title} ({', '.join(marks_of(catalog, spec))})"


def marks_of(catalog: Catalog, spec: ClassSpecification) -> tuple[str, ...]:
    """Return what stands beside a title: code, grade, and how much of the record is there."""
    found = [spec.code, spell_grade(catalog, spec), "programme" if spec.is_programme else None]
    if spec.completeness is not Completeness.WHOLE:
        found.append(COMPLETENESS[spec.completeness])
    return tuple(filter(None, found))


def spell_grade(catalog: Catalog, spec: ClassSpecification) -> str | None:
    """Return the grade as its jurisdiction speaks of it; null where no pay is printed."""
    if spec.pay is None:
        return None
    listed = catalog.jurisdiction_of(spec.class_id).grades_lowest_first
    return f"grade {spec.pay.grade}" if spec.pay.grade in listed else f"{spec.pay.plan} {spec.pay.grade}"


def spell_pay(pay: Pay | None) -> str:
    """Return every pay range printed, or that none is."""
    if pay is None:
        return "no pay printed"
    figures = "; ".join(map(_spell_range, pay.ranges)) or "no figures printed"
    return f"{pay.plan} {pay.grade}: {figures}"


def _spell_range(pay: PayRange) -> str:
    return f"${pay.low:,.2f} to ${pay.high:,.2f} {UNITS[pay.unit]}"


def pay_in_brief(pay: Pay | None) -> str:
    """Return the lowest figure of the first range, short enough for a line of a box."""
    if pay is None or not pay.ranges:
        return "no pay printed"
    first = pay.ranges[0]
    low = f"{first.low:,.2f}".removesuffix(".00")
    return f"from ${low} {_BRIEF_UNITS[first.unit]}"


def spell_gain(gain: PayGain | None) -> str:
    """Return what the lowest pay gains or loses: ``$3,750.50 more a year``; '' where it cannot be told."""
    if gain is None:
        return ""
    figure = f"${abs(gain.low):,.2f}".removesuffix(".00")
    return f"{figure} {'less' if gain.low < 0 else 'more'} {UNITS[gain.unit]}"


def count_months(months: Fraction | int) -> str:
    """Return an exact number of months: ``1 month``, ``31.5 months``."""
    return "1 month" if months == 1 else f"{print_exact(months)} months"


def months_asked(catalog: Catalog, step: Step) -> str:
    """Return the service that the step's clause asks of the feeder class, in words."""
    if step.months is None:
        return "length not stated"
    if step.at_most_months is not None:
        return f"{step.months} to {count_months(step.at_most_months)}"
    within = _container(catalog, step)
    return count_months(step.months) + (f" within {count_months(within.months)}" if within else "")


def _container(catalog: Catalog, step: Step) -> Experience | None:
    """Return the experience requirement that the step's own is a part of."""
    rule = catalog.experience_references.get(step.requirement or "")
    if not isinstance(rule, Experience) or rule.within is None:
        return None
    container = catalog.experience_references.get(f"{step.target_class}#{rule.within}")
    return container if isinstance(container, Experience) else None
