"""A climb made ready for search: places to serve in, doors to open, months still asked.

A place is a class that service can be held in; place 0 is the class held at the start,
with all that the profile says it counts toward. A door is a class whose minimum
qualifications must be met before it can be entered; the last door is the target.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from ladder.catalog.catalog import Catalog
from ladder.eligibility.clocks import Accrual, Amount, Credit, exact
from ladder.eligibility.findings import asked_amount, find_need, standing_codes
from ladder.eligibility.holdings import hold_service
from ladder.eligibility.matching import Candidacy, match_service
from ladder.eligibility.plans import Plan
from ladder.eligibility.rules import CappedService, Need, RouteRules, ServiceRule, rules_of
from ladder.eligibility.study import study_credit
from ladder.histories import History, Service

START = 0
"""The place held at the start."""


class CappedDemand(NamedTuple):
    """Service that stands for months of a demand, up to a maximum: what is used already."""

    places: int
    used: Amount
    at_most: Amount


class Demand(NamedTuple):
    """Months that work or time must still fill: ``places`` is a bit set of places that count.

    ``months`` is what is asked less past service; ``credit`` steps up over the plan.
    """

    places: int
    months: Amount
    credit: Credit | None = None
    capped: tuple[CappedDemand, ...] = ()


class DoorRoute(NamedTuple):
    """One route through a door: not before ``ready``, and every demand filled."""

    id: str
    ready: int
    demands: tuple[Demand, ...]


class Climb(NamedTuple):
    """The whole problem: places by index, the doors of each, and how service accrues.

    ``doors[place]`` are the routes into the class at that place; those of place 0 are
    none, for it cannot be entered again under its first conditions. ``goal`` are the
    routes of the target.
    """

    places: tuple[str, ...]
    doors: tuple[tuple[DoorRoute, ...], ...]
    goal: tuple[DoorRoute, ...]
    accrual: Accrual
    asked: frozenset[str] = frozenset()
    unknown: bool = False

    def index_of(self, class_id: str) -> int:
        """Return the place of a class entered later; never the start."""
        return self.places.index(class_id, 1)


def planned_service(class_id: str, title: str, start: Service | None = None) -> Service:
    """Return planned service in a class; at the start with what the profile says of it."""
    return Service(
        number=0,
        title=title,
        class_id=class_id,
        target_class=start.target_class if start else None,
        declared=start.declared if start else frozenset(),
        fte=start.fte if start else Fraction(1),
        future=True,
    )


def build_climb(
    catalog: Catalog,
    history: History,
    plan: Plan,
    *,
    start: Service,
    classes: Sequence[str],
    target: str,
    accrual: Accrual,
) -> Climb:
    """Return the climb from a start over the classes to the target.

    ``classes`` are those that may be entered on the way, without the target.
    """
    services = (start, *(planned_service(class_id, class_id) for class_id in classes))
    builder = _Builder(catalog, history, plan, services)
    doors = [builder.door(class_id) for class_id in classes]
    goal = builder.door(target)
    return Climb(
        places=tuple(service.class_id or "" for service in services),
        doors=((), *doors),
        goal=goal,
        accrual=accrual,
        asked=frozenset(builder.asked),
        unknown=builder.unknown_goal(target),
    )


class _Builder:
    """Builds doors one by one, collecting the conditions that are asked on the way."""

    def __init__(self, catalog: Catalog, history: History, plan: Plan, services: tuple[Service, ...]) -> None:
        self.catalog = catalog
        self.history = history
        self.plan = plan
        self.services = services
        self.index: Mapping[str, int] = {one.class_id or "": place for place, one in enumerate(services) if place}
        self.asked: set[str] = set()

    def door(self, class_id: str) -> tuple[DoorRoute, ...]:
        """Return the routes into the class that can be met at all."""
        rules = rules_of(self.catalog, class_id)
        if rules is None:
            return ()
        candidacy = Candidacy(self.history, self.plan, rules)
        routes = (self._route(route, candidacy) for route in rules.routes)
        return tuple(route for route in routes if route is not None)

    def unknown_goal(self, target: str) -> bool:
        """Return whether some route of the target hangs on a fact that is not in the data."""
        rules = rules_of(self.catalog, target)
        if rules is None:
            return True
        candidacy = Candidacy(self.history, self.plan, rules)
        return any(find_need(need, candidacy).unknown for route in rules.routes for need in route.needs)

    def _route(self, route: RouteRules, candidacy: Candidacy) -> DoorRoute | None:
        ready, demands = 0, []
        for need in route.needs:
            demand = self._demand(need, candidacy) if isinstance(need, Need) else None
            if demand is not None and (demand.places or any(one.places for one in demand.capped)):
                demands.append(demand)
                continue
            finding = find_need(need, candidacy)
            self.asked |= finding.asked
            if finding.month is None:
                return None
            ready = max(ready, finding.month)
        return DoorRoute(route.id, ready, tuple(demands))

    def _demand(self, need: Need, candidacy: Candidacy) -> Demand | None:
        """Return what work must still fill; null where nothing is left or the need is shut."""
        asked, closed = standing_codes(need.standing, candidacy)
        self.asked |= asked
        if asked or closed:
            return None
        credit = study_credit(need, candidacy)
        asked_months = asked_amount(need.asked_months, candidacy.rules.conventions)
        months = exact(asked_months - self._held(need.service, candidacy) - credit.at(0))
        if months <= 0:
            return None
        moving = Credit(tuple((month, exact(amount - credit.at(0))) for month, amount in credit.steps))
        open_caps = [one for one in need.capped if not any(standing_codes(one.standing, candidacy))]
        capped = tuple(self._capped(one, candidacy) for one in open_caps)
        return Demand(self._places(need.service, candidacy), months, moving if credit.last_change else None, capped)

    def _capped(self, one: CappedService, candidacy: Candidacy) -> CappedDemand:
        used = self._held(one.service, candidacy)
        return CappedDemand(self._places(one.service, candidacy), used, one.at_most_months)

    def _held(self, rule: ServiceRule, candidacy: Candidacy) -> Amount:
        """Return the months of past service that count for the rule."""
        if not self.history.past:
            return 0
        holding = hold_service(rule, candidacy)
        self.asked |= holding.asked
        return holding.months

    def _places(self, rule: ServiceRule, candidacy: Candidacy) -> int:
        """Return the bit set of places whose service counts for the rule."""
        found = 0
        for class_id in rule.sure & self.index.keys():
            found |= 1 << self.index[class_id]
        start = self.services[START]
        unsure = [self.index[class_id] for class_id in rule.unsure & self.index.keys()]
        if start.declared or start.class_id in rule.sure or start.class_id in rule.unsure:
            unsure.append(START)
        for place in unsure:
            match = match_service(self.services[place], rule, candidacy)
            self.asked |= match.asked
            if match.counts:
                found |= 1 << place
        return found
