"""What is true of one person and one class: status, months, routes, what is missing, what conditions change."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import cached_property, partial
from itertools import pairwise
from typing import NamedTuple

from tests.oracle.claims import Claims, Plan
from tests.oracle.documents import NEVER_MORE, Catalog, Json, exact
from tests.oracle.person import Job, Person
from tests.oracle.routes import WayIn, smallest, some_of, ways_in
from tests.oracle.studying import Study
from tests.oracle.supplies import Crowd, Supply
from tests.oracle.timing import EVER, NEVER, Times

LAST_MONTH = 1200


class Verdict(NamedTuple):
    """One verdict; ``better`` is the month were each asked condition true, none where that changes nothing."""

    status: str
    months: int | None = None
    routes: frozenset[frozenset[str]] = frozenset()
    missing: frozenset[frozenset[str]] = frozenset()
    better: int | None = None
    better_by: frozenset[frozenset[str]] = frozenset()
    asked: frozenset[str] = frozenset()
    closed: frozenset[str] = frozenset()
    file_months: int | None = None
    appoint_months: int | None = None
    beyond: bool = False
    never_appointed: bool = False


class Target:
    """One class for one person, with what is taken as true: its ways in, and the service that a month brings."""

    def __init__(
        self,
        catalog: Catalog,
        person: Person,
        class_id: str,
        plan: Plan,
        true: frozenset[str] = frozenset(),
        *,
        entering: bool = False,
    ) -> None:
        self.person = person
        self.rules = catalog.rules(class_id)
        self.claims = Claims(catalog, person, self.rules, plan, true)
        self.study = Study(person, exact(plan.study), self.rules.conventions)
        self.ways = ways_in(self.claims, self.study, entering=entering)
        self.timing = Times(self.claims, self.study)
        windows = [one.get("within_last_months") or 0 for one in self.rules.requirements.values()]
        self.window = 0 if plan.kind == "climb" else max(windows, default=0)
        self.prorated = self.rules.conventions.get("part_time") != "whole"
        self.capped = self.rules.conventions.get("overlap") != "added"
        self._stayed: dict[int, Supply] = {}

    def share(self, share: Fraction) -> Fraction:
        """Return what a share of full time counts for (docs/semantics.md, C1)."""
        return share if self.prorated or not share else Fraction(1)

    @cached_property
    def before(self) -> Supply:
        """All service before the as-of month."""
        return self.before_in(0)

    def before_in(self, month: int) -> Supply:
        """Return all service before the as-of month, told apart by what matters in an answer for a month."""
        alone: dict[Job, Fraction] = {}
        for job, months in self.person.undated():
            told = job._replace(undated=self.rules.has_limits)
            alone[told] = alone.get(told, Fraction(0)) + months * self.share(job.share)
        cuts = self.cuts(month)
        each = [(1, [(self._in_time(job, begun, cuts), part) for job, part in held]) for begun, held in self._dated]
        return self._with(Supply(alone), each)

    @cached_property
    def _dated(self) -> list[tuple[int, list[tuple[Job, Fraction]]]]:
        """Each past month with what was served in it, each share at what it counts for."""
        dated = self.person.dated(self.rules.conventions.get("day_rule", "first_day"))
        return [(begun, [(job, part * self.share(job.share)) for job, part in held]) for begun, held in dated]

    def cuts(self, month: int) -> list[int]:
        """Return the months of the plan at which it begins to matter when service was, in an answer for a month."""
        return sorted(set(self.timing.cuts(month))) if self.rules.has_limits else []

    def _in_time(self, job: Job, begun: int, cuts: list[int]) -> Job:
        """Return the job as of the last month that matters before it, or that month itself."""
        if not self.rules.has_limits:
            return job
        return job._replace(when=max((one for one in cuts if one <= begun), default=EVER))

    def _with(self, supply: Supply, months: list[tuple[int, list[tuple[Job, Fraction]]]]) -> Supply:
        """Return the service and so many months more; where jobs overlap they stay together (docs/semantics.md, C2)."""
        alone, crowds = dict(supply.alone), list(supply.crowds)
        for count, shares in months:
            if self.capped and sum(share for _, share in shares) > 1:
                crowds.append(Crowd(Fraction(count), tuple(shares)))
                continue
            for job, share in shares:
                alone[job] = alone.get(job, Fraction(0)) + count * share
        return Supply(alone, crowds)

    def staying(self, month: int) -> Supply:
        """Return all service at a month of the plan when the present jobs go on."""
        if month not in self._stayed:
            before = self.before_in(month) if self.window else self.before
            stretches = [(count, shares) for count, shares in self._stretches(month) if shares]
            self._stayed[month] = self._with(before, stretches)
        return self._stayed[month]

    def idling(self, month: int) -> Supply:
        """Return all service at a month of the plan when nothing goes on."""
        return self.before_in(month) if self.window else self.before

    def _stretches(self, month: int) -> Iterator[tuple[int, list[tuple[Job, Fraction]]]]:
        """Yield the months of the plan before a month, those alike together."""
        settled = min(month, self.person.last_change)
        cuts = self.cuts(month)
        edges = {*range(settled + 1), month, *(one for one in cuts if 0 < one < month)}
        for begin, end in pairwise(sorted(edges)):
            shares = self._shares(min(begin, settled))
            yield end - begin, [(self._in_time(job, begin, cuts), share) for job, share in shares]

    def _shares(self, month: int) -> list[tuple[Job, Fraction]]:
        shares = [(job, self.share(self.person.shares(month, job))) for job in self.person.present]
        return [(job, share) for job, share in shares if share]

    @property
    def settled(self) -> int:
        """A month from which nothing changes any more but for what is served."""
        blocks = [one for one in self.rules.substitutions if one["kind"] == "study"]
        hours = [Fraction(120), *(exact(one.get("semester_hours") or 0) for one in self.rules.requirements.values())]
        hours += [(exact(one["at_most_months"]) / one["months"] + 1) * one["semester_hours"] for one in blocks]
        cuts = [one for one in self.cuts(0) if one < NEVER]
        return max([self.person.last_change, self.study.settled(max(hours)), *cuts])

    def first_month(self, holds: Callable[[int], bool]) -> int | None:
        """Return the first month in which something holds; none where it does not (C31).

        Where service falls out of a window again, every month is looked at until nothing changes any more.
        """
        if not self.window:
            return first_month(holds)
        months = range(min(self.settled + self.window + 1 + self._longest, LAST_MONTH) + 1)
        return next((month for month in months if holds(month)), None)

    @cached_property
    def _longest(self) -> int:
        """Months in which all that is asked is served, by whatever goes on when all that is planned has happened."""
        shares = [share for _, share in self._shares(self.person.last_change)]
        asked = [one.get("months") or 48 for one in (*self.rules.requirements.values(), *self.rules.substitutions)]
        return int(8 * sum(asked) / min(shares)) if shares and self.claims.plan.kind == "stay" else 0

    def some_month(self, holds: Callable[[int], bool]) -> bool:
        """Tell whether something holds in any month, however late."""
        return holds(NEVER_MORE) or bool(self.window and self.first_month(holds) is not None)

    def met(self, month: int, supply: Supply) -> bool:
        """Tell whether any way in is met."""
        return any(one.left(month, supply) == 0 for one in self.ways)


def assess(catalog: Catalog, person: Person, class_id: str, plan: Plan) -> Verdict:
    """Return the verdict on one class for a person who stays, or does no work at all."""
    found = _found(catalog, person, class_id, plan, frozenset())
    if found.status == "now" or not found.asked:
        return found

    def months_if(true: frozenset[str]) -> int | None:
        return _found(catalog, person, class_id, plan, true).months

    return better_verdict(found, months_if)


def better_verdict(found: Verdict, months_if: Callable[[frozenset[str]], int | None]) -> Verdict:
    """Return the verdict with what the asked conditions change, by trying all subsets of them."""
    months = months_if(found.asked)
    if months is None or months == found.months:
        return found
    for true in some_of(sorted(found.asked)):
        if months_if(true) == months:
            alike = [one for one in some_of(sorted(found.asked)) if len(one) == len(true) and months_if(one) == months]
            return found._replace(better=months, better_by=frozenset(alike))
    return found


def _found(catalog: Catalog, person: Person, class_id: str, plan: Plan, true: frozenset[str]) -> Verdict:
    if catalog.rules(class_id).known_only_by_name:
        return Verdict("unknown")
    target = Target(catalog, person, class_id, plan, true)
    supply = target.staying if plan.kind == "stay" else target.idling
    target.claims.lead_settled = _settled_leads(catalog, person, class_id, plan)
    for one in target.ways:
        one.look_over([*(job for job, _ in person.past), *person.present])
    asked, closed = frozenset(target.claims.asked), frozenset(target.claims.closed)
    months = target.first_month(lambda month: target.met(month, supply(month)))
    if months is not None:
        at = supply(months)
        routes = frozenset(parts_of(one.name) for one in target.ways if one.left(months, at) == 0)
        file_months = _file_months(target, supply) if target.rules.spec.get("early_filing") else None
        appoint_months = _appoint_months(target, supply)
        status = "after" if months else "now"
        return Verdict(
            status,
            months,
            routes,
            asked=asked,
            closed=closed,
            file_months=file_months,
            appoint_months=None if appoint_months == months else appoint_months,
            never_appointed=appoint_months is None and _is_licensed_too_late(target, months, at),
        )
    ever = supply(NEVER_MORE)
    beyond = any(one.left(NEVER_MORE, ever) == 0 for one in target.ways)
    if any(_would_be_met(target, one, supply) for one in target.ways):
        return Verdict("unknown", asked=asked, closed=closed, beyond=beyond)
    if target.rules.spec["completeness"] == "partial":
        return Verdict("unknown", asked=asked, closed=closed, beyond=beyond)
    if beyond:
        return Verdict("unreachable", asked=asked, closed=closed, beyond=True)
    return Verdict("unreachable", missing=frozenset(_missing(target, supply)), asked=asked, closed=closed)


def _would_be_met(target: Target, way: WayIn, supply: Callable[[int], Supply]) -> bool:
    """Tell whether a way in hangs on a fact that is not in the data alone."""
    if way.left(NEVER_MORE, supply(NEVER_MORE)) == 0:
        return False
    return target.some_month(lambda month: way.left(month, supply(month), guess=True) == 0)


def _appoint_months(target: Target, supply: Callable[[int], Supply]) -> int | None:
    """Return the first month in which somebody may be appointed (C25)."""
    return target.first_month(
        lambda month: any(one.left(month, supply(month)) == 0 and one.licensed(month) for one in target.ways)
    )


def _is_licensed_too_late(target: Target, months: int, at: Supply) -> bool:
    """Tell whether a way in that is met in a month gets its license some day, which stays held (C25)."""
    return any(one.left(months, at) == 0 and one.licensed(LAST_MONTH) for one in target.ways)


def _settled_leads(catalog: Catalog, person: Person, class_id: str, plan: Plan) -> set[str]:
    """Return the requirements that declared or planned lead work fulfils, sooner or later (docs/semantics.md, C29)."""
    target = Target(catalog, person, class_id, plan)
    ever = target.staying(NEVER_MORE) if plan.kind == "stay" else target.before
    return {name for one in target.ways for name in one.led(ever)}


def _file_months(target: Target, supply: Callable[[int], Supply]) -> int | None:
    lacking = target.rules.spec["early_filing"]["lacking_months"]

    def may_file(month: int) -> bool:
        held = supply(month)
        return any(left is not None and left <= lacking for left in (one.left(month, held) for one in target.ways))

    return target.first_month(may_file)


def first_month(holds: Callable[[int], bool]) -> int | None:
    """Return the first month, 0 to 1,200, in which something holds that stays so; none where it does not (C31).

    Nothing that is held is ever lost, so halving finds it.
    """
    if holds(0):
        return 0
    low, high = 0, 1
    while not holds(high):
        if high == LAST_MONTH:
            return None
        low, high = high, min(2 * high, LAST_MONTH)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if holds(middle) else (middle, high)
    return high


def _missing(target: Target, supply: Callable[[int], Supply]) -> set[frozenset[str]]:
    """Return all smallest sets without which a way in would be met (docs/semantics.md, section 4)."""
    told = [one for one in target.ways if not one.is_untold]
    open_ways = [one for one in told if not one.is_closed] or told
    return smallest([lack for one in open_ways for lack in _lacks(target, one, supply)])


def _lacks(target: Target, way: WayIn, supply: Callable[[int], Supply]) -> list[frozenset[str]]:
    found: list[frozenset[str]] = []
    for without in some_of([one.name for one in way.parts]):
        met = partial(_met_without, way, supply, without)
        if not any(other <= without for other in found) and target.some_month(met):
            found.append(without)
    return [frozenset(map(way.reference, one)) for one in found]


def _met_without(way: WayIn, supply: Callable[[int], Supply], without: frozenset[str], month: int) -> bool:
    return way.left(month, supply(month), without=without) == 0


def parts_of(route: str) -> frozenset[str]:
    """Return the parts of a route's id, whose order says nothing."""
    return frozenset(route.split("+"))


def read_plan(told: Json) -> Plan:
    """Return the plan of a case."""
    return Plan(told["kind"], told["study"], frozenset(told["lead_in"]), frozenset(told["assumed"]))
