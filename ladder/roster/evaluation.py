"""Everybody in a roster before every class with rules where people work: in batch with numpy, else by the engine."""

from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from typing import TYPE_CHECKING

from ladder.eligibility.cases import Case
from ladder.roster.answer_columns import Column, columns_by_engine
from ladder.roster.cells import classes_before
from ladder.roster.people import Roster

if TYPE_CHECKING:
    from ladder.roster.batch import HeldService


def held_service(roster: Roster) -> "HeldService | None":
    """Return the service of a roster put in order, for several evaluations of the same jobs; None without numpy."""
    if find_spec("numpy") is None:
        return None
    from ladder.roster.batch import HeldService  # noqa: PLC0415 - it imports numpy, which may not be there

    return HeldService(roster)


def evaluate(
    roster: Roster,
    case: Case,
    class_ids: Iterable[str] | None = None,
    *,
    only: frozenset[str] | None = None,
    held: "HeldService | None" = None,
) -> Iterator[Column]:
    """Yield a column for each class: those named, else every class with rules in the jurisdictions of jobs held now.

    At best all that is asked is true, or ``only`` some conditions. ``case`` is that of
    somebody who declares nothing (:func:`ladder.roster.cells.case_of`).
    With numpy (the extra ``planner``) what can be summed is summed; the figures are the same
    without it. ``held`` is the same service put in order before.
    """
    asked = classes_before(roster, case) if class_ids is None else class_ids
    if find_spec("numpy") is None:
        return columns_by_engine(roster, case, asked, only)
    from ladder.roster.batch import columns_in_batch  # noqa: PLC0415 - as above

    return columns_in_batch(roster, case, asked, only, held)
