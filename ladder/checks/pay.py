"""Pay: figures exchanged, units that do not fit, grades and pay that fall where the ladder climbs."""

from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import pairwise
from typing import NamedTuple

from ladder.catalog.jurisdictions import PayBasis
from ladder.catalog.steps import Step
from ladder.checks.catalog_under_check import CatalogUnderCheck, group_by
from ladder.checks.findings import Spot, catalog_rule, class_rule
from ladder.qualifications import Certainty
from ladder.record_files import Place
from ladder.sources import Severity
from ladder.specification import ClassSpecification, Pay, PayRange, PayUnit

_CENT = Decimal("0.01")
_A_YEAR = {
    PayUnit.HOURLY: Decimal(2080),
    PayUnit.BIWEEKLY: Decimal(26),
    PayUnit.MONTHLY: Decimal(12),
    PayUnit.YEARLY: Decimal(1),
}
"""About how often each unit is paid in a year; good enough to see that a unit is wrong, and for nothing else."""
_LEAST_A_YEAR, _MOST_A_YEAR = Decimal(8_000), Decimal(2_000_000)
_WIDEST = 4
_ENOUGH = 3
_SPELT = {
    PayUnit.HOURLY: "an hour",
    PayUnit.BIWEEKLY: "every two weeks",
    PayUnit.MONTHLY: "a month",
    PayUnit.YEARLY: "a year",
}


class _Climb(NamedTuple):
    """A step between two classes of one jurisdiction, with the pay of both."""

    step: Step
    feeder: ClassSpecification
    target: ClassSpecification
    lower: Pay
    upper: Pay


def _dollars(amount: Decimal, unit: PayUnit) -> str:
    return f"${amount:,.2f} {_SPELT[unit]}"


def _ranges(spec: ClassSpecification) -> Iterator[tuple[Place, PayRange]]:
    for number, one in enumerate(spec.pay.ranges if spec.pay else ()):
        yield ("pay", "ranges", number), one


