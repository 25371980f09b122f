"""Limits on service that cannot be worked out exactly: a person judges them."""

from collections.abc import Iterator
from dataclasses import replace

from ladder.qualifications import Experience, Judgement, Qualifications, Requirement
from ladder.service_limits import faults_of_limits


def with_limits_judged(rules: Qualifications) -> Qualifications:
    """Return the rules; where the order or recency asked cannot be worked out, each is a condition of its own.

    Service that shares its months with other service of a route is such a case
    (docs/semantics.md, C24, C26).
    """
    if not faults_of_limits(rules):
        return rules
    judged = {one.id: tuple(_conditions(one)) for one in rules.requirements}
    requirements = tuple(made for one in rules.requirements for made in (_without_limits(one), *judged[one.id]))
    routes = tuple(
        replace(
            route, requires=tuple(made for name in route.requires for made in (name, *(c.id for c in judged[name])))
        )
        for route in rules.routes
    )
    return Qualifications(requirements=requirements, routes=routes, substitutions=rules.substitutions)


def _without_limits(rule: Requirement) -> Requirement:
    return replace(rule, after=None, within_last_months=None) if isinstance(rule, Experience) else rule


def _conditions(rule: Requirement) -> Iterator[Judgement]:
    if not isinstance(rule, Experience):
        return
    if rule.after:
        yield Judgement(
            id=f"{rule.id}-order", what=f"after {rule.after}: {rule.what}", code="ORDER_SAID", source=rule.source
        )
    if rule.within_last_months:
        what = f"within the last {rule.within_last_months} months: {rule.what}"
        yield Judgement(id=f"{rule.id}-recent", what=what, code="RECENT", source=rule.source)
