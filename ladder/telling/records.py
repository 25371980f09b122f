"""All that is known of one class, told once: every door paints these parts and adds no rule of its own."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ladder.catalog.catalog import Catalog
from ladder.catalog.jurisdictions import Ruling
from ladder.eligibility.conditions import own_conditions
from ladder.qualifications import Requirement, Route
from ladder.requirement_references import class_referred_to, requirement_referred_to
from ladder.sources import Source
from ladder.specification import Alias, ClassSpecification, EarlyFiling
from ladder.telling.class_names import class_part, name_class
from ladder.telling.conditions import condition_words
from ladder.telling.messages import all_of, say, sentences, tell
from ladder.telling.notes import jurisdiction_notes
from ladder.telling.parts import Field, Item, Part, Section, Told, Words, capital, join_parts
from ladder.telling.pay_words import spell_pay
from ladder.telling.requirements import asked_of_route, requirement_item
from ladder.telling.routes import called, route_in_words, routes_in_words
from ladder.telling.steps import step_item
from ladder.telling.substitutions import substitution_item
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
    rules = spec.qualifications
    return ClassRecord(
        class_id=class_id,
        title=spec.title,
        name=name_class(catalog, class_id),
        jurisdiction=catalog.jurisdiction_of(class_id).name,
        source=spec.source,
        facts=_section("facts", _facts(catalog, spec)),
        routes=_routes(catalog, spec),
        requirements=_section(
            "requirements", (requirement_item(catalog, class_id, one) for one in (rules.requirements if rules else ()))
        ),
        substitutions=_section(
            "substitutions", (substitution_item(catalog, one) for one in (rules.substitutions if rules else ()))
        ),
        conditions=_section("conditions", _conditions(catalog, spec)),
        steps_into=_steps("into", (step_item(catalog, one, other=one.feeder_class) for one in into)),
        steps_from=_steps("from", (step_item(catalog, one, other=one.target_class) for one in onward)),
        rulings=_section("rulings", _rulings(catalog, class_id)),
        notes=_section("notes", (Item(Told((Part(note),))) for note in spec.notes)),
        notes_of_jurisdiction=jurisdiction_notes(catalog.jurisdiction_of(class_id)),
    )


def _section(name: str, items: Iterable[Item], lead: str = "") -> Section:
    return Section(name, say(f"heading.{name}"), lead, tuple(items))


def _steps(way: str, items: Iterable[Item]) -> Section:
    found = tuple(items)
    return _section(f"steps_{way}", found, "" if found else say(f"lead.no_step_{way}"))


# ------------------------------------------------------------------ identity, pay, dates


def _facts(catalog: Catalog, spec: ClassSpecification) -> Iterator[Item]:
    yield _fact("record", spec.source, say(f"record.{spec.completeness.value}"))
    yield from _identity(spec)
    if spec.pay:
        yield _fact("pay", spec.pay.source, spell_pay(spec.pay))
    yield from _groups(spec)
    yield from _dates(spec)
    if early := spec.early_filing:
        yield _fact("early_filing", early.source, early_filing_words(catalog, early))
    for one in spec.superiors:
        yield _fact("superior", one.source, class_part(catalog, one.class_id))
    for other, source in catalog.classes_under.get(spec.class_id, ()):
        yield _fact("under", source, class_part(catalog, other))
    for alias in spec.aliases:
        yield from _alias(alias)
    for other_title in catalog.jurisdiction_of(spec.class_id).title_aliases:
        if other_title.class_id == spec.class_id:
            yield _fact("also_printed", other_title.source, other_title.title)


def _fact(label: str, source: Source, told: Field) -> Item:
    return Item(Told(join_parts(told), (source,)), say(f"label.{label}"))


def _identity(spec: ClassSpecification) -> Iterator[Item]:
    yield _fact("id", spec.source, spec.class_id)
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
    }
    source = dates.source or spec.source
    yield from (_fact(label, source, spell_date(date)) for label, date in told.items() if date)


def early_filing_words(catalog: Catalog, early: EarlyFiling) -> str:
    """Return who may file for the examination early, by which routes, and what appointment waits for."""
    by = say("fact.early_filing_by", routes=routes_in_words(catalog, early.routes)) if early.routes else ""
    return say("fact.early_filing", lacking=spell_months(early.lacking_months), by=by)


def _alias(alias: Alias) -> Iterator[Item]:
    name = ", ".join(filter(None, (alias.code, alias.title)))
    told = say("fact.alias", name=name, note=alias.note) if name else alias.note
    yield _fact("alias" if name else "besides", alias.source, told)
    if alias.pay:
        short = alias.code or alias.title
        label = say("label.pay_of", name=short) if short else say("label.other_pay")
        yield Item(Told(join_parts(spell_pay(alias.pay)), (alias.pay.source,)), label)


# ------------------------------------------------------------------ routes, conditions, rulings


def _routes(catalog: Catalog, spec: ClassSpecification) -> Section:
    rules = spec.qualifications
    if rules is None:
        return _section("routes", ())
    asked = {rule.id: rule for rule in rules.requirements}
    items = [_route(catalog, route, [asked[name] for name in route.requires]) for route in rules.routes]
    return _section("routes", items, say("lead.any_route" if len(items) > 1 else "lead.one_route"))


def _route(catalog: Catalog, route: Route, rules: Sequence[Requirement]) -> Item:
    told = tell("route.asks", route=route_in_words(catalog, route.id), asked=asked_of_route(catalog, rules))
    return Item(Told(capital(told), tuple(dict.fromkeys(rule.source for rule in rules))))


def _conditions(catalog: Catalog, spec: ClassSpecification) -> Iterator[Item]:
    for one in own_conditions(catalog, spec.class_id):
        yield Item(Told(condition_words(one), (one.source or spec.source,)))


def _rulings(catalog: Catalog, class_id: str) -> Iterator[Item]:
    """Yield the recorded rulings on service in this class, and those on what counts toward it."""
    for ruling in catalog.jurisdiction_of(class_id).rulings:
        toward = [one for one in ruling.counts_toward if class_id in (ruling.class_id, class_referred_to(one))]
        if toward:
            yield Item(Told(_ruling(catalog, ruling, toward)))


def _ruling(catalog: Catalog, ruling: Ruling, toward: Iterable[str]) -> Words:
    counts = tell(
        "ruling.counts",
        title=class_part(catalog, ruling.class_id),
        requirements=all_of([_toward(catalog, one) for one in toward]),
        reason=ruling.reason,
    )
    by = tell("ruling.by", who=ruling.by)
    if ruling.date:
        by = tell("ruling.by_on", who=ruling.by, date=spell_date(ruling.date))
    return sentences(counts, ruling.shows.text if ruling.shows else "", by)


def _toward(catalog: Catalog, reference: str) -> Words:
    target, name = class_referred_to(reference), requirement_referred_to(reference)
    return tell("ruling.toward", requirement=called(catalog, name), title=class_part(catalog, target))
