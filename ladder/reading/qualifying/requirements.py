"""What is asked, clause by clause, to the requirements of a record."""

import re
from typing import NamedTuple

from ladder.condition_codes import ConditionCode
from ladder.qualifications import (
    Certainty,
    CoursesAsked,
    Credential,
    DegreeLevel,
    Education,
    Experience,
    Judgement,
    NamedClass,
    Programme,
    Requirement,
    StandingHeld,
)
from ladder.reading.named_classes import fold_class_title, has_pay_grade, make_slug
from ladder.reading.qualifying.statements import Ask
from ladder.reading.requirement_grammar import tree
from ladder.records import RecordRefusedError, checked
from ladder.sources import Source

_THIRDS = 3
_LAST_GRADE = 12
_SCHOOL = r"(?:college|university|institution|(?:trade|technical|vocational) school)"
_AT_A_SCHOOL = (
    rf"(?:from|at|in) an? (?:accredited |recognized |approved )?(?:(?:two-year or )?(?:two|four)-year )?{_SCHOOL}"
    rf"(?:(?:, | or |, or )(?:(?:two|four)-year )?{_SCHOOL}){{0,3}}"
)
_UNITS_IN = re.compile(
    rf"(?i:(?:{_AT_A_SCHOOL},? )?(?:of (?:study|courses|coursework) )?"
    rf"(?:in|towards? an? degree in) (?!an? )(?P<fields>[^.;:()]{{3,160}}?)(?:,? {_AT_A_SCHOOL})?)"
)
_LIST = re.compile(r",? (?:and/or|or|and) |, ?")
_LONGEST_FIELD = 4
_PROGRAMME = re.compile(r" program(?:me)?$")
_WHOLE_EMPLOYER = re.compile(
    r"(?:[A-Z]\w+ ){1,2}[Ss]tate (?:civil |government )?[Ss]ervice"
    r"|(?:City|County|State|Commonwealth)(?: of [A-Z]\w+(?: [A-Z]\w+)?)?(?:'s?)?"
)
_IN_A_FIELD = re.compile(r"(?i:\b(?:in|includ\w{1,3})\b(?! an? (?:accredited|recognized|approved)\b))")


class Setting(NamedTuple):
    """What a requirement is made for: the jurisdiction, the class's own title, the revision, the layout's reading.

    ``programmes_are_classes`` says that a programme named is a class of the jurisdiction
    and draws a step; elsewhere a person judges whether it was completed.
    ``numerals_are_pay_grades`` says that a numeral behind a title is no part of it.
    """

    jurisdiction: str
    title: str
    revision: str | None
    programmes_are_classes: bool = False
    numerals_are_pay_grades: bool = False


class Place(NamedTuple):
    """Where a requirement stands among the others: its id, the one it is in, on top of or after."""

    id: str
    within: str | None = None
    additional_to: str | None = None
    after: str | None = None


def make_requirement(ask: Ask, place: Place, setting: Setting) -> Requirement:
    """Return the requirement that one thing asked is; what no kind of it holds, a person must judge."""
    try:
        return checked(_requirement(ask, place, setting))
    except RecordRefusedError:
        # An amount that no record holds: no units, or a thousand years.
        return _judge(ask, place.id, "UNREAD", ask.cite(setting.revision))


def _requirement(ask: Ask, place: Place, setting: Setting) -> Requirement:
    clause, source = ask.clause, ask.cite(setting.revision)
    if isinstance(clause, tree.ExperienceClause):
        return _experience(clause, ask, place, setting)
    if isinstance(clause, tree.EducationClause):
        return _education(clause, ask, place, source)
    if isinstance(clause, tree.CredentialClause):
        return Credential(id=place.id, what=clause.name, name=clause.name, source=source)
    if isinstance(clause, tree.ProgrammeClause):
        return _programme(clause, ask, place, setting)
    if isinstance(clause, tree.StandingClause) and not (clause.classes or clause.what):
        return StandingHeld(id=place.id, what=ask.words, standing=clause.standing, source=source)
    classes = name_classes(clause.classes, setting) if isinstance(clause, tree.StandingClause) else ()
    return _judge(ask, place.id, _code_of(clause), source, classes)


