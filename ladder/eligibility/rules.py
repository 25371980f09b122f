"""The rules of one class made ready for arithmetic: routes of needs, without a person.

Whole substitutions become routes of their own (docs/semantics.md, C9), experience within
another counts for both (C16), and experience additional to another asks for months
that the other cannot use: the two together must reach the sum.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import product
from types import MappingProxyType

from ladder.catalog.catalog import Catalog
from ladder.catalog.jurisdictions import Conventions, Jurisdiction
from ladder.eligibility.needs import AnyNeed, CappedService, Need, OtherNeed, ServiceRule, TraineeNeed, service_rule
from ladder.eligibility.sums import joint_needs
from ladder.qualifications import (
    DegreeSubstitution,
    Education,
    Experience,
    NamedClass,
    Programme,
    ProgrammeSubstitution,
    Qualifications,
    Route,
    ServiceSubstitution,
    StudySubstitution,
    experience_of,
)
from ladder.requirement_references import class_referred_to, reference_to
from ladder.service_credit import months_of_education, rate_of, rated_for, study_blocks
from ladder.service_limits import ANY_TIME, ServiceLimits, limits_of
from ladder.specification import ClassSpecification, EarlyFiling
from ladder.titles import fold_title
from ladder.values import Value


class RouteRules(Value):
    """One route: every need must be met.

    ``may_lack`` is how many months of its experience may still be lacking when one files
    for the examination; null where no text lets anyone file early by it.
    """

    id: str
    needs: tuple[AnyNeed, ...]
    may_lack: int | None = None


NO_PEERS: Mapping[str, frozenset[str]] = MappingProxyType({})
NO_ALIASES: Mapping[str, str] = MappingProxyType({})


class ClassRules(Value):
    """The routes of one class, in document order, with its jurisdiction's conventions.

    ``peers`` are other classes at the level of classes that the text names so, each with
    those whose level it is; they matter only to a plan that includes peers. ``field_names``
    gives the one name of a field that has several, all folded.
    """

    class_id: str
    jurisdiction: str
    conventions: Conventions
    routes: tuple[RouteRules, ...]
    peers: Mapping[str, frozenset[str]] = NO_PEERS
    field_names: Mapping[str, str] = NO_ALIASES


@lru_cache(maxsize=20_000)
def rules_of(catalog: Catalog, class_id: str) -> ClassRules | None:
    """Return the rules of a class, null where its requirements are not in the data."""
    spec = catalog.classes[class_id]
    if spec.qualifications is None:
        return None
    compiler = _Compiler(catalog, spec, spec.qualifications)
    needs = dict(compiler.needs())
    routes = tuple(
        RouteRules(
            route_id,
            (*(needs[name] for name in names), *joint_needs(names, needs, spec.qualifications)),
            _may_lack(spec.early_filing, printed),
        )
        for route_id, printed, names in _expanded_routes(spec.qualifications)
    )
    routes += tuple(
        route._replace(may_lack=_may_lack(spec.early_filing, route.id)) for route in compiler.trainee_routes()
    )
    place = catalog.jurisdiction_of(class_id)
    peers, field_names = catalog.level_peers(class_id), _field_names(place)
    return ClassRules(class_id, spec.jurisdiction, place.conventions, routes, peers, field_names)


def _field_names(place: Jurisdiction) -> Mapping[str, str]:
    return {fold_title(name): fold_title(group[0]) for group in place.field_aliases for name in group}


def needs_called(catalog: Catalog, reference: str) -> Iterator[AnyNeed]:
    """Yield what routes ask under a reference, ``us-nd/0444#special``; what several needs ask together has none."""
    rules = rules_of(catalog, class_referred_to(reference))
    for need in (need for route in rules.routes for need in route.needs) if rules else ():
        if need.reference == reference and not (isinstance(need, Need) and need.joint):
            yield need


def _may_lack(early: EarlyFiling | None, route: str) -> int | None:
    """Return how much experience one who files by the route may lack; null where the text says none."""
    return early.lacking_months if early and (not early.routes or route in early.routes) else None


