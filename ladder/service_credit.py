"""Service that stands for study or for other service: what it comes to, and what cannot be worked out.

A record that asks for arithmetic which the engine cannot do exactly is refused when it is
loaded, in words, and never ignored (docs/semantics.md, C22).
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise
from math import prod

from ladder.qualifications import (
    DegreeLevel,
    Education,
    Experience,
    Qualifications,
    Requirement,
    ServiceSubstitution,
    StudySubstitution,
    experience_of,
)

YEAR_OF_STUDY = 30
"""Semester hours of a year of study, which a year of service stands for."""

MOST_STANDING_IN = 8
"""Substitutions by service, at a rate or up to a maximum, of one sum of requirements."""

MOST_RATES = 4
"""The same where some of them have a rate other than one for one."""

MOST_SUMS = 256
"""Sums that requirements additional to one another make."""

_MONTHS = {DegreeLevel.ASSOCIATE: 24, DegreeLevel.BACHELOR: 48}
Side = tuple[str, ...]
"""Requirements of one route for which a month counts at once, as printed."""


def rated_for(rules: Qualifications, name: str) -> tuple[ServiceSubstitution, ...]:
    """Return the service that stands for months of a requirement, as printed."""
    service = (one for one in rules.substitutions if isinstance(one, ServiceSubstitution) and not one.is_whole)
    return tuple(one for one in service if one.stands_for == name)


def rate_of(rule: ServiceSubstitution) -> Fraction | int:
    """Return the months credited for a month of service."""
    rate = Fraction(rule.gives, rule.months) if rule.gives is not None else Fraction(1)
    return rate if rate.denominator > 1 else rate.numerator


def months_of_education(rule: Education) -> int | None:
    """Return the months of service that study comes to: a bachelor's 48, 30 hours 12; None if that is not clear."""
    if rule.courses:
        return None
    if rule.degree is None:
        months = Fraction((rule.semester_hours or 0) * 12, YEAR_OF_STUDY)
        return months.numerator if months.denominator == 1 else None
    return _MONTHS.get(rule.degree) if rule.semester_hours is None else None


def study_blocks(rule: Education, months: int) -> tuple[StudySubstitution, ...]:
    """Return how hours count toward study that service may stand for: in years."""
    block = StudySubstitution(
        stands_for=rule.id, semester_hours=YEAR_OF_STUDY, months=12, at_most_months=months, source=rule.source
    )
    return (block,)


def sides_of(names: Sequence[str], rules: Qualifications) -> Iterator[list[Side]]:
    """Yield, for each group of requirements additional to one another, the sides that a route has of it.

    Service that stands for study is a side beside all experience of the route, unless it
    counts for experience besides. A group may have a single side.
    """
    experience = experience_of(rules)
    schooling = [(name,) for name in names if stands_apart(name, rules)]
    if not schooling and not any(rule.additional_to for rule in experience.values()):
        return
    yield from ([*group, *schooling] for group in _groups(names, rules).values())
    yield from (_sides_of_root(root, names, experience) for root in _inner_roots(experience))


def _sides_of_root(root: str, names: Sequence[str], experience: Mapping[str, Experience]) -> list[Side]:
    """Return the sides that a route has of a requirement and those added to it."""
    members = [name for name in experience if _added_to(name, experience) == root]
    sides = [tuple(one for one in names if member in _holding(one, experience)) for member in members]
    return [side for side in sides if side]


def _groups(names: Sequence[str], rules: Qualifications) -> dict[str, list[Side]]:
    """Return the sides of experience by the requirement that others are added to, outermost ones alone."""
    experience = experience_of(rules)
    whole = {one.reference for one in rules.substitutions if isinstance(one, ServiceSubstitution) and one.is_whole}
    groups: dict[str, dict[str, list[str]]] = {}
    for name in names:
        if name in experience or name in whole:
            outermost = _holding(name, experience)[-1]
            sides = groups.setdefault(_added_to(outermost, experience), {})
            sides.setdefault(outermost, []).append(name)
    return {root: [tuple(side) for side in sides.values()] for root, sides in groups.items()}


def _inner_roots(experience: Mapping[str, Experience]) -> list[str]:
    """Return the requirements that others are added to and that are within another."""
    added = [name for name, rule in experience.items() if rule.additional_to]
    roots = dict.fromkeys(_added_to(name, experience) for name in added)
    return [root for root in roots if experience[root].within]


def stands_apart(name: str, rules: Qualifications) -> bool:
    """Return whether service stands for the requirement, an education, and counts for nothing besides."""
    if not any(rule.id == name and isinstance(rule, Education) for rule in rules.requirements):
        return False
    subs = rated_for(rules, name)
    return bool(subs) and not any(one.also_counts for one in subs)


def _holding(name: str, experience: Mapping[str, Experience]) -> list[str]:
    """Return the requirement itself, and what it is within, innermost first."""
    found = [name]
    while name in experience and (around := experience[name].within):
        found.append(around)
        name = around
    return found


def _added_to(name: str, experience: Mapping[str, Experience]) -> str:
    """Return the requirement at the end of the chain of additions, the name itself if none."""
    while name in experience and (onto := experience[name].additional_to):
        name = onto
    return name


# ------------------------------------------------------------------ what cannot be worked out


def faults_of_service(rules: Qualifications) -> list[str]:
    """Return what in the requirements and substitutions by service cannot be worked out exactly, in words."""
    service = [one for one in rules.substitutions if isinstance(one, ServiceSubstitution)]
    added = any(rule.additional_to for rule in experience_of(rules).values())
    if not added and all(one.is_whole and one.named for one in service):
        return []
    found = [f"the service '{one.what}' stands for {one.stands_for!r}: say what it gives" for one in _kinds(service)]
    for rule in rules.requirements:
        found += _faults_of_one(rule, rated_for(rules, rule.id))
    for names in _routes(rules):
        found += _faults_of_route(names, rules)
    return list(dict.fromkeys(found))


