"""The whole ladder, measured: what the report about a catalog tells, and JSON and notebooks with it."""

from typing import NamedTuple

from ladder.eligibility.cases import Case
from ladder.measures.breaks import Break, find_breaks
from ladder.measures.class_ways import ways_in
from ladder.measures.counts import JurisdictionCount, classes_not_whole, count_jurisdictions
from ladder.measures.ends import (
    DeadEnd,
    DegreeAsked,
    Entry,
    OneFeeder,
    find_dead_ends,
    find_degrees_asked,
    find_entries,
    find_one_feeder,
)
from ladder.measures.gatekeepers import Gates, Kept
from ladder.measures.ladder_lengths import LongestByMonths, TimedLadder, longest_by_months, longest_by_steps
from ladder.measures.step_times import StepTime, order_gains, order_waits, time_steps
from ladder.paths.ladders import NO_OTHERS, steps_used
from ladder.specification import ClassSpecification

MOST_LADDERS = 10
"""Longest ladders that are worked out, by steps and by months."""


class LadderMeasures(NamedTuple):
    """What is measured of all classes and the steps that texts name.

    ``step_times`` are all steps; ``waits`` those that a number of months is given for, the
    longest first, ``gains`` those of them with a gain in pay, the best a month first. ``keepers``
    are the gatekeepers, with the classes that nobody enters without them.
    """

    counts: tuple[JurisdictionCount, ...]
    entries: tuple[Entry, ...]
    one_feeder: tuple[OneFeeder, ...]
    degrees_asked: tuple[DegreeAsked, ...]
    dead_ends: tuple[DeadEnd, ...]
    not_whole: tuple[ClassSpecification, ...]
    most_steps: tuple[TimedLadder, ...]
    most_months: LongestByMonths
    step_times: tuple[StepTime, ...]
    waits: tuple[StepTime, ...]
    gains: tuple[StepTime, ...]
    breaks: tuple[Break, ...]
    keepers: Kept


def measure_ladder(case: Case) -> LadderMeasures:
    """Return the measures of the case's catalog, for a person on day one (``on_day_one``).

    Months are those of someone on day one in the lower class, at full time, with
    standing and target class taken as given.
    """
    specs = tuple(case.catalog.classes.values())
    steps = tuple(steps_used(case.catalog, NO_OTHERS))
    times = time_steps(case)
    return LadderMeasures(
        counts=count_jurisdictions(specs, steps),
        entries=find_entries(specs),
        one_feeder=find_one_feeder(specs, steps),
        degrees_asked=find_degrees_asked(specs),
        dead_ends=find_dead_ends(specs, steps),
        not_whole=classes_not_whole(specs),
        most_steps=longest_by_steps(case, most=MOST_LADDERS),
        most_months=longest_by_months(case, times, most=MOST_LADDERS),
        step_times=times,
        waits=order_waits(times),
        gains=order_gains(times),
        breaks=find_breaks(case, times),
        keepers=Gates(ways_in(case)).keepers(),
    )
