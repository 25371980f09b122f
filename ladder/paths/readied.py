"""The routes of one class made ready for a climb: what past service and standing leave to fill.

This is the part that no other class bears on, so it is kept for people of whom nothing
is declared: every query on day one asks the same of it.
"""

from collections.abc import Callable, Iterator
from functools import lru_cache

from ladder.catalog.catalog import Catalog
from ladder.eligibility.cases import Case
from ladder.eligibility.clocks import Amount, Credit, exact
from ladder.eligibility.holdings import held_by_sources, hold_service
from ladder.eligibility.matching import NOTHING, Candidacy
from ladder.eligibility.need_asked import asked_of, open_caps, standing_codes
from ladder.eligibility.need_findings import Finding, asked_in_caps, find_need
from ladder.eligibility.needs import Need, ServiceRule, TraineeNeed
from ladder.eligibility.plans import Plan
from ladder.eligibility.rules import RouteRules
from ladder.eligibility.since import NEVER, asked_on_a_climb, since_when
from ladder.eligibility.splits import credited_by, ways_of
from ladder.eligibility.study import asked_of_study, study_credit
from ladder.histories import History
from ladder.service_time import Month
from ladder.values import Value


class ReadiedWay(Value):
    """One bound on the service credited to a need: the months left by it, and what fills them.

    ``levels`` are (weight, sources) as in :mod:`ladder.eligibility.splits`.
    """

    months: Amount
    levels: tuple[tuple[Amount, int], ...]


class ReadiedNeed(Value):
    """One need that service may fill: what is left by each bound, and credit yet to come.

    ``sources`` are the rules by which service counts: direct, then by substitutions.
    ``without_service`` is the finding where no service ever comes. Planned service counts from
    the month in which it ``begins`` to.
    """

    need: Need
    ways: tuple[ReadiedWay, ...]
    sources: tuple[ServiceRule, ...]
    credit: Credit | None
    without_service: Finding
    asked: frozenset[str]
    begins: int = 0


class ReadiedRoute(Value):
    """One route: the needs that service may fill, the findings of all others, and training begun on the climb."""

    id: str
    needs: tuple[ReadiedNeed, ...]
    findings: tuple[Finding, ...]
    trainees: tuple[TraineeNeed, ...] = ()


_DAY_ONE = History(Month(0))


def ready_routes(case: Case, class_id: str, *, entering: bool) -> tuple[ReadiedRoute, ...]:
    """Return the routes of a class readied for a history; none where the class is only named.

    Who is ``entering`` the class is appointed to it on the way.
    """
    if case.history._replace(as_of=Month(0), present=()) == _DAY_ONE:
        return _ready_on_day_one(case.catalog, class_id, case.plan, entering=entering)
    return _ready(case, class_id, entering=entering)


@lru_cache(maxsize=20_000)
def _ready_on_day_one(catalog: Catalog, class_id: str, plan: Plan, *, entering: bool) -> tuple[ReadiedRoute, ...]:
    return _ready(Case(catalog, _DAY_ONE, plan), class_id, entering=entering)


def _ready(case: Case, class_id: str, *, entering: bool) -> tuple[ReadiedRoute, ...]:
    candidacy = case.candidacy(class_id)
    return () if candidacy is None else tuple(_ready_routes(candidacy._replace(entering=entering)))


def _ready_routes(candidacy: Candidacy) -> Iterator[ReadiedRoute]:
    return (_ready_route(route, candidacy) for route in candidacy.rules.routes)


def _ready_route(route: RouteRules, candidacy: Candidacy) -> ReadiedRoute:
    needs: list[ReadiedNeed] = []
    findings: list[Finding] = []
    for need in route.needs:
        readied = _ready_need(need, candidacy) if isinstance(need, Need) else None
        if readied is not None:
            needs.append(readied)
        elif not isinstance(need, TraineeNeed):
            findings.append(find_need(need, candidacy))
    trainees = tuple(need for need in route.needs if isinstance(need, TraineeNeed))
    return ReadiedRoute(route.id, tuple(needs), tuple(findings), trainees)


def _ready_need(need: Need, candidacy: Candidacy) -> ReadiedNeed | None:
    """Return what service must still fill; null where nothing is left, or the need is shut or takes no service."""
    since = since_when(need.service.limits, candidacy)
    if any(standing_codes(need.standing, candidacy)) or since.month >= NEVER:
        return None
    credit = study_credit(need, candidacy)
    capped = open_caps(need, candidacy)
    sources = (need.service, *(one.service for one in capped))
    held, asked = _held(need, sources, candidacy)
    wanted = asked_of(need, candidacy.rules.conventions) - credit.at(0)
    left = [ReadiedWay(exact(wanted - credited_by(way, held)), way.levels) for way in ways_of(capped)]
    ways = tuple(way for way in left if way.months > 0)
    if not ways:
        return None
    moving = Credit(tuple((month, exact(amount - credit.at(0))) for month, amount in credit.steps))
    return ReadiedNeed(
        need=need,
        ways=ways,
        sources=sources,
        credit=moving if credit.last_change else None,
        without_service=find_need(need, candidacy),
        asked=asked | asked_on_a_climb(since) | asked_in_caps(need, candidacy) | asked_of_study(need, candidacy),
        begins=since.begins,
    )


def _held(
    need: Need, sources: tuple[ServiceRule, ...], candidacy: Candidacy
) -> tuple[Callable[[int], Amount], frozenset[str]]:
    """Return what tells the past months by a set of sources, and what is asked for more to count directly."""
    if not candidacy.history.past:
        return (lambda _: 0), NOTHING
    holding = hold_service(need.service, candidacy)
    if len(sources) > 1:
        return held_by_sources(sources, candidacy), holding.asked
    return (lambda _: holding.months), holding.asked
