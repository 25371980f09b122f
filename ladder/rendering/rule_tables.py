"""The rules of a class as a table for the page's script, which works out nothing that depends on no person.

What each route asks stands in a list of needs. A need tells its record by its place among the class's requirements and,
behind them, substitutions; the record itself only where the catalog holds none. Classes are told by their places in the
catalog. What the record says already is left out. ``pages/my_path/rules.js`` reads the table, and has its types.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ladder.eligibility.cases import Case
from ladder.eligibility.clocks import Amount
from ladder.eligibility.filing_months import needs_together
from ladder.eligibility.need_asked import asked_of, rounded
from ladder.eligibility.needs import AnyNeed, CappedService, Need, OtherNeed, ServiceRule, TraineeNeed
from ladder.eligibility.rules import ClassRules, RouteRules, whole_substitutions
from ladder.qualifications import (
    Education,
    Experience,
    NamedClass,
    Qualifications,
    Requirement,
    ServiceSubstitution,
    Substitution,
)
from ladder.records import json_tree_of
from ladder.requirement_references import requirement_referred_to
from ladder.service_credit import rated_for

Table = dict[str, Any]
ClassPlaces = Mapping[str, int]
"""The place of each class in the catalog."""

Rule = Requirement | Substitution


def rule_table(case: Case, class_id: str, places: ClassPlaces) -> Table | None:
    """Return the table of a class, whoever the case is of; None where its requirements are not in the data."""
    candidacy, spec = case.candidacy(class_id), case.catalog.classes[class_id]
    if candidacy is None or spec.qualifications is None:
        return None
    return _TableMaker(candidacy.rules, spec.qualifications, places).table(files_early=spec.early_filing is not None)


class _TableMaker:
    """Makes the table of one class: each need once, behind those that it holds or is the sum of."""

    def __init__(self, rules: ClassRules, asked: Qualifications, classes: ClassPlaces) -> None:
        self.rules, self.asked, self.classes = rules, asked, classes
        self.records = {id(one): place for place, one in enumerate((*asked.requirements, *asked.substitutions))}
        self.named = dict(whole_substitutions(asked)) | {one.id: one for one in asked.requirements}
        self.needs: list[Table] = []
        self.places: dict[object, int] = {}

    def table(self, *, files_early: bool) -> Table:
        """Return what the routes ask, and the peers of classes named by their level where there are any."""
        routes = [self._route(route, files_early=files_early) for route in self.rules.routes]
        peers = [[self._class(peer), self._classes(levels)] for peer, levels in self.rules.peers.items()]
        return {"needs": self.needs, "routes": routes} | ({"peers": peers} if peers else {})

    def _route(self, route: RouteRules, *, files_early: bool) -> Table:
        told: Table = {"id": route.id, "needs": list(map(self._place, route.needs))}
        if route.may_lack is not None:
            told["mayLack"] = route.may_lack
        groups = [list(map(self._place, group)) for group in needs_together(route)] if files_early else []
        return told | ({"groups": groups} if any(len(group) > 1 for group in groups) else {})

    def _class(self, class_id: str) -> int | str:
        """Return the place of a class; the id of one that is nowhere."""
        return self.classes.get(class_id, class_id)

    def _classes(self, classes: Iterable[str]) -> list[int | str]:
        return list(map(self._class, sorted(classes)))

    # ------------------------------------------------------------------ needs

    def _place(self, need: AnyNeed) -> int:
        """Return the place of a need in the list, which it is put into the first time."""
        key = self._key_of(need)
        if key not in self.places:
            told = self._told(need)
            self.places[key] = len(self.needs)
            self.needs.append(told)
        return self.places[key]

    def _key_of(self, need: AnyNeed) -> object:
        """Return what tells a need from others: routes make sums of the same parts each for itself."""
        return tuple(map(id, need.parts)) if isinstance(need, Need) and need.joint else id(need)

    def _told(self, need: AnyNeed) -> Table:
        if isinstance(need, TraineeNeed):
            record = {"id": requirement_referred_to(need.reference), "source": json_tree_of(need.source)}
            return {"kind": "trainee", "rule": record, "feeder": self._class(need.feeder_class)}
        if isinstance(need, OtherNeed):
            return {"kind": "other", "rule": self._record(need.requirement)}
        return {"kind": "service"} | dict(self._sum(need) if need.joint else self._asked(need))

    def _record(self, rule: Rule) -> int | Table:
        """Return the place of a record; all of it where the catalog does not hold it."""
        place = self.records.get(id(rule))
        return json_tree_of(rule) if place is None else place

    def _asked(self, need: Need) -> Iterator[tuple[str, object]]:
        """Yield what one requirement or substitution asks, where its record does not say it."""
        rule = self._rule_of(need)
        yield "rule", self._record(rule)
        if need.what != rule.what:
            yield "what", need.what
        yield from self._months(need, None if isinstance(rule, Education) else rule.months)
        if need.rate != 1:
            yield "rate", _amount(need.rate)
        yield from self._standing_in(need, need.capped, rated_for(self.asked, requirement_referred_to(need.reference)))
        yield from self._whole_service(need.service, rule).items()

    def _rule_of(self, need: Need) -> Experience | Education | ServiceSubstitution:
        """Return the record that a need was made of; one made up for training, of which the trainee class says all."""
        name = requirement_referred_to(need.reference)
        rule = self.named.get(name)
        if isinstance(rule, Experience | Education | ServiceSubstitution) and rule.source is need.source:
            return rule
        named = tuple(need.service.named.values())
        return Experience(id=name, months=int(need.asked_months), what=need.what, classes=named, source=need.source)

    def _sum(self, need: Need) -> Iterator[tuple[str, object]]:
        """Yield what requirements that are additional to one another ask together."""
        yield "parts", list(map(self._place, need.parts))
        yield from self._months(need, None)
        names = (requirement_referred_to(part.reference) for part in need.parts)
        yield from self._standing_in(need, need.capped, [one for name in names for one in rated_for(self.asked, name)])
        yield from self._service(need.service, ())

    def _months(self, need: Need, printed: int | None) -> Iterator[tuple[str, object]]:
        """Yield the months of a need where they are not those printed, and as rounded where that is less."""
        if need.asked_months != printed:
            yield "months", _amount(need.asked_months)
        asked = asked_of(need, self.rules.conventions)
        if asked != need.asked_months:
            yield "asked", _amount(asked)

    def _standing_in(
        self, need: Need, capped: Iterable[CappedService], subs: Iterable[ServiceSubstitution]
    ) -> Iterator[tuple[str, object]]:
        """Yield what stands for months of a need: service, study and degrees."""
        if need.capped:
            yield "capped", [self._capped(one, sub) for one, sub in zip(capped, subs, strict=True)]
        for name, records in (("studies", need.studies), ("degrees", need.degrees)):
            if records:
                yield name, list(map(self._record, records))

    def _capped(self, one: CappedService, sub: ServiceSubstitution) -> Table:
        told: Table = {"rule": self._record(sub)}
        if one.rate != 1:
            told["rate"] = _amount(one.rate)
        if one.at_most_months != sub.at_most_months and one.at_most_months is not None:
            told["most"] = _amount(one.at_most_months)
        return told | self._whole_service(one.service, sub)

    # ------------------------------------------------------------------ service

    def _service(self, service: ServiceRule, named: Iterable[NamedClass]) -> Iterator[tuple[str, object]]:
        """Yield which service counts, beyond that in the classes that the record names, without condition."""
        plain = {one.class_id for one in named}.union(*(one.sure for one in service.contained))
        if service.sure != plain:
            yield "sure", self._classes(service.sure)
        for name, classes in (("unsure", service.unsure), ("series", service.lead_series)):
            if classes:
                yield name, self._classes(classes)
        if service.rulings:
            told = ((self._class(one), shows and shows.code) for one, shows in service.rulings.items())
            yield "rulings", list(map(list, told))
        yield from self._terms(service)

    def _terms(self, service: ServiceRule) -> Iterator[tuple[str, object]]:
        """Yield how declared service counts, lead duty that is asked, and from when on service counts."""
        if service.declared_is_equivalent:
            yield "equivalent", True
        if service.lead_months is not None:
            yield "lead", _amount(rounded(service.lead_months, self.rules.conventions))
        if not service.limits.is_none:
            yield "limits", [list(map(self._record, service.limits.after)), service.limits.last_months]

    def _contained(self, service: ServiceRule) -> Iterator[tuple[str, object]]:
        """Yield which service counts for a requirement because it does for those within it."""
        inner = [(self.named[requirement_referred_to(one.reference)], one) for one in service.contained]
        if inner:
            told = [{"rule": self._record(rule)} | self._whole_service(one, rule) for rule, one in inner]
            yield "contained", told

    def _whole_service(self, service: ServiceRule, rule: Rule) -> Table:
        return dict(self._service(service, _classes_named(rule))) | dict(self._contained(service))


def _classes_named(rule: Rule) -> tuple[NamedClass, ...]:
    if isinstance(rule, ServiceSubstitution):
        return (rule.named,) if rule.named else ()
    return rule.classes if isinstance(rule, Experience) else ()


def _amount(months: Amount) -> int | list[int]:
    """Return a whole number as it is, a fraction by its parts."""
    return months if isinstance(months, int) else [months.numerator, months.denominator]
