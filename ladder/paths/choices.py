"""What a caller says of a question, in words, made into the case that the question is about."""

from collections.abc import Callable
from fractions import Fraction
from typing import NamedTuple

from ladder.catalog.catalog import Catalog
from ladder.eligibility.cases import Case
from ladder.eligibility.plans import Plan, PlanKind
from ladder.histories import History
from ladder.paths.starts import day_one, without_profile
from ladder.qualifications import Certainty
from ladder.service_time import Month


class PlanChoices(NamedTuple):
    """What the caller said of the time to come; classes are as typed.

    ``study`` is in semester hours a year. ``plan`` is None where the question's own
    default holds.
    """

    plan: str | None = None
    via: tuple[str, ...] = ()
    study: Fraction = Fraction(0)
    lead_in: tuple[str, ...] = ()
    include: tuple[str, ...] = ()


def plan_of(catalog: Catalog, choices: PlanChoices, *, otherwise: PlanKind) -> Plan:
    """Return the plan that the caller chose; classes are found by id, code or title.

    Raises:
        UnknownClassError: a class named is not in the catalog, or ambiguous.

    """
    return Plan(
        kind=PlanKind(choices.plan) if choices.plan else otherwise,
        study_hours_a_year=choices.study,
        lead_in=frozenset(catalog.find_class(text).class_id for text in choices.lead_in),
        via=tuple(catalog.find_class(text).class_id for text in choices.via),
        include=frozenset(Certainty(text) for text in choices.include),
    )


def case_of(catalog: Catalog, history: History | None, plan: Plan, *, as_of: Callable[[], Month]) -> Case:
    """Return the case of a history under a plan; without one day one, counted from ``as_of``, with standing assumed."""
    if history is not None:
        return Case(catalog, history, plan)
    return Case(catalog, day_one(as_of()), without_profile(plan))
