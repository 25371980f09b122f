"""What of a class a roster can answer: by service, study or licenses alone, or only with a person's word.

It is found by asking the engine about somebody who has all of some of these: every class that
the rules look at, every study, every license.
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations
from typing import NamedTuple

from ladder.eligibility.assessment import best_month, judge_routes
from ladder.eligibility.matching import Candidacy
from ladder.eligibility.needs import Need, OtherNeed, ServiceRule, TraineeNeed
from ladder.eligibility.plans import Plan
from ladder.eligibility.rules import ClassRules
from ladder.histories import (
    DegreeHeld,
    History,
    HoursInField,
    LicenceHeld,
    ProgrammeState,
    Service,
    StandingDeclared,
    join_past,
)
from ladder.qualifications import Credential, DegreeLevel, Education, Programme, Requirement, Standing
from ladder.roster.cells import all_that_may_be_asked, needs_in, service_rules_in
from ladder.service_rows import row_of_months
from ladder.service_time import Month

SERVICE, STUDY, LICENCE, JUDGMENT, RULING = "service", "study", "licence", "judgment", "ruling"
_KNOWN = (SERVICE, STUDY, LICENCE)
_LONG, _EARLY = 1_200, -1_300
"""Months of service of somebody who has all; and when their study was done: before it."""
_HOURS = Fraction(10_000)

ANSWERABLE_COLUMNS = ("class", "by", "what is missing", "sources")


class Answerable(NamedTuple):
    """What it takes to answer about a class; what no table of a roster holds of it, if anything.

    ``by`` are service, study and license, the fewest that do; or judgment, or ruling;
    nothing where not even those do. ``without_service`` says that a class is open to who
    has no service at all.
    """

    class_id: str
    by: tuple[str, ...]
    missing: tuple[str, ...]
    sources: tuple[str, ...]
    without_service: bool

    @property
    def is_answerable(self) -> bool:
        """Whether somebody who has every class, study and license meets the qualifications, and nothing is asked."""
        return not self.missing


def answerable(rules: ClassRules, as_of: Month) -> Answerable:
    """Return what it takes to answer about a class."""
    everyone = _Everyone(rules, as_of)
    sources = tuple(dict.fromkeys(_sources(rules)))
    without = everyone.meets(STUDY, LICENCE, JUDGMENT)
    told = Answerable(rules.class_id, (), (), sources, without)
    for size in range(len(_KNOWN) + 1):
        for some in combinations(_KNOWN, size):
            if everyone.meets(*some):
                return told._replace(by=some)
    if everyone.meets(*_KNOWN, JUDGMENT):
        return told._replace(by=(JUDGMENT,), missing=everyone.asked())
    missing = tuple(sorted({need.reference for need in needs_in(rules) if not (isinstance(need, Need) and need.joint)}))
    return told._replace(by=(RULING,) if everyone.meets(*_KNOWN, JUDGMENT, RULING) else (), missing=missing)


def answerable_row(one: Answerable) -> tuple[str, ...]:
    """Return the row of a class in the table ``answerable``."""
    return (one.class_id, " | ".join(one.by), " | ".join(one.missing), " | ".join(one.sources))


class _Everyone(NamedTuple):
    """Somebody who has all that the rules of a class look at."""

    rules: ClassRules
    as_of: Month

    def meets(self, *has: str) -> bool:
        """Return whether somebody who has these meets the qualifications now."""
        return best_month(judge_routes(self._candidacy(has))) == 0

    def asked(self) -> tuple[str, ...]:
        """Return what is asked of somebody who has every class, study and license."""
        verdicts = judge_routes(self._candidacy(_KNOWN))
        return tuple(sorted({code for verdict in verdicts for code in verdict.codes("asked")}))

    def _candidacy(self, has: tuple[str, ...]) -> Candidacy:
        standing = {one: StandingDeclared(value=True, jurisdictions=None) for one in Standing}
        person = History(self.as_of, standing=standing, licences=())
        if SERVICE in has:
            person = person._replace(past=self._past(ruled=RULING in has))
        if STUDY in has:
            person = self._studied(person)
        if LICENCE in has:
            person = person._replace(licences=tuple(self._licences()))
        held = [(one, True) for one in Standing]
        assumed = all_that_may_be_asked(self.rules, held) if JUDGMENT in has else frozenset()
        return Candidacy(person, Plan(assumed=assumed), self.rules)

    def _past(self, *, ruled: bool) -> tuple[Service, ...]:
        """Return service in every class that the rules look at; declared to count for all, where it is ruled to."""
        row = row_of_months(Month(self.as_of - _LONG), self.as_of)
        declared = frozenset(self._references()) if ruled else frozenset()
        classes = dict.fromkeys(self._classes()) | ({None: None} if ruled else {})
        past = [Service(1, "", one, self.rules.class_id, declared, Fraction(1), row=row) for one in classes]
        return join_past(past, as_of=self.as_of, goes_on=False)

    def _classes(self) -> Iterator[str | None]:
        for need in needs_in(self.rules):
            if isinstance(need, TraineeNeed):
                yield need.feeder_class
            elif isinstance(need, Need):
                for rule in service_rules_in(need):
                    yield from sorted(rule.sure | rule.unsure)

    def _references(self) -> Iterator[str]:
        for need in needs_in(self.rules):
            if isinstance(need, Need):
                for rule in service_rules_in(need):
                    yield from _references_in(rule)

    def _requirements(self) -> Iterator[Requirement]:
        for need in needs_in(self.rules):
            if isinstance(need, OtherNeed):
                yield need.requirement
            elif isinstance(need, Need):
                yield from (part.schooling for part in need.parts or (need,) if part.schooling)
                for rule in service_rules_in(need):
                    yield from rule.limits.after

    def _licences(self) -> Iterator[LicenceHeld]:
        for rule in self._requirements():
            if isinstance(rule, Credential):
                yield LicenceHeld(rule.name, _EARLY, is_dated=True)

    def _studied(self, person: History) -> History:
        """Return the person with every degree, hours enough in every field named, and every program done."""
        fields = (None, *dict.fromkeys(self._named_fields()))
        rules = [rule for rule in self._requirements() if isinstance(rule, Programme)]
        done = ProgrammeState(approved=True, completed=True, completed_at=0)
        return person._replace(
            semester_hours=_HOURS,
            degrees=tuple(DegreeHeld(level, field, _EARLY, is_dated=True) for level in DegreeLevel for field in fields),
            courses=tuple(HoursInField(field, _HOURS) for field in fields if field),
            programmes={rule.programme: done for rule in rules},
        )

    def _named_fields(self) -> Iterator[str]:
        for rule in self._requirements():
            if isinstance(rule, Education):
                yield from (*rule.fields, *(field for one in rule.courses for field in one.fields))
        for need in needs_in(self.rules):
            for part in (need.parts or (need,)) if isinstance(need, Need) else ():
                yield from _fields_of(part)


def _fields_of(part: Need) -> Iterator[str]:
    yield from (field for one in part.studies for field in one.fields)
    yield from (field for one in part.degrees for field in one.fields)


def _references_in(rule: ServiceRule) -> Iterator[str]:
    yield from rule.declarable
    for inner in rule.contained:
        yield from _references_in(inner)


def _sources(rules: ClassRules) -> Iterator[str]:
    for need in needs_in(rules):
        yield str(need.requirement.source if isinstance(need, OtherNeed) else need.source)
