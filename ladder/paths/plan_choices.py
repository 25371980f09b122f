"""What a caller says of a question, in words, made into the case that the question is about."""

from collections.abc import Iterable
from enum import StrEnum
from fractions import Fraction
from typing import TypeVar

from ladder.catalog.catalog import Catalog
from ladder.eligibility.cases import Case
from ladder.eligibility.plans import Plan, PlanKind
from ladder.errors import BadCallError
from ladder.histories import History
from ladder.paths.starts import day_one, without_profile
from ladder.present import present_month
from ladder.qualifications import Certainty
from ladder.service_time import Month, read_hours_a_year
from ladder.values import Value

Choice = TypeVar("Choice", bound=StrEnum)


class PlanChoices(Value):
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
        BadCallError: there is no such plan, or no such certainty of steps.

    """
    return Plan(
        kind=_one_of(PlanKind, choices.plan, "plan") if choices.plan else otherwise,
        study_hours_a_year=choices.study,
        lead_in=frozenset(catalog.find_class(text).class_id for text in choices.lead_in),
        via=tuple(catalog.find_class(text).class_id for text in choices.via),
        include=read_certainties(choices.include),
    )


def read_certainties(names: Iterable[str]) -> frozenset[Certainty]:
    """Return certainties of steps by their names.

    Raises:
        BadCallError: there is no such certainty.

    """
    return frozenset(_one_of(Certainty, one, "include") for one in names)


def read_study(value: object) -> Fraction:
    """Return semester hours of study a year.

    Raises:
        BadCallError: the value is no number, or more than anybody studies.

    """
    try:
        return read_hours_a_year(value)
    except ValueError as error:
        raise BadCallError(what=f"study: {error}", try_this="name semester hours a year, such as 12") from None


def _one_of(kind: type[Choice], text: str, what: str) -> Choice:
    try:
        return kind(text)
    except ValueError:
        raise BadCallError(what=f"{what}: {text!r} is not known", try_this=f"it is one of {', '.join(kind)}") from None


def case_of(
    catalog: Catalog,
    choices: PlanChoices,
    history: History | None,
    *,
    otherwise: PlanKind,
    as_of: Month | None,
) -> Case:
    """Return the case of a history under the plan chosen; without one day one, counted from ``as_of`` or this month.

    On day one standing and target class are assumed. ``otherwise`` is the kind of plan
    where none was chosen.

    Raises:
        LadderError: as :func:`plan_of`.

    """
    plan = plan_of(catalog, choices, otherwise=otherwise)
    if history is not None:
        return Case(catalog, history, plan)
    return Case(catalog, day_one(present_month() if as_of is None else as_of), without_profile(plan))
