"""What the rules of one class come to for a roster: which jobs count for what, at which weight, and for whom.

Everything here is found by the engine's own functions, once for each group of jobs and each
rule, and for each standing that people declare; what is left is arithmetic.
"""

from collections.abc import Iterator, Sequence
from math import lcm
from typing import NamedTuple

from ladder.eligibility.clocks import Amount
from ladder.eligibility.matching import LEAD, Candidacy, match_service
from ladder.eligibility.need_asked import asked_of, open_caps, rounded, standing_codes
from ladder.eligibility.needs import AnyNeed, Need, OtherNeed, ServiceRule, TraineeNeed
from ladder.eligibility.plans import Plan
from ladder.eligibility.rules import ClassRules
from ladder.eligibility.splits import ways_of
from ladder.histories import History, StandingDeclared
from ladder.qualifications import Judgement, Standing
from ladder.roster.cells import BEYOND, Before, all_that_may_be_asked, needs_in, service_rules_in, standings_read
from ladder.roster.declared_facts import Credits, Dates, DeclaredFacts, Lookup
from ladder.roster.job_groups import JobGroups
from ladder.service_time import Month

MOST_ROUTES_IN_A_SET = 62
MOST_STEPS = 64
"""Steps of study of one need; one with more is left to the engine."""
MOST_PARTS = 10**6
"""Parts that the months of one need are told in."""

SURE, AT_BEST, LEAD_SETTLED = 0, 1, 2
"""As declared; were all that may be asked true; and the same but for lead duty, which is not asked any more."""

Groups = frozenset[int]
Asking = tuple[Candidacy, Candidacy, Candidacy]
"""Somebody of one standing before the class: as declared, at best, and at best with lead duty settled."""


class Bound(NamedTuple):
    """One bound on the service credited: months of substitutions used up, and groups of jobs at a weight each."""

    used_up: Amount
    levels: tuple[tuple[Amount, Groups], ...]


class Terms(NamedTuple):
    """How service fills a need for people of one standing; no bounds where they are shut out."""

    bounds: tuple[Bound, ...] | None


class ServiceNeed(NamedTuple):
    """Months of service asked: per standing the terms as declared, at best, and with lead duty settled.

    ``credits`` is what study gives. ``leads`` are lead duty asked within it: months, and the groups
    that count for sure. ``parts`` is what its months are told in. Only service of the ``last_months``
    before the month answered counts, where there is such a limit.
    """

    asked: Amount
    terms: tuple[tuple[Terms, Terms, Terms], ...]
    credits: Credits
    parts: int
    leads: tuple[tuple[tuple[Amount, Groups], ...], ...]
    last_months: int | None

    @property
    def is_sure(self) -> bool:
        """Whether nothing is asked that would bring it forward."""
        return self.credits.is_sure and all(sure == best for sure, best, _ in self.terms)

    @property
    def asks_lead(self) -> bool:
        """Whether lead duty is asked within it."""
        return any(self.leads)


class TraineeNow(NamedTuple):
    """A trainee class whose length is not in the data: the groups in training, and those that may be."""

    sure: Groups
    possible: Groups

    @property
    def is_sure(self) -> bool:
        """Whether it is known of everybody whose training this is."""
        return self.sure == self.possible


AnyTable = ServiceNeed | Dates | TraineeNow


class ClassTable(NamedTuple):
    """One class: its needs by place, its routes as sets of them, and the jobs that any of its rules sees.

    ``is_plain`` says that arithmetic answers for people of such jobs; else the engine does, one by one.
    ``is_simple`` says that it answers for people without them, too. ``last_month`` is that after which
    nothing falls out any more that had to be recent, 0 where nothing need be. ``lead_is_apart`` says that
    it answers for people whose lead duty is settled.
    """

    before: Before
    standing: Lookup
    needs: tuple[AnyTable, ...]
    routes: tuple[tuple[int, ...], ...]
    seen: Groups
    is_plain: bool
    is_simple: bool
    last_month: int
    lead_is_apart: bool


