"""Exact linear programs, small ones: the simplex method on fractions, with the rule that never circles."""

from collections.abc import Hashable, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

Row = dict[Hashable, Fraction]


class Limit(NamedTuple):
    """A weighted sum of variables is at most a bound that is not negative."""

    weights: Mapping[Hashable, Fraction]
    bound: Fraction


def greatest(goal: Mapping[Hashable, Fraction], limits: Sequence[Limit]) -> dict[Hashable, Fraction]:
    """Return values, none negative, that make the goal greatest within the limits.

    Every variable of the goal must be held by some limit. Bland's rule: the first
    variable that helps enters, the first among the tightest leaves.
    """
    names = list(dict.fromkeys(name for limit in limits for name in limit.weights))
    order: dict[Hashable, int] = {name: place for place, name in enumerate(names)}
    rows: list[Row] = []
    bounds: list[Fraction] = []
    basis: list[Hashable] = []
    for place, limit in enumerate(limits):
        slack = ("slack", place)
        order[slack] = len(order)
        rows.append({name: weight for name, weight in limit.weights.items() if weight})
        bounds.append(limit.bound)
        basis.append(slack)
    gains: Row = {name: weight for name, weight in goal.items() if weight}
    while (
        entering := min((one for one, gain in gains.items() if gain > 0), key=order.__getitem__, default=None)
    ) is not None:
        leaving = _tightest(rows, bounds, basis, entering, order)
        _turn(rows, bounds, gains, leaving, entering, basis)
    found = dict(zip(basis, bounds, strict=True))
    return {name: found.get(name, Fraction(0)) for name in names}


def _tightest(
    rows: list[Row], bounds: list[Fraction], basis: list[Hashable], entering: Hashable, order: Mapping[Hashable, int]
) -> int:
    rivals = [
        (bounds[place] / row[entering], order[basis[place]], place)
        for place, row in enumerate(rows)
        if row.get(entering, 0) > 0
    ]
    return min(rivals)[2]


def _turn(
    rows: list[Row],
    bounds: list[Fraction],
    gains: Row,
    leaving: int,
    entering: Hashable,
    basis: list[Hashable],
) -> None:
    """Exchange one variable of the basis for another."""
    row = rows[leaving]
    pivot = row.pop(entering)
    row[basis[leaving]] = Fraction(1)
    for name in row:
        row[name] /= pivot
    bounds[leaving] /= pivot
    for place, other in enumerate(rows):
        if place != leaving and (factor := other.pop(entering, None)):
            _take_away(other, row, factor)
            bounds[place] -= factor * bounds[leaving]
    if factor := gains.pop(entering, None):
        _take_away(gains, row, factor)
    basis[leaving] = entering


def _take_away(other: Row, row: Row, factor: Fraction) -> None:
    for name, weight in row.items():
        left = other.get(name, 0) - factor * weight
        if left:
            other[name] = Fraction(left)
        else:
            other.pop(name, None)
