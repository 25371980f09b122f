"""Exact time: what accrues, when it is enough, and numbers and months as people write them."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder.catalog.jurisdictions import Conventions
from ladder.eligibility.clocks import Accrual, accrual_of, first_month_when
from ladder.histories import Change, Service
from ladder.service_time import Month, print_exact, print_month, read_exact, read_month

pytestmark = pytest.mark.untraced

SHARES = st.sampled_from([Fraction(1), Fraction(1, 2), Fraction(7, 10), Fraction(1, 3), Fraction(3, 4)])
AMOUNTS = st.fractions(min_value=0, max_value=60, max_denominator=20)
CHANGES = st.lists(
    st.one_of(
        st.builds(lambda month, fte: Change(month, fte=fte), st.integers(0, 12), SHARES),
        st.builds(
            lambda month, length: Change(month, leave_until=month + length), st.integers(0, 12), st.integers(1, 6)
        ),
    ),
    max_size=3,
).map(lambda changes: sorted(changes, key=lambda change: change.month))


def _service(fte: Fraction) -> Service:
    return Service(number=0, title="", class_id=None, target_class=None, declared=frozenset(), fte=fte, future=True)


ACCRUALS = st.builds(
    lambda shares, changes: accrual_of([_service(share) for share in shares], changes, Conventions()),
    st.lists(SHARES, min_size=1, max_size=2),
    CHANGES,
)


@given(ACCRUALS, AMOUNTS)
def test_the_first_month_with_an_amount_is_the_first_in_which_it_is_there(accrual: Accrual, amount: Fraction) -> None:
    month = accrual.first_month_with(amount)
    assert month is not None
    assert accrual.by(month) >= amount
    assert month == 0 or accrual.by(month - 1) < amount


@given(ACCRUALS, st.integers(0, 40))
def test_a_month_adds_no_less_than_nothing_and_no_more_than_a_month(accrual: Accrual, month: int) -> None:
    assert 0 <= accrual.by(month + 1) - accrual.by(month) <= 1
    assert accrual.by(0) == 0


@given(st.lists(SHARES, min_size=1, max_size=2), CHANGES, st.integers(0, 30))
def test_what_accrues_is_the_sum_of_its_months(shares: list[Fraction], changes: list[Change], months: int) -> None:
    accrual = accrual_of([_service(share) for share in shares], changes, Conventions())
    assert accrual.by(months) == sum(_month_by_hand(shares, changes, month) for month in range(months))


def _month_by_hand(shares: list[Fraction], changes: list[Change], month: int) -> Fraction:
    for change in changes:
        if change.leave_until is not None and change.month <= month < change.leave_until:
            return Fraction(0)
    since = [change.fte for change in changes if change.fte is not None and change.month <= month]
    return min(Fraction(1), sum([since[-1]] * len(shares) if since else shares, Fraction(0)))


@given(st.integers(0, 200), st.integers(0, 200))
def test_the_first_month_of_a_rising_quantity_is_found(first: int, horizon: int) -> None:
    found = first_month_when(lambda month: month >= first, horizon=horizon)
    assert found == (first if first <= horizon else None)


@given(st.integers(0, 10**12), st.integers(0, 9))
def test_a_decimal_is_read_exactly_and_printed_as_it_was(digits: int, places: int) -> None:
    value = Fraction(digits % 10**9, 10**places)
    assert read_exact(print_exact(value)) == value


@given(st.integers(0, 9999), st.integers(1, 12))
def test_a_month_is_printed_as_it_was_read(year: int, month: int) -> None:
    text = f"{year:04d}-{month:02d}"
    assert print_month(read_month(text)) == text
    assert read_month(text) + 1 == read_month(print_month(Month(read_month(text) + 1)))
