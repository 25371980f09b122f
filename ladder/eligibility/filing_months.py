"""When one may file for the examination: before the experience asked is complete, where a text lets one.

Follows docs/semantics.md, C21. Everything else of a route must be held in the filing
month, and what is left of its experience be no more than may be lacking. No ladder
moves by it.
"""

from collections.abc import Callable, Iterable

from ladder.eligibility.clocks import Amount, first_month_when
from ladder.eligibility.holdings import credit_service, hold_service
from ladder.eligibility.matching import Candidacy
from ladder.eligibility.need_asked import asked_of, open_caps, standing_codes
from ladder.eligibility.need_findings import find_need
from ladder.eligibility.needs import Need, ServiceRule
from ladder.eligibility.rules import RouteRules
from ladder.eligibility.study import study_credit
from ladder.eligibility.windows import is_windowed, left_inside

AmountBy = Callable[[int], Amount]
"""Months as they stand in a month of the plan."""


def filing_month(candidacy: Candidacy, *, by: int) -> int | None:
    """Return the first month, up to and with ``by``, in which one may file by some route.

    Null where no route has early filing, or none comes to it by then. A route without
    early filing counts from the month in which it is met.
    """
    routes = candidacy.rules.routes
    if all(route.may_lack is None for route in routes):
        return None
    found = (_month_of_route(route, candidacy, by) for route in routes)
    return min((month for month in found if month is not None), default=None)


def _month_of_route(route: RouteRules, candidacy: Candidacy, by: int) -> int | None:
    months = [0, *_months_of_the_rest(route, candidacy)]
    latest = max((month for month in months if month is not None), default=0)
    if None in months or latest > by:
        return None
    left = _experience_left(route, candidacy)
    may_lack = route.may_lack or 0

    def enough(month: int) -> bool:
        return left(month) <= may_lack

    if any(is_windowed(need, candidacy) for need in route.needs):
        return next((month for month in range(latest, by + 1) if enough(month)), None)
    month = first_month_when(enough, horizon=by)
    return None if month is None else max(month, latest)


def _months_of_the_rest(route: RouteRules, candidacy: Candidacy) -> Iterable[int | None]:
    """Yield when each thing is held that is no experience; standing that experience asks is among them.

    Education is none, also where service stands for it.
    """
    for need in route.needs:
        if not isinstance(need, Need) or need.schooling:
            yield find_need(need, candidacy).month
        elif any(standing_codes(need.standing, candidacy)):
            yield None


def _experience_left(route: RouteRules, candidacy: Candidacy) -> AmountBy:
    """Return what is left of the route's experience by a month.

    Of a requirement and the parts within it the larger remainder counts, and of
    requirements that are additional to one another the sum; what has nothing to do with
    one another adds.
    """
    groups = [[_left_of(need, candidacy) for need in group] for group in needs_together(route)]
    return lambda month: sum(max(left(month) for left in group) for group in groups)


def _left_of(need: Need, candidacy: Candidacy) -> AmountBy:
    if is_windowed(need, candidacy):
        inside = left_inside(need, candidacy)
        return lambda month: max(0, inside(month))
    asked = asked_of(need, candidacy.rules.conventions)
    study = study_credit(need, candidacy)
    holding = hold_service(need.service, candidacy)
    service = credit_service(need, holding, open_caps(need, candidacy), candidacy)
    return lambda month: max(0, asked - study.at(month) - min(one.by(month) for one in service))


def needs_together(route: RouteRules) -> list[list[Need]]:
    """Return the needs of service in groups: within one another or additional to one another, directly or by others."""
    groups: list[tuple[set[str], list[Need]]] = []
    for need in _of_experience(route):
        names = set(_names_within(need.service))
        joined = [group for group in groups if not group[0].isdisjoint(names)]
        groups = [group for group in groups if group[0].isdisjoint(names)]
        names = names.union(*(group[0] for group in joined))
        groups.append((names, [*(one for group in joined for one in group[1]), need]))
    return [needs for _, needs in groups]


def _of_experience(route: RouteRules) -> Iterable[Need]:
    """Return the needs of months, but for education that service may stand for."""
    return [need for need in route.needs if isinstance(need, Need) and not need.schooling]


def _names_within(rule: ServiceRule) -> Iterable[str]:
    """Yield the requirement, or the sum, that the rule is of, and the requirements within it."""
    yield rule.reference
    for inner in rule.contained:
        yield from _names_within(inner)
