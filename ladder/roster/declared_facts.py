"""What people declare besides service, asked of the engine once for each distinct combination with a rule.

A rule sees little of what is declared: the hours, the degrees, of fields only those it
names. What it sees alike is asked once.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from fractions import Fraction
from typing import NamedTuple, TypeVar

from ladder.eligibility.clocks import Amount
from ladder.eligibility.matching import Candidacy
from ladder.eligibility.need_findings import find_need
from ladder.eligibility.needs import Need, OtherNeed
from ladder.eligibility.rules import ClassRules
from ladder.eligibility.study import study_credit
from ladder.histories import DegreeHeld
from ladder.qualifications import Credential, DegreeLevel, Education, Judgement, Programme, Requirement, StandingHeld
from ladder.roster.cells import ASKED_OF_PEOPLE, BEYOND, NEVER, UNKNOWN, plan_of
from ladder.roster.people import Declared
from ladder.titles import fold_title

Steps = tuple[tuple[int, Amount], ...]
"""Months of credit as they step up: (month, months of credit from it on)."""

_OTHER_FIELD = "\0"
"""Any field that a rule does not name; no name of a field."""


class Lookup(NamedTuple):
    """Distinct parts of what is declared: one of each, and which of them each combination has."""

    ones: tuple[Declared, ...]
    of_declared: tuple[int, ...]


class Credits(NamedTuple):
    """What study gives a need, for each distinct combination: as declared, and were all that may be asked true."""

    number: int
    lookup: Lookup
    steps: tuple[tuple[Steps, Steps], ...]
    is_sure: bool


class Dates(NamedTuple):
    """When something that is no service is held, on the scale of months, for each distinct combination; as above."""

    number: int
    lookup: Lookup
    months: tuple[tuple[int, int], ...]
    is_sure: bool


class DeclaredFacts:
    """Answers of the engine about what is declared: as it stands, and were all that may be asked true."""

    def __init__(self, declared: Sequence[Declared], only: frozenset[str] | None = None) -> None:
        """Keep what is declared; nothing is asked yet. At best ``only`` these conditions are true, or all."""
        self.only = only
        self.declared = tuple(declared)
        self._lookups: dict[Hashable, Lookup] = {}
        self._named: dict[str, tuple[_Study, ...]] = {}
        self._credits: dict[Hashable, Credits] = {}
        self._dates: dict[Hashable, Dates] = {}

    # -------------------------------------------------------------- which combinations are alike

    def alike(self, key: Hashable, part: Callable[[Declared], Hashable]) -> Lookup:
        """Return the distinct combinations by a part of what is declared."""
        if key not in self._lookups:
            places: dict[Hashable, int] = {}
            ones: list[Declared] = []
            of_declared: list[int] = []
            for one in self.declared:
                place = places.setdefault(part(one), len(places))
                ones += [one] if place == len(ones) else []
                of_declared.append(place)
            self._lookups[key] = Lookup(tuple(ones), tuple(of_declared))
        return self._lookups[key]

    def by_study(self, fields: frozenset[str], rules: ClassRules) -> Lookup:
        """Return the distinct combinations as a rule that names these fields sees them."""
        names = frozenset(_one_name(field, rules) for field in fields)
        raw = self.alike("study", _study_of)
        whole = (names, rules.jurisdiction)
        if whole not in self._lookups:
            places: dict[Hashable, int] = {}
            seen = [_seen_study(one, names) for one in self._studies(raw, rules)]
            of_raw = [places.setdefault(one, len(places)) for one in seen]
            first = {place: raw.ones[at] for at, place in reversed(list(enumerate(of_raw)))}
            ones = tuple(first[place] for place in range(len(places)))
            self._lookups[whole] = Lookup(ones, tuple(of_raw[at] for at in raw.of_declared))
        return self._lookups[whole]

    def _studies(self, raw: Lookup, rules: ClassRules) -> "tuple[_Study, ...]":
        """Return what study is declared, in the names that a jurisdiction gives to fields."""
        if rules.jurisdiction not in self._named:
            self._named[rules.jurisdiction] = tuple(_named_study(one, rules) for one in raw.ones)
        return self._named[rules.jurisdiction]

    # -------------------------------------------------------------- what the engine finds

    def at_best(self, codes: frozenset[str]) -> frozenset[str]:
        """Return which of these conditions are true at best."""
        return codes if self.only is None else codes & self.only

    def credits(self, need: Need, rules: ClassRules) -> Credits:
        """Return what study gives a need, as it steps up."""
        key = (_study_key(need), rules.conventions, rules.jurisdiction)
        if key not in self._credits:
            lookup = self.by_study(_fields_of(need), rules)
            found = [_candidacies(one, rules, self.at_best(ASKED_OF_PEOPLE)) for one in lookup.ones]
            is_asked = _names_field(need)
            steps = tuple(_both(lambda one: study_credit(need, one).steps, *pair, is_asked=is_asked) for pair in found)
            self._credits[key] = Credits(len(self._credits), lookup, steps, _all_alike(steps))
        return self._credits[key]

    def dates(self, need: OtherNeed, rules: ClassRules) -> Dates:
        """Return when something that is no service is held."""
        key = (_other_key(need.requirement), rules.conventions, rules.jurisdiction)
        if key not in self._dates:
            lookup = self._seen_by(need.requirement, rules)
            found = [_candidacies(one, rules, self.at_best(_assumed(need, one, rules))) for one in lookup.ones]
            is_asked = _asks_anything(need.requirement)
            months = tuple(_both(lambda one: _place(need, one), *pair, is_asked=is_asked) for pair in found)
            self._dates[key] = Dates(len(self._dates), lookup, months, _all_alike(months))
        return self._dates[key]

    def _seen_by(self, rule: Requirement, rules: ClassRules) -> Lookup:
        if isinstance(rule, Education):
            fields = frozenset([*rule.fields, *(field for one in rule.courses for field in one.fields)])
            return self.by_study(fields, rules)
        if isinstance(rule, Credential):
            return self.alike("licences", lambda one: (one.history.licences, one.history.licences_to_come))
        if isinstance(rule, Programme):
            return self.alike(("programme", rule.programme), lambda one: one.history.programmes.get(rule.programme))
        if isinstance(rule, StandingHeld):
            place = rules.jurisdiction
            return self.alike((rule.standing, place), lambda one: one.history.standing_in(rule.standing, place))
        return self.alike("nothing", lambda _: None)


_Answer = TypeVar("_Answer")


def _both(
    asked: Callable[[Candidacy], _Answer], sure: Candidacy, best: Candidacy, *, is_asked: bool
) -> tuple[_Answer, _Answer]:
    """Return an answer as declared and at best, which is the same where nothing ``is_asked`` of anybody."""
    answer = asked(sure)
    return answer, asked(best) if is_asked else answer


def _names_field(need: Need) -> bool:
    """Return whether study of a field that is not named, or high school, may be asked about."""
    return bool(_fields_of(need)) or any(part.schooling for part in need.parts or (need,))


def _asks_anything(rule: Requirement) -> bool:
    """Return whether anything may be asked: not of a degree or of hours where no field is named."""
    if not isinstance(rule, Education) or rule.degree is DegreeLevel.HIGH_SCHOOL:
        return True
    return bool(rule.fields or rule.courses)


def _all_alike(pairs: Iterable[tuple[object, object]]) -> bool:
    """Return whether nothing is asked that would bring anything forward."""
    return all(sure == best for sure, best in pairs)


def _assumed(need: OtherNeed, one: Declared, rules: ClassRules) -> frozenset[str]:
    """Return what is asked at best: a standing declared false stays so."""
    rule = need.requirement
    if isinstance(rule, Judgement):
        return frozenset([rule.code])
    if isinstance(rule, StandingHeld):
        is_closed = one.history.standing_in(rule.standing, rules.jurisdiction) is False
        return frozenset() if is_closed else frozenset([rule.standing.name])
    return ASKED_OF_PEOPLE


def _candidacies(one: Declared, rules: ClassRules, assumed: frozenset[str]) -> tuple[Candidacy, Candidacy]:
    """Return the person of no job before the class, as declared and with conditions taken as true."""
    plan = plan_of(one)
    return Candidacy(one.history, plan, rules), Candidacy(one.history, plan._replace(assumed=assumed), rules)


def _place(need: OtherNeed, candidacy: Candidacy) -> int:
    found = find_need(need, candidacy)
    if found.month is None:
        return UNKNOWN if found.unknown else NEVER
    return min(found.month, BEYOND)


# ------------------------------------------------------------------ what a rule sees of study


def _study_of(one: Declared) -> Hashable:
    """Return all that is declared of study."""
    history = one.history
    hours = (history.semester_hours, history.quarter_hours, history.study_from, one.study_hours_a_year)
    return (*hours, history.courses, history.degrees)


def _one_name(field: str, rules: ClassRules) -> str:
    folded = fold_title(field)
    return rules.field_names.get(folded, folded)


class _Study(NamedTuple):
    """What is declared of study: no month before the plan, fields by the one name that each has."""

    hours: Fraction
    begins: int
    yearly: Fraction
    degrees: tuple[tuple[DegreeLevel, str | None, int], ...]
    courses: tuple[tuple[str, Fraction], ...]


def _named_study(one: Declared, rules: ClassRules) -> _Study:
    history, begin = one.history, one.history.study_from
    numerator, denominator = rules.conventions.quarter_hour_ratio
    return _Study(
        hours=history.semester_hours + history.quarter_hours * Fraction(numerator, denominator),
        begins=begin,
        yearly=one.study_hours_a_year,
        degrees=tuple(_named_degree(degree, rules, begin) for degree in history.degrees),
        courses=tuple((_one_name(course.field, rules), course.semester_hours) for course in history.courses),
    )


def _named_degree(degree: DegreeHeld, rules: ClassRules, begin: int) -> tuple[DegreeLevel, str | None, int]:
    field = None if degree.field is None else _one_name(degree.field, rules)
    return degree.level, field, max(degree.from_month, begin)


def _seen_study(study: _Study, names: frozenset[str]) -> Hashable:
    """Return what rules that name some fields see of study: no other field."""
    degrees = frozenset(
        (level, field if field in names else _OTHER_FIELD, month) for level, field, month in study.degrees
    )
    seen = ((field if field in names else _OTHER_FIELD, hours) for field, hours in study.courses if names)
    return study.hours, study.begins, study.yearly, degrees, tuple(sorted(seen))


# ------------------------------------------------------------------ which rules ask alike


def _fields_of(need: Need) -> frozenset[str]:
    """Return the fields that what stands for a need, or for parts of it, names."""
    found: set[str] = set()
    for part in need.parts or (need,):
        found.update(*(rule.fields for rule in part.studies), *(rule.fields for rule in part.degrees))
        found |= set(part.schooling.fields) if part.schooling else set()
    return frozenset(found)


def _study_key(need: Need) -> Hashable:
    """Return all that the credit of study hangs on, but for what is declared."""
    return (need.joint, *(_key_of_part(part) for part in need.parts or (need,)))


def _key_of_part(part: Need) -> Hashable:
    studies = tuple((one.semester_hours, one.months, one.at_most_months, one.fields) for one in part.studies)
    degrees = tuple((one.degree, one.fields, one.or_closely_related, one.months) for one in part.degrees)
    if not (studies or degrees or part.schooling):
        return None
    return part.asked_months, part.rate, studies, degrees, _other_key(part.schooling) if part.schooling else None


def _other_key(rule: Requirement) -> Hashable:
    """Return what a requirement that is no service asks."""
    if isinstance(rule, Education):
        return "study", rule.degree, rule.fields, rule.or_closely_related, rule.semester_hours, rule.courses
    if isinstance(rule, Credential):
        return "credential", fold_title(rule.name), rule.by
    if isinstance(rule, Programme):
        return "programme", rule.programme, rule.approval_required
    return ("standing", rule.standing) if isinstance(rule, StandingHeld) else "condition"