def _code_of(clause: tree.Leaf | None) -> str:
    """Return the code of what a person judges; a standing in a class named is more than a standing."""
    if isinstance(clause, tree.StandingClause):
        return "INCUMBENT"
    if isinstance(clause, tree.SubstitutionClause):
        return "INSTEAD_OF_EDUCATION"
    return clause.code if isinstance(clause, tree.ConditionClause) else "UNREAD"


def _judge(ask: Ask, name: str, code: str, source: Source, classes: tuple[NamedClass, ...] = ()) -> Judgement:
    return Judgement(id=name, what=ask.words or code, code=code, classes=classes, source=source)


def _experience(clause: tree.ExperienceClause, ask: Ask, place: Place, setting: Setting) -> Experience | Judgement:
    source = ask.cite(setting.revision)
    if clause.quantity.months is None:
        return _judge(ask, place.id, "HOURS", source, name_classes(clause.classes, setting))
    if names_other_target(clause, setting):
        return _judge(ask, place.id, ConditionCode.TARGET_CLASS, source)
    named = name_classes((*clause.classes, *_listed(ask)), setting, target_class=clause.target_class)
    # Service in the class itself is service elsewhere under its name: no class leads to itself.
    others = tuple(one for one in named if one.class_id != class_id_of(setting.title, setting))
    return Experience(
        id=place.id,
        months=clause.quantity.months,
        what=_of_specialty(ask, _what_of(clause, ask, setting) if others == named else ask.words),
        classes=others,
        or_equivalent=clause.or_equivalent,
        or_in_field=clause.or_in_field or any(one.typically for one in ask.statement.listed),
        lead=clause.lead,
        standing=clause.standing,
        within=place.within,
        additional_to=place.additional_to,
        after=place.after,
        within_last_months=clause.within_last_months or None,
        source=source,
    )


def _what_of(clause: tree.ExperienceClause, ask: Ask, setting: Setting) -> str:
    """Return what the service is in; all the words where an employer or a pay grade narrows it.

    No field of a record holds either. Where classes are named, a whole city or state
    says no more than they do.
    """
    by_employer = clause.employer and not (clause.classes and _WHOLE_EMPLOYER.fullmatch(clause.employer))
    by_grade = setting.numerals_are_pay_grades and any(has_pay_grade(one.title) for one in clause.classes)
    return clause.what if clause.what and not (by_employer or by_grade) else ask.words


def names_other_target(clause: tree.ExperienceClause, setting: Setting) -> bool:
    """Return whether service as a trainee is asked for another target class than the one that asks it."""
    target = clause.target_class
    return target is not None and fold_class_title(target) != fold_class_title(setting.title)


def _of_specialty(ask: Ask, what: str) -> str:
    specialty = ask.statement.specialty
    return f"{specialty}: {what}" if specialty else what


def _listed(ask: Ask) -> tuple[tree.ClassMention, ...]:
    """Return the classes that a list beside the statement gives for it."""
    return tuple(tree.ClassMention(one.title, code=one.code) for one in ask.statement.listed)


def make_part(part: tree.ExperiencePart, ask: Ask, place: Place, setting: Setting) -> Experience | Judgement:
    """Return the requirement that a part of an experience is: within the whole, never more service."""
    words = Ask(ask.clause, ask.statement, part.span if part.span.end else ask.span)
    source = ask.cite(setting.revision)
    if part.quantity.months is None or place.within is None:
        return _judge(words, place.id, "PART", source)
    return Experience(
        id=place.id,
        months=part.quantity.months,
        what=part.what or words.words.strip(" ,;"),
        classes=name_classes(part.classes, setting),
        or_equivalent=part.or_equivalent,
        lead=part.lead,
        within=place.within,
        source=source,
    )


def make_order(ask: Ask, name: str, setting: Setting) -> Judgement:
    """Return the condition that the service come after something that no requirement of the route names."""
    return _judge(ask, name, "ORDER_SAID", ask.cite(setting.revision))


