"""Exact clocks: accrual, credit that steps up, the first month that is enough."""

from fractions import Fraction

import pytest

from ladder.catalog.jurisdictions import Conventions, Overlap, PartTime
from ladder.eligibility.clocks import (
    NEVER,
    Accrual,
    Amount,
    Credit,
    accrual_of,
    credited_share,
    exact,
    first_month_when,
    rising_credit,
    together,
)
from ladder.histories import Change, Service

HALF = Fraction(1, 2)
CONVENTIONS = Conventions()


def held(fte: Amount) -> Service:
    return Service(0, "a job", None, None, frozenset(), Fraction(fte), future=True)


@pytest.mark.parametrize(
    ("value", "same", "kind"), [(Fraction(4, 2), 2, int), (HALF, HALF, Fraction), (3, 3, int), (Fraction(0), 0, int)]
)
def test_whole_numbers_are_ints(value: Amount, same: Amount, kind: type) -> None:
    assert exact(value) == same
    assert type(exact(value)) is kind


@pytest.mark.parametrize(
    ("shares", "changes", "segments"),
    [
        ([1], [], [(0, 0, 1)]),
        ([HALF], [], [(0, 0, HALF)]),
        ([HALF, Fraction(3, 4)], [], [(0, 0, 1)]),
        ([HALF, Fraction(1, 4)], [], [(0, 0, Fraction(3, 4))]),
        ([1], [Change(6, fte=HALF)], [(0, 0, 1), (6, 6, HALF)]),
        ([1], [Change(0, fte=HALF)], [(0, 0, HALF)]),
        ([1], [Change(6, fte=Fraction(1))], [(0, 0, 1)]),
        ([1], [Change(2, leave_until=8)], [(0, 0, 1), (2, 2, 0), (8, 2, 1)]),
        ([1], [Change(0, leave_until=3)], [(0, 0, 0), (3, 0, 1)]),
        ([1], [Change(2, leave_until=8), Change(4, fte=HALF)], [(0, 0, 1), (2, 2, 0), (8, 2, HALF)]),
        (
            [1],
            [Change(2, fte=HALF), Change(5, fte=Fraction(1))],
            [(0, 0, 1), (2, 2, HALF), (5, Fraction(7, 2), 1)],
        ),
        ([1], [Change(2, leave_until=6), Change(4, leave_until=9)], [(0, 0, 1), (2, 2, 0), (9, 2, 1)]),
    ],
)
def test_how_service_accrues(
    shares: list[Amount], changes: list[Change], segments: list[tuple[int, Amount, Amount]]
) -> None:
    accrual = accrual_of([held(share) for share in shares], changes, CONVENTIONS)
    assert accrual.segments == tuple(segments)
    assert accrual.last_share == segments[-1][2]
    assert accrual.last_change == segments[-1][0]


@pytest.mark.parametrize(("month", "amount"), [(0, 0), (1, 1), (2, 2), (5, 2), (8, 2), (9, Fraction(5, 2)), (12, 4)])
def test_service_accrued_by_a_month(month: int, amount: Amount) -> None:
    assert Accrual(((0, 0, 1), (2, 2, 0), (8, 2, HALF))).by(month) == amount


@pytest.mark.parametrize(
    ("amount", "month"),
    [(-1, 0), (0, 0), (1, 1), (2, 2), (Fraction(9, 4), 9), (Fraction(5, 2), 9), (3, 10), (Fraction(3, 2), 2)],
)
def test_the_first_month_with_an_amount(amount: Amount, month: int) -> None:
    assert Accrual(((0, 0, 1), (2, 2, 0), (8, 2, HALF))).first_month_with(amount) == month


def test_an_amount_that_never_accrues() -> None:
    assert NEVER.first_month_with(1) is None
    assert NEVER.first_month_with(0) == 0
    assert Accrual(((0, 0, 1), (4, 4, 0))).first_month_with(5) is None
    assert Accrual(((0, 0, 1), (4, 4, 0))).first_month_with(4) == 4


@pytest.mark.parametrize(
    ("conventions", "share", "shares", "sum_of"),
    [
        (Conventions(), HALF, [1, HALF], 1),
        (Conventions(part_time=PartTime.WHOLE), 1, [1, HALF], 1),
        (Conventions(overlap=Overlap.ADDED), HALF, [1, HALF], Fraction(3, 2)),
        (Conventions(), HALF, [], 0),
    ],
)
def test_the_switches_of_part_time_and_overlap(
    conventions: Conventions, share: Amount, shares: list[Amount], sum_of: Amount
) -> None:
    assert credited_share(HALF, conventions) == share
    assert together(shares, conventions) == sum_of


def test_credit_steps_up_and_never_down() -> None:
    amounts: dict[int, Amount] = {0: 0, 4: 6, 7: 6, 9: 5, 12: Fraction(24, 2)}
    credit = rising_credit([12, 4, 9, 7], lambda month: amounts[month])
    assert credit == Credit(((0, 0), (4, 6), (12, 12)))
    assert [credit.at(month) for month in (0, 3, 4, 11, 12, 99)] == [0, 0, 6, 6, 12, 12]
    assert credit.last_change == 12


@pytest.mark.parametrize(
    ("wanted", "horizon", "month"), [(0, 9, 0), (1, 9, 1), (5, 9, 5), (9, 9, 9), (10, 9, None), (3, 3, 3)]
)
def test_the_first_month_that_is_enough(wanted: int, horizon: int, month: int | None) -> None:
    assert first_month_when(lambda one: one >= wanted, horizon=horizon) == month
