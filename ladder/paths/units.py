"""A climb in whole units: every amount of it times one number, so that no search adds fractions.

At a quarter of full time, with 24 months asked, the unit is a quarter of a month: a month
adds 1 and 96 are asked. Whole numbers are as exact as fractions, and many times as quick.
"""

from collections.abc import Iterator
from fractions import Fraction
from math import lcm

from ladder.eligibility.clocks import Accrual, Amount, Credit
from ladder.paths.problem import Climb, Demand, DoorRoute


def in_whole_units(climb: Climb) -> Climb:
    """Return the climb with each amount times the least number that makes all of them whole.

    The same plans work in it, in the same months. What a level makes of a month is no
    amount and stays as it is.
    """
    unit = lcm(*(Fraction(amount).denominator for amount in _amounts(climb) if not isinstance(amount, int)))
    if unit == 1:
        return climb
    segments = tuple(
        (month, _whole(before, unit), _whole(share, unit)) for month, before, share in climb.accrual.segments
    )
    doors = tuple(_scaled(routes, unit) for routes in climb.doors)
    return climb._replace(doors=doors, goal=_scaled(climb.goal, unit), accrual=Accrual(segments))


def _amounts(climb: Climb) -> Iterator[Amount]:
    for _, before, share in climb.accrual.segments:
        yield from (before, share)
    for routes in (*climb.doors, climb.goal):
        for demand in (one for route in routes for one in route.demands):
            yield demand.months
            yield from (amount for _, amount in (demand.credit.steps if demand.credit else ()))


def _scaled(routes: tuple[DoorRoute, ...], unit: int) -> tuple[DoorRoute, ...]:
    return tuple(
        route._replace(demands=tuple(_scaled_demand(demand, unit) for demand in route.demands)) for route in routes
    )


def _scaled_demand(demand: Demand, unit: int) -> Demand:
    steps = tuple((month, _whole(amount, unit)) for month, amount in (demand.credit.steps if demand.credit else ()))
    return demand._replace(months=_whole(demand.months, unit), credit=Credit(steps) if steps else None)


def _whole(amount: Amount, unit: int) -> int:
    return int(amount * unit)