def _kinds(service: Sequence[ServiceSubstitution]) -> list[ServiceSubstitution]:
    """Return the service of a kind that would stand for a whole requirement."""
    return [one for one in service if one.is_whole and one.what]


def _faults_of_one(rule: Requirement, subs: Sequence[ServiceSubstitution]) -> Iterator[str]:
    """Yield what is wrong with the service that stands for months of one requirement."""
    if not subs:
        return
    if isinstance(rule, Education):
        yield from _faults_of_education(rule, subs)
    elif not isinstance(rule, Experience):
        yield f"service stands for months of {rule.id!r}, which is {rule.kind} and asks no months"
    else:
        yield from _faults_of_experience(rule, subs)
    rates = {rate_of(one) for one in subs}
    most = MOST_STANDING_IN if rates == {1} else MOST_RATES
    if len(subs) > most:
        yield f"{len(subs)} kinds of service stand for months of {rule.id!r}: at most {most} can be worked out"


def _faults_of_education(rule: Education, subs: Sequence[ServiceSubstitution]) -> Iterator[str]:
    if months_of_education(rule) is None:
        yield (
            f"service stands for {rule.id!r}, but how many months that study comes to is not clear: it is for a "
            "bachelor's or an associate degree, or for hours that are whole months at 30 a year"
        )
    if len([one for one in subs if one.what]) > 1:
        yield f"two kinds of service stand for {rule.id!r}, and a job could not say which it is: name classes"
    if len({one.also_counts for one in subs}) > 1:
        yield f"some service that stands for {rule.id!r} also counts for experience and some does not"


def _faults_of_experience(rule: Experience, subs: Sequence[ServiceSubstitution]) -> Iterator[str]:
    for one in subs:
        if one.what:
            yield (
                f"the service '{one.what}' stands for {rule.id!r}, but a job that counts toward {rule.id!r} counts "
                "in full: name a class"
            )
        if one.gives_years is not None:
            yield f"service stands for {rule.id!r}, which is no study: give 'gives_months', not 'gives_years'"
        if one.also_counts:
            yield f"'also_counts' is for service that stands for study; {rule.id!r} is experience"


def _routes(rules: Qualifications) -> Iterator[tuple[str, ...]]:
    """Yield what each route requires, as printed and with each whole substitution by service in place."""
    whole = [one for one in rules.substitutions if isinstance(one, ServiceSubstitution) and one.is_whole]
    for route in rules.routes:
        yield route.requires
        for one in whole:
            if one.stands_for in route.requires:
                yield tuple(one.reference if name == one.stands_for else name for name in route.requires)


def names_sharing_months(rules: Qualifications) -> frozenset[str]:
    """Return the requirements that share months with others of a route: a month counts for one of them alone."""
    sums = [sides for names in _routes(rules) for sides in sides_of(names, rules) if len(sides) > 1]
    return frozenset(name for sides in sums for side in sides for name in side)


def _faults_of_route(names: tuple[str, ...], rules: Qualifications) -> Iterator[str]:
    apart = [name for name in names if stands_apart(name, rules)]
    if apart and (len(_groups(names, rules)) > 1 or len(apart) > 1):
        yield (
            f"service stands for study {apart[0]!r} in a route whose other requirements do not share its months in one "
            f"way ({', '.join(names)}): say 'also_counts' where the text lets a month count for both"
        )
        return
    joint = [sides for sides in sides_of(names, rules) if len(sides) > 1]
    for sides in joint:
        yield from _faults_of_sum(sides, rules)
    yield from _faults_of_roots(joint, rules, beside_study=bool(apart))


def _faults_of_roots(joint: Sequence[Sequence[Side]], rules: Qualifications, *, beside_study: bool) -> Iterator[str]:
    nested = {name for sides in joint for side in sides for name in side[1:]}
    for root in _inner_roots(experience_of(rules)):
        if root in nested or (joint and beside_study):
            yield f"{root!r} is within a requirement that others are added to, and has others added to it"


def _faults_of_sum(sides: Sequence[Side], rules: Qualifications) -> Iterator[str]:
    experience = experience_of(rules)
    for side in sides:
        chain = sorted(side, key=lambda name: len(_holding(name, experience)))
        for outer, inner in pairwise(chain):
            if outer not in _holding(inner, experience):
                yield f"{outer!r} and {inner!r} are both within a requirement that others are added to"
        for inner in chain[1:]:
            if rated_for(rules, inner):
                yield f"service stands for months of {inner!r}, within a requirement that others are added to"
    yield from _faults_of_rates([name for side in sides for name in side], rules)
    if prod(1 + len(side) for side in sides) > MOST_SUMS:
        yield f"too many requirements are added to one another ({', '.join(side[0] for side in sides)})"


def _faults_of_rates(names: Sequence[str], rules: Qualifications) -> Iterator[str]:
    subs = [one for name in names for one in rated_for(rules, name)]
    if len(subs) > MOST_STANDING_IN:
        yield f"{len(subs)} kinds of service stand for months of one sum: at most {MOST_STANDING_IN} can be worked out"
    for name in names:
        rates = {rate_of(one) for one in rated_for(rules, name)}
        if len(rates) > 1 or (rates and rates != {1} and name in experience_of(rules)):
            yield f"service stands for {name!r} at different rates, or not one for one, and shares months with others"
