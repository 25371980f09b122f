"""What a change would do, in words: the change, what matters most of it, and each way and ladder that differs."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ladder.catalog.catalog import Catalog
from ladder.qualifications import Requirement, Substitution
from ladder.requirement_references import class_referred_to, requirement_referred_to
from ladder.revisions.changing import ABOLISHED
from ladder.revisions.pools import Pool, PoolChange
from ladder.revisions.proposals import AbolishClass, AddSubstitution, Change, MergeClass, SetMonths, TakeOut
from ladder.revisions.route_changes import RouteChange, find_route_changes
from ladder.revisions.what_if import LadderChange, Plan, WhatIf
from ladder.telling.messages import all_of, say, sentences
from ladder.telling.parts import plain_text
from ladder.telling.requirements import ToldRequirements
from ladder.telling.routes import called, route_in_words
from ladder.telling.substitutions import substitution_words
from ladder.telling.times import spell_months, spell_span
from ladder.telling.told_revisions import ToldDifferences
from ladder.telling.verdicts import MustHold

MOST_NAMED = 4
"""Classes that a headline names."""
_KINDS = ("dates", "shorter", "longer", "lost", "new", "gone", "otherwise")


class ToldChanges(NamedTuple):
    """Changes of a catalog, as sentences put them."""

    catalog: Catalog

    def question(self, changes: Iterable[Change]) -> str:
        """Return what is asked: ``What if Senior Clerk asked no special experience (1 year)?``."""
        told = ""
        for one in changes:
            told = say("whatif.and", first=told, last=self.words(one)) if told else self.words(one)
        return say("whatif.what_if", change=told)

    def words(self, change: Change) -> str:
        """Return one change as it stands after "if"."""
        match change:
            case SetMonths():
                name = self._name(change.requirement, in_brief=False)
                title = self._title(class_referred_to(change.requirement))
                return say("whatif.set", title=title, months=spell_months(change.months), name=name)
            case TakeOut():
                title = self._title(class_referred_to(change.requirement))
                return say("whatif.drop", title=title, name=self._name(change.requirement, in_brief=True))
            case AddSubstitution():
                told = plain_text(substitution_words(self.catalog, change.substitution)).removesuffix(".")
                return say("whatif.substitution", title=self._title(change.class_text), told=told)
            case MergeClass():
                return say("whatif.merge", title=self._title(change.class_text), into=self._title(change.into))
            case AbolishClass():
                return say("whatif.abolish", title=self._title(change.class_text))
        return say("whatif.new_class", title=change.record.title)

    def _title(self, class_id: str) -> str:
        spec = self.catalog.classes.get(class_id)
        return spec.title if spec else class_id

    def _name(self, reference: str, *, in_brief: bool) -> str:
        """Return what a requirement is called, with what it asks, or what counts instead of one."""
        name = requirement_referred_to(reference)
        spec = self.catalog.classes.get(class_referred_to(reference))
        rules = spec.qualifications if spec else None
        asked = next((rule for rule in rules.requirements if rule.id == name), None) if rules else None
        if asked and in_brief:
            return ToldRequirements(self.catalog).in_brief(asked)
        return called(self.catalog, name)


class ToldWhatIf(NamedTuple):
    """What changes would do, as sentences put it; ``pool`` where there is a roster."""

    found: WhatIf
    pool: Pool | None = None

    @property
    def question(self) -> str:
        """What is asked."""
        return ToldChanges(self.found.pair.before).question(self.found.changes)

    @property
    def routes(self) -> tuple[RouteChange, ...]:
        """The ways that change."""
        return find_route_changes(self.found.pair)

    def headline(self) -> str:
        """Return what matters most in a sentence or two: people first where there is a roster, then ladders."""
        routes, people = self.routes, self.pool.classes if self.pool else ()
        if not routes and not self.found.ladders and not people:
            return say("whatif.nothing")
        ready = [self._ready(one) for one in people[:1]]
        if self.pool and not people:
            ready = [say("whatif.pool_same")]
        return plain_text(sentences(*ready, self._rules(routes), self._ladders()))

    def _ready(self, one: PoolChange) -> str:
        after = one.after.within[0]
        message = "whatif.ready_one" if after == 1 else "whatif.ready"
        return say(message, after=after, before=one.before.within[0], title=self.title(one.class_id))

    def _rules(self, routes: Iterable[RouteChange]) -> str:
        classes = list(dict.fromkeys(one.class_id for one in routes))
        if not classes:
            return ""
        named = [self.title(one) for one in classes[:MOST_NAMED]]
        more = len(classes) - MOST_NAMED
        named += [say("whatif.and_more", count=more)] if more > 0 else []
        return say(_counted("whatif.rules", len(classes)), count=len(classes), classes=plain_text(all_of(named)))

    def _ladders(self) -> str:
        counts = dict.fromkeys(_KINDS, 0)
        for one in self.found.ladders:
            counts[kind_of(one)] += 1
        total = len(self.found.ladders)
        if not total:
            return say("whatif.no_ladder")
        told = [say(_counted(f"whatif.{kind}", count), count=count) for kind, count in counts.items() if count]
        return say(_counted("whatif.ladders", total), count=total, kinds=plain_text(all_of(told)))

    def title(self, class_id: str) -> str:
        """Return the title of a class, before the change or after it."""
        pair = self.found.pair
        return (pair.before.classes.get(class_id) or pair.after.classes[class_id]).title

    def way(self, one: RouteChange) -> str:
        """Return a way that changes in a sentence."""
        route, before, after = self.route_name(one), self.asked(one, 0), self.asked(one, 1)
        told = [side or say("whatif.way_none") for side in (before, after)]
        return say("whatif.way", title=self.title(one.class_id), route=route, before=told[0], after=told[1])

    def route_name(self, one: RouteChange) -> str:
        """Return a way, or what counts instead of a requirement, in words."""
        kind = one.route.partition(":")[0]
        if kind == ABOLISHED:
            return say("whatif.any_way")
        if kind in {"study", "degree"} and not isinstance(one.before or one.after, tuple):
            return say(f"diff.{kind}")
        catalog = self.found.pair.after
        return route_in_words(catalog, one.route)

    def asked(self, one: RouteChange, place: int) -> str:
        """Return what a way asks before (0) or after (1) the change; '' where it is not there."""
        asked, catalog = (one.before, one.after)[place], self.found.pair[place]
        return "" if asked is None else _asked(asked, catalog)

    def why(self, one: RouteChange) -> str:
        """Return the differences that a way's change rests on."""
        told = ToldDifferences(self.found.pair, one.why)
        return ", ".join(told.change(found) for found in one.why)

    def ladder(self, one: LadderChange) -> str:
        """Return a ladder that changes in a sentence."""
        degree = say("whatif.with_degree") if one.with_degree else ""
        before, after = self.plan(one, 0), self.plan(one, 1)
        ends = {"start": self.title(one.start), "target": self.title(one.target)}
        return say("whatif.ladder", degree=degree, before=before, after=after, **ends)

    def plan(self, one: LadderChange, place: int) -> str:
        """Return the best plan before (0) or after (1) the change in words, with its condition in the same breath."""
        plan = (one.before, one.after)[place]
        return say("whatif.no_plan") if plan is None else _plan(plan, one.target, self.found.pair[place])

    def dropped(self) -> Iterator[str]:
        """Yield, for each requirement that is asked no more, how many people have service toward it."""
        for reference, count in self.pool.dropped if self.pool else ():
            requirement = called(self.found.pair.before, requirement_referred_to(reference))
            name = say("told.toward_one", requirement=requirement, title=self.title(class_referred_to(reference)))
            yield say(_counted("whatif.dropped", count), count=count, requirement=name)


