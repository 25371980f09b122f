"""Exact clocks: how service accrues from the as-of month on, and how credit steps up.

Months of a plan are whole numbers from 0, the as-of month. Amounts are exact: whole
numbers where they can be, fractions otherwise.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable
from fractions import Fraction
from math import ceil
from typing import NamedTuple

from ladder.catalog.jurisdictions import Conventions, Overlap, PartTime
from ladder.histories import Change, Service

Amount = int | Fraction
"""An exact number of months."""

HORIZON = 1_200
"""The last month that is sought: an answer may say it, but none that comes later (docs/semantics.md, C31)."""


def within_horizon(month: int | None) -> int | None:
    """Return the month, null where it is later than any that is sought."""
    return None if month is None or month > HORIZON else month


def exact(value: Amount) -> Amount:
    """Return a whole number as an int, which is as exact and quicker."""
    return int(value) if isinstance(value, Fraction) and value.denominator == 1 else value


class Accrual(NamedTuple):
    """Service that accrues at a share of full time, which may change in some months.

    ``segments`` are (first month, months of service before it, share from it on), the
    first at month 0.
    """

    segments: tuple[tuple[int, Amount, Amount], ...]

    def by(self, month: int) -> Amount:
        """Return the months of service accrued from month 0 up to the month."""
        start, before, share = self._segment_at(month)
        return before + (month - start) * share

    def _segment_at(self, month: int) -> tuple[int, Amount, Amount]:
        return self.segments[bisect_right(self.segments, month, key=lambda segment: segment[0]) - 1]

    def starting(self, month: int) -> "Accrual":
        """Return what accrues from a month on alone."""
        if month <= 0:
            return self
        later = [(start, exact(before - self.by(month)), share) for start, before, share in self.segments]
        return Accrual(((0, 0, 0), (month, 0, self._segment_at(month)[2]), *(one for one in later if one[0] > month)))

    @property
    def last_share(self) -> Amount:
        """The share of full time after the last change."""
        return self.segments[-1][2]

    @property
    def last_change(self) -> int:
        """The month of the last change."""
        return self.segments[-1][0]

    def first_month_with(self, amount: Amount) -> int | None:
        """Return the first month by which the amount has accrued, null if never."""
        for index, (start, before, share) in enumerate(self.segments):
            if amount <= before:
                return start if index else 0
            following = self.segments[index + 1][0] if index + 1 < len(self.segments) else None
            if share:
                month = start + ceil(Fraction(amount - before) / share)
                if following is None or month <= following:
                    return month
        return None


NEVER = Accrual(((0, 0, 0),))
"""No service accrues."""


def accrual_of(services: Iterable[Service], changes: Iterable[Change], conventions: Conventions) -> Accrual:
    """Return how the services accrue together for one requirement (docs/semantics.md, C1, C2)."""
    services, changes = tuple(services), tuple(changes)
    starts = sorted({0, *(change.month for change in changes), *(c.leave_until for c in changes if c.leave_until)})
    segments: list[tuple[int, Amount, Amount]] = []
    for start in starts:
        share = _share_at(start, services, changes, conventions)
        if not segments:
            segments.append((0, 0, share))
        elif share != segments[-1][2]:
            earlier, before, rate = segments[-1]
            segments.append((start, exact(before + (start - earlier) * rate), share))
    return Accrual(tuple(segments))


def _share_at(
    month: int, services: tuple[Service, ...], changes: tuple[Change, ...], conventions: Conventions
) -> Amount:
    if any(change.leave_until and change.month <= month < change.leave_until for change in changes):
        return 0
    planned = [change.fte for change in changes if change.fte is not None and change.month <= month]
    shares = [credited_share(planned[-1] if planned else service.fte, conventions) for service in services]
    return together(shares, conventions)


def credited_share(fte: Fraction, conventions: Conventions) -> Amount:
    """Return what a month at this share of full time counts for (docs/semantics.md, C1)."""
    return exact(fte) if conventions.part_time is PartTime.PRORATED else 1


def together(shares: list[Amount], conventions: Conventions) -> Amount:
    """Return what jobs held in one month count for together (docs/semantics.md, C2)."""
    total = shares[0] if len(shares) == 1 else sum(shares)
    return exact(min(1, total) if conventions.overlap is Overlap.CAPPED else total)


class Credit(NamedTuple):
    """Months that study and degrees stand for, as they step up over the plan.

    ``steps`` are (month, months of credit from it on), the first at month 0, rising.
    """

    steps: tuple[tuple[int, Amount], ...]

    def at(self, month: int) -> Amount:
        """Return the months of credit in the month."""
        return self.steps[bisect_right(self.steps, month, key=lambda step: step[0]) - 1][1]

    @property
    def last_change(self) -> int:
        """The month from which the credit stays the same."""
        return self.steps[-1][0]


NO_CREDIT = Credit(((0, 0),))


def rising_credit(months: Iterable[int], credit_at: Callable[[int], Amount]) -> Credit:
    """Return the credit that steps up in some of these months."""
    steps: list[tuple[int, Amount]] = []
    for month in sorted({0, *months}):
        credit = exact(credit_at(month))
        if not steps or credit > steps[-1][1]:
            steps.append((month, credit))
    return Credit(tuple(steps))


def first_month_when(enough: Callable[[int], bool], *, horizon: int) -> int | None:
    """Return the first month from which a rising quantity is enough, null if not by the horizon."""
    if not enough(horizon):
        return None
    low, high = 0, horizon
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if enough(middle) else (middle + 1, high)
    return low
