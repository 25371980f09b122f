"""Alternatives to routes: each thing asked becomes a requirement once, and a route names what it needs."""

import re
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import replace
from functools import partial
from types import MappingProxyType

from ladder.qualifications import Experience, Requirement, Route, Standing
from ladder.reading.drafts import ClassDraft, Role, SpecialIs
from ladder.reading.qualifying.alternatives import Alternative
from ladder.reading.qualifying.equal_ways import merge_equal_ways
from ladder.reading.qualifying.naming import Names, is_special, name_requirement, name_route
from ladder.reading.qualifying.requirements import (
    Place,
    Setting,
    asks_units_besides,
    make_order,
    make_part,
    make_requirement,
    make_units,
)
from ladder.reading.qualifying.statements import Ask
from ladder.reading.requirement_grammar.tree import (
    ConditionClause,
    CredentialClause,
    EducationClause,
    ExperienceClause,
    ExperiencePart,
    Leaf,
    Manner,
)

ASKED_ABOVE = "ASKED_ABOVE"
"""The code of words that point back to another requirement: "meet the requirement for lead work"."""

_SAID_OF_ALL = frozenset({"a", "an", "the", "work", "experience"})
_WORD = re.compile(r"[a-z]+")
_REFERS = re.compile(
    r"(?i:as (?:described|specified|stated|required in|listed in|set forth in|in)(?: in)? "
    r"[\"'\u201c]?(?P<label>[0-9]|[A-Za-z])[\"'\u201d]? above)"
)
_LABEL = re.compile(r"|[a-z]|[0-9.]+")


