"""Grades: grades and their pay that fall where the ladder climbs, or that nobody listed."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from ladder.checks.catalog_under_check import CatalogUnderCheck, group_by
from ladder.checks.climbs import find_climbs, in_dollars
from ladder.checks.findings import Spot, catalog_rule
from ladder.checks.places import pay_ranges_of
from ladder.figures import read_whole_number
from ladder.record_files import Place
from ladder.sources import Severity
from ladder.specification import ClassSpecification, PayRange, PayUnit

_FEW = 3


@catalog_rule(
    "GRADE_FALLS_ON_PROMOTION",
    Severity.WARNING,
    "A step leads to a lower grade",
    why="Grades rise with the ladder; the step, its direction, or a grade is most likely wrong.",
    do="Compare the grades of both classes, and the class that the passage names.",
)
def grade_falls_on_promotion(under: CatalogUnderCheck) -> Iterator[Spot]:
    """Yield steps whose target has a lower grade of the same plan than the feeder."""
    for climb in find_climbs(under):
        order = under.catalog.jurisdiction(climb.target.jurisdiction).grades_lowest_first
        if climb.lower.plan == climb.upper.plan and _is_lower(climb.upper.grade, climb.lower.grade, order):
            found = f"{climb.target.title}: grade {climb.upper.grade}"
            beside = f"{climb.feeder.title}: grade {climb.lower.grade}"
            yield Spot(("pay", "grade"), found, beside, climb.step.source, climb.target.class_id)


def _is_lower(grade: str, other: str, order: tuple[str, ...]) -> bool:
    numbers = read_whole_number(grade), read_whole_number(other)
    if numbers[0] is not None and numbers[1] is not None:
        return numbers[0] < numbers[1]
    return grade in order and other in order and order.index(grade) < order.index(other)


@catalog_rule(
    "SUPERIOR_OF_LOWER_GRADE",
    Severity.WARNING,
    "A superior has a lower grade than the class that works under it",
    why="A superior is graded higher within a plan; the superior or a grade is most likely misread.",
    do="Compare 'supervision received' and both grades with the documents.",
)
def superior_of_lower_grade(under: CatalogUnderCheck) -> Iterator[Spot]:
    """Yield superiors of the same plan whose grade is lower."""
    for spec in under.described:
        order = under.catalog.jurisdiction(spec.jurisdiction).grades_lowest_first
        for number, superior in enumerate(spec.superiors):
            above = under.catalog.classes.get(superior.class_id)
            if not (above and above.pay and spec.pay and above.pay.plan == spec.pay.plan):
                continue
            if _is_lower(above.pay.grade, spec.pay.grade, order):
                found = f"{above.title}: grade {above.pay.grade}"
                beside = f"{spec.title}: grade {spec.pay.grade}"
                yield Spot(("superiors", number), found, beside, superior.source, spec.class_id)


@catalog_rule(
    "PAY_OF_ONE_GRADE_DIFFERS",
    Severity.INFO,
    "Two classes of one grade have different pay",
    why="One of the documents is older than the pay plan of the other, or a figure or grade is misread.",
    do="Look at the dates of both documents; take the pay from the plan in force.",
)
def pay_of_one_grade_differs(under: CatalogUnderCheck) -> Iterator[Spot]:
    """Yield classes whose range differs from that of an earlier class of the same plan, grade and unit."""
    graded = list(_ranges_by_grade(under.described))
    grades = group_by((key[:2], key[2]) for key, _ in graded)
    for (place_name, plan, grade, unit), members in group_by(graded).items():
        if len(set(grades[place_name, plan])) == 1 and len(members) > _FEW:
            continue  # a plan of one grade for all its classes has no grades
        _, first, other = members[0]
        for place, one, spec in members[1:]:
            if spec is not other and (first.low, first.high) != (one.low, one.high):
                found = f"{plan} {grade}: {in_dollars(one.low, unit)} to ${one.high:,.2f}"
                beside = f"{other.title}: {in_dollars(first.low, unit)} to ${first.high:,.2f}"
                yield Spot(place, found, beside, spec.pay.source if spec.pay else None, spec.class_id)


@catalog_rule(
    "PAY_FALLS_AS_GRADE_RISES",
    Severity.WARNING,
    "A higher grade of the plan is paid less than a lower one",
    why="Within a plan pay rises with the grade; a grade or a figure is most likely misread.",
    do="Compare grade and figures of both classes with their documents.",
)
def pay_falls_as_grade_rises(under: CatalogUnderCheck) -> Iterator[Spot]:
    """Yield classes paid less, at both ends, than the class of the next lower grade of their plan."""
    graded = [
        ((spec.jurisdiction, spec.pay.plan, one.unit), (number, one, spec))
        for spec in under.described
        if spec.pay and (number := spec.pay.grade_number) is not None
        for one in spec.pay.ranges
    ]
    for (_, plan, unit), members in group_by(graded).items():
        for (grade, lower, below), (next_grade, upper, spec) in pairwise(sorted(members, key=lambda one: one[0])):
            if grade < next_grade and upper.low < lower.low and upper.high < lower.high:
                found = f"{plan} {next_grade}: {in_dollars(upper.low, unit)}"
                beside = f"{plan} {grade} ({below.title}): {in_dollars(lower.low, unit)}"
                yield Spot(("pay", "ranges"), found, beside, spec.pay.source if spec.pay else None, spec.class_id)


@catalog_rule(
    "GRADE_NOT_IN_ORDER",
    Severity.WARNING,
    "The grade is not among those of the jurisdiction",
    why="It cannot be compared with any other grade; it was most likely misread.",
    do="Correct the grade, or add it to 'grades_lowest_first' of the jurisdiction.",
)
def grade_not_in_order(under: CatalogUnderCheck) -> Iterator[Spot]:
    """Yield grades in letters that the jurisdiction's list of grades, where it has one, lacks."""
    for spec in under.catalog.classes.values():
        order = under.catalog.jurisdiction(spec.jurisdiction).grades_lowest_first
        if order and spec.pay and spec.pay.grade not in order:
            beside = f"grades {order[0]} to {order[-1]}"
            yield Spot(("pay", "grade"), f"grade {spec.pay.grade}", beside, spec.pay.source, spec.class_id)


@catalog_rule(
    "GRADE_LISTED_TWICE",
    Severity.WARNING,
    "A grade stands twice in the order of grades",
    why="It is both above and below the grades between.",
    do="Keep it where it belongs.",
)
def grade_listed_twice(under: CatalogUnderCheck) -> Iterator[Spot]:
    """Yield grades that 'grades_lowest_first' of a jurisdiction holds already."""
    for one in under.catalog.jurisdictions.values():
        for number, grade in enumerate(one.grades_lowest_first):
            if grade in one.grades_lowest_first[:number]:
                beside = f"also at place {one.grades_lowest_first.index(grade) + 1}"
                yield Spot(("grades_lowest_first", number), f"grade {grade}", beside, owner=one.id)


def _ranges_by_grade(
    specs: Iterable[ClassSpecification],
) -> Iterator[tuple[tuple[str, str, str, PayUnit], tuple[Place, PayRange, ClassSpecification]]]:
    """Yield each range of pay with its place and class, by jurisdiction, plan, grade and unit."""
    for spec in specs:
        if spec.pay:
            for place, one in pay_ranges_of(spec):
                yield (spec.jurisdiction, spec.pay.plan, spec.pay.grade, one.unit), (place, one, spec)
