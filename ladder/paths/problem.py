"""A climb made ready for search: places to serve in, doors to open, months still asked.

A place is a class that service can be held in; place 0 is the class held at the start,
with all that the profile says it counts toward. A door is a class whose minimum
qualifications must be met before it can be entered; the last door is the target.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from ladder.catalog.catalog import Catalog
from ladder.eligibility.clocks import Accrual, Amount, Credit
from ladder.eligibility.findings import Finding, find_need
from ladder.eligibility.matching import Candidacy, match_service
from ladder.eligibility.plans import Plan
from ladder.eligibility.rules import ServiceRule, TraineeNeed, rules_of
from ladder.histories import History, Service
from ladder.paths.readied import ReadiedNeed, ReadiedRoute, ready_routes

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

    ``unknown`` says that some route was left out for a fact that is not in the data.
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
    hopeful: bool = False,
) -> Climb:
    """Return the climb from a start over the classes to the target.

    ``classes`` are those that may be entered on the way, without the target. A
    ``hopeful`` climb takes what hangs on a fact that is not in the data as met; where
    only such a climb reaches the target, the answer is unknown.
    """
    services = (start, *(planned_service(class_id, class_id) for class_id in classes))
    builder = _Builder(catalog, history, plan, services)
    doors = [builder.door(class_id, hopeful=hopeful) for class_id in classes]
    goal = builder.door(target, hopeful=hopeful)
    return Climb(
        places=tuple(service.class_id or "" for service in services),
        doors=((), *doors),
        goal=goal,
        accrual=accrual,
        asked=frozenset(builder.asked),
        unknown=builder.unknown,
    )


class _Builder:
    """Builds doors one by one, collecting the conditions that are asked on the way.

    A ``hopeful`` builder takes what hangs on a fact that is not in the data as met.
    """

    def __init__(self, catalog: Catalog, history: History, plan: Plan, services: tuple[Service, ...]) -> None:
        self.catalog = catalog
        self.history = history
        self.plan = plan
        self.services = services
        self.index: Mapping[str, int] = {one.class_id or "": place for place, one in enumerate(services) if place}
        self.asked: set[str] = set()
        self.unknown = False

    def door(self, class_id: str, *, hopeful: bool) -> tuple[DoorRoute, ...]:
        """Return the routes into the class that can be met at all."""
        readied = ready_routes(self.catalog, class_id, self.history, self.plan)
        rules = rules_of(self.catalog, class_id)
        if not readied or rules is None:
            return ()
        candidacy = Candidacy(self.history, self.plan, rules)
        routes = (self._route(route, candidacy, hopeful=hopeful) for route in readied)
        return tuple(route for route in routes if route is not None)

    def _route(self, route: ReadiedRoute, candidacy: Candidacy, *, hopeful: bool) -> DoorRoute | None:
        findings, demands = list(route.findings), []
        for readied in route.needs:
            demand = self._demand(readied, candidacy)
            if demand is None:
                findings.append(readied.without_service)
            else:
                demands.append(demand)
        for trainee in route.trainees:
            findings.append(self._trained(trainee, candidacy))
            places = sum(1 << place for place, one in enumerate(self.services) if one.class_id == trainee.feeder_class)
            demands += [Demand(places, 1)] if places and hopeful else []
        ready = 0
        for finding in findings:
            self.asked |= finding.asked
            self.unknown |= finding.unknown
            if finding.month is None and not (hopeful and finding.unknown):
                return None
            ready = max(ready, finding.month or 0)
        return DoorRoute(route.id, ready, tuple(demands))

    def _trained(self, trainee: TraineeNeed, candidacy: Candidacy) -> Finding:
        """Return the finding on training in a class that is held, or may be entered on the climb."""
        return find_need(trainee, candidacy._replace(history=self.history._replace(present=self.services)))

    def _demand(self, readied: ReadiedNeed, candidacy: Candidacy) -> Demand | None:
        """Return what work must still fill; null where no place on the climb fills it."""
        self.asked |= readied.asked
        places = self._places(readied.need.service, candidacy)
        capped = tuple(
            CappedDemand(self._places(one.service, candidacy) & ~places, used, one.at_most_months)
            for one, used in readied.capped
        )
        if not places and not any(one.places for one in capped):
            return None
        return Demand(places, readied.months, readied.credit, capped)

    def _places(self, rule: ServiceRule, candidacy: Candidacy) -> int:
        """Return the bit set of places whose service counts for the rule."""
        index, found = self.index, 0
        for class_id in rule.sure:
            if class_id in index:
                found |= 1 << index[class_id]
        start = self.services[START]
        on_condition = rule.unsure.union(candidacy.peers)
        unsure = [index[class_id] for class_id in on_condition if class_id in index]
        if start.declared or start.class_id in rule.sure or start.class_id in on_condition:
            unsure.append(START)
        for place in unsure:
            match = match_service(self.services[place], rule, candidacy)
            self.asked |= match.asked
            if match.counts:
                found |= 1 << place
        return found
