"""The rules of one class made ready for arithmetic: routes of needs, without a person.

Whole substitutions become routes of their own (SEMANTICS C9), experience within
another counts for both (C16), and experience additional to another asks for months
that the other cannot use: the two together must reach the sum.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import combinations, product
from types import MappingProxyType
from typing import NamedTuple

from ladder.catalog.catalog import Catalog
from ladder.catalog.jurisdictions import Conventions, RulingCondition
from ladder.qualifications import (
    Certainty,
    DegreeSubstitution,
    Experience,
    NamedClass,
    Programme,
    ProgrammeSubstitution,
    Qualifications,
    Requirement,
    Route,
    ServiceSubstitution,
    Standing,
    StudySubstitution,
    experience_of,
)
from ladder.sources import Source
from ladder.specification import ClassSpecification


class ServiceRule(NamedTuple):
    """What service counts toward one requirement.

    A month counts by a class that the text names, by a recorded ruling, or because the
    profile declares it; and it counts here where it counts for a ``contained``
    requirement. A month declared for any ``declarable`` requirement is declared for this
    one: those within it are part of it (SEMANTICS C16). ``lead_series`` are the classes
    whose service would count were it known to have carried lead duties. Service in
    ``sure`` classes always counts, in ``unsure`` classes on a condition, in any other
    class only as declared.
    """

    reference: str
    named: Mapping[str, NamedClass]
    rulings: Mapping[str, RulingCondition | None]
    declared_is_equivalent: bool = False
    lead_series: frozenset[str] = frozenset()
    contained: tuple["ServiceRule", ...] = ()
    sure: frozenset[str] = frozenset()
    unsure: frozenset[str] = frozenset()
    declarable: frozenset[str] = frozenset()


def service_rule(
    reference: str,
    named: Mapping[str, NamedClass],
    *,
    rulings: Mapping[str, RulingCondition | None] = MappingProxyType({}),
    declared_is_equivalent: bool = False,
    lead_series: frozenset[str] = frozenset(),
    contained: tuple[ServiceRule, ...] = (),
    is_sum: bool = False,
) -> ServiceRule:
    """Return the rule, with the classes that count for sure told from those that may."""
    on_condition = {name for name, one in named.items() if _is_on_condition(one)}
    sure = (named.keys() - on_condition) | rulings.keys() | {name for one in contained for name in one.sure}
    unsure = on_condition | lead_series | {name for one in contained for name in one.unsure}
    return ServiceRule(
        reference,
        named,
        rulings,
        declared_is_equivalent,
        lead_series,
        contained,
        sure=frozenset(sure),
        unsure=frozenset(unsure - sure),
        declarable=frozenset([reference]).union(*(() if is_sum else (one.declarable for one in contained))),
    )


def _is_on_condition(named: NamedClass) -> bool:
    return named.target_class_required or named.only_for is not None or named.certainty is Certainty.PEER


class CappedService(NamedTuple):
    """Service that stands for months of a requirement, month by month, up to a maximum."""

    service: ServiceRule
    at_most_months: int
    standing: Standing | None
    source: Source


class Need(NamedTuple):
    """Months of service that one route asks, less what study and degrees stand for.

    A ``joint`` need is the sum of experience requirements that are additional to one
    another; its parts are needs of their own.
    """

    reference: str
    what: str
    asked_months: int
    service: ServiceRule
    source: Source
    standing: Standing | None = None
    lead: bool = False
    capped: tuple[CappedService, ...] = ()
    studies: tuple[StudySubstitution, ...] = ()
    degrees: tuple[DegreeSubstitution, ...] = ()
    parts: tuple["Need", ...] = ()

    @property
    def joint(self) -> bool:
        """Whether this is a sum of needs rather than a requirement as printed."""
        return bool(self.parts)


class OtherNeed(NamedTuple):
    """A requirement that no months of service fill: study, licence, programme, standing."""

    reference: str
    requirement: Requirement


class TraineeNeed(NamedTuple):
    """A trainee class leads here by its own record, which states no length."""

    reference: str
    feeder_class: str
    source: Source


AnyNeed = Need | OtherNeed | TraineeNeed


class RouteRules(NamedTuple):
    """One route: every need must be met."""

    id: str
    needs: tuple[AnyNeed, ...]


NO_PEERS: Mapping[str, frozenset[str]] = MappingProxyType({})


class ClassRules(NamedTuple):
    """The routes of one class, in document order, with its jurisdiction's conventions.

    ``peers`` are other classes at the level of classes that the text names so, each with
    those whose level it is; they matter only to a plan that includes peers.
    """

    class_id: str
    jurisdiction: str
    conventions: Conventions
    routes: tuple[RouteRules, ...]
    peers: Mapping[str, frozenset[str]] = NO_PEERS


@lru_cache(maxsize=20_000)
def rules_of(catalog: Catalog, class_id: str) -> ClassRules | None:
    """Return the rules of a class, null where its requirements are not in the data."""
    spec = catalog.classes[class_id]
    if spec.qualifications is None:
        return None
    needs = dict(_needs_of(catalog, spec, spec.qualifications))
    routes = tuple(
        RouteRules(route_id, (*(needs[name] for name in names), *_joint_needs(names, needs, spec.qualifications)))
        for route_id, names in _expanded_routes(spec.qualifications)
    )
    routes += tuple(_trainee_routes(catalog, class_id))
    conventions, peers = catalog.jurisdiction_of(class_id).conventions, catalog.level_peers(class_id)
    return ClassRules(class_id, spec.jurisdiction, conventions, routes, peers)


def _trainee_routes(catalog: Catalog, class_id: str) -> Iterable[RouteRules]:
    """Yield a route for each trainee class that names this class as its target."""
    for feeder_class, target in catalog.trainee_classes_for.get(class_id, ()):
        name = f"sub:{feeder_class}"
        reference = f"{class_id}#{name}"
        months = target.at_most_months or target.months
        if months is None:
            yield RouteRules(name, (TraineeNeed(reference, feeder_class, target.source),))
            continue
        named = NamedClass.model_validate({"class": feeder_class, "target_class_required": True})
        service = service_rule(reference, {feeder_class: named}, declared_is_equivalent=True)
        yield RouteRules(name, (Need(reference, f"training in {feeder_class}", months, service, target.source),))


def _expanded_routes(rules: Qualifications) -> Iterable[tuple[str, tuple[str, ...]]]:
    """Yield the printed routes, then each with whole substitutions in place."""
    whole = [(rule.stands_for, name) for name, rule in whole_substitutions(rules)]
    for route in rules.routes:
        yield route.id, route.requires
    for route in rules.routes:
        yield from _substituted(route, whole, bare=route == rules.routes[0])


def _substituted(route: Route, whole: list[tuple[str, str]], *, bare: bool) -> Iterable[tuple[str, tuple[str, ...]]]:
    choices = [[name, *(sub for stands_for, sub in whole if stands_for == name)] for name in route.requires]
    for chosen in product(*choices):
        if chosen != route.requires:
            subs = "+".join(name for name in chosen if name not in route.requires)
            yield (subs if bare else f"{route.id}+{subs}"), chosen


def whole_substitutions(rules: Qualifications) -> Iterable[tuple[str, ServiceSubstitution | ProgrammeSubstitution]]:
    """Yield the substitutions that stand for a whole requirement, by requirement id."""
    programmes = 0
    for rule in rules.substitutions:
        if isinstance(rule, ServiceSubstitution) and rule.at_most_months is None:
            yield f"sub:{rule.named.class_id}", rule
        elif isinstance(rule, ProgrammeSubstitution):
            programmes += 1
            yield "program" if programmes == 1 else f"program:{rule.programme}", rule


def _needs_of(
    catalog: Catalog, spec: ClassSpecification, rules: Qualifications
) -> Iterable[tuple[str, Need | OtherNeed]]:
    for rule in rules.requirements:
        reference = f"{spec.class_id}#{rule.id}"
        if isinstance(rule, Experience):
            yield rule.id, _experience_need(catalog, spec, rules, rule)
        else:
            yield rule.id, OtherNeed(reference, rule)
    for name, substitution in whole_substitutions(rules):
        reference = f"{spec.class_id}#{name}"
        if isinstance(substitution, ServiceSubstitution):
            yield name, _whole_service_need(reference, substitution)
        else:
            yield name, OtherNeed(reference, _programme_of(name, substitution))


def _experience_need(catalog: Catalog, spec: ClassSpecification, rules: Qualifications, rule: Experience) -> Need:
    standing_in = [sub for sub in rules.substitutions if sub.stands_for == rule.id]
    return Need(
        reference=f"{spec.class_id}#{rule.id}",
        what=rule.what,
        asked_months=rule.months,
        service=_service_rule(catalog, spec, rules, rule),
        source=rule.source,
        standing=rule.standing,
        lead=rule.lead,
        capped=tuple(_capped(spec, sub) for sub in standing_in if _is_capped(sub)),
        studies=tuple(sub for sub in standing_in if isinstance(sub, StudySubstitution)),
        degrees=tuple(sub for sub in standing_in if isinstance(sub, DegreeSubstitution)),
    )


def _is_capped(substitution: object) -> bool:
    return isinstance(substitution, ServiceSubstitution) and substitution.at_most_months is not None


def _capped(spec: ClassSpecification, substitution: object) -> CappedService:
    assert isinstance(substitution, ServiceSubstitution)  # noqa: S101 - told apart by _is_capped
    reference = f"{spec.class_id}#sub:{substitution.named.class_id}"
    return CappedService(
        _named_service(reference, substitution),
        substitution.at_most_months or 0,
        substitution.standing,
        substitution.source,
    )


def _named_service(reference: str, rule: ServiceSubstitution) -> ServiceRule:
    return service_rule(reference, {rule.named.class_id: rule.named}, declared_is_equivalent=True)


def _whole_service_need(reference: str, rule: ServiceSubstitution) -> Need:
    return Need(
        reference=reference,
        what=f"service in {rule.named.class_id}, in place of {rule.stands_for} experience",
        asked_months=rule.months,
        service=_named_service(reference, rule),
        source=rule.source,
        standing=rule.standing,
    )


def _programme_of(name: str, rule: ProgrammeSubstitution) -> Programme:
    return Programme(
        id=name,
        what=f"completion of {rule.programme}, in place of {rule.stands_for} experience",
        programme=rule.programme,
        approval_required=rule.approval_required,
        source=rule.source,
    )


def _service_rule(catalog: Catalog, spec: ClassSpecification, rules: Qualifications, rule: Experience) -> ServiceRule:
    reference = f"{spec.class_id}#{rule.id}"
    inside = [other for other in experience_of(rules).values() if other.within == rule.id]
    return service_rule(
        reference,
        {named.class_id: named for named in rule.classes},
        rulings=catalog.rulings_for.get(reference, {}),
        declared_is_equivalent=bool(rule.classes) and not rule.or_in_field,
        lead_series=catalog.series_of(spec) if rule.lead else frozenset(),
        contained=tuple(_service_rule(catalog, spec, rules, other) for other in inside),
    )


def _joint_needs(
    names: tuple[str, ...], needs: Mapping[str, Need | OtherNeed], rules: Qualifications
) -> Iterable[Need]:
    """Yield a need for each set of requirements that are additional to one another."""
    experience = experience_of(rules)
    of_experience = [name for name in names if name in experience]
    for root in dict.fromkeys(_added_to(name, experience) for name in of_experience):
        group = [name for name in of_experience if _added_to(name, experience) == root]
        for size in range(2, len(group) + 1):
            for chosen in combinations(group, size):
                whole = _sum_of([need for name in chosen if isinstance(need := needs[name], Need)])
                yield whole
                yield from _sums_with_substitutes(whole)


def _sums_with_substitutes(whole: Need) -> Iterable[Need]:
    """Yield the sums that substitutions by service must reach together with direct service.

    Where jobs are held at once, a month that counts directly and a month that stands for
    it are one month: the maxima of the other substitutions are all that may be added.
    """
    for size in range(1, len(whole.capped) + 1):
        for chosen in combinations(range(len(whole.capped)), size):
            others = sum(one.at_most_months for number, one in enumerate(whole.capped) if number not in chosen)
            if whole.asked_months > others:
                inner = (whole.service, *(whole.capped[number].service for number in chosen))
                name = "+".join(one.reference for one in inner)
                service = service_rule(name, {}, contained=inner, is_sum=True)
                yield whole._replace(
                    reference=name, asked_months=whole.asked_months - others, service=service, capped=()
                )


def _added_to(name: str, experience: Mapping[str, Experience]) -> str:
    """Return the requirement at the end of the chain of additions, the name itself if none."""
    while name in experience and (onto := experience[name].additional_to):
        name = onto
    return name


def _sum_of(parts: list[Need]) -> Need:
    reference = "+".join(part.reference for part in parts)
    return Need(
        reference=reference,
        what="the sum of requirements that are additional to one another",
        asked_months=sum(part.asked_months for part in parts),
        service=service_rule(reference, {}, contained=tuple(part.service for part in parts), is_sum=True),
        source=parts[0].source,
        capped=tuple(
            one._replace(at_most_months=min(one.at_most_months, part.asked_months))
            for part in parts
            for one in part.capped
        ),
        parts=tuple(parts),
    )
