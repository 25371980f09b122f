"""One class as pages tell it: what its box says, and every fact of its record with its source."""

from collections.abc import Iterable, Iterator

from ladder.catalog.catalog import Catalog
from ladder.eligibility.conditions import own_conditions
from ladder.qualifications import (
    Credential,
    DegreeSubstitution,
    Education,
    Experience,
    Judgement,
    Programme,
    ProgrammeSubstitution,
    Qualifications,
    Requirement,
    ServiceSubstitution,
    StudySubstitution,
    Substitution,
)
from ladder.rendering.views.words import count_months, marks_of, name_class, pay_in_brief, spell_pay
from ladder.sources import Source
from ladder.specification import ClassSpecification


def box_paragraphs(catalog: Catalog, spec: ClassSpecification) -> tuple[str, str, str]:
    """Return what the box of a class says: its title, its marks, and in one line what it pays."""
    return spec.title, ", ".join(marks_of(catalog, spec)), pay_in_brief(spec.pay)


Told = tuple[str, str, Source]


def facts_of(catalog: Catalog, spec: ClassSpecification) -> Iterator[Told]:
    """Yield every fact of the record: what it is about, its words, its source."""
    yield from _identity(spec)
    yield from _pay_and_dates(spec)
    if spec.qualifications:
        yield from _qualifications(catalog, spec.qualifications)
    for condition in own_conditions(catalog, spec.class_id):
        yield f"Condition {condition.code}", condition.text, condition.source or spec.source
    for superior in spec.superiors:
        yield "Works under", name_class(catalog, superior.class_id), superior.source
    for alias in spec.aliases:
        named = ", ".join(filter(None, (alias.code, alias.title)))
        pay = f" ({spell_pay(alias.pay)})" if alias.pay else ""
        yield "Also", f"{named}{pay}: {alias.note}", alias.source
    for note in spec.notes:
        yield "Note", note, spec.source


def _identity(spec: ClassSpecification) -> Iterator[Told]:
    series = f"{spec.series.name}, rank {spec.series.rank}" if spec.series else None
    told = {
        "Class": spec.class_id,
        "Class series": series,
        "Occupational group": spec.occupational_group,
        "Bargaining unit": spec.bargaining_unit,
        "Designation": spec.designation,
    }
    yield from ((label, text, spec.source) for label, text in told.items() if text)


def _pay_and_dates(spec: ClassSpecification) -> Iterator[Told]:
    if spec.pay:
        yield "Pay", spell_pay(spec.pay), spec.pay.source
    dates = spec.dates
    told = {
        "Revised": dates.revised,
        "In effect": dates.effective,
        "Established": dates.established,
        "Replaces that of": dates.replaces,
    }
    yield from ((label, text, dates.source or spec.source) for label, text in told.items() if text)


def _qualifications(catalog: Catalog, rules: Qualifications) -> Iterator[Told]:
    """Yield each route: with its requirement where it has but one, else those apart, each once."""
    by_id = {rule.id: rule for rule in rules.requirements}
    told = _told_with_a_route(rules)
    for route in rules.routes:
        rule = by_id[route.requires[0]]
        asks = _requirement(catalog, rule) if rule.id in told else "asks " + " and ".join(route.requires)
        yield f"Route {route.id}", asks, rule.source
    for rule in rules.requirements:
        if rule.id not in told:
            yield f"Requirement {rule.id}", _requirement(catalog, rule), rule.source
    for substitution in rules.substitutions:
        yield f"In place of {substitution.stands_for}", _substitution(catalog, substitution), substitution.source


def _requirement(catalog: Catalog, rule: Requirement) -> str:
    parts = [rule.what]
    if isinstance(rule, Experience):
        parts.insert(0, count_months(rule.months))
        parts += [f"within {rule.within}"] if rule.within else []
        parts += [f"in addition to {rule.additional_to}"] if rule.additional_to else []
        parts += [f"as {name_class(catalog, named.class_id)}" for named in rule.classes]
    elif isinstance(rule, Education):
        parts += _study(rule.degree, rule.fields)
        parts += [f"{rule.semester_hours} semester hours"] if rule.semester_hours else []
    elif isinstance(rule, Credential):
        parts.append(rule.name)
    elif isinstance(rule, Judgement):
        parts += [f"as {name_class(catalog, named.class_id)}" for named in rule.classes]
    elif isinstance(rule, Programme):
        parts.append(name_class(catalog, rule.programme))
    return "; ".join(parts)


def _study(degree: str | None, fields: Iterable[str]) -> list[str]:
    named = ", ".join(fields)
    return [f"degree: {degree}" + (f" in {named}" if named else "")] if degree else []


def _substitution(catalog: Catalog, rule: Substitution) -> str:
    if isinstance(rule, StudySubstitution):
        block = f"{rule.semester_hours} semester hours of study for {count_months(rule.months)}"
        return f"{block}, at most {count_months(rule.at_most_months)}"
    if isinstance(rule, DegreeSubstitution):
        return "; ".join([*_study(rule.degree, rule.fields), f"for {count_months(rule.months)}"])
    if isinstance(rule, ServiceSubstitution):
        at_most = f", at most {count_months(rule.at_most_months)}" if rule.at_most_months is not None else ""
        given = f" for {count_months(rule.gives)}" if rule.gives else ""
        who = f"as {name_class(catalog, rule.named.class_id)}" if rule.named else f"of {rule.what}"
        return f"{count_months(rule.months)} {who}{given}{at_most}"
    return _programme(catalog, rule)


def _programme(catalog: Catalog, rule: ProgrammeSubstitution) -> str:
    return f"completion of {name_class(catalog, rule.programme)}" + (", approved" if rule.approval_required else "")


def _told_with_a_route(rules: Qualifications) -> set[str]:
    """Return the requirements that are alone in a route, and in none with others."""
    asked = [route.requires for route in rules.routes]
    several = {name for one in asked if len(one) != 1 for name in one}
    return {one[0] for one in asked if len(one) == 1} - several