@class_rule(
    "PAY_INVERTED",
    Severity.ERROR,
    "The lowest pay is above the highest",
    why="One of the two figures is wrong, and every comparison of pay rests on them.",
    do="Compare both figures with the document; they may be exchanged.",
)
def pay_inverted(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield ranges that fall."""
    for place, one in _ranges(spec):
        if one.low > one.high:
            low, high = _dollars(one.low, one.unit), _dollars(one.high, one.unit)
            yield Spot(place, f"lowest {low}", f"highest {high}", spec.pay.source if spec.pay else None)


@class_rule(
    "PAY_IMPLAUSIBLE",
    Severity.WARNING,
    "The pay cannot be meant for that unit of time",
    why="A yearly figure read as hourly, or a digit lost, makes every gain of pay nonsense.",
    do="Compare the figure and its unit with the document.",
)
def pay_implausible(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield ranges that come to less than 8,000 or more than 2,000,000 dollars a year."""
    for place, one in _ranges(spec):
        for figure in (one.low, one.high):
            yearly = figure * _A_YEAR[one.unit]
            if not _LEAST_A_YEAR <= yearly <= _MOST_A_YEAR:
                beside = f"about ${yearly:,.0f} a year"
                yield Spot(place, _dollars(figure, one.unit), beside, spec.pay.source if spec.pay else None)
                break


@class_rule(
    "PAY_RANGE_TOO_WIDE",
    Severity.WARNING,
    "The highest pay is more than four times the lowest",
    why="No grade is that wide; a digit was lost or gained, or figures of two units stand in one range.",
    do="Compare both figures with the document.",
)
def pay_range_too_wide(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield ranges whose ends are too far apart."""
    for place, one in _ranges(spec):
        if one.high > _WIDEST * one.low > 0:
            low, high = _dollars(one.low, one.unit), _dollars(one.high, one.unit)
            yield Spot(place, f"lowest {low}", f"highest {high}", spec.pay.source if spec.pay else None)


@catalog_rule(
    "PAY_UNITS_AT_ODDS",
    Severity.WARNING,
    "Hourly, biweekly and yearly pay do not hang together",
    why="By the pay basis of the jurisdiction one follows from the other; one of the figures was misread.",
    do="Compare the figures with the document, and the pay basis with the jurisdiction's rules.",
)
def pay_units_at_odds(under: CatalogUnderCheck) -> Iterator[Spot]:
    """Yield ranges that do not follow from the yearly one, or the biweekly one, by the jurisdiction's basis.

    A figure fits however it is rounded to the cent, from the exact quotient or from the
    rounded biweekly figure.
    """
    for spec in under.described:
        basis = under.catalog.jurisdiction(spec.jurisdiction).pay_basis
        by_unit = {one.unit: (place, one) for place, one in _ranges(spec)}
        for wide, narrow in (
            (PayUnit.YEARLY, PayUnit.BIWEEKLY),
            (PayUnit.YEARLY, PayUnit.HOURLY),
            (PayUnit.BIWEEKLY, PayUnit.HOURLY),
        ):
            if basis is None or wide not in by_unit or narrow not in by_unit:
                continue
            (_, whole), (place, part) = by_unit[wide], by_unit[narrow]
            for figure, of in ((part.low, whole.low), (part.high, whole.high)):
                if not _follows(figure, of, wide, narrow, basis):
                    source = spec.pay.source if spec.pay else None
                    yield Spot(place, _dollars(figure, narrow), _dollars(of, wide), source, spec.class_id)


def _follows(figure: Decimal, whole: Decimal, wide: PayUnit, narrow: PayUnit, basis: PayBasis) -> bool:
    biweekly = [whole]
    if wide is PayUnit.YEARLY:
        exact = whole / basis.pay_periods_a_year
        biweekly = [exact, exact.quantize(_CENT, ROUND_CEILING), exact.quantize(_CENT, ROUND_FLOOR)]
    quotients = biweekly if narrow is PayUnit.BIWEEKLY else [one / basis.hours_a_pay_period for one in biweekly]
    least = min(quotients).quantize(_CENT, ROUND_FLOOR)
    most = max(quotients).quantize(_CENT, ROUND_CEILING)
    return least <= figure <= most


def _climbs(under: CatalogUnderCheck) -> Iterator[_Climb]:
    """Yield the steps that a text names between classes of one jurisdiction that both have pay, each pair once."""
    seen: set[tuple[str, str]] = set()
    for step in under.catalog.steps:
        feeder, target = under.catalog.classes.get(step.feeder_class), under.catalog.classes.get(step.target_class)
        if feeder is None or target is None or step.certainty is not Certainty.NAMED or step[:2] in seen:
            continue
        seen.add(step[:2])
        if feeder.jurisdiction == target.jurisdiction and feeder.pay and target.pay:
            yield _Climb(step, feeder, target, feeder.pay, target.pay)


@catalog_rule(
    "PAY_FALLS_ON_PROMOTION",
    Severity.WARNING,
    "A step leads to lower pay",
    why="Nobody climbs to earn less; the step, its direction, or a pay figure is most likely wrong.",
    do="Compare the pay of both classes, and the class that the passage names.",
)
def pay_falls_on_promotion(under: CatalogUnderCheck) -> Iterator[Spot]:
    """Yield steps whose target's lowest and highest pay are both below the feeder's, in one unit."""
    for climb in _climbs(under):
        below = {one.unit: one for one in climb.lower.ranges}
        for one in climb.upper.ranges:
            other = below.get(one.unit)
            if other and one.high < other.high and one.low < other.low:
                found = f"{climb.target.title}: {_dollars(one.low, one.unit)}"
                beside = f"{climb.feeder.title}: {_dollars(other.low, one.unit)}"
                yield Spot(("pay", "ranges"), found, beside, climb.step.source, climb.target.class_id)
                break


@catalog_rule(
    "GRADE_FALLS_ON_PROMOTION",
    Severity.WARNING,
    "A step leads to a lower grade",
    why="Grades rise with the ladder; the step, its direction, or a grade is most likely wrong.",
    do="Compare the grades of both classes, and the class that the passage names.",
)
def grade_falls_on_promotion(under: CatalogUnderCheck) -> Iterator[Spot]:
    """Yield steps whose target has a lower grade of the same plan than the feeder."""
    for climb in _climbs(under):
        order = under.catalog.jurisdiction(climb.target.jurisdiction).grades_lowest_first
        if climb.lower.plan == climb.upper.plan and _is_lower(climb.upper.grade, climb.lower.grade, order):
            found = f"{climb.target.title}: grade {climb.upper.grade}"
            beside = f"{climb.feeder.title}: grade {climb.lower.grade}"
            yield Spot(("pay", "grade"), found, beside, climb.step.source, climb.target.class_id)


def _is_lower(grade: str, other: str, order: tuple[str, ...]) -> bool:
    if grade.isdecimal() and other.isdecimal():
        return int(grade) < int(other)
    return grade in order and other in order and order.index(grade) < order.index(other)


@catalog_rule(
    "SUPERIOR_OF_LOWER_GRADE",
    Severity.WARNING,
    "A superior has a lower grade than the class that works under it",
    why="A superior is graded higher within a plan; the superior or a grade is most likely misread.",
    do="Compare 'supervision received' and both grades with the documents.",
)
def superior_of_lower_grade(under: CatalogUnderCheck) -> Iterator[Spot]:
    """Yield superiors of the same plan whose grade is lower."""
    for spec in under.described:
        order = under.catalog.jurisdiction(spec.jurisdiction).grades_lowest_first
        for number, superior in enumerate(spec.superiors):
            above = under.catalog.classes.get(superior.class_id)
            if not (above and above.pay and spec.pay and above.pay.plan == spec.pay.plan):
                continue
            if _is_lower(above.pay.grade, spec.pay.grade, order):
                found = f"{above.title}: grade {above.pay.grade}"
                beside = f"{spec.title}: grade {spec.pay.grade}"
                yield Spot(("superiors", number), found, beside, superior.source, spec.class_id)


@catalog_rule(
    "PAY_MISSING",
    Severity.WARNING,
    "Pay is missing where all others have it",
    why="The class stands in no comparison of pay, though its document prints the figures most likely.",
    do="Look for the pay in the document's heading.",
)
def pay_missing(under: CatalogUnderCheck) -> Iterator[Spot]:
    """Yield the only class of a pay plan without figures, and the only class of a jurisdiction without a grade."""
    for specs in under.by_jurisdiction.values():
        for name, group in group_by((spec.pay.plan if spec.pay else "", spec) for spec in specs).items():
            without = [spec for spec in group if name and not (spec.pay and spec.pay.ranges)]
            if len(without) == 1 and len(group) > _ENOUGH:
                beside = f"all {len(group) - 1} others of plan {name} have figures"
                yield Spot(("pay", "ranges"), "no figures", beside, owner=without[0].class_id)
        bare = [spec for spec in specs if spec.pay is None]
        if len(bare) == 1 and len(specs) > _ENOUGH:
            yield Spot(("pay",), "no pay", f"all {len(specs) - 1} other classes have it", owner=bare[0].class_id)


@catalog_rule(
    "PAY_OF_ONE_GRADE_DIFFERS",
    Severity.INFO,
    "Two classes of one grade have different pay",
    why="One of the documents is older than the pay plan of the other, or a figure or grade is misread.",
    do="Look at the dates of both documents; take the pay from the plan in force.",
)
def pay_of_one_grade_differs(under: CatalogUnderCheck) -> Iterator[Spot]:
    """Yield classes whose range differs from that of an earlier class of the same plan, grade and unit."""
    first: dict[tuple[str, str, str, PayUnit], tuple[ClassSpecification, PayRange]] = {}
    for spec in under.described:
        for place, one in _ranges(spec):
            plan, grade = (spec.pay.plan, spec.pay.grade) if spec.pay else ("", "")
            other, before = first.setdefault((spec.jurisdiction, plan, grade, one.unit), (spec, one))
            if other is not spec and (before.low, before.high) != (one.low, one.high):
                found = f"{plan} {grade}: {_dollars(one.low, one.unit)} to {one.high:,.2f}"
                beside = f"{other.title}: {_dollars(before.low, one.unit)} to {before.high:,.2f}"
                yield Spot(place, found, beside, spec.pay.source if spec.pay else None, spec.class_id)


@catalog_rule(
    "PAY_FALLS_AS_GRADE_RISES",
    Severity.WARNING,
    "A higher grade of the plan is paid less than a lower one",
    why="Within a plan pay rises with the grade; a grade or a figure is most likely misread.",
    do="Compare grade and figures of both classes with their documents.",
)
def pay_falls_as_grade_rises(under: CatalogUnderCheck) -> Iterator[Spot]:
    """Yield classes paid less, at both ends, than the class of the next lower grade of their plan."""
    graded = [
        ((spec.jurisdiction, spec.pay.plan, one.unit), (int(spec.pay.grade), one, spec))
        for spec in under.described
        if spec.pay and spec.pay.grade.isdecimal()
        for one in spec.pay.ranges
    ]
    for (_, plan, unit), members in group_by(graded).items():
        for (grade, lower, below), (next_grade, upper, spec) in pairwise(sorted(members, key=lambda one: one[0])):
            if grade < next_grade and upper.low < lower.low and upper.high < lower.high:
                found = f"{plan} {next_grade}: {_dollars(upper.low, unit)}"
                beside = f"{plan} {grade} ({below.title}): {_dollars(lower.low, unit)}"
                yield Spot(("pay", "ranges"), found, beside, spec.pay.source if spec.pay else None, spec.class_id)


@catalog_rule(
    "GRADE_NOT_IN_ORDER",
    Severity.WARNING,
    "The grade is not among those of the jurisdiction",
    why="It cannot be compared with any other grade; it was most likely misread.",
    do="Correct the grade, or add it to 'grades_lowest_first' of the jurisdiction.",
)
def grade_not_in_order(under: CatalogUnderCheck) -> Iterator[Spot]:
    """Yield grades in letters that the jurisdiction's list of grades, where it has one, lacks."""
    for spec in under.catalog.classes.values():
        order = under.catalog.jurisdiction(spec.jurisdiction).grades_lowest_first
        if order and spec.pay and spec.pay.grade not in order:
            beside = f"grades {order[0]} to {order[-1]}"
            yield Spot(("pay", "grade"), f"grade {spec.pay.grade}", beside, spec.pay.source, spec.class_id)


@catalog_rule(
    "GRADE_LISTED_TWICE",
    Severity.WARNING,
    "A grade stands twice in the order of grades",
    why="It is both above and below the grades between.",
    do="Keep it where it belongs.",
)
def grade_listed_twice(under: CatalogUnderCheck) -> Iterator[Spot]:
    """Yield grades that 'grades_lowest_first' of a jurisdiction holds already."""
    for one in under.catalog.jurisdictions.values():
        for number, grade in enumerate(one.grades_lowest_first):
            if grade in one.grades_lowest_first[:number]:
                beside = f"also at place {one.grades_lowest_first.index(grade) + 1}"
                yield Spot(("grades_lowest_first", number), f"grade {grade}", beside, owner=one.id)


@catalog_rule(
    "PAY_BASIS_MISSING",
    Severity.INFO,
    "Pay is printed for several units of time, and the jurisdiction has no pay basis",
    why="Whether hourly, biweekly and yearly figures hang together cannot be looked at.",
    do="Add 'pay_basis' to the jurisdiction: pay periods a year, and hours a pay period.",
)
def pay_basis_missing(under: CatalogUnderCheck) -> Iterator[Spot]:
    """Yield jurisdictions without a pay basis whose classes print two units."""
    for one in under.catalog.jurisdictions.values():
        specs = under.by_jurisdiction.get(one.id, ())
        several = [spec for spec in specs if len({part.unit for _, part in _ranges(spec)}) > 1]
        if several and one.pay_basis is None:
            yield Spot(("pay_basis",), "no pay basis", f"{len(several)} classes with several units", owner=one.id)