def kind_of(one: LadderChange) -> str:
    """Return how a ladder changes: by a date, months fewer or more, a date lost, being new or gone, or otherwise."""
    if one.before is None or one.after is None:
        return "new" if one.before is None else "gone"
    if one.gets_a_date or one.loses_its_date:
        return "dates" if one.gets_a_date else "lost"
    if one.months_saved:
        return "shorter" if one.months_saved > 0 else "longer"
    return "otherwise"


def _counted(message: str, count: int | str) -> str:
    return f"{message}_one" if count == 1 else message


def _asked(asked: tuple[Requirement, ...] | Substitution, catalog: Catalog) -> str:
    if not isinstance(asked, tuple):
        return plain_text(substitution_words(catalog, asked)).removesuffix(".")
    if [rule.id for rule in asked] == [ABOLISHED]:
        return say("whatif.nobody")
    left = [rule for rule in asked if getattr(rule, "months", None) != 0]
    return plain_text(ToldRequirements(catalog).of_route(left)) if left else say("whatif.nothing_asked")


def _plan(plan: Plan, target: str, catalog: Catalog) -> str:
    if plan.least is None or (plan.months is not None and not plan.months):
        return say(f"status.{plan.status}")
    time = spell_span(plan.least, plan.between)
    if plan.months is not None:
        return time
    conditions = MustHold(catalog, target, plan.least).in_words(plan.conditions)
    return say("whatif.if", time=time, conditions=conditions)
