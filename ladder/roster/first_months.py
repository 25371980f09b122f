"""The first month in which what many people are credited with reaches what is asked, in columns of numpy.

Credit that only rises reaches it once and for all. Where service must be recent it may fall
out again: then all months are looked at, each in a column of its own.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from ladder.eligibility.clocks import HORIZON
from ladder.roster.cells import NEVER, UNKNOWN
from ladder.roster.declared_facts import Steps
from ladder.roster.joined_rows import Bools, Ints, Places, ints

AFTER_ALL = 1 << 40
"""Later than any month that arithmetic comes to."""


class StepTable(NamedTuple):
    """Credit as it steps up, a row for each distinct combination: months, and parts of a month from then on."""

    months: Ints
    credit: Ints


def step_table(rows: Sequence[Steps], scale: int) -> StepTable:
    """Return the credit of each combination in parts of a month, of which ``scale`` are one."""
    longest = max(map(len, rows))
    padded = [[*steps, *[(AFTER_ALL, 0)] * (longest - len(steps))] for steps in rows]
    months = ints([[month for month, _ in steps] for steps in padded])
    return StepTable(months, ints([[int(amount * scale) for _, amount in steps] for steps in padded]))


def first_month(left: Ints, rate: Ints, steps: StepTable, rows: Places) -> Ints:
    """Return the first month in which service at the rate, and study as it steps up, leave nothing.

    ``left`` is what past service leaves of what is asked, ``rows`` say whose study it is.
    """
    of_people = rows if len(steps.months) > 1 else np.zeros(1, dtype=np.intp)
    moves = rate > 0
    pace = np.where(moves, rate, 1)
    found = np.full(len(left), AFTER_ALL, dtype=np.int64)
    for place in range(steps.months.shape[1]):
        begins = steps.months[of_people, place]
        lacking = left - steps.credit[of_people, place]
        by_work = np.where(moves, np.maximum(begins, -(-lacking // pace)), AFTER_ALL)
        found = np.minimum(found, np.where(lacking <= 0, begins, by_work))
    return found


def latest(months: Sequence[Ints]) -> Ints:
    """Return when a route is met: when the last of what it asks is."""
    found: Ints = months[0] if len(months) == 1 else np.maximum.reduce(months)
    return found


def least(routes: Sequence[Ints]) -> Ints:
    """Return the least month of any route, never where none is met within the months that are sought."""
    found: Ints = routes[0] if len(routes) == 1 else np.minimum.reduce(routes)
    return np.where(found <= HORIZON, found, NEVER)


# ------------------------------------------------------------------ old service falls out


def credit_by_month(steps: StepTable, rows: Places, months: Ints) -> Ints:
    """Return the credit of study in each of the months, a row for each person."""
    found = np.zeros((len(rows), len(months)), dtype=np.int64)
    for place in range(steps.months.shape[1]):
        has_begun = steps.months[rows, place][:, None] <= months
        np.copyto(found, steps.credit[rows, place][:, None], where=has_begun)
    return found


def first_inside(met: Bools, begin: Ints) -> Ints:
    """Return the first month from ``begin`` on that is met, a column a month; the last stands for all that follow."""
    last = met.shape[1] - 1
    in_time = met & (np.arange(last + 1) >= np.minimum(begin, last)[:, None])
    return np.where(in_time.any(axis=1), np.maximum(begin, in_time.argmax(axis=1)), NEVER)


def at_once(months: Sequence[Ints], inside: Sequence[Bools]) -> Ints:
    """Return when a route is met of which some needs must be met in the same month: those of ``inside``.

    ``months`` are when each need is met by itself. Where something is unknown, so is the
    route, unless the others are never met at once.
    """
    by_itself = latest(months)
    begin = latest([np.where(one < UNKNOWN, one, 0) for one in months])
    month = first_inside(np.logical_and.reduce(inside), begin)
    found = np.where((by_itself == UNKNOWN) & (month < NEVER), UNKNOWN, month)
    return np.where(by_itself == NEVER, NEVER, found)
