"""Which classes come next under one plan, each answered as the plan has it."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ladder.catalog.catalog import Catalog
from ladder.eligibility.answers import Assessment
from ladder.eligibility.assessment import assess
from ladder.eligibility.plans import Plan, PlanKind
from ladder.histories import History
from ladder.paths.answers import assess_climb
from ladder.paths.ladders import classes_above, preferred_order, steps_onward
from ladder.paths.next_classes import NextClass, classes_ahead, classes_held, is_at_home, order_next
from ladder.paths.reaching import REACH_BUDGET
from ladder.paths.work import WORK

DOORS = 3
"""How many of the next doors a report tells."""


def answer_under(catalog: Catalog, history: History, target: str, plan: Plan, *, budget: int = WORK) -> Assessment:
    """Return the assessment of one class under the plan, climbing included.

    Raises:
        BadCallError: the plan climbs and there is not one present class to climb from.

    """
    if plan.kind is PlanKind.CLIMB:
        return assess_climb(catalog, history, target, plan, budget=budget)
    return assess(catalog, history, target, plan._replace(via=()))


def find_doors(
    catalog: Catalog, history: History, plan: Plan, *, most: int = DOORS, lower_pay: bool = False
) -> tuple[NextClass, ...]:
    """Return the first of the classes that come next under the plan, as ``next_classes`` has it.

    Classes of other jurisdictions are looked at only where there are too few at home.
    """
    ahead = classes_ahead(catalog, history, plan.include, lower_pay=lower_pay)
    asking = _Asking(catalog, history, plan, _months_staying(catalog, history, plan))
    found: tuple[NextClass, ...] = ()
    for home in (True, False):
        group = [one for one in ahead if is_at_home(history, one) is home]
        if len(found) < most:
            found += asking.soonest(group, most=most - len(found))
    return found


class _Asking(NamedTuple):
    """One person under one plan, with the months until each class is met by staying, where that is of help."""

    catalog: Catalog
    history: History
    plan: Plan
    staying: Mapping[str, int]

    def soonest(self, group: Sequence[str], *, most: int) -> tuple[NextClass, ...]:
        """Return the soonest of a group, at most so many."""
        asked = self._within_reach([one for one in group if self.staying.get(one) != 0], most=most)
        answers = [answer_under(self.catalog, self.history, one, self.plan, budget=REACH_BUDGET) for one in asked]
        return order_next(self.catalog, self.history, answers)[:most]

    def _within_reach(self, group: list[str], *, most: int) -> list[str]:
        """Return the classes that may be among the soonest of a climb; the others are surely later.

        A climb that beats staying begins with a move to a class that staying opens. So only
        classes above those opened before the last of the soonest can come among them.
        """
        timed = sorted(self.staying[one] for one in group if one in self.staying)
        if len(timed) < most:
            return group
        last = timed[most - 1]
        opened = [one for one, month in self.staying.items() if month < last]
        above = {one for start in opened for one in classes_above(self.catalog, start, self.plan.include)}
        return [one for one in group if one in above or self.staying.get(one, last + 1) <= last]


def _months_staying(catalog: Catalog, history: History, plan: Plan) -> Mapping[str, int]:
    """Return the months until each class is met by staying, where the plan is to climb from one class by any way."""
    if plan.kind is not PlanKind.CLIMB or plan.via or len(history.present) != 1:
        return {}
    staying = plan._replace(kind=PlanKind.STAY)
    asked = [one.class_id for one in catalog.classes.values() if one.qualifications]
    months = {one: assess(catalog, history, one, staying).months for one in asked}
    return {one: month for one, month in months.items() if month is not None}


def classes_met_now(catalog: Catalog, history: History, plan: Plan, *, most: int = DOORS) -> tuple[str, ...]:
    """Return classes not held whose minimum qualifications are met now, those with more pay first, then by code."""
    held = classes_held(history)
    asked = [one.class_id for one in catalog.classes.values() if one.qualifications and one.class_id not in held]
    idle = plan._replace(kind=PlanKind.NONE)
    met = [one for one in asked if assess(catalog, history, one, idle).months == 0]
    return tuple(preferred_order(catalog, met)[:most])


def classes_one_step_on(catalog: Catalog, history: History, plan: Plan) -> tuple[str, ...]:
    """Return the classes one step on from the present classes, in the order of their texts."""
    held = [one.class_id for one in history.present if one.class_id]
    onward = [step.target_class for class_id in held for step in steps_onward(catalog, class_id, plan.include)]
    return tuple(dict.fromkeys(one for one in onward if one not in held))
