"""All that is known of one class, told once: every door paints these parts and adds no rule of its own."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ladder.catalog.catalog import Catalog
from ladder.catalog.jurisdictions import Ruling
from ladder.eligibility.answer_conditions import own_conditions
from ladder.qualifications import Requirement, Route
from ladder.requirement_references import class_referred_to, requirement_referred_to
from ladder.sources import Source
from ladder.specification import Alias, ClassSpecification, EarlyFiling
from ladder.telling.class_names import class_part, name_class
from ladder.telling.condition_words import condition_words
from ladder.telling.jurisdiction_notes import jurisdiction_notes
from ladder.telling.messages import all_of, say, sentences, tell
from ladder.telling.parts import Field, Item, Part, Section, Told, Words, capital, join_parts
from ladder.telling.pay_words import spell_pay
from ladder.telling.requirements import ToldRequirements
from ladder.telling.routes import called, route_in_words, routes_in_words
from ladder.telling.same_fields import same_fields_asked
from ladder.telling.step_words import ToldStep
from ladder.telling.substitutions import substitution_words
from ladder.telling.times import spell_date, spell_months


class ClassRecord(NamedTuple):
    """All that is known of one class, section by section, each sentence with its sources.

    ``notes_of_jurisdiction`` stand with every answer about the class.
    """

    class_id: str
    title: str
    name: str
    jurisdiction: str
    source: Source
    facts: Section
    routes: Section
    requirements: Section
    substitutions: Section
    conditions: Section
    steps_into: Section
    steps_from: Section
    rulings: Section
    notes: Section
    notes_of_jurisdiction: tuple[str, ...]

    @property
    def own_sections(self) -> tuple[Section, ...]:
        """What the class's own record says, steps apart, in order; sections that hold nothing are left out."""
        found = (self.facts, self.routes, self.requirements, self.substitutions, self.conditions)
        return tuple(one for one in (*found, self.rulings, self.notes) if one.items)

    @property
    def sections(self) -> tuple[Section, ...]:
        """Every section in the order of a page; one that holds nothing and says nothing of that is left out."""
        asked = (self.facts, self.routes, self.requirements, self.substitutions, self.conditions)
        found = (*asked, self.steps_into, self.steps_from, self.rulings, self.notes)
        return tuple(one for one in found if one.items or one.lead)


def class_record(catalog: Catalog, class_id: str, *, with_peers: bool = False) -> ClassRecord:
    """Return all that is known of the class; with peers, the steps that those draw are told too."""
    spec = catalog.classes[class_id]
    into = catalog.steps_into(class_id, with_peers=with_peers)
    onward = catalog.steps_from(class_id, with_peers=with_peers)
    told = _ToldClass(catalog, spec)
    return ClassRecord(
        class_id=class_id,
        title=spec.title,
        name=name_class(catalog, class_id),
        jurisdiction=catalog.jurisdiction_of(class_id).name,
        source=spec.source,
        facts=_section("facts", told.facts()),
        routes=told.routes(),
        requirements=_section("requirements", told.requirements()),
        substitutions=_section("substitutions", told.substitutions()),
        conditions=_section("conditions", told.conditions()),
        steps_into=_steps("into", (ToldStep(catalog, one).item(other=one.feeder_class) for one in into)),
        steps_from=_steps("from", (ToldStep(catalog, one).item(other=one.target_class) for one in onward)),
        rulings=_section("rulings", told.rulings()),
        notes=_section("notes", (Item(Told((Part(note),))) for note in spec.notes)),
        notes_of_jurisdiction=jurisdiction_notes(catalog.jurisdiction_of(class_id)),
    )


def _section(name: str, items: Iterable[Item], lead: str = "") -> Section:
    return Section(name, say(f"heading.{name}"), lead, tuple(items))


def _steps(way: str, items: Iterable[Item]) -> Section:
    found = tuple(items)
    return _section(f"steps_{way}", found, "" if found else say(f"lead.no_step_{way}"))


