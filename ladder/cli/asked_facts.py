"""What the classes aimed at ask of a person: the facts that can change an answer, and no others."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from ladder.catalog.catalog import Catalog
from ladder.catalog.jurisdictions import fields_named
from ladder.qualifications import (
    Credential,
    DegreeLevel,
    DegreeSubstitution,
    Education,
    Experience,
    Programme,
    ProgrammeSubstitution,
    Qualifications,
    Requirement,
    ServiceSubstitution,
    Standing,
    StandingHeld,
    StudySubstitution,
    Substitution,
    service_rules_of,
)
from ladder.requirement_references import reference_to
from ladder.titles import fold_title


class AskedFacts(NamedTuple):
    """The facts that the classes aimed at ask for.

    ``service`` are the requirements that service can count toward, with the classes that count
    anyhow; ``is_dated`` says that it matters when service was, ``orders_study`` and
    ``orders_licenses`` when a degree or a license was had. ``programs`` are by id, with whether
    approval is asked; ``fields`` are those that study or a degree is asked in.
    """

    standing: tuple[Standing, ...]
    service: Mapping[str, tuple[str, frozenset[str]]]
    is_dated: bool
    orders_study: bool
    orders_licenses: bool
    asks_hours: bool
    asks_courses: bool
    asks_degree: bool
    asks_school: bool
    fields: tuple[str, ...]
    licenses: tuple[str, ...]
    programs: Mapping[str, bool]


class FactsOf(NamedTuple):
    """What classes of a catalog ask of a person."""

    catalog: Catalog

    def classes(self, targets: Iterable[str]) -> AskedFacts:
        """Return the facts that the classes ask for, each once, in the order of their records."""
        specs = [self.catalog.classes[one] for one in targets]
        asked = [(spec.class_id, spec.qualifications) for spec in specs if spec.qualifications]
        rules = [rule for _, one in asked for rule in (*one.requirements, *one.substitutions)]
        before = frozenset(chain.from_iterable(_kinds_before(one) for _, one in asked))
        return AskedFacts(
            standing=_standing(rules),
            service=dict(self._service(asked)),
            is_dated=any(map(_is_limited, rules)),
            orders_study="education" in before,
            orders_licenses="credential" in before,
            asks_hours=any(map(_takes_hours, rules)) or any(_stands_for_study(one) for _, one in asked),
            asks_courses=any(map(_takes_courses, rules)),
            asks_degree=any(map(_takes_degree, rules)),
            asks_school=any(map(_asks_school, rules)),
            fields=_once(chain.from_iterable(map(fields_named, rules))),
            licenses=_once(_licenses(rules)),
            programs=dict(_programs(rules)),
        )

    def _service(self, rules: Iterable[tuple[str, Qualifications]]) -> Iterator[tuple[str, tuple[str, frozenset[str]]]]:
        """Yield what service can count toward: the words, and the classes whose service counts anyhow."""
        for class_id, one in rules:
            for name, rule in service_rules_of(one):
                named = rule.classes if isinstance(rule, Experience) else tuple(filter(None, (rule.named,)))
                reference = reference_to(class_id, name)
                ruled = self.catalog.rulings_for.get(reference, {})
                if rule.what and rule.standing is None:
                    yield reference, (rule.what, frozenset((*(each.class_id for each in named), *ruled)))


Rule = Requirement | Substitution
_SCHOOL = DegreeLevel.HIGH_SCHOOL


def _is_limited(rule: Rule) -> bool:
    return isinstance(rule, Experience) and bool(rule.after or rule.within_last_months)


def _asks_school(rule: Rule) -> bool:
    return isinstance(rule, Education) and rule.degree is _SCHOOL


def _licenses(rules: Iterable[Rule]) -> Iterator[str]:
    yield from (rule.name for rule in rules if isinstance(rule, Credential))


def _programs(rules: Iterable[Rule]) -> Iterator[tuple[str, bool]]:
    for rule in rules:
        if isinstance(rule, Programme | ProgrammeSubstitution):
            yield rule.programme, rule.approval_required


def _takes_hours(rule: Rule) -> bool:
    if isinstance(rule, Education):
        return bool(rule.semester_hours or rule.courses)
    return isinstance(rule, StudySubstitution)


def _takes_courses(rule: Rule) -> bool:
    if isinstance(rule, Education):
        return bool(rule.courses or (rule.semester_hours and rule.fields))
    return isinstance(rule, StudySubstitution) and bool(rule.fields)


def _takes_degree(rule: Rule) -> bool:
    if isinstance(rule, Education):
        return rule.degree not in {None, _SCHOOL}
    return isinstance(rule, StudySubstitution | DegreeSubstitution)


def _stands_for_study(rules: Qualifications) -> bool:
    studied = {rule.id for rule in rules.requirements if isinstance(rule, Education)}
    return any(isinstance(one, ServiceSubstitution) and one.stands_for in studied for one in rules.substitutions)


def _kinds_before(rules: Qualifications) -> Iterator[str]:
    """Yield the kinds of requirements that service must come after."""
    kinds = {rule.id: rule.kind for rule in rules.requirements}
    for rule in rules.requirements:
        if isinstance(rule, Experience) and rule.after:
            yield kinds[rule.after]


def _once(names: Iterable[str]) -> tuple[str, ...]:
    """Return names that mean different things, each as it is printed first."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(fold_title(name), name)
    return tuple(found.values())


def _standing(rules: Iterable[Rule]) -> tuple[Standing, ...]:
    asked = frozenset(chain.from_iterable(map(_standing_of, rules)))
    return tuple(one for one in Standing if one in asked)


def _standing_of(rule: Rule) -> Iterator[Standing | None]:
    if isinstance(rule, Experience | StandingHeld | ServiceSubstitution):
        yield rule.standing
    if isinstance(rule, Experience):
        yield from (named.only_for for named in rule.classes)
    if isinstance(rule, ServiceSubstitution) and rule.named:
        yield rule.named.only_for
