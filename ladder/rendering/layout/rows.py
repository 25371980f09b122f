"""The row of every class of one ladder: by grade, else by rank in the series, else by its steps."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from ladder.catalog.jurisdictions import Jurisdiction
from ladder.figures import read_whole_number
from ladder.specification import ClassSpecification

Rung = tuple[str, ...]
Ends = tuple[str, str]

_GRADE = "grade"
"""What begins the rung of a grade; other rungs are of one class."""


@dataclass(frozen=True, slots=True, order=True)
class _Below:
    """The lower rung stands below the upper one; of two that conflict the heavier holds."""

    weight: int
    lower: Rung
    upper: Rung


def grade_order(specification: ClassSpecification, jurisdiction: Jurisdiction | None) -> int | None:
    """Return where the grade stands in its pay plan, lowest first; null where nothing tells."""
    if specification.pay is None:
        return None
    grade = specification.pay.grade
    listed = jurisdiction.grades_lowest_first if jurisdiction else ()
    if grade in listed:
        return listed.index(grade)
    return read_whole_number(grade)


def assign_rows(
    classes: Sequence[ClassSpecification],
    steps: Iterable[Ends],
    jurisdictions: Mapping[str, Jurisdiction],
) -> dict[str, int]:
    """Return the row of each class, 0 at the bottom: every step leads up where grades allow.

    Classes of one grade of a pay plan share a row, and those without a grade stand as low as
    their steps allow. Where the grades and a step disagree, the grades hold; a circle of
    steps is opened at one of them.
    """
    orders = {spec.class_id: grade_order(spec, jurisdictions.get(spec.jurisdiction)) for spec in classes}
    rungs = {spec.class_id: _rung(spec, orders[spec.class_id]) for spec in classes}
    below = [*_by_grade(classes, orders, rungs), *_by_rank(classes, rungs), *_by_steps(steps, rungs)]
    heights = _heights(sorted(set(rungs.values())), sorted(set(below)))
    return {class_id: heights[rung] for class_id, rung in rungs.items()}


def _rung(spec: ClassSpecification, order: int | None) -> Rung:
    if spec.pay is None or order is None:
        return ("class", spec.class_id)
    return (_GRADE, spec.jurisdiction, spec.pay.plan, spec.pay.grade)


def _by_grade(
    classes: Iterable[ClassSpecification], orders: Mapping[str, int | None], rungs: Mapping[str, Rung]
) -> Iterable[_Below]:
    plans: dict[Rung, dict[int, Rung]] = defaultdict(dict)
    for spec in classes:
        order = orders[spec.class_id]
        if spec.pay and order is not None:
            plans[spec.jurisdiction, spec.pay.plan].setdefault(order, rungs[spec.class_id])
    return [_Below(0, *pair) for plan in plans.values() for pair in pairwise(plan[order] for order in sorted(plan))]


def _by_rank(classes: Iterable[ClassSpecification], rungs: Mapping[str, Rung]) -> Iterable[_Below]:
    series: dict[Rung, dict[int, Rung]] = defaultdict(dict)
    for spec in classes:
        if spec.series:
            series[spec.jurisdiction, spec.series.name].setdefault(spec.series.rank, rungs[spec.class_id])
    return [_Below(1, *pair) for ranks in series.values() for pair in pairwise(ranks[rank] for rank in sorted(ranks))]


def _by_steps(steps: Iterable[Ends], rungs: Mapping[str, Rung]) -> Iterable[_Below]:
    return [_Below(2, rungs[feeder], rungs[target]) for feeder, target in steps]


def _heights(rungs: Sequence[Rung], below: Sequence[_Below]) -> dict[Rung, int]:
    kept = {(one.lower, one.upper): one.weight for one in reversed(below) if one.lower != one.upper}
    order = _order(rungs, kept)
    heights = dict.fromkeys(order, 0)
    lower_of, upper_of = _neighbours(kept)
    for rung in order:
        heights[rung] = max((heights[lower] + 1 for lower in lower_of[rung]), default=0)
    for rung in order:
        if rung[0] == _GRADE and not lower_of[rung] and upper_of[rung]:
            heights[rung] = min(heights[upper] for upper in upper_of[rung]) - 1
    return heights


def _order(rungs: Sequence[Rung], kept: dict[tuple[Rung, Rung], int]) -> list[Rung]:
    """Return the rungs lowest first, taking out the lightest relation of each circle."""
    while True:
        sorter = TopologicalSorter({rung: [] for rung in rungs})
        for lower, upper in kept:
            sorter.add(upper, lower)
        try:
            return list(sorter.static_order())
        except CycleError as circle:
            pairs = [pair for pair in pairwise(circle.args[1]) if pair in kept]
            del kept[max(pairs, key=lambda pair: (kept[pair], pair))]


def _neighbours(kept: Iterable[tuple[Rung, Rung]]) -> tuple[dict[Rung, list[Rung]], dict[Rung, list[Rung]]]:
    lower_of: dict[Rung, list[Rung]] = defaultdict(list)
    upper_of: dict[Rung, list[Rung]] = defaultdict(list)
    for lower, upper in kept:
        lower_of[upper].append(lower)
        upper_of[lower].append(upper)
    return lower_of, upper_of
