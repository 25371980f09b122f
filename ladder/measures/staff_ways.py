"""What a class asks of everyone against what it asks of people who work there: months, by the least way of each."""

from collections.abc import Iterable
from typing import NamedTuple

from ladder.eligibility.cases import Case
from ladder.eligibility.clocks import Amount
from ladder.eligibility.needs import AnyNeed, Need, OtherNeed
from ladder.eligibility.rules import RouteRules
from ladder.measures.class_ways import Ways
from ladder.qualifications import StandingHeld
from ladder.sources import Source


class StaffWay(NamedTuple):
    """A class with ways open to everyone and ways for people who work there: the months of work that each asks.

    Nothing is studied, and all work counts. ``feeders`` are the classes that the way for staff names.
    """

    class_id: str
    open_months: Amount
    staff_months: Amount
    feeders: tuple[str, ...]
    source: Source

    @property
    def months_saved(self) -> Amount:
        """How many months less the way for staff asks; less than 0 where it asks more."""
        return self.open_months - self.staff_months


def find_staff_ways(case: Case, ways: Ways) -> tuple[StaffWay, ...]:
    """Return the classes that have ways of both kinds, in the order of the catalog."""
    found = (_staff_way(case, class_id, ways) for class_id in case.catalog.classes)
    return tuple(one for one in found if one)


def _staff_way(case: Case, class_id: str, ways: Ways) -> StaffWay | None:
    candidacy = case.candidacy(class_id)
    routes = candidacy.rules.routes if candidacy else ()
    is_open = {way.route for way in ways[class_id] if not way.asked}
    to_all = [one for one in routes if one.id in is_open]
    for_staff = [one for one in routes if any(map(_is_for_staff, one.needs))]
    if not for_staff or not to_all:
        return None
    least = min(for_staff, key=_months_of)
    source = next((need.source for need in _services(least.needs)), case.catalog.classes[class_id].source)
    return StaffWay(class_id, min(map(_months_of, to_all)), _months_of(least), _feeders(least), source)


def _feeders(route: RouteRules) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for need in _services(route.needs) for name in need.service.named))


def _is_for_staff(need: AnyNeed) -> bool:
    if isinstance(need, Need):
        return need.standing is not None
    return isinstance(need, OtherNeed) and isinstance(need.requirement, StandingHeld)


def _services(needs: Iterable[AnyNeed]) -> list[Need]:
    """Return the needs that work must fill."""
    return [one for one in needs if isinstance(one, Need) and not one.schooling]


def _months_of(route: RouteRules) -> Amount:
    """Return the months that a route takes where all work counts: the most that it asks at once."""
    return max((need.asked_months for need in _services(route.needs)), default=0)
