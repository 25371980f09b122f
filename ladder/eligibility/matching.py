"""Whether one job's service counts for one requirement, and what that leans on.

A job counts by what the profile declares and by the rules that the catalog states,
and by nothing else (SEMANTICS C11).
"""

from collections.abc import Iterable
from typing import NamedTuple

from ladder.catalog.jurisdictions import Equivalents
from ladder.eligibility.needs import ServiceRule
from ladder.eligibility.plans import Plan
from ladder.eligibility.rules import ClassRules
from ladder.histories import History, Service
from ladder.qualifications import NamedClass

NOTHING: frozenset[str] = frozenset()


class Match(NamedTuple):
    """Whether service counts; the conditions shown with it, asked for it, or closing it.

    ``asked`` are codes of conditions that are not declared: were all of them true, the
    service would count. ``closed`` are codes of what was declared and stands against it.
    """

    counts: bool
    why: str = ""
    shown: frozenset[str] = NOTHING
    asked: frozenset[str] = NOTHING
    closed: frozenset[str] = NOTHING


NO_MATCH = Match(counts=False)


class Candidacy(NamedTuple):
    """One history under one plan, before one class: what every question needs to know."""

    history: History
    plan: Plan
    rules: ClassRules

    def is_assumed(self, code: str) -> bool:
        """Return whether the plan takes the condition as true."""
        return code in self.plan.assumed


def match_service(service: Service, rule: ServiceRule, candidacy: Candidacy) -> Match:
    """Return whether the service counts for the rule, and what that leans on.

    Service counts where any clause takes it; where none does, the clause that asks
    least is told.
    """
    found = [*_own_matches(service, rule, candidacy)]
    found += [match_service(service, inner, candidacy) for inner in rule.contained]
    for match in found:
        if match.counts:
            return match
    asking = [match for match in found if match.asked]
    if asking:
        return min(asking, key=lambda match: len(match.asked))
    return next((match for match in found if match.closed), NO_MATCH)


def _own_matches(service: Service, rule: ServiceRule, candidacy: Candidacy) -> Iterable[Match]:
    class_id = service.class_id or ""
    if class_id in rule.named:
        yield _by_name(service, rule.named[class_id], candidacy)
    if class_id in rule.rulings:
        condition = rule.rulings[class_id]
        yield Match(counts=True, why="ruling", shown=frozenset([condition.code]) if condition else NOTHING)
    if not rule.declarable.isdisjoint(service.declared):
        yield _by_declaration(rule, candidacy)
    if class_id in rule.lead_series:
        yield _by_lead_duty(service, candidacy)


def _by_name(service: Service, named: NamedClass, candidacy: Candidacy) -> Match:
    asked: set[str] = set()
    closed: set[str] = set()
    if named.only_for:
        held = candidacy.history.standing_in(named.only_for, candidacy.rules.jurisdiction)
        _file_under(named.only_for.name, value=held, asked=asked, closed=closed)
    if named.target_class_required:
        recorded = None if service.target_class is None else service.target_class == candidacy.rules.class_id
        _file_under("TARGET_CLASS", value=recorded, asked=asked, closed=closed)
    return _judged("named class", asked, closed, candidacy)


def _file_under(code: str, *, value: bool | None, asked: set[str], closed: set[str]) -> None:
    if value is None:
        asked.add(code)
    elif not value:
        closed.add(code)


def _by_declaration(rule: ServiceRule, candidacy: Candidacy) -> Match:
    equivalents_asked = candidacy.rules.conventions.equivalents is Equivalents.ASKED
    applying = [named for named in rule.named.values() if _applies(named, candidacy)]
    if rule.declared_is_equivalent and applying and equivalents_asked:
        return _judged("declared equivalent", {"EQUIVALENT"}, set(), candidacy)
    return Match(counts=True, why="declared", shown=frozenset(["FIELD_MATCH"]))


def _applies(named: NamedClass, candidacy: Candidacy) -> bool:
    if named.only_for is None:
        return True
    return candidacy.history.standing_in(named.only_for, candidacy.rules.jurisdiction) is not False


def _by_lead_duty(service: Service, candidacy: Candidacy) -> Match:
    if service.future and service.class_id in candidacy.plan.lead_in:
        return Match(counts=True, why="lead duty planned")
    return _judged("lead duty", {"LEAD"}, set(), candidacy)


def _judged(why: str, asked: set[str], closed: set[str], candidacy: Candidacy) -> Match:
    """Return the match once the conditions that the plan assumes are taken as true."""
    open_still = frozenset(code for code in asked if not candidacy.is_assumed(code))
    assumed = frozenset(asked) - open_still
    if closed:
        return Match(counts=False, why=why, closed=frozenset(closed))
    return Match(counts=not open_still, why=why, shown=assumed, asked=open_still)
