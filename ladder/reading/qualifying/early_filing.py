"""Early filing as a record holds it: by any route, or by those that ask the requirements it is said of."""

from collections.abc import Mapping

from ladder.qualifications import Experience, Qualifications, Route
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
    experience = {rule.id for rule in rules.requirements if isinstance(rule, Experience)}
    numbers = {name: _number(labels.get(name, "")) for name in labels}
    meant = [
        route for route in rules.routes if any(numbers.get(name) in said.of_requirements for name in route.requires)
    ]
    asked = [name for route in meant for name in route.requires if name in experience]
    if not asked or any(numbers.get(name) not in said.of_requirements for name in asked):
        return None
    return EarlyFiling(lacking_months=said.lacking_months, routes=_named(meant, rules), source=said.source)


def _number(label: str) -> str:
    """Return the number of a requirement that a label begins with: ``2`` of ``2a``."""
    return label[: len(label) - len(label.lstrip("0123456789"))]


def _named(meant: list[Route], rules: Qualifications) -> tuple[str, ...]:
    """Return the routes by id; none where they are all that there are."""
    return () if len(meant) == len(rules.routes) else tuple(route.id for route in meant)
