"""Where a climb starts: the class held, at what share of full time, and what is assumed."""

from fractions import Fraction

from ladder.catalog.catalog import Catalog
from ladder.condition_codes import ConditionCode
from ladder.eligibility.cases import Case
from ladder.eligibility.clocks import Accrual, accrual_of
from ladder.eligibility.plans import Plan, PlanKind
from ladder.histories import NOT_LISTED, History, Service
from ladder.paths.problem import planned_service
from ladder.service_time import Month
from ladder.values import Value

ASSUMED_WITHOUT_PROFILE = frozenset(
    [ConditionCode.INTERNAL, ConditionCode.STATE_EMPLOYEE, ConditionCode.PERMANENT, ConditionCode.TARGET_CLASS]
)
"""Conditions taken as true, and listed, where no profile declares anything."""


class Start(Value):
    """The service that goes on in the first class, and how service accrues in any class."""

    service: Service
    accrual: Accrual


def day_one(as_of: Month) -> History:
    """Return the history of a person on day one, with nothing declared."""
    return History(as_of=as_of)


def without_profile(plan: Plan) -> Plan:
    """Return the plan with standing and target class assumed, to be listed as conditions."""
    return plan._replace(assumed=plan.assumed | ASSUMED_WITHOUT_PROFILE)


def on_day_one(catalog: Catalog, as_of: Month) -> Case:
    """Return the case of a person on day one, who climbs, with standing and target class assumed."""
    return Case(catalog, day_one(as_of), without_profile(Plan(kind=PlanKind.CLIMB)))


def start_in(case: Case, class_id: str, *, target: str) -> Start:
    """Return the start in a class: as declared if it is the present one, else its share of full time alone.

    Without a present job the share of full time is 1. How part time counts is the
    convention of the target's jurisdiction.
    """
    present = next((one for one in case.history.present if one.class_id == class_id), None)
    title = case.catalog.classes[class_id].title
    service = present or planned_service(class_id, title)._replace(fte=_share_of(case.history))
    conventions = case.catalog.jurisdiction_of(target).conventions
    return Start(service, accrual_of([service], case.history.changes, conventions))


def _share_of(history: History) -> Fraction:
    total = sum((one.fte for one in history.present), Fraction(0))
    return min(Fraction(1), total) if history.present else Fraction(1)


def enrolled(case: Case, class_id: str) -> Case:
    """Return the case with the programme listed where the class held is a programme."""
    history = case.history
    if not case.catalog.classes[class_id].is_programme or class_id in history.programmes:
        return case
    return case._replace(history=history._replace(programmes={**history.programmes, class_id: NOT_LISTED}))