class _ToldClass(NamedTuple):
    """One class of a catalog, told section by section."""

    catalog: Catalog
    spec: ClassSpecification

    def facts(self) -> Iterator[Item]:
        """Yield who the class is, what it pays, when its text was printed, and what stands above and under it."""
        spec = self.spec
        yield _fact("record", spec.source, say(f"record.{spec.completeness.value}"))
        yield from _identity(spec)
        if spec.pay:
            yield _fact("pay", spec.pay.source, spell_pay(spec.pay))
        yield from _groups(spec)
        yield from _dates(spec)
        if early := spec.early_filing:
            yield _fact("early_filing", early.source, self._early_filing(early))
        for one in spec.superiors:
            yield _fact("superior", one.source, class_part(self.catalog, one.class_id))
        for other, source in self.catalog.classes_under.get(spec.class_id, ()):
            yield _fact("under", source, class_part(self.catalog, other))
        for alias in spec.aliases:
            yield from _alias(alias)
        for other_title in self.catalog.jurisdiction_of(spec.class_id).title_aliases:
            if other_title.class_id == spec.class_id:
                yield _fact("also_printed", other_title.source, other_title.title)

    def _early_filing(self, early: EarlyFiling) -> str:
        """Return who may file for the examination early, by which routes, and what appointment waits for."""
        by = say("fact.early_filing_by", routes=routes_in_words(self.catalog, early.routes)) if early.routes else ""
        return say("fact.early_filing", lacking=spell_months(early.lacking_months), by=by)

    def routes(self) -> Section:
        """Return each route with what it asks in few words."""
        rules = self.spec.qualifications
        if rules is None:
            return _section("routes", ())
        asked = {rule.id: rule for rule in rules.requirements}
        items = [self._route(route, [asked[name] for name in route.requires]) for route in rules.routes]
        return _section("routes", items, say("lead.any_route" if len(items) > 1 else "lead.one_route"))

    def _route(self, route: Route, rules: Sequence[Requirement]) -> Item:
        told = tell(
            "route.asks",
            route=route_in_words(self.catalog, route.id),
            asked=ToldRequirements(self.catalog).of_route(rules),
        )
        return Item(Told(capital(told), tuple(dict.fromkeys(rule.source for rule in rules))))

    def requirements(self) -> Iterator[Item]:
        """Yield all that each requirement says."""
        telling = ToldRequirements(self.catalog)
        for rule in self.spec.qualifications.requirements if self.spec.qualifications else ():
            yield telling.item(rule)

    def substitutions(self) -> Iterator[Item]:
        """Yield what stands for which requirement, and which fields of study stand for those named."""
        rules = self.spec.qualifications
        if rules is None:
            return
        for rule in rules.substitutions:
            yield Item(Told(substitution_words(self.catalog, rule), (rule.source,)))
        for told in same_fields_asked(self.catalog.jurisdiction_of(self.spec.class_id), rules):
            yield Item(Told((Part(told),)))

    def conditions(self) -> Iterator[Item]:
        """Yield the conditions that every answer about the class shows."""
        for one in own_conditions(self.catalog, self.spec.class_id):
            yield Item(Told(condition_words(one), (one.source or self.spec.source,)))

    def rulings(self) -> Iterator[Item]:
        """Yield the recorded rulings on service in this class, and those on what counts toward it."""
        class_id = self.spec.class_id
        for ruling in self.catalog.jurisdiction_of(class_id).rulings:
            toward = [one for one in ruling.counts_toward if class_id in (ruling.class_id, class_referred_to(one))]
            if toward:
                yield Item(Told(self._ruling(ruling, toward)))

    def _ruling(self, ruling: Ruling, toward: Iterable[str]) -> Words:
        counts = tell(
            "ruling.counts",
            title=class_part(self.catalog, ruling.class_id),
            requirements=all_of([self._toward(one) for one in toward]),
            reason=ruling.reason,
        )
        by = tell("ruling.by", who=ruling.by)
        if ruling.date:
            by = tell("ruling.by_on", who=ruling.by, date=spell_date(ruling.date))
        return sentences(counts, ruling.shows.text if ruling.shows else "", by)

    def _toward(self, reference: str) -> Words:
        target, name = class_referred_to(reference), requirement_referred_to(reference)
        return tell("ruling.toward", requirement=called(self.catalog, name), title=class_part(self.catalog, target))


def _fact(label: str, source: Source, told: Field) -> Item:
    return Item(Told(join_parts(told), (source,)), say(f"label.{label}"))


def _identity(spec: ClassSpecification) -> Iterator[Item]:
    yield _fact("code", spec.source, spec.code or say("fact.no_code"))
    if spec.is_programme:
        yield _fact("kind", spec.source, say("fact.program"))
    if spec.series:
        yield _fact("series", spec.source, say("fact.series", name=spec.series.name, rank=spec.series.rank))


def _groups(spec: ClassSpecification) -> Iterator[Item]:
    told = {
        "bargaining_unit": spec.bargaining_unit,
        "occupational_group": spec.occupational_group,
        "designation": spec.designation,
    }
    yield from (_fact(label, spec.source, text) for label, text in told.items() if text)


def _dates(spec: ClassSpecification) -> Iterator[Item]:
    dates = spec.dates
    told = {
        "revised": dates.revised,
        "effective": dates.effective,
        "established": dates.established,
        "replaces": dates.replaces,
        "replaced": dates.replaced,
    }
    source = dates.source or spec.source
    yield from (_fact(label, source, spell_date(date)) for label, date in told.items() if date)


def _alias(alias: Alias) -> Iterator[Item]:
    name = ", ".join(filter(None, (alias.code, alias.title)))
    told = say("fact.alias", name=name, note=alias.note) if name else alias.note
    yield _fact("alias" if name else "besides", alias.source, told)
    if alias.pay:
        short = alias.code or alias.title
        label = say("label.pay_of", name=short) if short else say("label.other_pay")
        yield Item(Told(join_parts(spell_pay(alias.pay)), (alias.pay.source,)), label)
