"""The tables of a roster: the bench, its feeders, what to do next, what cannot be answered, and moves observed.

Persons are told of only where they are asked for. Nothing here reads a file, and no table
but that one names anybody.
"""

from collections.abc import Mapping
from importlib.util import find_spec
from typing import TYPE_CHECKING, NamedTuple

from ladder.eligibility.cases import Case
from ladder.roster.answer_columns import Column, Histories
from ladder.roster.answerable import ANSWERABLE_COLUMNS, Answerable, answerable, answerable_row
from ladder.roster.bench import BENCH_COLUMNS, FEEDER_COLUMNS, Bench, Cell, bench_row, feeder_rows
from ladder.roster.cells import before
from ladder.roster.crowd import Crowd, KeptMonths, Ready, closed_before
from ladder.roster.evaluation import evaluate, held_service
from ladder.roster.next_steps import NEXT_STEP_COLUMNS, NextSteps
from ladder.roster.observed import OBSERVED_COLUMNS, moves_made, observed_rows, places_of
from ladder.roster.part_steps import steps_of_part, steps_told
from ladder.roster.people import Roster
from ladder.roster.person_rows import PERSON_COLUMNS, PersonRows
from ladder.roster.totals import Totals

if TYPE_CHECKING:
    from collections import Counter

PlainTable = tuple[tuple[str, ...], tuple[tuple[Cell, ...], ...]]
"""The names of columns, and rows of cells under them."""


class Counted(NamedTuple):
    """What people come to before their classes, and the rows that tell of each of them where they are asked for."""

    totals: Totals
    persons: tuple[tuple[Cell, ...], ...] | None


def evaluate_roster(roster: Roster, case: Case, *, persons: bool = False) -> Mapping[str, PlainTable]:
    """Return the tables of a roster before the classes with rules where its people work, by their names.

    ``case`` is that of somebody who declares nothing (:func:`ladder.roster.cells.case_of`);
    the tables are ``bench``, ``feeders``, ``next_step``, ``answerable`` and ``observed``, and
    ``persons`` where they are asked for.
    """
    return tables_of(count_roster(roster, case, persons=persons), case)


def count_roster(roster: Roster, case: Case, *, persons: bool = False, in_part: bool = False) -> Counted:
    """Return what the people of a roster come to before their classes; of a part, so that it adds up with others."""
    held = held_service(roster)
    crowd, catalog = crowd_of(roster), case.catalog
    kept: dict[str, KeptMonths] = {}
    columns: list[Column] = []
    counts: dict[str, Counter[Ready]] = {}
    asking: set[str] = set()
    for one in evaluate(roster, case, held=held):
        closed = closed_before(one.class_id, catalog)
        counts[one.class_id] = crowd.counts(one, closed)
        kept[one.class_id] = crowd.keep(one)
        asking |= {one.class_id} if any(crowd.gain(kept[one.class_id], one.if_months, closed)) else set()
        columns += [one] if persons else []
    steps = NextSteps(roster, case, crowd, kept, frozenset(asking), held)
    gains = steps_of_part(steps) if in_part else steps.rows()
    totals = Totals(
        benches=counts,
        heads={class_id: crowd.headcount(class_id) for class_id in crowd.holders},
        places=places_of(roster),
        steps={(class_id, step): (people, saved) for class_id, step, people, saved in gains},
        moves=moves_made(roster),
    )
    told = PersonRows(crowd, Histories(roster), case).rows(columns) if persons else None
    return Counted(totals, None if told is None else tuple(told))


def tables_of(counted: Counted, case: Case) -> Mapping[str, PlainTable]:
    """Return the tables that the counts of a roster come to, in the order of the catalog's classes."""
    totals, catalog = counted.totals, case.catalog
    there = [class_id for class_id in catalog.classes if class_id in totals.benches]
    told = {one.rules.class_id: answerable(one.rules, case.history.as_of) for one in before(case, there)}
    found = [Bench(class_id, totals.benches[class_id], told[class_id]) for class_id in there]
    tables: dict[str, PlainTable] = {
        "bench": (BENCH_COLUMNS, tuple(bench_row(one, totals, catalog) for one in found)),
        "feeders": (FEEDER_COLUMNS, tuple(row for one in found for row in feeder_rows(one, totals, catalog))),
        "next_step": (NEXT_STEP_COLUMNS, tuple(steps_told(totals, catalog))),
        "answerable": (ANSWERABLE_COLUMNS, tuple(map(answerable_row, told.values()))),
        "observed": (OBSERVED_COLUMNS, tuple(observed_rows(totals.moves, totals.places, catalog))),
    }
    return tables | ({"persons": (PERSON_COLUMNS, counted.persons)} if counted.persons is not None else {})


def crowd_of(roster: Roster) -> Crowd:
    """Return the people of a roster as benches count them, in columns of numpy where it is there."""
    if find_spec("numpy") is None:
        return Crowd(roster)
    from ladder.roster.crowd_arrays import CrowdArrays  # noqa: PLC0415 - it imports numpy, which may not be there

    return CrowdArrays(roster)


__all__ = ["Answerable", "Counted", "PlainTable", "count_roster", "crowd_of", "evaluate_roster", "tables_of"]
