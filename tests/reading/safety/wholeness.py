"""Records that say they are whole and are not what a person read."""

from typing import NamedTuple

from ladder.qualifications import Experience
from tests.reading.safety.asked import Asked, asked_of
from tests.reading.safety.claims import Claimed, false_claims
from tests.reading.safety.hand_read_rows import RowRoute

PEOPLE = 20


class Wrong(NamedTuple):
    """A whole record that is wrong, and in what."""

    name: str
    what: str


def wrong_in(claimed: Claimed) -> Wrong | None:
    """Return what is wrong in a whole record: other figures, a route that is missing, a claim that is false."""
    row = claimed.row
    if not claimed.is_whole or row.is_ambiguous:
        return None
    rules = claimed.record.rules
    asked = {rule.months for rule in rules.requirements if isinstance(rule, Experience)}
    printed = {one.months for route in row.routes for one in route.service}
    if asked != printed:
        return Wrong(row.name, f"months {sorted(asked)} for {sorted(printed)}")
    read = {_figures(asked_of(rules, route)) for route in rules.routes}
    lacking = {_figures_of_row(route) for route in row.routes if not route.is_judged and route.service} - read
    if lacking:
        return Wrong(row.name, f"no route asks {sorted(lacking)}")
    if any(found for seed in range(PEOPLE) for found in false_claims(claimed, seed, [])):
        return Wrong(row.name, "a claim is false")
    return None


def _figures(asked: Asked) -> tuple[tuple[int, bool], ...]:
    return tuple(sorted((one.months, one.is_part) for one in asked.service))


def _figures_of_row(route: RowRoute) -> tuple[tuple[int, bool], ...]:
    return tuple(sorted((one.months, one.within is not None) for one in route.service))
