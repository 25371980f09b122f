"""What each route of a record asks, laid out so that one route can be held against another."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from ladder.qualifications import (
    Credential,
    DegreeLevel,
    Education,
    Experience,
    Judgement,
    Qualifications,
    Requirement,
    Route,
)

RANKS = {
    DegreeLevel.HIGH_SCHOOL: 1,
    DegreeLevel.ASSOCIATE: 2,
    DegreeLevel.BACHELOR: 3,
    DegreeLevel.MASTER: 4,
    DegreeLevel.LAW: 4,
    DegreeLevel.DOCTORATE: 5,
}
DEGREES = (("associate", 2), ("bachelor", 3), ("master's", 4), ("doctor", 5))
BACHELORS_HOURS, ASSOCIATES_HOURS = 120, 60
SCHOOL = re.compile(
    r"(?is)(?!.*(?:experience|combination|course|program|training|semester|units))"
    r".*(?:high[- ]school|secondary school|grade 1[0-2]|(?:twelfth|12th|eighth|8th) grade)"
)


class Service(NamedTuple):
    """Months of experience that a route asks, the classes that count, whether it is a part, and all its words."""

    months: int
    classes: frozenset[str]
    is_part: bool
    words: str


class Study(NamedTuple):
    """A level of schooling that a route asks, and its words."""

    rank: int
    words: str


class Asked(NamedTuple):
    """All that one route asks: service, schooling, what must be held, and what a person must judge."""

    service: tuple[Service, ...]
    schooling: tuple[Study, ...]
    held: tuple[str, ...]
    judged: tuple[str, ...]


def is_school(rule: Requirement) -> bool:
    """Return whether a condition speaks of high school and nothing else: it counts as decided."""
    return (
        isinstance(rule, Judgement)
        and rule.code != "UNREAD"
        and (rule.code == "SCHOOL" or bool(SCHOOL.match(rule.what)))
    )


def asked_of(rules: Qualifications, route: Route) -> Asked:
    """Return what a route asks."""
    by_id = {rule.id: rule for rule in rules.requirements}
    chosen = [by_id[name] for name in route.requires]
    return Asked(
        service=tuple(
            Service(
                one.months, frozenset(named.class_id for named in one.classes), one.within is not None, words_of(one)
            )
            for one in chosen
            if isinstance(one, Experience)
        ),
        schooling=tuple(_schooling(chosen)),
        held=tuple(words_of(one) for one in chosen if not isinstance(one, Experience | Education | Judgement))
        + tuple(words_of(one) for one in chosen if isinstance(one, Education) for _ in one.courses),
        judged=tuple(words_of(one) for one in chosen if isinstance(one, Judgement) and not is_school(one)),
    )


def words_of(rule: Requirement) -> str:
    """Return the words of a requirement; of service, those that its source quotes besides."""
    more = rule.name if isinstance(rule, Credential) else rule.source.quote if isinstance(rule, Experience) else ""
    return f"{rule.what} {more or ''}"


def _schooling(rules: Iterable[Requirement]) -> Iterable[Study]:
    for rule in rules:
        if isinstance(rule, Education):
            yield Study(
                max(RANKS.get(rule.degree, 0) if rule.degree else 0, rank_of_hours(rule.semester_hours)), words_of(rule)
            )
        elif is_school(rule):
            yield Study(1, words_of(rule))
        elif isinstance(rule, Credential):
            yield Study(max((rank for word, rank in DEGREES if word in rule.name.casefold()), default=0), rule.name)


def rank_of_hours(hours: int | None) -> int:
    """Return the level that so many hours of study come to."""
    if not hours:
        return 0
    return 3 if hours >= BACHELORS_HOURS else 2 if hours >= ASSOCIATES_HOURS else 1
