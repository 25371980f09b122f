"""What one person is before one class, in whole numbers; and the same as the engine finds it, cell by cell.

Months stand on one scale: 0 to 1,200 months, then unknown, then never. So a route is the
most of what it asks, and a class the least of its routes.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ladder.catalog.catalog import Catalog
from ladder.condition_codes import ConditionCode
from ladder.eligibility.answers import Status, status_of
from ladder.eligibility.assessment import RouteVerdict, best_month, judge_routes, ordered_routes
from ladder.eligibility.cases import Case
from ladder.eligibility.clocks import HORIZON, within_horizon
from ladder.eligibility.matching import Candidacy
from ladder.eligibility.needs import AnyNeed, Need, OtherNeed, ServiceRule
from ladder.eligibility.plans import Plan
from ladder.eligibility.rules import ClassRules
from ladder.histories import History
from ladder.qualifications import Judgement, Standing, StandingHeld
from ladder.roster.people import Declared, Roster
from ladder.specification import Completeness

BEYOND = HORIZON + 1
"""Later than any month that is sought: more than every answer, less than unknown."""
UNKNOWN = HORIZON + 2
"""A fact is not in the data."""
NEVER = HORIZON + 3
"""By no route, ever, under the plan."""


class Cell(NamedTuple):
    """One person before one class: months on the scale, months were what is asked true, and the routes met.

    ``routes`` is a bit set of places in the class's routes, those met in ``months``.
    """

    months: int
    if_months: int
    routes: int


def status_at(months: int) -> Status:
    """Return the status that a place on the scale stands for."""
    return status_of(months if months <= HORIZON else None, unknown=months == UNKNOWN)


def months_at(months: int) -> int | None:
    """Return the months at a place on the scale, None for unknown and never."""
    return months if months <= HORIZON else None


class Before(NamedTuple):
    """One class as everybody stands before it; of one ``seen_in_part``, what its record does not say is unknown.

    ``only`` are the conditions that are taken as true at best, where not all that are asked.
    """

    rules: ClassRules
    seen_in_part: bool
    only: frozenset[str] | None = None

    def judge(self, history: History, plan: Plan) -> Cell:
        """Return what the engine finds of a person, without reasons."""
        candidacy = Candidacy(history, plan, self.rules)
        verdicts = judge_routes(candidacy)
        months = within_horizon(best_month(verdicts))
        asked = frozenset(code for verdict in verdicts for code in verdict.codes("asked"))
        asked = asked if self.only is None else asked & self.only
        at_best = months_if(asked, candidacy) if asked and months != 0 else None
        found = NEVER if at_best is None else at_best
        unknown = self.seen_in_part or any(verdict.unknown for verdict in verdicts)
        place = months if months is not None else UNKNOWN if unknown else NEVER
        return Cell(place, min(place, found), _bits(verdicts, months))

    def routes_met(self, history: History, plan: Plan) -> tuple[str, ...]:
        """Return the routes met in the least month, as an answer orders them."""
        verdicts = judge_routes(Candidacy(history, plan, self.rules))
        return ordered_routes(verdicts, within_horizon(best_month(verdicts)))


def months_if(codes: frozenset[str], candidacy: Candidacy) -> int | None:
    """Return the months were these conditions true, None if the class is still not met."""
    plan = candidacy.plan._replace(assumed=candidacy.plan.assumed | codes)
    return within_horizon(best_month(judge_routes(candidacy._replace(plan=plan))))


def _bits(verdicts: Iterable[RouteVerdict], months: int | None) -> int:
    met = [months is not None and verdict.month == months for verdict in verdicts]
    return sum(1 << place for place, is_met in enumerate(met) if is_met)


def plan_of(declared: Declared) -> Plan:
    """Return the plan that a roster counts under: the present job goes on, with the study declared."""
    return Plan(study_hours_a_year=declared.study_hours_a_year)


def case_of(roster: Roster, catalog: Catalog) -> Case:
    """Return the case of somebody who declares nothing, in the month of the roster, before the classes of a catalog."""
    return Case(catalog, History(roster.as_of), Plan())


def before(case: Case, class_ids: Iterable[str], only: frozenset[str] | None = None) -> Iterator[Before]:
    """Yield the classes that have rules, of those named."""
    for class_id in class_ids:
        candidacy = case.candidacy(class_id)
        if candidacy is not None:
            in_part = case.catalog.classes[class_id].completeness is Completeness.PARTIAL
            yield Before(candidacy.rules, in_part, only)


def classes_before(roster: Roster, case: Case) -> list[str]:
    """Return the classes with rules in the jurisdictions of the jobs held now, in the order of the catalog."""
    held = {roster.kinds[kind].class_id for kind in set(map(int, roster.present.kind))}
    places = {class_id.partition("/")[0] for class_id in held if class_id}
    there = (class_id for class_id, spec in case.catalog.classes.items() if spec.jurisdiction in places)
    return [one.rules.class_id for one in before(case, there)]


# ------------------------------------------------------------------ what the rules of a class look at


def needs_in(rules: ClassRules) -> Iterator[AnyNeed]:
    """Yield what the routes of a class ask, each once."""
    yield from {id(need): need for route in rules.routes for need in route.needs}.values()


def service_rules_in(need: Need) -> tuple[ServiceRule, ...]:
    """Return what service counts toward a need: directly, then by each substitution."""
    return (need.service, *(one.service for one in need.capped))


def standings_read(rules: ClassRules) -> list[Standing]:
    """Return the standings that anything in the rules asks about, in their own order."""
    found: set[Standing | None] = set()
    for need in needs_in(rules):
        if isinstance(need, Need):
            found |= {need.standing, *(one.standing for one in need.capped)}
            found.update(*(_standings_named(rule) for rule in service_rules_in(need)))
        elif isinstance(need, OtherNeed) and isinstance(need.requirement, StandingHeld):
            found.add(need.requirement.standing)
    return [one for one in Standing if one in found]


def _standings_named(rule: ServiceRule) -> set[Standing | None]:
    inside = [name for one in rule.contained for name in _standings_named(one)]
    return {named.only_for for named in rule.named.values()}.union(inside)


ASKED_OF_PEOPLE = frozenset(ConditionCode) - {standing.name for standing in Standing}
"""All that may be asked of anybody, besides standing and what the text of a class asks by a code of its own."""


def all_that_may_be_asked(rules: ClassRules, standings: Sequence[tuple[Standing, bool | None]]) -> frozenset[str]:
    """Return all that may be asked before the class: a standing declared false is closed, and stays so."""
    judged = (need.requirement for need in needs_in(rules) if isinstance(need, OtherNeed))
    codes = {rule.code for rule in judged if isinstance(rule, Judgement)}
    return ASKED_OF_PEOPLE | codes | {standing.name for standing, held in standings if held is not False}
