"""Early filing as a record holds it: by any route, or by those that ask the requirements it is said of."""

from collections.abc import Mapping

from ladder.qualifications import Qualifications, Route, experience_of
from ladder.reading.drafts import EarlyFilingSaid
from ladder.specification import EarlyFiling


def make_early_filing(
    said: EarlyFilingSaid | None, rules: Qualifications | None, labels: Mapping[str, str]
) -> EarlyFiling | None:
    """Return the leave to file early; none where it cannot be told which routes it is for.

    ``labels`` are those that the requirements of the rules are printed with, by id.
    """
    if said is None or rules is None:
        return None
    if not said.of_requirements:
        return EarlyFiling(lacking_months=said.lacking_months, source=said.source)
    meant = _routes_meant(said.of_requirements, rules, labels)
    if not meant:
        return None
    named = () if len(meant) == len(rules.routes) else tuple(route.id for route in meant)
    return EarlyFiling(lacking_months=said.lacking_months, routes=named, source=said.source)


def _routes_meant(numbers: frozenset[str], rules: Qualifications, labels: Mapping[str, str]) -> list[Route]:
    """Return the routes that ask a requirement of those numbers; none where they ask other experience too, or none."""
    said_of = {name for name, label in labels.items() if _number(label) in numbers}
    meant = [route for route in rules.routes if not said_of.isdisjoint(route.requires)]
    experience = {name for route in meant for name in route.requires} & experience_of(rules).keys()
    return meant if experience and experience <= said_of else []


def _number(label: str) -> str:
    """Return the number of a requirement that a label begins with: ``2`` of ``2a``."""
    return label[: len(label) - len(label.lstrip("0123456789"))]
