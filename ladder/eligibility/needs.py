"""What a route of a class asks, as values: service that counts, needs, and the rest.

The rules of a class (``rules``) are made of these; the arithmetic (``findings``, ``paths``)
reads them.
"""

from collections.abc import Mapping
from types import MappingProxyType

from ladder.catalog.jurisdictions import RulingCondition
from ladder.eligibility.clocks import Amount
from ladder.qualifications import (
    Certainty,
    DegreeSubstitution,
    Education,
    NamedClass,
    Requirement,
    Standing,
    StudySubstitution,
)
from ladder.service_limits import ANY_TIME, ServiceLimits
from ladder.sources import Source
from ladder.values import Value


class ServiceRule(Value):
    """What service counts toward one requirement.

    A month counts by a class that the text names, by a recorded ruling, or because the
    profile declares it; and it counts here where it counts for a ``contained``
    requirement. A month declared for any ``declarable`` requirement is declared for this
    one: those within it are part of it (docs/semantics.md, C16). ``lead_series`` are the classes
    whose service would count were it known to have carried lead duties; service declared
    for one of the ``leads`` is declared to have. Service in ``sure`` classes always counts,
    in ``unsure`` classes on a condition, in any other class only as declared, or as planned
    to carry lead duties where there are ``leads``. The ``limits`` say from when on, and how
    long, any of it counts.
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
    leads: frozenset[str] = frozenset()
    lead_months: int | None = None
    limits: ServiceLimits = ANY_TIME

    @property
    def is_lead(self) -> bool:
        """Whether the requirement itself asks for lead duty, ``lead_months`` of it, not just one within it."""
        return self.lead_months is not None

    @property
    def lead_rules(self) -> tuple["ServiceRule", ...]:
        """This rule and those contained that ask for lead duty themselves."""
        inside = tuple(lead for one in self.contained for lead in one.lead_rules)
        return (self, *inside) if self.is_lead else inside


def service_rule(
    reference: str,
    named: Mapping[str, NamedClass],
    *,
    rulings: Mapping[str, RulingCondition | None] = MappingProxyType({}),
    declared_is_equivalent: bool = False,
    lead_series: frozenset[str] = frozenset(),
    contained: tuple[ServiceRule, ...] = (),
    is_sum: bool = False,
    lead_months: int | None = None,
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
        leads=_leads_in(contained) | ({reference} if lead_months is not None else frozenset()),
        lead_months=lead_months,
    )


def _is_on_condition(named: NamedClass) -> bool:
    return named.target_class_required or named.only_for is not None or named.certainty is Certainty.PEER


def _leads_in(contained: tuple[ServiceRule, ...]) -> frozenset[str]:
    return frozenset(name for one in contained for name in one.leads)


class CappedService(Value):
    """Service that stands for months of a requirement, up to a maximum of months credited.

    Each month of service is credited ``rate`` months; without ``at_most_months`` there is no
    maximum.
    """

    service: ServiceRule
    at_most_months: Amount | None
    standing: Standing | None
    source: Source
    rate: Amount = 1


class Need(Value):
    """Months of service that one route asks, less what study and degrees stand for.

    A ``joint`` need is the sum of requirements that are additional to one another; its
    parts are needs of their own. ``schooling`` is an education for which service may stand;
    all such service gives ``rate`` months of it a month, in sums.
    """

    reference: str
    what: str
    asked_months: Amount
    service: ServiceRule
    source: Source
    standing: Standing | None = None
    lead: bool = False
    capped: tuple[CappedService, ...] = ()
    studies: tuple[StudySubstitution, ...] = ()
    degrees: tuple[DegreeSubstitution, ...] = ()
    parts: tuple["Need", ...] = ()
    schooling: Education | None = None
    rate: Amount = 1

    @property
    def joint(self) -> bool:
        """Whether this is a sum of needs rather than a requirement as printed."""
        return bool(self.parts)


class OtherNeed(Value):
    """A requirement that no months of service fill: study, licence, programme, standing."""

    reference: str
    requirement: Requirement


class TraineeNeed(Value):
    """A trainee class leads here by its own record, which states no length."""

    reference: str
    feeder_class: str
    source: Source


AnyNeed = Need | OtherNeed | TraineeNeed
