"""Substitution clauses to the substitutions of a record, where a record can hold them.

A clause that no kind of substitution holds exactly is not held at all: it is noted and
listed as unread, and the record is partial.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ladder.qualifications import (
    DegreeSubstitution,
    Experience,
    NamedClass,
    ProgrammeSubstitution,
    ServiceSubstitution,
    StudySubstitution,
    Substitution,
)
from ladder.reading.qualifying.requirements import (
    Setting,
    are_in_a_field,
    class_id_of,
    name_classes,
    names_other_target,
    title_of_programme,
)
from ladder.reading.qualifying.statements import Ask
from ladder.reading.requirement_grammar import tree
from ladder.records import RecordRefusedError, checked
from ladder.sources import Source

_WORD = re.compile(r"[a-z]+")
_SAID_OF_ALL = frozenset({"a", "an", "the", "work", "experience", "of", "in"})


class _For(NamedTuple):
    """What a substitution stands for, and where it is printed."""

    rule: Experience
    clause: tree.SubstitutionClause
    setting: Setting
    source: Source


def make_substitutions(ask: Ask, experience: Sequence[Experience], setting: Setting) -> tuple[Substitution, ...]:
    """Return what a clause allows, one substitution a requirement; none where a record cannot hold it."""
    try:
        return tuple(map(checked, _substitutions(ask, experience, setting)))
    except RecordRefusedError:
        # No units, or more months than any record holds.
        return ()


def _substitutions(ask: Ask, experience: Sequence[Experience], setting: Setting) -> tuple[Substitution, ...]:
    clause = ask.clause
    assert isinstance(clause, tree.SubstitutionClause)  # noqa: S101 - the caller picks these
    source = ask.cite(setting.revision)
    made: list[Substitution] = []
    for rule in _stood_for(clause, experience, setting):
        here = _For(rule, clause, setting, source)
        found = tuple(_by_rate(here, clause.rate) if clause.rate else _by_node(clause.by, here))
        if not found:
            return ()
        made += found
    return tuple(made)


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
        related_field=here.clause.related_field,
        source=here.source,
    )


def _counts_as_units(education: tree.EducationClause, clause: tree.SubstitutionClause) -> bool:
    """Return whether any units serve: a profile says how many were done, not in which field.

    Study that the text only calls related serves too, with RELATED_FIELD shown (docs/semantics.md, section 3).
    """
    is_year_with_units = bool(education.semester_hours) and "year of" in education.what.casefold()
    return not is_year_with_units and (clause.related_field or not are_in_a_field(education))


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