class TableMaker(NamedTuple):
    """Makes the tables of classes for one roster."""

    as_of: Month
    facts: DeclaredFacts
    groups: JobGroups

    def table(self, before: Before) -> ClassTable:
        """Return the table of a class."""
        rules = before.rules
        standings = standings_read(rules)
        standing = self.facts.alike(
            (tuple(standings), rules.jurisdiction),
            lambda one: tuple(one.history.standing_in(each, rules.jurisdiction) for each in standings),
        )
        asking = [self._candidacies(rules, standings, one.history) for one in standing.ones]
        needs = list(needs_in(rules))
        places = {id(need): place for place, need in enumerate(needs)}
        made = tuple(self._made(need, rules, asking) for need in needs)
        return ClassTable(
            before=before,
            standing=standing,
            needs=made,
            routes=tuple(tuple(places[id(need)] for need in route.needs) for route in rules.routes),
            seen=frozenset(group for one in made for group in _groups_in(one)),
            is_plain=all(_is_plain(need) for need in needs),
            is_simple=_is_simple(rules, needs, made),
            last_month=max(map(_last_month, made), default=0),
            lead_is_apart=self._lead_is_apart(needs, asking),
        )

    def _candidacies(self, rules: ClassRules, standings: Sequence[Standing], history: History) -> Asking:
        """Return people of a standing before the class: as declared, at best, and with lead duty settled."""
        held = [(one, history.standing_in(one, rules.jurisdiction)) for one in standings]
        declared = {one: StandingDeclared(value, None) for one, value in held if value is not None}
        person = History(self.as_of, standing=declared)
        assumed = self.facts.at_best(all_that_may_be_asked(rules, held))
        plans = (Plan(), Plan(assumed=assumed), Plan(assumed=assumed - LEAD))
        sure, best, settled = (Candidacy(person, plan, rules) for plan in plans)
        return sure, best, settled

    def _lead_is_apart(self, needs: Sequence[AnyNeed], asking: Sequence[Asking]) -> bool:
        """Return whether lead duty is asked by service rules alone, and of no job that counts in another way, too.

        The engine tells the one way that asks least. Where that is lead duty, and settled, nothing
        is asked of the job.
        """
        rules = list(_rules_with_lead(needs))
        by_code = bool(rules) and _asks_by_code(needs, LEAD)
        return not by_code and not any(self._counts_anyhow(rule, *one) for rule in rules for one in asking)

    def _counts_anyhow(self, rule: ServiceRule, sure: Candidacy, _: Candidacy, settled: Candidacy) -> bool:
        """Return whether a job of which lead duty is asked counts without it as well, on other conditions."""
        jobs = [self.groups.jobs[one] for one in self.groups.looked_at(rule)]
        led = [one for one in jobs if match_service(one, rule, sure).asked >= LEAD]
        return any(match_service(one, rule, settled).counts for one in led)

    def _made(self, need: AnyNeed, rules: ClassRules, asking: Sequence[Asking]) -> AnyTable:
        if isinstance(need, OtherNeed):
            return self.facts.dates(need, rules)
        if isinstance(need, TraineeNeed):
            return self._trainee(need, rules)
        credits_of = self.facts.credits(need, rules)
        terms = tuple(self._all_terms(need, one) for one in asking)
        asked = asked_of(need, rules.conventions)
        leads = tuple(tuple(self._leads(need.service, sure)) for sure, _, _ in asking)
        parts = _parts_of(asked, terms, credits_of, leads)
        return ServiceNeed(asked, terms, credits_of, parts, leads, need.service.limits.last_months)

    def _trainee(self, need: TraineeNeed, rules: ClassRules) -> TraineeNow:
        trained = self.groups.in_class.get(need.feeder_class, ())
        targets = [(one, self.groups.jobs[one].target_class) for one in trained]
        sure = frozenset(one for one, target in targets if target == rules.class_id)
        return TraineeNow(sure, sure | {one for one, target in targets if target is None})

    def _all_terms(self, need: Need, asking: Asking) -> tuple[Terms, Terms, Terms]:
        sure, best = (self._terms(need, one) for one in asking[:LEAD_SETTLED])
        return sure, best, self._terms(need, asking[LEAD_SETTLED]) if need.service.lead_rules else best

    def _terms(self, need: Need, candidacy: Candidacy) -> Terms:
        if any(standing_codes(need.standing, candidacy)):
            return Terms(None)
        capped = open_caps(need, candidacy)
        counted = [self.groups.counted(rule, candidacy) for rule in (need.service, *(one.service for one in capped))]
        return Terms(
            tuple(
                Bound(way.used_up, tuple((weight, _united(counted, sources)) for weight, sources in way.levels))
                for way in ways_of(capped)
            )
        )

    def _leads(self, rule: ServiceRule, candidacy: Candidacy) -> Iterator[tuple[Amount, Groups]]:
        for lead in rule.lead_rules:
            asked = rounded(lead.lead_months or 0, candidacy.rules.conventions)
            yield asked, self.groups.counted(lead, candidacy)


