"""Which classes come next for a person: the one rule that every list of next classes follows.

Next are classes whose minimum qualifications are not yet met, but will be: none held
now, none below it in its series, none on a ladder into it. Classes of the same
jurisdiction come first, of these the soonest. Classes that pay less are left out unless
asked for (docs/semantics.md, C27).
"""

from collections.abc import Iterable
from typing import NamedTuple

from ladder.catalog.pay_gains import PayGain, pay_gain
from ladder.eligibility.answers import Assessment
from ladder.eligibility.cases import Case
from ladder.histories import History
from ladder.paths.ladders import classes_below, preferred_order


class NextClass(NamedTuple):
    """A class that comes next, when, and what it pays more than the class held now.

    ``pay_gain`` is None unless one class is held and both print pay in one unit.
    """

    answer: Assessment
    pay_gain: PayGain | None


def classes_ahead(case: Case, *, lower_pay: bool = False) -> tuple[str, ...]:
    """Return the classes that may come next, by what is held now alone, in the catalog's order.

    A class whose requirements are not in the data is none of them.
    """
    held = classes_held(case.history)
    behind = held.union(*(_behind(case, one) for one in held))
    return tuple(
        spec.class_id
        for spec in case.catalog.classes.values()
        if spec.qualifications and spec.class_id not in behind and (lower_pay or not _pays_less(case, spec.class_id))
    )


def order_next(case: Case, answers: Iterable[Assessment]) -> tuple[NextClass, ...]:
    """Return the classes that come next, of classes ahead with their answers.

    Those of the jurisdictions of the classes held come first, then the soonest; of one
    month the one with more pay printed, then in code order.
    """
    found = [one for one in answers if one.months]
    place = {
        class_id: number for number, class_id in enumerate(preferred_order(case.catalog, (one.target for one in found)))
    }
    found.sort(key=lambda one: (not is_at_home(case.history, one.target), one.months or 0, place[one.target]))
    return tuple(NextClass(one, pay_gained(case, one.target)) for one in found)


def next_classes(case: Case, answers: Iterable[Assessment], *, lower_pay: bool = False) -> tuple[NextClass, ...]:
    """Return the classes that come next, of answers about any classes, in the order of ``order_next``."""
    ahead = frozenset(classes_ahead(case, lower_pay=lower_pay))
    return order_next(case, (one for one in answers if one.target in ahead))


def classes_held(history: History) -> frozenset[str]:
    """Return the classes held now; work without a class is none."""
    return frozenset(one.class_id for one in history.present if one.class_id)


def is_at_home(history: History, class_id: str) -> bool:
    """Return whether a class held now is of the same jurisdiction; to who holds none every class is at home."""
    homes = {one.partition("/")[0] for one in classes_held(history)}
    return not homes or class_id.partition("/")[0] in homes


def pay_gained(case: Case, class_id: str) -> PayGain | None:
    """Return what the class pays more than the one class held now; None without one, or pay in no common unit."""
    held = classes_held(case.history)
    if len(held) != 1:
        return None
    (present,) = held
    return pay_gain(case.catalog.classes[present].pay, case.catalog.classes[class_id].pay)


def _pays_less(case: Case, class_id: str) -> bool:
    gain = pay_gained(case, class_id)
    return gain is not None and gain.is_loss


def _behind(case: Case, held: str) -> set[str]:
    """Return the classes on ladders into the class held, and those below it in its series."""
    return classes_below(case.catalog, held, case.plan.include) | set(_below_in_series(case, held))


def _below_in_series(case: Case, held: str) -> Iterable[str]:
    spec = case.catalog.classes[held]
    rank = spec.series.rank if spec.series else 0
    for one in case.catalog.series_of(spec):
        series = case.catalog.classes[one].series
        if series and series.rank < rank:
            yield one
