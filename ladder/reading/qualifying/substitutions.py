"""Substitution clauses to the substitutions of a record, where a record can hold them.

A clause that no kind of substitution holds exactly is not held at all: it is noted and
listed as unread, and the record is partial.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ladder.qualifications import (
    DegreeSubstitution,
    Education,
    Experience,
    NamedClass,
    ProgrammeSubstitution,
    Requirement,
    ServiceSubstitution,
    StudySubstitution,
    Substitution,
)
from ladder.reading.qualifying.requirements import (
    Setting,
    are_in_a_field,
    class_id_of,
    fields_of_units,
    name_classes,
    names_other_target,
    title_of_programme,
)
from ladder.reading.qualifying.statements import Ask
from ladder.reading.requirement_grammar import tree
from ladder.reading.requirement_grammar.quantities import MONTHS_A_YEAR
from ladder.records import RecordRefusedError, checked
from ladder.sources import Source

_WORD = re.compile(r"[a-z]+")
_SERVICE_SAID = "EXPERIENCE"
"""The code of words that tell of service without an amount: "additional experience"."""
_OF = re.compile(r"\bof\b")
_SAID_OF_ALL = frozenset({"a", "an", "the", "work", "experience", "of", "in"})


class _For(NamedTuple):
    """What a substitution stands for, and where it is printed."""

    rule: Experience
    clause: tree.SubstitutionClause
    setting: Setting
    source: Source


class _RateForStudy(NamedTuple):
    """Months or years of study credited for months served, and the most of it."""

    served: int
    gives_months: int | None
    gives_years: int | None
    at_most_months: int | None


def make_substitutions(ask: Ask, asked: Sequence[Requirement], setting: Setting) -> tuple[Substitution, ...]:
    """Return what a clause allows, one substitution a requirement; none where a record cannot hold it."""
    try:
        return tuple(map(checked, _substitutions(ask, asked, setting)))
    except RecordRefusedError:
        # No units, or more months than any record holds.
        return ()


def _substitutions(ask: Ask, asked: Sequence[Requirement], setting: Setting) -> tuple[Substitution, ...]:
    clause = ask.clause
    assert isinstance(clause, tree.SubstitutionClause)  # noqa: S101 - the caller picks these
    source = ask.cite(setting.revision)
    made: list[Substitution] = []
    if clause.stands_for is tree.StandsFor.EDUCATION:
        return _for_studies(clause, ask, [rule for rule in asked if isinstance(rule, Education)], setting)
    experience = [rule for rule in asked if isinstance(rule, Experience)]
    for rule in _stood_for(clause, experience, setting):
        here = _For(rule, clause, setting, source)
        found = tuple(_by_rate(here, clause.rate) if clause.rate else _by_node(clause.by, here))
        if not found:
            return ()
        made += found
    return tuple(made)


def _for_studies(
    clause: tree.SubstitutionClause, ask: Ask, asked: Sequence[Education], setting: Setting
) -> tuple[ServiceSubstitution, ...]:
    """Return service that stands for each study asked; none where it cannot for one of them."""
    found = [_for_study(clause, ask, rule, setting) for rule in asked]
    return () if None in found else tuple(one for one in found if one is not None)


def _for_study(
    clause: tree.SubstitutionClause, ask: Ask, rule: Education, setting: Setting
) -> ServiceSubstitution | None:
    """Return service that stands for study; none where its amount, its kind or its rate is not plain."""
    by = clause.by
    rate = _rate_for_study(clause)
    if rate is None or not isinstance(by, tree.ExperienceClause | tree.ConditionClause):
        return None
    if isinstance(by, tree.ExperienceClause) and names_other_target(by, setting):
        return None
    classes = name_classes(by.classes, setting) if isinstance(by, tree.ExperienceClause) else ()
    named = classes[0] if len(classes) == 1 else None
    return ServiceSubstitution(
        stands_for=rule.id,
        named=named,
        what=None if named else Ask(by, ask.statement, by.span).words,
        months=rate.served,
        gives_months=rate.gives_months,
        gives_years=rate.gives_years,
        at_most_months=rate.at_most_months,
        source=ask.cite(setting.revision),
    )


def _rate_for_study(clause: tree.SubstitutionClause) -> _RateForStudy | None:
    """Return the rate of service for study: so much for each year, year for year, or so much for so much of it."""
    by, most = clause.by, clause.at_most_months or clause.months
    if isinstance(by, tree.ConditionClause) and by.code == _SERVICE_SAID and clause.by_the_year:
        return _RateForStudy(MONTHS_A_YEAR, None, 1, most)
    if not isinstance(by, tree.ExperienceClause) or _is_more_than_months(by) or by.quantity.months is None:
        return None
    if clause.by_the_year:
        return _RateForStudy(by.quantity.months, None, 1, most)
    return _RateForStudy(by.quantity.months, clause.months, None, most) if clause.months else None


def _stood_for(
    clause: tree.SubstitutionClause, experience: Sequence[Experience], setting: Setting
) -> tuple[Experience, ...]:
    if clause.instead_of:
        return _in_class(class_id_of(clause.instead_of, setting), experience)
    if clause.of_what:
        return _in_words(clause.of_what, experience)
    special = [one for one in experience if _is_special(one)]
    whole = [one for one in experience if not (one.within or one.additional_to or one.standing)]
    kinds = {
        tree.StandsFor.GENERAL: [one for one in whole if not _is_special(one)],
        tree.StandsFor.EXPERIENCE: whole,
        tree.StandsFor.SPECIAL: special,
    }
    return tuple(kinds.get(clause.stands_for, ()))


def share_a_maximum(found: Iterable[Substitution]) -> bool:
    """Return whether service in several classes has one maximum: a record credits each of them up to it."""
    capped = [one.stands_for for one in found if isinstance(one, ServiceSubstitution) and one.at_most_months]
    return len(capped) > len(set(capped))


def _in_words(words: str, experience: Sequence[Experience]) -> tuple[Experience, ...]:
    """Return the one experience whose words hold all of these; none where several do, or none does."""
    asked = set(_WORD.findall(words.casefold())) - _SAID_OF_ALL
    meant = tuple(one for one in experience if asked and asked <= set(_WORD.findall(one.what.casefold())))
    return meant if len(meant) == 1 else ()


def _in_class(replaced: str, experience: Sequence[Experience]) -> tuple[Experience, ...]:
    """Return the experience that names a class, else the only one of a class whose id goes on after it."""
    by_name = tuple(one for one in experience if replaced in {named.class_id for named in one.classes})
    begun = [one for one in experience if any(named.class_id.startswith(f"{replaced}-") for named in one.classes)]
    return by_name or (tuple(begun) if len(begun) == 1 else ())


def _is_special(rule: Experience) -> bool:
    """Return whether it is special experience, also where the general experience beside it was not read."""
    return bool(rule.within or rule.additional_to) or rule.id.startswith("special")


def _by_rate(here: _For, rate: tree.StudyRate) -> Iterable[Substitution]:
    """Yield study by the block; a year of study with units of a field in it is no block of those units."""
    if isinstance(here.clause.by, tree.EducationClause) and not _counts_as_units(here.clause.by, here.clause):
        return
    at_most = here.clause.at_most_months or here.clause.months or here.rule.months
    yield _study(here, rate.semester_hours, rate.months, at_most)


def _study(here: _For, semester_hours: int, months: int, at_most_months: int) -> StudySubstitution:
    return StudySubstitution(
        stands_for=here.rule.id,
        semester_hours=semester_hours,
        months=months,
        at_most_months=min(at_most_months, here.rule.months),
        fields=_fields_of(here.clause),
        related_field=here.clause.related_field,
        source=here.source,
    )


def _fields_of(clause: tree.SubstitutionClause) -> tuple[str, ...]:
    """Return the fields that study must be in to serve; none where any does, or what the text only calls related."""
    study = clause.by
    if not isinstance(study, tree.EducationClause) or clause.related_field or not are_in_a_field(study):
        return ()
    return fields_of_units(study)


def _counts_as_units(education: tree.EducationClause, clause: tree.SubstitutionClause) -> bool:
    """Return whether units are asked for themselves: of any study, or in fields that the words name plainly.

    Study that the text only calls related serves too, with RELATED_FIELD shown (docs/semantics.md, section 3).
    Units within a year of study are no block of their own.
    """
    is_year_with_units = bool(education.semester_hours) and "year of" in education.what.casefold()
    is_free = clause.related_field or not are_in_a_field(education)
    return not is_year_with_units and (is_free or _are_plain(fields_of_units(education)))


def _are_plain(fields: tuple[str, ...]) -> bool:
    """Return whether each field is told by its own words; "the design, or care of, lamps" tells none so."""
    return bool(fields) and not (len(fields) > 1 and any(_OF.search(one) for one in fields))


def _by_node(node: tree.Node | None, here: _For) -> Iterable[Substitution]:
    """Yield what stands for the requirement; alternatives each on their own, all or none of them."""
    if isinstance(node, tree.Any):
        parts = [tuple(_by_node(part, here)) for part in node.parts]
        if all(parts):
            yield from (one for part in parts for one in part)
    elif isinstance(node, tree.EducationClause):
        yield from _by_degree(node, here)
    elif isinstance(node, tree.ExperienceClause):
        yield from _by_service(node, here)
    elif isinstance(node, tree.ProgrammeClause):
        yield from _by_programme(node, here)


def _by_degree(education: tree.EducationClause, here: _For) -> Iterable[Substitution]:
    """Yield the credit of a degree, or of units in whatever field."""
    if education.degree is None:
        yield from _by_units(education, here)
    elif not (education.semester_hours or education.quarter_hours):
        yield DegreeSubstitution(
            stands_for=here.rule.id,
            degree=education.degree,
            fields=education.fields,
            or_closely_related=education.or_closely_related,
            months=here.clause.months or here.clause.at_most_months or here.rule.months,
            source=here.source,
        )


def _by_units(education: tree.EducationClause, here: _For) -> Iterable[Substitution]:
    clause = here.clause
    months = clause.months or clause.at_most_months or here.rule.months
    if education.semester_hours and _counts_as_units(education, clause):
        yield _study(here, education.semester_hours, months, clause.at_most_months or months)


def _by_service(service: tree.ExperienceClause, here: _For) -> Iterable[Substitution]:
    """Yield the credit of service in the classes named: for the whole, or month by month up to a maximum."""
    asked = service.quantity.months
    credit = here.clause.months or here.clause.at_most_months
    if asked is None or _is_more_than_months(service) or (credit is not None and credit != asked):
        return
    if names_other_target(service, here.setting):
        return
    capped = credit if credit is not None and credit < here.rule.months else None
    for named in _named(service, here):
        yield ServiceSubstitution(
            stands_for=here.rule.id,
            named=named,
            months=asked,
            at_most_months=capped,
            standing=here.clause.standing or service.standing,
            source=here.source,
        )


def _named(service: tree.ExperienceClause, here: _For) -> tuple[NamedClass, ...]:
    return name_classes(service.classes, here.setting, target_class=service.target_class)


def _by_programme(programme: tree.ProgrammeClause, here: _For) -> Iterable[Substitution]:
    if here.setting.programmes_are_classes and here.clause.months is None and here.clause.at_most_months is None:
        yield ProgrammeSubstitution(
            stands_for=here.rule.id,
            programme=class_id_of(title_of_programme(programme.name), here.setting),
            approval_required=programme.approved_by is not None,
            source=here.source,
        )


def _is_more_than_months(service: tree.ExperienceClause) -> bool:
    return bool(service.parts or service.or_in_field)