def name_classes(
    mentions: tuple[tree.ClassMention, ...], setting: Setting, *, target_class: str | None = None
) -> tuple[NamedClass, ...]:
    """Return the classes named, each once, by the slug of their title until titles are resolved."""
    found: dict[str, NamedClass] = {}
    for mention in mentions:
        level = mention.manner is tree.Manner.LEVEL
        named = NamedClass(
            class_id=class_id_of(mention.title, setting),
            certainty=Certainty.LEVEL if level else Certainty.NAMED,
            target_class_required=target_class is not None,
        )
        known = found.setdefault(named.class_id, named)
        if known.certainty is Certainty.LEVEL and not level:
            found[named.class_id] = named
    return tuple(found.values())


def title_of_programme(name: str) -> str:
    """Return the title of a training programme that is kept as a class: its name without the word programme.

    >>> title_of_programme("Harbor Careers Trainee program")
    'Harbor Careers Trainee'
    """
    return _PROGRAMME.sub("", name)


def class_id_of(title: str, setting: Setting) -> str:
    """Return the id that a class has as long as only its title is known."""
    return f"{setting.jurisdiction}/{make_slug(title)}"


def _education(clause: tree.EducationClause, ask: Ask, place: Place, source: Source) -> Education | Judgement:
    if clause.degree is None:
        return _without_degree(clause, ask, place, source)
    return Education(
        id=place.id,
        what=ask.words,
        degree=clause.degree,
        fields=clause.fields,
        or_closely_related=clause.or_closely_related,
        source=source,
    )


def _without_degree(clause: tree.EducationClause, ask: Ask, place: Place, source: Source) -> Education | Judgement:
    """Return the high school, the hours or the courses asked; what no field holds, a person judges."""
    hours = _semester_hours(clause)
    if hours is None:
        if clause.school == _LAST_GRADE:
            return Education(id=place.id, what=ask.words, degree=DegreeLevel.HIGH_SCHOOL, source=source)
        return _judge(ask, place.id, ConditionCode.SCHOOL if clause.school else "EDUCATION", source)
    fields = fields_of_units(clause)
    if are_in_a_field(clause) and not fields:
        return _judge(ask, place.id, "UNITS", source)
    courses = (CoursesAsked(fields=fields, semester_hours=hours),) if fields else ()
    return Education(id=place.id, what=ask.words, semester_hours=hours, courses=courses, source=source)


def are_in_a_field(units: tree.EducationClause) -> bool:
    """Return whether units are asked in a field: a profile says how many were done, not in what."""
    return bool(units.fields) or _IN_A_FIELD.search(units.what) is not None


def fields_of_units(units: tree.EducationClause) -> tuple[str, ...]:
    """Return the fields that units are asked in; none where the words do not name them plainly."""
    if units.fields:
        return units.fields
    found = _UNITS_IN.fullmatch(units.what)
    named = _LIST.split(found["fields"]) if found else []
    return tuple(named) if all(len(one.split()) <= _LONGEST_FIELD for one in named) else ()


def asks_units_besides(clause: tree.EducationClause) -> bool:
    """Return whether a degree is asked with units in it, which a person must judge."""
    return clause.degree is not None and (clause.semester_hours or clause.quarter_hours) is not None


def make_units(ask: Ask, name: str, setting: Setting) -> Judgement:
    """Return the condition that the degree hold the units that the sentence names."""
    return _judge(ask, name, "UNITS", ask.cite(setting.revision))


def _semester_hours(clause: tree.EducationClause) -> int | None:
    """Return the semester hours; quarter hours are two thirds of one each, where that is exact."""
    if clause.semester_hours is not None or clause.quarter_hours is None:
        return clause.semester_hours
    thirds = clause.quarter_hours * 2
    return thirds // _THIRDS if thirds % _THIRDS == 0 else None


def _programme(clause: tree.ProgrammeClause, ask: Ask, place: Place, setting: Setting) -> Programme | Judgement:
    source = ask.cite(setting.revision)
    if not setting.programmes_are_classes:
        return _judge(ask, place.id, "PROGRAM", source)
    return Programme(
        id=place.id,
        what=ask.words,
        programme=class_id_of(title_of_programme(clause.name), setting),
        approval_required=clause.approved_by is not None,
        source=source,
    )
