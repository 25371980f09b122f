"""The ways to meet the minimum qualifications of a class, each in few words: a big time, what it is, who may."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from ladder.catalog.catalog import Catalog
from ladder.qualifications import (
    Certainty,
    Credential,
    Education,
    Experience,
    Judgement,
    NamedClass,
    Programme,
    ProgrammeSubstitution,
    Qualifications,
    Requirement,
    Route,
    ServiceSubstitution,
    Standing,
    StandingHeld,
)
from ladder.sources import Source
from ladder.telling.messages import any_of, is_known, say, sentences, tell
from ladder.telling.parts import Part, Words, capital, plain_text, with_capital
from ladder.telling.requirements import ToldRequirements, study_asked
from ladder.telling.routes import called, requirement_name
from ladder.telling.times import spell_months

WholeSubstitution = ServiceSubstitution | ProgrammeSubstitution


class WayPart(NamedTuple):
    """One thing that a way asks: what it is in a few words, what is said of it besides, and where that is printed."""

    lead: Words
    told: Words
    sources: tuple[Source, ...]


class Way(NamedTuple):
    """One way: its least time, or what stands in the place of one, all that it asks, and who may go it.

    ``is_judged`` where HR decides about a part of it.
    """

    time: str
    parts: tuple[WayPart, ...]
    only_for: tuple[str, ...]
    is_judged: bool


def count_ways(count: int) -> str:
    """Return how many ways there are, as a heading: ``Four ways to meet the minimum.``.

    >>> count_ways(1), count_ways(4), count_ways(12)
    ('One way to meet the minimum.', 'Four ways to meet the minimum.', '12 ways to meet the minimum.')
    """
    message = f"ways.count.{count}"
    return say(message) if is_known(message) else say("ways.count", count=f"{count:,}")


class ToldWays(NamedTuple):
    """The ways into one class of a catalog whose rules are known."""

    catalog: Catalog
    rules: Qualifications

    def ways(self) -> Iterator[Way]:
        """Yield each route, then each route with service or a program in place of one of its requirements."""
        asked = {rule.id: rule for rule in self.rules.requirements}
        for route in self.rules.routes:
            yield self._way([asked[name] for name in route.requires])
        for one in self.rules.substitutions:
            if isinstance(one, ProgrammeSubstitution) or (isinstance(one, ServiceSubstitution) and one.is_whole):
                for route in self.rules.routes:
                    if one.stands_for in route.requires:
                        yield self._instead(one, route, asked)

    def _way(self, rules: Sequence[Requirement]) -> Way:
        time = _longest(rule for rule in rules if isinstance(rule, Experience))
        parts = tuple(self._part(rule, rules) for rule in rules)
        return Way(
            time=spell_months(time) if time else _in_place_of_time(rules[0]),
            parts=parts,
            only_for=tuple(dict.fromkeys(chip for rule in rules for chip in _only_for(rule))),
            is_judged=any(map(_is_judged, rules)),
        )

    def _instead(self, one: WholeSubstitution, route: Route, asked: dict[str, Requirement]) -> Way:
        """Return the way on which service or a program stands for one requirement of the route."""
        rest = [asked[name] for name in route.requires if name != one.stands_for]
        months = one.months if isinstance(one, ServiceSubstitution) else 0
        longest = max(months, _longest(rule for rule in rest if isinstance(rule, Experience)))
        way = Way("", (), (), is_judged=False) if not rest else self._way(rest)
        return Way(
            time=spell_months(longest) if months else say("way.finish"),
            parts=(self._part_instead(one), *way.parts),
            only_for=(*_only_for_instead(one), *way.only_for),
            is_judged=way.is_judged or _is_judged_instead(one),
        )

    def _part_instead(self, one: WholeSubstitution) -> WayPart:
        told = tell("way.instead", requirement=called(self.catalog, one.stands_for))
        if isinstance(one, ProgrammeSubstitution):
            approved = tell("requirement.approved") if one.approval_required else ()
            return WayPart(self._program(one.programme), sentences(told, approved), (one.source,))
        lead = self._as([one.named]) if one.named else capital((Part(one.what or ""),))
        return WayPart(lead, told, (one.source,))

    def _part(self, rule: Requirement, all_asked: Sequence[Requirement]) -> WayPart:
        """Return one requirement of those that a way asks; where it asks more than one, service with its own time."""
        lead = self._lead(rule)
        if isinstance(rule, Experience) and len(all_asked) > 1:
            lead = tell(_kind_of_time(rule, all_asked), months=spell_months(rule.months), what=lead)
        return WayPart(lead, self._besides(rule), (rule.source,))

    def _lead(self, rule: Requirement) -> Words:
        """Return what a requirement is in a few words, without its time."""
        if isinstance(rule, Experience | Judgement) and rule.classes:
            return self._as(rule.classes)
        if isinstance(rule, Programme):
            return self._program(rule.programme)
        return (Part(self._plain_lead(rule)),)

    def _plain_lead(self, rule: Requirement) -> str:
        if isinstance(rule, Education):
            return with_capital(plain_text(study_asked(rule)))
        if isinstance(rule, Credential):
            return with_capital(rule.name)
        if isinstance(rule, StandingHeld):
            return say(f"chip.{rule.standing.value}")
        if isinstance(rule, Judgement):
            return say("way.judged")
        name, _, number = rule.id.partition("-")
        return say("way.work") if name == "requirement" and number else requirement_name(self.catalog, rule.id)

    def _as(self, classes: Iterable[NamedClass]) -> Words:
        return tell("way.as", classes=any_of([self._named(one) for one in classes]))

    def _named(self, one: NamedClass) -> Words:
        title = Part(self.catalog.classes[one.class_id].title, one.class_id)
        return tell("way.level", title=title) if one.certainty is Certainty.LEVEL else (title,)

    def _program(self, class_id: str) -> Words:
        return tell("way.program", title=Part(self.catalog.classes[class_id].title, class_id))

    def _besides(self, rule: Requirement) -> Words:
        """Return what a requirement says besides what its lead and the chips of the way say."""
        telling = ToldRequirements(self.catalog)
        if isinstance(rule, Experience):
            return telling.words(replace(rule, classes=(), standing=None))
        if isinstance(rule, Judgement):
            return telling.words(replace(rule, classes=()))
        if isinstance(rule, Education | StandingHeld):
            return sentences(telling.meaning(rule.what))
        return telling.words(rule)


def _kind_of_time(rule: Experience, all_asked: Sequence[Requirement]) -> str:
    """Return the message that tells months of their own, months within those of another, or months besides."""
    ids = {one.id for one in all_asked}
    if rule.within in ids:
        return "way.within"
    return "way.added" if rule.additional_to in ids else "way.own"


def _longest(rules: Iterable[Experience]) -> int:
    """Return the least months in which all of these can be served: what is added to another comes on top of it."""
    own = {rule.id: rule for rule in rules}
    return max((_with_what_it_adds_to(rule, own) for rule in own.values()), default=0)


def _with_what_it_adds_to(rule: Experience, own: dict[str, Experience]) -> int:
    """Return the months of a requirement, of what it is added to, and of all else that is added to that."""
    base = own.get(rule.additional_to or "")
    if base is not None:
        return _with_what_it_adds_to(base, own)
    return rule.months + sum(_added(one, own) for one in own.values() if one.additional_to == rule.id)


def _added(rule: Experience, own: dict[str, Experience]) -> int:
    return rule.months + sum(_added(one, own) for one in own.values() if one.additional_to == rule.id)


def _in_place_of_time(rule: Requirement) -> str:
    if isinstance(rule, Education):
        if rule.degree:
            return with_capital(say(f"degree.{rule.degree.value}"))
        return say("way.hours", count=rule.semester_hours) if rule.semester_hours else say("way.courses")
    if isinstance(rule, StandingHeld):
        return _chip(rule.standing)
    return say({"credential": "way.license", "programme": "way.finish"}.get(rule.kind, "way.decided"))


def _only_for(rule: Requirement) -> Iterator[str]:
    """Yield the words of the chips that say who may go a way."""
    if isinstance(rule, StandingHeld | Experience) and rule.standing:
        yield _chip(rule.standing)
    if isinstance(rule, Experience | Judgement):
        for one in rule.classes:
            yield from _only_for_named(one)


def _only_for_instead(one: WholeSubstitution) -> Iterator[str]:
    if isinstance(one, ServiceSubstitution):
        if one.standing:
            yield _chip(one.standing)
        yield from _only_for_named(one.named) if one.named else ()


def _only_for_named(one: NamedClass) -> Iterator[str]:
    if one.only_for:
        yield _chip(one.only_for)
    if one.target_class_required:
        yield say("chip.trainee_goal")


def _chip(standing: Standing) -> str:
    return say(f"chip.{standing.value}")


def _is_judged(rule: Requirement) -> bool:
    """Return whether HR decides about a part of the requirement."""
    if isinstance(rule, Experience):
        return rule.or_equivalent or rule.lead or any(one.certainty is Certainty.LEVEL for one in rule.classes)
    if isinstance(rule, Education):
        return rule.or_closely_related
    return isinstance(rule, Judgement) or (isinstance(rule, Programme) and rule.approval_required)


def _is_judged_instead(one: WholeSubstitution) -> bool:
    if isinstance(one, ProgrammeSubstitution):
        return one.approval_required
    return one.named is not None and one.named.certainty is Certainty.LEVEL
