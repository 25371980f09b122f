"""Pay: figures exchanged, units that do not fit, grades and pay that fall where the ladder climbs."""

from collections.abc import Iterable, Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from ladder.catalog.jurisdictions import PayBasis
from ladder.checks.catalog_under_check import CatalogUnderCheck, group_by
from ladder.checks.climbs import find_climbs, in_dollars
from ladder.checks.findings import Spot, catalog_rule, class_rule
from ladder.checks.places import pay_ranges_of
from ladder.service_time import MONTHS_A_YEAR, read_month
from ladder.sources import Severity
from ladder.specification import ClassSpecification, PayUnit

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


@class_rule(
    "PAY_INVERTED",
    Severity.ERROR,
    "The lowest pay is above the highest",
    why="One of the two figures is wrong, and every comparison of pay rests on them.",
    do="Compare both figures with the document; they may be exchanged.",
)
def pay_inverted(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield ranges that fall."""
    for place, one in pay_ranges_of(spec):
        if one.low > one.high:
            low, high = in_dollars(one.low, one.unit), in_dollars(one.high, one.unit)
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
    for place, one in pay_ranges_of(spec):
        for figure in (one.low, one.high):
            yearly = figure * _A_YEAR[one.unit]
            if not _LEAST_A_YEAR <= yearly <= _MOST_A_YEAR:
                beside = f"about ${yearly:,.0f} a year"
                yield Spot(place, in_dollars(figure, one.unit), beside, spec.pay.source if spec.pay else None)
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
    for place, one in pay_ranges_of(spec):
        if one.high > _WIDEST * one.low > 0:
            low, high = in_dollars(one.low, one.unit), in_dollars(one.high, one.unit)
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
        by_unit = {one.unit: (place, one) for place, one in pay_ranges_of(spec)}
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
                    yield Spot(place, in_dollars(figure, narrow), in_dollars(of, wide), source, spec.class_id)


def _follows(figure: Decimal, whole: Decimal, wide: PayUnit, narrow: PayUnit, basis: PayBasis) -> bool:
    biweekly = [whole]
    if wide is PayUnit.YEARLY:
        exact = whole / basis.pay_periods_a_year
        biweekly = [exact, exact.quantize(_CENT, ROUND_CEILING), exact.quantize(_CENT, ROUND_FLOOR)]
    quotients = biweekly if narrow is PayUnit.BIWEEKLY else [one / basis.hours_a_pay_period for one in biweekly]
    least = min(quotients).quantize(_CENT, ROUND_FLOOR)
    most = max(quotients).quantize(_CENT, ROUND_CEILING)
    return least <= figure <= most


@catalog_rule(
    "PAY_FALLS_ON_PROMOTION",
    Severity.WARNING,
    "A step leads to lower pay",
    why="Nobody climbs to earn less; the step, its direction, or a pay figure is most likely wrong.",
    do="Compare the pay of both classes, and the class that the passage names.",
)
def pay_falls_on_promotion(under: CatalogUnderCheck) -> Iterator[Spot]:
    """Yield steps whose target's lowest and highest pay are both below the feeder's, in one unit.

    Figures of revisions more than a year apart are not compared.
    """
    for climb in find_climbs(under):
        if not _of_one_time(climb.feeder, climb.target):
            continue
        below = {one.unit: one for one in climb.lower.ranges}
        for one in climb.upper.ranges:
            other = below.get(one.unit)
            if other and one.high < other.high and one.low < other.low:
                found = f"{climb.target.title}: {in_dollars(one.low, one.unit)}"
                beside = f"{climb.feeder.title}: {in_dollars(other.low, one.unit)}"
                yield Spot(("pay", "ranges"), found, beside, climb.step.source, climb.target.class_id)
                break


def _of_one_time(one: ClassSpecification, other: ClassSpecification) -> bool:
    if one.revision_month is None or other.revision_month is None:
        return True
    return abs(read_month(one.revision_month) - read_month(other.revision_month)) <= MONTHS_A_YEAR


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
        yield from _without_figures(specs)
        bare = [spec for spec in specs if spec.pay is None]
        if len(bare) == 1 and len(specs) > _ENOUGH:
            yield Spot(("pay",), "no pay", f"all {len(specs) - 1} other classes have it", owner=bare[0].class_id)


def _without_figures(specs: Iterable[ClassSpecification]) -> Iterator[Spot]:
    for name, group in group_by((spec.pay.plan if spec.pay else "", spec) for spec in specs).items():
        without = [spec for spec in group if name and not (spec.pay and spec.pay.ranges)]
        if len(without) == 1 and len(group) > _ENOUGH:
            beside = f"all {len(group) - 1} others of plan {name} have figures"
            yield Spot(("pay", "ranges"), "no figures", beside, owner=without[0].class_id)


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
        several = [spec for spec in specs if len({part.unit for _, part in pay_ranges_of(spec)}) > 1]
        if several and one.pay_basis is None:
            yield Spot(("pay_basis",), "no pay basis", f"{len(several)} classes with several units", owner=one.id)
