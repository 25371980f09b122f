"""Whether one job's service counts for one requirement, and what that leans on.

A job counts by what the profile declares and by the rules that the catalog states,
and by nothing else (docs/semantics.md, C11).
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ladder.catalog.jurisdictions import Conventions, Equivalents
from ladder.condition_codes import ConditionCode
from ladder.eligibility.needs import ServiceRule
from ladder.eligibility.plans import Plan
from ladder.eligibility.rules import NO_PEERS, ClassRules
from ladder.histories import History, Service
from ladder.qualifications import Certainty, NamedClass

NOTHING: frozenset[str] = frozenset()
LEAD = frozenset([ConditionCode.LEAD])
"""Lead duty: asked where it is undeclared; shown where service counts that is declared or planned as lead work."""


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
    """One history under one plan, before one class: what every question needs to know.

    ``month`` is that in which service must be recent, where it must. Who is ``entering``
    the class must be appointed to it, not only meet its minimum qualifications.
    """

    history: History
    plan: Plan
    rules: ClassRules
    month: int = 0
    entering: bool = False

    def is_assumed(self, code: str) -> bool:
        """Return whether the plan takes the condition as true."""
        return code in self.plan.assumed

    @property
    def peers(self) -> Mapping[str, frozenset[str]]:
        """The classes whose service may count as that of one at their level; none unless the plan includes peers."""
        return self.rules.peers if Certainty.PEER in self.plan.include else NO_PEERS


def match_service(service: Service, rule: ServiceRule, candidacy: Candidacy) -> Match:
    """Return whether the service counts for the rule, and what that leans on.

    Service counts where any clause takes it; where none does, the clause that asks
    least is told.
    """
    found = [*_own_matches(service, rule, candidacy)]
    found += [match_service(service, inner, candidacy) for inner in rule.contained]
    for match in found:
        if match.counts:
            return match._replace(shown=match.shown | LEAD) if _is_led(service, rule, candidacy) else match
    asking = [match for match in found if match.asked]
    if asking:
        return min(asking, key=lambda match: len(match.asked))
    return next((match for match in found if match.closed), NO_MATCH)


def _own_matches(service: Service, rule: ServiceRule, candidacy: Candidacy) -> Iterable[Match]:
    class_id = service.class_id or ""
    if class_id in rule.named and rule.named[class_id].certainty is not Certainty.PEER:
        yield _by_name(service, rule.named[class_id], candidacy)
    elif class_id in candidacy.peers:
        yield from _by_level(service, rule, candidacy)
    if class_id in rule.rulings:
        condition = rule.rulings[class_id]
        yield Match(counts=True, why="ruling", shown=frozenset([condition.code]) if condition else NOTHING)
    if not rule.declarable.isdisjoint(service.declared):
        yield _by_declaration(rule, candidacy)
    if rule.is_lead and _is_planned_as_lead(service, candidacy):
        yield Match(counts=True, why="lead duty planned")
    elif class_id in rule.lead_series:
        yield _judged("lead duty", {*LEAD}, set(), candidacy)


def _by_level(service: Service, rule: ServiceRule, candidacy: Candidacy) -> Iterable[Match]:
    """Yield the match of service in a peer for each class whose level the rule names: a person must judge it."""
    for class_id in sorted(candidacy.peers[service.class_id or ""] & rule.named.keys()):
        named = rule.named[class_id]
        if named.certainty is not Certainty.NAMED:
            yield _by_name(service, named, candidacy, "class at the level named", ConditionCode.EQUIVALENT)


def _by_name(
    service: Service, named: NamedClass, candidacy: Candidacy, why: str = "named class", *judged: str
) -> Match:
    """Return the match of service in a class that the text names; ``judged`` are conditions asked in any case."""
    asked: set[str] = set(judged)
    closed: set[str] = set()
    if named.only_for:
        held = candidacy.history.standing_in(named.only_for, candidacy.rules.jurisdiction)
        _file_under(named.only_for.name, value=held, asked=asked, closed=closed)
    if named.target_class_required:
        recorded = None if service.target_class is None else service.target_class == candidacy.rules.class_id
        _file_under(ConditionCode.TARGET_CLASS, value=recorded, asked=asked, closed=closed)
    return _judged(why, asked, closed, candidacy)


def _file_under(code: str, *, value: bool | None, asked: set[str], closed: set[str]) -> None:
    if value is None:
        asked.add(code)
    elif not value:
        closed.add(code)


def _by_declaration(rule: ServiceRule, candidacy: Candidacy) -> Match:
    equivalents_asked = candidacy.rules.conventions.equivalents is Equivalents.ASKED
    applying = [named for named in rule.named.values() if _applies(named, candidacy)]
    if rule.declared_is_equivalent and applying and equivalents_asked:
        return _judged("declared equivalent", {ConditionCode.EQUIVALENT}, set(), candidacy)
    return Match(counts=True, why="declared", shown=frozenset([ConditionCode.FIELD_MATCH]))


def takes_any_work(rule: ServiceRule, conventions: Conventions) -> bool:
    """Return whether work in no class that is named counts for the rule, or for something within it, once declared.

    It does where the text takes work of a kind or in a field, or reads the classes for people of a standing alone.
    """
    for_all = any(one.only_for is None for one in rule.named.values())
    is_closed = rule.declared_is_equivalent and for_all and conventions.equivalents is Equivalents.ASKED
    return not is_closed or any(takes_any_work(one, conventions) for one in rule.contained)


def _applies(named: NamedClass, candidacy: Candidacy) -> bool:
    if named.only_for is None:
        return True
    return candidacy.history.standing_in(named.only_for, candidacy.rules.jurisdiction) is not False


def _is_led(service: Service, rule: ServiceRule, candidacy: Candidacy) -> bool:
    """Return whether service that counts is declared as the lead work that the rule takes, or planned as such."""
    if not rule.leads:
        return False
    return not rule.leads.isdisjoint(service.declared) or _is_planned_as_lead(service, candidacy)


def _is_planned_as_lead(service: Service, candidacy: Candidacy) -> bool:
    return service.future and service.class_id in candidacy.plan.lead_in


def _judged(why: str, asked: set[str], closed: set[str], candidacy: Candidacy) -> Match:
    """Return the match once the conditions that the plan assumes are taken as true."""
    open_still = frozenset(code for code in asked if not candidacy.is_assumed(code))
    assumed = frozenset(asked) - open_still
    if closed:
        return Match(counts=False, why=why, closed=frozenset(closed))
    return Match(counts=not open_still, why=why, shown=assumed, asked=open_still)