class _Compiler(Value):
    """Makes the requirements of one class of a catalog into needs."""

    catalog: Catalog
    spec: ClassSpecification
    rules: Qualifications

    def trainee_routes(self) -> Iterable[RouteRules]:
        """Yield a route for each trainee class that names this class as its target."""
        class_id = self.spec.class_id
        for feeder_class, target in self.catalog.trainee_classes_for.get(class_id, ()):
            name = f"sub:{feeder_class}"
            reference = reference_to(class_id, name)
            months = target.at_most_months or target.months
            if months is None:
                yield RouteRules(name, (TraineeNeed(reference, feeder_class, target.source),))
                continue
            named = NamedClass(class_id=feeder_class, target_class_required=True)
            service = service_rule(reference, {feeder_class: named}, declared_is_equivalent=True)
            yield RouteRules(name, (Need(reference, f"training in {feeder_class}", months, service, target.source),))

    def needs(self) -> Iterable[tuple[str, Need | OtherNeed]]:
        """Yield what each requirement asks, then each substitution for a whole one, by its name in a route."""
        for rule in self.rules.requirements:
            reference = reference_to(self.spec.class_id, rule.id)
            if isinstance(rule, Experience):
                yield rule.id, self._experience_need(rule)
            elif isinstance(rule, Education) and rated_for(self.rules, rule.id):
                yield rule.id, self._education_need(rule)
            else:
                yield rule.id, OtherNeed(reference, rule)
        for name, substitution in whole_substitutions(self.rules):
            reference = reference_to(self.spec.class_id, name)
            if isinstance(substitution, ServiceSubstitution):
                yield name, _whole_service_need(reference, substitution)
            else:
                yield name, OtherNeed(reference, _programme_of(name, substitution))

    def _experience_need(self, rule: Experience) -> Need:
        standing_in = [sub for sub in self.rules.substitutions if sub.stands_for == rule.id]
        service = self._service_rule(rule)
        return Need(
            reference=reference_to(self.spec.class_id, rule.id),
            what=rule.what,
            asked_months=rule.months,
            service=service,
            source=rule.source,
            standing=rule.standing,
            lead=rule.lead,
            capped=tuple(_capped(self.spec, sub, service.limits) for sub in rated_for(self.rules, rule.id)),
            studies=tuple(sub for sub in standing_in if isinstance(sub, StudySubstitution)),
            degrees=tuple(sub for sub in standing_in if isinstance(sub, DegreeSubstitution)),
        )

    def _education_need(self, rule: Education) -> Need:
        """Return the months of an education, which study fills first, then service (docs/semantics.md, C22)."""
        months, service = months_of_education(rule) or 0, rated_for(self.rules, rule.id)
        return Need(
            reference=reference_to(self.spec.class_id, rule.id),
            what=rule.what,
            asked_months=months,
            service=service_rule("", {}),
            source=rule.source,
            capped=tuple(_capped(self.spec, one) for one in service),
            studies=study_blocks(rule, months),
            schooling=rule,
            rate=rate_of(service[0]),
        )

    def _service_rule(self, rule: Experience) -> ServiceRule:
        reference = reference_to(self.spec.class_id, rule.id)
        inside = [other for other in experience_of(self.rules).values() if other.within == rule.id]
        return service_rule(
            reference,
            {named.class_id: named for named in rule.classes},
            rulings=self.catalog.rulings_for.get(reference, {}),
            declared_is_equivalent=bool(rule.classes) and not rule.or_in_field,
            lead_series=self.catalog.series_of(self.spec) if rule.lead else frozenset(),
            contained=tuple(self._service_rule(other) for other in inside),
            lead_months=rule.months if rule.lead else None,
        )._replace(limits=limits_of(rule, self.rules))


def _expanded_routes(rules: Qualifications) -> Iterable[tuple[str, str, tuple[str, ...]]]:
    """Yield routes as printed, then with whole substitutions in place: its id, the printed one's, what it asks."""
    whole = [(rule.stands_for, name) for name, rule in whole_substitutions(rules)]
    for route in rules.routes:
        yield route.id, route.id, route.requires
    for route in rules.routes:
        for name, chosen in _substituted(route, whole, bare=route == rules.routes[0]):
            yield name, route.id, chosen


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
        if isinstance(rule, ServiceSubstitution) and rule.is_whole:
            yield rule.reference, rule
        elif isinstance(rule, ProgrammeSubstitution):
            programmes += 1
            yield "program" if programmes == 1 else f"program:{rule.programme}", rule


def _capped(
    spec: ClassSpecification, substitution: ServiceSubstitution, limits: ServiceLimits = ANY_TIME
) -> CappedService:
    return CappedService(
        _named_service(reference_to(spec.class_id, substitution.reference), substitution)._replace(limits=limits),
        substitution.at_most_months,
        substitution.standing,
        substitution.source,
        rate_of(substitution),
    )


def _named_service(reference: str, rule: ServiceSubstitution) -> ServiceRule:
    named = {rule.named.class_id: rule.named} if rule.named else {}
    return service_rule(reference, named, declared_is_equivalent=True)


def _whole_service_need(reference: str, rule: ServiceSubstitution) -> Need:
    return Need(
        reference=reference,
        what=f"service in {rule.reference.removeprefix('sub:')}, in place of {rule.stands_for} experience",
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
