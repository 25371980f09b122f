"""A climb made ready for search: places to serve in, doors to open, months still asked.

A place is a class that service can be held in; place 0 is the class held at the start,
with all that the profile says it counts toward. A door is a class whose minimum
qualifications must be met before it can be entered; the last door is the target.
"""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from functools import reduce
from math import lcm
from operator import or_
from typing import NamedTuple

from ladder.eligibility.cases import Case
from ladder.eligibility.clocks import Accrual, Amount, Credit, exact
from ladder.eligibility.matching import Candidacy, match_service
from ladder.eligibility.need_findings import Finding, find_need
from ladder.eligibility.needs import ServiceRule, TraineeNeed
from ladder.histories import Service
from ladder.paths.readied import ReadiedNeed, ReadiedRoute, ReadiedWay, ready_routes
from ladder.values import Value

START = 0
"""The place held at the start."""


Level = tuple[int, int]
"""A weight, and the bit set of places where a month counts at it, added to all other levels."""


class Demand(NamedTuple):
    """Months that work or time must still fill: ``places`` is a bit set of places that count.

    ``months`` is what is asked less past service; ``credit`` steps up over the plan. A month
    in any of the places counts one month, unless ``levels`` say otherwise; the months and the
    credit are then of the unit of their weights. No month before ``begins`` counts.
    """

    places: int
    months: Amount
    credit: Credit | None = None
    levels: tuple[Level, ...] = ()
    begins: int = 0


class DoorRoute(NamedTuple):
    """One route through a door: not before ``ready``, and every demand filled."""

    id: str
    ready: int
    demands: tuple[Demand, ...]


class Climb(Value):
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
    case: Case,
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
    builder = _Builder(case, services, target)
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

    def __init__(self, case: Case, services: tuple[Service, ...], target: str) -> None:
        self.case = case
        self.target = target
        self.services = services
        self.index: Mapping[str, int] = {one.class_id or "": place for place, one in enumerate(services) if place}
        self.asked: set[str] = set()
        self.unknown = False

    def door(self, class_id: str, *, hopeful: bool) -> tuple[DoorRoute, ...]:
        """Return the routes into the class that can be met at all."""
        candidacy = self.case.candidacy(class_id)
        if candidacy is None:
            return ()
        entering = class_id != self.target
        readied = ready_routes(self.case, class_id, entering=entering)
        routes = (self._route(route, candidacy, hopeful=hopeful) for route in readied)
        return tuple(route for route in routes if route is not None)

    def _route(self, route: ReadiedRoute, candidacy: Candidacy, *, hopeful: bool) -> DoorRoute | None:
        findings, demands = list(route.findings), []
        for readied in route.needs:
            without, to_fill = self._demands(readied, candidacy)
            findings += without
            demands += to_fill
        for trainee in route.trainees:
            findings.append(self._trained(trainee, candidacy))
            demands += self._training(trainee) if hopeful else []
        ready = self._ready(findings, hopeful=hopeful)
        return None if ready is None else DoorRoute(route.id, ready, tuple(demands))

    def _ready(self, findings: Iterable[Finding], *, hopeful: bool) -> int | None:
        """Return the month in which all that was found is met, null if never."""
        ready = 0
        for finding in findings:
            self.asked |= finding.asked
            self.unknown |= finding.unknown
            if finding.month is None and not (hopeful and finding.unknown):
                return None
            ready = max(ready, finding.month or 0)
        return ready

    def _training(self, trainee: TraineeNeed) -> list[Demand]:
        places = sum(1 << place for place, one in enumerate(self.services) if one.class_id == trainee.feeder_class)
        return [Demand(places, 1)] if places else []

    def _trained(self, trainee: TraineeNeed, candidacy: Candidacy) -> Finding:
        """Return the finding on training in a class that is held, or may be entered on the climb."""
        return find_need(trainee, candidacy._replace(history=self.case.history._replace(present=self.services)))

    def _demands(self, readied: ReadiedNeed, candidacy: Candidacy) -> tuple[list[Finding], list[Demand]]:
        """Return what work must still fill, and what is found where no place on the climb fills it."""
        self.asked |= readied.asked
        by_source = [self._places(rule, candidacy) for rule in readied.sources]
        if len(by_source) == 1 and by_source[0]:  # as nearly always: nothing stands for service
            return [], [Demand(by_source[0], readied.ways[0].months, readied.credit, begins=readied.begins)]
        demands = [_demand(way, by_source, readied.credit)._replace(begins=readied.begins) for way in readied.ways]
        without = [_by_time_alone(one, readied.without_service) for one in demands if not one.places]
        return without, without_weaker([one for one in demands if one.places])

    def _places(self, rule: ServiceRule, candidacy: Candidacy) -> int:
        """Return the bit set of places whose service counts for the rule."""
        index, found = self.index, 0
        for class_id in rule.sure:
            if class_id in index:
                found |= 1 << index[class_id]
        start = self.services[START]
        on_condition = rule.unsure.union(candidacy.peers, candidacy.plan.lead_in if rule.leads else ())
        unsure = [index[class_id] for class_id in on_condition if class_id in index]
        if start.declared or start.class_id in rule.sure or start.class_id in on_condition:
            unsure.append(START)
        for place in unsure:
            match = match_service(self.services[place], rule, candidacy)
            self.asked |= match.asked
            if match.counts:
                found |= 1 << place
        return found


def _demand(way: ReadiedWay, by_source: Sequence[int], credit: Credit | None) -> Demand:
    """Return the demand that one bound on the credited service makes."""
    levels = [(weight, _places_of(sources, by_source)) for weight, sources in way.levels]
    kept = tuple((weight, places) for weight, places in levels if places)
    helping = reduce(or_, (places for _, places in kept), 0)
    demand = Demand(helping, way.months, credit)
    return demand if kept in ((), ((1, helping),)) else _weighted(demand, kept)


def _weighted(demand: Demand, levels: Sequence[tuple[Amount, int]]) -> Demand:
    """Return the demand with the weights of its levels, all amounts in a unit in which these are whole."""
    unit = lcm(*(weight.denominator for weight, _ in levels))
    credit = demand.credit and Credit(tuple((month, exact(amount * unit)) for month, amount in demand.credit.steps))
    whole = tuple((int(weight * unit), places) for weight, places in levels)
    return Demand(demand.places, exact(demand.months * unit), credit, whole)


def _places_of(sources: int, by_source: Sequence[int]) -> int:
    return reduce(or_, (places for number, places in enumerate(by_source) if sources >> number & 1), 0)


def _by_time_alone(demand: Demand, without_service: Finding) -> Finding:
    """Return what is found of a demand that no service fills: the month in which study does, if ever."""
    steps = demand.credit.steps if demand.credit else ()
    month = next((month for month, amount in steps if amount >= demand.months), None)
    return without_service._replace(month=month)


def without_weaker(demands: Sequence[Demand]) -> list[Demand]:
    """Return the demands of one need without those that are filled wherever another is.

    Such a one asks no more, and counts service in every place where the other does.
    """
    kept: list[Demand] = []
    for one in sorted(demands, key=lambda demand: (-demand.months, demand.places.bit_count())):
        if not any(_is_weaker(one, other) for other in kept):
            kept.append(one)
    return kept


def _is_weaker(one: Demand, other: Demand) -> bool:
    plain = not one.levels and not other.levels
    if not plain or one.begins > other.begins:
        return False
    return one.months <= other.months and other.places & ~one.places == 0
