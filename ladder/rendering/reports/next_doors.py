"""Which classes a person's service opens soonest, under one plan."""

from collections.abc import Iterable

from ladder.catalog.catalog import Catalog
from ladder.eligibility.answers import Assessment
from ladder.eligibility.assessment import assess
from ladder.eligibility.plans import Plan, PlanKind
from ladder.histories import History
from ladder.paths.answers import assess_climb
from ladder.paths.ladders import classes_above, classes_below, preferred_order, usable
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


def find_doors(catalog: Catalog, history: History, plan: Plan, *, most: int = DOORS) -> tuple[Assessment, ...]:
    """Return the classes whose minimum qualifications are met soonest under the plan.

    Classes held now are left out, and those from which a ladder leads to them. Of
    classes met in the same month the one with more pay printed comes first, then code
    order. Classes that no month can be given for are left out.
    """
    asked = _classes_ahead(catalog, history, plan)
    if plan.kind is PlanKind.CLIMB and not plan.via and len(history.present) == 1:
        asked = _within_reach(catalog, history, plan, asked, most=most)
    order = {class_id: place for place, class_id in enumerate(preferred_order(catalog, asked))}
    answers = [answer_under(catalog, history, one, plan, budget=REACH_BUDGET) for one in asked]
    timed = [(one.months, order[one.target], one) for one in answers if one.months is not None]
    return tuple(one for _, _, one in sorted(timed, key=lambda found: found[:2])[:most])


def _within_reach(catalog: Catalog, history: History, plan: Plan, asked: list[str], *, most: int) -> list[str]:
    """Return the classes that may be among the soonest of a climb; the others are surely later.

    A climb that beats staying begins with a move to a class that staying opens. So only
    classes above those opened before the last of the soonest can come among them.
    """
    staying = plan._replace(kind=PlanKind.STAY)
    months = _months_under(staying, catalog, history, asked)
    if len(months) < most:
        return asked
    last = sorted(months.values())[most - 1]
    opened = [one for one, month in months.items() if month < last]
    above = {one for start in opened for one in classes_above(catalog, start, plan.include)}
    return [one for one in asked if one in above or (one in months and months[one] <= last)]


def _classes_ahead(catalog: Catalog, history: History, plan: Plan) -> list[str]:
    """Return the classes with qualifications but those held now and those from which a ladder leads to them."""
    held = {one.class_id for one in history.present if one.class_id}
    behind = held.union(*(classes_below(catalog, one, plan.include) for one in held))
    return [one.class_id for one in catalog.classes.values() if one.qualifications and one.class_id not in behind]


def classes_one_step_on(catalog: Catalog, history: History, plan: Plan) -> tuple[str, ...]:
    """Return the classes one step on from the present classes, in the order of their texts."""
    held = [one.class_id for one in history.present if one.class_id]
    onward = [step.target_class for class_id in held for step in usable(catalog.steps_from(class_id), plan.include)]
    return tuple(dict.fromkeys(one for one in onward if one not in held))


def _months_under(plan: Plan, catalog: Catalog, history: History, asked: Iterable[str]) -> dict[str, int]:
    """Return the months until each class is met under a plan, those left out that it does not lead to."""
    months = {one: assess(catalog, history, one, plan).months for one in asked}
    return {one: month for one, month in months.items() if month is not None}
