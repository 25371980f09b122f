"""How the service of one month is split where it could be credited in several ways.

Service for one requirement may count for it directly, or stand for months of it by
substitutions that have a rate and a maximum. A month of service is credited once, and the
split that credits most holds (docs/semantics.md, C2). Which split that is need not be worked out:
the most that can be credited is the least of a few sums, one for each way to let some of
the substitutions be used up to their maximum (the least cut of a flow of months).

A *source* is what service counts by: number 0 is direct service, number n the n-th
substitution. A set of sources is a bit set.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise, product

from ladder.eligibility.clocks import Amount, exact
from ladder.eligibility.needs import CappedService
from ladder.values import Value

DIRECT = 1
"""The set of direct service alone."""


class Way(Value):
    """One bound on the months credited: those of substitutions used up, and all service else.

    ``levels`` are (weight, sources): the months of service by any of the sources together
    count at that weight.
    """

    used_up: Amount
    levels: tuple[tuple[Amount, int], ...]


DIRECT_ONLY = (Way(0, ((1, DIRECT),)),)
"""The only way where nothing stands for service."""


def ways_of(capped: Sequence[CappedService]) -> tuple[Way, ...]:
    """Return the ways whose least is what is credited; of no substitutions, direct service alone.

    >>> from ladder.eligibility.splits import _worked_out
    >>> [(way.used_up, way.levels) for way in _worked_out(((1, 6),))]
    [(6, ((1, 1),)), (0, ((1, 3),))]
    """
    return _worked_out(tuple((one.rate, one.at_most_months) for one in capped)) if capped else DIRECT_ONLY


@lru_cache(maxsize=1_000)
def _worked_out(capped: tuple[tuple[Amount, Amount | None], ...]) -> tuple[Way, ...]:
    rates: list[Amount] = [1, *(rate for rate, _ in capped)]
    choices: list[list[Amount]] = [[1]]
    for rate, at_most in capped:
        lower = [] if at_most is None else [0, *sorted({one for one in rates if one < rate})]
        choices.append([*lower, rate])
    return tuple(_way(weights, capped) for weights in product(*choices))


def _way(weights: tuple[Amount, ...], capped: tuple[tuple[Amount, Amount | None], ...]) -> Way:
    """Return the bound in which each source counts at a weight of its rate or less."""
    used_up: Amount = 0
    for weight, (rate, at_most) in zip(weights[1:], capped, strict=True):
        if at_most is not None:
            used_up += (rate - weight) * (Fraction(at_most) / rate)
    steps = sorted({0, *weights})
    levels = tuple(
        (upper - lower, sum(1 << source for source, weight in enumerate(weights) if weight >= upper))
        for lower, upper in pairwise(steps)
    )
    return Way(exact(used_up), levels)


def credited_by(way: Way, service: Callable[[int], Amount]) -> Amount:
    """Return the months by the bound, given what tells the months of service by a set of sources."""
    return exact(way.used_up + sum(weight * service(sources) for weight, sources in way.levels))
