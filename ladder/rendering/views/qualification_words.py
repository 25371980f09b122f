"""Requirements and substitutions in plain words, with the classes they name and their sources."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ladder.catalog.catalog import Catalog
from ladder.qualifications import (
    Certainty,
    Credential,
    DegreeLevel,
    Education,
    Experience,
    Judgement,
    NamedClass,
    Programme,
    Qualifications,
    Requirement,
    ServiceSubstitution,
    Standing,
    Substitution,
)
from ladder.rendering.views.citations import SourceList
from ladder.rendering.views.requirements import meaning, requirement_name
from ladder.rendering.views.segments import Cited, Part, cite, class_part
from ladder.rendering.views.words import DEGREES, count_months
from ladder.service_time import MONTHS_A_YEAR, spell_months

STANDINGS = {
    Standing.INTERNAL: "people whom the agency employs now",
    Standing.STATE_EMPLOYEE: "state employees",
    Standing.PERMANENT: "people with permanent status",
}


@dataclass(frozen=True, slots=True)
class RequirementRecord:
    """One requirement of a class: what it is called, how much it asks, and what it means.

    ``reference`` is what a profile and a citation call it, ``us-nd/0444#special``.
    """

    reference: str
    name: str
    asked: str
    words: Cited


def requirement_records(
    catalog: Catalog, class_id: str, rules: Qualifications, sources: SourceList
) -> tuple[RequirementRecord, ...]:
    """Return every requirement of the class, in the order printed."""
    return tuple(
        RequirementRecord(
            reference=f"{class_id}#{rule.id}",
            name=requirement_name(catalog, rule.id),
            asked=_asked(catalog, rule),
            words=cite(sources, rule.source, *requirement_parts(catalog, rule)),
        )
        for rule in rules.requirements
    )


def months_in_full(months: int) -> str:
    """Return months as the documents count them, with the years they come to.

    >>> months_in_full(84), months_in_full(6)
    ('84 months (7 years)', '6 months')
    """
    return count_months(months) + (f" ({spell_months(months)})" if months >= MONTHS_A_YEAR else "")


def _asked(catalog: Catalog, rule: Requirement) -> str:
    if isinstance(rule, Experience):
        parts = [months_in_full(rule.months)]
        parts += [f"part of the {_called(catalog, rule.within)}"] if rule.within else []
        parts += [f"in addition to the {_called(catalog, rule.additional_to)}"] if rule.additional_to else []
        return ", ".join(parts)
    if isinstance(rule, Education) and rule.semester_hours:
        return f"{rule.semester_hours} semester hours"
    return ""


def _called(catalog: Catalog, requirement: str) -> str:
    return requirement_name(catalog, requirement).lower()


def requirement_parts(catalog: Catalog, rule: Requirement) -> tuple[Part | str, ...]:
    """Return what a requirement means, with the classes and degree named and whom it is for."""
    return meaning(catalog, rule.what), *_details(catalog, rule)


def _details(catalog: Catalog, rule: Requirement) -> Iterator[Part | str]:
    """Yield what the requirement says besides its meaning: classes named, degree, who it is for."""
    if isinstance(rule, Experience):
        yield from _named_classes(catalog, rule.classes, *_besides_classes(rule))
        yield f" Only for {STANDINGS[rule.standing]}." if rule.standing else ""
        yield " Lead duties count where they are declared, never from the class alone." if rule.lead else ""
    elif isinstance(rule, Education) and rule.degree:
        yield f" Asked: {degree_in_words(rule.degree, rule.fields, or_related=rule.or_closely_related)}."
    elif isinstance(rule, Judgement):
        yield from _named_classes(catalog, rule.classes)
    elif isinstance(rule, Credential):
        yield f" Asked: {rule.name}."
    elif isinstance(rule, Programme):
        yield from (" The programme: ", class_part(catalog, rule.programme), ".")
        yield " It must be an approved one." if rule.approval_required else ""


def _besides_classes(rule: Experience) -> Iterator[str]:
    yield "; or the equivalent, which a person must judge" if rule.or_equivalent else ""
    yield "; or service in the field" if rule.or_in_field else ""


def _named_classes(catalog: Catalog, classes: tuple[NamedClass, ...], *besides: str) -> Iterator[Part | str]:
    if not classes:
        return
    for place, named in enumerate(classes):
        yield ", " if place else " Classes named: "
        yield class_part(catalog, named.class_id)
        yield _how_named(named)
    yield from (*besides, ".")


def _how_named(named: NamedClass) -> str:
    told = [
        "or one at its level; HR decides about others" if named.certainty is Certainty.LEVEL else "",
        f"only for {STANDINGS[named.only_for]}" if named.only_for else "",
        "only as a trainee whose target is this class" if named.target_class_required else "",
    ]
    words = ", ".join(filter(None, told))
    return f" ({words})" if words else ""


def degree_in_words(degree: DegreeLevel, fields: Iterable[str], *, or_related: bool) -> str:
    """Return a degree with the fields named: ``a master's degree in labor relations``."""
    named = ", ".join(fields)
    words = DEGREES[degree] + (f" in {named}" if named else "")
    return words + (" or a closely related field, which a person must judge" if or_related else "")


def substitution_words(catalog: Catalog, rule: Substitution) -> tuple[Part | str, ...]:
    """Return what stands for which requirement, at what rate and up to what."""
    stands_for = _called(catalog, rule.stands_for)
    if rule.kind == "study":
        related = " It must be related to the work." if rule.related_field else ""
        block = f"{rule.semester_hours} semester hours of study stand for {count_months(rule.months)} of {stands_for}"
        return (f"{block}, at most for {months_in_full(rule.at_most_months)}.{related}",)
    if rule.kind == "degree":
        degree = degree_in_words(rule.degree, rule.fields, or_related=rule.or_closely_related)
        return (f"{degree[0].upper()}{degree[1:]} stands for {months_in_full(rule.months)} of {stands_for}.",)
    if rule.kind == "programme":
        approved = ", approved," if rule.approval_required else ""
        told = f"{approved} stands for all of the {stands_for}."
        return "Completing ", class_part(catalog, rule.programme), told
    return _service(catalog, rule, stands_for)


def _service(catalog: Catalog, rule: ServiceSubstitution, stands_for: str) -> tuple[Part | str, ...]:
    who: Part | str = class_part(catalog, rule.named.class_id) if rule.named else f"{rule.what}"
    how = _how_named(rule.named) if rule.named else ""
    joined = "as " if rule.named else "of this kind: "
    only = f" Only for {STANDINGS[rule.standing]}." if rule.standing else ""
    if rule.is_whole:
        return f"{months_in_full(rule.months)} {joined}", who, f"{how} stand for all of the {stands_for}.{only}"
    most = "" if rule.at_most_months is None else f", at most for {months_in_full(rule.at_most_months)}"
    besides = " Such a month counts for experience besides." if rule.also_counts else ""
    if rule.gives is None:
        return f"Each month {joined}", who, f"{how} stands for a month of {stands_for}{most}.{besides}{only}"
    given = f"{how} stand for {count_months(rule.gives)} of {stands_for}{most}.{besides}{only}"
    return f"{months_in_full(rule.months)} {joined}", who, given
