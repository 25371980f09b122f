"""Which classes come next under one plan, each answered as the plan has it."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ladder.eligibility.assessment import assess
from ladder.eligibility.cases import Case
from ladder.eligibility.plans import PlanKind
from ladder.paths.asking import Question, SomeClasses, answer
from ladder.paths.ladders import classes_above, preferred_order, steps_onward
from ladder.paths.next_classes import NextClass, classes_ahead, classes_held, is_at_home, order_next

DOORS = 3
"""How many of the next doors are told."""


def find_doors(case: Case, *, most: int = DOORS, lower_pay: bool = False) -> tuple[NextClass, ...]:
    """Return the first of the classes that come next under the plan, as ``next_classes`` has it.

    Classes of other jurisdictions are looked at only where there are too few at home.
    """
    ahead = classes_ahead(case, lower_pay=lower_pay)
    asking = _Asking(case, _months_staying(case))
    found: tuple[NextClass, ...] = ()
    for home in (True, False):
        group = [one for one in ahead if is_at_home(case.history, one) is home]
        if len(found) < most:
            found += asking.soonest(group, most=most - len(found))
    return found


class _Asking(NamedTuple):
    """One person under one plan, with the months until each class is met by staying, where that is of help."""

    case: Case
    staying: Mapping[str, int]

    def soonest(self, group: Sequence[str], *, most: int) -> tuple[NextClass, ...]:
        """Return the soonest of a group, at most so many."""
        asked = self._within_reach([one for one in group if self.staying.get(one) != 0], most=most)
        return order_next(self.case, answer(Question(self.case, SomeClasses(tuple(asked)))))[:most]

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
        above = {one for start in opened for one in classes_above(self.case.catalog, start, self.case.plan.include)}
        return [one for one in group if one in above or self.staying.get(one, last + 1) <= last]


def _months_staying(case: Case) -> Mapping[str, int]:
    """Return the months until each class is met by staying, where the plan is to climb from one class by any way."""
    if case.plan.kind is not PlanKind.CLIMB or case.plan.via or len(case.history.present) != 1:
        return {}
    staying = case.staying()
    asked = [one.class_id for one in case.catalog.classes.values() if one.qualifications]
    months = {one: assess(staying, one).months for one in asked}
    return {one: month for one, month in months.items() if month is not None}


def classes_met_now(case: Case) -> tuple[str, ...]:
    """Return classes not held whose minimum qualifications are met now, those with more pay first, then by code."""
    held, idle = classes_held(case.history), case.idle()
    asked = [one.class_id for one in case.catalog.classes.values() if one.qualifications and one.class_id not in held]
    met = [one for one in asked if assess(idle, one).months == 0]
    return tuple(preferred_order(case.catalog, met))


def classes_one_step_on(case: Case) -> tuple[str, ...]:
    """Return the classes one step on from the present classes, in the order of their texts."""
    held = [one.class_id for one in case.history.present if one.class_id]
    onward = [
        step.target_class for class_id in held for step in steps_onward(case.catalog, class_id, case.plan.include)
    ]
    return tuple(dict.fromkeys(one for one in onward if one not in held))