def _united(counted: Sequence[Groups], sources: int) -> Groups:
    """Return the groups that count by any source of a bit set."""
    return frozenset().union(*(groups for place, groups in enumerate(counted) if sources >> place & 1))


def _groups_in(table: AnyTable) -> Iterator[int]:
    if isinstance(table, TraineeNow):
        yield from table.possible
    elif isinstance(table, ServiceNeed):
        bounds = (bound for each in table.terms for terms in each for bound in terms.bounds or ())
        yield from (group for bound in bounds for _, groups in bound.levels for group in groups)


def _parts_of(
    asked: Amount,
    terms: Sequence[tuple[Terms, Terms, Terms]],
    credits_of: Credits,
    leads: Sequence[Sequence[tuple[Amount, Groups]]],
) -> int:
    """Return the least number of parts of a month that all amounts of a need can be told in."""
    amounts = [asked, *_amounts_of(terms), *(amount for one in leads for amount, _ in one)]
    amounts += [amount for pair in credits_of.steps for steps in pair for _, amount in steps]
    return lcm(*{amount.denominator for amount in amounts})


def _amounts_of(terms: Sequence[tuple[Terms, Terms, Terms]]) -> Iterator[Amount]:
    for one in (one for each in terms for one in each):
        for bound in one.bounds or ():
            yield bound.used_up
            yield from (weight for weight, _ in bound.levels)


def _is_plain(need: AnyNeed) -> bool:
    """Return whether service counts at any time, or where it is recent; lead duty always at any time."""
    if not isinstance(need, Need):
        return True
    in_any_order = not any(rule.limits.after for rule in service_rules_in(need))
    return in_any_order and all(rule.limits.is_none for rule in need.service.lead_rules)


def _last_month(table: AnyTable) -> int:
    """Return a month from which what was held recently, and study beside it, stay the same; 0 where no need is."""
    if not isinstance(table, ServiceNeed) or table.last_months is None:
        return 0
    study = max(steps[-1][0] for each in table.credits.steps for steps in each)
    return min(BEYOND, max(table.last_months, study))


def _is_simple(rules: ClassRules, needs: Sequence[AnyNeed], made: Sequence[AnyTable]) -> bool:
    """Return whether the tables hold all of the rules: small enough, and no code that means two things."""
    means_two = _asks_by_code(needs, frozenset(standing.name for standing in Standing))
    too_many = len(rules.routes) > MOST_ROUTES_IN_A_SET
    return not (means_two or too_many or any(_is_large(table) for table in made))


def _asks_by_code(needs: Sequence[AnyNeed], codes: frozenset[str]) -> bool:
    """Return whether the text asks one of these conditions by a code of its own."""
    others = (need.requirement for need in needs if isinstance(need, OtherNeed))
    return any(isinstance(rule, Judgement) and rule.code in codes for rule in others)


def _rules_with_lead(needs: Sequence[AnyNeed]) -> Iterator[ServiceRule]:
    """Yield what service counts for needs within which lead duty is asked."""
    for need in needs:
        if isinstance(need, Need) and need.service.lead_rules:
            yield from service_rules_in(need)


def _is_large(table: AnyTable) -> bool:
    if not isinstance(table, ServiceNeed):
        return False
    longest = max((len(steps) for pair in table.credits.steps for steps in pair), default=0)
    return longest > MOST_STEPS or table.parts > MOST_PARTS