class RouteMaker:
    """Requirements and routes made so far, for one class."""

    def __init__(self, draft: ClassDraft, setting: Setting) -> None:
        """Begin with no requirement."""
        self._draft = draft
        self._setting = setting
        self._names = Names()
        self._made: dict[Hashable, Requirement] = {}
        self._specialties: dict[str, str] = {}
        self._labels: dict[str, str] = {}

    @property
    def requirements(self) -> tuple[Requirement, ...]:
        """The requirements in the order they were first asked."""
        return tuple(self._made.values())

    @property
    def labels(self) -> Mapping[str, str]:
        """The label that each requirement's statement is printed with, by the requirement's id."""
        return MappingProxyType(self._labels)

    @property
    def experience(self) -> tuple[Experience, ...]:
        """The experience requirements among them."""
        return tuple(rule for rule in self._made.values() if isinstance(rule, Experience))

    def asked_of(self, specialty: str, items: tuple[str, ...] = ()) -> tuple[Requirement, ...]:
        """Return what is asked of the specialties named alone; of no specialty, all of it.

        What is asked of other specialties too cannot be waived for some of them. Where
        ``items`` name numbers of requirements, only what stands under one of them is meant.
        """
        names = _names_in(specialty)
        return tuple(
            rule
            for rule in self.requirements
            if (not names or _are_of(self._specialties.get(rule.id, ""), names))
            and (not items or _stands_under(self._labels.get(rule.id, ""), items))
        )

    def make_routes(self, alternatives: tuple[Alternative, ...]) -> tuple[Route, ...]:
        """Return a route for each alternative; two that ask the same are one."""
        names, asked = Names(), dict[frozenset[str], Route]()
        for alternative in alternatives:
            requires = tuple(dict.fromkeys(name for ask in alternative for name in self._labeled(ask, alternative)))
            if frozenset(requires) not in asked:
                name = names.give(name_route(alternative, alone=len(alternatives) == 1))
                asked[frozenset(requires)] = Route(id=name, requires=requires)
        ways = merge_equal_ways(tuple(asked.values()), self.requirements)
        kept = {rule.id: rule for rule in ways.requirements}
        self._made = {key: kept[rule.id] for key, rule in self._made.items() if rule.id in kept}
        return ways.routes

    def _labeled(self, ask: Ask, alternative: Alternative) -> Iterable[str]:
        for name in self._require(ask, alternative):
            self._labels.setdefault(name, ask.statement.label)
            yield name

    def _require(self, ask: Ask, alternative: Alternative) -> Iterable[str]:
        rule = self._asked_above(ask) or self._requirement(ask, self._place(ask, alternative))
        self._specialties.setdefault(rule.id, ask.statement.specialty)
        yield rule.id
        if isinstance(ask.clause, ExperienceClause):
            yield from self._besides_service(ask.clause, ask, rule)
        if isinstance(ask.clause, EducationClause) and asks_units_besides(ask.clause):
            yield self._units(ask).id

    def _asked_above(self, ask: Ask) -> Requirement | None:
        """Return the one requirement that "the requirement for" these words points back to, or none."""
        if not isinstance(ask.clause, ConditionClause) or ask.clause.code != ASKED_ABOVE:
            return None
        words = _words_of(ask.clause.text.partition(" for ")[2]) - _SAID_OF_ALL
        meant = [rule for rule in self.experience if words and words <= _words_of(rule.what)]
        return meant[0] if len(meant) == 1 else None

    def _besides_service(self, clause: ExperienceClause, ask: Ask, rule: Requirement) -> Iterable[str]:
        for part in clause.parts:
            made = self._part(part, ask, rule)
            self._specialties.setdefault(made.id, ask.statement.specialty)
            yield made.id
        yield from self._parts_referred_to(ask, rule)
        if (clause.after_other or clause.after_study) and isinstance(rule, Experience) and rule.after is None:
            yield self._once((id(clause), "order"), "order", lambda name: make_order(ask, name, self._setting)).id

    def _parts_referred_to(self, ask: Ask, rule: Requirement) -> Iterable[str]:
        """Yield the parts of the service that "as described in 1 above" points to: they are asked here as well."""
        found = _REFERS.search(ask.words)
        if found is None or not isinstance(rule, Experience):
            return
        for part in self.experience:
            if part.within is None or part.within == rule.id or part.months > rule.months:
                continue
            if self._labels.get(part.within, "").casefold() == found["label"].casefold():
                make = partial(_named, replace(part, within=rule.id))
                yield self._once((part.id, rule.id), "special", make).id

    def _units(self, ask: Ask) -> Requirement:
        return self._once((id(ask.clause), "units"), "units", lambda name: make_units(ask, name, self._setting))

    def _requirement(self, ask: Ask, place: Place) -> Requirement:
        what: Hashable = id(ask.clause) if ask.clause is not None else (id(ask.statement), ask.span)
        key = (what, place.within, place.additional_to, place.after)
        return self._once(key, place.id, lambda name: make_requirement(ask, place._replace(id=name), self._setting))

    def _part(self, part: ExperiencePart, ask: Ask, rule: Requirement) -> Requirement:
        """Return the requirement of a part; the same lead duty asked beside two requirements is one.

        A class in a part of the service in a class is an assignment there: nobody holds two.
        """
        judged = self._draft.parts_are_conditions and (not part.classes or _is_in_a_class(ask.clause))
        held_in = rule.id if isinstance(rule, Experience) and not judged else None
        key: Hashable = ("lead", part.quantity.months) if part.lead and held_in else (id(part), rule.id)
        wanted = "special" if held_in else "part"
        return self._once(key, wanted, lambda name: make_part(part, ask, Place(name, within=held_in), self._setting))

    def _once(self, key: Hashable, wanted: str, make: Callable[[str], Requirement]) -> Requirement:
        if key not in self._made:
            self._made[key] = make(self._names.give(wanted))
        return self._made[key]

    def _place(self, ask: Ask, alternative: Alternative) -> Place:
        clause, place = ask.clause, Place(name_requirement(ask))
        if not isinstance(clause, ExperienceClause):
            return place
        if clause.after_study or clause.after_other:
            place = place._replace(after=self._comes_after(clause, alternative))
        general = next((one for one in alternative if _is_general(one)), None)
        if general is None or not is_special(clause, ask.statement):
            return place
        name = self._requirement(general, self._place(general, alternative)).id
        within = clause.of_general or self._draft.special_is is SpecialIs.WITHIN
        return place._replace(within=name) if within else place._replace(additional_to=name)

    def _comes_after(self, clause: ExperienceClause, alternative: Alternative) -> str | None:
        """Return the one degree, or the one license, that this alternative asks; none where it asks none or several."""
        kind = EducationClause if clause.after_study else CredentialClause
        asked = [one for one in alternative if isinstance(one.clause, kind)]
        degrees = [one for one in asked if not isinstance(one.clause, EducationClause) or one.clause.degree]
        return self._requirement(degrees[0], Place(name_requirement(degrees[0]))).id if len(degrees) == 1 else None


def _named(part: Experience, name: str) -> Experience:
    return replace(part, id=name)


def _stands_under(label: str, items: tuple[str, ...]) -> bool:
    """Return whether a label is one of these numbers, or a part of one: "2a" of 2."""
    return any(
        _LABEL.fullmatch(label.casefold().removeprefix(item)) for item in items if label.casefold().startswith(item)
    )


def _words_of(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))


def _is_in_a_class(clause: Leaf | None) -> bool:
    """Return whether a clause asks service in a class by name."""
    named = clause.classes if isinstance(clause, ExperienceClause) else ()
    return any(mention.manner is Manner.NAMED for mention in named)


def _are_of(specialty: str, names: set[str]) -> bool:
    """Return whether something is asked of some of the specialties named, and of no other."""
    asked_of = _names_in(specialty)
    return bool(asked_of) and asked_of <= names


def _names_in(specialty: str) -> set[str]:
    return {name for part in specialty.split(",") if (name := part.strip())}


def _is_general(ask: Ask) -> bool:
    clause = ask.clause
    return (
        isinstance(clause, ExperienceClause)
        and clause.quantity.months is not None
        and clause.standing is not Standing.INTERNAL
        and ask.statement.role is not Role.INTERNAL
        and not is_special(clause, ask.statement)
    )
