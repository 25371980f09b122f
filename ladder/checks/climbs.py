"""Steps between classes whose pay is known on both sides, and figures of pay in words."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from ladder.catalog.steps import IN_THE_TEXT, Step
from ladder.checks.catalog_under_check import CatalogUnderCheck
from ladder.specification import ClassSpecification, Pay, PayUnit

_SPELT = {
    PayUnit.HOURLY: "an hour",
    PayUnit.BIWEEKLY: "every two weeks",
    PayUnit.MONTHLY: "a month",
    PayUnit.YEARLY: "a year",
}


class Climb(NamedTuple):
    """A step between two classes of one jurisdiction, with the pay of both."""

    step: Step
    feeder: ClassSpecification
    target: ClassSpecification
    lower: Pay
    upper: Pay


def find_climbs(under: CatalogUnderCheck) -> Iterator[Climb]:
    """Yield the steps that a text names between classes of one jurisdiction that both have pay, each pair once."""
    seen: set[tuple[str, str]] = set()
    for step in under.catalog.steps:
        feeder, target = under.catalog.classes.get(step.feeder_class), under.catalog.classes.get(step.target_class)
        if feeder is None or target is None or step.certainty not in IN_THE_TEXT or step[:2] in seen:
            continue
        seen.add(step[:2])
        if feeder.jurisdiction == target.jurisdiction and feeder.pay and target.pay:
            yield Climb(step, feeder, target, feeder.pay, target.pay)


def in_dollars(amount: Decimal, unit: PayUnit) -> str:
    """Return a figure of pay with its unit of time: ``$27.60 an hour``."""
    return f"${amount:,.2f} {_SPELT[unit]}"
