"""Trees to sentences in the grammar's own words; read again, the sentence gives the same tree.

"Each of the following: (1) ...; (2) ..." and "One of the following: ..." are used where
"and" and "or" alone would not say which of them binds.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from ladder.figures import is_in_digits
from ladder.qualifications import DegreeLevel, Standing
from ladder.reading.requirement_grammar.quantities import NUMBERS, say_months
from ladder.reading.requirement_grammar.tree import (
    All,
    Any,
    ClassMention,
    ConditionClause,
    CredentialClause,
    EducationClause,
    ExperienceClause,
    ExperiencePart,
    Leaf,
    Manner,
    Node,
    ProgrammeClause,
    Quantity,
    StandingClause,
    StandsFor,
    StudyRate,
    SubstitutionClause,
    TypicalClasses,
)

_DEGREES: Mapping[DegreeLevel, str] = MappingProxyType(
    {
        DegreeLevel.ASSOCIATE: "An associate's degree",
        DegreeLevel.BACHELOR: "A bachelor's degree",
        DegreeLevel.MASTER: "A master's degree",
        DegreeLevel.LAW: "A law degree",
        DegreeLevel.DOCTORATE: "A doctoral degree",
    }
)
_GRADES = ("fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth")
_FIRST_GRADE = 4
_STANDINGS: Mapping[Standing, str] = MappingProxyType(
    {
        Standing.INTERNAL: "Standing as an internal candidate",
        Standing.STATE_EMPLOYEE: "Standing as a state employee",
        Standing.PERMANENT: "Standing with permanent status",
    }
)
_BEFORE: Mapping[Standing, str] = MappingProxyType(
    {
        Standing.INTERNAL: "Internal candidates meet the minimum qualifications for this class if they have completed ",
        Standing.STATE_EMPLOYEE: "For state employees ",
    }
)
_STOOD_FOR: Mapping[StandsFor, str] = MappingProxyType(
    {
        StandsFor.GENERAL: "the General Experience",
        StandsFor.SPECIAL: "the Special Experience",
        StandsFor.EXPERIENCE: "the required experience",
        StandsFor.EDUCATION: "the required education",
        StandsFor.ALL: "all requirements",
    }
)


def print_node(node: Node) -> str:
    """Return the canonical sentence of a tree, or its sentences where it holds substitutions.

    >>> from ladder.reading.requirement_grammar.tree import ExperienceClause, Quantity
    >>> print_node(ExperienceClause(Quantity(months=24), what="clerical work"))
    'Two (2) years of experience, clerical work.'
    """
    return f"{_print(node, '')}."


def _print(node: Node, stem: str) -> str:
    if not isinstance(node, All | Any):
        return _LEAVES[type(node)](node)
    if isinstance(node, All) and not stem and any(isinstance(part, SubstitutionClause) for part in node.parts):
        return ". ".join(_print(part, "") for part in node.parts)
    if _is_plain(node):
        return _join(node)
    opening = "Each" if isinstance(node, All) else "One"
    parts = (f"({stem}{number}) {_print(part, f'{stem}{number}.')}" for number, part in enumerate(node.parts, start=1))
    return f"{opening} of the following: {'; '.join(parts)}"


def _is_plain(node: All | Any) -> bool:
    """Return whether "and" and "or" say it: leaves together, or alternatives of leaves and leaves together."""
    if isinstance(node, All):
        return all(_is_joined(part) for part in node.parts)
    return all(_is_joined(part) or (isinstance(part, All) and _is_plain(part)) for part in node.parts)


def _is_joined(node: Node) -> bool:
    if isinstance(node, ExperienceClause):
        return node.standing not in _BEFORE
    return isinstance(node, EducationClause | CredentialClause | ProgrammeClause | StandingClause)


def _join(node: All | Any) -> str:
    word = "; and " if isinstance(node, All) else "; or "
    return word.join(_join(part) if isinstance(part, All | Any) else _print(part, "") for part in node.parts)


# ------------------------------------------------------------------ leaves


def _experience(clause: ExperienceClause) -> str:
    opening = _BEFORE.get(clause.standing, "") if clause.standing else ""
    whole = f"{opening}{_amount(clause.quantity)}{_kind_of_experience(clause)}"
    after = [
        _classes(clause.classes, or_equivalent=clause.or_equivalent),
        f" with the {clause.employer}" if clause.employer else "",
        f" with the target class of {clause.target_class}" if clause.target_class else "",
        _recency(clause.within_last_months),
        _what(clause),
        " with lead responsibilities" if clause.lead else "",
        *map(_part, clause.parts),
    ]
    return whole + "".join(after)


def _kind_of_experience(clause: ExperienceClause) -> str:
    permanent = " of permanent status" if clause.standing is Standing.PERMANENT else ""
    if clause.of_general:
        return f" of the General Experience must have been{permanent}{' full-time' if clause.full_time else ''}"
    return f"{permanent} of{' full-time paid' if clause.full_time else ''} experience"


def _what(clause: ExperienceClause) -> str:
    if clause.or_in_field:
        return f" or {clause.what or 'in the field'}"
    return f", {clause.what}" if clause.what else ""


def _recency(months: int | None) -> str:
    return f" within the last {_amount(Quantity(months=months)).lower()}" if months is not None else ""


def _amount(quantity: Quantity) -> str:
    return f"{quantity.hours:,} hours" if quantity.months is None else say_months(quantity.months)


def _classes(classes: tuple[ClassMention, ...], *, or_equivalent: bool) -> str:
    """Return the classes in the order named, each run of one manner in a list of its own."""
    runs: list[list[ClassMention]] = []
    for mention in classes:
        if runs and runs[-1][0].manner is mention.manner:
            runs[-1].append(mention)
        else:
            runs.append([mention])
    return "".join(map(_run, runs)) + (" or its equivalent" if or_equivalent else "")


def _run(run: list[ClassMention]) -> str:
    opening = " as a " if run[0].manner is Manner.NAMED else " in a class at the level of "
    return opening + _list([f"{one.title} ({one.code})" if one.code else one.title for one in run])


def _list(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"


def _part(part: ExperiencePart) -> str:
    what = f" {part.what}" if part.what else ""
    lead = " with lead responsibilities" if part.lead else ""
    classes = _classes(part.classes, or_equivalent=part.or_equivalent)
    comma = "," if classes and what else ""
    return f", {_amount(part.quantity).lower()} of which must have been{classes}{comma}{what}{lead}"


def _education(clause: EducationClause) -> str:
    opening = _DEGREES[clause.degree] if clause.degree else ""
    units = _units(clause)
    if opening and units:
        opening = f"{opening}, {units}"
    elif units:
        opening = f"Completion of {units}"
    elif clause.school:
        opening = f"Education equivalent to completion of the {_GRADES[clause.school - _FIRST_GRADE]} school grade"
    fields = f", with a major in {_list(list(clause.fields))}" if clause.fields else ""
    related = ", or a closely related field" if clause.or_closely_related else ""
    return f"{opening}{' ' if opening and clause.what else ''}{clause.what}{fields}{related}"


def _units(clause: EducationClause) -> str:
    semester = f"{clause.semester_hours} semester units" if clause.semester_hours is not None else ""
    quarter = f"{clause.quarter_hours} quarter units" if clause.quarter_hours is not None else ""
    return " or ".join(part for part in (semester, quarter) if part)


def _credential(clause: CredentialClause) -> str:
    return f"Possession of {clause.name}"


def _programme(clause: ProgrammeClause) -> str:
    approved = f" approved by {clause.approved_by}" if clause.approved_by else ""
    article = "the " if _begins_with_a_number(clause.name) else ""
    return f"Completion of {article}{clause.name}{approved}"


def _begins_with_a_number(words: str) -> bool:
    """Return whether words could be taken for an amount of service, were no article before them."""
    first = words.casefold().replace("-", " ").split(" ")[0]
    return first in NUMBERS or is_in_digits(first[:1])


def _standing(clause: StandingClause) -> str:
    classes = _classes(clause.classes, or_equivalent=False)
    return f"{_STANDINGS[clause.standing]}{classes}{', ' + clause.what if clause.what else ''}"


def _typical(clause: TypicalClasses) -> str:
    return f"Classes that typically meet the requirements:{_run(list(clause.classes)).removeprefix(' as a')}"


def _condition(clause: ConditionClause) -> str:
    return clause.text


def _substitution(clause: SubstitutionClause) -> str:
    by = _print(clause.by, "") if clause.by is not None else "The following"
    most = clause.at_most_months
    limit = f" up to a maximum of {say_months(most).lower()}" if most is not None else ""
    basis = " on a year-for-year basis" if clause.by_the_year else ""
    return f"{by} may be substituted for {_extent(clause)}{_replaced(clause)}{_rate(clause.rate)}{basis}{limit}"


def _rate(rate: StudyRate | None) -> str:
    if rate is None:
        return ""
    return f" on the basis of {rate.semester_hours} semester hours equalling {say_months(rate.months).lower()}"


def _extent(clause: SubstitutionClause) -> str:
    if clause.months is None:
        return ""
    amount = say_months(clause.months).lower()
    return f"{amount.replace(') ', ') additional ') if clause.additional else amount} of "


def _replaced(clause: SubstitutionClause) -> str:
    if clause.instead_of is None:
        return _STOOD_FOR[clause.stands_for]
    return f"the required experience as a {clause.instead_of}"


_LEAVES: Mapping[type[Leaf], Callable[..., str]] = MappingProxyType(
    {
        ExperienceClause: _experience,
        EducationClause: _education,
        CredentialClause: _credential,
        ProgrammeClause: _programme,
        StandingClause: _standing,
        TypicalClasses: _typical,
        ConditionClause: _condition,
        SubstitutionClause: _substitution,
    }
)
