"""All that is known of one class, in plain words: pay, routes, substitutions, steps, each with its source."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ladder.catalog.catalog import Catalog
from ladder.catalog.steps import Step
from ladder.eligibility.conditions import own_conditions
from ladder.qualifications import Certainty, Education, Experience, Requirement
from ladder.rendering.views.citations import CitedPassage, SourceList
from ladder.rendering.views.qualification_words import (
    RequirementRecord,
    requirement_records,
    substitution_words,
)
from ladder.rendering.views.requirements import early_filing_in_words, requirement_name, route_in_words
from ladder.rendering.views.segments import Cited, Part, cite, class_part
from ladder.rendering.views.steps import condition_words
from ladder.rendering.views.words import (
    ASKED_BY,
    CERTAINTIES,
    DEGREES,
    count_months,
    months_asked,
    name_class,
    spell_date,
    spell_pay,
)
from ladder.sources import Source
from ladder.specification import ClassSpecification, Completeness

_RECORD = {
    Completeness.WHOLE: "Its whole specification is in the data.",
    Completeness.PARTIAL: "Its specification was seen only in part; a clause not seen may change what is said here.",
    Completeness.NAMED_ONLY: "It is only named by others: what it asks is not in the data.",
}


@dataclass(frozen=True, slots=True)
class RecordFact:
    """One fact of a class: what it is about, and its words."""

    label: str
    words: Cited


@dataclass(frozen=True, slots=True)
class RouteRecord:
    """One way to meet the minimum qualifications: what it is called, and the requirements it asks."""

    route: str
    name: str
    asks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClassRecordView:
    """All that is known of one class.

    Words come in parts, so that a page can link the classes they name; each holds the
    number of its source in ``sources``. ``notes_of_jurisdiction`` stand with every answer.
    """

    class_id: str
    title: str
    name: str
    jurisdiction: str
    completeness: Cited
    facts: tuple[RecordFact, ...]
    routes: tuple[RouteRecord, ...]
    requirements: tuple[RequirementRecord, ...]
    substitutions: tuple[Cited, ...]
    conditions: tuple[RecordFact, ...]
    steps_into: tuple[Cited, ...]
    steps_from: tuple[Cited, ...]
    rulings: tuple[Cited, ...]
    notes: tuple[str, ...]
    notes_of_jurisdiction: tuple[str, ...]
    sources: tuple[CitedPassage, ...]


def class_record(catalog: Catalog, class_id: str, sources: SourceList | None = None) -> ClassRecordView:
    """Return all that is known of the class, each fact with the number of its source.

    ``sources`` numbers on where the page has cited other passages before; without it
    the numbers begin at 1.
    """
    sources = sources or SourceList()
    spec = catalog.classes[class_id]
    rules = spec.qualifications
    return ClassRecordView(
        class_id=class_id,
        title=spec.title,
        name=name_class(catalog, class_id),
        jurisdiction=catalog.jurisdiction_of(class_id).name,
        completeness=cite(sources, spec.source, _RECORD[spec.completeness]),
        facts=tuple(_facts(catalog, spec, sources)),
        routes=_routes(catalog, spec),
        requirements=requirement_records(catalog, class_id, rules, sources) if rules else (),
        substitutions=tuple(
            cite(sources, one.source, *substitution_words(catalog, one))
            for one in (rules.substitutions if rules else ())
        ),
        conditions=tuple(
            RecordFact(one.code, cite(sources, one.source or spec.source, one.text))
            for one in own_conditions(catalog, class_id)
        ),
        steps_into=tuple(_step(catalog, one, sources, other=one.feeder_class) for one in catalog.steps_into(class_id)),
        steps_from=tuple(_step(catalog, one, sources, other=one.target_class) for one in catalog.steps_from(class_id)),
        rulings=tuple(_rulings(catalog, class_id)),
        notes=spec.notes,
        notes_of_jurisdiction=jurisdiction_notes(catalog, class_id),
        sources=sources.listed(),
    )


def jurisdiction_notes(catalog: Catalog, class_id: str) -> tuple[str, ...]:
    """Return what every answer about a class of this jurisdiction says besides."""
    notes = catalog.jurisdiction_of(class_id).notes
    return tuple(
        f"{note.text} ({spell_date(note.date)})" if note.date and note.date not in note.text else note.text
        for note in notes
    )


# ------------------------------------------------------------------ identity, pay, dates


def _facts(catalog: Catalog, spec: ClassSpecification, sources: SourceList) -> Iterator[RecordFact]:
    yield RecordFact("Class id", cite(sources, None, spec.class_id))
    for label, words, source in _identity(spec):
        yield RecordFact(label, cite(sources, source, words))
    if early := spec.early_filing:
        yield RecordFact("Early filing", cite(sources, early.source, early_filing_in_words(catalog, early)))
    for one in spec.superiors:
        yield RecordFact("Works under", cite(sources, one.source, class_part(catalog, one.class_id)))
    for other, source in catalog.classes_under.get(spec.class_id, ()):
        yield RecordFact("Works over", cite(sources, source, class_part(catalog, other)))
    for label, words, source in _other_names(catalog, spec):
        yield RecordFact(label, cite(sources, source, words))


Told = tuple[str, str, Source]


def _identity(spec: ClassSpecification) -> Iterator[Told]:
    told = {
        "Class code": spec.code or "none printed",
        "Class series": f"{spec.series.name}, rank {spec.series.rank}" if spec.series else None,
    }
    yield from ((label, text, spec.source) for label, text in told.items() if text)
    if spec.pay:
        yield "Pay", spell_pay(spec.pay), spec.pay.source
    more = {
        "Bargaining unit": spec.bargaining_unit,
        "Occupational group": spec.occupational_group,
        "Designation": spec.designation,
    }
    yield from ((label, text, spec.source) for label, text in more.items() if text)
    yield from _dates(spec)


def _dates(spec: ClassSpecification) -> Iterator[Told]:
    dates = spec.dates
    told = {
        "Revised": dates.revised,
        "In effect from": dates.effective,
        "Established": dates.established,
        "Replaces that of": dates.replaces,
    }
    yield from ((label, spell_date(date), dates.source or spec.source) for label, date in told.items() if date)


def _other_names(catalog: Catalog, spec: ClassSpecification) -> Iterator[Told]:
    for alias in spec.aliases:
        named = ", ".join(filter(None, (alias.code, alias.title)))
        yield "Also known as" if named else "Besides", f"{named}: {alias.note}" if named else alias.note, alias.source
        if alias.pay:
            yield (
                f"Pay of {alias.code or alias.title}" if named else "Other pay",
                spell_pay(alias.pay),
                alias.pay.source,
            )
    for other in catalog.jurisdiction_of(spec.class_id).title_aliases:
        if other.class_id == spec.class_id:
            yield "Also printed as", other.title, other.source


# ------------------------------------------------------------------ routes, steps, rulings


def _routes(catalog: Catalog, spec: ClassSpecification) -> tuple[RouteRecord, ...]:
    rules = spec.qualifications
    asked = {rule.id: rule for rule in (rules.requirements if rules else ())}
    return tuple(
        RouteRecord(
            route.id,
            route_in_words(catalog, route.id),
            tuple(requirement_in_brief(catalog, asked[name]) for name in route.requires),
        )
        for route in (rules.routes if rules else ())
    )


def requirement_in_brief(catalog: Catalog, rule: Requirement) -> str:
    """Return a requirement in few words: ``special experience (12 months, part of the general experience)``."""
    name = requirement_name(catalog, rule.id).lower()
    if isinstance(rule, Education) and rule.degree:
        return f"{name} ({DEGREES[rule.degree]})"
    if not isinstance(rule, Experience):
        return name
    part = ", part of the " + requirement_name(catalog, rule.within).lower() if rule.within else ""
    return f"{name} ({count_months(rule.months)}{part})"


def _step(catalog: Catalog, step: Step, sources: SourceList, *, other: str) -> Cited:
    """Return one step in words: the class at its other end, what it asks, and what it hangs on."""
    more = [
        _asked_by(catalog, step),
        "a promotion in its series" if step.promotion else "",
        CERTAINTIES[step.certainty],
        "the record was seen only in part" if step.partial else "",
    ]
    conditions = " ".join(condition_words(catalog, step))
    told = f": {'; '.join(filter(None, more))}."
    return cite(sources, step.source, class_part(catalog, other), told + (f" {conditions}" if conditions else ""))


def _asked_by(catalog: Catalog, step: Step) -> str:
    words = ASKED_BY[step.kind]
    if step.certainty is Certainty.INFERRED:
        return ""
    if step.months is None:
        return f"{words.removeprefix('of ')} (length not stated)"
    return f"{months_asked(catalog, step)} {words}"


def _rulings(catalog: Catalog, class_id: str) -> Iterator[Cited]:
    """Yield the recorded rulings on service in this class, and those on what counts toward it."""
    for ruling in catalog.jurisdiction_of(class_id).rulings:
        toward = [one for one in ruling.counts_toward if class_id in (ruling.class_id, one.partition("#")[0])]
        if not toward:
            continue
        shows = f" {ruling.shows.text}" if ruling.shows else ""
        date = f", {spell_date(ruling.date)}" if ruling.date else ""
        parts: list[Part | str] = ["Service as ", class_part(catalog, ruling.class_id), " counts toward "]
        parts += _toward(catalog, toward)
        parts.append(f". {ruling.reason}{shows} Ruled by: {ruling.by}{date}.")
        yield Cited(tuple(one if isinstance(one, Part) else Part(one) for one in parts), 0)


def _toward(catalog: Catalog, references: Iterable[str]) -> Iterator[Part | str]:
    for place, reference in enumerate(references):
        target, _, name = reference.partition("#")
        yield (", " if place else "") + f"the {requirement_name(catalog, name).lower()} of "
        yield class_part(catalog, target)
