"""The history that a person will have once part of a plan is done.

A plan is checked by assessing this history with the rules of ``eligibility``: the
search and the assessment must agree on every door.
"""

from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

from ladder.eligibility.clocks import Accrual
from ladder.histories import Change, History, LicenceHeld, ProgrammeState, Service
from ladder.service_rows import row_of_months
from ladder.service_time import Month


class Hold(NamedTuple):
    """Planned service in one class: from a month of the plan up to another."""

    service: Service
    from_month: int
    to_month: int


def history_after(
    history: History,
    months: int,
    holds: Iterable[Hold],
    *,
    accrual: Accrual,
    present: Service | None = None,
) -> History:
    """Return the history ``months`` later, with the holds served and the clocks run on.

    ``present`` is what goes on from then, if anything. A degree earned on the way keeps its month, now
    less than 0, for the hours held then are what later study is added to (docs/semantics.md, C5).
    """
    served = [part for hold in holds for part in _served(hold, accrual, history.as_of)]
    return history._replace(
        as_of=Month(history.as_of + months),
        past=(*history.past, *served),
        present=(present,) if present else (),
        study_from=history.study_from - months,
        degrees=tuple(one._replace(from_month=one.from_month - months) for one in history.degrees),
        licences=None if history.licences is None else _later_licences(history.licences, months),
        licences_to_come=_later_licences(history.licences_to_come, months),
        programmes={name: _later_programme(state, months) for name, state in history.programmes.items()},
        changes=tuple(_later_change(change, months) for change in history.changes),
    )


def _served(hold: Hold, accrual: Accrual, as_of: Month) -> Iterable[Service]:
    """Yield the service of a hold, one part for each share of full time."""
    starts = [start for start, _, _ in accrual.segments]
    for (start, _, share), end in zip(accrual.segments, [*starts[1:], hold.to_month], strict=True):
        first, last = max(start, hold.from_month), min(end, hold.to_month)
        if first < last and share:
            row = row_of_months(Month(as_of + first), Month(as_of + last))
            yield hold.service._replace(fte=Fraction(share), row=row, months=None)


def _later_licences(licences: tuple[LicenceHeld, ...], months: int) -> tuple[LicenceHeld, ...]:
    return tuple(one._replace(from_month=one.from_month - months) for one in licences)


def _later_programme(state: ProgrammeState, months: int) -> ProgrammeState:
    if state.completed_at is None:
        return state
    left = max(0, state.completed_at - months)
    return state._replace(completed_at=left)


def _later_change(change: Change, months: int) -> Change:
    until = None if change.leave_until is None else max(0, change.leave_until - months)
    return change._replace(month=max(0, change.month - months), leave_until=until)
