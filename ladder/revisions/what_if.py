"""What a change would do: to the ways into classes, and to the best plan between any two that it touches.

People are on day one in the lower class, at full time, with standing taken as given: once
with no degree, and once with a bachelor's.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ladder.catalog.catalog import Catalog
from ladder.eligibility.answers import Assessment
from ladder.eligibility.cases import Case
from ladder.histories import DegreeHeld
from ladder.paths.asking import PathBetween, Question, answer
from ladder.paths.ladders import NO_OTHERS, classes_above, classes_below, classes_between
from ladder.paths.starts import on_day_one
from ladder.qualifications import DegreeLevel
from ladder.revisions.changing import changed
from ladder.revisions.differences import Compared
from ladder.revisions.proposals import Change
from ladder.service_time import Month
from ladder.specification import ClassSpecification

MOST_PAIRS = 1_500
"""Pairs of classes whose ladders are compared."""


class Plan(NamedTuple):
    """The best plan between two classes, as far as it is compared: months, and months if conditions hold."""

    months: int | None
    if_months: int | None
    conditions: tuple[str, ...]
    status: str
    between: tuple[int, int] | None

    @property
    def least(self) -> int | None:
        """The months, or those if conditions hold."""
        return self.if_months if self.months is None else self.months


class LadderChange(NamedTuple):
    """The best plan from a class to another before and after a change; None where no ladder joins the two.

    ``with_degree`` says that the person has a bachelor's degree from the first day.
    """

    start: str
    target: str
    with_degree: bool
    before: Plan | None
    after: Plan | None

    @property
    def gets_a_date(self) -> bool:
        """Whether the plan has a number of months after the change that no condition keeps back, and had none."""
        return _months(self.before) is None and _months(self.after) is not None

    @property
    def loses_its_date(self) -> bool:
        """Whether it is the other way round."""
        return _months(self.before) is not None and _months(self.after) is None

    @property
    def months_saved(self) -> int:
        """Months less after than before; less than 0 for more, 0 where one of the two is not known."""
        one, other = _least(self.before), _least(self.after)
        return 0 if one is None or other is None else one - other


def _months(plan: Plan | None) -> int | None:
    return plan.months if plan else None


def _least(plan: Plan | None) -> int | None:
    return plan.least if plan else None


class WhatIf(NamedTuple):
    """A catalog, the same changed, and the ladders that differ; ``tried`` pairs were compared, of ``touched``."""

    changes: tuple[Change, ...]
    pair: Compared
    ladders: tuple[LadderChange, ...]
    tried: int
    touched: int


def what_if(changes: tuple[Change, ...], catalog: Catalog, as_of: Month) -> WhatIf:
    """Return what the changes would do, all together, before the catalog's classes in a month.

    Raises:
        BadCallError: a change cannot be made.

    """
    pair = Compared(catalog, changed(changes, catalog))
    touched = _touched_pairs(pair, _changed_classes(pair, as_of))
    tried = sorted(touched)[:MOST_PAIRS]
    found = tuple(one for start, target in tried for one in _of_pair(pair, start, target, as_of))
    return WhatIf(changes, pair, found, len(tried), len(touched))


def _changed_classes(pair: Compared, as_of: Month) -> list[str]:
    """Return the classes whose rules are not the same before and after."""
    cases = [on_day_one(catalog, as_of) for catalog in pair]
    every = {**pair.before.classes, **pair.after.classes}
    return [one for one in every if _rules(cases[0], one) != _rules(cases[1], one)]


def _rules(case: Case, class_id: str) -> object:
    if class_id not in case.catalog.classes:
        return ""
    candidacy = case.candidacy(class_id)
    return candidacy and candidacy.rules


def _touched_pairs(pair: Compared, classes: list[str]) -> set[tuple[str, str]]:
    """Return the pairs of classes whose ladders may change: those that a changed class lies on or ends."""
    return {found for catalog in pair for one in classes if one in catalog.classes for found in _around(one, catalog)}


def _around(class_id: str, catalog: Catalog) -> Iterator[tuple[str, str]]:
    above = {class_id, *classes_above(catalog, class_id, NO_OTHERS)}
    for target in above:
        yield from ((start, target) for start in classes_below(catalog, target, NO_OTHERS))


def _of_pair(pair: Compared, start: str, target: str, as_of: Month) -> Iterator[LadderChange]:
    """Yield what changes between two classes; with a degree only where that is not the same."""
    plain = _compared(pair, start, target, as_of, with_degree=False)
    if plain.before != plain.after:
        yield plain
    if any(_study_counts(start, target, catalog) for catalog in pair):
        with_degree = _compared(pair, start, target, as_of, with_degree=True)
        if with_degree.before != with_degree.after and with_degree[3:] != plain[3:]:
            yield with_degree


def _study_counts(start: str, target: str, catalog: Catalog) -> bool:
    """Return whether any class on the ladders from one class to another takes study, so that a degree may matter."""
    if start not in catalog.classes or target not in catalog.classes:
        return False
    on_the_way = {target, *(classes_between(catalog, start, target, NO_OTHERS) or ())}
    return any(_takes_study(catalog.classes[one]) for one in on_the_way)


def _takes_study(spec: ClassSpecification) -> bool:
    rules = spec.qualifications
    kinds = {one.kind for one in (*rules.requirements, *rules.substitutions)} if rules else set()
    return not kinds.isdisjoint({"education", "study", "degree"})


def _compared(pair: Compared, start: str, target: str, as_of: Month, *, with_degree: bool) -> LadderChange:
    before, after = (_best(on_day_one(one, as_of), start, target, with_degree=with_degree) for one in pair)
    return LadderChange(start, target, with_degree, before, after)


def _best(case: Case, start: str, target: str, *, with_degree: bool) -> Plan | None:
    if start not in case.catalog.classes or target not in case.catalog.classes:
        return None
    if with_degree:
        degree = DegreeHeld(DegreeLevel.BACHELOR, None, 0, is_dated=True)
        case = case._replace(history=case.history._replace(degrees=(degree,)))
    best = answer(Question(case, PathBetween(start, target, alternatives=0))).best
    return _plan(best) if best else None


def _plan(best: Assessment) -> Plan:
    met = best.if_conditions_met
    return Plan(
        best.months,
        met.months if met else None,
        met.conditions if met else (),
        best.status.value,
        best.between or best.if_conditions_between,
    )


Scenarios = Mapping[str, WhatIf]
"""What each change would do alone, by its number from 1, and all ``together`` where there are several."""

TOGETHER = "together"


def scenarios(changes: tuple[Change, ...], catalog: Catalog, as_of: Month) -> Scenarios:
    """Return what each change would do alone, and all together where there are several.

    Raises:
        BadCallError: a change cannot be made. One that needs an earlier one does nothing alone.

    """
    alone = {str(number): (one,) for number, one in enumerate(changes, 1)} if len(changes) > 1 else {}
    every = {**alone, (TOGETHER if alone else "1"): changes}
    return {name: what_if(some, catalog, as_of) for name, some in every.items()}
